"""A new record: what is asked, what is written, and what is refused before anything is."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from building_review import check, contents, run

from generator.commands import new
from generator.model.fields import fields
from generator.model.records import KINDS

STRIKE = "2021-03-12-lumo-harbour-strike"
CITED = ("names.cite.source=gazette-2021-03-12", "names.cite.exact=harbour of Lumo at 00:20")
QUOTE = ("speaker=ivo-brandt", "title=On the gates", "medium=statement", "said=2021-03-13")
PASSAGE = (
    "passages.renderings.source=gazette-2021-03-12",
    "passages.renderings.form=reported",
    "passages.renderings.exact=who commands the Coast Guard",
)


def sets(*answers: str) -> list[str]:
    return [word for answer in answers for word in ("--set", answer)]


@pytest.fixture
def asked(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small dossier, with somebody at the terminal who has no editor."""
    monkeypatch.setattr(new, "terminal", lambda: True)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return small


def lines(text: str) -> list[str]:
    """A record's lines without what stands above it."""
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_an_event_is_made_of_its_answers(asked: Path) -> None:
    answers = ["Walkout: day 2", "protest", "2021-03-14", "gazette-2021-03-12", "on Friday", ""]
    result = run(asked, "new", "event", input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "content/events/2021-03-14-walkout-day-2.yml" in result.stdout.splitlines()
    assert lines((asked / "content/events/2021-03-14-walkout-day-2.yml").read_text(encoding="utf-8")) == [
        'title: "Walkout: day 2"',
        "type: protest",
        "claims:",
        "  - id: c1",
        "    property: occurred",
        "    value: 2021-03-14",
        "    asserted_by: outlet",
        "    cite:",
        '      - {source: gazette-2021-03-12, exact: "on Friday"}',
    ]


def test_an_answer_that_cannot_be_is_asked_for_again(asked: Path) -> None:
    answers = ["", "Walkout", "protst", "protest", "2021-02-30", "", ""]
    result = run(asked, "new", "event", input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "it cannot be without this" in result.stdout
    assert "`protst` is none of them" in result.stdout
    assert "has a day 30" in result.stdout
    made = (asked / "content/events/walkout.yml").read_text(encoding="utf-8")
    assert lines(made) == ["title: Walkout", "type: protest"]


def test_stopping_writes_nothing(asked: Path) -> None:
    before = contents(asked)
    result = run(asked, "new", "event", input="Walkout\nprotest\n")
    assert result.exit_code == 1
    assert contents(asked) == before


def test_a_name_is_proposed_as_the_words_it_stands_in(asked: Path) -> None:
    result = run(asked, "new", "actor", input="person\nIvo Tal\ngazette-2021-03-12\n\n\n")
    assert result.exit_code == 0, result.output
    assert lines((asked / "content/actors/ivo-tal.yml").read_text(encoding="utf-8")) == [
        "kind: person",
        "names:",
        "  - id: n1",
        "    value: Ivo Tal",
        "    use: preferred",
        "    cite:",
        '      - {source: gazette-2021-03-12, exact: "Ivo Tal"}',
    ]


def test_a_source_says_what_its_copy_does_not_state(asked: Path) -> None:
    text = "Nobody knows."
    (asked / "seeds/weekly.txt").write_text(text, encoding="utf-8")
    answers = ["No end in sight", "article-magazine", "Mira Tal; Ana Reyes", "", "2021-04", "", "weekly.txt", ""]
    result = run(asked, "new", "source", input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert lines((asked / "content/sources/tal-2021-04.yml").read_text(encoding="utf-8")) == [
        "title: No end in sight",
        "type: article-magazine",
        "author:",
        "  - Mira Tal",
        "  - Ana Reyes",
        "issued: 2021-04",
        "text:",
        "  file: weekly.txt",
        f'  sha256: "{hashlib.sha256(text.encode()).hexdigest()}"',
        f"  chars: {len(text)}",
        "missing:",
        "  container-title: not in the supplied copy",
        "  URL: not in the supplied copy",
    ]
    assert not [line for line in check(asked) if "tal-2021-04" in line]


def test_a_source_whose_text_is_not_there_waits_for_it(small: Path) -> None:
    result = run(small, "new", "source", *sets("type=report", "title=Port report", "text.file=report.txt"))
    assert result.exit_code == 0, result.output
    path = small / "content/sources/port-report.yml"
    made = path.read_text(encoding="utf-8")
    assert f'sha256: "{"0" * 64}"' in made
    assert "missing:" not in made  # nobody has said so
    (small / "seeds/report.txt").write_text("A report, with no title.", encoding="utf-8")
    assert run(small, "verify", "--accept-text", "port-report").exit_code == 0
    assert "chars: 24" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [folder.removesuffix("s") for folder in KINDS])
def test_without_a_terminal_all_that_is_needed_is_named(small: Path, kind: str) -> None:
    before = contents(small)
    result = run(small, "new", kind)
    assert (result.exit_code, result.stdout) == (2, "")
    required = [
        info.alias or name
        for name, info in KINDS[f"{kind}s"].model_fields.items()
        if info.is_required() and name not in ("names", "passages", "text")
    ]
    for name in required:
        assert f"--set {name}=…" in result.stderr
    assert contents(small) == before


def test_without_a_terminal_a_record_comes_from_its_options(small: Path) -> None:
    place = sets(
        "names.value=harbour of Lumo", *CITED, "location.lat=-3.5", "location.lon=4", "location.precision=exact"
    )
    made = {
        "places/harbour-of-lumo": run(small, "new", "place", *place),
        "figures/cranes-in-lumo": run(small, "new", "figure", *sets("title=Cranes in Lumo")),
        "quotes/ivo-brandt-2021-03-13-statement": run(
            small, "new", "quote", *sets(*QUOTE, *PASSAGE, f"event={STRIKE}")
        ),
        "events/chosen": run(small, "new", "event", "--id", "chosen", *sets("title=A vote", "type=vote")),
    }
    for key, result in made.items():
        assert (result.exit_code, result.stdout) == (0, f"content/{key}.yml\n"), result.output
    assert run(small, "verify").exit_code == 0
    assert check(small) == []


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("event", ["title=A", "type=vot"], "did you mean `vote`?"),
        ("event", ["titel=A"], "`titel` is no field of events; did you mean `title`"),
        ("event", ["claims.id=c9"], "`claims.id` is no field"),
        ("event", ["title"], "`title` is no FIELD=VALUE"),
        ("event", ["title=A", "title=B"], "`title` is given twice"),
        ("event", ["title=A", "type=vote", "claims.value=2021-02-30"], "has a day 30"),
        ("event", ["title=A", "type=vote", "claims.value=2021-02-03"], "--set claims.cite.source=…"),
        ("event", ["title=A\udcff", "type=vote"], "`title` is not text"),
        ("quote", ["speaker=ivo-brant"], "there is no actor `ivo-brant`; did you mean `ivo-brandt`?"),
        ("actor", ["kind=person", "names.value=X", "names.asserted_by=outlt"], "there is no actor `outlt`"),
        ("source", ["type=report", "text.file=../mkdocs.yml"], "is not the plain name of a file"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(small: Path, kind: str, words: list[str], told: str) -> None:
    before = contents(small)
    result = run(small, "new", kind, *sets(*words))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert contents(small) == before


@pytest.mark.parametrize(
    ("id_", "told"),
    [
        ("lumo", "places/lumo is there already"),
        ("lumo-bay", "is what places/lumo was called before"),
        ("Lumo Bay", "is not an id; write it as `lumo-bay`"),
        ("../lumo", "is not an id"),
    ],
)
def test_an_id_that_leads_somewhere_is_refused(small: Path, id_: str, told: str) -> None:
    path = small / "content/places/lumo.yml"
    path.write_text(path.read_text(encoding="utf-8") + "formerly: [lumo-bay]\n", encoding="utf-8")
    before = contents(small)
    result = run(small, "new", "place", "--id", id_, *sets("names.value=X", *CITED))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert contents(small) == before


def test_an_id_that_is_proposed_is_free(small: Path) -> None:
    path = small / "content/places/lumo.yml"
    path.write_text(path.read_text(encoding="utf-8") + "formerly: [lumo-2]\n", encoding="utf-8")
    result = run(small, "new", "place", *sets("names.value=Lumo", *CITED))
    assert (result.exit_code, result.stdout) == (0, "content/places/lumo-3.yml\n")


def test_what_a_record_names_has_to_be_there_first(asked: Path) -> None:
    shutil.rmtree(asked / "content/actors")
    result = run(asked, "new", "quote", input="On the gates\n")
    assert result.exit_code == 2
    assert "first run `factsheet new actor`" in result.stderr


def test_a_record_opens_in_the_editor_and_is_looked_over(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = asked / "editor.sh"
    editor.write_text('#!/bin/sh\necho "sumary: mistyped" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    result = run(asked, "new", "figure", input="Cranes\n\n")
    assert result.exit_code == 1
    line = len((asked / "content/figures/cranes.yml").read_text(encoding="utf-8").splitlines())
    told = f"content/figures/cranes.yml:{line}:1: `sumary` is not a field here; did you mean `summary`?"
    assert told in result.stderr
    unopened = run(asked, "new", "figure", "--no-edit", input="Gates\n\n")
    assert unopened.exit_code == 0
    assert "sumary" not in (asked / "content/figures/gates.yml").read_text(encoding="utf-8")


def test_review_adds_to_a_new_record(small: Path) -> None:
    """What stands above it is not in the way of a list added below."""
    from generator.curating import review
    from generator.folders import Folders

    assert run(small, "new", "figure", *sets("title=Cranes")).exit_code == 0
    claim = {"id": "c1", "property": "sites", "value": "40", "asserted_by": "outlet", "as_of": "2021"}
    change = review.appended(Folders.below(small), "figures", "cranes", ["claims"], claim)
    assert change.after.decode().endswith(
        "title: Cranes\nclaims:\n"
        + "".join(f"  {'- ' if name == 'id' else '  '}{name}: {value}\n" for name, value in claim.items())
    )


def test_every_field_of_the_models_can_be_named() -> None:
    for folder, kind in KINDS.items():
        first = {path[0] for path in fields(folder)}
        free = {"missing", "identifiers"}
        assert {info.alias or name for name, info in kind.model_fields.items()} - free == first
