"""Which numbers are figures: no labels, list numbers, years, addresses, ages and names of models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..numbers import Qualifier
from .nouns import read_noun
from .words import read_words

if TYPE_CHECKING:
    from .candidates import Figure
    from .layout import Block
    from .quantities import Quantity

_LABELS = read_words(
    """
    No Nos no Section Article Chapter Figure Page Channel Route Highway Interstate Flight Room Type Mark Phase Level
    Grade Group Game Week Part Volume Item Title Resolution Unit Apollo Boeing Airbus iPhone Windows Formula Round Covid
    COVID Model Series Brexit Psalm Proposition Amendment Area Line Gate Terminal Car Category Stage Tier category type
    level stage tier phase grade chapter page section article baker's baker’s Baker's Baker’s #
    """
)
"""What a number behind only tells apart: "Room 12", "category 4"; and "baker's dozen"."""

_LABEL = re.compile(r"(?<!\w)([\w'’]+|#)\.?[ \u00a0-]$")
_ADDRESS = re.compile(
    r" (?:[A-Z][\w’'.]*[ ]|\d+(?:st|nd|rd|th)[ ]){1,3}(?:Road|Rd|Avenue|Ave|Street|St|Way|Lane|Drive|Boulevard|Blvd"
    r"|Square|Place|Court|Crescent)\b"
    r"|[ ](?:ZIP|zip)\b|[ ](?:Avenue|Ave\.?|Rue|rue|Calle|Via)[ ][A-Z]"
)
_AGE = re.compile(r"[A-Z][\w’'-]+,[ ]$")
_AGE_END = re.compile(r",|\.(?:\s|$)| of ")
_NAMED = re.compile(r"(?<![.!?]\s)(?<!\n)(?<!^)\b(?:[A-Z][\w’'&-]*|sp|ftse|nasdaq|iPhone|category)[ \u00a0]$")
_CAPITAL = re.compile(r" [A-Z][\w-]+")
_SINGLE = re.compile(r"\b(?:an?|own) $")
_ADJECTIVE = re.compile(r" [a-z]+ ")
_RANK = re.compile(r"\b(?:top|bottom) $")
_ONE_DAY = re.compile(r"[Oo]ne day\b")
_ONE_AFTER = re.compile(
    r"[ ](?:day|another|by|thing|is|was|to|that|who|in|on|at|and|or|can|should|must|would|has|had|way)\b"
)
_LIST = re.compile(r"[.)](?:\s|$)")
_YEARLIKE = range(1500, 2200)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|the|this|that|each|which|another|same|only|right|wrong|new)\s$", re.IGNORECASE
)
_IN_NAME = re.compile(r"[a-z] [A-Z][\w-]* $")
"""Before "One" in "told Radio One"."""


def is_figure(text: str, quantity: Quantity, block: Block, before: Figure | None, names: set[str]) -> bool:
    """Is the number a figure: no label, list number, year, or "one" standing for a noun?

    `names`: numbers seen as part of a name, with the word behind them; more are noted here.
    """
    start = quantity.core_start
    if quantity.rule == "vague":
        return True
    label = _LABEL.search(text, max(block.start, start - 16), start)
    if label is not None and label.group(1) in _LABELS:
        return False
    if _ADDRESS.match(text, quantity.end, block.end):
        return False
    if quantity.rule == "words" and _ONE_DAY.match(text, start):
        return False
    if quantity.unit is not None or quantity.rule in {"fraction", "range"}:
        return True
    if start == block.start and _LIST.match(text, quantity.end, block.end):
        return False
    if _RANK.search(text, max(block.start, start - 8), start):
        return read_noun(text, quantity.after, block.end) is not None
    if quantity.rule == "digits":
        return _digits_count(text, quantity, block, before, names)
    return text[start : quantity.end].lower() != "one" or _one_counts(text, quantity, block)


def _digits_count(text: str, quantity: Quantity, block: Block, before: Figure | None, names: set[str]) -> bool:
    """Digits without unit: not a year, nor part of a name, nor an age."""
    if quantity.amount.qualifier is not Qualifier.EXACT:
        return True
    start, value = quantity.core_start, quantity.amount.best
    digits = text[start : quantity.end]
    if value is not None and value in _YEARLIKE and digits.isdigit() and len(digits) == 4:
        return bool(read_noun(text, quantity.after, block.end)) and text[start - 1 : start] != "’"
    following = _CAPITAL.match(text, quantity.end, block.end)
    if following is not None and text[start : following.end()] in names:
        return False
    if not _is_tag(text, quantity, block) and not (following and _is_model(text, quantity, block, before)):
        return True
    if following is not None:
        names.add(text[start : following.end()])
    return False


def _one_counts(text: str, quantity: Quantity, block: Block) -> bool:
    """Does "one" count something, rather than stand for a noun named before?"""
    exact = quantity.amount.qualifier is Qualifier.EXACT
    if text[quantity.core_start].isupper() and _IN_NAME.search(
        text, max(block.start, quantity.core_start - 30), quantity.core_start
    ):
        return False
    if exact and _ONE_BEFORE.search(text, max(block.start, quantity.core_start - 9), quantity.core_start):
        return False
    following = text[quantity.end : quantity.end + 4].lower()
    if following[1:2].isdigit() or _ONE_AFTER.match(text, quantity.end):
        return False
    return following[:1] in {".", ",", " ", "-"} and following != " ano" and following != "-on-"


def _is_model(text: str, quantity: Quantity, block: Block, before: Figure | None) -> bool:
    """Does a number before a capital name a model: "a 747 Freighter", "two new 747 Freighters"?"""
    start = quantity.core_start
    if _SINGLE.search(text, max(block.start, start - 5), start):
        return quantity.amount.best != 1
    return before is not None and before.unit is None and bool(_ADJECTIVE.fullmatch(text, before.end, start))


def _is_tag(text: str, quantity: Quantity, block: Block) -> bool:
    """Does the number belong to a name ("Galaxy 20", "FT 100") or tell an age ("Ola Berg, 65,")?"""
    start = quantity.core_start
    if _AGE.search(text, max(block.start, start - 24), start) and _AGE_END.match(text, quantity.end, block.end):
        return True
    if not _NAMED.search(text, max(block.start, start - 24), start):
        return False
    noun = read_noun(text, quantity.after, block.end)
    return noun is None or text[noun[0]].isupper()
