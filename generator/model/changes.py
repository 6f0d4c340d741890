"""What differs between what was published and what a dossier says now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import numbers
from ..problems import Place
from .corrections import Correction
from .dossier import LOG, Dossier
from .properties import Value
from .records import Subject
from .stated import Fields, headline, stated
from .vocabulary import CorrectionKind, Field


@dataclass(frozen=True)
class Published:
    """The dossier as published: its records that are not the same file today, its log, and the commit it is from."""

    dossier: Dossier
    commit: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a correction is of: a field of a fact, in one source where each has its own words."""

    fact: str
    field: Field = Field.VALUE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A part that was published and is not what it was; `gone` when the whole fact, or its record, is."""

    part: Part
    was: str | None
    became: str | None
    place: Place
    kind: Value = Value.TEXT
    gone: bool = False


def changes(published: Dossier, today: Dossier) -> Iterator[Change]:
    """Find what a correction is owed for, in the order of the published records.

    Facts that are new owe nothing, nor does a further source for a passage. A record that cannot be read today
    is left out.
    """
    for record in published.subjects():
        key = today.current(record.key)
        folder, _, id_ = key.partition("/")
        there = today.records.get(folder, {}).get(id_)
        if isinstance(there, Subject):
            yield from _within(record, there, today)
        elif not today.knows(folder, id_):
            yield Change(Part(record.key), record.heading, None, Place(record.here.path), gone=True)


def _within(before: Subject, after: Subject, today: Dossier) -> Iterator[Change]:
    fields = dict(stated(after))
    for id_, was in stated(before):
        fact = today.current(id_)
        now = fields.get(fact)
        if now is not None:
            yield from _of_fact(fact, was, now, today)
        elif (said := headline(was)) is not None:
            yield Change(Part(fact), said.text, None, after.here, said.kind, gone=True)


def _of_fact(fact: str, was: Fields, now: Fields, today: Dossier) -> Iterator[Change]:
    of_old = {source for _, source in was}
    of_new = {source for _, source in now}
    for field_, source in dict.fromkeys((*was, *now)):
        old, new = was.get((field_, source)), now.get((field_, source))
        if source not in of_old or (source not in of_new and field_ is not Field.EXACT):
            continue
        kind = (new or old or next(iter(now.values()))).kind
        was_text, now_text = (None if said is None else said.text for said in (old, new))
        if not alike(today, kind, was_text, now_text):
            place = (new or next(iter(now.values()))).place
            yield Change(Part(fact, field_, source), was_text, now_text, place, kind)


def alike(today: Dossier, kind: Value, a: str | None, b: str | None) -> bool:
    """Tell whether two texts state the same: `8` and `eight`, an id and the one it was renamed to, any white space."""
    if a is None or b is None:
        return a is b
    if " ".join(a.split()) == " ".join(b.split()):
        return True
    if kind in (Value.ACTOR, Value.PLACE, Value.EVENT):
        return today.current(f"{kind}s/{a}") == today.current(f"{kind}s/{b}")
    try:
        return kind is Value.AMOUNT and _bounds(a) == _bounds(b)
    except ValueError:
        return False


def _bounds(text: str) -> tuple[object, ...]:
    amount = numbers.parse(text)
    said = amount.text if amount.qualifier is numbers.Qualifier.VAGUE else ""
    return (amount.low, amount.best, amount.high, amount.qualifier, said)


def part(dossier: Dossier, entry: Correction) -> Part:
    """Return what an entry of the log is of, by the id it has now; a withdrawal is of the fact as a whole."""
    fact = dossier.current(entry.fact)
    if entry.kind is CorrectionKind.WITHDRAWAL:
        return Part(fact)
    return Part(fact, entry.field, entry.source or "")


def unpublished(published: Dossier, today: Dossier) -> tuple[Correction, ...]:
    """List the entries that no reader has seen: those below the published ones."""
    return today.corrections[len(published.corrections) :]


def logged(today: Dossier, entries: Iterable[Correction], change: Change) -> Correction | None:
    """Return the first of some entries that is about a change; that of a whole record is about each fact of it."""
    wanted = {change.part, Part(change.part.fact.partition("#")[0])} if change.gone else {change.part}
    for entry in entries:
        if (entry.kind is CorrectionKind.WITHDRAWAL) == change.gone and part(today, entry) in wanted:
            return entry
    return None


def owed(published: Dossier, today: Dossier) -> list[Change]:
    """List the changes that are not in the log; none while one of the logs cannot be read."""
    if LOG in today.broken | published.broken:
        return []
    new = unpublished(published, today)
    return [change for change in changes(published, today) if logged(today, new, change) is None]
