"""What is said of a record in other records: derived, never written twice."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from .. import dates
from ..model.dossier import Dossier
from ..model.facts import Claim
from ..model.properties import PROPERTIES
from ..model.records import Event, Quote, Record, Subject
from ..model.vocabulary import Rank
from .data import Same, Shown
from .sheet import Sheet


def by_label(shown: Iterable[Shown]) -> tuple[tuple[str, tuple[Same, ...]], ...]:
    """Group facts under their labels, in the order of first showing, each value once."""
    groups: dict[str, list[Shown]] = {}
    for fact in shown:
        groups.setdefault(fact.label, []).append(fact)
    return tuple((label, by_value(facts)) for label, facts in groups.items())


def by_value(shown: Iterable[Shown]) -> tuple[Same, ...]:
    """Gather the facts that state one value of one population; hedges stay with those who hedge."""
    found: dict[tuple[object, ...], list[Shown]] = {}
    for fact in shown:
        key = (fact.text, fact.link, fact.population, fact.of, fact.place, fact.disputed)
        found.setdefault(key, []).append(fact)
    return tuple(Same(facts[0], tuple(facts)) for facts in found.values())


def gathered(claims: Iterable[Claim]) -> list[Claim]:
    """Put claims of one property and value next to each other, as `by_label` shows them: marks then count upwards."""
    claims = list(claims)
    first: dict[object, int] = {}
    for place, claim in enumerate(claims):
        first.setdefault(claim.property, place)
        first.setdefault(_stated(claim), place)
    return sorted(claims, key=lambda claim: (first[claim.property], first[_stated(claim)]))


def _stated(claim: Claim) -> tuple[str | None, ...]:
    return (claim.property, claim.value, claim.unit, claim.population, claim.of, claim.place)


def in_table_order(claims: Iterable[Claim]) -> list[Claim]:
    """Order claims as the table of properties lists them, then as written."""
    rows = list(PROPERTIES)
    return sorted(claims, key=lambda c: rows.index(c.property))


_EXACTNESS = [
    dates.Precision.MINUTE,
    dates.Precision.DAY,
    dates.Precision.WEEK,
    dates.Precision.MONTH,
    dates.Precision.YEAR,
    dates.Precision.INTERVAL,
]
_UNDATED = (datetime.date.max, 0, "")


def occurred(event: Event) -> Claim | None:
    """Return the claim that dates an event: preferred before others, then the most exact, then the first."""
    claims = [c for c in event.claims if c.property == "occurred" and c.rank is not Rank.DEPRECATED]
    return min(claims, key=_dating, default=None)


def _dating(claim: Claim) -> tuple[bool, int]:
    return claim.rank is not Rank.PREFERRED, _EXACTNESS.index(dates.parse(claim.value).precision)


def event_key(event: Event) -> tuple[tuple[datetime.date, int, str], str]:
    """Return a key that orders events by time, those without a date last."""
    claim = occurred(event)
    return (_UNDATED if claim is None else dates.sort_key(dates.parse(claim.value))), event.id


def quote_key(quote: Quote) -> tuple[tuple[datetime.date, int, str], str]:
    """Return a key that orders quotes by the day they were said, those without a day last."""
    return (dates.sort_key(dates.parse(quote.said)) if quote.said else _UNDATED), quote.id


@lru_cache(maxsize=1)
def events_in_order(dossier: Dossier) -> tuple[Event, ...]:
    """List the events by time."""
    return tuple(sorted(dossier.events.values(), key=event_key))


@lru_cache(maxsize=1)
def quotes_in_order(dossier: Dossier) -> tuple[Quote, ...]:
    """List the quotes by time."""
    return tuple(sorted(dossier.quotes.values(), key=quote_key))


def naming(dossier: Dossier, record: Record) -> list[tuple[Subject, Claim]]:
    """Find the claims of other records whose value, `of` or `place` is this record."""
    named = dossier.naming.get((record.folder, record.id), ())
    return [(home, claim) for home, claim in named if home is not record]


def asserted_by(dossier: Dossier, actor: str) -> list[tuple[Subject, Claim]]:
    """Find the claims an actor asserts or passes on."""
    return [(home, claim) for home, claim in dossier.claims if actor in (claim.asserted_by, claim.via)]


def showing(sheet: Sheet, found: Iterable[tuple[Subject, Claim]]) -> tuple[Shown, ...]:
    """Show claims of other records, each with the record it belongs to."""
    return tuple(sheet.show(home, claim, subject=True) for home, claim in found)
