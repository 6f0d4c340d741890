"""A map: outlines clipped and thinned to what it shows, places by how exactly they are known, names beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..model.vocabulary import Precision
from ..views.pictures import Spot
from . import frame, labels, world
from .frame import ASPECT, Frame
from .labels import Anchored, Label, Rect
from .world import Point

UNITS = 1200
"""Width of the outlines' own coordinates; they scale with the picture, while words and marks keep their size."""
LONGEST = 12_000
"""Characters of outlines in one map; farther thinned until they fit."""
SIZE = 12.5
"""Size of place names in pixels."""
NARROW, WIDE = (286.0, 560.0), (560.0, 800.0)
"""Pixels of width, from and to, for which names are placed: on narrow screens, and on others."""
_CORNER = Rect(0, -34, 130, 0)
"""Where the scale stands, at the bottom left."""
_LENGTHS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_Thinned = dict[tuple[int, int], list[Point]]
_AREAS = {Precision.ADMIN2: 11.0, Precision.ADMIN1: 17.0}
"""Radius in pixels of the sign for "somewhere around here": a sign, no boundary."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the picture, as parts of its width and height in per cent. `radius` is that of an area's sign."""

    spot: Spot
    x: float
    y: float
    radius: float
    pin: bool


@dataclass(frozen=True, slots=True)
class Caption:
    """A place's or a country's name in the picture; `spot` is None for a country's, which is the data set's."""

    x: float
    y: float
    label: Label
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The scale: its length in kilometres, and in per cent of the picture's width."""

    kilometres: int
    length: float


@dataclass(frozen=True, slots=True)
class Map:
    """A map. `land` and `shaded` are SVG paths; `narrow` and `wide` are the names as placed for two widths.

    `unnamed_narrow` and `unnamed_wide` are the places for whose names there is no room, `beyond` those off the map.
    """

    width: int
    height: int
    land: str
    shaded: str
    marks: tuple[Mark, ...]
    narrow: tuple[Caption, ...]
    wide: tuple[Caption, ...]
    bar: Bar
    beyond: tuple[Spot, ...]
    unnamed_narrow: tuple[Spot, ...]
    unnamed_wide: tuple[Spot, ...]


def drawn(spots: Sequence[Spot]) -> Map | None:
    """Draw places. Those that are `main` choose what is shown, the others are added where they fall into it."""
    main = [spot for spot in spots if spot.main and spot.at is not None]
    kept = frame.together([_at(spot) for spot in main])
    inside = [spot for spot, near in zip(main, kept, strict=True) if near]
    if not inside:
        return None
    wholes = {spot.link.key: ring for spot in inside if (ring := _whole(spot)) is not None}
    corners = [corner for ring in wholes.values() for corner in (ring.box[:2], ring.box[2:])]
    shown = frame.around([*map(_at, inside), *corners])
    seen = [spot for spot in spots if spot.at is not None and _visible(shown, *_at(spot))]
    marks = tuple(_mark(shown, spot) for spot in sorted(seen, key=lambda spot: not spot.main))
    earth = _outlines(shown, tuple(dict.fromkeys(wholes.values())))
    narrow, wide = _captions(earth, marks, NARROW), _captions(earth, marks, WIDE)
    return Map(
        width=UNITS,
        height=round(UNITS / ASPECT),
        land=earth.land,
        shaded=earth.shaded,
        marks=marks,
        narrow=narrow,
        wide=wide,
        bar=_bar(shown),
        beyond=tuple(spot for spot in spots if spot.main and spot not in seen),
        unnamed_narrow=_unnamed(marks, narrow),
        unnamed_wide=_unnamed(marks, wide),
    )


def _at(spot: Spot) -> Point:
    if spot.at is None:
        raise ValueError(f"{spot.link.key} has no coordinates")
    return spot.at


def _visible(shown: Frame, lon: float, lat: float) -> bool:
    x, y = shown.place(lon, lat)
    return 0 <= x <= 1 and 0 <= y <= 1


def _mark(shown: Frame, spot: Spot) -> Mark:
    x, y = shown.place(*_at(spot))
    area = spot.precision is Precision.COUNTRY or spot.precision in _AREAS
    radius = 0.0 if spot.precision is None else _AREAS.get(spot.precision, 0.0)
    return Mark(spot, round(x * 100, 2), round(y * 100, 2), radius, not area)


def _whole(spot: Spot) -> world.Ring | None:
    """Return the outline of the country, where that is all that is known of where a place lies."""
    return world.around(*_at(spot)) if spot.precision is Precision.COUNTRY else None


# outlines


@dataclass(frozen=True, slots=True)
class _Land:
    """What a map shows of the earth: paths, and countries by the part of the picture they fill, with their middle."""

    land: str
    shaded: str
    names: tuple[tuple[str, float, float], ...]


@lru_cache(maxsize=64)
def _outlines(shown: Frame, areas: tuple[world.Ring, ...]) -> _Land:
    """Draw the land and the countries shaded, thinned by ever more until they are short enough.

    Places and their events share maps, which is why the last ones are kept.
    """
    step = 1.6
    while True:
        memo: _Thinned = {}
        lines = [
            (country.name, ring, _line(shown, ring, turn, step, memo))
            for country in world.countries()
            for ring in country.rings
            for turn in _turns(shown, ring)
        ]
        land = "".join(_written(line, step) for _, _, line in lines)
        shaded = "".join(_written(line, step) for _, ring, line in lines if ring in areas)
        if len(land) + len(shaded) <= LONGEST:
            return _Land(land, shaded, _names((name, line) for name, _, line in lines))
        step *= 1.4


def _names(lines: Iterable[tuple[str, list[Point]]]) -> tuple[tuple[str, float, float], ...]:
    """Return the countries that take up much of the picture, largest first, each with the middle of what is seen."""
    found = []
    for name, line in lines:
        area, x, y = _middle(line)
        if area > 0.02 * UNITS * UNITS / ASPECT and 0 < x < UNITS and 0 < y < UNITS / ASPECT:
            found.append((area, name, x / UNITS, y / UNITS * ASPECT))
    return tuple((name, x, y) for _, name, x, y in sorted(found, reverse=True))


def _turns(shown: Frame, ring: world.Ring) -> list[int]:
    """Tell by which turns around the earth a ring comes into the picture, most often by none."""
    west, south, east, north = shown.box
    left, bottom, right, top = ring.box
    if top < south or bottom > north:
        return []
    return [turn for turn in (-360, 0, 360) if right + turn >= west and left + turn <= east]


def _line(shown: Frame, ring: world.Ring, turn: int, step: float, memo: _Thinned) -> list[Point]:
    """Return what the picture shows of a ring."""
    return _clipped([point for number in ring.arcs for point in _thin(shown, number, turn, step, memo)[1:]])


def _thin(shown: Frame, number: int, turn: int, step: float, memo: _Thinned) -> list[Point]:
    """Project an arc and leave out what lies nearer than a step to what was kept; its ends stay.

    Arcs are thinned one by one and forwards, so that neighbours keep the same border.
    """
    if number < 0:
        return _thin(shown, ~number, turn, step, memo)[::-1]
    if (number, turn) not in memo:
        west, south, east, north = shown.box
        across, up = UNITS / (east - west), UNITS / ASPECT / (north - south)
        whole = [((lon + turn - west) * across, (north - lat) * up) for lon, lat in world.arc(number)]
        kept, (left, top) = whole[:1], whole[0]
        for x, y in whole[1:-1]:
            if abs(x - left) + abs(y - top) >= step:
                kept.append((x, y))
                left, top = x, y
        memo[number, turn] = [*kept, whole[-1]]
    return memo[number, turn]


def _clipped(line: list[Point]) -> list[Point]:
    """Cut a closed line to the picture and a little beyond, where its cut edges are not seen (Sutherland, Hodgman)."""
    beyond = UNITS * 0.02
    for axis, end, sign in (
        (0, -beyond, 1),
        (0, UNITS + beyond, -1),
        (1, -beyond, 1),
        (1, UNITS / ASPECT + beyond, -1),
    ):
        if all((point[axis] - end) * sign >= 0 for point in line):
            continue
        corners, line = line, []
        for before, here in pairwise([*corners[-1:], *corners]):
            start, stop = (before[axis] - end) * sign, (here[axis] - end) * sign
            if (start < 0) != (stop < 0):
                part = start / (start - stop)
                line.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if stop >= 0:
                line.append(here)
    return line


def _written(line: list[Point], step: float) -> str:
    """Write a closed line as an SVG path in whole units, steps relative; specks are left out."""
    dots = [(round(x), round(y)) for x, y in line]
    dots = [dot for number, dot in enumerate(dots) if number == 0 or dot != dots[number - 1]]
    if len(dots) < 3 or max(_span(dots, 0), _span(dots, 1)) < 2 * step:
        return ""
    steps = [f"{x - left} {y - top}" for (left, top), (x, y) in pairwise(dots)]
    return f"M{dots[0][0]} {dots[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _span(dots: list[tuple[int, int]], axis: int) -> int:
    return max(dot[axis] for dot in dots) - min(dot[axis] for dot in dots)


# names


def _captions(earth: _Land, marks: tuple[Mark, ...], widths: tuple[float, float]) -> tuple[Caption, ...]:
    """Place the names of places, then those of the countries around where there is room left."""
    least, most = widths
    sizes = ((least, least / ASPECT), (most, most / ASPECT))
    spots = [(mark.x / 100, mark.y / 100, _off(mark), mark.spot.link.label) for mark in marks]
    taken = [Anchored(0, 1, _CORNER)]
    found = [
        Caption(mark.x, mark.y, label, mark.spot)
        for mark, label in zip(marks, labels.placed(spots, sizes, SIZE, taken), strict=True)
        if label is not None
    ]
    taken += [Anchored(caption.x / 100, caption.y / 100, caption.label.room) for caption in found]
    taken += [Anchored(x, y, labels.SPOT) for x, y, off, _ in spots if off]
    told = {mark.spot.link.label.casefold() for mark in marks}
    for name, x, y in earth.names:
        label = None if name.casefold() in told else labels.placed([(x, y, 0.0, name)], sizes, SIZE, taken)[0]
        if label is not None and label.lead is None:
            taken.append(Anchored(x, y, label.room))
            found.append(Caption(round(x * 100, 2), round(y * 100, 2), label, None))
    return tuple(found)


def _unnamed(marks: tuple[Mark, ...], captions: tuple[Caption, ...]) -> tuple[Spot, ...]:
    named = {caption.spot.link.key for caption in captions if caption.spot}
    return tuple(mark.spot for mark in marks if mark.spot.link.key not in named)


def _off(mark: Mark) -> float:
    """How far from its spot a name stands: on it, where there is no mark."""
    return 8.0 if mark.pin else mark.radius + 3 if mark.radius else 0.0


def _middle(line: list[Point]) -> tuple[float, float, float]:
    """Return the area of a closed line and its centroid (the shoelace formula)."""
    twice = across = down = 0.0
    for (x1, y1), (x2, y2) in pairwise([*line, *line[:1]]):
        cross = x1 * y2 - x2 * y1
        twice += cross
        across += (x1 + x2) * cross
        down += (y1 + y2) * cross
    return (abs(twice) / 2, across / (3 * twice), down / (3 * twice)) if twice else (0.0, 0.0, 0.0)


def _bar(shown: Frame) -> Bar:
    """Choose a round length of about a fifth of the width."""
    length = max((one for one in _LENGTHS if one <= shown.kilometres / 4.5), default=_LENGTHS[0])
    return Bar(length, round(length / shown.kilometres * 100, 2))
