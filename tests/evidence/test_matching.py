"""Where cited words stand in a text, and what is said when they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.matching import Span, difference, duplicates, locate, nearest, same_words
from generator.model.facts import Citation
from generator.model.records import Source

FOUND: list[tuple[str, str, str, str, list[tuple[int, int]]]] = [
    # text, prefix, exact, suffix, spans
    ("one two three", "", "two", "", [(4, 7)]),
    ("one two three", "", "One", "", []),
    ("one \n\t two three", "", "one two", "", [(0, 10)]),
    ("one two three", "", "one \u00a0\n two", "", [(0, 7)]),
    ("one\u00a0two\u2003three", "", "one two three", "", [(0, 13)]),
    ("one\u200btwo", "", "one two", "", []),
    ("onetwo", "", "one two", "", []),
    ("a.c abc", "", "a.c", "", [(0, 3)]),
    ("(a)+ [b]", "", "(a)+ [b]", "", [(0, 8)]),
    ("x x x", "", "x x", "", [(0, 3), (2, 5)]),
    ("aaaa", "", "aa", "", [(0, 2), (1, 3), (2, 4)]),
    ("two men, two boats", "", "two", "", [(0, 3), (9, 12)]),
    ("two men, two boats", "men,", "two", "", [(9, 12)]),
    ("two men, two boats", "", "two", "men", [(0, 3)]),
    ("two men,  two \n boats", "men,", "two", "boats", [(10, 13)]),
    ("two men, two boats", "boats", "two", "", []),
    ("“two” men", "“", "two", "” men", [(1, 4)]),
    ("x x x x", "x", "x", "x", [(2, 3), (4, 5)]),
    ("😀😀 two 😀 men", "", "two 😀", "", [(3, 8)]),
    ("naïve", "", "naïve", "", [(0, 5)]),
    ("nai\u0308ve", "", "naïve", "", []),
    ("nai\u0308ve men", "", "ve men", "", [(4, 10)]),
    ("שלום two", "", "שלום", "", [(0, 4)]),
    ("", "", "two", "", []),
]


def citation(exact: str, prefix: str = "", suffix: str = "") -> Citation:
    return Citation(source="s", exact=exact, prefix=prefix or None, suffix=suffix or None)


@pytest.mark.parametrize(("text", "prefix", "exact", "suffix", "spans"), FOUND)
def test_words_are_found_code_point_for_code_point(
    text: str, prefix: str, exact: str, suffix: str, spans: list[tuple[int, int]]
) -> None:
    assert locate(text, citation(exact, prefix, suffix)) == [Span(*span) for span in spans]


def test_what_touches_a_duplicate_block_is_skipped() -> None:
    text = "two men. two men. two men."
    assert locate(text, citation("two men"), [Span(9, 17)]) == [Span(0, 7), Span(18, 25)]
    assert locate(text, citation("two men"), [Span(6, 9)]) == [Span(9, 16), Span(18, 25)]
    assert locate(text, citation("men. two"), [Span(0, 9)]) == [Span(13, 21)]
    assert locate(text, citation("two men"), [Span(0, 26)]) == []


def test_only_duplicates_are_skipped() -> None:
    described = {"file": "a.txt", "sha256": "0" * 64, "chars": 99}
    blocks = [
        {"kind": "caption", "start": 0, "end": 9},
        {"kind": "duplicate", "start": 9, "end": 20, "of": 0},
        {"kind": "duplicate", "start": 30, "end": 40, "of": 0},
    ]
    source = Source.model_validate({"type": "report", "text": described, "blocks": blocks})
    assert duplicates(source) == [Span(9, 20), Span(30, 40)]


WORDS = st.text(min_size=1).filter(lambda text: text.strip() != "")


@given(st.text(), WORDS, st.text())
def test_a_stretch_of_any_text_is_found_where_it_stands(before: str, words: str, after: str) -> None:
    text = before + words + after
    start = len(before) + len(words) - len(words.lstrip())
    span = Span(start, start + len(words.strip()))
    assert span in locate(text, citation(words))
    assert locate(text, citation(words), [span]) == [
        other for other in locate(text, citation(words)) if not other.overlaps(span)
    ]


@given(st.lists(st.text("aé.“\u0301😀", min_size=1), min_size=1), st.lists(st.text(" \n\t\u00a0\u2003", min_size=1)))
def test_any_white_space_matches_any_other(words: list[str], spaces: list[str]) -> None:
    between = [*spaces, *[" "] * len(words)]
    text = "".join(word + space for word, space in zip(words, between, strict=False))
    (first, *_) = locate(text, citation(" ".join(words)))
    assert first == Span(0, len(text.rstrip()))
    assert text[first.start : first.end].split() == words


TEXT = "The guard said: “Nobody was on board,” and left. Nine boats — all old — had burned at the fishers’ quay."
NEAR: list[tuple[str, str, str]] = [
    # cited, nearest passage, the difference
    (
        "The guard said: “Nobody was on bord",
        "The guard said: “Nobody was on board,”",
        "the text has `board,”` where the citation has `bord`",
    ),
    (
        '"Nobody was on board',
        "“Nobody was on board,”",
        'the text has `“` (left double quotation mark) where the citation has `"` (quotation mark)',
    ),
    (
        "fishers' quay",
        "fishers’ quay.",
        "the text has `’` (right single quotation mark) where the citation has `'` (apostrophe)",
    ),
    (
        "boats - all old",
        "boats — all old",
        "the text has `—` (em dash) where the citation has `-` (hyphen-minus)",
    ),
    (
        "Nine\u00adboats — all",
        "Nine boats — all",
        "the text has ` ` (space) where the citation has `\u00ad` (soft hyphen)",
    ),
    ("Nobody was ever on board", "“Nobody was on board,”", "the text has no `ever` after `Nobody was`"),
    ("Nine boats all old had burned", "Nine boats — all old — had burned", "the text has `—` after `Nine boats`"),
    ("nobody was on board", "“Nobody was on board,”", "the text has `“Nobody` where the citation has `nobody`"),
    (
        "Almost nine boats — all old",
        "left. Nine boats — all old",
        "the text has `left.` where the citation has `Almost`",
    ),
    ("had all burned", "had burned", "the text has no `all` after `had`"),
    ("Nobody on board", "“Nobody was on board,”", "the text has `was` after `Nobody`"),
    ("Nine boats old had burned", "Nine boats — all old — had burned", "the text has `— all` after `Nine boats`"),
]
SAME = [
    ("fishers' quay", "fishers’ quay.", "fishers’ quay"),
    ("nobody was on board", "“Nobody was on board,”", "Nobody was on board"),
    ('"Nobody was on board,"', "“Nobody was on board,”", "“Nobody was on board,”"),
    ("boats - all old", "boats — all old", "boats — all old"),
    ("Nobody on board", "“Nobody was on board,”", ""),
    ("- -", "— —", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("exact", "passage", "same"), SAME)
def test_the_same_words_with_other_signs(exact: str, passage: str, same: str) -> None:
    assert same_words(exact, passage) == same


def test_the_nearest_passage_of_very_many_words_is_found_without_aligning_them() -> None:
    words = [f"w{number}" for number in range(3000)]
    passage = nearest(" ".join(words), " ".join(words[100:2900]).replace("w500 ", ""))
    assert passage is not None
    assert passage.startswith("w10")


@pytest.mark.parametrize(("exact", "passage", "why"), NEAR)
def test_the_nearest_passage_and_the_first_difference(exact: str, passage: str, why: str) -> None:
    assert nearest(TEXT, exact) == passage
    assert difference(exact, passage) == why


def test_letters_that_look_the_same_are_told_apart() -> None:
    assert difference("naïve", "nai\u0308ve") == (
        "the text has `i` (latin small letter i) `\u0308` (combining diaeresis) "
        "where the citation has `ï` (latin small letter i with diaeresis)"
    )


def test_nothing_is_near() -> None:
    assert nearest(TEXT, "Zyzzyva xylographs") is None
    assert nearest("", "boats") is None


def test_a_passage_that_only_goes_on_does_not_differ() -> None:
    assert difference("was on board", "was on board,” and left") == ""
    assert difference("was on board", "“Nobody was on board") == ""


@given(st.text(), WORDS)
def test_no_text_makes_the_search_for_a_passage_raise(text: str, exact: str) -> None:
    passage = nearest(text, exact)
    if passage is not None:
        assert " ".join(passage.split()) == passage
        assert passage in " ".join(text.split())
        assert isinstance(difference(exact, passage), str)
