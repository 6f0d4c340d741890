"""Marked YAML to one record, every mistake of it a problem at its own line and column."""

from __future__ import annotations

import re
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.marked import Marked, MarkedList, Marks
from ..problems import Place, Problem, nearest, quoted, suggestion

_CHOICE = re.compile(r"'([^']*)'")
_WRONG_TYPE = {
    "string_type": "should be text",
    "tuple_type": "should be a list: one `- ` line each, or `[a, b]`",
    "list_type": "should be a list: one `- ` line each, or `[a, b]`",
    "model_type": "should be a mapping: `field: value` lines, or `{field: value}`",
    "model_attributes_type": "should be a mapping: `field: value` lines, or `{field: value}`",
    "dict_type": "should be a mapping: `field: value` lines, or `{field: value}`",
}


_SHAPES: dict[type, str] = {Marks: "a mapping", MarkedList: "a list"}

M = TypeVar("M", bound=Marked)


def read(kind: type[M], nodes: Marks) -> tuple[M | None, list[Problem]]:
    """Make a record of a kind from what was parsed; None when a part of it is wrong."""
    try:
        return kind.model_validate(nodes), []
    except ValidationError as error:
        errors = [found for found in error.errors(include_url=False) if _said(found)]
        misspelt = {(*found["loc"][:-1], _meant(kind, found)) for found in errors if found["type"] == "extra_forbidden"}
        return None, [
            _problem(kind, nodes, found)
            for found in errors
            if not (found["type"] == "missing" and found["loc"] in misspelt)
        ]


def _meant(kind: type[Marked], error: ErrorDetails) -> str | None:
    """Return the field that an unknown one is most like: it is not missing besides."""
    near = nearest(str(error["loc"][-1]), _fields(kind, error["loc"][:-1]))
    return near[0] if near else None


def _said(error: ErrorDetails) -> bool:
    """Leave out that a list is too short where it only seems so, because its items are wrong."""
    return error["type"] != "too_short" or len(error["input"]) < error.get("ctx", {}).get("min_length", 1)


def _problem(kind: type[Marked], root: Marks, error: ErrorDetails) -> Problem:
    loc = error["loc"]
    name = str(loc[-1]) if loc else ""
    field = f"`{_spell(loc)}`"
    value = error["input"]
    match error["type"]:
        case "extra_forbidden":
            near = suggestion(name, _fields(kind, loc[:-1]))
            return Problem(_place(root, loc, key=True), "unknown-field", f"{quoted(name)} is not a field here{near}")
        case "missing":
            return Problem(_place(root, loc[:-1]), "missing-field", f"{field} is missing")
        case "enum" | "literal_error":
            choices = _CHOICE.findall(str(error.get("ctx", {}).get("expected", "")))
            if not isinstance(value, str):
                return Problem(_place(root, loc), "wrong-type", f"{field} should be one of {', '.join(choices)}")
            near = suggestion(value, choices)
            message = f"{field} is {quoted(value)}, which is none of {', '.join(choices)}{near}"
            return Problem(_place(root, loc), "unknown-choice", message)
        case "too_short":
            least = error.get("ctx", {}).get("min_length", 1)
            return Problem(_place(root, loc), "missing-field", f"{field} is a list that needs at least {least}")
        case "greater_than_equal" | "less_than_equal":
            message = f"{field} is {quoted(str(value))}; {error['msg'][0].lower()}{error['msg'][1:]}"
            return Problem(_place(root, loc), "bad-number", message)
        case wrong if wrong in _WRONG_TYPE:
            if value == "":
                return Problem(_place(root, loc), "missing-field", f"{field} is empty; fill it or leave it out")
            said = (
                f" is {quoted(value)}; it"
                if isinstance(value, str)
                else f" is {_SHAPES.get(type(value), 'no text')}; it"
            )
            return Problem(_place(root, loc), "wrong-type", f"{field}{said} {_WRONG_TYPE[wrong]}")
        case rule:
            return Problem(_place(root, loc), rule.replace("_", "-"), f"{field}: {error['msg']}")


def _spell(loc: tuple[int | str, ...]) -> str:
    """Write a path as people do: `claims[2].value`, counting from 1."""
    path = ""
    for step in loc:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path


def _place(root: Marks, loc: tuple[int | str, ...], *, key: bool = False) -> Place:
    """Find the place of the value (or the key) at the end of a path, or the nearest thing above it."""
    node: Any = root
    place = root.place
    for depth, step in enumerate(loc):
        last = depth == len(loc) - 1
        if isinstance(node, Marks) and step in node:
            name = str(step)
            place = (node.keys_at if key and last else node.values_at)[name]
            node = node[name]
        elif isinstance(node, MarkedList) and isinstance(step, int) and step < len(node):
            place = node.items_at[step]
            node = node[step]
        else:
            break
    return place


def _fields(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """List the fields that may stand at a path."""
    for step in loc:
        if isinstance(step, str):
            found = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
            inner = None if found is None else _model_in(found.annotation)
            if inner is None:
                return []
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in typing.get_args(annotation) if (m := _model_in(arg))), None)
