"""How much of a text the curated facts account for, in sentences and candidates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.evidence.coverage import Coverage, coverage
from generator.evidence.evidence import Evidence
from generator.model.extracted import Candidate, Decision, Findings

from .dossiers import FURNITURE, PAPER, candidate, decision, event, evidence, findings

TITLE = "Ferries stop at Orlin"
BURNED = (
    "Two ferries burned at Orlin on 4 June 2021, the Harbour Board said, and twenty-five to thirty people were hurt."
)
LAMPS = "Several lamps were out."
CROSSED = "About 1,500 people crossed in May, the Board said."
ADVERTISED = "Advertisement: 40 lamps for Orlin"


def counted(
    found: Evidence, candidates: Sequence[Candidate], *decisions: Decision, sentences: Sequence[str] = ()
) -> Coverage:
    """The coverage of the one source."""
    return coverage(found.dossier, found, findings(candidates, *decisions, sentences=sentences))["paper"]


def gaps(found: Coverage) -> list[tuple[str, bool, list[str]]]:
    """The words of each sentence that is not covered, whether nothing cites it, and what in it is left."""
    return [
        (PAPER[gap.span.start : gap.span.end], gap.uncited, [left.exact for left in gap.candidates])
        for gap in found.gaps
    ]


def test_a_sentence_is_covered_when_it_is_cited_and_so_is_all_in_it(tmp_path: Path) -> None:
    two, day = candidate("figure", "Two", value="2"), candidate("date", "4 June 2021")
    some = evidence(tmp_path, events__fire=event("property: strikes, value: two | Two ferries burned"))
    found = counted(some, [two, day], sentences=[BURNED])
    assert (found.sentences, found.covered, gaps(found)) == (1, 0, [(BURNED, False, ["4 June 2021"])])
    assert found.candidates == {"figure": (1, 1), "date": (0, 1), "quote": (0, 0)}
    claims = ("property: strikes, value: two | Two ferries burned", "property: occurred, value: 2021-06-04 | June 2021")
    found = counted(evidence(tmp_path, events__fire=event(*claims)), [two, day], sentences=[BURNED])
    assert (found.sentences, found.covered, gaps(found)) == (1, 1, [])
    assert found.candidates == {"figure": (1, 1), "date": (1, 1), "quote": (0, 0)}


def test_a_sentence_that_nothing_cites_is_a_gap_though_it_has_no_candidate(tmp_path: Path) -> None:
    found = counted(evidence(tmp_path), [], sentences=[BURNED, LAMPS])
    assert gaps(found) == [(LAMPS, True, [])]
    assert found.covered == 1


def test_a_quotation_that_goes_over_sentences_is_left_in_each_that_it_touches(tmp_path: Path) -> None:
    long, number = candidate("quote", "lamps were out. About 1,500 people"), candidate("figure", "1,500")
    found = counted(evidence(tmp_path), [number, long], sentences=[CROSSED, BURNED, LAMPS])
    assert gaps(found) == [(LAMPS, True, [long.exact]), (CROSSED, True, ["1,500", long.exact])]


def test_names_are_not_counted(tmp_path: Path) -> None:
    found = counted(evidence(tmp_path), [candidate("name", "Orlin", 1)], sentences=[BURNED])
    assert gaps(found) == []
    assert set(found.candidates) == {"figure", "date", "quote"}


def test_a_declared_block_covers_its_sentences(tmp_path: Path) -> None:
    found = counted(evidence(tmp_path), [], sentences=[TITLE, ADVERTISED])
    assert gaps(found) == []


def test_numbers_in_furniture_and_in_repeated_text_are_not_counted(tmp_path: Path) -> None:
    apart = [
        candidate("figure", "40"),
        candidate("figure", "Two", 1),
        candidate("date", "4 June 2021", 1),
    ]
    assert apart[0].start > FURNITURE
    found = counted(evidence(tmp_path), apart, sentences=[ADVERTISED])
    assert gaps(found) == []
    assert set(found.candidates.values()) == {(0, 0)}


def test_a_number_in_a_title_is_counted(tmp_path: Path) -> None:
    found = counted(evidence(tmp_path), [candidate("figure", "Ferries")], sentences=[TITLE])
    assert gaps(found) == [(TITLE, False, ["Ferries"])]


def test_a_candidate_that_runs_over_two_sentences_is_left_in_both(tmp_path: Path) -> None:
    both = candidate("quote", "out. About 1,500")
    found = counted(evidence(tmp_path), [both], sentences=[LAMPS, CROSSED])
    assert [left for _, _, left in gaps(found)] == [[both.exact], [both.exact]]


MANY = candidate("figure", "Several", prefix="On Sunday\nshe left.", suffix="lamps were")


@pytest.mark.parametrize(
    ("one", "declined"),
    [
        (decision("figure", "Several"), True),
        (decision("figure", " Several "), True),
        (decision("figure", "Several", prefix="On Sunday she left."), True),
        (decision("figure", "Several", suffix="lamps were"), True),
        (decision("figure", "Several", prefix="On Sunday she left.", suffix="lamps are"), False),
        (decision("figure", "Several", prefix="she left."), False),
        (decision("figure", "Several lamps"), False),
        (decision("date", "Several"), False),
    ],
)
def test_a_decision_declines_a_candidate_but_cites_no_sentence(tmp_path: Path, one: Decision, declined: bool) -> None:
    found = counted(evidence(tmp_path), [MANY], one, sentences=[LAMPS])
    assert found.candidates["figure"] == (int(declined), 1)
    assert gaps(found) == [(LAMPS, True, [] if declined else ["Several"])]


def test_a_decision_with_context_declines_one_of_two_with_the_same_words(tmp_path: Path) -> None:
    first = candidate("date", "4 June 2021", prefix="at Orlin on", suffix=", the Harbour Board")
    other = candidate("date", "May", prefix="crossed in", suffix=", the Board said.")
    again = other.model_copy(update={"exact": "4 June 2021"})
    found = counted(evidence(tmp_path), [first, again], decision("date", "4 June 2021", suffix=", the Board said."))
    assert found.candidates["date"] == (1, 2)


def test_a_decision_without_context_declines_all_with_its_words(tmp_path: Path) -> None:
    out = candidate("date", "May")
    found = counted(evidence(tmp_path), [out, out.model_copy(update={"start": 0, "end": 3})], decision("date", "May"))
    assert found.candidates["date"] == (2, 2)


def test_a_source_counts_only_when_its_very_text_was_gone_through(tmp_path: Path) -> None:
    found = evidence(tmp_path)
    assert coverage(found.dossier, found, Findings()) == {}
    assert coverage(found.dossier, found, findings([], sha256="0" * 64)) == {}
    unknown = Findings({"unknown": findings([]).extracted["paper"]})
    assert coverage(found.dossier, found, unknown) == {}


def test_words_that_are_not_verified_cover_nothing(tmp_path: Path) -> None:
    found = evidence(tmp_path)
    bare = Evidence(found.dossier)
    assert gaps(counted(bare, [], sentences=[BURNED])) == [(BURNED, True, [])]
