"""Disputes, each in the form that suits what differs: who says what where, then our reason."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from .. import dates
from ..model.dossier import Holding
from ..model.facts import OUTLET, Claim, Dispute, Name, Passage
from ..model.properties import Value
from ..model.records import Event, Subject
from ..model.vocabulary import DisputeKind
from . import clocks, pictures
from .data import Link, PassageView, Printed, Said, Shown
from .days import spelled
from .pictures import Happening, Measure, Measures
from .sheet import Sheet, flat
from .wordings import compared

MOST_COLUMNS = 6
"""Sources across a matrix; of more, no eye compares the columns."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as claimed, and the day it was by the clocks of a party elsewhere."""

    here: str
    there: str
    party: Link


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute. `form` says how it is shown, and what is gathered in a group:

    `matrix`: a row per party, a column per source. `list`: a row per party, where each speaks in one source alone.
    `facing`: what each party calls it. `values`: each name or answer once, with all who give it.

    `labels`: what the values are of differs too, so it is told with each.
    `numbers` or `days` place the values on one scale, where they are numbers of one unit or dates.
    """

    id: str
    title: str
    kind: str
    form: str
    real: bool
    labels: bool
    reason: str | None
    subject: Link
    groups: tuple[tuple[Said, ...], ...]
    sources: tuple[Link, ...]
    passages: tuple[PassageView, ...]
    numbers: Measures | None
    days: tuple[Happening, ...]
    clocks: tuple[Clock, ...]


Told = tuple[Holding, Claim | Name, str | None]
"""A member of a dispute, and the source that says it in its own voice, where one does."""


def dispute(sheet: Sheet, record: Subject, found: Dispute) -> DisputeView:
    """Show a dispute. Its facts are asked for in the order in which the form shows them."""
    members = [held for id_ in found.claims if (held := sheet.dossier.find(record, id_)) is not None]
    told = [one for held in members for one in _told(held)]
    form = _form(found.kind, told)
    ordered = _gathered(told, _answer if form == "values" else _party)
    shown: dict[str, Shown] = {}
    for held, fact, _ in (one for group in ordered for one in group):
        if held.id not in shown:
            shown[held.id] = sheet.show(held.record, fact)
    groups = tuple(tuple(_said(sheet, one, shown[one[0].id]) for one in group) for group in ordered)
    sources = dict.fromkeys(printed.source for group in groups for said in group for printed in said.printed)
    timed = [(held, held.fact) for held in members if isinstance(held.fact, Claim) and held.fact.date is not None]
    return DisputeView(
        id=f"{record.key}#{found.id}",
        title=title(sheet, record, found),
        kind=found.kind.value,
        form=form,
        real=found.real,
        labels=len({said.fact.label for group in groups for said in group}) > 1,
        reason=found.reason,
        subject=sheet.record(record),
        groups=groups,
        sources=tuple(sources),
        passages=_passages(sheet, members),
        numbers=_numbers(sheet, record, members, shown),
        days=tuple(_day(sheet, held, claim) for held, claim in timed),
        clocks=tuple(one for held, claim in timed for one in _clocks(sheet, held.record, claim)),
    )


def _told(held: Holding) -> list[Told]:
    """List a fact once for the actor that asserts it, or for each source that says it in its own voice."""
    fact = held.fact
    if not isinstance(fact, (Claim, Name)):
        return []
    if fact.asserted_by != OUTLET:
        return [(held, fact, None)]
    return [(held, fact, source) for source in dict.fromkeys(c.source for c in fact.citations)]


def _form(kind: DisputeKind, told: list[Told]) -> str:
    if kind is DisputeKind.FRAMING:
        return "facing"
    if kind in (DisputeKind.NAMING, DisputeKind.ATTRIBUTION, DisputeKind.TRANSLATION):
        return "values"
    rows = [{source for one in group for source in _sources(one)} for group in _gathered(told, _party)]
    columns = set().union(*rows)
    return "matrix" if len(columns) <= MOST_COLUMNS and any(len(row) > 1 for row in rows) else "list"


def _sources(told: Told) -> tuple[str, ...]:
    _, fact, own = told
    return (own,) if own else tuple(dict.fromkeys(c.source for c in fact.citations))


def _party(told: Told) -> Hashable:
    _, fact, own = told
    return own, fact.asserted_by


def _answer(told: Told) -> Hashable:
    _, fact, _ = told
    if isinstance(fact, Name):
        return fact.value, fact.lang
    return fact.property, fact.value, fact.unit, fact.population, fact.of, fact.place


def _gathered(told: Iterable[Told], by: Callable[[Told], Hashable]) -> list[list[Told]]:
    groups: dict[Hashable, list[Told]] = {}
    for one in told:
        groups.setdefault(by(one), []).append(one)
    return list(groups.values())


def _said(sheet: Sheet, told: Told, shown: Shown) -> Said:
    _, fact, own = told
    refs = list(zip(fact.citations, shown.refs, strict=True))
    printed = [
        Printed(
            sheet.source(source),
            tuple(flat(citation.exact) for citation, _ in refs if citation.source == source),
            tuple(ref for citation, ref in refs if citation.source == source),
        )
        for source in _sources(told)
    ]
    return Said(sheet.source(own) if own else sheet.by(fact)[0], own is not None, shown, tuple(printed))


def _passages(sheet: Sheet, members: list[Holding]) -> tuple[PassageView, ...]:
    """Show passages, their words compared with each other's."""
    held = [(one, one.fact) for one in members if isinstance(one.fact, Passage)]
    pieces = iter(compared([flat(r.exact) for _, passage in held for r in passage.renderings]))
    return tuple(
        sheet.passage(one.id, passage, sheet.quote_speaker(one.record), [next(pieces) for _ in passage.renderings])
        for one, passage in held
    )


def _numbers(sheet: Sheet, record: Subject, members: list[Holding], shown: dict[str, Shown]) -> Measures | None:
    """Put the numbers of a dispute on one scale, where they count one thing."""
    claims = {held.id: held.fact for held in members if isinstance(held.fact, Claim)}
    counted = {id_: claim for id_, claim in claims.items() if claim.row.value is Value.AMOUNT}
    units = {(claim.property, claim.unit) for claim in counted.values()}
    if len(units) != 1 or len(counted) < 2:
        return None
    first = next(iter(counted.values()))
    rows = tuple(Measure(shown[id_], claim.amount) for id_, claim in counted.items())
    label = sheet.t(f"property.{first.property}")
    return Measures(label, sheet.record(record), first.unit or first.row.unit, rows)


def _day(sheet: Sheet, held: Holding, claim: Claim) -> Happening:
    """Place a date; of a time also the day it was by other clocks."""
    span = pictures.span(sheet, held.record, claim, claim.value)
    there = clocks.elsewhere(sheet, held.record, dates.parse(claim.value)) if isinstance(held.record, Event) else []
    others = tuple(pictures.span(sheet, held.record, claim, moved.text) for _, moved in there)
    return Happening(Link(held.id, span.text), "", (), (span, *others))


def _clocks(sheet: Sheet, record: Subject, claim: Claim) -> list[Clock]:
    if not isinstance(record, Event):
        return []
    date = dates.parse(claim.value)
    found = clocks.elsewhere(sheet, record, date)
    return [Clock(spelled(date, sheet.t), spelled(there, sheet.t), party) for party, there in found]


def title(sheet: Sheet, record: Subject, found: Dispute) -> str:
    """Return a dispute's title: its own, else what its members are claims of."""
    held = [sheet.dossier.find(record, id_) for id_ in found.claims]
    properties = dict.fromkeys(h.fact.property for h in held if h is not None and isinstance(h.fact, Claim))
    labels = " / ".join(sheet.t(f"property.{name}") for name in properties)
    return found.title or labels or sheet.t(f"dispute_kind.{found.kind}")


def in_order(sheet: Sheet, record: Subject) -> tuple[DisputeView, ...]:
    """Show a record's disputes: real ones first, then the apparent ones."""
    return tuple(dispute(sheet, record, found) for found in sorted(record.disputes, key=lambda d: not d.real))


def touching(sheet: Sheet, record: Subject) -> tuple[Link, ...]:
    """Link the disputes declared elsewhere that a record's facts are members of."""
    found: dict[str, Link] = {}
    for fact in record.facts:
        for home, other in sheet.dossier.disputed.get(f"{record.key}#{fact.id}", ()):
            if home is not record:
                key = f"{home.key}#{other.id}"
                found.setdefault(key, Link(key, f"{home.heading}: {title(sheet, home, other)}"))
    return tuple(found.values())
