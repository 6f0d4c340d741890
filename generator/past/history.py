"""The past of a dossier, from git: how it was published, and when each fact was added and last changed."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..folders import Folders
from ..model.changes import Published
from ..model.corrections import Corrections
from ..model.dossier import LOG, Age, Dossier
from ..model.marked import Marked
from ..model.past import NO_PAST, Past, Version
from ..model.records import KINDS, Record, Source
from ..problems import Level, Place, Problem
from ..reading import files
from ..reading.versions import Versions
from .git import Blob, GitError, NoRepositoryError, Repository, opened

M = TypeVar("M", bound=Marked)

RULE = "published"
_SHA1 = 40
NONE = "none"
"""The option `published` of a dossier that nobody has published yet: no correction is owed."""
BRANCHES = (
    "refs/remotes/origin/published",
    "refs/heads/published",
    "refs/tags/published",
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
)
"""Where what is published is looked for when `published` does not name it; else it is the commit checked out."""

_LAST = 253_402_300_799
"""The last second of the year 9999."""


def past(folders: Folders, published: str = "") -> Past:
    """Look up how a dossier was published, and when its facts were added and changed.

    `published` is a revision of git, `none`, or empty for the usual places. Outside git nothing is known; a
    repository that cannot be read, or a revision that is not in it, is a problem; an age that is not in it, a note.
    """
    found = known(folders, published)
    try:
        repository = opened(folders.content)
    except GitError:
        return found
    found = replace(found, version=version(repository))
    try:
        return replace(found, ages=ages(repository))
    except GitError as error:
        said = f"when facts were added and changed is not known: {error}"
        told = Problem(Place("mkdocs.yml"), RULE, said, Level.NOTE)
        return replace(found, ages=_unknown(folders), problems=(*found.problems, told))


def known(folders: Folders, published: str = "") -> Past:
    """Look up how a dossier was published alone: what checking needs."""
    try:
        found, problems = look_up(opened(folders.content), folders, published)
        return Past(found, problems=tuple(problems))
    except NoRepositoryError:
        return NO_PAST
    except GitError as error:
        said = f"what was published cannot be looked up: {error}"
        return Past(problems=(Problem(Place("mkdocs.yml"), RULE, said, Level.WARNING),))


def version(repository: Repository) -> Version | None:
    """Tell which commit a dossier is at, and whether its records are still as they were committed."""
    when = repository.when(repository.head)
    if when is None:
        return None
    committed = {path: id_ for path, id_ in repository.files(repository.head).items() if path.endswith(".yml")}
    there = {f"{folder}/{path.name}" for folder in KINDS for path in (repository.folder / folder).glob("*.yml")}
    same = all(_is(repository.folder / path, id_) for path, id_ in committed.items())
    return Version(repository.head[:10], _day(when), changed=not same or not there <= committed.keys())


def look_up(repository: Repository, folders: Folders, published: str) -> tuple[Published | None, list[Problem]]:
    """Read the dossier as it was published. Raises GitError."""
    if published == NONE:
        return None, []
    named = repository.commit(published) if published else repository.first_of(BRANCHES)
    commit = repository.head if named is None else repository.fork(named)
    earlier = _earlier(repository, folders, commit)
    problems = []
    for folder, id_ in sorted(earlier.broken):
        path = files.name_of(folders.content / folder / f"{id_}.yml", folders.root)
        said = f"this file cannot be read as it was published in {commit[:10]}, so that nothing is compared with it"
        problems.append(Problem(Place(path), RULE, said, Level.NOTE))
    return Published(earlier, commit), problems


def _earlier(repository: Repository, folders: Folders, commit: str) -> Dossier:
    """Read the log of a commit, and those of its records that are not the same bytes today."""
    wanted = {
        path: id_
        for path, id_ in repository.files(commit).items()
        if path == files.LOG_FILE or (_is_record(path) and not _is(folders.content / path, id_))
    }
    made: dict[str, dict[str, Record]] = {folder: {} for folder in KINDS}
    log: Corrections | None = Corrections()
    broken: set[tuple[str, str]] = set()
    for path, data in zip(wanted, repository.contents(wanted.values()), strict=True):
        folder, _, name = path.rpartition("/")
        stem = name.removesuffix(".yml")
        if path == files.LOG_FILE:
            log = _read(Corrections, data, folders.content / path, folders.root)
        elif (record := _read(KINDS[folder], data, folders.content / path, folders.root)) is not None:
            record._id = stem
            made[folder][stem] = record
        else:
            broken.add((folder, stem))
    if log is None:
        broken.add(LOG)
    return Dossier(made, frozenset(broken), () if log is None else log.corrections)


def _is_record(path: str) -> bool:
    """Tell whether a path is that of a record with facts; a source has none."""
    folder, _, name = path.rpartition("/")
    return folder in KINDS and folder != Source.folder and name.endswith(".yml") and not name.startswith(".")


def _is(path: Path, id_: str) -> bool:
    """Tell whether a file's bytes are those of a blob; git names a blob by the hash of its length and content."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    hashed = hashlib.sha1 if len(id_) == _SHA1 else hashlib.sha256
    return hashed(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == id_


def _read(kind: type[M], data: bytes | None, path: Path, root: Path) -> M | None:
    text = _text(data)
    return None if text is None else files.made_of(kind, text, files.name_of(path, root))[0]


def _text(data: bytes | None) -> str | None:
    try:
        return None if data is None else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


@dataclass(slots=True)
class _State:
    """A fact as the log goes on: what is written of it, and the days on which it was added and last changed."""

    written: object
    added: str | None
    changed: str | None


@lru_cache(maxsize=1)
def ages(repository: Repository) -> Mapping[str, Age]:
    """Find when each fact was added and last changed, in one pass over the log. Raises GitError.

    The days are those, in UTC, on which a change came onto the branch. Where the log was cut off (a shallow clone)
    the day is not known. A version that cannot be read is passed over. A renamed record keeps the age of its facts.
    """
    log = repository.log()
    versions = Versions()
    records: dict[str, dict[str, _State]] = {}
    gone: dict[str, dict[str, _State]] = {}
    contents = repository.contents(blob.id for commit in log for blob in commit.changed if _counts(blob))
    for commit in log:
        day = _day(commit.time)
        known = None if commit.first and repository.shallow else day
        for blob in commit.changed:
            if _is_record(blob.path) and not blob.id:
                gone[_key(blob.path)] = records.pop(_key(blob.path), {})
        for blob in commit.changed:
            if not _counts(blob):
                continue
            found = versions.read(_text(next(contents)) or "")
            if found is not None:
                before = records.get(_key(blob.path), {})
                for old in found.formerly:
                    before = {**gone.pop(f"{blob.path.partition('/')[0]}/{old}", {}), **before}
                records[_key(blob.path)] = {
                    id_: _aged(before.get(id_), written, known) for id_, written in found.facts.items()
                }
    return {f"{key}#{id_}": Age(age.added, age.changed) for key, facts in records.items() for id_, age in facts.items()}


def _unknown(folders: Folders) -> dict[str, Age]:
    """Tell of each fact there is that its age is not known."""
    dossier, _ = files.read(folders.content, folders.root)
    return dict.fromkeys(dossier.facts, Age(None, None))


def _aged(before: _State | None, written: object, day: str | None) -> _State:
    if before is None:
        return _State(written, day, day)
    return before if before.written == written else _State(written, before.added, day)


def _counts(blob: Blob) -> bool:
    return bool(blob.id) and _is_record(blob.path)


def _key(path: str) -> str:
    return path.removesuffix(".yml")


def _day(time: int) -> str:
    # A commit can claim any second; the calendar ends with the year 9999.
    known = min(max(time, 0), _LAST)
    return datetime.datetime.fromtimestamp(known, datetime.UTC).date().isoformat()
