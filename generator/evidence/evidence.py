"""What is known of every citation: where the texts have it, and what the lock says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.dossier import Dossier
from ..model.facts import Citation, CitationKey
from .lock import Entry, Lock
from .matching import Span, duplicates, locate
from .texts import Text


@dataclass(frozen=True)
class Evidence:
    """Texts (those that are there, by source id) and lock, asked together about a citation."""

    dossier: Dossier
    texts: Mapping[str, Text] = field(default_factory=dict)
    lock: Lock = field(default_factory=dict)

    def text_of(self, source: str) -> str | None:
        """The text of a source, where it is there and is the text its record describes."""
        record, text = self.dossier.sources.get(source), self.texts.get(source)
        if record is None or text is None or text.sha256 != record.text.sha256:
            return None
        return text.content

    @cached_property
    def found(self) -> Mapping[CitationKey, tuple[Span, ...]]:
        """Where each citation's words stand, for the sources whose text is there."""
        places: dict[CitationKey, tuple[Span, ...]] = {}
        for cite in self.dossier.citations:
            text = self.text_of(cite.citation.source)
            if text is not None and cite.citation.key not in places:
                skip = duplicates(self.dossier.sources[cite.citation.source])
                places[cite.citation.key] = tuple(locate(text, cite.citation, skip))
        return places

    def verified(self, citation: Citation) -> Entry | None:
        """The lock's entry, where it was made from the text the source's record describes.

        The site shows only this, so that it is the same with and without the texts.
        """
        entry = self.lock.get(citation.key)
        record = self.dossier.sources.get(citation.source)
        if entry is None or record is None or entry.sha256 != record.text.sha256:
            return None
        return entry

    def renewed(self, today: str) -> list[Entry]:
        """Return the entries a new lock has: those just found once, and the old ones of texts that are not there.

        A date moves only when its entry is new or changed.
        """
        entries: dict[CitationKey, Entry] = {}
        for cite in self.dossier.citations:
            key = cite.citation.key
            old = self.verified(cite.citation)
            if self.text_of(cite.citation.source) is None:
                if old is not None:
                    entries[key] = old
                continue
            spans = self.found[key]
            if len(spans) == 1:
                sha256 = self.dossier.sources[cite.citation.source].text.sha256
                new = Entry(*key, spans[0].start, spans[0].end, sha256, today)
                same = old is not None and old.span == new.span
                entries[key] = old if same and old is not None else new
        return list(entries.values())
