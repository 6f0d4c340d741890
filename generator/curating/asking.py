"""Questions in the terminal: words, one of several, a record of the dossier, the id of a new one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from ..model.dossier import Dossier
from ..model.records import Named, Record
from ..problems import printable, quoted
from ..slugs import is_id, propose_id

_NEAR = 3
_MOST_NAMED = 12


class BackError(Exception):
    """The person answered a question with nothing: back to the candidate."""


def ask(label: str, default: str = "", *, needed: bool = False) -> str:
    """Ask one question. With `needed`, no answer leads back to the candidate."""
    said: str = click.prompt(label, default=default, show_default=bool(default))
    if needed and not said.strip():
        raise BackError
    return said.strip()


def choose(label: str, choices: Collection[str], default: str = "") -> str:
    """Ask for one of several words, until it is one; a single one is the default."""
    while True:
        only = next(iter(choices)) if len(choices) == 1 else default
        said = ask(f"{label} ({', '.join(choices)})", only, needed=True)
        if said in choices:
            return said
        click.echo(f"{quoted(printable(said))} is none of them")


def heading(record: Record | None, otherwise: str) -> str:
    """Return the words that stand for a record, or others where it cannot be read."""
    return otherwise if record is None else record.heading


def fresh(dossier: Dossier, content: Path, folder: str, proposal: str) -> str:
    """Ask for the id of a new record, until it is one that is free."""
    default = propose_id(proposal)
    while True:
        id_ = ask("id", default, needed=True)
        if not is_id(id_):
            click.echo(f"{quoted(printable(id_))} is not an id: use lower-case letters, digits and single hyphens")
        elif why := taken(dossier, content, folder, id_):
            click.echo(why)
        else:
            return id_


def taken(dossier: Dossier, content: Path, folder: str, id_: str) -> str:
    """Say why a new record cannot have an id; empty where it can."""
    if dossier.knows(folder, id_) or (content / folder / f"{id_}.yml").exists():
        return f"{folder}/{id_} is there already"
    for record in dossier.records.get(folder, {}).values():
        if id_ in record.formerly:
            return f"{folder}/{id_} is what {record.key} was called before: old links lead there"
    return ""


def pick(
    dossier: Dossier, label: str, folders: Collection[str], default: str = "", *others: str, optional: bool = False
) -> str:
    """Ask for a record, by its id or a name, until it is one; return `folder/id`, or one of the other answers."""
    names: dict[str, list[str]] = {}
    for folder in folders:
        for id_ in dossier.ids(folder):
            key = f"{folder}/{id_}"
            found = dossier.records.get(folder, {}).get(id_)
            spelt = [name.value for name in found.names] if isinstance(found, Named) else [heading(found, id_)]
            for name in (key, id_, *spelt):
                known = names.setdefault(name.casefold(), [])
                if key not in known:
                    known.append(key)
    while True:
        said = ask(label, default, needed=not optional)
        if not said or said in others:
            return said
        matches = names.get(said.casefold(), [])
        if len(matches) == 1:
            return matches[0]
        near = [] if matches else get_close_matches(said.casefold(), names, n=_NEAR, cutoff=0.5)
        options = matches or list(dict.fromkeys(key for name in near for key in names[name]))
        which = f"; did you mean {', '.join(map(quoted, options))}?" if options else _there(names)
        click.echo(
            f"{quoted(printable(said))} is {'several' if matches else 'none'} of the {' or '.join(folders)}{which}"
        )


def _there(names: Mapping[str, list[str]]) -> str:
    """Name the records there are to choose from; empty where that would be a long list."""
    keys = sorted({key for known in names.values() for key in known})
    return f"; there are {', '.join(keys)}" if 0 < len(keys) <= _MOST_NAMED else ""
