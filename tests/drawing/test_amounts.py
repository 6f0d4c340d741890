"""Numbers: each sign says what the words say and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import numbers
from generator.drawing import amounts
from generator.drawing.amounts import LEFT, RIGHT
from generator.views.data import Link, Shown
from generator.views.pictures import Measure, Measures


def measures(*texts: str, unit: str = "killed") -> Measures:
    rows = [Measure(Shown(f"events/x#c{n}", "", text, (), False), numbers.parse(text)) for n, text in enumerate(texts)]
    return Measures("Killed", Link("events/x", "x"), unit, tuple(rows))


def chart(*texts: str) -> amounts.Chart:
    (made,) = amounts.drawn([measures(*texts)])
    return made


@pytest.mark.parametrize(
    ("text", "shape", "open_"),
    [
        ("8", "dot", False),
        ("about 8", "ring", False),
        ("at least 8", "from", False),
        ("over 8", "from", True),
        ("up to 8", "to", False),
        ("nearly 8", "to", True),
        ("6 to 8", "bar", False),
        ("several", "none", False),
    ],
)
def test_each_qualifier_has_its_sign(text: str, shape: str, open_: bool) -> None:
    (line,) = chart(text).lines
    assert (line.sign.shape, line.sign.open) == (shape, open_)


def test_a_bar_goes_from_low_to_high() -> None:
    one, bar, ten = (line.sign for line in chart("1", "1 to 10", "10").lines)
    assert (bar.start, bar.end) == (one.start, ten.start)


def test_a_number_nobody_states_is_not_drawn() -> None:
    made = chart("dozens", "several")
    assert {line.sign.shape for line in made.lines} == {"none"}
    assert made.ticks == ()


def test_nought_lies_at_the_start() -> None:
    assert chart("0").lines[0].sign == amounts.Sign("dot", LEFT, LEFT)


def test_groups_of_one_unit_share_a_scale() -> None:
    small, large = amounts.drawn([measures("900", unit="troops"), measures("2,500", unit="troops")])
    assert small.ticks == large.ticks
    other, _ = amounts.drawn([measures("900", unit="troops"), measures("2,500", unit="killed")])
    assert other.lines[0].sign.start == RIGHT


def test_the_scale_begins_with_nought() -> None:
    made = chart("32", "34", "66")
    assert (made.ticks[0].at, made.ticks[0].text) == (LEFT, "0")
    assert [tick.text for tick in made.ticks] == ["0", "20", "40", "60"]


@pytest.mark.parametrize("text", ["0.5", "1", "999,999,999,999", "1" + "0" * 28])
def test_any_size_has_few_ticks_that_differ(text: str) -> None:
    made = chart(text)
    assert 1 <= len(made.ticks) <= amounts.MOST_TICKS + 1
    assert len({tick.text for tick in made.ticks}) == len(made.ticks)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=20))
def test_every_sign_lies_on_the_scale_in_the_order_of_the_numbers(found: list[int]) -> None:
    made = chart(*(str(number) for number in found))
    spots = [line.sign.start for line in made.lines]
    assert all(LEFT <= spot <= RIGHT for spot in spots)
    assert [spot for _, spot in sorted(zip(found, spots, strict=True))] == sorted(spots)
    assert [line.row for line in made.lines] == list(made.measures.rows)
