"""The editing page: our frame and configuration around a program that the site's owner installs.

None of that program is part of this repository; a site that wants the page names the folder it lies in.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..exports import admin
from ..folders import Folders
from ..rendering.environment import packaged

START = "index.js"
"""The file that the folder of the program is known by."""
LOST = "what is saved at /admin/ loses its comments: the program writes a record anew"
_GITHUB = re.compile(r"https://github\.com/(?P<repository>[\w.-]+/[\w.-]+?)(?:\.git)?/?")
_NOWHERE = "nobody/nothing"
"""Stands for the repository where none is known: then a folder on one's own machine can be edited, and nothing else."""


class EditingError(ValueError):
    """The editing page cannot be made; the message says why."""


def files(folders: Folders, program: str, config: Any) -> dict[str, str | bytes]:
    """Return the page's files by their address in the site; none where no program is named. Raises EditingError."""
    if not program:
        return {}
    folder = folders.root / program
    if not (folder / START).is_file():
        raise EditingError(
            f"the option admin of factsheet is `{program}`, and there is no {START} in that folder; "
            "`npm install --no-save @sveltia/cms` makes node_modules/@sveltia/cms/npm"
        )
    found = _GITHUB.fullmatch(config.repo_url or "")
    if config.repo_url and found is None:
        raise EditingError(f"the editing page knows repositories on github.com, and repo_url is `{config.repo_url}`")
    if not folders.content.is_relative_to(folders.root):
        raise EditingError("the editing page needs the records below the folder of mkdocs.yml")
    top = next((above for above in (folders.root, *folders.root.parents) if (above / ".git").exists()), folders.root)
    content = folders.content.relative_to(top).as_posix()
    repository = found["repository"] if found else _NOWHERE
    docs = posixpath.relpath(Path(config.docs_dir).as_posix(), top.as_posix())
    branch = _branch(config.edit_uri, docs) if found else "main"
    made: dict[str, str | bytes] = {"admin/config.yml": admin.config(content, repository, branch)}
    frame = packaged() / "admin"
    for below, base in ((frame, "admin"), (folder, "admin/cms")):
        for path in sorted(below.rglob("*")):
            if path.is_file() and path.suffix != ".map":
                made[posixpath.join(base, path.relative_to(below).as_posix())] = path.read_bytes()
    return made


def _branch(edit_uri: str | None, docs: str) -> str:
    """Return the branch that an `edit_uri` names, which may have slashes in it, before `docs`. Raises EditingError."""
    named = re.fullmatch(rf"edit/(?P<branch>.+)/{re.escape(docs)}/?", unquote(edit_uri or ""))
    if named is None:
        wanted = f"edit/main/{docs}/"
        raise EditingError(f"edit_uri is `{edit_uri or ''}`; for the editing page write it like `{wanted}`")
    return named["branch"]
