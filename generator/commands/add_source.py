"""`factsheet add-source`: a source out of a text or a web page."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from ..curating import adding, review
from ..problems import printable
from .opening import opened


@click.command("add-source")
@click.argument("what", metavar="FILE|URL")
@click.option("--id", "id_", help="The new source's id.  [default: made of what the copy states]")
@click.pass_obj
def command(root: Path, what: str, id_: str | None) -> None:
    """Make a source of a text or a web page: its text, a record with honest blanks, and what is found in it.

    Nothing is asked of the network unless a URL is given. All files are written, or none.
    """
    folders, _ = opened(root)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    try:
        copy = adding.fetched(what, today) if "://" in what else adding.supplied(Path(what), folders, today)
        added = adding.prepare(folders, copy, id_)
        if id_ is None and sys.stdin.isatty():
            id_ = click.prompt("id", default=added.id, err=True)
            added = adding.prepare(folders, copy, id_) if id_ != added.id else added
        adding.save(added, folders)
    except adding.AddingError as error:
        raise click.UsageError(printable(str(error))) from error
    for path in added.files:
        click.echo(path.relative_to(root) if path.is_relative_to(root) else path)
    for note in (*added.notes, *(f"{name}: not in the supplied copy" for name in added.missing)):
        click.echo(note, err=True)
    left = len(review.open_desk(folders).open(added.id))
    known = added.candidates - left
    said = f"{left} candidates to decide about" + f", {known} more are in records already" * (known > 0)
    click.echo(f"{said}; next: look over content/sources/{added.id}.yml, then run", err=True)
    click.echo(f"`factsheet review {added.id}`, `factsheet verify` and `factsheet check`", err=True)
