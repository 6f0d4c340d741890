"""Adding to curated YAML as text: the file's own indentation, every other byte as it was, or nothing at all."""

from __future__ import annotations

import pytest

from generator.curating import writing
from generator.curating.writing import StyleError, append
from generator.reading import nodes

ITEM = {"id": "c9", "cite": [writing.flow({"source": "s", "exact": writing.quote("a: “b”")})]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims:\n  - id: c1\n", "claims:\n  - id: c1\n  - id: c9\n    cite:\n      - X\n"),
        ("claims:\n- id: c1\nb: 1\n", "claims:\n- id: c1\n- id: c9\n  cite:\n  - X\nb: 1\n"),
        ("claims:\n-   id: c1\n", "claims:\n-   id: c1\n-   id: c9\n    cite:\n    -   X\n"),
        ("claims:\r\n  - id: c1\r\nb: 1\r\n",
         "claims:\r\n  - id: c1\r\n  - id: c9\r\n    cite:\r\n      - X\r\nb: 1\r\n"),
        ("claims:\n  - id: c1", "claims:\n  - id: c1\n  - id: c9\n    cite:\n      - X"),
        ("\ufeffclaims:\n  - id: c1\n", "\ufeffclaims:\n  - id: c1\n  - id: c9\n    cite:\n      - X\n"),
        ("claims:  # all\n  # one\n  - id: c1  # mine\n\n\nb: 1\n",
         "claims:  # all\n  # one\n  - id: c1  # mine\n  - id: c9\n    cite:\n      - X\n\n\nb: 1\n"),
        ("claims:\n  - id: c1\n    x: >-\n      one\n      two\nb: 1\n",
         "claims:\n  - id: c1\n    x: >-\n      one\n      two\n  - id: c9\n    cite:\n      - X\nb: 1\n"),
        ("---\ntitle: x\n", "---\ntitle: x\nclaims:\n  - id: c9\n    cite:\n      - X\n"),
        ("title: x", "title: x\nclaims:\n  - id: c9\n    cite:\n      - X\n"),
    ],
)  # fmt: skip
def test_an_item_is_added_in_the_files_own_indentation(before: str, after: str) -> None:
    cite = '{source: s, exact: "a: “b”"}'
    assert append(before, ["claims"], ITEM, "f.yml") == after.replace("X", cite)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("claims: []\n", "written in brackets"),
        ("claims: [{id: c1}]\n", "written in brackets"),
        ("{title: x}\n", "in braces"),
        ("claims:\n  - id: c1\n  # more?\n", "a comment stands between"),
        ("claims:\n  - id: c1\n# the rest\nb: 1\n", "a comment stands between"),
        ("title: x\n# to come: claims\n", "a comment stands at the end"),
        ("claims:\n  -\n    id: c1\n", "a dash and its item"),
        ("claims:\n  - id: c1\n  -   id: c2\n", "not indented alike"),
        ("  claims:\n    - id: c1\n", "the record is indented"),
        ("claims: none\n", "is no list"),
        ("claims:\n", "is no list"),
        ("claims: &a\n  - id: c1\n", "cannot be read"),
        ("claims:\n  - id: c1\nclaims:\n  - id: c2\n", "cannot be read"),
        ("claims: [\n", "cannot be read"),
        ("- id: c1\n", "cannot be read"),
        ("", "cannot be read"),
        ("claims:\n  - id: c1\n    x: |+\n      one\n\n\nb: 1\n", "does not allow adding"),
        ("title: x\n...\n", "in braces or ends with a mark"),
        ("claims:\n  - id: c1\n...\n", "does not allow adding"),
        ("title: |+\n  x\n\n", ""),
    ],
)
def test_a_file_of_another_style_is_refused_with_the_snippet(text: str, why: str) -> None:
    if not why:  # a blank line that a value keeps stays its own
        assert append(text, ["claims"], ITEM, "f.yml").startswith(text)
        return
    with pytest.raises(StyleError, match=why) as raised:
        append(text, ["claims"], ITEM, "f.yml")
    assert raised.value.snippet.startswith("claims:\n  - id: c9\n")


@pytest.mark.parametrize(
    "text", ["8", "2,500", "about 2,500", "2024-01-24T00:15+03:00", "no", "a: b", "a #b", "- a", "", "“x”", "a\nb",
             "https://a.example/b?c=d", "x:", "'", '"', "\u2028", "@a", "null", "a ", "~", "é’s", "{a}", "a, b]"]
)  # fmt: skip
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    for written in (writing.scalar(text), writing.quote(text)):
        parsed, problems = nodes.parse(f"a: {written}\nb:\n  - c: {written}\n", "f.yml")
        assert parsed is not None
        assert (parsed["a"], parsed["b"][0]["c"], problems) == (text, text, [])
