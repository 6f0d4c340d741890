"""What stands before and after a record: in time, else by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..model.dossier import Dossier
from ..model.records import Record
from ..strings import Strings
from . import joins
from .sheet import heading

Neighbours = tuple[str | None, str | None]
"""The keys of the records before and after; None at the ends."""


def neighbours(dossier: Dossier, t: Strings) -> Mapping[str, Neighbours]:
    """Return the neighbours of every record by its key: events, quotes and sources in time, the others by name."""
    found: dict[str, Neighbours] = {}
    for line in _lines(dossier, t):
        keys = [None, *(record.key for record in line), None]
        for (before, here), (_, after) in pairwise(pairwise(keys)):
            if here is not None:
                found[here] = (before, after)
    return found


def _lines(dossier: Dossier, t: Strings) -> Iterator[Sequence[Record]]:
    yield joins.events_in_order(dossier)
    yield joins.quotes_in_order(dossier)
    sources = sorted(dossier.sources.values(), key=lambda source: (source.issued or "9999", source.id))
    yield sources
    named: tuple[Mapping[str, Record], ...] = (dossier.actors, dossier.places, dossier.figures)
    for records in named:
        yield sorted(records.values(), key=lambda record: (heading(record, t).casefold(), record.id))
