"""`factsheet extract`: what a program finds in the texts."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click
from click.core import ParameterSource

from ..curating import extract, saving
from ..extraction import Name
from .opening import opened
from .printing import progress


@click.command("extract")
@click.option(
    "--jsonl",
    "documents",
    type=click.File("rb"),
    metavar="IN",
    help='Read `{"doc_id", "text", "published"}` a line (- for standard input) and print what is found, a line each.',
)
@click.pass_context
def command(context: click.Context, documents: BinaryIO | None) -> None:
    """Find quotations, numbers, dates and names in the texts, and write them to seeds/extracted/.

    Curated records and decisions are never touched. With --jsonl no dossier is needed: its names are used
    only where `factsheet --dossier FOLDER` names one.
    """
    if documents is not None:
        known = [] if context.parent is None or _by_default(context.parent) else _names(context.obj)
        try:
            for line in extract.lines(progress(documents, "extracting"), known):
                click.echo(line)
        except extract.LineError as error:
            raise click.UsageError(f"{getattr(documents, 'name', '<stdin>')}: {error}") from error
        return
    folders, _ = opened(context.obj)
    written = 0
    for found in progress(extract.run(folders), "extracting"):
        if found.file is None:
            click.echo(f"{found.source.id}: {found.why}", err=True)
        else:
            path = folders.seeds / "extracted" / f"{found.source.id}.yml"
            saving.save(path, found.file.encode(), saving.bounds(folders, path))
            written += 1
    if not written:
        raise click.UsageError(f"no text to extract from is in {folders.seeds}")
    click.echo(f"{written} file{'s' * (written != 1)} written to {folders.seeds.name}/extracted/", err=True)


def _by_default(context: click.Context) -> bool:
    """Tell whether nobody named a dossier."""
    return context.get_parameter_source("dossier") is ParameterSource.DEFAULT


def _names(root: Path) -> list[Name]:
    folders, _ = opened(root)
    return extract.names(extract.read(folders))
