"""What git knows of a folder, read from its objects: no checkout, no network, and no program that a repository names.

A repository is a stranger's like a dossier: its configuration can name programs (hooks, monitors, filters, readers of
signatures), and none of them is run.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 60
"""Seconds after which git is stopped."""
MAX_BLOB = 2_000_000
"""Bytes of a file's version; larger ones are passed over."""
_SAFE = (
    *("--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never", "-c", "log.showRoot=true", "-c", "log.showSignature=false"),
)
_PERSONS_OWN = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES")
"""Variables that say how a person uses git; the others can point git to another repository or to programs."""
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class GitError(Exception):
    """Git, or what it was asked for, is not there; the message says why."""


class PartialError(GitError):
    """What was asked for is not in this clone."""

    def __init__(self) -> None:
        said = "this clone was made without the whole past (`--filter`), and nothing is fetched unasked"
        super().__init__(f"{said}; `git fetch --refetch --no-filter` gets it")


class NoRepositoryError(GitError):
    """The folder is in no repository, or there is no git here."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A version of a file: its path below the folder, and the id of its content (empty when it was deleted)."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the log: when it was made (seconds since 1970), whether it has no parent here, what it changed."""

    time: int
    first: bool
    changed: tuple[Blob, ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder in a repository, and the commit that is checked out."""

    folder: Path
    head: str
    shallow: bool

    def commit(self, revision: str) -> str:
        """Return the commit that a person's words name. Raises GitError."""
        if not revision.startswith("-"):
            found = _try(self.folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
            if _COMMIT.fullmatch(found):
                return found
        raise GitError(f"git knows no commit `{revision}` here")

    def first_of(self, refs: Iterable[str]) -> str | None:
        """Return the commit of the first of some references (`refs/…`) that is there."""
        wanted = list(refs)
        listed = _try(self.folder, "for-each-ref", "--format=%(refname)", *wanted).split()
        there = next((ref for ref in wanted if ref in listed), None)
        return None if there is None else self.commit(there)

    def when(self, commit: str) -> int | None:
        """Return when a commit was made, in seconds since 1970."""
        said = _try(self.folder, "log", "-1", "--no-show-signature", "--format=%ct", commit).strip()
        return int(said) if said.isdecimal() else None

    def fork(self, commit: str) -> str:
        """Return the newest commit that a commit shares with the one checked out; itself where they share none."""
        found = _try(self.folder, "merge-base", "HEAD", commit).strip()
        return found if _COMMIT.fullmatch(found) else commit

    def files(self, commit: str) -> dict[str, str]:
        """List the files of the folder in a commit: the id of each by its path. Raises PartialError."""
        try:
            listed = _run(self.folder, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:./")
        except PartialError:
            raise
        except GitError:
            listed = ""
        found = {}
        for entry in listed.split("\0")[:-1]:
            about, _, path = entry.partition("\t")
            mode, _, id_ = about.split(" ")
            if mode.startswith("100"):
                found[path] = id_
        return found

    def log(self) -> list[Commit]:
        """Read how the folder came to be what it is, oldest first; a merge counts as one step of the branch.

        Raises GitError.
        """
        said = _run(
            *(self.folder, "log", "--reverse", "--first-parent", "-m", "--raw", "-z", "--relative", "--no-abbrev"),
            *("--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color"),
            *("--format=commit %ct %P", "--", "."),
        )
        return list(_commits(said))

    def contents(self, ids: Iterable[str]) -> Iterator[bytes | None]:
        """Read the content of each id, in order; None for what is too large or not there. Raises GitError."""
        wanted = list(ids)
        answered = 0
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{id_}\n" for id_ in wanted).encode())
            asked.seek(0)
            with _start(self.folder, "cat-file", "--batch", stdin=asked.fileno()) as process:
                timer = threading.Timer(TIMEOUT, process.kill)
                timer.start()
                try:
                    for content in _batch(process):
                        answered += 1
                        yield content
                finally:
                    timer.cancel()
                    process.kill()
        if answered < len(wanted):
            _run(self.folder, "cat-file", "-e", wanted[answered])
            raise GitError("git broke off reading its objects")


def opened(folder: Path) -> Repository:
    """Find the repository of a folder. Raises NoRepositoryError, and GitError where git does not want to read it."""
    try:
        said = _run(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "HEAD").split()
    except GitError as error:
        why = str(error)
        if "not a git repository" in why:
            raise NoRepositoryError("there is no git repository here") from error
        if "unknown revision" in why or "ambiguous argument 'HEAD'" in why:
            raise NoRepositoryError("nothing is committed here yet") from error
        raise
    if len(said) != 3 or said[0] != "true":
        raise NoRepositoryError("there is no git repository here")
    return Repository(folder, said[2], said[1] == "true")


def _commits(said: str) -> Iterator[Commit]:
    time, first = 0, False
    changed: list[Blob] = []
    started = False
    tokens = iter(said.split("\0"))
    for token in tokens:
        text = token.lstrip("\n")
        if text.startswith("commit "):
            if started:
                yield Commit(time, first, tuple(changed))
            words = text.split()
            started, time, first, changed = True, int(words[1]), len(words) == 2, []
        elif text.startswith(":"):
            _, mode, _, new, _ = text.split(" ")
            changed.append(Blob(next(tokens), new if mode.startswith("100") else ""))
    if started:
        yield Commit(time, first, tuple(changed))


def _batch(process: subprocess.Popen[bytes]) -> Iterator[bytes | None]:
    out = process.stdout
    if out is None:
        return
    while header := out.readline().split():
        if header[-1] == b"missing":
            yield None
            continue
        left = int(header[-1]) + 1  # a line feed follows each content
        if left <= MAX_BLOB:
            yield out.read(left)[:-1]
            continue
        while left and (passed := len(out.read(min(left, MAX_BLOB)))):
            left -= passed
        yield None


def _start(folder: Path, *words: str, stdin: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        ["git", "-C", str(folder), *_SAFE, *words],  # noqa: S607
        env=_environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _try(folder: Path, *words: str) -> str:
    """Ask git; what it cannot answer is the empty text."""
    try:
        return _run(folder, *words)
    except GitError:
        return ""


def _run(folder: Path, *words: str) -> str:
    """Ask git. Raises GitError with what it said."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *_SAFE, *words],  # noqa: S607
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
    except FileNotFoundError as error:
        raise NoRepositoryError("there is no git on this machine") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git took longer than {TIMEOUT} seconds") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        if any("promisor remote" in line for line in said):
            raise PartialError from error
        raise GitError(said[0] if said else f"git {words[0]} failed") from error
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    return done.stdout.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _PERSONS_OWN}
    alone = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
    return kept | alone | {"LC_ALL": "C"}
