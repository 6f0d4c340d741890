"""The whole dossier as one JSON object, `data/dossier.json` in the site, and its log, `data/corrections.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from .. import numbers
from ..evidence.evidence import Evidence
from ..model.corrections import Correction
from ..model.dossier import Dossier
from ..model.facts import Citation, Claim, Dispute, Name, Passage, Rendering
from ..model.records import Actor, Event, Named, Place, Quote, Record, Source, Subject
from .listed import listed

R = TypeVar("R", bound=Record)


def written(dossier: Dossier, evidence: Evidence) -> str:
    """Return the dossier as JSON text, the same for the same dossier and lock."""
    made = {
        "sources": [_source(s) for s in _sorted(dossier.sources.values())],
        "actors": [_actor(dossier, a, evidence) for a in _sorted(dossier.actors.values())],
        "places": [_place(dossier, p, evidence) for p in _sorted(dossier.places.values())],
        "events": [_event(e) for e in _sorted(dossier.events.values())],
        "quotes": [_quote(dossier, q, evidence) for q in _sorted(dossier.quotes.values())],
        "figures": [_subject(f) for f in _sorted(dossier.figures.values())],
        "claims": [_claim(dossier, record, claim, evidence) for record, claim in dossier.claims],
        "disputes": [_dispute(record, dispute) for record, dispute in dossier.disputes],
    }
    parts = ",\n".join(f"{json.dumps(name)}: {listed(items)}" for name, items in made.items())
    return f"{{{parts}}}\n"


def log(dossier: Dossier) -> str:
    """Return the log of corrections as JSON text, oldest first: each entry with the id its fact had on that day."""
    entries = [_correction(entry) for entry in dossier.corrections]
    return f'{{"corrections": {listed(entries)}}}\n'


def _sorted(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)


def _source(source: Source) -> dict[str, Any]:
    made = source.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"formerly", "reviewed"})
    return {"id": source.id, **made}


def _subject(record: Subject) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.heading,
        "summary": record.summary,
        "formerly": list(record.formerly),
        "claims": [f"{record.key}#{claim.id}" for claim in record.claims],
        "disputes": [f"{record.key}#{dispute.id}" for dispute in record.disputes],
    }


def _disputed(dossier: Dossier, id: str) -> list[str]:
    """List the real disputes that a fact is a member of."""
    return [f"{home.key}#{dispute.id}" for home, dispute in dossier.disputed.get(id, ()) if dispute.real]


def _named(dossier: Dossier, record: Named, evidence: Evidence) -> dict[str, Any]:
    names = [_name(dossier, record, name, evidence) for name in record.names]
    return {**_subject(record), "names": names, "identifiers": dict(record.identifiers)}


def _actor(dossier: Dossier, actor: Actor, evidence: Evidence) -> dict[str, Any]:
    kind = {"kind": actor.kind.value, "unnamed": actor.unnamed, "timezone": actor.timezone}
    return {**_named(dossier, actor, evidence), **kind}


def _place(dossier: Dossier, place: Place, evidence: Evidence) -> dict[str, Any]:
    location = None if place.location is None else place.location.model_dump(mode="json")
    return {**_named(dossier, place, evidence), "location": location}


def _event(event: Event) -> dict[str, Any]:
    return {**_subject(event), "type": event.type.value}


def _name(dossier: Dossier, record: Named, name: Name, evidence: Evidence) -> dict[str, Any]:
    return {
        "id": f"{record.key}#{name.id}",
        "value": name.value,
        "use": name.use.value,
        "lang": name.lang,
        "asserted_by": name.asserted_by,
        "via": name.via,
        "as_of": name.as_of,
        "reason": name.reason,
        "disputed": _disputed(dossier, f"{record.key}#{name.id}"),
        "citations": [_citation(c, evidence) for c in name.citations],
    }


def _claim(dossier: Dossier, record: Subject, claim: Claim, evidence: Evidence) -> dict[str, Any]:
    amount = claim.amount
    return {
        "id": f"{record.key}#{claim.id}",
        "subject": record.key,
        "property": claim.property,
        "value": {
            "text": claim.value,
            "low": _number(None if amount is None else amount.low),
            "best": _number(None if amount is None else amount.best),
            "high": _number(None if amount is None else amount.high),
            "qualifier": None if amount is None else amount.qualifier.value,
        },
        "unit": claim.unit,
        "of": claim.of,
        "place": claim.place,
        "population": claim.population,
        "asserted_by": claim.asserted_by,
        "via": claim.via,
        "hedge": claim.hedge,
        "as_of": claim.as_of,
        "rank": claim.rank.value,
        "reason": claim.reason,
        "disputed": _disputed(dossier, f"{record.key}#{claim.id}"),
        "part_of": None if claim.part_of is None else f"{record.key}#{claim.part_of}",
        "citations": [_citation(c, evidence) for c in claim.citations],
    }


def _number(found: numbers.Number | None) -> int | float | None:
    return None if found is None else numbers.plain(found)


def _citation(citation: Citation, evidence: Evidence) -> dict[str, Any]:
    verified = evidence.verified(citation)
    return {
        "source": citation.source,
        "exact": citation.exact,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "start": None if verified is None else verified.start,
        "end": None if verified is None else verified.end,
    }


def _quote(dossier: Dossier, quote: Quote, evidence: Evidence) -> dict[str, Any]:
    return {
        **_subject(quote),
        "speaker": quote.speaker,
        "said": quote.said,
        "medium": quote.medium.value,
        "event": quote.event,
        "passages": [_passage(dossier, quote, passage, evidence) for passage in quote.passages],
    }


def _passage(dossier: Dossier, quote: Quote, passage: Passage, evidence: Evidence) -> dict[str, Any]:
    return {
        "id": f"{quote.key}#{passage.id}",
        "disputed": _disputed(dossier, f"{quote.key}#{passage.id}"),
        "renderings": [_rendering(rendering, evidence) for rendering in passage.renderings],
    }


def _rendering(rendering: Rendering, evidence: Evidence) -> dict[str, Any]:
    return {
        **_citation(rendering.citation, evidence),
        "form": rendering.form.value,
        "attributed_as": rendering.attributed_as,
        "via": rendering.via,
    }


def _dispute(record: Subject, dispute: Dispute) -> dict[str, Any]:
    return {
        "id": f"{record.key}#{dispute.id}",
        "subject": record.key,
        "title": dispute.title,
        "kind": dispute.kind.value,
        "real": dispute.real,
        "reason": dispute.reason,
        "claims": [id_ if "#" in id_ else f"{record.key}#{id_}" for id_ in dispute.claims],
    }


def _correction(entry: Correction) -> dict[str, Any]:
    """Tell an entry as it was logged: a fact keeps the id it had on that day."""
    return entry.model_dump(mode="json", by_alias=True)
