"""From a source text to its candidates: the one entry to this room, and the JSON that the command prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .candidates import Mention, Name, Quote
from .layout import Layout, lay_out
from .mentions import find_mentions
from .quotes import find_quotes
from .resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one text holds. `published` is the EDTF day given by the caller, else the one in its header."""

    layout: Layout
    published: str | None
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]


def extract(text: str, published: str | None = None, names: Iterable[Name] = ()) -> Extraction:
    """Return every candidate of a text, in text order.

    `published`: the publication day (EDTF), against which "Tuesday" is read; `names`: the curated names.
    The same input gives the same result; time is linear in the length of the text.
    """
    layout = lay_out(text)
    blocks = layout.prose()
    mentions = find_mentions(text, blocks, names)
    quotes = resolve(text, find_quotes(text, blocks), mentions)
    return Extraction(layout, published or layout.published, tuple(quotes), tuple(mentions))


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
                "rule": quote.rule,
            }
            for quote in extraction.quotes
            if quote.kind != "term"
        ],
        "mentions": [
            {"start": mention.start, "end": mention.end, "id": mention.id or mention.name}
            for mention in extraction.mentions
        ],
    }
