"""The page of a figure: a quantity followed over time."""

from __future__ import annotations

from .. import dates
from ..model.facts import Claim
from ..model.records import Figure
from . import pictures
from .pages import View, core, finished, ledger, status
from .pictures import Measures
from .sheet import Sheet


def view(sheet: Sheet, figure: Figure) -> View:
    """Show a figure: its series, grouped by what is counted where, oldest first."""
    summary = sheet.prose(figure)
    data = {
        "series": series(sheet, figure),
        "core": core(sheet, figure, summary),
        "ledger": ledger(sheet, figure),
        "status": status(sheet, figure),
    }
    return finished(sheet, View(figure.key, figure.title, "figure", data, record=figure))


def series(sheet: Sheet, figure: Figure) -> tuple[Measures, ...]:
    """Group a figure's claims by property and place, each group by the day it holds for."""
    groups: dict[str, list[Claim]] = {}
    for claim in figure.claims:
        where = "" if claim.place is None else f": {sheet.link('places', claim.place).label}"
        groups.setdefault(sheet.t(f"property.{claim.property}") + where, []).append(claim)
    return tuple(
        pictures.measures(sheet, figure, label, sorted(claims, key=_as_of)) for label, claims in groups.items()
    )


def _as_of(claim: Claim) -> tuple[bool, tuple[object, ...]]:
    return claim.as_of is None, dates.sort_key(dates.parse(claim.as_of)) if claim.as_of else ()
