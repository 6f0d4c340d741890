"""JSON Schemas of the records, draft 7 as yaml-language-server reads it: one for each kind, whole in itself.

They are made from the models, to which come what the rules ask of a record taken alone: a claim has a citation and a
property of its kind of record, a judgement has its reason. What compares one value, record or text with another is
left to `factsheet check`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..model import meanings, patterns
from ..model.corrections import Corrections
from ..model.dossier import LOG
from ..model.extracted import Decisions
from ..model.marked import Marked
from ..model.properties import PROPERTIES, Value
from ..model.records import KINDS, Figure, Source, Subject
from ..model.stated import WORDS
from ..model.vocabulary import CorrectionKind, Field

FOLDER = "schemas"
"""Where in the content folder the schemas lie."""
_DRAFT = "http://json-schema.org/draft-07/schema#"
_MODELS: dict[str, type[Marked]] = {**KINDS, "decisions": Decisions, LOG[1]: Corrections}
_FILES = {folder: f"{folder.removesuffix('s') if folder in KINDS else folder}.json" for folder in _MODELS}
_VALUES: dict[Value, tuple[str, patterns.Schema, list[str | int]]] = {
    Value.AMOUNT: ("A number", patterns.AMOUNT, ["about 2,500", "at least one", 8]),
    Value.DATE: ("A date", patterns.DATE_TEXT, ["2021-03-12", "2021-03", "2021-03-12T07:30+01:00"]),
    Value.ACTOR: ("An actor’s id", patterns.naming("actor"), ["ivo-brandt"]),
    Value.PLACE: ("A place’s id", patterns.naming("place"), ["lumo"]),
    Value.EVENT: ("An event’s id", patterns.naming("event"), ["2021-03-12-lumo-shooting"]),
    Value.TEXT: ("Words", patterns.TEXT, ["harbour master"]),
}
"""What the value of a property is, by its kind."""


def modeline(folder: str) -> str:
    """Return the comment on the first line of a record, or of the log, that tells an editor its schema."""
    above = "" if folder == LOG[1] else "../"  # the log lies in the content folder itself
    return f"# yaml-language-server: $schema={above}{FOLDER}/{_FILES[folder]}\n"


def written(ids: Mapping[str, Sequence[str]] | None = None) -> dict[str, str]:
    """Return the text of every schema by the name of its file.

    `ids` are those an editor is to propose where an id is expected, by the kind of record: `actor`.
    """
    made = {_FILES[folder]: _proposing(schema(folder), ids or {}) for folder in sorted(_MODELS)}
    return {name: json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in made.items()}


def _proposing(part: Any, ids: Mapping[str, Sequence[str]]) -> Any:
    if isinstance(part, list):
        return [_proposing(one, ids) for one in part]
    if not isinstance(part, dict):
        return part
    part = {name: _proposing(one, ids) for name, one in part.items()}
    if known := ids.get(part.get("x-factsheet-id", "")):
        part["defaultSnippets"] = [{"label": id_, "body": id_} for id_ in known]
    return part


def schema(folder: str) -> JsonSchemaValue:
    """Return the schema of the files of a folder, or of the log."""
    kind = _MODELS[folder]
    made: JsonSchemaValue = kind.model_json_schema(by_alias=True, schema_generator=_Draft7)
    made = {"$schema": _DRAFT, **_whole(made, made.pop("$defs", {}))}
    if issubclass(kind, Subject):
        _ask_of_subject(made, kind)
    elif kind is Source:
        _ask_of_source(made)
    elif kind is Corrections:
        _ask_of_correction(made["properties"]["corrections"]["items"])
    return made


class _Draft7(GenerateJsonSchema):
    """Leaves out what says nothing to an author: `null`, which no field can be, generated titles, empty defaults."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if not made.get("default"):
            made.pop("default", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        names = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        return {"type": "object", "propertyNames": {"pattern": names["pattern"]}, "additionalProperties": values}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return _choice(meanings.MEANINGS[schema["cls"]])


def _choice(known: Mapping[str, str]) -> JsonSchemaValue:
    return {"enum": list(known), "enumDescriptions": list(known.values())}


def _whole(part: Any, known: JsonSchemaValue) -> Any:
    """Put what is referred to in the place of each reference: no keyword beside a reference counts in draft 7."""
    if isinstance(part, list):
        return [_whole(one, known) for one in part]
    if not isinstance(part, dict):
        return part.value if isinstance(part, StrEnum) else part
    part = {name: _whole(one, known) for name, one in part.items()}
    if "$ref" in part:
        part = _whole(known[part.pop("$ref").rpartition("/")[2]], known) | part
    if "enum" in part:
        part.pop("title", None)  # the name of our class
    if isinstance(description := part.get("description"), str):
        part["description"] = " ".join(description.partition("\n\n")[0].split())
    return part


def _ask_of_subject(made: JsonSchemaValue, kind: type[Subject]) -> None:
    fields = made["properties"]
    claim, dispute = fields["claims"]["items"], fields["disputes"]["items"]
    _ask_of_claim(claim, kind.folder)
    fields["claims"]["examples"] = [[_claim(kind.folder)]]
    if kind is Figure:
        claim["required"].append("as_of")
    for fact in (claim, *([fields["names"]["items"]] if "names" in fields else [])):
        fact["required"].append("cite")
        fact["properties"]["cite"]["minItems"] = 1
    dispute["required"].append("reason")
    for listed in (fields["formerly"], dispute["properties"]["claims"]):
        listed["uniqueItems"] = True


def _ask_of_claim(claim: JsonSchemaValue, folder: str) -> None:
    rows = [row for row in PROPERTIES.values() if folder in row.subjects]
    said = {row.name: f"{_VALUES[row.value][0]}: {meanings.PROPERTIES[row.name]}." for row in rows}
    field = claim["properties"]["property"]
    claim["properties"]["property"] = {"description": field["description"], **_choice(said), "examples": [rows[0].name]}
    claim["properties"]["value"].pop("examples")  # those of the property take their place
    claim["allOf"] = [
        _where("property", [row.name for row in rows if row.value is value], {"value": _value(value)})
        for value in Value
        if any(row.value is value for row in rows)
    ]
    claim["allOf"].append(_where("rank", ["preferred", "deprecated"], {}, ["reason"]))


def _claim(folder: str) -> JsonSchemaValue:
    """Make a claim as a record of a folder could have it, as an example."""
    row = next(row for row in PROPERTIES.values() if folder in row.subjects)
    cite = [{"source": "gazette-2021-03-12", "exact": "the words that say so"}]
    claim = {"id": "c1", "property": row.name, "value": _VALUES[row.value][2][0], "asserted_by": "outlet", "cite": cite}
    return {**claim, "as_of": "2021-03-12"} if folder == Figure.folder else claim


def _value(value: Value) -> JsonSchemaValue:
    description, pattern, examples = _VALUES[value]
    return {"description": f"{description}, as the property has it.", **pattern, "examples": examples}


def _ask_of_source(made: JsonSchemaValue) -> None:
    fields = made["properties"]
    block = fields["blocks"]["items"]
    kinds = block["properties"]["kind"]["enum"]
    block["allOf"] = [
        _where("kind", ["duplicate"], {}, ["of"]),
        _where("kind", [kind for kind in kinds if kind != "duplicate"], {"of": False}),
    ]
    fields["formerly"]["uniqueItems"] = True
    fields["missing"]["propertyNames"] = {"enum": list(fields)}


def _ask_of_correction(entry: JsonSchemaValue) -> None:
    changed = _where("kind", [CorrectionKind.CORRECTION.value, CorrectionKind.TYPO.value], {}, ["was"])
    changed["if"]["properties"]["now"] = False
    words = {name: meaning for name, meaning in meanings.MEANINGS[Field].items() if name in WORDS}
    entry["allOf"] = [
        _where("kind", [CorrectionKind.WITHDRAWAL.value], {"now": False}, ["was"]),
        _where("kind", [CorrectionKind.TYPO.value], {"field": _choice(words)}),
        changed,
    ]


def _where(
    field: str, values: list[str], then: Mapping[str, JsonSchemaValue | bool], required: list[str] | None = None
) -> JsonSchemaValue:
    """Say what holds where a field has one of some values."""
    asked: JsonSchemaValue = {"properties": dict(then)} if then else {}
    if required:
        asked["required"] = required
    return {"if": {"required": [field], "properties": {field: {"enum": values}}}, "then": asked}
