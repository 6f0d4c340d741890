"""Excerpts: the line a problem is about, with carets under the words that are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.excerpts import MOST_BYTES, WIDTH, excerpt, excerpts
from generator.problems import Place, Problem


def problem(message: str, line: int = 1, column: int = 1, rule: str = "unknown-field", path: str = "f") -> Problem:
    return Problem(Place(path, line, column), rule, message)


@pytest.mark.parametrize(
    ("line", "column", "message", "expected"),
    [
        ("value: 900", 8, "the number `900` is none", ("value: 900", "       ^^^")),
        ("a: tropes x", 4, "no quotation here", ("a: tropes x", "   ^^^^^^")),
        ("a: b", 4, "`other` is quoted", ("a: b", "   ^")),
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
    shown, carets = str(found).split("\n")
    assert shown == f"    1 | {expected[0]}"
    assert carets == f"      | {expected[1]}"


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
    whole = problem("`Latin` is no id", rule="bad-id", path="latin")
    found = excerpts([*problems, *others, whole], tmp_path)
    assert list(found) == problems
    assert [str(excerpt).split("\n")[0] for excerpt in found.values()] == ["    2 | b: 2", "    1 | caf\ufffd: 1"]
