"""Words in a picture: how much room they take, where they break, and where they stand without touching each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import and_

MOST = 60
"""Names in one picture; with more of them nobody would read any."""
LINE = 1.25
"""Height of a line, in type sizes."""
_WIDE, _CAPITAL, _SMALL = 1.02, 0.72, 0.56
"""Widths of signs in type sizes, a little more than those of the usual sans-serif typefaces."""


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


SPOT = Rect(-5, -5, 5, 5)
"""What words keep clear of around each spot."""


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
_Both = tuple[Rect, Rect]


def _both(one: Anchored, sizes: Sizes) -> _Both:
    small, large = sizes
    return one.at(*small), one.at(*large)


def _free(one: _Both, others: Iterable[_Both], sizes: Sizes) -> bool:
    """Tell whether a room lies in the picture and touches none of the others, at any size between the two."""
    if not all(room.inside(*size) for room, size in zip(one, sizes, strict=True)):
        return False
    return all(any(map(and_, one[0].apart(small), one[1].apart(large))) for small, large in others)


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
    marks = [_both(Anchored(x, y, SPOT), sizes) for x, y, _, _ in spots]
    blocked = [_both(one, sizes) for one in taken]
    found: list[Label | None] = []
    for number, (x, y, off, text) in enumerate(spots[:MOST]):
        others = [*blocked, *marks[:number], *marks[number + 1 :]]
        tries = _tries(off, wrapped(text, room, size), size)
        label = next((label for label in tries if _free(_both(Anchored(x, y, label.room), sizes), others, sizes)), None)
        found.append(label)
        if label is not None:
            blocked.append(_both(Anchored(x, y, label.room), sizes))
    return [*found, *[None for _ in spots[MOST:]]]


def _tries(off: float, lines: tuple[str, ...], size: float) -> Iterable[Label]:
    across, tall = max(width(line, size) for line in lines), len(lines) * size * LINE
    for reach in (off, off + 16, off + 32, off + 52, off + 76):
        slant = reach * 0.75
        for dx, dy in ((reach, 0), (-reach, 0), (0, -reach), (0, reach), *_slanted(slant)):
            anchor = "start" if dx > 0 else "end" if dx < 0 else "middle"
            left = dx - {"start": 0, "end": across, "middle": across / 2}[anchor]
            top = dy - (tall if dy < 0 else 0 if dy > 0 else tall / 2)
            rect = Rect(left, top, left + across, top + tall)
            yield Label(lines, dx, round(top + size, 1), anchor, rect, (dx, dy) if reach > off else None)


def _slanted(by: float) -> tuple[tuple[float, float], ...]:
    return (by, -by), (by, by), (-by, -by), (-by, by)
