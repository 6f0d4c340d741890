"""Re-checking every citation against the texts, and the lock that comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..checks import run
from ..evidence import lock
from ..folders import Folders, read
from ..model.records import Source
from ..problems import Place, Problem, in_order
from . import saving

EVIDENCE_RULES = ("text-changed", "bad-block", "quote-not-in-source", "ambiguous-span")
"""What can keep a citation out of the lock."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What verifying found: the new lock's text and size, the mistakes, and the texts that were not there.

    `whole` is false when a record could not be read: its citations are missing from the new lock, which is then
    not to be written, or what had been verified would be lost.
    """

    lock: str
    verified: int
    citations: int
    problems: tuple[Problem, ...]
    absent: tuple[Source, ...]
    present: int
    whole: bool


def verify(folders: Folders, today: str) -> Outcome:
    """Look for every citation in the texts. `today` dates the entries that are new or changed."""
    case, unreadable = read(folders)
    found = [problem for problem in run.check(case) if problem.rule in EVIDENCE_RULES]
    entries = case.evidence.renewed(today)
    sources = sorted(case.dossier.sources.items())
    return Outcome(
        lock=lock.written(entries),
        verified=len(entries),
        citations=len({cite.citation.key for cite in case.dossier.citations}),
        problems=tuple(in_order([*(p for p in unreadable if p.rule != "lock-syntax"), *found])),
        absent=tuple(source for id_, source in sources if id_ not in case.evidence.texts),
        present=len(case.evidence.texts),
        whole=not case.dossier.broken,
    )


@dataclass(frozen=True, slots=True)
class Accepted:
    """The sha256 that a source's record had and the one it has now; `stale` where extraction saw another text."""

    old: str
    new: str
    stale: bool


def accept(folders: Folders, id_: str) -> Accepted:
    """Write a changed text's sha256 and length into its source's record.

    The only thing that ever changes them. Raises LookupError when the source or its text is not there.
    """
    case, _ = read(folders)
    source = case.dossier.sources.get(id_)
    if source is None:
        raise LookupError(f"there is no readable source `{id_}`")
    text = case.evidence.texts.get(id_)
    if text is None:
        raise LookupError(f"there is no text `{source.text.file}` in {folders.seeds.name}/")
    if text.content is None:
        raise LookupError(f"`{source.text.file}` is not UTF-8: {text.fault}; save it as UTF-8")
    path = folders.content / "sources" / f"{id_}.yml"
    before = path.read_bytes().decode("utf-8")
    after = _put(before, source.text.at("sha256"), source.text.sha256, text.sha256)
    after = _put(after, source.text.at("chars"), str(source.text.chars), str(len(text.content)))
    saving.save(path, after.encode(), saving.bounds(folders, path))
    found = case.findings.extracted.get(id_)
    return Accepted(source.text.sha256, text.sha256, found is not None and found.sha256 != text.sha256)


def _put(text: str, at: Place, old: str, new: str) -> str:
    """Replace one value at its place, leaving everything else as its author wrote it."""
    lines = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    start = lines[at.line - 1] + at.column - 1
    start += text[start : start + 1] in ("'", '"')
    if not text.startswith(old, start):
        raise LookupError(f"write `{old[:12]}` at {at} plainly, without escapes, so that it can be replaced")
    return text[:start] + new + text[start + len(old) :]
