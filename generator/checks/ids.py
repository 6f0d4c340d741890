"""Ids are addresses: each is used once, and one that was used before leads to one record."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.facts import Dispute, Fact
from ..model.records import KINDS, Subject
from ..problems import Place, quoted
from .rule import Case, Finding, rule

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
    for fact in sorted(facts, key=_order):
        if fact.id in first:
            line = first[fact.id].at("id").line
            yield fact.at("id"), f"the id {quoted(fact.id)} is taken: it stands on line {line} of this record"
        first.setdefault(fact.id, fact)
    for dispute in record.disputes:
        for position, ref in enumerate(dispute.claims):
            before = dispute.claims[:position]
            if ref in before:
                place = dispute.within("claims", ref, ", ".join(before))
                yield place, f"{quoted(ref)} is named twice in the dispute {quoted(dispute.id)}"


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
