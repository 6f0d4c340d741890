"""Where a page of a record stands: the list above it, and its neighbours.

The records are not in the site's navigation, which every page would carry whole. Told this, a theme still shows the
way up, lights the right tab and leads on to the neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .rendering.page import Page


def place(made: Iterable[Page], pages: Mapping[str, Any]) -> None:
    """Tell the site's pages, by key, their parent and what is before and after them."""
    for told in made:
        page, up = pages.get(told.key), pages.get(told.key.partition("/")[0])
        if page is not None and up is not None and up is not page:
            page.parent = up
            page.previous_page = pages.get(told.before or "")
            page.next_page = pages.get(told.after or "")
