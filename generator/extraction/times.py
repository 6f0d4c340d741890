"""Dates and times in a text, resolved against the publication day at the granularity stated.

"Three days after the vote" has a value only where the day it counts from is known; "the next day" counts from the
last day named. What cannot be resolved keeps its span and has no value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .absolute import find_absolute, number_month, write_day
from .candidates import When
from .datewords import looks_ahead, search_times
from .reckoning import (
    ORDINALS,
    SEASONS,
    find_holiday,
    find_month,
    find_month_day,
    find_quarter,
    find_weekday,
    read_clock,
    read_count,
    shift_month,
    write_month,
    write_quarter,
    write_season,
    write_span,
    write_week,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .layout import Block
    from .rules import DateRule

_NAMED = frozenset({"may", "march", "august", "mar"})
_LEAD = re.compile(
    r"(?i)\b(?:in|since|of|by|until|till|from|to|through|during|and|between|before|after|for|on|late|early|mid|throughout|or"
    r"|last|this|next|every|each)[ -]$"
)
_CEILING = 2100


_SHIFTS = {
    "last": -1,
    "the past": -1,
    "the previous": -1,
    "next": 1,
    "the next": 1,
    "the coming": 1,
    "the following": 1,
}
_FROM_LAST = frozenset({"the following", "next", "the next", "the previous", "the same"})
_LONG = frozenset({"year", "quarter", "week", "month"})

Value = tuple[str | None, str | None, float]
_OPEN: Value = (None, None, 0.5)


def find_times(text: str, blocks: Sequence[Block], published: str | None) -> list[When]:
    """Return dates and times in the blocks, in order; `published`: the publication day (EDTF) or None."""
    reader = _Reader(text, _read_day(published))
    found: list[When] = []
    for block in blocks:
        for match in search_times(text, block.start, block.end):
            kind = str(match.lastgroup)
            value = reader.read(kind, match)
            if value is None:
                continue
            resolved, label, confidence = value
            start, end = match.span(kind)
            found.append(When(start, end, text[start:end], _KINDS[kind][0], confidence, resolved, label))
    return found


def _read_day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _same(value: str | None, confidence: float) -> Value:
    return value, value, confidence


class _Reader:
    """One text on its way: what later expressions count from, and a method for each kind of expression."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.day: date | None = None
        self.day_at = -(10**9)
        self.quarter: tuple[int, int] | None = None

    def read(self, kind: str, match: re.Match[str]) -> Value | None:
        """Return (EDTF, label, confidence) of an expression, None where it is none after all."""
        value = _KINDS[kind][1](self, match)
        if value is not None and value[0] is not None and len(value[0]) == 10:
            self.day, self.day_at = date.fromisoformat(value[0]), match.end()
        return value

    def _absolute(self, match: re.Match[str]) -> Value | None:
        for found in find_absolute(self.text, match.start("iso"), match.end("iso")):
            return _same(found.value, 0.98 if found.value else 0.5)
        return None

    def _month_day(self, match: re.Match[str]) -> Value | None:
        key = "1" if match["mdy"] is not None else "2"
        month, day = number_month(match["m" + key]), int(match["d" + key])
        last = match["d1b"] if key == "1" else None
        if match["y" + key]:
            year = int(match["y" + key])
        elif self.published is None:
            return _OPEN
        else:
            found = find_month_day(self.published, month, day, ahead=looks_ahead(self.text, match.start(), match.end()))
            if found is None:
                return None
            year = found.year
        first = write_day(year, month, day)
        if first is None:
            return None
        if last is not None and "and" not in self.text[match.start("d1") : match.end("d1b")]:
            until = write_day(year, month, int(last))
            if until is not None and until > first:
                return _same(f"{first}/{until}", 0.9)
        return _same(first, 0.97 if match["y" + key] else 0.9)

    def _month(self, match: re.Match[str]) -> Value | None:
        name = match["m3"].rstrip(".").lower()
        alone = not (match["w3"] or match["y3"] or match["r3"] or match["p3"])
        if (
            alone
            and (name in _NAMED or "." in match["m3"])
            and not _LEAD.search(self.text, max(0, match.start() - 12), match.start())
        ):
            return None
        month = number_month(match["m3"])
        if match["y3"]:
            return _same(write_month(int(match["y3"]), month), 0.95)
        if self.published is None:
            return _OPEN
        if match["r3"]:
            shift = {"last": -1, "this": 0, "next": 1}[match["r3"]]
            return _same(write_month(self.published.year + shift, month), 0.9)
        which = (match["w3"] or "").lower()
        which = {"this past": "", "this coming": "next"}.get(which, which)
        return _same(
            find_month(self.published, month, which, ahead=looks_ahead(self.text, match.start(), match.end())), 0.8
        )

    def _weekday(self, match: re.Match[str]) -> Value | None:
        if self.published is None:
            return _OPEN
        which = (match["w4"] or "").lower()
        which = {"late": "", "early": "", "this": "", "this past": "last", "this coming": "next"}.get(which, which)
        ahead = looks_ahead(self.text, match.start(), match.end())
        return _same(find_weekday(self.published, match["wday"].lower(), which, ahead=ahead).isoformat(), 0.85)

    def _day(self, match: re.Match[str]) -> Value | None:
        if self.published is None:
            return _OPEN
        low = match["day"].lower()
        shift = -1 if "yesterday" in low or "overnight" in low else 1 if "tomorrow" in low else 0
        return _same((self.published + timedelta(days=shift)).isoformat(), 0.9)

    def _relative(self, match: re.Match[str]) -> Value | None:
        which, unit = match["w5"].lower(), match["u5"]
        shift = _SHIFTS.get(which, 0)
        if unit == "day":
            return self._from_last(match, shift) if which in _FROM_LAST else None
        if which == "the past" and unit in _LONG:
            return None
        if self.published is None or (which in _FROM_LAST - {"next"} and unit in _LONG):
            return _OPEN
        published = self.published
        if unit == "quarter":
            index = published.year * 4 + (published.month - 1) // 3 + shift
            self.quarter = index // 4, index % 4 + 1
            value, label = write_quarter(*self.quarter)
            return value, label, 0.8
        if unit in SEASONS:
            return None, write_season(published, unit, -1 if which == "this past" else shift), 0.6
        if unit == "weekend":
            saturday = published + timedelta(days=5 - published.weekday(), weeks=shift)
            return write_span(saturday, saturday + timedelta(days=1)), write_week(saturday) + "-WE", 0.8
        if unit == "year":
            return _same(f"{published.year + shift:04d}", 0.9)
        if unit == "month":
            return _same(shift_month(published, shift), 0.9)
        if unit == "week":
            return _same(write_week(published + timedelta(weeks=shift)), 0.9)
        return _same((published + timedelta(days=-1 if which == "last" else 0)).isoformat(), 0.85)

    def _from_last(self, match: re.Match[str], days: int) -> Value:
        """Count from the last day named, if it was named not long before."""
        if self.day is None or match.start() - self.day_at > 1200:
            return _OPEN
        return _same((self.day + timedelta(days=days)).isoformat(), 0.65)

    def _ago(self, match: re.Match[str]) -> Value | None:
        count, unit, word = read_count(match["n6"]), match["u6"], match["w6"]
        if word == "ago":
            if count is None or self.published is None or unit in {"hour", "decade"}:
                return _OPEN
            if unit == "day":
                return _same((self.published - timedelta(days=count)).isoformat(), 0.85)
            if unit == "week":
                return _same(write_week(self.published - timedelta(weeks=count)), 0.8)
            if unit == "month":
                return _same(shift_month(self.published, -count), 0.85)
            if count == 1 and self.quarter:
                value, label = write_quarter(self.quarter[0] - 1, self.quarter[1])
                return value, label, 0.6
            return _same(f"{self.published.year - count:04d}", 0.85) if count < self.published.year else _OPEN
        if word == "earlier" and unit == "year" and count == 1 and self.published:
            if self.quarter:
                value, label = write_quarter(self.quarter[0] - 1, self.quarter[1])
                return value, label, 0.6
            return _same(f"{self.published.year - 1:04d}", 0.6)
        if unit in {"day", "week"} and count is not None and word in {"later", "earlier", "afterward", "afterwards"}:
            days = count * (7 if unit == "week" else 1)
            return self._from_last(match, -days if word == "earlier" else days)
        return _OPEN

    def _quarter(self, match: re.Match[str]) -> Value | None:
        number = ORDINALS[match["q7"]] if match["q7"] else int(match["q8"])
        year = match["y7"] or match["y7a"] or match["y8"]
        if year:
            self.quarter = int(year), number
        elif self.published is None:
            return _OPEN
        else:
            self.quarter = find_quarter(self.published, number)
        value, label = write_quarter(*self.quarter)
        return value, label, 0.8

    def _weekend(self, _match: re.Match[str]) -> Value | None:
        if self.published is None:
            return _OPEN
        saturday = self.published - timedelta(days=(self.published.weekday() - 5) % 7)
        return (
            f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}",
            write_week(saturday) + "-WE",
            0.75,
        )

    def _that_day(self, match: re.Match[str]) -> Value | None:
        return self._from_last(match, 0)

    def _same_quarter(self, match: re.Match[str]) -> Value | None:
        if self.quarter is None and self.published is not None and match["tq"]:
            ended = self.published.year * 4 + (self.published.month - 1) // 3 - 1
            self.quarter = ended // 4, ended % 4 + 1
        if self.quarter is None:
            return _OPEN
        back = match["yw"] is not None
        value, label = write_quarter(self.quarter[0] - back, self.quarter[1])
        return value, label, 0.6

    def _clock(self, match: re.Match[str]) -> Value | None:
        day: str | None = None
        if self.published is not None and match["cday"]:
            low = match["cday"].lower()
            shift = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(low)
            if shift is None:
                ahead = looks_ahead(self.text, match.start(), match.end())
                day = find_weekday(self.published, low, "", ahead=ahead).isoformat()
            else:
                day = (self.published + timedelta(days=shift)).isoformat()
        elif self.published is not None and match["cm"]:
            found = find_month_day(self.published, number_month(match["cm"]), int(match["cd"]), ahead=False)
            day = found.isoformat() if found else None
        time = read_clock(match["clock"])
        if day is None or time is None:
            return _OPEN
        return _same(f"{day}T{time}", 0.85)

    def _decade(self, match: re.Match[str]) -> Value | None:
        first = int(match["y9"])
        return _same(f"{first:04d}/{first + 9:04d}", 0.9)

    def _year(self, match: re.Match[str]) -> Value | None:
        year = int(match["y10"])
        if not 1500 <= year < _CEILING:
            return None
        if year < 1700 and not _LEAD.search(self.text, max(0, match.start() - 12), match.start()):
            return None
        if match["y10b"]:
            return _same(f"{year:04d}/{year // 100:02d}{match['y10b'][1:]}", 0.8)
        return _same(f"{year:04d}", 0.85)

    def _holiday(self, match: re.Match[str]) -> Value | None:
        if self.published is None:
            return _OPEN
        ahead = looks_ahead(self.text, match.start(), match.end())
        found = find_holiday(self.published, match["hol"].lower().replace("’", "'"), ahead=ahead)
        return _same(found.isoformat() if found else None, 0.6)

    def _end(self, match: re.Match[str]) -> Value | None:
        if self.published is None:
            return _OPEN
        words = match["half"]
        shift = 1 if "next" in words else -1 if "last" in words else 0
        unit = match["u12"]
        if unit is None:
            return _same(f"{self.published.year:04d}-12-31", 0.7)
        if unit == "year":
            return _same(f"{self.published.year + shift:04d}", 0.7)
        if unit == "month":
            return _same(shift_month(self.published, shift), 0.7)
        return _same(write_week(self.published + timedelta(weeks=shift)), 0.7)


_KINDS: dict[str, tuple[DateRule, Callable[[_Reader, re.Match[str]], Value | None]]] = {
    "iso": ("numeric-date", _Reader._absolute),
    "mdy": ("month-day", _Reader._month_day),
    "dmy": ("day-month", _Reader._month_day),
    "my": ("month", _Reader._month),
    "wd": ("weekday", _Reader._weekday),
    "day": ("day-word", _Reader._day),
    "rel": ("relative", _Reader._relative),
    "ago": ("distance", _Reader._ago),
    "qtr": ("quarter", _Reader._quarter),
    "yq": ("quarter-named-before", _Reader._same_quarter),
    "wkd": ("weekend", _Reader._weekend),
    "thatday": ("day-named-before", _Reader._that_day),
    "clock": ("clock", _Reader._clock),
    "decade": ("decade", _Reader._decade),
    "yr": ("year", _Reader._year),
    "hol": ("holiday", _Reader._holiday),
    "half": ("end-of", _Reader._end),
}
"""Group of the pattern → rule id and reader."""
