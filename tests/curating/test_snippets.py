"""The snippets for Visual Studio Code: what each writes, its blanks as proposed, fits its schema."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft7Validator
from schema_records import ROOT, SCHEMAS, seen

from generator.curating import schemas
from generator.model.records import KINDS

STARTER = ROOT / "templates/starter/dossier/.vscode"
SNIPPETS = json.loads((STARTER / "factsheet.code-snippets").read_text(encoding="utf-8"))
LISTS = {"claim": "claims", "dispute": "disputes", "correction": "corrections"}
FOLDERS = {folder.removesuffix("s"): folder for folder in KINDS}
_CHOICE = re.compile(r"\$\{[0-9]+\|(?P<words>[^|]*)\|\}")


def filled(body: list[str]) -> str:
    """A snippet's text with each blank as proposed; of a choice, the first."""
    text = "".join(f"{line}\n" for line in body)
    text = _CHOICE.sub(lambda found: found["words"].split(",")[0], text)
    text = re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", text)
    return re.sub(r"(?<!\\)\$0", "", text).replace("\\$", "$")


def test_there_is_one_for_each_kind_of_record_and_for_what_records_are_made_of() -> None:
    assert {snippet["prefix"] for snippet in SNIPPETS.values()} == set(FOLDERS) | set(LISTS)
    assert all(snippet["scope"] == "yaml" and snippet["description"] for snippet in SNIPPETS.values())


def test_this_repository_has_those_of_a_new_dossier() -> None:
    assert (ROOT / ".vscode").resolve() == STARTER


@pytest.mark.parametrize("prefix", sorted(FOLDERS))
def test_a_snippet_of_a_record_fits_its_schema(prefix: str) -> None:
    text = filled(next(snippet["body"] for snippet in SNIPPETS.values() if snippet["prefix"] == prefix))
    assert text.startswith(schemas.modeline(FOLDERS[prefix]))
    assert [error.message for error in Draft7Validator(SCHEMAS[FOLDERS[prefix]]).iter_errors(seen(text))] == []


@pytest.mark.parametrize("prefix", sorted(LISTS))
def test_a_snippet_of_a_part_fits_each_schema_that_has_it(prefix: str) -> None:
    text = filled(next(snippet["body"] for snippet in SNIPPETS.values() if snippet["prefix"] == prefix))
    part = seen(f"{LISTS[prefix]}:\n{text}")
    for folder in ("corrections",) if prefix == "correction" else ("events", "actors", "places"):
        schema = SCHEMAS[folder]["properties"][LISTS[prefix]]
        assert [error.message for error in Draft7Validator(schema).iter_errors(part[LISTS[prefix]])] == []


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS)
def test_a_choice_offers_all_that_the_schema_knows(snippet: dict[str, list[str]]) -> None:
    known = {tuple(sorted(part["enum"])) for schema in SCHEMAS.values() for part in parts(schema)}
    for line in snippet["body"]:
        for found in _CHOICE.finditer(line):
            words = tuple(sorted(found["words"].split(",")))
            assert words in known | {("false", "true")}, line


def parts(schema: object) -> list[dict[str, list[str]]]:
    """Every part of a schema that lists words."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema] if isinstance(schema, dict) and isinstance(schema.get("enumDescriptions"), list) else []
    return own + [part for one in inner for part in parts(one)]
