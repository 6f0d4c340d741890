"""Unknown names: runs of capitalised words, cut to the name proper and typed by the words around them.

A run may hold particles ("al-", "van") and "of" after a noun of office. Titles in front and possessive endings
are cut off; so is a word that only a sentence's beginning capitalises.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .candidates import Mention
from .cues import STRONG_FORMS
from .firstnames import HE, SHE
from .lexicon import (
    ADJECTIVES,
    CALENDAR,
    EVENTS,
    HONORIFICS,
    NOUN_KINDS,
    OFFICES,
    ORGANISATIONS,
    PLACE_LEADS,
    PLACES,
    ROLES,
    STARTERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .layout import Block

_ARTICLES = r"(?:al|el|an|as|ash|at|ad|ar|ez|ul)"
_PARTICLE = rf"(?:{_ARTICLES}|de|van|von|der|den|bin|ibn|abu|da|di|du|del|della|dos|la|le|ter)"
_SYLLABLE = (
    r"(?!(?:led|made|born|held|run|wide|like|era|style|type|free|wing|old|bound|only|owned|based|area|side|time|year|day"
    r"|mile|plus|turn|born|level|long|rich|poor|grade|size)\b)[a-z]{2,5}\b"
)
"""A given name's second syllable, as in Korean names written with a hyphen."""

_WORD = (
    r"(?:(?:[A-Z]\.){2,}"
    rf"|(?:{_ARTICLES}|d|l)[-’'][A-ZÀ-Þ][\w’'-]*\w"
    rf"|[A-ZÀ-Þ](?:(?:[\w’']|-(?=[A-Z0-9])|-(?:in|of|al|e)-(?=[A-Z])|-(?={_SYLLABLE}))*\w)?"
    r"(?:(?<=\b[A-Z])\.|(?<=\b\w\w)\.|(?<=\b\w\w\w)\.(?=\s[A-Z]))?)"
)
_RUN = re.compile(
    rf"(?<![\w@#/’'-]){_WORD}"
    rf"(?:[ \u00a0](?:(?:of|of\sthe|for|&|{_PARTICLE}(?:\s{_PARTICLE})?)[ \u00a0])?{_WORD}){{0,11}}"
)
_PIECE = re.compile(r"[^ \u00a0]+")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,6}s?|(?:[A-Z]\.){2,}|[A-Z][a-z]?[A-Z]+")
_AFTER_PERSON = re.compile(r",? (?:who|whose)\b|, \d\d,")
_APPOSITION = re.compile(
    r",[ \u00a0](?=(?:an?|the|its|their|his|her|former|then)[ \u00a0]|[a-z]+[ \u00a0]|[A-Z]\w+[’']s?[ \u00a0])"
)
_NEXT_WORDS = re.compile(r"[\w’'-]+|[,.;:()]")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_MODEL = re.compile(r"[A-Z]{1,4}-?\d+\w*")
_DEMONYM = re.compile(r"\w{3,}(?:ian|ean|ese|ish)s?")
_SPOKEN = STRONG_FORMS - {"reported", "reports", "report", "announced", "estimated", "projects", "found", "revealed"}
_STATES = frozenset({"us", "u.s", "uk", "u.k", "usa", "uae", "u.a.e"})
_WORD_AFTER = re.compile(r"[ \u00a0]+([a-z]+)")
_WORD_BEFORE = re.compile(r"([\w-]+)[ \u00a0]+$")
_DIRECTION = re.compile(
    r"(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?|central|downtown|rural|nearby"
)
_DIRECTED = re.compile(r"\b(?:in|at|of|from|across|to|near|into|through)[ \u00a0]\w+[ \u00a0]$")
_INSTITUTIONS = ORGANISATIONS | OFFICES
_HEADS = ORGANISATIONS | EVENTS | {"secretary", "bank", "people", "front", "university", "house"}
_ORDINARY = OFFICES | STARTERS
_COMMON = ROLES | ORGANISATIONS
_TITLES = OFFICES | ROLES | ADJECTIVES
_JOINERS = frozenset({"of", "for", "the", "&"})

Piece = tuple[int, int, str]


def propose(
    text: str, block: Block, lowered: frozenset[str], capitals: frozenset[str]
) -> Iterator[tuple[Mention, bool]]:
    """Yield proposals in a block, each with whether it is sure to be a name and no sentence's first word.

    `lowered`: words the text writes in lower case somewhere; `capitals`: its capitalised words.
    """
    for match in _RUN.finditer(text, block.start, block.end):
        if _is_ordinary(match.group()):
            continue
        opens = _opens_sentence(text, match.start(), block.start)
        pieces = [(m.start(), m.end(), m.group()) for m in _PIECE.finditer(text, match.start(), match.end())]
        if opens:
            before = len(pieces)
            pieces = _drop_starters(pieces, lowered)
            opens = len(pieces) == before
        for part in _split(pieces):
            first = opens and part[0] is pieces[0]
            part = _drop_adjectives(part, capitals)
            if part:
                yield from _name(text, part, opens=first, lowered=lowered)


def _is_ordinary(run: str) -> bool:
    """One word that is no name wherever it stands: "The", "Monday"."""
    return run.isalpha() and not run.isupper() and (run.lower() in STARTERS or run.lower() in CALENDAR)


def _opens_sentence(text: str, start: int, floor: int) -> bool:
    at = start - 1
    while at >= floor and (text[at].isspace() or text[at] in "“\"‘'([—–-•"):
        at -= 1
    return at < floor or text[at] in ".!?:;…”’\"'" or "\n" in text[at:start]


def _drop_starters(pieces: list[Piece], lowered: frozenset[str]) -> list[Piece]:
    first = 0
    while first < len(pieces):
        low = _fold(pieces[first][2])
        common = low in lowered and low not in ROLES and len(low) > 1
        if pieces[first][2].isupper() and len(low) > 1:
            break
        if low in STARTERS or (common and (first + 1 == len(pieces) or low not in _INSTITUTIONS)):
            first += 1
        else:
            break
    while first < len(pieces) and pieces[first][2] in _JOINERS:
        first += 1
    return pieces[first:]


def _drop_adjectives(part: list[Piece], capitals: frozenset[str]) -> list[Piece]:
    """Cut "Norlandish" and the like off the front, unless they begin an organisation's name."""
    folds = [_fold(piece[2]) for piece in part]
    if any(fold in ORGANISATIONS for fold in folds[1:]) and not any(fold in ROLES for fold in folds):
        return part
    first = 0
    while first < len(part) and (
        folds[first] in {"the", "a", "an", "this"} or _is_demonym(part[first][2], folds[first], capitals)
    ):
        first += 1
    return part[first:]


def _is_demonym(word: str, fold: str, capitals: frozenset[str]) -> bool:
    if fold in ADJECTIVES:
        return True
    if fold in HE or fold in SHE:
        return False
    bare = _bare(word)
    stem = bare[:-1] if bare.endswith("s") else bare
    if stem.endswith("i") and stem[:-1] in capitals:
        return True
    if stem.endswith("n") and (stem[:-1] in capitals or stem[:-2] in capitals or stem[:-3] in capitals):
        return len(stem) > 4
    return bool(_DEMONYM.fullmatch(bare)) and "-" not in bare


@lru_cache(maxsize=4096)
def _bare(piece: str) -> str:
    """The word without its possessive ending."""
    return _POSSESSIVE.sub("", piece)


@lru_cache(maxsize=4096)
def _fold(piece: str) -> str:
    return _bare(piece).rstrip(".").lower().replace("’", "'")


def _split(pieces: list[Piece]) -> list[list[Piece]]:
    """Cut a run after possessives, around dates, and at "of" where no noun of office stands before it."""
    parts: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        word = piece[2]
        current = parts[-1]
        if (
            (_fold(word) in CALENDAR and word != "Jan")
            or word == "I"
            or (word in {"of", "for"} and not (current and _joins(current, word)))
        ):
            parts.append([])
        elif word in _JOINERS and not current:
            continue
        else:
            current.append(piece)
            if _POSSESSIVE.search(word) and index + 1 < len(pieces) and not (word[-1] in "’'" and word[-2] != "s"):
                parts.append([])
    return [part for part in (_trim(part) for part in parts) if part]


def _joins(current: list[Piece], word: str) -> bool:
    low = _fold(current[-1][2])
    return low in _HEADS or (word == "of" and low in PLACES)


def _trim(part: list[Piece]) -> list[Piece]:
    while part and (part[-1][2] in _JOINERS or part[-1][2].islower()):
        part = part[:-1]
    while part and part[0][2] in _JOINERS:
        part = part[1:]
    return part


def _name(text: str, part: list[Piece], *, opens: bool, lowered: frozenset[str]) -> Iterator[tuple[Mention, bool]]:
    folds = [_fold(piece[2]) for piece in part]
    named = any(fold in ORGANISATIONS or fold in PLACES for fold in folds[1:])
    role = max((i for i, fold in enumerate(folds) if fold in ROLES and (i > 0 or not named)), default=-1)
    if role >= 0 and any(fold in ORGANISATIONS for fold in folds[role + 1 :]):
        role = -1
    if role >= 0:
        yield from _before_role(text, part[:role])
        rest = part[role + 1 :]
        while rest and _fold(rest[0][2]) in ADJECTIVES:
            rest = rest[1:]
        if rest and rest[0][2] not in _JOINERS:
            roles = tuple(fold for fold in folds[: role + 1] if fold in ROLES and fold not in HONORIFICS)
            roles += _read_roles(text, part[0][0])
            pronoun = next((HONORIFICS[fold] for fold in folds[: role + 1] if fold in HONORIFICS), None)
            yield _mention(text, rest, "person", "title", 0.9, roles, pronoun), True
        return
    if len(part) == 1 and _MODEL.fullmatch(part[0][2]):
        return
    kind, rule, confidence = _type(text, part, folds)
    single = len(part) == 1
    if single and len(part[0][2]) == 1:
        return
    if single and folds[0] in _ORDINARY and not part[0][2].isupper():
        return
    if single and folds[0] in _COMMON and folds[0] in lowered:
        return
    roles = _read_roles(text, part[0][0])
    if roles and kind in {"unknown", "person"}:
        kind, rule, confidence = "person", "role-before", 0.85
    yield _mention(text, part, kind, rule, confidence, roles, None), not (opens and single) or kind == "person"


def _before_role(text: str, part: list[Piece]) -> Iterator[tuple[Mention, bool]]:
    """ "Harbour Ministry Secretary Berg": what stands before the words of office is a name of its own."""
    while part and (_fold(part[-1][2]) in _TITLES):
        part = part[:-1]
    while part and (_fold(part[0][2]) in _TITLES):
        part = part[1:]
    if part and not (len(part) == 1 and len(part[0][2]) < 2):
        kind, rule, confidence = _type(text, part, [_fold(piece[2]) for piece in part])
        yield (
            _mention(text, part, "organisation" if kind == "unknown" else kind, rule, confidence * 0.8, (), None),
            True,
        )


def _mention(
    text: str, part: list[Piece], kind: str, rule: str, confidence: float, roles: tuple[str, ...], pronoun: str | None
) -> Mention:
    start, end = part[0][0], part[-1][1]
    end -= len(part[-1][2]) - len(_bare(part[-1][2])) if len(part[-1][2]) > 2 else 0
    exact = text[start:end]
    if exact.endswith(".") and not _INITIAL.search(exact):
        end, exact = end - 1, exact[:-1]
    return Mention(start, end, exact, kind, rule, round(confidence, 2), exact, None, roles, pronoun)


def _type(text: str, part: list[Piece], folds: list[str]) -> tuple[str, str, float]:
    """Kind, rule and confidence of a name from its own words, else from its neighbours."""
    several = len(folds) > 1
    if folds[0] == "operation" or (folds[-1] in EVENTS and several):
        return "event", "event-word", 0.8
    if folds[-1] in PLACES and several:
        return "place", "place-word", 0.85
    if any(fold in ORGANISATIONS for fold in folds):
        return "organisation", "organisation-word", 0.85
    if several and (folds[0] in HE or folds[0] in SHE):
        return "person", "given-name", 0.9
    if not several and folds[0] in _STATES:
        return "place", "state", 0.8
    if not several and _ACRONYM.fullmatch(_bare(part[0][2])):
        return "organisation", "acronym", 0.7
    return _type_beside(text, part, several=several)


def _type_beside(text: str, part: list[Piece], *, several: bool) -> tuple[str, str, float]:
    """Kind, rule and confidence from the words before and after."""
    start, end = part[0][0], part[-1][1]
    if several and _AFTER_PERSON.match(text, end):
        return "person", "apposition", 0.75
    beside = None if _POSSESSIVE.search(part[-1][2]) else _read_beside(text, start, end)
    if beside:
        return beside, "apposition", 0.75
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    lead = before.group(1).lower() if before else ""
    following = _WORD_AFTER.match(text, end, end + 24)
    verb = following.group(1) if following else ""
    if _DIRECTION.fullmatch(lead) and _DIRECTED.search(text, max(0, start - 34), start):
        return "place", "after-direction", 0.7
    if lead in PLACE_LEADS and verb not in STRONG_FORMS:
        return "place", "after-preposition", 0.45
    if verb in _SPOKEN:
        return "person", "speaks", 0.55 if several else 0.4
    return "unknown", "capitals", 0.5


def _read_beside(text: str, start: int, end: int) -> str | None:
    """Kind told by a common noun beside the name: "the militia X", "X province", "X, a town in Y"."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before and before.group(1) == "of":
        before = _WORD_BEFORE.search(text, max(0, before.start() - 24), before.start())
    following = _WORD_AFTER.match(text, end, end + 24)
    for match in (before, following):
        for kind in ("organisation", "place"):
            if match and match.group(1) in NOUN_KINDS[kind]:
                return kind
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return None
    for count, match in enumerate(_NEXT_WORDS.finditer(text, apposition.end(), apposition.end() + 110)):
        word = match.group().lower()
        if count > 9 or word in {
            ",",
            ".",
            ";",
            ":",
            "who",
            "which",
            "that",
            "where",
            "and",
            "said",
            "in",
            "at",
            "with",
        }:
            return None
        for kind, nouns in NOUN_KINDS.items():
            if word in nouns:
                return kind
    return None


def _read_roles(text: str, start: int) -> tuple[str, ...]:
    """Lower-case words of office right before a name: "military spokesman Ola Berg"."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    word = before.group(1).lower() if before else ""
    return (word,) if word in ROLES and before is not None and before.group(1)[0].islower() else ()
