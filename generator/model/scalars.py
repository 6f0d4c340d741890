"""The scalars of a record: each reads the text its author wrote, and says what would be right when it cannot."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from .. import dates
from ..problems import UpsideDownError, quoted
from ..slugs import is_fact_id, is_id, propose_id

_WHOLE = re.compile(r"0|[1-9][0-9]{0,11}")
_DEGREES = re.compile(r"-?(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,8})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,200}")
_URL = re.compile(r"https?://[^\s<>\"'`\\]+")


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
            {"said": quoted(value), "near": f", such as `{near}`" if near else ""},
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


def date_text(value: str) -> str:
    """Return a date as written, when `dates.parse` can read it."""
    try:
        dates.parse(value)
    except UpsideDownError as error:
        raise PydanticCustomError("range-order", "{why}", {"why": str(error)}) from None
    except ValueError as error:
        raise PydanticCustomError("bad-date", "{why}", {"why": str(error)}) from None
    return value


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError("wrong-type", "{said} is neither `true` nor `false`", {"said": quoted(str(value))})


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not (isinstance(value, str) and _WHOLE.fullmatch(value)):
        raise PydanticCustomError(
            "bad-number",
            "{said} is not a whole number; write digits alone, such as 184",
            {"said": quoted(str(value))},
        )
    return int(value)


def _degrees(value: Any) -> float:
    if isinstance(value, float):
        return value
    if not (isinstance(value, str) and _DEGREES.fullmatch(value)):
        raise PydanticCustomError(
            "bad-number", "{said} is not in decimal degrees, such as 32.87", {"said": quoted(str(value))}
        )
    return float(value)


def _matching(pattern: re.Pattern[str], wanted: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise PydanticCustomError("wrong-type", "{said} is not {wanted}", {"said": quoted(value), "wanted": wanted})
        return value

    return AfterValidator(check)


def _zone(value: str) -> str:
    if not dates.is_zone(value):
        raise PydanticCustomError(
            "unknown-choice",
            "{said} is not a time zone of the IANA list; write one such as `Asia/Baghdad`",
            {"said": quoted(value)},
        )
    return value


Text = Annotated[str, AfterValidator(_text)]
"""Any text but an empty one."""
Id = Annotated[Text, AfterValidator(_id)]
"""A record's id, the stem of its file."""
FactId = Annotated[Text, AfterValidator(_fact_id)]
"""A claim's, name's, passage's or dispute's id within its record; permanent."""
DateText = Annotated[Text, AfterValidator(date_text)]
"""A date as `dates.parse` reads it, kept as written."""
Flag = Annotated[bool, BeforeValidator(_flag)]
"""`true` or `false`, nothing else that YAML has ever read as one."""
Whole = Annotated[int, BeforeValidator(_whole)]
Sha256 = Annotated[Text, _matching(_SHA256, "a sha256: 64 hexadecimal digits")]
FileName = Annotated[Text, _matching(_FILE, "the plain name of a file in the seeds folder")]
Url = Annotated[Text, _matching(_URL, "an address that begins with http:// or https://")]
Zone = Annotated[Text, AfterValidator(_zone)]
Latitude = Annotated[float, BeforeValidator(_degrees), Field(ge=-90, le=90)]
Longitude = Annotated[float, BeforeValidator(_degrees), Field(ge=-180, le=180)]
