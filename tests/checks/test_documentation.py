"""Every rule says what it finds, why, and how it looks wrong and right."""

from __future__ import annotations

import pytest
import yaml

from generator.checks.documentation import DOCUMENTED, Documentation
from generator.checks.earlier import EARLIER, LATER
from generator.checks.run import RULES

NOT_YAML = {"yaml-syntax", "anchor", "template"}


def test_all_rules_are_documented() -> None:
    assert set(DOCUMENTED) == {*EARLIER, *RULES, *LATER}


@pytest.mark.parametrize("rule", DOCUMENTED.values(), ids=lambda rule: rule.rule)
def test_each_has_its_parts(rule: Documentation) -> None:
    assert rule.summary.endswith(".")
    assert rule.paragraphs
    assert all(text.count("`") % 2 == 0 for text in (rule.summary, *rule.paragraphs))
    assert rule.wrong != rule.right
    for example in (rule.wrong, rule.right):
        assert example.strip()
        assert max(map(len, example.split("\n"))) <= 110
        assert not example.startswith(" ")


@pytest.mark.parametrize("rule", [r for r in DOCUMENTED.values() if r.rule not in NOT_YAML], ids=lambda rule: rule.rule)
def test_the_examples_are_yaml(rule: Documentation) -> None:
    for example in (rule.wrong, rule.right):
        yaml.safe_load(example.replace("…", "x"))
