"""What a hand-written page says of itself in its front matter, as far as a theme would stumble over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any


def mistakes(meta: Mapping[str, Any], exists: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Find the keys a theme cannot use: key, and what would be right. `exists` knows the theme's files by name."""
    template, icon, hide = meta.get("template"), meta.get("icon"), meta.get("hide")
    if template is not None and not (isinstance(template, str) and exists(template)):
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
