"""The page of an actor."""

from __future__ import annotations

from ..model.facts import Claim
from ..model.properties import Value
from ..model.records import Actor, Event, Figure, Subject
from . import candidates, filters, joins, relations
from .candidates import Extracts
from .data import Shown
from .pages import View, core, finished, ledger, status
from .sheet import Sheet

OVER_TIME = ("role", "rank", "member_of", "affiliated_with")


def view(sheet: Sheet, actor: Actor, extracts: Extracts) -> View:
    """Show an actor: its names, what it is and per whom, what it did, what it said, what it asserts."""
    summary = sheet.prose(actor)
    names = tuple(sheet.show(actor, name) for name in actor.names)
    claims = joins.in_table_order(actor.claims)
    roles = sorted((c for c in claims if c.property in OVER_TIME), key=lambda c: c.as_of or "")
    naming = joins.naming(sheet.dossier, actor)
    said = joins.asserted_by(sheet.dossier, actor.id)
    data = {
        "kind": filters.tag(sheet, actor),
        "unnamed": actor.unnamed,
        "timezone": actor.timezone,
        "identifiers": actor.identifiers,
        "names": names,
        "what": joins.by_label(sheet.show(actor, c) for c in joins.gathered(claims) if c.property not in OVER_TIME),
        "roles": tuple(sheet.show(actor, c) for c in roles),
        "people": joins.showing(sheet, [(h, c) for h, c in naming if isinstance(h, Actor)]),
        "centre": sheet.record(actor),
        "ties": relations.ties(sheet, actor),
        "core": core(sheet, actor, summary),
        "events": _events(sheet, naming),
        "quotes": tuple(sheet.quote(q.id) for q in joins.quotes_in_order(sheet.dossier) if q.speaker == actor.id),
        "about": _about(sheet, actor, naming),
        "figures": joins.showing(sheet, [(h, c) for h, c in said if _counts(h, c)]),
        "assertions": joins.showing(sheet, [(h, c) for h, c in said if not _counts(h, c)]),
        "mentions": candidates.mentions(sheet, actor, extracts),
        "ledger": ledger(sheet, actor),
        "status": status(sheet, actor),
    }
    return finished(sheet, View(actor.key, actor.heading, "actor", data, record=actor))


def _counts(home: Subject, claim: Claim) -> bool:
    return isinstance(home, Figure) or claim.row.value is Value.AMOUNT


def _events(sheet: Sheet, naming: list[tuple[Subject, Claim]]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Group the events an actor has part in by the part it has, each with the claims that say so."""
    parts: dict[str, dict[str, list[Shown]]] = {}
    events = {home.id: home for home, _ in naming if isinstance(home, Event)}
    for id_, event in sorted(events.items(), key=lambda pair: joins.event_key(pair[1])):
        for home, claim in naming:
            if home is event and claim.ref is not None:
                parts.setdefault(sheet.t(f"property.{claim.property}"), {}).setdefault(id_, []).append(
                    sheet.show(home, claim)
                )
    return tuple(
        (
            label,
            tuple((sheet.record(events[id_]), tuple(shown)) for id_, shown in inside.items()),
        )
        for label, inside in parts.items()
    )


def _about(sheet: Sheet, actor: Actor, naming: list[tuple[Subject, Claim]]) -> tuple[object, ...]:
    """List what others said about the events in which the actor attacked or was the target."""
    part = {h.id for h, c in naming if isinstance(h, Event) and c.property in ("attacker", "target", "victim")}
    found = [q for q in joins.quotes_in_order(sheet.dossier) if q.event in part and q.speaker != actor.id]
    return tuple((sheet.record(q), sheet.link("actors", q.speaker)) for q in found)
