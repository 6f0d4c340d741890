"""A dossier: all records, and the joins that every later room needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from . import prose
from .corrections import Correction
from .facts import Citation, Claim, Dispute, Fact
from .records import KINDS, Actor, Event, Figure, Place, Quote, Record, Source, Subject
from .vocabulary import CorrectionKind

R = TypeVar("R", bound=Record)

LOG = ("", "corrections")
"""The log of corrections among what could not be read."""


@dataclass(frozen=True, slots=True)
class Age:
    """The days on which a fact was added and last changed; None where they are not known."""

    added: str | None
    changed: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """A fact and the record that holds it."""

    record: Subject
    fact: Fact

    @property
    def id(self) -> str:
        """The fact's id in the whole dossier: `events/2024-01-24-x#c1`."""
        return f"{self.record.key}#{self.fact.id}"


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation and where it is used: by a fact, or by the prose of a record (then `fact` is None)."""

    citation: Citation
    record: Subject
    fact: Fact | None

    @property
    def user(self) -> str:
        """The global id of the fact, or the key of the record."""
        return self.record.key if self.fact is None else f"{self.record.key}#{self.fact.id}"


@dataclass(frozen=True, eq=False)
class Dossier:
    """All records by folder and id, and the log of corrections, oldest first.

    `broken` holds the folder and id of files that could not be read, `ages` the age of each fact by its global id
    where git knows it.
    """

    records: Mapping[str, Mapping[str, Record]]
    broken: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    corrections: tuple[Correction, ...] = ()
    ages: Mapping[str, Age] = field(default_factory=dict)

    def _all(self, kind: type[R]) -> Mapping[str, R]:
        return self.records.get(kind.folder, {})  # type: ignore[return-value]

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return self._all(Source)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return self._all(Actor)

    @property
    def places(self) -> Mapping[str, Place]:
        """Places by id."""
        return self._all(Place)

    @property
    def events(self) -> Mapping[str, Event]:
        """Events by id."""
        return self._all(Event)

    @property
    def quotes(self) -> Mapping[str, Quote]:
        """Quotes by id."""
        return self._all(Quote)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return self._all(Figure)

    def knows(self, folder: str, id: str) -> bool:
        """Tell whether there is such a record, be it one that could not be read."""
        return id in self.records.get(folder, {}) or (folder, id) in self.broken

    def ids(self, folder: str) -> list[str]:
        """All ids in a folder, the unreadable ones included, sorted."""
        return sorted({*self.records.get(folder, {}), *(name for kind, name in self.broken if kind == folder)})

    def everything(self) -> Iterator[Record]:
        """All records, folder by folder, by id."""
        for folder in KINDS:
            for _, record in sorted(self.records.get(folder, {}).items()):
                yield record

    def subjects(self) -> Iterator[Subject]:
        """All records that have claims: everything but the sources."""
        return (record for record in self.everything() if isinstance(record, Subject))

    @cached_property
    def shared_bynames(self) -> frozenset[str]:
        """What more than one source is called."""
        counted = Counter(source.byname for source in self.sources.values())
        return frozenset(byname for byname, times in counted.items() if times > 1)

    @cached_property
    def facts(self) -> Mapping[str, Holding]:
        """Every claim, name and passage by its global id."""
        held = (Holding(record, fact) for record in self.subjects() for fact in record.facts)
        return {holding.id: holding for holding in held}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The key that a record has now, by each key it had before."""
        return {f"{record.folder}/{old}": record.key for record in self.everything() for old in record.formerly}

    def current(self, ref: str) -> str:
        """Return a record's key, or a fact's global id, as it is now where its record was renamed."""
        key, marked, fact = ref.partition("#")
        folder, _, id_ = key.partition("/")
        return ref if self.knows(folder, id_) else f"{self.renamed.get(key, key)}{marked}{fact}"

    @cached_property
    def corrected(self) -> Mapping[str, tuple[Correction, ...]]:
        """The entries of the log that pages tell, newest first, by the key of the record and the id of the fact."""
        found: dict[str, tuple[Correction, ...]] = {}
        for entry in self.told:
            fact = self.current(entry.fact)
            for key in dict.fromkeys((fact, fact.partition("#")[0])):
                found[key] = (*found.get(key, ()), entry)
        return found

    @cached_property
    def told(self) -> tuple[Correction, ...]:
        """The entries of the log that pages tell, newest first: all but typing errors."""
        entries = [entry for entry in reversed(self.corrections) if entry.kind is not CorrectionKind.TYPO]
        return tuple(sorted(entries, key=lambda entry: entry.date, reverse=True))

    def find(self, record: Record, ref: str) -> Holding | None:
        """Resolve a fact's id as written in a record: `c1` in the same record, `events/x#c1` elsewhere."""
        return self.facts.get(ref if "#" in ref else f"{record.key}#{ref}")

    @cached_property
    def claims(self) -> tuple[tuple[Subject, Claim], ...]:
        """Every claim with the record that holds it."""
        return tuple((record, claim) for record in self.subjects() for claim in record.claims)

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], tuple[tuple[Subject, Claim], ...]]:
        """The claims whose value, `of` or `place` is a record, by that record's folder and id."""
        found: dict[tuple[str, str], list[tuple[Subject, Claim]]] = {}
        for home, claim in self.claims:
            named = {claim.ref, ("actors", claim.of), ("places", claim.place)}
            for folder, name in (ref for ref in named if ref is not None):
                if name is not None:
                    found.setdefault((folder, name), []).append((home, claim))
        return {ref: tuple(claims) for ref, claims in found.items()}

    @cached_property
    def disputes(self) -> tuple[tuple[Subject, Dispute], ...]:
        """Every dispute with the record that declares it."""
        return tuple((record, dispute) for record in self.subjects() for dispute in record.disputes)

    @cached_property
    def disputed(self) -> Mapping[str, tuple[tuple[Subject, Dispute], ...]]:
        """The disputes each fact is a member of, by the fact's global id."""
        found: dict[str, tuple[tuple[Subject, Dispute], ...]] = {}
        for record, dispute in self.disputes:
            for ref in dispute.claims:
                holding = self.find(record, ref)
                if holding is not None:
                    found[holding.id] = (*found.get(holding.id, ()), (record, dispute))
        return found

    @cached_property
    def citations(self) -> tuple[Cite, ...]:
        """Every citation in the dossier: those of facts, and the words cited in prose."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[Cite]:
        for record in self.subjects():
            for fact in record.facts:
                for citation in fact.citations:
                    yield Cite(citation, record, fact)
            for marker in prose.markers(record.summary or ""):
                if marker.source is not None and marker.exact is not None:
                    citation = Citation(source=marker.source, exact=marker.exact)
                    yield Cite(_placed(citation, record), record, None)


def _placed(citation: Citation, record: Subject) -> Citation:
    citation._place = record.at("summary")
    citation._values_at = dict.fromkeys(Citation.model_fields, citation._place)
    return citation
