"""`factsheet schema`: what an editor needs to complete, explain and check a record while it is written."""

from __future__ import annotations

from pathlib import Path

import click

from ..curating import saving, schemas
from ..folders import read
from ..model.records import KINDS
from .opening import opened


@click.command("schema")
@click.option("--ids", is_flag=True, help="Have editors propose the ids that the dossier has now; not to be committed.")
@click.pass_obj
def command(root: Path, ids: bool) -> None:
    """Write the JSON Schemas of the records, for editors, into `schemas` in the content folder.

    A record's first line names its schema: `# yaml-language-server: $schema=../schemas/event.json`.
    """
    folders, _ = opened(root)
    folder = folders.content / schemas.FOLDER
    dossier = read(folders)[0].dossier if ids else None
    known = {folder.removesuffix("s"): dossier.ids(folder) for folder in KINDS} if dossier else {}
    texts = schemas.written(known)
    for name, text in texts.items():
        saving.save(folder / name, text.encode(), saving.bounds(folders, folder))
    click.echo(f"{len(texts)} schemas written to {folder}", err=True)
