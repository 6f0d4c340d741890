"""The log of corrections: what was published of a fact, what it says now, and why."""

from __future__ import annotations

from pydantic import Field

from . import vocabulary
from .marked import Marked
from .scalars import DayText, LoggedRef, SourceId, Text
from .vocabulary import CorrectionKind


class Correction(Marked):
    """One entry of the log, never changed once it is published.

    `fact` is the id it had on that day, or a record's key: a quote's, for its speaker and its date, or that of a
    record withdrawn as a whole. `field` is what changed of it, in a passage the words or the attribution in one
    `source`. `was` and `now` (here `became`) are as the record has them; one that is missing says that there was,
    or is, none.
    """

    fact: LoggedRef = Field(
        description="What is corrected: a fact by its id in the whole dossier, or a record where it is about a quote’s "
        "speaker or date, or a record withdrawn.",
        examples=["events/2021-03-12-lumo-shooting#c1"],
    )
    field: vocabulary.Field = Field(
        vocabulary.Field.VALUE, description="What of the fact changed; without it, its value.", examples=["asserted_by"]
    )
    source: SourceId | None = Field(
        None, description="In a passage: the source whose words they are.", examples=["gazette-2021-03-12"]
    )
    was: Text | None = Field(
        None, description="What was published; without it, there was nothing.", examples=["three", 3]
    )
    became: Text | None = Field(
        None, alias="now", description="What the fact says now; without it, there is nothing.", examples=["four", 4]
    )
    kind: CorrectionKind = Field(description="What the change is.", examples=["correction"])
    reason: Text = Field(
        description="Why it was changed, for readers.", examples=["We misread the number in the Gazette."]
    )
    date: DayText = Field(description="The day on which the entry is made.", examples=["2021-04-02"])
    by: Text = Field(description="Who corrects it, as readers are to see it.", examples=["The desk"])

    @property
    def content(self) -> tuple[object, ...]:
        """What the entry says, without where it stands: equal for equal entries."""
        return tuple(getattr(self, name) for name in type(self).model_fields)


class Corrections(Marked):
    """The file `corrections.yml`: entries are added at its end."""

    corrections: tuple[Correction, ...] = Field(
        (),
        description="What was changed after it was published, oldest first; a published entry is never changed.",
        examples=[
            [
                {
                    "fact": "events/2021-03-12-lumo-shooting#c1",
                    "was": "three",
                    "now": "four",
                    "kind": "correction",
                    "reason": "We misread the number in the Gazette.",
                    "date": "2021-04-02",
                    "by": "The desk",
                }
            ]
        ],
    )
