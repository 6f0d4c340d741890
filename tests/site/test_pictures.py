"""Pictures on the pages: what the dossier has is drawn once and told in words, and the SVG is sound."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

import building
import pytest

SVG = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module", params=["small", "real", "extreme"])
def site(request: pytest.FixtureRequest) -> building.Site:
    found: building.Site = request.getfixturevalue(f"{request.param}_site")
    return found


def drawings(site: building.Site) -> list[tuple[str, str]]:
    """Every outermost picture of the dossier's pages, as written."""
    return [
        (address, str(svg))
        for address, article in site.articles.items()
        for svg in article.select(".fs svg, svg.fs-strip, svg.fs-graph, svg.fs-map__frame")
        if svg.find_parent("svg") is None
    ]


def claims(site: building.Site, record: str, *properties: str) -> list[str]:
    return [c["id"] for c in site.dossier["claims"] if c["subject"] == record and c["property"] in properties]


def test_every_picture_is_well_formed(site: building.Site) -> None:
    found = drawings(site)
    assert found
    for address, svg in found:
        assert ET.fromstring(f'<g xmlns="{SVG}">{svg}</g>') is not None, address


def test_what_opens_is_closed(site: building.Site) -> None:
    """As written: a parser of HTML closes by itself what is left open."""
    for address in site.pages:
        text = (
            site.folder / address / "index.html" if not address.endswith(".html") else site.folder / address
        ).read_text("utf-8")
        for tag in ("g", "a", "svg"):
            assert len(re.findall(rf"<{tag}[ >]", text)) == text.count(f"</{tag}>"), (address, tag)


def test_no_picture_asks_anybody_for_anything(site: building.Site) -> None:
    for address, article in site.articles.items():
        for svg in article.select("svg"):
            assert not svg.select("image, use, script, style, foreignobject, animate, set"), address
            assert not [e for e in svg.select("*") if e.has_attr("style") or e.has_attr("xlink:href")], address


@pytest.mark.parametrize("address", ["", "timeline/"])
def test_each_event_has_its_line_in_the_timeline(site: building.Site, address: str) -> None:
    if address not in site.articles:  # a home page need not ask for the glance
        return
    picture = site.articles[address].select_one("figure.fs-picture")
    assert picture is not None
    lines = picture.select(".fs-time__row .fs-time__words > a")
    there = Counter(site.resolve(address, str(a["href"]))[0].strip("/") for a in lines)
    events = {f"events/{event['id']}" for event in site.dossier["events"]}
    dated = {c["subject"] for c in site.dossier["claims"] if c["property"] == "occurred" and c["rank"] != "deprecated"}
    assert there == Counter(events & dated)
    below = {site.resolve(address, str(a["href"]))[0].strip("/") for a in picture.select("figcaption a, p a")}
    assert events - dated <= below, "what has no date is named under the picture"


def test_each_date_of_an_event_is_drawn(site: building.Site) -> None:
    picture = site.articles["timeline/"].select_one("figure.fs-picture")
    assert picture is not None
    for event in site.dossier["events"]:
        dated = {c["value"]["text"]: c["id"] for c in site.dossier["claims"] if c["subject"] == f"events/{event['id']}"
                 and c["property"] == "occurred" and c["rank"] != "deprecated"}  # fmt: skip
        ids = claims(site, f"events/{event['id']}", "occurred")
        drawn = [e for e in picture.select("a.fs-shape") if e["data-claim"] in ids]
        assert len(drawn) == len(dated)


def test_each_place_is_in_the_list_of_the_map(site: building.Site) -> None:
    there = [site.resolve("map/", str(a["href"]))[0] for a in site.articles["map/"].select(".fs-about > li > a")]
    listed = Counter(path.strip("/") for path in there if path.startswith("places/"))
    assert listed == Counter(f"places/{place['id']}" for place in site.dossier["places"])


def test_the_map_credits_its_outlines(site: building.Site) -> None:
    for article in site.articles.values():
        for figure in article.select("figure.fs-map"):
            assert "Natural Earth" in figure.get_text()


def test_each_number_of_a_figure_has_its_row_and_its_sign(site: building.Site) -> None:
    for figure in site.dossier["figures"]:
        article = site.articles[f"figures/{figure['id']}/"]
        numbers = [c for c in site.dossier["claims"] if c["subject"] == f"figures/{figure['id']}"]
        rows = Counter(str(row["data-claim"]) for row in article.select(".fs-chart tbody tr"))
        assert rows == Counter(c["id"] for c in numbers)
        signs = Counter(str(sign["data-claim"]) for sign in article.select(".fs-chart a.fs-shape"))
        assert signs == Counter(c["id"] for c in numbers if c["value"].get("qualifier") not in (None, "vague"))


def test_what_is_disputed_is_marked_in_pictures_too(site: building.Site) -> None:
    for address, article in site.articles.items():
        for shape in article.select("a.fs-shape, .fs-chart tbody tr"):
            assert shape.has_attr("data-disputed") == (shape["data-claim"] in site.disputed), address


def test_a_shape_has_words_for_those_who_do_not_see_it(site: building.Site) -> None:
    for address, article in site.articles.items():
        for link in article.select("svg a"):
            told = link.select_one("title") or link.select_one("text")
            assert told is not None, address
            assert told.get_text().strip(), address


def test_relations_are_drawn_and_listed(real_site: building.Site) -> None:
    for address, article in real_site.articles.items():
        if not address.startswith("actors/") or address == "actors/":
            continue
        wide, narrow = article.select("svg.fs-graph--wide a.fs-node"), article.select("svg.fs-graph--narrow a.fs-node")
        listed = article.select(".fs-relations .fs-behind > ul > li")
        assert bool(wide) == bool(listed), address
        assert len(wide) == len(narrow) <= len(listed)


def test_a_page_with_a_map_stays_light(real_site: building.Site) -> None:
    for address, article in real_site.articles.items():
        paths = "".join(str(path["d"]) for path in article.select("path.fs-land, path.fs-shaded"))
        assert len(paths) <= 15_000, address
