"""Versions of a record: read in pieces, they say what they say when read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading import nodes
from generator.reading.versions import LISTS, Version, Versions

REPOSITORY = Path(__file__).parents[2]
RECORDS = sorted(
    path for folder in ("content", "tests/dossiers") for path in (REPOSITORY / folder).rglob("content/*/*.yml")
) + sorted((REPOSITORY / "content").glob("*/*.yml"))


def whole(text: str) -> Version | None:
    """Read a version at one go."""
    found, problems = nodes.parse(text, "")
    if found is None or any(problem.rule == "yaml-syntax" for problem in problems):
        return None
    lists = {name: value for name in (*LISTS, "formerly") if isinstance(value := found.get(name), list)}
    items = [item for name in LISTS for item in lists.get(name, []) if isinstance(item, dict) and "id" in item]
    return Version({item["id"]: item for item in items}, tuple(lists.get("formerly", ())))


def test_every_record_reads_the_same_in_pieces() -> None:
    assert len(RECORDS) > 100
    versions = Versions()
    for path in RECORDS:
        text = path.read_bytes().decode("utf-8", "replace")
        expected = whole(text)
        if expected is not None:
            assert versions.read(text) == expected, path


WRITTEN = {
    "dashes in the first column": "claims:\n- id: c1\n  value: 8\n- id: c2\n  value: 9\n",
    "brackets on one line": "names: [{id: n1, value: A}, {id: n2, value: B}]\nformerly: [a, b]\n",
    "brackets over several": "claims: [\n  {id: c1, value: 8},\n  {id: c2}\n]\n",
    "comments and blank lines": "claims: # all\n\n  # first\n  - id: c1\n\n    value: 8\n  # second\n  - {id: c2}\n\n",
    "a block of text that looks like items": "claims:\n  - id: c1\n    reason: |\n      - id: c9\n  - id: c2\n",
    "text that looks like a list": "summary: >\n  claims:\n  - id: c9\nclaims:\n  - id: c1\n",
    "braces": "{claims: [{id: c1}]}",
    "quoted text that goes on in the first column": 'claims:\n  - {id: c1, reason: "a\n\n  - b"}\n  - {id: c2}\n',
    "quoted text that looks like a field": 'title: "a\nclaims: b"\nclaims:\n  - {id: c1}\n',
    "Windows": "claims:\r\n  - id: c1\r\n  - id: c2\r\n",
    "a document mark": "---\nclaims:\n  - id: c1\n",
    "nothing": "title: A\n",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_however_it_is_written(text: str) -> None:
    expected = whole(text)
    assert expected is not None
    assert Versions().read(text) == expected


@pytest.mark.parametrize("text", ["claims:\n  - {id: c1\n", "[", "", "<<<<<<< HEAD\nclaims: [\n", "- a\n"])
def test_what_is_no_record(text: str) -> None:
    assert Versions().read(text) is None
