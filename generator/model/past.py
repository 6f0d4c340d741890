"""What is known of a dossier's past: how it was published, and the ages of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Problem
from .changes import Published
from .dossier import Age


@dataclass(frozen=True, slots=True)
class Version:
    """The commit that a dossier is at, shortened, and its day in UTC; `changed` when the records differ from it."""

    commit: str
    date: str
    changed: bool = False


@dataclass(frozen=True)
class Past:
    """A dossier as published, the age of each fact by its global id, what kept either from being known, its version."""

    published: Published | None = None
    ages: Mapping[str, Age] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    version: Version | None = None


NO_PAST = Past()
"""The past of a dossier outside git."""
