"""The Jinja environment: autoescaping, strict, a site's own templates before ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateRuntimeError
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from ..drawing import amounts, graph, maps, timeline
from ..model.records import Record, Subject
from ..problems import quoted, suggestion
from ..strings import Strings
from ..views.data import Marked, PassageView, ProseView, Shown
from . import prose
from .addresses import Addresses
from .forge import Report

PACKAGED = Path(__file__).parent.parent / "templates"
IN_REPOSITORY = Path(__file__).parent.parent.parent / "templates"


class Compiled(BytecodeCache):
    """Templates once compiled, by their source: compiling them takes longer than rendering most pages."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over what was compiled of the same name and source."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.code[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()
"""Shared by all environments of this process; what was compiled of another source is not used."""


def packaged() -> Path:
    """Return the folder of our own templates: inside an installed package, or beside it in the repository."""
    return PACKAGED if PACKAGED.is_dir() else IN_REPOSITORY


def environment(own: Path, addresses: Addresses, strings: Strings) -> Environment:
    """Make the environment. `own` is the site's templates folder, which wins file by file."""
    made = Environment(
        loader=FileSystemLoader([own, packaged()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    made.globals["addresses"] = addresses
    made.globals["t"] = translator(strings)
    return made


def translator(strings: Strings) -> Callable[..., Markup]:
    """Make the `t` of templates: a string by its key, escaped; values too, unless they are HTML a template made."""

    @cache
    def plain(key: str) -> Markup:
        return escape(strings(key))

    def t(key: str, **values: object) -> Markup:
        if strings.entries and key not in strings:
            raise TemplateRuntimeError(f"there is no string {quoted(key)}{suggestion(key, strings.entries)}")
        if not values:
            return plain(key)
        return Markup(strings.filled(key, values, lambda value: str(escape(value))))  # noqa: S704 # all of it escaped

    return t


DRAW = {
    "timeline": timeline.drawn,
    "map": maps.drawn,
    "charts": amounts.drawn,
    "around": graph.around,
    "column": graph.column,
    "narrow": graph.NARROW,
    "wide": graph.WIDE,
}
"""The pictures that templates may ask for."""


PARTS = ("facts", "disputes", "leads")
"""The templates whose macros pages and parts call as `show`."""
_HEADING = re.compile(r"<\?heading ([0-9]+)\?>")  # nothing escaped or sanitised can write this


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; its id is the block's name where none is given."""

    title: str
    id: str | None
    level: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page, what it shows, and the records that stood whole on the page: links to them stay there."""

    shown: object
    inside: frozenset[str]
    html: Markup


Pieces = dict[tuple[str, str], Piece]
"""Pieces by their page's key and their id on it."""


class Desk:
    """What the templates of one page may call: addresses, prose, headings, and the parts as `show`."""

    def __init__(
        self,
        environment: Environment,
        here: str,
        record: Record | None = None,
        inside: frozenset[str] = frozenset(),
        pieces: Pieces | None = None,
    ) -> None:
        self._pieces = {} if pieces is None else pieces
        self._addresses: Addresses = environment.globals["addresses"]  # type: ignore[assignment]
        self.here = here
        self._inside = inside
        self.t: Callable[..., Markup] = environment.globals["t"]  # type: ignore[assignment]
        facts = record.facts if isinstance(record, Subject) else ()
        self._places = {f"{here}#{fact.id}": fact.here for fact in facts}
        self._headings: list[Heading] = []
        self.url = cache(self._url)
        names: dict[str, Any] = {
            "url": self.url,
            "anchor": self.anchor,
            "at_home": not inside,
            "data_url": self.data_url,
            "heading": self.heading,
            "piece": self.piece,
            "prose": self.prose,
            "line_url": self.line_url,
            "report_url": self.report_url,
        }
        # A block rendered on its own does not see what its template imports, so the parts come as names.
        shown = names["show"] = SimpleNamespace()
        names["draw"] = DRAW
        names["pictures"] = environment.get_template("parts/pictures.html").make_module(names)
        for part in PARTS:
            vars(shown).update(vars(environment.get_template(f"parts/{part}.html").make_module(names)))
        self.names = names

    def _url(self, key: str) -> str:
        """Return the link from this page to a record, a fact or a spot."""
        record, _, spot = key.partition("#")
        # Of sources the whole dossier has no list of spans; their own pages have.
        if record in self._inside and not (spot and record.startswith("sources/")):
            return f"#{self.anchor(key)}"
        return self._addresses.relative(self.here, key)

    def anchor(self, key: str) -> str:
        """Return the id of a record's fact on this page: the record's key goes before it where others have the same."""
        return key.replace("#", "/") if self._inside else key.partition("#")[2]

    def data_url(self, path: str) -> str:
        """Return the link from this page to a data file."""
        return self._addresses.data(self.here, path)

    def line_url(self, id: str) -> str:
        """Return the address at which the line of a fact of this page can be changed; empty where there is none."""
        return self._addresses.forge.line(self._places[id]) if id in self._places else ""

    def report_url(self, fact: Shown | PassageView) -> str:
        """Return the address at which an error in a fact of this page is told; empty where there is none."""
        value, keys = _printed(fact)
        page, sources = self._addresses.absolute(fact.id), ", ".join(keys)

        def body(value: str) -> str:
            return self.t("report.body", page=page, claim=fact.id, value=value, sources=sources).unescape()

        title = self.t("report.title", claim=fact.id).unescape()
        return self._addresses.forge.report(Report(title, page, fact.id, value, sources, body))

    def heading(self, title: str, id: str | None = None, level: int = 2) -> Markup:
        """Begin a section: what follows stands under this heading."""
        self._headings.append(Heading(title.unescape() if isinstance(title, Markup) else title, id, level))
        return Markup(f"<?heading {len(self._headings) - 1}?>")  # noqa: S704 # a number

    def sections(self, html: str) -> list[tuple[Heading | None, str]]:
        """Cut a rendered block where its headings stand; what comes before the first has none."""
        before, *rest = _HEADING.split(html)
        found = [(self._headings[int(number)], body) for number, body in zip(rest[::2], rest[1::2], strict=True)]
        return [*([(None, before)] if before.strip() else []), *found]

    def piece(self, id: str, macro: Callable[[Any], Markup], shown: object) -> Markup:
        """Render a piece of this page, or take it over from an earlier build where it shows the same.

        `macro` must make it of `shown` alone, and `id` tells it from the page's others.
        """
        before = self._pieces.get((self.here, id))
        if before is None or before.shown != shown or before.inside != self._inside:
            before = self._pieces[self.here, id] = Piece(shown, self._inside, macro(shown))
        return before.html

    def prose(self, view: ProseView) -> Markup:
        """Render a prose field with its marks."""
        return prose.html(view, self.url, self._marked)

    def _marked(self, mark: Marked) -> str:
        return str(self.names["show"].marked(mark))


def _printed(fact: Shown | PassageView) -> tuple[str, dict[str, None]]:
    """Return a fact as its home prints it, on one line, and the keys of its sources."""
    if isinstance(fact, PassageView):
        text = " / ".join(version.exact for version in fact.versions)
        return " ".join(text.split()), {version.source.key: None for version in fact.versions}
    told = f"{fact.label}: {' '.join(part for part in (fact.text, fact.population, fact.hedge) if part)}"
    return " ".join(told.split()), {source.key: None for source, _ in fact.words}
