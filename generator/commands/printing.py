"""How problems, counts and progress are printed."""

from __future__ import annotations

import json
import os
import posixpath
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from ..excerpts import excerpts
from ..problems import Level, Problem, failing

T = TypeVar("T")


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on, with a bar on standard error where that is a terminal."""
    with click.progressbar(items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def as_text(problem: Problem) -> str:
    """Write a problem as `path:line:column: message [rule]`, with its level where that is not error."""
    level = "" if problem.level is Level.ERROR else f"{problem.level}: "
    return str(replace(problem, message=level + problem.message))


def with_excerpts(problems: Sequence[Problem], root: Path) -> Iterator[str]:
    """Write problems as text, each with the line that it is about."""
    found = excerpts(problems, root)
    for problem in problems:
        yield as_text(problem) + (f"\n{found[problem]}\n" if problem in found else "")


def as_json(problem: Problem) -> str:
    """Write a problem as a JSON object on one line."""
    at = {"path": problem.place.path, "line": problem.place.line, "column": problem.place.column}
    found = {**at, "level": problem.level.value, "rule": problem.rule, "message": problem.message}
    return json.dumps(found, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """Write a problem as a workflow command, which GitHub shows at the line of a pull request."""
    level = "notice" if problem.level is Level.NOTE else problem.level.value
    place = problem.place

    def escaped(text: str, more: str = "") -> str:
        return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)

    at = f"file={escaped(place.path, ':,')},line={place.line},col={place.column},title={problem.rule}"
    return f"::{level} {at}::{escaped(problem.message)}"


def from_here(problems: Sequence[Problem], root: Path) -> list[Problem]:
    """Tell places from the folder in which the command runs: the repository's, where GitHub runs it."""
    folder = os.path.relpath(root).replace(os.sep, "/")
    if folder == ".":
        return list(problems)
    return [replace(p, place=replace(p.place, path=posixpath.normpath(f"{folder}/{p.place.path}"))) for p in problems]


FORMATS: dict[str, Callable[[Problem], str]] = {"text": as_text, "json": as_json, "github": as_github}


def counted(problems: Sequence[Problem]) -> str:
    """Say how many problems of each level there are."""
    counts = Counter(problem.level for problem in problems)
    said = [f"{counts[level]} {level}{'s' * (counts[level] != 1)}" for level in Level if counts[level]]
    return ", ".join(said) or "no problems"


def explanation(problems: Sequence[Problem]) -> str:
    """Say where the rules of problems are explained."""
    rules = list(dict.fromkeys(problem.rule for problem in failing(problems)))
    more = "" if len(rules) == 1 else f" (and likewise {', '.join(rules[1:4])}{', …' * (len(rules) > 4)})"
    return f"for more on a rule: factsheet explain {rules[0]}{more}" if rules else ""
