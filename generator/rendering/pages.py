"""Views to finished pages. A page's template is a list of blocks, each a section with its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError, nodes

from ..excerpts import Excerpt
from ..model.records import Named, Record, Subject
from ..problems import Place, Problem
from ..strings import Strings
from ..views.citing import Cited, text
from ..views.pages import View
from ..views.reserve import reserve
from ..views.sheet import heading
from . import prose
from .addresses import Addresses
from .environment import Desk, Heading, Pieces, environment
from .page import Page, Section

REPEATING = (
    *("claims", "day", "related", "extracted", "found_names", "mentions", "listed"),
    *("quotes", "assertions", "moments"),
    *("numbers", "map", "relations", "attacks", "where", "who"),
)
"""Sections that say again what stands elsewhere, or what nobody has reviewed: search leaves them out."""


Shows = tuple[View, str]
"""What a page is made of: its view, and how it is cited where the template shows that itself."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What an earlier build made with the same templates: pages by key, each with what it shows, and pieces of them.

    The pages are those of views without the section that tells how to cite them, which every commit changes.
    """

    pages: dict[str, tuple[Shows, Page]] = field(default_factory=dict)
    pieces: Pieces = field(default_factory=dict)


def render(
    views: Iterable[View], own: Path, root: Path, addresses: Addresses, t: Strings, before: Rendered
) -> tuple[list[Page], list[Problem]]:
    """Render every view. A template that fails is a problem at its line, and its pages are left out.

    What is as it was before is not rendered again: `before` holds what was made, and is given what is made now.
    """
    # Templates are told the version in `cited` alone: with it what a page shows changes, and no view tells.
    jinja = environment(own, replace(addresses, version=None), t)
    pages: list[Page] = []
    problems: dict[Problem, None] = {}
    sound: set[str] = set()
    for view in views:
        known = before.pages.get(view.key)
        cited = text(Cited(view.key, view.title), addresses.edition, t)
        shows = (view, cited if view.inside else "")
        try:
            if known is None or known[0] != shows:
                if view.template not in sound:
                    _look_over(jinja, f"pages/{view.template}.html")
                    sound.add(view.template)
                known = (shows, _page(jinja, shows, addresses, t, before.pieces))
                before.pages[view.key] = known
            pages.append(known[1] if view.record is None else _citable(jinja, view, known[1], cited, addresses, t))
        except Exception as error:  # whatever a template raises is its author's to mend
            place = Place(f"templates/pages/{view.template}.html")
            problems[template_problem(error, place, root)] = None
    return pages, list(problems)


def problem_box(
    problems: list[Problem],
    excerpts: Mapping[Problem, tuple[Excerpt, ...]],
    own: Path,
    addresses: Addresses,
    t: Strings,
    here: str,
    *,
    limit: int,
    stale: bool,
) -> str:
    """Render the box that says what is wrong; `stale` when the page shows an earlier state."""
    template = environment(own, addresses, t).get_template("parts/problems.html")
    links = {"page": addresses.from_url(here, "problems"), "rules": addresses.from_url(here, "rules")}
    return template.render(problems=problems, excerpts=excerpts, limit=limit, stale=stale, **links)


def redirects(records: Iterable[Record], addresses: Addresses, t: Strings) -> list[Page]:
    """Make a page for each id that a record used to have, leading to where it is now."""
    return [
        Page(
            key=f"{record.folder}/{old}",
            file=addresses.file(f"{record.folder}/{old}"),
            title=heading(record, t),
            description="",
            sections=(),
            template="redirect.html",
            redirect=addresses.relative(f"{record.folder}/{old}", record.key),
        )
        for record in records
        for old in record.formerly
    ]


def _look_over(jinja: Environment, name: str) -> None:
    """Look a page's template over as a whole: a page is its blocks, and anything beside them would be lost."""
    loader = jinja.loader
    if loader is None:
        return
    source, file, _ = loader.get_source(jinja, name)
    parts = jinja.parse(source, name, file).body
    if not any(isinstance(part, nodes.Block) for part in parts):
        raise TemplateSyntaxError("it has no blocks; each section of a page is a block", 1, name, file)
    pieces = [piece for part in parts if isinstance(part, nodes.Output) for piece in part.nodes]
    for piece in pieces:
        if not isinstance(piece, nodes.TemplateData) or piece.data.strip():
            raise TemplateSyntaxError("what stands outside the blocks would not be shown", piece.lineno, name, file)


def _page(jinja: Environment, shows: Shows, addresses: Addresses, t: Strings, pieces: Pieces) -> Page:
    view, cited = shows
    template = jinja.get_template(f"pages/{view.template}.html")
    desk = Desk(jinja, view.key, view.record, view.inside, pieces)
    data = {"view": view, "footnotes": view.footnotes, "cited": cited, **view.data, **desk.names}
    sections: list[Section] = []
    for name, block in template.blocks.items():
        try:
            html = "".join(block(template.new_context(data)))
        except Exception:
            jinja.handle_exception()  # raises it again, with the lines of the template
        sections += _sections(name, desk.sections(html))
    if view.sources:
        rested = jinja.get_template("parts/sources.html").render(data)
        sections.append(Section("sources", t("page.sources"), rested, found=False))
    if view.corrections:
        logged = jinja.get_template("parts/corrections.html").render(data)
        sections.append(Section("corrections", t("correction.heading"), logged, found=False))
    if view.footnotes:
        notes = jinja.get_template("parts/footnotes.html").render(data)
        sections.append(Section("footnotes", t("footnote.heading"), notes, found=False))
    return Page(
        key=view.key,
        file=addresses.file(view.key),
        title=view.title,
        description=_description(view, t),
        sections=tuple(sections),
        edit=None if view.record is None else f"{view.record.key}.yml",
        before=view.before,
        after=view.after,
        names=_names(view),
        found=not view.inside,
    )


def _citable(jinja: Environment, view: View, page: Page, cited: str, addresses: Addresses, t: Strings) -> Page:
    """Say under a record's page how it is cited."""
    files = partial(addresses.data, view.key)
    html = jinja.get_template("parts/cite.html").render(view=view, cited=cited, data_url=files)
    return replace(page, sections=(*page.sections, Section("cite", t("cite.heading"), html, found=False)))


def _names(view: View) -> tuple[str, ...]:
    names = view.record.names if isinstance(view.record, Named) else ()
    return tuple(dict.fromkeys(name.value for name in names if name.value != view.title))


def _sections(name: str, parts: list[tuple[Heading | None, str]]) -> Iterator[Section]:
    """Make a block's sections. The first takes the block's name as its id, like every heading that brings none."""
    id_, found = name.replace("_", "-"), name not in REPEATING
    for start, html in parts:
        if start is None:
            yield Section(id_ if len(parts) == 1 else f"{id_}-lead", None, html, found=found)
        elif html.strip():
            yield Section(start.id or id_, start.title, html, found=found, level=start.level)


def _description(view: View, t: Strings) -> str:
    summary = view.data["core"].summary if isinstance(view.record, Subject) else None
    if summary is None:
        return t("page.description", title=view.title)
    return prose.plain(summary, lambda fact: reserve(t, fact))


def template_problem(error: Exception, place: Place, root: Path) -> Problem:
    """Say in which template, at which line, rendering failed; `place` where the error does not tell."""
    if isinstance(error, TemplateSyntaxError):
        place = Place(_name(error.filename or error.name or place.path, root), error.lineno)
    else:
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file.endswith(".html"):
                place = Place(_name(file, root), trace.tb_lineno)
            trace = trace.tb_next
    what = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return Problem(place, "template", f"cannot be rendered: {what}")


def _name(file: str, root: Path) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
