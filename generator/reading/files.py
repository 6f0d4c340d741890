"""A content folder to a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model.dossier import Dossier
from ..model.records import KINDS, Record
from ..problems import Place, Problem, quoted, suggestion
from ..slugs import is_id, propose_id
from . import nodes, records

MAX_BYTES = 2_000_000
OTHER_FOLDERS = ("pages", "decisions")
"""Folders of a content folder that hold no records."""


def read(content: Path, root: Path) -> tuple[Dossier, list[Problem]]:
    """Read every record below a content folder; paths in problems are relative to `root`."""
    problems: list[Problem] = []
    made: dict[str, dict[str, Record]] = {folder: {} for folder in KINDS}
    broken: set[tuple[str, str]] = set()
    if not content.is_dir():
        name = _name(content, root)
        problems.append(
            Problem(Place(name), "unknown-folder", "there is no such folder: a dossier keeps its records there")
        )
        return Dossier(made), problems
    problems += _strangers(content, root)
    for folder, kind in KINDS.items():
        for path in _files(content / folder):
            name = _name(path, root)
            problems += _file_problems(path, name)
            text, unreadable = _text(path, content, name)
            problems += unreadable
            parsed, mistakes = (None, []) if text is None else nodes.parse(text, name)
            record = None
            if parsed is not None and path.suffix == ".yml":
                record, wrong = records.read(kind, path.stem, parsed)
                mistakes += wrong
            problems += mistakes
            if record is None:
                broken.add((folder, path.stem))
            else:
                made[folder][path.stem] = record
    return Dossier(made, frozenset(broken)), problems


def _name(path: Path, root: Path) -> str:
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


def _strangers(content: Path, root: Path) -> Iterator[Problem]:
    for path in _files(content):
        if path.is_dir() and path.name not in (*KINDS, *OTHER_FOLDERS):
            near = suggestion(path.name, KINDS)
            yield Problem(
                Place(_name(path, root)),
                "unknown-folder",
                f"no record is read from the folder {quoted(path.name)}{near}",
            )
        elif path.is_file() and path.suffix in (".yml", ".yaml") and path.name != "corrections.yml":
            yield Problem(
                Place(_name(path, root)),
                "unknown-folder",
                f"no record is read from here; move it into {', '.join(KINDS)}",
            )


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
    clash = [p.name for p in _files(path.parent) if p != path and p.name.casefold() == path.name.casefold()]
    if clash:
        yield Problem(
            Place(name),
            "id-case-clash",
            f"{quoted(path.name)} and {quoted(clash[0])} are one file on systems that ignore case; rename one",
        )


def _text(path: Path, content: Path, name: str) -> tuple[str | None, list[Problem]]:
    """Read a file as UTF-8, refusing what is no record: too large, not text, or outside the content folder."""
    if not path.resolve().is_relative_to(content.resolve()):
        return None, [Problem(Place(name), "yaml-syntax", "is a link that leads out of the content folder")]
    if not path.is_file():
        return None, [Problem(Place(name), "yaml-syntax", "is not a file")]
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        return None, [
            Problem(Place(name), "yaml-syntax", f"is {len(data):,} bytes; a record has at most {MAX_BYTES:,}")
        ]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        place = Place(name, before.count(b"\n") + 1, column)
        return None, [Problem(place, "yaml-syntax", f"is not UTF-8: the byte 0x{data[error.start]:02x} stands here")]
