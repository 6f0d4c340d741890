"""Where a page of a record stands: the list above it, its neighbours, and the file it is made from.

The records are not in the site's navigation, which every page would carry whole. Told this, a theme still shows the
way up, lights the right tab and leads on to the neighbours.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..problems import Place
from ..rendering.forge import Forge, editor, forge
from ..rendering.page import Page


def place(made: Iterable[Page], pages: Mapping[str, Any]) -> None:
    """Tell the site's pages, by key, their parent and what is before and after them."""
    for told in made:
        page, up = pages.get(told.key), pages.get(told.key.partition("/")[0])
        if page is not None and up is not None and up is not page:
            page.parent = up
            page.previous_page = pages.get(told.before or "")
            page.next_page = pages.get(told.after or "")


def forge_of(root: Path, config: Any, opened: str) -> Forge:
    """Return where records are changed: in an editor where `opened` is its address, else where the site's files are."""
    if opened:
        return editor(opened, root.as_posix())
    above = posixpath.relpath(root.as_posix(), Path(config.docs_dir).as_posix())
    return forge(config.repo_url or "", config.edit_uri or "", above)


def edit(told: Iterable[tuple[Any, Page]], content: Path, forge: Forge) -> None:
    """Have the pencil of each page open its record's file; `content` is told from the dossier's folder."""
    for page, made in told:
        if page is not None:
            page.edit_url = forge.line(Place((content / (made.edit or "")).as_posix()))
