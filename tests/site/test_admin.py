"""The editing page: off unless asked for, with a form for every field, and asking nobody but the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import building
import pytest
from mkdocs.exceptions import Abort, PluginError

from generator.exports.admin import config
from generator.folders import Folders
from generator.model.fields import fields
from generator.model.records import KINDS
from generator.site import editing

ON = "  - factsheet: {admin: vendor/cms}"


def switched_on(root: Path, repository: str = "") -> Path:
    """The small dossier with the page switched on, and something in the place of its program."""
    building.small(root)
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("\n  - factsheet\n") == 1
    text = text.replace("\n  - factsheet\n", f"\n{ON}\n")
    path.write_text(re.sub(r"^repo_url: .*$", f'repo_url: "{repository}"', text, flags=re.MULTILINE), encoding="utf-8")
    (root / "vendor/cms/assets").mkdir(parents=True)
    for name in ("index.js", "index.js.map", "assets/font.woff2"):
        (root / "vendor/cms" / name).write_bytes(b"\xff not text")
    return root


def test_it_is_off_unless_asked_for(small_site: building.Site) -> None:
    assert not (small_site.folder / "admin").exists()


def test_it_is_our_frame_around_the_program_that_is_named(tmp_path: Path) -> None:
    site = building.build(switched_on(tmp_path / "dossier"), strict=True)
    made = building.files(site.folder / "admin")
    assert set(made) == {"index.html", "start.js", "config.yml", "cms/index.js", "cms/assets/font.woff2"}
    assert made["cms/assets/font.woff2"] == b"\xff not text"
    page = made["index.html"].decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    hosts = {word for word in policy.replace(";", " ").split() if word.startswith("http")}
    assert hosts == {"https://api.github.com"}
    assert "default-src 'self'" in policy
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=", page)


def test_it_edits_the_repository_of_the_site(tmp_path: Path) -> None:
    root = switched_on(tmp_path / "dossier", "https://github.com/lumo/harbour")
    made = json.loads(building.files(building.build(root).folder)["admin/config.yml"])
    assert made["backend"] == {"name": "github", "repo": "lumo/harbour", "branch": "main"}
    assert [one["folder"] for one in made["collections"]] == [f"content/{folder}" for folder in KINDS]


def said(root: Path, edit_uri: str) -> SimpleNamespace:
    """What a site's mkdocs.yml says of where it is kept."""
    return SimpleNamespace(repo_url="https://github.com/o/r", edit_uri=edit_uri, docs_dir=str(root / "content/pages"))


@pytest.mark.parametrize(
    ("edit_uri", "git", "branch", "folder"),
    [
        ("edit/main/content/pages/", "dossier", "main", "content"),
        ("edit/fix/dates/content/pages/", "dossier", "fix/dates", "content"),
        ("edit/a%23b/content/pages", "", "a#b", "content"),
        ("edit/main/dossier/content/pages/", ".", "main", "dossier/content"),
        ("edit/fix/dates/dossier/content/pages/", ".", "fix/dates", "dossier/content"),
    ],
)
def test_it_saves_to_the_branch_and_the_folder_of_the_site(
    tmp_path: Path, edit_uri: str, git: str, branch: str, folder: str
) -> None:
    root = tmp_path / "dossier"
    (root / "content/pages").mkdir(parents=True)
    (root / "cms").mkdir()
    (root / "cms/index.js").write_bytes(b"")
    if git:
        (tmp_path / git / ".git").mkdir()
    made = editing.files(Folders.below(root), "cms", said(root, edit_uri))
    told = json.loads(made["admin/config.yml"])
    assert told["backend"]["branch"] == branch
    assert told["collections"][0]["folder"] == f"{folder}/sources"


@pytest.mark.parametrize("edit_uri", ["", "edit/master/docs/", "blob/main/content/pages/", "edit/content/pages/"])
def test_a_branch_that_is_not_named_is_not_guessed(tmp_path: Path, edit_uri: str) -> None:
    (tmp_path / "cms").mkdir()
    (tmp_path / "cms/index.js").write_bytes(b"")
    with pytest.raises(editing.EditingError, match="write it like `edit/main/content/pages/`"):
        editing.files(Folders.below(tmp_path), "cms", said(tmp_path, edit_uri))


@pytest.mark.parametrize(
    ("repository", "program", "told"),
    [
        ("", False, "there is no index.js in that folder"),
        ("https://forge.example/lumo/harbour", True, "knows repositories on github.com"),
    ],
)
def test_where_it_cannot_be_made_the_build_says_why(tmp_path: Path, repository: str, program: bool, told: str) -> None:
    root = switched_on(tmp_path / "dossier", repository)
    if not program:
        (root / "vendor/cms/index.js").unlink()
    with pytest.raises(Abort) as raised:
        building.build(root)
    assert isinstance(raised.value.__context__, PluginError)
    assert str(raised.value.__context__).startswith("mkdocs.yml: ")
    assert told in str(raised.value.__context__)


def forms(form: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every field of a form that holds a value."""
    for one in form["fields"]:
        here = (*path, one["name"])
        if "fields" in one:
            yield from forms(one, here)
        else:
            yield here, one


def test_there_is_a_form_for_every_field_of_the_models() -> None:
    made = json.loads(config("content", "lumo/harbour", "main"))
    for collection in made["collections"]:
        known, found = fields(collection["name"]), dict(forms(collection))
        assert set(known) == {path for path, one in found.items() if one["widget"] != "keyvalue"}
        for path, one in known.items():
            form = found[path]
            assert form["required"] == one.needed
            if one.choices:
                assert form["options"] == list(one.choices)
            # Anything but text could turn `2,500` or `2024-01` into something else.
            assert form["widget"] in ("string", "text", "select", "relation", "list")
