"""References: every id that a record names is the id of a record or fact there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.facts import OUTLET
from ..model.properties import PROPERTIES
from ..model.records import KINDS, Subject
from ..problems import Mend, Place, quoted, suggestion
from ..slugs import is_fact_id
from . import meant
from .ids import refs, repeated
from .rule import Case, Finding, Told, rule

_MOST_NAMED = 12


def _unknown(case: Case, folder: str, also: Iterable[str] = ()) -> Iterator[Finding]:
    """Find references to records there are none of: one message for a record that is gone, else one for each."""
    kind = folder.removesuffix("s")
    naming: dict[str, list[Place]] = {}
    for found in meant.references(case.dossier):
        if found.folder == folder and not case.dossier.knows(folder, found.id):
            naming.setdefault(found.id, []).append(found.place)
    for id_, places in naming.items():
        said = f"there is no {kind} {quoted(id_)}"
        near = meant.meant(case, folder, id_, also)
        before = None if case.published is None else case.published.dossier.records.get(folder, {}).get(id_)
        if meant.renamed(case, folder, id_) is None and (before is not None or (not near and len(places) > meant.FEW)):
            path = None if before is None else before.here.path
            other = meant.elsewhere(case, id_)
            now = f"{folder}/{near[0]}" if near else f"{other}/{id_}" if other else ""
            yield meant.gone(said, f"{folder}/{id_}", sorted(places), now, path)
            continue
        for place in places:
            mend = Mend(id_, near[0]) if len(near) == 1 else None
            yield Told(place, f"{said}{meant.instead(case, folder, id_, also)}", mend=mend)


@rule("unknown-source")
def unknown_source(case: Case) -> Iterator[Finding]:
    """A citation, a rendering, a marker, a link or a file of decisions that names a source there is none of.

    Without its source a fact has nothing to stand on. The id of a source is the name of its file in
    `content/sources/` without `.yml`: correct the id, or add the source. A file in `content/decisions/` has
    the name of the source whose candidates it rejects.

    Wrong:
        cite: [{source: gazete-2021-03-12, exact: …}]
    Right:
        cite: [{source: gazette-2021-03-12, exact: …}]     # content/sources/gazette-2021-03-12.yml
    """
    yield from _unknown(case, "sources")
    for id_, decisions in sorted(case.findings.decisions.items()):
        if case.dossier.knows("sources", id_):
            continue
        if meant.meant(case, "sources", id_) or f"sources/{id_}" not in meant.dangling(case.dossier):
            yield Place(decisions.here.path), f"there is no source {quoted(id_)}{meant.instead(case, 'sources', id_)}"


@rule("unknown-actor")
def unknown_actor(case: Case) -> Iterator[Finding]:
    """An actor named in a fact, a quote or a link that there is none of.

    `asserted_by`, `via`, `of`, `speaker` and the values of properties such as `target` are ids: the name of
    a file in `content/actors/` without `.yml`. Correct the id, or add the actor. What an article says in
    its own voice is `asserted_by: outlet`.

    Wrong:
        asserted_by: Harbour Master
    Right:
        asserted_by: ivo-brandt     # content/actors/ivo-brandt.yml
    """
    yield from _unknown(case, "actors", [OUTLET])


@rule("unknown-place")
def unknown_place(case: Case) -> Iterator[Finding]:
    """A place named in a fact or a link that there is none of.

    The id of a place is the name of its file in `content/places/` without `.yml`: correct it, or add the
    place.

    Wrong:
        place: Lumo harbour
    Right:
        place: lumo-harbour     # content/places/lumo-harbour.yml
    """
    yield from _unknown(case, "places")


@rule("unknown-event")
def unknown_event(case: Case) -> Iterator[Finding]:
    """An event named in a fact, a quote or a link that there is none of.

    The id of an event is the name of its file in `content/events/` without `.yml`: correct it, or add the
    event.

    Wrong:
        event: lumo-shooting
    Right:
        event: 2021-03-12-lumo-shooting     # content/events/2021-03-12-lumo-shooting.yml
    """
    yield from _unknown(case, "events")


@rule("unknown-quote")
def unknown_quote(case: Case) -> Iterator[Finding]:
    """A quote that a link names and that there is none of.

    `[words](quote:id)` links the quote in `content/quotes/id.yml`: correct the id, or add the quote.

    Wrong:
        summary: He [gave warning](quote:warning) first [@c1].
    Right:
        summary: He [gave warning](quote:ivo-brandt-2021-03-12-on-warnings) first [@c1].
    """
    yield from _unknown(case, "quotes")


@rule("unknown-figure")
def unknown_figure(case: Case) -> Iterator[Finding]:
    """A figure that a link names and that there is none of.

    `[words](figure:id)` links the figure in `content/figures/id.yml`: correct the id, or add the figure.

    Wrong:
        summary: See the [number of guards](figure:guard) [@c1].
    Right:
        summary: See the [number of guards](figure:guards-in-lumo) [@c1].
    """
    yield from _unknown(case, "figures")


@rule("unknown-claim")
def unknown_claim(case: Case) -> Iterator[Finding]:
    """A fact named in a dispute, in `part_of` or in prose that there is none of.

    A fact of the same record is named by its id alone (`c3`), one of another record with the record before
    it (`events/2024-01-24-strikes#c3`). `part_of` names a claim of the same record. A dispute or a sentence
    that names a fact which is not there would rest on nothing: correct the id.

    Wrong:
        disputes: [{id: d1, claims: [c2, c33], …}]
    Right:
        disputes: [{id: d1, claims: [c2, c3], …}]
    """
    for record in case.dossier.subjects():
        claims = [claim.id for claim in record.claims]
        gone: dict[str, list[Place]] = {}
        parts = {claim.at("part_of") for claim in record.claims if claim.part_of is not None}
        for ref, place in refs(record):
            if is_fact_id(ref) and repeated(record):
                continue  # duplicate-id says which ids are to be given anew
            id_ = ref if "#" in ref else f"{record.key}#{ref}"
            if case.dossier.find(record, ref) is None and case.published and id_ in case.published.dossier.facts:
                gone.setdefault(ref, []).append(place)
            elif place in parts and ref not in claims:
                yield place, f"this record has no claim {quoted(ref)}; {_have(claims)}"
            elif place not in parts:
                yield from _fact(case, record, ref, place)
        for ref, places in gone.items():
            have = _have([other.id for other in record.facts])
            message = (
                f"this record has no fact {quoted(ref)}; {have}" if "#" not in ref else f"{quoted(ref)} is no fact"
            )
            yield meant.once(f"{message}: {ref} was published, and ids are permanent; put it back", sorted(places))


def _fact(case: Case, record: Subject, ref: str, place: Place) -> Iterator[Finding]:
    if case.dossier.find(record, ref) is not None:
        return
    key, _, fact = ref.rpartition("#")
    folder, _, stem = key.partition("/")
    home = case.dossier.records.get(folder, {}).get(stem) if key else record
    if isinstance(home, Subject):
        whose = quoted(key) if key else "this record"
        yield place, f"{whose} has no fact {quoted(fact)}; {_have([other.id for other in home.facts])}"
    elif folder not in KINDS or home is not None:
        kinds = [name for name, kind in KINDS.items() if issubclass(kind, Subject)]
        near = suggestion(folder, kinds) or f"; facts stand in {', '.join(kinds)}"
        yield place, f"{quoted(ref)} names no fact{near}"
    elif not case.dossier.knows(folder, stem):
        kind = folder.removesuffix("s")
        near = meant.instead(case, folder, stem)
        yield place, f"{quoted(ref)} names no fact: there is no {kind} {quoted(stem)}{near}"


def _have(ids: list[str]) -> str:
    if not ids:
        return "it has none"
    ids = list(dict.fromkeys(ids))
    more = ", …" if len(ids) > _MOST_NAMED else ""
    return f"it has {', '.join(ids[:_MOST_NAMED])}{more}"


@rule("unknown-property")
def unknown_property(case: Case) -> Iterator[Finding]:
    """A property that is not in the table, or that this kind of record does not have.

    Every dossier speaks of the same things in the same words, so that facts can be compared and counted: a
    strike has `killed`, a person has a `role`. Use the property that is meant, or move the claim to the
    record it is about.

    Wrong:
        {id: c1, property: deaths, value: 3, …}
    Right:
        {id: c1, property: killed, value: 3, …}
    """
    for record, claim in case.dossier.claims:
        if record.folder not in claim.row.subjects:
            fitting = sorted(row.name for row in PROPERTIES.values() if record.folder in row.subjects)
            homes = " or ".join(sorted(claim.row.subjects))
            has = f"{record.folder} have {', '.join(fitting)}"
            message = f"{quoted(claim.property)} belongs in {homes}; {has}"
            yield claim.at("property"), message
