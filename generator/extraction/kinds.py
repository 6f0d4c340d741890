"""What a proposed name is: person, organisation, place or event, by its own words, else by its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache

from .cues import STRONG_FORMS
from .firstnames import HE, SHE
from .lexicon import EVENTS, NOUN_KINDS, ORGANISATIONS, PLACE_LEADS, PLACES, ROLES
from .rules import MentionRule

POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,6}s?|(?:[A-Z]\.){2,}|[A-Z][a-z]?[A-Z]+")
_AFTER_PERSON = re.compile(r",? (?:who|whose)\b|, \d\d,")
_AGED = re.compile(r", \d\d[,.](?!\d)")
_APPOSITION = re.compile(
    r",[ \u00a0](?=(?:an?|the|its|their|his|her|former|then)[ \u00a0]|[a-z]+[ \u00a0]|[A-Z]\w+[’']s?[ \u00a0])"
)
_NEXT_WORDS = re.compile(r"[\w’'-]+|[,.;:()]")
_SPOKEN = STRONG_FORMS - {"reported", "reports", "report", "announced", "estimated", "projects", "found", "revealed"}
_STATES_OF_OFFICE = frozenset({"former", "acting", "deputy", "first-lady"})
_STATES = frozenset({"us", "u.s", "uk", "u.k", "usa", "uae", "u.a.e"})
_WORD_AFTER = re.compile(r"[ \u00a0]+([a-z]+)")
_WINDOW = 24
_APPOSED = 9
_BREAKS = frozenset({",", ".", ";", ":", "who", "which", "that", "where", "and", "said", "in", "at", "with"})
_LAST_WORD = re.compile(r"[\w-]+$")
_DIRECTIONS = frozenset(
    {side + end for side in ("north", "south", "east", "west", "central") for end in ("", "ern", "east", "west")}
    | {side + end for side in ("north", "south", "east", "west", "central") for end in ("eastern", "western")}
    | {"downtown", "rural", "nearby"}
)
_DIRECTED = re.compile(r"\b(?:in|at|of|from|across|to|near|into|through)[ \u00a0]\w+[ \u00a0]$")

Before = tuple[str, int]
"""The word before a name, empty where something else stands there, and where it begins."""

Piece = tuple[int, int, str]
"""A word of a name: start, end, the word."""

Kind = tuple[str, MentionRule, float]
"""What a name names, by which rule, how sure."""


@lru_cache(maxsize=4096)
def strip_possessive(piece: str) -> str:
    """The word without its possessive ending."""
    return POSSESSIVE.sub("", piece)


def name_kind(text: str, part: list[Piece], folds: list[str], before: Before) -> Kind:
    """Kind, rule and confidence of a name from its own words, else from its neighbours."""
    return name_own_kind(part[0][2], folds) or name_kind_beside(text, part[0][0], part[-1], before, len(folds) > 1)


def name_own_kind(word: str, folds: list[str]) -> Kind | None:
    """Kind, rule and confidence told by the words of a name alone; `word`: the first as written."""
    several = len(folds) > 1
    if folds[0] == "operation" or (folds[-1] in EVENTS and several):
        return "event", "event-word", 0.8
    if folds[-1] in PLACES and several:
        return "place", "place-word", 0.85
    if not ORGANISATIONS.isdisjoint(folds):
        return "organisation", "organisation-word", 0.85
    if several and (folds[0] in HE or folds[0] in SHE):
        return "person", "given-name", 0.9
    if not several and folds[0] in _STATES:
        return "place", "state", 0.8
    if not several and _ACRONYM.fullmatch(strip_possessive(word)):
        return "organisation", "acronym", 0.7
    return None


def name_kind_beside(text: str, start: int, last: Piece, before: Before, several: bool) -> Kind:
    """Kind, rule and confidence from the words before and after a name; `last`: its last word."""
    _, end, word = last
    if (several and _AFTER_PERSON.match(text, end)) or _AGED.match(text, end):
        return "person", "apposition", 0.75
    following = _WORD_AFTER.match(text, end, end + _WINDOW)
    verb = following.group(1) if following else ""
    owned = word[-2:] in {"’s", "'s", "’S", "'S"} or word[-1] in "’'"
    beside = None if owned else _read_beside(text, end, before, verb)
    if beside:
        return beside, "apposition", 0.75
    lead = before[0].lower()
    if lead in _DIRECTIONS and _DIRECTED.search(text, max(0, start - 34), start):
        return "place", "after-direction", 0.7
    if lead in PLACE_LEADS and verb not in STRONG_FORMS:
        return "place", "after-preposition", 0.45
    if verb in _SPOKEN:
        return "person", "speaks", 0.55 if several else 0.4
    return "unknown", "capitals", 0.5


def _read_beside(text: str, end: int, before: Before, following: str) -> str | None:
    """Kind told by a common noun beside the name: "the militia X", "X province", "X, a town in Y"."""
    noun = read_before(text, before[1])[0] if before[0] == "of" else before[0]
    for word in (noun, following):
        for kind in ("organisation", "place"):
            if word in NOUN_KINDS[kind]:
                return kind
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return None
    for count, match in enumerate(_NEXT_WORDS.finditer(text, apposition.end(), apposition.end() + 110)):
        word = match.group().lower()
        if count > _APPOSED or word in _BREAKS:
            return None
        for kind, nouns in NOUN_KINDS.items():
            if word in nouns:
                return kind
    return None


def read_roles(before: Before) -> tuple[str, ...]:
    """Lower-case words of office right before a name: "military spokesman Ola Berg"."""
    word, _ = before
    low = word.lower()
    return (low,) if low in ROLES and low not in _STATES_OF_OFFICE and word[0].islower() else ()


def read_before(text: str, at: int) -> Before:
    """The word before a place, if but spaces stand between, and where it begins."""
    if text[at - 1 : at] not in {" ", "\u00a0"}:
        return "", at
    head = text[max(0, at - _WINDOW) : at].rstrip(" \u00a0")
    word = head[head.rfind(" ") + 1 :]
    if not word.isalpha():
        match = _LAST_WORD.search(word)
        word = match.group() if match else ""
    return word, max(0, at - _WINDOW) + len(head) - len(word)
