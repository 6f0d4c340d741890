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


def test_pronoun_finds_a_curated_person_by_any_of_the_names() -> None:
    names = [Name("mara", "Mara Lindqvist"), Name("mara", "Lindqvist"), Name("marsh", "Jon Marsh")]
    text = f"{FIRST} {OTHER} Lindqvist nodded. “We are ready to build,” she said. “We are ready to sue,” he said."
    quotes = extract(text, names=names).quotes
    assert [quote.speaker_id for quote in quotes] == ["mara", "marsh"]


def test_curated_place_is_nobody() -> None:
    names = [Name("tolby", "Tolby"), Name("marsh", "Jon Marsh")]
    text = "Jon Marsh, a lawyer, came from the port of Tolby. “We are ready to sue,” he said."
    assert [quote.speaker_id for quote in extract(text, names=names).quotes] == ["marsh"]


CARRIED = [
    # A sentence that opens with the pronoun carries its person past other names.
    (
        "Jon Marsh, a lawyer, praised the plan. He thanked Paul Berg for it. “We are ready to build,” he said.",
        "Jon Marsh",
    ),
    # The subject of the clause before in the same sentence.
    (
        "Paul Berg left early. In May, Jon Marsh was reading the plan when he called it “a gift to the ferries.”",
        "Jon Marsh",
    ),
    # "As for X, he".
    ("Paul Berg had a ticket. As for Jon Marsh, he said it was lost. “We are ready to sue,” he said.", "Jon Marsh"),
    # "A said B left": the subject is A, however B's sentence goes on.
    ("Jon Marsh, a lawyer, for example, said Paul Berg lost his way. “We never did,” he said.", "Jon Marsh"),
    # The object of the pronoun's own verb is somebody else.
    ("Paul Berg met Jon Marsh. Jon Marsh was late. “You are late,” he told Marsh.", "Paul Berg"),
    # A full stop ends what a preposition governs.
    (
        "Jon Marsh lost his job in Norland. Paul Berg said that the pier was safe. “We built it well,” he said.",
        "Paul Berg",
    ),
    # Who is asked about is not who answers; who is asked is.
    ("Kari Holm opened the fair. Asked about the plans of Mette Dahl, she said: “We shall see.”", "Kari Holm"),
    ("Paul Berg asked Jon Marsh whether the pier would hold. “It will,” he said.", "Jon Marsh"),
    # A sentence leads to the quotation in it by a colon.
    (
        "Jon Marsh, the mayor, said he was calm. Paul Berg saw it otherwise: “When he speaks, he shouts,” he said.",
        "Paul Berg",
    ),
    # "And his wife" makes nobody a wife.
    ("Tam Marsh and his wife own a boat. The boat sank. “It was good,” he said.", "Tam Marsh"),
    # A quotation is as far as one sentence, however many it has.
    (
        "Kari Holm met a child who asked. “Wow. What an idea. I love it. Nobody said so. It is great,” she replied.",
        "Kari Holm",
    ),
    # A surname that two share goes by the pronoun behind it.
    (
        "Jon Marsh and Kari Marsh met. Jon Marsh left. Marsh said her pier was old. “It is mine,” she said.",
        "Kari Marsh",
    ),
    # Who is aged is a person, and so is the full name.
    ("Tam Rowe came on Monday. “I was cold,” said Rowe, 44. “I went home,” he added.", "Tam Rowe"),
    # A name that only modifies a noun is no subject.
    ("In the Paul Berg report, Jon Marsh explained the fire. “We were all asleep,” he said.", "Jon Marsh"),
]


@pytest.mark.parametrize(("text", "name"), CARRIED)
def test_pronoun_goes_to_the_subject(text: str, name: str) -> None:
    assert who(text)[-1] == name


def test_name_before_a_trailing_pronoun_is_somebody_else() -> None:
    text = "Jon Marsh, a lawyer, spoke first. Paul Berg has “no plan of any kind,” he said."
    assert who(text) == ["Jon Marsh"]


def test_speaker_without_a_name_leaves_the_pronoun_unresolved() -> None:
    text = "Jon Marsh, a lawyer, met a diver. “The pier is gone,” the diver said. “It fell at noon,” he added."
    assert who(text) == [None, None]


def test_last_name_of_a_phrase_is_its_speaker() -> None:
    text = "Peter Berg met Jon Marsh. Berg adviser Jon Marsh said the pier was “beyond any hope of repair.”"
    assert who(text) == ["Jon Marsh"]
