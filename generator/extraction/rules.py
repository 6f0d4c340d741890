"""The rules by which candidates and blocks are found: an id each, which says what settled the case.

The types make a mistake of a rule that is written elsewhere and not here; tests/extraction/ has a case for each.
"""

from __future__ import annotations

from typing import Literal

BlockRule = Literal[
    "address-only",
    "after-comments",
    "by-line",
    "clock",
    "date-label",
    "date-only",
    "header-byline",
    "header-deck",
    "header-title",
    "known-phrase",
    "label",
    "photo-credit",
    "post",
    "post-body",
    "post-signature",
    "prose",
    "reading-time",
    "repeated",
    "short-unstopped",
]
QuoteRule = Literal[
    "according-to",
    "apposition",
    "clause-head",
    "continued",
    "infinitive",
    "insertion",
    "introduced",
    "inverted",
    "label-inside",
    "lead",
    "led-by-next",
    "name-colon",
    "paragraph-before",
    "participle",
    "participle-first",
    "relative",
    "reported-before",
    "running",
    "sentence-head",
    "signed",
    "split",
    "subject-verb",
    "tag",
    "unattributed",
]
FigureRule = Literal["digits", "fraction", "range", "vague", "words"]
DateRule = Literal[
    "clock",
    "day-month",
    "day-named-before",
    "day-word",
    "decade",
    "distance",
    "end-of",
    "holiday",
    "month",
    "month-day",
    "numeric-date",
    "quarter",
    "quarter-named-before",
    "relative",
    "weekday",
    "weekend",
    "year",
]
MentionRule = Literal[
    "acronym",
    "after-direction",
    "after-preposition",
    "apposition",
    "as-in-body",
    "capitals",
    "curated",
    "event-word",
    "given-name",
    "organisation-word",
    "place-word",
    "role-before",
    "speaks",
    "state",
    "title",
]
