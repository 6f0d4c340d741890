"""Which words of a citation count as the journalist's."""

from __future__ import annotations

import pytest

from generator.checks.quotation import words_outside_marks


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("one two, three", "one two, three"),
        ("one — two … 3", "one two 3"),
        ("said “one two” twice", "said twice"),
        ("one two” he said", "he said"),
        ("he said “one two", "he said"),
        ("one” he said “two", "he said"),
        ("said “one ‘two’ three” twice", "said twice"),
        ('said "one two" twice', "said twice"),
        ('one two" he said', "he said"),
        ('he said "one two', "he said"),
        ('"one two', ""),
        ('said "one" and "two three', "said and"),
        ("said ‘one two’ twice", "said twice"),
        ("said ‘one’s two’ twice", "said twice"),
        ("the militias’ weapons", "the militias’ weapons"),
        ("the guard's men", "the guard's men"),
        ("said «one two» twice", "said twice"),
        ("sagte „one two“ twice", "sagte twice"),
        ("", ""),
    ],
)
def test_words_in_quotation_marks_do_not_count(exact: str, words: str) -> None:
    assert " ".join(words_outside_marks(exact)) == words
