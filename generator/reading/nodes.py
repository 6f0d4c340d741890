"""YAML text to mappings, lists and texts that know their place.

Built from the parser's events, because the composed tree hides anchors, and because a scalar must stay the
text its author wrote: `no`, `21:15`, `0123` and `2,500` never change meaning here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Any

import yaml

from ..model.marked import MarkedList, Marks
from ..problems import Label, Place, Problem, quoted
from .slips import slip

MAX_DEPTH = 40
_BREAK = re.compile(r"\r\n|\r|\n")


class _Lines:
    """The lines of a text as editors count them: YAML also breaks lines at marks that editors do not know."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self.end = len(text)

    def place(self, offset: int) -> Place:
        offset = max(0, min(offset, self.end))
        line = bisect_right(self.starts, offset)
        return Place(self.path, line, offset - self.starts[line - 1] + 1)


class _Builder:
    """Puts events together, one open collection on top of the other."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.lines = _Lines(text, path)
        self.problems: list[Problem] = []
        self.root: Any = None
        self.stack: list[Marks | MarkedList] = []
        self.keys: list[tuple[str, Place] | None] = []
        self.opened: list[int] = []
        self.documents = 0

    def place(self, mark: Any) -> Place:
        return self.lines.place(mark.index)

    def report(self, rule: str, place: Place, message: str, *labels: Label) -> None:
        self.problems.append(Problem(place, rule, message, labels=labels))

    def open(self, made: Marks | MarkedList, start: int) -> None:
        self.add(made, made.place, "")
        self.stack.append(made)
        self.keys.append(None)
        self.opened.append(start)

    def close(self, end: int) -> None:
        """Take the innermost collection off, keeping how a list or mapping stands in the file."""
        made, start = self.stack.pop(), self.opened.pop()
        self.keys.pop()
        into = self.stack[-1] if self.stack else None
        if isinstance(into, Marks) and into and (name := next(reversed(into))) and into[name] is made:
            into.written[name] = self.text[start:end]

    def add(self, value: Any, place: Place, written: str) -> None:
        """Hang a value onto the collection that is open, or make it the root."""
        if not self.stack:
            self.root = value
            return
        into = self.stack[-1]
        if isinstance(into, MarkedList):
            into.append(value)
            into.items_at.append(place)
            return
        key = self.keys[-1]
        if key is None:
            self._key(value, place)
            return
        self.keys[-1] = None
        name, at = key
        if name in into:
            first = into.keys_at[name]
            message = f"the key {quoted(name)} stands twice; it is first on line {first.line}"
            self.report("duplicate-key", at, message, Label(first, "first here"))
            return
        into[name] = value
        into.keys_at[name] = at
        into.values_at[name] = place
        into.written[name] = written

    def _key(self, value: Any, place: Place) -> None:
        if not isinstance(value, str):
            self.report("wrong-type", place, "a key must be a word, not a list or a mapping")
            value = f"key at {place.line}:{place.column}"
        elif value == "<<":
            self.report("anchor", place, "the merge key `<<` is not allowed: write the fields out")
        self.keys[-1] = (value, place)

    def take(self, event: yaml.Event) -> None:
        place = self.place(event.start_mark)
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            self.report("anchor", place, f"the alias `*{anchor}` is not allowed: write the value out, or quote it")
            self.add("", place, "")
            return
        if anchor:
            self.report(
                "anchor",
                place,
                f"the anchor `&{anchor}` is not allowed: write each value where it belongs, or quote it",
            )
        tag = getattr(event, "tag", None)
        if tag:
            shown = quoted(tag.replace("tag:yaml.org,2002:", "!!"))
            why = "values are read by their field; words that begin with `!` stand in quotation marks"
            self.report("anchor", place, f"the tag {shown} is not allowed: {why}")
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self.report("yaml-syntax", place, "a second document begins here; a file holds one record")
            case yaml.ScalarEvent():
                written = self.text[event.start_mark.index : event.end_mark.index]  # type: ignore[union-attr]
                self.add(event.value, place, written)
            case yaml.MappingStartEvent():
                self.open(Marks(place), event.start_mark.index)  # type: ignore[union-attr]
            case yaml.SequenceStartEvent():
                self.open(MarkedList(place), event.start_mark.index)  # type: ignore[union-attr]
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.close(event.end_mark.index)  # type: ignore[union-attr]


def parse(text: str, path: str) -> tuple[Marks | None, list[Problem]]:
    """Read one YAML document that is a mapping; None when it cannot be read at all.

    Anchors, aliases, merge keys, tags and duplicate keys are problems: each hides what a value is from
    the person who corrects it.
    """
    text = text.removeprefix("\ufeff")
    builder = _Builder(text, path)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
            if len(builder.stack) > MAX_DEPTH:
                place = builder.place(event.start_mark)
                return None, [Problem(place, "yaml-syntax", f"this is nested more than {MAX_DEPTH} levels deep")]
    except yaml.MarkedYAMLError as error:
        found = slip(text, error)
        place = _where(error, builder) if found is None else Place(path, found.line, found.column)
        if found is None:
            return None, [*builder.problems, Problem(place, "yaml-syntax", _why(error))]
        labels = tuple(replace(label, place=replace(label.place, path=path)) for label in found.labels)
        told = Problem(place, "yaml-syntax", found.message, labels=labels, mend=found.mend)
        return None, [*builder.problems, told]
    except yaml.YAMLError as error:  # a character that YAML does not allow
        counted = getattr(error, "position", 0)  # in bytes of UTF-8
        before = text.encode()[: counted if isinstance(counted, int) else 0].decode("utf-8", "ignore")
        place = builder.lines.place(len(before))
        sign = text[len(before) : len(before) + 1]
        message = f"the character U+{ord(sign or chr(0)):04X} cannot stand in YAML; delete it"
        return None, [*builder.problems, Problem(place, "yaml-syntax", message)]
    root = builder.root
    if root is None or root == "":
        builder.report("yaml-syntax", Place(path), "the file is empty: a record is written as `field: value` lines")
    elif not isinstance(root, Marks):
        builder.report("yaml-syntax", Place(path), "this is not a record: it must be `field: value` lines")
    return (root if isinstance(root, Marks) and builder.documents == 1 else None), builder.problems


def _where(error: yaml.MarkedYAMLError, builder: _Builder) -> Place:
    mark = error.problem_mark or error.context_mark
    return builder.lines.place(0 if mark is None else mark.index)


def _why(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it breaks off"
    context = f"{error.context}, " if error.context else ""
    return f"cannot be read as YAML: {context}{problem}"
