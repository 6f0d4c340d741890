"""Finding a citation's words in a text.

A run of white space matches any white space, all else is code point for code point, and blocks declared
duplicate are skipped (W3C TextQuoteSelector, https://www.w3.org/TR/annotation-model/#text-quote-selector).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from ..model.facts import Citation
from ..model.records import Source
from ..model.vocabulary import BlockKind
from ..problems import quoted

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


@lru_cache(maxsize=16_384)
def _searched(exact: str, prefix: str, suffix: str) -> re.Pattern[str]:
    """Compile what a citation is looked for by: there are more citations than `re` remembers."""
    before, after = _pattern(prefix), _pattern(suffix)
    return re.compile((before and before + r"\s*") + f"({_pattern(exact)})" + (after and r"\s*" + after))


def locate(text: str, citation: Citation, skip: Iterable[Span] = ()) -> list[Span]:
    """Find every place of a citation's words, its prefix before and its suffix after, outside `skip`."""
    skip = list(skip)
    found: list[Span] = []
    seek, pattern = 0, _searched(citation.exact, citation.prefix or "", citation.suffix or "")
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
    words = window[start:end].split()
    steps = _steps(exact.split(), words)
    first = steps[0][4] if steps[0][0] == "insert" else 0
    last = steps[-1][3] if steps[-1][0] == "insert" else len(words)
    return " ".join(words[first:last])


def difference(exact: str, passage: str) -> str:
    """Name the first difference between the words as cited and a passage of the text, for a person to see."""
    cited, words = exact.split(), passage.split()
    for step, a, b, c, d in _steps(cited, words):
        wrote, has = " ".join(cited[a:b]), " ".join(words[c:d])
        if step == "delete":
            return f"the text has no {quoted(wrote)}{_after(cited, a)}"
        if step == "insert" and 0 < a < len(cited):
            return f"the text has {quoted(has)}{_after(cited, a)}"
        if step == "replace":
            return _unlike(wrote, has)
        for at, (one, other) in enumerate(zip(cited[a:b], words[c:d], strict=False), a):
            if not _covered(one, other, at == 0, at == len(cited) - 1):
                return _unlike(one, other)
    return ""


def _steps(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Align words, case and punctuation left aside; the insertions and deletions between them."""
    return [*SequenceMatcher(None, [*map(_bare, a)], [*map(_bare, b)], autojunk=False).get_opcodes()]


def _bare(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum()).casefold() or word


def _covered(wrote: str, has: str, first: bool, last: bool) -> bool:
    """Tell whether a word is in the text, which may go on before the first word and after the last."""
    if first and last:
        return wrote in has
    return has.endswith(wrote) if first else has.startswith(wrote) if last else has == wrote


def _unlike(wrote: str, has: str) -> str:
    return _mark(wrote, has) or f"the text has {quoted(has)} where the citation has {quoted(wrote)}"


def _after(words: list[str], end: int) -> str:
    return f" after {quoted(' '.join(words[max(0, end - 4) : end]))}" if end else ""


def _mark(wrote: str, has: str) -> str:
    """Name the signs that differ, where two words look alike: by their punctuation, or by how they are composed."""
    steps = SequenceMatcher(None, wrote, has, autojunk=False).get_opcodes()
    pieces = [(wrote[a:b], has[c:d]) for step, a, b, c, d in steps if step != "equal"]
    composed = unicodedata.normalize("NFKC", wrote) == unicodedata.normalize("NFKC", has)
    if not composed and any(sign.isalnum() for piece in pieces for sign in "".join(piece)):
        return ""
    cited, there = next(((a, b) for a, b in pieces if a), ("", ""))
    return f"the text has {_named(there)} where the citation has {_named(cited)}" if cited else ""


def _named(signs: str) -> str:
    if not signs:
        return "nothing"
    return " ".join(f"`{sign}` ({unicodedata.name(sign, 'unnamed').lower()})" for sign in signs)
