"""What a schema accepts and what `factsheet check` accepts are the same, through YAML, both ways.

Left to `check` alone is what compares: one record, text, sentence or value with another (`COMPARED`), and the few
values no pattern or limit can tell (`untellable`). And an editor sees values, not spellings: where YAML 1.2 makes a
number or a truth value of `0999`, `1e3`, `0x1F` or `True`, it judges 999, 1000, 31 and true, and takes a bare `null`
for nothing; here numbers are spelt as people spell them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from schema_records import FOLDERS, SCHEMAS, as_yaml, checked

from generator import numbers
from generator.checks import run
from generator.checks.earlier import EARLIER
from generator.problems import Level, Problem

COMPARED = {
    *("unknown-source", "unknown-actor", "unknown-place", "unknown-event", "unknown-quote", "unknown-figure"),
    *("unknown-claim", "duplicate-id", "missing-and-given", "mismatched-part", "parts-and-total", "bad-block"),
    *("undeclared-dispute", "as-of-after-source", "value-not-in-words", "single-source", "unused-source"),
    *("quote-not-in-source", "ambiguous-span", "not-verified", "text-changed", "exact-too-long", "quotation-budget"),
    *("unsourced-prose", "bad-link", "prose-number", "stale-extraction", "stale-decision"),
    *("missing-correction", "unknown-fact", "correction-mismatch", "corrections-order", "corrections-rewritten"),
}
TOLD = {"unknown-property", "unsourced-claim", "reason-missing", "figure-without-as-of", "correction-kind"}
"""The rules that a schema tells as well; so it does all that reading a record reports."""

ODD: list[Any] = [
    *("", " ", "x", "a b", "yes", "true", "null", "2,500", "about 3", "At least one", "1 to 2", "2 to 1", "some lots"),
    *(
        "hundred two",
        "dozens of",
        "8 or more",
        "8 people",
        "8x",
        "8 to",
        "x 8",
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


def untellable(problem: Problem) -> bool:
    """Whether it is a mistake that neither a pattern nor a limit can tell."""
    message = problem.message
    return (
        problem.rule == "range-order"  # upside down
        or "has a week 53" in message
        or "`was` and `now` are both" in message
        or "is not a time zone" in message  # a name of the right form that the list has not
        or ((said := _NUMBER.match(message)) is not None and re.fullmatch(numbers.PATTERN, said[1]) is not None)
        or re.search(r"not in decimal degrees|has too many digits", message) is not None  # by a number's spelling
    )


_NUMBER = re.compile(r"`(?:value` of [a-z]+[0-9]+|claims\[[0-9]+\]\.value`): `([^`]*)` ")
"""A number that is refused; it cannot be told where its words are number words, in an order that makes none."""


def wrong(folder: str, text: str) -> list[Problem]:
    """The mistakes that a schema has to tell."""
    found = [problem for problem in checked(folder, text) if problem.rule not in COMPARED]
    return [problem for problem in found if not untellable(problem)]


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
    return _matching(schema["pattern"]).filter(lambda text: len(text) <= longest)


_matching = cache(st.from_regex)


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


def full(schema: dict[str, Any]) -> Any:
    """Make a record that has every field, by the examples; of a list whose items differ, one item of each sort."""
    if "properties" in schema:
        return _meeting(schema, {name: full(field) for name, field in schema["properties"].items()})
    if schema.get("type") != "array" or "properties" not in schema["items"]:
        return (schema.get("examples") or schema.get("enum") or ["x"])[0]
    items, made = schema["items"], []
    for condition in items.get("allOf", [{"if": {"properties": {}}}]):
        chosen = {name: field["enum"][0] for name, field in condition["if"]["properties"].items() if field}
        made.append(_meeting(items, full({**items, "allOf": []}) | chosen))
    return made


def _meeting(schema: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """Change a record so that it meets the conditions of its schema."""
    for condition in schema.get("allOf", ()):
        if Draft7Validator(condition["if"]).is_valid(record):
            for name, field in condition["then"].get("properties", {}).items():
                record.pop(name, None)
                if field is not False:
                    record[name] = full(field)
    return record


def lacking(value: Any) -> Iterator[Any]:
    """Leave out one field at a time, everywhere."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in lacking(item))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield {field: kept for field, kept in value.items() if field != name}
            yield from (value | {name: other} for other in lacking(inner))


def emptied(value: Any) -> Iterator[Any]:
    """Empty one list at a time, everywhere."""
    if isinstance(value, list):
        yield []
        for at, item in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in emptied(item))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from (value | {name: other} for other in emptied(inner))


def changes(value: Any) -> Iterator[Any]:
    """Change one thing at a time: a field too many or misspelt, another value; of a list, its first item."""
    yield from ODD
    if isinstance(value, list):
        yield from ([other, *value[1:]] for other in changes(value[0]))
    elif isinstance(value, dict):
        yield from (value | {more: 8} for more in ("rank", "of", "reason", "note", "unit", "x") if more not in value)
        for name, inner in value.items():
            yield {field + "s" * (field == name): kept for field, kept in value.items()}
            yield from (value | {name: other} for other in changes(inner))


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


SUBJECTS = [folder for folder in FOLDERS if "claims" in SCHEMAS[folder]["properties"]]
OF_PROPERTY = {
    name: (folder, condition["then"]["properties"]["value"])
    for folder in SUBJECTS
    for condition in SCHEMAS[folder]["properties"]["claims"]["items"]["allOf"]
    for name in condition["if"]["properties"].get("property", {}).get("enum", ())
}
"""A folder that has a property, and the schema of its value there."""
ONE_OF_A_KIND = {value["description"]: name for name, (_, value) in OF_PROPERTY.items()}
"""A property for each kind of value."""


def claiming(folder: str, name: str, value: Any) -> dict[str, Any]:
    """Make a record that has what it needs, and one claim."""
    record, needed = full(SCHEMAS[folder]), {"claims", *SCHEMAS[folder].get("required", ())}
    cite = [{"source": "gazette", "exact": "x"}]
    claim = {"id": "c1", "property": name, "value": value, "asserted_by": "outlet", "as_of": "2021", "cite": cite}
    return {field: kept for field, kept in record.items() if field in needed} | {"claims": [claim]}


@pytest.mark.parametrize("folder", SUBJECTS)
def test_a_property_is_one_of_its_kind_of_record_in_both(folder: str) -> None:
    for name, (_, value) in OF_PROPERTY.items():
        record = claiming(folder, name, value["examples"][0])
        found = {problem.rule for problem in wrong(folder, as_yaml(record))}
        accepted = Draft7Validator(SCHEMAS[folder]).is_valid(record)
        assert found == (set() if accepted else {"unknown-property"}), name


@pytest.mark.parametrize("name", ONE_OF_A_KIND.values())
def test_every_odd_value_of_a_claim_is_judged_alike(name: str) -> None:
    folder, value = OF_PROPERTY[name]
    schema = Draft7Validator(SCHEMAS[folder])
    good = checked(folder, as_yaml(claiming(folder, name, value["examples"][0])))
    before = {(problem.rule, problem.message) for problem in good}
    for odd in ODD:
        record = claiming(folder, name, odd)
        text = as_yaml(record)
        if schema.is_valid(record):
            assert wrong(folder, text) == [], odd
        else:
            found = [one for one in checked(folder, text) if (one.rule, one.message) not in before]
            assert any(one.level is not Level.NOTE for one in found), odd


MOST = 200
"""Changes of each full record that are tried besides: the same ones each time. All of them take minutes."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_record_with_one_thing_changed_is_judged_alike(folder: str) -> None:
    schema, record = Draft7Validator(SCHEMAS[folder]), full(SCHEMAS[folder])
    assert [error.message for error in schema.iter_errors(record)] == []
    before = {(problem.rule, problem.message) for problem in checked(folder, as_yaml(record))}
    assert wrong(folder, as_yaml(record)) == []
    others = [other for other in changes(record) if isinstance(other, dict)]
    for other in [*lacking(record), *emptied(record), *random.Random(MOST).sample(others, min(MOST, len(others)))]:
        text = as_yaml(other)
        refused = next((f"{list(error.path)}: {error.message[:200]}" for error in schema.iter_errors(other)), None)
        if refused is None:
            assert wrong(folder, text) == [], text
        else:
            found = [problem for problem in checked(folder, text) if (problem.rule, problem.message) not in before]
            assert any(problem.level is not Level.NOTE for problem in found), (refused, text)
