"""Files on disk: one whole or not at all, several all or none, and none outside the folder they belong to."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from ..folders import Folders

_OUTSIDE = "a link leads out of the folder this would be written to; put a folder in its place, or name another one"


def save(path: Path, data: bytes, home: Path) -> None:
    """Write a file whole or not at all, with the folders it lies in. Raises OSError.

    A file that is there keeps its mode and, where it is a link, stays one. Over links, too, nothing is written outside
    of `home`: a dossier is a stranger's.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(home)):
        raise OSError(errno.EPERM, _OUTSIDE, str(path))
    real.parent.mkdir(parents=True, exist_ok=True)
    part = real.with_name(f".{real.name[:40]}.{secrets.token_hex(8)}")
    try:
        with part.open("xb") as file:
            file.write(data)
        if real.exists():
            part.chmod(stat.S_IMODE(real.stat().st_mode))
        part.replace(real)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def bounds(folders: Folders, path: Path) -> Path:
    """Return the folder that a file of a dossier must not leave, whatever links there are.

    A folder that mkdocs.yml puts outside the dossier is one of its own.
    """
    root = os.path.normpath(folders.root)
    for folder in (folders.content, folders.seeds):
        if path.is_relative_to(folder) and not Path(os.path.normpath(folder)).is_relative_to(root):
            return folder
    return folders.root


def save_new(files: Mapping[Path, bytes], home: Callable[[Path], Path]) -> None:
    """Write new files, in their order, or leave neither a file nor a folder behind. Raises OSError.

    One that is there already with the same bytes is left as it is; with others, that is a FileExistsError. `home` tells
    the folder that a file must not leave.
    """
    made: list[Path] = []
    try:
        for path, data in files.items():
            if path.exists():
                if path.read_bytes() != data:
                    raise FileExistsError(errno.EEXIST, "is there already, and is another file", str(path))
                continue
            made += reversed([folder for folder in path.parents if not folder.exists()])
            made.append(path)
            save(path, data, home(path))
    except BaseException:
        for path in reversed(made):
            _remove(path)
        raise


def _remove(path: Path) -> None:
    """Take away a file or an empty folder; one that somebody has put something into stays."""
    try:
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return
