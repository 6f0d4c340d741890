"""All rules, and the run of them over a dossier."""

from __future__ import annotations

from ..problems import Problem, in_order
from . import (
    citations,
    corrections,
    dating,
    disputes,
    findings,
    ids,
    prose,
    quotation,
    references,
    sources,
    texts,
    values,
)
from .rule import Case, Rule

_MODULES = (
    ids,
    references,
    citations,
    texts,
    quotation,
    prose,
    values,
    dating,
    disputes,
    sources,
    findings,
    corrections,
)

RULES: dict[str, Rule] = {
    found.id: found for module in _MODULES for found in vars(module).values() if isinstance(found, Rule)
}
"""Every rule by its id, theme by theme. What reading, the lock and the strings report is in `earlier.EARLIER`."""


def check(case: Case) -> list[Problem]:
    """Run every rule; the problems in the order in which they are shown."""
    return in_order(problem for rule in RULES.values() for problem in rule.run(case))
