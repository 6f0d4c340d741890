"""Calendar arithmetic behind "Tuesday", "last month" and "the third quarter", against a publication day."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "couple": 2}


def find_weekday(published: date, name: str, which: str, *, ahead: bool) -> date:
    """Return the day meant by a weekday's name: the latest one, the publication day included.

    `which`: "last" (before the publication day), "next" (after it) or "". `ahead`: the sentence speaks of what is to
    come, so that the next one is meant.
    """
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    if which == "next":
        return published + timedelta(days=(7 - back) if back else 7)
    if which == "last":
        return published - timedelta(days=back or 7)
    if ahead and back:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def find_month_day(published: date, month: int, day: int, *, ahead: bool) -> date | None:
    """Return the day with that month and number nearest to the publication day, rather past than to come."""
    best: tuple[float, date] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        away = (found - published).days
        cost = -away if away <= 0 else away * (0.6 if ahead else 1.4)
        if best is None or cost < best[0]:
            best = cost, found
    return best[1] if best else None


def find_month(published: date, month: int, which: str, *, ahead: bool) -> str:
    """Return the month (EDTF) meant by its name alone."""
    year = published.year
    if which == "last":
        year -= month >= published.month
    elif which == "next" or (ahead and which != "this"):
        year += month < published.month
    elif which != "this" and month > published.month + 3:
        year -= 1
    elif which != "this":
        year += month < published.month and month + 12 <= published.month + 3
    return write_month(year, month)


def shift_month(published: date, months: int) -> str:
    """Return the month that many months away (EDTF)."""
    index = published.year * 12 + published.month - 1 + months
    return write_month(index // 12, index % 12 + 1)


def write_month(year: int, month: int) -> str:
    """Return the EDTF month."""
    return f"{year:04d}-{month:02d}"


def write_week(day: date) -> str:
    """Return the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def find_quarter(published: date, number: int) -> tuple[int, int]:
    """Return (year, quarter) of the latest such quarter that had begun."""
    year = published.year
    return (year, number) if (number - 1) * 3 + 1 <= published.month else (year - 1, number)


def write_quarter(year: int, number: int) -> tuple[str, str]:
    """Return a quarter as EDTF interval of months and as label."""
    first = (number - 1) * 3 + 1
    return f"{write_month(year, first)}/{write_month(year, first + 2)}", f"{year:04d}-Q{number}"


def write_span(first: date, last: date) -> str:
    """Return the EDTF interval of two days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def write_season(published: date, name: str, shift: int) -> str:
    """Return the label of a season: the running year's, the latest begun (shift -1) or the next to begin (1)."""
    begun = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}[name] <= published.month
    year = published.year
    if shift < 0 and not begun:
        year -= 1
    elif shift > 0 and begun:
        year += 1
    return f"{year:04d}-{SEASONS[name]}"


def read_count(words: str) -> int | None:
    """Return a small number in digits or words, None for "several"."""
    words = words.lower().replace("a couple of", "couple").strip()
    if words.isdigit() and len(words) < 5:
        return int(words)
    return NUMBERS.get(words)


def read_clock(words: str) -> str | None:
    """Return "HH:MM" of a clock time as written; None for midnight, which may end or begin its day."""
    low = words.lower()
    if low.startswith("noon"):
        return "12:00"
    if low.startswith("midnight"):
        return None
    match = re.match(r"(\d{1,2})(?:[:.h](\d\d))?\s?(?:([ap])\.?m)?", low)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def find_thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "independence day": (7, 4),
}


def find_holiday(published: date, name: str, *, ahead: bool) -> date | None:
    """Return the day of a holiday, by its lower-case name, nearest to the publication day."""
    if name.startswith("thanksgiving"):
        days = [find_thanksgiving(published.year + shift) for shift in (-1, 0, 1)]
        return min(days, key=lambda day: max((published - day).days, 1.4 * (day - published).days))
    return find_month_day(published, *_FIXED[name], ahead=ahead) if name in _FIXED else None
