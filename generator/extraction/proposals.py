"""Unknown names: runs of capitalised words, cut to the name proper and typed by the words around them.

A run may hold particles ("al-", "van") and "of" after a noun of office. Titles in front and possessive endings
are cut off; so is a word that only a sentence's beginning capitalises.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .candidates import Mention
from .firstnames import HE, SHE
from .kinds import POSSESSIVE, name_kind, name_kind_beside, name_own_kind, read_before, read_roles, strip_possessive
from .lexicon import (
    ADJECTIVES,
    CALENDAR,
    EVENTS,
    HONORIFICS,
    OFFICES,
    ORGANISATIONS,
    PLACES,
    ROLES,
    STARTERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .kinds import Kind, Piece
    from .layout import Block
    from .rules import MentionRule

_ARTICLES = r"(?:al|el|an|as|ash|at|ad|ar|ez|ul)"
_PARTICLE = r"(?:al|el|ash|ar|ez|ul|de|van|von|der|den|bin|ibn|abu|da|di|du|del|della|dos|la|le|ter)"
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
    rf"(?=[A-ZÀ-Þaedul])(?<![\w@#/’'-]){_WORD}"
    rf"(?:[ \u00a0](?:(?:of|of\sthe|for|&|{_PARTICLE}(?:\s{_PARTICLE})?)[ \u00a0])?{_WORD}){{0,11}}"
)
_PIECE = re.compile(r"[^ \u00a0]+")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_MODEL = re.compile(r"[A-Z]{1,4}-?\d+\w*")
_DAY = re.compile(r"\.?[ \u00a0]\d")
_DEMONYM = re.compile(r"\w{3,}(?:ian|ean|ese|ish)s?")
_INSTITUTIONS = ORGANISATIONS | OFFICES
_HEADS = ORGANISATIONS | EVENTS | {"secretary", "bank", "people", "front", "university", "house"}
_ORDINARY = OFFICES | STARTERS
_COMMON = ROLES | ORGANISATIONS
_TITLES = OFFICES | ROLES | ADJECTIVES
_NOUNS = ORGANISATIONS | PLACES
_DETERMINERS = frozenset({"the", "a", "an", "this"})
_JOINERS = frozenset({"of", "for", "the", "&"})


class Part(NamedTuple):
    """A name in a run: its words, counted from the run's start, and what they tell wherever they stand.

    `folds`: the words in lower case; `role`: index of the last word of office, -1 without; `kind`: told by the words
    alone; `alone`: is it one word that opens a sentence?
    """

    pieces: list[Piece]
    folds: list[str]
    role: int
    kind: Kind | None
    alone: bool


class Proposer:
    """Proposes the names of one text. What a run of capitalised words holds is settled once for each spelling.

    `lowered`: words the text writes in lower case somewhere; `capitals`: its capitalised words.
    """

    def __init__(self, text: str, lowered: frozenset[str], capitals: frozenset[str]) -> None:
        self._text, self._lowered, self._capitals = text, lowered, capitals
        self._parts: dict[tuple[str, bool], list[Part]] = {}

    def propose(self, block: Block) -> Iterator[tuple[Mention, bool]]:
        """Yield proposals in a block, each with whether it is sure to be a name and no sentence's first word."""
        text = self._text
        for match in _RUN.finditer(text, block.start, block.end):
            run = match.group()
            if run.endswith(("Jan", "Jan.")) and _DAY.match(text, match.end()):
                run = run[: run.rfind("Jan")].rstrip()
            if not run or _is_ordinary(run):
                continue
            start = match.start()
            opens = _opens_sentence(text, start, block.start)
            parts = self._parts.get((run, opens))
            if parts is None:
                parts = self._parts[run, opens] = self._cut(run, opens=opens)
            for part in parts:
                if part.role < 0:
                    yield _name(text, part, start)
                else:
                    yield from _name_titled(text, part, start)

    def _cut(self, run: str, *, opens: bool) -> list[Part]:
        """The names in a run, without what is none."""
        if run.isalpha():
            return self._cut_word(run, opens=opens)
        pieces, split = _split_run(run)
        if opens:
            kept = _drop_starters(pieces, self._lowered)
            if len(kept) < len(pieces):
                opens, pieces, split = False, kept, _split(kept)
        parts = []
        for part in split:
            first = opens and part[0] is pieces[0]
            rest = _drop_adjectives(part, self._capitals)
            if rest:
                parts += self._settle(rest, opens=first)
        return parts

    def _cut_word(self, word: str, *, opens: bool) -> list[Part]:
        """The same for most runs, which are a single word."""
        fold = _fold(word)
        pieces = [(0, len(word), word)]
        if (opens and not _drop_starters(pieces, self._lowered)) or _is_apart(word, fold):
            return []
        if fold in _DETERMINERS or _is_demonym(word, fold, self._capitals):
            return []
        return self._settle(pieces, opens=opens)

    def _settle(self, pieces: list[Piece], *, opens: bool) -> list[Part]:
        """What the words themselves tell of a name, wherever they stand."""
        folds = [_fold(piece[2]) for piece in pieces]
        role = -1 if ROLES.isdisjoint(folds) else _find_role(folds)
        single = len(pieces) == 1
        if role < 0 and single and _is_no_name(pieces[0][2], folds[0], self._lowered):
            return []
        kind = name_own_kind(pieces[0][2], folds) if role < 0 else None
        return [Part(pieces, folds, role, kind, opens and single)]


@lru_cache(maxsize=4096)
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
    if not ORGANISATIONS.isdisjoint(folds[1:]) and ROLES.isdisjoint(folds):
        return part
    first = 0
    while first < len(part) and (folds[first] in _DETERMINERS or _is_demonym(part[first][2], folds[first], capitals)):
        first += 1
    if first and len(part) - first == 1 and folds[first] in PLACES:
        return [piece for piece, fold in zip(part, folds, strict=True) if fold not in _DETERMINERS]
    return part[first:]


def _is_demonym(word: str, fold: str, capitals: frozenset[str]) -> bool:
    if fold in ADJECTIVES:
        return True
    if fold in HE or fold in SHE:
        return False
    bare = strip_possessive(word)
    stem = bare[:-1] if bare.endswith("s") else bare
    if stem.endswith("i") and stem[:-1] in capitals:
        return True
    if stem.endswith("n") and (stem[:-1] in capitals or stem[:-2] in capitals or stem[:-3] in capitals):
        return len(stem) > 4
    return bool(_DEMONYM.fullmatch(bare)) and "-" not in bare


@lru_cache(maxsize=4096)
def _fold(piece: str) -> str:
    return strip_possessive(piece).rstrip(".").lower().replace("’", "'")


def _is_apart(word: str, fold: str) -> bool:
    """A day, a month or "I", which belong to no name."""
    return (fold in CALENDAR and word != "Jan") or word == "I"


@lru_cache(maxsize=4096)
def _split_run(run: str) -> tuple[list[Piece], list[list[Piece]]]:
    """The words of a run, and the parts it is cut into where no starter is cut off."""
    pieces = [(m.start(), m.end(), m.group()) for m in _PIECE.finditer(run)]
    return pieces, _split(pieces)


def _split(pieces: list[Piece]) -> list[list[Piece]]:
    """Cut a run after possessives, around dates, and at "of" where no noun of office stands before it."""
    parts: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        word = piece[2]
        current = parts[-1]
        if _is_apart(word, _fold(word)) or (word in {"of", "for"} and not (current and _joins(current, word))):
            parts.append([])
        elif word in _JOINERS and not current:
            continue
        else:
            current.append(piece)
            if POSSESSIVE.search(word) and index + 1 < len(pieces) and not (word[-1] in "’'" and word[-2] != "s"):
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


def _name(text: str, part: Part, at: int) -> tuple[Mention, bool]:
    """The name that stands at `at` with no word of office in it."""
    pieces = part.pieces
    begin, end, word = pieces[-1]
    start = pieces[0][0] + at
    before = read_before(text, start)
    kind, rule, confidence = part.kind or name_kind_beside(
        text, start, (begin + at, end + at, word), before, len(pieces) > 1
    )
    roles = read_roles(before)
    if roles and kind in {"unknown", "person"}:
        kind, rule, confidence = "person", "role-before", 0.85
    return _mention(
        text, start, end + at, word, kind, rule, confidence, roles, None
    ), not part.alone or kind == "person"


def _name_titled(text: str, part: Part, at: int) -> Iterator[tuple[Mention, bool]]:
    """The names before and after the words of office in a part."""
    placed = [(begin + at, end + at, word) for begin, end, word in part.pieces]
    folds, role = part.folds, part.role
    yield from _before_role(text, placed[:role])
    rest = placed[role + 1 :]
    while rest and _fold(rest[0][2]) in ADJECTIVES and not (len(rest) == 1 and folds[role] in HONORIFICS):
        rest = rest[1:]
    if rest and rest[0][2] not in _JOINERS:
        roles = tuple(fold for fold in folds[: role + 1] if fold in ROLES and fold not in HONORIFICS)
        roles += read_roles(read_before(text, placed[0][0]))
        pronoun = next((HONORIFICS[fold] for fold in folds[: role + 1] if fold in HONORIFICS), None)
        yield _mention(text, rest[0][0], *rest[-1][1:], "person", "title", 0.9, roles, pronoun), True


def _is_no_name(word: str, fold: str, lowered: frozenset[str]) -> bool:
    """A letter, a model's number, a word of office or one that the text writes in lower case too."""
    if len(word) == 1 or _MODEL.fullmatch(word) or (fold in _ORDINARY and not word.isupper()):
        return True
    return fold in _COMMON and fold in lowered


def _find_role(folds: list[str]) -> int:
    """Index of the last word of office in front of a name, -1 where it belongs to an organisation's name.

    What follows a given name is a surname ("Pete King").
    """
    named = not _NOUNS.isdisjoint(folds[1:])
    if len(folds) > 1 and (folds[-2] in HE or folds[-2] in SHE):
        folds = [*folds[:-1], ""]
    role = max((i for i, fold in enumerate(folds) if fold in ROLES and (i > 0 or not named)), default=-1)
    return role if ORGANISATIONS.isdisjoint(folds[role + 1 :]) else -1


def _before_role(text: str, part: list[Piece]) -> Iterator[tuple[Mention, bool]]:
    """ "Harbour Ministry Secretary Berg": what stands before the words of office is a name of its own."""
    while part and (_fold(part[-1][2]) in _TITLES):
        part = part[:-1]
    while part and (_fold(part[0][2]) in _TITLES):
        part = part[1:]
    if part and not (len(part) == 1 and len(part[0][2]) < 2):
        before = read_before(text, part[0][0])
        kind, rule, confidence = name_kind(text, part, [_fold(piece[2]) for piece in part], before)
        yield (
            _mention(
                text,
                part[0][0],
                *part[-1][1:],
                "organisation" if kind == "unknown" else kind,
                rule,
                confidence * 0.8,
                (),
                None,
            ),
            True,
        )


def _mention(
    text: str,
    start: int,
    end: int,
    last: str,
    kind: str,
    rule: MentionRule,
    confidence: float,
    roles: tuple[str, ...],
    pronoun: str | None,
) -> Mention:
    """The candidate, without the possessive ending of its `last` word nor the full stop behind it."""
    if len(last) > 2:
        end -= len(last) - len(strip_possessive(last))
    exact = text[start:end]
    if exact.endswith(".") and not _INITIAL.search(exact):
        end, exact = end - 1, exact[:-1]
    fields = (start, end, exact, kind, rule, round(confidence, 2), exact, None, roles, pronoun, ())
    return tuple.__new__(Mention, fields)  # as in tokens: Mention(…) takes twice as long
