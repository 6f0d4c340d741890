"""Which words a wording has that the others of one statement have not."""

from __future__ import annotations

import pytest

from generator.views import wordings
from generator.views.wordings import compared


def alone(*texts: str) -> list[list[str]]:
    """The marked pieces of each text."""
    found = compared(texts)
    for text, pieces in zip(texts, found, strict=True):
        assert "".join(piece for piece, _ in pieces) == text, "nothing is lost, added or put elsewhere"
    return [[piece for piece, marked in pieces if marked] for pieces in found]


def test_only_what_differs_is_marked() -> None:
    assert alone("a reckless and open escalation", "a reckless and clear escalation") == [["open"], ["clear"]]


def test_neighbouring_words_are_one_piece() -> None:
    assert alone("they left the old harbour", "they left at dawn the old harbour") == [[], ["at dawn"]]


def test_case_and_punctuation_are_no_difference() -> None:
    assert alone("The guards, they said, fired.", "the guards they said “fired”") == [[], []]


def test_a_word_is_marked_only_where_none_of_the_others_has_it() -> None:
    assert alone("guards fired twice", "guards shot twice", "guards shot once") == [["fired"], [], ["once"]]


def test_a_text_of_its_own_is_not_marked_whole() -> None:
    assert alone("they left the harbour", "nobody answered our questions") == [[], []]


def test_one_text_and_texts_without_words_have_no_marks() -> None:
    assert alone("they left") == [[]]
    assert alone("", "they left") == [[], []]
    assert compared([]) == []


def test_texts_too_long_to_compare_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordings, "MOST", 3)
    assert alone("one two three", "one two four") == [["three"], ["four"]]
    assert alone("one two three more", "one two four") == [[], []]
