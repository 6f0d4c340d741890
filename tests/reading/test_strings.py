"""The strings file: a site's own words win key by key, and what is wrong in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading import strings
from generator.strings import Strings

ENGLISH = """\
# ours
claim:
  as_of: "as of {date}"
  both: "{a} and {b}"
  hits: {zero: no hits, one: "{n} hit", other: "{n} hits"}
  real: Disputed
  some: "{n} open"
"""


def read(root: Path, own: str | bytes | None) -> tuple[Strings, list[str]]:
    """What is read with this file of a site's own, and what is said of it."""
    for folder, text in (("ours", ENGLISH), ("own", own)):
        (root / folder).mkdir()
        if text is not None:
            (root / folder / "strings.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    found, problems = strings.read(root / "ours", root / "own", root)
    assert {problem.rule for problem in problems} <= {"strings"}
    return found, [f"{problem.place}: {problem.message}" for problem in problems]


def test_a_string_is_filled_and_its_form_chosen_by_the_number(tmp_path: Path) -> None:
    t, told = read(tmp_path, None)
    assert told == []
    assert t("claim.as_of", date="{b} <i>") == "as of {b} <i>"
    assert [t("claim.hits", n=n) for n in (0, 1, 2)] == ["no hits", "1 hit", "2 hits"]
    assert t("claim.unknown") == "claim.unknown"
    assert t.get("claim.unknown", "word") == "word"


def test_own_words_win_key_by_key(tmp_path: Path) -> None:
    own = 'claim:\n  both: "{b} und {a}"\n  hits: {one: ein Treffer, other: "{n} Treffer"}\n'
    t, told = read(tmp_path, own + "  some: {one: eins offen, other: '{n} offen'}\n")
    assert told == []
    assert t("claim.both", a=1, b=2) == "2 und 1"
    assert [t("claim.hits", n=n) for n in (0, 1, 2)] == ["0 Treffer", "ein Treffer", "2 Treffer"]
    assert [t("claim.some", n=n) for n in (1, 2)] == ["eins offen", "2 offen"]
    assert t("claim.real") == "Disputed"


def test_a_language_has_the_forms_it_needs(tmp_path: Path) -> None:
    own = 'language: pl\nclaim: {hits: {one: "{n} trafienie", few: "{n} trafienia", other: "{n} trafień"}}'
    t, told = read(tmp_path, own)
    assert told == []
    expected = ["0 trafień", "1 trafienie", "2 trafienia", "5 trafień", "12 trafień", "22 trafienia"]
    assert [t("claim.hits", n=n) for n in (0, 1, 2, 5, 12, 22)] == expected


def test_french_counts_none_as_one(tmp_path: Path) -> None:
    t, told = read(tmp_path, 'language: fr-CA\nclaim: {hits: {one: "{n} résultat", other: "{n} résultats"}}')
    assert (told, [t("claim.hits", n=n) for n in (0, 1, 2)]) == ([], ["0 résultat", "1 résultat", "2 résultats"])


def test_a_language_of_one_form_writes_a_text(tmp_path: Path) -> None:
    t, told = read(tmp_path, 'claim: {hits: "{n} 件"}')
    assert (told, t("claim.hits", n=1)) == ([], "1 件")


@pytest.mark.parametrize("own", ["", "\n\n", "# claim:\n#   real: Umstritten\n"])
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, own: str) -> None:
    t, told = read(tmp_path, own)
    assert (told, t("claim.real")) == ([], "Disputed")


MUST = "must be a text, and where something is counted a text for each form"
WRONG: dict[str | bytes, list[str]] = {
    "klaim: {real: x}": ["1:1: there is no area `klaim`; did you mean `claim`?"],
    "claim:\n  as-of: x\n": ["2:3: there is no string `claim.as-of`; did you mean `claim.as_of`?"],
    "claim: words": ["1:1: the area `claim` must be `key: text` lines"],
    "claim:": ["1:1: the area `claim` must be `key: text` lines"],
    "claim: {real: [a]}": [f"1:9: `claim.real` {MUST}"],
    "claim:\n  real:\n": [f"2:3: `claim.real` {MUST}"],
    "claim: {real: {other: x}}": ["1:9: `claim.real` counts nothing: it must be a text"],
    "claim: {hits: {one: x}}": ["1:9: `claim.hits` lacks the form `other`"],
    "claim: {hits: {few: x, other: y}}": [
        (
            "1:9: `claim.hits` has no form `few`; the forms are zero, one, other; "
            "those of another language need a line such as `language: pl`"
        )
    ],
    "language: de\nclaim: {hits: {few: x, other: y}}": [
        "2:9: `claim.hits` has no form `few`; the forms are zero, one, other"
    ],
    "language: klingon": ["1:1: `klingon` is no language; write it like `pl` or `pt-BR`"],
    "language: [pl]": ["1:1: `['pl']` is no language; write it like `pl` or `pt-BR`"],
    "language:": ["1:1: `` is no language; write it like `pl` or `pt-BR`"],
    "claim: {hits: {other: {one: x}}}": [f"1:9: `claim.hits` {MUST}"],
    'claim: {as_of: "Stand: {datum}"}': [
        "1:9: `{datum}` stands for nothing in `claim.as_of`; its placeholders: `{date}`",
        "1:9: `claim.as_of` lacks `{date}`: what that stands for would not be shown",
    ],
    'claim: {real: "{n.__class__}"}': [
        "1:9: `{n.__class__}` stands for nothing in `claim.real`; its placeholders: none"
    ],
    "- claim\n": ["1:1: this is not a record: it must be `field: value` lines"],
    "claim: {real: x, real: y}": ["1:18: the key `real` stands twice; it is first on line 1"],
    "claim: {real: &a x}": ["1:15: the anchor `&a` is not allowed: write each value where it belongs, or quote it"],
    b"claim: {real: \xff}": [
        "1:15: the file is not UTF-8: the byte 0xff (`ÿ` in Windows-1252) stands here; save it as UTF-8"
    ],
}


@pytest.mark.parametrize(("own", "expected"), WRONG.items())
def test_what_is_wrong_is_told_and_left_out(tmp_path: Path, own: str | bytes, expected: list[str]) -> None:
    t, told = read(tmp_path, own)
    assert told == [f"own/strings.yml:{line}" for line in expected]
    assert t("claim.as_of", date=1) == "as of 1"
    assert t("claim.hits", n=2) == "2 hits"


def test_a_half_written_file_leaves_all_in_english(tmp_path: Path) -> None:
    t, told = read(tmp_path, 'claim: {real: "Umstr')
    assert len(told) == 1
    assert t("claim.real") == "Disputed"


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "own" / "strings.yml").mkdir(parents=True)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "strings.yml").write_text(ENGLISH, encoding="utf-8")
    _, problems = strings.read(tmp_path / "ours", tmp_path / "own", tmp_path)
    assert [str(problem) for problem in problems] == ["own/strings.yml:1:1: this is not a file [strings]"]


def test_one_folder_may_hold_both(tmp_path: Path) -> None:
    (tmp_path / "strings.yml").write_text(ENGLISH, encoding="utf-8")
    t, problems = strings.read(tmp_path, tmp_path, tmp_path)
    assert (t("claim.real"), problems) == ("Disputed", [])
