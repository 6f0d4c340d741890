"""Which actors have to do with which others, and by which claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..model.dossier import Dossier
from ..model.facts import OUTLET, Claim
from ..model.records import Actor, Event, Subject
from ..model.vocabulary import Rank
from . import joins
from .data import Link, Shown
from .reserve import common
from .sheet import Sheet

BELONGS = ("role", "rank", "member_of", "affiliated_with", "backed_by", "designation")
"""Properties of an actor that name another."""
BACKWARDS = ("designation", "backed_by")
"""Properties where it is the other that acts: it designates, it backs."""
DOING = {"attacker": "acted", "attributed_to": "attributed", "decided_by": "decided", "ordered_by": "ordered"}
DONE_TO = ("target", "victim", "affected")
"""Parts in an event: those who do, by the kind of tie, and those to whom it is done."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What leads from one actor to another: a label, the facts it rests on, and the events where it rests on parts.

    `kind` is `belongs` for what an actor is to another, `acted` for who did and to whom, `attributed` where the doing
    is attributed, `ordered` and `decided` for those who had it done. `reserve` is that of all its facts, in few words.
    """

    start: Link
    end: Link
    kind: str
    label: str
    facts: tuple[Shown, ...]
    events: tuple[Link, ...]
    reserve: str = ""

    @property
    def short(self) -> str:
        """The label with the reserve."""
        return f"{self.label} ({self.reserve})" if self.reserve else self.label


@dataclass(slots=True)
class _Found:
    accounts: list[list[str]] = field(default_factory=list)
    claims: dict[str, tuple[Subject, Claim]] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)


_Key = tuple[str, str, str, str]
"""Start, end, kind, and which string is the label."""
_Told = tuple[_Key, list[tuple[Subject, Claim]], Event | None]
"""A relation, the claims that tell of it, and the event they are of."""


def tied(dossier: Dossier) -> list[str]:
    """List the actors that are tied to others, those with the most of them first."""
    others: dict[str, set[str]] = {}
    for (start, end, _, _), _, _ in _all(dossier):
        others.setdefault(start, set()).add(end)
        others.setdefault(end, set()).add(start)
    return sorted(others, key=lambda id_: (-len(others[id_]), id_))


def ties(sheet: Sheet, actor: Actor | None = None, most: int | None = None) -> tuple[Tie, ...]:
    """Show what ties an actor to others, or actors to each other: each pair's relation once.

    Of all actors, `most` leaves those with the most others they are tied to.
    """
    found: dict[_Key, _Found] = {}
    kept = None if most is None else set(tied(sheet.dossier)[:most])
    for key, claims, event in _all(sheet.dossier):
        if kept is not None and not kept.issuperset(key[:2]):
            continue
        if actor is None or actor.id in key[:2]:
            one = found.setdefault(key, _Found())
            account = {f"{home.key}#{claim.id}": (home, claim) for home, claim in claims}
            one.accounts.append(list(account))
            one.claims.update(account)
            if event is not None:
                one.events[event.id] = event
    return tuple(_tie(sheet, key, one) for key, one in found.items())


def _tie(sheet: Sheet, key: _Key, found: _Found) -> Tie:
    start, end, kind, label = key
    facts = {id_: sheet.show(home, claim, subject=True) for id_, (home, claim) in found.claims.items()}
    what = sheet.t(label)
    return Tie(
        start=sheet.link("actors", start),
        end=sheet.link("actors", end),
        kind=kind,
        label=what if kind in ("belongs", "acted") else sheet.t(f"graph.{kind}", what=what),
        facts=tuple(facts.values()),
        events=tuple(sheet.record(event) for event in found.events.values()),
        reserve=common(sheet.t, [[facts[id_] for id_ in account] for account in found.accounts]),
    )


@lru_cache(maxsize=1)
def _all(dossier: Dossier) -> tuple[_Told, ...]:
    """Gather the relations of all actors once for the pages of each."""
    return tuple(_relations(dossier))


def _relations(dossier: Dossier) -> Iterator[_Told]:
    for actor in dossier.actors.values():
        for claim in joins.in_table_order(actor.claims):
            other = claim.of if claim.ref is None else claim.value
            if claim.property in BELONGS and other in dossier.actors and claim.rank is not Rank.DEPRECATED:
                ends = (other, actor.id) if claim.property in BACKWARDS else (actor.id, other)
                if ends[0] != ends[1]:
                    yield (*ends, "belongs", f"property.{claim.property}"), [(actor, claim)], None
    for event in joins.events_in_order(dossier):
        parts = [c for c in event.claims if c.value in dossier.actors and c.rank is not Rank.DEPRECATED]
        for doing in (c for c in parts if c.property in DOING):
            others = (c for c in parts if c.property in DONE_TO and c.value != doing.value)
            for done in (c for c in others if _told_by_one(doing, c)):
                yield (
                    (doing.value, done.value, DOING[doing.property], f"event_type.{event.type}"),
                    [(event, doing), (event, done)],
                    event,
                )


def _told_by_one(doing: Claim, done: Claim) -> bool:
    """Tell whether one party says both who did it and to whom; nobody says what is put together of two accounts."""
    same = doing.asserted_by == done.asserted_by
    return same and (doing.asserted_by != OUTLET or bool(_sources(doing) & _sources(done)))


def _sources(claim: Claim) -> set[str]:
    return {citation.source for citation in claim.citations}
