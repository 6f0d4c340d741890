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

_MOST_ALIGNED = 200
_LONGEST_ALIGNED = 5_000
"""Words of a citation, and its code points, that are aligned with the text word by word."""
_ALIKE = 60
"""Two words are one with a slip in it from this likeness on, of 100."""
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
    # What is found is as long as the words: where some were dropped, the passage goes on behind it, or begins before.
    cited = exact.split()
    short = len(cited) <= _MOST_ALIGNED and len(exact) <= _LONGEST_ALIGNED
    missing = len(exact) if short else 0
    start, end = max(0, start - missing), min(len(window), end + missing)
    while start > 0 and not window[start - 1].isspace() and not window[start].isspace():
        start -= 1
    while end < len(window) and not window[end].isspace() and not window[end - 1].isspace():
        end += 1
    words = window[start:end].split()
    if not short:
        return " ".join(words)
    first, last = _closest(cited, words)
    # A word may be two in the text.
    around = [(a, b) for a in (first, max(0, first - 1)) for b in (last, min(len(words), last + 1))]
    return max((" ".join(words[a:b]) for a, b in around), key=lambda passage: fuzz.ratio(exact, passage))


def _closest(cited: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Return the stretch of the words that is the nearest to those that are cited: words left out weigh least."""
    # Edit distance over words, its beginning and its end free in the text: one row for each word cited.
    row = [(0, at) for at in range(len(words) + 1)]
    for count, word in enumerate(map(_bare, cited), 1):
        before, row = row, [(2 * count, 0)]
        for at, other in enumerate(map(_bare, words), 1):
            unlike = 0 if word == other else 1 + (not _alike(word, other))
            row.append(
                min(
                    (before[at - 1][0] + unlike, before[at - 1][1]),
                    (before[at][0] + 2, before[at][1]),
                    (row[at - 1][0] + 1, row[at - 1][1]),
                )
            )
    last = min(range(len(words) + 1), key=lambda at: (row[at][0], abs(at - row[at][1] - len(cited))))
    return row[last][1], last


def _alike(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= _ALIKE


def same_words(exact: str, passage: str) -> str:
    """Return the part of a passage that has the words cited, letter for letter but for case; nothing where none has."""
    cited, words = exact.split(), passage.split()
    if not any(map(_letters, cited)) or [*map(_letters, cited)] != [*map(_letters, words)]:
        return ""
    start = 0 if not cited[0][0].isalnum() else next(at for at, sign in enumerate(passage) if sign.isalnum())
    behind = (
        0 if not cited[-1][-1].isalnum() else next(at for at, sign in enumerate(reversed(passage)) if sign.isalnum())
    )
    return passage[start : len(passage) - behind]


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


def _letters(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum()).casefold()


def _bare(word: str) -> str:
    return _letters(word) or word


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
