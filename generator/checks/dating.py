"""Dates of facts: when a value holds, and that no source knows the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .. import dates
from ..model.facts import Claim, Name
from ..problems import Label, quoted
from .rule import Case, Finding, Told, rule

_SLACK = datetime.timedelta(days=1)


@rule("figure-without-as-of")
def figure_without_as_of(case: Case) -> Iterator[Finding]:
    """A claim of a figure that does not say when its value holds.

    A figure is a quantity followed over time: a number without its day belongs nowhere in the series. Add
    `as_of` with the day the source speaks of, or the day the source is dated where it speaks of its
    present.

    Wrong:
        {id: c1, property: troops, value: 900, asserted_by: outlet, …}
    Right:
        {id: c1, property: troops, value: 900, as_of: 2021-03-12, asserted_by: outlet, …}
    """
    for figure in case.dossier.figures.values():
        for claim in figure.claims:
            if claim.as_of is None:
                message = f"the claim {quoted(claim.value)} ({claim.id}) of a figure has no `as_of`"
                yield claim.at("value"), f"{message}; add the day for which it holds"


@rule("as-of-after-source")
def as_of_after_source(case: Case) -> Iterator[Finding]:
    """A value that holds from a day on which none of its sources had been published.

    No source knows the future, so one of the two dates is wrong: `as_of` here or `issued` in the source. A
    day is allowed for time zones. Nothing is said where a source has no `issued`.

    Wrong:
        {id: c1, as_of: 2021-12-03, …}     # its source: issued: 2021-03-12
    Right:
        {id: c1, as_of: 2021-03-12, …}
    """
    for record in case.dossier.subjects():
        for fact in record.facts:
            if isinstance(fact, (Claim, Name)) and fact.as_of is not None:
                first, issued = dates.parse(fact.as_of).first, _last_issued(case, fact)
                if first is not None and issued is not None and first - issued > _SLACK:
                    named = " and ".join(sorted({quoted(citation.source) for citation in fact.citations}))
                    message = (
                        f"{quoted(fact.as_of)} is later than {issued.isoformat()}, by which day {named} "
                        "had been issued; correct one of the two"
                    )
                    sources = [case.dossier.sources.get(citation.source) for citation in fact.citations]
                    labels = tuple(Label(source.at("issued"), "issued then") for source in sources if source)
                    yield Told(fact.at("as_of"), message, labels)


def _last_issued(case: Case, fact: Claim | Name) -> datetime.date | None:
    """The last day on which a citing source may have been issued; None where one of them does not say."""
    latest: datetime.date | None = None
    for citation in fact.citations:
        source = case.dossier.sources.get(citation.source)
        last = None if source is None or source.issued is None else dates.parse(source.issued).last
        if last is None:
            return None
        latest = last if latest is None else max(latest, last)
    return latest
