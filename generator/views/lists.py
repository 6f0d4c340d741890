"""The pages that list records: indexes, timeline, disputes, and the dossier at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .. import dates
from ..evidence.evidence import Evidence
from ..model.corrections import Correction
from ..model.dossier import Dossier
from ..model.extracted import Findings
from ..model.facts import Dispute
from ..model.records import Subject
from ..model.vocabulary import DisputeKind
from ..strings import Strings
from . import coverage, disputes, filters, joins, pictures, relations
from .candidates import Extracts
from .corrections import corrected
from .data import Corrected, Entry, Link
from .days import began
from .disputes import DisputeView
from .figure import series
from .pages import View, entry, finished, moments
from .pictures import Measures
from .sheet import Sheet

COUNTED = ("events", "actors", "places", "quotes", "figures", "sources")
LISTS = (*COUNTED, "timeline", "map", "disputes", "corrections", "coverage")
"""The addresses of the lists."""


MOST = 50
"""Events, actors and numbers that the home page shows one by one; of more, no eye takes in the whole."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The disputes of one kind."""

    id: str
    real: tuple[DisputeView, ...]
    apparent: tuple[DisputeView, ...]


def views(dossier: Dossier, evidence: Evidence, findings: Findings, extracts: Extracts, t: Strings) -> list[View]:
    """Show every list."""
    makers: dict[str, Callable[[Sheet], dict[str, object]]] = {
        "events": _events,
        "actors": _actors,
        "places": _places,
        "quotes": _quotes,
        "figures": _figures,
        "sources": _sources,
        "timeline": _timeline,
        "map": _map,
        "disputes": _disputes,
        "corrections": _corrections,
        "coverage": lambda sheet: coverage.view(sheet, findings, extracts),
    }
    found = []
    for key, make in makers.items():
        sheet = Sheet(dossier, evidence, t)
        found.append(finished(sheet, View(key, t(f"list.{key}"), key, make(sheet))))
    return found


def glance(dossier: Dossier, evidence: Evidence, t: Strings) -> View:
    """Show the dossier at a glance, for the home page: what happened where, who, how many, what is disputed."""
    sheet = Sheet(dossier, evidence, t)
    events = joins.events_in_order(dossier)
    data = {
        "counts": [(folder, len(dossier.records.get(folder, {}))) for folder in COUNTED],
        "claims": len(dossier.claims),
        "happenings": pictures.happenings(sheet, events) if len(events) <= MOST else (),
        "lanes": pictures.lanes(sheet, events) if len(events) > MOST else (),
        "spots": pictures.event_spots(sheet, events),
        "ties": relations.ties(sheet, most=MOST),
        "figures": () if _too_many(dossier) else _drawn(sheet),
        "casualties": () if _too_many(dossier) else _casualties(sheet),
        "disputes": _disputed(sheet),
        "disputed": sum(one.real for _, one in dossier.disputes),
        "apparent": sum(not one.real for _, one in dossier.disputes),
        "shortened": {"actors": len(relations.tied(dossier)) > MOST, "figures": _too_many(dossier)},
    }
    return finished(sheet, View("", t("glance.heading"), "glance", data))


def told(dossier: Dossier, evidence: Evidence, t: Strings) -> list[tuple[Correction, Corrected]]:
    """List the corrections for readers, as logged and as shown, newest first."""
    sheet = Sheet(dossier, evidence, t)
    return [(entry, corrected(sheet, entry)) for entry in dossier.told]


def _events(sheet: Sheet) -> dict[str, object]:
    """Show the events month by month; those dated to a year, or to an interval, under that."""
    events = joins.events_in_order(sheet.dossier)
    items = [filters.event(sheet.dossier, event) for event in events]
    months: dict[tuple[str, str], list[tuple[filters.Item, Entry]]] = {}
    for event, item in zip(events, items, strict=True):
        when = joins.occurred(event)
        month = ("undated", sheet.t("event.undated")) if when is None else began(dates.parse(when.value), sheet.t)
        months.setdefault(month, []).append((item, entry(sheet, event, parts=True)))
    return {"months": months, "form": filters.events(sheet, items)}


def _actors(sheet: Sheet) -> dict[str, object]:
    kinds: dict[tuple[str, str], list[object]] = {}
    actors = sorted(
        sheet.dossier.actors.values(), key=lambda a: (sheet.t(f"actor_kinds.{a.kind}"), a.heading.casefold())
    )
    items = [filters.actor(actor) for actor in actors]
    for actor, item in zip(actors, items, strict=True):
        others = tuple(sheet.show(actor, n) for n in actor.names if n.value != actor.heading)
        kind = (actor.kind, sheet.t(f"actor_kinds.{actor.kind}"))
        kinds.setdefault(kind, []).append((item, sheet.record(actor), others))
    return {"kinds": kinds, "form": filters.actors(sheet, items)}


def _places(sheet: Sheet) -> dict[str, object]:
    found = []
    for place in sorted(sheet.dossier.places.values(), key=lambda p: p.heading.casefold()):
        others = tuple(sheet.show(place, n) for n in place.names if n.value != place.heading)
        found.append((filters.place(place), sheet.record(place), others))
    items = [item for item, _, _ in found]
    return {"places": found, "form": filters.places(sheet, items)}


def _quotes(sheet: Sheet) -> dict[str, object]:
    quotes = joins.quotes_in_order(sheet.dossier)
    items = [filters.quote(quote) for quote in quotes]
    shown = tuple((item, sheet.quote(quote.id)) for item, quote in zip(items, quotes, strict=True))
    return {"quotes": shown, "form": filters.quotes(sheet, items)}


def _figures(sheet: Sheet) -> dict[str, object]:
    figures = sorted(sheet.dossier.figures.values(), key=lambda f: f.title.casefold())
    return {"figures": tuple((entry(sheet, f), series(sheet, f)) for f in figures)}


def _sources(sheet: Sheet) -> dict[str, object]:
    users: dict[str, set[str]] = {}
    for cite in sheet.dossier.citations:
        users.setdefault(cite.citation.source, set()).add(cite.user)
    found = []
    for id_, source in sorted(sheet.dossier.sources.items(), key=lambda pair: (pair[1].issued or "9999", pair[0])):
        found.append((sheet.record(source), source, sheet.spelled(source.issued), len(users.get(id_, ()))))
    return {"sources": found}


def _timeline(sheet: Sheet) -> dict[str, object]:
    quotes = [q.id for q in joins.quotes_in_order(sheet.dossier)]
    events = joins.events_in_order(sheet.dossier)
    return {
        "happenings": pictures.happenings(sheet, events),
        "attacks": pictures.attacks(sheet),
        "moments": moments(sheet, events, quotes),
    }


def _map(sheet: Sheet) -> dict[str, object]:
    places = sorted(sheet.dossier.places.values(), key=lambda place: place.heading.casefold())
    everywhere = pictures.place_spots(sheet, [place.id for place in places])
    here = pictures.event_spots(sheet, joins.events_in_order(sheet.dossier))
    # Where things happened chooses what is shown; a country that is only spoken of would make the rest too small.
    return {"spots": here if any(spot.main and spot.at for spot in here) else everywhere, "places": everywhere}


def _too_many(dossier: Dossier) -> bool:
    """Tell whether a dossier has so many numbers that the home page leads to them instead of drawing them."""
    claims = [c for event in dossier.events.values() for c in event.claims if c.property in pictures.CASUALTIES]
    return len(claims) + sum(len(figure.claims) for figure in dossier.figures.values()) > 4 * MOST


def _drawn(sheet: Sheet) -> tuple[tuple[Link, tuple[Measures, ...]], ...]:
    return tuple((sheet.record(figure), series(sheet, figure)) for _, figure in sorted(sheet.dossier.figures.items()))


def _casualties(sheet: Sheet) -> tuple[Measures, ...]:
    """Show what is said of those killed and injured, event by event; nothing is summed."""
    events = joins.events_in_order(sheet.dossier)
    return tuple(one for event in events for one in pictures.counted(sheet, event, pictures.CASUALTIES))


def _corrections(sheet: Sheet) -> dict[str, object]:
    return {"corrections": tuple(corrected(sheet, entry) for entry in sheet.dossier.told)}


def _real_first(sheet: Sheet) -> list[tuple[Subject, Dispute]]:
    return sorted(sheet.dossier.disputes, key=lambda pair: not pair[1].real)


def _disputed(sheet: Sheet) -> list[tuple[Link, list[Link]]]:
    """Link each record in real dispute, and its disputes, the most disputed first, without showing the claims."""
    found: dict[Link, list[Link]] = {}
    for record, one in sheet.dossier.disputes:
        if one.real:
            link = Link(f"{record.key}#{one.id}", disputes.title(sheet, record, one))
            found.setdefault(sheet.record(record), []).append(link)
    return sorted(found.items(), key=lambda pair: -len(pair[1]))


def _disputes(sheet: Sheet) -> dict[str, object]:
    """Show every dispute by kind, its real ones first; kinds that have none come last."""
    found = [disputes.dispute(sheet, record, one) for record, one in _by_kind(sheet)]
    kinds = dict.fromkeys(one.kind for one in found)
    return {"kinds": [Kind(kind, *_parted(one for one in found if one.kind == kind)) for kind in kinds]}


def _by_kind(sheet: Sheet) -> list[tuple[Subject, Dispute]]:
    real = {one.kind for _, one in sheet.dossier.disputes if one.real}
    kinds = list(DisputeKind)
    return sorted(sheet.dossier.disputes, key=lambda p: (p[1].kind not in real, kinds.index(p[1].kind), not p[1].real))


def _parted(found: Iterable[DisputeView]) -> tuple[tuple[DisputeView, ...], tuple[DisputeView, ...]]:
    all_ = list(found)
    return tuple(one for one in all_ if one.real), tuple(one for one in all_ if not one.real)
