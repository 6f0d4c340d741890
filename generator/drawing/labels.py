"""Words in a picture: how much room they take, where they break, and where they stand without touching each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import and_

MOST = 60
"""Names in one picture; with more of them nobody would read any."""
LINE = 1.25
"""Height of a line, in type sizes."""
_WIDE, _CAPITAL, _SMALL = 1.02, 0.72, 0.56
"""Widths of signs in type sizes, a little more than those of the usual sans-serif typefaces."""


Line = tuple[float, float, float, float]
"""From x and y to x and y, in pixels."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def apart(self, other: Rect) -> tuple[bool, bool, bool, bool]:
        """Tell whether this rectangle lies wholly left, right, above or below of another; none when they touch."""
        return (
            self.right <= other.left,
            self.left >= other.right,
            self.bottom <= other.top,
            self.top >= other.bottom,
        )

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle shifted."""
        return Rect(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def inside(self, width: float, height: float) -> bool:
        """Tell whether the rectangle lies wholly in a picture."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


SPOT, NOTHING = Rect(-5, -5, 5, 5), Rect(0, 0, 0, 0)
"""What words keep clear of around each spot that is marked, and where none is."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where words stand beside their spot, in pixels from it: the start of the first line's baseline, and their room.

    `anchor` is SVG's text-anchor. `lead` is where a line from the spot ends that leads to the words; None right by it.
    """

    lines: tuple[str, ...]
    dx: float
    dy: float
    anchor: str
    room: Rect
    lead: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """Room around a spot (parts of the picture's width and height) that keeps its size when the picture grows."""

    x: float
    y: float
    room: Rect

    def at(self, wide: float, high: float) -> Rect:
        """Return the room in a picture of this size."""
        return self.room.moved(self.x * wide, self.y * high)


Sizes = tuple[tuple[float, float], tuple[float, float]]
"""The smallest and the largest size of a picture: what lies on the same side in both does so in between."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """Room that is taken, at both sizes, and the line that leads to it. `near` a mark, lines may cross it."""

    rooms: tuple[Rect, Rect]
    leads: tuple[Line, Line] | None = None
    near: bool = False


def _taken(one: Anchored, sizes: Sizes, lead: tuple[float, float] | None = None) -> _Taken:
    small, large = sizes
    leads = None
    if lead is not None:
        (x1, y1), (x2, y2) = ((one.x * wide, one.y * high) for wide, high in sizes)
        leads = ((x1, y1, x1 + lead[0], y1 + lead[1]), (x2, y2, x2 + lead[0], y2 + lead[1]))
    return _Taken((one.at(*small), one.at(*large)), leads)


def _free(one: _Taken, others: Iterable[_Taken], sizes: Sizes) -> bool:
    """Tell whether a room lies in the picture and touches none of the others, nor a line one that is not its own."""
    if not all(room.inside(*size) for room, size in zip(one.rooms, sizes, strict=True)):
        return False
    (small, large), leads = one.rooms, one.leads
    for other in others:
        first, second = other.rooms
        if not any(map(and_, small.apart(first), large.apart(second))):
            return False
        if leads is not None and not other.near and (_crosses(leads[0], first) or _crosses(leads[1], second)):
            return False
        if other.leads is not None and (_crosses(other.leads[0], small) or _crosses(other.leads[1], large)):
            return False
    return True


def _crosses(line: Line, rect: Rect) -> bool:
    """Tell whether a line goes through a rectangle (Liang and Barsky, 1984)."""
    x1, y1, x2, y2 = line
    start, end = 0.0, 1.0
    for by, near, far in ((x2 - x1, rect.left - x1, rect.right - x1), (y2 - y1, rect.top - y1, rect.bottom - y1)):
        if by == 0:
            if not near < 0 < far:
                return False
        else:
            first, last = sorted((near / by, far / by))
            start, end = max(start, first), min(end, last)
    return start < end


def width(text: str, size: float) -> float:
    """Return about how wide a text runs, rather too much than too little."""
    return size * sum(_sign(sign) for sign in text)


def _sign(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    return _CAPITAL if sign.isupper() or sign in "mw—…@%&" else _SMALL


def wrapped(text: str, room: float, size: float, most: int = 3) -> tuple[str, ...]:
    """Break a text into lines that fit the room, between words where that is possible; the last is cut with `…`."""
    lines = [""]
    for word in text.split():
        whole = f"{lines[-1]} {word}".strip()
        if width(whole, size) <= room:
            lines[-1] = whole
            continue
        lines += [""] if lines[-1] else []
        for sign in word:
            if lines[-1] and width(lines[-1] + sign, size) > room:
                lines.append("")
            lines[-1] += sign
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(f"{last}…", size) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return tuple(lines)


def placed(
    spots: Sequence[tuple[float, float, float, str]], sizes: Sizes, size: float, taken: Iterable[Anchored] = ()
) -> list[Label | None]:
    """Place words by spots (x, y as parts, how far off they must stand, text) in order; None where there is no room.

    No two touch, none touches a spot or leaves the picture. First right by the spot, then farther off with a line.
    """
    room = sizes[0][0] * 0.42
    marks = [_taken(Anchored(x, y, SPOT if off else NOTHING), sizes) for x, y, off, _ in spots]
    blocked = [_taken(one, sizes) for one in taken]
    found: list[Label | None] = []
    for number, (x, y, off, text) in enumerate(spots[:MOST]):
        # Spots so close that their marks cover each other do not keep each other's names away.
        apart = [_apart(mark, marks[number]) for mark in marks]
        others = [*blocked, *(replace(mark, near=by < 16) for mark, by in zip(marks, apart, strict=True) if by > 3)]
        for label in _tries(off, wrapped(text, room, size), size):
            one = _taken(Anchored(x, y, label.room), sizes, label.lead)
            if _free(one, others, sizes):
                blocked.append(one)
                found.append(label)
                break
        else:
            found.append(None)
    return [*found, *[None for _ in spots[MOST:]]]


def _apart(one: _Taken, other: _Taken) -> float:
    """How far apart two marks are in the smallest picture, in pixels."""
    return abs(one.rooms[0].left - other.rooms[0].left) + abs(one.rooms[0].top - other.rooms[0].top)


def _tries(off: float, lines: tuple[str, ...], size: float) -> Iterable[Label]:
    """Propose places for words: beside the spot, then farther off with a line.

    Where no mark is, on the spot or right by it: farther off they would seem to name something else.
    """
    across, tall = max(width(line, size) for line in lines), len(lines) * size * LINE
    for reach in (off, *((off + 16, off + 28, off + 42, off + 60, off + 80) if off else (8, 14))):
        slant = reach * 0.75
        for dx, dy in ((reach, 0), (-reach, 0), (0, -reach), (0, reach), *_slanted(slant)):
            anchor = "start" if dx > 0 else "end" if dx < 0 else "middle"
            left = dx - {"start": 0, "end": across, "middle": across / 2}[anchor]
            top = dy - (tall if dy < 0 else 0 if dy > 0 else tall / 2)
            rect = Rect(left, top, left + across, top + tall)
            yield Label(lines, dx, round(top + size, 1), anchor, rect, (dx, dy) if off and reach > off else None)


def _slanted(by: float) -> tuple[tuple[float, float], ...]:
    return (by, -by), (by, by), (-by, -by), (-by, by)
