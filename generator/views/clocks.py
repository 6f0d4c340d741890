"""One instant, several dates: what the clocks of an event's parties showed."""

from __future__ import annotations

from .. import dates
from ..model.records import Event
from .data import Link
from .sheet import Sheet


def in_zone(date: dates.Date, zone: str) -> dates.Date | None:
    """Move a time to a time zone; None as well where it falls outside the calendar there."""
    try:
        return dates.in_zone(date, zone)
    except ValueError:
        return None


def elsewhere(sheet: Sheet, event: Event, date: dates.Date) -> list[tuple[Link, dates.Date]]:
    """List the attacker and the target on whose clocks it was another day, each date once; worked out by us."""
    found: dict[str, tuple[Link, dates.Date]] = {}
    for id_ in [claim.value for claim in event.claims if claim.property in ("attacker", "target")]:
        actor = sheet.dossier.actors.get(id_)
        there = None if actor is None or actor.timezone is None else in_zone(date, actor.timezone)
        if actor is not None and there is not None and there.first != date.first:
            found.setdefault(there.text, (sheet.record(actor), there))
    return list(found.values())
