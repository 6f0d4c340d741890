"""What a reference leads to, and what one that leads nowhere was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import prose
from ..model.dossier import Dossier
from ..model.facts import OUTLET, Claim, Name
from ..model.marked import Marked
from ..model.records import KINDS, Quote, Subject
from ..problems import Label, Place, asked, nearest, quoted
from ..slugs import is_id
from .ids import refs
from .rule import Case, Told

FEW = 4
"""References to a record there is none of that are told one by one, and places that are listed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A record named somewhere: the place of its id, its folder, its id."""

    place: Place
    folder: str
    id: str


@lru_cache(maxsize=1)
def references(dossier: Dossier) -> tuple[Reference, ...]:
    """List every reference, once for all rules."""
    return tuple(_references(dossier))


def _references(dossier: Dossier) -> Iterator[Reference]:
    for record in dossier.subjects():
        for fact in record.facts:
            if isinstance(fact, (Claim, Name)):
                yield from _of_fact(fact)
        if isinstance(record, Quote):
            yield from _of_quote(record)
        yield from _of_prose(record)


def _of_fact(fact: Claim | Name) -> Iterator[Reference]:
    if fact.asserted_by != OUTLET:
        yield Reference(fact.at("asserted_by"), "actors", fact.asserted_by)
    yield from _named(fact, "via", "actors", fact.via)
    if isinstance(fact, Claim):
        yield from _named(fact, "of", "actors", fact.of)
        yield from _named(fact, "place", "places", fact.place)
        if fact.ref is not None:
            yield Reference(fact.at("value"), *fact.ref)
    for citation in fact.citations:
        yield Reference(citation.at("source"), "sources", citation.source)


def _of_quote(quote: Quote) -> Iterator[Reference]:
    yield Reference(quote.at("speaker"), "actors", quote.speaker)
    yield from _named(quote, "event", "events", quote.event)
    for passage in quote.passages:
        for rendering in passage.renderings:
            yield Reference(rendering.at("source"), "sources", rendering.source)
            yield from _named(rendering, "via", "actors", rendering.via)


def _of_prose(record: Subject) -> Iterator[Reference]:
    text = record.summary or ""
    for offset, folder, id_ in prose.links(text):
        start = offset + len(f"]({folder[:-1]}:")
        yield Reference(record.within("summary", id_ or "](", text[: start if id_ else offset]), folder, id_)
    for marker in prose.markers(text):
        if marker.source is not None:
            place = record.within("summary", marker.source, text[: marker.start + len("[@")])
            yield Reference(place, "sources", marker.source)


def _named(part: Marked, field: str, folder: str, id: str | None) -> Iterator[Reference]:
    if id is not None:
        yield Reference(part.at(field), folder, id)


def dangling(dossier: Dossier) -> frozenset[str]:
    """The keys of records, and global ids of facts, that are named somewhere and not there."""
    records = {f"{one.folder}/{one.id}" for one in references(dossier) if not dossier.knows(one.folder, one.id)}
    facts = {
        ref if "#" in ref else f"{record.key}#{ref}"
        for record in dossier.subjects()
        for ref, _ in refs(record)
        if dossier.find(record, ref) is None
    }
    return frozenset(records | facts)


def gone(said: str, key: str, places: list[Place], now: str, path: str | None) -> Told:
    """Tell once of a record that is gone: where it is named, and what it may be called or lie now."""
    folder, _, id_ = key.partition("/")
    message = f"{said}; it would be the file `{key}.yml`"
    if path is not None:
        message = f"{said}: it was published, and its file is gone; put `{path}` back"
        if now.startswith(f"{folder}/"):
            message += f", or write `formerly: [{id_}]` in `{now}.yml` if it is that now"
        elif now:
            message += f" (there is a file `{now}.yml`)"
    return once(message, places)


def once(message: str, places: list[Place]) -> Told:
    """Tell of one mistake that shows in several places: at the first, naming the others."""
    first, *others = places
    if others:
        listed = ", ".join(f"{place.path}:{place.line}" for place in others[:FEW])
        more = ", …" if len(others) > FEW else ""
        message += f"; it is named in {len(others)} more place{'s' * (len(others) > 1)}: {listed}{more}"
    return Told(first, message, tuple(Label(place, "named here, too") for place in others))


def elsewhere(case: Case, id_: str) -> str | None:
    """Return another folder in which there is a record of this id."""
    return next((folder for folder in KINDS if case.dossier.knows(folder, id_)), None)


def renamed(case: Case, folder: str, id_: str) -> str | None:
    """Return the id that a record has now which had this one before."""
    key = case.dossier.renamed.get(f"{folder}/{id_}")
    return None if key is None else key.partition("/")[2]


def meant(case: Case, folder: str, id_: str, also: Iterable[str] = ()) -> list[str]:
    """List the ids that one was meant to be: what its record is called now, or else the nearest."""
    now = renamed(case, folder, id_)
    known = [one for one in case.dossier.ids(folder) if is_id(one)]
    return [now] if now is not None else nearest(id_, [*known, *also])


def instead(case: Case, folder: str, id_: str, also: Iterable[str] = ()) -> str:
    """Name the record's new id where it was renamed, else the nearest ids, or the folder in which there is one."""
    now = renamed(case, folder, id_)
    if now is not None:
        return f"; it is now {quoted(now)}, which has it in `formerly`"
    near = asked(meant(case, folder, id_, also))
    other = elsewhere(case, id_)
    if other is not None and not near:
        return f"; there is one in `{other}`, and here one of `{folder}` is meant"
    return near or (f"; it would be the file `{folder}/{id_}.yml`" if is_id(id_) else "")
