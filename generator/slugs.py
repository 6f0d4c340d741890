"""Ids: what a file stem, a fact's id and an address may look like, and how to propose one."""

from __future__ import annotations

import re

from slugify import slugify

ID_LENGTH = 100
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# Letters, then digits: it can never clash with the id of a page's section, which has no digits.
FACT_ID = r"[a-z]{1,12}[0-9]{1,4}"
_ID = re.compile(ID)
_FACT_ID = re.compile(FACT_ID)


def is_id(text: str) -> bool:
    """Tell whether a text can be a record's id: lower-case words and digits joined by single hyphens."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def is_fact_id(text: str) -> bool:
    """Tell whether a text can be a fact's id within its record: letters, then a number (`c1`, `n12`)."""
    return _FACT_ID.fullmatch(text) is not None


def propose_id(text: str) -> str:
    """Return the id nearest to a text: `Jurf al-Naṣr` gives `jurf-al-nasr`; empty when nothing is left."""
    return slugify(text, max_length=ID_LENGTH, word_boundary=True)
