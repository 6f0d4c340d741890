"""One mistake, one message; and the line that is said to be right is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.run import check
from generator.excerpts import excerpts
from generator.problems import Problem, failing

from .golden import PAPER, SOUND, Golden, judged

STRIKE, GUARD, UNION, PLACE = (
    "content/events/strike.yml",
    "content/actors/guard.yml",
    "content/actors/union.yml",
    "content/places/lumo.yml",
)
WARNING, SOURCE = "content/quotes/warning.yml", "content/sources/paper.yml"
EVENT = """\
title: Strike
type: drone-strike
summary: It killed three [@c1] or at least five [@c2], the [union](actor:union) said.
claims:
  - {id: c1, property: killed, value: three, asserted_by: guard, cite: [{source: paper, exact: three people}]}
  - {id: c2, property: killed, value: at least five, asserted_by: union, cite: [{source: paper, exact: At least five}]}
  - {id: c3, property: location, value: lumo, asserted_by: outlet, cite: [{source: paper, exact: guards are in Lumo}]}
disputes:
  - {id: d1, kind: contradiction, real: true, claims: [c1, c2], reason: They count differently.}
"""
SAID = "exact: We were warned too late"

Change = dict[str, tuple[str, str] | str]
"""Per file: what is written, and instead of what; or a file's new name; nothing, where it is deleted."""
MISTAKES: dict[str, tuple[Change, list[str]]] = {
    "an id is misspelt": ({STRIKE: ("asserted_by: union", "asserted_by: onion")}, ["unknown-actor"]),
    "an id is written as a name": ({STRIKE: ("asserted_by: union", "asserted_by: Union")}, ["bad-id"]),
    "an id is used twice": ({STRIKE: ("id: c2", "id: c1")}, ["duplicate-id"]),
    "a fact has a new id": ({STRIKE: ("id: c2", "id: c4")}, ["unknown-claim"]),
    "a dispute names a claim there is none of": ({STRIKE: ("[c1, c2]", "[c1, c9]")}, ["unknown-claim"]),
    "a record is gone": ({UNION: ""}, ["unknown-actor"]),
    "a source is gone": ({SOURCE: ""}, ["unknown-source"]),
    "a file's name is no id": ({PLACE: "content/places/Lumo.yml"}, ["bad-id"]),
    "a file ends in yaml": ({PLACE: "content/places/lumo.yaml"}, ["bad-id"]),
    "a folder is misspelt": ({PLACE: "content/place/lumo.yml"}, ["unknown-folder"]),
    "a record was renamed": (
        {UNION: "content/actors/guild.yml", "content/actors/guild.yml": ("[dockers]", "[dockers, union]")},
        ["unknown-actor", "unknown-actor"],
    ),
    "words have other marks": ({WARNING: (SAID, "exact: '\"We were warned too late, and'")}, ["quote-not-in-source"]),
    "words stand in typographic marks": ({WARNING: (SAID, "exact: “were killed”")}, ["quote-not-in-source"]),
    "words begin with a capital": ({WARNING: (SAID, "exact: we were warned too late")}, ["quote-not-in-source"]),
    "a word is left out": ({WARNING: (SAID, "exact: We were too late")}, ["quote-not-in-source"]),
    "a hash is mistyped": ({SOURCE: ("sha256: ", "sha256: 0000000000000000#")}, ["wrong-type"]),
    "a field is misspelt": ({STRIKE: ("title: Strike", "tittle: Strike")}, ["unknown-field"]),
    "a word is none of the choices": ({STRIKE: ("contradiction", "contradicts")}, ["unknown-choice"]),
    "a date is spelt": ({SOURCE: ("issued: 2021-03-12", "issued: 12 March 2021")}, ["bad-date"]),
    "a number has its unit": ({STRIKE: ("at least five,", "at least five dockers,")}, ["bad-number"]),
    "a marker lacks its sign": ({STRIKE: ("[@c2]", "[c2]")}, ["unsourced-prose"]),
    "a link lacks its kind": ({STRIKE: ("(actor:union)", "(union)")}, ["bad-link"]),
}
MENDED = {
    "an id is misspelt", "an id is written as a name", "an id is used twice", "a record was renamed",
    "words have other marks", "words stand in typographic marks", "words begin with a capital", "a field is misspelt",
    "a word is none of the choices", "a date is spelt", "a number has its unit", "a marker lacks its sign",
    "a link lacks its kind",
}  # fmt: skip
"""Mistakes whose mending is certain."""
BEFORE = {**SOUND, STRIKE: EVENT}


def made(changes: Change) -> dict[str, str]:
    files = dict(BEFORE)
    for name, change in changes.items():
        if isinstance(change, str):
            text = files.get(name, "")
            files[name] = ""
            files |= {change: text} if change else {}
        else:
            assert change[0] in files[name]
            files[name] = files[name].replace(*change, 1)
    return files


def found(files: dict[str, str], root: Path) -> list[Problem]:
    case, problems = judged(Golden("", "", BEFORE, {}, published=BEFORE), files, root)
    return failing([*problems, *check(case)])


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_one_message(mistake: str, tmp_path: Path) -> None:
    changes, rules = MISTAKES[mistake]
    problems = found(made(changes), tmp_path)
    assert [problem.rule for problem in problems] == rules, [str(problem) for problem in problems]
    assert {problem.mend is not None for problem in problems} == {mistake in MENDED}


@pytest.mark.parametrize("mistake", sorted(MENDED))
def test_who_writes_what_is_said_to_be_right_has_mended_it(mistake: str, tmp_path: Path) -> None:
    files = made(MISTAKES[mistake][0])
    for problem in found(files, tmp_path / "wrong"):
        path = problem.place.path
        root = tmp_path / "wrong" / "changed"
        shown = next(one for one in excerpts([problem], root, 1000)[problem] if not one.words)
        assert shown.mended
        lines = (root / path).read_text(encoding="utf-8").split("\n")
        lines[shown.line - 1] = shown.mended
        (root / path).write_text("\n".join(lines), encoding="utf-8")
        files[path] = "\n".join(lines)
    still = [
        problem
        for problem in found(files, tmp_path / "mended")
        if problem.rule not in ("missing-correction", "not-verified")
    ]
    assert still == []


def test_the_sound_files_are_sound(tmp_path: Path) -> None:
    assert PAPER in BEFORE.values()
    assert found(made({}), tmp_path) == []


def test_a_record_that_is_gone_is_told_of_once_with_all_who_name_it(tmp_path: Path) -> None:
    (problem,) = found(made({UNION: ""}), tmp_path)
    assert str(problem) == (
        f"{STRIKE}:3:74: there is no actor `union`: it was published, and its file is gone; put `{UNION}` back; it is "
        f"named in 1 more place: {STRIKE}:6 [unknown-actor]"
    )
    assert [(label.place.line, label.words) for label in problem.labels] == [(6, "named here, too")]


def test_a_record_that_was_moved_and_is_named_otherwise_is_told_of_with_what_it_may_be(tmp_path: Path) -> None:
    files = made({UNION: "content/actors/the-union.yml", GUARD: "content/places/guard.yml"})
    told = [problem.message for problem in found(files, tmp_path) if problem.rule == "unknown-actor"]
    assert any("or write `formerly: [union]` in `actors/the-union.yml` if it is that now" in one for one in told)
    assert any("(there is a file `places/guard.yml`)" in one for one in told)


def test_a_fact_whose_id_was_changed_is_told_of_once(tmp_path: Path) -> None:
    (problem,) = found(made({STRIKE: ("id: c2", "id: c4")}), tmp_path)
    assert problem.message == (
        "this record has no fact `c2`; it has c1, c4, c3: c2 was published, and ids are permanent; put it back; it is "
        f"named in 1 more place: {STRIKE}:9"
    )
