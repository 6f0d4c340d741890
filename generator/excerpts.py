"""The lines that a problem is about, with the words it means, fit to be shown under the message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from .problems import Mend, Place, Problem, visible

WIDTH = 100
"""Characters of a line that are shown."""
MOST_BYTES = 5_000_000
"""A longer file is not read for the sake of a line."""
MOST_LABELS = 4
WHOLE = {"bad-id", "id-case-clash", "unknown-folder", "unknown-source", "stale-extraction", "published"}
"""Rules that, at the beginning of a file, mean the file as such, not its first line."""
_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[\w.:/-]*\w|\S|.?")
_QUOTED = re.compile(r"`([^`]+)`")
_CUT = " … "
_MARKED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line by its number: what stands before the words that are meant, those words, and what follows.

    `words` say what is there, where it is not the problem's own place; `mended` is the line as it would be right,
    empty where that is not certain.
    """

    place: Place
    before: str
    meant: str
    after: str
    words: str = ""
    mended: str = ""

    @property
    def line(self) -> int:
        """The number of the line, from 1."""
        return self.place.line

    @property
    def carets(self) -> str:
        """What is written below the line: carets under the words that are meant, dashes and words at other places."""
        sign, label = ("-", f" {self.words}") if self.words else ("^", "")
        return f"{' ' * _columns(self.before)}{sign * max(1, _columns(self.meant))}{label}"


def excerpts(problems: Iterable[Problem], root: Path, width: int = WIDTH) -> dict[Problem, tuple[Excerpt, ...]]:
    """Find the excerpts of each problem that has one: its own place and those of its labels, as they stand in the file.

    Those in other files follow. Paths are relative to `root`, and each file is read once.
    """
    files: dict[str, list[str]] = {}

    def lines(path: str) -> list[str]:
        if path not in files:
            files[path] = _lines(root / path)
        return files[path]

    found = {}
    for problem in problems:
        of_file = problem.rule in WHOLE and problem.place == Place(problem.place.path)
        own = None if of_file else excerpt(problem, lines(problem.place.path), width)
        if own is None:
            continue
        others = [
            labelled
            for label in problem.labels[:MOST_LABELS]
            if (at := cut(label.place, "", lines(label.place.path), width))
            and (labelled := replace(at, words=visible(label.words)))
        ]
        here = [one for one in others if one.place.path == problem.place.path]
        elsewhere = [one for one in others if one.place.path != problem.place.path]
        found[problem] = (*sorted([own, *here], key=lambda one: one.place), *elsewhere)
    return found


def excerpt(problem: Problem, lines: list[str], width: int = WIDTH) -> Excerpt | None:
    """Cut a problem's line out of its file; None where there is no such line, or nothing on it."""
    found = cut(problem.place, problem.message, lines, width)
    if found is None or problem.mend is None:
        return found
    return replace(found, mended=_mended(lines[found.line - 1], problem.place.column, problem.mend))


def cut(place: Place, message: str, lines: list[str], width: int = WIDTH) -> Excerpt | None:
    """Cut the line of a place out of its file; what a message quotes of it is meant."""
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    if not line.strip():
        return None
    start = min(place.column - 1, len(line))
    end = start + _length(message, line[start:])
    first = max(0, start - width // 2) if len(line) > width else 0
    last = min(len(line), first + width)
    end = min(end, last)
    return Excerpt(
        place,
        ("…" if first else "") + _visible(line[first:start]),
        _visible(line[start:end]),
        _visible(line[end:last]) + ("…" if last < len(line) else ""),
    )


def _length(message: str, rest: str) -> int:
    """Tell how much of a line is meant: what the message quotes of it, else a value in quotation marks, else a word."""
    for found in _QUOTED.finditer(message):
        begin, shortened, end = found[1].partition(_CUT)
        if rest.startswith(begin) and (at := rest.find(end, len(begin))) >= 0:
            return at + len(end) if shortened else len(begin)
    if marked := _MARKED.match(rest):
        return len(marked[0])
    word = _WORD.match(rest)
    return len(word[0]) if word else 0


def _mended(line: str, column: int, mend: Mend) -> str:
    """Return a line with its words mended; nothing where the words are not there as they are said to be."""
    start = (mend.column or column) - 1
    if line[start : start + 1] in ("'", '"') and not line.startswith(mend.wrong, start):
        start += 1
    if not line.startswith(mend.wrong, start):
        return ""
    return _visible(line[:start] + mend.right + line[start + len(mend.wrong) :])


def _lines(path: Path) -> list[str]:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return []
        data = path.read_bytes()
    except OSError:
        return []
    return [] if b"\0" in data else _BREAK.split(data.decode("utf-8-sig", "replace"))


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
