"""Numbers as news prints them: digits and words, scales, currencies, ranges, qualifiers before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..numbers import Amount, Number, Qualifier, parse
from .units import CURRENCIES, UNITS
from .words import read_words

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zero"
)
_BIG = "hundred|thousand|million|billion|trillion|dozen"
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})"
_SIGN = r"(?:\$(?:US|AU?|CA?|NZ)[ ]?|(?:US|AU?|CA?|NZ|HK|S|R)?\$|[£€¥₹₽₩₪]|(?:USD|EUR|GBP|CHF|CNY|RM|Rs)\.?)[ \u00a0]?"
_PART = "half|halves|thirds?|quarters?|fourths?|fifths?|tenths?"
_CORE = re.compile(
    rf"""
    (?<![\w.,:/_@#])(?P<sign>{_SIGN})?(?P<minus>[-−]|minus[ -])?(?P<digits>{_DIGITS})
        (?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh|dozen|bn|tn|mn)\b
            (?:[ ](?P<double>thousand|million|billion|trillion|crore)\b)?
          |(?P<letter>[mMkKbB])(?![\w]))?
  | (?<![\w'’-])(?P<fraction>(?:an?|one|two|three|four)[ -](?P<part>{_PART})
        (?=[ ]of\b)|(?:one|two|three|four)-(?P<parts>{_PART})(?![\w-])
        |half(?=[ ](?:of|the|its|their|a[ ](?!dozen|million|billion))\b))
  | (?<![\w'’-])(?P<words>(?:half[ -]an?[ -](?={_BIG})|an?[ ](?={_BIG}))?(?:{_ONES}|{_BIG})\b
        (?:(?:[ -]|[ ]and[ ](?=(?:{_ONES})\b)|[ ]and[ ]a[ ]half[ ](?={_BIG}))(?:{_ONES}|{_BIG})\b){{0,9}})(?!['’]s\b)
  | (?<![\w'’-])(?P<vague>(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)
        (?:[ ]of[ ](?:thousands|millions|billions))?
      |several(?:[ ](?:dozen|hundred|thousand|million))?|a[ ]few[ ](?:dozen|hundred|thousand|million))\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\b(?:(?:R[sM]|USD|EUR|GBP|CHF|CNY)?\d|[Oo]ne|[Tt](?:wo|hree|en|welve|hirt|wenty|housand|rillion|hird)"
    r"|[Ff](?:our|ive|ift|ort[yY])"
    r"|[Ss](?:ix|eve(?:n|ral)|cores)|[Ee](?:ight|leven)|[Nn]in|[Zz]ero|[Hh](?:alf|undred)|[Mm]illion|[Bb]illion"
    r"|[Dd]ozen|[Qq]uarter|ONE|T(?:WO|HREE)|HUNDRED|MILLION)"
)
"""What no number is without, at the start of a word: much faster to look for than numbers themselves."""

_START = re.compile(r"\b\w|[^\w\s]")
_LEAD = 10
_BEFORE = re.compile(
    r"""(?ix)(?:\b(?:
      (?P<ABOUT>about|roughly|some|around|approximately|approx\.?|(?:an\s)?estimated|circa|maybe|perhaps)
    | (?P<AT_LEAST>at\sleast|no\sfewer\sthan|no\sless\sthan|not\sless\sthan|(?:a\s)?minimum\sof)
    | (?P<OVER>(?:(?:more|greater|higher|longer|larger|better|over)\sthan|(?:well\s|just\s)?over|above|upwards\sof
        |in\sexcess\sof|exceed(?:ing|ed|s)?|beyond|topp(?:ed|ing)|surpass(?:ed|ing)))
    | (?P<UP_TO>up\sto|as\smany\sas|as\smuch\sas|at\smost|(?:no|not)\smore\sthan|(?:a\s)?maximum\sof
        |(?:fewer|less|lower|smaller|shorter)\sthan|under|below)
    | (?P<NEARLY>nearly|almost|close\sto|just\s(?:under|below|short\sof)|approaching)
    )(?:\s(?:the|a|an|another|only|just))?\s*|(?P<TILDE>[~≈])\s?|(?P<GREATER>[>≥])\s?|(?P<LESSER>[<≤])\s?)$"""
)
_MARKS = frozenset("~≈>≥<≤.")
_LAST_WORDS = read_words(
    """
    about roughly some around approximately approx. estimated circa maybe perhaps least than of over above exceeding
    exceed exceeds exceeded beyond topping topped surpassing surpassed to as most under below nearly almost
    approaching the a an another only just
    """
)
"""What the words that qualify a number end in: much faster to look for than the words."""

_AFTER = re.compile(
    r"(?P<AT_LEAST>\+|[ ]or[ ]more\b)|(?P<UP_TO>[ ]or[ ](?:fewer|less)\b)|(?P<ABOUT>[ ]or[ ]so\b)", re.IGNORECASE
)
_UNIT = re.compile(
    r"[ \u00a0-]?("
    + "|".join(sorted((re.escape(form).replace(r"\ ", r"[ \u00a0]") for form in UNITS), key=len, reverse=True))
    + r")(?![\w²³’'])(?!-\w)|-(?P<age>year)-old\b|[ -](?P<compound>\w+?)-(?=[a-z])",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:ris|ros|fall|fell|increas|decreas|drop|declin|grow|grew|jump|climb|cut|rais|boost|reduc|slow|plung|plummet|shr[aiu]nk"
    r"|creep|crept|up|down|gain|los[te]|surg|soar|slip|mov|chang|widen|narrow|expand|doubl|improv|went|go(?:es|ing)?)\w*\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[ \u00a0](?:(?P<and>and)|(?P<or>or))[ \u00a0]"
    r"|(?:[ \u00a0]?(?:to|[-–—])[ \u00a0]?)(?:(?:about|around|nearly|almost)[ ])?"
)
_BETWEEN = re.compile(
    r"\b(?:(?P<between>between)|(?P<change>from|up|down)|(?P<by>by))"
    r"\s(?:about\s|around\s|roughly\s)?$",
    re.IGNORECASE,
)
_SPOILT = re.compile(r":\d|/\d|-\d|\.\d|(?:st|nd|rd|th)\b|\s?[ap]\.?m\b|\s?o['’]clock|[A-Za-z]{0,3}\d", re.IGNORECASE)
_SCALES = {
    "hundred": 100,
    "k": 10**3,
    "thousand": 10**3,
    "lakh": 10**5,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "crore": 10**7,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
    "dozen": 12,
}
_FAR = 3
"""In "rose by X to Y" Y is the new level, not the end of a range, where it is so many times X."""

_MOST_CUTS = 4
_DURATIONS = frozenset({"day", "week", "month", "year", "decade", "hour", "minute"})
_LETTER_UNITS = frozenset({"l", "g", "w", "m", "in."})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found: `start`..`end` with qualifier, `core_start`, `core_end` of the number, `after` its unit."""

    start: int
    end: int
    core_start: int
    after: int
    amount: Amount
    unit: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Core:
    start: int
    end: int
    value: Number | None
    scale: int
    unit: str | None
    rule: str
    bare: bool


def next_quantity(text: str, at: int, end: int) -> Quantity | int:
    """Return the first quantity at or after `at`, or where to go on looking (`end` when there is none)."""
    trigger = _TRIGGER.search(text, at, end)
    if trigger is None:
        return end
    match = _match_core(text, max(at, trigger.start() - _LEAD), trigger.start(), end)
    if match is None:
        return trigger.end()
    core = _read_core(text, match, end)
    if core is None:
        return match.end() if match["digits"] is None else _past_number(text, match.end(), end)
    unit, after = _read_unit(text, core, end)
    if unit == "term":
        return after
    if after == core.end and text[after : after + 1] == "-" and text[after + 1 : after + 2].isdigit():
        glued = _read_range(text, core, unit, after, end)
        if glued is None:
            return _past_number(text, after, end)
    mark, begin = _read_before(text, core.start)
    joined = _read_range(text, core, unit, after, end) if core.value is not None and mark in _RANGED else None
    if joined is not None:
        low, other, other_unit, last = joined
        amount = Amount(text[begin : other.end], low, None, other.value, Qualifier.RANGE)
        return Quantity(begin, other.end, core.start, last, amount, other_unit or unit, "range")
    tail = _AFTER.match(text, core.end, min(end, core.end + 12)) if mark is None else None
    stop = core.end
    if tail is not None:
        mark, stop = Qualifier[tail.lastgroup or "ABOUT"], tail.end()
        after = max(after, stop)
    if core.value is None:
        return Quantity(begin, stop, core.start, after, _vague(text[begin:stop]), unit, "vague")
    amount = _bound(text[begin:stop], core.value, mark or Qualifier.EXACT)
    return Quantity(begin, stop, core.start, after, amount, unit, core.rule)


_RANGED = (None, Qualifier.ABOUT, Qualifier.NEARLY)


def _match_core(text: str, first: int, last: int, end: int) -> re.Match[str] | None:
    """The first number that begins in text[first..last]."""
    for start in _START.finditer(text, first, last + 1):
        match = _CORE.match(text, start.start(), end)
        if match is not None:
            return match
    return None


def _past_number(text: str, at: int, end: int) -> int:
    """Skip the rest of a clock time, score, model name or ordinal that began with digits."""
    while at < end and (text[at].isalnum() or (text[at] in ":/.-" and at + 1 < end and text[at + 1].isalnum())):
        at += 1
    return at


def _read_core(text: str, match: re.Match[str], end: int, *, joined: bool = False) -> _Core | None:
    if match["vague"]:
        return _Core(match.start(), match.end(), None, 1, None, "vague", True)
    if match["fraction"]:
        return _read_fraction(match)
    if match["words"]:
        return _read_words(match)
    start, stop = match.span()
    spoilt = _SPOILT.match(text, stop, min(end, stop + 12))
    if spoilt and not _is_range(text, stop, end) and not _UNIT.match(text, stop, min(end, stop + 28)):
        return None
    if not joined and start >= 2 and text[start - 1] in "-–" and (text[start - 2].isalnum() and not match["sign"]):
        return None
    sign = (match["sign"] or "").strip().rstrip(".").lower()
    letter = match["letter"] or ""
    if letter and not sign and letter in "mb":
        stop, letter = match.end("digits"), ""
    scale = (match["scale"] or letter).lower()
    factor = _SCALES.get(scale, 1) * _SCALES.get((match["double"] or "").lower(), 1)
    value = Decimal(match["digits"].replace(",", "")) * factor
    if match["minus"]:
        value = -value
    number = int(value) if value == value.to_integral_value() else value
    return _Core(start, stop, number, factor, CURRENCIES.get(sign), "digits", not (sign or scale))


_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}


def _read_fraction(match: re.Match[str]) -> _Core:
    """ "Two-thirds", "half of": to six decimals."""
    words = match["fraction"].lower()
    part = (match["part"] or match["parts"] or "half").lower().rstrip("s")
    count = {"two": 2, "three": 3, "four": 4}.get(re.split(r"[ -]", words)[0], 1)
    value = (Decimal(count) / _PARTS[part]).quantize(Decimal("0.000001")).normalize()
    return _Core(match.start(), match.end(), value, 1, None, "fraction", True)


def _is_range(text: str, stop: int, end: int) -> bool:
    """ "10-20": a hyphen and a larger number, and nothing more glued to it."""
    joint = re.compile(r"-(\d[\d,.]*)(?![\w-]*\d)").match(text, stop, min(end, stop + 24))
    return joint is not None


def _read_words(match: re.Match[str]) -> _Core | None:
    """Read number words, as many of them from the left as make one number."""
    words = match["words"]
    for _ in range(_MOST_CUTS):
        value = _value(words.lower())
        if value is not None:
            last = words.split()[-1].lower()
            return _Core(match.start(), match.start() + len(words), value, _SCALES.get(last, 1), None, "words", True)
        cut = max(words.rfind(" "), words.rfind("-"))
        if cut < 0:
            return None
        words = words[:cut]
        if words.lower().endswith(" and"):
            words = words[:-4]
    return None


def _value(words: str) -> Number | None:
    if words.endswith("trillion"):
        rest = _value(words[: -len("trillion")].rstrip(" -")) if len(words) > 9 else 1
        return rest * 10**12 if isinstance(rest, int) else None
    try:
        amount = parse(words)
    except ValueError:
        return None
    return amount.best if amount.qualifier is Qualifier.EXACT else None


def _read_unit(text: str, core: _Core, end: int) -> tuple[str | None, int]:
    if core.unit is not None:
        return core.unit, core.end
    match = _UNIT.match(text, core.end, min(end, core.end + 28))
    if match is None or match["compound"]:
        if match and match["compound"].lower() in UNITS:
            return UNITS[match["compound"].lower()], match.end("compound")
        return None, core.end
    if match["age"]:
        return "year", match.end("age")
    if match.group()[0] == "-" and core.rule == "words" and UNITS[match.group(1).lower()] in _DURATIONS:
        return "term", match.end()
    form = match.group(1).lower().replace("\u00a0", " ")
    glued = match.start(1) == core.end
    if form in _LETTER_UNITS and (not glued or core.rule != "digits"):
        return None, core.end
    if form == "second" and core.rule == "words" and not match.group().endswith("s"):
        return None, core.end
    return UNITS[form], match.end()


def _read_before(text: str, start: int) -> tuple[Qualifier | None, int]:
    window = text[max(0, start - 34) : start].rstrip()
    if window[-1:] not in _MARKS and (window.split() or [""])[-1].lower() not in _LAST_WORDS:
        return None, start
    match = _BEFORE.search(text, max(0, start - 34), start)
    if match is None or match.lastgroup is None:
        return None, start
    name = {"TILDE": "ABOUT", "GREATER": "OVER", "LESSER": "UP_TO"}.get(match.lastgroup, match.lastgroup)
    return Qualifier[name], match.start()


def _read_range(
    text: str, first: _Core, first_unit: str | None, after: int, end: int
) -> tuple[Number, _Core, str | None, int] | None:
    """Low end, core of the high end, its unit and where it ends, where a range goes on from `first`."""
    joint = _JOINT.match(text, after, min(end, after + 14))
    if joint is None or first.value is None:
        return None
    lead = _BETWEEN.search(text, max(0, first.start - 20), first.start)
    between = bool(lead and lead["between"])
    if (joint["and"] and not between) or (joint["or"] and between):
        return None
    if lead and lead["change"] and "-" not in joint.group():
        moved = _MOVED.search(text, max(0, lead.start() - 45), lead.start())
        if lead["change"].lower() != "from" or moved:
            return None
    match = _CORE.match(text, joint.end(), end)
    other = _read_core(text, match, end, joined=True) if match and not match["vague"] else None
    if other is None or other.value is None:
        return None
    low = first.value
    if first.scale == 1 and other.scale > 1 and low * other.scale < other.value:
        low = low * other.scale
    unit, last = _read_unit(text, other, end)
    if low >= other.value or (first_unit and unit and first_unit != unit) or (after > first.end and unit is None):
        return None
    if lead and lead["by"] and other.value > _FAR * low:
        return None
    if joint["or"] and other.value - low > 5:
        return None
    return low, other, unit or first.unit, last


def _vague(words: str) -> Amount:
    return Amount(words, None, None, None, Qualifier.VAGUE)


def _bound(words: str, value: Number, mark: Qualifier) -> Amount:
    """The amount of a number under a qualifier (DESIGN.md, section 2)."""
    exact = mark is Qualifier.EXACT
    return Amount(
        words,
        value if exact or mark in {Qualifier.AT_LEAST, Qualifier.OVER} else None,
        value if exact or mark is Qualifier.ABOUT else None,
        value if exact or mark in {Qualifier.UP_TO, Qualifier.NEARLY} else None,
        mark,
    )
