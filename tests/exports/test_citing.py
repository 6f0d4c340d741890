"""Citations: every fact with who says so and the words, in forms that reference managers read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.build import strings
from generator.exports import citing
from generator.folders import Folders, read
from generator.model.past import Version
from generator.views.citing import Cited, Edition, text

SMALL = Path(__file__).parents[1] / "dossiers" / "small"
ENGLISH, _ = strings(Folders.below(Path("nowhere")))
EVENT = "events/2021-03-12-lumo-harbour-strike"
DATED = Version("0123456789", "2021-04-01")


def address(key: str) -> str:
    return f"https://facts.example/{key}"


def made(version: Version | None = DATED) -> dict[str, str]:
    case, _ = read(Folders.below(SMALL))
    return citing.files(case.dossier, case.evidence, Edition("Facts", address, version), ENGLISH)


def items(key: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(made()[f"data/{key}.csl.json"])}


def test_every_record_and_every_fact_can_be_cited() -> None:
    case, _ = read(Folders.below(SMALL))
    found = made()
    for record in case.dossier.everything():
        ids = {item["id"] for item in json.loads(found[f"data/{record.key}.csl.json"])}
        facts = {id_ for id_ in case.dossier.facts if id_.startswith(f"{record.key}#")}
        assert {record.key, *facts} <= ids
        assert found[f"data/{record.key}.bib"].count("@misc{") == len(ids)
    assert len(found) == 2 * len(list(case.dossier.everything()))


def test_a_fact_is_cited_with_who_says_so_the_words_and_its_version() -> None:
    case, _ = read(Folders.below(SMALL))
    claim = next(c for c in case.dossier.events[EVENT.partition("/")[2]].claims if c.asserted_by == "coast-guard")
    item = items(EVENT)[f"{EVENT}#{claim.id}"]
    assert "er Coast Guard" in item["note"]
    assert all(f"“{' '.join(c.exact.split())}”" in item["note"] for c in claim.citations)
    assert item["URL"] == f"https://facts.example/{EVENT}#{claim.id}"
    assert item["version"] == "0123456789"
    assert item["issued"] == {"date-parts": [[2021, 4, 1]]}
    assert item["type"] == "webpage"
    said = item["custom"]["text"]
    assert said.startswith(item["title"])
    assert item["note"] in said
    assert said.endswith(f"Facts. Version 0123456789, 2021-04-01. {item['URL']}")


def test_a_disputed_fact_is_cited_as_one() -> None:
    case, _ = read(Folders.below(SMALL))
    for id_, among in case.dossier.disputed.items():
        title = items(id_.partition("#")[0])[id_]["title"]
        assert title.endswith("disputed)") == any(dispute.real for _, dispute in among), id_
    assert any(dispute.real for _, dispute in case.dossier.disputes)


def test_an_own_voice_is_not_named_twice() -> None:
    case, _ = read(Folders.below(SMALL))
    own = next(f"{r.key}#{c.id}" for r, c in case.dossier.claims if c.asserted_by == "outlet")
    assert "Per " not in items(own.partition("#")[0])[own]["note"]


def test_a_source_is_cited_as_what_it_is() -> None:
    found = items("sources/gazette-2021-03-12")["gazette-2021-03-12"]
    case, _ = read(Folders.below(SMALL))
    source = case.dossier.sources["gazette-2021-03-12"]
    assert found["type"] == "article-newspaper"
    assert found["title"] == source.title
    assert found["issued"] == {"date-parts": [[2021, 3, 12]]}
    assert [name["literal"] for name in found.get("author", [])] == list(source.author)


def test_outside_git_the_version_is_not_known() -> None:
    said = json.loads(made(None)[f"data/{EVENT}.csl.json"])[0]
    assert "Version not known." in said["custom"]["text"]
    assert "version" not in said
    assert "issued" not in said


def test_a_version_whose_records_changed_says_so() -> None:
    said = text(Cited("x", "Title"), Edition("Facts", address, Version("abc", "2021-04-01", changed=True)), ENGLISH)
    assert said == "Title. Facts. Version abc, changed since, 2021-04-01. https://facts.example/x"


@pytest.mark.parametrize(
    "words",
    ["50% of {all} & #1 $_^~ \\input{x}", "}{", "a\n\n@misc{stolen,}", "“Ça”, مرحبا 👩‍👩‍👧"],
)
def test_bibtex_stays_one_entry(words: str) -> None:
    told = {"id": "events/x#c1", "title": words, "note": words, "URL": "https://facts.example/a}b{c\\d"}
    entry = citing.bibtex(told)
    assert entry.startswith("@misc{events:x:c1,\n")
    depth, lowest = 0, []
    for c in entry:
        depth += (c == "{") - (c == "}")
        lowest.append(depth)
    assert depth == 0
    assert min(lowest[6:-2]) == 1, "nothing closes the entry before its end"
    assert re.findall(r"^@", entry, re.MULTILINE) == ["@"]
    assert not re.search(r"(?<!\\)[&%$#_]", "".join(entry.splitlines()[1:3]))
    assert "url = {https://facts.example/a%7Db%7Bc%5Cd}" in entry


def test_words_are_put_into_a_mouth_only_where_a_source_quotes_them(small: Path) -> None:
    path = small / "content/quotes/ivo-brandt-2021-03-12-on-the-warning.yml"

    def title() -> str:
        case, _ = read(Folders.below(small))
        found = citing.files(case.dossier, case.evidence, Edition("Facts", address, DATED), ENGLISH)
        items = json.loads(found["data/quotes/ivo-brandt-2021-03-12-on-the-warning.csl.json"])
        return next(str(item["title"]) for item in items if item["id"].endswith("#p1"))

    assert title() == "Ivo Brandt: “We were warned too late”"
    path.write_text(path.read_text("utf-8").replace("form: direct", "form: reported", 1), encoding="utf-8")
    assert title() == "Ivo Brandt, reported, not quoted: We were warned too late"
