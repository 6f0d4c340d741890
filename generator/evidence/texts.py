"""The article texts as supplied: bytes, hash, and code points without newline translation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.dossier import Dossier
from ..model.records import Source

MAX_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the seeds folder: the sha256 of its bytes, and its code points (None when not UTF-8)."""

    file: str
    sha256: str
    content: str | None


def read(seeds: Path, dossier: Dossier) -> Mapping[str, Text]:
    """Read the texts that the sources name and that are there, by source id. A missing text is no mistake."""
    found: dict[str, Text] = {}
    for id_, source in sorted(dossier.sources.items()):
        text = _load(seeds, source)
        if text is not None:
            found[id_] = text
    return found


def _load(seeds: Path, source: Source) -> Text | None:
    path = seeds / source.text.file
    if not path.is_file() or path.stat().st_size > MAX_BYTES or not path.resolve().is_relative_to(seeds.resolve()):
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        content: str | None = data.decode("utf-8")
    except UnicodeDecodeError:
        content = None
    return Text(source.text.file, hashlib.sha256(data).hexdigest(), content)
