#!/usr/bin/env python3
"""Measure how the pages of a dossier load, beside plain pages of as many words with the same theme.

    npm install --no-save --ignore-scripts lighthouse@12.8.2
    python benchmarks/pages.py [--dossier DOSSIER] [--times 3] [KIND …]

Builds the site of a dossier (of this repository, unless another is named) and one of plain Markdown pages with the same
theme and MkDocs alone, serves both compressed, and lets Lighthouse load the largest page of each kind as a middling
telephone on a slow line does. Of several times the one with the median score counts. Prints the four scores, what the
score for performance comes from (seconds until there is something, and most of it, to see; milliseconds in which the
page answers nothing), the same of the plain page, and the ratios. The load of the machine is told, since it counts.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "site"))

import building
from browsing import CHROMIUM, OPTIONS, kinds, served
from mkdocs.commands.build import build
from mkdocs.config import load_config

LIGHTHOUSE = building.REPOSITORY / "node_modules" / "lighthouse" / "cli" / "index.js"
KINDS = ("", "events/*", "actors/*", "sources/*", "disputes/", "figures/*", "places/*", "quotes/*")
SENTENCE = "The harbour was closed in the morning, and the boats lay where they had been left. "


@dataclass(frozen=True)
class Load:
    """How a page loaded: its scores, of 100 each, and what the first of them comes from."""

    scores: tuple[int, ...]  # performance, accessibility, best practices, search engines
    first: float  # seconds until something is to be seen
    largest: float  # seconds until the largest part is to be seen
    blocked: float  # milliseconds in which the page answers nothing
    shifted: float  # how much moved, as a share of the window

    def __str__(self) -> str:
        return (
            f"{self.scores[0]} | {self.first:.1f} s | {self.largest:.1f} s | {self.blocked:.0f} ms | {self.shifted:.2f}"
        )


def plain(config: str, words: dict[str, int], root: Path) -> Path:
    """Build a site of Markdown pages alone, one of as many words for each kind; return its folder."""
    theme = re.search(r"^theme:\n(?:[ ].*\n|\n)*", config, re.MULTILINE)
    kept = theme[0] if theme else "theme: {name: material, font: false}\n"
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(f"site_name: Plain\nsite_description: Plain.\n{kept}nav: [index.md]\n", "utf-8")
    for number, count in enumerate(words.values()):
        sentences = SENTENCE * (count // len(SENTENCE.split()) + 1)
        told = sentences.split()[:count]
        parts = [" ".join(told[start : start + 120]) for start in range(0, count, 120)]
        body = "\n\n".join(
            f"## Part {place}\n\n{part}" if place % 4 == 1 else part for place, part in enumerate(parts, 1)
        )
        (root / f"docs/page-{number}.md").write_text(f"# Page {number}\n\n{body}\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# Plain\n", encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    return root / "site"


def loaded(address: str, times: int) -> Load:
    """Load a page some times; return the load with the median score for performance."""
    flags = " ".join([*OPTIONS, "--headless=new", "--disable-quic"])
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    found = []
    for _ in range(times):
        surroundings = os.environ | {"CHROME_PATH": CHROMIUM or ""}
        told = json.loads(subprocess.run(command, env=surroundings, capture_output=True, check=True).stdout)  # noqa: S603 – what this file names
        names = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
        first, largest, blocked, shifted = (told["audits"][name]["numericValue"] for name in names)
        scores = tuple(round(100 * category["score"]) for category in told["categories"].values())
        found.append(Load(scores, first / 1000, largest / 1000, blocked, shifted))
    return sorted(found, key=lambda load: load.scores[0])[len(found) // 2]


def main() -> None:
    """Build, serve, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {KINDS}; all unless some are named")
    parser.add_argument("--dossier", type=Path, default=building.REPOSITORY)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    if not LIGHTHOUSE.is_file() or CHROMIUM is None:
        sys.exit("needs Chromium, and: npm install --no-save --ignore-scripts lighthouse@12.8.2")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    say = sys.stdout.write
    with TemporaryDirectory() as folder:
        config = load_config(str(options.dossier / "mkdocs.yml"), site_dir=f"{folder}/site")
        build(config)
        site = building.Site(Path(folder))
        wanted = {kind: address for kind, address in kinds(site).items() if kind in (options.kinds or KINDS)}
        words = {
            kind: len(site.pages[address].select("article")[0].get_text().split()) for kind, address in wanted.items()
        }
        peer = plain((options.dossier / "mkdocs.yml").read_text("utf-8"), words, Path(folder) / "plain")
        say(f"each page {options.times} times, load {os.getloadavg()[0]:.1f}\n\n")
        say("| page | words | accessibility, practices, search | performance | first | largest | blocked | moved ")
        say("| plain: performance | first | largest | blocked | moved | ratio of scores | of largest |\n")
        say(f"|{'---|' * 15}\n")
        with served(site.folder) as home, served(peer) as other:
            for number, (kind, address) in enumerate(wanted.items()):
                own = loaded(home + address, options.times)
                alone = loaded(f"{other}page-{number}/", options.times)
                ratios = f"{own.scores[0] / alone.scores[0]:.2f} | {own.largest / alone.largest:.2f}"
                rest = ", ".join(map(str, own.scores[1:]))
                say(f"| {kind or 'home'} | {words[kind]} | {rest} | {own} | {alone} | {ratios} |\n")
                sys.stdout.flush()
        say(f"\nload {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main()
