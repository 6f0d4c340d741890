"""`factsheet render`: the pages as Markdown files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build, settings
from ..curating import saving
from ..past import history
from ..rendering.addresses import Addresses
from ..rendering.page import markdown
from .opening import opened
from .printing import as_text, progress


@click.command("render")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def command(root: Path, folder: Path) -> None:
    """Write the pages as Markdown files, for any other site generator."""
    folders, budget = opened(root)
    kept = [place.resolve() for place in (folders.content, folders.seeds, folders.templates)]
    into = folder.resolve()
    if any(into.is_relative_to(place) or place.is_relative_to(into) for place in kept):
        raise click.UsageError(f"{folder} holds the dossier, or lies in it: name another folder")
    name, url = settings.site(root)
    past = history.past(folders, settings.published(root))
    site = build.build(folders, Addresses(site=url, name=name), budget, progress, past)
    for problem in site.problems:
        click.echo(as_text(problem), err=True)
    if not site.sound:
        sys.exit(1)
    files = {page.file: markdown(page) for page in site.pages} | dict(site.data)
    if site.glance is not None:
        files.setdefault("index.md", markdown(site.glance))
    for name, text in progress(sorted(files.items()), "writing"):
        saving.save(folder / name, text.encode(), folder)
    click.echo(f"{len(files)} files written to {folder}", err=True)
