"""The wheel: it holds the program and its templates, and builds a site from an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
SMALL = REPOSITORY / "tests" / "dossiers" / "small"
CONFIG = """site_name: Small
docs_dir: content/pages
theme: {name: material, font: false}
plugins: [search, factsheet]
markdown_extensions: [attr_list, footnotes, tables]
"""
# What the wheel needs stands in this environment, and so does this repository, as an editable install, whose
# path file or finder would provide `generator` too. So: nothing but the standard library and what is named.
LOOK = """
import sys, sysconfig
sys.path[:] = [p for p in sys.path if p != ""]
sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in repr(f).lower()]
sys.path[:] = [p for p in sys.path if p != {repository!r}]
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the repository stays as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    copy.mkdir()
    for name in ("generator", "templates"):
        shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, copy)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (made,) = (folder / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel installs."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    return target


def names(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as archive:
        yield from archive.namelist()


def test_the_wheel_holds_the_program_its_templates_and_nothing_else(wheel: Path) -> None:
    found = set(names(wheel))
    templates = {p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / "templates").rglob("*") if p.is_file()}
    modules = {p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / "generator").rglob("*.py")}
    assert {f"generator/{name}" for name in templates} | modules | {
        "generator/py.typed",
        "generator/drawing/world.json",
    } == {name for name in found if ".dist-info/" not in name}
    assert any(name.endswith("/licenses/LICENSE") for name in found)


def test_the_wheel_has_the_command_and_the_plugin(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        points = archive.read(path).decode()
    assert "factsheet = generator.cli:main" in points
    assert "factsheet = generator.plugin:FactsheetPlugin" in points


def run(installed: Path, folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code where the wheel alone provides `generator`."""
    before = f"import sys\nsys.path.insert(0, {str(installed)!r})\n" + LOOK.format(repository=str(REPOSITORY))
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-I", "-c", before + code], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )


def test_an_installed_wheel_builds_a_dossier_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(SMALL, folder)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    where = run(installed, folder, "import generator\nprint(generator.__file__)")
    assert where.stdout.strip() == str(installed / "generator" / "__init__.py"), where.stderr
    build = run(installed, folder, "from mkdocs.__main__ import cli\ncli(['build', '--strict', '--quiet'])")
    assert build.returncode == 0, build.stderr
    page = (folder / "site/events/2021-03-12-lumo-harbour-strike/index.html").read_text(encoding="utf-8")
    assert 'data-claim="events/2021-03-12-lumo-harbour-strike#c4"' in page
    assert (folder / "site/assets/factsheet.css").is_file()
    assert 'href="../../assets/factsheet.css"' in page


def test_an_installed_wheel_checks_a_dossier(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(SMALL, folder)
    check = run(installed, folder, "from generator.cli import main\nmain(['check'])")
    assert check.returncode == 0, check.stderr
    render = run(installed, folder, "from generator.cli import main\nmain(['render', 'out'])")
    assert render.returncode == 0, render.stderr
    assert (folder / "out/timeline.md").is_file()


def test_the_installed_templates_are_those_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "from generator.rendering.environment import packaged\nprint(packaged())"
    found = run(installed, tmp_path, code)
    assert found.stdout.strip() == str(installed / "generator" / "templates"), found.stderr


def test_an_installed_wheel_starts_a_dossier(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "from generator.cli import main\nmain(['init', 'new'])")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "new/.github/workflows/check.yml").is_file()
    assert (tmp_path / "new/.vscode/factsheet.code-snippets").is_file()
    check = run(installed, tmp_path / "new", "from generator.cli import main\nmain(['check'])")
    assert check.returncode == 0, check.stderr
