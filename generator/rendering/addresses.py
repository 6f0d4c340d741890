"""Where pages lie, and how one links to another."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from ..model.past import Version
from ..model.records import KINDS
from ..views.citing import Edition
from .forge import NOWHERE, Forge


@dataclass(frozen=True, slots=True)
class Addresses:
    """The site's addresses: `events/x/` with directory URLs, else `events/x.html`.

    `site` is where the site lies and `name` what it is called, each empty where that is not known; `forge` is where the
    dossier's files and issues are, `version` the one it is made from.
    """

    directory_urls: bool = True
    site: str = ""
    name: str = ""
    forge: Forge = NOWHERE
    version: Version | None = None

    @property
    def edition(self) -> Edition:
        """What is cited from; a page has an address to cite only where the site's is known."""
        return Edition(self.name, self.absolute if self.site else lambda _: "", self.version)

    def file(self, key: str) -> str:
        """Return the Markdown file of a page, by its key."""
        if key in KINDS:
            return f"{key}/index.md"
        return f"{key or 'index'}.md"

    def url(self, key: str) -> str:
        """Return a page's address from the site's root, its fragment kept; the home page is the empty string."""
        page, _, fragment = key.partition("#")
        found = f"{page}/" if self.directory_urls and page else page
        if not self.directory_urls:
            found = f"{page}/index.html" if page in KINDS else f"{page or 'index'}.html"
        return f"{found}#{fragment}" if fragment else found

    def absolute(self, key: str) -> str:
        """Return a page's address, or that of a file by its name, with the site's where that is known."""
        return self.site + (key if key.endswith(".xml") else self.url(key))

    def from_url(self, url: str, there: str) -> str:
        """Return the link that leads from an address of the site to a page."""
        return "../" * url.count("/") + self.url(there)

    def data(self, here: str, path: str) -> str:
        """Return the link that leads from a page to a file that is no page."""
        return "../" * self.url(here).count("/") + path

    def relative(self, here: str, there: str) -> str:
        """Return the link that leads from one page to another, or to a spot on it."""
        page, _, fragment = there.partition("#")
        if page == here and fragment:
            return f"#{fragment}"
        start, goal = self.url(here), self.url(page)
        folder = start if self.directory_urls else posixpath.dirname(start)
        path = posixpath.relpath(goal or ".", folder or ".")
        if goal.endswith("/") or not goal:
            path += "/"
        return f"{path}#{fragment}" if fragment else path
