"""What is known of a dossier's past: how it was published, and the ages of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Problem
from .changes import Published
from .dossier import Age


@dataclass(frozen=True)
class Past:
    """The dossier as published, the age of each fact by its global id, and what kept either from being known."""

    published: Published | None = None
    ages: Mapping[str, Age] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


NO_PAST = Past()
"""The past of a dossier outside git."""
