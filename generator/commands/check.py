"""`factsheet check`: everything that is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build, settings
from ..past import history
from ..problems import failing
from .opening import opened
from .printing import FORMATS, coloured, counted, explanation, from_here, progress, shows_lines, with_excerpts


@click.command("check")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", help="How to print problems.")
@click.pass_obj
def command(root: Path, format_: str) -> None:
    """Report everything that is wrong, at its file, line and column; on a terminal, with the line itself.

    Exits 1 when there are errors or warnings; notes never fail.
    """
    folders, budget = opened(root)
    past = history.known(folders, settings.published(root))
    problems = build.check(folders, budget, progress, past)
    on_terminal = format_ == "text" and shows_lines(sys.stdout)
    told = from_here(problems, root) if format_ == "github" else problems
    colour = coloured()
    written = with_excerpts(told, root, colour=colour) if on_terminal else map(FORMATS[format_], told)
    for lines in written:
        click.echo(lines, color=on_terminal and colour)
    click.echo(counted(problems), err=True)
    if on_terminal and failing(problems):
        click.echo(explanation(problems), err=True)
    sys.exit(1 if failing(problems) else 0)
