"""Noun phrases of a sentence, as far as speakers need them: where one begins and ends, which one leads a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .cues import BARE, NOUNS, STRONG_FORMS, WEAK_FORMS
from .grammar import (
    ADVERBS,
    BOUND_ARTICLES,
    BREAKS,
    BREAKS_BUT_AND,
    BREAKS_BUT_WHO,
    BRIEF,
    COPULAS,
    FINITE,
    LINKERS,
    NOMINAL_PREPOSITIONS,
    PEOPLE,
    PERSONAL,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    PREPOSITIONS_BUT_TO,
    PRONOUNS,
    QUANTIFIERS,
    SKIPPED,
    SKIPPED_LESS,
    SPANS,
)
from .tokens import ARTICLES, DAYS, MONTHS, SUBJECT_PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Token

_JOINTS = frozenset("-–&/")


class Phrase(NamedTuple):
    """Tokens first..last (inclusive) of a sentence that name somebody."""

    first: int
    last: int


def read_subject_after(tokens: Sequence[Token], at: int, *, nominal: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at a token, up to a comma, a verb or an adverbial."""
    while at < len(tokens) and (tokens[at].low in {"also", "then", "later"} or tokens[at].low.endswith("ly")):
        at += 1
    if at >= len(tokens) or not tokens[at].word:
        return None
    first = tokens[at]
    if first.low in PLAIN_PRONOUNS:
        return Phrase(at, at)
    opens = first.capital or first.low in ARTICLES or nominal or _is_role(tokens, at) or first.text[0].isdigit()
    if not opens or is_time(first) or first.low in PREPOSITIONS:
        return None
    last = at
    while last + 1 < len(tokens):
        if _is_joint(tokens, last + 1):
            last += 2
        elif _stops_subject(tokens, last + 1):
            break
        else:
            last += 1
    while last >= at and (tokens[last].low in BOUND_ARTICLES or tokens[last].low in PREPOSITIONS):
        last -= 1
    return Phrase(at, last) if last >= at else None


def is_time(token: Token) -> bool:
    """Is it the name of a day or month?"""
    return token.low in DAYS or token.low in MONTHS


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """A hyphen, dash, ampersand or slash that joins two words."""
    return tokens[at].text in _JOINTS and at + 1 < len(tokens) and tokens[at + 1].word


def _stops_subject(tokens: Sequence[Token], at: int) -> bool:
    """Does a phrase read from the left end before the token at `at`?"""
    token = tokens[at]
    if not token.word or token.low in BREAKS_BUT_AND or token.low in DAYS:
        return True
    if token.low in STRONG_FORMS and not token.capital and token.low not in BARE:
        return True
    if token.low in PREPOSITIONS:
        return not _continues(tokens, at)
    if token.low == "and":
        return not _names_follow(tokens, at + 1)
    return token.low in FINITE or token.low in PRONOUNS


def find_head(tokens: Sequence[Token], before: int, start: int = 0) -> Phrase | None:
    """Return the subject of the clause tokens[start:before]: its first noun phrase outside adverbials."""
    for first, last in _segments(tokens, start, before):
        begin = first
        while begin <= last and tokens[begin].low in LINKERS:
            begin += 1
        if begin > last or _is_adverbial(tokens, begin, last):
            continue
        phrase = read_leading(tokens, begin, last)
        if phrase:
            return phrase
    return None


def read_leading(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The noun phrase at the head of a segment, up to its verb."""
    token = tokens[first]
    if not token.word or token.low in PREPOSITIONS or token.low in BREAKS_BUT_WHO:
        return None
    if token.low in PLAIN_PRONOUNS:
        return Phrase(first, first)
    if not (token.capital or token.low in ARTICLES or _is_role(tokens, first)):
        return None
    end = first
    while end < last:
        if end + 2 <= last and _is_joint(tokens, end + 1):
            end += 2
            continue
        if _ends_phrase(tokens, end + 1):
            break
        end += 1
    return trim_subject(tokens, first, end)


def trim_subject(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Drop what precedes the noun phrase proper: "on Tuesday", "later", "In Iowa"."""
    while last >= first and (is_time(tokens[last]) or tokens[last].text.isdigit()):
        last -= 1
    while last >= first and tokens[last].low in PREPOSITIONS:
        last -= 1
    first = _skip_adverbials(tokens, first, last)
    if first > last or tokens[last].low in BOUND_ARTICLES:
        return None
    for at in range(last, first, -1):
        if tokens[at].low in PERSONAL:
            return Phrase(at, at)
    return Phrase(first, last) if _can_speak(tokens, first, last) else None


def _skip_adverbials(tokens: Sequence[Token], first: int, last: int) -> int:
    while first <= last:
        token = tokens[first]
        adverb = token.low.endswith("ly") and not token.capital
        if token.low in PREPOSITIONS:
            first = _skip_object(tokens, first + 1, last)
        elif is_time(token) or token.low in SKIPPED_LESS or adverb or token.low in BREAKS:
            first += 1
        else:
            break
    return first


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Is the word a copula, an auxiliary or a cue verb in use as one?"""
    low = tokens[at].low
    if low in COPULAS:
        return True
    return (low in STRONG_FORMS or low in WEAK_FORMS) and not is_noun(tokens, at) and low not in NOUNS


def is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Is a form like "claim" or "call" a noun here: after an article, possessive, adjective or preposition?"""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.possessive or before.low in ARTICLES or before.low in PREPOSITIONS_BUT_TO:
        return True
    if before.low in SKIPPED or before.low in SUBJECT_PRONOUNS or before.low in {"who", "and", "or"}:
        return False
    if "-" in before.low and not before.capital:
        return True
    if before.low in PEOPLE or before.low in NOUNS:
        return False
    return tokens[at].low in BARE and not before.capital and before.word and not before.low.endswith("s")


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Does the token at `at` no longer belong to the noun phrase before it?"""
    token, before = tokens[at], tokens[at - 1]
    if not token.word or token.low in BREAKS_BUT_AND or token.low in SKIPPED or token.low in DAYS:
        return True
    if token.low in PREPOSITIONS:
        return not _continues(tokens, at)
    if token.low == "and":
        return not _names_follow(tokens, at + 1)
    if token.capital:
        return token.low in SUBJECT_PRONOUNS
    if is_verb(tokens, at):
        return True
    if token.low.endswith("ed"):
        return before.low not in ARTICLES and not before.possessive
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        before.capital
        and not before.possessive
        and (at > 1 or (before.low not in ARTICLES and not token.low.endswith("s")))
        and not (after is not None and after.capital)
        and token.low not in PEOPLE
    )


def _can_speak(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A name, a pronoun, a plural, or a noun with its article; not "planning" or "internal strategy"."""
    head = tokens[first].low
    if head in ARTICLES or head in SUBJECT_PRONOUNS or head in QUANTIFIERS:
        return True
    if any(token.capital and not is_time(token) for token in tokens[first : last + 1]):
        return True
    noun = tokens[last].low
    return noun in PEOPLE or noun in NOUNS or (noun.endswith("s") and noun.rstrip("s") in PEOPLE)


def _skip_object(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past the object of a leading preposition, so far as another noun phrase follows it."""
    for at in range(first, last + 1):
        token = tokens[at]
        if at > first and (token.low in SUBJECT_PRONOUNS or token.low in {"the", "a", "an"}):
            return at
        if at > first and token.capital and tokens[at - 1].word and not tokens[at - 1].capital:
            return at
        dated = is_time(token) or token.text.isdigit()
        if dated and at < last and not (tokens[at + 1].low in DAYS or tokens[at + 1].text.isdigit()):
            return at + 1
    return first


def _segments(tokens: Sequence[Token], start: int, before: int) -> list[tuple[int, int]]:
    """Stretches of tokens[start:before] between commas, dashes and quotations."""
    out, first = [], start
    for at in range(start, before + 1):
        if at == before or (not tokens[at].word and tokens[at].text not in {"-", "–", "&", "/", "$", "'", "’"}):
            if at > first:
                out.append((first, at - 1))
            first = at + 1
    return out


def _is_adverbial(tokens: Sequence[Token], first: int, last: int) -> bool:
    token = tokens[first]
    if token.low in PREPOSITIONS or token.low in BREAKS or is_time(token):
        return not _hides_subject(tokens, first, last)
    if token.low in ADVERBS:
        return True
    if token.low.endswith("ly") or token.low in BRIEF:
        return last - first < 3
    if tokens[last].low in {"later", "earlier", "ago"} or token.low in SPANS:
        return True
    return token.low.endswith(("ing", "ed")) and (not token.capital or first == 0) and last > first


def _hides_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.low in {"he", "she", "they"} for t in tokens[first + 1 : last + 1]) and tokens[first].low not in BREAKS


def _is_role(tokens: Sequence[Token], at: int) -> bool:
    """Does a lower-case word open a bare title: "spokesman Ola Berg", "state media", "officials"?"""
    token = tokens[at]
    if token.low in NOUNS or (token.low.endswith("s") and token.low[:-1] in PEOPLE):
        return True
    if token.low in STRONG_FORMS and token.low not in BARE:
        return False
    for index in range(at + 1, min(at + 4, len(tokens))):
        if not tokens[index].word:
            return False
        if tokens[index].capital:
            return True
    return False


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Does a preposition go on with a noun phrase: "of Norland", "for the ministry"?"""
    if tokens[at].low not in NOMINAL_PREPOSITIONS or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if not following.word or is_time(following) or following.low in {"a", "an", "response"}:
        return False
    if tokens[at].low == "of":
        return True
    return tokens[at].low in {"for", "at", "from"} and (following.capital or following.low in ARTICLES)


def _names_follow(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].capital and tokens[at].low not in SUBJECT_PRONOUNS
