"""How much of a source the curated facts account for, sentence by sentence.

A sentence is covered when a citation or a declared block overlaps it, and every number, date and quotation in it
is cited or was declined by a person with a reason. Only offsets are needed, so it can be counted without the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..model.dossier import Dossier
from ..model.extracted import Candidate, Decision, Extracted, Findings
from ..model.records import Source
from ..model.vocabulary import BlockKind
from .evidence import Evidence
from .matching import Span

COUNTED = ("figure", "date", "quote")
"""Candidates of which each must be cited or declined."""
APART = (BlockKind.DUPLICATE, BlockKind.FURNITURE)
"""Blocks whose numbers and quotations are not the article's, or stand in it before."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that is not covered: whether nothing cites it, and which candidates in it are unaccounted for."""

    span: Span
    uncited: bool
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The count for one source: sentences, and candidates by kind as (accounted for, all)."""

    sentences: int
    gaps: tuple[Gap, ...]
    candidates: Mapping[str, tuple[int, int]]

    @property
    def covered(self) -> int:
        """How many sentences are covered."""
        return self.sentences - len(self.gaps)


def coverage(dossier: Dossier, evidence: Evidence, findings: Findings) -> Mapping[str, Coverage]:
    """Count the coverage of each source that extraction has been through, by source id."""
    cited: dict[str, list[Span]] = {}
    for cite in dossier.citations:
        entry = evidence.verified(cite.citation)
        if entry is not None:
            cited.setdefault(entry.source, []).append(entry.span)
    found = {}
    for id_, extracted in sorted(findings.extracted.items()):
        source = dossier.sources.get(id_)
        if source is not None and extracted.sha256 == source.text.sha256:
            decisions = findings.decisions[id_].rejected if id_ in findings.decisions else ()
            found[id_] = _count(source, extracted, cited.get(id_, []), decisions)
    return found


def _count(source: Source, extracted: Extracted, cited: Sequence[Span], decisions: Sequence[Decision]) -> Coverage:
    counts_here, is_declined = running(source), declined(decisions)
    blocks = _Spans([Span(b.start, b.end) for b in source.blocks])
    citations = _Spans(cited)
    tally = {kind: [0, 0] for kind in COUNTED}
    open_: list[tuple[Span, Candidate]] = []
    for candidate in extracted.candidates:
        span = Span(candidate.start, candidate.end)
        if candidate.kind not in tally or not counts_here(span):
            continue
        done = citations.touch(span) or bool(is_declined(candidate))
        tally[candidate.kind][1] += 1
        tally[candidate.kind][0] += done
        if not done:
            open_.append((span, candidate))
    sentences = sorted(Span(sentence.start, sentence.end) for sentence in extracted.sentences)
    inside = _sort_in(open_, sentences)
    gaps = []
    for at, span in enumerate(sentences):
        uncited = not citations.touch(span) and not blocks.touch(span)
        if uncited or inside[at]:
            gaps.append(Gap(span, uncited, tuple(inside[at])))
    counts = {kind: (done, whole) for kind, (done, whole) in tally.items()}
    return Coverage(len(extracted.sentences), tuple(gaps), counts)


def _sort_in(found: Sequence[tuple[Span, Candidate]], sentences: Sequence[Span]) -> list[list[Candidate]]:
    """Give each candidate to every sentence that it shares a code point with; sentences stand one after the other."""
    ends = [sentence.end for sentence in sentences]
    inside: list[list[Candidate]] = [[] for _ in sentences]
    for span, candidate in found:
        at = bisect_left(ends, span.start + 1)
        while at < len(sentences) and sentences[at].start < span.end:
            inside[at].append(candidate)
            at += 1
    return inside


def running(source: Source) -> Callable[[Span], bool]:
    """Return a test of whether a span stands in the article itself, outside its furniture and what it repeats."""
    apart = _Spans([Span(b.start, b.end) for b in source.blocks if b.kind in APART])
    return lambda span: not apart.touch(span)


def declines(decision: Decision, candidate: Candidate) -> bool:
    """Tell whether a decision is about a candidate: the same words, and the same words around them where given."""
    return (
        decision.kind == candidate.kind
        and decision.exact.split() == candidate.exact.split()
        and _fits(decision.prefix, candidate.prefix)
        and _fits(decision.suffix, candidate.suffix)
    )


def declined(decisions: Sequence[Decision]) -> Callable[[Candidate], Sequence[Decision]]:
    """Return a function that finds the decisions about a candidate, however many there are of either."""
    by_words: dict[tuple[str, ...], list[Decision]] = {}
    for decision in decisions:
        by_words.setdefault((decision.kind, *decision.exact.split()), []).append(decision)

    def find(candidate: Candidate) -> list[Decision]:
        alike = by_words.get((candidate.kind, *candidate.exact.split()), ())
        return [decision for decision in alike if declines(decision, candidate)]

    return find


def _fits(wanted: str | None, there: str | None) -> bool:
    return wanted is None or wanted.split() == (there or "").split()


class _Spans:
    """Spans to ask for an overlap, in logarithmic time once they are joined."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            if self.ends and span.start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def touch(self, span: Span) -> bool:
        """Tell whether any of the spans shares a code point with this one."""
        at = bisect_left(self.ends, span.start + 1)
        return at < len(self.starts) and self.starts[at] < span.end
