"""What pages show of candidates: which, in what words, with which ids and links."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.build import strings
from generator.checks.rule import Case
from generator.evidence.candidates import reviewed
from generator.folders import Folders, read
from generator.model.extracted import Candidate, Decision, Decisions, Extracted, Findings
from generator.views import candidates, dossier
from generator.views.candidates import ExtractedView, Extracts, Spot
from generator.views.data import Link
from generator.views.pages import View
from generator.views.sheet import Sheet

GAZETTE = "gazette-2021-03-12"
ENGLISH, _ = strings(Folders.below(Path("nowhere")))
COURIER = "untitled-hundreds-of-dockers"


def case(small: Path, *more: Candidate, only: bool = False, rejected: tuple[Decision, ...] = ()) -> Case:
    """The small dossier with more candidates in the first article, or with only these, and these decisions."""
    found, problems = read(Folders.below(small))
    assert problems == []
    old = found.findings.extracted[GAZETTE]
    kept = () if only else old.candidates
    new = Extracted(sha256=old.sha256, chars=old.chars, sentences=old.sentences, candidates=(*kept, *more))
    extracted = {**found.findings.extracted, GAZETTE: new}
    findings = Findings(extracted, {GAZETTE: Decisions(rejected=rejected)})
    return Case(found.dossier, found.evidence, findings=findings)


def views(found: Case) -> dict[str, View]:
    return {view.key: view for view in dossier.views(found.dossier, found.evidence, found.findings, ENGLISH)}


def extracted(found: Case) -> ExtractedView:
    """What the first article's page shows."""
    view = views(found)[f"sources/{GAZETTE}"].data["extracted"]
    assert isinstance(view, ExtractedView)
    return view


def made(kind: str, exact: str, start: int = 0, **more: str) -> Candidate:
    return Candidate(kind=kind, start=start, end=start + len(exact), exact=exact, rule="test", confidence=70, **more)


def test_a_source_shows_what_is_open_and_counts_the_rest(small: Path) -> None:
    found = extracted(case(small, rejected=(Decision(kind="figure", exact="Two", reason="No."),)))
    assert (found.accepted, found.rejected, len(found.open)) == (16, 0, 1)
    (friday,) = found.open
    assert (friday.kind, friday.exact, friday.made) == ("date", "Friday", "12 March 2021")
    assert (friday.record, friday.rule, friday.confidence) == (None, "weekday", 85)
    assert friday.spot == Spot(376, 382, "span-376-382")
    again = extracted(case(small, rejected=(Decision(kind="date", exact="Friday", reason="A caption."),)))
    assert (again.accepted, again.rejected, again.open) == (16, 1, ())


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (made("figure", "around 3 tons", value="3", qualifier="~", unit="ton", counted="of sand"), "about 3 ton"),
        (made("figure", "4 to 5", value="4-5", qualifier="range"), "4-5"),
        (made("figure", "dozens", qualifier="vague"), "no number"),
        (made("date", "dawn"), "which day is not resolved"),
        (made("date", "autumn", value="2021-FA"), "2021-FA"),
        (made("quote", "so\nlate", form="fragment", speaker="the mate"), "fragment, speaker: the mate"),
        (made("quote", "so late"), "speaker: nobody found"),
        (made("name", "Quill", value="Ada Quill", form="person"), "person, short for Ada Quill"),
        (made("name", "Ada\nQuill", value="Ada Quill", form="unknown"), ""),
    ],
)
def test_what_was_made_of_a_candidate_is_said(small: Path, one: Candidate, said: str) -> None:
    (shown,) = extracted(case(small, one, only=True)).open
    assert (shown.made, shown.exact) == (said, " ".join(one.exact.split()))


def test_an_open_candidate_links_the_record_it_was_taken_to_mean(small: Path) -> None:
    name, quote = made("name", "Brandt", record="ivo-brandt"), made("quote", "at dawn", 30, record="coast-guard")
    strange = made("figure", "drones", 60, record="gone")
    shown = extracted(case(small, name, quote, strange, only=True)).open
    assert [one.record for one in shown] == [
        Link("actors/ivo-brandt", "Ivo Brandt"),
        Link("actors/coast-guard", "Coast Guard"),
        None,
    ]


def test_many_open_candidates_are_folded_away(small: Path) -> None:
    many = [made("date", "x", start) for start in range(candidates.MOST_SHOWN + 1)]
    assert not extracted(case(small, *many[1:], only=True)).folded
    assert extracted(case(small, *many, only=True)).folded


def test_no_id_is_given_twice_nor_one_that_the_page_has(small: Path) -> None:
    cited = made("date", "Two drones struck the harbour of Lumo", 52)
    brandt = made("name", "Brandt", 306, record="ivo-brandt")
    same = made("figure", "Brandt", 306)
    page = views(case(small, cited, brandt, same))[f"sources/{GAZETTE}"]
    view = page.data["extracted"]
    spots = [one.spot for one in view.open]
    spots += [spot for name in view.names for _, inside in name.spellings for spot in inside]
    assert {(52, 89), (306, 312)} <= {(spot.start, spot.end) for spot in spots}
    ids = [*(entry.id for entry in page.data["entries"]), *(spot.id for spot in spots if spot.id)]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    assert {f"span-{spot.start}-{spot.end}" for spot in spots} <= set(ids)


def test_names_are_listed_by_record_and_spelling(small: Path) -> None:
    found = extracted(case(small))
    assert [(name.record.label, [words for words, _ in name.spellings]) for name in found.names] == [
        ("Coast Guard", ["Coast Guard"]),
        ("Dockers’ Union", ["Dockers’ Union"]),
        ("Ivo Brandt", ["Ivo Brandt"]),
        ("Lumo", ["Lumo"]),
    ]
    assert [spot.start for spot in found.names[3].spellings[0][1]] == [11, 85, 360, 429]


def test_an_actor_and_a_place_show_where_they_are_mentioned(small: Path) -> None:
    pages = views(case(small))
    (gazette, courier) = pages["actors/ivo-brandt"].data["mentions"]
    assert gazette.source == Link(f"sources/{GAZETTE}", "The Lumo Gazette", "Drones hit Lumo harbour")
    assert gazette.spellings == (("Ivo Brandt", (Link(f"sources/{GAZETTE}#span-302-312", "302"),)),)
    assert [words for words, _ in courier.spellings] == ["Commander Ivo Brandt"]
    (only,) = pages["places/kesh-coast"].data["mentions"]
    assert only.spellings == (("Kesh coast", (Link(f"sources/{COURIER}#span-121-131", "121"),)),)


def test_a_speaker_is_no_mention(small: Path) -> None:
    pages = views(case(small, made("quote", "too late", 280, record="sea-wire"), only=True))
    assert {one.source.key for one in pages["actors/sea-wire"].data["mentions"]} == {f"sources/{COURIER}"}


def test_the_coverage_page_counts_by_source_and_kind(small: Path) -> None:
    more = made("name", "Quill", 31)
    rejected = (Decision(kind="date", exact="Friday", reason="A caption."),)
    (gazette, courier) = views(case(small, more, rejected=rejected))["coverage"].data["reviewed"]
    assert gazette.source.label == "The Lumo Gazette"
    assert [(t.kind, t.accepted, t.rejected, t.open) for t in gazette.tallies] == [
        ("figure", 4, 0, 0),
        ("date", 1, 1, 0),
        ("quote", 1, 0, 0),
        ("name", 10, 0, 1),
    ]
    assert [(t.accepted, t.rejected, t.open) for t in courier.tallies] == [(3, 0, 0), (1, 0, 1), (1, 0, 0), (7, 0, 0)]


def test_without_extraction_nothing_is_shown(small: Path) -> None:
    found = case(small)
    bare = views(Case(found.dossier, found.evidence))
    assert bare[f"sources/{GAZETTE}"].data["extracted"] is None
    assert bare["actors/ivo-brandt"].data["mentions"] == ()
    assert bare["coverage"].data["reviewed"] == ()
    sheet = Sheet(found.dossier, found.evidence, ENGLISH)
    assert candidates.of_source(sheet, GAZETTE, Extracts(), ()) is None


def test_extracts_name_a_record_by_its_key(small: Path) -> None:
    found = case(small)
    gathered = candidates.extracts(found.dossier, reviewed(found.dossier, found.evidence, found.findings))
    assert set(gathered.naming) == {
        "actors/coast-guard",
        "actors/dockers-union",
        "actors/ivo-brandt",
        "actors/sea-wire",
        "places/kesh-coast",
        "places/lumo",
    }
