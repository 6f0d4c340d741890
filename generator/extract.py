"""Texts in the seeds folder to what extraction finds in them, one file per source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import dates
from .build import Folders, read
from .exports import extracted
from .extraction import Name, extract
from .model.dossier import Dossier
from .model.records import Source


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction found in one source's text, as the file's text; None where the text is not to be used."""

    source: Source
    file: str | None
    why: str = ""


def names(dossier: Dossier) -> list[Name]:
    """List every spelling of every actor and place, so that extraction knows them."""
    named = [*sorted(dossier.actors.items()), *sorted(dossier.places.items())]
    return [Name(id_, name.value) for id_, record in named for name in record.names]


def run(folders: Folders) -> Iterator[Found]:
    """Extract from each text that is there and is the one its record describes."""
    case, _ = read(folders)
    known = names(case.dossier)
    for id_, source in sorted(case.dossier.sources.items()):
        text = case.evidence.texts.get(id_)
        content = case.evidence.text_of(id_)
        if text is None:
            yield Found(source, None, f"{source.text.file} (sha256 {source.text.sha256}) is not in {folders.seeds.name}/")
        elif content is None:
            yield Found(source, None, f"{source.text.file} is not the text that the source record describes")
        else:
            issued = source.issued and dates.parse(source.issued)
            day = issued.text if issued and issued.precision is dates.Precision.DAY else None
            yield Found(source, extracted.written(content, text.sha256, extract(content, day, known)))
