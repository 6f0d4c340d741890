"""Every row of the numbers table, every refusal, and what must hold for all texts."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers import Amount, Qualifier, compatible, find, parse, plain

ROWS = [
    ("8", 8, 8, 8, "="),
    ("0", 0, 0, 0, "="),
    ("2,500", 2500, 2500, 2500, "="),
    ("2500", 2500, 2500, 2500, "="),
    ("1,234,567", 1234567, 1234567, 1234567, "="),
    ("3.5", Decimal("3.5"), Decimal("3.5"), Decimal("3.5"), "="),
    ("3.0", 3, 3, 3, "="),
    ("2.5 million", 2_500_000, 2_500_000, 2_500_000, "="),
    ("eight", 8, 8, 8, "="),
    ("one", 1, 1, 1, "="),
    ("zero", 0, 0, 0, "="),
    ("Twenty-five", 25, 25, 25, "="),
    ("twenty five", 25, 25, 25, "="),
    ("two hundred and six", 206, 206, 206, "="),
    ("two hundred six", 206, 206, 206, "="),
    ("twenty-five hundred", 2500, 2500, 2500, "="),
    ("a hundred", 100, 100, 100, "="),
    ("a dozen", 12, 12, 12, "="),
    ("half a dozen", 6, 6, 6, "="),
    ("three dozen", 36, 36, 36, "="),
    ("a thousand and six", 1006, 1006, 1006, "="),
    ("two hundred and six thousand", 206_000, 206_000, 206_000, "="),
    ("one million two hundred thousand and six", 1_200_006, 1_200_006, 1_200_006, "="),
    ("three billion", 3 * 10**9, 3 * 10**9, 3 * 10**9, "="),
    ("two and a half million", 2_500_000, 2_500_000, 2_500_000, "="),
    ("exactly 8", 8, 8, 8, "="),
    *((f"{word} 2,500", None, 2500, None, "~") for word in ("about", "roughly", "some", "around", "approximately")),
    ("20 or so", None, 20, None, "~"),
    *((f"{word} 1", 1, None, None, ">=") for word in ("at least", "no fewer than", "no less than")),
    ("At Least One", 1, None, None, ">="),
    ("20 or more", 20, None, None, ">="),
    ("20+", 20, None, None, ">="),
    *((f"{word} 60", 60, None, None, ">") for word in ("over", "more than", "upwards of", "in excess of")),
    *((f"{word} 20", None, None, 20, "<=") for word in ("up to", "as many as", "at most", "no more than")),
    *((f"{word} 20", None, None, 20, "<=") for word in ("less than", "fewer than", "under", "a maximum of")),
    *((f"{word} 900", None, None, 900, "<~") for word in ("nearly", "almost", "close to", "just under")),
    ("1 to 2", 1, None, 2, "range"),
    ("1-2", 1, None, 2, "range"),
    ("1–2", 1, None, 2, "range"),
    ("between 1 and 2", 1, None, 2, "range"),
    ("one to two", 1, None, 2, "range"),
    ("2 to 3 million", 2_000_000, None, 3_000_000, "range"),
    ("900 to two thousand", 900, None, 2000, "range"),
    ("about 20 to 30", 20, None, 30, "range"),
    *((word, None, None, None, "vague") for word in ("several", "dozens", "scores", "hundreds", "thousands", "many")),
    *((word, None, None, None, "vague") for word in ("multiple", "numerous", "repeated")),
    *((word, None, None, None, "vague") for word in ("a few", "dozens of", "tens of thousands of")),
    *((word, None, None, None, "vague") for word in ("several hundred", "at least several", "a handful of")),
]

REFUSED = [
    ("0123", "has a leading zero"),
    ("1e3", "is in scientific notation"),
    ("1_000", "has an underscore"),
    ("12,34", "has a comma that separates no thousands"),
    ("1,5", "has a comma that separates no thousands"),
    ("2,5000", "has a comma that separates no thousands"),
    ("", "is empty"),
    ("  ", "is empty"),
    ("no", "is a word for nothing: write 0"),
    ("-5", "is negative"),
    ("−5", "is negative"),
    ("NaN", "is not a number"),
    ("²", "has digits other than 0 to 9"),
    ("٣", "has digits other than 0 to 9"),
    ("2 to 1", "is a range upside down"),
    ("2 to 2", "is a range between equal numbers: write"),
    ("1" * 31, "has too many digits"),
    ("1" * 10_000, "is too long"),
    ("two " * 10_000, "is too long"),
    (
        "8 dead",
        "has words in it that are not of its number (what is counted stands in `unit` or `population`): write `8`",
    ),
    ("8 and 9 dead", "has more in it than one number: write one alone, such as `8`"),
    ("14—15", "is a range with another sign than a hyphen in it: write `14 to 15`"),
    ("at least 20 or more", "write `at least 20`"),
    ("about", "is not a number"),
    ("a", "is not a number"),
    ("24th", "is not a number"),
    ("twenty-fourth", "is not a number"),
    ("two-thirds", "is not a number"),
    ("9/11", "is not a number"),
    ("F-16", "is not a number"),
    ("ſix", "is not a number"),
]

SENTENCES = [
    ("Two drones hit eight depots.", ["Two", "eight"]),
    ("It killed at least one guard or 2 people.", ["at least one", "2"]),
    ("One of them said that one cannot know.", []),
    ("No more than twenty-five of over 2,500 left.", ["No more than twenty-five", "over 2,500"]),
    ("Dozens of trucks and several hundred people passed.", ["Dozens of", "several hundred"]),
    ("An AC-130, an MQ-9, c1 and an F16 during COVID-19 [@c3].", []),
    ("On the 24th, the second and the twenty-fourth time.", []),
    ("At 00:15, 9:30 and 3 p.m. it rained.", []),
    ("Two-thirds, three quarters, 1/2 and three-and-a-half.", []),
    ("A 55-year-old on a two-month, $3.5 million trip cut 50% off.", ["55", "two", "3.5 million", "50"]),
    ("Between 1 and\n2 dozen of them.", ["Between 1 and\n2 dozen"]),
    ("It fell from 900 to 800 and rose from 800 to 1,000.", ["900", "800", "800", "1,000"]),
    ("He gave 20 to one of them.", ["20"]),
    ("How many came? Too many, as many as 20.", ["as many as 20"]),
    ("Version 1.2.3, 12,34 and 0123 of -5.", []),
    ("They lost 20-15; 3-4 remain, or 5–6.", ["3-4", "5–6"]),
    ("A dozen, half a dozen, a hundred and six.", ["A dozen", "half a dozen", "a hundred and six"]),
    ("Between 5 and 3, 2 and a half, a million and a half.", ["5", "3", "2 and a half"]),
    ("One or more of one hundred.", ["One or more", "one hundred"]),
    ("1" * 10_000, []),
]


@pytest.mark.parametrize(("text", "low", "best", "high", "mark"), ROWS)
def test_reads_every_row_of_the_table(text, low, best, high, mark):
    amount = parse(text)
    assert amount == Amount(text, low, best, high, Qualifier(mark))
    assert all(isinstance(end, int) or end % 1 for end in (low, best, high) if end is not None)


def test_keeps_the_text_with_single_spaces():
    assert parse("  about\n 2,500 ").text == "about 2,500"


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=lambda value: value[:20])
def test_refuses_and_says_why(text, message):
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        parse(text)
    assert str(caught.value).startswith(f"`{' '.join(text[:60].split())}")


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=lambda value: str(value)[:30])
def test_finds_the_numbers_in_a_sentence(sentence, expected):
    assert [sentence[one.start : one.end] for one in find(sentence)] == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("8", "eight", True),
        ("8", "9", False),
        ("about 100", "90", True),
        ("about 100", "110", True),
        ("about 100", "111", False),
        ("at least 1", "1", True),
        ("at least 1", "0", False),
        ("over 60", "60", False),
        ("over 60", "60.5", True),
        ("over 60", "up to 60", False),
        ("at least 60", "up to 60", True),
        ("up to 20", "20", True),
        ("up to 20", "21", False),
        ("nearly 900", "900", True),
        ("nearly 900", "810", True),
        ("nearly 900", "809", False),
        ("nearly 900", "901", False),
        ("1 to 2", "2", True),
        ("1 to 2", "3", False),
        ("1 to 2", "2 to 3", True),
        ("1 to 2", "at least 3", False),
        ("several", "1", True),
    ],
)
def test_compatible(a, b, expected):
    assert compatible(parse(a), parse(b)) is expected
    assert compatible(parse(b), parse(a)) is expected


def test_plain_is_what_json_can_hold():
    assert repr(plain(2500)) == "2500"
    assert repr(plain(Decimal("3.5"))) == "3.5"


WORDS = [
    *("one", "two", "a", "of", "to", "and", "from", "half", "at least", "up", "as", "many", "six", "sixteen"),
    *("sixty", "hundred", "dozen", "thousand", "about"),
    *(
        "million",
        "billion",
        "several",
        "dozens",
        "between",
        "8",
        "2,500",
        "3.5",
        "0",
        "1-2",
        "20–30",
        "or more",
    ),
    *("+", "-", "–", ".", ",", "p.m.", "thirds", "twenty-five", "fifth", "no fewer than", "few", "\n", "’s"),
]
PROSE = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS)).map(" ".join),
    st.lists(st.sampled_from([*WORDS, " "])).map("".join),
)
AMOUNTS = st.sampled_from([row[0] for row in ROWS]).map(parse)


@given(PROSE)
def test_parse_raises_nothing_but_value_error(text):
    try:
        amount = parse(text)
    except ValueError:
        return
    ends = [end for end in (amount.low, amount.best, amount.high) if end is not None]
    assert ends == sorted(ends)
    assert parse(amount.text) == amount
    assert compatible(amount, amount)


@given(PROSE)
def test_what_is_found_parses_to_the_same_amount(text):
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        assert parse(text[one.start : one.end]) == one.amount
        end = one.end


@given(st.integers(0, 10**15))
def test_digits_round_trip(number):
    assert parse(str(number)).best == parse(f"{number:,}").best == number


@given(st.decimals(0, 10**9, places=3))
def test_decimals_are_exact(number):
    assert parse(f"{number:f}").best == number


@given(st.integers(0, 10**12 - 1))
def test_number_words_round_trip(number):
    words = spell(number)
    assert parse(words).best == number
    assert [(one.start, one.end) for one in find(f"In all, {words} birds.")] == (
        [] if number == 1 else [(8, 8 + len(words))]
    )


@given(AMOUNTS, AMOUNTS)
def test_compatible_is_reflexive_and_symmetric(a, b):
    assert compatible(a, a)
    assert compatible(a, b) == compatible(b, a)


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spell(number: int) -> str:
    """British English, written apart from the program's own tables."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = " and " if rest < 100 else " "
            return f"{spell(head)} {name}" + (joint + spell(rest) if rest else "")
    if number < 20:
        return ONES.split()[number]
    tens = TENS.split()[number // 10 - 2]
    return f"{tens}-{spell(number % 10)}" if number % 10 else tens
