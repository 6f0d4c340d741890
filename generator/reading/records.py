"""Marked YAML to one record, every mistake of it a problem at its own line and column."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.marked import Marked, MarkedList, Marks
from ..model.properties import PROPERTIES
from ..problems import Mend, Place, Problem, asked, nearest, quoted
from ..slugs import is_fact_id
from . import expected
from .expected import Path

_CHOICE = re.compile(r"'([^']*)'")
_LIST = "one `- ` line each, or `[a, b]`"
_MAPPING = "`field: value` lines, or `{field: value}`"
_WRONG_TYPE = {
    "string_type": "text",
    "tuple_type": f"a list: {_LIST}",
    "list_type": f"a list: {_LIST}",
    "model_type": f"a mapping: {_MAPPING}",
    "model_attributes_type": f"a mapping: {_MAPPING}",
    "dict_type": f"a mapping: {_MAPPING}",
}
_LISTS = ("tuple_type", "list_type")
_SHAPES: dict[type, str] = {Marks: "a mapping", MarkedList: "a list"}
_MOST_FIELDS = 20

M = TypeVar("M", bound=Marked)


def read(kind: type[M], nodes: Marks) -> tuple[M | None, list[Problem]]:
    """Make a record of a kind from what was parsed; None when a part of it is wrong."""
    try:
        return kind.model_validate(nodes), []
    except ValidationError as error:
        errors = [found for found in error.errors(include_url=False) if _said(found)]
        unknown = [found["loc"] for found in errors if found["type"] == "extra_forbidden"]
        missing = [found["loc"] for found in errors if found["type"] == "missing"]
        meant = {loc: _meant(kind, loc, unknown, missing) for loc in unknown}
        misspelt = {(*loc[:-1], one) for loc, names in meant.items() for one in names[:1]}
        problems = []
        for found in errors:
            loc = found["loc"]
            if found["type"] == "extra_forbidden":
                if (made := _unknown(kind, nodes, loc, meant[loc])) is not None:
                    problems.append(made)
            elif not (found["type"] == "missing" and loc in misspelt):
                problems.append(_problem(kind, nodes, found))
        return None, problems


def _meant(kind: type[Marked], loc: Path, unknown: list[Path], missing: list[Path]) -> list[str]:
    """List the fields that an unknown one is meant to be: those it is most like, else the only one that is missing."""
    near = nearest(str(loc[-1]), expected.fields(kind, loc[:-1]))
    if near:
        return near
    others = [one for one in unknown if one[:-1] == loc[:-1]]
    lacking = [str(one[-1]) for one in missing if one[:-1] == loc[:-1]]
    return lacking if len(others) == len(lacking) == 1 else []


def _said(error: ErrorDetails) -> bool:
    """Leave out that a list is too short where it only seems so, because its items are wrong."""
    return error["type"] != "too_short" or len(error["input"]) < error.get("ctx", {}).get("min_length", 1)


def _unknown(kind: type[Marked], root: Marks, loc: Path, meant: list[str]) -> Problem | None:
    name, into = str(loc[-1]), _node(root, loc[:-1])
    place = _place(root, loc, key=True)
    if isinstance(into, Marks):
        names = list(into)
        run = names[: names.index(name) + 1]
        if _cut_off(into, name) and len(run) > 1:
            return None if _cut_off(into, run[-2]) else _comma(into, run[-2], names[len(run) - 1 :], place)
    if meant:
        certain = len(meant) == 1 and bool(nearest(name, meant))
        lacking = "" if nearest(name, meant) else ", which is missing"
        message = f"{quoted(name)} is not a field here{asked(meant)[:-1]}{lacking}?"
        return Problem(place, "unknown-field", message, mend=Mend(name, meant[0]) if certain else None)
    free = [one for one in expected.fields(kind, loc[:-1]) if not (isinstance(into, Marks) and one in into)]
    more = ", …" if len(free) > _MOST_FIELDS else ""
    can = f"; there can be {', '.join(free[:_MOST_FIELDS])}{more}; a comment begins with `#`" if free else ""
    return Problem(place, "unknown-field", f"{quoted(name)} is not a field here{can}")


def _cut_off(into: Marks, name: str) -> bool:
    """Tell whether a field is none, but words in braces behind a comma: it has neither a colon nor a value."""
    key, value = into.keys_at[name], into.values_at[name]
    return into[name] == "" and key.line == value.line and value.column - key.column == len(name)


def _comma(into: Marks, field: str, behind: list[str], place: Place) -> Problem:
    """Tell of a comma that ended a value in braces and was meant to stand in it."""
    pieces = [into.written[field]]
    for name in behind:
        if not _cut_off(into, name):
            break
        pieces.append(name)
    wrong = ", ".join(pieces)
    if all(piece.strip().isdecimal() for piece in pieces) and len(pieces) == 2:
        wrong, right = ",".join(pieces), ".".join(pieces)
        message = f"the comma ends the value of `{field}`; a decimal has a point: write `{field}: {right}`"
    else:
        right = expected.in_line(wrong)
        message = f"the comma ends the value of `{field}`, so that {quoted(behind[0], 40)} would be a field; write "
        message += quoted(f"{field}: {right}", 200)
    at = into.values_at[field]
    same = at.line == place.line and isinstance(into[field], str)
    return Problem(place, "unknown-field", message, mend=Mend(wrong, right, at.column) if same else None)


def _problem(kind: type[Marked], root: Marks, error: ErrorDetails) -> Problem:
    loc = error["loc"]
    name = _spell(root, loc)
    value = error["input"]
    place = _place(root, loc)
    known = expected.field(kind, loc)
    needed = known is not None and known.is_required() and isinstance(loc[-1], str)
    match error["type"]:
        case "missing":
            message = f"{name} is missing{expected.meaning(known)}"
            return Problem(_place(root, loc[:-1]), "missing-field", message)
        case "missing-field":
            return Problem(place, "missing-field", _empty(name, needed))
        case "enum" | "literal_error":
            return _choice(root, loc, name, value, _CHOICE.findall(str(error.get("ctx", {}).get("expected", ""))))
        case "unknown-property":
            return _property(kind, place, name, str(value))
        case "too_short":
            least = error.get("ctx", {}).get("min_length", 1)
            return Problem(place, "missing-field", f"{name} needs at least {least} of them; it has {len(value)}")
        case "greater_than_equal" | "less_than_equal" as bound:
            limit = next(iter(error.get("ctx", {}).values()), "")
            most = "at most" if bound == "less_than_equal" else "at least"
            return Problem(place, "bad-number", f"{name} is {quoted(str(value))}; write a number of {most} {limit:g}")
        case wrong if wrong in _WRONG_TYPE:
            if value == "":
                return Problem(place, "missing-field", _empty(name, needed))
            return _shape(kind, root, loc, value, wrong)
        case rule:
            context = error.get("ctx", {})
            mend = Mend(str(value).strip(), str(context["right"])) if context.get("right") else None
            return Problem(place, rule.replace("_", "-"), f"{name}: {error['msg']}", mend=mend)


def _empty(name: str, needed: bool) -> str:
    return f"{name} is empty; write its value{'' if needed else ' or leave the field out'}"


def _choice(root: Marks, loc: Path, name: str, value: Any, choices: list[str]) -> Problem:
    place, one_of = _place(root, loc), ", ".join(choices)
    if not isinstance(value, str):
        items = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
        alone = items[0] if len(items) == 1 and items[0] in choices else None
        written = _written(root, loc)
        mend = Mend(written, alone) if alone and written.startswith("[") else None
        message = f"{name} is {_SHAPES.get(type(value), 'no text')}; it should be one of {one_of}"
        return Problem(place, "wrong-type", message, mend=mend)
    near = nearest(value, choices)
    message = f"{name} is {quoted(value)}, which is none of {one_of}{asked(near)}"
    return Problem(place, "unknown-choice", message, mend=Mend(value, near[0]) if len(near) == 1 else None)


def _property(kind: type[Marked], place: Place, name: str, value: str) -> Problem:
    folder = getattr(kind, "folder", "")
    names = [row.name for row in PROPERTIES.values() if not folder or folder in row.subjects] or list(PROPERTIES)
    near = nearest(value, names)
    message = f"{name}: {quoted(value)} is not a property{asked(near) or '; there are ' + ', '.join(names)}"
    return Problem(place, "unknown-property", message, mend=Mend(value, near[0]) if len(near) == 1 else None)


def _shape(kind: type[Marked], root: Marks, loc: Path, value: Any, wrong: str) -> Problem:
    """Tell of a text where a list belongs, and the like: with an example, or what to write where that is certain."""
    place, known = _place(root, loc), expected.field(kind, loc)
    is_ = quoted(value) if isinstance(value, str) else _SHAPES.get(type(value), "no text")
    message = f"{_spell(root, loc)} is {is_}; it should be {_WRONG_TYPE[wrong]}"
    if wrong in _LISTS and isinstance(value, str) and not expected.fields(kind, loc):
        return _mended(place, message, value, f"[{expected.in_line(value)}]")
    written = _written(root, loc)
    if wrong in _LISTS and isinstance(value, Marks) and written.startswith("{") and "\n" not in written:
        return _mended(place, message, written, f"[{written}]")
    if wrong in _LISTS and isinstance(value, Marks) and place.column > len("- "):
        first = next(iter(value), "")
        mend = Mend(f"  {first}", f"- {first}", place.column - len("- "))
        return Problem(place, "wrong-type", f"{message}; each item begins with a dash", mend=mend)
    example = expected.example(known, of_item=isinstance(loc[-1], int))
    return Problem(place, "wrong-type", message + (f", such as {quoted(example, 120)}" if example else ""))


def _mended(place: Place, message: str, wrong: str, right: str) -> Problem:
    return Problem(place, "wrong-type", f"{message}; write {quoted(right, 120)}", mend=Mend(wrong, right))


def _spell(root: Marks, loc: Path) -> str:
    """Write a path as people do: `value` of c2; where nothing has an id, `blocks[2].start`, counting from 1."""
    home, start = "", 0
    for end in range(1, len(loc)):
        node = _node(root, loc[:end])
        if isinstance(node, Marks) and isinstance(loc[end - 1], int) and is_fact_id(str(node.get("id"))):
            home, start = node["id"], end
    path = ""
    for step in loc[start:]:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return f"`{path}`" + (f" of {home}" if home else "")


def _node(root: Marks, loc: Path) -> Any:
    """Return what stands at a path; None where nothing does."""
    node: Any = root
    for step in loc:
        if isinstance(node, Marks) and step in node:
            node = node[str(step)]
        elif isinstance(node, MarkedList) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _written(root: Marks, loc: Path) -> str:
    into = _node(root, loc[:-1])
    return into.written.get(str(loc[-1]), "") if isinstance(into, Marks) else ""


def _place(root: Marks, loc: Path, *, key: bool = False) -> Place:
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
