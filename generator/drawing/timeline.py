"""A picture of time: rows of dates on an axis, in parts where one scale would squeeze most of them together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..views.pictures import Happening, Span

SHARE = 0.6
"""Part of the dates that the closest stretch of time holds; what lies far off goes into parts of its own."""
SQUEEZED = 4
"""How many times longer than that stretch the whole must be for it to be taken apart."""
LEAST = 14
"""Days that the closest stretch counts as at least, so that a few days do not make a part of their own."""
EDGE = 4.0
"""Per cent left free at each end of an axis."""
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a date lies on an axis, in per cent: a point for a day, else from its first to its last day.

    `open_start`, `open_end`: it goes on beyond what is drawn, or nobody says where it ends.
    """

    span: Span
    start: float
    end: float
    point: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture."""

    happening: Happening
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names, by what has to be told of it; None where that is understood."""

    at: float
    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of time with its own axis. The days it runs from and to are those of its dates."""

    first: datetime.date
    last: datetime.date
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows in parts, and those that nobody dates."""

    parts: tuple[Part, ...]
    undated: tuple[Happening, ...]


def drawn(happenings: Sequence[Happening]) -> Timeline:
    """Draw happenings in the order given, which is that of time."""
    dated = [one for one in happenings if one.spans]
    parts = [_part(part) for part in _parts(dated)]
    return Timeline(tuple(parts), tuple(one for one in happenings if not one.spans))


def _day(happening: Happening) -> int:
    """The day by which a happening is put in its place: its first, or its last where nobody says when it began."""
    first = happening.spans[0]
    day = first.first or first.last
    return 0 if day is None else day.toordinal()


def _parts(dated: list[Happening]) -> list[list[Happening]]:
    """Take apart what is before, in and after the shortest stretch that holds most of the dates."""
    days = sorted(_day(one) for one in dated)
    if not days:
        return []
    count = max(1, round(len(days) * SHARE + 0.499))
    length, start = min((days[place + count - 1] - days[place], days[place]) for place in range(len(days) - count + 1))
    length = max(length, LEAST)
    if days[-1] - days[0] <= SQUEEZED * length:
        return [dated]
    near = _neighbours(days, start, start + length, 2 * length)
    found = [
        [one for one in dated if _day(one) < near[0]],
        [one for one in dated if near[0] <= _day(one) <= near[1]],
        [one for one in dated if _day(one) > near[1]],
    ]
    return [part for part in found if part]


def _neighbours(days: list[int], start: int, end: int, gap: int) -> tuple[int, int]:
    """Widen a stretch by the dates that follow within a gap of it, one after another."""
    for day in days:
        if end < day <= end + gap:
            end = day
    for day in reversed(days):
        if start - gap <= day < start:
            start = day
    return start, end


def _part(happenings: list[Happening]) -> Part:
    spans = [span for one in happenings for span in one.spans]
    first = min(_ends(span)[0] for span in spans)
    last = max(_ends(span)[1] for span in spans)
    place = _scale(first, last)
    rows = tuple(Row(one, tuple(_stretch(span, place) for span in one.spans)) for one in happenings)
    return Part(
        datetime.date.fromordinal(first),
        datetime.date.fromordinal(last),
        _ticks(first, last, place),
        rows,
    )


def _ends(span: Span) -> tuple[int, int]:
    """The days a span surely reaches: an open end stands where the other is."""
    known = [day.toordinal() for day in (span.first, span.last) if day is not None]
    return min(known), max(known)


def _scale(first: int, last: int) -> Callable[[float], float]:
    """Return what turns a day into per cent; its morning for a whole number, its noon for a half more."""
    length = last + 1 - first
    return lambda day: round(EDGE + (day - first) / length * (100 - 2 * EDGE), 2)


def _stretch(span: Span, place: Callable[[float], float]) -> Stretch:
    first, last = _ends(span)
    opens, ends = span.first is None, span.last is None
    if span.day:
        noon = place(first + 0.5)
        return Stretch(span, noon, noon, True, False, False)
    return Stretch(span, 0.0 if opens else place(first), 100.0 if ends else place(last + 1), False, opens, ends)


# the axis


def _ticks(first: int, last: int, place: Callable[[float], float]) -> tuple[Tick, ...]:
    """Name days by the finest steps of which there are few enough."""
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    days = next((found for found in _steps(start, end) if 0 < len(found) <= MOST_TICKS), [start])
    yearly = all((day.month, day.day) == (1, 1) for day in days) and len(days) > 1
    shown = zip([None, *days], days, strict=False)
    return tuple(_named(place(day.toordinal()), day, before, yearly) for before, day in shown)


def _steps(start: datetime.date, end: datetime.date) -> Iterator[list[datetime.date]]:
    """Return days, then starts of months and years from start to end, by ever longer steps; of too many, the first."""
    for step in (1, 2, 7, 14):
        count = (end - start).days // step + 1
        yield [start + datetime.timedelta(days=step * number) for number in range(min(count, MOST_TICKS + 1))]
    first, last = start.year * 12 + start.month - (start.day == 1), end.year * 12 + end.month - 1
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000):
        months = range(first + -first % step, last + 1, step)[: MOST_TICKS + 1]
        yield [datetime.date(month // 12, month % 12 + 1, 1) for month in months]


def _named(at: float, day: datetime.date, before: datetime.date | None, yearly: bool) -> Tick:
    """Name a day; its year where it is another than that of the day named before."""
    if yearly:
        return Tick(at, day.year)
    year = day.year if before is None or before.year != day.year else None
    return Tick(at, year, day.month, None if day.day == 1 else day.day)
