"""The box of problems on the pages of a site that is being served."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from ..excerpts import Excerpt, excerpts
from ..problems import Problem
from ..rendering import pages
from ..rendering.addresses import Addresses
from ..rendering.environment import packaged
from ..strings import Strings

MOST = 20
"""Problems shown on every page; the page of problems shows all."""


class Box:
    """What is wrong after one build; `stale` when the pages show an earlier state. Rendered once for each depth."""

    def __init__(self, problems: list[Problem], root: Path, addresses: Addresses, t: Strings, *, stale: bool) -> None:
        self.problems = problems
        self.root = root
        self.addresses = addresses
        self.t = t
        self.stale = stale
        self.rendered: dict[tuple[int, bool], str] = {}

    @cached_property
    def excerpts(self) -> dict[Problem, tuple[Excerpt, ...]]:
        """The lines that the problems are about."""
        return excerpts(self.problems, self.root)

    def on(self, url: str, *, whole: bool) -> str:
        """Return the box for the page at an address, `whole` with all problems; nothing where all is well."""
        if not self.problems:
            return ""
        key = (url.count("/"), whole)
        if key not in self.rendered:
            self.rendered[key] = pages.problem_box(
                self.problems,
                self.excerpts,
                packaged(),
                self.addresses,
                self.t,
                url,
                limit=len(self.problems) if whole else MOST,
                stale=self.stale,
            )
        return self.rendered[key]
