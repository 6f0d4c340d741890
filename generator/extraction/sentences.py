"""Sentences of a stretch of text, by rule: one pass over its full stops, question and exclamation marks.

A full stop ends no sentence after a title ("Maj. Gen. X"), an initial ("J. Smith"), an abbreviation that
needs its continuation ("No. 5"), and after initials like "U.S." only before a word that opens sentences
("the U.S. He said"), since "U.S. Central Command" goes on. Closing marks belong to the sentence they close.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .cues import STRONG_FORMS
from .words import MASK, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?…\"”](?:(?<=[\"”])(?=\s+[“\"][A-Z])|(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s))")
_NEXT = re.compile(r"\s+[“\"‘'(\[«—–-]*\s*(\w[\w’'.-]*)?")
_DASH = re.compile("[—–―]")
_INITIALS = re.compile(r"(?:\w\.)+\w")
_LAST = re.compile(r"[\w.&’'-]+$")

TITLES = read_words(
    """
    mr mrs ms dr prof gen maj lt col sgt capt cpl adm cmdr brig rep reps sen sens gov govs sec pres hon rev fr
    st msgr supt det insp amb atty dist messrs mme mlle pvt spc ft mt
"""
)
"""Abbreviations that are followed by a name, lower case, without the full stop."""

_GOES_ON = read_words(
    """
    no nos vs v vol pp fig art ca cf approx est e.g i.e viz al
"""
)
_MAY_END = read_words(
    """
    inc corp ltd co cos llc plc bros jr sr etc jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark
    calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va
    vt wash wis wyo a.m p.m ph.d b.a m.a d.c mon tue tues wed thu thurs fri sat sun dept
"""
)
_OPENERS = read_words(
    """
    a an the this that these those he she it they we i you his her its their our my your there here in on at by
    for from to with without after before during since until as when while where although though if because but
    and or so yet not no now then however meanwhile also still what who how why which some many most several all
    both each one two three another according asked among under over despite earlier later last next only even
    just once more such other others nor between following instead
"""
)
_SPEECH = re.compile(r"\s+([A-Z][\w.’'-]*),?\s+(?:[A-Z][\w.’'-]*,?\s+){0,3}(?:\w+ly\s+)?([a-z]+)\b")


def _tags_speech(text: str, at: int, stop: int) -> bool:
    """Does a name and a verb of saying follow: "“Is it?” Ola Berg asked"?"""
    match = _SPEECH.match(text, at, min(stop, at + 90))
    return match is not None and match.group(2) in STRONG_FORMS and match.group(1).lower() not in _OPENERS


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in text[start:end], without the white space between them."""
    stop = len(text) if end is None else end
    begin = _skip(text, start, stop)
    for match in _END.finditer(text, begin, stop):
        if _ends_here(text, match, begin, stop):
            yield begin, match.end()
            begin = _skip(text, match.end(), stop)
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if stop > begin:
        yield begin, stop


def _skip(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, match: re.Match[str], begin: int, stop: int) -> bool:
    following = _NEXT.match(text, match.end(), min(stop, match.end() + 80))
    if following is None:
        return False
    word = following.group(1)
    if not word:
        return _opens_marks(text, match, begin, following.end(), stop)
    if word[0].islower():
        return False
    mark = match.group()
    if len(mark) > 1:
        if _DASH.search(text, match.end(), following.start(1)):
            return False
        return not _tags_speech(text, match.end(), stop)
    return mark != "." or _stops(text, match.start(), begin, word)


def _opens_marks(text: str, match: re.Match[str], begin: int, at: int, stop: int) -> bool:
    """No word follows: does a quotation (masked or not) or a bracket, rather than nothing?"""
    if at >= stop:
        return False
    if text[at] == MASK:
        before = _LAST.search(text, max(begin, match.start() - 24), match.start())
        return before is None or before.group().lower() not in TITLES
    return at > match.end() + 1


def _stops(text: str, at: int, begin: int, word: str) -> bool:
    """Does the full stop at `at` end a sentence, given the word after it?"""
    before = _LAST.search(text, max(begin, at - 24), at)
    if before is None:
        return True
    if before.start() <= begin and before.group().isdigit():
        return False
    last = before.group().lower().lstrip("'’.-&")
    if last in TITLES or last in _GOES_ON:
        return last == "no" and not word[0].isdigit()
    single = len(last) == 1 and last.isalpha()
    if single or last in _MAY_END or _INITIALS.fullmatch(last):
        opens = word.lower() in _OPENERS and (len(word) > 1 or word in "AI")
        return opens and not (single and before.group()[0].isupper() and word in {"I", "A"})
    return True
