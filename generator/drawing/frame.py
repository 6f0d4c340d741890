"""The stretch of the earth that a map shows: chosen from its places, and how degrees become parts of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from .world import Box, Point

ASPECT = 4 / 3
"""Width to height of every map."""
KILOMETRES = 111.2
"""Kilometres in a degree of latitude."""
LEAST = 6.0
"""Degrees of latitude that a map shows at least: enough around a single place to see where it is."""
MARGIN = 0.14
"""What is added to a map on each side, as a part of what its places span."""
FAR = 3_000.0
"""Kilometres beyond which a place that stands off from the others is left to the list beneath the map."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the earth in an equirectangular projection, true to scale at its middle."""

    box: Box

    def place(self, lon: float, lat: float) -> Point:
        """Return where a spot lies, as parts of the width and the height; 0, 0 is at the top left."""
        west, south, east, north = self.box
        return (self.east_of(lon) - west) / (east - west), (north - lat) / (north - south)

    def east_of(self, lon: float) -> float:
        """Return a longitude counted on eastwards from the frame's western edge."""
        west, _, east, _ = self.box
        middle = (west + east) / 2
        return lon + 360 * round((middle - lon) / 360)

    @property
    def kilometres(self) -> float:
        """The width on the ground at the frame's middle."""
        west, south, east, north = self.box
        return (east - west) * _narrowing((south + north) / 2) * KILOMETRES


def around(spots: Sequence[Point], least: float = LEAST) -> Frame:
    """Return the frame that shows all spots (longitude, latitude), with a margin and something around them."""
    lons, lats = _unwrapped([lon for lon, _ in spots]), [lat for _, lat in spots]
    middle = (min(lats) + max(lats)) / 2
    high = max(least, (max(lats) - min(lats)) * (1 + 2 * MARGIN))
    wide = max(0.0, (max(lons) - min(lons)) * (1 + 2 * MARGIN))
    high = min(180.0, max(high, wide * _narrowing(middle) / ASPECT))
    # A frame near a pole is moved back onto the earth.
    middle = max(-90 + high / 2, min(90 - high / 2, middle))
    wide = min(360.0, high * ASPECT / _narrowing(middle))
    centre = (min(lons) + max(lons)) / 2
    return Frame((centre - wide / 2, middle - high / 2, centre + wide / 2, middle + high / 2))


def together(spots: Sequence[Point]) -> list[bool]:
    """Tell of each spot whether one map can show it with most others, or it stands so far off that nothing else would.

    The spot with the most others within `FAR` kilometres is the middle; what lies within that distance of it stays.
    """
    near = [[distance(one, other) <= FAR for other in spots] for one in spots]
    return max(near, key=sum, default=[])


def distance(one: Point, other: Point) -> float:
    """Return the kilometres between two spots along the great circle (haversine)."""
    (lon1, lat1), (lon2, lat2) = ((radians(lon), radians(lat)) for lon, lat in (one, other))
    part = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(part)))


def _narrowing(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude; not less than a tenth, for the poles."""
    return max(0.1, cos(radians(lat)))


def _unwrapped(lons: list[float]) -> list[float]:
    """Count longitudes on beyond 180 where that brings them closer together: the widest gap is left outside."""
    order = sorted(set(lons))
    gaps = [after - before for before, after in zip([order[-1] - 360, *order], order, strict=False)]
    start = order[gaps.index(max(gaps))]
    return [lon if lon >= start else lon + 360 for lon in lons]
