"""The page of all disputes: by kind, real ones in full, those that only seem to differ folded behind the reason."""

from __future__ import annotations

from bs4 import Tag
from building import Site, words


def kind_of(site: Site, dispute: str) -> str:
    (found,) = (one for one in site.dossier["disputes"] if one["id"] == dispute)
    return str(found["kind"])


def test_every_dispute_stands_under_the_heading_of_its_kind(site: Site) -> None:
    shown = site.articles["disputes/"].select("[data-dispute]")
    assert len(shown) == len(site.dossier["disputes"])
    for one in shown:
        above = one.find_previous("h2")
        assert isinstance(above, Tag)
        assert above["id"] == kind_of(site, str(one["data-dispute"]))


def test_the_index_leads_to_each_kind(site: Site) -> None:
    article = site.articles["disputes/"]
    leads = [str(a["href"]) for a in article.select(".fs-kinds a")]
    assert leads == [f"#{h2['id']}" for h2 in article.select("h2") if h2["id"] != "footnotes"]
    assert {lead.removeprefix("#") for lead in leads} == {one["kind"] for one in site.dossier["disputes"]}


def test_every_real_dispute_has_a_heading_in_the_table_of_contents(site: Site) -> None:
    titles = {words(a.get_text()) for a in site["disputes/"].select(".md-nav--secondary a")}
    for one in site.dossier["disputes"]:
        if one["real"]:
            shown = site.articles["disputes/"].select_one(f'[data-dispute="{one["id"]}"]')
            assert isinstance(shown, Tag)
            heading = shown.find_previous("h3")
            assert isinstance(heading, Tag)
            title = words(heading.get_text()).removesuffix("¶").strip()
            assert title in titles
            assert heading["id"] == one["id"].replace("/", "-").replace("#", "-")


def test_what_only_seems_to_differ_is_folded_behind_its_reason(site: Site) -> None:
    for article in site.articles.values():
        for shown in article.select("[data-dispute]"):
            (dispute,) = (one for one in site.dossier["disputes"] if one["id"] == shown["data-dispute"])
            assert (shown.name == "details") is not dispute["real"]
            if not dispute["real"] and dispute["reason"]:
                summary = shown.select_one("summary")
                assert summary is not None
                assert words(dispute["reason"]) in words(summary.get_text())


def test_a_link_to_a_folded_dispute_leads_inside_so_that_a_browser_unfolds_it(site: Site) -> None:
    for dispute in site.dossier["disputes"]:
        if not dispute["real"]:
            page, id_ = dispute["id"].split("#")
            assert site.at[f"{page}/", id_].find_parent("details") is not None


def test_every_filled_row_of_numbers_says_where_it_lies(site: Site) -> None:
    claims = {claim["id"]: claim for claim in site.dossier["claims"]}
    drawn = 0
    for article in site.articles.values():
        for cell in article.select(".fs-dispute td.fs-scale-cell"):
            row = cell.find_parent("tr")
            assert isinstance(row, Tag)
            told = {str(e["data-claim"]) for e in (row, *row.select("[data-claim]")) if e.has_attr("data-claim")}
            shapes = {str(a["data-claim"]) for a in cell.select("a[data-claim]")}
            assert shapes <= told
            stated = {id_ for id_ in told if claims[id_]["value"]["qualifier"] not in ("vague", None)}
            assert stated <= shapes
            drawn += len(shapes)
    assert drawn


def test_a_ledger_is_a_line_for_each_claim_with_all_words_folded_behind_it(site: Site) -> None:
    for claim in site.dossier["claims"]:
        page, id_ = claim["id"].split("#")
        home = site.at[f"{page}/", id_]
        line = home.select_one(".fs-claim__line")
        assert line is not None, claim["id"]
        folded = words(" ".join(ul.get_text() for ul in home.select("details > ul")))
        assert all(words(citation["exact"]) in folded for citation in claim["citations"]), claim["id"]
        assert line.select("a.footnote-ref"), "the words are a mark away where they are folded"


def test_a_source_is_called_by_a_short_name_that_says_its_title(site: Site) -> None:
    sources = {f"sources/{one['id']}/": one for one in site.dossier["sources"]}
    seen = set()
    for address, article in site.articles.items():
        for link in article.select(".fs-who a[href*='sources/']"):
            there, _ = site.resolve(address, str(link["href"]))
            if there not in sources:
                continue
            title = sources[there].get("title")
            assert title is None or link["title"] == title, address
            assert len(link.get_text()) < 60
            seen.add((there, link.get_text()))
    assert len(seen) == len({there for there, _ in seen}) == len({name for _, name in seen})
