"""A new dossier: it is checked, verified, built and reviewed as it comes, and nothing is written where it cannot be."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest
import repositories
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import __version__
from generator.cli import main
from generator.curating import saving, starting

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = ("actors", "decisions", "events", "places", "quotes", "sources")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def built(root: Path, site: Path) -> Path:
    mkdocs_build(load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(site)))
    return site


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """A dossier as it comes, with the example."""
    root = tmp_path / "valley-watch"
    assert run("init", str(root)).exit_code == 0
    return root


def test_a_new_dossier_holds_from_the_first_minute(started: Path) -> None:
    before = contents(started)
    check = run("--dossier", str(started), "check")
    assert check.exit_code == 0, check.stdout
    verify = run("--dossier", str(started), "verify")
    assert (verify.exit_code, verify.stderr) == (0, "11 of 11 citations are in the lock\n")
    assert run("--dossier", str(started), "extract").exit_code == 0
    assert contents(started) == before


def test_a_new_dossier_has_a_few_candidates_to_review(started: Path) -> None:
    review = run("--dossier", str(started), "review", "--list")
    assert review.exit_code == 1
    kinds = [line.split()[1] for line in review.stdout.splitlines()]
    assert sorted(kinds) == ["name", "name", "quote"]


def test_a_new_dossier_builds_strictly_and_shows_what_is_disputed(started: Path, tmp_path: Path) -> None:
    site = built(started, tmp_path / "site")
    (event,) = (site / "events").glob("*/index.html")
    page = BeautifulSoup(event.read_text(encoding="utf-8"), "html.parser")
    assert {"c4", "c5"} <= {str(found["data-claim"]).partition("#")[2] for found in page.select("[data-disputed]")}
    assert list((site / "quotes").glob("*/index.html"))


def test_without_the_example_there_is_nothing_to_delete(tmp_path: Path) -> None:
    root = tmp_path / "bare"
    assert run("init", str(root), "--empty", "--title", "Bare").exit_code == 0
    made = set(contents(root))
    needed = {"mkdocs.yml", "README.md", ".gitignore", ".github/workflows/pages.yml", "content/pages/index.md"}
    assert needed | {".vscode/extensions.json", ".vscode/factsheet.code-snippets"} <= made
    assert not [name for name in made if name.startswith(("seeds/", *(f"content/{folder}/" for folder in EXAMPLE)))]
    assert "example" not in (root / "content/pages/index.md").read_text(encoding="utf-8")
    check = run("--dossier", str(root), "check")
    assert (check.exit_code, check.stdout) == (0, "")
    built(root, tmp_path / "site")


def test_without_the_example_is_what_is_left_when_it_is_deleted(started: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    run("init", str(bare), "--empty", "--title", "Valley watch")
    kept = {
        name: data
        for name, data in contents(started).items()
        if not name.startswith(("seeds/", *(f"content/{folder}/" for folder in EXAMPLE)))
    }
    index, bare_index = kept.pop("content/pages/index.md").decode(), contents(bare)["content/pages/index.md"].decode()
    start = index.index("**What is here so far is an example")
    assert index[:start] + index[index.index("\n\n", start) + 2 :] == bare_index
    del kept[".gitignore"]
    assert {**contents(bare), **kept} == contents(bare)


def test_it_says_which_commands_come_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "my dossier").stdout.splitlines() == ["cd 'my dossier'", "mkdocs serve", "factsheet review"]
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("init", ".", "--empty").stdout.splitlines() == ["mkdocs serve", "factsheet add-source FILE"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (None, "Valley watch"),
        ("  Prices\nin   2024 ", "Prices in 2024"),
        (
            "Ports: *who* `pays` [what] & <b>why</b> {: .x } # 1_2_",
            "Ports: *who* `pays` [what] & <b>why</b> {: .x } # 1_2_",
        ),
        ("@FACTSHEET@ \\ 'x' \"y\"", "@FACTSHEET@ \\ 'x' \"y\""),
        ("- no", "- no"),
        ("أسعار القمح", "أسعار القمح"),
    ],
)
def test_the_title_is_shown_as_it_was_given(tmp_path: Path, title: str | None, heading: str) -> None:
    root = tmp_path / "valley-watch"
    assert run("init", str(root), "--empty", *([] if title is None else ["--title", title])).exit_code == 0
    page = BeautifulSoup((built(root, tmp_path / "site") / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.h1 is not None
    assert page.title is not None
    link = page.h1.select_one("a.headerlink")
    assert link is not None
    link.extract()
    assert page.h1.get_text() == heading
    assert heading in page.title.get_text()


@pytest.mark.parametrize("title", ["", "  ", "a\x1b[2Jb", "x" * 201, "half \udcff"])
def test_a_title_that_is_none_is_refused(tmp_path: Path, title: str) -> None:
    result = run("init", str(tmp_path / "new"), "--title", title)
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "content").mkdir()
    before = contents(tmp_path)
    result = run("init", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "it has content, notes.txt" in result.stderr
    assert contents(tmp_path) == before


def test_a_repository_and_an_environment_are_not_in_the_way(tmp_path: Path) -> None:
    for name in (".git/HEAD", ".venv/pyvenv.cfg"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert run("init", str(tmp_path)).exit_code == 0
    assert run("--dossier", str(tmp_path), "check").exit_code == 0


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    for path, told in ((tmp_path / "taken", "is a file"), (tmp_path / "taken" / "new", "nothing was written")):
        result = run("init", str(path))
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr
    assert contents(tmp_path) == {"taken": b"mine"}


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = saving.save

    def full(path: Path, data: bytes, home: Path) -> None:
        if path.name == "mkdocs.yml":
            raise OSError(28, "No space left on device", str(path))
        real(path, data, home)

    made = starting.files("Full", "x", "2026-01-02", example=True)
    monkeypatch.setattr(saving, "save", full)
    with pytest.raises(OSError, match="No space left"):
        starting.save(tmp_path / "a" / "b", made)
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_dated_by_the_day_it_is_made() -> None:
    made = starting.files("Dated", "x", "2026-01-02", example=True)
    entries = [json.loads(line) for line in made["seeds/evidence.lock"].decode().splitlines()]
    assert {entry["date"] for entry in entries} == {"2026-01-02"}


@pytest.mark.parametrize(
    ("origin", "written"),
    [
        (
            {"url": "https://host.example/f.git", "vcs_info": {"vcs": "git", "commit_id": "1a2b"}},
            "factsheet @ git+https://host.example/f.git@1a2b",
        ),
        ({"url": "https://host.example/f-1.whl", "archive_info": {}}, "factsheet @ https://host.example/f-1.whl"),
        ({"url": "file:///somewhere/f", "vcs_info": {"vcs": "git", "commit_id": "1a2b"}}, None),
        ({"url": "file:///somewhere/f", "dir_info": {"editable": True}}, None),
        (None, None),
    ],
)
def test_the_requirement_is_where_this_program_came_from(
    monkeypatch: pytest.MonkeyPatch, origin: Mapping[str, object] | None, written: str | None
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return None if origin is None else json.dumps(origin)

    monkeypatch.setattr(metadata, "distribution", lambda name: Installed())
    said = starting.requirement()
    assert "somewhere" not in said
    if written is None:
        # Never a bare name: whoever took it on an index first would be installed.
        lines = [line for line in said.splitlines() if not line.startswith("#")]
        assert lines == [f"./wheels/factsheet-{__version__}-py3-none-any.whl"]
    else:
        assert said == written


def test_a_requirement_can_be_named(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--empty", "--from", "factsheet @ https://host.example/f.whl")
    text = (tmp_path / "new/requirements.txt").read_text(encoding="utf-8")
    assert text.splitlines()[-1] == "factsheet @ https://host.example/f.whl"


def test_the_workflows_use_the_actions_that_this_repository_uses(started: Path) -> None:
    """And no more rights: what is pinned here is kept up to date here."""

    def used(folder: Path) -> set[str]:
        texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.yml")]
        return {action for text in texts for action in re.findall(r"uses: (\S+)", text)}

    flows = started / ".github/workflows"
    assert used(flows) <= used(REPOSITORY / ".github/workflows")
    for path in flows.glob("*.yml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_git_takes_the_example_text_and_no_other(started: Path) -> None:
    (started / "seeds/somebodys.txt").write_text("theirs", encoding="utf-8")
    git = ["git", "-C", str(started)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    listed = subprocess.run(
        [*git, "ls-files", "--others", "--exclude-standard"], check=True, capture_output=True, text=True
    ).stdout.split()
    texts = [name for name in listed if name.endswith(".txt") and name.startswith("seeds/")]
    assert texts == ["seeds/lind-2024-05-07.txt"]
    assert set(listed) == set(contents(started)) - {n for n in contents(started) if n.startswith(".git/")} - {
        "seeds/somebodys.txt"
    }


@repositories.NEEDED
def test_git_changes_no_line_end_of_a_text(started: Path, tmp_path: Path) -> None:
    """On Windows it writes carriage returns into what it takes for text."""
    repositories.commit(started)
    there = tmp_path / "there"
    repositories.git(started, "-c", "core.autocrlf=true", "clone", "--quiet", str(started), str(there))
    assert b"\r\n" in (there / "mkdocs.yml").read_bytes()
    check = run("--dossier", str(there), "check")
    assert check.exit_code == 0, check.stdout
