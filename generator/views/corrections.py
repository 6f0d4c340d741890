"""What was corrected: entries of the log as pages show them, and what a fact's home says of its past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.corrections import Correction
from ..model.facts import OUTLET, Claim, Fact, Name
from ..model.properties import Value
from ..model.records import Subject
from ..model.stated import kind_of
from ..model.vocabulary import Field
from .data import NO_HISTORY, Corrected, History, Link

if TYPE_CHECKING:
    from .sheet import Sheet


def corrected(sheet: Sheet, entry: Correction) -> Corrected:
    """Show an entry of the log."""
    ref = sheet.dossier.current(entry.fact)
    key, _, id_ = ref.partition("#")
    folder, _, stem = key.partition("/")
    holding = sheet.dossier.facts.get(ref)
    fact = None if holding is None else holding.fact
    kind = kind_of(entry.field, fact)
    if isinstance(fact, Claim):
        label = sheet.t(f"property.{fact.property}")
    else:
        label = sheet.t(f"name_use.{fact.use}") if isinstance(fact, Name) else id_
    there = sheet.dossier.knows(folder, stem)
    held = sheet.held(holding) if holding is not None and entry.field is Field.VALUE else None
    became = _said(sheet, kind, entry.became)
    return Corrected(
        kind=sheet.t(f"correction_kind.{entry.kind}"),
        date=sheet.spelled(entry.date) or "",
        day=entry.date,
        record=sheet.link(folder, stem) if there else key,
        fact=None if fact is None else Link(ref, label),
        field="" if entry.field is Field.VALUE else sheet.t(f"field.{entry.field}"),
        source=None if entry.source is None else sheet.source(entry.source),
        was=_said(sheet, kind, entry.was),
        became=became,
        reason=entry.reason,
        by=entry.by,
        held=held if held is not None and became is not None and _still(fact, entry.became) else None,
    )


def _still(fact: Fact | None, became: str | None) -> bool:
    return isinstance(fact, (Claim, Name)) and fact.value == became


def of_record(sheet: Sheet, record: Subject) -> tuple[Corrected, ...]:
    """Show what was corrected of a record, newest first."""
    return tuple(corrected(sheet, entry) for entry in sheet.dossier.corrected.get(record.key, ()))


def history(sheet: Sheet, id_: str) -> History:
    """Say what is known of a fact's past."""
    entries = sheet.dossier.corrected.get(id_, ())
    age = sheet.dossier.ages.get(id_)
    if age is None and not entries:
        return NO_HISTORY
    return History(
        tuple(corrected(sheet, entry) for entry in entries),
        age is not None,
        "" if age is None else sheet.spelled(age.added) or "",
        "" if age is None else sheet.spelled(age.changed) or "",
    )


def _said(sheet: Sheet, kind: Value, text: str | None) -> str | None:
    """Spell a date, and name a record by its heading; what cannot be read any more stays as it was logged."""
    if text == OUTLET:
        return sheet.t("correction.outlet")
    if text is not None and kind is Value.DATE:
        try:
            return sheet.spelled(text)
        except ValueError:
            return text
    if text is not None and kind in (Value.ACTOR, Value.PLACE, Value.EVENT):
        folder, _, id_ = sheet.dossier.current(f"{kind}s/{text}").partition("/")
        return sheet.link(folder, id_).label
    return text
