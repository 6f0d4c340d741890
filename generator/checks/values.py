"""Values: what is claimed is what the cited words say, and parts fit their total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from ..model.facts import Claim, Name
from ..model.records import Subject
from ..numbers import Amount, Number, Qualifier, ceiling, compatible, find, floor, parse
from ..problems import Label, Level, quoted
from .rule import Case, Finding, Told, rule

_NOTHING = re.compile(r"\b(?:no|none|nobody|nothing|neither|not|without|zero)\b", re.IGNORECASE)


@rule("value-not-in-words", Level.WARNING)
def value_not_in_words(case: Case) -> Iterator[Finding]:
    """A number, name or hedge that stands in none of the words cited for it.

    The words must carry the fact: the number of a claim, in digits or in words; the spelling of a name; the
    source's distancing word (`hedge`). Cite the words that have it, or correct the value. Where the number
    follows from the words without standing in them ("twice" for 2), say so in the claim's `reason`.

    Wrong:
        {id: c2, property: injured, value: 5, cite: [{source: …, exact: injuring at least four people}], …}
    Right:
        {id: c2, property: injured, value: at least 4, cite: [{source: …, exact: injuring at least four people}], …}
    """
    for record in case.dossier.subjects():
        for fact in record.facts:
            exacts = [citation.exact for citation in fact.citations]
            if not exacts:
                continue
            if isinstance(fact, Name) and not _occurs(fact.value, exacts):
                message = f"the name {quoted(fact.value)} stands in none of the words cited for it"
                yield Told(fact.at("value"), message, _words(fact))
            if isinstance(fact, Claim):
                yield from _claim(fact, exacts)


def _meant(value: str) -> str:
    """Say how a number was read that elsewhere would be thousands."""
    found = re.search(r"\b([0-9]{1,3})\.([0-9]{3})\b", value)
    return "" if found is None else f" (a point is a decimal point; thousands are written `{found[1]},{found[2]}`)"


def _claim(claim: Claim, exacts: list[str]) -> Iterator[Finding]:
    if claim.amount is not None and claim.reason is None and not _stated(claim.amount, exacts):
        message = (
            f"the number {quoted(claim.value)}{_meant(claim.value)} stands in none of the words cited for it; "
            "cite the words that have it, or say in `reason` how it follows"
        )
        yield Told(claim.at("value"), message, _words(claim))
    if claim.hedge is not None and not _occurs(claim.hedge, exacts):
        message = f"the hedge {quoted(claim.hedge)} stands in none of the cited words"
        yield Told(claim.at("hedge"), message, _words(claim))


def _words(fact: Claim | Name) -> tuple[Label, ...]:
    return tuple(Label(citation.at("exact"), "the words cited for it") for citation in fact.citations)


def _occurs(words: str, exacts: Iterable[str]) -> bool:
    wanted = " ".join(words.split()).casefold()
    return any(wanted in " ".join(exact.split()).casefold() for exact in exacts)


def _stated(amount: Amount, exacts: list[str]) -> bool:
    if amount.qualifier is Qualifier.VAGUE:
        return _occurs(amount.text, exacts)
    wanted = {number for number in (amount.low, amount.best, amount.high) if number is not None}
    return any(wanted <= _numbers(exact) for exact in exacts)


def _numbers(exact: str) -> set[Number]:
    """Every number in cited words: as prose has them, and words such as a lone "one"."""
    amounts = [found.amount for found in find(exact)]
    for word in exact.split():
        try:
            amounts.append(parse(word.strip(",.;:!?()[]“”‘’\"'")))
        except ValueError:
            continue
    stated = {number for a in amounts for number in (a.low, a.best, a.high) if number is not None}
    return stated | {0} if _NOTHING.search(exact) else stated


@rule("parts-and-total", Level.WARNING)
def parts_and_total(case: Case) -> Iterator[Finding]:
    """Parts that do not add up to their total.

    Claims with `part_of: c3` are parts of what c3 counts: 32 attacks in one country and 34 in another are
    66. Bounds are added as bounds, so "at least 30" and "34" fit 66. Correct the part or the total, drop
    `part_of` where the claim counts something else, or rank a claim that was withdrawn `deprecated`, with a
    reason.

    Wrong:
        - {id: c1, property: attacks, value: 66, …}
        - {id: c2, property: attacks, value: 32, part_of: c1, …}
        - {id: c3, property: attacks, value: 43, part_of: c1, …}
    Right:
        - {id: c1, property: attacks, value: 66, …}
        - {id: c2, property: attacks, value: 32, part_of: c1, …}
        - {id: c3, property: attacks, value: 34, part_of: c1, …}
    """
    for record in case.dossier.subjects():
        for total in record.claims:
            parts = [part for part in record.claims if part.part_of == total.id and _current(part)]
            amounts = [part.amount for part in parts if part.amount is not None]
            if not amounts or total.amount is None or len(amounts) < len(parts):
                continue
            added = added_up(amounts)
            if not compatible(added, total.amount):
                listed = ", ".join(f"{part.id} ({quoted(part.value)})" for part in parts)
                message = f"the parts {listed} add up to {quoted(added.text)}, not to {quoted(total.value)}"
                labels = tuple(Label(part.at("value"), f"part {part.id}") for part in parts)
                yield Told(total.at("value"), message, labels)


def _current(claim: Claim) -> bool:
    return claim.rank != "deprecated"


@rule("mismatched-part")
def mismatched_part(case: Case) -> Iterator[Finding]:
    """A `part_of` that ties together what cannot be added up.

    A part and its total are claims of the same property, whose values are numbers, and in the same unit; no
    claim is part of itself. Name the claim that states the total.

    Wrong:
        - {id: c1, property: killed, value: 3, …}
        - {id: c2, property: injured, value: 2, part_of: c1, …}
    Right:
        - {id: c1, property: killed, value: 3, …}
        - {id: c2, property: killed, value: 2, part_of: c1, …}
    """
    for record in case.dossier.subjects():
        claims = {claim.id: claim for claim in record.claims}
        for part in record.claims:
            total = claims.get(part.part_of or "")
            if total is None:
                continue
            if _circular(part, claims):
                yield part.at("part_of"), f"{quoted(part.id)} would be part of itself"
            elif part.amount is None:
                message = f"{quoted(part.property)} has no numbers, so it has no part of {quoted(total.id)}"
                yield part.at("part_of"), message
            elif total.property != part.property:
                message = (
                    f"{quoted(total.id)} is a claim of {quoted(total.property)}, "
                    f"not of {quoted(part.property)}; {_totals(record, part)}"
                )
                yield part.at("part_of"), message
            elif (total.unit or total.row.unit) != (part.unit or part.row.unit):
                message = (
                    f"{quoted(total.id)} counts {quoted(total.unit or total.row.unit)}, "
                    f"this claim {quoted(part.unit or part.row.unit)}"
                )
                yield part.at("part_of"), message


def _totals(record: Subject, part: Claim) -> str:
    ids = [claim.id for claim in record.claims if claim.property == part.property and claim is not part]
    return f"claims of that property are {', '.join(ids)}" if ids else "there is no other claim of that property"


def _circular(claim: Claim, claims: dict[str, Claim]) -> bool:
    seen: set[str] = set()
    at: Claim | None = claim
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = claims.get(at.part_of or "")
    return at is claim


def added_up(amounts: list[Amount]) -> Amount:
    """The sum of amounts, with the bounds that follow from theirs. Quantities are never below 0."""
    if all(amount.best is not None for amount in amounts):
        best = sum((Decimal(amount.best or 0) for amount in amounts), Decimal(0))
        if all(amount.qualifier is Qualifier.EXACT for amount in amounts):
            return Amount(_written(best), best, best, best, Qualifier.EXACT)
        return Amount(f"about {_written(best)}", None, best, None, Qualifier.ABOUT)
    low = sum((_least(amount) for amount in amounts), Decimal(0))
    most = [high for amount in amounts if (high := _most(amount)) is not None]
    if len(most) == len(amounts):
        high = sum(most, Decimal(0))
        return Amount(f"{_written(low)} to {_written(high)}", low, None, high, Qualifier.RANGE)
    if any(amount.qualifier is Qualifier.OVER for amount in amounts):
        return Amount(f"over {_written(low)}", low, None, None, Qualifier.OVER)
    return Amount(f"at least {_written(low)}", low, None, None, Qualifier.AT_LEAST)


def _least(amount: Amount) -> Decimal:
    low, _ = floor(amount)
    return _decimal(low) if isinstance(low, Fraction) else Decimal(0)


def _most(amount: Amount) -> Decimal | None:
    high = ceiling(amount)
    return _decimal(high) if isinstance(high, Fraction) else None


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _written(number: Decimal) -> str:
    return f"{int(number):,}" if number == number.to_integral_value() else f"{number.normalize():,f}"
