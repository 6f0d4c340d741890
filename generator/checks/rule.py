"""What a rule is: a generator function over a case, with an id and a level."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..evidence.evidence import Evidence
from ..model.changes import Published
from ..model.dossier import Dossier
from ..model.extracted import Findings
from ..model.stated import Fields, stated
from ..problems import Label, Level, Mend, Place, Problem

QUOTATION_BUDGET = 500
"""Words of one source that may be cited outside direct speech.

Five articles of 419 to 1,489 words, every statement of which is curated, needed 239 to 444.
"""


@dataclass(frozen=True)
class Case:
    """What every rule looks at: the dossier, its evidence, and the words each source may be cited for.

    `published` is the dossier as readers last saw it, where git knows that.
    """

    dossier: Dossier
    evidence: Evidence
    budget: int = QUOTATION_BUDGET
    findings: Findings = field(default_factory=Findings)
    published: Published | None = None

    @cached_property
    def stated(self) -> Mapping[str, Fields]:
        """What each fact states, by its global id."""
        return {id_: fields for record in self.dossier.subjects() for id_, fields in stated(record)}


class Told(NamedTuple):
    """A place and a message, other places that have to do with it, and what to write where that is certain."""

    place: Place
    message: str
    labels: tuple[Label, ...] = ()
    mend: Mend | None = None


Finding = tuple[Place, str] | Told
"""What a rule yields: a place and a message, or more."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id: the level of what it finds, and the function that finds it."""

    id: str
    level: Level
    find: Callable[[Case], Iterator[Finding]]

    @property
    def documentation(self) -> str:
        """What the rule is for, from the docstring of its function."""
        return inspect.cleandoc(self.find.__doc__ or "")

    def run(self, case: Case) -> Iterator[Problem]:
        """Find every mistake of this kind."""
        for found in self.find(case):
            told = found if isinstance(found, Told) else Told(*found)
            yield Problem(told.place, self.id, told.message, self.level, told.labels, told.mend)


def rule(id: str, level: Level = Level.ERROR) -> Callable[[Callable[[Case], Iterator[Finding]]], Rule]:
    """Make a function a rule; its docstring says what it finds, why that matters and how to mend it."""

    def make(find: Callable[[Case], Iterator[Finding]]) -> Rule:
        return Rule(id, level, find)

    return make
