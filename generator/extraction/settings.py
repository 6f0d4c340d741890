"""Where and when a figure holds: the place named with it and the date of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .candidates import Figure, Mention, When

_IN = re.compile(r"(?:\bin|\bat|\bnear|\bacross|\binside|\bon|\bto|\bof)[ \u00a0](?:the[ ]|[a-z]+[ ]){0,2}$")
_BREAK = re.compile(r"[.!?;\n](?:(?<=\n)|(?<!\b[A-Z].)[”\"’')\]]*\s+[“\"‘'(]?(?=[A-Z]))")
_REACH = 110
_BEFORE = 200


def settle(text: str, figures: Sequence[Figure], dates: Sequence[When], mentions: Sequence[Mention]) -> list[Figure]:
    """Return the figures with the place that follows them in their clause and the nearest date of their sentence."""
    places = [mention for mention in mentions if mention.kind == "place"]
    starts = [mention.start for mention in places]
    days = [when for when in dates if when.value is not None]
    day_starts = [when.start for when in days]
    settled = []
    for index, figure in enumerate(figures):
        limit = figures[index + 1].start if index + 1 < len(figures) else len(text)
        stop = min(figure.end + _REACH, limit)
        cut = _BREAK.search(text, figure.end, stop)
        stop = cut.start() if cut else stop
        place = None
        at = bisect_left(starts, figure.end)
        while at < len(places) and places[at].end <= stop:
            if _IN.search(text, max(figure.end, places[at].start - 24), places[at].start):
                place = places[at].id or places[at].name
                break
            at += 1
        settled.append(figure._replace(place=place, as_of=_read_day(text, figure, days, day_starts)))
    return settled


def _read_day(text: str, figure: Figure, days: Sequence[When], starts: Sequence[int]) -> str | None:
    """The one date of the sentence, or the nearest before the figure where there are several."""
    after = _BREAK.search(text, figure.end, figure.end + _BEFORE)
    end = after.start() if after else figure.end + _BEFORE
    begin = max(0, figure.start - _BEFORE)
    for match in _BREAK.finditer(text, begin, figure.start):
        begin = match.end()
    inside = days[bisect_left(starts, begin) : bisect_left(starts, end)]
    if len(inside) == 1:
        return inside[0].value
    before = [when for when in inside if when.end <= figure.start]
    return before[-1].value if before else None
