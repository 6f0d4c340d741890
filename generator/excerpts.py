"""The line that a problem is about, with the words it means, fit to be shown under the message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .problems import Problem, visible

WIDTH = 100
"""Characters of a line that are shown."""
MOST_BYTES = 5_000_000
"""A longer file is not read for the sake of a line."""
WHOLE = {"bad-id", "id-case-clash", "unknown-folder"}
"""Rules that mean a file as such, not its first line."""
_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[\w.:/-]*\w|\S|.?")
_QUOTED = re.compile(r"`([^`…]+)`")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line by its number: what stands before the words that are meant, those words, and what follows."""

    line: int
    before: str
    meant: str
    after: str

    def __str__(self) -> str:
        """Write the line, and under it carets below the words that are meant."""
        number = f"{self.line:>5} | "
        carets = "^" * max(1, _columns(self.meant))
        line = f"{number}{self.before}{self.meant}{self.after}".rstrip()
        return f"{line}\n      | {' ' * _columns(self.before)}{carets}"


def excerpts(problems: Iterable[Problem], root: Path) -> dict[Problem, Excerpt]:
    """Find the excerpt of each problem that has one; paths are relative to `root`, and each file is read once."""
    lines: dict[str, list[str]] = {}
    found = {}
    for problem in problems:
        path = problem.place.path
        if path not in lines:
            lines[path] = _lines(root / path)
        made = None if problem.rule in WHOLE else excerpt(problem, lines[path])
        if made is not None:
            found[problem] = made
    return found


def excerpt(problem: Problem, lines: list[str]) -> Excerpt | None:
    """Cut a problem's line out of its file; None where there is no such line, or nothing on it."""
    if not 1 <= problem.place.line <= len(lines):
        return None
    line = lines[problem.place.line - 1]
    if not line.strip():
        return None
    start = min(problem.place.column - 1, len(line))
    end = start + _length(problem.message, line[start:])
    first = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
    last = min(len(line), first + WIDTH)
    end = min(end, last)
    return Excerpt(
        problem.place.line,
        ("…" if first else "") + _visible(line[first:start]),
        _visible(line[start:end]),
        _visible(line[end:last]) + ("…" if last < len(line) else ""),
    )


def _length(message: str, rest: str) -> int:
    """Tell how much of a line is meant: what the message quotes of it, else a word."""
    for found in _QUOTED.finditer(message):
        if rest.startswith(found[1]):
            return len(found[1])
    word = _WORD.match(rest)
    return len(word[0]) if word else 0


def _lines(path: Path) -> list[str]:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return []
        return _BREAK.split(path.read_bytes().decode("utf-8-sig", "replace"))
    except OSError:
        return []


def _visible(text: str) -> str:
    """Return a text in which a tab is four spaces and nothing steers a terminal or turns the line around."""
    return visible(text.replace("\t", "    "))


def _columns(text: str) -> int:
    """Count the columns that a terminal gives to a text: two for a wide character, none for one that combines."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
        for sign in text
    )  # fmt: skip
