"""The lock: one sorted line per citation that was found in a text, so that a build needs no texts.

A line in a stranger's pull request is a claim, not proof: only `factsheet verify` with the texts makes it one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ..dates import parse
from ..model.facts import CitationKey
from ..problems import Place, Problem, quoted
from .matching import Span

FILE = "evidence.lock"
_FIELDS = {
    "source": str, "exact": str, "prefix": str, "suffix": str,
    "start": int, "end": int, "sha256": str, "date": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A verified citation: its key, its span in the text with that sha256, and the day it was verified."""

    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sha256: str
    date: str

    @property
    def key(self) -> CitationKey:
        """The citation this entry verifies."""
        return (self.source, self.exact, self.prefix, self.suffix)

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


Lock = Mapping[CitationKey, Entry]


def read(seeds: Path, root: Path) -> tuple[Lock, list[Problem]]:
    """Read the lock; a line that is none is a problem and verifies nothing."""
    path = seeds / FILE
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    if not path.is_file():
        return {}, []
    entries: dict[CitationKey, Entry] = {}
    problems: list[Problem] = []
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        return {}, [Problem(Place(name), "lock-syntax", f"cannot be read: {error.strerror}")]
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if entry is None:
            message = f"{quoted(line)} is not a line of the lock; run `factsheet verify` to write it anew"
            problems.append(Problem(Place(name, number), "lock-syntax", message))
        else:
            entries.setdefault(entry.key, entry)
    return entries, problems


def _entry(line: str) -> Entry | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != set(_FIELDS):
        return None
    if any(type(found[name]) is not kind for name, kind in _FIELDS.items()):
        return None
    entry = Entry(**found)
    try:
        parse(entry.date)
    except ValueError:
        return None
    return entry if 0 <= entry.start < entry.end else None


def written(entries: Iterable[Entry]) -> str:
    """Return the lock as text: a line per entry, sorted, the same for the same entries."""
    ordered = sorted(entries, key=lambda e: e.key)
    return "".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in ordered)
