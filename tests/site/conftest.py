"""The sites that many tests look at, each built once."""

from __future__ import annotations

from collections.abc import Iterator

import building
import pytest

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


@pytest.fixture(scope="session", params=["small", "real"])
def site(request: pytest.FixtureRequest) -> building.Site:
    """One built site after the other."""
    found: building.Site = request.getfixturevalue(f"{request.param}_site")
    return found
