"""Hostile content: whatever a text field says is shown as text, and nothing of it runs."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import building
import pytest
from bs4 import BeautifulSoup

from generator.build import strings
from generator.folders import Folders
from generator.problems import Level, Place, Problem
from generator.rendering.addresses import Addresses
from generator.rendering.environment import packaged
from generator.rendering.pages import problem_box
from generator.rendering.prose import html as prose_html
from generator.views.data import ProseView

ENGLISH, _ = strings(Folders.below(Path("nowhere")))
BAD = [
    "<script>pwned=1</script>",
    '"><img src=x onerror=pwned=1>',
    "'><svg onload=pwned=1>",
    "</title></textarea></style><script>pwned=1</script>",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "&#60;img src=x onerror=pwned=1&#62;",
    "[a](javascript:pwned=1)",
    "<a href=javascript:pwned=1>a</a>",
    "{{ 7*7 }} {% raw %} {# gone #}",
    "{: onclick=pwned=1 #stolen .stolen }",
    "</div></article></body>",
    "<!-- gone",
    "]]> <![CDATA[ <?php gone ?>",
    "# *one* _two_ `three` ~~four~~ ^five^ |six| [^7] [8]: nine",
    '[@c1] [@nowhere "words"] ](actor:nobody)',
    "$& $1 \\1 \\\\ %s %(a)s {0} \\<b\\>",
    "W" * 400,
    "مرحبا \u202egnirts\u202c עולם",
    "👩‍👩‍👧 🇮🇶 e\u0301 \u200b \ufeff end",
    "klzzwxh:0001 wzxhzdk:3 amp;",
    "\ue0000\ue001 \ue000",
    "bell \u0007 escape \u001b unit \u001f stx \u00020\u0003",
    "line \u2028 next \u0085 tab \t end",
    "- 1. > : ::: !!! /// --- === ***",
    "mailto:a@b.example http://a.example/<b>",
]
GONE = re.compile("[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u2028\ufeff]")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def put(node: Any, said: Iterator[str], fields: set[str]) -> None:
    """Put a text at the end of every field that takes any text, in order."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in fields and isinstance(value, str):
                node[name] = f"{value} {next(said)}"
            elif name in ("missing", "identifiers"):
                node[name] = {k: f"{v} {next(said)}" for k, v in value.items()}
            elif name == "author":
                node[name] = [f"{a} {next(said)}" for a in value]
            else:
                put(value, said, fields)
    elif isinstance(node, list):
        for item in node:
            put(item, said, fields)


def records() -> dict[str, dict[str, Any]]:
    """A dossier of our own in which every field that takes text has some."""

    cited = itertools.count(100)

    def cite() -> list[dict[str, str]]:
        return [{"source": "paper", "exact": f"words {next(cited)}", "prefix": "before", "suffix": "after"}]

    def names(value: str) -> list[dict[str, Any]]:
        first = {"id": "n1", "value": value, "use": "preferred", "reason": "ours", "cite": cite()}
        return [first, {"id": "n2", "value": f"{value} too", "use": "variant", "lang": "la", "cite": cite()}]

    def claim(id_: str, name: str, value: str, **more: Any) -> dict[str, Any]:
        return {"id": id_, "property": name, "value": value, "asserted_by": "who", "cite": cite()} | more

    text = {"file": "paper.txt", "sha256": "0" * 64, "chars": "400"}
    source = {
        "type": "article-newspaper", "title": "Title", "author": ["Author"], "container-title": "Outlet",
        "publisher": "Publisher", "issued": "2021-03-12", "issued_as_written": "printed", "note": "our note",
        "missing": {"language": "why"}, "text": text,
    }  # fmt: skip
    dispute = {"id": "d1", "kind": "framing", "real": "true", "reason": "why", "title": "rivals"}
    return {
        "sources/paper": source,
        "actors/who": {
            "kind": "person", "names": names("Who"), "identifiers": {"wikidata": "Q1"},
            "claims": [claim("c1", "role", "captain", of="who", reason="so"), claim("c2", "described_as", "tall")],
            "disputes": [dispute | {"claims": ["c1", "n2"]}],
        },
        "places/where": {
            "names": names("Where"), "identifiers": {"geonames": "2"},
            "location": {"lat": "1.5", "lon": "2.5", "precision": "exact"},
            "claims": [claim("c1", "described_as", "flat"), claim("c2", "direction", "up")],
            "disputes": [dispute | {"claims": ["c1", "c2"]}],
        },
        "events/what": {
            "title": "What happened", "type": "vote",
            "claims": [
                claim("c1", "occurred", "2021-03-12", reason="so", hedge="maybe"),
                claim("c2", "location", "where"),
                claim("c3", "killed", "8", population="people", unit="souls", via="who"),
                claim("c4", "weapon", "stick", rank="preferred", reason="so"),
                claim("c5", "target", "who", hedge="maybe"),
            ],
            "disputes": [dispute | {"claims": ["c3", "c4", "quotes/said#p1"]}],
        },
        "quotes/said": {
            "title": "What was said", "speaker": "who", "medium": "statement", "event": "what",
            "passages": [{
                "id": "p1", "note": "our note",
                "renderings": [
                    {"source": "paper", "form": "direct", "exact": "so it is", "attributed_as": "the captain"},
                    {"source": "paper", "form": "reported", "exact": "so it was", "attributed_as": "a captain"},
                ],
            }],
        },
        "figures/many": {
            "title": "How many",
            "claims": [claim("c1", "troops", "8", place="where", as_of="2021", population="people")],
        },
    }  # fmt: skip


SHOWN = {
    "title", "container-title", "publisher", "issued_as_written", "note", "reason", "exact",
    "population", "unit", "hedge", "attributed_as",
}  # fmt: skip
UNSEEN = {"prefix", "suffix", "lang"}


def write(root: Path, said: list[str]) -> set[str]:
    """Write that dossier with a text at the end of every field; return the texts that pages have to show."""
    building.small(root, texts=False)
    for kind in building.KINDS:
        for path in (root / "content" / kind).glob("*.yml"):
            path.unlink()
    (root / "seeds/evidence.lock").unlink()
    shown: set[str] = set()

    def following() -> Iterator[str]:
        for text in itertools.cycle(said):
            shown.add(text)
            yield text

    texts, unseen = following(), itertools.cycle(said)
    for key, record in records().items():
        put(record, texts, SHOWN)
        put(record, unseen, UNSEEN)
        for part in (*record.get("names", ()), *record.get("claims", ())):
            if part.get("property") in (None, "role", "described_as", "weapon", "direction"):
                part["value"] = f"{part['value']} {next(texts)}"
        path = root / "content" / f"{key}.yml"
        path.parent.mkdir(exist_ok=True)
        written = json.dumps(record, ensure_ascii=False)
        path.write_text(re.sub("[\u0085\u2028\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", written), encoding="utf-8")
    return shown


class Skeleton(HTMLParser):
    """A page's elements with the names of their attributes; complains where they do not nest.

    Where words lie in a map or a graph hangs on how long they are: what those are made of is `drawn`, in no order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, ...]] = []
        self.drawn: set[tuple[str, ...]] = set()
        self.picture: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if self.picture is None and re.match("fs-(?:map__frame|graph)", dict(attrs).get("class") or ""):
            self.picture = len(self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = (tag, *(name for name, _ in attrs))
        if self.picture is None:
            self.found.append(made)
        else:
            self.drawn.add(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag
            self.picture = None if self.picture == len(self.open) else self.picture

    def handle_comment(self, data: str) -> None:
        self.found.append(("!--",))


def parsed(html: str) -> Skeleton:
    parser = Skeleton()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def skeleton(html: str) -> list[tuple[str, ...]]:
    return parsed(html).found


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The dossier with a harmless word wherever the other has a hostile one."""
    root = tmp_path_factory.mktemp("tame") / "dossier"
    write(root, [f"word{n}" for n in range(len(BAD))])
    return building.build(root)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The dossier with hostile texts in every field."""
    root = tmp_path_factory.mktemp("hostile") / "dossier"
    write(root, BAD)
    return building.build(root)


def test_every_text_is_somewhere_in_the_dossier(tmp_path: Path) -> None:
    assert write(tmp_path / "dossier", BAD) == set(BAD)


def test_no_text_changes_what_a_page_is_made_of(tame: building.Site, hostile: building.Site) -> None:
    assert set(tame.pages) == set(hostile.pages)
    for address in tame.pages:
        name = address if address.endswith(".html") else f"{address}index.html"
        one, other = ((site.folder / name).read_text(encoding="utf-8") for site in (tame, hostile))
        assert skeleton(other) == skeleton(one), address


def test_no_text_draws_anything_but_words(tame: building.Site, hostile: building.Site) -> None:
    one, other = (
        set().union(*(parsed(path.read_text("utf-8")).drawn for path in site.folder.rglob("*.html")))
        for site in (tame, hostile)
    )
    assert other
    assert other - one <= {("path", "class", "d"), ("text", "class", "text-anchor"), ("tspan", "x", "y")}


def test_every_text_is_shown_as_it_is(hostile: building.Site) -> None:
    shown = building.words(" ".join(page.get_text() for page in hostile.articles.values()))
    for text in BAD:
        if not GONE.search(text) and "\ue000" not in text:
            assert building.words(text) in shown


def test_control_characters_do_no_harm(hostile: building.Site) -> None:
    shown = building.words(" ".join(page.get_text() for page in hostile.articles.values()))
    for start in ("bell", "line"):
        assert start in shown


def test_nothing_in_a_page_runs_but_the_themes_scripts(tame: building.Site, hostile: building.Site) -> None:
    for address, page in hostile.pages.items():
        tame_scripts = [str(s) for s in tame.pages[address].find_all("script")]
        assert [str(s) for s in page.find_all("script")] == tame_scripts, address
        for element in page.find_all(True):
            for name, value in element.attrs.items():
                assert not name.startswith("on"), f"{address}: {element}"
                assert not re.match(r"\s*(javascript|data|vbscript):", str(value), re.IGNORECASE), f"{address}: {name}"


def test_the_search_index_runs_nothing(hostile: building.Site) -> None:
    index = json.loads((hostile.folder / "search/search_index.json").read_text("utf-8"))
    assert index["docs"]
    for entry in index["docs"]:
        for field in ("title", "text"):
            found = skeleton_of_part(entry[field])
            assert not {tag[0] for tag in found} & {"script", "img", "svg", "a"}, entry["location"]
            assert not [name for tag in found for name in tag[1:] if name.startswith("on")]


def skeleton_of_part(html: str) -> list[tuple[str, ...]]:
    parser = Skeleton()
    parser.handle_endtag = lambda tag: None  # type: ignore[method-assign]
    parser.feed(html)
    parser.close()
    return parser.found


PAGE = """---
title: </title><script>pwned=1</script>
description: '"><img src=x onerror=pwned=1>'
---

# Ours <script>pwned=1</script>

<script>pwned=1</script>
<img src="x" onerror="pwned=1">
<img alt="a" src="https://elsewhere.example/a.png"> <img alt="b" src="//elsewhere.example/b.png">
![c](https://elsewhere.example/c.png) ![d](/\\elsewhere.example/d.png)
<img alt="e" src="/&#9;/elsewhere.example/e.png">
<iframe src="https://elsewhere.example/"></iframe>
<style>body { display: none }</style>
<a href="javascript:pwned=1">one</a> [two](javascript:pwned=1) [three](data:text/html,pwned)
<form action="https://elsewhere.example/"><button formaction="javascript:pwned=1">go</button></form>
<div data-own class="kept" onclick="pwned=1">kept</div>

Four {: onclick=pwned=1 }

<!-- factsheet: glance -->
"""


def test_a_hand_written_page_runs_nothing_either(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    site = building.build(root)
    scripts = [str(s) for s in site[""].find_all("script")]
    (root / "content/pages/index.md").write_text(PAGE, encoding="utf-8")
    page = building.build(root)[""]
    assert [str(s) for s in page.find_all("script")] == scripts
    article = page.select_one("article.md-content__inner")
    assert article is not None
    assert not article.find_all(["iframe", "style", "form", "button", "script"])
    assert [image.get("src") for image in article.find_all("img")] == ["x", None, None, None, None, None]
    assert article.select(".kept[data-own]")
    assert article.select('[data-claim="figures/guards-in-lumo#c1"]'), "the glance is there"
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on")], element
    assert not [a for a in article.select("a[href]") if re.match("(javascript|data):", str(a["href"]))]


PROSE = """One <script>pwned=1</script> <img src=x onerror=pwned=1> <b onclick=pwned=1>b</b> [@c1].
Two [there](actor:ivo-brandt) ![image](https://elsewhere.example/x.png) <a href="javascript:pwned=1">a</a> [@c1].
Three {: onclick=pwned=1 } {{ 7*7 }} </div></article> <!-- gone --> [@c1].

Four <iframe src=x></iframe> \ue0000\ue001 `code` *em* [@c1] $& \\1
[@untitled-hundreds-of-dockers "over the attack on Lumo"].
"""
ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "blockquote", "br", "sup"}


def test_our_prose_is_markdown_that_runs_nothing(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    path = root / "content/actors/coast-guard.yml"
    old = "summary: The Coast Guard is a branch of the navy [@c1]."
    building.replaced(path, old, f"summary: {json.dumps(PROSE)}")
    site = building.build(root)
    page = site["actors/coast-guard/"]
    prose = page.select_one("[data-prose]")
    assert prose is not None
    assert {element.name for element in prose.find_all(True)} <= ALLOWED
    assert len(prose.select("a.footnote-ref")) == 5
    links = [a.get("href") for a in prose.select("a:not(.footnote-ref)")]
    assert links == ["../ivo-brandt/", None]
    assert "{{ 7*7 }}" in building.words(prose.get_text())
    assert "pwned" not in "".join(str(a) for e in page.find_all(True) for a in e.attrs.values() if e.name != "meta")
    skeleton((site.folder / "actors/coast-guard/index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:pwned=1)",
        "[a](JaVaScRiPt:pwned=1)",
        "[a][b]\n\n[b]: javascript:pwned=1",
        "<javascript:pwned=1>",
        "[a](data:text/html,pwned)",
        "[a](vbscript:pwned)",
        "![a](x onerror=pwned=1)",
        '[a](https://a.example "x\\" onclick=pwned=1")',
    ],
)
def test_links_in_prose_lead_to_pages_only(text: str) -> None:
    made = prose_html(ProseView(text, ()), str, lambda _: "")
    found = BeautifulSoup(made, "html.parser")
    assert {element.name for element in found.find_all(True)} <= ALLOWED
    for link in found.find_all(True):
        assert set(link.attrs) <= {"href", "title", "rel"}
        assert str(link.get("href", "https://")).startswith("https://")


def test_a_link_that_runs_is_a_mistake(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    path = root / "content/actors/coast-guard.yml"
    line, _ = building.replaced(path, "branch of the navy [@c1].", "branch of the [navy](javascript:pwned=1) [@c1].")
    assert any(p.rule == "bad-link" and p.place.line == line for p in building.Site(root).problems)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..", ".hidden", "a/b.txt", "a\\b.txt"])
def test_a_text_lies_in_the_seeds_folder_or_nowhere(tmp_path: Path, name: str) -> None:
    root = building.small(tmp_path / "dossier")
    path = root / "content/sources/gazette-2021-03-12.yml"
    line, column = building.replaced(path, "file: gazette.txt", f"file: '{name}'")
    told = [p for p in building.Site(root).problems if p.rule == "wrong-type"]
    assert [(p.place.line, p.place.column) for p in told] == [(line, column + len("file: "))]
    assert "is not the plain name of a file in the seeds folder" in told[0].message


def test_a_text_that_is_a_link_out_of_the_seeds_folder_is_not_read(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    text = root / "seeds/gazette.txt"
    text.rename(tmp_path / "outside.txt")
    text.symlink_to(tmp_path / "outside.txt")
    building.replaced(tmp_path / "outside.txt", "Two drones struck", "Ten drones struck")
    assert not [p for p in building.Site(root).problems if p.rule == "text-changed"]


def test_a_record_that_is_a_link_out_of_the_content_folder_is_not_read(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    record = root / "content/actors/sea-wire.yml"
    record.rename(tmp_path / "outside.yml")
    record.symlink_to(tmp_path / "outside.yml")
    told = [p for p in building.Site(root).problems if p.place.path == "content/actors/sea-wire.yml"]
    assert "is a link that leads out of" in told[0].message


@pytest.mark.parametrize("name", ["a b.yml", "Über.yml", "<script>.yml", "a&b.yml", "x.yml.yml", "x.yaml", "-.yml"])
def test_a_file_name_that_is_no_id_is_named(tmp_path: Path, name: str) -> None:
    root = building.small(tmp_path / "dossier")
    (root / "content/actors/sea-wire.yml").rename(root / "content/actors" / name)
    told = [p for p in building.Site(root).problems if p.place.path == f"content/actors/{name}"]
    assert [p.rule for p in told][:1] == ["bad-id"]


def test_the_box_of_problems_shows_what_was_written_as_text(tmp_path: Path) -> None:
    problem = Problem(Place("content/<b>.yml", 1, 2), "bad-id", "`<script>pwned=1</script>` & \"'", Level.ERROR)
    box = problem_box([problem], {}, packaged(), Addresses(), ENGLISH, "events/x/", limit=5, stale=True)
    found = BeautifulSoup(box, "html.parser")
    assert "content/<b>.yml:1:2" in found.get_text()
    assert "`<script>pwned=1</script>` & \"'" in found.get_text()
    assert not found.find_all(["script", "b"])
