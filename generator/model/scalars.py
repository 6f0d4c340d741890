"""The scalars of a record: each reads the text its author wrote, and says what would be right when it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from .. import dates, numbers
from ..problems import UpsideDownError, asked, nearest, quoted
from ..slugs import is_fact_id, is_id, propose_id
from . import patterns

_WHOLE = re.compile(patterns.WHOLE)
_DEGREES = re.compile(patterns.DEGREES)
_FLAGS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}


def _text(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("missing-field", "is empty; write its value or leave the field out")
    return value.strip()


def _id(value: str) -> str:
    if not is_id(value):
        near = propose_id(value)
        raise PydanticCustomError(
            "bad-id",
            "{said} is not an id: use lower-case letters, digits and single hyphens{near}",
            {"said": quoted(value), "near": f", such as `{near}`" if near else "", "right": near},
        )
    return value


def _fact_id(value: str) -> str:
    if not is_fact_id(value):
        raise PydanticCustomError(
            "bad-id",
            "{said} is not an id for a fact: use letters followed by a number, such as `c1`",
            {"said": quoted(value)},
        )
    return value


def _fact_ref(value: str) -> str:
    key, marked, fact = value.partition("#")
    folder, _, id_ = key.partition("/")
    if not (is_id(folder) and is_id(id_) and (is_fact_id(fact) if marked else True)):
        raise PydanticCustomError(
            "bad-id",
            "{said} names no fact: write its record, `#` and its id, such as `events/strike#c1`",
            {"said": quoted(value)},
        )
    return value


def date_text(value: str) -> str:
    """Return a date as written, when `dates.parse` can read it."""
    return _read_by(dates.parse, value, "bad-date")


def amount_text(value: str) -> str:
    """Return a number as written, when `numbers.parse` can read it."""
    return _read_by(numbers.parse, value, "bad-number")


def _read_by(read: Callable[[str], object], value: str, rule: str) -> str:
    try:
        read(value)
    except ValueError as error:
        wrong = "range-order" if isinstance(error, UpsideDownError) else rule
        raise PydanticCustomError(wrong, "{why}", {"why": str(error), "right": _right(read, str(error))}) from None
    return value


def _right(read: Callable[[str], object], why: str) -> str:
    """Return what a message says to write, where that is one thing that can be read; else it is not certain."""
    right = why.rpartition("write ")[2].strip("`")
    try:
        read(right)
    except ValueError:
        return ""
    return right


def _day_text(value: str) -> str:
    day = dates.parse(value)
    if day.precision is not dates.Precision.DAY or day.approximate or day.uncertain:
        raise PydanticCustomError("bad-date", "{said} is not a day, such as 2024-01-24", {"said": quoted(value)})
    return value


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = str(value).strip()
    if isinstance(value, str) and said in ("true", "false"):
        return said == "true"
    right = _FLAGS.get(said.lower(), "")
    raise PydanticCustomError(
        "wrong-type",
        "{said} is neither `true` nor `false`{near}",
        {"said": quoted(said), "near": f"; write `{right}`" if right else "", "right": right},
    )


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not (isinstance(value, str) and _WHOLE.fullmatch(value.strip())):
        raise PydanticCustomError(
            "bad-number",
            "{said} is not a whole number; write digits alone, such as 184",
            {"said": quoted(str(value))},
        )
    return int(value.strip())


def _degrees(value: Any) -> float:
    if isinstance(value, float):
        return value
    if not (isinstance(value, str) and _DEGREES.fullmatch(value.strip())):
        raise PydanticCustomError(
            "bad-number", "{said} is not in decimal degrees, such as 32.87", {"said": quoted(str(value))}
        )
    return float(value.strip())


def _matching(pattern: str, wanted: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError("wrong-type", "{said} is not {wanted}", {"said": quoted(value), "wanted": wanted})
        return value

    return AfterValidator(check)


def _zone(value: str) -> str:
    if not dates.is_zone(value):
        near = nearest(value, dates.zones())
        raise PydanticCustomError(
            "unknown-choice",
            "{said} is not a time zone of the IANA list{near}",
            {
                "said": quoted(value),
                "near": asked(near) or "; write one such as `Asia/Baghdad`",
                "right": near[0] if len(near) == 1 else "",
            },
        )
    return value


_A_FILE = "the plain name of a file in the seeds folder"
_AN_ADDRESS = "an address that begins with http:// or https://"

Text = Annotated[str, AfterValidator(_text), WithJsonSchema(patterns.TEXT)]
"""Any text but an empty one."""
Id = Annotated[Text, AfterValidator(_id), WithJsonSchema(patterns.ID)]
"""A record's id, the stem of its file."""
SourceId = Annotated[Id, WithJsonSchema(patterns.naming("source"))]
ActorId = Annotated[Id, WithJsonSchema(patterns.naming("actor"))]
PlaceId = Annotated[Id, WithJsonSchema(patterns.naming("place"))]
EventId = Annotated[Id, WithJsonSchema(patterns.naming("event"))]
FactId = Annotated[Text, AfterValidator(_fact_id), WithJsonSchema(patterns.FACT_ID)]
"""A claim's, name's, passage's or dispute's id within its record; permanent."""
ClaimId = Annotated[FactId, WithJsonSchema(patterns.naming("claim", patterns.FACT_ID))]
FactRef = Annotated[Text, WithJsonSchema(patterns.naming("fact", patterns.FACT_REF))]
"""A fact's id as written in a record: `c1` of the same record, `events/x#c1` of another."""
DateText = Annotated[Text, AfterValidator(date_text), WithJsonSchema(patterns.DATE_TEXT)]
"""A date as `dates.parse` reads it, kept as written."""
LoggedRef = Annotated[Text, AfterValidator(_fact_ref), WithJsonSchema(patterns.naming("fact", patterns.LOGGED_REF))]
"""A fact's id in the whole dossier (`events/strike#c1`), or a record's key where something is said of it as a whole."""
DayText = Annotated[DateText, AfterValidator(_day_text), WithJsonSchema(patterns.DAY_TEXT)]
"""A day of the calendar, kept as written."""
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema(patterns.FLAG)]
"""`true` or `false`, nothing else that YAML has ever read as one."""
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema(patterns.WHOLE_NUMBER)]
Sha256 = Annotated[
    Text,
    _matching(patterns.SHA256, "a sha256: 64 hexadecimal digits"),
    WithJsonSchema(patterns.scalar(patterns.SHA256, "Not a sha256: 64 hexadecimal digits, in quotation marks.")),
]
FileName = Annotated[
    Text,
    _matching(patterns.FILE, _A_FILE),
    WithJsonSchema(patterns.scalar(patterns.FILE, f"Not {_A_FILE}.", "integer", "boolean", minimum=0)),
]
Url = Annotated[
    Text, _matching(patterns.URL, _AN_ADDRESS), WithJsonSchema(patterns.scalar(patterns.URL, f"Not {_AN_ADDRESS}."))
]
Zone = Annotated[Text, AfterValidator(_zone), WithJsonSchema(patterns.ZONE)]
Latitude = Annotated[float, BeforeValidator(_degrees), Field(ge=-90, le=90), WithJsonSchema(patterns.degrees(90))]
Longitude = Annotated[float, BeforeValidator(_degrees), Field(ge=-180, le=180), WithJsonSchema(patterns.degrees(180))]
