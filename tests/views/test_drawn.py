"""What pictures are given: dates once, numbers by property, places with events, ties with their claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build import strings
from generator.evidence.evidence import Evidence
from generator.folders import Folders
from generator.model.records import Event
from generator.reading import files
from generator.views import joins, pictures, relations
from generator.views.sheet import Sheet

ENGLISH, _ = strings(Folders.below(Path("nowhere")))
PAPER = f"""
type: article-newspaper
text: {{file: paper.txt, sha256: {"0" * 64}, chars: 1}}
"""
PARTY = """
kind: public-body
names: [{{id: n1, value: {}, use: preferred, cite: [{{source: paper, exact: the Board said}}]}}]
"""
HARBOUR = """
names: [{id: n1, value: Orlin, use: preferred, cite: [{source: paper, exact: at Orlin}]}]
location: {lat: 1.5, lon: 2.5, precision: locality}
"""
COAST = "names: [{id: n1, value: The coast, use: preferred, cite: [{source: paper, exact: crossed}]}]"
MAYOR = """
kind: person
names: [{id: n1, value: Mayor, use: preferred, cite: [{source: paper, exact: she left}]}]
claims:
  - {id: c1, property: role, value: head, of: board, asserted_by: outlet, cite: [{source: paper, exact: Board said}]}
  - {id: c2, property: member_of, value: mayor, asserted_by: outlet, cite: [{source: paper, exact: Board said}]}
  - {id: c3, property: designation, value: a danger, of: voss, asserted_by: outlet,
     cite: [{source: paper, exact: Board said}]}
  - {id: c4, property: member_of, value: voss, asserted_by: outlet, rank: deprecated, reason: withdrawn,
     cite: [{source: paper, exact: Board said}]}
"""
FIRE = """
title: Fire
type: attack
claims:
  - {id: c1, property: occurred, value: 2021-06-04, asserted_by: outlet, cite: [{source: paper, exact: on 4 June 2021}]}
  - {id: c2, property: occurred, value: 2021-06-04, asserted_by: board, cite: [{source: paper, exact: on 4 June 2021}]}
  - {id: c3, property: occurred, value: 2021-06, asserted_by: voss, cite: [{source: paper, exact: "4 June 2021, the"}]}
  - {id: c4, property: location, value: orlin, asserted_by: board, cite: [{source: paper, exact: burned at Orlin on}]}
  - {id: c5, property: attacker, value: voss, asserted_by: board, cite: [{source: paper, exact: said Mara Voss}]}
  - {id: c6, property: target, value: board, asserted_by: board, cite: [{source: paper, exact: the Harbour Board said}]}
  - {id: c7, property: injured, value: 25 to 30, asserted_by: board, cite: [{source: paper, exact: twenty-five}]}
  - {id: c8, property: sites, value: two, asserted_by: board, cite: [{source: paper, exact: Two ferries}]}
  - {id: c9, property: sites, value: several, asserted_by: voss, cite: [{source: paper, exact: Several lamps}]}
"""


@pytest.fixture
def sheet(write: Callable[[Mapping[str, str]], Path]) -> Sheet:
    records = {"places/orlin": HARBOUR, "places/coast": COAST, "actors/mayor": MAYOR, "events/fire": FIRE}
    records |= {
        "sources/paper": PAPER,
        "actors/board": PARTY.format("Harbour Board"),
        "actors/voss": PARTY.format("Voss"),
    }
    root = write({f"content/{key}.yml": text for key, text in records.items()})
    dossier, problems = files.read(root / "content", root)
    assert problems == []
    return Sheet(dossier, Evidence(dossier, {}, {}), ENGLISH)


def fire(sheet: Sheet) -> Event:
    return sheet.dossier.events["fire"]


def test_each_date_is_drawn_once_the_most_exact_first(sheet: Sheet) -> None:
    shown = pictures.happening(sheet, fire(sheet))
    assert [span.text for span in shown.spans] == ["4 June 2021", "June 2021"]
    assert [span.day for span in shown.spans] == [True, False]
    assert [fact.id for fact in shown.facts] == [span.id for span in shown.spans]


def test_what_is_drawn_without_facts_sets_no_footnote(sheet: Sheet) -> None:
    assert pictures.happening(sheet, fire(sheet), facts=False).facts == ()
    assert sheet.footnotes == ()


def test_numbers_are_grouped_by_property(sheet: Sheet) -> None:
    groups = pictures.counted(sheet, fire(sheet), pictures.COUNTED)
    assert [(group.label, [row.fact.text for row in group.rows]) for group in groups] == [
        ("Injured", ["25 to 30"]),
        ("Sites struck", ["two", "several"]),
    ]
    assert [group.label for group in pictures.counted(sheet, fire(sheet), pictures.COUNTED, least=2)] == [
        "Sites struck"
    ]


def test_a_place_comes_with_its_events_and_one_without_coordinates_is_told(sheet: Sheet) -> None:
    (spot,) = [spot for spot in pictures.event_spots(sheet, joins.events_in_order(sheet.dossier)) if spot.main]
    assert (spot.link.label, spot.at, [event.label for event, _ in spot.events]) == ("Orlin", (2.5, 1.5), ["Fire"])
    assert [spot.at for spot in pictures.place_spots(sheet, ["coast", "orlin"])] == [None, (2.5, 1.5)]


def test_ties_go_from_who_is_or_does_to_whom(sheet: Sheet) -> None:
    found = [(tie.start.key, tie.kind, tie.label, tie.end.key) for tie in relations.ties(sheet)]
    assert found == [
        ("actors/mayor", "belongs", "Role", "actors/board"),
        ("actors/voss", "belongs", "Designation", "actors/mayor"),
        ("actors/voss", "acted", "attack", "actors/board"),
    ]


def test_a_tie_names_the_claims_it_rests_on(sheet: Sheet) -> None:
    (tie,) = [tie for tie in relations.ties(sheet) if tie.kind == "acted"]
    assert [fact.id for fact in tie.facts] == ["events/fire#c5", "events/fire#c6"]
    assert [event.key for event in tie.events] == ["events/fire"]


def test_the_ties_of_one_actor_are_those_it_is_in(sheet: Sheet) -> None:
    mayor = sheet.dossier.actors["mayor"]
    assert [tie.label for tie in relations.ties(sheet, mayor)] == ["Role", "Designation"]
