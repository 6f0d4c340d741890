"""Sites built in this process from copies of dossiers, and what their pages hold."""

from __future__ import annotations

import json
import re
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.build import build as build_dossier
from generator.folders import Folders
from generator.problems import Problem
from generator.rendering.addresses import Addresses

REPOSITORY = Path(__file__).parents[2]
SMALL = REPOSITORY / "tests" / "dossiers" / "small"
TEMPLATES = REPOSITORY / "templates"
TEXTS = sorted((REPOSITORY / "seeds").glob("*.txt"))
"""The article texts of the real dossier, where they are."""
CMS = REPOSITORY / "node_modules" / "@sveltia" / "cms" / "npm"
"""The program of the editing page, where it is installed."""
WHOLE = "print/"
"""The page that holds the whole dossier; there every fact is at home a second time."""
KINDS = ("sources", "actors", "places", "events", "quotes", "figures")


def small(to: Path, *, texts: bool = True, of: str = "small") -> Path:
    """Copy the small dossier, or another made for the tests, and give it the repository's own mkdocs.yml."""
    leave_out = shutil.ignore_patterns() if texts else shutil.ignore_patterns("*.txt")
    shutil.copytree(SMALL.with_name(of), to, ignore=leave_out)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (to / "mkdocs.yml").write_text(re.sub(r"\n  - Method: .*", "", config), encoding="utf-8")
    return to


def real(to: Path, *, texts: bool = True) -> Path:
    """Copy the dossier of this repository, with what texts there are or with none."""
    leave_out = shutil.ignore_patterns() if texts else shutil.ignore_patterns("*.txt")
    for folder in ("content", "seeds"):
        shutil.copytree(REPOSITORY / folder, to / folder, ignore=leave_out)
    shutil.copy(REPOSITORY / "mkdocs.yml", to)
    return to


def build(root: Path, *, strict: bool = False) -> Site:
    """Build a dossier's site as `mkdocs build` does."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return Site(root)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def replaced(path: Path, old: str, new: str) -> tuple[int, int]:
    """Replace a text that stands once in a file; return the line and column where it stands."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    before = text[: text.index(old)]
    path.write_bytes(text.replace(old, new).encode())
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def words(text: str) -> str:
    """A text with its white space evened out."""
    return " ".join(text.split())


class Site:
    """A built site: its pages by address (`events/x/`, the home page the empty one) and its data.

    With `holding`, only the pages are looked at whose HTML has that text.
    """

    def __init__(self, root: Path, holding: str = "") -> None:
        self.root = root
        self.holding = holding
        self.folder = root / "site"

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the dossier, as every command reports it."""
        return build_dossier(Folders.below(self.root), Addresses()).problems

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every HTML page that is not a redirect, parsed."""
        found = {}
        for path in sorted(self.folder.rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            if 'http-equiv="refresh"' not in text and self.holding in text:
                address = path.relative_to(self.folder).as_posix().removesuffix("index.html")
                found[address] = BeautifulSoup(text, "html.parser")
        return found

    @cached_property
    def articles(self) -> dict[str, Tag]:
        """What is generated: the content of the dossier's pages, and the generated part of the others."""
        found: dict[str, Tag] = {}
        for address, page in self.pages.items():
            article = page.select_one("article.md-content__inner")
            if article is None or article.select_one(".fs") is None:
                continue
            if (self.root / "content" / "pages" / f"{address.strip('/') or 'index'}.md").is_file():
                article = BeautifulSoup("".join(map(str, article.select(".fs"))), "html.parser")
            found[address] = article
        return found

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The ids on each page, in order."""
        return {address: [str(e["id"]) for e in page.select("[id]")] for address, page in self.pages.items()}

    @cached_property
    def dossier(self) -> dict[str, list[dict[str, Any]]]:
        """The dossier as the site publishes it."""
        found: dict[str, list[dict[str, Any]]]
        found = json.loads((self.folder / "data/dossier.json").read_text("utf-8"))
        return found

    @cached_property
    def facts(self) -> dict[str, list[dict[str, Any]]]:
        """The citations of every claim, name and passage, by the fact's id."""
        found = {claim["id"]: claim["citations"] for claim in self.dossier["claims"]}
        for record in (*self.dossier["actors"], *self.dossier["places"]):
            found |= {name["id"]: name["citations"] for name in record["names"]}
        for quote in self.dossier["quotes"]:
            found |= {passage["id"]: passage["renderings"] for passage in quote["passages"]}
        return found

    @cached_property
    def disputed(self) -> set[str]:
        """The ids of facts that are members of a real dispute."""
        return {id_ for dispute in self.dossier["disputes"] if dispute["real"] for id_ in dispute["claims"]}

    @cached_property
    def summaries(self) -> dict[str, str]:
        """The prose of every record that has some, by key."""
        records = ((kind, record) for kind in KINDS for record in self.dossier[kind])
        return {f"{kind}/{record['id']}": record["summary"] for kind, record in records if record.get("summary")}

    def resolve(self, address: str, href: str) -> tuple[str, str]:
        """Follow a link of a page: the address it leads to, without what it asks of a list, and the fragment."""
        path, fragment = urldefrag(urljoin(f"/{address}", href))
        return unquote(path.partition("?")[0]).lstrip("/"), unquote(fragment)

    def record(self, address: str, href: str) -> str:
        """The address of the record that a link leads to: its page, or its place among all of them on one page."""
        there, fragment = self.resolve(address, href)
        return f"{fragment}/" if there == WHOLE else there

    def __getitem__(self, address: str) -> BeautifulSoup:
        return self.pages[address]

    @cached_property
    def shown(self) -> dict[str, list[tuple[str, Tag]]]:
        """Every element that shows a fact, with the page it is on, by the fact's id."""
        found: dict[str, list[tuple[str, Tag]]] = {}
        for address, article in self.articles.items():
            for element in article.find_all(attrs={"data-claim": True}):
                found.setdefault(str(element["data-claim"]), []).append((address, element))
        return found

    @cached_property
    def at(self) -> dict[tuple[str, str], Tag]:
        """Every element of the articles that has an id, by page and id."""
        articles = self.articles.items()
        return {(address, str(e["id"])): e for address, article in articles for e in article.find_all(id=True)}
