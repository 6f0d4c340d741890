"""The log of corrections: what was published of a fact, what it says now, and why."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from . import vocabulary
from .marked import Marked
from .scalars import DayText, Id, LoggedRef, Text
from .vocabulary import CorrectionKind


class Correction(Marked):
    """One entry of the log, never changed once it is published.

    `fact` is the id it had on that day, or a record's key: a quote's, for its speaker and its date, or that of a
    record withdrawn as a whole. `field` is what changed of it, in a passage the words or the attribution in one
    `source`. `was` and `now` (here `became`) are as the record has them; one that is missing says that there was,
    or is, none.
    """

    fact: LoggedRef
    field: vocabulary.Field = vocabulary.Field.VALUE
    source: Id | None = None
    was: Text | None = None
    became: Annotated[Text | None, Field(alias="now")] = None
    kind: CorrectionKind
    reason: Text
    date: DayText
    by: Text

    @property
    def content(self) -> tuple[object, ...]:
        """What the entry says, without where it stands: equal for equal entries."""
        return tuple(getattr(self, name) for name in type(self).model_fields)


class Corrections(Marked):
    """The file `corrections.yml`: entries are added at its end."""

    corrections: tuple[Correction, ...] = ()
