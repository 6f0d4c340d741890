"""A golden case per rule and more: what is fine is not reported, what is not is, in these words and there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.rule import Rule
from generator.checks.run import RULES, check
from generator.problems import Level, failing

from . import cases_of_corrections, cases_of_evidence, cases_of_facts, cases_of_findings, cases_of_ids, cases_of_prose
from .golden import Golden, judged

CASES = [
    *cases_of_ids.CASES,
    *cases_of_facts.CASES,
    *cases_of_prose.CASES,
    *cases_of_evidence.CASES,
    *cases_of_findings.CASES,
    *cases_of_corrections.CASES,
]
SECTIONS = (Path(__file__).parent / "golden.txt").read_text(encoding="utf-8").removeprefix("== ").split("\n== ")
FOUND = {name: lines.split("\n") for name, _, lines in (section.strip().partition("\n") for section in SECTIONS)}


@pytest.mark.parametrize("golden", CASES, ids=str)
def test_nothing_is_said_of_what_is_fine(golden: Golden, tmp_path: Path) -> None:
    case, problems = judged(golden, golden.fine, tmp_path)
    assert problems == []
    assert [str(problem) for problem in check(case) if problem.rule == golden.rule] == []


@pytest.mark.parametrize("golden", CASES, ids=str)
def test_what_is_wrong_is_reported_in_these_words(golden: Golden, tmp_path: Path) -> None:
    case, problems = judged(golden, golden.wrong, tmp_path)
    assert problems == []
    found = [problem for problem in check(case) if problem.rule == golden.rule]
    assert [str(problem).removesuffix(f" [{golden.rule}]") for problem in found] == FOUND[str(golden)]
    assert {problem.level for problem in found} == {RULES[golden.rule].level}


def test_the_sound_dossier_is_sound(tmp_path: Path) -> None:
    case, problems = judged(Golden("", "", {}, {}), {}, tmp_path)
    assert problems == []
    assert failing(check(case)) == []


def test_every_case_has_its_messages_and_every_message_its_case() -> None:
    assert list(FOUND) == [str(golden) for golden in CASES]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_is_documented_and_has_a_case(rule: Rule) -> None:
    assert rule.id in {golden.rule for golden in CASES}
    first, blank, *rest = rule.documentation.splitlines()
    assert first.endswith(".")
    assert blank == ""
    assert rest


def test_only_what_the_design_calls_a_note_never_fails() -> None:
    assert {rule.id for rule in RULES.values() if rule.level is Level.NOTE} == {"single-source", "unused-source"}
