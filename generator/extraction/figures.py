"""Figures: every number that counts or measures something, with its unit and what it counts.

Dates, clock times, names of models, scores and list numbers are not figures. A noun left out is taken from the
figure before ("2,500 troops … another 900"); what a lone number counts stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ..numbers import Qualifier
from .candidates import Figure
from .quantities import Quantity, next_quantity
from .units import KINDS, MEASURES
from .words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layout import Block

_STOP = read_words(
    """
    a an the in on at by for from with to of about against over under into through before after between among
    and or but is are was were be been being has have had do does did will would could can may might should must
    that which who whom whose when where while as than if because since until per each this these those it he
    she they we you i not so then there here also still now just only said says according amid despite during up
    down out off left ago later earlier across near within without such both all its their his her our my your
"""
)
_VERBS = read_words(
    """
    came come went go sank died die left ran run took take gave give got get made make saw see knew told fell rose grew
    held kept led lost met paid put sent shot stood struck won wrote broke chose drew drove flew hit hurt lay lie live
    remain remained stay stayed say began begin became become brought bought built caught cost felt found fought heard
    rode sold set sat spent spoke swam thought wore work worked need want like including worth long wide high deep tall
    old away dead
    """
)
_FILLERS = read_words("more other additional further separate different new total")
_NOUNLIKE = re.compile(r"[^\W\d_](?:[\w’'.&-]*\w)?\.?")
_GAP = re.compile(r"[ \u00a0]+")
_OF = re.compile(r"[ \u00a0]of[ \u00a0](?:(?:the|its|their|his|her|our|all|these|those)[ \u00a0])?")
_LABEL = re.compile(
    r"(?:\b(?:No|Nos|no|Section|Article|Chapter|Figure|Page|Channel|Route|Highway|Interstate|Flight|Room|Type|Mark|Phase|Level"
    r"|Grade|Group|Game|Week|Part|Volume|Item|Title|Resolution|Unit|Apollo|Boeing|Airbus|iPhone|Windows|Formula|Round"
    r"|Covid|COVID|Model|Series|Brexit|Psalm|Proposition|Amendment|Area|Line|Gate|Terminal|Car)\.?|#)[ \u00a0-]$"
)
_ADDRESS = re.compile(
    r" (?:[A-Z][\w’'.]*[ ]){1,3}(?:Road|Rd|Avenue|Ave|Street|St|Way|Lane|Drive|Boulevard|Blvd"
    r"|Square|Place|Court|Crescent)\b"
    r"|[ ](?:ZIP|zip)\b"
)
_AGE = re.compile(r"[A-Z][\w’'-]+,[ ]$")
_AGE_END = re.compile(r",|\.(?:\s|$)| of ")
_NAMED = re.compile(r"(?<![.!?]\s)(?<!\n)(?<!^)\b(?:[A-Z][\w’'&-]*|sp|ftse|nasdaq|iPhone|category)[ \u00a0]$")
_ONE_DAY = re.compile(r"[Oo]ne day\b")
_ONE_AFTER = re.compile(
    r"[ ](?:day|another|by|thing|is|was|to|that|who|in|on|at|and|or|can|should|must|would|has|had|way)\b"
)
_LIST = re.compile(r"[.)](?:\s|$)")
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?…][”\"’')\]]*\s+[“\"‘'(]?[A-Z]|\n")
_CHANGE = re.compile(
    r"\b(?:(?P<up>(?<!gave\s)(?<!give\s)(?<!made\s)(?<!make\s)(?<!ended\s)(?<!set\s)(?<!put\s)up|r(?:ises?|ose|isen|ising)|increas(?:ed|es?|ing)|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|surg(?:ed|es?|ing)|gr(?:ew|own?|ows|owing)|soar(?:ed|s|ing)?|add(?:ed|s|ing)|rall(?:ied|ying)|advanc(?:ed|es|ing)"
    r"|rais(?:ed|es?|ing)|upward)"
    r"|(?P<down>down|downward|f(?:ell|alls?|allen|alling)|decreas(?:ed|es?|ing)|drop(?:s|ped|ping)?|declin(?:ed|es?|ing)"
    r"|los(?:t|es?|ing)|slip(?:s|ped|ping)?|plung(?:ed|es?|ing)|plummet(?:s|ed|ing)?|tumbl(?:ed|es?|ing)|shed(?:s|ding)?"
    r"|dip(?:s|ped|ping)?|s[ai]nk|sinking|slid(?:es?|ing)?|cut(?:s|ting)?|reduc(?:ed|es?|ing)|shr[aiu]nk|slump(?:s|ed|ing)?"
    r"|eas(?:ed|ing)))"
    r"(?:\s\w+\sby)?(?:\s(?:by|about|around|nearly|almost|more\sthan|over|under|another|an?|as\smuch\sas|some|further))*"
    r"\s*(?:[A-Z]=)?$",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    r"[ \u00a0-]?%?(?:[\w.]{1,12}[ ]){0,2}(?:(?:to[ ](?:end|close|stand)[ ])?(?:to|at)[ ]|[ ]?\()(?:[A-Z]=)?"
)
"""Between a change and the level it led to, or the same in another unit: "fell 2% to 40", "down a mile (1.6 km)"."""

_YEARLIKE = range(1500, 2100)
_ONE_BEFORE = re.compile(r"\b(?:no|any|every|some|the|this|that|each|which|another)\s$", re.IGNORECASE)
_MEASURES = [(name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in MEASURES]
_KIND = {unit: kind for kind, units in KINDS.items() for unit in units}
_CLAUSE = 70
_COUNT_WORDS = 7


def find_figures(text: str, blocks: Sequence[Block], taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures in the blocks, in order; spans in `taken` (sorted: dates, times) hold none."""
    starts = [start for start, _ in taken]
    found: list[Figure] = []
    for block in blocks:
        at, before = block.start, None
        while at < block.end:
            quantity = next_quantity(text, at, block.end)
            if isinstance(quantity, int):
                at = quantity
                continue
            at = max(quantity.after, quantity.end)
            index = bisect_right(starts, quantity.core_start) - 1
            if index >= 0 and taken[index][1] > quantity.core_start:
                at = max(taken[index][1], quantity.core_start + 1)
                continue
            if not _counts(text, quantity, block):
                continue
            figure = _describe(text, quantity, block, before)
            found.append(figure)
            before = figure
    return found


def _counts(text: str, quantity: Quantity, block: Block) -> bool:
    """Is the number a figure: no label, list number, year, or "one" standing for a noun?"""
    start = quantity.core_start
    if quantity.rule == "vague" or _LABEL.search(text, max(block.start, start - 16), start):
        return quantity.rule == "vague"
    if _ADDRESS.match(text, quantity.end, block.end):
        return False
    if quantity.rule == "words" and _ONE_DAY.match(text, start):
        return False
    if quantity.unit is not None or quantity.rule in {"fraction", "range"}:
        return True
    if start == block.start and _LIST.match(text, quantity.end, block.end):
        return False
    if quantity.rule == "digits":
        return _digits_count(text, quantity, block)
    return text[start : quantity.end].lower() != "one" or _one_counts(text, quantity, block)


def _digits_count(text: str, quantity: Quantity, block: Block) -> bool:
    """Digits without unit: not a year, nor part of a name, nor an age."""
    if quantity.amount.qualifier is not Qualifier.EXACT:
        return True
    start, value = quantity.core_start, quantity.amount.best
    digits = text[start : quantity.end]
    if value is not None and value in _YEARLIKE and digits.isdigit() and len(digits) == 4:
        return bool(_read_noun(text, quantity.after, block.end)) and text[start - 1 : start] != "’"
    return not _is_tag(text, quantity, block)


def _one_counts(text: str, quantity: Quantity, block: Block) -> bool:
    """Does "one" count something, rather than stand for a noun named before?"""
    exact = quantity.amount.qualifier is Qualifier.EXACT
    if exact and _ONE_BEFORE.search(text, max(block.start, quantity.core_start - 9), quantity.core_start):
        return False
    following = text[quantity.end : quantity.end + 4].lower()
    if following[1:2].isdigit() or _ONE_AFTER.match(text, quantity.end):
        return False
    return following[:1] in {".", ",", " ", "-"} and following != " ano" and following != "-on-"


def _is_tag(text: str, quantity: Quantity, block: Block) -> bool:
    """Does the number belong to a name ("Galaxy 20", "FT 100") or tell an age ("Ola Berg, 65,")?"""
    start = quantity.core_start
    if _AGE.search(text, max(block.start, start - 24), start) and _AGE_END.match(text, quantity.end, block.end):
        return True
    if not _NAMED.search(text, max(block.start, start - 24), start):
        return False
    noun = _read_noun(text, quantity.after, block.end)
    return noun is None or text[noun[0]].isupper()


def _describe(text: str, quantity: Quantity, block: Block, before: Figure | None) -> Figure:
    measured = quantity.unit is not None and not _OF.match(text, quantity.after, block.end)
    noun = None if measured else _read_noun(text, quantity.after, block.end)
    counted = text[noun[0] : noun[1]] if noun else None
    elided = False
    clause = _clause(text, quantity, block)
    if counted is None and quantity.unit is None and before is not None and before.unit is None:
        same = not _SENTENCE.search(text, before.end, quantity.start)
        if same and before.counted and quantity.start - before.end < 200:
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
    change = _CHANGE.search(text, max(block.start, quantity.start - 40), quantity.start)
    if change is not None:
        return change.lastgroup
    if before is not None and before.change and _RESTATED.fullmatch(text, before.end, quantity.start):
        return before.change
    return None


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
    best: tuple[int, str] | None = None
    for name, pattern in _MEASURES:
        if name in {"attacks", "deployed"}:
            if counted and pattern.search(counted) and best is None:
                best = 0, name
            continue
        for match in pattern.finditer(clause):
            distance = min(abs(match.start() - middle), abs(match.end() - middle))
            if distance < 45 and (best is None or distance < best[0]):
                best = distance, name
    return best[1] if best else None


def _read_noun(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Span of the noun phrase that a number counts: "2,500 [American troops]", "one of its [fighters]"."""
    of = _OF.match(text, at, end)
    if of:
        at = of.end() - 1
    start = last = -1
    for _ in range(_COUNT_WORDS):
        word = _next_word(text, at, end)
        if word is None or word[2] in _STOP or (start >= 0 and word[2] in _VERBS):
            break
        begin, at, low = word
        if start < 0 and low in _FILLERS:
            continue
        if low.endswith(("ed", "ing")) and start >= 0 and not _goes_on(text, at, end):
            break
        start = begin if start < 0 else start
        last = at
        if text[at - 1] == "." and not text[begin].isupper():
            last -= 1
            break
    return (start, last) if start >= 0 else None


def _next_word(text: str, at: int, end: int) -> tuple[int, int, str] | None:
    """Start, end and lower case of the next word, if but a space or hyphen stands before it."""
    gap = _GAP.match(text, at, min(end, at + 3))
    if gap is None and text[at : at + 1] != "-":
        return None
    word = _NOUNLIKE.match(text, gap.end() if gap else at + 1, end)
    return (word.start(), word.end(), word.group().lower().rstrip(".")) if word else None


def _goes_on(text: str, at: int, end: int) -> bool:
    following = _NOUNLIKE.match(text, at + 1, end)
    return bool(following) and following is not None and following.group().lower() not in _STOP
