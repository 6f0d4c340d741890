"""The whole dossier on one page, to print or to keep: every record, every dispute, every correction, one list of notes.

Each fact is shown once, at its home on this page, and each dispute once; what a record's own page gathers from others
is left to the links.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..evidence.evidence import Evidence
from ..model.dossier import Dossier
from ..model.records import Actor, Event, Figure, Place, Quote, Record, Source, Subject
from ..strings import Strings
from . import disputes, filters, joins, source
from .corrections import corrected
from .data import Link, ProseView, QuoteView, Shown, When
from .event import when
from .figure import series
from .pages import View, finished, ledger
from .pictures import Measures
from .sheet import Sheet

KEY = "print"
"""The address of the page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A record: what is ours about it by name, then its facts; of an event also its time by other clocks."""

    folder: str
    link: Link
    about: dict[str, object]
    when: When | None = None
    summary: ProseView | None = None
    series: tuple[Measures, ...] = ()
    names: tuple[Shown, ...] = ()
    quote: QuoteView | None = None
    ledger: tuple[Shown, ...] = ()


def view(dossier: Dossier, evidence: Evidence, t: Strings) -> View:
    """Show the whole dossier: events in time, actors, places, quotes, figures, sources, then what they dispute."""
    sheet = Sheet(dossier, evidence, t)
    chapters = tuple((folder, tuple(_part(sheet, one) for one in found)) for folder, found in _records(dossier))
    named = [pair for real in (True, False) for pair in dossier.disputes if pair[1].real is real]
    data = {
        "chapters": tuple((folder, parts) for folder, parts in chapters if parts),
        "disputes": tuple(disputes.dispute(sheet, record, one) for record, one in named),
        "corrections": tuple(corrected(sheet, entry) for entry in dossier.told),
    }
    inside = frozenset(record.key for record in dossier.everything())
    return replace(finished(sheet, View(KEY, t("whole.title"), "whole", data)), inside=inside)


def _records(dossier: Dossier) -> tuple[tuple[str, list[Record]], ...]:
    return (
        ("events", [*joins.events_in_order(dossier)]),
        ("actors", [*sorted(dossier.actors.values(), key=lambda actor: actor.heading.casefold())]),
        ("places", [*sorted(dossier.places.values(), key=lambda place: place.heading.casefold())]),
        ("quotes", [*joins.quotes_in_order(dossier)]),
        ("figures", [*sorted(dossier.figures.values(), key=lambda figure: figure.title.casefold())]),
        ("sources", [*sorted(dossier.sources.values(), key=lambda one: (one.issued or "9999", one.id))]),
    )


def _part(sheet: Sheet, record: Record) -> Part:
    link = sheet.record(record)
    if not isinstance(record, Subject):
        return Part(record.folder, link, source.known(sheet, record) if isinstance(record, Source) else {})
    return Part(
        record.folder,
        link,
        _about(sheet, record),
        when=when(sheet, record) if isinstance(record, Event) else None,
        summary=sheet.prose(record),
        series=series(sheet, record) if isinstance(record, Figure) else (),
        names=tuple(sheet.show(record, name) for name in record.names) if isinstance(record, (Actor, Place)) else (),
        quote=sheet.quote(record.id) if isinstance(record, Quote) else None,
        ledger=ledger(sheet, record),
    )


def _about(sheet: Sheet, record: Subject) -> dict[str, object]:
    match record:
        case Event():
            return {"tag": filters.tag(sheet, record)}
        case Actor(unnamed=unnamed, timezone=zone, identifiers=identifiers):
            kind = filters.tag(sheet, record)
            return {"tag": kind, "unnamed": unnamed, "timezone": zone, "identifiers": identifiers}
        case Place(location=location, identifiers=identifiers) if location is not None:
            return {"tag": filters.tag(sheet, record), "location": location, "identifiers": identifiers}
        case Quote():
            return {"tag": filters.tag(sheet, record)}
    return {}
