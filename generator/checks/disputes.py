"""Disputes: what differs is said to differ, and every judgement of ours has a reason."""

from __future__ import annotations

from collections.abc import Iterator

from .. import dates, numbers
from ..model.facts import Claim
from ..model.records import Subject
from ..model.vocabulary import Rank
from ..problems import Label, Level, quoted
from .rule import Case, Finding, Told, rule


@rule("reason-missing")
def reason_missing(case: Case) -> Iterator[Finding]:
    """A judgement of ours without its reason.

    To put one claim before others (`rank: preferred`), to set one aside (`rank: deprecated`), or to call a
    difference a dispute is our doing, and readers may ask why. Add `reason` in a sentence, or drop the
    rank.

    Wrong:
        {id: c2, rank: deprecated, …}
    Right:
        {id: c2, rank: deprecated, reason: The union withdrew this number the next day., …}
    """
    for record in case.dossier.subjects():
        for claim in record.claims:
            if claim.rank is not Rank.NORMAL and claim.reason is None:
                message = f"the claim {quoted(claim.value)} ({claim.id}) is ranked {quoted(claim.rank)}"
                yield claim.at("rank"), f"{message} without a `reason`"
        for dispute in record.disputes:
            if dispute.reason is None:
                said = f"the dispute {quoted(dispute.id)} has no `reason`"
                yield dispute.at("reason"), f"{said}; say how its claims differ, and what we make of it"


@rule("undeclared-dispute", Level.WARNING)
def undeclared_dispute(case: Case) -> Iterator[Finding]:
    """Claims that cannot all be true, and no dispute that says so.

    Compared are the claims of one record with the same property (one that has a single true value: a date,
    a number killed), for the same place, population and day as far as they are stated, unless one is
    deprecated. Parts and their total do not conflict. List the claims in one of the record's `disputes`,
    with its kind and a reason; or say what sets them apart: `as_of`, `place`, `population`.

    Wrong:
        - {id: c2, property: injured, value: at least four, asserted_by: dockers-union, …}
        - {id: c3, property: injured, value: 1, asserted_by: ivo-brandt, …}
    Right:
        disputes:
          - id: d1
            kind: contradiction
            real: true
            claims: [c2, c3]
            reason: The union and the harbour master give different numbers.
    """
    for record in case.dossier.subjects():
        claims = [claim for claim in record.claims if claim.row.single and claim.rank is not Rank.DEPRECATED]
        for position, later in enumerate(claims):
            rivals = [
                earlier
                for earlier in claims[:position]
                if _comparable(record, earlier, later)
                and _incompatible(earlier, later)
                and not _declared(case, record, earlier, later)
            ]
            if rivals:
                named = ", ".join(f"{rival.id} ({quoted(rival.value)})" for rival in rivals)
                message = (
                    f"{quoted(later.value)} ({later.id}) cannot be true along with {named}, "
                    "and no dispute lists them together"
                )
                labels = tuple(Label(rival.at("value"), f"{rival.id} says otherwise") for rival in rivals)
                yield Told(later.at("value"), message, labels)


def _comparable(record: Subject, a: Claim, b: Claim) -> bool:
    same = (a.property, a.of, a.place, a.unit) == (b.property, b.of, b.place, b.unit)
    if not same or _root(record, a) == _root(record, b):
        return False
    if (a.part_of is None) == (b.part_of is None):
        if a.population != b.population and None not in (a.population, b.population):
            return False
    elif a.population != b.population or not (a.place or a.population):
        return False  # a part, and what may be a rival of its total
    return a.as_of is None or b.as_of is None or dates.overlap(dates.parse(a.as_of), dates.parse(b.as_of))


def _root(record: Subject, claim: Claim) -> str:
    """The total of which a claim is a part, by however many steps; else its own id."""
    claims = {other.id: other for other in record.claims}
    seen: set[str] = set()
    while claim.part_of in claims and claim.id not in seen:
        seen.add(claim.id)
        claim = claims[claim.part_of]
    return claim.id


def _incompatible(a: Claim, b: Claim) -> bool:
    if a.amount is not None and b.amount is not None:
        return not numbers.compatible(a.amount, b.amount)
    if a.date is not None and b.date is not None:
        return not dates.overlap(a.date, b.date)
    return False


def _declared(case: Case, record: Subject, a: Claim, b: Claim) -> bool:
    members = ({id(d) for _, d in case.dossier.disputed.get(f"{record.key}#{c.id}", ())} for c in (a, b))
    return bool(set.intersection(*members)) or any(
        {a.id, b.id} & {*dispute.claims} and any(case.dossier.find(record, ref) is None for ref in dispute.claims)
        for dispute in record.disputes  # one of its claims is misspelt: unknown-claim says so
    )
