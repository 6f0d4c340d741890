"""What lists can be narrowed to, and what each of their items is found by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .. import dates
from ..model.dossier import Dossier
from ..model.properties import Value
from ..model.records import Actor, Event, Location, Place, Quote
from ..model.vocabulary import ActorKind, EventType, Medium, Precision, Rank
from .data import Tag
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a list can be narrowed to, and how many of its items have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Values to choose from. `name` is theirs in the address of a narrowed list (`events/?kind=vote`)."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The filters of a list, and how many items it has."""

    filters: tuple[Filter, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Item:
    """What an item of a list is found by: values by the name of the filter, and the days it may have been on.

    Each of `days` is written `first/last`, inclusive, `..` for an open end.
    """

    values: tuple[tuple[str, tuple[str, ...]], ...]
    days: tuple[str, ...] = ()
    disputed: bool = False


# items


def event(dossier: Dossier, record: Event) -> Item:
    """An event is found by its type, every place that a claim puts it in, and every actor that has a part in it."""
    claims = [claim for claim in record.claims if claim.rank is not Rank.DEPRECATED]
    named = [claim.value for claim in claims if claim.property == "location"]
    actors = [claim.value for claim in claims if claim.row.value is Value.ACTOR]
    dated = [dates.parse(claim.value) for claim in claims if claim.property == "occurred"]
    return Item(
        values=(
            ("kind", (record.type,)),
            ("place", _around(dossier, named)),
            ("actor", tuple(dict.fromkeys(actors))),
        ),
        days=tuple(dict.fromkeys(f"{date.first or '..'}/{date.last or '..'}" for date in dated)),
        disputed=any(dispute.real for dispute in record.disputes),
    )


def actor(record: Actor) -> Item:
    """An actor is found by what kind of actor it is."""
    return Item((("kind", (record.kind,)),))


def place(record: Place) -> Item:
    """A place is found by how exactly it is known where it lies."""
    return Item((("precision", () if record.location is None else (record.location.precision,)),))


def quote(record: Quote) -> Item:
    """A quote is found by its speaker, and how it was made public."""
    return Item((("speaker", (record.speaker,)), ("medium", (record.medium,))))


def _around(dossier: Dossier, ids: Iterable[str]) -> tuple[str, ...]:
    """Return places with those they are said to lie in: who looks for a country looks for its towns, too."""
    found, left = dict[str, None](), list(ids)
    while left:
        id_ = left.pop(0)
        if id_ not in found and id_ in dossier.places:
            found[id_] = None
            left += [claim.value for claim in dossier.places[id_].claims if claim.property == "located_in"]
    return tuple(found)


# filters


def events(sheet: Sheet, items: list[Item]) -> Form:
    """Events are narrowed by type, place and actor."""
    t, counts = sheet.t, _counts(items)
    return _form(
        items,
        Filter("kind", t("filter.kind"), _choices(counts["kind"], {k: t(f"event_type.{k}") for k in EventType})),
        Filter("place", t("filter.place"), _choices(counts["place"], _headings(sheet.dossier.places))),
        Filter("actor", t("filter.actor"), _choices(counts["actor"], _headings(sheet.dossier.actors))),
    )


def actors(sheet: Sheet, items: list[Item]) -> Form:
    """Actors are narrowed by kind."""
    t, counts = sheet.t, _counts(items)
    kinds = _choices(counts["kind"], {k: t(f"actor_kind.{k}") for k in ActorKind})
    return _form(items, Filter("kind", t("filter.kind"), kinds))


def places(sheet: Sheet, items: list[Item]) -> Form:
    """Places are narrowed by how exactly they are known."""
    t, counts = sheet.t, _counts(items)
    known = _choices(counts["precision"], {k: t(f"precision.{k}") for k in Precision})
    return _form(items, Filter("precision", t("filter.precision"), known))


def quotes(sheet: Sheet, items: list[Item]) -> Form:
    """Quotes are narrowed by speaker and medium."""
    t, counts = sheet.t, _counts(items)
    return _form(
        items,
        Filter("speaker", t("filter.speaker"), _choices(counts["speaker"], _headings(sheet.dossier.actors))),
        Filter("medium", t("filter.medium"), _choices(counts["medium"], {k: t(f"medium.{k}") for k in Medium})),
    )


def _form(items: list[Item], *filters: Filter) -> Form:
    return Form(tuple(found for found in filters if found.choices), len(items))


def _counts(items: Iterable[Item]) -> Mapping[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        for name, values in item.values:
            found[name].update(values)
    return found


def _headings(records: Mapping[str, Actor] | Mapping[str, Place]) -> dict[str, str]:
    return {id_: record.heading for id_, record in records.items()}


def _choices(counts: Counter[str], labels: Mapping[str, str]) -> tuple[Choice, ...]:
    """List the values that occur, by their labels."""
    found = [Choice(value, labels.get(value, value), count) for value, count in counts.items()]
    return tuple(sorted(found, key=lambda choice: (choice.label.casefold(), choice.value)))


# tags


def tag(sheet: Sheet, record: Actor | Event | Place | Quote) -> Tag | None:
    """Return the word of ours that sorts a record: it leads to the list of those that have it too."""
    match record:
        case Actor():
            return Tag("actors", "kind", record.kind, sheet.t(f"actor_kind.{record.kind}"))
        case Event():
            return Tag("events", "kind", record.type, sheet.t(f"event_type.{record.type}"))
        case Quote():
            return Tag("quotes", "medium", record.medium, sheet.t(f"medium.{record.medium}"))
        case Place(location=Location(precision=known)):
            return Tag("places", "precision", known, sheet.t(f"precision.{known}"))
    return None
