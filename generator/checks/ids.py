"""Ids are addresses: each is used once, and one that was used before leads to one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import prose
from ..model.facts import Dispute, Fact
from ..model.records import KINDS, Subject
from ..problems import Label, Mend, Place, quoted
from ..slugs import is_fact_id
from .rule import Case, Finding, Told, rule

LIST = "index"
"""Each folder has a page under this name: its list."""


@rule("duplicate-id")
def duplicate_id(case: Case) -> Iterator[Finding]:
    """An id that is used twice.

    The facts and disputes of a record share one list of ids, because each is an address on the record's
    page (`…/#c3`). An id in `formerly` must not be the id of a record of the same kind, nor stand in the
    `formerly` of two of them, or old links would not know where to lead. A dispute names each of its facts
    once.

    Ids are permanent: give the newer of the two another id, and never use one again that was published.

    Wrong:
        claims:
          - {id: c1, property: killed, value: 3, …}
          - {id: c1, property: injured, value: 8, …}
    Right:
        claims:
          - {id: c1, property: killed, value: 3, …}
          - {id: c2, property: injured, value: 8, …}
    """
    for record in case.dossier.subjects():
        yield from _within(record)
    yield from _formerly(case)


def _within(record: Subject) -> Iterator[Finding]:
    first: dict[str, Fact | Dispute] = {}
    facts: list[Fact | Dispute] = [*record.facts, *record.disputes]
    taken = {fact.id for fact in facts}
    named = [ref for ref, _ in refs(record) if is_fact_id(ref) and ref not in taken]
    for fact in sorted(facts, key=_order):
        if fact.id in first:
            before = first[fact.id].at("id")
            message = f"the id {quoted(fact.id)} is taken: it stands on line {before.line} of this record"
            meant = next((ref for ref in named if ref[0] == fact.id[0]), None)
            named = [ref for ref in named if ref != meant]
            free = _free(fact.id, taken) if meant is None else meant
            message += f"; {quoted(free)} is free{'' if meant is None else ', and is named in this record'}"
            mend = None if meant is None else Mend(fact.id, free)
            yield Told(fact.at("id"), message, (Label(before, "first used here"),), mend)
        first.setdefault(fact.id, fact)
    for dispute in record.disputes:
        for position, ref in enumerate(dispute.claims):
            earlier = dispute.claims[:position]
            if ref in earlier:
                place = dispute.within("claims", ref, ", ".join(earlier))
                yield place, f"{quoted(ref)} is named twice in the dispute {quoted(dispute.id)}"


def repeated(record: Subject) -> frozenset[str]:
    """The ids that a record uses for more than one of its facts: which of them is meant cannot be told."""
    counted = Counter([*(fact.id for fact in record.facts), *(dispute.id for dispute in record.disputes)])
    return frozenset(id_ for id_, times in counted.items() if times > 1)


def refs(record: Subject) -> Iterator[tuple[str, Place]]:
    """List the facts that a record names in its parts, disputes and prose, as it writes them, each with its place."""
    for claim in record.claims:
        if claim.part_of is not None:
            yield claim.part_of, claim.at("part_of")
    for dispute in record.disputes:
        for position, ref in enumerate(dispute.claims):
            yield ref, dispute.within("claims", ref, ", ".join(dispute.claims[:position]))
    for marker in prose.markers(record.summary or ""):
        if marker.fact is not None:
            before = (record.summary or "")[: marker.start + len("[@")]
            yield marker.fact, record.within("summary", marker.fact, before)


def _free(id_: str, taken: set[str]) -> str:
    letters = id_.rstrip("0123456789")
    numbers = [int(one[len(letters) :]) for one in taken if re.fullmatch(f"{letters}[0-9]+", one)]
    return f"{letters}{max(numbers) + 1}"


def _order(fact: Fact | Dispute) -> Place:
    return fact.at("id")


def _formerly(case: Case) -> Iterator[Finding]:
    for folder in KINDS:
        claimed: dict[str, str] = {}
        for id_, record in sorted(case.dossier.records.get(folder, {}).items()):
            if id_ == LIST:
                yield record.here, f"{quoted(id_)} is the address of the list of {folder}; name the file otherwise"
            for position, old in enumerate(record.formerly):
                place = record.within("formerly", old, ", ".join(record.formerly[:position]))
                if old == LIST:
                    yield place, f"{quoted(old)} is the address of the list of {folder}"
                elif old == id_:
                    yield place, f"{quoted(old)} is the id this record has now, not one it had"
                elif case.dossier.knows(folder, old):
                    yield place, f"{quoted(old)} is the id of another record: {folder}/{old}"
                elif old in claimed:
                    yield place, f"{quoted(old)} is already a former id of {quoted(claimed[old])}"
                claimed.setdefault(old, id_)
