"""What a model expects at a path into a record: its fields, what each means, and an example of it."""

from __future__ import annotations

import re
import typing
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path = tuple[int | str, ...]
"""The way to a value: field names, and positions in lists from 0."""
_NEEDS_MARKS = re.compile(r"[\[\]{},#&*!|>%@`\"']|: |:$|^[-?] |^\s|\s$|^$")


def fields(model: type[BaseModel], path: Path) -> dict[str, FieldInfo]:
    """Return the fields that may stand at a path, by the names they have in a file."""
    for step in path:
        if isinstance(step, str):
            found = _named(model).get(step)
            inner = None if found is None else _model_in(found.annotation)
            if inner is None:
                return {}
            model = inner
    return _named(model)


def field(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Return the field at the end of a path, or the one whose list it is an item of."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return fields(model, path[:-1]).get(str(path[-1])) if path else None


def meaning(found: FieldInfo | None) -> str:
    """Return what a field is, as the end of a sentence: `: who spoke: an actor`; nothing where that is not known."""
    said = (found and found.description) or ""
    first = said[:1].lower() if said[1:2].islower() or said[1:2] == " " else said[:1]
    example = next((one for one in (found and found.examples) or () if isinstance(one, str)), None)
    fits = example is not None and len(example) <= _LONGEST_EXAMPLE and f"`{example}`" not in said
    such = f", such as `{in_line(example)}`" if fits else ""
    return f": {first}{said[1:].rstrip('.')}{such}" if said else ""


def example(found: FieldInfo | None, *, of_item: bool = False) -> str:
    """Return an example of what stands in a field, or in an item of it, as it may be written on a line."""
    one = next(iter((found and found.examples) or ()), None)
    if of_item and isinstance(one, list):
        one = next(iter(one), None)
    return "" if one is None else in_line(one)


def in_line(value: Any) -> str:
    """Write a value as YAML on one line: words in quotation marks where they would mean something else without."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {in_line(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_line, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    if not _NEEDS_MARKS.search(words):
        return words
    doubled = words.replace("'", "''")
    return f"'{doubled}'" if '"' in words or "\\" in words else f'"{words}"'


_LONGEST_EXAMPLE = 40


def _named(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in typing.get_args(annotation) if (m := _model_in(arg))), None)
