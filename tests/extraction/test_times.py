"""Dates and times: every rule at the granularity stated, against a publication day; unresolved where unknown."""

from __future__ import annotations

from typing import get_args

import pytest

from generator import dates
from generator.extraction import extract
from generator.extraction.rules import DateRule

DAY = "2023-06-15"  # a Thursday

# rule, text, exact words, value, label when other than the value
CASES = [
    ("numeric-date", "It was filed on 2023-05-02.", "2023-05-02", "2023-05-02", None),
    ("numeric-date", "It was filed on 13/5/2023.", "13/5/2023", "2023-05-13", None),
    ("month-day", "It sank on May 3, 2021.", "May 3, 2021", "2021-05-03", None),
    ("month-day", "It sank on Tuesday, May 30.", "Tuesday, May 30", "2023-05-30", None),
    ("month-day", "It sank on Dec. 3.", "Dec. 3", "2022-12-03", None),
    ("month-day", "It will open on July 3.", "July 3", "2023-07-03", None),
    ("month-day", "They met on June 3-5.", "June 3-5", "2023-06-03/2023-06-05", None),
    ("day-month", "It sank on 3 May 2021.", "3 May 2021", "2021-05-03", None),
    ("day-month", "It sank on the 3rd of May.", "the 3rd of May", "2023-05-03", None),
    ("month", "It began in early October 2022.", "early October 2022", "2022-10", None),
    ("month", "It began in March.", "March", "2023-03", None),
    ("month", "It began last July.", "last July", "2022-07", None),
    ("month", "It began in June last year.", "June last year", "2022-06", None),
    ("weekday", "The council met on Monday.", "Monday", "2023-06-12", None),
    ("weekday", "The council met on Thursday morning.", "Thursday morning", "2023-06-15", None),
    ("weekday", "The council will meet on Monday.", "Monday", "2023-06-19", None),
    ("weekday", "The council met last Thursday.", "last Thursday", "2023-06-08", None),
    ("weekday", "The council meets next Thursday.", "next Thursday", "2023-06-22", None),
    ("day-word", "It sank yesterday.", "yesterday", "2023-06-14", None),
    ("day-word", "It opens tomorrow.", "tomorrow", "2023-06-16", None),
    ("relative", "It sank earlier this month.", "earlier this month", "2023-06", None),
    ("relative", "It sank last month.", "last month", "2023-05", None),
    ("relative", "It sank last year.", "last year", "2022", None),
    ("relative", "It sank last week.", "last week", "2023-W23", None),
    ("relative", "It opens next weekend.", "next weekend", "2023-06-24/2023-06-25", "2023-W25-WE"),
    ("relative", "It sank last quarter.", "last quarter", "2023-01/2023-03", "2023-Q1"),
    ("relative", "It sank last night.", "last night", "2023-06-14", None),
    ("relative", "It sank last spring.", "last spring", None, "2023-SP"),
    ("weekend", "It sank over the weekend.", "over the weekend", "2023-06-10/2023-06-11", "2023-W23-WE"),
    ("distance", "It sank three days ago.", "three days ago", "2023-06-12", None),
    ("distance", "It sank two weeks ago.", "two weeks ago", "2023-W22", None),
    ("distance", "It sank two months ago.", "two months ago", "2023-04", None),
    ("distance", "It sank nearly four years ago.", "nearly four years ago", "2019", None),
    ("distance", "It sank three days after the vote.", "three days after", None, None),
    ("distance", "It sank several weeks ago.", "several weeks ago", None, None),
    ("quarter", "Profit rose in the first quarter of 2022.", "the first quarter of 2022", "2022-01/2022-03", "2022-Q1"),
    ("quarter", "Profit rose in the third quarter.", "the third quarter", "2022-07/2022-09", "2022-Q3"),
    ("clock", "It sank at 5:30 p.m. on Tuesday.", "5:30 p.m. on Tuesday", "2023-06-13T17:30", None),
    ("clock", "It sank at 00:15 local time on Tuesday.", "00:15 local time on Tuesday", "2023-06-13T00:15", None),
    ("clock", "It sank at noon Tuesday.", "noon Tuesday", "2023-06-13T12:00", None),
    ("clock", "It sank at 5 p.m. and nobody saw it.", "5 p.m.", None, None),
    ("decade", "It was built in the 1930s.", "the 1930s", "1930/1939", None),
    ("year", "It was built in 1931.", "1931", "1931", None),
    ("year", "It was built in 1931-32.", "1931-32", "1931/1932", None),
    ("holiday", "It sank on Christmas Day.", "Christmas Day", "2022-12-25", None),
    ("holiday", "It sank on Thanksgiving Day.", "Thanksgiving Day", "2022-11-24", None),
    ("end-of", "It opens at the end of the year.", "the end of the year", "2023", None),
    ("end-of", "It opens by year-end.", "year-end", "2023-12-31", None),
    ("relative", "Divers came the following day.", "the following day", None, None),
    ("day-named-before", "Earlier that day, it rained.", "Earlier that day", None, None),
    ("quarter-named-before", "Profit rose. In the quarter, sales fell.", "the quarter", "2023-01/2023-03", "2023-Q1"),
]  # fmt: skip

# the same, where the text names before what the expression counts from
COUNTED = [
    ("relative", "It sank on June 3. The next day, divers came.", "The next day", "2023-06-04", None),
    ("distance", "It sank on June 3. Two days later, divers came.", "Two days later", "2023-06-05", None),
    ("day-named-before", "It sank on June 3. Earlier that day, it rained.", "Earlier that day", "2023-06-03", None),
    ("quarter-named-before", "Profit rose in the first quarter. The year-earlier quarter was poor.",
     "The year-earlier quarter", "2022-01/2022-03", "2022-Q1"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "words", "value", "label"), CASES)
def test_rule(rule: str, text: str, words: str, value: str | None, label: str | None) -> None:
    (when,) = extract(text, DAY).dates
    assert (when.exact, when.rule, when.value, when.label) == (words, rule, value, label or value)
    assert when.start == text.index(words)
    if value is not None:
        assert dates.parse(value).text == value


@pytest.mark.parametrize(("rule", "text", "words", "value", "label"), COUNTED)
def test_counted_from_what_was_named_before(
    rule: str, text: str, words: str, value: str | None, label: str | None
) -> None:
    _, when = extract(text, DAY).dates
    assert (when.exact, when.rule, when.value, when.label) == (words, rule, value, label or value)
    assert when.start == text.index(words)


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in CASES + COUNTED} == set(get_args(DateRule))


@pytest.mark.parametrize("text", ["It sank on Monday.", "It sank in May of last year.", "It sank on May 3."])
def test_without_publication_day_only_whole_dates_have_a_value(text: str) -> None:
    assert [when.value for when in extract(text).dates] == [None]


def test_ambiguous_numeric_date_keeps_its_span() -> None:
    (when,) = extract("It was filed on 3/5/2023.", DAY).dates
    assert (when.exact, when.value) == ("3/5/2023", None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on, and the march may end.",
        "Flight 1931A left gate 7.",
        "He earned 2,021 dollars.",
        "The 31st of June does not exist, nor does June 31.",
    ],
)
def test_no_date(text: str) -> None:
    assert [when.exact for when in extract(text, DAY).dates if when.value is not None] == []


def test_publication_day_of_the_header_serves() -> None:
    text = "Council Shuts Northern Pier\n15 June 2023\n\nThe council of Norland met on Monday to discuss the pier."
    found = extract(text)
    assert found.published == DAY
    assert [when.value for when in found.dates] == ["2023-06-12"]
