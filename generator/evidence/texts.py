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
    """One text in the seeds folder: the sha256 of its bytes, and its code points; None and `fault` when not UTF-8."""

    file: str
    sha256: str
    content: str | None
    fault: str = ""


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
    file, sha256 = source.text.file, hashlib.sha256(data).hexdigest()
    try:
        return Text(file, sha256, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Text(file, sha256, None, fault(data, error))


def fault(data: bytes, error: UnicodeDecodeError) -> str:
    """Say what in a file is not UTF-8, and where."""
    line = data.count(b"\n", 0, error.start) + 1
    return f"the byte 0x{data[error.start]:02x} at {error.start} (line {line}) is no part of a character"
