"""From a source text to its candidates: the one entry to this room, and the JSON that the command prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..numbers import Amount, Qualifier, plain
from .candidates import Figure, Mention, Name, Quote, When
from .figures import find_figures
from .layout import Layout, lay_out
from .mentions import find_mentions
from .quotes import find_quotes
from .resolve import resolve
from .settings import settle
from .times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one text holds. `published` is the EDTF day given by the caller, else the one in its header."""

    layout: Layout
    published: str | None
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    mentions: tuple[Mention, ...]


def extract(text: str, published: str | None = None, names: Iterable[Name] = ()) -> Extraction:
    """Return every candidate of a text, in text order.

    `published`: the publication day (EDTF), against which "Tuesday" is read; `names`: the curated names.
    The same input gives the same result; time is linear in the length of the text.
    """
    layout = lay_out(text)
    blocks = layout.prose()
    day = published or layout.published
    mentions = find_mentions(text, blocks, names)
    quotes = resolve(text, find_quotes(text, blocks), mentions)
    dates = find_times(text, blocks, day)
    taken = [(when.start, when.end) for when in dates if when.rule != "distance"]
    figures = settle(text, find_figures(text, blocks, taken), dates, mentions)
    return Extraction(layout, day, tuple(quotes), tuple(figures), tuple(dates), tuple(mentions))


def to_json(doc_id: str, extraction: Extraction) -> dict[str, object]:
    """Return the object of one line of `factsheet extract --jsonl` (DESIGN.md, section 8)."""
    return {
        "doc_id": doc_id,
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "kind": quote.kind,
                "speaker": quote.speaker,
                "speaker_start": quote.speaker_start,
                "speaker_end": quote.speaker_end,
                "speaker_id": quote.speaker_id,
            }
            for quote in extraction.quotes
            if quote.kind != "term"
        ],
        "figures": [
            {
                "start": figure.start,
                "end": figure.end,
                "value": write_value(figure.amount),
                "qualifier": str(figure.amount.qualifier),
                "unit": figure.unit,
                "counted": figure.counted,
            }
            for figure in extraction.figures
        ],
        "dates": [{"start": when.start, "end": when.end, "value": when.label} for when in extraction.dates],
        "mentions": [
            {"start": mention.start, "end": mention.end, "id": mention.id or mention.name}
            for mention in extraction.mentions
        ],
    }


def write_value(amount: Amount) -> int | float | str | None:
    """Return an amount as JSON has it: a number, "lo-hi" for a range, None for "several"."""
    if amount.qualifier is Qualifier.RANGE and amount.low is not None and amount.high is not None:
        return f"{plain(amount.low)}-{plain(amount.high)}"
    for bound in (amount.best, amount.low, amount.high):
        if bound is not None:
            return plain(bound)
    return None
