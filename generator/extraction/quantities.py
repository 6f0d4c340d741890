"""Numbers as news prints them: a numeral with its unit, the words that qualify it, and ranges of two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..numbers import Amount, Number, Qualifier
from .numerals import Numeral, find_match, pass_over, read_numeral, read_second
from .units import UNIT, UNITS
from .words import read_words

if TYPE_CHECKING:
    from .rules import FigureRule

_BEFORE = re.compile(
    r"""(?ix)(?:\b(?:
      (?P<ABOUT>about|roughly|some|around|approximately|approx\.?|(?:an\s)?estimated|circa|maybe|perhaps|barely)
    | (?P<AT_LEAST>at\sleast|no\sfewer\sthan|no\sless\sthan|not\sless\sthan|(?:a\s)?minimum\sof)
    | (?P<OVER>(?:(?:more|greater|higher|longer|larger|better|over)\sthan|(?:well\s|just\s)?over|above|upwards\sof
        |in\sexcess\sof|exceed(?:ing|ed|s)?|beyond|topp(?:ed|ing)|surpass(?:ed|ing)))
    | (?P<UP_TO>up\sto|as\smany\sas|as\smuch\sas|at\smost|(?:no|not)\smore\sthan|(?:a\s)?maximum\sof
        |(?:fewer|less|lower|smaller|shorter)\sthan|under|below)
    | (?P<NEARLY>nearly|almost|close\sto|just\s(?:under|below|short\sof)|approaching)
    )(?:\s(?:(?<=\sthan\s)the|a|an|another|only|just))?\s*|(?P<TILDE>[~≈])\s?|(?P<GREATER>[>≥])\s?|(?P<LESSER>[<≤]\s?|\bsub-))$"""
)
_MARKS = frozenset("~≈>≥<≤.")
_LAST_WORDS = read_words(
    """
    about roughly some around approximately approx. estimated circa maybe perhaps barely least than of over above
    exceeding exceed exceeds exceeded beyond topping topped surpassing surpassed to as most under below nearly almost
    approaching the a an another only just sub-
    """
)
"""What the words that qualify a number end in: much faster to look for than the words."""

_AFTER = re.compile(
    r"(?P<AT_LEAST>\+|[ ]or[ ]more\b)|(?P<UP_TO>[ ]or[ ](?:fewer|less)\b)|(?P<ABOUT>[ ]or[ ]so\b)", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:ris|ros|fall|fell|increas|decreas|drop|declin|grow|grew|jump|climb|cut|rais|boost|reduc|slow|plung|plummet|shr[aiu]nk"
    r"|creep|crept|up|down|gain|los[te]|surg|soar|slip|mov|chang|widen|narrow|expand|doubl|improv|went|go(?:es|ing)?)\w*\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[ \u00a0](?:(?P<and>and)|(?P<or>or))[ \u00a0]"
    r"|(?:-[ \u00a0]to[ \u00a0]|[ \u00a0]?(?:to-?|[-–—])[ \u00a0]?)(?:(?:about|around|nearly|almost)[ ])?"
)
_BETWEEN = re.compile(
    r"\b(?:(?P<between>between)|(?P<change>from|up|down)|(?P<by>by))"
    r"\s(?:about\s|around\s|roughly\s)?$",
    re.IGNORECASE,
)
_FAR = 3
"""In "rose by X to Y" Y is the new level, not the end of a range, where it is so many times X."""

_DURATIONS = frozenset({"day", "week", "month", "year", "decade", "hour", "minute"})
_LETTER_UNITS = frozenset({"l", "g", "w", "m", "in."})


class Quantity(NamedTuple):
    """A number found: `start`..`end` with qualifier, `core_start`, `core_end` of the number, `after` its unit."""

    start: int
    end: int
    core_start: int
    after: int
    amount: Amount
    unit: str | None
    rule: FigureRule


def next_quantity(text: str, at: int, end: int) -> Quantity | int:
    """Return the first quantity at or after `at`, or where to go on looking (`end` when there is none)."""
    match = find_match(text, at, end)
    if isinstance(match, int):
        return match
    core = read_numeral(text, match, end)
    if core is None:
        return match.end() if match["digits"] is None else pass_over(text, match.end(), end)
    unit, after = _read_unit(text, core, end)
    if unit == "term":
        return after
    if after == core.end and text[after : after + 1] == "-" and text[after + 1 : after + 2].isdigit():
        glued = _read_range(text, core, unit, after, end)
        if glued is None:
            return pass_over(text, after, end)
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


def _read_unit(text: str, core: Numeral, end: int) -> tuple[str | None, int]:
    if core.unit is not None:
        return core.unit, core.end
    match = UNIT.match(text, core.end, min(end, core.end + 28))
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
    text: str, first: Numeral, first_unit: str | None, after: int, end: int
) -> tuple[Number, Numeral, str | None, int] | None:
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
    other = read_second(text, joint.end(), end)
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
