"""The schemas: they are sound, they explain every field, and every record of the repository fits its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from schema_records import FOLDERS, ROOT, SCHEMAS, every_record, modeline_of, seen

from generator.curating import schemas
from generator.model import meanings, properties, vocabulary

CONTENT = ROOT / "content"
RECORDS = every_record(CONTENT)
OURS = RECORDS + every_record(ROOT / "tests" / "dossiers" / "small" / "content")


def parts(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema by its path, those of lists and conditions included."""
    for name, field in schema.get("properties", {}).items():
        if isinstance(field, dict):
            yield f"{path}.{name}", field
            yield from parts(field, f"{path}.{name}")
    if isinstance(schema.get("items"), dict):
        yield from parts(schema["items"], f"{path}[]")


def all_of(schema: Any) -> Iterator[Any]:
    yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from all_of(inner)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_schema_is_draft_7_and_whole(folder: str) -> None:
    schema = SCHEMAS[folder]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    keys = {key for part in all_of(schema) if isinstance(part, dict) for key in part}
    assert not keys & {"$ref", "$defs", "definitions", "prefixItems", "anyOf", "unevaluatedProperties"}
    assert not [part for part in all_of(schema) if isinstance(part, dict) and part.get("type") == "null"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_is_explained_with_an_example_that_fits_it(folder: str) -> None:
    for path, field in parts(SCHEMAS[folder]):
        assert field["description"].endswith("."), path
        if path != ".claims[].value":  # its examples are those of each property, below
            assert field["examples"], path
        for example in field.get("examples", ()):
            assert not list(Draft7Validator(field).iter_errors(example)), path


@pytest.mark.parametrize(
    "folder", [folder for folder in FOLDERS if folder not in ("sources", "decisions", "corrections")]
)
def test_the_value_of_each_property_is_explained(folder: str) -> None:
    claim = SCHEMAS[folder]["properties"]["claims"]["items"]
    told = {}
    for condition in claim["allOf"]:
        for name in condition["if"]["properties"].get("property", {}).get("enum", ()):
            told[name] = condition["then"]["properties"]["value"]
    rows = [row for row in properties.PROPERTIES.values() if folder in row.subjects]
    assert claim["properties"]["property"]["enum"] == [row.name for row in rows]
    assert set(told) == {row.name for row in rows}
    for row in rows:
        value = told[row.name]
        assert value["description"]
        assert all(Draft7Validator(value).is_valid(example) for example in value["examples"])
        assert value.get("x-factsheet-id") == (row.value if row.value in ("actor", "place", "event") else None)


def test_every_word_of_the_closed_lists_has_a_meaning() -> None:
    lists = {
        found
        for found in vars(vocabulary).values()
        if isinstance(found, type) and issubclass(found, StrEnum) and list(found)
    }
    assert set(meanings.MEANINGS) == lists
    for words in lists:
        assert list(meanings.MEANINGS[words]) == [str(word.value) for word in words]
    assert list(meanings.PROPERTIES) == list(properties.PROPERTIES)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_list_of_words_tells_each_of_them(folder: str) -> None:
    choices = [part for path, part in parts(SCHEMAS[folder]) if "enum" in part]
    assert all(len(part["enum"]) == len(part["enumDescriptions"]) for part in choices)


def test_a_field_that_names_a_record_says_of_which_kind() -> None:
    told = {
        f"{folder}{path}": part["x-factsheet-id"]
        for folder in ("events", "quotes")
        for path, part in parts(SCHEMAS[folder])
        if "x-factsheet-id" in part and not path.startswith(".disputes")
    }
    claims = {
        ".asserted_by": "actor",
        ".of": "actor",
        ".place": "place",
        ".via": "actor",
        ".part_of": "claim",
        ".cite[].source": "source",
    }
    of_quote = {
        "quotes.speaker": "actor",
        "quotes.event": "event",
        "quotes.passages[].renderings[].source": "source",
        "quotes.passages[].renderings[].via": "actor",
    }
    in_claims = {f"{folder}.claims[]{path}": kind for folder in ("events", "quotes") for path, kind in claims.items()}
    assert told == in_claims | of_quote


@pytest.mark.parametrize(("folder", "path"), OURS, ids=[f"{folder}/{path.stem}" for folder, path in OURS])
def test_a_record_fits_its_schema(folder: str, path: Path) -> None:
    found = Draft7Validator(SCHEMAS[folder]).iter_errors(seen(path.read_text(encoding="utf-8")))
    assert [f"{list(error.path)}: {error.message}" for error in found] == []


@pytest.mark.parametrize(("folder", "path"), RECORDS, ids=[f"{folder}/{path.stem}" for folder, path in RECORDS])
def test_a_record_names_its_schema(folder: str, path: Path) -> None:
    first = modeline_of(path)
    assert first == schemas.modeline(folder)
    assert (path.parent / first.strip().partition("$schema=")[2]).is_file()


def test_the_schemas_in_the_repository_are_those_the_command_writes() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in (CONTENT / "schemas").iterdir()}
    assert there == schemas.written(), "run `factsheet schema`"
    assert all(json.loads(text) for text in there.values())
