"""YAML text to marked values: what stays text, what is refused, and where everything stands."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.marked import MarkedList, Marks
from generator.problems import Place
from generator.reading.nodes import MAX_DEPTH, parse

BREAK = re.compile(r"\r\n|\r|\n")


def said(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, "f")[1]]


def place(line: int, column: int) -> Place:
    return Place("f", line, column)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("21:15", "21:15"),
        ("0123", "0123"),
        ("0o17", "0o17"),
        ("2,500", "2,500"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("~", "~"),
        ("null", "null"),
        ("", ""),
        ("true", "true"),
        (".inf", ".inf"),
        ("2024-01-24", "2024-01-24"),
        ("2024-01-24T00:15+03:00", "2024-01-24T00:15+03:00"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("'no'", "no"),
        ('"2,500"', "2,500"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("'it''s'", "it's"),
        ("  spaced out  # a comment", "spaced out"),
        ("a\n b", "a b"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
        (">-\n  a\n", "a"),
        ("😀 é", "😀 é"),
    ],
)
def test_a_scalar_stays_the_text_its_author_wrote(written: str, value: str) -> None:
    root, problems = parse(f"a: {written}", "f")
    assert problems == []
    assert root == {"a": value}


BY_FIELD = "values are read by their field; words that begin with `!` stand in quotation marks [anchor]"
TWICE = "the key `a` stands twice; it is first on line 1 [duplicate-key]"
GOLDEN: dict[str, tuple[Any, list[str]]] = {
    "a: 1\nb: [x, {c: y}]\n": ({"a": "1", "b": ["x", {"c": "y"}]}, []),
    "": (None, ["f:1:1: the file is empty: a record is written as `field: value` lines [yaml-syntax]"]),
    "# nothing but a comment\n": (
        None,
        ["f:1:1: the file is empty: a record is written as `field: value` lines [yaml-syntax]"],
    ),
    "- a\n- b\n": (None, ["f:1:1: this is not a record: it must be `field: value` lines [yaml-syntax]"]),
    "only words": (None, ["f:1:1: this is not a record: it must be `field: value` lines [yaml-syntax]"]),
    "a: 1\n---\nb: 2\n": (None, ["f:2:1: a second document begins here; a file holds one record [yaml-syntax]"]),
    "a: 1\nb: 2\na: 3\n": (
        {"a": "1", "b": "2"},
        ["f:3:1: the key `a` stands twice; it is first on line 1 [duplicate-key]"],
    ),
    "a: {b: 1, b: [2]}": (
        {"a": {"b": "1"}},
        ["f:1:11: the key `b` stands twice; it is first on line 1 [duplicate-key]"],
    ),
    "a: &x 1\nb: *x\n": (
        {"a": "1", "b": ""},
        [
            "f:1:4: the anchor `&x` is not allowed: write each value where it belongs, or quote it [anchor]",
            "f:2:4: the alias `*x` is not allowed: write the value out, or quote it [anchor]",
        ],
    ),
    "a: &x [1]\nb: {<<: *x}\n": (
        {"a": ["1"], "b": {"<<": ""}},
        [
            "f:1:4: the anchor `&x` is not allowed: write each value where it belongs, or quote it [anchor]",
            "f:2:5: the merge key `<<` is not allowed: write the fields out [anchor]",
            "f:2:9: the alias `*x` is not allowed: write the value out, or quote it [anchor]",
        ],
    ),
    "a: !!int 1\nb: !!python/object/apply:os.system [ls]\n": (
        {"a": "1", "b": ["ls"]},
        [
            f"f:1:4: the tag `!!int` is not allowed: {BY_FIELD}",
            f"f:2:4: the tag `!!python/object/apply:os.system` is not allowed: {BY_FIELD}",
        ],
    ),
    "? [a]\n: 1\n": ({"key at 1:3": "1"}, ["f:1:3: a key must be a word, not a list or a mapping [wrong-type]"]),
    "a: *nowhere\n": (
        {"a": ""},
        ["f:1:4: the alias `*nowhere` is not allowed: write the value out, or quote it [anchor]"],
    ),
    "é: é\nb: é\0\n": (None, ["f:2:5: the character U+0000 cannot stand in YAML; delete it [yaml-syntax]"]),
    "\ufeffa: 1\nb: {c}\n": ({"a": "1", "b": {"c": ""}}, []),
    "a: 1\r\na: 2\r\n": ({"a": "1"}, [f"f:2:1: {TWICE}"]),
    "a: 'x\u2028y'\na: 2\n": (
        {"a": "x\u2028y"},
        [f"f:2:1: {TWICE}"],
    ),
    "%YAML 9.9\n---\na: 1\n": (
        None,
        ["f:1:1: cannot be read as YAML: found incompatible YAML document [yaml-syntax]"],
    ),
}


@pytest.mark.parametrize("text", GOLDEN)
def test_golden_cases(text: str) -> None:
    value, messages = GOLDEN[text]
    root, _ = parse(text, "f")
    assert said(text) == messages
    assert root == value


def test_nesting_has_an_end() -> None:
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert said(deep) == []
    deeper = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert said(deeper) == [f"f:1:{3 + MAX_DEPTH}: this is nested more than 40 levels deep [yaml-syntax]"]
    assert said("a: " + "{b: " * 5000) == ["f:1:160: this is nested more than 40 levels deep [yaml-syntax]"]


def test_every_value_knows_its_place() -> None:
    text = "# comment\r\né: 😀\r\nlist: [a, 'b',\r\n  c]\r\nmap:\r\n  - 😀😀: x\r\n    y: z\r\n"
    root, problems = parse(text, "f")
    assert problems == []
    assert root is not None
    assert root.place == place(2, 1)
    assert root.keys_at == {"é": place(2, 1), "list": place(3, 1), "map": place(5, 1)}
    assert root.values_at == {"é": place(2, 4), "list": place(3, 7), "map": place(6, 3)}
    assert root["list"].items_at == [place(3, 8), place(3, 11), place(4, 3)]
    inner = root["map"][0]
    assert inner.place == place(6, 5)
    assert inner.values_at == {"😀😀": place(6, 9), "y": place(7, 8)}


def test_values_are_kept_as_they_stand_in_the_file() -> None:
    root, _ = parse("a: 'it''s'\nb: >\n  one\n  two\nc: [x, # why\n    y]\nd: {e: f}\n", "f")
    assert root is not None
    assert root.written["a"] == "'it''s'"
    assert root.written["b"] == ">\n  one\n  two\n"
    assert root.written["c"] == "[x, # why\n    y]"
    assert root.written["d"] == "{e: f}"


def places(node: Any) -> list[Place]:
    if isinstance(node, Marks):
        inner = [spot for value in node.values() for spot in places(value)]
        return [node.place, *node.keys_at.values(), *node.values_at.values(), *inner]
    if isinstance(node, MarkedList):
        return [node.place, *node.items_at, *(spot for value in node for spot in places(value))]
    return []


YAMLISH = st.text(st.sampled_from("ab: -?[]{},&*!|>'\"%@`#~<=\n\r\t\0\ufeff\u2028\x85é😀"))


@given(
    st.one_of(
        st.text(),
        YAMLISH,
        st.lists(
            st.sampled_from(
                ["a: ", "- ", "\n", "  ", "[", "]", "{", "}", "x", "&a ", "*a", "'", '"', "|\n", "---\n", "? ", "!t "]
            )
        ).map("".join),
    )
)
@example("a: |\n  x\n\u2028b")
@example("\ufeff\ufeffa: b")
def test_no_text_makes_it_raise_and_every_place_is_in_the_file(text: str) -> None:
    root, problems = parse(text, "f")
    assert root is not None or problems
    lines = BREAK.split(text)
    for spot in [*(problem.place for problem in problems), *places(root)]:
        assert spot.path == "f"
        assert 1 <= spot.line <= len(lines)
        assert 1 <= spot.column <= len(lines[spot.line - 1]) + 1
