"""The home page of a large dossier: what would be too much for one look is shortened, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import strings
from generator.folders import Folders, read
from generator.views import lists, relations
from generator.views.pages import View

SMALL = Folders.below(Path(__file__).parents[1] / "dossiers" / "small")
ENGLISH, _ = strings(SMALL)


def glance() -> View:
    case, _ = read(SMALL)
    return lists.glance(case.dossier, case.evidence, ENGLISH)


def test_a_small_dossier_is_shown_whole() -> None:
    shown = glance().data
    assert shown["happenings"]
    assert not shown["lanes"]
    assert shown["figures"]
    assert shown["shortened"] == {"actors": False, "figures": False}


def test_of_a_large_one_events_are_marks_actors_the_most_tied_and_numbers_a_link(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "MOST", 0)
    shown = glance().data
    assert not shown["happenings"]
    assert {one.link.key for one in shown["lanes"]} == {f"events/{id_}" for id_ in read(SMALL)[0].dossier.events}
    assert not [one for one in shown["lanes"] if one.facts]
    assert (shown["figures"], shown["casualties"]) == ((), ())
    assert shown["shortened"] == {"actors": True, "figures": True}


def test_actors_are_ordered_by_how_many_others_they_are_tied_to(monkeypatch: pytest.MonkeyPatch) -> None:
    case, _ = read(SMALL)
    order = relations.tied(case.dossier)
    assert glance().data["ties"]
    monkeypatch.setattr(lists, "MOST", len(order) - 1)
    drawn = {link.key for tie in glance().data["ties"] for link in (tie.start, tie.end)}
    assert f"actors/{order[-1]}" not in drawn
