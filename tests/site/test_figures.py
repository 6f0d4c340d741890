"""A number corrected in one file: every page follows, and every sentence that disagrees is named."""

from __future__ import annotations

import re
from pathlib import Path

import building
import pytest

FIGURE = "figures/us-troops"
OLD, NEW = "2,500", "2,600"
SENTENCE_END = re.compile(r"(?<=[.!?])(?:\s*\[@[^\]]*\])*\s+(?=[A-Z])")


@pytest.fixture(scope="module")
def corrected(real_site: building.Site, tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The dossier of this repository with every 2,500 of its troop figures changed to 2,600."""
    root = tmp_path_factory.mktemp("corrected") / "dossier"
    for name, content in building.files(real_site.root).items():
        if not name.startswith("site/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
    path = root / "content" / f"{FIGURE}.yml"
    changed = re.sub(rf"(value: .*){OLD}", rf"\g<1>{NEW}", path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    building.build(root)
    return building.Site(root, holding=f"{FIGURE}#")


def changed(site: building.Site) -> list[str]:
    """The claims of the figure that say 2,500."""
    return [c["id"] for c in site.dossier["claims"] if c["subject"] == FIGURE and OLD in c["value"]["text"]]


def values(site: building.Site, fact: str) -> dict[str, list[str]]:
    """What each page shows as a fact's value."""
    found: dict[str, list[str]] = {}
    for address, element in site.shown[fact]:
        shown = [v for v in element.select(".fs-value") if v.find_parent(attrs={"data-claim": True}) is element]
        found.setdefault(address, []).extend(building.words(v.get_text()) for v in shown)
    return {address: shown for address, shown in found.items() if shown}


def test_every_page_that_showed_the_number_follows(real_site: building.Site, corrected: building.Site) -> None:
    claims = changed(real_site)
    assert claims
    for claim in claims:
        before, after = values(real_site, claim), values(corrected, claim)
        assert {"", "figures/", f"{FIGURE}/"} <= set(before)
        assert {a: [v.replace(OLD, NEW) for v in shown] for a, shown in before.items()} == after
        assert all(OLD in value for shown in before.values() for value in shown)


def test_the_data_follow(real_site: building.Site, corrected: building.Site) -> None:
    after = {claim["id"]: claim["value"] for claim in corrected.dossier["claims"]}
    for claim in changed(real_site):
        assert NEW in after[claim]["text"]
        assert 2600 in (after[claim]["low"], after[claim]["best"], after[claim]["high"])


def test_words_of_sources_stay_as_they_are(real_site: building.Site, corrected: building.Site) -> None:
    assert corrected.facts == real_site.facts


def disagreeing(root: Path, claims: list[str]) -> set[tuple[str, int]]:
    """File and line of every 2,500 in a sentence of prose that cites one of the changed claims."""
    found = set()
    for path in sorted((root / "content").rglob("*.yml")):
        key = f"{path.parent.name}/{path.stem}"
        text = path.read_text(encoding="utf-8")
        block = re.search(r"^summary:.*\n(?:[ ].*\n|\n)*", text, re.MULTILINE)
        if block is None:
            continue
        start = block.start()
        for sentence in (*SENTENCE_END.split(block.group()),):
            at = text.index(sentence, start)
            start = at + len(sentence)
            cited = {m if "#" in m else f"{key}#{m}" for m in re.findall(r"\[@([^\s\]]+)\]", sentence)}
            if cited & set(claims):
                for number in re.finditer(OLD, sentence):
                    line = text.count("\n", 0, at + number.start()) + 1
                    found.add((path.relative_to(root).as_posix(), line))
    return found


def test_every_sentence_that_now_disagrees_is_named(real_site: building.Site, corrected: building.Site) -> None:
    wanted = disagreeing(corrected.root, changed(real_site))
    assert wanted, "the figure's own summary states the number"
    problems = corrected.problems
    told = {(p.place.path, p.place.line) for p in problems if p.rule == "prose-number" and OLD in p.message}
    assert told == wanted
    assert all(NEW in p.message for p in problems if p.rule == "prose-number" and OLD in p.message)


def test_words_that_do_not_have_the_new_number_are_named(real_site: building.Site, corrected: building.Site) -> None:
    text = (corrected.root / "content" / f"{FIGURE}.yml").read_text(encoding="utf-8").splitlines()
    lines = {n for n, line in enumerate(text, 1) if "value:" in line and NEW in line}
    told = {
        p.place.line
        for p in corrected.problems
        if p.rule == "value-not-in-words" and p.place.path == f"content/{FIGURE}.yml"
    }
    reasons = {claim["id"] for claim in real_site.dossier["claims"] if claim["reason"]}
    assert len(told) == len(set(changed(real_site)) - reasons)
    assert told <= lines


def test_nothing_else_became_wrong(real_site: building.Site, corrected: building.Site) -> None:
    before = {(p.rule, p.message) for p in real_site.problems}
    new = [p for p in corrected.problems if (p.rule, p.message) not in before]
    assert {p.rule for p in new if NEW not in p.message} <= {"single-source"}
