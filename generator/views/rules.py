"""The page of rules: what each finds, why it matters, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from ..checks.documentation import DOCUMENTED, Documentation
from ..strings import Strings
from .pages import View

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is code."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as the page shows it."""

    rule: str
    level: str
    paragraphs: tuple[Pieces, ...]
    wrong: str
    right: str


def view(t: Strings) -> View:
    """Show every rule."""
    return View("rules", t("rules.heading"), "rules", {"rules": tuple(map(_shown, DOCUMENTED.values()))})


def _shown(rule: Documentation) -> RuleView:
    paragraphs = tuple(_pieces(text) for text in (rule.summary, *rule.paragraphs))
    return RuleView(rule.rule, rule.level.value, paragraphs, rule.wrong, rule.right)


def _pieces(text: str) -> Pieces:
    """Take a text with code in backquotes apart."""
    return tuple((piece, number % 2 == 1) for number, piece in enumerate(text.split("`")) if piece)
