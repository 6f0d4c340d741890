"""Dossiers for the tests: written from a table of files, or the small complete one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

DOSSIERS = Path(__file__).parent / "dossiers"

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files, by their path, below a fresh folder; their text byte for byte. Return the folder."""

    def written(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return written


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small dossier that a test may change."""
    return Path(shutil.copytree(DOSSIERS / "small", tmp_path / "small"))
