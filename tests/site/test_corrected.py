"""A dossier with a past: what was corrected is struck and told, and each fact says when it came and changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import building
import pytest
from repositories import NEEDED, commit

pytestmark = NEEDED

EVENT = "events/2021-03-12-lumo-harbour-strike"
QUOTE = "quotes/ivo-brandt-2021-03-12-on-the-warning"
ATOM = "{http://www.w3.org/2005/Atom}"
LOG = f"""\
corrections:
  - {{fact: "{EVENT}#c2", was: 2, now: two, kind: clarification, reason: As it is printed., date: 2021-04-02, by: Tal}}
  - {{fact: "{EVENT}#c9", was: six boats, kind: withdrawal, reason: Nobody says so., date: 2021-04-05, by: Tal}}
  - fact: "{EVENT}#c4"
    was: two
    now: three
    kind: correction
    reason: "Misread <b>both</b> reports; \\x01two was the number of drones."
    date: 2021-04-05
    by: Ana & Co.
  - {{fact: "{EVENT}#c4", field: unit, was: poeple, kind: typo, reason: Mistyped., date: 2021-04-06, by: Tal}}
  - fact: "{EVENT}#c4"
    field: asserted_by
    was: ivo-brandt
    now: coast-guard
    kind: correction
    reason: Misread.
    date: 2021-04-06
    by: Tal
  - fact: {QUOTE}
    field: said
    was: 2021-03-13
    now: 2021-03-12
    kind: correction
    reason: Misread.
    date: 2021-04-07
    by: Tal
  - {{fact: actors/gone, was: The Gone, kind: withdrawal, reason: Not in the sources., date: 2021-04-01, by: Tal}}
"""


def built(root: Path, *, history: bool = True) -> building.Site:
    building.small(root)
    (root / ".gitignore").write_text("site/\n", encoding="utf-8")
    path = root / f"content/{EVENT}.yml"
    now = path.read_text(encoding="utf-8")
    assert now.count("value: three") == 1
    path.write_text(now.replace("value: three", "value: two"), encoding="utf-8")
    if history:
        commit(root, "2021-04-01")
    path.write_text(now, encoding="utf-8")
    (root / "content/corrections.yml").write_text(LOG, encoding="utf-8")
    if history:
        commit(root, "2021-04-05")
    config = root / "mkdocs.yml"
    building.replaced(config, 'site_url: !ENV [FACTSHEET_SITE_URL, ""]', "site_url: https://example.org/lumo")
    return building.build(root, strict=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    return built(tmp_path_factory.mktemp("corrected") / "dossier")


def test_a_corrected_fact_shows_what_it_was_struck(site: building.Site) -> None:
    home = site.at[f"{EVENT}/", "c4"]
    told = [building.words(p.get_text()) for p in home.select(".fs-corrected")]
    assert told == [
        "Corrected, 6 April 2021 · who says so: was Ivo Brandt, is now Coast Guard. Misread. by Tal",
        (
            "Corrected, 5 April 2021: was two, is now three disputed. "
            "Misread <b>both</b> reports; \x01two was the number of drones. by Ana & Co."
        ),
    ]
    assert [
        (del_.get_text(), ins.get_text())
        for p in home.select("p")
        for del_, ins in [(p.find("del"), p.find("ins"))]
        if del_
    ] == [
        ("Ivo Brandt", "Coast Guard"),
        ("two", "three"),
    ]
    assert all(p.has_attr("data-own") for p in home.select(".fs-corrected"))
    assert not site.at[f"{EVENT}/", "c3"].select(".fs-corrected")


def section(site: building.Site, address: str) -> list[str]:
    """The entries in a page's section on corrections."""
    heading = site[address].select_one("h2#corrections")
    assert heading is not None
    entries = heading.find_next("ul")
    assert entries is not None
    return [building.words(entry.get_text()) for entry in entries.select("li")]


def test_a_records_page_tells_its_corrections_newest_first(site: building.Site) -> None:
    told = section(site, f"{EVENT}/")
    assert [entry.split(":")[0] for entry in told] == [
        "Killed · Corrected, 6 April 2021 · who says so",
        "Killed · Corrected, 5 April 2021",
        "Withdrawn, 5 April 2021",
        "Strikes · Clarified, 2 April 2021",
    ]
    assert site["actors/coast-guard/"].select_one("#corrections") is None
    (quote,) = section(site, f"{QUOTE}/")
    assert quote == "Corrected, 7 April 2021 · said on: was 13 March 2021, is now 12 March 2021. Misread. by Tal"


def test_the_list_tells_all_but_typing_errors(site: building.Site) -> None:
    page = site["corrections/"]
    told = [building.words(li.get_text()) for li in page.select(".fs-about > li")]
    assert len(told) == 6
    assert told[-1] == "actors/gone · Withdrawn, 1 April 2021: was The Gone. Not in the sources. by Tal"
    assert not any("Mistyped" in entry or "poeple" in entry for entry in told)
    links = [site.resolve("corrections/", str(a["href"])) for a in page.select(".fs-about a")]
    assert (f"{EVENT}/", "c4") in links
    assert all((address, fragment) in site.at or not fragment for address, fragment in links)


def test_no_correction_is_told_where_there_is_none(small_site: building.Site) -> None:
    assert "Nothing that was published has been corrected." in small_site["corrections/"].get_text()
    assert not [
        address for address, page in small_site.pages.items() if page.select("del, ins, .fs-history, h2#corrections")
    ]


# the feed


def feed(site: building.Site) -> ElementTree.Element:
    return ElementTree.fromstring((site.folder / "corrections.xml").read_bytes())


def valid(root: ElementTree.Element) -> None:
    """What RFC 4287 asks of a feed: one title, id and date each, authors, and ids that no two entries share."""
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("title", "id", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated", ""))
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", element.findtext(f"{ATOM}id", ""))
        assert element.findtext(f"{ATOM}author/{ATOM}name")
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
    ids = [element.findtext(f"{ATOM}id") for element in (root, *entries)]
    assert len(set(ids)) == len(ids)


def test_the_feed_is_valid_and_newest_first(site: building.Site) -> None:
    root = feed(site)
    valid(root)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated", "")[:10] for entry in entries] == [
        f"2021-04-0{day}" for day in (7, 6, 5, 5, 2, 1)
    ]
    assert root.findtext(f"{ATOM}updated") == "2021-04-07T00:00:00Z"
    second, third = entries[1], entries[2]
    assert second.findtext(f"{ATOM}title") == "Corrected: Drone strike on Lumo harbour, Killed"
    assert second.findtext(f"{ATOM}content") == "who says so: was Ivo Brandt, is now Coast Guard. Misread."
    assert third.findtext(f"{ATOM}content") == (
        "was two, is now three (per Coast Guard, disputed). Misread <b>both</b> reports; two was the number of drones."
    )
    assert second.find(f"{ATOM}link").attrib["href"] == f"https://example.org/lumo/{EVENT}/#c4"  # type: ignore[union-attr]
    assert root.find(f"{ATOM}link[@rel='self']").attrib["href"] == "https://example.org/lumo/corrections.xml"  # type: ignore[union-attr]


def test_the_feed_of_nothing_is_valid(small_site: building.Site) -> None:
    root = feed(small_site)
    valid(root)
    assert not root.findall(f"{ATOM}entry")


def test_every_page_leads_feed_readers_to_the_feed(site: building.Site) -> None:
    for address, page in site.pages.items():
        (link,) = page.select('head link[rel=alternate][type="application/atom+xml"]')
        found = str(link["href"])
        assert (
            found == "/lumo/corrections.xml"
            if address == "404.html"
            else site.resolve(address, found)[0] == "corrections.xml"
        )


def test_a_custom_dir_of_the_site_comes_before_ours(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    (root / "overrides").mkdir()
    main = '{% extends "base.html" %}{% block extrahead %}<meta name="ours" content="theirs">{% endblock %}'
    (root / "overrides/main.html").write_text(main, encoding="utf-8")
    building.replaced(root / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    page = building.build(root)[""]
    assert page.select('meta[name=ours][content="theirs"]')


# when facts came and changed


def ages(site: building.Site, address: str) -> dict[str, str]:
    homes = {id_: tag for (page, id_), tag in site.at.items() if page == address}
    found = {id_: tag.select_one(".fs-history") for id_, tag in homes.items()}
    return {
        id_: building.words(tag.get_text())
        for id_, tag in found.items()
        if tag is not None and tag.has_attr("data-own")
    }


def test_each_fact_says_when_it_came_and_changed(site: building.Site) -> None:
    found = ages(site, f"{EVENT}/")
    assert found.pop("c4") == "added 1 April 2021 · last changed 5 April 2021"
    assert set(found) == {"c1", "c2", "c3", "c5"}
    assert set(found.values()) == {"added 1 April 2021"}
    assert ages(site, f"{QUOTE}/") == {"p1": "added 1 April 2021"}
    assert ages(site, "actors/ivo-brandt/")["n1"] == "added 1 April 2021"


def unversioned(name: str, data: bytes) -> object:
    """What a file of citations says besides the version."""
    if name.endswith(".bib"):
        return re.sub(rb"\n  (?:version|date) = [^\n]*", b"", data)
    items = json.loads(data)
    for item in items:
        text = item.pop("custom").get("text", "")
        item["text"] = re.sub(r"Version (?:not known|[0-9a-f]{10}, [0-9-]{10})\.", "", text)
    return [{name: said for name, said in item.items() if name not in ("version", "issued")} for item in items]


def test_but_for_that_a_site_is_the_same_outside_git(
    site: building.Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    other = built(tmp_path / "dossier", history=False)
    with_history, without = building.files(site.folder), building.files(other.folder)
    assert with_history.keys() == without.keys()
    line = re.compile(rb'\s*<p class="fs-history"[^\n]*?</p>\s*|Version (?:not known|[0-9a-f]{10}, [0-9-]{10})\.')
    differing = {name for name in without if with_history[name] != without[name]}
    assert f"{EVENT}/index.html" in differing
    for name in differing:
        if name.endswith((".bib", ".csl.json")):
            told, untold = (unversioned(name, files[name]) for files in (with_history, without))
            assert told == untold, name
            continue
        assert name.endswith(".html")
        pair = (b"".join(line.sub(b"", files[name]).split()) for files in (with_history, without))
        assert next(pair) == next(pair), name
