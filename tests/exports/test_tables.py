"""The tables: every claim and every rendering, what stands in the row, and what a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from generator.exports import dossier as whole
from generator.exports import tables
from generator.folders import Folders, read

REPOSITORY = Path(__file__).parents[2]
DOSSIERS = [REPOSITORY, REPOSITORY / "tests/dossiers/small"]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(tables.BOM)
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text.removeprefix(tables.BOM), newline="")))


@pytest.mark.parametrize("root", DOSSIERS, ids=["real", "small"])
def test_the_claims_are_those_of_the_json(root: Path) -> None:
    case, _ = read(Folders.below(root))
    found = rows(tables.claims(case.dossier, case.evidence))
    told = json.loads(whole.written(case.dossier, case.evidence))
    assert list(dict.fromkeys(row["claim"] for row in found)) == [claim["id"] for claim in told["claims"]]
    cited = [
        (claim["id"], cite["source"], cite["exact"], str(cite["start"] or ""), str(cite["end"] or ""))
        for claim in told["claims"]
        for cite in claim["citations"]
    ]
    columns = ("claim", "source", "exact", "start", "end")
    assert [tuple(row[name] for name in columns) for row in found] == cited
    values = {claim["id"]: claim["value"] for claim in told["claims"]}
    for row in found:
        value = values[row["claim"]]
        assert row["value"] == value["text"]
        for name in ("low", "best", "high", "qualifier"):
            assert row[name] == ("" if value[name] is None else str(value[name]))


@pytest.mark.parametrize("root", DOSSIERS, ids=["real", "small"])
def test_the_quotes_are_those_of_the_json(root: Path) -> None:
    case, _ = read(Folders.below(root))
    found = rows(tables.quotes(case.dossier, case.evidence))
    told = json.loads(whole.written(case.dossier, case.evidence))
    renderings = [
        (passage["id"], rendering["form"], rendering["source"], rendering["exact"])
        for quote in told["quotes"]
        for passage in quote["passages"]
        for rendering in passage["renderings"]
    ]
    assert [(row["passage"], row["form"], row["source"], row["exact"]) for row in found] == renderings


def test_a_row_says_who_is_behind_each_id(small: Path) -> None:
    case, _ = read(Folders.below(small))
    named = {actor.id: actor.heading for actor in case.dossier.actors.values()}
    for row in rows(tables.claims(case.dossier, case.evidence)):
        assert row["asserted_by_name"] == named.get(row["asserted_by"], "")
        assert row["source_title"] == (case.dossier.sources[row["source"]].title or "")
    disputed = {row["claim"] for row in rows(tables.claims(case.dossier, case.evidence)) if row["disputed"]}
    real = {dispute for _, dispute in case.dossier.disputes if dispute.real}
    assert disputed
    assert len(disputed) <= sum(len(dispute.claims) for dispute in real)


def test_a_spreadsheet_runs_no_cell(small: Path) -> None:
    path = small / "content/figures/guards-in-lumo.yml"
    text = path.read_text(encoding="utf-8")
    old = text.split("title: ", 1)[1].split("\n", 1)[0]
    path.write_text(text.replace(f"title: {old}", "title: '=HYPERLINK(\"x\")'"), encoding="utf-8")
    case, _ = read(Folders.below(small))
    found = rows(tables.claims(case.dossier, case.evidence))
    assert {row["subject_title"] for row in found} >= {'\'=HYPERLINK("x")'}
    assert not [
        cell for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t")) and cell != "="
    ]


def test_an_empty_dossier_has_empty_tables(tmp_path: Path) -> None:
    case, _ = read(Folders.below(tmp_path))
    assert rows(tables.claims(case.dossier, case.evidence)) == []
    assert tables.quotes(case.dossier, case.evidence).startswith(tables.BOM + "passage,quote,")
