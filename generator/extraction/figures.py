"""Figures: every number that counts or measures something, with its unit and what it counts.

Dates, clock times, names of models, scores and list numbers are not figures. A noun left out is taken from the
figure before ("2,500 troops … another 900"); what a lone number counts stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from .candidates import Figure
from .counting import is_figure
from .nouns import OF, read_noun
from .quantities import Quantity, next_quantity
from .units import KINDS, MEASURES
from .words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layout import Block

_SENTENCE = re.compile(r"[.!?…\n](?:(?<=\n)|(?<!\b[A-Z].)[”\"’')\]]*\s+[“\"‘'(]?[A-Z])")
_CHANGE = re.compile(
    r"\b(?:(?P<up>(?<!gave\s)(?<!give\s)(?<!made\s)(?<!make\s)(?<!ended\s)(?<!set\s)(?<!put\s)up|r(?:ises?|ose|isen|ising)|increas(?:ed|es?|ing)|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|surg(?:ed|es?|ing)|gr(?:ew|own?|ows|owing)|soar(?:ed|s|ing)?|add(?:ed|s|ing)(?!\sa)|rall(?:ied|ying)|advanc(?:ed|es|ing)"
    r"|rais(?:ed|es?|ing)(?=\s(?:\w+\s)?by\b)|upward)"
    r"|(?P<down>down|downward|f(?:ell|alls?|allen|alling)|decreas(?:ed|es?|ing)|drop(?:s|ped|ping)?|declin(?:ed|es?|ing)"
    r"|los(?:t|es?|ing)|slip(?:s|ped|ping)?|plung(?:ed|es?|ing)|plummet(?:s|ed|ing)?|tumbl(?:ed|es?|ing)|shed(?:s|ding)?"
    r"|dip(?:s|ped|ping)?|s[ai]nk|sinking|slid(?:es?|ing)?|cut(?:s|ting)?|reduc(?:ed|es?|ing)|shr[aiu]nk|slump(?:s|ed|ing)?"
    r"|eas(?:ed|ing)))"
    r"(?:\s\w+\sby)?(?:\s(?:by|about|around|nearly|almost|more\sthan|over|under|another|an?|as\smuch\sas|some|further))*"
    r"\s*$",
    re.IGNORECASE,
)
_CHANGE_ENDS = read_words("by about around nearly almost than over under another a an as some further")
_RESTATED = re.compile(r"[ \u00a0-]?%?(?:[\w.]{1,12}[ ]){0,2}(?:(?:to[ ](?:end|close|stand)[ ])?(?:to|at)[ ]|[ ]?\()")
"""Between a change and the level it led to, or the same in another unit: "fell 2% to 40", "down a mile (1.6 km)"."""

_LIKEWISE = re.compile(r"[ ]?%?(?:\s\w+)?,?\s(?:and\s)?(?:[A-Z][\w’'&.-]*\s){1,3}by\s")
"""Between two changes told by one verb: "herring fell 2%, Norland Cod by 3%"."""

_STANDS = re.compile(r"\b(?:up|down)\s$", re.IGNORECASE)
"""Before a change that only describes a level: "up 3 crowns at 40"."""

_NOUNS = frozenset({"deployed", "attacks"})
"""Measures told by what is counted alone; they come last."""

_TOLD = re.compile(
    r"\b(?=[kdfsmliwhcare])(?:" + "|".join(rf"({pattern})\b" for name, pattern in MEASURES if name not in _NOUNS) + ")",
    re.IGNORECASE,
)
_COUNTED = [(name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in MEASURES if name in _NOUNS]
_BESIDE = 45
_KIND = {unit: kind for kind, units in KINDS.items() for unit in units}
_CLAUSE = 70
_NEAR = 200


def find_figures(text: str, blocks: Sequence[Block], taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures in the blocks, in order; spans in `taken` (sorted: dates, times) hold none."""
    starts = [start for start, _ in taken]
    found: list[Figure] = []
    names: set[str] = set()
    for block in blocks:
        at, before = block.start, None
        while at < block.end:
            quantity = next_quantity(text, at, block.end)
            if isinstance(quantity, int):
                at = quantity
                continue
            at = max(quantity.after, quantity.end)
            index = bisect_right(starts, quantity.core_start)
            if index and taken[index - 1][1] > quantity.core_start:
                at = max(taken[index - 1][1], quantity.core_start + 1)
                continue
            if not is_figure(text, quantity, block, before, names):
                continue
            stop = min(block.end, starts[index]) if index < len(starts) else block.end
            figure = _describe(text, quantity, block, before, stop)
            found.append(figure)
            before = figure
    return found


def _describe(text: str, quantity: Quantity, block: Block, before: Figure | None, stop: int) -> Figure:
    """Put together what is told of a figure; no noun reaches beyond `stop`, where a date begins."""
    measured = quantity.unit is not None and not OF.match(text, quantity.after, block.end)
    noun = None if measured else read_noun(text, quantity.after, stop)
    counted = text[noun[0] : noun[1]] if noun else None
    elided = False
    clause = _clause(text, quantity, block)
    if counted is None and quantity.unit is None and before is not None and before.unit is None:
        near = before.counted and quantity.start - before.end < _NEAR
        if near and not _SENTENCE.search(text, before.end, quantity.start):
            counted, elided = before.counted, True
    measure = _KIND.get(quantity.unit or "") or _read_measure(clause, counted)
    change = _read_change(text, quantity, block, before)
    confidence = 0.9 if quantity.unit or (counted and not elided) else 0.7
    if text[quantity.core_start : quantity.end].lower() == "one":
        confidence = 0.6
    return Figure(
        quantity.start,
        quantity.end,
        text[quantity.start : quantity.end],
        quantity.rule,
        confidence,
        quantity.amount,
        quantity.unit,
        counted,
        elided,
        measure,
        change,
    )


def _read_change(text: str, quantity: Quantity, block: Block, before: Figure | None) -> str | None:
    """Is it told as a rise or fall, by a verb or sign before it or by the figure it restates?"""
    if text[quantity.start - 1 : quantity.start] == "+" and quantity.start > block.start:
        return "up"
    if _may_change(_last_word(text, max(block.start, quantity.start - 40), quantity.start)):
        change = _CHANGE.search(text, max(block.start, quantity.start - 40), quantity.start)
        if change is not None:
            return change.lastgroup
    if before is None or not before.change:
        return None
    if _RESTATED.fullmatch(text, before.end, quantity.start):
        level = text[quantity.start - 1] != "(" and _STANDS.search(
            text, max(block.start, before.start - 6), before.start
        )
        return None if level else before.change
    return before.change if _LIKEWISE.fullmatch(text, before.end, quantity.start) else None


def _last_word(text: str, start: int, end: int) -> str:
    before = text[start:end].rstrip()
    at = len(before)
    while at and (before[at - 1].isalnum() or before[at - 1] == "_"):
        at -= 1
    return before[at:]


@lru_cache(maxsize=4096)
def _may_change(word: str) -> bool:
    """Can what tells a change end in this word? Much faster to know than to look for a change."""
    return bool(word) and (word.lower() in _CHANGE_ENDS or _CHANGE.search(word) is not None)


def _clause(text: str, quantity: Quantity, block: Block) -> str:
    """The words around a figure, within its sentence."""
    before = text[max(block.start, quantity.start - _CLAUSE) : quantity.start]
    cut = max(before.rfind(". "), before.rfind("; "), before.rfind("\n"))
    after = text[quantity.end : min(block.end, quantity.end + _CLAUSE)]
    stop = min((i for i in (after.find(". "), after.find("; "), after.find("\n")) if i >= 0), default=len(after))
    return before[cut + 1 :] + " # " + after[:stop]


def _read_measure(clause: str, counted: str | None) -> str | None:
    """The measure told by the words nearest to the figure."""
    middle = clause.find(" # ")
    best: tuple[int, int] | None = None
    for match in _TOLD.finditer(clause):
        distance = min(abs(match.start() - middle), abs(match.end() - middle))
        here = distance, match.lastindex or 0
        if distance < _BESIDE and (best is None or here < best):
            best = here
    if best is not None:
        return MEASURES[best[1] - 1][0]
    return _read_counted(counted) if counted else None


@lru_cache(maxsize=4096)
def _read_counted(counted: str) -> str | None:
    """The measure told by the words for what is counted alone."""
    return next((name for name, pattern in _COUNTED if pattern.search(counted)), None)
