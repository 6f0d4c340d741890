"""What a number counts: the noun phrase behind it."""

from __future__ import annotations

import re

from .words import read_words

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
OF = re.compile(r"[ \u00a0]of[ \u00a0](?:(?:the|its|their|his|her|our|all|these|those)[ \u00a0])?")
_COUNT_WORDS = 7


def read_noun(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Span of the noun phrase that a number counts: "2,500 [American troops]", "one of its [fighters]"."""
    of = OF.match(text, at, end)
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
