"""`factsheet correct`: what changed since it was published, into the log of corrections."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from .. import settings
from ..checks.corrections import told
from ..curating import correcting
from ..curating.asking import BackError, ask, choose
from ..curating.writing import StyleError
from ..folders import Folders
from ..model.changes import Change
from ..model.vocabulary import CorrectionKind
from ..past.git import GitError
from ..problems import Level, printable, suggestion
from .opening import opened
from .printing import as_text


@click.command("correct")
@click.argument("fact", required=False)
@click.option("--kind", type=click.Choice([kind.value for kind in CorrectionKind]), help="What the change is.")
@click.option("--reason", help="Why it was changed, for readers.")
@click.option("--by", help="Who corrects it, as readers are to see it.")
@click.option("--yes", is_flag=True, help="Log without asking whether to.")
@click.pass_obj
def command(root: Path, fact: str | None, kind: str | None, reason: str | None, by: str | None, yes: bool) -> None:
    """Log what changed since it was published: of FACT (events/x#c1), or of all facts.

    Shows what each fact said and says now, asks for the reason, and adds the entry to corrections.yml. Exits 1
    while something is not logged.
    """
    folders, _ = opened(root)
    try:
        owing = correcting.owing(folders, settings.published(root))
    except (GitError, ValueError) as error:
        raise click.UsageError(f"{error}: what was published is not known") from error
    for problem in owing.unread:
        click.echo(as_text(problem), err=True)
    if any(problem.level is Level.ERROR for problem in owing.unread):
        sys.exit(1)
    changes = [change for change in owing.changes if fact in (None, change.part.fact)]
    if not changes:
        click.echo(printable(_nothing(owing, fact)))
        return
    if yes and not (reason and by):
        raise click.UsageError("--yes needs --reason and --by")
    for change in changes:
        if kind is not None and kind not in correcting.kinds(change) and not change.gone:
            either = " or ".join(correcting.kinds(change))
            raise click.UsageError(printable(f"{told(change)}: that is no {kind}, but a {either}"))
    writer = Writer(folders, kind, reason, by, yes)
    logged = [writer.log(change, by or owing.by) for change in changes]
    sys.exit(0 if all(logged) else 1)


def _nothing(owing: correcting.Owing, fact: str | None) -> str:
    if owing.commit is None:
        return "nothing is published yet (`published: none` in mkdocs.yml): there is nothing to correct"
    about = "" if fact is None else f" of {fact}"
    near = "" if fact is None else suggestion(fact, [change.part.fact for change in owing.changes])
    said = f"nothing{about} changed since {owing.commit[:10]} without being logged{near}"
    return f"{said}; entries that are not published yet are changed by hand" if owing.logged else said


@dataclass(frozen=True, slots=True)
class Writer:
    """Asks about each change what the options do not say, and writes its entry."""

    folders: Folders
    kind: str | None
    reason: str | None
    by: str | None
    yes: bool

    def log(self, change: Change, by: str) -> bool:
        """Log one change; tell whether it is in the log now."""
        click.echo(printable(told(change)))
        name = correcting.log_name(self.folders)
        try:
            kind = self._kind(change)
            reason = self.reason or ask("reason", needed=True)
            by = self.by or ask("by", by, needed=True)
            if self.yes or click.confirm("log it?", default=True):
                today = datetime.datetime.now(datetime.UTC).date().isoformat()
                correcting.log(self.folders, correcting.draft(change, kind, reason, by, today))
                click.echo(f"logged in {name}")
                return True
        except BackError:
            click.echo("not logged")
        except StyleError as error:
            click.echo(f"{name}: {error}; add this by hand:\n{error.snippet}", err=True)
        except (OSError, UnicodeDecodeError) as error:
            click.echo(f"{name}: {error}", err=True)
        return False

    def _kind(self, change: Change) -> CorrectionKind:
        choices = {str(kind): kind for kind in correcting.kinds(change)}
        first = next(iter(choices))
        if self.kind in choices:
            return choices[self.kind]
        return choices[first if len(choices) == 1 or self.yes else choose("kind", choices, first)]
