"""The Jinja environment: autoescaping, strict, a site's own templates before ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..views.data import ProseView, Ref
from . import prose
from .addresses import Addresses

PACKAGED = Path(__file__).parent.parent / "templates"
IN_REPOSITORY = Path(__file__).parent.parent.parent / "templates"


def packaged() -> Path:
    """Return the folder of our own templates: inside an installed package, or beside it in the repository."""
    return PACKAGED if PACKAGED.is_dir() else IN_REPOSITORY


def environment(own: Path, addresses: Addresses) -> Environment:
    """Make the environment. `own` is the site's templates folder, which wins file by file."""
    made = Environment(
        loader=FileSystemLoader([own, packaged()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["addresses"] = addresses
    return made


class Desk:
    """What the templates of one page may call: addresses, prose, headings, and the parts as `show`."""

    def __init__(self, environment: Environment, here: str) -> None:
        self._addresses: Addresses = environment.globals["addresses"]  # type: ignore[assignment]
        self.here = here
        self.title: str | None = None
        names: dict[str, Any] = {"url": self.url, "heading": self.heading, "prose": self.prose}
        # A block rendered on its own does not see what its template imports, so the parts come as a name.
        names["show"] = environment.get_template("parts/facts.html").make_module(names)
        self.names = names

    def url(self, key: str) -> str:
        """Return the link from this page to a record, a fact or a spot."""
        return self._addresses.relative(self.here, key)

    def heading(self, title: str) -> str:
        """Give the section being rendered its heading; prints nothing itself."""
        self.title = title
        return ""

    def prose(self, view: ProseView) -> Markup:
        """Render a prose field with its marks."""
        return prose.html(view, self.url, self._marks)

    def _marks(self, refs: tuple[Ref, ...]) -> str:
        return str(self.names["show"].marks(refs))
