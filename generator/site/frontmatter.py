"""What a hand-written page says of itself in its front matter, as far as a theme would stumble over it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import escape

from ..problems import Level, Place, Problem, quoted

OURS = ("redirect.html", "kept.html")
"""Templates that are no looks of a page: one sends its readers elsewhere, the other shows what is kept."""


def mistakes(meta: Mapping[str, Any], page: Path, root: Path, theme: Sequence[Path]) -> Iterator[tuple[str, Problem]]:
    """Find the keys a theme cannot use, each with the problem to tell. `theme` are the folders of its files."""
    found = list(_unusable(meta, theme))
    lines = page.read_text(encoding="utf-8-sig").splitlines() if found else []
    name = os.path.relpath(page, root).replace(os.sep, "/")
    for key, wanted in found:
        line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
        message = f"`{key}` is {quoted(str(meta[key]))}; it {wanted}"
        yield key, Problem(Place(name, line), "page", message, Level.WARNING)


def harmless(value: Any) -> Any:
    """Return front matter with all text in it escaped: themes print what it says as it is."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, dict):
        return {harmless(key): harmless(one) for key, one in value.items()}
    return [harmless(one) for one in value] if isinstance(value, (list, tuple)) else value


def _unusable(meta: Mapping[str, Any], theme: Sequence[Path]) -> Iterator[tuple[str, str]]:
    def exists(name: str) -> bool:
        return any((folder / name).is_file() for folder in theme)

    template, icon, hide = meta.get("template"), meta.get("icon"), meta.get("hide")
    if template is not None and not (isinstance(template, str) and template not in OURS and exists(template)):
        yield "template", "must be a template of the theme, such as `main.html`"
    if icon is not None and not (isinstance(icon, str) and exists(f".icons/{icon}.svg")):
        yield "icon", "must be an icon of the theme, such as `material/map`"
    if hide is not None and not (isinstance(hide, list) and all(isinstance(word, str) for word in hide)):
        yield "hide", "must be a list, such as `[navigation, toc]`"
    if "search" in meta and not isinstance(meta["search"], dict):
        yield "search", "must be a mapping, such as `{exclude: true}`"
    for key in ("title", "description", "status", "image"):
        if key in meta and not isinstance(meta[key], str):
            yield key, "must be text; put it in quotation marks"
