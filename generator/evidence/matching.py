"""Finding a citation's words in a text.

A run of white space matches any white space, all else is code point for code point, and blocks declared
duplicate are skipped (W3C TextQuoteSelector, https://www.w3.org/TR/annotation-model/#text-quote-selector).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ..model.facts import Citation
from ..model.records import Source
from ..model.vocabulary import BlockKind

WIDEST_SEARCH = 200_000
"""Code points of a text within which the nearest passage is looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` and `end` in code points, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether two spans share a code point."""
        return self.start < other.end and other.start < self.end


def duplicates(source: Source) -> list[Span]:
    """List the blocks of a source that repeat text printed before."""
    return [Span(b.start, b.end) for b in source.blocks if b.kind is BlockKind.DUPLICATE]


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def locate(text: str, citation: Citation, skip: Iterable[Span] = ()) -> list[Span]:
    """Find every place of a citation's words, its prefix before and its suffix after, outside `skip`."""
    before = _pattern(citation.prefix or "")
    after = _pattern(citation.suffix or "")
    whole = (before and before + r"\s*") + f"({_pattern(citation.exact)})" + (after and r"\s*" + after)
    skip = list(skip)
    found: list[Span] = []
    seek, pattern = 0, re.compile(whole)
    while match := pattern.search(text, seek):
        span = Span(*match.span(1))
        if not any(span.overlaps(block) for block in skip):
            found.append(span)
        seek = match.start() + 1
    return found


def nearest(text: str, exact: str) -> str | None:
    """Return the passage most like the words, in the text's own code points; None when nothing is like it."""
    window = text[:WIDEST_SEARCH]
    best = fuzz.partial_ratio_alignment(exact, window, score_cutoff=60)
    if best is None:
        return None
    start, end = best.dest_start, best.dest_end
    while start > 0 and not window[start - 1].isspace() and not window[start].isspace():
        start -= 1
    while end < len(window) and not window[end].isspace() and not window[end - 1].isspace():
        end += 1
    return " ".join(window[start:end].split())


def difference(exact: str, passage: str) -> str:
    """Name the first difference between the words as cited and a passage of the text, for a person to see."""
    exact = " ".join(exact.split())
    for step, a, b, c, d in SequenceMatcher(None, exact, passage, autojunk=False).get_opcodes():
        if step == "equal" or (step == "insert" and a in (0, len(exact))):
            continue
        wrote, has = exact[a:b], passage[c:d]
        if step == "insert":
            return f"the text has {_named(has)} after {_tail(exact, a)}"
        if step == "delete":
            return f"the text has no {_named(wrote)} after {_tail(exact, a)}"
        return f"the text has {_named(has)} where the citation has {_named(wrote)}"
    return ""


def _tail(exact: str, end: int) -> str:
    return f"`{exact[max(0, end - 20) : end]}`" if end else "the start"


def _named(piece: str) -> str:
    if len(piece) == 1 and not piece.isalnum():
        return f"`{piece}` ({unicodedata.name(piece, 'unnamed').lower()})"
    return f"`{piece}`"
