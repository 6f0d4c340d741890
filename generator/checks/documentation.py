"""What every rule is: what it finds, why that matters, an example that is wrong and one that is right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..problems import Level
from .earlier import EARLIER, LATER
from .run import RULES

_EXAMPLES = re.compile(r"\A(?P<said>.*?)\n\nWrong:\n(?P<wrong>.*?)\nRight:\n(?P<right>.*?)\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Documentation:
    """A rule by its id: the level of what it finds, a sentence, paragraphs, and the two examples as lines of a file."""

    rule: str
    level: Level
    summary: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


def _read(rule: str, level: Level, text: str) -> Documentation:
    found = _EXAMPLES.match(text)
    if found is None:
        raise ValueError(f"{rule}: its documentation has no `Wrong:` and `Right:`")
    summary, *paragraphs = (" ".join(part.split()) for part in found["said"].split("\n\n"))
    return Documentation(
        rule, level, summary, tuple(paragraphs), _unindented(found["wrong"]), _unindented(found["right"])
    )


def _unindented(lines: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in lines.split("\n"))


DOCUMENTED: dict[str, Documentation] = {
    documented.rule: documented
    for documented in (
        *(_read(rule, Level.ERROR, text) for rule, text in EARLIER.items()),
        *(_read(rule.id, rule.level, rule.documentation) for rule in RULES.values()),
        *(_read(rule, Level.ERROR, text) for rule, text in LATER.items()),
    )
}
"""The documentation of all rules by id, in the order in which their mistakes are met."""
