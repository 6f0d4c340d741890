"""Dates that need no context: "January 4, 2024", "25 January, 2024", "1/24/2024", "2023-11-22".

Values are EDTF days, months or years. A numeric date whose day and month could be exchanged
("1/2/2024") is found but has no value: which is meant is the country's habit, not the text's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their usual abbreviations, lower case, without a full stop."""

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?|MARCH|APR(?:IL|\.)?|MAY|JUNE|JULY|AUG(?:UST|\.)?|SEPT?(?:EMBER|\.)?"
    r"|OCT(?:OBER|\.)?|NOV(?:EMBER|\.)?|DEC(?:EMBER|\.)?)"
)
"""Pattern of a month name, capitalised as news prints it ("may" the verb is left alone)."""

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"

_ABSOLUTE = re.compile(
    rf"""
    (?<![\w/.-])(?:
        (?P<iso>(?P<iy>{YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01]))
      | (?P<numeric>(?P<n1>\d{{1,2}})(?P<sep>[/.])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>{YEAR}))
      | (?P<yfirst>(?P<yy>{YEAR})/(?P<ym>\d{{1,2}})/(?P<yd>\d{{1,2}}))
      | (?P<mdy>(?P<m1>{MONTH})\s(?P<d1>{DAY})(?:st|nd|rd|th)?\s?,?\s(?P<y1>{YEAR}))
      | (?P<dmy>(?P<d2>{DAY})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{MONTH}),?\s(?P<y2>{YEAR}))
    )(?![\w/-])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Absolute:
    """A complete date in the text: its span and its EDTF day, None where day and month are ambiguous."""

    start: int
    end: int
    value: str | None


def find_absolute(text: str, start: int, end: int) -> Iterator[Absolute]:
    """Yield complete dates in text[start:end], left to right; impossible days (31 June) are skipped."""
    for match in _ABSOLUTE.finditer(text, start, end):
        found = _read(match)
        if found is not None:
            yield Absolute(match.start(), match.end(), found or None)


def number_month(name: str) -> int:
    """Return 1 to 12 for a month name or abbreviation as written."""
    return MONTHS[name.rstrip(".").lower()]


def write_day(year: int, month: int, day: int) -> str | None:
    """Return the EDTF day, or None when the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _read(match: re.Match[str]) -> str | None:
    """Value of a match: a day, "" when ambiguous, None when no such day exists."""
    part = match.group
    if part("iso"):
        return write_day(int(part("iy")), int(part("im")), int(part("id")))
    if part("yfirst"):
        return write_day(int(part("yy")), int(part("ym")), int(part("yd")))
    if part("mdy"):
        return write_day(int(part("y1")), number_month(part("m1")), int(part("d1")))
    if part("dmy"):
        return write_day(int(part("y2")), number_month(part("m2")), int(part("d2")))
    year, first, second = int(part("ny")), int(part("n1")), int(part("n2"))
    monthfirst, dayfirst = write_day(year, first, second), write_day(year, second, first)
    if monthfirst and dayfirst and monthfirst != dayfirst:
        return ""
    return monthfirst or dayfirst
