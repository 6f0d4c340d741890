"""Where a reader is: the section lit and linked, the neighbours in time or by name, the title."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import building
import pytest
from bs4 import BeautifulSoup, Tag


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    site = building.build(building.small(tmp_path_factory.mktemp("where") / "small"))
    found = site.root / "site"
    return {
        path.parent.relative_to(found).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in found.rglob("index.html")
    }


def one(page: BeautifulSoup, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, selector
    return found[0]


def records(pages: dict[str, BeautifulSoup], folder: str) -> list[str]:
    return [key for key in pages if key.startswith(f"{folder}/")]


@pytest.mark.parametrize("folder", building.KINDS)
def test_a_record_shows_the_section_it_is_in(pages: dict[str, BeautifulSoup], folder: str) -> None:
    name = one(pages[folder], "h1").get_text().removesuffix("¶").strip()
    for key in records(pages, folder):
        if pages[key].find("meta", attrs={"http-equiv": "refresh"}):
            continue
        assert one(pages[key], ".md-tabs__item--active").get_text(strip=True) == name
        assert pages[key].select(".md-path__link")[-1].get_text(strip=True) == name
        assert f" · {name} · " in one(pages[key], "head > title").get_text()


@pytest.mark.parametrize("folder", building.KINDS)
def test_neighbours_lead_through_all_records_and_back(pages: dict[str, BeautifulSoup], folder: str) -> None:
    there = [key for key in records(pages, folder) if not pages[key].find("meta", attrs={"http-equiv": "refresh"})]

    def beside(key: str, rel: str) -> str | None:
        link = pages[key].find("link", rel=rel)
        return None if link is None else Path("/", key, link["href"]).resolve().as_posix().strip("/")

    line = [key for key in there if beside(key, "prev") is None]
    assert len(line) == 1
    while (after := beside(line[-1], "next")) is not None:
        line.append(after)
    assert sorted(line) == sorted(there)
    assert [beside(key, "prev") for key in line] == [None, *line[:-1]]
    if folder in ("actors", "places"):
        names = [one(pages[key], "h1").get_text().casefold() for key in line]
        assert all(one_ <= other for one_, other in pairwise(names))
