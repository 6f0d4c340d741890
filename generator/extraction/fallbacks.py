"""Quotations without a known cue verb: what may still name their speaker, and which are nobody's speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import PEOPLE
from .lexicon import NOUN_KINDS
from .phrases import Phrase, find_head, read_subject_after
from .tokens import ARTICLES, DAYS, MONTHS
from .words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Token

_TITLE_LEADS = read_words(
    """
    titled entitled called named dubbed nicknamed known so-called self-described starring show film movie book
    novel song album series podcast program programme magazine newspaper column play musical sitcom drama word
    words term phrase hashtag hit ballad single anthem episode documentary essay memoir on of in from
    with to at perform performed thriller show's podcast
"""
)
_SIGNS = frozenset("―—–-~:")
_SMALL = read_words("a an the of and in on for to with at by from or is vs v de la")
_NOT_VERBS = read_words("in on at by for from with to of during about against over and but or as than while")


def is_term(tokens: Sequence[Token], at: int, words: str) -> bool:
    """Is the quotation a title or a name: capitalised throughout, no stop, led up to like one?"""
    inner = words.strip(" ,").split()
    back = 2 if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].low in _TITLE_LEADS else 1
    if not inner or at == 0 or words[-1] in "?!" or not tokens[at - back].word:
        return False
    before = tokens[at - back]
    after = tokens[at + 1] if at + 1 < len(tokens) else before
    if before.capital and after.word and after.capital and len(inner) == 1 and inner[0][0].isupper():
        return True
    if before.low in {"titled", "entitled", "so-called", "nicknamed", "hashtag"}:
        return True
    if before.low in ARTICLES and inner[0][0].isupper() and len(inner) > 1 and _explains_name(tokens, at):
        return True
    capitals = all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in inner)
    if not capitals or not inner[0][0].isupper():
        return False
    if before.text.isdigit():
        return len(inner) > 1
    return before.low in _TITLE_LEADS or before.possessive or (before.low in ARTICLES and len(inner) > 1)


_CLOSING = frozenset(")]”’\"'»")


def _explains_name(tokens: Sequence[Token], at: int) -> bool:
    """ "The “Harbour front in the north”, a group that …": what follows tells that the words are a name."""
    rest = [token for token in tokens[at + 1 : at + 5] if token.text not in _CLOSING]
    if len(rest) < 3 or rest[0].text != "," or rest[1].low not in ARTICLES:
        return False
    return rest[2].low in NOUN_KINDS["organisation"]


def read_tag(tokens: Sequence[Token], at: int) -> Phrase | None:
    """ "Q, he surmised", "Q! beamed Ola Berg": a verb unknown to the lists beside a name, right after the quotation."""
    begin = at + 1
    while begin < len(tokens) and not tokens[begin].word:
        if tokens[begin].quote >= 0 or tokens[begin].text in "(:;":
            return None
        begin += 1
    if begin + 1 >= len(tokens):
        return None
    first, second = tokens[begin], tokens[begin + 1]
    if not first.capital and _looks_verb(first) and second.word and (second.capital or second.low in {"a", "the"}):
        return read_subject_after(tokens, begin + 1)
    if first.low in {"he", "she", "they"} and second.word and _looks_verb(second):
        return Phrase(begin, begin)
    if first.capital and begin == at + 1 + (tokens[at + 1].text in ",?!"):
        end = begin
        while end + 1 < len(tokens) and tokens[end + 1].capital:
            end += 1
        if end + 1 < len(tokens) and tokens[end + 1].word and _looks_verb(tokens[end + 1]):
            return Phrase(begin, end)
    return None


def read_lead(tokens: Sequence[Token], at: int) -> Phrase | None:
    """ "Marsh shot back, Q", "More from Marsh: Q": the sentence leads up to the quotation with a comma or colon."""
    if at < 2 or tokens[at - 1].text not in {",", ":"}:
        return None
    last = at - 2
    if tokens[at - 1].text == ":" and tokens[last].capital and not _is_time(tokens[last]):
        first = last
        while first > 0 and tokens[first - 1].capital and not _is_time(tokens[first - 1]):
            first -= 1
        return Phrase(first, last)
    return find_head(tokens, at - 1)


def read_signature(tokens: Sequence[Token], at: int) -> Phrase | None:
    """ "Q — Ola Berg", "Q: army spokeswoman": a dash or colon and nothing but who it is, to the end of the sentence."""
    begin = at + 1
    while (
        begin < len(tokens) and tokens[begin].quote < 0 and not tokens[begin].word and tokens[begin].text not in _SIGNS
    ):
        begin += 1
    if begin + 1 >= len(tokens) or tokens[begin].text not in _SIGNS:
        return None
    last = begin
    while last + 1 < len(tokens) and tokens[last + 1].word and last < begin + 6:
        last += 1
    words = tokens[begin + 1 : last + 1]
    named = all(word.capital or word.low in {"de", "of", "the"} for word in words)
    titled = tokens[begin].text == ":" and bool(words) and words[-1].low in PEOPLE
    rest = tokens[last + 1 :]
    closed = not rest or (rest[0].text in ",.(" and len(rest) < 12 and not any(t.quote >= 0 for t in rest))
    if not words or not closed or not (named or titled):
        return None
    return Phrase(begin + 1, last)


def read_topic(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of the sentence, where nothing else is near."""
    return find_head(tokens, at)


def _looks_verb(token: Token) -> bool:
    return token.low.endswith(("ed", "es", "s")) and token.low not in _NOT_VERBS and not token.capital


def _is_time(token: Token) -> bool:
    return token.low in DAYS or token.low in MONTHS or token.text.isdigit()
