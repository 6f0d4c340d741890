"""Timelines: a day is a point, a week or a month is as long as it is, and dates far off do not squeeze the others."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.drawing import timeline
from generator.views.data import Link
from generator.views.pictures import Happening, Span


def happening(*written: str, name: str = "x") -> Happening:
    spans = []
    for text in written:
        date = dates.parse(text)
        day = date.precision in (dates.Precision.DAY, dates.Precision.MINUTE)
        spans.append(Span("events/x#c1", text, date.first, date.last, day, date.approximate, date.uncertain, False))
    return Happening(Link(f"events/{name}", name), "", (), tuple(spans))


def drawn(*written: str) -> timeline.Timeline:
    return timeline.drawn([happening(text) for text in written])


def test_nothing_is_no_part() -> None:
    assert timeline.drawn([]) == timeline.Timeline((), ())


def test_one_day_is_one_point_in_the_middle() -> None:
    (part,) = drawn("2024-01-24").parts
    (stretch,) = part.rows[0].stretches
    assert stretch.point
    assert stretch.start == stretch.end == 50


def test_a_week_is_as_long_as_seven_days() -> None:
    (part,) = drawn("2024-W03", "2024-01-15", "2024-01-21", "2024-01-28").parts
    week, monday, sunday, _ = (row.stretches[0] for row in part.rows)
    assert not week.point
    assert week.start < monday.start < sunday.start < week.end
    assert abs((week.end - week.start) - (sunday.start - monday.start) * 7 / 6) < 0.05


def test_an_open_end_goes_on_to_the_edge() -> None:
    (part,) = drawn("2024-01-05/..", "../2024-01-10", "2024-01-20").parts
    since, until, _ = (row.stretches[0] for row in part.rows)
    assert (since.end, since.open_end, since.open_start) == (100, True, False)
    assert (until.start, until.open_start, until.open_end) == (0, True, False)


def test_what_is_far_off_has_a_part_of_its_own() -> None:
    written = ["2009", "2015-04", *(f"2024-01-{day:02}" for day in range(1, 20)), "2031-05-05"]
    before, close, after = drawn(*written).parts
    assert [len(part.rows) for part in (before, close, after)] == [2, 19, 1]
    assert close.first == datetime.date(2024, 1, 1)
    assert close.last == datetime.date(2024, 1, 19)


def test_rival_dates_stand_in_one_row() -> None:
    (part,) = timeline.drawn([happening("2024-01-24", "2024-01-23")]).parts
    assert len(part.rows) == 1
    assert [stretch.span.text for stretch in part.rows[0].stretches] == ["2024-01-24", "2024-01-23"]


def test_what_nobody_dates_is_told() -> None:
    made = timeline.drawn([happening(), happening("2024")])
    assert len(made.undated) == 1
    assert len(made.parts[0].rows) == 1


def test_an_axis_tells_each_year_once() -> None:
    (part,) = drawn("2023-10-17", "2024-02-20").parts
    told = [(tick.year, tick.month, tick.day) for tick in part.ticks]
    assert told == [(2023, 11, None), (None, 12, None), (2024, 1, None), (None, 2, None)]


def test_a_long_time_is_told_in_years() -> None:
    (part,) = drawn("1900", "1950", "2000").parts
    assert {(tick.month, tick.day) for tick in part.ticks} == {(None, None)}


def test_two_hundred_on_one_day_are_two_hundred_rows() -> None:
    (part,) = drawn(*["2024-01-24"] * 200).parts
    assert len(part.rows) == 200


written = st.lists(
    st.one_of(
        st.dates().map(lambda day: f"{day:%Y-%m-%d}".rjust(10, "0")),
        st.dates().map(lambda day: str(day.year).rjust(4, "0")),
        st.dates(datetime.date(1500, 1, 1)).map(lambda day: f"{day.year}-{day.month:02}"),
        st.just("2024-01-24T00:15+03:00"),
        st.just("2023-10-17/.."),
        st.just("9999-W52"),
    ),
    min_size=1,
    max_size=30,
)


@given(written)
def test_any_dates_keep_to_the_axis_and_come_once(texts: list[str]) -> None:
    texts.sort(key=lambda text: dates.sort_key(dates.parse(text)))
    made = drawn(*texts)
    rows = [row for part in made.parts for row in part.rows]
    assert [row.happening.spans[0].text for row in rows] == texts
    for part in made.parts:
        assert 1 <= len(part.ticks) <= timeline.MOST_TICKS
        assert all(0 <= tick.at <= 100 for tick in part.ticks)
        assert [tick.at for tick in part.ticks] == sorted({tick.at for tick in part.ticks})
    for stretch in (stretch for row in rows for stretch in row.stretches):
        assert 0 <= stretch.start <= stretch.end <= 100
