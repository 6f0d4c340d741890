"""Where wordings of one statement differ: word by word, each source's own, nothing put together from several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MOST = 600
"""Words of a text that is still compared: longer ones are read, not compared."""
SHARED = 0.25
"""Part of a text's words that others must have too; below that marks would tell nothing."""
_WORD = re.compile(r"\S+")

Pieces = tuple[tuple[str, bool], ...]


def compared(texts: Sequence[str]) -> list[Pieces]:
    """Cut each text into pieces, true for the words that none of the others has at this place."""
    words = [[_bare(found.group()) for found in _WORD.finditer(text)] for text in texts]
    return [_pieces(text, _shared(words, place)) for place, text in enumerate(texts)]


def _bare(word: str) -> str:
    """Return a word without case and punctuation, which are no difference."""
    return re.sub(r"\W+", "", word).casefold() or word


def _shared(words: list[list[str]], place: int) -> set[int]:
    """List the words of a text that stand in the same order in another; all of them where it is not compared."""
    ours = words[place]
    everything = set(range(len(ours)))
    if len(words) < 2 or max(map(len, words)) > MOST:
        return everything
    found: set[int] = set()
    for theirs in [*words[:place], *words[place + 1 :]]:
        for match in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
            found.update(range(match.a, match.a + match.size))
    return found if len(found) >= SHARED * len(ours) else everything


def _pieces(text: str, shared: set[int]) -> Pieces:
    return tuple((piece, alone) for piece, alone in _runs(text, shared) if piece)


def _runs(text: str, shared: set[int]) -> Iterator[tuple[str, bool]]:
    """Join neighbouring words of one kind, the space between them included."""
    start, end, was = 0, 0, False
    for number, word in enumerate(_WORD.finditer(text)):
        alone = number not in shared
        if alone != was:
            cut = word.start() if alone else end
            yield text[start:cut], was
            start, was = cut, alone
        end = word.end()
    yield text[start:], was
