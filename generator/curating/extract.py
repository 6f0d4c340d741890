"""Texts in the seeds folder to what extraction finds in them, one file per source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import dates
from ..evidence import texts
from ..evidence.evidence import Evidence
from ..exports import extracted
from ..extraction import Name, extract, to_json
from ..folders import Folders
from ..model.dossier import Dossier
from ..model.records import Source
from ..reading import files


class LineError(ValueError):
    """A line of input that is no document; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction found in one source's text, as the file's text; None where the text is not to be used."""

    source: Source
    file: str | None
    why: str = ""


def read(folders: Folders) -> Dossier:
    """Read as much of a dossier as extraction has to know: its sources, and who and what is named."""
    return files.read(folders.content, folders.root, ("sources", "actors", "places"))[0]


def names(dossier: Dossier) -> list[Name]:
    """List every spelling of every actor and place, so that extraction knows them."""
    named = [*sorted(dossier.actors.items()), *sorted(dossier.places.items())]
    return [Name(id_, name.value) for id_, record in named for name in record.names]


def run(folders: Folders) -> Iterator[Found]:
    """Extract from each text that is there and is the one its record describes."""
    dossier = read(folders)
    known = names(dossier)
    evidence = Evidence(dossier, texts.read(folders.seeds, dossier))
    for id_, source in sorted(dossier.sources.items()):
        text = evidence.texts.get(id_)
        content = evidence.text_of(id_)
        if text is None:
            what = f"{source.text.file} (sha256 {source.text.sha256})"
            yield Found(source, None, f"{what} is not in {folders.seeds.name}/")
        elif text.content is None:
            yield Found(source, None, f"{source.text.file} is not UTF-8: {text.fault}; save it as UTF-8")
        elif content is None:
            yield Found(source, None, f"{source.text.file} is not the text that the source record describes")
        else:
            day = source.issued if source.issued and _is_day(source.issued) else None
            yield Found(source, extracted.written(content, text.sha256, extract(content, day, known)))


def lines(documents: Iterable[bytes], known: list[Name]) -> Iterator[str]:
    """Extract from documents given one to a line as JSON (UTF-8), and return the results the same way.

    A document is `{"doc_id", "text", "published"}`, the last being optional. Raises LineError.
    """
    for number, line in enumerate(documents, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            byte = f"the byte 0x{line[error.start]:02x} at {error.start}"
            raise LineError(f"line {number} is not UTF-8: {byte} is no part of a character") from None
        if not text.strip():
            continue
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise LineError(f"line {number} is not JSON: {error}") from error
        if not isinstance(document, dict) or not isinstance(document.get("text"), str) or "doc_id" not in document:
            raise LineError(f'line {number} is not a document: write {{"doc_id": …, "text": …, "published": …}}')
        published = document.get("published")
        day = published if isinstance(published, str) and _is_day(published) else None
        yield json.dumps(to_json(document["doc_id"], extract(document["text"], day, known)))


def _is_day(text: str) -> bool:
    try:
        return dates.parse(text).precision is dates.Precision.DAY
    except ValueError:
        return False
