"""Lines of a text, white space trimmed; in hard-wrapped copy a line is a paragraph's run of lines."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_STOPS = frozenset(".!?…:;\"'”’»)]")


class Line(NamedTuple):
    """Span of a line without surrounding white space."""

    start: int
    end: int


def read_lines(text: str) -> list[Line]:
    """Return the non-blank lines in order, wrapped ones joined."""
    lines: list[Line] = []
    joins: list[bool] = []
    broken = adjacent = 0
    previous: re.Match[str] | None = None
    for match in _LINE.finditer(text):
        start, end = _trim(text, match.start(), match.end())
        if start == end:
            previous = None
            continue
        touching = previous is not None and text.count("\n", previous.end(), match.start()) <= 1
        lines.append(Line(start, end))
        joins.append(touching)
        if touching:
            adjacent += 1
            before = lines[-2]
            broken += 40 <= before.end - before.start <= 110 and text[before.end - 1] not in _STOPS
        previous = match
    if broken >= 3 and broken * 2 > adjacent:
        return _join(lines, joins)
    return lines


def _join(lines: list[Line], joins: list[bool]) -> list[Line]:
    joined: list[Line] = []
    for line, touching in zip(lines, joins, strict=True):
        if touching:
            joined[-1] = Line(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
