"""Writing files: whole or not at all, as they were, and never out of the folder they belong to."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.curating import saving
from generator.folders import Folders

SMALL = Path(__file__).parents[1] / "dossiers" / "small"
ARTICLE = "Port reopens\n\nThe port of Lumo reopened on Monday, its master said.\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes and links are those of POSIX")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "dossier"))


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--dossier", str(root), *words], catch_exceptions=False)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_mode_its_person_asks_for(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        saving.save(tmp_path / "a/b.yml", b"new", tmp_path)
    finally:
        os.umask(before)
    assert mode(tmp_path / "a/b.yml") == 0o666 & ~umask


@pytest.mark.parametrize("was", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, was: int) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    path.chmod(was)
    saving.save(path, b"new", tmp_path)
    assert (path.read_bytes(), mode(path)) == (b"new", was)


def test_a_link_within_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.yml").write_bytes(b"old")
    (tmp_path / "linked").symlink_to("real")
    (tmp_path / "a.yml").symlink_to("linked/a.yml")
    saving.save(tmp_path / "a.yml", b"new", tmp_path)
    assert (tmp_path / "a.yml").is_symlink()
    assert (tmp_path / "real/a.yml").read_bytes() == b"new"
    assert sorted(path.name for path in (tmp_path / "real").iterdir()) == ["a.yml"]


@pytest.mark.parametrize("to", ["../elsewhere", "../elsewhere/a.yml", "../elsewhere/new.yml"])
def test_nothing_is_written_over_a_link_out(tmp_path: Path, to: str) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yml").write_bytes(b"theirs")
    link = tmp_path / "home/link"
    link.symlink_to(to)
    path = link / "a.yml" if to == "../elsewhere" else link
    with pytest.raises(PermissionError, match="a link leads out of the folder"):
        saving.save(path, b"new", tmp_path / "home")
    assert [p.name for p in (tmp_path / "elsewhere").iterdir()] == ["a.yml"]
    assert (tmp_path / "elsewhere/a.yml").read_bytes() == b"theirs"


def test_a_folder_that_mkdocs_yml_puts_elsewhere_is_written_to(tmp_path: Path) -> None:
    root = tmp_path / "site"
    folders = Folders(root, root / "../facts", root / "texts", root / "templates")
    assert saving.bounds(folders, folders.content / "events/a.yml") == folders.content
    assert saving.bounds(folders, folders.seeds / "evidence.lock") == root
    assert saving.bounds(folders, folders.content.resolve() / "a.yml") == root


@pytest.mark.parametrize(
    ("linked", "words"),
    [
        ("seeds", ("verify",)),
        ("seeds", ("extract",)),
        ("seeds/extracted", ("extract",)),
        ("seeds/extracted", ("add-source", "article.txt")),
        ("content/sources", ("add-source", "article.txt")),
        ("content/schemas", ("schema",)),
        ("content/figures", ("new", "figure", "--set", "title=Boats", "--id", "boats", "--no-edit")),
    ],
)
def test_a_command_refuses_a_folder_that_is_a_link_out(
    root: Path, monkeypatch: pytest.MonkeyPatch, linked: str, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(root.parent)
    (root.parent / "article.txt").write_text(ARTICLE, encoding="utf-8")
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    if (root / linked).is_dir():
        shutil.copytree(root / linked, elsewhere, dirs_exist_ok=True)
        shutil.rmtree(root / linked)
    (root / linked).parent.mkdir(exist_ok=True)
    (root / linked).symlink_to(elsewhere)
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    result = run(root, *words)
    assert result.exit_code == 2, result.output
    assert "a link leads out of the folder this would be written to" in result.stderr
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == before


def test_what_is_rendered_does_not_leave_its_folder(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    out = root.parent / "out"
    out.mkdir()
    (out / "data").symlink_to(root.parent / "elsewhere")
    assert run(root, "render", str(out)).exit_code == 2
    assert not list((root.parent / "elsewhere").iterdir())
