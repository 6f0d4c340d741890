"""What extraction found in a text, as the file that `seeds/extracted/` keeps: YAML, the same for the same text.

Sentences go in as offsets alone: their words are the publisher's. Candidates keep theirs: quotations, and the few
words that carry a number, a date or a name.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..extraction import Extraction
from ..extraction.extract import write_value
from ..extraction.sentences import split_sentences

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
CONTEXT = 24
"""Code points of context that tell a candidate from another of the same words."""


def written(text: str, sha256: str, found: Extraction) -> str:
    """Return the file for a text: its sentences and candidates, sorted."""
    lines = [
        "# Written by `factsheet extract` from the source's text; never edited.",
        f"sha256: {sha256}",
        f"chars: {len(text)}",
    ]
    sentences = [
        f"  - {{start: {start}, end: {end}, block: {block.kind}}}"
        for block in found.layout.blocks
        for start, end in split_sentences(text, block.start, block.end)
    ]
    lines += ["sentences:", *sentences] if sentences else ["sentences: []"]
    candidates = sorted(_candidates(found), key=lambda c: (c["start"], c["end"], c["kind"], c["rule"]))
    twice = Counter((c["kind"], " ".join(c["exact"].split())) for c in candidates)
    lines.append("candidates:" if candidates else "candidates: []")
    for candidate in candidates:
        if twice[candidate["kind"], " ".join(candidate["exact"].split())] > 1:
            candidate["prefix"] = text[max(0, candidate["start"] - CONTEXT) : candidate["start"]].strip()
            candidate["suffix"] = text[candidate["end"] : candidate["end"] + CONTEXT].strip()
        fields = ", ".join(f"{name}: {_scalar(value)}" for name, value in candidate.items() if value not in (None, ""))
        lines.append(f"  - {{{fields}}}")
    return "\n".join(lines) + "\n"


def _scalar(value: Any) -> str:
    """Write a scalar so that it is read back as it is: JSON strings are YAML, but for what YAML cannot print."""
    if not isinstance(value, str):
        return str(value)
    return _UNPRINTABLE.sub(lambda c: f"\\u{ord(c.group()):04x}", json.dumps(value, ensure_ascii=False))


def _candidates(found: Extraction) -> Iterator[dict[str, Any]]:
    curated = {mention.id for mention in found.mentions}
    for quote in found.quotes:
        # Who speaks is a record's id, or the fullest form of a name that has no record.
        known = quote.speaker_id in curated
        said = {"speaker": quote.speaker if known else quote.speaker_id or quote.speaker}
        yield _common("quote", quote) | {"form": quote.kind, **said, "record": quote.speaker_id if known else None}
    for figure in found.figures:
        value = write_value(figure.amount)
        yield _common("figure", figure) | {
            "value": None if value is None else str(value),
            "qualifier": figure.amount.qualifier.value,
            "unit": figure.unit,
            "counted": figure.counted,
        }
    for date in found.dates:
        yield _common("date", date) | {"value": date.value}
    for mention in found.mentions:
        yield _common("name", mention) | {"value": mention.name, "form": mention.kind, "record": mention.id}


def _common(kind: str, candidate: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "start": candidate.start,
        "end": candidate.end,
        "exact": candidate.exact,
        "rule": candidate.rule,
        "confidence": round(candidate.confidence * 100),
    }
