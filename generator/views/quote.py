"""The page of a quote."""

from __future__ import annotations

from ..model.records import Quote
from . import filters
from .pages import View, core, finished, ledger, status
from .sheet import Sheet


def view(sheet: Sheet, quote: Quote) -> View:
    """Show a quote: who, when and how, then each passage in every version."""
    summary = sheet.prose(quote)
    data = {
        "quote": sheet.quote(quote.id),
        "medium": filters.tag(sheet, quote),
        "core": core(sheet, quote, summary),
        "ledger": ledger(sheet, quote),
        "status": status(sheet, quote),
    }
    return finished(sheet, View(quote.key, quote.title, "quote", data, record=quote))
