"""Numerals: the digits or words of one number, with its currency sign, scale or fraction, and their value."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..numbers import Number, Qualifier, parse
from .units import CURRENCIES, UNIT

if TYPE_CHECKING:
    from .rules import FigureRule

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zero"
)
_BIG = "hundred|thousand|million|billion|trillion|dozen"
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})"
_PLAIN = r"(?-i:PS(?=\d{2}|\d[.,]\d|\d[ ]?(?:[mb]n?|[mb]illion)\b)|Y=(?=\d))"
"""How plain-text copies write £ and ¥. "PS5" alone names a thing."""

_SIGN = (
    r"(?:\$(?:US|AU?|CA?|NZ)[ ]?|(?:US|AU?|CA?|NZ|HK|S|R)?\$|[£€¥₹₽₩₪]|(?:USD|EUR|GBP|CHF|CNY|RM|Rs)\.?"
    rf"|{_PLAIN})[ \u00a0]?"
)
_POWER = r"[ ]?×[ ]?10(?:\^(?P<power>[-−]?\d{1,2})|(?P<lowered>[-−]\d{1,2})|(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?!\d)"
_PART = "half|halves|thirds?|quarters?|fourths?|fifths?|tenths?"
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_CORE = re.compile(
    rf"""
    (?<![\w.,/])(?P<over>\d{{1,4}}⁄\d{{1,4}}(?!\d)|\d{{1,2}}/(?:[234568]|1[026]|20|32|64|100)(?=[ ]of[ ]))
  | (?<![\w.,:/_@#])(?P<mixed>\d{{0,3}}[{"".join(_VULGAR)}])(?!\w)
  | (?<![\w.:/_@#])(?<!\d,)(?P<sign>{_SIGN})?(?P<minus>[-−]|minus[ -])?(?P<digits>{_DIGITS})
        (?:{_POWER}
          |[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh|dozen|bn|tn|mn)\b
            (?:[ ](?P<double>thousand|million|billion|trillion|crore)\b)?
          |(?P<letter>[mMkKbB])(?![\w]))?
  | (?<![\w'’-])(?P<fraction>(?:an?|one|two|three|four)[ -](?P<part>{_PART})
        (?=[ ]of\b)|(?:one|two|three|four)-(?P<parts>{_PART})(?![\w-])
        |half(?=[ ](?:of|the|its|their|a[ ](?!dozen|million|billion))\b)
        |one[ ](?:out[ ]of|in)[ ](?:every[ ])?(?P<among>two|three|four|five|six|seven|eight|nine|ten|twenty|100)
            (?=[ ](?!days?|weeks?|months?|years?|hours?|minutes?)[a-z]))
  | (?<![\w'’-])(?P<words>(?:half[ -]an?[ -](?={_BIG})|an?[ ](?={_BIG}))?(?:{_ONES}|{_BIG})\b
        (?:(?:[ -]|[ ]and[ ](?=(?:{_ONES})\b)|[ ]and[ ]a[ ]half[ ](?={_BIG}))(?:{_ONES}|{_BIG})\b){{0,9}})(?!['’]s\b)
  | (?<![\w'’-])(?P<vague>(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)
        (?:[ ]of[ ](?:thousands|millions|billions))?
      |several(?:[ ](?:dozen|hundred|thousand|million))?|a[ ]few[ ](?:dozen|hundred|thousand|million))\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENINGS = (
    "ne|wo|hr|en|we|hi|ho|ri|ou|iv|if|or|ix|ev|co|ig|le|in|er|al|un|il|oz|ua|NE|WO|HR|UN|IL|M|s|SD|UR|BP|HF|NY|S"
)
_TRIGGER = re.compile(
    rf"\b(?:[\d{''.join(_VULGAR)}]|(?=[OoTtFfSsEeNnZzHhMmBbDdQqRUGCP](?:{_OPENINGS}))"
    r"(?:(?:R[sM]|USD|EUR|GBP|CHF|CNY|PS)\d"
    r"|[Oo]ne|[Tt](?:wo|hree|en|welve|hirt|wenty|housand|rillion|hird)|[Ff](?:our|ive|ift|ort[yY])"
    r"|[Ss](?:ix|eve(?:n|ral)|cores)|[Ee](?:ight|leven)|[Nn]in|[Zz]ero|[Hh](?:alf|undred)|[Mm]illion|[Bb]illion"
    r"|[Dd]ozen|[Qq]uarter|ONE|T(?:WO|HREE)|HUNDRED|MILLION))"
)
"""What no number is without, at the start of a word: much faster to look for than numbers themselves. The letters it
may open with are looked at first."""

_START = re.compile(r"\b\w|[^\w\s]")
_LEAD = 10
_SPOILT = re.compile(r":\d|/\d|-\d|\.\d|(?:st|nd|rd|th)\b|\s?[ap]\.?m\b|\s?o['’]clock|[A-Za-z]{0,3}\d", re.IGNORECASE)
_GLUED = re.compile(r"(?i)\b(?:now|then|sub)-$")
"""What a hyphen may join to a number: "the now-18-month-old pier", "sub-7 nanometre"."""

_HYPHENED = re.compile(r"-(\d[\d,.]*)(?![\w-]*\d)")
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
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_AMONG = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_AMONG |= {"twenty": 20, "100": 100}
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "+-0123456789-")
_LEAST = Decimal("0.000001")
"""Smaller numbers are left out: six decimals is all that a fraction gets."""

_MOST_CUTS = 4


class Numeral(NamedTuple):
    """A number without its qualifier: span, value (None: vague), what it is scaled by, unit of its sign, rule."""

    start: int
    end: int
    value: Number | None
    scale: int
    unit: str | None
    rule: FigureRule


def find_match(text: str, at: int, end: int) -> re.Match[str] | int:
    """Return the match of the first numeral at or after `at`, or where to go on looking (`end`: there is none)."""
    trigger = _TRIGGER.search(text, at, end)
    if trigger is None:
        return end
    first, last = max(at, trigger.start() - _LEAD), trigger.start()
    for start in _START.finditer(text, first, last + 1):
        match = _CORE.match(text, start.start(), end)
        if match is not None:
            return match
    return trigger.end()


def read_second(text: str, at: int, end: int) -> Numeral | None:
    """The numeral that begins at `at` and closes a range."""
    match = _CORE.match(text, at, end)
    return read_numeral(text, match, end, joined=True) if match and not match["vague"] else None


def pass_over(text: str, at: int, end: int) -> int:
    """Skip the rest of a clock time, score, model name or ordinal that began with digits."""
    while at < end and (text[at].isalnum() or (text[at] in ":/.-" and at + 1 < end and text[at + 1].isalnum())):
        at += 1
    return at


def read_numeral(text: str, match: re.Match[str], end: int, *, joined: bool = False) -> Numeral | None:
    """Read what was matched; None: part of a time, score, name or ordinal. `joined`: it may follow a hyphen."""
    if match["vague"]:
        return Numeral(match.start(), match.end(), None, 1, None, "vague")
    if match["fraction"]:
        return _read_fraction(match)
    if match["over"] or match["mixed"]:
        return _read_written_fraction(match)
    if match["words"]:
        return _read_words(match)
    return _read_digits(text, match, end, joined=joined)


def _read_digits(text: str, match: re.Match[str], end: int, *, joined: bool) -> Numeral | None:
    start, stop = match.span()
    spoilt = _SPOILT.match(text, stop, min(end, stop + 12))
    if spoilt and not _is_range(text, stop, end) and not UNIT.match(text, stop, min(end, stop + 28)):
        return None
    hyphened = start >= 2 and text[start - 1] in "-–" and text[start - 2].isalnum() and not match["sign"]
    if hyphened and not joined and not _GLUED.search(text, max(0, start - 6), start):
        return None
    sign = (match["sign"] or "").strip().rstrip(".").lower()
    letter = match["letter"] or ""
    if letter and not sign and letter in "mb":
        stop, letter = match.end("digits"), ""
    scale = (match["scale"] or letter).lower()
    factor = _SCALES.get(scale, 1) * _SCALES.get((match["double"] or "").lower(), 1)
    value = Decimal(match["digits"].replace(",", "")) * factor
    power = match["power"] or match["lowered"] or match["raised"]
    if power:
        value = value.scaleb(int(power.translate(_RAISED)))
        if value < _LEAST:
            return None
    if match["minus"]:
        value = -value
    return Numeral(start, stop, _whole(value), factor, CURRENCIES.get(sign), "digits")


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def _read_fraction(match: re.Match[str]) -> Numeral:
    """ "Two-thirds", "half of", "one in five": to six decimals."""
    words = match["fraction"].lower()
    if match["among"]:
        count, parts = 1, _AMONG[match["among"].lower()]
    else:
        count = {"two": 2, "three": 3, "four": 4}.get(re.split(r"[ -]", words)[0], 1)
        parts = _PARTS[(match["part"] or match["parts"] or "half").lower().rstrip("s")]
    value = (Decimal(count) / parts).quantize(_LEAST).normalize()
    return Numeral(match.start(), match.end(), value, 1, None, "fraction")


def _read_written_fraction(match: re.Match[str]) -> Numeral | None:
    """ "1⁄32", "1/16 of", "2½": to six decimals."""
    if match["mixed"]:
        written = match["mixed"]
        value = Decimal(written[:-1] or 0) + Decimal(_VULGAR[written[-1]])
    else:
        count, _, parts = match["over"].replace("/", "⁄").partition("⁄")
        if not int(parts):
            return None
        value = (Decimal(count) / Decimal(parts)).quantize(_LEAST).normalize()
    return Numeral(match.start(), match.end(), _whole(value), 1, None, "fraction")


def _is_range(text: str, stop: int, end: int) -> bool:
    """ "10-20": a hyphen and a larger number, and nothing more glued to it."""
    return _HYPHENED.match(text, stop, min(end, stop + 24)) is not None


def _read_words(match: re.Match[str]) -> Numeral | None:
    """Read number words, as many of them from the left as make one number."""
    words = match["words"]
    for _ in range(_MOST_CUTS):
        value = _value(words.lower())
        if value is not None:
            last = words.split()[-1].lower()
            return Numeral(match.start(), match.start() + len(words), value, _SCALES.get(last, 1), None, "words")
        cut = max(words.rfind(" "), words.rfind("-"))
        if cut < 0:
            return None
        words = words[:cut]
        if words.lower().endswith(" and"):
            words = words[:-4]
    return None


@lru_cache(maxsize=1024)
def _value(words: str) -> Number | None:
    if words.endswith("trillion"):
        rest = _value(words[: -len("trillion")].rstrip(" -")) if len(words) > 9 else 1
        return rest * 10**12 if isinstance(rest, int) else None
    try:
        amount = parse(words)
    except ValueError:
        return None
    return amount.best if amount.qualifier is Qualifier.EXACT else None
