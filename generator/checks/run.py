"""All rules, and the run of them over a dossier."""

from __future__ import annotations

from ..problems import Level, Problem, in_order
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
    """Run every rule; the problems in the order in which they are shown.

    What is wrong where it stands is to be mended first: whether a correction is owed for it is known after that.
    """
    found = [problem for rule in RULES.values() for problem in rule.run(case)]
    wrong = {problem.place for problem in found if problem.level is Level.ERROR}
    owing = corrections.missing_correction.id
    return in_order(problem for problem in found if problem.rule != owing or problem.place not in wrong)
