"""The story in one function: folders in, pages and data out, and everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from .checks import run
from .checks.rule import QUOTATION_BUDGET, Case
from .exports import citing, feed
from .exports import dossier as export
from .exports.tables import TABLES
from .folders import Folders, read
from .model.past import NO_PAST, Past
from .problems import Level, Problem, in_order
from .reading import strings as wording
from .rendering import pages
from .rendering.addresses import Addresses
from .rendering.environment import packaged
from .rendering.page import Page
from .strings import Strings
from .views import dossier as views
from .views import lists, rules, whole
from .views.pages import View


@dataclass(frozen=True, slots=True)
class Site:
    """What a build makes: pages, the home page's glance, data files by address, the words used, what is wrong.

    With an error its pages are only those that no dossier changes.
    """

    pages: tuple[Page, ...] = ()
    glance: Page | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    strings: Strings = field(default_factory=lambda: Strings({}))
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Tell whether the pages can be shown: nothing is wrong beyond warnings and notes."""
        return not any(problem.level is Level.ERROR for problem in self.problems)


def _silent(views: Sequence[View], _: str) -> Iterable[View]:
    return views


def strings(folders: Folders) -> tuple[Strings, list[Problem]]:
    """Read the words that pages show beside the facts: the site's own, else ours."""
    return wording.read(packaged(), folders.templates, folders.root)


def _checked(folders: Folders, budget: int, past: Past) -> tuple[Case, Strings, list[Problem]]:
    case, problems = read(folders, budget, past)
    t, misworded = strings(folders)
    return case, t, [*problems, *misworded, *run.check(case)]


def check(
    folders: Folders,
    budget: int = QUOTATION_BUDGET,
    progress: Callable[[Sequence[View], str], Iterable[View]] = _silent,
    past: Past = NO_PAST,
) -> tuple[Problem, ...]:
    """Tell everything that is wrong. Pages are made only where a site's own templates may fail on them."""
    own = folders.templates
    if own.is_dir() and own.resolve() != packaged().resolve() and any(own.rglob("*.html")):
        return build(folders, Addresses(), budget, progress, past).problems
    return tuple(in_order(_checked(folders, budget, past)[2]))


def build(
    folders: Folders,
    addresses: Addresses,
    budget: int = QUOTATION_BUDGET,
    progress: Callable[[Sequence[View], str], Iterable[View]] = _silent,
    past: Past = NO_PAST,
    before: pages.Rendered | None = None,
) -> Site:
    """Read, check and render a dossier. With an error in it nothing is rendered, and all problems are told.

    What `before` holds of an earlier build with the same templates is not rendered again; it is brought up to date.
    """
    case, t, problems = _checked(folders, budget, past)
    before = pages.Rendered() if before is None else before
    always, failed = pages.render([rules.view(t)], folders.templates, folders.root, addresses, t, before)
    problems += failed
    if any(problem.level is Level.ERROR for problem in problems):
        return Site(tuple(always), strings=t, problems=tuple(in_order(problems)))
    dossier, evidence = case.dossier, case.evidence
    addresses = replace(addresses, version=past.version)
    shown = progress(views.views(dossier, evidence, case.findings, t), "rendering")
    glance = lists.glance(dossier, evidence, t)
    printed = whole.view(dossier, evidence, t)
    told = lists.told(dossier, evidence, t)
    # In one go, because reading and compiling the templates takes as long as most pages.
    made, failed = pages.render(chain(shown, [printed, glance]), folders.templates, folders.root, addresses, t, before)
    return Site(
        pages=(*(page for page in made if page.key), *pages.redirects(dossier.everything(), addresses, t), *always),
        glance=next((page for page in made if not page.key), None),
        strings=t,
        data={
            "data/dossier.json": export.written(dossier, evidence),
            "data/corrections.json": export.log(dossier),
            **{address: table(dossier, evidence) for address, table in TABLES.items()},
            **citing.files(dossier, evidence, addresses.edition, t),
            feed.FILE: feed.written(told, feed.Home(addresses.name, addresses.absolute), t),
        },
        problems=tuple(in_order([*problems, *failed])),
    )
