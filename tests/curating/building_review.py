"""What the tests of `review` and `add-source` share: an article, and how the command is run."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main

SOURCE = "reyes-2021-03-14"
ARTICLE = """Seven hurt at Lumo harbour

By Ana Reyes

14 March 2021

At least seven dockers were injured in Lumo on Sunday, the Dockers’ Union said. Another report spoke of seven dockers.

“We will not go back to work,” said Mira Tal, a spokeswoman for the union.

“The harbour is open,” Ivo Brandt told reporters. “We were warned too late,” Ivo Brandt said again.

The Port Authority of Kesh keeps about 40 cranes in Lumo.
"""


def run(root: Path, *words: str, input: str | None = None) -> Result:
    """Run a command in a dossier."""
    return CliRunner().invoke(main, ["--dossier", str(root), *words], input=input, catch_exceptions=False)


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a dossier, byte for byte."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def check(root: Path) -> list[str]:
    """What `factsheet check` finds wrong, notes left out."""
    return [line for line in run(root, "check").stdout.splitlines() if ": note: " not in line]
