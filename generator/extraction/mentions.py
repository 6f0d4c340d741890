"""All names of a text: the curated ones, then the unknown, forms of one name linked to the fullest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from .candidates import Mention, Name
from .firstnames import HE, SHE
from .known import Neighbours, find_known
from .proposals import Proposer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .layout import Block

_LOWER = re.compile(r"[a-zà-ÿ](?<![\w’'.-].)[\w-]+")
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<![\w’'.].)\w+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,7}")
_PREFIX = re.compile(r"^(?:al|el|an|as|ash|at|ad|ar|ez|ul)[-’' ]", re.IGNORECASE)
_TOLD = re.compile(r"[^A-Z.!?;“”\"]{0,90}?(?:[.!?][ \n]+)?\b([Hh]e|[Hh]is|[Ss]he|[Hh]er)\b")
"""What tells of a name right behind it whether it is he or she, no other name between."""

_GIVEN_FIRST = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?: [\w.’'-]+){1,2}")
_MOST_NAMESAKES = 20
_SMALL = frozenset({"of", "for", "the", "and", "&", "in"})


def find_mentions(text: str, blocks: Sequence[Block], names: Iterable[Name] = ()) -> list[Mention]:
    """Return the names in the blocks in text order, no two overlapping.

    Words of titles and headings, capitalised throughout, count only where the body has the same name.
    """
    curated = tuple(names)
    known = find_known(text, blocks, curated)
    starts = [mention.start for mention in known]
    proposer = Proposer(text, *_read_cases(text, blocks))
    told: dict[int, Mention] = {}
    sure: list[Mention] = []
    held: list[Mention] = []
    titles = [block for block in blocks if block.kind in {"title", "heading"}]
    for block in blocks:
        if block.kind in {"title", "heading"}:
            continue
        for mention, certain in proposer.propose(block):
            index = _find_overlap(known, starts, mention) if known else None
            if index is None:
                (sure if certain else held).append(mention)
            elif known[index].end == mention.end:
                told[index] = mention
    known = _describe(known, told)
    seen = {mention.exact for mention in sure}
    pieces = {piece for exact in seen for piece in exact.split()}
    seen |= pieces | {_PREFIX.sub("", piece) for piece in pieces if not piece.isalpha()}
    sure += [mention for mention in held if mention.exact in seen]
    headings = "\n".join(text[block.start : block.end] for block in titles)
    forms = [Name("", exact) for exact in sorted({m.exact for m in sure}) if exact in headings]
    for mention in find_known(text, titles, forms):
        if _find_overlap(known, starts, mention) is None:
            sure.append(mention._replace(id=None, kind="unknown", rule="as-in-body", confidence=0.8))
    linked = _link(text, sorted(known + sure, key=lambda m: m.start))
    neighbours = Neighbours(curated)
    return [_offer(mention, neighbours) for mention in linked] if curated else linked


def _read_cases(text: str, blocks: Sequence[Block]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the blocks write in lower case somewhere, and those with a capital."""
    found: set[str] = set()
    for block in blocks:
        found.update(text[block.start : block.end].split())
    words = " ".join(found)
    return frozenset(_LOWER.findall(words)), frozenset(_CAPITAL.findall(words))


def _find_overlap(known: list[Mention], starts: list[int], mention: Mention) -> int | None:
    """Index of the curated name that shares characters with a mention."""
    index = bisect_left(starts, mention.end) - 1
    return index if index >= 0 and known[index].end > mention.start else None


def _describe(known: list[Mention], told: dict[int, Mention]) -> list[Mention]:
    """Give the curated names what the text tells of them: kind, roles and pronoun; one name for one id."""
    votes: dict[str | None, Counter[str]] = {}
    fullest: dict[str | None, str] = {}
    for index, mention in enumerate(known):
        fullest[mention.id] = max(fullest.get(mention.id, ""), mention.name, key=len)
        if index in told and told[index].kind != "unknown":
            votes.setdefault(mention.id, Counter())[told[index].kind] += 1
    kinds = {id_: count.most_common(1)[0][0] for id_, count in votes.items()}
    return [
        mention._replace(
            kind=kinds.get(mention.id, "unknown"),
            name=fullest[mention.id],
            roles=told[index].roles if index in told else (),
            pronoun=told[index].pronoun if index in told else None,
        )
        for index, mention in enumerate(known)
    ]


@lru_cache(maxsize=4096)
def fold_surname(name: str) -> str:
    """Return the last word of a name, lower case, without an Arabic article."""
    last = name.split()[-1].replace("’", "'").lower().rstrip(".")
    if last in {"jr", "sr", "ii", "iii"} and len(name.split()) > 1:
        last = name.split()[-2].replace("’", "'").lower().rstrip(",")
    return _PREFIX.sub("", last)


def _offer(mention: Mention, neighbours: Neighbours) -> Mention:
    near = neighbours.find(mention.name) if mention.id is None else ()
    return mention._replace(near=near) if near else mention


def _link(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give every mention the fullest form of its name, the kind and pronoun its other mentions show."""
    kinds = _settle_kinds(mentions)
    surnames: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if kinds.get(mention.exact) == "person" and " " in mention.exact:
            forms = surnames.setdefault(fold_surname(mention.exact), {})
            if len(forms) < _MOST_NAMESAKES:
                forms[mention.exact] = None
    pronouns = _read_pronouns(mentions)
    acronyms: dict[str, str] = {}
    latest: dict[str, str] = {}
    linked: list[Mention] = []
    for mention in mentions:
        kind, name = mention.kind if mention.id else kinds.get(mention.exact, mention.kind), mention.name
        if kind in {"person", "unknown"} and mention.id is None:
            name = _choose_full(text, mention, surnames, latest, pronouns)
            if " " in name:
                latest[fold_surname(name)] = name
            if name != mention.exact:
                kind = "person"
        elif mention.id is None and _ACRONYM.fullmatch(mention.exact):
            name = _expand(text, mention, linked) or acronyms.get(mention.exact, name)
            acronyms[mention.exact] = name
        pronoun = mention.pronoun or pronouns.get(name)
        if (kind, name, pronoun) != (mention.kind, mention.name, mention.pronoun):
            start, end, exact, _, rule, confidence, _, id_, roles, _, near = mention
            fields = (start, end, exact, kind, rule, confidence, name, id_, roles, pronoun, near)
            mention = tuple.__new__(Mention, fields)  # as in tokens: Mention(…) takes twice as long
        linked.append(mention)
    return linked


def _settle_kinds(mentions: list[Mention]) -> dict[str, str]:
    """The kind of each name by the weight of all its mentions; a person's surname and full name are persons."""
    weights: dict[str, dict[str, float]] = {}
    for mention in mentions:
        if mention.kind != "unknown":
            row = weights.setdefault(mention.exact, {})
            row[mention.kind] = row.get(mention.kind, 0.0) + mention.confidence**2
    kinds = {exact: max(row, key=lambda kind: row[kind]) for exact, row in weights.items()}
    alone = {exact for exact, kind in kinds.items() if kind == "person" and " " not in exact}
    for mention in mentions:
        if mention.exact not in kinds and _GIVEN_FIRST.fullmatch(mention.exact) and mention.exact.split()[-1] in alone:
            kinds[mention.exact] = "person"
    full = {fold_surname(exact) for exact, kind in kinds.items() if kind == "person" and " " in exact}
    for mention in mentions:
        if " " not in mention.exact and mention.exact.lower() in full:
            kinds[mention.exact] = "person"
    return kinds


def _choose_full(
    text: str, mention: Mention, surnames: dict[str, dict[str, None]], latest: dict[str, str], pronouns: dict[str, str]
) -> str:
    """The full name that a surname, or a shorter form of it, stands for; the last one used where two share it."""
    key = fold_surname(mention.exact)
    first = mention.exact.split()[0] if " " in mention.exact else None
    fitting = [
        full
        for full in surnames.get(key, ())
        if (first is None or full.split()[0] == first)
        and (mention.pronoun is None or pronouns.get(full, mention.pronoun) == mention.pronoun)
    ]
    if not fitting:
        return mention.exact
    if first is not None:
        return max(fitting, key=len)
    if len({pronouns.get(full) for full in fitting}) > 1:
        told = _TOLD.match(text, mention.end)
        if told is not None:
            sex = "she" if told.group(1).lower() in {"she", "her"} else "he"
            fitting = [full for full in fitting if pronouns.get(full, sex) == sex] or fitting
    if latest.get(key) in fitting:
        return latest[key]
    return fitting[0]


def _read_pronouns(mentions: list[Mention]) -> dict[str, str]:
    """Full name → he or she, by title first, given name second."""
    told: dict[str, str] = {}
    for mention in mentions:
        name = mention.name if mention.id else mention.exact
        if " " not in name:
            continue
        given = name.split()[0].lower()
        if mention.pronoun:
            told[name] = mention.pronoun
        elif name not in told and (given in HE) != (given in SHE):
            told[name] = "he" if given in HE else "she"
    return told


def _expand(text: str, mention: Mention, linked: list[Mention]) -> str | None:
    """ "Harbour Workers Union (HWU)": the name right before the bracket, where the initials fit."""
    if not linked or mention.start == 0 or text[mention.start - 1] not in "([":
        return None
    before = linked[-1]
    if mention.start - before.end > 3:
        return None
    initials = [word[0].upper() for word in re.split(r"[ \u00a0-]+", before.exact) if word and word not in _SMALL]
    wanted = [char for char in mention.exact if char.isalpha()]
    return before.name if wanted and wanted[0] == initials[0] and len(wanted) <= len(initials) + 2 else None
