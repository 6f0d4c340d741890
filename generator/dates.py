"""Dates as the dossier writes them, and as our own English prose spells them.

The written form is a declared subset of EDTF level 1 (Library of Congress, 2019; ISO 8601-2:2019): year,
month, day, each with `~ ? %`, closed and open intervals. To it come the ISO 8601 week, and the day with the
time to the minute, with the offset from UTC where known. Years run from 0001 to 9999, as in `datetime`.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from .problems import UpsideDownError, quoted

LONGEST = 60  # characters; the longest date there is has fewer


class Precision(StrEnum):
    """How finely a date is stated."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    MINUTE = "minute"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written and the calendar days it covers.

    `first` and `last` are inclusive, None for an open end; for a time, the day in its own offset. `moment` is
    there for times alone, naive where no offset is stated. Approximate (`~`), uncertain (`?`) or both (`%`)
    never move the bounds: no width is invented.
    """

    text: str
    precision: Precision
    first: datetime.date | None
    last: datetime.date | None
    moment: datetime.datetime | None = None
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A date or clock time in prose, from `start` to `end` (code points, end exclusive).

    Of the last three exactly one is there: a date with its year, a (month, day) without, an (hour, minute).
    """

    start: int
    end: int
    kind: Literal["date", "time"]
    date: Date | None = None
    month_day: tuple[int, int] | None = None
    time: tuple[int, int] | None = None


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})([~?%]?)")
_OFFSET = r"(?:Z|(?!-00:00)[+-](?:0[0-9]|1[0-5]):[0-5][0-9])"  # no place has kept a time farther from UTC
_MOMENT = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})T(?:[01][0-9]|2[0-3]):[0-5][0-9]{_OFFSET}?")
_TRIPLE = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})")
_OPEN = ".."
_DASH = re.compile(r"\s*[–—]\s*|\s+(?:-|to|until|and)\s+")
_MIN, _MAX = datetime.date.min, datetime.date.max
_ADVICE = "write a year, month or day such as 2024, 2024-01 or 2024-01-24"
_FAULTS = {
    r"^$": f"is empty: {_ADVICE}",
    r"[^\x00-\x7f]": f"has other signs than digits 0 to 9 and - / T W Z : + ~ ? %: {_ADVICE}",
    r"[0-9][T ][0-9]{2}:[0-9]{2}[:.]": "has seconds: write the minute alone, as in 2024-01-24T00:15+03:00",
    r"[T ](?:2[4-9]|[3-9][0-9]|[0-9]{2}:[6-9])": "has no time of day: write one from 00:00 to 23:59",
    r"^([0-9-]{10})[T ]([0-9]{2}:[0-9]{2})$": r"is not written as one word with a capital T: write \1T\2",
    r"-00:00$": "has an offset -00:00: write Z for UTC, or no offset where it is unknown",
    r"T[0-9:]{5}[+-](?:1[6-9]|[2-9]|[0-9]{2}:[6-9])": "has an offset no place keeps: write one like +03:00",
    r"^([0-9-]{10}T[0-9:]{5}[+-][0-9]{2})([0-9]{2})$": r"has an offset without a colon: write \1:\2",
    r"[0-9][T ][0-9]": "has a time in another form: write 2024-01-24T00:15+03:00 or 2024-01-24T00:15",
    r"^[0-9]{4}-?W": "has a week in another form: write the year and two digits, as in 2024-W04",
    r"^([0-9]{4})([0-9]{2})([0-9]{2})$": r"has no hyphens: write \1-\2-\3",
    r"^([0-9]{4})-([0-9]{4})$": r"is not an interval: write \1/\2",
    r"^([0-9]{4})-([0-9])$": r"has a month of one digit: write \1-0\2",
    r"[~?%].": "has a mark before its end: write ~, ? or % last, as in 2024-01~",
}


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """Read one date in the written form.

    ValueError for everything else; its message quotes the text, says what is wrong and what would be right.
    """
    written = text.strip() if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    try:
        if len(text) > LONGEST:
            raise ValueError(f"is too long for a date: write at most {LONGEST} characters")
        return _interval(written) if "/" in written and not _TRIPLE.fullmatch(written) else _point(written)
    except ValueError as error:
        raise type(error)(f"{quoted(written)} {error}") from None


def _point(text: str) -> Date:
    if match := _POINT.fullmatch(text):
        return _calendar(text, match)
    if match := _WEEK.fullmatch(text):
        return _week(text, match)
    if match := _MOMENT.fullmatch(text):
        _check(int(match[1]), match[2], match[3])
        moment = datetime.datetime.fromisoformat(text)
        return Date(text, Precision.MINUTE, moment.date(), moment.date(), moment)
    raise ValueError(_fault(text))


def _calendar(text: str, match: re.Match[str]) -> Date:
    year, month, day = (int(part or 0) for part in match.group(1, 2, 3))
    _check(year, match[2] or "01", match[3] or "01")
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    first = datetime.date(year, month or 1, day or 1)
    last = datetime.date(year, month or 12, day or monthrange(year, month or 12)[1])
    return Date(text, precision, first, last, None, match[4] in ("~", "%"), match[4] in ("?", "%"))


def _check(year: int, month: str = "01", day: str = "01") -> None:
    if not year:
        raise ValueError("has the year 0000: write a year from 0001 to 9999")
    if not 1 <= int(month) <= 12:
        raise ValueError(f"has a month {month}: write a month from 01 to 12")
    longest = monthrange(year, int(month))[1]
    if not 1 <= int(day) <= longest:
        name = f"{_MONTHS[int(month) - 1]} {year}"
        raise ValueError(f"has a day {day}, but {name} has {longest} days: write a day from 01 to {longest}")


def _week(text: str, match: re.Match[str]) -> Date:
    year, week = int(match[1]), int(match[2])
    _check(year)
    weeks = datetime.date(year, 12, 28).isocalendar().week  # ISO 8601: 28 December is always in the last week
    if not 1 <= week <= weeks:
        raise ValueError(f"has a week {match[2]}, but {year} has {weeks}: write a week from W01 to W{weeks}")
    first = datetime.date.fromisocalendar(year, week, 1)
    # The last week of 9999 runs out of the calendar.
    last = datetime.date.fromordinal(min(first.toordinal() + 6, _MAX.toordinal()))
    return Date(text, Precision.WEEK, first, last, None, match[3] in ("~", "%"), match[3] in ("?", "%"))


def _interval(text: str) -> Date:
    parts = text.split("/")
    if len(parts) != 2 or parts == [_OPEN, _OPEN]:
        raise ValueError("is not an interval: write one such as 2023-10-17/2023-11-21 or 2023-10-17/..")
    if "" in parts:
        raise ValueError("is an interval with an end left out: write .. for an open one, as in 2023-10-17/..")
    start, end = (None if part == _OPEN else _point(part) for part in parts)
    ends = [date for date in (start, end) if date]
    if {date.precision for date in ends} & {Precision.WEEK, Precision.MINUTE}:
        raise ValueError("is an interval with a week or a time: write years, months or days on both sides")
    first, last = start.first if start else None, end.last if end else None
    if first and last and first > last:
        raise UpsideDownError(f"is an interval upside down: write {parts[1]}/{parts[0]}")
    approximate, uncertain = any(date.approximate for date in ends), any(date.uncertain for date in ends)
    return Date(text, Precision.INTERVAL, first, last, None, approximate, uncertain)


def _fault(text: str) -> str:
    """What is wrong with a text that has not the form of a date, and what would be right."""
    right = _spelt(text)
    if match := _TRIPLE.fullmatch(text):
        one, two, three = match.groups()
        # "3/1/2024" is two dates, which is why it is refused.
        orders = [(one, two, three)] if len(one) == 4 else [(three, two, one), (three, one, two)]
        right = [f"{year}-{month:0>2}-{day:0>2}" for year, month, day in dict.fromkeys(orders)]
    if right := [date for date in dict.fromkeys(right) if _valid(date)]:
        return f"is not year-month-day with two-digit months and days: write {' or '.join(right)}"
    ends = [next(filter(_valid, (end, *_spelt(end))), "") for end in _DASH.split(text)]
    if len(ends) == 2 and all(ends):
        return f"is an interval with a dash or a word in it: write {ends[0]}/{ends[1]}"
    if _valid(hyphened := re.sub(r"[‐-―−]", "-", text)):
        return f"has a dash in it that is no hyphen: write {hyphened}"
    for pattern, template in _FAULTS.items():
        if match := re.search(pattern, text, re.IGNORECASE):
            return match.expand(template)
    return f"is not a date: {_ADVICE}"


def _spelt(text: str) -> list[str]:
    """The date that prose spells, as it is written here: `6 May 2024` as `2024-05-06`."""
    return [one.date.text for one in find(text) if one.date and (one.start, one.end) == (0, len(text))]


def _valid(text: str) -> Date | None:
    """The date of a text in the form of a point in time, None where there is no such day."""
    try:
        return _point(text) if _POINT.fullmatch(text) or _MOMENT.fullmatch(text) else None
    except ValueError:
        return None


def overlap(a: Date, b: Date) -> bool:
    """Whether two dates could be the same time.

    Two times with offsets are compared as instants, two without as they are written. One with and one without
    are the same where some offset in use (every quarter of an hour from -12:00 to +14:00) makes them so.
    Everything else is compared by calendar days, a time having the day written in its own offset.
    """
    if a.moment is None or b.moment is None:
        return (a.first or _MIN) <= (b.last or _MAX) and (b.first or _MIN) <= (a.last or _MAX)
    if (a.moment.tzinfo is None) == (b.moment.tzinfo is None):
        return a.moment == b.moment
    local, instant = sorted((a.moment, b.moment), key=lambda moment: moment.tzinfo is not None)
    offset = local.replace(tzinfo=datetime.UTC) - instant
    hour = datetime.timedelta(hours=1)
    return -12 * hour <= offset <= 14 * hour and not offset % (hour / 4)


def in_zone(date: Date, zone: str) -> Date | None:
    """The same instant by the clocks of an IANA time zone; None unless the date is a time with an offset.

    ValueError for an unknown zone, and for an instant that falls outside the calendar there.
    """
    if not is_zone(zone):
        raise ValueError(f"{quoted(zone[:LONGEST])} is not a time zone: write an IANA name such as `Asia/Baghdad`")
    return _moved(date, ZoneInfo(zone))


def utc(date: Date) -> Date | None:
    """The same instant in UTC; None unless the date is a time with an offset. ValueError as `in_zone`."""
    return _moved(date, datetime.UTC)


def _moved(date: Date, zone: datetime.tzinfo) -> Date | None:
    if date.moment is None or date.moment.tzinfo is None:
        return None
    try:
        there = date.moment.astimezone(zone)
        # Before standard time offsets had seconds, which the written form has not: the nearest minute does.
        minutes = round((there.utcoffset() or datetime.timedelta()) / datetime.timedelta(minutes=1))
        there = date.moment.astimezone(datetime.timezone(datetime.timedelta(minutes=minutes)))
    except OverflowError:
        raise ValueError(f"{quoted(date.text)} leaves the years 0001 to 9999 in that time zone") from None
    return parse(there.isoformat(timespec="minutes").replace("+00:00", "Z"))


@cache
def zones() -> frozenset[str]:
    """The names of all IANA time zones."""
    return frozenset(available_timezones() - {"localtime"})  # that one is whatever the machine is set to


def is_zone(name: str) -> bool:
    """Whether this is the name of an IANA time zone; looked up in a list, so no path gets through."""
    return name in zones()


def ends(date: Date) -> tuple[Date | None, Date | None]:
    """The two ends of an interval, None where it is open."""
    start, _, end = date.text.partition("/")
    return (None if start == _OPEN else _point(start)), (None if end == _OPEN else _point(end))


_FINENESS = {precision: number for number, precision in enumerate(Precision)}


def sort_key(date: Date) -> tuple[datetime.date, int, str]:
    """A key that orders by first day, then from coarse to fine, then by text; open starts come first."""
    return date.first or _MIN, _FINENESS[date.precision] if date.first else -1, date.text


_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_MONTH_NUMBERS)}|Sept)\.?)(?!\w)"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_STOP = r"(?!\w|[.,:/-][0-9])"  # not in the middle of a longer number or identifier
_BEFORE_YEAR = "in|since|of|by|from|until|between|before|after|during|throughout|early|late|mid"
_AND = r"(?:\s?[–-]\s?|\s+(?:to|and)\s+)"
_PROSE = re.compile(
    r"(?<![\w.,:/-])(?:"
    rf"(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:T[0-9]{{2}}:[0-9]{{2}}{_OFFSET}?)?){_STOP}"
    # 24 January 2024; the 17 of "17 to 21 November"
    rf"|(?P<day1>{_DAY})\s+(?:of\s+)?(?P<month1>{_MONTH})(?:,?\s+(?P<year1>{_YEAR}){_STOP})?"
    rf"|(?P<day2>{_DAY})(?={_AND}{_DAY}\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>{_YEAR}){_STOP})?)"
    # January 24, 2024; January 2024
    rf"|(?P<month3>{_MONTH})\s+(?P<day3>{_DAY}){_STOP}(?:,?\s+(?P<year3>{_YEAR}){_STOP})?"
    rf"|(?P<month4>{_MONTH})(?:,|\s+of)?\s+(?P<year4>{_YEAR}){_STOP}"
    rf"|(?i:{_BEFORE_YEAR})(?:\s+|-)(?P<year5>{_YEAR})(?:{_AND}(?P<year6>{_YEAR}))?{_STOP}"
    r"|(?P<hour12>1[0-2]|0?[1-9])(?::(?P<minute12>[0-5][0-9]))?\s?(?P<half>[AaPp])(?:[Mm]|\.[Mm]\.)(?!\w)"
    rf"|(?P<hour>2[0-3]|[01]?[0-9]):(?P<minute>[0-5][0-9]){_STOP})"
)


def find(text: str) -> list[Found]:
    """All dates and clock times in English prose, in order and apart.

    "24 January 2024", "January 24, 2024", "Jan. 24", both days of "17 to 21 November", "January 2024",
    "2024-01-24", a year from 1900 to 2099 after a word such as "in" or "since", "00:15", "9:15 p.m.". A day
    that its month has not is none; of "Nov. 17–21" only the first is found: write "17 to 21 November".
    """
    found: list[Found] = []
    for match in _PROSE.finditer(text):
        if match["half"]:
            hour = int(match["hour12"]) % 12 + 12 * (match["half"] in "Pp")
            found.append(Found(*match.span(), "time", time=(hour, int(match["minute12"] or 0))))
        elif match["hour"]:
            found.append(Found(*match.span(), "time", time=(int(match["hour"]), int(match["minute"]))))
        elif match["iso"] or match["year5"]:
            dates = ((name, _valid(match[name] or "")) for name in ("iso", "year5", "year6"))
            found += [Found(*match.span(name), "date", date) for name, date in dates if date]
        else:
            found += _named(match)
    return found


def _named(match: re.Match[str]) -> Iterator[Found]:
    """The date of a match that names its month, if the month has such a day."""
    form = next(form for form in "1234" if match[f"month{form}"])
    month, year = _MONTH_NUMBERS[match[f"month{form}"][:3]], match[f"year{form}"]
    day = 0 if form == "4" else int(match[f"day{form}"].rstrip("stndrh"))
    # Without a year it may be 29 February: 2000 has one.
    if date := _valid(f"{year or 2000}-{month:02}" + (f"-{day:02}" if day else "")):
        yield Found(*match.span(), "date", date if year else None, None if year else (month, day))


def states(found: Found, date: Date) -> bool:
    """Whether a date in prose agrees with a date of the dossier: the same or coarser, never finer.

    "January 2024" and "24 January" agree with 2024-01-24T00:15+03:00, whose day is the one in its own offset.
    What agrees with either end of an interval agrees with it, and a clock time only with a time's own.
    """
    if found.time:
        return date.moment is not None and (date.moment.hour, date.moment.minute) == found.time
    if date.precision is Precision.INTERVAL:
        return any(states(found, end) for end in ends(date) if end)
    first, last = date.first or _MIN, date.last or _MAX
    if found.month_day:
        return first == last and (first.month, first.day) == found.month_day
    if found.date is None or found.date.moment:
        return found.date is not None and date.moment is not None and overlap(found.date, date)
    return (found.date.first or _MIN) <= first and last <= (found.date.last or _MAX)
