"""What extraction found in a source's text, and what a person decided about it.

Offsets are code points of the text with that sha256. Neither ever changes a curated fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field

from .marked import Marked
from .scalars import Id, Sha256, Text, Whole


class Stretch(Marked):
    """A sentence or another part of a text, by its offsets; `block` is the kind of block it stands in."""

    start: Whole
    end: Whole
    block: Text


class Candidate(Marked):
    """What extraction proposes: `exact` words from `start` to `end`, by a `rule`, with a confidence in percent.

    `value` is what it says in canonical form, and `speaker` who is taken to say it, each where its kind has one.
    `prefix` and `suffix` are the words around it, written where the same words are a candidate twice.
    """

    kind: Text
    start: Whole
    end: Whole
    exact: Text
    rule: Text
    confidence: Whole
    value: Text | None = None
    qualifier: Text | None = None
    unit: Text | None = None
    counted: Text | None = None
    form: Text | None = None
    speaker: Text | None = None
    record: Id | None = None
    prefix: Text | None = None
    suffix: Text | None = None


class Extracted(Marked):
    """One file of `seeds/extracted/`: the sentences and candidates of one source's text."""

    sha256: Sha256
    chars: Whole
    sentences: tuple[Stretch, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class Decision(Marked):
    """A candidate a person rejected: told by its words, never by offsets, so that it outlives a new extraction."""

    kind: Text = Field(description="The candidate’s kind: quote, figure, date or name.", examples=["figure"])
    exact: Text = Field(description="The candidate’s words.", examples=["two warnings"])
    reason: Text = Field(description="Why it is not to be used.", examples=["It counts warnings, not people."])
    prefix: Text | None = Field(
        None, description="The words before it, where its own are a candidate twice.", examples=["We gave"]
    )
    suffix: Text | None = Field(
        None, description="The words after it, where its own are a candidate twice.", examples=["said"]
    )


class Decisions(Marked):
    """One file of `content/decisions/`: what was rejected of one source's candidates."""

    rejected: tuple[Decision, ...] = Field(
        (),
        description="The candidates that a person rejected, by their words.",
        examples=[[{"kind": "figure", "exact": "two warnings", "reason": "It counts warnings, not people."}]],
    )


@dataclass(frozen=True)
class Findings:
    """What extraction found and a person decided, by source id."""

    extracted: Mapping[str, Extracted] = field(default_factory=dict)
    decisions: Mapping[str, Decisions] = field(default_factory=dict)
