"""`factsheet check`: everything that is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build
from ..problems import failing
from ..rendering.addresses import Addresses
from .opening import opened
from .printing import FORMATS, counted, progress


@click.command("check")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", help="How to print problems.")
@click.pass_obj
def command(root: Path, format_: str) -> None:
    """Report everything that is wrong, at its file, line and column.

    Exits 1 when there are errors or warnings; notes never fail.
    """
    folders, budget = opened(root)
    site = build.build(folders, Addresses(), budget, progress)
    for problem in site.problems:
        click.echo(FORMATS[format_](problem))
    click.echo(counted(site.problems), err=True)
    sys.exit(1 if failing(site.problems) else 0)
