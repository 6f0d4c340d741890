"""`factsheet init`: a dossier of one's own."""

from __future__ import annotations

import datetime
import shlex
import sys
from pathlib import Path

import click

from ..curating import starting
from ..problems import printable

_MOST_NAMED = 12


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the dossier is about.  [default: the folder's name]")
@click.option("--empty", is_flag=True, help="Without the example: one invented article and the records made of it.")
@click.option("--from", "requirement", help="Where pip gets Factsheet, for requirements.txt.  [default: as here]")
def command(folder: Path, title: str | None, empty: bool, requirement: str | None) -> None:
    """Start a dossier of your own in DIR, which builds at once.

    All files are written, or none; the folder must be new or empty, apart from `.git` and `.venv`.
    """
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(printable(f"{folder} is a file, and a dossier is a folder"))
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    try:
        if found := starting.in_the_way(folder):
            named = ", ".join(found[:_MOST_NAMED]) + ", …" * (len(found) > _MOST_NAMED)
            raise click.UsageError(printable(f"{folder} is not empty: it has {named}; name a new folder"))
        if title is None:
            title = starting.title_of(folder)
            if sys.stdin.isatty():
                title = click.prompt("What is it about?", default=title, err=True)
        made = starting.files(title, requirement or starting.requirement(), today, example=not empty)
        starting.save(folder, made)
    except starting.StartingError as error:
        raise click.UsageError(printable(str(error))) from error
    except OSError as error:
        raise click.UsageError(printable(f"{error.strerror}: {error.filename}; nothing was written")) from error
    click.echo(printable(f"{len(made)} files written to {folder}; next:"), err=True)
    first = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(str(folder))}"]
    adding = "factsheet add-source FILE"
    for line in [*first, "mkdocs serve", *([adding] if empty else ["factsheet review", adding])][:3]:
        click.echo(line)
