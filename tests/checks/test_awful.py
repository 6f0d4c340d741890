"""One dossier that breaks every rule: everything that is said of it, with line and column."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import repositories

from generator.checks.earlier import EARLIER
from generator.checks.rule import Case
from generator.checks.run import RULES, check
from generator.evidence import lock, texts
from generator.evidence.evidence import Evidence
from generator.folders import Folders
from generator.model.changes import Published
from generator.past import history
from generator.problems import Problem, in_order
from generator.reading import files, strings
from generator.rendering.environment import packaged

AWFUL = Path(__file__).parents[1] / "dossiers" / "awful"
pytestmark = repositories.NEEDED
EXPECTED = (AWFUL / "expected.txt").read_text(encoding="utf-8")
BUDGET = 40


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    root = Path(shutil.copytree(AWFUL, tmp_path_factory.mktemp("awful") / "awful"))
    places = root / "content" / "places"
    if (places / "QUAY.yml").exists():
        pytest.skip("this file system ignores case: quay.yml and Quay.yml are one file")
    # Not in the repository, where one of the two would be lost on such a system.
    (places / "Quay.yml").write_text("names: [{id: n1, value: Quay, use: preferred}]\n", encoding="utf-8")
    dossier, of_reading = files.read(root / "content", root)
    entries, of_lock = lock.read(root / "seeds", root)
    evidence = Evidence(dossier, texts.read(root / "seeds", dossier), entries)
    findings, of_findings = files.read_findings(root / "content", root / "seeds", root)
    _, of_strings = strings.read(packaged(), root / "templates", root)
    published = Published(files.read(root / "published", root)[0], "0123456789abcdef")
    case = Case(dossier, evidence, BUDGET, findings, published)
    repositories.commit(root)
    of_git = history.known(Folders.below(root), "no-such-branch").problems
    return in_order([*of_reading, *of_lock, *of_strings, *of_findings, *of_git, *check(case)])


def test_everything_wrong_is_said_in_these_words(found: list[Problem]) -> None:
    assert "".join(f"{problem.level}: {problem}\n" for problem in found) == EXPECTED


@pytest.mark.parametrize("rule", [*EARLIER, *RULES])
def test_every_rule_finds_something(rule: str, found: list[Problem]) -> None:
    assert rule in {problem.rule for problem in found}
    assert f"[{rule}]\n" in EXPECTED


def test_every_problem_has_a_documented_rule(found: list[Problem]) -> None:
    assert {problem.rule for problem in found} <= {*EARLIER, *RULES}
