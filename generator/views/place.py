"""The page of a place."""

from __future__ import annotations

from ..model.records import Event, Place
from . import candidates, filters, joins, pictures
from .candidates import Extracts
from .pages import View, core, entry, finished, ledger, status
from .sheet import Sheet


def view(sheet: Sheet, place: Place, extracts: Extracts) -> View:
    """Show a place: its names, where it lies, what happened there, what is counted there."""
    summary = sheet.prose(place)
    names = tuple(sheet.show(place, name) for name in place.names)
    middle = core(sheet, place, summary)
    naming = joins.naming(sheet.dossier, place)
    here = {h.id: h for h, c in naming if isinstance(h, Event) and c.property == "location"}
    data = {
        "names": names,
        "location": place.location,
        "precision": filters.tag(sheet, place),
        "identifiers": place.identifiers,
        "spots": pictures.place_spots(sheet, [place.id]),
        "core": middle,
        "what": joins.by_label(sheet.show(place, c) for c in joins.gathered(joins.in_table_order(place.claims))),
        "events": tuple(entry(sheet, e, summary=False) for e in sorted(here.values(), key=joins.event_key)),
        "within": joins.showing(sheet, [(h, c) for h, c in naming if isinstance(h, Place)]),
        "other": joins.showing(
            sheet, [(h, c) for h, c in naming if not isinstance(h, Place) and c.property != "location"]
        ),
        "mentions": candidates.mentions(sheet, place, extracts),
        "ledger": ledger(sheet, place),
        "status": status(sheet, place),
    }
    return finished(sheet, View(place.key, place.heading, "place", data, record=place))
