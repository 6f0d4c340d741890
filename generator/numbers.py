"""Numbers as people write them: "8", "about 2,500", "at least one", "dozens of".

`parse` reads a text that is one number, `find` finds the numbers in a sentence of ours, `compatible` says
whether two of them can both be true. The table they follow is in DESIGN.md, section 2. One grammar, put
together below from named pieces, serves the first two; nothing in it repeats without bound but a run of
spaces or digits, and a match is only tried where a word begins, so that both take linear time.
"""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import inf

from .problems import UpsideDownError, quoted

Number = int | Decimal

MOST_DIGITS = 30  # characters of one number in digits, its commas and point included
LONGEST = 200  # characters of a whole number; none in words is longer


class Qualifier(StrEnum):
    """How a number is bounded by the words around it."""

    EXACT = "="
    ABOUT = "~"
    AT_LEAST = ">="
    OVER = ">"
    UP_TO = "<="
    NEARLY = "<~"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written and what it states, without unit; a bound not stated is None."""

    text: str
    low: Number | None
    best: Number | None
    high: Number | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in a text, from `start` to `end` (code points, end exclusive)."""

    start: int
    end: int
    amount: Amount


# "Less than" and "fewer than" exclude their number. The table has no row for that: they share the row of
# "up to", whose bound is closed, so at worst two claims are called compatible that touch in one point.
_PREFIXES = {
    Qualifier.EXACT: "exactly|precisely",
    Qualifier.ABOUT: "about|roughly|some|around|approximately",
    Qualifier.AT_LEAST: "at least|no fewer than|no less than|not fewer than|not less than|a minimum of",
    Qualifier.OVER: "more than|over|above|upwards of|in excess of",
    Qualifier.UP_TO: "up to|as many as|as much as|at most|no more than|not more than|a maximum of"
    "|fewer than|less than|under|below",
    Qualifier.NEARLY: "nearly|almost|close to|just under|just short of",
}
_SUFFIXES = {Qualifier.ABOUT: "or so", Qualifier.AT_LEAST: "or more|+", Qualifier.UP_TO: "or fewer|or less"}
_TEENS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {
    **{word: value for value, word in enumerate([*_TEENS.split(), "seventeen", "eighteen", "nineteen"])},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_SCALES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS = {"dozen": 12, "hundred": 100, **_SCALES}
_MARKS = {word: mark for table in (_PREFIXES, _SUFFIXES) for mark, row in table.items() for word in row.split("|")}


def _any(phrases: Iterable[str]) -> str:
    # Longest first, or "six" would hide "sixteen".
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


_JOINT = r"(?:\s+|[-‐‑])"
_UNIT = rf"{_any(_UNITS)}\b"
_MORE = rf"(?!{_JOINT}{_UNIT})"
_SMALL = rf"(?>(?:{_any(_TENS.split())}(?:{_JOINT}{_any(_TEENS.split()[1:10])}\b)?|{_any(_VALUES)})\b)"
_HUNDREDS = (
    rf"(?:{_SMALL}|a(?={_JOINT}{_UNIT}))(?:{_JOINT}hundred\b"
    rf"(?:(?:\s+and)?{_JOINT}{_SMALL}(?!{_JOINT}(?:hundred|dozen)\b))?)?"
)
_TAIL = rf"(?:\s+and\s+{_SMALL}{_MORE}|\s+{_HUNDREDS}{_MORE})?"
_BILLIONS, _MILLIONS, _THOUSANDS = (rf"{_HUNDREDS}{_JOINT}{scale}\b" for scale in reversed(_SCALES))
_DIGITS = rf"(?![0-9.,]{{{MOST_DIGITS + 1}}})(?:0|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+|[1-9][0-9]*)(?:\.[0-9]+)?"
_CARDINAL = "|".join(
    (
        rf"{_DIGITS}(?:{_JOINT}{_UNIT})?",
        rf"half{_JOINT}(?:a{_JOINT})?{_UNIT}",
        rf"(?:{_SMALL}|{_DIGITS})\s+and\s+a\s+half\b(?:{_JOINT}{_UNIT})?",
        rf"{_BILLIONS}(?:\s+{_MILLIONS})?(?:\s+{_THOUSANDS})?{_TAIL}",
        rf"{_MILLIONS}(?:\s+{_THOUSANDS})?{_TAIL}",
        rf"{_THOUSANDS}{_TAIL}",
        rf"{_HUNDREDS}(?:{_JOINT}dozen\b)?",
        _UNIT,
    )
)
_PLURAL = r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b"
_HOW = r"(?<!how\s)(?<!so\s)(?<!too\s)(?<!as\s)"
_VAGUE = (
    rf"(?:several|{_HOW}many|multiple|numerous|repeated|few(?=\s+{_UNIT})"
    rf"|a\s+few|a\s+(?:handful|couple|number)\s+of)\b(?:\s+{_UNIT}){{0,2}}"
    rf"|{_PLURAL}(?:\s+of\s+{_PLURAL}){{0,2}}(?:\s+of\b)?"
)
# With one of these beside it a number is part of a word, identifier, fraction, clock time or ordinal.
_PARTS = r"(?:third|quarter|halve|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)"
_ORDINAL = (
    rf"(?:first|second|half|{_PARTS}s?|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|millionth|billionth|and-a-half)\b"
)
_BEFORE = r"(?<![\w.,:/])(?<![-‐‑−])(?<!\w['’])(?<!\w–)"
_AFTER = (
    rf"(?!\w|[.,:/–]?[0-9]|/\w|['’][^\W\d]|\s?[ap]\.?m\b|[-‐‑](?:[0-9]|{_ORDINAL})"
    rf"|\s+and\s+a\s+half\b|\s+{_PARTS}s\b){_MORE}"
)
# "Cut from 900 to 2,500" tells of a change, not of a range. "About 20 to 30" is the range.
_RANGE = (
    rf"{_BEFORE}(?:{_any(_PREFIXES[Qualifier.ABOUT].split('|'))}\s+)?(?:"
    rf"between\s+(?P<low>{_CARDINAL})\s+and\s+(?P<high>{_CARDINAL})"
    rf"|(?<!\bfrom\s)(?P<least>{_CARDINAL})(?:\s+to\s+|[-‐‑–])(?P<most>{_CARDINAL})){_AFTER}"
)
_ALONE = (
    rf"{_BEFORE}(?:(?P<prefix>{_any('|'.join(_PREFIXES.values()).split('|'))})\s+)?(?:(?P<vague>{_VAGUE})"
    rf"|(?P<number>{_CARDINAL})(?(prefix)|(?:\s*(?P<suffix>{_any('|'.join(_SUFFIXES.values()).split('|'))}))?)){_AFTER}"
)
# For editors, which have neither possessive nor conditional pieces: the words of a number are told there, but not
# whether they come in an order that makes one.
_WORD = _any([*_VALUES, *_UNITS, "half"])
_NUMERAL = rf"(?:{_DIGITS}|(?:half{_JOINT})?(?:a{_JOINT})?{_WORD})(?:{_JOINT}(?:and\s+(?:a\s+)?)?{_WORD})*"
_LOOSE = (
    rf"(?:{_any('|'.join(_PREFIXES.values()).split('|'))}\s+)?(?:{_NUMERAL}|{_VAGUE.replace(_HOW, '')})"
    rf"|{_NUMERAL}\s*{_any('|'.join(_SUFFIXES.values()).split('|'))}"
    rf"|(?:{_any(_PREFIXES[Qualifier.ABOUT].split('|'))}\s+)?"
    rf"(?:between\s+{_NUMERAL}\s+and\s+|{_NUMERAL}(?:\s+to\s+|[-‐‑–])){_NUMERAL}"
)
PATTERN = re.sub(r"\\.|[a-z]", lambda c: c[0] if c[0][0] == "\\" else f"[{c[0].upper()}{c[0]}]", _LOOSE)
"""What editors take for a number: all that `parse` reads, and number words and ranges in a wrong order."""

# Case is folded by hand, for A to Z alone: re.IGNORECASE takes "ſ" for an s, str.lower moves positions.
_FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_EITHER = f"{_RANGE}|{_ALONE}"
_JOINED = re.compile("between| to |[-‐‑–]")  # no range is without one of these
_LENT = re.compile(rf"(?:{_JOINT}{_UNIT})+$")

_ADVICE = "write one such as `8`, `2,500`, `about 2,500`, `at least one` or `1 to 2`"
_DASH = re.compile(r"\s*[‒–—―−]\s*")
_COMMA = "has a comma that separates no thousands: write 2,500 for thousands, 2.5 for a decimal"
_FAULTS = {
    r"^$": f"is empty: {_ADVICE}",
    r"^(?:no|none|nil|nobody|no one)$": "is a word for nothing: write 0",
    r"(?![0-9])\d|[²³¹⁰-₉]": "has digits other than 0 to 9: write it with those",
    rf"[0-9.,]{{{MOST_DIGITS + 1}}}": f"has too many digits: write at most {MOST_DIGITS} characters of them",
    r"^[-−]\s*\.?[0-9]": "is negative: write a quantity, which is 0 or more",
    r"_": "has an underscore: write thousands with a comma, as in 2,500",
    r"[0-9]e[-+]?[0-9]": "is in scientific notation: write the digits out, as in 2,500",
    r"(?:^|[^0-9.,])0[0-9]": "has a leading zero: write the number without it",
    r"[0-9],|,[0-9]": _COMMA,
}


def parse(text: str) -> Amount:
    """Read a text that is one number and nothing else, as the table in DESIGN.md, section 2, has it.

    ValueError for everything else; its message quotes the text, says what is wrong and what would be right.
    """
    if len(text) > LONGEST:
        raise ValueError(f"{quoted(text[:60] + '…')} is too long for a number: write at most {LONGEST} characters")
    written = " ".join(text.split())
    folded = written.translate(_FOLD)
    if _JOINED.search(folded) and (match := _compiled(_RANGE).fullmatch(folded)):
        low, high = _ends(match)
        if low < high:
            return Amount(written, low, None, high, Qualifier.RANGE)
        wrong = "upside down" if low > high else "between equal numbers"
        raise UpsideDownError(f"{quoted(written)} is a range {wrong}: write the smaller number first, as in `1 to 2`")
    if match := _compiled(_ALONE).fullmatch(folded):
        return _amount(match, written)
    raise ValueError(f"{quoted(written)} {_fault(written)}")


def find(text: str) -> list[Found]:
    """All numbers in English prose, in order and apart, each as long as it goes with its qualifier.

    Not numbers: "one" or "a" alone, ordinals, fractions, clock times, scores such as "20-15", and digits in
    a word or identifier ("F-16"). Dates and citation marks are the caller's to blank out first. For each one
    found `parse(text[start:end])` gives the same amount.
    """
    found = []
    folded = text.translate(_FOLD)
    at = 0
    while match := _compiled(_EITHER).search(folded, at):
        start, at = match.span()
        if match["low"] or match["least"]:
            low, high = _ends(match)
            if low < high:
                written = " ".join(text[start:at].split())
                found.append(Found(start, at, Amount(written, low, None, high, Qualifier.RANGE)))
                continue
            # "Two to one" is no range, but may be a number and then another.
            match = _compiled(_ALONE).match(folded, start)
            if match is None:
                at = start + 1
                continue
            at = match.end()
        if match[0] != "one":
            found.append(Found(start, at, _amount(match, " ".join(text[start:at].split()))))
    return found


def compatible(a: Amount, b: Amount) -> bool:
    """Whether both can be true of one quantity, that is, whether the intervals they allow meet.

    "=" allows the point, ">=" and ">" all from it or above it, "<=" all up to it, a range its ends too, and a
    vague amount everything. "About n" allows n and 10% either side, "nearly n" 0.9 n to n: the 10% is ours.
    """
    low, out = max(floor(a), floor(b))
    high = min(ceiling(a), ceiling(b))
    return low < high or (low == high and not out)


def plain(number: Number) -> int | float:
    """The number as JSON has it: an int where it is integral, else the nearest float."""
    return number if isinstance(number, int) else float(number)


@cache
def _compiled(grammar: str) -> re.Pattern[str]:
    """Compile a grammar when it is first needed: it takes a tenth of a second, and most commands do without."""
    return re.compile(grammar)


def _amount(match: re.Match[str], text: str) -> Amount:
    if match["vague"]:
        return Amount(text, None, None, None, Qualifier.VAGUE)
    number = _value(match["number"])
    words = " ".join((match["prefix"] or match["suffix"] or "exactly").split())
    mark = _MARKS[words]
    exact = mark is Qualifier.EXACT
    return Amount(
        text,
        low=number if exact or mark in (Qualifier.AT_LEAST, Qualifier.OVER) else None,
        best=number if exact or mark is Qualifier.ABOUT else None,
        high=number if exact or mark in (Qualifier.UP_TO, Qualifier.NEARLY) else None,
        qualifier=mark,
    )


def _ends(match: re.Match[str]) -> tuple[Number, Number]:
    low, high = match["low"] or match["least"], match["high"] or match["most"]
    lent = _LENT.search(high)
    if lent and not re.search(_UNIT, low):
        # "2 to 3 million" lends its million to the 2.
        whole = _value(low + lent[0])
        if whole < _value(high):
            return whole, _value(high)
    return _value(low), _value(high)


def _value(text: str) -> Number:
    """The value of a cardinal that the grammar has matched; exact, whatever the caller's decimal context."""
    total = Decimal(0)
    group: Decimal | None = None  # what the next scale word multiplies
    with localcontext(prec=3 * MOST_DIGITS):
        for word in re.findall(r"[a-z]+|[0-9.,]+", text):
            if word in _UNITS:
                group = _UNITS[word] * (Decimal(1) if group is None else group)
                if word in _SCALES:
                    total, group = total + group, None
            elif word == "half":
                group = (group or 0) + Decimal("0.5")
            elif word not in ("a", "and"):
                value = Decimal(_VALUES[word]) if word in _VALUES else Decimal(word.replace(",", ""))
                group = (group or 0) + value
        total += group or 0
    return int(total) if total == total.to_integral_value() else total


def floor(amount: Amount) -> tuple[Fraction | float, bool]:
    """The lowest number an amount allows, minus infinity if none, and whether that number itself is left out."""
    if amount.qualifier is Qualifier.ABOUT and amount.best is not None:
        return Fraction(amount.best) * 9 / 10, False
    if amount.qualifier is Qualifier.NEARLY and amount.high is not None:
        return Fraction(amount.high) * 9 / 10, False
    return (-inf if amount.low is None else Fraction(amount.low)), amount.qualifier is Qualifier.OVER


def ceiling(amount: Amount) -> Fraction | float:
    """The highest number an amount allows, infinity if none."""
    if amount.qualifier is Qualifier.ABOUT and amount.best is not None:
        return Fraction(amount.best) * 11 / 10
    return inf if amount.high is None else Fraction(amount.high)


def _fault(text: str) -> str:
    """What is wrong with a text that is not one number, and what would be right."""
    for pattern, fault in _FAULTS.items():
        if re.search(pattern, text, re.IGNORECASE):
            return fault
    found = find(text)
    ends = _DASH.split(text)
    if len(ends) == len(found) == 2 and all(_compiled(_ALONE).fullmatch(end.translate(_FOLD)) for end in ends):
        return f"is a range with another sign than a hyphen in it: write `{ends[0]} to {ends[1]}`"
    if len(found) == 1:
        return (
            "has words in it that are not of its number (what is counted stands in `unit` or `population`): write "
            f"`{found[0].amount.text}`"
        )
    if found:
        return f"has more in it than one number: write one alone, such as `{found[0].amount.text}`"
    return f"is not a number: {_ADVICE}"
