"""What mkdocs.yml says of a dossier, read without MkDocs and as MkDocs reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator import settings
from generator.folders import Folders
from generator.plugin import FactsheetPlugin

Write = Callable[[dict[str, str]], Path]

HEAD = "site_name: Harbour\ndocs_dir: content/pages\ntheme: {name: material, font: false}\n"


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, factsheet]\n",
        "plugins:\n  - search\n  - factsheet:\n      content_dir: records\n      quotation_budget: 90\n",
        "plugins:\n  factsheet:\n    seeds_dir: texts\n    templates_dir: looks\n",
    ],
)
def test_the_commands_and_mkdocs_agree(write: Write, plugins: str) -> None:
    root = write({"mkdocs.yml": HEAD + plugins, "content/pages/index.md": "# Harbour\n"})
    config = load_config(str(root / "mkdocs.yml"))
    mkdocs = config.plugins["factsheet"]
    assert isinstance(mkdocs, FactsheetPlugin)
    mkdocs.on_config(config)
    assert settings.read(root) == (mkdocs.folders, mkdocs.config.quotation_budget)


def test_without_the_file_everything_lies_where_it_usually_does(tmp_path: Path) -> None:
    assert settings.read(tmp_path)[0] == Folders.below(tmp_path)


def test_tags_run_nothing(write: Write) -> None:
    root = write({"mkdocs.yml": HEAD + "x: !!python/object/apply:os.mkdir [ran]\nplugins: [factsheet]\n"})
    assert settings.read(root)[0] == Folders.below(root)
    assert not (root / "ran").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plugins:\n  - factsheet:\n      content_dir: [a]\n", "content_dir"),
        ("plugins:\n  - factsheet:\n      seeds_dir:\n", "seeds_dir"),
        ("plugins:\n  - factsheet:\n      quotation_budget: many\n", "quotation_budget is `many`"),
        ("plugins: [\n", "mkdocs.yml:2:1: cannot be read as YAML"),
        ("- a\n", "is not a record"),
    ],
)
def test_what_cannot_be_read_is_told(write: Write, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"mkdocs\.yml") as error:
        settings.read(write({"mkdocs.yml": text}))
    assert told in str(error.value)


def test_an_option_that_is_no_folder_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('plugins:\n  - factsheet:\n      editor: ""\n', encoding="utf-8")
    settings.read(tmp_path)
