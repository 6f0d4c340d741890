"""Figures: value, qualifier, unit, what is counted, measure, change, place and date; and what is no figure."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.extraction import Figure, extract
from generator.extraction.extract import write_value
from generator.extraction.rules import FigureRule

# text, exact, value, qualifier, unit, counted
CASES = [
    ("It carried 8 passengers.", "8", 8, "=", None, "passengers"),
    ("It carried 2,500 Norland troops.", "2,500", 2500, "=", None, "Norland troops"),
    ("It carried two hundred and six people.", "two hundred and six", 206, "=", None, "people"),
    ("About 2,500 people came.", "About 2,500", 2500, "~", None, "people"),
    ("At least one of its divers died.", "At least one", 1, ">=", None, "divers"),
    ("Over 60 ferries sank.", "Over 60", 60, ">", None, "ferries"),
    ("More than half a million people came.", "More than half a million", 500000, ">", None, "people"),
    ("Up to 20 ferries sank.", "Up to 20", 20, "<=", None, "ferries"),
    ("Nearly 900 people came.", "Nearly 900", 900, "<~", None, "people"),
    ("20 or more ferries sank.", "20 or more", 20, ">=", None, "ferries"),
    ("Some 5 to 7 ferries sank.", "Some 5 to 7", "5-7", "range", None, "ferries"),
    ("Between 10 and 20 ferries sank.", "10 and 20", "10-20", "range", None, "ferries"),
    ("It cost $2-3 million.", "$2-3 million", "2000000-3000000", "range", "dollar", None),
    ("Three or four ferries sank.", "Three or four", "3-4", "range", None, "ferries"),
    ("Dozens of ferries sank.", "Dozens", None, "vague", None, "ferries"),
    ("Several ferries sank.", "Several", None, "vague", None, "ferries"),
    ("It cost $12.4 million.", "$12.4 million", 12400000, "=", "dollar", None),
    ("It cost £8.1bn.", "£8.1bn", 8100000000, "=", "pound sterling", None),
    ("It cost 30 euros.", "30", 30, "=", "euro", None),
    ("It lost 19 per cent of its value.", "19", 19, "=", "percent", "value"),
    ("It lies 100 miles west of here.", "100", 100, "=", "mile", None),
    ("It sailed at 35km/h.", "35", 35, "=", "kilometre per hour", None),
    ("Two-thirds of the boats sank.", "Two-thirds", 0.666667, "=", None, "boats"),
    ("It took between five to 10 boats.", "five to 10", "5-10", "range", None, "boats"),
    ("There were 4 hundred million herrings.", "4 hundred million", 400000000, "=", None, "herrings"),
    ("It has over than 60 boats.", "over than 60", 60, ">", None, "boats"),
    ("It cost Rs500 to land.", "Rs500", 500, "=", "rupee", None),
    ("It was minus 30 degrees Celsius.", "minus 30", -30, "=", "celsius", None),
    ("It was cold ,minus 1 Celsius, they said.", "minus 1", -1, "=", "celsius", None),
    ("It holds 2.5×10^6 herrings.", "2.5×10^6", 2500000, "=", None, "herrings"),
    ("It holds 2×10⁶ herrings.", "2×10⁶", 2000000, "=", None, "herrings"),
    ("It is 1⁄32 of a mile.", "1⁄32", 0.03125, "=", None, None),
    ("It is 3/16 of a mile.", "3/16", 0.1875, "=", None, None),
    ("It took 2½ hours.", "2½", 2.5, "=", "hour", None),
    ("One out of three divers can swim.", "One out of three", 0.333333, "=", None, "divers"),
    ("One in ten divers can swim.", "One in ten", 0.1, "=", None, "divers"),
    ("It cost PS2.7m to land.", "PS2.7m", 2700000, "=", "pound sterling", None),
    ("It cost Y=590 million to land.", "Y=590 million", 590000000, "=", "yen", None),
    ("They fed the now-18 seals.", "18", 18, "=", None, "seals"),
    ("It is a sub-7 nanometre lens.", "sub-7", 7, "<=", "nanometre", None),
    ("It is a 200,000- to 260,000-year-old jaw.", "200,000- to 260,000", "200000-260000", "range", "year", None),
    ("It drew barely 60 divers.", "barely 60", 60, "~", None, "divers"),
    ("The pier is around the 37 boats.", "37", 37, "=", None, "boats"),
    ("It drew more than the 60 divers of before.", "more than the 60", 60, ">", None, "divers"),
    ("The top three divers won.", "three", 3, "=", None, "divers"),
    ("It grounded two new 737 Max jets.", "two", 2, "=", None, None),
    ("It hit 20 Monday.", "20", 20, "=", None, None),
]


@pytest.mark.parametrize(("text", "words", "value", "qualifier", "unit", "counted"), CASES)
def test_figure(
    text: str, words: str, value: float | str | None, qualifier: str, unit: str | None, counted: str | None
) -> None:
    (figure,) = extract(text).figures
    assert (figure.exact, write_value(figure.amount), figure.amount.qualifier) == (words, value, qualifier)
    assert (figure.unit, figure.counted) == (unit, counted)
    assert text[figure.start : figure.end] == words == figure.exact


# rule, text, exact, value
RULES: list[tuple[FigureRule, str, str, float | str | None]] = [
    ("digits", "The orchard has 1,240 pear trees.", "1,240", 1240),
    ("digits", "The orchard lost about 3.5 million pears.", "about 3.5 million", 3500000),
    ("words", "The orchard has twenty-one pear trees.", "twenty-one", 21),
    ("words", "The orchard sold half a million pears.", "half a million", 500000),
    ("fraction", "A third of the pear trees froze.", "A third", 0.333333),
    ("range", "The orchard has 40 to 60 pear trees.", "40 to 60", "40-60"),
    ("vague", "Dozens of pear trees froze.", "Dozens", None),
]


@pytest.mark.parametrize(("rule", "text", "words", "value"), RULES)
def test_rule(rule: FigureRule, text: str, words: str, value: float | str | None) -> None:
    (figure,) = extract(text).figures
    assert (figure.exact, figure.rule, write_value(figure.amount)) == (words, rule, value)
    assert (figure.start, figure.end) == (text.index(words), text.index(words) + len(words))


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in RULES} == set(get_args(FigureRule))


@pytest.mark.parametrize(
    "text",
    [
        "It left at 10.45pm from the pier.",
        "The F-16 and the AC-130 took off.",
        "See https://example.org/a/2500 for more.",
        "They drew 20-20 in the end.",
        "Norland beat Sorland 3-2 on the day.",
        "He lives at 575 Harbour Road.",
        "He lives at 9 E 71st St, he wrote.",
        "He lives at 22 Ave Verte, he wrote.",
        "The category 4 storm passed.",
        "The Boeing 737 Max was lost, and no 737 Max was ever found.",
        "It flew a 787 Dreamliner to the pier.",
        "Ola Berg told Radio One.",
        "They slipped towards the bottom three during the season.",
        "It sent a baker's dozen.",
        "The sea will be there by 2120, they wrote.",
        "He wore the same one all the way.",
        "It weighs 1.5×10^-30 kilograms.",
        "They drew 24/7 of late.",
        "It is 3⁄0 long.",
        "The iPhone 11 was lost.",
        "Ola Berg, 65, led the dive.",
        "It is in Room 12 of the hall.",
        "No one came, and nobody was the one to blame.",
        "One day it will be rebuilt.",
        "It was built in 1931.",
        "The 21st dive was the last.",
    ],
)
def test_no_figure(text: str) -> None:
    assert [figure.exact for figure in extract(text, "2023-06-15").figures] == []


def test_reading_time_is_furniture() -> None:
    text = "Council Shuts Northern Pier\n4 min read\n15 June 2023\n\nThe council met to discuss the pier of Norland."
    assert extract(text).figures == ()


def figures(text: str) -> list[Figure]:
    return list(extract(text, "2023-06-15").figures)


def test_noun_left_out_is_taken_from_before() -> None:
    first, second = figures("Some 2,500 Norland troops are in the city, while another 900 are in the hills.")
    assert (first.counted, first.elided) == ("Norland troops", False)
    assert (second.counted, second.elided) == ("Norland troops", True)


def test_noun_left_out_with_nothing_before_stays_open() -> None:
    (figure,) = figures("The blast hit the pier, killing two.")
    assert (figure.counted, figure.measure) == (None, "killed")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The blast killed two people and wounded five others.", ["killed", "injured"]),
        ("Police arrested 12 divers.", ["arrested"]),
        ("Norland deployed 900 troops.", ["deployed"]),
        ("There were 66 attacks.", ["attacks"]),
        ("It lies 60 kilometres away and cost $5.", ["distance", "money"]),
        ("It took 24 hours and 5 percent.", ["duration", "percent"]),
        ("It has 12 windows.", [None]),
    ],
)
def test_measure(text: str, measures: list[str | None]) -> None:
    assert [figure.measure for figure in figures(text)] == measures


def test_change_is_told_apart_from_the_value() -> None:
    assert [figure.change for figure in figures("Sales rose 5 percent and costs fell by 3 percent, to $7.")] == [
        "up",
        "down",
        None,
    ]


def test_from_to_is_a_change_after_a_verb_of_change_and_a_range_elsewhere() -> None:
    assert [f.exact for f in figures("Sales rose from 10 to 20 boats.")] == ["10", "20"]
    assert [f.exact for f in figures("Prices range from $10 to $20.")] == ["$10 to $20"]
    assert [f.exact for f in figures("Sales rose by $4 million to $90 million.")] == ["$4 million", "$90 million"]
    assert [f.exact for f in figures("Sales rose by 4 to 5 percent.")] == ["4 to 5"]


def test_place_and_date_of_its_sentence() -> None:
    (figure,) = figures("Some 900 troops were in northern Norland on May 3.")
    assert (figure.place, figure.as_of) == ("Norland", "2023-05-03")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Herring fell 2 per cent to 40 crowns.", ["down", "down"]),
        ("The price was up 3 crowns at 40 crowns.", ["up", None]),
        ("Herring lost 2 crowns, Norland Cod by 3 crowns.", ["down", "down"]),
        ("He added a 30 degree turn.", [None]),
        ("He raised 280 million. He raised prices by 3 crowns.", [None, "up"]),
        ("The share ended down 4 per cent.", ["down"]),
        ("The team gave up 517 yards.", [None]),
        ("Herring +0.2%, cod +0.3%.", ["up", "up"]),
        ("The port expects to grow sales by 35 per cent.", ["up"]),
        ("Sales were revised upward by 40 million.", ["up"]),
        ("The pier is 40 metres long. It cost 3 million.", [None, None]),
    ],
)
def test_change(text: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in extract(text).figures] == changes
