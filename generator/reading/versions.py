"""Versions of a record: the facts of each as written, for comparing them, without what they mean.

A version is mostly the one before it with one fact changed, so each piece of text is parsed once, however many
versions have it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import nodes

LISTS = ("names", "passages", "claims")
"""The fields of a record that list its facts."""
_FIELD = re.compile(r"^(?=[A-Za-z_]+[ ]*:)", re.MULTILINE)
_NAME = re.compile(r"([A-Za-z_]+)[ ]*:[ ]*(#.*)?")


@dataclass(frozen=True, slots=True)
class Version:
    """The facts of one version by their ids, as plain lists and mappings, and the ids the record had before."""

    facts: Mapping[str, object]
    formerly: tuple[str, ...]


@dataclass(slots=True)
class Versions:
    """Reads versions, and remembers the pieces they are made of."""

    _known: dict[str, list[Any] | None] = field(default_factory=dict)

    def read(self, text: str) -> Version | None:
        """Read a version; None when it is no YAML. What a field may hold is not looked at: that changes over time."""
        fields = self._by_pieces(text)
        if fields is None:
            found = _parsed(text)
            if found is None:
                return None
            fields = {name: _list(found.get(name)) for name in (*LISTS, "formerly")}
        facts = {
            item["id"]: item
            for name in LISTS
            for item in fields.get(name, ())
            if isinstance(item, dict) and isinstance(item.get("id"), str)
        }
        return Version(facts, tuple(id_ for id_ in fields.get("formerly", ()) if isinstance(id_, str)))

    def _by_pieces(self, text: str) -> dict[str, list[Any]] | None:
        """Read the lists of a version item by item; None where it is written so that it cannot be cut up."""
        fields: dict[str, list[Any]] = {}
        for piece in _FIELD.split(text)[1:]:
            first, _, rest = piece.partition("\n")
            found = _NAME.match(first)
            name = "" if found is None else found[1]
            if name not in (*LISTS, "formerly"):
                continue
            if name in fields:
                return None
            items: list[Any] = []
            for written in _items(first, rest):
                if written not in self._known:
                    self._known[written] = _found(written)
                part = self._known[written]
                if part is None:
                    return None
                items += part
            fields[name] = items
        return fields or None


def _items(first: str, rest: str) -> list[str]:
    """Cut a list into its items, each under a key of its own; a list in brackets is one piece."""
    dash = re.match(r"(?:[ ]*(?:#.*)?\n)*([ ]*)-[ ]", rest)
    if dash is None or _NAME.fullmatch(first) is None:
        return [f"{first}\n{rest}"]
    starts = re.compile(rf"^(?={dash[1]}-[ ])", re.MULTILINE)
    return [f"items:\n{item}" for item in starts.split(rest)[1:]]


def _found(written: str) -> list[Any] | None:
    parsed = _parsed(written)
    value = None if parsed is None else next(iter(parsed.values()), None)
    return value if isinstance(value, list) else None


def _parsed(text: str) -> Mapping[str, Any] | None:
    found, problems = nodes.parse(text, "")
    return None if any(problem.rule == "yaml-syntax" for problem in problems) else found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
