"""How facts are spread over sources: notes, which never fail."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.facts import Claim
from ..model.records import Event, Figure
from ..model.vocabulary import Rank
from ..problems import Level, quoted
from .rule import Case, Finding, rule


@rule("single-source", Level.NOTE)
def single_source(case: Case) -> Iterator[Finding]:
    """A number that rests on one source alone.

    Nothing is wrong: readers are told, and the editor knows where a second source is worth looking for. All
    claims of a property in a record are taken together. What two sources carry `via` the same agency counts
    as one, because it is one report printed twice.

    Wrong:
        - {id: c2, property: injured, value: 4, cite: [{source: gazette-2021-03-12, …}], …}
    Right:
        - {id: c2, property: injured, value: 4,
           cite: [{source: gazette-2021-03-12, …}, {source: courier-2021-03-13, …}]}
    """
    for record in case.dossier.subjects():
        if not isinstance(record, (Event, Figure)):
            continue
        by_property: dict[str, list[Claim]] = {}
        for claim in record.claims:
            if claim.amount is not None and claim.rank is not Rank.DEPRECATED:
                by_property.setdefault(claim.property, []).append(claim)
        for name, claims in by_property.items():
            origins = {claim.via or citation.source for claim in claims for citation in claim.citations}
            if len(origins) == 1:
                (origin,) = origins
                values = ", ".join(dict.fromkeys(quoted(claim.value) for claim in claims))
                message = f"{quoted(name)} ({values}) rests on a single source, {quoted(origin)}"
                yield claims[0].at("value"), message


@rule("unused-source", Level.NOTE)
def unused_source(case: Case) -> Iterator[Finding]:
    """A source that no fact cites.

    Nothing is wrong: it may be about to be used. A source that turned out to add nothing can be removed.

    Wrong:
        content/sources/courier-2021-03-13.yml     # and no fact cites it
    Right:
        cite: [{source: courier-2021-03-13, exact: …}]
    """
    cited = {cite.citation.source for cite in case.dossier.citations}
    for id_, source in case.dossier.sources.items():
        if id_ not in cited:
            yield source.here, f"nothing cites the source {quoted(id_)}"
