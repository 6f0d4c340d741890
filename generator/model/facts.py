"""The facts a record is made of: citations, claims, names, passages and the disputes between them."""

from __future__ import annotations

import builtins

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .. import dates, numbers
from ..problems import quoted
from .marked import Marked
from .properties import PROPERTIES, Property, Value
from .scalars import (
    ActorId,
    ClaimId,
    DateText,
    FactId,
    FactRef,
    Flag,
    PlaceId,
    SourceId,
    Text,
    amount_text,
    date_text,
)
from .vocabulary import DisputeKind, Form, NameUse, Rank

OUTLET = "outlet"
"""`asserted_by: outlet`: the source says it in its own voice."""

_SOURCE = "The source that has the words: the name of its file in `sources/`, without `.yml`."
_PREFIX = "The words right before `exact`, where it stands in several places."
_SUFFIX = "The words right after `exact`, where it stands in several places."
_VIA = "The actor that passed it on, such as a news agency."
_ASSERTER = "The actor who says so, or `outlet` where the article says it in its own voice."


class Citation(Marked):
    """The words of a source that carry a fact (W3C TextQuoteSelector).

    `exact` stands in the source's text; `prefix` and `suffix` tell it from other places with the same words.
    """

    source: SourceId = Field(description=_SOURCE, examples=["gazette-2021-03-12"])
    exact: Text = Field(
        description="The fewest words that carry the fact, character for character as the text has them.",
        examples=["injuring at least four people"],
    )
    prefix: Text | None = Field(None, description=_PREFIX, examples=["on Friday,"])
    suffix: Text | None = Field(None, description=_SUFFIX, examples=[", the union said"])

    @property
    def key(self) -> CitationKey:
        """What the citation says, without where it stands: equal for equal citations."""
        return (self.source, self.exact, self.prefix or "", self.suffix or "")


CitationKey = tuple[str, str, str, str]
"""Source, exact, prefix, suffix."""


class Fact(Marked):
    """What a statement on a page can rest on: it has an id of its own, and words that support it."""

    id: FactId = Field(
        description="Its id in this record: letters and a number. Permanent, and never used again for something else.",
        examples=["c1"],
    )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words that support it."""
        raise NotImplementedError


class Cited(Fact):
    """A fact that lists its citations."""

    cite: tuple[Citation, ...] = Field(
        (),
        description="The words it rests on, each in its source.",
        examples=[[{"source": "gazette-2021-03-12", "exact": "injuring at least four people"}]],
    )

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

    property: Text = Field(description="What is claimed, from the table of properties.", examples=["role"])
    value: Text = Field(
        description="What is claimed to be so: a number, a date, the id of an actor, a place or an event, or words, "
        "as the property has it.",
        examples=["harbour master"],
    )
    asserted_by: ActorId = Field(description=_ASSERTER, examples=[OUTLET])
    of: ActorId | None = Field(
        None, description="Whose role, rank or designation it is: an actor.", examples=["dockers-union"]
    )
    place: PlaceId | None = Field(None, description="Where the value holds: a place.", examples=["lumo"])
    population: Text | None = Field(None, description="Among whom the value holds.", examples=["dockers"])
    unit: Text | None = Field(
        None, description="What the number counts, where it is not what its property counts.", examples=["kilometres"]
    )
    via: ActorId | None = Field(None, description=_VIA, examples=["harbour-news-agency"])
    hedge: Text | None = Field(
        None,
        description="The source’s distancing word, as the cited words have it. “About” and “at least” belong to the "
        "value.",
        examples=["reportedly"],
    )
    as_of: DateText | None = Field(
        None, description="The day the value holds for; owed in a figure.", examples=["2021-03-12"]
    )
    rank: Rank = Field(
        Rank.NORMAL, description="Which of several claims a reader should see first.", examples=["preferred"]
    )
    reason: Text | None = Field(
        None,
        description="Why it is ranked so, or how the value follows from the words. Owed unless the rank is normal.",
        examples=["The article says Friday; its date, 12 March 2021, was a Friday."],
    )
    part_of: ClaimId | None = Field(
        None, description="The claim of this record that states the total of which this is a part.", examples=["c1"]
    )

    @field_validator("property")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in PROPERTIES:
            raise PydanticCustomError(
                "unknown-property",
                "{said} is not a property",
                {"said": quoted(value)},
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
            return amount_text(value)
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

    value: Text = Field(description="The name, spelt as the cited words spell it.", examples=["Ivo Brandt"])
    use: NameUse = Field(description="What this spelling is to its bearer.", examples=["preferred"])
    lang: Text | None = Field(None, description="The language of the name, as a BCP 47 tag.", examples=["pt"])
    asserted_by: ActorId = Field(OUTLET, description=_ASSERTER, examples=[OUTLET])
    via: ActorId | None = Field(None, description=_VIA, examples=["harbour-news-agency"])
    as_of: DateText | None = Field(None, description="The day on which it had this name.", examples=["2021-03-12"])
    reason: Text | None = Field(
        None, description="How we know that the name is its.", examples=["The article names only one harbour master."]
    )


class Rendering(Marked):
    """A passage as one source carries it; `attributed_as` is how that source names the speaker."""

    source: SourceId = Field(description=_SOURCE, examples=["gazette-2021-03-12"])
    form: Form = Field(description="How the source carries the words.", examples=["direct"])
    exact: Text = Field(
        description="What was said, character for character as the text has it, without its quotation marks.",
        examples=["We gave two warnings"],
    )
    prefix: Text | None = Field(None, description=_PREFIX, examples=["on Friday,"])
    suffix: Text | None = Field(None, description=_SUFFIX, examples=[", the union said"])
    attributed_as: Text | None = Field(
        None, description="How this source names the speaker.", examples=["harbour master Ivo Brandt"]
    )
    via: ActorId | None = Field(None, description=_VIA, examples=["harbour-news-agency"])

    @property
    def citation(self) -> Citation:
        """The rendering as a citation, at the rendering's place."""
        made = Citation(source=self.source, exact=self.exact, prefix=self.prefix, suffix=self.suffix)
        made._place, made._values_at = self._place, self._values_at
        return made


class Passage(Fact):
    """A stretch of what somebody said, with a rendering from each source that carries it."""

    renderings: tuple[Rendering, ...] = Field(
        min_length=1,
        description="The passage as each source carries it, one rendering per source.",
        examples=[[{"source": "gazette-2021-03-12", "form": "direct", "exact": "We gave two warnings"}]],
    )
    note: Text | None = Field(
        None, description="What readers should know about the passage.", examples=["The two translations differ."]
    )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Each rendering as a citation."""
        return tuple(rendering.citation for rendering in self.renderings)


class Dispute(Marked):
    """A named set of facts that differ: how, whether the difference is real, and our reason for saying so.

    `claims` are ids of facts in the same record (`c3`) or in another (`events/x#c3`).
    """

    id: FactId = Field(description="Its id in this record: letters and a number. Permanent.", examples=["d1"])
    kind: DisputeKind = Field(description="How the facts differ.", examples=["contradiction"])
    real: Flag = Field(
        description="Whether the difference is real: false where the facts only seem to differ.", examples=[True]
    )
    claims: tuple[FactRef, ...] = Field(
        min_length=2,
        description="The facts that differ: `c3` of this record, `events/some-event#c3` of another.",
        examples=[["c2", "c3"]],
    )
    reason: Text | None = Field(
        None,
        description="How the facts differ, and what we make of it.",
        examples=["The union and the harbour master give different numbers; the article does not say which is right."],
    )
    title: Text | None = Field(None, description="What it is about.", examples=["How many were injured"])
