"""The facts a record is made of: citations, claims, names, passages and the disputes between them."""

from __future__ import annotations

import builtins
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .. import dates, numbers
from ..problems import UpsideDownError, quoted, suggestion
from .marked import Marked
from .properties import PROPERTIES, Property, Value
from .scalars import DateText, FactId, Flag, Id, Text, date_text
from .vocabulary import DisputeKind, Form, NameUse, Rank

OUTLET = "outlet"
"""`asserted_by: outlet`: the source says it in its own voice."""


class Citation(Marked):
    """The words of a source that carry a fact (W3C TextQuoteSelector).

    `exact` stands in the source's text; `prefix` and `suffix` tell it from other places with the same words.
    """

    source: Id
    exact: Text
    prefix: Text | None = None
    suffix: Text | None = None

    @property
    def key(self) -> CitationKey:
        """What the citation says, without where it stands: equal for equal citations."""
        return (self.source, self.exact, self.prefix or "", self.suffix or "")


CitationKey = tuple[str, str, str, str]
"""Source, exact, prefix, suffix."""


class Fact(Marked):
    """What a statement on a page can rest on: it has an id of its own, and words that support it."""

    id: FactId

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words that support it."""
        raise NotImplementedError


class Cited(Fact):
    """A fact that lists its citations."""

    cite: tuple[Citation, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations as listed."""
        return self.cite


class Claim(Cited):
    """A property and a value of its record, as somebody asserts it.

    `value` stays as written; `amount`, `date` and `ref` read it by the property's kind. `of`, `place` and
    `population` narrow what is claimed: whose role, troops where, killed among whom. `as_of` is the day the
    value holds for. `via` passed the assertion on. `hedge` is the source's distancing word, found in the
    cited words. `part_of` names the claim of which this is a part (32 + 34 = 66).
    """

    property: Text
    value: Text
    asserted_by: Id
    of: Id | None = None
    place: Id | None = None
    population: Text | None = None
    unit: Text | None = None
    via: Id | None = None
    hedge: Text | None = None
    as_of: DateText | None = None
    rank: Rank = Rank.NORMAL
    reason: Text | None = None
    part_of: FactId | None = None

    @field_validator("property")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in PROPERTIES:
            raise PydanticCustomError(
                "unknown-property",
                "{said} is not a property{near}",
                {
                    "said": quoted(value),
                    "near": suggestion(value, PROPERTIES) or f"; there are {', '.join(PROPERTIES)}",
                },
            )
        return value

    @field_validator("value")
    @classmethod
    def _readable(cls, value: str, info: ValidationInfo) -> str:
        row = PROPERTIES.get(info.data.get("property", ""))
        if row is None:
            return value
        if row.value is Value.DATE:
            return date_text(value)
        if row.value is Value.AMOUNT:
            try:
                numbers.parse(value)
            except UpsideDownError as error:
                raise PydanticCustomError("range-order", "{why}", {"why": str(error)}) from None
            except ValueError as error:
                raise PydanticCustomError("bad-number", "{why}", {"why": str(error)}) from None
        return value

    @builtins.property
    def row(self) -> Property:
        """The property's row in the table."""
        return PROPERTIES[self.property]

    @builtins.property
    def amount(self) -> numbers.Amount | None:
        """The value as an amount, where the property's values are amounts."""
        return numbers.parse(self.value) if self.row.value is Value.AMOUNT else None

    @builtins.property
    def date(self) -> dates.Date | None:
        """The value as a date, where the property's values are dates."""
        return dates.parse(self.value) if self.row.value is Value.DATE else None

    @builtins.property
    def ref(self) -> tuple[str, str] | None:
        """The folder and id of the record the value names, where the property's values are records."""
        if self.row.value in (Value.ACTOR, Value.PLACE, Value.EVENT):
            return (f"{self.row.value}s", self.value)
        return None


class Name(Cited):
    """One spelling of a name, with the words in which it stands."""

    value: Text
    use: NameUse
    lang: Text | None = None
    asserted_by: Id = OUTLET
    via: Id | None = None
    as_of: DateText | None = None
    reason: Text | None = None


class Rendering(Marked):
    """A passage as one source carries it; `attributed_as` is how that source names the speaker."""

    source: Id
    form: Form
    exact: Text
    prefix: Text | None = None
    suffix: Text | None = None
    attributed_as: Text | None = None
    via: Id | None = None

    @property
    def citation(self) -> Citation:
        """The rendering as a citation, at the rendering's place."""
        made = Citation(source=self.source, exact=self.exact, prefix=self.prefix, suffix=self.suffix)
        made._place, made._values_at = self._place, self._values_at
        return made


class Passage(Fact):
    """A stretch of what somebody said, with a rendering from each source that carries it."""

    renderings: Annotated[tuple[Rendering, ...], Field(min_length=1)]
    note: Text | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Each rendering as a citation."""
        return tuple(rendering.citation for rendering in self.renderings)


class Dispute(Marked):
    """A named set of facts that differ: how, whether the difference is real, and our reason for saying so.

    `claims` are ids of facts in the same record (`c3`) or in another (`events/x#c3`).
    """

    id: FactId
    kind: DisputeKind
    real: Flag
    claims: Annotated[tuple[Text, ...], Field(min_length=2)]
    reason: Text | None = None
    title: Text | None = None
