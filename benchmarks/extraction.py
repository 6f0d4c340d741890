#!/usr/bin/env python3
"""Show that extraction takes time in proportion to the length of the text.

    python benchmarks/extraction.py [--sizes 1K 10K 100K 1M 10M] [--seed 7] [--one-line] [--least 2]

Writes a text of our own of each size, extracts from it and prints megabytes a second of processor time, the ratio to
the mean rate of the sizes from 1 KB to 1 MB (1.00: linear), the peak of memory, and in the same run what a plain
pass for words with a regular expression takes over the same text, as a measure of the machine.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.extraction import Name, extract

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = {"K": 10**3, "M": 10**6}
SMALL = 10**6
GIVEN = ["Ola", "Kari", "Mette", "Lars", "Ingrid", "Anders", "Nora", "Henrik", "Astrid", "Jonas"]
FAMILY = ["Berg", "Lund", "Marsh", "Holm", "Vik", "Dahl", "Strand", "Moen", "Haug", "Nilsen", "Solberg", "Eide"]
PLACES = ["Norhaven", "Easthaven", "Kelvik", "Marness", "Tolby", "Redfjord", "Stenvik", "Oxmoor"]
ROLES = ["mayor", "harbour minister", "spokesperson for the port", "professor of shipping", "union leader"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
PATTERNS = (
    "“The {adj} ferry was late again,” {full}, the {role}, said on {day}. “We expected better,” {pro} added.",
    "About {n:,} people waited in {place}, while another {small} stayed at home, according to {full}.",
    "{family} told reporters that the harbour “will not be closed” before {month} {small}, 2024.",
    "The bridge in {place}, some {small} kilometres from {other}, cost ${n:,} and was opened in {year}.",
    "Nobody in {place} could say why the {adj} tide came early; the boats lay where they had been left.",
    "Prices rose {small} per cent to {n:,} crowns. {full} called it “a {adj} surprise” and left for {other}.",
    "In a statement, the {place} Harbour Council said: “We have asked for {small} to {more} new boats.”",
)
_WORDS = re.compile(r"\w+")


def write_text(size: int, seed: int, *, one_line: bool) -> str:
    """Return a text of `size` characters from the patterns, the same for the same seed."""
    pick = random.Random(seed)  # noqa: S311 (no secret: the same text each time)
    pieces, length = [], 0
    joint = " " if one_line else "\n\n"
    while length < size:
        sentences = [_fill(pick.choice(PATTERNS), pick) for _ in range(pick.randint(1, 5))]
        pieces.append(" ".join(sentences))
        length += len(pieces[-1]) + len(joint)
    return joint.join(pieces)[:size]


def _fill(pattern: str, pick: random.Random) -> str:
    family, small = pick.choice(FAMILY), pick.randint(2, 28)
    return pattern.format(
        full=f"{pick.choice(GIVEN)} {family}",
        family=family,
        role=pick.choice(ROLES),
        pro=pick.choice(["he", "she"]),
        place=pick.choice(PLACES),
        other=pick.choice(PLACES),
        day=pick.choice(DAYS),
        month=pick.choice(["May", "June", "October"]),
        year=pick.randint(1950, 2023),
        adj=pick.choice(["early", "old", "northern", "grey", "last"]),
        n=pick.randint(1000, 900_000),
        small=small,
        more=small + pick.randint(1, 9),
    )


def measure(run: Callable[[], object], least: float) -> float:
    """Return seconds of processor time: the best of as many runs as fit into `least` seconds, one at least."""
    best, spent = float("inf"), 0.0
    while spent < least:
        start = time.process_time()
        run()
        took = time.process_time() - start
        best, spent = min(best, took), spent + max(took, 1e-6)
    return best


def read_size(words: str) -> int:
    """Return the number of characters of "10K", "1M" or "500"."""
    unit = UNITS.get(words[-1].upper())
    return int(words[:-1]) * unit if unit else int(words)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", nargs="+", type=read_size, default=[read_size(s) for s in ["1K", "10K", "100K", "1M"]]
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--one-line", action="store_true", help="no line breaks: one paragraph of the whole size")
    parser.add_argument("--least", type=float, default=2.0, help="seconds to repeat small sizes for")
    args = parser.parse_args()
    names = [Name(f"person-{index}", f"{GIVEN[index % len(GIVEN)]} {family}") for index, family in enumerate(FAMILY)]
    sys.stdout.write(
        f"{'size':>12} {'seconds':>9} {'MB/s':>7} {'ratio':>6} {'words MB/s':>11} {'of it':>7} {'peak MB':>8}\n"
    )
    small: list[float] = []
    for size in sorted(args.sizes):
        text = write_text(size, args.seed, one_line=args.one_line)
        seconds = measure(lambda text=text: extract(text, "2024-01-24", names), args.least)  # type: ignore[misc]
        plain = measure(lambda text=text: _WORDS.findall(text), min(args.least, 0.5))  # type: ignore[misc]
        rate = size / 1e6 / seconds
        if size <= SMALL:
            small.append(rate)
        ratio = f"{rate / (sum(small) / len(small)):.2f}" if small else "–"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(
            f"{size:>12,} {seconds:>9.3f} {rate:>7.2f} {ratio:>6} {size / 1e6 / plain:>11.1f}"
            f" {100 * plain / seconds:>6.1f}% {peak:>8,}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
