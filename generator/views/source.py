"""The page of a source: what is known and not known of it, and every fact that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dossier import Cite
from ..model.facts import Claim, Name
from ..model.records import Source
from . import candidates
from .candidates import Extracts
from .data import Link, Shown
from .pages import View, finished
from .sheet import Sheet, heading, span_id

FIELDS = (
    *("title", "author", "container-title", "publisher", "issued", "issued_as_written", "URL", "archive", "accessed"),
    "language",
)
"""What a source's page shows of it, in this order."""


@dataclass(frozen=True, slots=True)
class SpanEntry:
    """A stretch of the source's words and everything that rests on it.

    `carries` is the first fact that does; none where only our prose cites the words.
    """

    id: str
    exact: str
    verified: str | None
    facts: tuple[Shown, ...]
    links: tuple[Link, ...]
    carries: str | None
    disputed: bool


def view(sheet: Sheet, source: Source, extracts: Extracts) -> View:
    """Show a source."""
    cites = [c for c in sheet.dossier.citations if c.citation.source == source.id]
    entries = _entries(sheet, cites)
    verified = [e.date for c in cites if (e := sheet.evidence.verified(c.citation)) is not None]
    data = {
        **known(sheet, source),
        "type": sheet.t(f"source_type.{source.type}"),
        "entries": entries,
        "facts": len({c.user for c in cites}),
        "verified": sheet.spelled(max(verified, default=None)),
        "extracted": candidates.of_source(sheet, source.id, extracts, {entry.id for entry in entries}),
    }
    return finished(sheet, View(source.key, heading(source, sheet.t), "source", data, record=source))


def known(sheet: Sheet, source: Source) -> dict[str, object]:
    """Say what is known of a source itself, and what its copy does not state."""
    told = source.model_dump(by_alias=True)
    return {
        "fields": [(_label(sheet, name), _value(sheet, name, told[name]), name) for name in FIELDS if told.get(name)],
        "missing": [(_label(sheet, name), why) for name, why in source.missing.items()],
        "text": source.text,
        "blocks": _blocks(sheet, source),
        "note": source.note,
    }


def _label(sheet: Sheet, name: str) -> str:
    return sheet.t.get(f"source_field.{name}", name)


def _value(sheet: Sheet, name: str, found: object) -> str:
    if isinstance(found, (tuple, list)):
        return ", ".join(found)
    return (sheet.spelled(str(found)) or "") if name in ("issued", "accessed") else str(found)


def _blocks(sheet: Sheet, source: Source) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for block in source.blocks:
        kind = sheet.t(f"block_kind.{block.kind}")
        counts[kind] = counts.get(kind, 0) + 1
    return sorted(counts.items())


def _entries(sheet: Sheet, cites: list[Cite]) -> tuple[SpanEntry, ...]:
    """Gather what rests on each span, in the order of the text; words not yet verified come last."""
    groups: dict[str, list[Cite]] = {}
    for cite in cites:
        groups.setdefault(span_id(sheet.evidence, cite.citation), []).append(cite)
    ordered = sorted(groups.items(), key=lambda pair: _position(sheet, pair[1][0]))
    return tuple(_entry(sheet, id_, inside) for id_, inside in ordered)


def _position(sheet: Sheet, cite: Cite) -> tuple[bool, int, int, str]:
    verified = sheet.evidence.verified(cite.citation)
    if verified is None:
        return (True, 0, 0, cite.citation.exact)
    return (False, verified.start, verified.end, "")


def _entry(sheet: Sheet, id_: str, cites: list[Cite]) -> SpanEntry:
    facts: dict[str, Shown] = {}
    links: dict[str, Link] = {}
    for cite in cites:
        if isinstance(cite.fact, (Claim, Name)):
            facts.setdefault(cite.user, sheet.show(cite.record, cite.fact, subject=True))
        else:
            links.setdefault(cite.user, Link(cite.user, cite.record.heading))
    verified = sheet.evidence.verified(cites[0].citation)
    carries = next((cite.user for cite in cites if cite.fact is not None), None)
    return SpanEntry(
        id=id_,
        exact=" ".join(cites[0].citation.exact.split()),
        verified=None if verified is None else sheet.spelled(verified.date),
        facts=tuple(facts.values()),
        links=tuple(links.values()),
        carries=carries,
        disputed=carries is not None and sheet.in_real_dispute(carries),
    )
