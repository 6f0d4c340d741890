"""The base of every model: frozen, strict about its fields, and knowing where in the YAML it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from ..problems import Place

NOWHERE = Place("", 0, 0)


class Marks(dict[str, Any]):
    """A YAML mapping: its values, its own place, and the place of each key and each value."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}
        self.written: dict[str, str] = {}
        """Scalars as they stand in the file, for finding a place within one."""


class MarkedList(list[Any]):
    """A YAML sequence: its values, its own place, and the place of each item."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []


class Marked(BaseModel):
    """A part of a record. Read from YAML it remembers the place of each of its values."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _values_at: Mapping[str, Place] = PrivateAttr(default_factory=dict)
    _written: Mapping[str, str] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(data)
        if isinstance(data, Marks):
            made._place = data.place
            made._values_at = data.values_at
            made._written = data.written
        return made

    @property
    def here(self) -> Place:
        """Where this part begins."""
        return self._place

    def at(self, field: str) -> Place:
        """Where a field's value stands, or the part's own place when the field is not written."""
        return self._values_at.get(field, self._place)

    def within(self, field: str, words: str, before: str = "") -> Place:
        """Where words stand within a field's value; `before` is the value up to them, to count repetitions."""
        start = self.at(field)
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if not pattern:
            return start
        nth = len(re.findall(pattern, before))
        written = self._written.get(field, "")
        for found in itertools.islice(re.finditer(pattern, written), nth, None):
            above = written.count("\n", 0, found.start())
            after = found.start() - (written.rfind("\n", 0, found.start()) + 1)
            return Place(start.path, start.line + above, after + (1 if above else start.column))
        return start
