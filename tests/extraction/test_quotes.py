"""Quotes: who said it, by every rule; each case has its own sentence, span and speaker."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.extraction import extract
from generator.extraction.rules import QuoteRule

LONG = "We will rebuild the northern pier before the spring"

# rule, text, quoted words, kind, speaker
CASES = [
    ("subject-verb", f"Mara Lindqvist said, “{LONG}.”", f"{LONG}.", "direct", "Mara Lindqvist"),
    ("subject-verb", f"“{LONG},” she said on Monday.", LONG, "direct", "she"),
    ("subject-verb", f"“{LONG},” the harbour master later told reporters.", LONG, "direct", "the harbour master"),
    ("subject-verb", "Marsh called the plan “a gift to the ferry company” on Monday.", "a gift to the ferry company",
     "mixed", "Marsh"),
    ("subject-verb", "As Marsh put it, “the sea always sends its bill.”", "the sea always sends its bill.", "direct",
     "Marsh"),
    ("inverted", f"“{LONG},” said Ola Berg, a diver.", LONG, "direct", "Ola Berg"),
    ("inverted", f"“{LONG},” adds the statement.", LONG, "direct", "the statement"),
    ("insertion", f"“{LONG},” Ola Berg, a diver from the capital, said.", LONG, "direct", "Ola Berg"),
    ("insertion", "Ola Berg, who led the dive, called it “the worst night of the year.”",
     "the worst night of the year.", "mixed", "Ola Berg"),
    ("apposition", f"“{LONG},” Ola Berg, the head of the divers of Norland said on Monday.", LONG, "direct",
     "Ola Berg"),
    ("according-to", "The pier was “beyond any hope of repair,” according to Ola Berg.",
     "beyond any hope of repair", "mixed", "Ola Berg"),
    ("according-to", "The pier was “beyond any hope of repair,” per the report.", "beyond any hope of repair",
     "mixed", "the report"),
    ("participle", "Ola Berg left the meeting, calling it “a waste of everybody's time.”",
     "a waste of everybody's time.", "mixed", "Ola Berg"),
    ("participle-first", "Calling the vote “a very sad mistake for Norland”, Ola Berg left.",
     "a very sad mistake for Norland", "mixed", "Ola Berg"),
    ("infinitive", "Ola Berg went to the pier to say it was “a monument to neglect and greed.”",
     "a monument to neglect and greed.", "mixed", "Ola Berg"),
    ("relative", "The vote angered Ola Berg, who called it “a gift to the ferry company.”",
     "a gift to the ferry company.", "mixed", "Ola Berg"),
    ("name-colon", f"Marsh: “{LONG}.”", f"{LONG}.", "direct", "Marsh"),
    ("lead", f"Marsh shook his head, “{LONG}.”", f"{LONG}.", "direct", "Marsh"),
    ("tag", f"“{LONG}!” boomed Ola Berg.", f"{LONG}!", "direct", "Ola Berg"),
    ("signed", f"“{LONG}.” — Ola Berg", f"{LONG}.", "direct", "Ola Berg"),
    ("label-inside", f"“MARSH: {LONG}.”", f"MARSH: {LONG}.", "direct", "MARSH"),
    ("sentence-head", "Marsh was behind the slogan “nobody drowns on our watch” again.",
     "nobody drowns on our watch", "mixed", "Marsh"),
    ("clause-head", f"Ola Berg looked up from the chart and said, “{LONG}.”", f"{LONG}.", "direct", "Ola Berg"),
    ("clause-head", f"Ola Berg was asked about the pier and said this: “{LONG}.”", f"{LONG}.", "direct", "Ola Berg"),
    ("split", f"“{LONG},” said Ola Berg. “The divers are ready.”", "The divers are ready.", "direct", "Ola Berg"),
    ("continued", f"“{LONG},” said Ola Berg. Instead, “we shall build another one.”", "we shall build another one.",
     "direct", "Ola Berg"),
    ("led-by-next", f"“{LONG}.” “The divers are ready,” said Ola Berg.", f"{LONG}.", "direct", "Ola Berg"),
    ("reported-before", f"Ola Berg said the divers were ready. “{LONG}.”", f"{LONG}.", "direct", "Ola Berg"),
    ("running", f"Ola Berg said: “{LONG}.\n\n“The divers are ready.”", "The divers are ready.", "direct", "Ola Berg"),
    ("paragraph-before", f"“{LONG},” said Ola Berg.\n\n“The divers are ready.”", "The divers are ready.", "direct",
     "Ola Berg"),
    ("introduced", f"After the vote, Ola Berg issued the following statement:\n\n“{LONG}.”", f"{LONG}.", "direct",
     "Ola Berg"),
    ("introduced", f"“Quiet,” said Ola Berg. Mara Lindqvist was asked:\n\n“{LONG}.”", f"{LONG}.", "direct",
     "Mara Lindqvist"),
    ("unattributed", f"“{LONG}.”", f"{LONG}.", "direct", None),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "words", "kind", "speaker"), CASES)
def test_rule(rule: str, text: str, words: str, kind: str, speaker: str | None) -> None:
    found = {quote.start: quote for quote in extract(text).quotes}
    assert len(found) == text.count("“")
    quote = found[text.index(words)]
    assert text[quote.start : quote.end] == quote.exact == words
    assert (quote.rule, quote.kind, quote.speaker) == (rule, kind, speaker)
    assert (speaker is None) == (quote.speaker_start is None)
    if speaker is not None:
        assert text[quote.speaker_start : quote.speaker_end] == speaker


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in CASES} == set(get_args(QuoteRule))


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(quote.exact, quote.rule, quote.speaker) for quote in extract(text).quotes]


def test_split_quotation_has_one_speaker_and_is_linked() -> None:
    text = f"“{LONG},” said Ola Berg. “The divers are ready.”"
    first, second = extract(text).quotes
    assert (second.exact, second.rule, second.speaker) == ("The divers are ready.", "split", "Ola Berg")
    assert second.continues == first.start


def test_quotation_over_paragraphs() -> None:
    text = f"Ola Berg said: “{LONG}.\n\n“The divers are ready.”"
    first, second = extract(text).quotes
    assert (second.rule, second.speaker, second.continues) == ("running", "Ola Berg", first.start)


def test_reported_speech_in_the_paragraph_before_is_not_enough() -> None:
    text = f"Ola Berg said the divers were ready.\n\n“{LONG}.”"
    assert told(text) == [(f"{LONG}.", "unattributed", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{LONG},” said 3/11 widow Mara Lindqvist.", "3/11 widow Mara Lindqvist"),
        (f"“{LONG},” the article read.", "the article"),
        (f"“{LONG},” people say.", "people"),
        (f"Marsh said the pier was old. She added, “{LONG}.”", "She"),
    ],
)
def test_subjects_of_many_shapes(text: str, speaker: str) -> None:
    assert told(text)[0][2] == speaker


def test_he_said_after_a_closing_mark_begins_a_sentence_of_its_own() -> None:
    text = "Marsh called it “a gift to the ferry company.” She said Berg “knew of the plan before.”"
    assert [speaker for _, _, speaker in told(text)] == ["Marsh", "She"]


def test_plural_nouns_are_no_cues() -> None:
    text = "Marsh says late-night tweets and remarks of Berg were “unhinged, even for him.”"
    assert told(text)[0][2] == "Marsh"


@pytest.mark.parametrize(
    "text",
    [
        "She sang in the musical “The Drowned Pier” for years.",
        "They met on Norland TV's “Evening Harbour” on Monday.",
        "It was a so-called “ghost pier” for years.",
        "Ola “Diver” Berg left.",
        "Nobody has sailed “the long way” since.",
    ],
)
def test_titles_and_names_are_terms_and_nobodys_speech(text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in extract(text).quotes] == [("term", None)]


def test_passive_cue_has_no_speaker_for_subject() -> None:
    (quote,) = extract("The pier was described as “a ruin in all but name” by nobody.").quotes
    assert quote.rule != "subject-verb"


def test_bracketed_insertion_stays_inside() -> None:
    (quote,) = extract("“They [the divers] left before dawn,” said Ola Berg.").quotes
    assert quote.exact == "They [the divers] left before dawn"


def test_question_mark_does_not_cut_the_tag_off() -> None:
    assert told("“Who will pay for the pier?” Ola Berg asked.") == [
        ("Who will pay for the pier?", "subject-verb", "Ola Berg")
    ]


def test_title_with_speaker() -> None:
    text = "Marsh Says Pier Is ‘Beyond Any Repair’\n\nThe council of Norland met on Monday to discuss the old pier."
    assert told(text)[0] == ("Beyond Any Repair", "subject-verb", "Marsh")


def test_title_that_ends_with_who_said_it() -> None:
    text = (
        "Pier Is ‘Beyond Any Repair’: Norland army spokeswoman\n\nThe council of Norland met on Monday to talk of it."
    )
    assert told(text)[0] == ("Beyond Any Repair", "signed", "Norland army spokeswoman")


def test_repeated_paragraph_counts_once() -> None:
    paragraph = f"“{LONG},” said Ola Berg, a diver."
    assert len(extract(f"{paragraph}\n\nIt rained all day in the harbour.\n\n{paragraph}").quotes) == 1


def test_very_long_sentence_without_full_stops_is_read_in_pieces() -> None:
    text = "Marsh said that he said “we left at dawn today” and " * 200
    quotes = extract(text).quotes
    assert len(quotes) == 200
    assert {quote.exact for quote in quotes} == {"we left at dawn today"}


def test_verb_without_subject_goes_on_with_the_speaker_before() -> None:
    text = "A harbour spokesman condemns ‘acts of folly,’ says Norland will respond with the ‘right actions.’"
    assert [quote.speaker for quote in extract(text).quotes] == ["A harbour spokesman"] * 2


def test_words_explained_as_a_name_are_nobodys() -> None:
    text = "The mourners belonged to the “Harbour resistance in the north”, the group that has claimed all raids."
    assert [(quote.kind, quote.speaker) for quote in extract(text).quotes] == [("term", None)]


def test_sentence_before_names_the_speaker_only_where_the_paragraph_needs_it() -> None:
    text = "Ola Berg said the pier was gone. “The sea always sends its bill.”"
    assert [(quote.speaker, quote.rule) for quote in extract(text).quotes] == [("Ola Berg", "reported-before")]
    text = "Ola Berg said the pier was gone. Then came the letter: “The sea always sends its bill.”"
    assert [quote.exact for quote in extract(text).quotes] == ["The sea always sends its bill."]
