"""Facts in the built pages: each has one home, is what the data say, and is never shown bare when disputed."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from bs4 import Tag
from building import TEXTS, WHOLE, Site, words


def home(fact: str) -> tuple[str, str]:
    """The page a fact is at home on, and its id there."""
    record, _, id_ = fact.partition("#")
    return f"{record}/", id_


def test_every_fact_has_one_home(site: Site) -> None:
    for fact in site.facts:
        homes = [(address, str(e["id"])) for address, e in site.shown[fact] if e.has_attr("id") and address != WHOLE]
        assert homes == [home(fact)], fact


def test_the_home_of_a_fact_is_the_only_place_with_its_id(site: Site) -> None:
    for fact in site.facts:
        address, id_ = home(fact)
        assert site.ids[address].count(id_) == 1, fact


def test_only_facts_are_shown_as_facts(site: Site) -> None:
    shown = {str(e["data-claim"]) for article in site.articles.values() for e in article.select("[data-claim]")}
    assert shown == set(site.facts)


def test_only_disputes_are_shown_as_disputes(site: Site) -> None:
    shown = {str(e["data-dispute"]) for article in site.articles.values() for e in article.select("[data-dispute]")}
    assert shown == {dispute["id"] for dispute in site.dossier["disputes"]}


def test_a_disputed_value_is_marked_wherever_it_stands(site: Site) -> None:
    seen = set()
    for address, article in site.articles.items():
        for value in article.select(".fs-value"):
            showing = [p for p in value.parents if p.has_attr("data-claim")]
            assert showing, f"{address}: {value} is no fact"
            fact = str(showing[0]["data-claim"])
            marked = all(p.has_attr("data-disputed") for p in showing)
            assert marked == (fact in site.disputed), f"{address}: {fact}"
            if fact in site.disputed:
                seen.add(fact)
                in_matrix = any("fs-dispute" in p.get_attribute_list("class") for p in value.parents)
                assert in_matrix or "disputed" in showing[0].get_text(), f"{address}: {fact} is shown bare"
    passages = {str(e["data-claim"]) for a in site.articles.values() for e in a.select(".fs-passage[data-disputed]")}
    assert seen | passages == site.disputed


def test_a_dispute_shows_every_member_beside_its_rivals(site: Site) -> None:
    for dispute in site.dossier["disputes"]:
        address, id_ = home(dispute["id"])
        matrix = site.at[address, id_].find_parent(attrs={"data-dispute": dispute["id"]})
        assert isinstance(matrix, Tag)
        assert {str(e["data-claim"]) for e in matrix.select("[data-claim]")} == set(dispute["claims"])
        assert (dispute["reason"] is None) or words(dispute["reason"]) in words(matrix.get_text())


def test_a_row_of_a_matrix_is_a_party_and_a_column_a_source(site: Site) -> None:
    asserted = {claim["id"]: claim["asserted_by"] for claim in site.dossier["claims"]}
    for record in chain(site.dossier["actors"], site.dossier["places"]):
        asserted |= {name["id"]: name["asserted_by"] for name in record["names"]}
    for address, article in site.articles.items():
        for table in article.select("table.fs-matrix"):
            columns = [site.record(address, str(a["href"])) for a in table.select("thead a")]
            for row in table.select("tbody tr"):
                party = row.select_one("th a")
                assert party is not None
                says = site.record(address, str(party["href"]))
                for column, cell in zip(columns, row.select("td:not(.fs-scale-cell)"), strict=True):
                    for shown in cell.select("[data-claim]"):
                        fact = str(shown["data-claim"])
                        cited = {f"sources/{citation['source']}/" for citation in site.facts[fact]}
                        by = asserted[fact]
                        assert column in cited, f"{address}: {fact}"
                        assert says == (column if by == "outlet" else f"actors/{by}/"), f"{address}: {fact}"


def test_the_home_of_a_claim_shows_its_value_and_all_its_words(site: Site) -> None:
    for claim in site.dossier["claims"]:
        address, id_ = home(claim["id"])
        text = words(site.at[address, id_].get_text())
        for citation in claim["citations"]:
            assert words(citation["exact"]) in text, claim["id"]
        if claim["value"]["qualifier"] is not None:
            assert claim["value"]["text"] in text, claim["id"]
        if claim["hedge"]:
            assert claim["hedge"] in text, claim["id"]


def test_the_data_have_their_documented_shape(site: Site) -> None:
    dossier = site.dossier
    assert set(dossier) == {"sources", "actors", "places", "events", "quotes", "figures", "claims", "disputes"}
    for source in dossier["sources"]:
        assert set(source["text"]) == {"file", "sha256", "chars"}
        assert re.fullmatch(r"[0-9a-f]{64}", source["text"]["sha256"])
        assert source["text"]["chars"] > 0
    for record in chain(dossier["actors"], dossier["places"]):
        assert record["names"]
        assert all({"id", "value", "use", "citations"} <= set(name) for name in record["names"])
    for claim in dossier["claims"]:
        assert {"id", "subject", "property", "value", "population", "asserted_by", "via"} <= set(claim)
        assert {"hedge", "as_of", "rank", "reason", "citations"} <= set(claim)
        assert set(claim["value"]) == {"text", "low", "best", "high", "qualifier"}
        assert claim["citations"]
        assert claim["id"].startswith(f"{claim['subject']}#")
    for quote in dossier["quotes"]:
        assert {"id", "speaker", "said", "event", "passages"} <= set(quote)
        for passage in quote["passages"]:
            assert passage["id"].startswith(f"quotes/{quote['id']}#")
            assert all({"source", "form", "exact", "start", "end"} <= set(r) for r in passage["renderings"])
    for citation in chain.from_iterable(site.facts.values()):
        assert {"source", "exact", "start", "end"} <= set(citation)
    for dispute in dossier["disputes"]:
        assert {"id", "kind", "real", "claims", "reason"} <= set(dispute)
        assert set(dispute["claims"]) <= set(site.facts)


def spans_match(site: Site) -> int:
    """Check that every span of the data holds its words; return how many did."""
    texts = {}
    for source in site.dossier["sources"]:
        path = site.root / "seeds" / source["text"]["file"]
        if path.is_file():
            texts[source["id"]] = path.read_bytes().decode("utf-8")
            assert len(texts[source["id"]]) == source["text"]["chars"]
    matched = 0
    for citation in chain.from_iterable(site.facts.values()):
        if citation["source"] in texts and citation["start"] is not None:
            span = texts[citation["source"]][citation["start"] : citation["end"]]
            assert words(span) == words(citation["exact"])
            matched += 1
    return matched


def test_the_spans_of_the_small_dossier_hold_their_words(small_site: Site) -> None:
    assert spans_match(small_site) == len([c for citations in small_site.facts.values() for c in citations])


@pytest.mark.parametrize("texts", [TEXTS] if TEXTS else [], ids=["with-texts"])
def test_the_spans_of_the_real_dossier_hold_their_words(real_site: Site, texts: list[str]) -> None:
    assert spans_match(real_site)
