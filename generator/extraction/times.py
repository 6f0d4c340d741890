"""Dates and times in a text, resolved against the publication day at the granularity stated.

"Three days after the vote" has a value only where the day it counts from is known; "the next day" counts from the
last day named. What cannot be resolved keeps its span and has no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .absolute import DAY, MONTH, YEAR, find_absolute, number_month, write_day
from .candidates import When
from .reckoning import (
    ORDINALS,
    SEASONS,
    find_month,
    find_month_day,
    find_quarter,
    find_weekday,
    read_count,
    shift_month,
    write_month,
    write_quarter,
    write_week,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .layout import Block

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:early|late|mid|mid-to-late|(?:the[ ])?(?:end|middle|beginning|start)[ ]of)[ -](?:in[ ])?"
_DAYPART = r"(?:early[ ]|late[ ])?(?:morning|afternoon|evening|night|midday|noon)"
_COUNT = (
    r"(?:\d{1,4}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|several|a[ ]few|a[ ]couple[ ]of|some|many)"
)
_ZONE = r"(?:[ ](?:local[ ]time|GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|CET|BST|IST))"
_CLOCK = rf"(?:\d{{1,2}}(?:[:.]\d\d)?[ ]?[aApP]\.?[mM]\b\.?|(?:[01]?\d|2[0-3])[:h][0-5]\d(?::\d\d)?(?![\d:]){_ZONE}?|noon|midnight){_ZONE}?"
_WHEN = re.compile(
    rf"""
    (?<![\w/.$£€-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}(?![\w-])|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d(?![\w/]))
    | (?P<mdy>(?:(?:{_WEEKDAY},?|[Ll]ast|[Tt]his|[Nn]ext)[ ])?(?P<m1>{MONTH})[ \u00a0](?P<d1>{DAY})(?:st|nd|rd|th)?(?!\w|[,.:]\d)
        (?:[ ]?(?:[-–]|to|and)[ ]?(?P<d1b>{DAY})(?!\w|[,:]\d))?(?:,?[ ](?P<y1>{YEAR})(?!\w))?)
    | (?P<dmy>(?:{_WEEKDAY},?[ ])?(?:the[ ])?(?P<d2>{DAY})(?:st|nd|rd|th)?[ \u00a0](?:of[ ])?(?P<m2>{MONTH})(?!\w)(?:,?[ ](?P<y2>{YEAR})(?!\w))?)
    | (?P<my>(?P<p3>{_PART})?(?:(?P<w3>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his[ ]past|[Tt]his[ ]coming)[ ])?(?P<m3>{MONTH})(?!\w)
        (?:,?[ ](?:of[ ])?(?:(?P<y3>{YEAR})(?!\w)|(?:of[ ])?(?P<r3>this|last|next)[ ]year))?)
    | (?P<wd>(?:(?P<w4>[Ll]ast|[Nn]ext|[Tt]his(?:[ ](?:past|coming))?|[Ll]ate|[Ee]arly)[ ])?(?P<wday>{_WEEKDAY})(?!s\b)(?:[ ]{_DAYPART})?)
    | (?P<day>(?:late[ ]|early[ ]|earlier[ ]|later[ ])?(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|overnight)(?:[ ]{_DAYPART})?)
    | (?P<rel>(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)[ ])?(?P<w5>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he[ ](?:past|coming|following|previous|same)|[Tt]his[ ]past)[ ]
        (?P<u5>year|month|weekend|week|quarter|night|morning|afternoon|evening|spring|summer|fall|autumn|winter|day)(?![\w-]|[ ]and[ ]a[ ]half))
    | (?P<ago>(?:(?:nearly|almost|about|around|some|more[ ]than|over|at[ ]least|only|just)[ ])?(?P<n6>{_COUNT})[ -](?P<u6>hour|day|week|month|year|decade)s?[ ]
        (?P<w6>ago|earlier|later|before|after|prior|previously|from[ ]now|afterwards?)\b)
    | (?P<qtr>(?:(?P<y7a>{YEAR})[ ])?(?:[Tt]his[ ]year['’]s[ ]|[Ll]ast[ ]year['’]s[ ])?(?:the[ ])?(?:(?:fiscal|latest|comparable)[ ])?(?:(?P<q7>first|second|third|fourth|[1-4](?:st|nd|rd|th))[- ]quarter
        (?:[ ](?:of|in)[ ](?:fiscal[ ])?(?P<y7>{YEAR}))?)|Q(?P<q8>[1-4])(?:[ ](?P<y8>{YEAR}))?(?!\w))
    | (?P<yq>(?:[Tt]he[ ])?(?:comparable[ ])?(?P<yw>[Yy]ear-(?:earlier|ago))(?:[ ](?:third[ ]|second[ ]|first[ ]|fourth[ ])?(?:quarter|period))?(?!\w)
        |(?P<tq>[Tt]he|[Tt]hat|[Tt]he[ ]latest|[Tt]he[ ]same|[Tt]he[ ]current)[ ]quarter(?![\w-]))
    | (?P<wkd>(?:[Oo]ver[ ])?[Tt]he[ ]weekend(?!\w))
    | (?P<thatday>(?:[Ee]arlier|[Ll]ater)[ ]that[ ](?:day|night|morning|afternoon|evening)(?!\w))
    | (?P<clock>{_CLOCK}(?:,?[ ](?:on[ ])?(?P<cday>{_WEEKDAY}|[Yy]esterday|[Tt]oday|[Tt]omorrow)(?!\w)|,?[ ](?:on[ ])?(?P<cm>{MONTH})[ ](?P<cd>{DAY})(?!\w))?)
    | (?P<decade>(?:{_PART}|the[ ])?(?P<y9>(?:18|19|20)\d0)['’]?s(?!\w))
    | (?P<yr>(?:{_PART}|fiscal[ ]|FY[ ]?)?(?P<y10>{YEAR})(?P<y10b>[-–/]\d\d(?!\d))?(?![\w%]|[,.:/]\d|-\w|[ ](?:percent|per[ ]cent|miles|people|times|km|feet|pounds|dollars)))
    | (?P<hol>(?:Christmas(?:[ ](?:Day|Eve))?|New[ ]Year['’]s[ ](?:Day|Eve)|Thanksgiving(?:[ ]Day)?|Independence[ ]Day)(?!\w))
    | (?P<half>(?:the[ ])?(?:(?P<e12>end|middle|beginning|start)[ ]of[ ](?:the|this|next|last)[ ](?P<u12>year|month|week)|year-?[ ]?end(?!\w)))
    )
    """,
    re.VERBOSE,
)
_TRIGGER = re.compile(
    rf"\d|{MONTH}|{_WEEKDAY}|(?<![A-Za-z])(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|overnight|noon|midnight|[Yy]ear|month"
    r"|week|quarter|hour|day|decade|night|morning|afternoon|evening|spring|summer|fall|autumn|winter|period"
    r"|Christmas|Thanksgiving|New Year|Independence Day|Q[1-4])"
)
_LONGEST_LEAD, _LONGEST_TAIL = 36, 64
_AHEAD = re.compile(
    r"\b(?:will|scheduled|expected|plans?|planned|planning|set|due|might|as soon as|to resume|could|until|upcoming|begins?|begin|tomorrow|next|must|should|deadline|expires?)\b"
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|\w{3,}ed)\b")
_NAMED = frozenset({"may", "march", "august", "mar"})
_LEAD = re.compile(
    r"(?i)\b(?:in|since|of|by|until|till|from|to|through|during|and|between|before|after|for|on|late|early|mid|throughout|or"
    r"|last|this|next|every|each)[ -]$"
)
_CEILING = 2100


@dataclass(slots=True)
class _State:
    """What later expressions of the same text count from."""

    published: date | None
    day: date | None = None
    day_at: int = -(10**9)
    quarter: tuple[int, int] | None = None


Value = tuple[str | None, str | None, float]
_OPEN: Value = (None, None, 0.5)


def find_times(text: str, blocks: Sequence[Block], published: str | None) -> list[When]:
    """Return dates and times in the blocks, in order; `published`: the publication day (EDTF) or None."""
    state = _State(_read_day(published))
    found: list[When] = []
    for block in blocks:
        for match in _search(text, block):
            rule = next(name for name in _READERS if match[name] is not None)
            value = _READERS[rule](text, match, state)
            if value is None:
                continue
            resolved, label, confidence = value
            start, end = match.start(rule), match.end(rule)
            found.append(When(start, end, text[start:end], _RULES[rule], confidence, resolved, label))
            if resolved is not None and len(resolved) == 10:
                state.day, state.day_at = date.fromisoformat(resolved), end
    return found


def _search(text: str, block: Block) -> Iterator[re.Match[str]]:
    """Yield matches around the words without which there is none: much faster than trying at every word."""
    reach = block.start
    for trigger in _TRIGGER.finditer(text, block.start, block.end):
        if trigger.start() < reach:
            continue
        at = max(reach, trigger.start() - _LONGEST_LEAD)
        while at > reach and at < trigger.start() and text[at - 1].isalnum():
            at += 1
        stop = min(block.end, trigger.end() + _LONGEST_TAIL)
        while match := _WHEN.search(text, at, stop):
            if match.start() > trigger.start():
                break
            yield match
            reach = at = match.end()
            if at > trigger.start():
                break


def _read_day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _same(value: str | None, confidence: float) -> Value:
    return value, value, confidence


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Does the clause speak of what is to come? The nearest tense word before decides, else the nearest after."""
    window = text[max(0, start - 90) : start]
    cut = max(window.rfind(". "), window.rfind("\n"), window.rfind("” "))
    before = window[cut + 1 :]
    ahead = max((m.end() for m in _AHEAD.finditer(before)), default=-1)
    past = max((m.end() for m in _PAST.finditer(before)), default=-1)
    if ahead < 0 and past < 0:
        after = text[end : end + 60].split(". ")[0]
        return bool(re.search(r"\b(?:will|would|is to|are to)\b", after)) and not re.search(r"\bsaid\b", after[:12])
    return ahead >= past >= 0 or ahead > past


def _absolute(text: str, match: re.Match[str], state: _State) -> Value | None:
    for found in find_absolute(text, match.start("iso"), match.end("iso")):
        return _same(found.value, 0.98 if found.value else 0.5)
    return None


def _month_day(text: str, match: re.Match[str], state: _State) -> Value | None:
    key = "1" if match["mdy"] is not None else "2"
    month, day = number_month(match["m" + key]), int(match["d" + key])
    last = match["d1b"] if key == "1" else None
    if match["y" + key]:
        year = int(match["y" + key])
    elif state.published is None:
        return _OPEN
    else:
        found = find_month_day(state.published, month, day, ahead=_looks_ahead(text, match.start(), match.end()))
        if found is None:
            return None
        year = found.year
    first = write_day(year, month, day)
    if first is None:
        return None
    if last is not None and "and" not in text[match.start("d1") : match.end("d1b")]:
        until = write_day(year, month, int(last))
        if until is not None and until > first:
            return _same(f"{first}/{until}", 0.9)
    return _same(first, 0.97 if match["y" + key] else 0.9)


def _month(text: str, match: re.Match[str], state: _State) -> Value | None:
    name = match["m3"].rstrip(".").lower()
    alone = not (match["w3"] or match["y3"] or match["r3"] or match["p3"])
    if (
        alone
        and (name in _NAMED or "." in match["m3"])
        and not _LEAD.search(text, max(0, match.start() - 12), match.start())
    ):
        return None
    month = number_month(match["m3"])
    if match["y3"]:
        return _same(write_month(int(match["y3"]), month), 0.95)
    if state.published is None:
        return _OPEN
    if match["r3"]:
        shift = {"last": -1, "this": 0, "next": 1}[match["r3"]]
        return _same(write_month(state.published.year + shift, month), 0.9)
    which = (match["w3"] or "").lower()
    which = {"this past": "", "this coming": "next"}.get(which, which)
    return _same(find_month(state.published, month, which, ahead=_looks_ahead(text, match.start(), match.end())), 0.8)


def _weekday(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.published is None:
        return _OPEN
    which = (match["w4"] or "").lower()
    which = {"late": "", "early": "", "this": "", "this past": "last", "this coming": "next"}.get(which, which)
    ahead = _looks_ahead(text, match.start(), match.end())
    return _same(find_weekday(state.published, match["wday"].lower(), which, ahead=ahead).isoformat(), 0.85)


def _day(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.published is None:
        return _OPEN
    low = match["day"].lower()
    shift = -1 if "yesterday" in low or "overnight" in low else 1 if "tomorrow" in low else 0
    return _same((state.published + timedelta(days=shift)).isoformat(), 0.9)


def _relative(text: str, match: re.Match[str], state: _State) -> Value | None:
    which, unit = match["w5"].lower(), match["u5"]
    if unit == "day":
        if which in {"the following", "next", "the next", "the previous", "the same"}:
            return _from_last(match, state, {"the previous": -1, "the same": 0}.get(which, 1))
        return None
    shift = {"last": -1, "the past": -1, "the previous": -1, "next": 1, "the coming": 1, "the following": 1}.get(
        which, 0
    )
    if which in {"the past", "the following", "the previous", "the same"} and unit in {
        "year",
        "quarter",
        "week",
        "month",
    }:
        return _OPEN if which != "the past" else None
    if state.published is None:
        return _OPEN
    published = state.published
    if unit == "year":
        return _same(f"{published.year + shift:04d}", 0.9)
    if unit == "month":
        return _same(shift_month(published, shift), 0.9)
    if unit == "week":
        return _same(write_week(published + timedelta(weeks=shift)), 0.9)
    if unit == "weekend":
        saturday = published + timedelta(days=5 - published.weekday(), weeks=shift)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}", write_week(saturday) + "-WE", 0.8
    if unit in SEASONS:
        year = published.year
        begun = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}[unit] <= published.month
        if shift < 0 or which == "this past":
            year -= not begun
        elif shift > 0:
            year += begun
        return None, f"{year:04d}-{SEASONS[unit]}", 0.6
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + shift
        state.quarter = index // 4, index % 4 + 1
        value, label = write_quarter(*state.quarter)
        return value, label, 0.8
    days = -1 if which == "last" else 0
    return _same((published + timedelta(days=days)).isoformat(), 0.85)


def _from_last(match: re.Match[str], state: _State, days: int) -> Value:
    """Count from the last day named, if it was named not long before."""
    if state.day is None or match.start() - state.day_at > 1200:
        return _OPEN
    return _same((state.day + timedelta(days=days)).isoformat(), 0.65)


def _ago(text: str, match: re.Match[str], state: _State) -> Value | None:
    count, unit, word = read_count(match["n6"]), match["u6"], match["w6"]
    if word == "ago":
        if count is None or state.published is None or unit in {"hour", "decade"}:
            return _OPEN
        if unit == "day":
            return _same((state.published - timedelta(days=count)).isoformat(), 0.85)
        if unit == "week":
            return _same(write_week(state.published - timedelta(weeks=count)), 0.8)
        if unit == "month":
            return _same(shift_month(state.published, -count), 0.85)
        if count == 1 and state.quarter:
            value, label = write_quarter(state.quarter[0] - 1, state.quarter[1])
            return value, label, 0.6
        return _same(f"{state.published.year - count:04d}", 0.85) if count < state.published.year else _OPEN
    if word == "earlier" and unit == "year" and count == 1 and state.published:
        if state.quarter:
            value, label = write_quarter(state.quarter[0] - 1, state.quarter[1])
            return value, label, 0.6
        return _same(f"{state.published.year - 1:04d}", 0.6)
    if unit in {"day", "week"} and count is not None and word in {"later", "earlier", "afterward", "afterwards"}:
        days = count * (7 if unit == "week" else 1)
        return _from_last(match, state, -days if word == "earlier" else days)
    return _OPEN


def _quarter(text: str, match: re.Match[str], state: _State) -> Value | None:
    number = ORDINALS[match["q7"]] if match["q7"] else int(match["q8"])
    year = match["y7"] or match["y7a"] or match["y8"]
    if year:
        state.quarter = int(year), number
    elif state.published is None:
        return _OPEN
    else:
        state.quarter = find_quarter(state.published, number)
    value, label = write_quarter(*state.quarter)
    return value, label, 0.8


def _weekend(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.published is None:
        return _OPEN
    saturday = state.published - timedelta(days=(state.published.weekday() - 5) % 7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}", write_week(saturday) + "-WE", 0.75


def _that_day(text: str, match: re.Match[str], state: _State) -> Value | None:
    return _from_last(match, state, 0)


def _same_quarter(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.quarter is None and state.published is not None and match["tq"]:
        ended = state.published.year * 4 + (state.published.month - 1) // 3 - 1
        state.quarter = ended // 4, ended % 4 + 1
    if state.quarter is None:
        return _OPEN
    back = match["yw"] is not None
    value, label = write_quarter(state.quarter[0] - back, state.quarter[1])
    return value, label, 0.6


def _clock(text: str, match: re.Match[str], state: _State) -> Value | None:
    day: str | None = None
    if state.published is not None and match["cday"]:
        low = match["cday"].lower()
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(low)
        if shift is None:
            ahead = _looks_ahead(text, match.start(), match.end())
            day = find_weekday(state.published, low, "", ahead=ahead).isoformat()
        else:
            day = (state.published + timedelta(days=shift)).isoformat()
    elif state.published is not None and match["cm"]:
        found = find_month_day(state.published, number_month(match["cm"]), int(match["cd"]), ahead=False)
        day = found.isoformat() if found else None
    time = _read_clock(match["clock"])
    if day is None or time is None:
        return _OPEN
    return _same(f"{day}T{time}", 0.85)


def _read_clock(words: str) -> str | None:
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


def _decade(text: str, match: re.Match[str], state: _State) -> Value | None:
    first = int(match["y9"])
    return _same(f"{first:04d}/{first + 9:04d}", 0.9)


def _year(text: str, match: re.Match[str], state: _State) -> Value | None:
    year = int(match["y10"])
    if not 1500 <= year < _CEILING:
        return None
    if year < 1700 and not _LEAD.search(text, max(0, match.start() - 12), match.start()):
        return None
    if match["y10b"]:
        return _same(f"{year:04d}/{year // 100:02d}{match['y10b'][1:]}", 0.8)
    return _same(f"{year:04d}", 0.85)


def _holiday(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.published is None:
        return _OPEN
    name = match["hol"].lower().replace("’", "'")
    fixed = {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "independence day": (7, 4),
    }
    if name in fixed:
        found = find_month_day(state.published, *fixed[name], ahead=_looks_ahead(text, match.start(), match.end()))
        return _same(found.isoformat() if found else None, 0.6)
    if name.startswith("thanksgiving"):
        days = [_find_thanksgiving(state.published.year + shift) for shift in (-1, 0, 1)]
        published = state.published
        return _same(min(days, key=lambda day: abs((day - published).days)).isoformat(), 0.6)
    return _OPEN


def _find_thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _end(text: str, match: re.Match[str], state: _State) -> Value | None:
    if state.published is None:
        return _OPEN
    words = match["half"]
    shift = 1 if "next" in words else -1 if "last" in words else 0
    unit = match["u12"]
    if unit is None:
        return _same(f"{state.published.year:04d}-12-31", 0.7)
    if unit == "year":
        return _same(f"{state.published.year + shift:04d}", 0.7)
    if unit == "month":
        return _same(shift_month(state.published, shift), 0.7)
    return _same(write_week(state.published + timedelta(weeks=shift)), 0.7)


_READERS: dict[str, Callable[[str, re.Match[str], _State], Value | None]] = {
    "iso": _absolute,
    "mdy": _month_day,
    "dmy": _month_day,
    "my": _month,
    "wd": _weekday,
    "day": _day,
    "rel": _relative,
    "ago": _ago,
    "qtr": _quarter,
    "yq": _same_quarter,
    "wkd": _weekend,
    "thatday": _that_day,
    "clock": _clock,
    "decade": _decade,
    "yr": _year,
    "hol": _holiday,
    "half": _end,
}
_RULES = {
    "iso": "numeric-date",
    "mdy": "month-day",
    "dmy": "day-month",
    "my": "month",
    "wd": "weekday",
    "day": "day-word",
    "rel": "relative",
    "ago": "distance",
    "qtr": "quarter",
    "yq": "quarter-named-before",
    "wkd": "weekend",
    "thatday": "day-named-before",
    "clock": "clock",
    "decade": "decade",
    "yr": "year",
    "hol": "holiday",
    "half": "end-of",
}
