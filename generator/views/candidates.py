"""What extraction found, as pages show it: what is open of a source, and where a name is mentioned.

Of the articles only the candidates' own words are shown, and all of it is marked as reviewed by nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from ..evidence.candidates import Reviewed, Status, bearers
from ..model.dossier import Dossier
from ..model.extracted import Candidate
from ..model.records import Named
from ..numbers import Qualifier
from ..strings import Strings
from .data import Link
from .days import spelled_text
from .sheet import Sheet

KINDS = ("figure", "date", "quote", "name")
"""The kinds of candidate, in the order in which they are shown."""
MOST_SHOWN = 20
"""Open candidates of a source that are shown at once; more than these are folded away."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many candidates of one kind were accepted and rejected, and how many are open."""

    kind: str
    accepted: int
    rejected: int
    open: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a source's text; `id` where it is not on the page already."""

    start: int
    end: int
    id: str | None


@dataclass(frozen=True, slots=True)
class OpenView:
    """An open candidate: its words, what was made of them, the record they were taken to mean, and by which rule."""

    spot: Spot
    kind: str
    exact: str
    made: str
    record: Link | None
    rule: str
    confidence: int


@dataclass(frozen=True, slots=True)
class NameView:
    """A record that a source names: each spelling and where it stands."""

    record: Link
    spellings: tuple[tuple[str, tuple[Spot, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExtractedView:
    """What a source's page shows of its candidates."""

    accepted: int
    rejected: int
    open: tuple[OpenView, ...]
    folded: bool
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class MentionsView:
    """Where one source mentions a record: each spelling with the offsets and the links to them."""

    source: Link
    spellings: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class Extracts:
    """The candidates of every source with their status, and those that name a record, by the record's key."""

    reviewed: Mapping[str, tuple[Reviewed, ...]] = field(default_factory=dict)
    naming: Mapping[str, tuple[tuple[str, Candidate], ...]] = field(default_factory=dict)


def extracts(dossier: Dossier, reviewed: Mapping[str, tuple[Reviewed, ...]]) -> Extracts:
    """Gather once what the pages of sources, actors and places ask for."""
    naming: dict[str, list[tuple[str, Candidate]]] = {}
    for source, found in reviewed.items():
        for one in found:
            for record in _named(dossier, one.candidate):
                naming.setdefault(record.key, []).append((source, one.candidate))
    return Extracts(reviewed, {key: tuple(found) for key, found in naming.items()})


def of_source(sheet: Sheet, source: str, found: Extracts, taken: Container[str]) -> ExtractedView | None:
    """Show the candidates of a source; None where nothing was extracted. `taken` are ids that the page has."""
    reviewed = found.reviewed.get(source)
    if reviewed is None:
        return None
    counts = Counter(one.status for one in reviewed)
    spots = _Spots(taken)
    # Names before the rest: other pages link them, and they are not folded away.
    names = _names(sheet, reviewed, spots)
    still_open = tuple(_open(sheet, one.candidate, spots) for one in reviewed if one.status is Status.OPEN)
    return ExtractedView(
        accepted=counts[Status.ACCEPTED],
        rejected=counts[Status.REJECTED],
        open=still_open,
        folded=len(still_open) > MOST_SHOWN,
        names=names,
    )


def mentions(sheet: Sheet, record: Named, found: Extracts) -> tuple[MentionsView, ...]:
    """Show where the sources name a record, source by source."""
    by_source: dict[str, dict[str, list[Link]]] = {}
    for source, candidate in found.naming.get(record.key, ()):
        spot = Link(f"sources/{source}#{_id(candidate)}", str(candidate.start))
        by_source.setdefault(source, {}).setdefault(_words(candidate), []).append(spot)
    return tuple(
        MentionsView(sheet.source(source), tuple((words, tuple(links)) for words, links in inside.items()))
        for source, inside in by_source.items()
    )


def tallies(reviewed: Iterable[Reviewed]) -> tuple[Tally, ...]:
    """Count candidates by kind and status, every known kind in its order."""
    counts = Counter((one.candidate.kind, one.status) for one in reviewed)
    return tuple(Tally(kind, *(counts[kind, status] for status in Status)) for kind in KINDS)


class _Spots:
    """Gives each stretch an id the first time it is shown."""

    def __init__(self, taken: Container[str]) -> None:
        self._taken = taken
        self._given: set[str] = set()

    def spot(self, candidate: Candidate) -> Spot:
        id_ = _id(candidate)
        free = id_ not in self._taken and id_ not in self._given
        self._given.add(id_)
        return Spot(candidate.start, candidate.end, id_ if free else None)


def _names(sheet: Sheet, reviewed: Iterable[Reviewed], spots: _Spots) -> tuple[NameView, ...]:
    by_record: dict[Link, dict[str, list[Spot]]] = {}
    for one in reviewed:
        for record in _named(sheet.dossier, one.candidate):
            inside = by_record.setdefault(sheet.record(record), {})
            inside.setdefault(_words(one.candidate), []).append(spots.spot(one.candidate))
    return tuple(
        NameView(record, tuple((words, tuple(inside)) for words, inside in spellings.items()))
        for record, spellings in sorted(by_record.items(), key=lambda pair: (pair[0].label.casefold(), pair[0].key))
    )


def _named(dossier: Dossier, candidate: Candidate) -> list[Named]:
    return bearers(dossier, candidate) if candidate.kind == "name" else []


def _open(sheet: Sheet, candidate: Candidate, spots: _Spots) -> OpenView:
    meant = bearers(sheet.dossier, candidate)
    return OpenView(
        spot=spots.spot(candidate),
        kind=sheet.t.get(f"candidate_kind.{candidate.kind}", candidate.kind),
        exact=_words(candidate),
        made=_made(candidate, sheet.t),
        record=sheet.record(meant[0]) if meant else None,
        rule=candidate.rule,
        confidence=candidate.confidence,
    )


def _made(candidate: Candidate, t: Strings) -> str:
    """Say what extraction made of a candidate's words."""
    value = candidate.value
    form = candidate.form and t.get(f"found_form.{candidate.form}", candidate.form)
    if candidate.kind == "figure":
        return t("candidate.no_number") if value is None else _counted(candidate, value, t)
    if candidate.kind == "date":
        return t("candidate.day_unresolved") if value is None else _spelled(value, t)
    if candidate.kind == "quote":
        speaker = t("candidate.speaker", speaker=candidate.speaker or t("candidate.no_speaker"))
        return f"{form}, {speaker}" if form else speaker
    kind = "" if candidate.form in (None, "known", "unknown") else form
    fuller = value if value and value.split() != candidate.exact.split() else ""
    return ", ".join(filter(None, (kind, fuller and t("candidate.short_for", name=fuller))))


def _counted(candidate: Candidate, value: str, t: Strings) -> str:
    number = f"{value} {candidate.unit}" if candidate.unit else value
    known = {mark: mark.name.lower() for mark in Qualifier}
    qualifier = next((f"qualifier.{name}" for mark, name in known.items() if mark == candidate.qualifier), "")
    return t(qualifier, number=number) if qualifier in t else number


def _spelled(value: str, t: Strings) -> str:
    try:
        return str(spelled_text(value, t))
    except ValueError:
        return value


def _words(candidate: Candidate) -> str:
    return " ".join(candidate.exact.split())


def _id(candidate: Candidate) -> str:
    return f"span-{candidate.start}-{candidate.end}"
