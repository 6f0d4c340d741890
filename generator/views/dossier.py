"""All pages of a dossier."""

from __future__ import annotations

from dataclasses import replace

from ..evidence.candidates import reviewed
from ..evidence.evidence import Evidence
from ..model.dossier import Dossier
from ..model.extracted import Findings
from ..model.records import Actor, Event, Figure, Place, Quote, Source
from ..strings import Strings
from . import actor, event, figure, lists, place, quote, source
from .candidates import extracts
from .neighbours import neighbours
from .pages import View
from .sheet import Sheet


def views(dossier: Dossier, evidence: Evidence, findings: Findings, t: Strings) -> list[View]:
    """Show every record on a page of its own, and the lists."""
    extracted = extracts(dossier, reviewed(dossier, evidence, findings))
    found = lists.views(dossier, evidence, findings, extracted, t)
    for record in dossier.everything():
        sheet = Sheet(dossier, evidence, t)
        match record:
            case Source():
                found.append(source.view(sheet, record, extracted))
            case Actor():
                found.append(actor.view(sheet, record, extracted))
            case Place():
                found.append(place.view(sheet, record, extracted))
            case Event():
                found.append(event.view(sheet, record))
            case Quote():
                found.append(quote.view(sheet, record))
            case Figure():
                found.append(figure.view(sheet, record))
    beside = neighbours(dossier, t)
    placed = [(view, beside.get(view.key, (None, None))) for view in found]
    return [replace(view, before=before, after=after) for view, (before, after) in placed]
