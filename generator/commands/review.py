"""`factsheet review`: decide about what was found."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..curating import review, reviewing
from ..problems import quoted, suggestion
from .opening import opened


@click.command("review")
@click.argument("source", required=False)
@click.option("--list", "listing", is_flag=True, help="Print what is open, a line each, and ask nothing.")
@click.option("--kind", type=click.Choice(reviewing.KINDS), help="Only candidates of this kind.")
@click.pass_obj
def command(root: Path, source: str | None, listing: bool, kind: str | None) -> None:
    """Decide about what extraction found: accept it into a record, or reject it with a reason.

    Goes through the open candidates of SOURCE, or of all sources, one by one. Exits 1 while any is open.
    """
    folders, _ = opened(root)
    desk = review.open_desk(folders)
    if source is not None and not desk.dossier.knows("sources", source):
        near = suggestion(source, desk.dossier.ids("sources"))
        raise click.UsageError(f"there is no source {quoted(source)}{near}")
    unread = [id_ for id_ in desk.unread if source in (None, id_)]
    for id_ in unread:
        click.echo(f"{id_}: not gone through: run `factsheet extract` where its text is", err=True)
    if not desk.status or source in unread:
        raise click.UsageError("nothing to review: run `factsheet extract` where the texts are")
    if listing:
        items = desk.open(source, kind)
        for item in items:
            click.echo(reviewing.listed(item))
        left = len(items)
    else:
        left = reviewing.walk(folders, source, kind)
    sys.exit(1 if left else 0)
