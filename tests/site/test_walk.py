"""A walk over every generated page: whatever it states is a fact, footnoted, or marked as ours."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from building import KINDS, TEMPLATES, Site, words

OURS = {
    "pages/actor.html",
    "pages/actors.html",
    "pages/corrections.html",
    "pages/coverage.html",
    "pages/disputes.html",
    "pages/event.html",
    "pages/events.html",
    "pages/figures.html",
    "pages/glance.html",
    "pages/map.html",
    "pages/places.html",
    "pages/quotes.html",
    "pages/rules.html",
    "pages/source.html",
    "pages/sources.html",
    "pages/timeline.html",
    "pages/whole.html",
    "parts/cite.html",
    "parts/disputes.html",
    "parts/facts.html",
    "parts/filters.html",
    "parts/keep.html",
    "parts/leads.html",
    "parts/pictures.html",
    "parts/sources.html",
}
"""The templates that may mark what they show as ours. Add one here only for what no source says."""
SENTENCE = re.compile(r"(?:\S+\s+){2,}\S+[.!?…][\"”’)]*(?:\s|$)")
END = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])[.!?][\"”’)]*(?:\s*\ue000)*(?=\s|$)")
MARK = "\ue000"


def unaccounted(article: Tag) -> list[str]:
    """Texts with a digit or a sentence that stand neither in a fact, nor in prose, a footnote, or what is ours."""
    found = []
    for text in article.find_all(string=True):
        said = words(text)
        states = any(c.isdigit() for c in said) or SENTENCE.search(said)
        if type(text) is NavigableString and states and not any(accounts(p) for p in text.parents):
            found.append(said)
    return found


def accounts(element: Tag) -> bool:
    """Tell whether an element says where its words come from. Prose is looked at sentence by sentence."""
    classes = element.get_attribute_list("class")
    marked = any(element.has_attr(name) for name in ("data-claim", "data-own", "data-prose"))
    return marked or "footnote-ref" in classes or (element.name == "div" and "footnote" in classes)


def unfootnoted(prose: Tag) -> list[str]:
    """The sentences of a prose element that no footnote mark follows or stands in."""
    copy = BeautifulSoup(str(prose), "html.parser")
    for mark in copy.select("sup:has(> a.footnote-ref)"):
        mark.replace_with(MARK)
    blocks = copy.select("p, li") or [copy]
    sentences = [piece for block in blocks for piece in split(block.get_text())]
    return [words(sentence) for sentence in sentences if MARK not in sentence]


def split(text: str) -> list[str]:
    ends = [0, *(found.end() for found in END.finditer(text)), len(text)]
    pieces = [text[a:b] for a, b in itertools.pairwise(ends)]
    return [piece for piece in pieces if any(c.isalnum() for c in piece)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>At least 5 died</p>",
        "<p>They came at dawn.</p>",
        '<div class="fs-box"><p>They came at dawn. <b>Then</b></p></div>',
        '<p data-claim="events/x#c1">ours</p><p>8</p>',
        '<p class="footnote">2 of them</p>',
    ],
)
def test_a_statement_that_nothing_accounts_for_is_found(html: str) -> None:
    assert unaccounted(BeautifulSoup(html, "html.parser"))


NOTE = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ("<div><p>One is here.</p></div>", ["One is here."]),
        (f"<div><p>One{NOTE}. Two is not. Three{NOTE}.</p></div>", ["Two is not."]),
        (f"<div><p>The U.S. came{NOTE}. It left.{NOTE}</p></div>", []),
        (f"<div><p>One{NOTE}.</p><p>Two</p></div>", ["Two"]),
    ],
)
def test_a_sentence_without_a_footnote_is_found(html: str, bare: list[str]) -> None:
    assert unfootnoted(BeautifulSoup(html, "html.parser")) == bare


def test_every_record_and_every_list_has_a_page(site: Site) -> None:
    wanted = {f"{kind}/{record['id']}/" for kind in KINDS for record in site.dossier[kind]}
    wanted |= {f"{kind}/" for kind in KINDS} | {"timeline/", "disputes/"}
    assert wanted <= set(site.articles)


def test_whatever_a_page_states_is_accounted_for(site: Site) -> None:
    found = {address: bad for address, article in site.articles.items() if (bad := unaccounted(article))}
    assert not found


def test_every_sentence_of_our_prose_has_a_footnote(site: Site) -> None:
    prose = [(address, element) for address, a in site.articles.items() for element in a.select("[data-prose]")]
    assert len(prose) >= len(site.summaries)
    assert not {address: bad for address, element in prose if (bad := unfootnoted(element))}


def test_headings_and_names_stand_in_a_fact_or_are_ours(site: Site) -> None:
    titles = {words(record["title"]) for kind in KINDS for record in site.dossier[kind] if "title" in record}
    names = {words(n["value"]) for kind in ("actors", "places") for r in site.dossier[kind] for n in r["names"]}
    found: Counter[tuple[str, str]] = Counter()
    for address, article in site.articles.items():
        for text in article.find_all(string=True):
            if words(text) in titles | names and not any(accounts(parent) for parent in text.parents):
                found[address, words(text)] += 1
    assert not found


def test_only_listed_templates_say_that_something_is_ours() -> None:
    paths = TEMPLATES.rglob("*.html")
    marking = {p.relative_to(TEMPLATES).as_posix() for p in paths if "data-own" in p.read_text(encoding="utf-8")}
    assert marking == OURS


def test_the_pages_that_are_not_the_dossiers_claim_nothing(site: Site) -> None:
    for address in set(site.pages) - set(site.articles):
        assert not site.pages[address].select("[data-claim]"), address
