"""What was extracted, on the pages: marked as reviewed by nobody, every mention leading to its words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import building
import pytest
import yaml
from building import Site

from generator.build import build as build_dossier
from generator.folders import Folders
from generator.rendering.addresses import Addresses

SECTIONS = {"extracted", "found-names", "mentions"}


@pytest.fixture(params=["small", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """The sites of dossiers that something was extracted for."""
    found: Site = request.getfixturevalue(f"{request.param}_site")
    return found


def test_every_mention_leads_to_its_words_on_the_sources_page(site: Site) -> None:
    links = [
        (address, link)
        for address, article in site.articles.items()
        if address.startswith(("actors/", "places/"))
        for link in article.select(".fs-mentions a[href*='#']")
    ]
    assert links
    lost = []
    for address, link in links:
        page, id_ = site.resolve(address, str(link["href"]))
        if not page.startswith("sources/") or site.ids[page].count(id_) != 1:
            lost.append((address, link["href"]))
    assert lost == []


def test_every_name_that_was_found_is_mentioned(site: Site) -> None:
    """The mentions of all pages together are the names with a record, less those in furniture and repetitions."""
    wanted: set[tuple[str, str]] = set()
    for path in (site.root / "seeds/extracted").glob("*.yml"):
        source = next(source for source in site.dossier["sources"] if source["id"] == path.stem)
        record = yaml.safe_load((site.root / f"content/sources/{path.stem}.yml").read_text("utf-8"))
        apart = [(b["start"], b["end"]) for b in record.get("blocks", ()) if b["kind"] in ("duplicate", "furniture")]
        found = yaml.safe_load(path.read_text("utf-8"))
        assert found["sha256"] == source["text"]["sha256"]
        for one in found["candidates"]:
            inside = any(start < one["end"] and one["start"] < end for start, end in apart)
            if one["kind"] == "name" and "record" in one and not inside:
                wanted.add((f"sources/{path.stem}/", f"span-{one['start']}-{one['end']}"))
    assert wanted
    shown: set[tuple[str, str]] = set()
    for address, article in site.articles.items():
        here = [site.resolve(address, str(link["href"])) for link in article.select(".fs-mentions a[href*='#']")]
        assert len(here) == len(set(here)), address
        shown |= set(here)
    assert shown == wanted


def test_sections_of_what_was_extracted_are_ours_and_not_found_by_search(site: Site) -> None:
    seen = set()
    for address, page in site.pages.items():
        for heading in page.select("h2[id]"):
            if heading["id"] in SECTIONS:
                seen.add((str(heading["id"]), address.split("/")[0]))
                (body,) = page.select(f".fs-{heading['id']}")
                assert heading.has_attr("data-own")
                assert all(
                    child.has_attr("data-own") or child.select("[data-own]") for child in body.find_all(recursive=False)
                )
    assert {name for name, _ in seen} == SECTIONS
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    assert [d["location"] for d in index["docs"] if d["location"].partition("#")[2] in SECTIONS] == []
    assert not any("extracted, not reviewed" in entry["text"] for entry in index["docs"])


def test_open_candidates_say_that_nobody_reviewed_them(small_site: Site) -> None:
    (item,) = small_site["sources/gazette-2021-03-12/"].select(".fs-extracted li")
    said = building.words(item.get_text())
    assert said == "date Friday 12 March 2021 rule weekday, 85%, characters 376 to 382 · extracted, not reviewed"
    assert item["id"] == "span-376-382"


def test_more_than_twenty_open_candidates_are_folded_away(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    path = root / "seeds/extracted/gazette-2021-03-12.yml"
    lines = [
        f"  - {{kind: date, start: {at}, end: {at + 1}, exact: d{at}, rule: test, confidence: 9}}\n" for at in range(20)
    ]
    path.write_text(path.read_text("utf-8") + "".join(lines), encoding="utf-8")
    page = building.build(root)["sources/gazette-2021-03-12/"]
    (folded,) = page.select(".fs-extracted details")
    assert len(folded.select("li")) == 21
    assert folded.find("summary") is not None
    assert not folded.has_attr("open")


def test_without_extraction_the_pages_are_as_they_were(small: Path) -> None:
    def sections(root: Path) -> dict[str, list[tuple[str, str]]]:
        site = build_dossier(Folders.below(root), Addresses())
        assert site.sound
        return {p.key: [(s.id, s.html) for s in p.sections] for p in site.pages if p.key != "coverage"}

    with_them = sections(small)
    shutil.rmtree(small / "seeds/extracted")
    without = sections(small)
    names = {name for page in with_them.values() for name, _ in page}
    assert names >= SECTIONS
    assert not SECTIONS & {name for page in without.values() for name, _ in page}
    assert {key: [s for s in page if s[0] not in SECTIONS] for key, page in with_them.items()} == without
