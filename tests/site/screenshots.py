"""Photograph every kind of page of the real dossier and of that of extremes: narrow and wide, light and dark.

python tests/site/screenshots.py FOLDER      FOLDER/index.html shows them side by side
"""

from __future__ import annotations

import os
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import building
from browsing import CHROMIUM, OPTIONS, kinds, served
from playwright.sync_api import Browser, sync_playwright

LOOKS = [(width, scheme) for width in (390, 1440) for scheme in ("light", "dark")]
TALLEST = 6000
"""Pixels; the largest pages go on for many times as much, in the same way."""


def photograph(browser: Browser, site: building.Site, name: str, to: Path) -> list[list[str]]:
    """Photograph a page of each kind; return rows of names of files."""
    rows = [[name + " " + kind.strip("/").replace("/", " ") for kind in kinds(site)]]
    with served(site.folder) as home:
        for width, scheme in LOOKS:
            looks: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
            context = browser.new_context(**looks, reduced_motion="reduce")
            page = context.new_page()
            column = []
            for kind, address in kinds(site).items():
                page.goto(home + address)
                page.wait_for_load_state("networkidle")
                file = "-".join(filter(None, [name, *kind.replace("*", "one").split("/"), str(width), scheme])) + ".png"
                height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                page.set_viewport_size({"width": width, "height": height})
                page.screenshot(path=to / file)
                page.set_viewport_size({"width": width, "height": 900})
                column.append(file)
            rows.append(column)
            context.close()
    return [list(row) for row in zip(*rows, strict=True)]


def sheet(rows: list[list[str]]) -> str:
    """Return a page that shows the photographs, a row for each kind."""
    head = "".join(f"<th>{width} px, {scheme}</th>" for width, scheme in LOOKS)
    body = "".join(
        f"<tr><th>{escape(title)}</th>"
        + "".join(
            f'<td><a href="{escape(file)}"><img src="{escape(file)}" loading="lazy" alt=""></a></td>' for file in files
        )
        + "</tr>\n"
        for title, *files in rows
    )
    style = (
        "td{vertical-align:top}img{width:20vw;max-height:40vw;object-fit:cover;object-position:top;border:1px solid}"
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Every kind of page</title>'
        f"<style>{style}</style><table><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></html>"
    )


def main(to: Path) -> None:
    """Build both sites and photograph them."""
    if CHROMIUM is None:
        sys.exit("There is no chromium, chromium-browser or google-chrome here")
    to.mkdir(parents=True, exist_ok=True)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        real = building.build(building.real(Path(folder) / "real"))
        extreme = building.build(building.small(Path(folder) / "extreme", of="extreme"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        rows = photograph(browser, real, "real", to) + photograph(browser, extreme, "extreme", to)
        browser.close()
    (to / "index.html").write_text(sheet(rows), encoding="utf-8")
    sys.stdout.write(f"{sum(len(row) - 1 for row in rows)} pictures: {to / 'index.html'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
