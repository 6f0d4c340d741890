"""The layout of a news text as supplied: which lines are title, deck, caption, furniture, paragraph.

Scraped copy carries more than an article: section labels, "4 min read", photo credits, embedded posts,
comment rules, and often its own body a second time. Each line (or, in hard-wrapped copy, each run of lines)
becomes one block; what repeats an earlier block is a `duplicate` of it, so that everything counts once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .absolute import find_absolute
from .linekinds import (
    find_dateline,
    is_byline,
    is_heading,
    is_label,
    is_title,
    name_kind,
    opens_tail,
    signs_post,
)
from .lines import Line, read_lines

if TYPE_CHECKING:
    from .linekinds import Kind
    from .rules import BlockRule

KINDS = (
    "title",
    "deck",
    "byline",
    "date",
    "heading",
    "caption",
    "furniture",
    "url",
    "embed",
    "duplicate",
    "paragraph",
)
"""Every kind of block, in no order."""

PROSE = frozenset({"title", "deck", "heading", "caption", "paragraph"})
"""The kinds whose words are the outlet's own copy and are searched for quotes, figures and dates."""

_HEADER_LINES = 14
_REPEAT_CHARS, _REPEAT_WORDS = 25, 4


class Block(NamedTuple):
    """A stretch of the text of one kind; `of` is where the block that a duplicate repeats starts."""

    kind: str
    start: int
    end: int
    rule: BlockRule
    confidence: float
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed: span of the whole dateline and of its place, agency as written or None."""

    start: int
    end: int
    place_start: int
    place_end: int
    agency: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks in text order; publication date printed in the header (EDTF day, with its span); dateline."""

    blocks: tuple[Block, ...]
    published: str | None
    published_start: int | None
    published_end: int | None
    dateline: Dateline | None

    def prose(self) -> tuple[Block, ...]:
        """Return the blocks of the article itself: no furniture, addresses, embedded posts or repeats."""
        return tuple(block for block in self.blocks if block.kind in PROSE)


def lay_out(text: str) -> Layout:
    """Return the layout of a text; every non-blank character lies in exactly one block."""
    lines = read_lines(text)
    blocks = _classify(text, lines)
    published = _read_published(text, blocks)
    dateline = None
    for block in blocks:
        if block.kind == "paragraph":
            found = find_dateline(text, block.start, block.end)
            dateline = Dateline(*found) if found else None
            break
    return Layout(tuple(_join_repeats(blocks)), *published, dateline)


def _classify(text: str, lines: list[Line]) -> list[Block]:
    kinds: list[Kind | None] = [name_kind(text, line) for line in lines]
    originals = _find_repeats(text, lines)
    _mark_header(text, lines, kinds, originals)
    _mark_posts(text, lines, kinds)
    _mark_tail(text, lines, kinds)
    blocks = []
    for at, line in enumerate(lines):
        if at in originals:
            first = lines[originals[at]].start
            blocks.append(Block("duplicate", line.start, line.end, "repeated", 1.0, first))
            continue
        kind = kinds[at]
        if kind is None:
            kind = _name_body(text, line)
        blocks.append(Block(kind[0], line.start, line.end, kind[1], kind[2]))
    return blocks


def _name_body(text: str, line: Line) -> Kind:
    if is_label(text, line):
        return "furniture", "label", 0.7
    if is_heading(text, line):
        return "heading", "short-unstopped", 0.8
    return "paragraph", "prose", 0.95


def _find_repeats(text: str, lines: list[Line]) -> dict[int, int]:
    """Map the index of each line that repeats an earlier one to the index of the first."""
    first: dict[str, int] = {}
    repeats = {}
    for at, line in enumerate(lines):
        if line.end - line.start < _REPEAT_CHARS:
            continue
        words = text[line.start : line.end].split()
        if len(words) < _REPEAT_WORDS:
            continue
        original = first.setdefault(" ".join(words), at)
        if original != at:
            repeats[at] = original
    return repeats


def _mark_header(text: str, lines: list[Line], kinds: list[Kind | None], repeats: dict[int, int]) -> None:
    """Name title, deck, byline and labels among the lines above the body."""
    if len(lines) < 2:
        return
    last = _end_header(text, lines, kinds)
    titled = False
    for at in range(min(len(lines), max(last, 2))):
        if kinds[at] is not None or at in repeats:
            continue
        line = lines[at]
        if not titled and is_title(text, line, alone=at >= last):
            kinds[at] = ("title", "header-title", 0.9)
            titled = True
        elif at >= last:
            if not titled and is_label(text, line):
                kinds[at] = ("furniture", "label", 0.8)
                continue
            break
        elif is_byline(text, line):
            kinds[at] = ("byline", "header-byline", 0.8)
        elif len(text[line.start : line.end].split()) >= 5:
            kinds[at] = ("deck", "header-deck", 0.8)
        else:
            kinds[at] = ("furniture", "label", 0.7)


def _end_header(text: str, lines: list[Line], kinds: list[Kind | None]) -> int:
    """Return how many lines the header has: up to the last date, byline or reading time near the top."""
    last = long = 0
    for at, line in enumerate(lines[:_HEADER_LINES]):
        kind = kinds[at]
        if kind is not None and (kind[0] in {"date", "byline"} or kind[1] in {"reading-time", "clock"}):
            last = at + 1
        elif kind is None and len(text[line.start : line.end].split()) > 25:
            long += 1
            if long > 1:
                break
    return last


def _mark_posts(text: str, lines: list[Line], kinds: list[Kind | None]) -> None:
    """The line before a post's signature line ("— Name (@handle) date") is the post."""
    for at in range(1, len(lines)):
        if signs_post(text, lines[at]):
            kinds[at] = ("embed", "post-signature", 0.95)
            if kinds[at - 1] is None:
                kinds[at - 1] = ("embed", "post-body", 0.8)


def _mark_tail(text: str, lines: list[Line], kinds: list[Kind | None]) -> None:
    """After a "Comments" or "Related" line in the last part, nothing more belongs to the article."""
    for at, line in enumerate(lines):
        if line.start * 2 < len(text) or not opens_tail(text, line):
            continue
        for rest in range(at, len(lines)):
            kinds[rest] = ("furniture", "after-comments", 0.85)
        return


def _read_published(text: str, blocks: list[Block]) -> tuple[str | None, int | None, int | None]:
    for block in blocks[: _HEADER_LINES + 2]:
        if block.kind in {"date", "byline"}:
            for found in find_absolute(text, block.start, block.end):
                if found.value is not None:
                    return found.value, found.start, found.end
    return None, None, None


def _join_repeats(blocks: list[Block]) -> list[Block]:
    """Make one block of duplicates that follow each other as their originals do."""
    after = {a.start: b.start for a, b in pairwise(b for b in blocks if b.kind != "duplicate")}
    joined: list[Block] = []
    reach = -1
    for block in blocks:
        last = joined[-1] if joined else None
        if block.kind == "duplicate" and last and last.kind == "duplicate" and after.get(reach) == block.of:
            joined[-1] = last._replace(end=block.end)
        else:
            joined.append(block)
        reach = block.of if block.of is not None else -1
    return joined
