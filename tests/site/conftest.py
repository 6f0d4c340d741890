"""The sites that many tests look at, each built once."""

from __future__ import annotations

from collections.abc import Iterator

import building
import pytest
from browsing import CHROMIUM, OPTIONS
from playwright.sync_api import Browser, sync_playwright

# The program of the editing page is not ours and not in this repository: `npm install --no-save @sveltia/cms` adds it,
# and with it these tests.
collect_ignore = [] if building.CMS.is_dir() else ["test_saving_online.py"]


@pytest.fixture(scope="session", autouse=True)
def _surroundings() -> Iterator[None]:
    """The same surroundings for every build: no repository, one date, no notice about MkDocs 2."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        for name in ("FACTSHEET_REPO_URL", "FACTSHEET_SITE_URL"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The small dossier, built with its texts."""
    return building.build(building.small(tmp_path_factory.mktemp("small") / "dossier"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The dossier of this repository, built with what texts there are."""
    return building.build(building.real(tmp_path_factory.mktemp("real") / "dossier"))


@pytest.fixture(scope="session")
def extreme_site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The dossier of extremes: very much, very little, very long, right to left, hostile."""
    return building.build(building.small(tmp_path_factory.mktemp("extreme") / "dossier", of="extreme"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser of the machine's own, or a skipped test."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium, chromium-browser or google-chrome here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["small", "real", "extreme"])
def site(request: pytest.FixtureRequest) -> building.Site:
    """One built site after the other."""
    found: building.Site = request.getfixturevalue(f"{request.param}_site")
    return found
