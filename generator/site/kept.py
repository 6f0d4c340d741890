"""What a rebuild under `mkdocs serve` takes over from the one before: whatever would come out the same again.

A page passes three stages that each cost more than comparing what goes into them: Markdown, the theme, and search's
reading of it. Each is kept with all it was made from, and taken over when that is equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..rendering.page import Page, anchors, filled
from ..rendering.pages import Rendered

PLAIN = {"factsheet", "search", "material/search"}
"""Plugins that put nothing into a page but what is compared here. With any other, or a hook, nothing is kept."""
READING = {"pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include"}
"""Extensions of Markdown that put other files into a page, which nobody compares here."""
BOX = "<!-- factsheet: problems -->"
"""Stands in a kept page where the box of problems goes, which changes while the page does not."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A page after Markdown: what that made of its headings, with gaps, and what came of filling them."""

    markdown: str
    gapped: str
    toc: Any
    ids: frozenset[str]
    page: Page
    html: str
    searched: str
    anchors: frozenset[str]

    @classmethod
    def of(cls, page: Page, markdown: str, gapped: str, toc: Any, ids: frozenset[str]) -> Converted:
        """Fill the gaps, for the page and for search."""
        html, searched = filled(gapped, page), filled(gapped, page, to_find=True)
        return cls(markdown, gapped, toc, ids, page, html, searched, ids | anchors(page))

    def now(self, page: Page) -> Converted:
        """Fill the gaps anew where the page's sections are not as they were."""
        return self if self.page == page else self.of(page, self.markdown, self.gapped, self.toc, self.ids)


@dataclass(frozen=True, slots=True)
class Themed:
    """A page in its theme: what it was made from, its address, and the HTML file."""

    ingredients: object
    url: str
    html: str


class Kept:
    """The last rebuild's pages by their Markdown file, and what search found on each, by address."""

    def __init__(self) -> None:
        self.setting: object = None
        self.alone = False
        self.plain = False
        self.whole = False
        self.rendered = Rendered()
        self.forget()

    def begin(self, setting: object, *, alone: bool) -> None:
        """Begin a rebuild. With another setting than before, or None where it is not known, nothing is taken over.

        `alone` is whether nobody else puts anything into a page.
        """
        self.alone = alone
        self.plain = setting is not None and alone
        if setting is None or setting != self.setting:
            self.rendered = Rendered()
        if setting is None or setting != self.setting or not (self.plain and self.whole):
            self.forget()
        self.setting, self.whole = setting, False

    def forget(self) -> None:
        """Take no page over from MkDocs: each goes through Markdown, theme and search again."""
        self.converted: dict[str, Converted] = {}
        self.themed: dict[str, Themed] = {}
        self.reused: dict[str, Themed] = {}
        self.ingredients: dict[str, object] = {}
        self.searched: dict[str, object] = {}
        self.entries: dict[str, list[Any]] = {}
        self.known: set[str] = set()

    def compare(self, nav: Any, files: Iterable[Any]) -> None:
        """Find the pages that would come out of the theme as they did before."""
        self.reused, self.ingredients, self.known = {}, {}, set()
        around = str(nav)
        for file in files:
            if (page := file.page) is None:
                continue
            told = (
                around,
                page.title,
                page.content,
                page.meta,
                str(page.toc),
                page.edit_url,
                page.canonical_url,
                [str(near) for near in (page.parent, page.previous_page, page.next_page)],
            )
            self.ingredients[file.src_uri] = told
            before = self.themed.get(file.src_uri)
            if before is not None and before.ingredients == told:
                self.reused[file.src_uri] = before
                self.known.add(page.url)

    def keep(self, page: Any, html: str) -> None:
        """Keep a page as it came out of the theme."""
        told = self.ingredients.get(page.file.src_uri)
        if self.plain and told is not None:
            self.themed[page.file.src_uri] = Themed(told, page.url, html)

    def found(self, page: Any, content: str) -> bool:
        """Tell whether search found on a page before what it would find again."""
        told = (content, page.title, page.meta, str(page.toc))
        same = self.plain and self.searched.get(page.file.src_uri) == told
        self.searched[page.file.src_uri] = told
        if same:
            self.known.add(page.url)
        return same

    def finish(self, index: Path) -> None:
        """End a rebuild that was not broken off; give the search index the entries of the pages it was not shown."""
        self.whole = True
        if not self.plain or not index.is_file():
            return
        written = json.loads(index.read_text(encoding="utf-8"))
        found: dict[str, list[Any]] = {}
        for entry in written["docs"]:
            found.setdefault(entry["location"].partition("#")[0], []).append(entry)
        found |= {url: self.entries.get(url, []) for url in self.known}
        self.entries = found
        written["docs"] = [entry for entries in found.values() for entry in entries]
        index.write_text(json.dumps(written, separators=(",", ":")), encoding="utf-8")


def alone(config: Any) -> bool:
    """Tell whether nobody but us puts anything into a page: no plugin, no hook, no extension of Markdown."""
    return set(config.plugins) <= PLAIN and not READING & set(config.markdown_extensions)


def setting(config: Any, *folders: Path) -> object:
    """Return what every page depends on besides the dossier: MkDocs' configuration and the templates in folders.

    None while the templates come and go.
    """
    look = looks([*folders, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])])
    options = {name: getattr(plugin, "config", None) for name, plugin in config.plugins.items()}  # a hook has none
    told = [{**config, "plugins": options, "theme": {**config.theme}}, config.theme.name, look]
    return None if look is None else json.dumps(told, default=str)


def looks(folders: Iterable[Path]) -> list[tuple[str, int, int]] | None:
    """Tell the state of the files in folders, by name, time and size; None while they come and go."""
    try:
        found = [(str(path), path.stat()) for folder in folders for path in folder.rglob("*")]
    except OSError:
        return None
    return sorted((path, state.st_mtime_ns, state.st_size) for path, state in found)
