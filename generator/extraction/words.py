"""Word lists written as running text."""

from __future__ import annotations


def read_words(text: str) -> frozenset[str]:
    """Return the words of a list separated by white space."""
    return frozenset(text.split())
