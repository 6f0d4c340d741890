"""Excerpts: the line a problem is about, with carets under the words that are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.excerpts import MOST_BYTES, WIDTH, excerpt, excerpts
from generator.problems import Label, Mend, Place, Problem


def problem(message: str, line: int = 1, column: int = 1, rule: str = "unknown-field", path: str = "f") -> Problem:
    return Problem(Place(path, line, column), rule, message)


@pytest.mark.parametrize(
    ("line", "column", "message", "expected"),
    [
        ("value: 900", 8, "the number `900` is none", ("value: 900", "       ^^^")),
        ("a: tropes x", 4, "no quotation here", ("a: tropes x", "   ^^^^^^")),
        ("a: b", 4, "`other` is quoted", ("a: b", "   ^")),
        ('a: "b c"', 4, "no value `b c` here", ('a: "b c"', "   ^^^^^")),
        ("a: 'b''c' d", 4, "no value here", ("a: 'b''c' d", "   ^^^^^^")),
        ('a: "b c', 4, "not closed", ('a: "b c', "   ^")),
        ("a: long words here b", 4, "`long … here` is shortened", ("a: long words here b", "   ^^^^^^^^^^^^^^^")),
        ("a: [b", 4, "the `[` is not closed", ("a: [b", "   ^")),
        (
            "summary: About 2,500 men",
            10,
            "`About 2,500` agrees with none",
            ("summary: About 2,500 men", "         ^^^^^^^^^^^"),
        ),
        ("a: b", 5, "behind the end", ("a: b", "    ^")),
        ("a: b", 99, "far behind the end", ("a: b", "    ^")),
        ("\tb: 1", 1, "a tab", ("    b: 1", "^^^^")),
        ("港湾: x", 5, "two wide characters before", ("港湾: x", "      ^")),
        ("e\u0301: x", 5, "a combining character before", ("e\u0301: x", "   ^")),
        ("a\u202eb: x", 6, "a character that turns the line around", ("a\\u202eb: x", "          ^")),
        ("a\x1b[2J: x", 8, "one that steers a terminal", ("a\\x1b[2J: x", "          ^")),
        ("سلام: x", 7, "letters written from right to left", ("سلام: x", "      ^")),
    ],
)
def test_the_carets_stand_under_what_is_meant(line: str, column: int, message: str, expected: tuple[str, str]) -> None:
    found = excerpt(problem(message, column=column), [line])
    assert found is not None
    assert (found.before + found.meant + found.after, found.carets) == expected


@pytest.mark.parametrize("column", [1, 60, 5000, 9990, 10_001])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(f"{number:05} " for number in range(1700))[:10_000]
    found = excerpt(problem("no quotation", column=column), [line])
    assert found is not None
    assert len(found.before + found.meant + found.after) <= WIDTH + 2
    start = column - 1
    assert found.meant == "" if column > 10_000 else line[start:].startswith(found.meant)
    assert line[:start].endswith(found.before.removeprefix("…"))
    assert line[start + len(found.meant) :].startswith(found.after.removesuffix("…"))
    assert found.before.startswith("…") == (column > WIDTH // 2 + 1)


def test_there_is_none_where_there_is_no_line() -> None:
    assert excerpt(problem("x", line=3), ["a", "b"]) is None
    assert excerpt(problem("x", line=0), ["a", "b"]) is None
    assert excerpt(problem("x", line=2), ["a", "  "]) is None
    assert excerpt(problem("x"), []) is None


def test_files_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    (tmp_path / "windows").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    (tmp_path / "latin").write_bytes(b"caf\xe9: 1\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "huge").write_bytes(b"a" * (MOST_BYTES + 1))
    problems = [problem("x", 2, 1, path="windows"), problem("x", path="latin")]
    others = [problem("x", path=path) for path in ("folder", "huge", "gone", "a\0b")]
    (tmp_path / "utf-16").write_bytes("a: 1\n".encode("utf-16"))
    others.append(problem("x", path="utf-16"))
    whole = problem("`Latin` is no id", rule="bad-id", path="latin")
    found = excerpts([*problems, *others, whole], tmp_path)
    assert list(found) == problems
    shown = [(one.line, one.before + one.meant + one.after) for (one,) in found.values()]
    assert shown == [(2, "b: 2"), (1, "caf\ufffd: 1")]


def test_an_id_within_a_file_is_shown_though_one_that_is_its_name_is_not(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a: 1\nb: B\n", encoding="utf-8")
    inside = problem("`B` is no id", 2, 4, rule="bad-id")
    assert list(excerpts([problem("`f` is no id", rule="bad-id"), inside], tmp_path)) == [inside]


def test_other_places_are_shown_as_they_stand_in_the_file_and_those_elsewhere_last(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a: 1\nb: 2\nc: 3\n", encoding="utf-8")
    (tmp_path / "g").write_text("d: 4\n", encoding="utf-8")
    labels = [Label(Place("g", 1, 1), "\x1b[2J"), Label(Place("f", 1, 4), "first here"), Label(Place("gone"), "x")]
    told = Problem(Place("f", 3, 1), "r", "again", labels=(*labels, Label(Place("f", 9, 1), "behind the end")))
    (found,) = excerpts([told], tmp_path).values()
    assert [(one.place.path, one.line, one.carets) for one in found] == [
        ("f", 1, "   - first here"),
        ("f", 3, "^"),
        ("g", 1, "- \\x1b[2J"),
    ]


@pytest.mark.parametrize(
    ("line", "column", "mend", "expected"),
    [
        ("a: papers # x", 4, Mend("papers", "paper"), "a: paper # x"),
        ('a: "papers"', 4, Mend("papers", "paper"), 'a: "paper"'),
        ('a: "b" c', 4, Mend('"b" c', "'\"b\" c'"), "a: '\"b\" c'"),
        ("   b: 1", 4, Mend("   ", "  ", column=1), "  b: 1"),
        ("a: others", 4, Mend("papers", "paper"), ""),
        ("a: papers", 99, Mend("papers", "paper"), ""),
    ],
)
def test_a_line_is_shown_as_it_would_be_right(line: str, column: int, mend: Mend, expected: str) -> None:
    found = excerpt(Problem(Place("f", 1, column), "r", "m", mend=mend), [line])
    assert found is not None
    assert found.mended == expected
