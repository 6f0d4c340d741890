"""The properties a claim can have: a fixed table, so that every dossier speaks of the same things."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Value(StrEnum):
    """What a property's value is: a number, a date, another record's id, or words."""

    AMOUNT = "amount"
    DATE = "date"
    ACTOR = "actor"
    PLACE = "place"
    EVENT = "event"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Property:
    """One row of the table.

    `subjects` are the folders whose records may carry it. `single` says that only one value can be
    true at a time, so that two different ones are a dispute. `unit` is what an amount counts.
    """

    name: str
    value: Value
    subjects: frozenset[str]
    single: bool = False
    unit: str = ""


def _row(name: str, value: Value, subjects: str, *, single: bool = False, unit: str = "") -> Property:
    return Property(name, value, frozenset(subjects.split()), single, unit)


_ROWS = (
    # when and where
    _row("occurred", Value.DATE, "events", single=True),
    _row("location", Value.PLACE, "events"),
    # who
    _row("attacker", Value.ACTOR, "events"),
    _row("decided_by", Value.ACTOR, "events"),
    _row("ordered_by", Value.ACTOR, "events"),
    _row("target", Value.ACTOR, "events"),
    _row("target_described", Value.TEXT, "events"),
    _row("victim", Value.ACTOR, "events"),
    _row("claimed_by", Value.ACTOR, "events"),
    _row("attributed_to", Value.ACTOR, "events"),
    _row("affected", Value.ACTOR, "events"),
    # how many
    _row("killed", Value.AMOUNT, "events figures", single=True, unit="killed"),
    _row("injured", Value.AMOUNT, "events figures", single=True, unit="injured"),
    _row("casualties", Value.AMOUNT, "events figures", single=True, unit="casualties"),
    _row("sites", Value.AMOUNT, "events figures", single=True, unit="sites"),
    _row("strikes", Value.AMOUNT, "events figures", single=True, unit="strikes"),
    _row("attacks", Value.AMOUNT, "events figures", single=True, unit="attacks"),
    _row("troops", Value.AMOUNT, "events figures", single=True, unit="troops"),
    # what and why
    _row("weapon", Value.TEXT, "events"),
    _row("damage", Value.TEXT, "events"),
    _row("purpose", Value.TEXT, "events"),
    _row("coordination", Value.TEXT, "events"),
    _row("sequence", Value.TEXT, "events"),
    _row("outcome", Value.TEXT, "events"),
    _row("response_to", Value.EVENT, "events"),
    _row("within", Value.EVENT, "events"),
    # what it is
    _row("role", Value.TEXT, "actors"),
    _row("rank", Value.TEXT, "actors"),
    _row("member_of", Value.ACTOR, "actors"),
    _row("affiliated_with", Value.ACTOR, "actors"),
    _row("backed_by", Value.ACTOR, "actors"),
    _row("designation", Value.TEXT, "actors"),
    _row("described_as", Value.TEXT, "actors places events"),
    _row("status", Value.TEXT, "actors places"),
    _row("aim", Value.TEXT, "actors"),
    _row("formed", Value.DATE, "actors", single=True),
    _row("based_in", Value.PLACE, "actors"),
    _row("operates_in", Value.PLACE, "actors"),
    # where it lies
    _row("located_in", Value.PLACE, "places"),
    _row("distance", Value.AMOUNT, "places", single=True),
    _row("direction", Value.TEXT, "places"),
    _row("hosts", Value.ACTOR, "places"),
    _row("stronghold_of", Value.ACTOR, "places"),
    # when and how words were said
    _row("said", Value.DATE, "quotes", single=True),
    _row("occasion", Value.TEXT, "quotes"),
    _row("audience", Value.ACTOR, "quotes"),
)

PROPERTIES: dict[str, Property] = {row.name: row for row in _ROWS}
"""Every property by its name."""
