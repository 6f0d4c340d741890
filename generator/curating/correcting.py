"""Logging a correction: what changed since it was published becomes an entry of the log, with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..folders import Folders
from ..model.changes import Change, owed, unpublished
from ..model.corrections import Corrections
from ..model.dossier import LOG
from ..model.properties import Value
from ..model.stated import WORDS
from ..model.vocabulary import CorrectionKind, Field
from ..past import history
from ..past.git import opened
from ..problems import Problem
from ..reading import files
from . import schemas, writing
from .saving import bounds, save

HEADER = """\
# Corrections of what was published. `factsheet correct` adds entries at the end; a published one is never changed.
"""


@dataclass(frozen=True, slots=True)
class Owing:
    """What is to be logged: the changes since a commit (none where nothing is published), and what cannot be read."""

    changes: tuple[Change, ...]
    commit: str | None
    unread: tuple[Problem, ...]
    by: str
    """Who made the last entry."""
    logged: int = 0
    """How many entries were added since."""


def owing(folders: Folders, published: str) -> Owing:
    """Compare a dossier with how it was published. Raises GitError where git does not know."""
    found, problems = history.look_up(opened(folders.content), folders, published)
    dossier, mistakes = files.read(folders.content, folders.root)
    unread = [problem for problem in mistakes if LOG in dossier.broken and problem.place.path == log_name(folders)]
    by = dossier.corrections[-1].by if dossier.corrections else ""
    if found is None:
        return Owing((), None, tuple(unread), by)
    changes = tuple(owed(found.dossier, dossier))
    return Owing(changes, found.commit, (*unread, *problems), by, len(unpublished(found.dossier, dossier)))


def kinds(change: Change) -> list[CorrectionKind]:
    """List what a change can be: a wrong number, date or record is no typing error, and what is gone is withdrawn."""
    if change.gone:
        return [CorrectionKind.WITHDRAWAL]
    words = change.kind is Value.TEXT and change.part.field in WORDS
    return [CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, *([CorrectionKind.TYPO] if words else [])]


def draft(change: Change, kind: CorrectionKind, reason: str, by: str, today: str) -> Mapping[str, str]:
    """Write an entry: each field as it stands in the file."""
    fields = {
        "fact": change.part.fact,
        "field": None if change.part.field is Field.VALUE else change.part.field.value,
        "source": change.part.source or None,
        "was": change.was,
        "now": change.became,
        "kind": kind.value,
        "reason": reason,
        "date": today,
        "by": by,
    }
    return {name: writing.scalar(text) for name, text in fields.items() if text is not None}


def log(folders: Folders, entry: Mapping[str, str]) -> None:
    """Add an entry at the end of the log. Raises StyleError, with the entry to add by hand, and OSError."""
    path = folders.content / files.LOG_FILE
    if path.exists():
        text = writing.append(path.read_bytes().decode(), ["corrections"], entry, path.name)
    else:
        text = schemas.modeline(LOG[1]) + HEADER + writing.record({"corrections": [entry]})
    _, wrong = files.made_of(Corrections, text, path.name)
    if wrong:
        snippet = "\n".join(writing.lines(entry)) + "\n"
        raise writing.StyleError(f"the entry could not be read again: {wrong[0]}", snippet)
    save(path, text.encode(), bounds(folders, path))


def log_name(folders: Folders) -> str:
    """Return the log's name as messages have it."""
    return files.name_of(Path(folders.content / files.LOG_FILE), folders.root)
