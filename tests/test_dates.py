"""The written forms, the refusals, prose, and what holds for all dates; `edtf` is an oracle where right."""

import datetime
import pathlib
import re
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.build import strings
from generator.dates import (
    Date,
    Precision,
    find,
    in_zone,
    is_zone,
    overlap,
    parse,
    sort_key,
    states,
    utc,
)
from generator.folders import Folders
from generator.views import days

with warnings.catch_warnings():
    # pyparsing and dateutil deprecate things that edtf still uses: not ours to mend.
    warnings.simplefilter("ignore", DeprecationWarning)
    import edtf

ENGLISH, _ = strings(Folders.below(pathlib.Path("nowhere")))


def spelled(date):
    return days.spelled(date, ENGLISH)


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

FORMS = [
    ("2024", "year", "2024-01-01", "2024-12-31", "2024"),
    ("0044", "year", "0044-01-01", "0044-12-31", "44"),
    ("2024-02", "month", "2024-02-01", "2024-02-29", "February 2024"),
    ("2024-01-24", "day", "2024-01-24", "2024-01-24", "24 January 2024"),
    ("2024-01-04", "day", "2024-01-04", "2024-01-04", "4 January 2024"),
    ("9999-12-31", "day", "9999-12-31", "9999-12-31", "31 December 9999"),
    ("2023~", "year", "2023-01-01", "2023-12-31", "about 2023"),
    ("2023?", "year", "2023-01-01", "2023-12-31", "2023 (uncertain)"),
    ("2023-05%", "month", "2023-05-01", "2023-05-31", "about May 2023 (uncertain)"),
    ("2024-W04", "week", "2024-01-22", "2024-01-28", "week 4 of 2024"),
    ("2020-W53", "week", "2020-12-28", "2021-01-03", "week 53 of 2020"),
    ("9999-W52", "week", "9999-12-27", "9999-12-31", "week 52 of 9999"),
    ("2024-01-24T00:15+03:00", "minute", "2024-01-24", "2024-01-24", "24 January 2024, 00:15 (UTC+3)"),
    ("2024-01-24T00:15-05:30", "minute", "2024-01-24", "2024-01-24", "24 January 2024, 00:15 (UTC−5:30)"),
    ("2024-01-24T00:15+10:00", "minute", "2024-01-24", "2024-01-24", "24 January 2024, 00:15 (UTC+10)"),
    ("2024-01-24T21:05Z", "minute", "2024-01-24", "2024-01-24", "24 January 2024, 21:05 (UTC)"),
    ("2024-01-24T00:15", "minute", "2024-01-24", "2024-01-24", "24 January 2024, 00:15 (local time)"),
    (
        "2023-10-17/2023-11-21",
        "interval",
        "2023-10-17",
        "2023-11-21",
        "17 October 2023 to 21 November 2023",
    ),
    ("2023-10-17/..", "interval", "2023-10-17", None, "since 17 October 2023"),
    ("../2023", "interval", None, "2023-12-31", "until 2023"),
    ("2022~/2023-05", "interval", "2022-01-01", "2023-05-31", "about 2022 to May 2023"),
]

REFUSED = [
    ("24/1/2024", "write 2024-01-24"),
    ("1/24/2024", "write 2024-01-24"),
    ("3/1/2024", "write 2024-01-03 or 2024-03-01"),
    ("31.12.2023", "write 2023-12-31"),
    ("2024-1-24", "write 2024-01-24"),
    ("2024/01/24", "write 2024-01-24"),
    ("Jan 24 2024", "write 2024-01-24"),
    ("24 January 2024", "write 2024-01-24"),
    ("20240124", "write 2024-01-24"),
    ("2024-1", "write 2024-01"),
    ("2024-05-06–2024-05-07", "is an interval with a dash or a word in it: write 2024-05-06/2024-05-07"),
    ("6 May 2024 – 2024-06", "write 2024-05-06/2024-06"),
    ("2024-05-06 to 2024-05-07", "write 2024-05-06/2024-05-07"),
    ("2024–05–06", "has a dash in it that is no hyphen: write 2024-05-06"),
    ("2024-05-06–soon", "has other signs than"),
    ("2023-2024", "write 2023/2024"),
    ("2023-02-29", "has a day 29, but February 2023 has 28 days: write a day from 01 to 28"),
    ("2024-01-00", "has a day 00"),
    ("2024-13", "has a month 13: write a month from 01 to 12"),
    ("2024-00", "has a month 00"),
    ("0000", "has the year 0000: write a year from 0001 to 9999"),
    ("2021-W53", "has a week 53, but 2021 has 52: write a week from W01 to W52"),
    ("2024-W4", "as in 2024-W04"),
    ("2024?-01", "has a mark before its end"),
    ("2023-11/2023-10", "is an interval upside down: write 2023-10/2023-11"),
    ("../..", "is not an interval"),
    ("2023/2024/2025", "is not an interval"),
    ("2023/", "is an interval with an end left out: write .. for an open one"),
    ("/2023", "is an interval with an end left out"),
    ("2024-W04/2024-W05", "is an interval with a week or a time"),
    ("2023-02-29/2024", "has a day 29"),
    ("", "is empty: write a year, month or day"),
    ("yesterday", "is not a date: write a year, month or day"),
    ("199X", "is not a date"),
    ("31 April 2023", "is not a date"),
    ("٢٠٢٤", "has other signs than"),
    ("2024-01-24T00:15:30", "has seconds"),
    ("2024-01-24T00:15:30+03:00", "has seconds"),
    ("2024-01-24 00:15", "write 2024-01-24T00:15"),
    ("2024-01-24t00:15z", "has a time in another form"),
    ("2024-01-24T00:15~", "has a time in another form"),
    ("2024-01-24T24:00", "has no time of day: write one from 00:00 to 23:59"),
    ("2024-01-24T00:60Z", "has no time of day"),
    ("2024-02-30T00:15Z", "has a day 30"),
    ("2024-01-24T00:15-00:00", "has an offset -00:00: write Z for UTC"),
    ("2024-01-24T00:15+24:00", "has an offset no place keeps"),
    ("2024-01-24T00:15+03:75", "has an offset no place keeps"),
    ("2024-01-24T00:15+0300", "write 2024-01-24T00:15+03:00"),
    ("2" * 10_000, "is too long for a date"),
    ("2024/" * 10_000, "is too long for a date"),
]


@pytest.mark.parametrize(("text", "precision", "first", "last", "words"), FORMS)
def test_reads_and_spells_every_form(text, precision, first, last, words):
    date = parse(f" {text}\n")
    assert date.text == text
    assert date.precision == precision
    assert [day and day.isoformat() for day in (date.first, date.last)] == [first, last]
    assert (date.moment is not None) == (precision == "minute")
    assert date.approximate == any(mark in text for mark in "~%")
    assert date.uncertain == any(mark in text for mark in "?%")
    assert spelled(date) == words


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=lambda value: value[:20])
def test_refuses_and_says_what_is_right(text, message):
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        parse(text)
    assert str(caught.value).startswith(f"`{text[:60]}")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024", "2024-01-24", True),
        ("2024", "2023-12", False),
        ("2024-W04", "2024-01-28", True),
        ("2024-W04", "2024-01-29", False),
        ("2023-10-17/..", "2024", True),
        ("2023-10-17/..", "2023-10-16", False),
        ("../2023", "0001", True),
        ("../2023", "2024", False),
        ("2024-01-24T00:15+03:00", "2024-01-23T21:15Z", True),
        ("2024-01-24T00:15+03:00", "2024-01-24T00:15Z", False),
        ("2024-01-24T00:15+03:00", "2024-01-24", True),
        ("2024-01-24T00:15+03:00", "2024-01-23", False),
        ("2024-01-24T00:15", "2024-01-24T00:15", True),
        ("2024-01-24T00:15", "2024-01-24T00:16", False),
        ("2024-01-24T00:15", "2024-01-23T21:15Z", True),
        ("2024-01-24T00:15", "2024-01-23T21:20Z", False),
        ("2024-01-24T00:15", "2024-01-22T21:15Z", False),
        ("0001-01-01T00:00+14:00", "0001-01-01T00:00Z", False),
    ],
)
def test_overlap(a, b, expected):
    assert overlap(parse(a), parse(b)) is expected
    assert overlap(parse(b), parse(a)) is expected


def test_one_instant_has_two_dates():
    baghdad = parse("2024-01-24T00:15+03:00")
    assert in_zone(baghdad, "America/New_York") == parse("2024-01-23T16:15-05:00")
    assert utc(baghdad) == parse("2024-01-23T21:15Z")
    assert in_zone(baghdad, "Asia/Baghdad") == baghdad


def test_old_local_times_keep_the_instant_to_the_minute():
    moved = in_zone(parse("1850-01-24T12:00Z"), "Asia/Baghdad")
    assert moved is not None
    assert overlap(moved, parse("1850-01-24T12:00Z"))


@pytest.mark.parametrize("text", ["2024", "2024-01-24", "2024-W04", "2024-01-24T00:15", "2023/.."])
def test_only_an_instant_moves(text):
    assert in_zone(parse(text), "UTC") is None
    assert utc(parse(text)) is None


def test_zone_and_calendar_mistakes():
    with pytest.raises(ValueError, match="`Mars/Base` is not a time zone: write an IANA name"):
        in_zone(parse("2024"), "Mars/Base")
    with pytest.raises(ValueError, match="leaves the years 0001 to 9999"):
        utc(parse("0001-01-01T00:00+03:00"))


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "/etc/passwd", "Asia", "asia/baghdad", "localtime", "\0", "x" * 10_000]
)
def test_is_no_zone(name):
    assert not is_zone(name)


def test_is_zone():
    assert is_zone("Asia/Baghdad")
    assert is_zone("UTC")


def test_sorts_by_start_then_coarse_to_fine():
    ordered = ["../2023", "2023", "2024", "2024-01", "2024-W01", "2024-01-01", "2024-01-01T00:15Z", "2024-02"]
    assert [date.text for date in sorted(map(parse, reversed(ordered)), key=sort_key)] == ordered


SENTENCES = [
    ("On 24 January 2024, at 00:15, it rained.", [("24 January 2024", "2024-01-24"), ("00:15", (0, 15))]),
    ("On January 24, 2024 and the 3rd of May.", [("January 24, 2024", "2024-01-24"), ("3rd of May", (5, 3))]),
    ("On Jan. 24 or Sept 5.", [("Jan. 24", (1, 24)), ("Sept 5", (9, 5))]),
    (
        "From 17 to 21 November 2023 there.",
        [("17", "2023-11-17"), ("21 November 2023", "2023-11-21")],
    ),
    ("In January 2024 and in 2023.", [("January 2024", "2024-01"), ("2023", "2023")]),
    ("Since 2024-01-24 or 2024-01-24T00:15Z.", [("2024-01-24", "2024-01-24"), ("2024-01-24T00:15Z",) * 2]),
    ("Between 2019 and 2021, mid-2022.", [("2019", "2019"), ("2021", "2021"), ("2022", "2022")]),
    (
        "At 9:15 p.m., 12:05 am and 9 am.",
        [("9:15 p.m.", (21, 15)), ("12:05 am", (0, 5)), ("9 am", (9, 0))],
    ),
    ("On 31 February and 2023-02-29 or 29 February 2023.", []),
    ("Of 2,000 in 20245 or 2024 troops, may 5, 00:15:30, 25:10.", []),
    (
        "On 5 and 6 May 2023, Nov. 17–21.",
        [("5", "2023-05-05"), ("6 May 2023", "2023-05-06"), ("Nov. 17", (11, 17))],
    ),
    ("They march on 29 February.", [("29 February", (2, 29))]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=lambda value: str(value)[:30])
def test_finds_dates_in_prose(sentence, expected):
    found = [
        (sentence[one.start : one.end], one.date.text if one.date else one.month_day or one.time)
        for one in find(sentence)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("prose", "date", "expected"),
    [
        ("24 January 2024", "2024-01-24", True),
        ("24 January 2024", "2024-01", False),
        ("January 2024", "2024-01-24", True),
        ("January 2024", "2024-02-24", False),
        ("in 2024", "2024-01-24T00:15+03:00", True),
        ("in 2024", "2024-W04", True),
        ("24 January", "2024-01-24T00:15+03:00", True),
        ("23 January", "2024-01-24T00:15+03:00", False),
        ("24 January", "2024-01", False),
        ("00:15", "2024-01-24T00:15+03:00", True),
        ("00:16", "2024-01-24T00:15+03:00", False),
        ("00:15", "2024-01-24", False),
        ("17 October", "2023-10-17/2023-11-21", True),
        ("21 November 2023", "2023-10-17/2023-11-21", True),
        ("1 November 2023", "2023-10-17/2023-11-21", False),
        ("17 October 2023", "2023-10-17/..", True),
        ("2024-01-23T21:15Z", "2024-01-24T00:15+03:00", True),
        ("2024-01-24T00:15Z", "2024-01-24T00:15+03:00", False),
        ("2024-01-24T00:15Z", "2024-01-24", False),
    ],
)
def test_states(prose, date, expected):
    (found,) = find(prose)
    assert states(found, parse(date)) is expected


PIECES = [
    *("2024", "2023", "-01", "-24", "-1", "T00:15", "Z", "+03:00", "/", "..", "~", "?", "%", "-W04", " "),
    *("24", "31", "January", "Feb.", "May", ",", "in", "to", "and", "00:15", "p.m.", "th", "–", "\n"),
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).map("".join),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}[~?%]?(/[0-9]{4}(-[0-9]{2}){0,2})?", fullmatch=True),
    st.from_regex(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?", fullmatch=True),
)
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: datetime.timedelta(minutes=minutes))
MOMENTS = st.datetimes(
    datetime.datetime(1800, 1, 2), datetime.datetime(9999, 12, 30), timezones=OFFSETS.map(datetime.timezone)
)
DATES = st.sampled_from([row[0] for row in FORMS]).map(parse)


@given(TEXTS)
def test_parse_raises_nothing_but_value_error(text):
    try:
        date = parse(text)
    except ValueError:
        return
    assert parse(date.text) == date
    assert date.first is None or date.last is None or date.first <= date.last
    assert overlap(date, date)
    assert spelled(date)
    assert sort_key(date) == sort_key(parse(date.text))


@given(TEXTS)
def test_finds_in_order_and_apart(text):
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        assert [one.date, one.month_day, one.time].count(None) == 2
        assert (one.kind == "time") == (one.time is not None)
        end = one.end


@given(st.dates())
def test_days_round_trip(day):
    date = parse(day.isoformat())
    assert date == Date(day.isoformat(), Precision.DAY, day, day)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_spelled_days_are_found_in_prose(day):
    date = parse(day.isoformat())
    (found,) = find(f"It was {spelled(date)}.")
    assert found.date == date
    assert states(found, date)


@given(MOMENTS, st.sampled_from(["Asia/Baghdad", "America/New_York", "Asia/Kathmandu", "UTC"]))
def test_moving_keeps_the_instant(moment, zone):
    date = parse(moment.isoformat(timespec="minutes"))
    moved = in_zone(date, zone)
    assert moved is not None
    assert overlap(date, moved)
    assert utc(moved) == utc(date)


@given(DATES, DATES)
def test_overlap_is_symmetric(a, b):
    assert overlap(a, b) == overlap(b, a)


@given(st.from_regex(r"(0[0-9]|1[0-9]|20)[0-9]{2}(-(0[1-9]|1[0-2]))?[~?%]?", fullmatch=True))
def test_agrees_with_edtf_on_years_and_months(text):
    assume(not text.startswith("0000"))
    date, theirs = parse(text), edtf.parse_edtf(text)
    assert theirs.lower_strict()[:3] == date.first.timetuple()[:3]
    assert theirs.upper_strict()[:3] == date.last.timetuple()[:3]


@given(st.dates(), st.dates())
def test_agrees_with_edtf_on_intervals(one, other):
    text = "/".join(day.isoformat() for day in sorted((one, other)))
    date, theirs = parse(text), edtf.parse_edtf(text)
    assert theirs.lower_strict()[:3] == date.first.timetuple()[:3]
    assert theirs.upper_strict()[:3] == date.last.timetuple()[:3]


@given(st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_accepts_no_day_that_edtf_refuses(text):
    try:
        parse(text)
    except ValueError:
        return
    assert edtf.parse_edtf(text)
