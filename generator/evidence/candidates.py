"""What became of each candidate: accepted by a curated fact, rejected by a person, or still open.

Only offsets are compared, those that the lock has of the citations and those that extraction wrote, so that it
is the same with and without the texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapidfuzz import fuzz, process

from .. import dates
from ..model.dossier import Cite, Dossier
from ..model.extracted import Candidate, Decision, Extracted, Findings
from ..model.facts import Claim, Name, Passage
from ..model.properties import Value
from ..model.records import Named, Quote
from ..numbers import Qualifier
from .coverage import declined, running
from .evidence import Evidence
from .matching import Span

_NEAR = 60
"""Similarity (0 to 100) from which a candidate is shown as the one that a stale decision may be about."""
_NUMBERS = re.compile(r"([0-9.]+(?:e\+?[0-9]+)?)(?:-([0-9.]+(?:e\+?[0-9]+)?))?", re.ASCII)
_SHORT = ("fragment", "term")
"""Forms of quotation that are part of somebody else's sentence."""
_EVEN = str.maketrans("’‘‐‑–", "''---")


class Status(StrEnum):
    """What became of a candidate."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A candidate with its status; `users` are the global ids of the facts that accept it.

    Words cited in prose alone have no fact: then the user is the record's key.
    """

    candidate: Candidate
    status: Status
    users: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that is about no candidate, and the candidate most like it, where there is one."""

    decision: Decision
    nearest: Candidate | None


def reviewed(dossier: Dossier, evidence: Evidence, findings: Findings) -> Mapping[str, tuple[Reviewed, ...]]:
    """Tell what became of every candidate, by source id, in the order of the text.

    Sources whose text is not the one that was gone through are left out, and so are candidates in blocks
    declared duplicate or furniture.
    """
    cited: dict[str, list[tuple[Span, Cite]]] = {}
    for cite in dossier.citations:
        entry = evidence.verified(cite.citation)
        if entry is not None:
            cited.setdefault(entry.source, []).append((entry.span, cite))
    found = {}
    for id_, extracted in current(dossier, findings).items():
        is_declined = declined(findings.decisions[id_].rejected if id_ in findings.decisions else ())
        is_running = running(dossier.sources[id_])
        ordered = sorted(extracted.candidates, key=lambda c: (c.start, c.end, c.kind, c.rule))
        kept = [candidate for candidate in ordered if is_running(span_of(candidate))]
        found[id_] = tuple(
            _judged(candidate, _users(dossier, candidate, across), is_declined)
            for candidate, across in _overlapping(kept, cited.get(id_, ()))
        )
    return found


def stale(dossier: Dossier, findings: Findings) -> Mapping[str, tuple[Stale, ...]]:
    """Find the decisions that match no candidate of their source, by source id; only sources that have some."""
    found = {}
    for id_, extracted in current(dossier, findings).items():
        decisions = findings.decisions[id_].rejected if id_ in findings.decisions else ()
        left = {id(decision): decision for decision in decisions}
        matches = declined(decisions)
        for candidate in extracted.candidates:
            for decision in matches(candidate):
                left.pop(id(decision), None)
        if left:
            found[id_] = tuple(Stale(one, _nearest(one, extracted.candidates)) for one in left.values())
    return found


def current(dossier: Dossier, findings: Findings) -> dict[str, Extracted]:
    """Return what extraction found in the very texts that the sources describe, by source id."""
    return {
        id_: extracted
        for id_, extracted in sorted(findings.extracted.items())
        if id_ in dossier.sources and extracted.sha256 == dossier.sources[id_].text.sha256
    }


def span_of(candidate: Candidate) -> Span:
    """Return where a candidate stands."""
    return Span(candidate.start, candidate.end)


def bearers(dossier: Dossier, candidate: Candidate) -> list[Named]:
    """Return the actor or place that a name was taken to mean; both, where one id and spelling serves two."""
    folders: tuple[Mapping[str, Named], ...] = (dossier.actors, dossier.places)
    id_ = candidate.record or ""
    found = [folder[id_] for folder in folders if id_ in folder]
    spelt = [record for record in found if any(_same_spelling(name.value, candidate.exact) for name in record.names)]
    return spelt or found


def _judged(
    candidate: Candidate, users: tuple[str, ...], declines: Callable[[Candidate], Sequence[Decision]]
) -> Reviewed:
    if users:
        return Reviewed(candidate, Status.ACCEPTED, users)
    return Reviewed(candidate, Status.REJECTED if declines(candidate) else Status.OPEN)


def _overlapping(
    candidates: Iterable[Candidate], cited: Iterable[tuple[Span, Cite]]
) -> Iterator[tuple[Candidate, list[tuple[Span, Cite]]]]:
    """Give each candidate the citations that overlap it, in one walk along the text."""
    coming = sorted(cited, key=lambda pair: pair[0], reverse=True)
    here: list[tuple[Span, Cite]] = []
    for candidate in candidates:
        while coming and coming[-1][0].start < candidate.end:
            here.append(coming.pop())
        here = [pair for pair in here if pair[0].end > candidate.start]
        span = span_of(candidate)
        yield candidate, [pair for pair in here if pair[0].overlaps(span)]


def _users(dossier: Dossier, candidate: Candidate, across: list[tuple[Span, Cite]]) -> tuple[str, ...]:
    test = _TESTS.get(candidate.kind)
    users = [] if test is None else [cite.user for span, cite in across if test(candidate, span, cite)]
    if candidate.kind == "name":
        users += _spelt(dossier, candidate)
    return tuple(dict.fromkeys(users))


# A figure: the same number, in digits or in words, or words that are curated whole, the number among them.


def _accepts_figure(candidate: Candidate, span: Span, cite: Cite) -> bool:
    amount = cite.fact.amount if isinstance(cite.fact, Claim) else None
    if amount is None:
        return _holds(span, candidate) and _is_words(cite)
    if candidate.value is None:
        return amount.qualifier is Qualifier.VAGUE
    wanted = _numbers(candidate.value)
    stated = {Decimal(bound) for bound in (amount.low, amount.best, amount.high) if bound is not None}
    return bool(wanted) and wanted <= stated


def _numbers(value: str) -> set[Decimal]:
    match = _NUMBERS.fullmatch(value)
    try:
        return set() if match is None else {Decimal(part) for part in match.groups() if part}
    except ArithmeticError:
        return set()


def _is_words(cite: Cite) -> bool:
    """Tell whether a citation carries words as they are: of a quote, in prose, or of a claim whose value is text."""
    fact = cite.fact
    return fact is None or isinstance(fact, Passage) or (isinstance(fact, Claim) and fact.row.value is Value.TEXT)


def _holds(span: Span, candidate: Candidate) -> bool:
    return span.start <= candidate.start and candidate.end <= span.end


# A date: a fact that says when, and the same; of an unresolved one the fact alone knows which day it is.


def _accepts_date(candidate: Candidate, _: Span, cite: Cite) -> bool:
    wanted = _date(candidate.value)
    stated = _dates(cite)
    if wanted is None:
        return isinstance(cite.fact, Claim) and cite.fact.date is not None
    return any(dates.overlap(wanted, date) for date in stated)


def _date(text: str | None) -> dates.Date | None:
    try:
        return None if text is None else dates.parse(text)
    except ValueError:
        return None


def _dates(cite: Cite) -> Iterator[dates.Date]:
    fact, record = cite.fact, cite.record
    if isinstance(fact, Claim) and fact.date is not None:
        yield fact.date
    if isinstance(fact, (Claim, Name)) and fact.as_of is not None:
        yield dates.parse(fact.as_of)
    if fact is not None and isinstance(record, Quote) and record.said is not None:
        yield dates.parse(record.said)


# A quotation: a rendering of the same speaker's words, or a claim that rests on a part of them.


def _accepts_quote(candidate: Candidate, span: Span, cite: Cite) -> bool:
    if isinstance(cite.fact, Passage):
        return isinstance(cite.record, Quote) and candidate.record in (None, cite.record.speaker)
    if not isinstance(cite.fact, Claim):
        return False
    inside = candidate.start <= span.start and span.end <= candidate.end
    return inside or (candidate.form in _SHORT and _holds(span, candidate) and _is_words(cite))


# A name: a spelling that its bearer has; of an unknown one, words that are cited for a name.


def _accepts_name(candidate: Candidate, _: Span, cite: Cite) -> bool:
    return isinstance(cite.fact, Name) and candidate.record in (None, cite.record.id)


def _spelt(dossier: Dossier, candidate: Candidate) -> Iterator[str]:
    for record in bearers(dossier, candidate) if candidate.record is not None else ():
        for name in record.names:
            if _same_spelling(name.value, candidate.exact):
                yield f"{record.key}#{name.id}"


def _same_spelling(name: str, exact: str) -> bool:
    """Compare two spellings, one apostrophe and one hyphen for all, as extraction does."""
    return "".join(name.split()).translate(_EVEN) == "".join(exact.split()).translate(_EVEN)


_TESTS: Mapping[str, Callable[[Candidate, Span, Cite], bool]] = {
    "figure": _accepts_figure,
    "date": _accepts_date,
    "quote": _accepts_quote,
    "name": _accepts_name,
}
"""Whether a citation that overlaps a candidate accepts it, by the candidate's kind."""


def _nearest(decision: Decision, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate whose words are most like a decision's, those of its own kind first."""
    for some in ([c for c in candidates if c.kind == decision.kind], candidates):
        words = [" ".join(candidate.exact.split()) for candidate in some]
        best = process.extractOne(" ".join(decision.exact.split()), words, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if best is not None:
            return some[best[2]]
    return None
