"""Words and marks of a sentence in which every quotation stands as one token."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .sentences import TITLES
from .words import MASK, read_words

_TOKEN = re.compile(rf"{MASK}+|(?:[A-Za-z]\.){{2,}}|[^\W_]+(?:[.'’-][^\W_]+)*[’']?|[^\w\s]|_")

_ARTICLED = re.compile(r"(?:al|el|an|as|ash|at|ad|ar|ez|ul|d|l)[-’'][A-Z]")
MONTHS = read_words(
    """
    january february march april may june july august september october november december jan feb apr jul aug
    sept sep oct nov dec
"""
)
DAYS = read_words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight tues thurs
"""
)
SUBJECT_PRONOUNS = read_words("he she they it we i you who one")
ARTICLES = read_words("the a an his her its their our my one another this that these those some two three both many")


class Token(NamedTuple):
    """A word, a mark or a quotation (`quote` is its number, -1 for words and marks).

    `low` is the word in lower case without possessive ending; `capital`: does it begin like a name; `word`: is it
    a word or a number. (A tuple, because texts have very many.)
    """

    start: int
    end: int
    text: str
    low: str
    quote: int
    capital: bool
    word: bool

    @property
    def possessive(self) -> bool:
        """Does it end in an apostrophe or 's?"""
        return self.text.endswith(("'s", "’s", "'", "’"))


@lru_cache(maxsize=8192)
def _look_at(word: str) -> tuple[str, bool, bool]:
    """A word in lower case without possessive ending; does it begin like a name; may a full stop shorten it?"""
    low = word.lower()
    short = low in TITLES or (len(word) == 1 and word.isupper())
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    elif low.endswith(("'", "’")) and len(low) > 1:
        low = low[:-1]
    return low, word[0].isupper() or ("-" in word and bool(_ARTICLED.match(word))), short


def read_tokens(masked: str, start: int, end: int, quotes: dict[int, int]) -> list[Token]:
    """Return the tokens of masked[start:end]; `quotes` maps the start of a masked stretch to its number."""
    tokens: list[Token] = []
    add, make = tokens.append, tuple.__new__  # Token(…) takes twice as long, and there are very many
    for match in _TOKEN.finditer(masked, start, end):
        word = match.group()
        first, last = match.span()
        if word[0].isalnum():
            low, capital, short = _look_at(word)
            if short and last < end and masked[last] == ".":
                last += 1
                word = masked[first:last]
            add(make(Token, (first, last, word, low, -1, capital, True)))
        elif word[0] == MASK:
            add(make(Token, (first, last, MASK, "", quotes.get(first, -1), False, False)))
        elif not (word == "." and tokens and tokens[-1].end > first):
            add(make(Token, (first, last, word, word, -1, False, False)))
    return tokens
