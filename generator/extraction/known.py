"""Curated names in a text, longest match first; spellings near to a curated name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from .candidates import Mention, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .layout import Block

_PART = re.compile(r"\w+|[^\w\s]")
_NEAR = 84.0
"""Similarity (0 to 100, Indel ratio) from which a spelling is offered as a possible alias."""

Table = dict[str, list[tuple[tuple[str, ...], Name]]]


def find_known(text: str, blocks: Sequence[Block], names: Iterable[Name]) -> list[Mention]:
    """Return the curated names in the blocks, longest first at each place, at word boundaries."""
    table = _index(names)
    if not table:
        return []
    found = []
    for block in blocks:
        parts = [(m.group(), m.start(), m.end()) for m in _PART.finditer(text, block.start, block.end)]
        at = 0
        while at < len(parts):
            match = _match(table, parts, at)
            if match is None:
                at += 1
                continue
            count, name = match
            start, end = parts[at][1], parts[at + count - 1][2]
            found.append(Mention(start, end, text[start:end], "unknown", "curated", 1.0, name.value, name.id))
            at += count
    return found


class Neighbours:
    """Curated names by their spelling, to offer those near to an unknown one; each spelling is looked up once."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)
        self._smooth = [_smooth(name.value) for name in self._names]
        self._found: dict[str, tuple[str, ...]] = {}

    def find(self, spelling: str) -> tuple[str, ...]:
        """Return ids of curated names spelt like `spelling` but not the same, nearest first."""
        if spelling not in self._found:
            wanted = _smooth(spelling)
            near = process.extract(wanted, self._smooth, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
            ids = (self._names[index].id for value, _, index in near if value != wanted)
            self._found[spelling] = tuple(dict.fromkeys(ids))
        return self._found[spelling]


def _index(names: Iterable[Name]) -> Table:
    table: Table = {}
    for name in names:
        parts = tuple(_even(part) for part in _PART.findall(name.value))
        if parts:
            table.setdefault(parts[0], []).append((parts, name))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1].id))
    return table


def _match(table: Table, parts: list[tuple[str, int, int]], at: int) -> tuple[int, Name] | None:
    for wanted, name in table.get(_even(parts[at][0]), ()):
        if at + len(wanted) <= len(parts) and all(
            _even(parts[at + step][0]) == part for step, part in enumerate(wanted)
        ):
            return len(wanted), name
    return None


def _even(part: str) -> str:
    """One apostrophe and one hyphen for all."""
    return {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}.get(part, part)


def _smooth(value: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", value.casefold()).split())
