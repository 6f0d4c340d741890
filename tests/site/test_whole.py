"""The whole dossier on one page: every fact once at its home, every link inside it, in reading order."""

from __future__ import annotations

import html
from collections import Counter
from pathlib import Path

from bs4 import Tag
from building import KINDS, WHOLE, Site, files, small, words
from building import build as built
from click.testing import CliRunner

from generator.cli import main


def test_every_fact_of_the_dossier_stands_there_at_an_id_of_its_own(site: Site) -> None:
    homes = {str(e["data-claim"]): str(e["id"]) for e in site.articles[WHOLE].select("[data-claim][id]")}
    assert homes == {fact: fact.replace("#", "/") for fact in site.facts}


def test_every_record_and_every_dispute_stands_there_in_the_order_of_the_kinds(site: Site) -> None:
    page = site.articles[WHOLE]
    shown = [str(e["id"]) for e in page.select("article.fs-whole__record")]
    assert Counter(shown) == Counter(f"{kind}/{record['id']}" for kind in KINDS for record in site.dossier[kind])
    order = list(dict.fromkeys(key.partition("/")[0] for key in shown))
    assert order == [kind for kind in ("events", "actors", "places", "quotes", "figures", "sources") if kind in order]
    disputes = [str(e["data-dispute"]) for e in page.select("[data-dispute]")]
    assert Counter(disputes) == Counter(dispute["id"] for dispute in site.dossier["disputes"])


def test_an_event_has_its_time_by_other_clocks_and_a_figure_its_pictures(site: Site) -> None:
    page = site.articles[WHOLE]
    for event in site.dossier["events"]:
        there, alone = page.find(id=f"events/{event['id']}"), site.articles[f"events/{event['id']}/"]
        assert isinstance(there, Tag)
        when = next((dd for dd in alone.select(".fs-box dd") if dd.find_previous_sibling("dt", string="When")), None)
        clocks = [] if when is None else [words(e.get_text()) for e in when.select(":scope > [data-own]")]
        assert [words(e.get_text()) for e in there.select(".fs-when > [data-own]")] == clocks, event["id"]
        assert len(there.select(".fs-when")) == (when is not None)
    for figure in site.dossier["figures"]:
        there = page.find(id=f"figures/{figure['id']}")
        assert isinstance(there, Tag)
        assert {str(row["data-claim"]) for row in there.select(".fs-chart tbody tr")} == set(figure["claims"])


def test_ids_are_unique_and_every_link_inside_the_page_has_a_target(site: Site) -> None:
    ids = Counter(site.ids[WHOLE])
    assert [id_ for id_, n in ids.items() if n > 1] == []
    inside = [str(a["href"])[1:] for a in site[WHOLE].select('article a[href^="#"]')]
    assert len(inside) > len(site.facts)
    assert set(inside) <= set(ids)


def test_its_contents_list_leads_to_every_record_and_dispute(site: Site) -> None:
    listed = {str(a["href"])[1:] for a in site.articles[WHOLE].select(".fs-whole__contents a")}
    assert {f"{kind}/{record['id']}" for kind in KINDS for record in site.dossier[kind]} <= listed
    assert {dispute["id"].replace("#", "/") for dispute in site.dossier["disputes"]} <= listed


def test_a_record_linked_on_it_is_found_on_it(site: Site) -> None:
    for link in site.articles[WHOLE].select("a[href]"):
        there, fragment = site.resolve(WHOLE, str(link["href"]))
        kind, _, id_ = there.strip("/").partition("/")
        # Of a source's spans only its own page has the list.
        assert kind not in KINDS or not id_ or (kind == "sources" and fragment), str(link)


def test_it_is_linked_from_the_home_page_and_not_found_by_search(real_site: Site) -> None:
    assert real_site[""].select_one('.fs-counts a[href="print/"]') is not None
    index = (real_site.folder / "search/search_index.json").read_text(encoding="utf-8")
    assert '"location":"events/' in index
    assert '"location":"print/' not in index
    tabs = [str(a["href"]) for a in real_site[""].select(".md-tabs a")]
    assert tabs
    assert not [href for href in tabs if "print" in href]


def test_what_a_record_says_stays_text(tmp_path: Path) -> None:
    root = small(tmp_path / "dossier")
    path = next(path for path in sorted((root / "content/events").glob("*.yml")))
    lines = path.read_text(encoding="utf-8").splitlines()
    hostile = "<script>alert(1)</script> [@c1] </article> & {{ 7 * 7 }}"
    told = ["title: " + repr(hostile) if line.startswith("title:") else line for line in lines]
    path.write_text("\n".join(told) + "\n", encoding="utf-8")
    page = built(root).folder / "print/index.html"
    text = page.read_text(encoding="utf-8")
    assert "<script>alert" not in text
    heading = built(root)[WHOLE].select_one(f'article.fs-whole__record[id="events/{path.stem}"] > h3')
    assert heading is not None
    assert heading.get_text() == hostile
    assert html.escape("<script>alert(1)</script>") in text


def test_render_writes_it_too(tmp_path: Path) -> None:
    root = small(tmp_path / "dossier")
    done = CliRunner().invoke(main, ["--dossier", str(root), "render", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    page = files(tmp_path / "out")["print.md"].decode()
    assert 'search: {"exclude": true}' in page.partition("\n---\n")[0]
    assert 'class="fs-ledger"' in page
