"""What is wrong and where: the words every room uses to speak of mistakes.

A mistake in a dossier is a value, never an exception, so that one run reports all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA


class UpsideDownError(ValueError):
    """A range or an interval that ends before it begins."""


class Level(StrEnum):
    """How much a problem weighs.

    An error fails `check` and the build; a warning fails `check` and a strict build; a note never fails.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: path relative to the dossier's folder, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Label:
    """Another place that has to do with a problem, and in a few words what stands there."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What to write on a problem's line, and instead of what; only where it is certain.

    `column` is where the wrong words begin, None where that is the problem's own.
    """

    wrong: str
    right: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its place, the rule that found it, and a message that says what would be right.

    The message alone must do: labels and mend are shown with the lines they are about, where there is room.
    """

    place: Place
    rule: str
    message: str
    level: Level = Level.ERROR
    labels: tuple[Label, ...] = ()
    mend: Mend | None = None

    def __str__(self) -> str:
        """One line, in which a file's name or a value can neither begin a line of its own nor steer a terminal."""
        return visible(f"{self.place}: {self.message} [{self.rule}]")


_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Characters that are not seen and that move what is."""


def visible(text: str) -> str:
    """Return a line with nothing in it that could begin a line of its own or steer a terminal."""
    return _STEERING.sub(lambda found: ascii(found.group())[1:-1], text)


def printable(text: str) -> str:
    """Return words on one line, with nothing in them that could steer a terminal."""
    return visible(" ".join(text.split()))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by place, then rule, and drop repetitions: the order in which every list is shown."""
    return sorted(set(problems), key=lambda p: (p.place, p.rule, p.message))


def failing(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out the notes: what remains fails `check` and a strict build."""
    return [problem for problem in problems if problem.level is not Level.NOTE]


def quoted(value: str, limit: int = 80) -> str:
    """Return a value as messages show it: in backquotes, on one line, shortened in the middle."""
    line = " ".join(value.split())
    if len(line) > limit:
        half = limit // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"`{line}`"


_LONGEST_NAME = 200
_SHORTEST_NAME = 3
_PARTS = re.compile(r"[^\W_]+")


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return the one or two known names that a name was meant to be; none when none is near.

    Near is what a slip or two make of a name: letters left out, added, changed or swapped, at most one in three. Else
    it is a name that was not written to its end (`kill` for `killed`), or of which words were left out or added (`dam`
    for `velm-dam`).
    """
    written = name.casefold()[:_LONGEST_NAME]
    most = max(3, len(written)) // 3
    far = {}
    for one in dict.fromkeys(known):
        distance = OSA.distance(written, one.casefold(), score_cutoff=most)
        if distance <= most:
            far[one] = distance, OSA.distance(name[:_LONGEST_NAME], one)
    if far:
        return [one for one in far if far[one] == min(far.values())][:2]
    return [one for one in dict.fromkeys(known) if _cut_short(written, one.casefold())][:2]


def _cut_short(a: str, b: str) -> bool:
    if min(len(a), len(b)) > _SHORTEST_NAME and (a.startswith(b) or b.startswith(a)):
        return True
    parts, others = set(_PARTS.findall(a)), set(_PARTS.findall(b))
    return bool(parts & others) and (parts <= others or parts >= others)


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` for the nearest known names, or nothing when none is near."""
    return asked(nearest(name, known))


def asked(near: Sequence[str]) -> str:
    """Return `; did you mean …?` for names that are near, or nothing when there are none."""
    return "; did you mean " + " or ".join(f"`{k}`" for k in near) + "?" if near else ""
