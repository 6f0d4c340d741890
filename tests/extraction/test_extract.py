"""The whole stage: one call, its JSON, hostile input, and that spans always hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction import Name, extract, to_json

TEXT = (
    "Council Shuts Northern Pier\n15 June 2023\n\n"
    "BERGHAVEN, Norland (AP) — “We will rebuild the pier,” said Mara Lindqvist, who leads the council of about 40 "
    "members.\n\nThe pier sank on Monday near “Old Light”, killing two."
)


def test_json_of_a_line() -> None:
    line = to_json("one", extract(TEXT, names=[Name("norland", "Norland"), Name("mara", "Mara Lindqvist")]))
    assert json.loads(json.dumps(line)) == line
    start = TEXT.index("We will")
    assert line["doc_id"] == "one"
    assert line["quotes"] == [
        {
            "start": start,
            "end": start + len("We will rebuild the pier"),
            "kind": "direct",
            "speaker": "Mara Lindqvist",
            "speaker_start": TEXT.index("Mara"),
            "speaker_end": TEXT.index(", who"),
            "speaker_id": "mara",
        }
    ]
    assert line["figures"] == [
        {
            "start": TEXT.index("about 40"),
            "end": TEXT.index(" members"),
            "value": 40,
            "qualifier": "~",
            "unit": None,
            "counted": "members",
        },
        {
            "start": TEXT.index("two."),
            "end": TEXT.index("two.") + 3,
            "value": 2,
            "qualifier": "=",
            "unit": None,
            "counted": None,
        },
    ]
    assert line["dates"] == [{"start": TEXT.index("Monday"), "end": TEXT.index("Monday") + 6, "value": "2023-06-12"}]
    assert [mention["id"] for mention in line["mentions"]] == ["norland", "AP", "mara", "Old Light"]  # type: ignore[attr-defined]


def test_same_input_same_result() -> None:
    assert extract(TEXT) == extract(TEXT)


def test_given_publication_day_outweighs_the_header() -> None:
    assert extract(TEXT, "2023-06-20").published == "2023-06-20"
    assert [when.value for when in extract(TEXT, "2023-06-20").dates] == ["2023-06-19"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x00",
        "\ufeff",
        "“" * 3000,
        "'" * 3000,
        '"' * 3001,
        "said " * 2000,
        "one " * 2000,
        "1," * 2000,
        "A " * 2000,
        "The " * 2000,
        "." * 5000,
        "((((" * 1000,
        "אמר „שלום” ביום שני " * 200,
        "« " * 1000,
        "-" * 5000,
        " " * 5000,
    ],
)
def test_hostile_text_is_read_and_spans_hold(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "“", "”", '"', "‘", "’", "'", ",", ".", "?", ":", "—", "\n\n", " ", "said", "Ola Berg", "he", "she",
                "the spokesman", "Norland", "2,500", "about", "$5", "million", "to", "Monday", "May 3", "last", "year",
                "a", "of", "who", "adding", "killed", "\u00a0", "\u202b", "é", "(", ")", "according to",
            ]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_spans_hold_whatever_the_text(words: list[str]) -> None:
    check(" ".join(words))
    check("".join(words))


def check(text: str) -> None:
    found = extract(text, "2023-06-15")
    for candidates in (found.quotes, found.figures, found.dates, found.mentions):
        reach = 0
        for candidate in candidates:
            assert text[candidate.start : candidate.end] == candidate.exact
            assert reach <= candidate.start < candidate.end
            assert candidate.rule
            assert 0 < candidate.confidence <= 1
            reach = candidate.end
    for quote in found.quotes:
        assert (quote.speaker is None) == (quote.speaker_start is None)
        if quote.speaker_start is not None:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker
