"""Golden cases: what was extracted, and what was decided about it."""

from __future__ import annotations

import hashlib

from .golden import PAPER, WIRE, Golden

DECISIONS = "content/decisions/paper.yml"


def extracted(text: str, *candidates: str) -> str:
    """Return a file of `seeds/extracted/` for a text: each candidate given by its fields beside its place and rule."""
    lines = [f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", f"chars: {len(text)}"]
    if candidates:
        lines.append("candidates:")
        lines += [f"  - {{start: 1, end: 2, rule: words, confidence: 90, {candidate}}}" for candidate in candidates]
    return "\n".join(lines) + "\n"


def rejected(*decisions: str) -> str:
    """Return a file of `content/decisions/`."""
    return "rejected:\n" + "".join(f"  - {{{decision}, reason: It is said twice.}}\n" for decision in decisions)


FOUND = extracted(
    PAPER,
    "kind: figure, exact: three, prefix: The Coast Guard said, suffix: people were killed",
    "kind: figure, exact: three, prefix: 'nothing, not', suffix: at noon",
    'kind: figure, exact: "at least\\nfive"',
    "kind: date, exact: that morning",
)

CASES = [
    Golden(
        "unknown-source",
        "in the name of a file of decisions",
        {DECISIONS: rejected("kind: figure, exact: three")},
        {
            "content/decisions/papers.yml": "# of no source\n" + rejected("kind: figure, exact: three"),
            "content/decisions/old-wire.yml": "rejected: []\n",
        },
        also={
            "content/sources/wire.yml": f"""\
            type: article-newspaper
            formerly: [old-wire]
            text: {{file: wire.txt, sha256: {hashlib.sha256(WIRE.encode()).hexdigest()}, chars: {len(WIRE)}}}
            """
        },
    ),
    Golden(
        "stale-extraction",
        "of another text, of no source",
        {"seeds/extracted/paper.yml": FOUND, "seeds/extracted/wire.yml": extracted(WIRE)},
        {
            "seeds/extracted/paper.yml": "# of another text\n" + extracted(WIRE),
            "seeds/extracted/wires.yml": extracted(WIRE),
            "seeds/extracted/moon.yml": extracted(WIRE),
        },
    ),
    Golden(
        "stale-extraction",
        "without the text",
        {"seeds/extracted/paper.yml": FOUND},
        {"seeds/extracted/paper.yml": extracted(WIRE)},
        texts=False,
    ),
    Golden(
        "stale-decision",
        "words, kind, and the words around them",
        {
            "seeds/extracted/paper.yml": FOUND,
            DECISIONS: rejected(
                "kind: figure, exact: three",
                "kind: figure, exact: three, prefix: The  Coast Guard said",
                "kind: figure, exact: three, suffix: at noon",
                "kind: figure, exact: at least five",
            ),
        },
        {
            "seeds/extracted/paper.yml": FOUND,
            DECISIONS: rejected(
                "kind: figure, exact: tree",
                "kind: figure, exact: three, prefix: The Guard said",
                "kind: figure, exact: at least five, prefix: killed., suffix: had died",
                "kind: number, exact: three",
                "kind: quote, exact: those mornings",
                "kind: date, exact: Zyzzyva",
                "kind: date, exact: that morning",
            ),
        },
    ),
    Golden(
        "stale-decision",
        "an extraction that is stale itself, or none, says nothing of decisions",
        {
            "seeds/extracted/paper.yml": extracted(WIRE),
            DECISIONS: rejected("kind: figure, exact: tree"),
            "content/decisions/wire.yml": rejected("kind: figure, exact: seven"),
        },
        {
            "seeds/extracted/paper.yml": extracted(PAPER),
            DECISIONS: rejected("kind: figure, exact: tree"),
            "content/decisions/wire.yml": rejected("kind: figure, exact: seven"),
        },
    ),
]
