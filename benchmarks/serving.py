#!/usr/bin/env python3
"""Measure how long a saved correction takes to stand on its page in a browser.

    python benchmarks/serving.py [DOSSIER] [--times 10]

Serves a copy of a dossier (of this repository, unless another is named) and, beside it, a site of as many plain
Markdown pages with the same theme and MkDocs alone. In turn, a number is saved in a record and a word in a Markdown
page, and it is waited for in Chromium, which is left to reload by itself. Prints seconds from saving to showing and, of
them, those until the server has noticed and those of its build; the rest are the browser's. The load of the machine is
told, since all of it counts. The first save counts as one of its own: after it no page is cited as it was committed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "site"))

import building
from browsing import CHROMIUM, OPTIONS
from playwright.sync_api import Browser, Page, sync_playwright
from repositories import git
from serving import Serving

PATIENCE = 120_000
"""Milliseconds after which a change that does not show is given up."""
NUMBER = re.compile(r"^    value: (?P<number>[1-9][0-9]{0,2})$", re.MULTILINE)
CLAIM = re.compile(r"^  - id: (?P<id>c[0-9]+)$", re.MULTILINE)
PARAGRAPH = "The harbour was closed in the morning, and the boats lay where they had been left. " * 4
BEGUN, DONE = "Building documentation", "Reloading browsers"
SHOWN = "([selector, said]) => document.querySelector(selector)?.textContent.includes(said)"


def plain(config: str, pages: int, root: Path) -> None:
    """Write a site of Markdown pages alone, with the theme of a dossier's mkdocs.yml."""
    theme = re.search(r"^theme:\n(?:[ ].*\n|\n)*", config, re.MULTILINE)
    kept = theme[0] if theme else "theme: {name: material, font: false}\n"
    (root / "mkdocs.yml").parent.mkdir(parents=True)
    text = f"site_name: Plain\n{kept}markdown_extensions: [attr_list, footnotes, tables]\nnav: [index.md]\n"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    (root / "docs").mkdir()
    body = "\n\n".join(f"## Part {part}\n\n{PARAGRAPH}" for part in range(8))
    for number in range(pages - 2):  # besides the home page, and the one for what is not found
        (root / f"docs/page-{number}.md").write_text(f"# Page {number}\n\n{body}\n", encoding="utf-8")
    (root / "docs/index.md").write_text(f"# Plain\n\nThis is turn000.\n\n{body}\n", encoding="utf-8")


def number_in(root: Path) -> tuple[str, str, str]:
    """Find a number to correct: the record's file, the claim's id, and the number."""
    for path in sorted((root / "content/figures").glob("*.yml")) + sorted((root / "content/events").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        if found := NUMBER.search(text):
            (*_, claim) = CLAIM.finditer(text, 0, found.start())
            return path.relative_to(root).as_posix(), claim["id"], found["number"]
    sys.exit("the dossier has no claim whose value is a small whole number")


class Timed(Serving):
    """Notes when each line of the log was said."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.times: list[float] = []

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.times.append(time.perf_counter())
            self.said.append(line)

    def when(self, words: str, since: int) -> float:
        """Return when words were first said after so many lines."""
        return next(at for at, line in zip(self.times[since:], self.said[since:], strict=False) if words in line)


@dataclass(frozen=True)
class Took:
    """Seconds from a save until the server began to build, until it was done, and until the page showed it."""

    noticed: float
    built: float
    shown: float


def took(serving: Timed, page: Page, change: tuple[str, str, str], selector: str, shown: str) -> Took:
    """Save a change, and wait until the page shows it."""
    said = len(serving.said)
    start = time.perf_counter()
    serving.change(*change)
    page.wait_for_function(SHOWN, arg=[selector, shown], timeout=PATIENCE)
    end = time.perf_counter() - start
    return Took(serving.when(BEGUN, said) - start, serving.when(DONE, said) - start, end)


def opened(browser: Browser, serving: Serving, path: str) -> Page:
    page = browser.new_page()
    page.goto(f"http://{serving.address}/{path}")
    return page


def copied(dossier: Path, to: Path) -> int:
    """Copy a dossier as it is, with its history where it has one; return how many pages its site has."""
    if (dossier / ".git").exists():
        git(dossier, "clone", "--quiet", ".", str(to))
    for name in ("content", "seeds"):
        shutil.copytree(dossier / name, to / name, dirs_exist_ok=True)
    shutil.copy(dossier / "mkdocs.yml", to)
    pages = [path.read_text(encoding="utf-8") for path in building.build(to).folder.rglob("*.html")]
    return sum('http-equiv="refresh"' not in text for text in pages)


def measured(root: Path, pages: int, times: int) -> tuple[list[Took], list[Took]]:
    """Return the seconds of each turn: a dossier's, and those of MkDocs alone with as many pages."""
    name, claim, number = number_in(root / "dossier")
    address = name.removeprefix("content/").removesuffix(".yml") + "/"
    plain((root / "dossier/mkdocs.yml").read_text(encoding="utf-8"), pages, root / "plain")
    own, alone = [], []
    with Timed(root / "dossier") as dossier, Timed(root / "plain") as markdown, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        left, right = opened(browser, dossier, address), opened(browser, markdown, "")
        for turn in range(1, times + 2):
            old, new = (str(int(number) + 1000 * n) for n in (turn - 1, turn))
            own.append(took(dossier, left, (name, f"value: {old}\n", f"value: {new}\n"), f"#{claim}", new))
            before, after = (f"turn{n:03}" for n in (turn - 1, turn))
            alone.append(took(markdown, right, ("docs/index.md", before, after), "article", after))
        browser.close()
    return own, alone


def median(turns: list[Took]) -> float:
    return statistics.median(one.shown for one in turns)


def row(name: str, turns: list[Took]) -> str:
    """Write a line of the table: all of it at its median, least and most, then the medians of its three parts."""
    all_ = [one.shown for one in turns]
    parts = [(one.noticed, one.built - one.noticed, one.shown - one.built) for one in turns]
    seconds = (median(turns), min(all_), max(all_), *map(statistics.median, zip(*parts, strict=True)))
    return f"| {name} | {' | '.join(f'{one:.2f} s' for one in seconds)} |"


def main() -> None:
    """Serve, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("dossier", nargs="?", type=Path, default=building.REPOSITORY)
    parser.add_argument("--times", type=int, default=10)
    options = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with TemporaryDirectory() as folder:
        pages = copied(options.dossier.resolve(), Path(folder) / "dossier")
        before = os.getloadavg()[0]
        own, alone = measured(Path(folder), pages, options.times)
    rows = [
        f"{pages} pages, {options.times} times, load {before:.1f} to {os.getloadavg()[0]:.1f}",
        "",
        "| from saving to the page in Chromium | median | least | most | noticed | built | shown |",
        "|---|---|---|---|---|---|---|",
    ]
    rows.append(row("Factsheet: the first number in a record", own[:1]))
    rows.append(row("Factsheet: a number in a record", own[1:]))
    rows.append(row("MkDocs alone: a word in Markdown", alone[1:]))
    rows.append(f"| ratio of the medians | {median(own[1:]) / median(alone[1:]):.2f} | | | | | |")
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
