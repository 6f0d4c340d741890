"""The page of an event."""

from __future__ import annotations

from .. import dates
from ..model.facts import Name
from ..model.records import Event, Place
from . import clocks, filters, joins, pictures
from .data import Link, Shown, When
from .days import spelled
from .pages import Core, View, core, entry, finished, ledger, moments, status
from .pictures import Measures
from .sheet import Sheet

BOX = ("attacker", "decided_by", "ordered_by", "target", "killed", "injured", "casualties", "sites", "weapon")
"""Properties that the infobox shows besides time and place."""


def view(sheet: Sheet, event: Event) -> View:
    """Show an event: what the sources agree on, what they dispute, who said what, and every claim."""
    summary = sheet.prose(event)
    timed = when(sheet, event)
    boxed = joins.gathered(event.claims)
    places = joins.by_value(sheet.show(event, c) for c in boxed if c.property == "location")
    locations = _locations(sheet, event)
    box = joins.by_label(sheet.show(event, c) for name in BOX for c in boxed if c.property == name)
    middle = core(sheet, event, summary)
    numbers = _numbers(sheet, event, middle)
    agreed = [c for c in joins.in_table_order(event.claims) if f"{event.key}#{c.id}" not in sheet.dossier.disputed]
    said = [q.id for q in joins.quotes_in_order(sheet.dossier) if q.event == event.id]
    data = {
        "type": filters.tag(sheet, event),
        "when": timed,
        "places": places,
        "locations": locations,
        "box": box,
        "core": middle,
        "numbers": numbers,
        "agreed": joins.by_label(sheet.show(event, c) for c in joins.gathered(agreed)),
        "quotes": tuple(sheet.quote(id_) for id_ in said),
        "day": _day(sheet, event),
        "spots": pictures.event_spots(sheet, [event]),
        "related": _related(sheet, event),
        "ledger": ledger(sheet, event),
        "status": status(sheet, event),
    }
    return finished(sheet, View(event.key, event.title, "event", data, record=event))


def when(sheet: Sheet, event: Event) -> When | None:
    """Show when an event was, and when that was by the clocks of UTC and of its parties."""
    claim = joins.occurred(event)
    if claim is None:
        return None
    date = dates.parse(claim.value)
    utc = clocks.in_zone(date, "UTC")
    there = tuple((party, spelled(moved, sheet.t)) for party, moved in clocks.elsewhere(sheet, event, date))
    return When(sheet.show(event, claim), None if utc is None else spelled(utc, sheet.t), there)


def _numbers(sheet: Sheet, event: Event, middle: Core) -> tuple[Measures, ...]:
    """Show the numbers of which there are several, unless a dispute has them all on its scale already."""
    scales = [{row.fact.id for row in found.numbers.rows} for found in middle.disputes if found.real and found.numbers]
    ids = {name: {f"{event.key}#{c.id}" for c in event.claims if c.property == name} for name in pictures.COUNTED}
    left = [name for name in pictures.COUNTED if not any(ids[name] <= scale for scale in scales)]
    return pictures.counted(sheet, event, left, least=2)


def _locations(sheet: Sheet, event: Event) -> tuple[tuple[Link, str, tuple[Shown, ...]], ...]:
    """Say how exactly each place is known (ours, like its coordinates), and what else the sources call it."""
    ids = dict.fromkeys(c.value for c in event.claims if c.property == "location")
    places = [sheet.dossier.places[id_] for id_ in ids if id_ in sheet.dossier.places]
    return tuple(
        (
            sheet.record(p),
            "" if p.location is None else sheet.t(f"precision.{p.location.precision}"),
            _other_names(sheet, p),
        )
        for p in places
    )


def _other_names(sheet: Sheet, place: Place) -> tuple[Shown, ...]:
    """Show each name that differs from the preferred one by more than capitals, once."""
    others: dict[str, Name] = {}
    for name in place.names:
        others.setdefault(name.value.casefold(), name)
    others.pop(place.heading.casefold(), None)
    return tuple(sheet.show(place, name) for name in others.values())


def _day(sheet: Sheet, event: Event) -> tuple[object, ...]:
    """Put the event among what was done and said on the days around it."""
    claim = joins.occurred(event)
    if claim is None:
        return ()
    date = dates.parse(claim.value)
    if date.precision not in (dates.Precision.DAY, dates.Precision.MINUTE):
        return ()
    near = [e for e in joins.events_in_order(sheet.dossier) if (c := joins.occurred(e)) and _same_day(c.value, date)]
    said = [q.id for q in joins.quotes_in_order(sheet.dossier) if q.said is not None and _same_day(q.said, date)]
    return moments(sheet, near, said, event) if len(near) + len(said) > 1 else ()


def _same_day(text: str, date: dates.Date) -> bool:
    other = dates.parse(text)
    day = (dates.Precision.DAY, dates.Precision.MINUTE)
    return other.precision in day and other.first == date.first


def _related(sheet: Sheet, event: Event) -> tuple[object, ...]:
    """List the events this one answers or belongs to, and those that answer or belong to it."""
    out = [c.value for c in event.claims if c.ref is not None and c.ref[0] == "events"]
    back = [home.id for home, _ in joins.naming(sheet.dossier, event) if isinstance(home, Event)]
    ids = [id_ for id_ in dict.fromkeys((*out, *back)) if id_ in sheet.dossier.events]
    return tuple(entry(sheet, sheet.dossier.events[id_], summary=False) for id_ in ids)
