"""The fields of a record one by one, as the models have them: what a new record can be asked for."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .facts import Citation
from .marked import Marked
from .records import KINDS, Record

Path = tuple[str, ...]
"""The way to a field: `("names", "cite", "exact")`, the first item of each list being meant."""
REFERENCES = {
    "source": "sources",
    "speaker": "actors",
    "asserted_by": "actors",
    "via": "actors",
    "of": "actors",
    "place": "places",
    "event": "events",
}
"""The folder of the record that a field names, by the field's name."""
_LAST = ("location", "summary", "claims", "disputes", "reviewed", "formerly", "cite")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record that has fields of its own: whether the record needs it, and whether it is a list of such."""

    path: Path
    needed: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field that holds words: whether its part of the record needs it, and what may stand there.

    `parts` are those it lies in, outermost first. `folder` is that of the record it names, if it names one.
    """

    path: Path
    needed: bool
    parts: tuple[Part, ...] = ()
    choices: tuple[str, ...] = ()
    folder: str = ""
    listed: bool = False

    @property
    def name(self) -> str:
        """The field as it is written on a command line: `names.cite.exact`."""
        return ".".join(self.path)

    def wanted(self, given: Mapping[Path, str]) -> bool:
        """Tell whether a record with these fields cannot be without this one."""
        return self.needed and all(
            part.needed or any(path[: len(part.path)] == part.path for path in given) for part in self.parts
        )


def fields(folder: str) -> dict[Path, Field]:
    """Return every field of a kind of record by its path, in the order in which a record is written."""
    return {field.path: field for field in _fields(KINDS[folder], (), ())}


def _fields(model: type[Marked], path: Path, parts: tuple[Part, ...]) -> Iterator[Field]:
    for name, needed, annotation in ordered(model):
        here = (*path, name)
        inner, listed = held(annotation)
        if inner is dict:
            continue
        if issubclass(inner, Marked):
            # The models leave a fact without a citation to the rule `unsourced-claim`, which refuses it.
            yield from _fields(inner, here, (*parts, Part(here, needed or inner is Citation, listed)))
            continue
        choices = tuple(str(one.value) for one in inner) if issubclass(inner, StrEnum) else ()
        yield Field(here, needed, parts, choices, REFERENCES.get(name, "") if inner is str else "", listed)


def ordered(model: type[Marked]) -> list[tuple[str, bool, Any]]:
    """List a model's fields: a title first, then what is its own; what most records share comes last."""
    found = [(info.alias or name, info.is_required(), info.annotation) for name, info in model.model_fields.items()]
    own = {info.alias or name for name, info in model.model_fields.items() if name in model.__annotations__}
    last = {name: place for place, name in enumerate(_LAST)}
    shared = {name for name in model.model_fields if issubclass(model, Record) and name not in own}
    return sorted(found, key=lambda one: (last.get(one[0], -1), one[0] != "title", one[0] in shared))


def held(annotation: Any) -> tuple[type, bool]:
    """Return what a field holds, and whether a list of it."""
    if isinstance(annotation, type):
        return annotation, False
    kind, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if kind is dict:
        return dict, False
    inner, listed = held(inside[0])
    return inner, listed or kind is tuple
