"""Names: curated ones first and longest, unknown ones proposed and typed, near spellings only offered."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.extraction import Mention, Name, extract
from generator.extraction.rules import MentionRule

NAMES = [Name("norland", "Norland"), Name("norland-navy", "Norland Navy"), Name("ola-berg", "Ola Berg")]


def named(text: str, names: list[Name] | None = None) -> list[Mention]:
    return list(extract(text, names=names or []).mentions)


def test_longest_curated_name_wins_at_word_boundaries() -> None:
    text = "The Norland Navy left Norland, but Norlanders stayed."
    found = named(text, NAMES)
    assert [(m.exact, m.id) for m in found if m.id] == [("Norland Navy", "norland-navy"), ("Norland", "norland")]
    assert all(text[m.start : m.end] == m.exact for m in found)


def test_curated_name_with_another_apostrophe() -> None:
    (mention,) = named("They reached Ra’s Berg at dawn.", [Name("ras-berg", "Ra's Berg")])
    assert (mention.exact, mention.id) == ("Ra’s Berg", "ras-berg")


def test_near_spelling_is_offered_and_not_merged() -> None:
    (mention,) = named("They met Ola Bergh at dawn.", NAMES)
    assert (mention.exact, mention.id, mention.near) == ("Ola Bergh", None, ("ola-berg",))


def test_part_of_a_name_is_not_near_to_it() -> None:
    (mention,) = named("They met the Navy at dawn, and the Navy left.", NAMES)[:1]
    assert mention.near == ()


IN_BODY = "The council met in Berghaven on Monday, after two boats had sunk in the fog."
# text, exact, kind, rule; no name is curated but Ola Berg's
CASES = [
    ("They met Defence Secretary Mara Lindqvist.", "Mara Lindqvist", "person", "title"),
    ("They met Mr. Lindqvist.", "Lindqvist", "person", "title"),
    ("They met military spokesman Joren Berg.", "Joren Berg", "person", "role-before"),
    ("They met Peter Berg.", "Peter Berg", "person", "given-name"),
    ("They met Mr. English.", "English", "person", "title"),
    ("They met Chief of Staff Karen Holm.", "Karen Holm", "person", "given-name"),
    ("They met Pete King.", "Pete King", "person", "given-name"),
    ("They know her as Mary Dahl.", "Mary Dahl", "person", "given-name"),
    ("They met Holm, 44, at sea.", "Holm", "person", "apposition"),
    ("They met Joren Berg, who left.", "Joren Berg", "person", "apposition"),
    ("They met Joren Berg, leader of the divers.", "Joren Berg", "person", "apposition"),
    ("Later, Joren Berg said no.", "Joren Berg", "person", "speaks"),
    ("They joined the Harbour Workers Union.", "Harbour Workers Union", "organisation", "organisation-word"),
    ("They joined the University of Berghaven.", "University of Berghaven", "organisation", "organisation-word"),
    ("They joined the militia Harun Wadi.", "Harun Wadi", "organisation", "apposition"),
    ("They joined the HWU.", "HWU", "organisation", "acronym"),
    ("They crossed the Berg River.", "Berg River", "place", "place-word"),
    ("They live in Berghaven.", "Berghaven", "place", "after-preposition"),
    ("They live in northern Berghaven.", "Berghaven", "place", "after-direction"),
    ("They live at Berghaven, a town by the sea.", "Berghaven", "place", "apposition"),
    ("They asked the UK.", "UK", "place", "state"),
    ("They joined Operation Grey Seal.", "Operation Grey Seal", "event", "event-word"),
    ("They praised Berghaven.", "Berghaven", "unknown", "capitals"),
    ("They met Ola Berg.", "Ola Berg", "unknown", "curated"),
    (f"Berghaven Shuts Pier After Collision\n\n{IN_BODY}", "Berghaven", "place", "as-in-body"),
]


def test_every_rule_has_a_case() -> None:
    assert {rule for *_, rule in CASES} == set(get_args(MentionRule))


@pytest.mark.parametrize(("text", "words", "kind", "rule"), CASES)
def test_proposal(text: str, words: str, kind: str, rule: str) -> None:
    mention, *again = named(text, [Name("ola-berg", "Ola Berg")])
    assert [one.exact for one in again] == [words] * (text.count(words) - 1)
    assert (mention.exact, mention.kind, mention.rule) == (words, kind, rule)
    assert mention.start == text.index(words)
    assert mention.id == ("ola-berg" if rule == "curated" else None)
    assert 0 < mention.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "However, nobody came on Monday in May.",
        "Divers left. Nobody saw them.",
        "The American and the Muslim divers left.",
        "They saw an AC-130 and an F16.",
        "The Prime Minister and the Defence Secretary left.",
        "What Happened Next at Sea",
    ],
)
def test_no_name(text: str) -> None:
    assert [mention.exact for mention in named(text)] == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("They met Berg's aide.", ["Berg"]),
        ("They met the Norland-backed divers.", ["Norland"]),
        ("They met Karim al-Wadi and Jan van der Berg.", ["Karim al-Wadi", "Jan van der Berg"]),
        ("They met Norland's Harbour Workers Union.", ["Norland", "Harbour Workers Union"]),
        ("They met Pier Ministry Deputy Secretary Peter Berg.", ["Pier Ministry", "Peter Berg"]),
        ("They met Bae Min-seo.", ["Bae Min-seo"]),
        ("They met the Norland-led divers.", ["Norland"]),
        ("They met J. R. Berg of Norland.", ["J. R. Berg", "Norland"]),
        ("They left Norland; the Norlandian divers stayed.", ["Norland"]),
    ],
)
def test_cut(text: str, exact: list[str]) -> None:
    assert [mention.exact for mention in named(text)] == exact


def test_word_the_text_also_writes_small_is_no_name_at_a_sentence_start() -> None:
    assert named("Divers left. Many divers stayed.") == []


def test_surname_and_acronym_get_the_full_name() -> None:
    text = "Peter Berg met the Harbour Workers Union (HWU). Mr. Berg and the HWU agreed."
    assert [mention.name for mention in named(text)] == [
        "Peter Berg",
        "Harbour Workers Union",
        "Harbour Workers Union",
        "Peter Berg",
        "Harbour Workers Union",
    ]


def test_surname_shared_by_two_goes_by_the_form_of_address() -> None:
    text = "Peter Berg met Mary Berg. Mrs. Berg left. Mr. Berg stayed."
    assert [mention.name for mention in named(text)][2:] == ["Mary Berg", "Peter Berg"]


def test_title_line_counts_only_names_of_the_body() -> None:
    text = (
        "Berghaven Shuts Pier After Collision\n\nThe council of Berghaven shut the pier on Monday after two boats met."
    )
    assert [mention.exact for mention in named(text)] == ["Berghaven", "Berghaven"]


def test_adjective_belongs_to_a_common_noun_of_place() -> None:
    assert [m.exact for m in named("They fled to the Norwegian Republic. They left the Norwegian port.")] == [
        "Norwegian Republic"
    ]


def test_january_is_no_name_but_jan_is() -> None:
    assert [m.exact for m in named("The raid on Jan. 22 failed, as Jan Holm knew.")] == ["Jan Holm"]


def test_office_behind_a_name_makes_it_no_person() -> None:
    found = named("It angered the former Tolby governor Ola Berg.")
    assert [(m.exact, m.kind) for m in found] == [("Tolby", "unknown"), ("Ola Berg", "person")]


def test_curated_names_are_told_by_the_text() -> None:
    found = named("Mr. Ola Berg left. Divers saw the minister Ola Berg at the pier.", NAMES)
    assert {(m.id, m.kind, m.pronoun) for m in found} == {("ola-berg", "person", "he")}
