"""Dates as readers read them."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from ..dates import Date, Precision, ends, parse
from ..strings import Strings


def spelled(date: Date, t: Strings) -> str:
    """Return a date in words, in English "24 January 2024, 00:15 (UTC+3)" or "about May 2023"."""
    if date.precision is Precision.INTERVAL:
        start, end = ("" if part is None else spelled(part, t) for part in ends(date))
        if start and end:
            return t("date.span", start=start, end=end)
        return t("date.since", start=start) if start else t("date.until", end=end)
    words = _day(date, t)
    if date.moment:
        # Python names the zone "UTC+03:00"; readers know it as UTC+3.
        zone = re.sub(r"([+-])0?([0-9]+)(?::00|(:[0-9]+))", r"\1\2\3", date.moment.tzname() or t("date.local"))
        words = t("date.time", date=words, time=f"{date.moment:%H:%M}", zone=zone.replace("-", "−"))
    if date.approximate:
        words = t("date.about", date=words)
    return t("date.uncertain", date=words) if date.uncertain else words


def began(date: Date, t: Strings) -> tuple[str, str]:
    """Return an id and a title for the month a date begins in: its year where it states no more, itself where less."""
    start = ends(date)[0] if date.precision is Precision.INTERVAL else date
    if start is None or start.first is None:
        return f"until-{date.last}", spelled(date, t)
    if start.precision is Precision.YEAR:
        return start.first.isoformat()[:4], t("date.year", year=start.first.year)
    return start.first.isoformat()[:7], t("date.month", month=t(f"month.{start.first.month:02}"), year=start.first.year)


def _day(date: Date, t: Strings) -> str:
    day = date.first or datetime.date.min  # it has one: only intervals are open
    month = t(f"month.{day.month:02}")
    match date.precision:
        case Precision.YEAR:
            return t("date.year", year=day.year)
        case Precision.MONTH:
            return t("date.month", month=month, year=day.year)
        case Precision.WEEK:
            week = day.isocalendar()
            return t("date.week", week=week.week, year=week.year)
    return t("date.day", day=day.day, month=month, year=day.year)


@lru_cache(maxsize=4096)
def spelled_text(text: str | None, t: Strings) -> str | None:
    """Return a date as written in YAML in words."""
    return None if text is None else spelled(parse(text), t)


def as_of(text: str | None, t: Strings) -> str | None:
    """Say since, until or during when something was so, or on which day it was said to be."""
    if text is None:
        return None
    date = parse(text)
    return spelled(date, t) if date.precision is Precision.INTERVAL else t("claim.as_of", date=spelled(date, t))
