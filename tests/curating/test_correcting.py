"""`factsheet correct`: what changed since it was published becomes an entry of the log, as text, and nothing else."""

from __future__ import annotations

import datetime
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repositories import NEEDED, commit, git

from generator.cli import main
from generator.reading import files

pytestmark = NEEDED

EVENT = "content/events/2021-03-12-lumo-harbour-strike.yml"
FACT = "events/2021-03-12-lumo-harbour-strike#c4"
LOG = "content/corrections.yml"
SAID = ("--reason", "Misread.", "--by", "The desk")
MARKS = ("<" * 7, "=" * 7, ">" * 7)
TODAY = datetime.datetime.now(datetime.UTC).date().isoformat()


def run(root: Path, *words: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["--dossier", str(root), *words], input=answers, catch_exceptions=False)


def rules(root: Path) -> list[str]:
    """The rules of this room that `check` reports."""
    found = re.findall(r"\[([a-z-]+)\]$", run(root, "check").stdout, re.MULTILINE)
    return [rule for rule in found if "correction" in rule or rule in ("published", "unknown-fact", "yaml-syntax")]


@pytest.fixture
def root(small: Path) -> Path:
    """The small dossier, published."""
    commit(small)
    return small


def replace(root: Path, old: str, new: str, name: str = EVENT) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def test_where_nothing_changed_there_is_nothing_to_do(root: Path) -> None:
    result = run(root, "correct")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"nothing changed since {git(root, 'rev-parse', 'HEAD')[:10]} without being logged\n"
    assert not (root / LOG).exists()


def test_outside_git_it_says_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    result = run(small, "correct")
    assert result.exit_code == 2
    assert "there is no git repository here: what was published is not known" in result.stderr
    assert rules(small) == []


def test_a_changed_value_owes_a_correction_and_gets_it(root: Path) -> None:
    replace(root, "value: three", "value: four")
    assert rules(root) == ["missing-correction"]
    result = run(root, "correct", answers="correction\nMisread: the desk's mistake.\nThe desk\n\n")
    assert result.exit_code == 0
    assert f"`{FACT}` was published as `three` and is now `four`" in result.stdout
    assert (root / LOG).read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=schemas/corrections.json\n"
        "# Corrections of what was published. `factsheet correct` adds entries at the end; "
        "a published one is never changed.\n"
        "corrections:\n"
        f'  - fact: "{FACT}"\n'
        "    was: three\n"
        "    now: four\n"
        "    kind: correction\n"
        '    reason: "Misread: the desk\'s mistake."\n'
        f"    date: {TODAY}\n"
        "    by: The desk\n"
    )
    assert rules(root) == []
    assert run(root, "correct").exit_code == 0


def test_the_log_is_added_to_as_text(root: Path) -> None:
    replace(root, "value: three", "value: four")
    assert run(root, "correct", "--yes", *SAID).exit_code == 0
    before = (root / LOG).read_text(encoding="utf-8").replace("The desk", "The desk  # who else?")
    (root / LOG).write_text(before, encoding="utf-8")
    commit(root)
    replace(root, "value: four", "value: five")
    assert run(root, "correct", "--yes", *SAID).exit_code == 0
    after = (root / LOG).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.count("- fact:") == 2
    assert rules(root) == []
    (root / LOG).write_text(after.replace("now: four", "now: 4"), encoding="utf-8")
    assert rules(root) == ["corrections-rewritten"]


def test_of_one_fact_alone(root: Path) -> None:
    replace(root, "value: three", "value: four")
    replace(root, "value: two", "value: 3")
    assert rules(root) == ["missing-correction"] * 2
    assert run(root, "correct", FACT, "--yes", *SAID).exit_code == 0
    assert rules(root) == ["missing-correction"]
    result = run(root, "correct", FACT.replace("#c4", "#c3"))
    assert result.exit_code == 0
    assert "without being logged; did you mean" in result.stdout


def test_the_same_number_in_other_words_owes_nothing(root: Path) -> None:
    replace(root, "value: three", "value: 3")
    assert rules(root) == []


def test_a_number_is_no_typo(root: Path) -> None:
    replace(root, "value: three", "value: four")
    result = run(root, "correct", "--kind", "typo", "--yes", *SAID)
    assert result.exit_code == 2
    assert "that is no typo, but a correction or clarification" in result.stderr
    assert not (root / LOG).exists()


def test_what_is_deleted_is_withdrawn(root: Path) -> None:
    walkout = root / "content/events/2021-03-13-lumo-walkout.yml"
    walkout.unlink()
    result = run(root, "correct", "--yes", *SAID)
    assert result.exit_code == 0
    (entry,) = files.read(root / "content", root)[0].corrections
    assert (entry.fact, entry.kind, entry.became) == ("events/2021-03-13-lumo-walkout", "withdrawal", None)
    assert rules(root) == []


def test_a_renamed_record_owes_nothing_and_its_facts_are_corrected_under_the_new_id(root: Path) -> None:
    replace(root, "value: three", "value: four")
    assert run(root, "correct", "--yes", *SAID).exit_code == 0
    commit(root)
    old = root / EVENT
    renamed = old.with_name("harbour-strike.yml")
    renamed.write_text(f"formerly: [{old.stem}]\n" + old.read_text(encoding="utf-8"), encoding="utf-8")
    old.unlink()
    assert rules(root) == []
    replace(root, "value: four", "value: five", "content/events/harbour-strike.yml")
    assert sorted(rules(root)) == ["correction-mismatch", "missing-correction"]
    assert run(root, "correct", "--yes", *SAID).exit_code == 0
    assert rules(root) == []
    entries = files.read(root / "content", root)[0].corrections
    assert [entry.fact for entry in entries] == [FACT, "events/harbour-strike#c4"]


def test_a_log_with_the_marks_of_a_merge_conflict_is_left_alone(root: Path) -> None:
    both = "corrections:\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"
    (root / LOG).write_text(both, encoding="utf-8")
    replace(root, "value: three", "value: four")
    assert rules(root) == ["yaml-syntax"]
    result = run(root, "correct", "--yes", *SAID)
    assert result.exit_code == 1
    assert "is the mark of a merge conflict" in result.stderr
    assert (root / LOG).read_text(encoding="utf-8") == both


def test_where_two_branches_add_to_the_log_git_stops_and_both_entries_are_sound(root: Path) -> None:
    git(root, "branch", "published")
    for who, old, new in (
        ("ana", "value: three", "value: four"),
        ("ben", "value: at least five", "value: at least six"),
    ):
        git(root, "switch", "--quiet", "--create", who, "published")
        replace(root, old, new)
        assert run(root, "correct", "--yes", "--reason", "Misread.", "--by", who).exit_code == 0
        commit(root)
    with pytest.raises(subprocess.CalledProcessError):
        git(root, "merge", "--quiet", "ana")
    assert rules(root)[:1] == ["yaml-syntax"]
    for path in (root / LOG, root / EVENT):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if line[:7] not in MARKS), encoding="utf-8")
    assert rules(root) == []
    assert [entry.by for entry in files.read(root / "content", root)[0].corrections] == ["ben", "ana"]


def test_what_is_logged_and_changed_again_is_an_entry_to_change(root: Path) -> None:
    replace(root, "value: three", "value: four")
    assert run(root, "correct", "--yes", *SAID).exit_code == 0
    replace(root, "value: four", "value: two")
    assert rules(root) == ["correction-mismatch"]
    result = run(root, "correct", "--yes", *SAID)
    assert result.stdout.endswith(" without being logged; entries that are not published yet are changed by hand\n")


def test_a_log_whose_style_takes_no_entry_shows_what_to_add(root: Path) -> None:
    (root / LOG).write_text("corrections: []\n", encoding="utf-8")
    replace(root, "value: three", "value: four")
    result = run(root, "correct", "--yes", *SAID)
    assert result.exit_code == 1
    assert "add this by hand:\ncorrections:\n  - fact:" in result.stderr
    assert (root / LOG).read_text(encoding="utf-8") == "corrections: []\n"


@pytest.mark.parametrize("answers", ["correction\n\n", "correction\nMisread.\nThe desk\nn\n"])
def test_who_does_not_answer_logs_nothing(root: Path, answers: str) -> None:
    replace(root, "value: three", "value: four")
    assert run(root, "correct", answers=answers).exit_code == 1
    assert not (root / LOG).exists()


def test_without_asking_it_needs_a_reason_and_a_name(root: Path) -> None:
    replace(root, "value: three", "value: four")
    result = run(root, "correct", "--yes", "--by", "The desk")
    assert result.exit_code == 2
    assert "--yes needs --reason and --by" in result.stderr


def test_where_nothing_is_published_nothing_is_owed(root: Path) -> None:
    config = "site_name: A\nplugins: [search, {factsheet: {published: none}}]\n"
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    replace(root, "value: three", "value: four")
    assert rules(root) == []
    result = run(root, "correct")
    assert (result.exit_code, "nothing is published yet" in result.stdout) == (0, True)


def test_a_revision_that_is_not_there(root: Path) -> None:
    (root / "mkdocs.yml").write_text("plugins: [{factsheet: {published: v9}}]\n", encoding="utf-8")
    assert rules(root) == ["published"]
    result = run(root, "correct")
    assert result.exit_code == 2
    assert "git knows no commit `v9` here" in result.stderr


def test_words_that_steer_a_terminal_are_shown_as_text(root: Path) -> None:
    replace(root, "value: Lumo,", 'value: "Lu\\emo",', "content/places/lumo.yml")
    result = run(root, "correct", answers="\n")
    assert "\x1b" not in result.stdout
    assert "is now `Lu\\x1bmo`" in result.stdout
