"""A sound little dossier, and what a golden case changes in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

from generator.checks.rule import QUOTATION_BUDGET, Case
from generator.evidence import texts
from generator.evidence.evidence import Evidence
from generator.model.changes import Published
from generator.problems import Problem
from generator.reading import files

PAPER = """Drones hit the harbour.

The Coast Guard said three people were killed. At least five had died, the union said, five of them dockers.

About 1,200 guards are in Lumo. The harbour master said that about a third of all boats which lay at the northern
mole on that morning had reportedly burned. “We were warned too late, and those of us who stood on the mole that
morning had no more than a minute to run,” he said.

The Coast Guard said three people were killed.
"""
WIRE = "The union counted 700 guards in the town and 500 in the port, 1,200 in all. No boat sank.\n"


def source(text: str, file: str, *lines: str) -> str:
    """Return a source record for a text, with more lines of YAML."""
    hashed = hashlib.sha256(text.encode()).hexdigest()
    described = f"text: {{file: {file}, sha256: {hashed}, chars: {len(text)}}}"
    return "\n".join(["type: article-newspaper", described, *lines]) + "\n"


BLANK = f"# no date, no text\ntype: report\ntext: {{file: blank.txt, sha256: {'0' * 64}, chars: 9}}\n"
DUPLICATE = f"{{kind: duplicate, start: {PAPER.rindex('The Coast')}, end: {len(PAPER) - 1}, of: 25}}"

SOUND: Mapping[str, str] = {
    "seeds/paper.txt": PAPER,
    "seeds/wire.txt": WIRE,
    "content/sources/paper.yml": source(PAPER, "paper.txt", "issued: 2021-03-12", f"blocks: [{DUPLICATE}]"),
    "content/sources/wire.yml": source(WIRE, "wire.txt", "issued: 2021-03-14"),
    "content/actors/guard.yml": """\
        kind: public-body
        names: [{id: n1, value: Coast Guard, use: preferred, cite: [{source: paper, exact: The Coast Guard said}]}]
        """,
    "content/actors/union.yml": """\
        kind: organisation
        formerly: [dockers]
        names: [{id: n1, value: The union, use: preferred, cite: [{source: wire, exact: The union counted}]}]
        """,
    "content/places/lumo.yml": """\
        names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: guards are in Lumo}]}]
        location: {lat: 21.5, lon: 59.25, precision: locality, timezone: Asia/Muscat}
        """,
    "content/events/strike.yml": """\
        title: Strike
        type: drone-strike
        claims:
          - {id: c1, property: killed, value: three, asserted_by: guard, cite: [{source: paper, exact: three people}]}
        """,
    "content/quotes/warning.yml": """\
        title: The warning
        speaker: guard
        said: 2021-03-12
        medium: statement
        passages: [{id: p1, renderings: [{source: paper, form: direct, exact: We were warned too late}]}]
        """,
}


@dataclass(frozen=True)
class Golden:
    """A case of one rule: files that are fine, and files that are not.

    What is found in those stands in golden.txt. The lock is that of the files that are fine. `published` are the
    sound dossier's files with these changes, where something is published.
    """

    rule: str
    name: str
    fine: Mapping[str, str]
    wrong: Mapping[str, str]
    texts: bool = True
    budget: int = QUOTATION_BUDGET
    also: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, str] | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


def judged(golden: Golden, changes: Mapping[str, str], root: Path) -> tuple[Case, list[Problem]]:
    """Read the sound dossier with a case's changes, verified before they were made; an empty text leaves a file out."""
    fine = _evidence(_written(golden, golden.fine, root / "fine"))[0]
    changed = _written(golden, changes, root / "changed")
    evidence, problems = _evidence(changed)
    findings, misread = files.read_findings(changed / "content", changed / "seeds", changed)
    lock = {entry.key: entry for entry in fine.renewed("2021-04-01")}
    found = Evidence(evidence.dossier, evidence.texts if golden.texts else {}, lock)
    published = None
    if golden.published is not None:
        before = _written(golden, golden.published, root / "published")
        published = Published(files.read(before / "content", before)[0], "0123456789abcdef")
    return Case(evidence.dossier, found, golden.budget, findings, published), [*problems, *misread]


def _written(golden: Golden, changes: Mapping[str, str], root: Path) -> Path:
    for name, text in {**SOUND, **golden.also, **changes}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_bytes(dedent(text).encode())
    return root


def _evidence(root: Path) -> tuple[Evidence, list[Problem]]:
    dossier, problems = files.read(root / "content", root)
    return Evidence(dossier, texts.read(root / "seeds", dossier)), problems
