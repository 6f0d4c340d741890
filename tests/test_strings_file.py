"""The English strings: each word of the vocabulary has one, each that is asked for is there, and none is unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.build import strings
from generator.folders import Folders
from generator.model import vocabulary
from generator.model.properties import PROPERTIES
from generator.model.records import KINDS
from generator.numbers import Qualifier
from generator.problems import Level
from generator.strings import placeholders
from generator.views import candidates, coverage, lists, source
from generator.views.relations import DOING

REPOSITORY = Path(__file__).parents[1]
FILE = REPOSITORY / "templates" / "strings.yml"
TEMPLATES = sorted((REPOSITORY / "templates").rglob("*.html"))
MODULES = sorted((REPOSITORY / "generator").rglob("*.py"))
ENGLISH, PROBLEMS = strings(Folders.below(REPOSITORY))

WORDS: dict[str, set[str]] = {
    "actor_kind": set(vocabulary.ActorKind),
    "actor_kinds": set(vocabulary.ActorKind),
    "block_kind": set(vocabulary.BlockKind),
    "candidate_kind": set(candidates.KINDS),
    "correction_kind": set(vocabulary.CorrectionKind),
    "field": set(vocabulary.Field),
    "dispute_kind": set(vocabulary.DisputeKind),
    "event_type": set(vocabulary.EventType),
    "form": set(vocabulary.Form),
    "found_form": {"direct", "event", "fragment", "mixed", "organisation", "person", "place", "term"},
    "level": {level.value for level in Level},
    "list": set(lists.LISTS),
    "medium": set(vocabulary.Medium),
    "month": {f"{month:02}" for month in range(1, 13)},
    "month_short": {f"{month:02}" for month in range(1, 13)},
    "name_use": set(vocabulary.NameUse),
    "precision": set(vocabulary.Precision),
    "property": set(PROPERTIES),
    "qualifier": {mark.name.lower() for mark in Qualifier} - {"exact", "range", "vague"},
    "rank": set(vocabulary.Rank),
    "source_field": set(source.FIELDS),
    "source_type": set(vocabulary.SourceType),
}
"""Areas that hold a string for each word of a closed list, and nothing else."""
ALSO = {f"coverage.{kind}" for kind in candidates.KINDS}
ALSO |= {f"graph.key_{kind}" for kind in ("belongs", *DOING.values())}
ALSO |= {f"graph.{kind}" for kind in DOING.values() if kind != "acted"}
ALSO |= {f"coverage_gap.{kind}" for kind in coverage.KINDS}
ALSO |= {f"counted.{folder}" for folder in KINDS} | {"of.any", "of.designation", "of.rank"}
"""Further strings whose keys are put together while the program runs."""


def in_templates() -> Iterator[tuple[str, str, set[str]]]:
    """Every `t("key", …)` of the templates: where it stands, its keys, and what it fills in."""
    for path in TEMPLATES:
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                key = call.args[0]
                either = [key.expr1, key.expr2] if isinstance(key, nodes.CondExpr) else [key]
                given = {pair.key for pair in call.kwargs}
                for one in either:
                    if isinstance(one, nodes.Const):
                        yield f"{path.name}:{call.lineno}", one.value, given


def in_modules() -> Iterator[tuple[str, str, set[str]]]:
    """Every `t("key", …)` of the program, be it `sheet.t` or `self.strings`."""
    for path in MODULES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                if name in ("t", "strings"):
                    yield f"{path.name}:{call.lineno}", str(call.args[0].value), {k.arg or "" for k in call.keywords}


CALLS = [*in_templates(), *in_modules()]


def test_the_file_is_sound() -> None:
    assert PROBLEMS == []


@pytest.mark.parametrize("area", WORDS)
def test_every_word_has_its_string_and_every_string_its_word(area: str) -> None:
    assert {key.partition(".")[2] for key in ENGLISH.entries if key.startswith(f"{area}.")} == WORDS[area]


def test_every_string_that_is_asked_for_is_there_and_filled() -> None:
    assert len(CALLS) > 150
    for where, key, given in CALLS:
        assert key in ENGLISH, where
        assert placeholders(ENGLISH.entries[key]) <= given, where


def test_no_string_is_unused() -> None:
    used = {key for _, key, _ in CALLS} | ALSO
    assert {key for key in ENGLISH.entries if key not in used and key.partition(".")[0] not in WORDS} == set()


def test_areas_and_keys_are_in_order_a_line_each() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    areas = [line for line in lines if re.fullmatch(r"[a-z_]+:", line)]
    assert areas == sorted(areas)
    for area in areas:
        inside = [key.partition(".")[2] for key in ENGLISH.entries if key.startswith(area.replace(":", "."))]
        assert inside == sorted(inside), area
    assert len([line for line in lines if line.startswith("  ")]) == len(ENGLISH.entries)


def test_no_word_of_ours_stands_in_a_template() -> None:
    for path in TEMPLATES:
        text = Environment().parse(path.read_text(encoding="utf-8"))
        shown = "".join(data.data for data in text.find_all(nodes.TemplateData))
        bare = re.sub(
            r"<!--.*?-->|<script\b.*?</script>|<[^>]*>|[a-z-]+=\"[^\"]*\"?|&[a-z]+;", " ", shown, flags=re.DOTALL
        )
        assert re.findall(r"(?<![\w\"=-])[A-Za-z]{3,} [a-z]{2,}", bare) == [], path.name
