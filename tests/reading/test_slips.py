"""Slips that make a file unreadable: told where they were made, with what would be right."""

from __future__ import annotations

import pytest

from generator.excerpts import excerpt
from generator.problems import Label, Place, Problem
from generator.reading.nodes import parse

CONFLICT = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> theirs\n"
MARK = "2:1: `<<<<<<< HEAD` is the mark of a merge conflict"
TOGETHER = "fields that belong together begin in one column"

SLIPS = {
    "a conflict": (
        CONFLICT,
        f"{MARK}; keep line 3, lines 5 to 6 or both, and delete lines 2, 4 and 7",
    ),
    "a conflict with nothing on one side": (
        "a: 1\n<<<<<<< HEAD\n=======\nb: 3\n>>>>>>> theirs\n",
        f"{MARK}; keep nothing or line 4, and delete lines 2, 3 and 5",
    ),
    "a conflict half removed": (
        "a: 1\n<<<<<<< HEAD\nb: 2\n",
        f"{MARK}; keep one of the versions and delete the marks",
    ),
    "a tab": ("a:\n\tb: 1\n", "2:1: a line is indented with spaces, not with a tab"),
    "a tab among spaces": (
        "a:\n  - b: 1\n  \tc: 2\n",
        "3:3: a line is indented with spaces, not with a tab (the line above it begins with 2)",
    ),
    "no colon": ("a: 1\nb 2\nc: 3\n", "2:1: `b 2` has no colon; write `b: 2`"),
    "no colon in the last line": ("a: 1\nb 2\n", "2:1: `b 2` has no colon; write `b: 2`"),
    "no colon before a list": ("a: 1\nclaims\n  - b: 1\n", "2:1: `claims` has no colon; write `claims:`"),
    "no colon before fields, in a list": (
        "a:\n  - b: 1\n    cite\n      - {c: d}\n",
        "3:5: `cite` has no colon; write `cite:`",
    ),
    "no colon in the first line": ("claims\n  - b: 1\nc: 2\n", "1:1: `claims` has no colon; write `claims:`"),
    "no colon and no value": ("a: 1\nb\nc: 2\n", "2:1: `b` has no colon; write `b:`"),
    "no colon above a field": ("title a\ntype: b\n", "1:1: `title a` has no colon; write `title: a`"),
    "no space behind a colon": ("a: 1\nb:2\nc: 3\n", "2:1: `b:2` has no space behind its colon; write `b: 2`"),
    "no space behind a dash": ("a:\n  - b: 1\n  -c: 2\n", "3:3: `-c: 2` has no space behind its dash; write `- c: 2`"),
    "a colon in a value": ("a: b: c\n", '1:4: a value with `: ` in it stands in quotation marks: write `a: "b: c"`'),
    "a colon in a value with marks": (
        'a: b: "c"\n',
        "1:4: a value with `: ` in it stands in quotation marks: write `a: 'b: \"c\"'`",
    ),
    "a mark not closed": ('a: "open\n', '1:4: the quotation mark of `"open` is not closed; add `"` at its end'),
    "a mark not closed, more below": (
        "a: 'open\nb: 'c'\nd: e\n",
        "1:4: the quotation mark of `'open` is not closed; add `'` at its end",
    ),
    "a mark closed too early": (
        'a: "b" c\nd: e\n',
        "1:8: the quotation mark closes before `c`; put the whole value between `'`",
    ),
    "a bracket not closed": ("a: [b, c\nd: e\n", "1:4: the `[` is not closed; add `]` at its end"),
    "a brace not closed": ("a:\n  - {b: c\n  - {d: e}\n", "2:5: the `{` is not closed; add `}` at its end"),
    "a mark not closed in braces": (
        'a:\n  - {b: c, d: "e}\n  - {b: "f"}\n',
        '2:15: the quotation mark of `"e` is not closed; add `"` at its end',
    ),
    "a file cut off in a quotation in braces": (
        'a:\n  - {b: c, d: "e',
        '2:15: the file breaks off here: the quotation mark of `"e` is not closed; add `"` at its end',
    ),
    "a file cut off in braces": (
        "a:\n  - {b: c,",
        "2:5: the file breaks off here: the `{` is not closed; add `}` at its end",
    ),
    "a file cut off in a quotation": (
        "a: 'b",
        "1:4: the file breaks off here: the quotation mark of `'b` is not closed; add `'` at its end",
    ),
    "an item too far left": (
        "a:\n  - b: 1\n    c:\n      - d\n- b: 2\n",
        (
            "5:1: the dash of `- b: 2` stands in column 1, that of the item above it on line 2 in column 3; move it "
            "and the lines that belong to it there"
        ),
    ),
    "a colon in a value of several lines": (
        "a: b: c\n  d\n",
        "1:4: a value with `: ` in it that goes on below stands under `a: >`, on lines of its own",
    ),
    "no comma": (
        'a: {b: "c" d: e}\n',
        (
            "1:12: a comma or `}` is missing before `d: e}`; words with a comma, a bracket, a colon or a quotation "
            "mark in them stand in quotation marks"
        ),
    ),
    "a sign that begins no value": (
        "a: @x\n",
        '1:4: a value cannot begin with `@` unless it stands in quotation marks: write `"@x"`',
    ),
    "too far left": ("a:\n    b: 1\n  c: 2\n", f"3:3: `c` begins in column 3, `b` above it in column 5; {TOGETHER}"),
    "too far right": ("a: 1\n  b: 2\n", f"2:3: `b` begins in column 3, `a` above it in column 1; {TOGETHER}"),
    "too far right in a list": (
        "a:\n  - b: 1\n      c: 2\n",
        f"3:7: `c` begins in column 7, `b` above it in column 5; {TOGETHER}",
    ),
    "none that we know": (
        "%YAML 9.9\n---\na: 1\n",
        "1:1: cannot be read as YAML: found incompatible YAML document",
    ),
}


def said(text: str) -> list[Problem]:
    return parse(text, "f")[1]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_these_words(slip: str) -> None:
    text, expected = SLIPS[slip]
    assert [str(problem) for problem in said(text)] == [f"f:{expected} [yaml-syntax]"]


@pytest.mark.parametrize("slip", SLIPS)
def test_line_ends_make_no_difference(slip: str) -> None:
    text, expected = SLIPS[slip]
    assert [str(problem) for problem in said(text.replace("\n", "\r\n"))] == [f"f:{expected} [yaml-syntax]"]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_file_that_breaks_off_anywhere_is_told_of_at_a_place_in_it(slip: str) -> None:
    text, _ = SLIPS[slip]
    for end in range(len(text)):
        for problem in said(text[:end]):
            assert 1 <= problem.place.line <= text.count("\n", 0, end) + 1
            assert problem.place.column >= 1
            assert problem.message


def test_marks_of_a_conflict_may_stand_in_words() -> None:
    assert said("a: |\n  <<<<<<< HEAD\n  =======\n") == []


MENDED = {
    "a: 1\nclaims\n  - b: 1\n": "claims:",
    "title a\ntype: b\n": "title: a",
    "a:\n  b: 1\n\tc: 2\n": "  c: 2",
    "a: 1\nb 2\n": "b: 2",
    "a: 1\nb:2\nc: 3\n": "b: 2",
    "a:\n  - b: 1\n  -c: 2\n": "  - c: 2",
    "a: b: c\n": 'a: "b: c"',
    'a: b: "c"\n': "a: 'b: \"c\"'",
    'a: "open\n': 'a: "open"',
    "a: 'open\nb: 'c'\nd: e\n": "a: 'open'",
    'a: "b" c\nd: e\n': "a: '\"b\" c'",
    "a: [b, c\nd: e\n": "a: [b, c]",
    "a:\n  - {b: [c\n  - {d: e}\n": "  - {b: [c]}",
    'a:\n  - {b: c, d: "e}\n  - {b: "f"}\n': '  - {b: c, d: "e"}',
    "a: @x\n": 'a: "@x"',
    "a:\n  - b: 1\n      c: 2\n": "    c: 2",
}


@pytest.mark.parametrize("text", MENDED)
def test_the_line_that_is_said_to_be_right_is_right(text: str) -> None:
    (problem,) = said(text)
    lines = text.split("\n")
    shown = excerpt(problem, lines)
    assert shown is not None
    assert shown.mended == MENDED[text]
    lines[problem.place.line - 1] = shown.mended
    assert said("\n".join(lines)) == []


@pytest.mark.parametrize(
    "text", ["a:\n\tb: 1\n", "a:\n    b: 1\n  c: 2\n", "a: b: c\n  d\n", "a:\n  - {b: c,", CONFLICT]
)
def test_no_line_is_said_to_be_right_where_that_is_a_guess(text: str) -> None:
    assert [problem.mend for problem in said(text)] == [None]


def test_both_versions_of_a_conflict_are_shown() -> None:
    (problem,) = said(CONFLICT)
    assert problem.labels == (
        Label(Place("f", 3), "`HEAD` has this"),
        Label(Place("f", 5), "`theirs` has this"),
    )


def test_the_line_that_a_field_should_stand_below_is_shown() -> None:
    (problem,) = said("a:\n    b: 1\n  c: 2\n")
    assert problem.labels == (Label(Place("f", 2, 5), "`b` begins here"),)
