"""How problems, counts and progress are printed."""

from __future__ import annotations

import json
import os
import posixpath
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from ..excerpts import WIDTH, Excerpt, excerpts
from ..problems import Level, Place, Problem, failing, visible

T = TypeVar("T")
_GUTTER = 8
"""Columns to the left of a line that is shown."""
_NARROWEST, _WIDEST = 40, 160
_SIGNS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "blue"}


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on, with a bar on standard error where that is a terminal."""
    with click.progressbar(items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def as_text(problem: Problem) -> str:
    """Write a problem as `path:line:column: message [rule]`, with its level where that is not error."""
    level = "" if problem.level is Level.ERROR else f"{problem.level}: "
    return str(replace(problem, message=level + problem.message))


def shows_lines(stream: TextIO) -> bool:
    """Tell whether a person is looking: where the output is a terminal, or is said to be one (FORCE_COLOR)."""
    return stream.isatty() or bool(os.environ.get("FORCE_COLOR"))


def coloured() -> bool:
    """Tell whether to write in colour where a person is looking: unless NO_COLOR, or a terminal without, says no."""
    return not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or os.environ.get("TERM") != "dumb")


def with_excerpts(problems: Sequence[Problem], root: Path, *, colour: bool) -> Iterator[str]:
    """Write problems as text, each with the lines that it is about, and the line as it would be right."""
    width = max(_NARROWEST, shutil.get_terminal_size((WIDTH + _GUTTER, 24)).columns - _GUTTER)
    found = excerpts(problems, root, min(width, _WIDEST))
    for problem in problems:
        place, rule = f"{visible(str(problem.place))}: ", f" [{problem.rule}]"
        said = as_text(problem)[len(place) : -len(rule)]
        lines = [f"{_styled(place, colour, bold=True)}{said}{_styled(rule, colour, fg='cyan')}"]
        path = problem.place.path
        for one in found.get(problem, ()):
            if one.place.path != path:
                path = one.place.path
                lines.append(_styled(f"  --> {visible(str(one.place))}", colour, fg="blue"))
            lines += _shown(one, _SIGNS[problem.level], colour)
        yield "\n".join([*lines, *([""] if len(lines) > 1 else [])])


def _shown(excerpt: Excerpt, sign: str, colour: bool) -> Iterator[str]:
    gutter = _styled("      |", colour, fg="blue")
    line = f"{excerpt.before}{excerpt.meant}{excerpt.after}".rstrip()
    yield f"{_styled(f'{excerpt.line:>5} |', colour, fg='blue')} {line}"
    yield f"{gutter} {_styled(excerpt.carets, colour, fg='blue' if excerpt.words else sign)}"
    if excerpt.mended:
        yield _styled(f"write | {excerpt.mended}", colour, fg="green")


def _styled(text: str, colour: bool, **style: Any) -> str:
    return click.style(text, **style) if colour else text


def as_json(problem: Problem) -> str:
    """Write a problem as a JSON object on one line."""
    at = {"path": problem.place.path, "line": problem.place.line, "column": problem.place.column}
    labels = [
        {"path": label.place.path, "line": label.place.line, "column": label.place.column, "words": label.words}
        for label in problem.labels
    ]
    mend = problem.mend and {
        "column": problem.mend.column or problem.place.column,
        "wrong": problem.mend.wrong,
        "right": problem.mend.right,
    }
    found = {**at, "level": problem.level.value, "rule": problem.rule, "message": problem.message}
    found |= {"labels": labels, "mend": mend}
    return json.dumps(found, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """Write a problem as a workflow command, which GitHub shows at the line of a pull request."""
    level = "notice" if problem.level is Level.NOTE else problem.level.value
    place = problem.place

    def escaped(text: str, more: str = "") -> str:
        return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)

    at = f"file={escaped(place.path, ':,')},line={place.line},col={place.column},title={problem.rule}"
    more = [f"{label.place}: {label.words}" for label in problem.labels]
    return f"::{level} {at}::{escaped(chr(10).join([problem.message, *more]))}"


def from_here(problems: Sequence[Problem], root: Path) -> list[Problem]:
    """Tell places from the folder in which the command runs: the repository's, where GitHub runs it."""
    folder = os.path.relpath(root).replace(os.sep, "/")
    if folder == ".":
        return list(problems)

    def here(place: Place) -> Place:
        return replace(place, path=posixpath.normpath(f"{folder}/{place.path}"))

    return [
        replace(p, place=here(p.place), labels=tuple(replace(label, place=here(label.place)) for label in p.labels))
        for p in problems
    ]


FORMATS: dict[str, Callable[[Problem], str]] = {"text": as_text, "json": as_json, "github": as_github}


def counted(problems: Sequence[Problem]) -> str:
    """Say how many problems of each level there are."""
    counts = Counter(problem.level for problem in problems)
    said = [f"{counts[level]} {level}{'s' * (counts[level] != 1)}" for level in Level if counts[level]]
    return ", ".join(said) or "no problems"


def explanation(problems: Sequence[Problem]) -> str:
    """Say where the rules of problems are explained."""
    worst_first = sorted(failing(problems), key=lambda problem: list(Level).index(problem.level))
    rules = list(dict.fromkeys(problem.rule for problem in worst_first))
    more = "" if len(rules) == 1 else f" (and likewise {', '.join(rules[1:4])}{', …' * (len(rules) > 4)})"
    return f"for more on a rule: factsheet explain {rules[0]}{more}" if rules else ""
