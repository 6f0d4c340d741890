"""What a page is before it is rendered, and the parts that several kinds of page share."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model.facts import OUTLET, Claim
from ..model.properties import Value
from ..model.records import Event, Record, Subject
from ..model.vocabulary import Rank
from . import corrections, disputes, filters, joins
from .data import Corrected, Entry, Footnote, Link, Moment, ProseView, Rested, Same, Shown, Status
from .disputes import DisputeView
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class View:
    """A page's data. `key` is its address (`events/x`), `template` its kind, `data` what the template shows.

    `before` and `after` are the keys of the records it stands between, `inside` those of the records that stand whole
    on it: links to them stay on the page.
    """

    key: str
    title: str
    template: str
    data: dict[str, Any]
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[Rested, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    record: Record | None = None
    before: str | None = None
    after: str | None = None
    inside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Core:
    """What every record with claims shows: summary, disputes, and the ledger that is each fact's home."""

    summary: ProseView | None
    disputes: tuple[DisputeView, ...]
    elsewhere: tuple[Link, ...]


def core(sheet: Sheet, record: Subject, summary: ProseView | None) -> Core:
    """Gather what a record disputes beside its summary, which stands higher on the page and is shown before."""
    return Core(summary, disputes.in_order(sheet, record), disputes.touching(sheet, record))


def ledger(sheet: Sheet, record: Subject) -> tuple[Shown, ...]:
    """Show every claim of a record, in the table's order: the home of each."""
    return tuple(sheet.show(record, claim) for claim in joins.in_table_order(record.claims))


def status(sheet: Sheet, record: Subject) -> Status:
    """Count what a page rests on. Call it when the page is complete."""
    cited = {c.source for fact in record.facts for c in fact.citations}
    parties = {c.asserted_by for c in record.claims if c.asserted_by != OUTLET}
    voices = {c.source for claim in record.claims if claim.asserted_by == OUTLET for c in claim.citations}
    entries = [e for fact in record.facts for c in fact.citations if (e := sheet.evidence.verified(c)) is not None]
    latest = max((entry.date for entry in entries), default=None)
    return Status(
        sources=len(cited),
        parties=len(parties) + len(voices),
        disputes=sum(d.real for d in record.disputes),
        apparent=sum(not d.real for d in record.disputes),
        verified=sheet.spelled(latest),
        reviewed=sheet.spelled(record.reviewed),
    )


def entry(sheet: Sheet, record: Subject, *, summary: bool = True, parts: bool = False) -> Entry:
    """Show a record as a line of a list: an event with its date and place, and with `parts` the actors in it."""
    facts: list[Shown] = []
    if isinstance(record, Event):
        when = joins.occurred(record)
        if when is not None:
            facts.append(sheet.show(record, when))
        facts += [sheet.show(record, claim) for claim in _places(sheet, record)]
    return Entry(
        link=sheet.record(record),
        tag=filters.tag(sheet, record) if isinstance(record, Event) else None,
        facts=tuple(facts),
        parts=_parts(sheet, record) if parts else (),
        summary=sheet.prose(record) if summary else None,
        disputed=sum(d.real for d in record.disputes),
    )


def _places(sheet: Sheet, event: Event) -> list[Claim]:
    """List the claims of where an event was, each place once, and once disputed."""
    claims = [c for c in event.claims if c.property == "location" and c.rank is not Rank.DEPRECATED]
    found = {(c.value, sheet.in_real_dispute(f"{event.key}#{c.id}")): c for c in reversed(claims)}
    return list(found.values())[::-1]


def _parts(sheet: Sheet, record: Subject) -> tuple[tuple[str, tuple[Same, ...]], ...]:
    """Show who has a part in an event, part by part."""
    claims = [c for c in joins.gathered(joins.in_table_order(record.claims)) if c.row.value is Value.ACTOR]
    return joins.by_label(sheet.show(record, claim) for claim in claims if claim.rank is not Rank.DEPRECATED)


def moments(
    sheet: Sheet, events: Sequence[Event], quote_ids: list[str], here: Event | None = None
) -> tuple[Moment, ...]:
    """Put events and quotes into one line of time: of a day, first what was done. `here` is summed up above."""
    placed: list[tuple[Any, Moment]] = []
    for event in events:
        when = joins.occurred(event)
        day = sheet.spelled(None if when is None else when.value)
        shown = entry(sheet, event, summary=event is not here)
        placed.append((_moment(joins.event_key(event), 0), Moment(day, event=shown)))
    for id_ in quote_ids:
        quote = sheet.dossier.quotes[id_]
        said = sheet.spelled(quote.said)
        speaker = sheet.link("actors", quote.speaker)
        moment = Moment(said, quote=sheet.record(quote), speaker=speaker, medium=sheet.t(f"medium.{quote.medium}"))
        placed.append((_moment(joins.quote_key(quote), 1), moment))
    return tuple(moment for _, moment in sorted(placed, key=lambda pair: pair[0]))


def _moment(key: tuple[tuple[datetime.date, int, str], str], done_or_said: int) -> tuple[object, ...]:
    (day, *clock), id_ = key
    return day, done_or_said, clock, id_


def finished(sheet: Sheet, view: View) -> View:
    """Put the footnotes under a page, and a subject's sources and corrections, now that all on it has been shown."""
    if not isinstance(view.record, Subject):
        return replace(view, footnotes=sheet.footnotes)
    logged = corrections.of_record(sheet, view.record)
    return replace(view, footnotes=sheet.footnotes, sources=_rested(sheet.footnotes), corrections=logged)


def _rested(footnotes: tuple[Footnote, ...]) -> tuple[Rested, ...]:
    by_source: dict[Link, list[Footnote]] = {}
    for note in footnotes:
        by_source.setdefault(note.source, []).append(note)
    return tuple(
        Rested(link, notes[0].outlet, notes[0].author, notes[0].issued, len(notes)) for link, notes in by_source.items()
    )
