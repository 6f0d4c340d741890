"""Sentences: where a full stop ends one and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.sentences import split_sentences

CASES = [
    "The pier is shut.|It will reopen in May.",
    "Maj. Gen. Ola Berg spoke first.|Then Lt. Col. Marsh answered.",
    "They flew to the U.S.|He stayed in Norland.",
    "The U.S. Navy sent a ship.|The U.S. Senate did not object.",
    "It was signed by J. Marsh.|Nobody else signed.",
    "See No. 5 on the list.|It is missing.",
    "The meeting is at 5 p.m. Monday.|All may come.",
    "It closed at 5 p.m.|The crowd went home.",
    "“Is it safe?” Mara Berg asked.|Nobody knew.",
    "“It is safe.”|He left at once.",
    "“Is it safe?”|The crowd fell silent.",
    "He waited ... and then he spoke.|She did not.",
    "Berg Inc. said profits rose 3.5 percent.|Shares fell.",
    "1. Open the gate.|2. Close it.",
    "It left on Jan. 23 with Dr. Marsh aboard.|No one saw it.",
    "She lives in St. Olav.|“We are fine,” she wrote.",
    "(The pier is old.)|It was built in 1911.",
]


@pytest.mark.parametrize("case", CASES)
def test_split(case: str) -> None:
    text = case.replace("|", " ")
    assert [text[start:end] for start, end in split_sentences(text)] == case.split("|")


def test_only_the_stretch_asked_for() -> None:
    text = "One ends. Two ends. Three ends."
    assert [text[a:b] for a, b in split_sentences(text, 10, 19)] == ["Two ends."]


@given(st.text(alphabet=st.sampled_from('aB .!?…”"’\nUS1'), max_size=120))
def test_sentences_cover_every_visible_character_in_order(text: str) -> None:
    reach = 0
    for start, end in split_sentences(text):
        assert not text[reach:start].strip()
        assert start < end
        reach = end
    assert not text[reach:].strip()
