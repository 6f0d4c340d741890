"""What the pictures show, as plain data: what when, what where, how many. Where it is drawn is not decided here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from .. import dates
from ..model.facts import Claim
from ..model.records import Event, Place, Subject
from ..model.vocabulary import EventType, Precision, Rank
from ..numbers import Amount
from . import joins
from .data import Brief, Link, Shown
from .days import spelled
from .reserve import common
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Span:
    """The days a claim gives: inclusive, None for an open end. `day` when it is one day, or a time on it.

    Who says so and with what reserve goes along.
    """

    id: str
    text: str
    first: datetime.date | None
    last: datetime.date | None
    day: bool
    approximate: bool
    uncertain: bool
    disputed: bool
    hedge: str | None = None
    by: tuple[Link, ...] = ()
    via: Link | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of a picture of time: a record, what kind of thing it is, and its dates as shown and as days.

    The first of `facts` and of `spans` dates it, the others are rival dates.
    """

    link: Link
    detail: str
    facts: tuple[Shown, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as a picture shows it: the fact, and the amount it states; None where it is no amount."""

    fact: Shown
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers of one unit under one label, to be drawn on one scale. `of` is the record they are about."""

    label: str
    of: Link
    unit: str
    rows: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: where it lies (longitude, latitude; ours), how exactly, and what is shown there.

    `main` places choose what the map shows; others are for finding one's way. Of each event, `events` has the claims
    that put it there; `reserve` is that of all of them, in few words.
    """

    link: Link
    at: tuple[float, float] | None
    precision: Precision | None
    main: bool = True
    events: tuple[tuple[Link, tuple[Brief, ...]], ...] = ()
    reserve: str = ""


# when


def happening(sheet: Sheet, event: Event, *, facts: bool = True) -> Happening:
    """Show when an event was: the claim that dates it, then claims of other dates; each once, and once disputed.

    Without `facts` its dates are drawn alone, and no footnote is set.
    """
    first = joins.occurred(event)
    claims = [c for c in event.claims if c.property == "occurred" and c.rank is not Rank.DEPRECATED and c is not first]
    dated = claims if first is None else [first, *claims]
    rivals = {(claim.value, sheet.in_real_dispute(f"{event.key}#{claim.id}")): claim for claim in reversed(dated)}
    chosen = list(rivals.values())[::-1]
    return Happening(
        link=sheet.record(event),
        detail=sheet.t(f"event_type.{event.type}"),
        facts=tuple(sheet.show(event, claim) for claim in chosen if facts),
        spans=tuple(span(sheet, event, claim, claim.value) for claim in chosen),
    )


def span(sheet: Sheet, record: Subject, claim: Claim, text: str) -> Span:
    """Return the days that a claim gives, or that it holds for."""
    date = dates.parse(text)
    brief = sheet.brief(record, claim)
    return Span(
        id=brief.id,
        text=spelled(date, sheet.t),
        first=date.first,
        last=date.last,
        day=date.precision in (dates.Precision.DAY, dates.Precision.MINUTE),
        approximate=date.approximate,
        uncertain=date.uncertain,
        disputed=brief.disputed,
        hedge=brief.hedge,
        by=brief.by,
        via=brief.via,
    )


def happenings(sheet: Sheet, events: Iterable[Event]) -> tuple[Happening, ...]:
    """Show when events were, in the order given."""
    return tuple(happening(sheet, event) for event in events)


def lanes(sheet: Sheet, events: Iterable[Event]) -> tuple[Happening, ...]:
    """Show when each event was, without its facts: in few lines, a lane for each type."""
    return tuple(happening(sheet, event, facts=False) for event in events)


ATTACKS = (
    *(EventType.AIR_STRIKE, EventType.DRONE_STRIKE, EventType.MISSILE_ATTACK),
    *(EventType.ATTACK, EventType.ARMED_CLASH, EventType.CAMPAIGN),
)


def attacks(sheet: Sheet) -> tuple[Happening, ...]:
    """Show attacks over time: when each single one was, without its facts, then the numbers told of them by a day."""
    single = lanes(sheet, [event for event in joins.events_in_order(sheet.dossier) if event.type in ATTACKS])
    told = [
        (figure, claim)
        for _, figure in sorted(sheet.dossier.figures.items())
        for claim in figure.claims
        if claim.property in ("attacks", "strikes") and claim.as_of
    ]
    numbers = [
        Happening(
            sheet.record(figure), "", (sheet.show(figure, claim),), (span(sheet, figure, claim, claim.as_of or ""),)
        )
        for figure, claim in told
    ]
    return (*single, *numbers)


# how many


CASUALTIES = ("killed", "injured", "casualties")
COUNTED = (*CASUALTIES, "sites", "strikes", "attacks")
"""Properties of an event that are drawn."""


def measures(sheet: Sheet, record: Subject, label: str, claims: list[Claim]) -> Measures:
    """Show numbers of one property."""
    rows = tuple(Measure(sheet.show(record, claim), claim.amount) for claim in claims)
    return Measures(label, sheet.record(record), claims[0].unit or claims[0].row.unit, rows)


def counted(sheet: Sheet, record: Subject, properties: Iterable[str], least: int = 1) -> tuple[Measures, ...]:
    """Show a record's numbers by property, where at least so many claims state one."""
    wanted = set(properties)
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in joins.in_table_order(record.claims):
        if claim.property in wanted and claim.rank is not Rank.DEPRECATED:
            groups.setdefault((sheet.t(f"property.{claim.property}"), claim.unit or ""), []).append(claim)
    return tuple(
        measures(sheet, record, label, claims) for (label, _), claims in groups.items() if len(claims) >= least
    )


# where


def spot(sheet: Sheet, place: Place, *, main: bool, events: Iterable[Event] = ()) -> Spot:
    """Show where a place lies, and what events are said to have been there."""
    found = place.location
    at = None if found is None else (found.lon, found.lat)
    here = tuple(
        (sheet.record(event), tuple(sheet.brief(event, c) for c in event.claims if _locates(c) and c.value == place.id))
        for event in events
    )
    told = common(sheet.t, [[brief] for _, briefs in here for brief in briefs])
    return Spot(sheet.record(place), at, None if found is None else found.precision, main, here, told)


def event_spots(sheet: Sheet, events: Iterable[Event]) -> tuple[Spot, ...]:
    """Show where events were: each place once, that of most events first, then the other places of the dossier."""
    where = _where(events)
    ids = sorted(where, key=lambda id_: (-len(where[id_]), id_))
    return _spots(sheet, ids, where)


def place_spots(sheet: Sheet, ids: Iterable[str]) -> tuple[Spot, ...]:
    """Show where places are, with the events at each, then the other places of the dossier."""
    return _spots(sheet, ids, _where(joins.events_in_order(sheet.dossier)))


def _where(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for id_ in dict.fromkeys(c.value for c in event.claims if _locates(c)):
            found.setdefault(id_, []).append(event)
    return found


def _spots(sheet: Sheet, ids: Iterable[str], where: dict[str, list[Event]]) -> tuple[Spot, ...]:
    told = dict.fromkeys(ids)
    places = sheet.dossier.places
    main = [spot(sheet, places[id_], main=True, events=where.get(id_, ())) for id_ in told if id_ in places]
    return (*main, *_others(sheet, told))


def _locates(claim: Claim) -> bool:
    return claim.property == "location" and claim.rank is not Rank.DEPRECATED


def _others(sheet: Sheet, told: Iterable[str]) -> list[Spot]:
    """Show the places for finding one's way: those known better than by their province or country."""
    told = set(told)
    rough = (Precision.ADMIN1, Precision.COUNTRY)
    found = [p for id_, p in sorted(sheet.dossier.places.items()) if id_ not in told and p.location is not None]
    return [spot(sheet, p, main=False) for p in found if p.location is not None and p.location.precision not in rough]
