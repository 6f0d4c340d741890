"""Whatever prints a fact prints its reserve: pages, pictures, descriptions, feeds, tables, citations.

Each claim of a dossier is given a value, a hedge and a dispute of its own, so that it is known wherever it comes up.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from generator.build import strings
from generator.exports import citing, feed, tables
from generator.exports import dossier as export
from generator.folders import Folders, read
from generator.model.corrections import Correction
from generator.model.dossier import Dossier
from generator.model.facts import Claim, Dispute
from generator.model.properties import Value
from generator.model.records import Record, Subject
from generator.model.vocabulary import CorrectionKind, DisputeKind
from generator.rendering import pages
from generator.rendering.addresses import Addresses
from generator.views import dossier as views
from generator.views import lists, whole

REPOSITORY = Path(__file__).parents[2]
DOSSIERS = {name: REPOSITORY / "tests/dossiers" / name for name in ("small", "extreme")}
ENGLISH, _ = strings(Folders.below(Path("nowhere")))
BLOCKS = ("li", "tr", "dd", "p", "td", "blockquote", "caption", "figcaption", "h1", "h2", "h3", "header")
FIRST = datetime.date(2131, 1, 1)


class Made(NamedTuple):
    """A page's bodies, parsed, and what is told of it elsewhere."""

    body: BeautifulSoup
    description: str


class Printed(NamedTuple):
    """Everything that is made of a dossier, by address."""

    dossier: Dossier
    pages: Mapping[str, Made]
    data: Mapping[str, str]


def reserved(claim: Claim, number: int) -> Claim:
    """The claim with a value and a hedge that no other has; one that names a record still names it."""
    new: dict[str, object] = {"hedge": f"hedge{number}x"}
    if claim.row.value is Value.AMOUNT:
        new["value"] = f"{700_000 + number}"
    elif claim.row.value is Value.DATE:
        new["value"] = (FIRST + datetime.timedelta(days=number)).isoformat()
    elif claim.ref is None:
        new["value"] = f"value{number}x"
    return claim.model_copy(update=new)


def all_reserved(dossier: Dossier) -> Dossier:
    """The dossier with every claim hedged, every fact disputed, and every claim's value corrected."""
    number = 0
    records: dict[str, dict[str, Record]] = {}
    for record in dossier.everything():
        changed = record
        if isinstance(record, Subject):
            claims = []
            for claim in record.claims:
                number += 1
                claims.append(reserved(claim, number))
            ids = tuple(fact.id for fact in record.facts)
            all_of_it = Dispute(
                id="d999", kind=DisputeKind.PRECISION, real=True, claims=(*ids, *ids)[: max(2, len(ids))]
            )
            changed = record.model_copy(update={"claims": tuple(claims), "disputes": (all_of_it,)})
        records.setdefault(record.folder, {})[record.id] = changed
    made = replace(dossier, records=records, corrections=())
    log = [
        Correction(
            fact=f"{record.key}#{claim.id}",
            was="before",
            now=claim.value,
            kind=CorrectionKind.CORRECTION,
            reason="Misread.",
            date="2131-01-01",
            by="desk",
        )
        for record, claim in made.claims
    ]
    return replace(made, corrections=tuple(log))


@pytest.fixture(scope="module", params=DOSSIERS)
def printed(request: pytest.FixtureRequest) -> Printed:
    folders = Folders.below(DOSSIERS[request.param])
    case, problems = read(folders)
    assert not [problem for problem in problems if problem.level == "error"]
    dossier, evidence, addresses = all_reserved(case.dossier), case.evidence, Addresses()
    shown = [*views.views(dossier, evidence, case.findings, ENGLISH), whole.view(dossier, evidence, ENGLISH)]
    shown.append(lists.glance(dossier, evidence, ENGLISH))
    found, failed = pages.render(shown, Path("nowhere"), Path("nowhere"), addresses, ENGLISH, pages.Rendered())
    assert failed == []
    told = lists.told(dossier, evidence, ENGLISH)
    data = {
        "dossier.json": export.written(dossier, evidence),
        **{address: table(dossier, evidence) for address, table in tables.TABLES.items()},
        **citing.files(dossier, evidence, addresses.edition, ENGLISH),
        feed.FILE: feed.written(told, feed.Home("", addresses.absolute), ENGLISH),
    }
    bodies = {
        page.key: Made(BeautifulSoup("".join(s.html for s in page.sections), "html.parser"), page.description)
        for page in found
    }
    return Printed(dossier, bodies, data)


def shown_value(claim: Claim) -> str | None:
    """How pages print the value; None for one that names a record, whose name stands for much else."""
    if claim.ref is not None:
        return None
    date = claim.date
    if date is None:
        return claim.value
    day = date.first
    assert day is not None
    return f"{day.day} {ENGLISH(f'month.{day.month:02}')} {day.year}"


def told_in(element: Tag) -> str:
    """Everything that a reader of an element can get to know: its text, and what pointing at it shows."""
    attributes = [
        str(e[name]) for e in (element, *element.select("*")) for name in ("title", "aria-label") if e.has_attr(name)
    ]
    return " ".join([element.get_text(" "), *attributes])


def statement(element: Tag) -> Tag:
    """The line, cell or drawn sign that an element stands in."""
    for one in (element, *element.parents):
        if one.name == "dt" and isinstance(one.parent, Tag):
            return one.parent
        if one.name in BLOCKS or (one.name in ("a", "g") and one.find_parent("svg") is not None):
            return one
    return element


def hedges(dossier: Dossier) -> dict[str, str]:
    return {f"{record.key}#{claim.id}": str(claim.hedge) for record, claim in dossier.claims}


def test_whatever_is_marked_as_a_fact_is_disputed_and_hedged_as_it_is(printed: Printed) -> None:
    hedged = hedges(printed.dossier)
    bare = []
    for key, page in printed.pages.items():
        for element in page.body.select("[data-claim]"):
            fact = str(element["data-claim"])
            told = told_in(statement(element))
            if not element.has_attr("data-disputed"):
                bare.append(f"{key or 'home'}: {fact} is not marked as disputed: {str(element)[:160]}")
            if element.name == "q" or element.find_parent(attrs={"data-dispute": True}):
                continue  # a source's own words, and the form that shows a dispute
            if "disputed" not in told:
                bare.append(f"{key or 'home'}: {fact} does not say that it is disputed: {str(element)[:160]}")
            if fact in hedged and not re.search(rf"\b{hedged[fact]}\b", told):
                bare.append(f"{key or 'home'}: {fact} is not hedged: {str(element)[:160]}")
    assert bare == []


def texts(body: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Every text of a page, and every attribute that is shown, with the element it belongs to."""
    for text in body.find_all(string=True):
        if isinstance(text.parent, Tag) and text.find_parent(class_="fs-tick") is None:  # days and numbers of a scale
            yield text.parent, str(text)
    for element in body.select("[title], [aria-label]"):
        yield element, " ".join(str(element[name]) for name in ("title", "aria-label") if element.has_attr(name))


def test_no_value_is_printed_without_its_hedge(printed: Printed) -> None:
    values = {value: str(claim.hedge) for _, claim in printed.dossier.claims if (value := shown_value(claim))}
    known = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, values)) + r")(?!\w)")
    seen, bare = set(), []
    for key, page in printed.pages.items():
        for element, text in texts(page.body):
            for value in known.findall(text):
                seen.add(value)
                if not re.search(rf"\b{values[value]}\b", told_in(statement(element))):
                    bare.append(f"{key or 'home'}: {value} stands bare: {str(element.parent)[:300]}")
        bare += [f"{key}: {value} stands in the description" for value in known.findall(page.description)]
    assert bare == []
    assert seen == set(values)


def test_a_description_makes_the_reserve_of_what_it_says(printed: Printed) -> None:
    hedged = hedges(printed.dossier)
    for key, page in printed.pages.items():
        told = {
            str(e["data-claim"]) for e in page.body.select("[data-prose] [data-claim]") if "fs-reserve" in e["class"]
        }
        told = {fact for fact in told if fact.startswith(f"{key}#")}
        for fact in told & set(hedged):
            assert f"“{hedged[fact]}”" in page.description, key
        assert ("disputed" in page.description) or not told, key


def test_data_and_citations_say_it_with_each_value(printed: Printed) -> None:
    dossier, hedged = printed.dossier, hedges(printed.dossier)
    rows = list(csv.DictReader(io.StringIO(printed.data["data/claims.csv"].removeprefix(tables.BOM))))
    assert {row["claim"] for row in rows} == set(hedged)
    assert all(row["hedge"] == hedged[row["claim"]] and row["disputed"].endswith("#d999") for row in rows)
    quoted = list(csv.DictReader(io.StringIO(printed.data["data/quotes.csv"].removeprefix(tables.BOM))))
    assert all(row["disputed"].endswith("#d999") for row in quoted)
    told = json.loads(printed.data["dossier.json"])
    assert {claim["id"]: claim["hedge"] for claim in told["claims"]} == hedged
    facts = [
        *told["claims"],
        *(name for kind in ("actors", "places") for record in told[kind] for name in record["names"]),
    ]
    facts += [passage for quote in told["quotes"] for passage in quote["passages"]]
    assert {fact["id"] for fact in facts} == set(dossier.facts)
    assert all(set(fact["disputed"]) == {f"{fact['id'].partition('#')[0]}#d999"} for fact in facts)
    for address, text in printed.data.items():
        for item in json.loads(text) if address.endswith(".csl.json") else ():
            if item["id"] in hedged:
                assert f"“{hedged[item['id']]}”" in item["title"], item["id"]
            assert "disputed" in item["title"] or item["id"] not in dossier.facts, item["id"]


def test_a_feed_entry_says_it(printed: Printed) -> None:
    entries = ElementTree.fromstring(printed.data[feed.FILE]).iter(f"{{{feed.ATOM}}}content")
    told = " ".join(entry.text or "" for entry in entries)
    for record, claim in printed.dossier.claims:
        assert f"“{claim.hedge}”, disputed" in told, f"{record.key}#{claim.id}"
