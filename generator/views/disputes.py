"""Disputes as matrices: a row per asserting party, a column per source."""

from __future__ import annotations

from ..model.dossier import Holding
from ..model.facts import OUTLET, Claim, Dispute, Name, Passage
from ..model.records import Subject
from .data import Cell, DisputeView, Link, Ref, Row, Shown
from .sheet import Sheet


def dispute(sheet: Sheet, record: Subject, found: Dispute) -> DisputeView:
    """Show a dispute: who says what where, then our reason."""
    members = [held for id_ in found.claims if (held := sheet.dossier.find(record, id_)) is not None]
    cells: dict[tuple[Link, bool], dict[str, list[tuple[Shown, tuple[str, ...], tuple[Ref, ...]]]]] = {}
    columns: dict[str, Link] = {}
    passages = []
    for held in members:
        if isinstance(held.fact, Passage):
            speaker = sheet.quote_speaker(held.record)
            passages.append(sheet.passage(held.id, held.fact, speaker))
        elif isinstance(held.fact, (Claim, Name)):
            shown = sheet.show(held.record, held.fact)
            refs = dict(zip(held.fact.citations, shown.refs, strict=True))
            for source in dict.fromkeys(c.source for c in held.fact.citations):
                here = [c for c in held.fact.citations if c.source == source]
                words = tuple(" ".join(c.exact.split()) for c in here)
                columns.setdefault(source, sheet.source(source))
                inside = cells.setdefault(_party(sheet, held, source), {})
                inside.setdefault(source, []).append((shown, words, tuple(refs[c] for c in here)))
    rows = tuple(
        Row(party, own, tuple(Cell(tuple(inside.get(source, ()))) for source in columns))
        for (party, own), inside in cells.items()
    )
    return DisputeView(
        id=f"{record.key}#{found.id}",
        title=title(sheet, record, found),
        kind=sheet.t(f"dispute_kind.{found.kind}"),
        real=found.real,
        reason=found.reason,
        sources=tuple(columns.values()),
        rows=rows,
        passages=tuple(passages),
        subject=sheet.record(record),
    )


def title(sheet: Sheet, record: Subject, found: Dispute) -> str:
    """Return a dispute's title: its own, else what its members are claims of."""
    held = [sheet.dossier.find(record, id_) for id_ in found.claims]
    properties = dict.fromkeys(h.fact.property for h in held if h is not None and isinstance(h.fact, Claim))
    labels = " / ".join(sheet.t(f"property.{name}") for name in properties)
    return found.title or labels or sheet.t(f"dispute_kind.{found.kind}")


def _party(sheet: Sheet, held: Holding, source: str) -> tuple[Link, bool]:
    """Who asserts it: an actor, or the citing source when it speaks in its own voice."""
    fact = held.fact
    if isinstance(fact, (Claim, Name)) and fact.asserted_by != OUTLET:
        return sheet.link("actors", fact.asserted_by), False
    return sheet.source(source), True


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
