"""A dossier's folders, and everything that lies in them, read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from .checks.rule import QUOTATION_BUDGET, Case
from .evidence import lock, texts
from .evidence.evidence import Evidence
from .model.past import NO_PAST, Past
from .model.records import KINDS
from .problems import Problem
from .reading import files
from .slugs import is_id


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a dossier keeps its records, its texts and its own templates. Places are told relative to `root`."""

    root: Path
    content: Path
    seeds: Path
    templates: Path

    @classmethod
    def below(cls, root: Path) -> Folders:
        """Return the folders of a dossier that keeps them where they usually are."""
        return cls(root, root / "content", root / "seeds", root / "templates")

    def ids(self) -> dict[str, str]:
        """List the records that there are files of, readable or not: each one's id by its key."""
        stems = {kind: sorted(path.stem for path in (self.content / kind).glob("*.yml")) for kind in KINDS}
        return {f"{kind}/{stem}": stem for kind, found in stems.items() for stem in found if is_id(stem)}


def read(folders: Folders, budget: int = QUOTATION_BUDGET, past: Past = NO_PAST) -> tuple[Case, list[Problem]]:
    """Read a dossier with its lock and what texts there are."""
    found, problems = files.read(folders.content, folders.root)
    found = replace(found, ages=past.ages)
    locked, malformed = lock.read(folders.seeds, folders.root)
    evidence = Evidence(found, texts.read(folders.seeds, found), locked)
    findings, misread = files.read_findings(folders.content, folders.seeds, folders.root)
    return Case(found, evidence, budget, findings, past.published), [*problems, *malformed, *misread, *past.problems]
