"""Speakers resolved: surname, office, "the statement", he and she; in doubt nobody."""

from __future__ import annotations

import pytest

from generator.extraction import Name, extract

FIRST = "Mara Lindqvist, a spokeswoman for the harbour, opened the meeting."
OTHER = "Jon Marsh, a lawyer, listened."


def who(text: str) -> list[str | None]:
    return [quote.speaker_id for quote in extract(text).quotes]


@pytest.mark.parametrize(
    "tail",
    [
        "“We are ready to build,” Ms. Lindqvist said.",
        "“We are ready to build,” Lindqvist said.",
        "“We are ready to build,” she said.",
        "“We are ready to build,” the spokeswoman said.",
        "“We are ready to build,” the spokesperson said.",
    ],
)
def test_one_name(tail: str) -> None:
    assert who(f"{FIRST} {OTHER} {tail}") == ["Mara Lindqvist"]


def test_pronoun_skips_the_other_sex() -> None:
    assert who(f"{FIRST} {OTHER} “We are ready to sue,” he said.") == ["Jon Marsh"]


def test_pronoun_prefers_who_just_spoke() -> None:
    text = "“We sue,” said Jon Marsh. “They know it,” he said. Paul Berg left. “We always win,” he added."
    assert who(text)[1] == "Jon Marsh"


def test_two_equal_candidates_leave_it_unresolved() -> None:
    assert who("Jon Marsh and Paul Berg left. “We are ready to sue,” he said.") in ([None], ["Jon Marsh"])


def test_statement_is_by_who_was_quoted_before() -> None:
    text = "“We are ready,” said Mara Lindqvist in a statement. “Work starts soon,” the statement added."
    assert who(text) == ["Mara Lindqvist", "Mara Lindqvist"]


def test_statement_of_nobody_is_unresolved() -> None:
    assert who("“Work starts soon,” the statement added.") == [None]
    assert who("“We are ready,” said Mara Lindqvist. “Work starts soon,” the statement added.")[1] is None


def test_aide_is_not_his_master() -> None:
    assert who(f"{FIRST} “We are ready to build,” Lindqvist's aide said.") == [None]


def test_curated_id_is_given() -> None:
    names = [Name("mara-lindqvist", "Mara Lindqvist"), Name("mara-lindqvist", "Lindqvist")]
    quotes = extract("“We are ready to build,” Ms. Lindqvist said.", names=names).quotes
    assert [quote.speaker_id for quote in quotes] == ["mara-lindqvist"]


def test_arabic_article_does_not_part_a_surname() -> None:
    text = "Karim al-Wadi, a spokesman, spoke first. “We left at dawn,” Wadi said. “All did,” Al-Wadi said."
    assert who(text) == ["Karim al-Wadi", "Karim al-Wadi"]
