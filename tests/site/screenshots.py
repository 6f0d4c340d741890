"""Photograph every kind of page of the real dossier and of that of extremes: narrow and wide, light and dark.

python tests/site/screenshots.py FOLDER [WORD]      FOLDER/index.html shows them side by side

With a word, only what has it in its title.

Besides the pages as they open: what opens on them, and two of them on paper.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import building
from browsing import CHROMIUM, OPTIONS, PATIENCE, kinds, search, served
from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
TALLEST = 8000
"""Pixels; the largest pages go on for many times as much, in the same way."""


def as_it_opens(page: Page) -> None:
    """Do nothing."""


def searched(page: Page) -> None:
    """Search for what most articles have."""
    if page.locator(".md-header__button[for=__search]").is_visible():
        page.locator(".md-header__button[for=__search]").click()
    search(page, "strike", page.locator(".md-search-result__item").first)


def narrowed(page: Page) -> None:
    """Choose in a filter."""
    page.locator(".fs-filter select").first.select_option(index=1)


def noted(page: Page) -> None:
    """Point at a footnote mark."""
    page.locator(".footnote-ref").first.hover()
    page.locator(".footnote-ref").first.focus()
    page.wait_for_timeout(800)


def pointed_at(page: Page) -> None:
    """Point at a cell of a matrix."""
    page.locator(".fs-cell").first.focus()


def unfolded(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("for (const one of document.querySelectorAll('article details')) one.open = true")


def listed(page: Page) -> None:
    """Open the menu; where there is room there is none."""
    if page.locator(".md-header__button[for=__drawer]").is_visible():
        page.locator(".md-header__button[for=__drawer]").click()
        page.wait_for_timeout(400)


@dataclass(frozen=True, slots=True)
class Shot:
    """A page, and what is done on it; `whole` shows it to its end, else what can be seen at once."""

    title: str
    address: str
    act: Callable[[Page], None] = as_it_opens
    whole: bool = True


def shots(name: str, site: building.Site) -> list[Shot]:
    """List what is photographed: every kind of page, and of the largest what opens on them."""
    found = kinds(site)
    pages = [Shot(f"{name} {kind.strip('/').replace('*', 'one') or 'home'}", at) for kind, at in found.items()]
    opening = [
        Shot(f"{name} search", "", searched, whole=False),
        Shot(f"{name} menu", "", listed, whole=False),
        Shot(f"{name} events narrowed", "events/", narrowed),
        Shot(f"{name} footnote", found["events/*"], noted, whole=False),
        Shot(f"{name} event unfolded", found["events/*"], unfolded),
        Shot(f"{name} disputes unfolded", "disputes/", unfolded),
    ]
    cells = next((address for address, page in site.pages.items() if page.select_one(".fs-cell")), None)
    if cells is not None:
        opening.append(Shot(f"{name} cell", cells, pointed_at, whole=False))
    if (site.folder / "admin").is_dir():
        opening.append(Shot(f"{name} admin", "admin/", whole=False))
    return pages + opening


def photograph(browser: Browser, name: str, site: building.Site, to: Path, word: str) -> dict[str, list[str]]:
    """Photograph a site; return the names of files by title."""
    rows: dict[str, list[str]] = {}
    with served(site.folder) as home:
        for scheme in SCHEMES:
            context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            for shot in shots(name, site):
                for width in WIDTHS if word in shot.title else ():
                    page.set_viewport_size({"width": width, "height": 900})
                    if width == WIDTHS[0] or shot.act is not as_it_opens:
                        page.goto(home + shot.address)
                        shot.act(page)
                    if shot.whole:
                        height = page.evaluate("document.documentElement.scrollHeight")
                        page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
                    file = f"{shot.title.replace(' ', '-').replace('/', '-')}-{width}-{scheme}.png"
                    page.screenshot(path=to / file)
                    rows.setdefault(shot.title, []).append(file)
            context.close()
        page = browser.new_page()
        for title, address in (("event", kinds(site)["events/*"]), ("whole", building.WHOLE)):
            page.goto(home + address)
            page.pdf(path=to / f"{name}-{title}.pdf", format="A4")
        page.close()
    return rows


def sheet(rows: dict[str, list[str]], papers: list[str]) -> str:
    """Return a page that shows the photographs, a row for each."""
    head = "".join(f"<th>{width} px, {scheme}</th>" for scheme in SCHEMES for width in WIDTHS)
    body = "".join(
        f"<tr><th>{escape(title)}</th>"
        + "".join(
            f'<td><a href="{escape(file)}"><img src="{escape(file)}" loading="lazy" alt=""></a></td>' for file in files
        )
        + "</tr>\n"
        for title, files in rows.items()
    )
    style = (
        "td{vertical-align:top}img{width:20vw;max-height:40vw;object-fit:cover;object-position:top;border:1px solid}"
    )
    paper = "".join(f'<li><a href="{escape(file)}">{escape(file)}</a></li>' for file in papers)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Every kind of page</title>'
        f"<style>{style}</style><p>On paper:</p><ul>{paper}</ul>"
        f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></html>"
    )


def editable(root: Path) -> Path:
    """Switch a dossier's editing page on, where its program is installed."""
    if building.CMS.is_dir():
        building.replaced(root / "mkdocs.yml", "  - factsheet\n", f"  - factsheet: {{admin: {building.CMS}}}\n")
    return root


def main(to: Path, word: str) -> None:
    """Build both sites and photograph them."""
    if CHROMIUM is None:
        sys.exit("There is no chromium, chromium-browser or google-chrome here")
    to.mkdir(parents=True, exist_ok=True)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        real = building.build(editable(building.real(Path(folder) / "real")))
        extreme = building.build(building.small(Path(folder) / "extreme", of="extreme"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        rows = photograph(browser, "real", real, to, word) | photograph(browser, "extreme", extreme, to, word)
        browser.close()
    papers = [f"{name}-{title}.pdf" for name in ("real", "extreme") for title in ("event", "whole")]
    (to / "index.html").write_text(sheet(rows, papers), encoding="utf-8")
    sys.stdout.write(f"{sum(map(len, rows.values()))} pictures: {to / 'index.html'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), " ".join(sys.argv[2:]))
