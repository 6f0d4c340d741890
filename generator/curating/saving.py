"""Files on disk: one whole or not at all, several all or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def save_new(files: Mapping[Path, bytes]) -> None:
    """Write new files, in their order, or leave neither a file nor a folder behind.

    One that is there already with the same bytes is left as it is; with others, that is a FileExistsError.
    """
    made: list[Path] = []
    try:
        for path, data in files.items():
            if path.exists():
                if path.read_bytes() != data:
                    raise FileExistsError(17, "is there already, and is another file", str(path))
                continue
            made += reversed([folder for folder in path.parents if not folder.exists()])
            made.append(path)
            save(path, data)
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
