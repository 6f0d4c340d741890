"""What an editor can tell about a scalar: its JSON Schema, by the types and the text in which it can come.

We read every scalar as the text its author wrote; an editor reads YAML 1.2, where `2024` is a number and `true` a
truth value. So each schema names the types its text can come in and bounds them: text by a pattern, numbers by limits.
The patterns mean the same in Python and in ECMAScript; white space around a value does not count.
"""

from __future__ import annotations

from typing import Any

from .. import numbers, slugs

Schema = dict[str, Any]

WHOLE = r"0|[1-9][0-9]{0,11}"
DEGREES = r"-?(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,8})?"
SHA256 = r"[0-9a-f]{64}"
FILE = r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,200}"
URL = r"https?://[^\s<>\"'`\\]+"

_YEAR = "(?!0000)[0-9]{4}"
_LEAP = "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    rf"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?:Z|(?!-00:00)[+-](?:0[0-9]|1[0-5]):[0-5][0-9])?"
_POINT = rf"(?:{_DAY}|{_YEAR}(?:-(?:0[1-9]|1[0-2]))?)[~?%]?"
DATE = (
    rf"{_DAY}T{_TIME}|{_YEAR}-W(?:0[1-9]|[1-4][0-9]|5[0-3])[~?%]?"
    rf"|{_POINT}(?:/(?:{_POINT}|\.\.))?|\.\./{_POINT}"
)
"""A date as `dates.parse` reads it, save that a year may have no week 53, and an interval be upside down."""


def scalar(pattern: str, wrong: str, *types: str, **bounds: float) -> Schema:
    """Make the schema of a scalar whose text, white space around it apart, is all of a pattern."""
    return _schema(rf"^\s*(?:{pattern})\s*$", wrong, *types, **bounds)


def _schema(pattern: str, wrong: str, *types: str, **bounds: float) -> Schema:
    kinds = ["string", *types]
    return {
        "type": kinds if types else "string",
        **bounds,
        "pattern": pattern,
        "patternErrorMessage": wrong,
    }


TEXT = _schema(r"\S", "This is empty: write its value, or leave the field out.", "number", "boolean")
ID = scalar(
    rf"(?=[a-z0-9-]{{1,{slugs.ID_LENGTH}}}\s*$){slugs.ID}",
    "Not an id: use lower-case letters, digits and single hyphens.",
    *("integer", "boolean"),
    minimum=0,
)
FACT_ID = scalar(slugs.FACT_ID, "Not an id for a fact: use letters followed by a number, such as c1.")
FACT_REF = scalar(
    rf"(?:(?:actors|places|events|quotes|figures)/{slugs.ID}#)?{slugs.FACT_ID}",
    "Not a fact: write its id, such as c3, or events/some-event#c3 for one of another record.",
)
LOGGED_REF = scalar(
    rf"(?:actors|places|events|quotes|figures)/(?=[a-z0-9-]{{1,{slugs.ID_LENGTH}}}(?:#|\s*$)){slugs.ID}(?:#{slugs.FACT_ID})?",
    "Not a fact’s id in the whole dossier: write its record, # and its id, such as events/some-event#c3.",
)
DAY_TEXT = scalar(_DAY, "Not a day: write one such as 2024-01-24.")
DATE_TEXT = scalar(
    DATE,
    "Not a date: write 2024, 2024-01, 2024-01-24, 2024-W04, 2023-10-17/2023-11-21, 2023-10-17/.. or "
    "2024-01-24T00:15+03:00; all but the time may end in ~ (approximate), ? (uncertain) or % (both).",
    "integer",
    minimum=1000,
    maximum=9999,
)
AMOUNT = {
    **scalar(
        numbers.PATTERN,
        "Not a number: write one such as 8, 2,500, about 2,500, at least one, up to 20, 1 to 2 or dozens.",
        "number",
        minimum=0,
        maximum=10**numbers.MOST_DIGITS - 1,
    ),
    "maxLength": numbers.LONGEST,
}
FLAG = scalar("true|false", "Neither true nor false.", "boolean")
WHOLE_NUMBER = scalar(WHOLE, "Not a whole number: write digits alone.", "integer", minimum=0, maximum=10**12 - 1)
ZONE = scalar(
    "[A-Z][A-Za-z0-9_+-]*(?:/[A-Z][A-Za-z0-9_+-]*)*",
    "Not a time zone of the IANA list: write one such as Asia/Baghdad.",
)


def degrees(most: int) -> Schema:
    """Make the schema of degrees from -most to most, at most eight decimals."""
    below = {90: "[1-8]?[0-9]", 180: "[1-9]?[0-9]|1[0-7][0-9]"}[most]
    pattern = rf"-?(?:(?:{below})(?:\.[0-9]{{1,8}})?|{most}(?:\.0{{1,8}})?)"
    return scalar(
        pattern, f"Not decimal degrees from -{most} to {most}, such as 32.87.", "number", minimum=-most, maximum=most
    )


def naming(kind: str, pattern: Schema = ID) -> Schema:
    """Make the schema of a value that is the id of a record (or fact) of a kind."""
    return pattern | {"x-factsheet-id": kind}
