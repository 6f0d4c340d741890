"""The house: each room imports only from the rooms before it, and each tool has one home."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"
FLOORS = (
    {"problems", "dates", "numbers", "slugs", "strings", "excerpts"},
    {"model"},
    {"reading", "evidence", "extraction"},
    {"checks"},
    {"views"},
    {"drawing"},
    {"rendering", "exports"},
    {"folders"},
    {"build"},
    {"settings"},
    {"past", "site"},
    {"curating"},
    {"commands"},
    {"plugin", "cli"},
)
"""The rooms from left to right. A room imports from the floors before its own, and from itself."""
WORDS = FLOORS[0]
"""Single modules of words everybody uses; they may use each other, but not in a circle."""
HOMES = {
    "yaml": {"reading"},
    "pydantic": {"model", "reading", "curating"},
    "pydantic_core": {"model", "reading", "curating"},
    "rapidfuzz": {"problems", "evidence", "extraction"},
    "jinja2": {"rendering", "plugin"},
    "markdown": {"rendering"},
    "nh3": {"rendering"},
    "markupsafe": {"rendering", "site"},
    "slugify": {"slugs"},
    "mkdocs": {"plugin"},
    "watchdog": {"site"},
    "babel": {"reading"},
    "click": {"cli", "commands", "curating"},
    "trafilatura": {"curating"},
}
"""What does not come with Python, and the rooms that may use it."""
OUTER = set.union(*FLOORS[FLOORS.index({"build"}) :])
"""The rooms that may know where and when they run."""
REACHING = {"argparse", "http", "locale", "logging", "os", "random", "secrets", "socket", "subprocess", "sys"}
REACHING |= {"tempfile", "time", "urllib.request", "warnings"}
CALLED = {"print", "input", "breakpoint", "eval", "exec"}
CLOCKS = {"now", "today", "utcnow", "getenv", "environ", "argv", "cwd", "home"}
LINES = 350
LONGER: set[str] = set()
"""Modules that still have to be taken apart; none is added here."""


def room(path: str) -> str:
    """The room of a module, by its path below the package."""
    return path.split("/")[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every import of a module: its line, and `.room` for one of ours or the whole name of another."""
    deep = path.count("/") + 1
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.lineno, node.module or ""
            elif node.level < deep:
                yield node.lineno, f".{room(path)}"
            elif node.module:
                yield node.lineno, f".{node.module.split('.')[0]}"
            else:
                yield from ((node.lineno, f".{alias.name}") for alias in node.names)


def wrong(path: str, source: str) -> list[str]:
    """What a module does that its room must not, each with its line."""
    tree = ast.parse(source)
    here = room(path)
    found = []
    for line, name in imported(path, tree):
        if name.startswith("."):
            there = name[1:]
            known = any(there in rooms for rooms in FLOORS)
            same = there == here or {there, here} <= WORDS
            if known and not same and floor(there) >= floor(here):
                found.append(f"{line}: {here} must not know {there}")
            continue
        top = name.split(".")[0]
        if top == "generator":
            found.append(f"{line}: imports of our own are relative")
        elif top not in sys.stdlib_module_names and here not in HOMES.get(top, ()):
            found.append(f"{line}: {top} is not at home in {here}")
        if here not in OUTER and (name in REACHING or top in REACHING):
            found.append(f"{line}: {here} must not use {name}")
    if here not in OUTER:
        found += [f"{line}: {here} must not call {name}" for line, name in reached(tree)]
    return found


def reached(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every use of the terminal, the clock or the environment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLED:
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            yield node.lineno, node.attr


MODULES = sorted(p.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("*.py"))
INSIDE = [path for path in MODULES if path != "__init__.py"]


@pytest.mark.parametrize("path", INSIDE)
def test_a_module_keeps_to_its_room(path: str) -> None:
    assert wrong(path, (PACKAGE / path).read_text(encoding="utf-8")) == []


def test_every_room_has_its_place() -> None:
    assert {room(path) for path in INSIDE} <= set.union(*FLOORS)


def test_the_words_everybody_uses_do_not_go_in_circles() -> None:
    uses = {}
    for name in WORDS:
        tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
        uses[name] = {found[1:] for _, found in imported(f"{name}.py", tree) if found.startswith(".")}
    while uses:
        free = {name for name, needs in uses.items() if not needs & set(uses)}
        assert free, f"these import each other: {sorted(uses)}"
        uses = {name: needs for name, needs in uses.items() if name not in free}


def test_modules_are_short() -> None:
    lines = {path: len((PACKAGE / path).read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path for path, count in lines.items() if count > LINES} == LONGER & set(MODULES)


@pytest.mark.parametrize("path", MODULES)
def test_a_module_says_what_it_is_for(path: str) -> None:
    assert ast.get_docstring(ast.parse((PACKAGE / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("path", "source", "told"),
    [
        ("model/facts.py", "from ..reading import nodes", "1: model must not know reading"),
        ("model/facts.py", "from .. import dates, checks", "1: model must not know checks"),
        ("evidence/lock.py", "from ..reading.nodes import parse", "1: evidence must not know reading"),
        ("exports/data.py", "from ..rendering import pages", "1: exports must not know rendering"),
        ("build.py", "from .plugin import settings", "1: build must not know plugin"),
        ("build.py", "from . import cli", "1: build must not know cli"),
        ("views/event.py", "import yaml", "1: yaml is not at home in views"),
        ("views/event.py", "from jinja2 import Environment", "1: jinja2 is not at home in views"),
        ("rendering/prose.py", "import mkdocs.utils", "1: mkdocs is not at home in rendering"),
        ("build.py", "import requests", "1: requests is not at home in build"),
        ("views/event.py", "import generator.model", "1: imports of our own are relative"),
        ("views/event.py", "import os.path", "1: views must not use os.path"),
        ("dates.py", "from time import time", "1: dates must not use time"),
        ("checks/run.py", "import logging", "1: checks must not use logging"),
        ("views/event.py", "def f():\n    print(1)", "2: views must not call print"),
        ("views/event.py", "import datetime\nx = datetime.date.today()", "2: views must not call today"),
        ("views/event.py", "if True:\n    from ..plugin import x", "2: views must not know plugin"),
    ],
)
def test_a_module_that_leaves_its_room_is_found(path: str, source: str, told: str) -> None:
    assert told in wrong(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("model/facts.py", "from .marked import Marked\nfrom ..dates import parse"),
        ("build.py", "from .views import lists\nfrom .reading import files"),
        ("plugin.py", "import logging\nfrom mkdocs.plugins import BasePlugin\nfrom . import build"),
        ("cli.py", "import sys\nprint(sys.argv)\nfrom . import __version__"),
        ("slugs.py", "from slugify import slugify\nfrom .problems import Place"),
    ],
)
def test_a_module_that_keeps_to_its_room_is_left_alone(path: str, source: str) -> None:
    assert wrong(path, source) == []
