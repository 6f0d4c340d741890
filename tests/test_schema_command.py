"""`factsheet schema` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.curating import schemas


def test_it_writes_a_schema_for_each_kind_and_check_is_content(small: Path) -> None:
    before = CliRunner().invoke(main, ["--dossier", str(small), "check"])
    result = CliRunner().invoke(main, ["--dossier", str(small), "schema"])
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    folder = small / "content" / "schemas"
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == schemas.written()
    after = CliRunner().invoke(main, ["--dossier", str(small), "check"])
    assert (after.exit_code, after.output) == (before.exit_code, before.output)


def test_again_it_puts_in_order_what_was_changed(small: Path) -> None:
    folder = small / "content" / "schemas"
    folder.mkdir()
    (folder / "event.json").write_text("{}", encoding="utf-8")
    (folder / "mine.json").write_text("{}", encoding="utf-8")
    assert CliRunner().invoke(main, ["--dossier", str(small), "schema"]).exit_code == 0
    assert (folder / "event.json").read_text("utf-8") == schemas.written()["event.json"]
    assert (folder / "mine.json").read_text("utf-8") == "{}"


def test_a_folder_that_cannot_be_written_is_misuse(small: Path) -> None:
    (small / "content" / "schemas").write_text("a file", encoding="utf-8")
    result = CliRunner().invoke(main, ["--dossier", str(small), "schema"])
    assert result.exit_code == 2
    assert "schemas" in result.output
    assert "Traceback" not in result.output


def test_without_a_dossier_it_is_misuse(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--dossier", str(tmp_path), "schema"])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_with_ids_an_editor_proposes_those_there_are(small: Path) -> None:
    assert CliRunner().invoke(main, ["--dossier", str(small), "schema", "--ids"]).exit_code == 0
    event = json.loads((small / "content" / "schemas" / "event.json").read_text("utf-8"))
    asserted_by = event["properties"]["claims"]["items"]["properties"]["asserted_by"]
    actors = sorted(path.stem for path in (small / "content" / "actors").iterdir())
    assert [one["body"] for one in asserted_by["defaultSnippets"]] == actors
    assert "defaultSnippets" not in json.dumps(schemas.schema("events"))
