"""Dossiers for the tests: written from a table of files, or the small complete one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does, and is no property of the program.
settings.register_profile("factsheet", deadline=None)
settings.load_profile("factsheet")

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


# Where everything that the tests need is said to be there, a test that skips has failed.

_SKIP_IS_FAILURE = bool(os.environ.get("FACTSHEET_SKIP_IS_FAILURE"))


def _failed_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if _SKIP_IS_FAILURE and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        why = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"FACTSHEET_SKIP_IS_FAILURE is set, and this was skipped: {why}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a skipped test a failed one, where that is asked for."""
    report = yield
    _failed_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Make a skipped module a failed one, where that is asked for."""
    report = yield
    _failed_if_skipped(report)
    return report
