"""The dossier as tables: `data/claims.csv` and `data/quotes.csv`, a row for each wording in each source.

RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets misread every name that is not ASCII. A cell that
a spreadsheet would run as a formula begins with an apostrophe instead (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping

from .. import numbers
from ..evidence.evidence import Evidence
from ..model.dossier import Dossier
from ..model.facts import OUTLET, Citation, Claim, Fact
from ..model.properties import Value
from ..model.records import Source, Subject

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

FOLDERS = {Value.ACTOR: "actors", Value.PLACE: "places", Value.EVENT: "events"}

Cells = dict[str, str]
"""A row: what stands in it, by column."""

CITED = (
    *("source", "source_title", "source_outlet", "source_author", "source_issued", "source_url"),
    *("exact", "prefix", "suffix", "start", "end", "text_sha256", "verified"),
)
"""The columns of where it is printed: spans in code points of the text whose sha256 is told, end exclusive."""
CLAIMS = (
    *(
        "claim",
        "subject",
        "subject_title",
        "property",
        "value",
        "low",
        "best",
        "high",
        "qualifier",
        "value_name",
        "unit",
    ),
    *("population", "of", "of_name", "place", "place_name", "asserted_by", "asserted_by_name", "via", "hedge", "as_of"),
    *("rank", "reason", "part_of", "disputed", *CITED),
)
"""The columns of claims.csv. `disputed` lists the real disputes that the claim is a member of."""
QUOTES = (
    *("passage", "quote", "quote_title", "speaker", "speaker_name", "said", "medium", "event", "disputed"),
    *("form", "attributed_as", "via", *CITED),
)
"""The columns of quotes.csv."""


def claims(dossier: Dossier, evidence: Evidence) -> str:
    """Return every claim, a row for each of its citations; a claim without any has one row."""
    rows = []
    for record, claim in dossier.claims:
        told = _claim(dossier, record, claim)
        cited = [_cited(dossier, evidence, citation) for citation in claim.citations]
        rows += [{**told, **where} for where in cited or [{}]]
    return _written(CLAIMS, rows)


def quotes(dossier: Dossier, evidence: Evidence) -> str:
    """Return every passage of every quote, a row for each of its renderings."""
    rows = []
    for quote in sorted(dossier.quotes.values(), key=lambda found: found.id):
        for passage in quote.passages:
            told = {
                "passage": f"{quote.key}#{passage.id}",
                "quote": quote.key,
                "quote_title": quote.heading,
                "speaker": quote.speaker,
                "speaker_name": _name(dossier, "actors", quote.speaker),
                "said": quote.said or "",
                "medium": quote.medium.value,
                "event": quote.event or "",
                "disputed": _disputed(dossier, quote, passage),
            }
            for rendering in passage.renderings:
                where = _cited(dossier, evidence, rendering.citation)
                as_ = {"form": rendering.form.value, "attributed_as": rendering.attributed_as or ""}
                rows.append({**told, **as_, "via": rendering.via or "", **where})
    return _written(QUOTES, rows)


TABLES: Mapping[str, Callable[[Dossier, Evidence], str]] = {"data/claims.csv": claims, "data/quotes.csv": quotes}
"""What makes each table, by its address."""


def _claim(dossier: Dossier, record: Subject, claim: Claim) -> Cells:
    amount, refers = claim.amount, FOLDERS.get(claim.row.value)
    by = claim.asserted_by
    return {
        "claim": f"{record.key}#{claim.id}",
        "subject": record.key,
        "subject_title": record.heading,
        "property": claim.property,
        "value": claim.value,
        "low": _number(None if amount is None else amount.low),
        "best": _number(None if amount is None else amount.best),
        "high": _number(None if amount is None else amount.high),
        "qualifier": "" if amount is None else amount.qualifier.value,
        "value_name": "" if refers is None else _name(dossier, refers, claim.value),
        "unit": claim.unit or "",
        "population": claim.population or "",
        "of": claim.of or "",
        "of_name": _name(dossier, "actors", claim.of),
        "place": claim.place or "",
        "place_name": _name(dossier, "places", claim.place),
        "asserted_by": by,
        "asserted_by_name": "" if by == OUTLET else _name(dossier, "actors", by),
        "via": claim.via or "",
        "hedge": claim.hedge or "",
        "as_of": claim.as_of or "",
        "rank": claim.rank.value,
        "reason": claim.reason or "",
        "part_of": "" if claim.part_of is None else f"{record.key}#{claim.part_of}",
        "disputed": _disputed(dossier, record, claim),
    }


def _disputed(dossier: Dossier, record: Subject, fact: Fact) -> str:
    among = dossier.disputed.get(f"{record.key}#{fact.id}", ())
    return " ".join(f"{home.key}#{dispute.id}" for home, dispute in among if dispute.real)


def _cited(dossier: Dossier, evidence: Evidence, citation: Citation) -> Cells:
    source, entry = dossier.sources.get(citation.source), evidence.verified(citation)
    words = {"source": citation.source, "exact": citation.exact}
    words |= {"prefix": citation.prefix or "", "suffix": citation.suffix or ""}
    if entry is not None:
        words |= {"start": str(entry.start), "end": str(entry.end), "verified": entry.date}
    return {**words, **({} if source is None else _source(source))}


def _source(source: Source) -> Cells:
    return {
        "source_title": source.title or "",
        "source_outlet": source.outlet or "",
        "source_author": "; ".join(source.author),
        "source_issued": source.issued or "",
        "source_url": source.URL or "",
        "text_sha256": source.text.sha256,
    }


def _name(dossier: Dossier, folder: str, id: str | None) -> str:
    record = None if id is None else dossier.records.get(folder, {}).get(id)
    return "" if record is None else record.heading


def _number(found: numbers.Number | None) -> str:
    return "" if found is None else str(numbers.plain(found))


def _written(columns: tuple[str, ...], rows: Iterable[Cells]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: _harmless(column, words) for column, words in row.items()})
    return BOM + out.getvalue()


def _harmless(column: str, words: str) -> str:
    """Keep a cell from being run as a formula; numbers and the sign for "equal to" never are."""
    running = words.startswith(_FORMULA) and column not in ("low", "best", "high", "qualifier")
    return f"'{words}" if running else words
