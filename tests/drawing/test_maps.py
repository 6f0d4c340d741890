"""Maps: everything lies in the picture, names do not touch, outlines are short, and the earth is round."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing import frame, labels, maps, world
from generator.model.vocabulary import Precision
from generator.views.data import Link
from generator.views.pictures import Spot


def spot(
    name: str, lon: float | None, lat: float = 0.0, precision: Precision | None = Precision.LOCALITY, main: bool = True
) -> Spot:
    return Spot(Link(f"places/{name}", name), None if lon is None else (lon, lat), precision, main)


LONG = "The administrative seat of the upper and lower river valley districts and of their islands"
CASES = {
    "one place": [spot("Orlin", 12.5, 41.9)],
    "two on one spot": [spot("Orlin", 12.5, 41.9), spot("Orlin harbour", 12.5, 41.9)],
    "a long name": [spot(LONG, 20.0, 10.0), spot("Near", 20.5, 10.0)],
    "a word without spaces": [spot("x" * 90, 20.0, 10.0)],
    "across the date line": [spot("West", 179.2, -17.0), spot("East", -178.9, -18.0)],
    "the north pole": [spot("Pole", 0.0, 90.0)],
    "the south pole": [spot("Pole", 90.0, -90.0), spot("Station", -120.0, -89.0)],
    "both ends of the earth": [spot("A", -179.0, 70.0), spot("B", 10.0, -70.0), spot("C", 170.0, 0.0)],
    "a country": [spot("All of it", 2.0, 47.0, Precision.COUNTRY)],
    "a country on both sides of the date line": [spot("All of it", 100.0, 65.0, Precision.COUNTRY)],
    "the open sea": [spot("Sea", -30.0, 0.0, Precision.COUNTRY)],
    "two hundred": [spot(f"Village {n}", 30 + n % 20 / 7, 10 + n // 20 / 7) for n in range(200)],
    "some without coordinates": [spot("Somewhere", None), spot("Orlin", 12.5, 41.9)],
}


@pytest.fixture(params=CASES, ids=lambda name: name.replace(" ", "-"), scope="module")
def drawn(request: pytest.FixtureRequest) -> maps.Map:
    made = maps.drawn(CASES[request.param])
    assert made is not None
    return made


def test_every_mark_lies_in_the_picture(drawn: maps.Map) -> None:
    assert all(0 <= mark.x <= 100 and 0 <= mark.y <= 100 for mark in drawn.marks)


@pytest.mark.parametrize("width", [286, 300, 330, 358, 420, 500, 560, 600, 700, 800])
def test_names_touch_neither_each_other_nor_the_edge(drawn: maps.Map, width: int) -> None:
    high = width / frame.ASPECT
    rects = [anchored(caption).at(width, high) for caption in (drawn.narrow if width < 560 else drawn.wide)]
    assert all(rect.inside(width + 0.1, high + 0.1) for rect in rects)
    assert touching(rects) == []


def anchored(caption: maps.Caption) -> labels.Anchored:
    return labels.Anchored(caption.x / 100, caption.y / 100, caption.label.room)


def touching(rects: list[labels.Rect]) -> list[tuple[labels.Rect, labels.Rect]]:
    return [(one, other) for one, other in combinations(rects, 2) if overlap(one, other) > 0.1]


def overlap(one: labels.Rect, other: labels.Rect) -> float:
    """How far two rectangles reach into each other, in pixels."""
    across = min(one.right, other.right) - max(one.left, other.left)
    return min(across, min(one.bottom, other.bottom) - max(one.top, other.top))


def test_outlines_are_paths_of_whole_numbers_and_short(drawn: maps.Map) -> None:
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z)*", drawn.land + drawn.shaded)
    assert len(drawn.land) + len(drawn.shaded) <= maps.LONGEST


def test_each_place_is_on_the_map_or_told_to_be_beyond_it() -> None:
    for spots in CASES.values():
        made = maps.drawn(spots)
        assert made is not None
        told = [mark.spot for mark in made.marks] + list(made.beyond)
        assert sorted(s.link.key for s in told) == sorted(s.link.key for s in spots)


def test_each_mark_is_named_or_told_to_have_no_room_for_its_name() -> None:
    for spots in CASES.values():
        made = maps.drawn(spots)
        assert made is not None
        for captions, unnamed in ((made.narrow, made.unnamed_narrow), (made.wide, made.unnamed_wide)):
            named = [caption.spot.link.key for caption in captions if caption.spot]
            assert sorted([*named, *(s.link.key for s in unnamed)]) == sorted(m.spot.link.key for m in made.marks)


def test_nothing_to_place_is_no_map() -> None:
    assert maps.drawn([]) is None
    assert maps.drawn([spot("Somewhere", None)]) is None
    assert maps.drawn([spot("Elsewhere", 1.0, 1.0, main=False)]) is None


def test_the_same_places_make_the_same_map() -> None:
    assert maps.drawn(CASES["two hundred"]) == maps.drawn(CASES["two hundred"])


def test_a_place_far_off_does_not_shrink_the_others() -> None:
    near = [spot("A", 44.0, 33.0), spot("B", 41.0, 34.0)]
    made = maps.drawn([*near, spot("Far", -77.0, 38.9)])
    assert made is not None
    assert [s.link.label for s in made.beyond] == ["Far"]
    assert {mark.spot.link.label for mark in made.marks} == {"A", "B"}


def test_a_country_is_shaded_and_has_no_pin() -> None:
    made = maps.drawn([spot("All of it", 2.0, 47.0, Precision.COUNTRY)])
    assert made is not None
    assert made.shaded
    assert not made.marks[0].pin
    town = maps.drawn([spot("Town", 2.0, 47.0)])
    assert town is not None
    assert not town.shaded
    assert town.marks[0].pin


@pytest.mark.parametrize("precision", [Precision.ADMIN1, Precision.ADMIN2])
def test_an_area_is_no_pin(precision: Precision) -> None:
    made = maps.drawn([spot("Province", 2.0, 47.0, precision)])
    assert made is not None
    assert made.marks[0].radius > 0
    assert not made.marks[0].pin


def test_the_scale_is_true() -> None:
    made = maps.drawn([spot("A", 10.0, 0.0), spot("B", 20.0, 0.0)])
    assert made is not None
    one, two = (next(mark.x for mark in made.marks if mark.spot.link.label == name) for name in "AB")
    kilometres = (two - one) / made.bar.length * made.bar.kilometres
    assert kilometres == pytest.approx(frame.distance((10.0, 0.0), (20.0, 0.0)), rel=0.01)


def test_the_date_line_is_no_edge() -> None:
    made = maps.drawn(CASES["across the date line"])
    assert made is not None
    west, east = (next(mark.x for mark in made.marks if mark.spot.link.label == name) for name in ("West", "East"))
    assert west < east
    assert made.bar.kilometres <= 200


spots = st.lists(
    st.builds(spot, st.text(min_size=1, max_size=60), st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=12
)


@given(spots)
@settings(deadline=None, max_examples=40)
def test_any_places_anywhere(places: list[Spot]) -> None:
    made = maps.drawn(places)
    assert made is not None
    assert all(0 <= mark.x <= 100 and 0 <= mark.y <= 100 for mark in made.marks)
    assert touching([anchored(caption).at(300, 225) for caption in made.narrow]) == []
    assert len(made.marks) + len(made.beyond) == len(places)


def test_a_spot_is_found_in_its_country() -> None:
    names = {ring: country.name for country in world.countries() for ring in country.rings}
    found = {place: world.around(*place) for place in ((2.35, 48.85), (28.2, -29.6), (28.0, -26.2), (-30.0, 0.0))}
    told = [None if ring is None else names[ring] for ring in found.values()]
    assert told == ["France", "Lesotho", "South Africa", None]


def test_the_name_of_a_whole_country_stays_where_it_lies() -> None:
    crowd = [spot(f"Village {n}", 2 + n % 5 / 5, 47 + n // 5 / 5) for n in range(25)]
    made = maps.drawn([spot("All of it", 2.4, 47.4, Precision.COUNTRY), *crowd])
    assert made is not None
    for caption in (*made.narrow, *made.wide):
        if caption.spot is not None and caption.spot.precision is Precision.COUNTRY:
            assert abs(caption.label.dx) <= 14
            assert caption.label.lead is None
