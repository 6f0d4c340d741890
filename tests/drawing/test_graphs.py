"""Graphs: every actor and every tie is drawn once, boxes do not overlap, words stay in them."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawing import graph, labels
from generator.views.data import Link
from generator.views.relations import Tie


def actor(name: str) -> Link:
    return Link(f"actors/{name}", name)


def tie(start: str, end: str, label: str = "Member of", kind: str = "belongs") -> Tie:
    return Tie(actor(start), actor(end), kind, label, (), ())


LONG = "The joint committee of the upper and lower river valley councils for the ferries and harbours"
CASES = {
    "one": [tie("A", "B")],
    "both ways": [tie("A", "B"), tie("B", "A", "Designation")],
    "only incoming": [tie(f"x{n}", "A") for n in range(9)],
    "only outgoing": [tie("A", f"x{n}", "air strike", "acted") for n in range(9)],
    "long names": [tie(LONG, "A"), tie("A", LONG + " of the south", "shelling, artillery or missile attack" * 3)],
    "many": [tie("A", f"x{n}") if n % 3 else tie(f"x{n}", "A") for n in range(80)],
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("wide", [graph.NARROW, graph.WIDE])
def test_boxes_lie_apart_and_in_the_picture(name: str, wide: int) -> None:
    made = graph.around(actor("A"), CASES[name], wide)
    rects = [labels.Rect(n.x, n.y, n.x + n.width, n.y + n.height) for n in (made.middle, *made.nodes)]
    assert all(rect.inside(made.width + 0.5, made.height) for rect in rects)
    assert all(any(one.apart(other)) for one, other in combinations(rects, 2))


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("wide", [graph.NARROW, graph.WIDE])
def test_words_stay_in_their_box(name: str, wide: int) -> None:
    made = graph.around(actor("A"), CASES[name], wide)
    for node in (made.middle, *made.nodes):
        for words, size in ((node.names, graph.NAME), (node.labels, graph.SMALL)):
            for line in words:
                assert node.x < line.x
                assert line.x + labels.width(line.text, size) <= node.x + node.width
                assert node.y < line.y < node.y + node.height


@pytest.mark.parametrize("wide", [graph.NARROW, graph.WIDE])
def test_every_tie_is_drawn_once(wide: int) -> None:
    for ties in CASES.values():
        made = graph.around(actor("A"), ties, wide)
        drawn = [one for node in made.nodes for one in node.ties]
        assert sorted(drawn, key=repr) == sorted(ties, key=repr)
        assert len({node.link for node in made.nodes}) == len(made.nodes)


def test_arrows_tell_who_does_and_to_whom() -> None:
    (node,) = graph.around(actor("A"), [tie("A", "B")], graph.WIDE).nodes
    assert (node.away, node.back) == (True, False)
    (node,) = graph.around(actor("A"), [tie("B", "A")], graph.WIDE).nodes
    assert (node.away, node.back) == (False, True)
    (node,) = graph.around(actor("A"), CASES["both ways"], graph.WIDE).nodes
    assert (node.away, node.back) == (True, True)


@pytest.mark.parametrize("wide", [graph.NARROW, graph.WIDE])
def test_the_column_has_every_actor_and_every_tie_once(wide: int) -> None:
    for ties in CASES.values():
        made = graph.column(ties, wide)
        assert {name.link for name in made.names} == {link for one in ties for link in (one.start, one.end)}
        assert len(made.names) == len({name.link for name in made.names})
        assert sorted((bow.tie for bow in made.bows), key=repr) == sorted(ties, key=repr)


def test_neighbours_stand_together() -> None:
    ties = [tie("a1", "a2"), tie("b1", "b2"), tie("a2", "a3"), tie("b2", "b3")]
    order = "".join(name.link.label[0] for name in graph.column(ties, graph.WIDE).names)
    assert order in ("aaabbb", "bbbaaa")


names = st.text(min_size=1, max_size=40)
ties_ = st.lists(st.tuples(names, names, st.text(max_size=60)), min_size=1, max_size=25)


@given(ties_)
def test_names_of_the_column_do_not_overlap(found: list[tuple[str, str, str]]) -> None:
    ties = [tie(start, end, label) for start, end, label in found]
    made = graph.column(ties, graph.NARROW)
    lines = sorted((line.y, line) for name in made.names for line in name.lines)
    assert all(below - above >= graph.NAME for (above, _), (below, _) in pairwise(lines))
    assert all(line.x + labels.width(line.text, graph.NAME) <= made.width for _, line in lines)
    assert all(0 < line.y < made.height for _, line in lines)
