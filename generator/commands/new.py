"""`factsheet new`: a record, out of the answers that it cannot be without."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..curating import review
from ..curating.asking import BackError, ask, choose, fresh, pick, taken
from ..curating.drafting import FOLDERS, Draft, DraftError, way
from ..curating.writing import StyleError
from ..folders import read
from ..model.fields import Field
from ..model.fields import Path as Way
from ..model.records import KINDS
from ..problems import printable, quoted
from ..reading import files
from ..slugs import is_id, propose_id
from .opening import opened
from .printing import as_text

LABELS = {
    "author": "author (several: separated by `;`; Enter: the copy does not state it)",
    "names.value": "name",
    "names.cite.source": "source in which the name stands",
    "names.cite.exact": "the words in which it stands there",
    "claims.value": "when it happened, as a source has it: 2024-01-24 (Enter: later)",
    "claims.cite.source": "source that says when",
    "claims.cite.exact": "the words that say when, as the text has them",
    "said": "said on: 2024-01-24 (Enter: not stated)",
    "event": "event it is about (Enter for none)",
    "passages.renderings.source": "source that carries the words",
    "passages.renderings.exact": "the words, as the text has them",
    "passages.renderings.form": "form",
    "text.file": "the text's file in the seeds folder",
}
"""Questions, by the field; a field that is not here is asked for by its name."""
_STATED = "{} (Enter: the copy does not state it)"


@click.command("new")
@click.argument("kind", type=click.Choice(list(FOLDERS)))
@click.option(
    "--set", "given", multiple=True, metavar="FIELD=VALUE", help="An answer: type=vote, names.value='Ivo Brandt'."
)
@click.option("--id", "id_", help="The new record's id.  [default: made of its title or name, and its date]")
@click.option("--no-edit", is_flag=True, help="Do not open the record in $VISUAL or $EDITOR.")
@click.pass_obj
def command(root: Path, kind: str, given: tuple[str, ...], id_: str | None, no_edit: bool) -> None:
    """Write a new record of a KIND: asks for what it cannot be without, and proposes its id.

    Without a terminal all of that comes from --set. A source with its text at hand is made by `add-source`.
    """
    folders, _ = opened(root)
    draft = Draft(folders, read(folders)[0].dossier, FOLDERS[kind])
    try:
        draft.take(_pairs(given))
    except DraftError as error:
        raise click.UsageError(printable(str(error))) from error
    if id_ is not None and (why := _no_id(draft, id_)):
        raise click.UsageError(printable(why))
    if terminal():
        while one := draft.open():
            _ask(draft, one, kind)
        id_ = id_ or fresh(draft.dossier, folders.content, draft.folder, draft.id())
    elif needed := draft.needed():
        raise click.UsageError(f"still needed: {', '.join(map(_option, needed))}")
    id_ = id_ or draft.id()
    try:
        change = review.made(folders, draft.folder, id_, draft.text(id_))
        review.save(change)
    except (StyleError, review.ChangedError) as error:
        raise click.UsageError(printable(str(error))) from error
    click.echo(change.path.relative_to(root) if change.path.is_relative_to(root) else change.path)
    if not no_edit and terminal() and (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        click.edit(filename=str(change.path))
    _, problems = files.load(KINDS[draft.folder], change.path, folders.content, folders.root)
    for problem in problems:
        click.echo(as_text(problem), err=True)
    click.echo("next: what its first lines say, then `factsheet verify` and `factsheet check`", err=True)
    sys.exit(1 if problems else 0)


def terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _pairs(given: Iterable[str]) -> dict[Way, str]:
    answers: dict[Way, str] = {}
    for one in given:
        name, equals, said = one.partition("=")
        if not equals:
            raise DraftError(f"{quoted(one)} is no FIELD=VALUE")
        if way(name.strip()) in answers:
            raise DraftError(f"{quoted(name.strip())} is given twice")
        answers[way(name.strip())] = said
    return answers


def _no_id(draft: Draft, id_: str) -> str:
    """Say why the new record cannot have this id; empty where it can."""
    if is_id(id_):
        return taken(draft.dossier, draft.folders.content, draft.folder, id_)
    near = propose_id(id_)
    return f"{quoted(id_)} is not an id" + (f"; write it as `{near}`" if near else "")


def _option(one: Field) -> str:
    choices = f" ({', '.join(one.choices)})" if one.choices else ""
    return f"--set {one.name}=…{choices}"


def _ask(draft: Draft, one: Field, kind: str) -> None:
    """Ask for one field, until the answer can be."""
    needed = one in draft.needed()
    known = draft.dossier.ids(one.folder) if one.folder else []
    if needed and one.folder and not known:
        other = one.folder.removesuffix("s")
        raise click.UsageError(
            f"{kind}: it needs the id of a file in content/{one.folder}/; first run `factsheet new {other}`"
        )
    label = LABELS.get(one.name, one.name if needed else _STATED.format(one.name))
    default = draft.proposal(one)
    try:
        if one.folder:
            others = [draft.others(one)] if draft.others(one) else []
            said = pick(draft.dossier, label, (one.folder,), default, *others, optional=not needed).split("/")[-1]
        elif one.choices:
            said = choose(label, one.choices, default)
        else:
            said = ask(label, default, needed=needed)
        draft.take({one.path: said})
    except BackError:
        click.echo("it cannot be without this; Ctrl+C stops, and nothing is written")
    except DraftError as error:
        click.echo(printable(str(error)))
