"""Footnotes and links: each mark opens the exact words, each link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from bs4 import Tag
from building import KINDS, Site, words

MARKER = re.compile(r'\[@(?:(?P<fact>[^\s\]"]+)|(?P<source>[a-z0-9-]+)\s+"(?P<exact>[^"\]]+)")\]')


def marks(article: Tag) -> list[Tag]:
    """The footnote marks of a page, in the order in which a reader meets them."""
    return [sup for a in article.select("a.footnote-ref") if (sup := a.find_parent("sup")) is not None]


def note(site: Site, address: str, mark: Tag) -> Tag:
    """The footnote that a mark leads to."""
    link = mark.find("a")
    assert isinstance(link, Tag)
    found = site.at[address, str(link["href"]).removeprefix("#")]
    assert found.find_parent("div", class_="footnote")
    return found


def shown_words(footnote: Tag) -> str:
    exact = footnote.select_one("q.fs-exact")
    assert exact is not None
    return words(exact.get_text())


def fact_of(mark: Tag) -> str | None:
    """The fact that a mark belongs to: the one before it, or the one it stands in; none in prose."""
    if any(parent.has_attr("data-prose") for parent in mark.parents):
        return None
    before = mark.find_previous_sibling(lambda tag: tag.name != "sup")
    if isinstance(before, Tag) and before.has_attr("data-claim"):
        return str(before["data-claim"])
    around = next((p for p in mark.parents if p.has_attr("data-claim")), None)
    assert around is not None, f"{mark} belongs to no fact"
    return str(around["data-claim"])


def test_every_mark_of_a_fact_opens_words_cited_for_that_fact(site: Site) -> None:
    counted = 0
    for address, article in site.articles.items():
        for mark in marks(article):
            fact = fact_of(mark)
            if fact is not None:
                cited = {words(citation["exact"]) for citation in site.facts[fact]}
                assert shown_words(note(site, address, mark)) in cited, f"{address}: {mark} of {fact}"
                counted += 1
    assert counted > len(site.facts)


def test_the_marks_of_prose_open_the_words_it_cites_in_order(site: Site) -> None:
    seen = set()
    for address, article in site.articles.items():
        for prose in article.select("[data-prose]"):
            entry = prose.find_parent("article", class_="fs-entry")
            link = None if entry is None else entry.select_one(".fs-entry__title a")
            key = (site.record(address, str(link["href"])) if link else address).rstrip("/")
            wanted: list[str] = []
            for found in MARKER.finditer(site.summaries[key]):
                if found["fact"]:
                    fact = found["fact"] if "#" in found["fact"] else f"{key}#{found['fact']}"
                    wanted += [words(citation["exact"]) for citation in site.facts[fact]]
                else:
                    wanted.append(words(found["exact"]))
            assert [shown_words(note(site, address, mark)) for mark in marks(prose)] == wanted, f"{address}: {key}"
            seen.add(key)
    assert seen == set(site.summaries)


def test_footnotes_and_marks_lead_to_each_other(site: Site) -> None:
    for address, article in site.articles.items():
        there = [str(mark["id"]) for mark in marks(article)]
        back = [str(a["href"]).removeprefix("#") for a in article.select("div.footnote a.footnote-backref")]
        assert Counter(there) == Counter(back), address
        for mark in marks(article):
            hrefs = {str(a["href"]) for a in note(site, address, mark).select("a.footnote-backref")}
            assert f"#{mark['id']}" in hrefs, f"{address}: {mark['id']}"


def test_every_footnote_has_a_number_of_its_own_and_a_mark(site: Site) -> None:
    for address, article in site.articles.items():
        notes = article.select("div.footnote > ol > li")
        assert [str(li["id"]) for li in notes] == [f"fn:{n + 1}" for n in range(len(notes))], address
        assert {int(mark.get_text()) for mark in marks(article)} == set(range(1, len(notes) + 1)), address


def test_a_footnote_is_one_source_and_span(site: Site) -> None:
    for address, article in site.articles.items():
        entries = [site.resolve(address, str(a["href"])) for a in article.select("div.footnote a:has(> q.fs-exact)")]
        assert len(set(entries)) == len(entries), address


def test_every_footnote_leads_to_the_same_words_on_its_sources_page(site: Site) -> None:
    for address, article in site.articles.items():
        for footnote in article.select("div.footnote > ol > li"):
            link = footnote.select_one("a:has(> q.fs-exact)")
            assert link is not None
            source, span = site.resolve(address, str(link["href"]))
            assert source in {f"sources/{record['id']}/" for record in site.dossier["sources"]}
            there = site.at[source, span].select_one(".fs-exact")
            assert there is not None
            assert words(there.get_text()).startswith(shown_words(footnote)), f"{address}: {source}#{span}"


def test_a_footnote_says_what_is_known_of_its_source(site: Site) -> None:
    sources = {f"sources/{record['id']}/": record for record in site.dossier["sources"]}
    for address, article in site.articles.items():
        for footnote in article.select("div.footnote > ol > li"):
            link = footnote.select_one("a:has(> q.fs-exact)")
            assert link is not None
            source = sources[site.resolve(address, str(link["href"]))[0]]
            text = words(footnote.get_text())
            outlet = source.get("container-title") or source.get("publisher")
            assert (outlet or "Outlet not stated") in text, f"{address}: {text}"
            assert source["text"]["sha256"][:12] in text
            assert ("date not stated" in text) == ("issued" not in source)
            assert all(author in text for author in source.get("author", ()))
            assert source.get("title", "") in text


def test_a_footnote_leads_to_the_words_in_the_article_itself(small_site: Site) -> None:
    for article in small_site.articles.values():
        for footnote in article.select('div.footnote li:has(a[href*="gazette.example"])'):
            link = footnote.find("a", string="in the article")
            assert isinstance(link, Tag)
            start, _, fragment = str(link["href"]).partition("#")
            assert start == "https://gazette.example/2021/03/12/drones-hit-lumo-harbour"
            assert fragment.startswith(":~:text=")


def test_every_link_leads_somewhere(site: Site) -> None:
    broken = []
    for address, page in site.pages.items():
        for element in page.select("[href], [src]"):
            url = str(element.get("href") or element.get("src"))
            if urlsplit(url).scheme in ("http", "https"):
                continue
            there, fragment = site.resolve(address, url)
            file = site.folder / (f"{there}index.html" if there.endswith("/") or not there else there)
            if not file.is_file() or (fragment and fragment not in site.ids.get(there, ())):
                broken.append((address, url))
    assert not broken


def test_ids_are_unique_on_a_page(site: Site) -> None:
    repeated = {address: [i for i, n in Counter(ids).items() if n > 1] for address, ids in site.ids.items()}
    assert not {address: ids for address, ids in repeated.items() if ids}


def test_pages_link_to_other_hosts_only_where_a_source_lies(site: Site) -> None:
    allowed = {urlsplit(s[name]).netloc for s in site.dossier["sources"] for name in ("URL", "archive") if name in s}
    for address, article in site.articles.items():
        links = {urlsplit(str(a["href"])) for a in article.select("a[href]")}
        assert {link.netloc for link in links if link.scheme in ("http", "https")} <= allowed, address


def test_every_record_is_reached_from_its_list(site: Site) -> None:
    for kind in KINDS:
        linked = {site.resolve(f"{kind}/", str(a["href"]))[0] for a in site.articles[f"{kind}/"].select("a[href]")}
        assert {f"{kind}/{record['id']}/" for record in site.dossier[kind]} <= linked
