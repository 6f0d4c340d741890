"""A little dossier about one text, its citations verified, and candidates found by their words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

from generator.evidence import texts
from generator.evidence.evidence import Evidence
from generator.model.extracted import Candidate, Decision, Decisions, Extracted, Findings, Stretch
from generator.reading import files

PAPER = """Ferries stop at Orlin

Two ferries burned at Orlin on 4 June 2021, the Harbour Board said, and twenty-five to thirty people were hurt.

“We had no pumps and twelve men,” said Mara Voss, who called it “a quiet disaster”. On Sunday she left.

Several lamps were out. About 1,500 people crossed in May, the Board said.

Advertisement: 40 lamps for Orlin

Two ferries burned at Orlin on 4 June 2021.
"""
SHA256 = hashlib.sha256(PAPER.encode()).hexdigest()
FURNITURE = PAPER.index("Advertisement")
REPEATED = PAPER.rindex("Two ferries")
SOURCE = f"""\
type: article-newspaper
text: {{file: paper.txt, sha256: {SHA256}, chars: {len(PAPER)}}}
blocks:
  - {{kind: title, start: 0, end: 21}}
  - {{kind: furniture, start: {FURNITURE}, end: {FURNITURE + 33}}}
  - {{kind: duplicate, start: {REPEATED}, end: {len(PAPER) - 1}, of: 23}}
"""
BOARD = """\
kind: public-body
names: [{id: n1, value: Harbour Board, use: preferred, cite: [{source: paper, exact: the Harbour Board said}]}]
"""
VOSS = """\
kind: person
names: [{id: n1, value: Mara Voss, use: preferred, cite: [{source: paper, exact: said Mara Voss}]}]
"""


def evidence(root: Path, **records: str) -> Evidence:
    """Read the text, two actors and these records (`events__fire="title: …"`), every citation verified."""
    content = {"sources__paper": SOURCE, "actors__board": BOARD, "actors__voss": VOSS, **records}
    for name, text in content.items():
        path = root / "content" / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds/paper.txt").write_bytes(PAPER.encode())
    dossier, problems = files.read(root / "content", root)
    assert problems == []
    found = Evidence(dossier, texts.read(root / "seeds", dossier))
    entries = found.renewed("2021-06-10")
    assert len(entries) == len({cite.citation.key for cite in dossier.citations})
    return Evidence(dossier, {}, {entry.key: entry for entry in entries})


def event(*claims: str) -> str:
    """Return an event with these claims, each with its citation's words last, after a `|`."""
    lines = ["title: Fire", "type: other", "claims:"]
    for number, claim in enumerate(claims, 1):
        fields, _, exact = claim.partition("|")
        cite = f"cite: [{{source: paper, exact: '{exact.strip()}'}}]"
        lines.append(f"  - {{id: c{number}, asserted_by: outlet, {fields.strip()}, {cite}}}")
    return "\n".join(lines) + "\n"


def candidate(kind: str, exact: str, nth: int = 0, **more: Any) -> Candidate:
    """Return the candidate whose words stand in the text for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = PAPER.index(exact, start + 1)
    return Candidate(kind=kind, start=start, end=start + len(exact), exact=exact, rule="test", confidence=90, **more)


def findings(
    candidates: Sequence[Candidate], *decisions: Decision, sentences: Sequence[str] = (), sha256: str = SHA256
) -> Findings:
    """Return what extraction found in the text, and what was decided; sentences are given by their words."""
    stretches = []
    for words in sentences:
        start = PAPER.index(words)
        stretches.append(Stretch(start=start, end=start + len(words), block="paragraph"))
    extracted = Extracted(sha256=sha256, chars=len(PAPER), sentences=tuple(stretches), candidates=tuple(candidates))
    decided = {"paper": Decisions(rejected=decisions)} if decisions else {}
    return Findings({"paper": extracted}, decided)


def decision(kind: str, exact: str, **more: str) -> Decision:
    """Return a decision that rejects these words."""
    return Decision(kind=kind, exact=exact, reason="It is said elsewhere.", **more)
