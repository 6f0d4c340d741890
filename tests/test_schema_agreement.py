"""What a schema accepts and what `factsheet check` accepts are the same, through YAML, both ways.

Left to `check` alone is what compares: one record, text, sentence or value with another (`COMPARED`), and the few
values no pattern or limit can tell (`untellable`). And an editor sees values, not spellings: where YAML 1.2 makes a
number or a truth value of `0999`, `1e3`, `0x1F` or `True`, it judges 999, 1000, 31 and true, and takes a bare `null`
for nothing; here numbers are spelt as people spell them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from schema_records import FOLDERS, ROOT, SCHEMAS, as_yaml, checked, every_record, read

from generator.checks import run
from generator.checks.earlier import EARLIER
from generator.problems import Level, Problem

COMPARED = {
    *("unknown-source", "unknown-actor", "unknown-place", "unknown-event", "unknown-quote", "unknown-figure"),
    *("unknown-claim", "duplicate-id", "missing-and-given", "mismatched-part", "parts-and-total", "bad-block"),
    *("undeclared-dispute", "as-of-after-source", "value-not-in-words", "single-source", "unused-source"),
    *("quote-not-in-source", "ambiguous-span", "not-verified", "text-changed", "exact-too-long", "quotation-budget"),
    *("unsourced-prose", "bad-link", "prose-number", "stale-extraction", "stale-decision"),
}
TOLD = {"unknown-property", "unsourced-claim", "reason-missing", "figure-without-as-of"}
"""The rules that a schema tells as well; so it does all that reading a record reports."""

SOUND = [(folder, read(path.read_text("utf-8"))) for folder, path in every_record(ROOT / "content")]
ODD: list[Any] = [
    *("", " ", "x", "a b", "yes", "true", "null", "2,500", "about 3", "At least one", "1 to 2", "2 to 1", "some lots"),
    *(
        "hundred two",
        "dozens of",
        "8 or more",
        "2.5 million",
        "-5",
        "007",
        "1e3",
        "2023-02-29",
        "2024-02-29",
        "2024-W53",
    ),
    *("2024-13", "2024/2023", "../2024", "2024-01-24T00:15+03:00", "2024-01-24T25:00", " 2024 ", "c1", "C1", "c12345"),
    *("gazette", "Gazette", "a--b", "a" * 101, "events/x#c1", "events/X#c1", "http://x.example", "ftp://x", "0" * 64),
    *("Europe/Lisbon", "Mars/Base", "europe/lisbon", "a/b.txt", "91", "-90.0", "180.5", "32.123456789", "air-strike"),
    *("preferred", "duplicate", "caption", "role", "killed", "target", "occurred", "direct", "contradiction"),
    *(
        True,
        False,
        None,
        0,
        1,
        8,
        -5,
        2024,
        999,
        12345,
        0.5,
        45.25,
        -91.5,
        [],
        ["c1"],
        ["c1", "c2"],
        ["c1", "c1"],
        [[]],
    ),
    *({}, {"a": "b"}, {"URL": "no"}, {"id": "c1"}, [{}], [{"source": "gazette", "exact": "x"}]),
]


def untellable(problem: Problem, text: str) -> bool:
    """Whether it is a mistake that neither a pattern nor a limit can tell."""
    message = problem.message
    return (
        problem.rule == "range-order"  # upside down
        or "has a week 53" in message
        or "is not a time zone" in message  # a name of the right form that the list has not
        or (
            ("is not a number" in message or "more in it than one number" in message)
            and len(re.findall(r"[a-z]+|[0-9]+", message.partition(":")[2].partition('" ')[0].lower())) > 1
        )  # wrong order
        or bool(re.search(r"not in decimal degrees|has too many digits", message))  # by the spelling of a number
    )


def wrong(folder: str, text: str) -> list[Problem]:
    """The mistakes that a schema has to tell."""
    found = [problem for problem in checked(folder, text) if problem.rule not in COMPARED]
    return [problem for problem in found if not untellable(problem, text)]


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Draw what a schema accepts: the keywords are those that ours have."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_OF_KIND[kind](schema) for kind in kinds])


def _object(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        names = (
            values(schema["propertyNames"]) if "enum" in schema["propertyNames"] else _string(schema["propertyNames"])
        )
        return st.dictionaries(names, values(schema["additionalProperties"]), max_size=2)

    @st.composite
    def drawn(draw: st.DrawFn) -> dict[str, Any]:
        needed = set(schema.get("required", ()))
        fields = {name: field for name, field in schema["properties"].items() if name in needed or draw(_RARELY)}
        made = {name: draw(values(field)) for name, field in fields.items() if name not in _LAST}
        for condition in schema.get("allOf", ()):
            if Draft7Validator(condition["if"]).is_valid(made):
                for name, field in condition["then"].get("properties", {}).items():
                    fields.pop(name, None)
                    made.pop(name, None)
                    if field is not False:
                        made[name] = draw(values(field))
                for name in condition["then"].get("required", ()):
                    made[name] = draw(values(schema["properties"][name]))
        return made | {name: draw(values(field)) for name, field in fields.items() if name not in made}

    return drawn()


_LAST = {"value"}
"""What a condition on another field decides."""
_RARELY = st.sampled_from([False, False, True])


def _array(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    least = schema.get("minItems", 0)
    unique = {"unique_by": as_yaml} if schema.get("uniqueItems") else {}
    return st.lists(values(schema["items"]), min_size=least, max_size=least + 1, **unique)


def _string(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    longest = schema.get("maxLength", 1000)
    return st.from_regex(schema["pattern"]).filter(lambda text: len(text) <= longest)


def _number(schema: dict[str, Any]) -> st.SearchStrategy[float]:
    least, most = schema.get("minimum", -1e6), schema.get("maximum", 1e6)
    return st.floats(least, min(most, 1e6), allow_nan=False).map(lambda number: round(number, 6))


_OF_KIND: dict[str, Callable[[dict[str, Any]], st.SearchStrategy[Any]]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "boolean": lambda _: st.booleans(),
    "integer": lambda schema: st.integers(schema.get("minimum"), schema.get("maximum")),
    "number": _number,
}
_SETTINGS = settings(
    max_examples=60, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)


@st.composite
def changed(draw: st.DrawFn, record: Any) -> Any:
    """Change one thing in a record: a field gone, one too many or misspelt, or another value."""
    if isinstance(record, list) and record:
        at = draw(st.integers(0, len(record) - 1))
        return [*record[:at], draw(changed(record[at])), *record[at + 1 :]]
    if not isinstance(record, dict) or not record:
        return draw(st.sampled_from(ODD))
    name = draw(st.sampled_from(list(record)))
    match draw(st.sampled_from(["inside"] * 4 + ["value", "drop", "more", "misspell"])):
        case "inside":
            return record | {name: draw(changed(record[name]))}
        case "value":
            return record | {name: draw(st.sampled_from(ODD))}
        case "drop":
            return {field: value for field, value in record.items() if field != name}
        case "more":
            return record | {
                draw(st.sampled_from(["rank", "of", "reason", "as_of", "note", "formerly", "unit", "x"])): 8
            }
    return {field + "s" * (field == name): value for field, value in record.items()}


def test_each_rule_is_told_by_the_schemas_or_compares() -> None:
    assert set(run.RULES) == TOLD | COMPARED
    assert not TOLD & COMPARED
    assert not COMPARED & set(EARLIER)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_schema_accepts_check_accepts(folder: str) -> None:
    @_SETTINGS
    @given(values(SCHEMAS[folder]))
    def holds(record: Any) -> None:
        assert Draft7Validator(SCHEMAS[folder]).is_valid(record)
        text = as_yaml(record)
        assert wrong(folder, text) == [], text

    holds()


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_changed_record_is_judged_alike(folder: str) -> None:
    schema = Draft7Validator(SCHEMAS[folder])
    sound = [record for kind, record in SOUND if kind == folder]

    @settings(_SETTINGS, max_examples=60)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(sound))
        other = data.draw(changed(record))
        text = as_yaml(other)
        refused = [f"{list(error.path)}: {error.message[:200]}" for error in schema.iter_errors(other)]
        if refused:
            before = {(problem.rule, problem.message) for problem in checked(folder, as_yaml(record))}
            found = [problem for problem in checked(folder, text) if (problem.rule, problem.message) not in before]
            assert any(problem.level is not Level.NOTE for problem in found), (refused, text)
        else:
            assert wrong(folder, text) == [], text

    holds()
