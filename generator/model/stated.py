"""What a record states, field by field: a correction is owed when any of it changes after it was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..problems import Place
from .facts import Claim, Fact, Name, Passage
from .marked import Marked
from .properties import Value
from .records import Quote, Subject
from .vocabulary import Field

WORDS = (Field.VALUE, Field.UNIT, Field.POPULATION, Field.HEDGE, Field.EXACT, Field.ATTRIBUTED_AS)
"""The fields that can hold words."""
_KINDS = {
    Field.OF: Value.ACTOR,
    Field.PLACE: Value.PLACE,
    Field.AS_OF: Value.DATE,
    Field.ASSERTED_BY: Value.ACTOR,
    Field.VIA: Value.ACTOR,
    Field.SPEAKER: Value.ACTOR,
    Field.SAID: Value.DATE,
}
_OF_CLAIM = (
    *(Field.PROPERTY, Field.VALUE, Field.UNIT, Field.POPULATION, Field.OF, Field.PLACE),
    *(Field.AS_OF, Field.ASSERTED_BY, Field.VIA, Field.HEDGE),
)
_OF_NAME = (Field.VALUE, Field.AS_OF, Field.ASSERTED_BY, Field.VIA)
_OF_QUOTE = (Field.SPEAKER, Field.SAID)
_OF_RENDERING = (Field.EXACT, Field.ATTRIBUTED_AS, Field.VIA)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one field states: the text as written, what kind of value that is, and where it stands."""

    text: str
    kind: Value
    place: Place


Fields = Mapping[tuple[Field, str], Stated]
"""What a fact states, by field, and by source where each source has it in its own words."""


def stated(record: Subject) -> Iterator[tuple[str, Fields]]:
    """Go through what a record states: each fact by its global id, and a quote's speaker and date by its key."""
    if isinstance(record, Quote):
        yield record.key, dict(_read(record, _OF_QUOTE))
    for fact in record.facts:
        yield f"{record.key}#{fact.id}", dict(_fact(fact))


def headline(fields: Fields) -> Stated | None:
    """Return what stands for a fact as a whole: its value, or its words."""
    return next((said for (field, _), said in fields.items() if field in (Field.VALUE, Field.EXACT)), None)


def kind_of(field: Field, fact: Fact | None) -> Value:
    """Return what kind of value a field of a fact is; words, where the fact is gone and nothing else is known."""
    if field is Field.VALUE:
        return fact.row.value if isinstance(fact, Claim) else Value.TEXT
    return _KINDS.get(field, Value.TEXT)


def _fact(fact: Fact) -> Iterator[tuple[tuple[Field, str], Stated]]:
    if isinstance(fact, Claim):
        yield from _read(fact, _OF_CLAIM, fact)
    elif isinstance(fact, Name):
        yield from _read(fact, _OF_NAME, fact)
    elif isinstance(fact, Passage):
        for rendering in fact.renderings:
            yield from _read(rendering, _OF_RENDERING, source=rendering.source)


def _read(
    part: Marked, fields: tuple[Field, ...], fact: Fact | None = None, source: str = ""
) -> Iterator[tuple[tuple[Field, str], Stated]]:
    for field in fields:
        text = getattr(part, field.value)
        if text is not None:
            yield (field, source), Stated(" ".join(text.split()), kind_of(field, fact), part.at(field.value))
