"""The folder of hand-written pages: what of it is published.

MkDocs publishes all of it. To us it is data, like the records: what a browser could run, and what is not in the folder,
is left out and said to be.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..problems import Level, Place, Problem, quoted

KINDS = (".avif", ".csv", ".gif", ".ico", ".jpeg", ".jpg", ".pdf", ".png", ".webp")
"""What is published besides pages. None of it runs in the site's name, as SVG, HTML and style sheets can."""
PAGES = (".markdown", ".md", ".mdown", ".mkd", ".mkdn")
"""What MkDocs makes a page of."""


def links(docs: Path, root: Path) -> Iterator[Problem]:
    """Find links that lead out of the folder, which MkDocs would follow before it asks anyone, or nowhere."""
    for folder, folders, files in os.walk(docs):
        for path in (Path(folder, name) for name in sorted((*folders, *files))):
            if path.is_symlink() and (_is_outside(path, docs) or not path.exists()):
                where = f"out of {quoted(_name(docs, root))}" if path.exists() else "nowhere"
                said = f"is a link that leads {where}; put what it was to lead to in its place"
                yield Problem(Place(_name(path, root)), "page", said)


def own(files: Any, config: Any, root: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Leave out of MkDocs' files what is not to be published; return the rest by where it goes, and what is wrong.

    What lies behind a link out of the folder is told with the link.
    """
    docs = Path(config.docs_dir)
    kept: dict[str, Any] = {}
    strays, problems = [], []
    for file in files:
        if file.generated_by is not None or file.src_dir != config.docs_dir or not file.inclusion.is_in_serve():
            continue
        path = Path(file.abs_src_path)
        if _is_outside(path, docs):
            strays.append(file)
        elif path.suffix.lower() in (*KINDS, *PAGES):
            kept[file.dest_uri] = file
            if not config.edit_uri_template:  # its pencil; MkDocs puts the name into the address as it is
                file.edit_uri = quote(file.src_uri)
        else:
            strays.append(file)
            said = (
                f"is not published: of this folder only pages (`.md`) and {', '.join(KINDS)} are; "
                "what is part of a site's looks lies in `templates/theme/`"
            )
            problems.append(Problem(Place(_name(path, root)), "page", said, Level.WARNING))
    for file in strays:
        files.remove(file)
    if strays:  # one may have stood before a file of the theme's
        files.add_files_from_theme(config.theme.get_env(), config)
    return kept, problems


def add(files: Any, generated: Iterable[Any], own: dict[str, Any], root: Path) -> Iterator[Problem]:
    """Add the dossier's files to MkDocs'; a file that lies in the place of one of them is left out."""
    for file in generated:
        if (stray := own.pop(file.dest_uri, None)) is not None:
            files.remove(stray)
            said = f"is not published: the dossier has a page or file of its own at `{file.url}`; rename this one"
            yield Problem(Place(_name(Path(stray.abs_src_path), root)), "page", said, Level.WARNING)
        files.append(file)


def text(path: Path, root: Path) -> tuple[str, Problem | None]:
    """Read a hand-written page; of one that cannot be read there is its name alone, and what is wrong."""
    try:
        return path.read_bytes().decode("utf-8-sig"), None
    except (OSError, UnicodeDecodeError) as error:
        return f"# {path.stem}\n", Problem(Place(_name(path, root)), "page", f"cannot be read: {error}")


def _is_outside(path: Path, docs: Path) -> bool:
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(docs))


def _name(path: Path, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")
