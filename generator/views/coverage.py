"""The coverage page: how much of each source the facts account for, in counts and span numbers only."""

from __future__ import annotations

from dataclasses import dataclass

from ..evidence.coverage import Coverage, Gap, coverage
from ..model.extracted import Findings
from ..strings import Strings
from .candidates import Extracts, Tally, tallies
from .data import Link
from .sheet import Sheet

KINDS = ("figure", "date", "quote")
"""The kinds of candidate that are counted."""


@dataclass(frozen=True, slots=True)
class GapView:
    """A sentence that is not covered, by its offsets, and why not."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The count for one source; shares are whole percentages, rounded down so that 100 means all."""

    source: Link
    covered: int
    sentences: int
    share: int
    candidates: tuple[tuple[str, int, int], ...]
    gaps: tuple[GapView, ...]


@dataclass(frozen=True, slots=True)
class ReviewedView:
    """What became of one source's candidates, kind by kind."""

    source: Link
    tallies: tuple[Tally, ...]


def view(sheet: Sheet, findings: Findings, extracts: Extracts) -> dict[str, object]:
    """Show the coverage of every source, those without extraction included."""
    found = coverage(sheet.dossier, sheet.evidence, findings)
    shown = tuple(_shown(sheet, id_, one) for id_, one in found.items())
    absent = tuple(sheet.source(id_) for id_ in sorted(sheet.dossier.sources) if id_ not in found)
    reviewed = tuple(ReviewedView(sheet.source(id_), tallies(one)) for id_, one in extracts.reviewed.items())
    return {"sources": shown, "absent": absent, "reviewed": reviewed}


def _shown(sheet: Sheet, id_: str, found: Coverage) -> CoverageView:
    return CoverageView(
        source=sheet.source(id_),
        covered=found.covered,
        sentences=found.sentences,
        share=100 * found.covered // found.sentences if found.sentences else 100,
        candidates=tuple((kind, done, whole) for kind, (done, whole) in found.candidates.items()),
        gaps=tuple(GapView(gap.span.start, gap.span.end, why(gap, sheet.t)) for gap in found.gaps),
    )


def why(gap: Gap, t: Strings) -> str:
    """Say why a sentence is not covered, without its words."""
    reasons = [t("coverage_gap.uncited")] if gap.uncited else []
    for kind in KINDS:
        count = sum(candidate.kind == kind for candidate in gap.candidates)
        if count:
            reasons.append(t(f"coverage_gap.{kind}", n=count))
    return ", ".join(reasons)
