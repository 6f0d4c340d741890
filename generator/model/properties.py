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
    `of` is the label of the claim's `of` field, where the property has one.
    """

    name: str
    label: str
    value: Value
    subjects: frozenset[str]
    single: bool = False
    unit: str = ""
    of: str = ""


def _row(
    name: str, label: str, value: Value, subjects: str, *, single: bool = False, unit: str = "", of: str = ""
) -> Property:
    return Property(name, label, value, frozenset(subjects.split()), single, unit, of)


_ROWS = (
    # when and where
    _row("occurred", "Date and time", Value.DATE, "events", single=True),
    _row("location", "Place", Value.PLACE, "events"),
    # who
    _row("attacker", "Carried out by", Value.ACTOR, "events"),
    _row("decided_by", "Decided by", Value.ACTOR, "events"),
    _row("ordered_by", "Ordered by", Value.ACTOR, "events"),
    _row("target", "Target", Value.ACTOR, "events"),
    _row("target_described", "Target, in words", Value.TEXT, "events"),
    _row("victim", "Killed or injured, by name", Value.ACTOR, "events"),
    _row("claimed_by", "Claimed by", Value.ACTOR, "events"),
    _row("attributed_to", "Attributed to", Value.ACTOR, "events"),
    _row("affected", "Concerns", Value.ACTOR, "events"),
    # how many
    _row("killed", "Killed", Value.AMOUNT, "events figures", single=True, unit="killed"),
    _row("injured", "Injured", Value.AMOUNT, "events figures", single=True, unit="injured"),
    _row("casualties", "Casualties", Value.AMOUNT, "events figures", single=True, unit="casualties"),
    _row("sites", "Sites struck", Value.AMOUNT, "events figures", single=True, unit="sites"),
    _row("strikes", "Strikes", Value.AMOUNT, "events figures", single=True, unit="strikes"),
    _row("attacks", "Attacks", Value.AMOUNT, "events figures", single=True, unit="attacks"),
    _row("troops", "Troops", Value.AMOUNT, "events figures", single=True, unit="troops"),
    # what and why
    _row("weapon", "Weapon or means", Value.TEXT, "events"),
    _row("damage", "Damage", Value.TEXT, "events"),
    _row("purpose", "Stated reason", Value.TEXT, "events"),
    _row("coordination", "Coordination", Value.TEXT, "events"),
    _row("sequence", "Order of events, in words", Value.TEXT, "events"),
    _row("outcome", "Outcome", Value.TEXT, "events"),
    _row("response_to", "In response to", Value.EVENT, "events"),
    _row("within", "Part of", Value.EVENT, "events"),
    # what it is
    _row("role", "Role", Value.TEXT, "actors", of="of"),
    _row("rank", "Rank", Value.TEXT, "actors", of="in"),
    _row("member_of", "Member of", Value.ACTOR, "actors"),
    _row("affiliated_with", "Affiliated with", Value.ACTOR, "actors"),
    _row("backed_by", "Backed by", Value.ACTOR, "actors"),
    _row("designation", "Designation", Value.TEXT, "actors", of="by"),
    _row("described_as", "Described as", Value.TEXT, "actors places events"),
    _row("status", "Status", Value.TEXT, "actors places"),
    _row("aim", "Stated aim", Value.TEXT, "actors"),
    _row("formed", "Formed", Value.DATE, "actors", single=True),
    _row("based_in", "Based in", Value.PLACE, "actors"),
    _row("operates_in", "Operates in", Value.PLACE, "actors"),
    # where it lies
    _row("located_in", "Located in", Value.PLACE, "places"),
    _row("distance", "Distance", Value.AMOUNT, "places", single=True),
    _row("direction", "Direction", Value.TEXT, "places"),
    _row("hosts", "Hosts", Value.ACTOR, "places"),
    _row("stronghold_of", "Stronghold of", Value.ACTOR, "places"),
    # when and how words were said
    _row("said", "Said on", Value.DATE, "quotes", single=True),
    _row("occasion", "Occasion", Value.TEXT, "quotes"),
    _row("audience", "Said to", Value.ACTOR, "quotes"),
)

PROPERTIES: dict[str, Property] = {row.name: row for row in _ROWS}
"""Every property by its name."""
