"""Each dispute in the form that suits what differs: what stands in which group, on which scale."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Folders, read, strings
from generator.drawing import timeline
from generator.views.disputes import MOST_COLUMNS, DisputeView, dispute
from generator.views.sheet import Sheet

ENGLISH, _ = strings(Folders.below(Path("nowhere")))


@pytest.fixture(name="shown")
def _shown(tmp_path: Path) -> Shower:
    return Shower(tmp_path)


class Shower:
    """Writes a dossier with one event and one dispute, and shows it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, kind: str, *claims: str, sources: int = 2) -> DisputeView:
        for number in range(sources):
            text = f"{{file: {number}.txt, sha256: {'0' * 64}, chars: 1}}"
            self.write(f"sources/s{number}", f"type: report\ncontainer-title: Paper {number}\ntext: {text}\n")
        for actor, zone in (("north", "Asia/Baghdad"), ("south", "America/New_York")):
            cite = f"[{{source: s0, exact: {actor}}}]"
            name = f"names: [{{id: n1, value: {actor.title()}, use: preferred, cite: {cite}}}]"
            self.write(f"actors/{actor}", f"kind: state\ntimezone: {zone}\n{name}\n")
        facts = "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims, 1))
        ids = ", ".join(f"c{number}" for number in range(1, len(claims) + 1))
        found = f"disputes: [{{id: d1, kind: {kind}, real: true, reason: Ours., claims: [{ids}]}}]\n"
        self.write("events/e", f"title: Event\ntype: attack\nclaims:\n{facts}{found}")
        everything, problems = read(Folders.below(self.root))
        assert problems == []
        event = everything.dossier.events["e"]
        return dispute(Sheet(everything.dossier, everything.evidence, ENGLISH), event, event.disputes[0])

    def write(self, key: str, text: str) -> None:
        path = self.root / "content" / f"{key}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def killed(value: str, by: str, *sources: int, **more: str) -> str:
    cite = ", ".join(f'{{source: s{number}, exact: "{value} in {number}"}}' for number in sources)
    rest = "".join(f", {key}: {said}" for key, said in more.items())
    return f'property: killed, value: "{value}", asserted_by: {by}, cite: [{cite}]{rest}'


def table(found: DisputeView) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Who says so, then each value with the sources that print it."""
    return [
        (group[0].by.label, [(said.fact.text, [printed.source.label for printed in said.printed]) for said in group])
        for group in found.groups
    ]


def test_a_party_printed_in_two_sources_makes_a_matrix(shown: Shower) -> None:
    found = shown("precision", killed("3", "north", 0), killed("at least 1", "south", 1), killed("2", "north", 1))
    assert found.form == "matrix"
    assert table(found) == [
        ("North", [("3", ["Paper 0"]), ("2", ["Paper 1"])]),
        ("South", [("at least 1", ["Paper 1"])]),
    ]
    assert [source.label for source in found.sources] == ["Paper 0", "Paper 1"]


def test_parties_that_speak_in_one_source_each_make_a_list(shown: Shower) -> None:
    found = shown("contradiction", killed("3", "north", 0), killed("2", "outlet", 1))
    assert found.form == "list"
    assert [group[0].own_voice for group in found.groups] == [False, True]


def test_a_claim_in_the_voice_of_two_sources_is_two_parties_with_one_set_of_marks(shown: Shower) -> None:
    found = shown("contradiction", killed("3", "outlet", 0, 1), killed("2", "north", 0))
    assert table(found)[:2] == [("Paper 0", [("3", ["Paper 0"])]), ("Paper 1", [("3", ["Paper 1"])])]
    marks = [ref.id for group in found.groups for said in group for printed in said.printed for ref in printed.refs]
    assert marks == ["fnref:1", "fnref:2", "fnref:3"]


def test_more_sources_than_an_eye_compares_make_a_list(shown: Shower) -> None:
    many = range(MOST_COLUMNS + 1)
    found = shown("precision", killed("3", "north", *many), killed("2", "south", 0), sources=len(many))
    assert (found.form, len(found.sources)) == ("list", len(many))


def test_numbers_of_one_thing_stand_on_one_scale(shown: Shower) -> None:
    found = shown("precision", killed("3", "north", 0), killed("several", "south", 1))
    assert found.numbers is not None
    assert [row.fact.text for row in found.numbers.rows] == ["3", "several"]


def test_numbers_of_different_things_have_no_common_scale(shown: Shower) -> None:
    hurt = killed("2", "south", 1).replace("killed", "injured")
    found = shown("contradiction", killed("3", "north", 0), hurt)
    assert (found.numbers, found.labels) == (None, True)


def test_a_number_alone_needs_no_scale(shown: Shower) -> None:
    words = 'property: outcome, value: nobody hurt, asserted_by: south, cite: [{source: s1, exact: "nobody hurt"}]'
    assert shown("contradiction", killed("3", "north", 0), words).numbers is None


def dated(value: str, by: str, source: int) -> str:
    cite = f'[{{source: s{source}, exact: "{value}"}}]'
    return f'property: occurred, value: "{value}", asserted_by: {by}, cite: {cite}'


def test_dates_stand_on_one_strip_of_days(shown: Shower) -> None:
    found = shown("dating", dated("2024-01-24", "north", 0), dated("2024-01", "south", 1))
    assert [[span.text for span in day.spans] for day in found.days] == [["24 January 2024"], ["January 2024"]]
    assert found.clocks == ()
    (part,) = timeline.drawn(found.days).parts
    assert [row.stretches[0].point for row in part.rows] == [True, False]


def test_one_instant_is_shown_by_the_clocks_of_the_other_party_too(shown: Shower) -> None:
    attacker = 'property: attacker, value: south, asserted_by: north, cite: [{source: s0, exact: "by south"}]'
    claims = (dated("2024-01-24T00:15+03:00", "north", 0), dated("2024-01-23", "outlet", 1))
    found = shown("dating", *claims, attacker)
    (clock,) = found.clocks
    assert clock.here == "24 January 2024, 00:15 (UTC+3)"
    assert (clock.there, clock.party.label) == ("23 January 2024, 16:15 (UTC−5)", "South")
    assert [span.text for span in found.days[0].spans] == [clock.here, clock.there]


@pytest.mark.parametrize("kind", ["naming", "attribution", "translation"])
def test_an_answer_stands_once_with_all_who_give_it(shown: Shower, kind: str) -> None:
    found = shown(kind, killed("3", "north", 0), killed("2", "south", 1), killed("3", "south", 0))
    assert found.form == "values"
    assert [[said.fact.text for said in group] for group in found.groups] == [["3", "3"], ["2"]]
    assert [said.by.label for said in found.groups[0]] == ["North", "South"]


def test_an_answer_about_another_population_is_another_answer(shown: Shower) -> None:
    found = shown("attribution", killed("3", "north", 0), killed("3", "south", 1, population="guards"))
    assert len(found.groups) == 2


def test_what_parties_call_it_stands_by_party(shown: Shower) -> None:
    found = shown("framing", killed("3", "north", 0), killed("2", "south", 1), killed("1", "north", 1))
    assert (found.form, [len(group) for group in found.groups]) == ("facing", [2, 1])
