"""Country outlines from Natural Earth, 1:50m, public domain; `tools/outlines.py` wrote the file they are read from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y in a picture."""
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees; east may lie beyond 180 where a map crosses the date line."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line around land or a hole in it, as numbers of arcs (`~n` is arc n backwards), and its box."""

    arcs: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the data set draws and names it."""

    name: str
    rings: tuple[Ring, ...]


@cache
def _file() -> Any:
    return json.loads((Path(__file__).parent / "world.json").read_text(encoding="utf-8"))


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries by name."""
    return tuple(
        Country(name, tuple(Ring(tuple(arcs), tuple(box)) for arcs, box in rings))
        for name, rings in _file()["countries"]
    )


@cache
def arc(number: int) -> tuple[Point, ...]:
    """Return the points of an arc, read when a map first shows it."""
    if number < 0:
        return arc(~number)[::-1]
    (wide, high), (west, south) = _file()["scale"], _file()["translate"]
    steps = _file()["arcs"][number]
    across, up = accumulate(steps[0::2]), accumulate(steps[1::2])
    return tuple((x * wide + west, y * high + south) for x, y in zip(across, up, strict=True))


def points(ring: Ring) -> Iterator[Point]:
    """Go along a ring once; arcs share their ends, which come once."""
    for number in ring.arcs:
        yield from arc(number)[1:]


def around(lon: float, lat: float) -> Ring | None:
    """Return the ring of a country's land that a spot lies in, the smallest where one lies in a hole of another."""
    rings = (ring for country in countries() for ring in country.rings if _in_box(ring.box, lon, lat))
    return min((ring for ring in rings if _within(ring, lon, lat)), key=_size, default=None)


def _size(ring: Ring) -> float:
    west, south, east, north = ring.box
    return (east - west) * (north - south)


def _in_box(box: Box, lon: float, lat: float) -> bool:
    west, south, east, north = box
    return west <= lon <= east and south <= lat <= north


def _within(ring: Ring, lon: float, lat: float) -> bool:
    corners = list(points(ring))
    crossed = False
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed
