"""`factsheet verify`: every citation against the texts."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from ..curating import saving, verify
from ..problems import failing
from .opening import opened
from .printing import as_text


@click.command("verify")
@click.option("--accept-text", metavar="SOURCE", help="Take over the sha256 of this source's text as it is now.")
@click.pass_obj
def command(root: Path, accept_text: str | None) -> None:
    """Re-check every citation against the texts in the seeds folder, and write seeds/evidence.lock."""
    folders, _ = opened(root)
    if accept_text is not None:
        try:
            accepted = verify.accept(folders, accept_text)
        except LookupError as error:
            raise click.UsageError(str(error)) from error
        click.echo(f"{accept_text}: sha256 was {accepted.old}, is now {accepted.new}")
        if accepted.stale:
            click.echo("what was extracted is of another text: run `factsheet extract`", err=True)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    outcome = verify.verify(folders, today)
    for problem in outcome.problems:
        click.echo(as_text(problem))
    for source in outcome.absent:
        text = source.text
        click.echo(f"not here: {folders.seeds.name}/{text.file} (sha256 {text.sha256}, source {source.id})", err=True)
    if not outcome.present:
        raise click.UsageError(f"no text is in {folders.seeds}: put the files named above there; the lock is as it was")
    if not outcome.whole:
        click.echo("a record cannot be read: mend it first; the lock is as it was", err=True)
        sys.exit(1)
    path = folders.seeds / "evidence.lock"
    saving.save(path, outcome.lock.encode(), saving.bounds(folders, path))
    click.echo(f"{outcome.verified} of {outcome.citations} citations are in the lock", err=True)
    sys.exit(1 if failing(outcome.problems) or outcome.verified < outcome.citations else 0)
