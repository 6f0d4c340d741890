"""What extraction proposes. Spans are code points of the text as supplied, `text[start:end] == exact` always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..numbers import Amount
    from .rules import DateRule, FigureRule, MentionRule, QuoteRule


class Quote(NamedTuple):
    """Quoted words of one paragraph, without their marks.

    `kind`: direct (a whole utterance), mixed (four words or more inside a sentence), fragment (fewer), term (a
    title or a word held at arm's length: nobody's speech). `speaker` is the mention as written, with its span;
    `speaker_id` the name or curated id it stands for; None is unresolved. `continues` is the start of the
    passage that this one goes on with (a split quotation, or one of several paragraphs).
    """

    start: int
    end: int
    exact: str
    kind: str
    rule: QuoteRule
    confidence: float
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_id: str | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A curated name: the id it stands for and one way of writing it."""

    id: str
    value: str


class Mention(NamedTuple):
    """A name in the text, without title and possessive ending.

    `kind`: person, organisation, place, event or unknown. `id` is the curated id, else None; `name` the fullest
    form of the same name in the text. `roles`: the words of office beside it, lower case. `pronoun`: he, she or
    None. `near`: curated ids it is spelt like, offered as possible alias, never merged.
    """

    start: int
    end: int
    exact: str
    kind: str
    rule: MentionRule
    confidence: float
    name: str
    id: str | None = None
    roles: tuple[str, ...] = ()
    pronoun: str | None = None
    near: tuple[str, ...] = ()


class Figure(NamedTuple):
    """A number in the text with its qualifying words, without unit and currency sign where these stand outside.

    `amount`: what it states (numbers.Amount). `unit`: plain name of the unit, None for a count. `counted`: the
    words for what is counted, with `elided` where they were taken from an earlier figure. `measure`: killed,
    injured, deployed, attacks, distance, money …, None where nothing tells. `change`: up or down. `place`: the
    place named with it. `as_of`: the EDTF date of its sentence.
    """

    start: int
    end: int
    exact: str
    rule: FigureRule
    confidence: float
    amount: Amount
    unit: str | None = None
    counted: str | None = None
    elided: bool = False
    measure: str | None = None
    change: str | None = None
    place: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date or time in the text. `value`: EDTF as in `generator.dates`, at the granularity stated; None: unresolved.

    `label`: the same as the command prints it, which has a short form for quarters and seasons (2023-Q3, 2023-FA).
    """

    start: int
    end: int
    exact: str
    rule: DateRule
    confidence: float
    value: str | None
    label: str | None
