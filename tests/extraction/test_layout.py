"""Layout: every kind of block, publication date, dateline, repeats; own-written copy only."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.layout import KINDS, Block, Layout, lay_out
from generator.extraction.rules import BlockRule

BODY = "The harbour council voted on Monday to close the northern pier after two ferries collided in fog."
MORE = "Nobody was hurt, the harbour master said, but the pier will stay shut until the spring."


def show(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in lay_out(text).blocks]


def test_full_header_is_named_line_by_line() -> None:
    text = "\n".join(
        [
            "Council Shuts Northern Pier After Ferry Collision",
            "",
            "Harbour master says repairs will take the whole winter.",
            "Council Shuts Northern Pier After Ferry Collision",
            "Two ferries lie moored at the pier on March 3, 2022. (Ola Berg/AFP via Getty Images)",
            "Mara Lindqvist",
            "3/14/2022",
            "Updated:",
            "3/14/2022",
            "0:00",
            "",
            BODY,
            "",
            MORE,
        ]
    )
    assert [kind for kind, _ in show(text)] == [
        "title",
        "deck",
        "duplicate",
        "caption",
        "byline",
        "date",
        "furniture",
        "date",
        "furniture",
        "paragraph",
        "paragraph",
    ]
    layout = lay_out(text)
    assert layout.published == "2022-03-14"
    assert text[layout.published_start : layout.published_end] == "3/14/2022"
    assert layout.blocks[2].of == 0


# rule, kind, a line that stands in the body
LINES: list[tuple[BlockRule, str, str]] = [
    ("reading-time", "furniture", "4 min read"),
    ("reading-time", "furniture", "Reading time: 12 minutes"),
    ("clock", "furniture", "0:00"),
    ("clock", "furniture", "1:02:45"),
    ("date-label", "furniture", "Last updated:"),
    ("known-phrase", "furniture", "Advertisement"),
    ("known-phrase", "furniture", "Read more: Ferry company apologises for the delay"),
    ("known-phrase", "furniture", "The views expressed in this article are the author's own."),
    ("known-phrase", "furniture", "Jo Marsh contributed to this report."),
    ("known-phrase", "furniture", "© 2021 Harbour Gazette. All rights reserved."),
    ("known-phrase", "furniture", "___"),
    ("label", "furniture", "EUROPE"),
    ("address-only", "url", "https://example.org/photos/123/original?id=77"),
    ("address-only", "url", "pic.twitter.com/AbCdEf123"),
    ("date-only", "date", "25 January, 2024"),
    ("date-only", "date", "Published: Jan. 5, 2021 at 10:30 a.m. EST | Updated: Jan. 6, 2021"),
    ("by-line", "byline", "By Mara Lindqvist and Jo Marsh"),
    ("photo-credit", "caption", "Divers search below the pier on Tuesday. [Getty]"),
    ("photo-credit", "caption", "Divers search below the pier. Photo: Ola Berg/AFP"),
    ("photo-credit", "caption", "FILE PHOTO: The pier before the collision"),
    ("photo-credit", "caption", "The pier before the collision. REUTERS/Ola Berg"),
    ("post", "embed", "No ferries today. pic.twitter.com/AbCdEf123"),
    ("post", "embed", "No ferries today — Harbour Watch (@harbourwatch) March 3, 2022"),
    ("short-unstopped", "heading", "What the Fog Hid"),
    ("prose", "paragraph", "“We saw nothing at all”, the pilot said."),
    ("prose", "paragraph", "He spoke to the agency (AP)."),
    ("prose", "paragraph", "Ms. Berg said the photo was hers."),
]
# the same, where the lines around it settle it: rule, kind, text, line
AROUND: list[tuple[BlockRule, str, str, str]] = [
    ("header-title", "title", f"Pears Freeze in a Cold Spring\n3 May 2021\n\n{BODY}", "Pears Freeze in a Cold Spring"),
    ("header-title", "title", f"Pears Freeze in a Cold Spring\n\n{BODY}\n\n{MORE}", "Pears Freeze in a Cold Spring"),
    ("header-deck", "deck", f"Pears Freeze in a Cold Spring\nGrowers fear for the harvest.\n3 May 2021\n\n{BODY}",
     "Growers fear for the harvest."),
    ("header-byline", "byline", f"Pears Freeze in a Cold Spring\nMara Lindqvist\n3 May 2021\n\n{BODY}",
     "Mara Lindqvist"),
    ("post-signature", "embed", f"{BODY}\n\nNo ferries today.\n\n— Harbour Watch (@harbourwatch)\n\n{MORE}",
     "— Harbour Watch (@harbourwatch)"),
    ("post-body", "embed", f"{BODY}\n\nNo ferries today.\n\n— Harbour Watch (@harbourwatch)\n\n{MORE}",
     "No ferries today."),
    ("after-comments", "furniture", f"{BODY}\n{MORE}\n{BODY[:-1]} again.\nComments\nBe kind, and never insult anyone.",
     "Be kind, and never insult anyone."),
    ("repeated", "duplicate", f"{BODY}\n\n{MORE}\n\nAs we wrote:\n\n{BODY}", BODY),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "kind", "line"), LINES)
def test_line_in_the_body(rule: BlockRule, kind: str, line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{MORE}"
    block = lay_out(text).blocks[1]
    assert (block.rule, block.kind, text[block.start : block.end]) == (rule, kind, line)


@pytest.mark.parametrize(("rule", "kind", "text", "line"), AROUND)
def test_line_settled_by_those_around_it(rule: BlockRule, kind: str, text: str, line: str) -> None:
    (block,) = [block for block in lay_out(text).blocks if block.start == text.rindex(line)]
    assert (block.rule, block.kind, text[block.start : block.end]) == (rule, kind, line)
    assert block.of == (text.index(line) if rule == "repeated" else None)


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in (*LINES, *AROUND)} == set(get_args(BlockRule))


def test_embedded_post_and_its_signature() -> None:
    post = "Fog so thick you cannot see the pier from the quay this morning. pic.twitter.com/AbCd12"
    signature = "— Harbour Watch (@harbourwatch) March 3, 2022"
    text = f"{BODY}\n\n{post}\n\n{signature}\n\n{MORE}"
    assert [kind for kind, _ in show(text)] == ["paragraph", "embed", "embed", "paragraph"]


def test_post_without_link_is_known_by_the_signature_below() -> None:
    text = f"{BODY}\n\nFerries are not running today.\n\n— Harbour Watch (@harbourwatch)\n\n{MORE}"
    assert [kind for kind, _ in show(text)] == ["paragraph", "embed", "embed", "paragraph"]


def test_body_printed_twice_is_one_duplicate_of_the_first() -> None:
    third = "A second inquiry, into the lights on the pier, opens next month in the capital."
    text = "\n".join([BODY, MORE, third, BODY, MORE, third])
    blocks = lay_out(text).blocks
    assert [block.kind for block in blocks] == ["paragraph"] * 3 + ["duplicate"]
    assert blocks[3].of == 0
    assert text[blocks[3].start : blocks[3].end] == "\n".join([BODY, MORE, third])


def test_repeats_in_another_order_stay_apart() -> None:
    text = "\n".join([BODY, MORE, MORE, BODY])
    assert [(b.kind, b.of) for b in lay_out(text).blocks] == [
        ("paragraph", None),
        ("paragraph", None),
        ("duplicate", len(BODY) + 1),
        ("duplicate", 0),
    ]


def test_short_answers_said_twice_are_no_duplicates() -> None:
    text = f"{BODY}\n\n“No,” he said.\n\n{MORE}\n\n“No,” he said."
    assert "duplicate" not in [kind for kind, _ in show(text)]


def test_all_after_comments_is_furniture() -> None:
    rules = "We welcome remarks that keep to our house rules and never insult anyone."
    text = f"{BODY}\n{MORE}\n{BODY[:-1]} again.\nComments\n{rules}\nPost a comment"
    assert [kind for kind, _ in show(text)][-3:] == ["furniture"] * 3


def test_related_in_the_first_half_ends_nothing() -> None:
    text = f"{BODY}\nRelated\n{MORE}\n{MORE[:-1]} at least.\n{BODY[:-1]} again."
    assert [kind for kind, _ in show(text)] == [
        "paragraph",
        "furniture",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_article_without_header_has_no_title() -> None:
    assert [kind for kind, _ in show(f"{BODY}\n{MORE}")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("BERGHAVEN, Norland (AP) — ", "BERGHAVEN, Norland", "AP"),
        ("BERGHAVEN - ", "BERGHAVEN", None),
        ("ST. OLAV, March 12 (Xinhua) -- ", "ST. OLAV", "Xinhua"),
        ("PORT-AU-BERG, Lower Norland – ", "PORT-AU-BERG, Lower Norland", None),
    ],
)
def test_dateline(opening: str, place: str, agency: str | None) -> None:
    text = opening + BODY
    line = lay_out(text).dateline
    assert line is not None
    assert text[line.start : line.end] == opening
    assert text[line.place_start : line.place_end] == place
    assert line.agency == agency


@pytest.mark.parametrize("opening", ["NATO — ", "The pier — ", "UN - "])
def test_no_dateline_in_running_words(opening: str) -> None:
    assert lay_out(opening + "which met on Monday — closed the northern pier.").dateline is None


def test_ambiguous_numeric_date_is_not_guessed() -> None:
    layout = lay_out(f"Council Shuts Northern Pier\n1/2/2022\n\n{BODY}")
    assert layout.published is None
    assert [block.kind for block in layout.blocks] == ["title", "date", "paragraph"]


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    wrapped = (
        "The harbour council voted on Monday to close the northern pier after\n"
        "two ferries collided in fog, and it asked the government for help in\n"
        "paying for the repairs, which are thought to need a whole winter of\n"
        "work by divers and masons from the capital."
    )
    assert show(f"{wrapped}\n\n{MORE}") == [("paragraph", wrapped), ("paragraph", MORE)]


def test_windows_line_ends_and_byte_order_mark() -> None:
    text = f"\ufeff{BODY}\r\n\r\n{MORE}\r\n"
    assert show(text) == [("paragraph", BODY), ("paragraph", MORE)]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\r\n"])
def test_nothing_to_lay_out(text: str) -> None:
    assert lay_out(text) == Layout((), None, None, None, None)


def test_prose_leaves_out_what_is_not_the_article() -> None:
    text = f"{BODY}\n\nAdvertisement\n\nhttps://example.org/a\n\n{BODY}\n\n{MORE}"
    assert [text[b.start : b.end] for b in lay_out(text).prose()] == [BODY, MORE]


@given(st.text(alphabet=st.sampled_from("aB .\n\r“”\"'’—(@)1/24,:É\u2028\u200fש"), max_size=200))
def test_blocks_are_ordered_known_and_cover_every_visible_character(text: str) -> None:
    layout: Layout = lay_out(text)
    reach = 0
    for block in layout.blocks:
        assert isinstance(block, Block)
        assert block.kind in KINDS
        assert 0 < block.confidence <= 1
        assert not text[reach : block.start].replace("\ufeff", "").strip()
        assert reach <= block.start < block.end
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        reach = block.end
    assert not text[reach:].strip()
