"""The expressions that tell a date or time, as patterns; one named group for each kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .absolute import DAY, MONTH, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:early|late|mid|mid-to-late|(?:the[ ])?(?:end|middle|beginning|start)[ ]of)[ -](?:in[ ])?"
_DAYPART = r"(?:early[ ]|late[ ])?(?:morning|afternoon|evening|night|midday|noon)"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_COUNT = (
    rf"(?:\d{{1,4}}|[Aa]n?|{_SMALL}|{'|'.join(word.capitalize() for word in _SMALL.split('|'))}"
    r"|eleven|twelve|fifteen|twenty|thirty|forty|fifty|[Ss]everal|a[ ]few|a[ ]couple[ ]of|some|many)"
)
_ABOUT = r"(?:(?:nearly|almost|about|around|some|more[ ]than|over|at[ ]least|only|just)[ ])?"
_ZONE = r"(?:[ ](?:local[ ]time|GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|CET|BST|IST))"
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?[ ]?[aApP]\.?[mM]\b\.?"
    rf"|(?:[01]?\d|2[0-3])[:h][0-5]\d(?::\d\d)?(?![\d:])|noon|midnight){_ZONE}?"
)
_QUARTER = r"(?P<q7>first|second|third|fourth|[1-4](?:st|nd|rd|th))[- ]quarter"
_UNITS = "year|month|weekend|week|quarter|night|morning|afternoon|evening|spring|summer|fall|autumn|winter|day"
_MEASURED = r"[ ](?:percent|per[ ]cent|miles|people|times|km|feet|pounds|dollars)"

_KINDS = {
    "iso": r"\d{4}-\d{2}-\d{2}(?![\w-])|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?![\w/])",
    "mdy": rf"(?:(?:{_WEEKDAY},?|[Ll]ast|[Tt]his|[Nn]ext)[ ])?(?P<m1>{MONTH})[ \u00a0](?P<d1>{DAY})(?:st|nd|rd|th)?"
    rf"(?!\w|[,.:]\d)(?:[ ]?(?:[-–]|to|and)[ ]?(?P<d1b>{DAY})(?!\w|[,:]\d))?(?:,?[ ](?P<y1>{YEAR})(?!\w))?",
    "dmy": rf"(?:{_WEEKDAY},?[ ])?(?:the[ ])?(?P<d2>{DAY})(?:st|nd|rd|th)?[ \u00a0](?:of[ ])?(?P<m2>{MONTH})(?!\w)"
    rf"(?:,?[ ](?P<y2>{YEAR})(?!\w))?",
    "my": rf"(?P<p3>{_PART})?(?:(?P<w3>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his[ ]past|[Tt]his[ ]coming)[ ])?(?P<m3>{MONTH})"
    rf"(?!\w)(?:,?[ ](?:of[ ])?(?:(?P<y3>{YEAR})(?!\w)|(?:of[ ])?(?P<r3>this|last|next)[ ]year))?",
    "wd": rf"(?:(?P<w4>[Ll]ast|[Nn]ext|[Tt]his(?:[ ](?:past|coming))?|[Ll]ate|[Ee]arly)[ ])?(?P<wday>{_WEEKDAY})"
    rf"(?!s\b)(?:[ ]{_DAYPART})?",
    "day": r"(?:late[ ]|early[ ]|earlier[ ]|later[ ])?(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|overnight)"
    rf"(?:[ ]{_DAYPART})?",
    "rel": r"(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)[ ])?"
    r"(?P<w5>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he[ ](?:past|coming|following|previous|same|next)|[Tt]his[ ]past)[ ]"
    rf"(?P<u5>{_UNITS})(?![\w-]|[ ]and[ ]a[ ]half)",
    "ago": rf"{_ABOUT}(?P<n6>{_COUNT})[ -](?P<u6>hour|day|week|month|year|decade)s?[ ]"
    r"(?P<w6>ago|earlier|later|before|after|prior|previously|from[ ]now|afterwards?)\b",
    "qtr": rf"(?:(?P<y7a>{YEAR})[ ])?(?:[Tt]his[ ]year['’]s[ ]|[Ll]ast[ ]year['’]s[ ])?(?:the[ ])?"
    rf"(?:(?:fiscal|latest|comparable)[ ])?(?:{_QUARTER}(?:[ ](?:of|in)[ ](?:fiscal[ ])?(?P<y7>{YEAR}))?)"
    rf"|Q(?P<q8>[1-4])(?:[ ](?P<y8>{YEAR}))?(?!\w)",
    "yq": r"(?:[Tt]he[ ])?(?:comparable[ ])?(?P<yw>[Yy]ear-(?:earlier|ago))"
    r"(?:[ ](?:third[ ]|second[ ]|first[ ]|fourth[ ])?(?:quarter|period))?(?!\w)"
    r"|(?P<tq>[Tt]he|[Tt]hat|[Tt]he[ ]latest|[Tt]he[ ]same|[Tt]he[ ]current)[ ]quarter(?![\w-])",
    "wkd": r"(?:[Oo]ver[ ])?[Tt]he[ ]weekend(?!\w)",
    "thatday": r"(?:[Ee]arlier|[Ll]ater)[ ]that[ ](?:day|night|morning|afternoon|evening)(?!\w)",
    "clock": rf"{_CLOCK}(?:,?[ ](?:on[ ])?(?P<cday>{_WEEKDAY}|[Yy]esterday|[Tt]oday|[Tt]omorrow)(?!\w)"
    rf"|,?[ ](?:on[ ])?(?P<cm>{MONTH})[ ](?P<cd>{DAY})(?!\w))?",
    "decade": rf"(?:{_PART}|the[ ])?(?P<y9>(?:18|19|20)\d0)['’]?s(?!\w)",
    "yr": rf"(?:{_PART}|fiscal[ ]|FY[ ]?)?(?P<y10>{YEAR})(?P<y10b>[-–/]\d\d(?!\d))?"
    rf"(?![\w%]|[,.:/]\d|-\w|{_MEASURED})",
    "hol": r"(?:Christmas(?:[ ](?:Day|Eve))?|New[ ]Year['’]s[ ](?:Day|Eve)|Thanksgiving(?:[ ]Day)?"
    r"|Independence[ ]Day)(?!\w)",
    "half": r"(?:the[ ])?(?:(?:end|middle|beginning|start)[ ]of[ ](?:the|this|next|last)[ ](?P<u12>year|month|week)"
    r"|year-?[ ]?end(?!\w))",
}
_FIRST = {
    "iso": r"\d",
    "mdy": r"A-Zltn",
    "dmy": r"A-Z\dt",
    "my": r"A-Zltnembs",
    "wd": r"A-Zlnte",
    "day": r"TtYyleo",
    "rel": r"TLNEtlne",
    "ago": r"\dA-Zatfsenolmj",
    "qtr": r"\dTLtlfsQc",
    "yq": r"TtYyc",
    "wkd": r"TtOo",
    "thatday": r"ELel",
    "clock": r"\dnm",
    "decade": r"\dtelmbs",
    "yr": r"\delmbstfF",
    "hol": r"CNTI",
    "half": r"tembsy",
}
"""The characters that each kind may begin with: the others are passed over without trying."""

_WHEN = re.compile(
    r"(?<![\w/.$£€-])(?:"
    + "|".join(f"(?=[{_FIRST[kind]}])(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    + ")"
)
"""Any expression of time; the group that matched names its kind."""

_TRIGGER = re.compile(
    r"\b(?:\d(?=\d{3}|\d?[:.h/]\d|\d?(?:st|nd|rd|th)?[ \u00a0](?:of[ ])?[JFMASOND]|\d?[ ]?[aApP]\.?[mM])"
    rf"|(?=[JFMASOND]){MONTH}(?!\w)|(?=[MTWFS]){_WEEKDAY}|[Tt](?:oday|omorrow|onight)|[Yy](?:esterday|ear)"
    r"|over(?=night)|n(?:oon|ight)|mi(?:dnight|dday)|m(?:onth|orning)|w(?:eek|inter)|quarter|hour|d(?:ay|ecade)"
    r"|afternoon|evening|s(?:pring|ummer)|fall|autumn|period|Christmas|Thanksgiving|New Year|Independence Day|Q[1-4])"
)
"""Words without which no expression of time matches."""

_WORD = re.compile(rf"(?<!\w)[{''.join(_FIRST.values())}]")
_LONGEST_LEAD, _LONGEST_TAIL = 36, 64
"""How far (code points) an expression reaches before and after its trigger at most."""

_AHEAD = re.compile(
    r"\b(?:will|scheduled|expected|plans?|planned|planning|set|due|might|as soon as|to resume|could|until|upcoming"
    r"|begins?|begin|tomorrow|next|must|should|deadline|expires?)\b"
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|\w{3,}ed)\b")


def looks_ahead(text: str, start: int, end: int) -> bool:
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


def search_times(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield matches around the words without which there is none: much faster than trying at every word."""
    reach = start
    for trigger in _TRIGGER.finditer(text, start, end):
        here = trigger.start()
        if here < reach:
            continue
        stop = min(end, trigger.end() + _LONGEST_TAIL)
        for word in _WORD.finditer(text, max(reach, here - _LONGEST_LEAD), here + 1):
            if word.start() < reach:
                continue
            match = _WHEN.match(text, word.start(), stop)
            if match is not None:
                yield match
                reach = match.end()
                if reach > here:
                    break
