"""What an event is found by, what a list offers to choose from, and under which month a date stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import dates
from generator.build import Folders, strings
from generator.evidence.evidence import Evidence
from generator.reading import files
from generator.views import filters
from generator.views.data import Tag
from generator.views.days import began
from generator.views.filters import Choice
from generator.views.sheet import Sheet

ENGLISH, _ = strings(Folders.below(Path("nowhere")))
CITE = "asserted_by: outlet, cite: [{source: paper, exact: words}]"
PAPER = f"type: article-newspaper\ntext: {{file: paper.txt, sha256: {'0' * 64}, chars: 1}}\n"
PARTY = "kind: public-body\nnames: [{id: n1, value: Board, use: preferred, cite: [{source: paper, exact: words}]}]\n"


def place(name: str, within: str = "", located: bool = True) -> str:
    lines = [f"names: [{{id: n1, value: {name}, use: preferred, cite: [{{source: paper, exact: words}}]}}]"]
    lines += ["location: {lat: 1.5, lon: 2.5, precision: admin1}"] * located
    lines += [f"claims: [{{id: c1, property: located_in, value: {within}, {CITE}}}]"] * bool(within)
    return "\n".join(lines) + "\n"


FIRE = f"""
title: Fire
type: attack
claims:
  - {{id: c1, property: occurred, value: 2021-06-04T10:00, {CITE}}}
  - {{id: c2, property: occurred, value: 2021-06~, {CITE}}}
  - {{id: c3, property: occurred, value: 2021-07/.., {CITE}}}
  - {{id: c4, property: occurred, value: 1999, rank: deprecated, reason: withdrawn, {CITE}}}
  - {{id: c5, property: location, value: orlin, {CITE}}}
  - {{id: c6, property: target, value: board, {CITE}}}
  - {{id: c7, property: attacker, value: board, {CITE}}}
disputes: [{{id: d1, kind: dating, real: false, claims: [c1, c3], reason: each says so}}]
"""


@pytest.fixture
def sheet(write: Callable[[Mapping[str, str]], Path]) -> Sheet:
    records = {
        "sources/paper": PAPER,
        "actors/board": PARTY,
        "places/orlin": place("Orlin", "coast"),
        "places/coast": place("The coast", "orlin"),
        "places/moor": place("Moor", located=False),
        "events/fire": FIRE,
    }
    root = write({f"content/{key}.yml": text for key, text in records.items()})
    dossier, problems = files.read(root / "content", root)
    assert problems == []
    return Sheet(dossier, Evidence(dossier, {}, {}), ENGLISH)


def test_an_event_is_found_by_all_its_days_places_and_actors(sheet: Sheet) -> None:
    found = filters.event(sheet.dossier, sheet.dossier.events["fire"])
    assert dict(found.values) == {"kind": ("attack",), "place": ("orlin", "coast"), "actor": ("board",)}
    assert found.days == ("2021-06-04/2021-06-04", "2021-06-01/2021-06-30", "2021-07-01/..")
    assert not found.disputed


def test_a_list_offers_what_occurs_in_it_and_counts_it(sheet: Sheet) -> None:
    fire = filters.event(sheet.dossier, sheet.dossier.events["fire"])
    form = filters.events(sheet, [fire, fire])
    assert [(found.name, found.choices) for found in form.filters] == [
        ("kind", (Choice("attack", "attack", 2),)),
        ("place", (Choice("orlin", "Orlin", 2), Choice("coast", "The coast", 2))),
        ("actor", (Choice("board", "Board", 2),)),
    ]
    assert form.total == 2
    assert filters.events(sheet, []) == filters.Form((), 0)


def test_a_tag_is_what_the_list_is_narrowed_by(sheet: Sheet) -> None:
    records = sheet.dossier
    assert filters.tag(sheet, records.actors["board"]) == Tag("actors", "kind", "public-body", "public body")
    assert filters.tag(sheet, records.events["fire"]) == Tag("events", "kind", "attack", "attack")
    orlin = Tag("places", "precision", "admin1", "somewhere in this province")
    assert filters.tag(sheet, records.places["orlin"]) == orlin
    assert filters.tag(sheet, records.places["moor"]) is None


@pytest.mark.parametrize(
    ("date", "group"),
    [
        ("2021-06-04T10:00+03:00", ("2021-06", "June 2021")),
        ("2021-06~", ("2021-06", "June 2021")),
        ("2021-W22", ("2021-05", "May 2021")),
        ("2021", ("2021", "2021")),
        ("2020/2021-05", ("2020", "2020")),
        ("2020-03-04/..", ("2020-03", "March 2020")),
        ("../2021-05", ("until-2021-05-31", "until May 2021")),
    ],
)
def test_a_date_stands_under_the_month_it_begins_in(date: str, group: tuple[str, str]) -> None:
    assert began(dates.parse(date), ENGLISH) == group
