"""Word lists written as running text, and the mark that stands for quoted words."""

from __future__ import annotations

MASK = "\ue000"
"""Stands for every character of a quotation in masked text, so that offsets stay those of the text."""


def read_words(text: str) -> frozenset[str]:
    """Return the words of a list separated by white space."""
    return frozenset(text.split())
