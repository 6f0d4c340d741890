"""A content folder to a dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..model.corrections import Corrections
from ..model.dossier import LOG, Dossier
from ..model.extracted import Decisions, Extracted, Findings
from ..model.marked import Marked
from ..model.records import KINDS, Record
from ..problems import Place, Problem, asked, nearest, quoted
from ..slugs import is_id, propose_id
from . import nodes, records

M = TypeVar("M", bound=Marked)

MAX_BYTES = 2_000_000
MAX_FINDINGS = 200_000_000
"""Bytes of a record, and of a file that extraction wrote."""
LOG_FILE = f"{LOG[1]}.yml"
OTHER_FOLDERS = ("pages", "decisions", "schemas")
"""Folders of a content folder that hold no records."""


def read(content: Path, root: Path, only: Collection[str] = KINDS) -> tuple[Dossier, list[Problem]]:
    """Read every record below a content folder, or `only` those in some of its folders.

    Paths in problems are relative to `root`.
    """
    problems: list[Problem] = []
    made: dict[str, dict[str, Record]] = {folder: {} for folder in KINDS}
    broken: set[tuple[str, str]] = set()
    if not content.is_dir():
        name = name_of(content, root)
        problems.append(
            Problem(Place(name), "unknown-folder", "there is no such folder: a dossier keeps its records there")
        )
        return Dossier(made), problems
    strangers, misplaced = _strangers(content, root)
    problems += strangers
    broken |= misplaced
    for folder in only:
        problems += _clashes(content / folder, root)
        for path in _files(content / folder):
            record, mistakes = load(KINDS[folder], path, content, root)
            problems += mistakes
            if record is None:
                broken.add((folder, path.stem))
            else:
                if not is_id(path.stem):
                    broken.add((folder, propose_id(path.stem)))
                record._id = path.stem
                made[folder][path.stem] = record
    log, mistakes = _read_log(content, root)
    problems += mistakes
    if log is None:
        broken.add(LOG)
    return Dossier(made, frozenset(broken), () if log is None else log.corrections), problems


def _read_log(content: Path, root: Path) -> tuple[Corrections | None, list[Problem]]:
    path = content / LOG_FILE
    return load(Corrections, path, content, root) if path.exists() else (Corrections(), [])


def read_findings(content: Path, seeds: Path, root: Path) -> tuple[Findings, list[Problem]]:
    """Read what extraction found, and what a person decided about it."""
    extracted, problems = _read_all(Extracted, seeds / "extracted", root)
    decisions, mistakes = _read_all(Decisions, content / "decisions", root)
    return Findings(extracted, decisions), problems + mistakes


def _read_all(kind: type[M], folder: Path, root: Path) -> tuple[dict[str, M], list[Problem]]:
    made: dict[str, M] = {}
    problems: list[Problem] = []
    for path in _files(folder):
        found, mistakes = load(kind, path, folder, root, MAX_FINDINGS)
        problems += mistakes
        if found is not None:
            made[path.stem] = found
    return made, problems


def load(kind: type[M], path: Path, folder: Path, root: Path, most: int = MAX_BYTES) -> tuple[M | None, list[Problem]]:
    """Read one file below a folder; None when it or a part of it cannot be read."""
    name = name_of(path, root)
    problems = list(_file_problems(path, name))
    if path.suffix != ".yml":
        return None, problems
    text, unreadable = text_of(path, folder, name, most)
    problems += unreadable
    if text is None:
        return None, problems
    found, wrong = made_of(kind, text, name)
    return found, [*problems, *wrong]


@lru_cache(maxsize=4096)
def made_of(kind: type[M], text: str, name: str) -> tuple[M | None, tuple[Problem, ...]]:
    """Make a record of a file's text. Records never change: while a site is served, only what was edited is read."""
    parsed, mistakes = nodes.parse(text, name)
    if parsed is None:
        return None, tuple(mistakes)
    found, wrong = records.read(kind, parsed)
    told = {problem.place for problem in mistakes}
    return found, (*mistakes, *(problem for problem in wrong if problem.place not in told))


def name_of(path: Path, root: Path) -> str:
    """Return a file's name as messages have it: relative to the dossier's folder where it lies below that."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _files(folder: Path) -> Iterator[Path]:
    """List the files of a folder, leaving out hidden files and editors' leavings."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if not path.name.startswith((".", "#")) and not path.name.endswith("~"):
            yield path


def _strangers(content: Path, root: Path) -> tuple[list[Problem], set[tuple[str, str]]]:
    """Find what lies where no record is read, and the records that files in a folder with a misspelt name would be."""
    problems: list[Problem] = []
    meant: set[tuple[str, str]] = set()
    for path in _files(content):
        place = Place(name_of(path, root))
        if path.is_dir() and path.name not in (*KINDS, *OTHER_FOLDERS):
            near = nearest(path.name, KINDS)
            meant |= {(folder, file.stem) for folder in near for file in _files(path)}
            message = f"no record is read from the folder {quoted(path.name)}{asked(near)}"
            problems.append(Problem(place, "unknown-folder", message))
        elif path.is_file() and path.suffix in (".yml", ".yaml") and path.name != LOG_FILE:
            message = f"no record is read from here; move it into {', '.join(KINDS)}"
            problems.append(Problem(place, "unknown-folder", message))
    return problems, meant


def _file_problems(path: Path, name: str) -> Iterator[Problem]:
    if path.suffix != ".yml":
        yield Problem(Place(name), "bad-id", f"{quoted(path.name)} is not read: a record is a file that ends in `.yml`")
    elif not is_id(path.stem):
        near = propose_id(path.stem)
        yield Problem(
            Place(name),
            "bad-id",
            f"the file name {quoted(path.stem)} is not an id: use lower-case letters, digits and single hyphens"
            + (f", such as `{near}`" if near else ""),
        )


def _clashes(folder: Path, root: Path) -> Iterator[Problem]:
    """Find files that are one on systems that ignore case."""
    same: dict[str, list[Path]] = {}
    for path in _files(folder):
        same.setdefault(path.name.casefold(), []).append(path)
    for paths in same.values():
        for path in paths if len(paths) > 1 else ():
            other = next(p.name for p in paths if p != path)
            message = f"{quoted(path.name)} and {quoted(other)} are one file on systems that ignore case; rename one"
            yield Problem(Place(name_of(path, root)), "id-case-clash", message)


def text_of(path: Path, folder: Path, name: str, most: int) -> tuple[str | None, list[Problem]]:
    """Read a file as UTF-8, refusing what is no record: too large, not text, or outside the content folder."""
    if not path.is_file():
        return None, [Problem(Place(name), "yaml-syntax", "this is not a file")]
    if not path.resolve().is_relative_to(folder.resolve()):
        return None, [Problem(Place(name), "yaml-syntax", "this is a link that leads out of its folder")]
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(name), "yaml-syntax", f"the file cannot be read: {error.strerror}")]
    if len(data) > most:
        return None, [
            Problem(Place(name), "yaml-syntax", f"the file is {len(data):,} bytes; a record has at most {most:,}")
        ]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return None, [Problem(Place(name), "yaml-syntax", "the file is UTF-16; save it as UTF-8")]
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        place = Place(name, before.count(b"\n") + 1, column)
        byte = data[error.start : error.start + 1]
        latin = byte.decode("cp1252", "ignore")
        meant = f" (`{latin}` in Windows-1252)" if latin.isprintable() and latin else ""
        message = f"the file is not UTF-8: the byte 0x{byte.hex()}{meant} stands here; save it as UTF-8"
        return None, [Problem(place, "yaml-syntax", message)]
