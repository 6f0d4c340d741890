"""Records for the tests of the schemas: written as YAML, and as an editor, which reads YAML 1.2, sees them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.checks import run
from generator.checks.rule import Case
from generator.curating import schemas, writing
from generator.evidence.evidence import Evidence
from generator.model.corrections import Corrections
from generator.model.dossier import Dossier
from generator.model.extracted import Decisions
from generator.model.records import KINDS, Record
from generator.problems import Problem
from generator.reading import nodes, records

_MODELS = {**KINDS, "decisions": Decisions, "corrections": Corrections}
FOLDERS = tuple(_MODELS)
"""What has a schema: the folders, and the log of corrections, which is one file."""
ROOT = Path(__file__).parents[2]
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def as_yaml(value: Any) -> str:
    """Write a value on one line: texts in quotation marks, numbers as people write them."""
    match value:
        case dict():
            return "{" + ", ".join(f"{writing.quote(name)}: {as_yaml(inner)}" for name, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(as_yaml(inner) or '""' for inner in value) + "]"
        case bool():
            return str(value).lower()
        case float():
            return f"{Decimal(repr(value)):f}"
        case None:
            return ""
    return writing.quote(value) if isinstance(value, str) else str(value)


def read(text: str) -> Any:
    """Read a record without its places; every scalar is text."""
    found, problems = nodes.parse(text, "x.yml")
    assert not problems
    return _bare(found)


def seen(text: str) -> Any:
    """Read a record as an editor sees it whose scalars are written plain, by the core schema of YAML 1.2."""
    return _seen(read(text))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items()}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


def _seen(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _seen(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_seen(inner) for inner in value]
    if len(value) == 64:
        return value  # a sha256 of digits alone stands in quotation marks
    if value in ("true", "false"):
        return value == "true"
    if _INT.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value


def checked(folder: str, text: str) -> list[Problem]:
    """Return what `factsheet check` finds in a record that is alone in its dossier."""
    parsed, problems = nodes.parse(text, f"content/{folder}/x.yml")
    if parsed is None:
        return problems
    record, wrong = records.read(_MODELS[folder], parsed)
    if isinstance(record, Corrections):
        dossier = Dossier({}, corrections=record.corrections)
        return [*problems, *run.check(Case(dossier, Evidence(dossier)))]
    if not isinstance(record, Record):
        return problems + wrong
    record._id = "x"
    dossier = Dossier({folder: {"x": record}})
    return [*problems, *run.check(Case(dossier, Evidence(dossier)))]


def every_record(content: Path) -> list[tuple[str, Path]]:
    """List the folder and path of every record of a content folder, and of its log."""
    found = [(folder, path) for folder in FOLDERS for path in sorted((content / folder).glob("*.yml"))]
    return found + [("corrections", path) for path in content.glob("corrections.yml")]


def modeline_of(path: Path) -> str:
    """Return a record's first line."""
    return path.read_text(encoding="utf-8").partition("\n")[0] + "\n"


SCHEMAS = {folder: schemas.schema(folder) for folder in FOLDERS}
