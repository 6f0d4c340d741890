"""The MkDocs plugin: the only file that knows MkDocs."""

from __future__ import annotations

import gc
import logging
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from . import build
from .checks.rule import QUOTATION_BUDGET
from .folders import Folders
from .past import history
from .problems import Level, Place, Problem, failing
from .rendering import pages
from .rendering.addresses import Addresses
from .rendering.environment import COMPILED, packaged, translator
from .rendering.forge import EDITOR
from .rendering.page import Page, body, filled, gap, markdown
from .rendering.prose import sanitised
from .settings import DEFAULTS, FILE
from .site import box, editing, finding, frontmatter, handwritten, kept, watching, whereabouts
from .strings import Strings
from .views.lists import LISTS

log = get_plugin_logger("factsheet")

GLANCE = "<!-- factsheet: glance -->"
STYLE = "assets/factsheet.css"
SCRIPTS = ("assets/marks.js", "assets/keep.js")
PROBLEMS = "problems"
_LEVELS = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.NOTE: logging.INFO}


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What a site can set under `plugins: factsheet`, with its defaults."""

    content_dir = option.Type(str, default=DEFAULTS["content_dir"])
    seeds_dir = option.Type(str, default=DEFAULTS["seeds_dir"])
    templates_dir = option.Type(str, default=DEFAULTS["templates_dir"])
    quotation_budget = option.Type(int, default=QUOTATION_BUDGET)
    admin = option.Type(str, default="")
    published = option.Type(str, default="")
    editor = option.Type(str, default=EDITOR)


class FactsheetPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the dossier and hands its pages to MkDocs.

    Under `mkdocs serve` the instance lives across rebuilds and keeps the last good site, so that a mistake
    leaves every page as it was, with a box that says what is wrong.
    """

    def __init__(self) -> None:
        self.serving = False
        self.shown: build.Site | None = None
        self.always: tuple[Page, ...] = ()
        self.problems: list[Problem] = []
        self.strings = Strings({})
        self.stale = False
        self.made: dict[str, Page] = {}
        self.searched: dict[str, str] = {}
        self.kept = kept.Kept()
        self.box: box.Box | None = None
        self.watching: watching.Watching | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`; defining this keeps the instance across rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our theme files, style and script behind the site's own, those of a custom_dir included."""
        root = Path(config.config_file_path or FILE).resolve().parent
        self.folders = Folders(root, *(root / self.config[name] for name in DEFAULTS))
        opened = self.config.editor
        if opened and "{path}" not in opened:
            raise PluginError(f"the option editor of factsheet is `{opened}`; write it like `{EDITOR}`")
        where = whereabouts.forge_of(root, config, opened if self.serving else "")
        self.addresses = Addresses(config.use_directory_urls, config.site_url or "", config.site_name, where)
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(packaged() / "theme"))
        config.theme.dirs[0:0] = [str(own) for own in [self.folders.templates / "theme"] if own.is_dir()]
        if STYLE not in config.extra_css:
            config.extra_css.insert(0, STYLE)
        config.extra_javascript[0:0] = [script for script in SCRIPTS if script not in config.extra_javascript]
        # The ids of our headings are written with it; its absence would print them.
        if not any(name.endswith("attr_list") for name in config.markdown_extensions):
            config.markdown_extensions.append("attr_list")
        try:
            self.admin = editing.files(self.folders, self.config.admin, config)
        except editing.EditingError as error:
            raise PluginError(f"{FILE}: {error}") from error
        if self.admin:
            log.info("%s", editing.LOST)
        if not config.repo_url:
            config.edit_uri = None
        if self.serving and config.strict:
            config.strict = False
            counting = logging.getLogger("mkdocs")
            for handler in [found for found in counting.handlers if isinstance(found, CountHandler)]:
                counting.removeHandler(handler)
            log.info("strict does not apply while serving: problems are shown on the pages instead")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the dossier, before MkDocs empties the site folder."""
        gc.disable()  # what a build makes lasts until its end: to look for garbage meanwhile takes a fifth of the time
        self._watch()
        self.box = None
        past, budget = history.past(self.folders, self.config.published), self.config.quotation_budget
        setting = kept.setting(config, self.folders.templates, packaged()) if self.serving else None
        self.kept.begin(setting, alone=kept.alone(config))
        site = build.build(self.folders, self.addresses, budget, past=past, before=self.kept.rendered)
        self.problems = [*site.problems, *handwritten.links(Path(config.docs_dir), self.folders.root)]
        self.strings = site.strings if site.strings.entries else self.strings
        self.stale = not site.sound and self.shown is not None
        for problem in self.problems:
            log.log(_LEVELS[problem.level], "%s", problem)
        if site.sound:
            self.shown = site
        self.always = site.pages
        wrong = [problem for problem in self.problems if problem.level is Level.ERROR]
        if (wrong or not site.sound) and not self.serving:
            raise PluginError(f"{len(wrong)} error{'s' * (len(wrong) != 1)} in the dossier; the site was not built")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the dossier's pages and data as files that exist only in memory."""
        records = posixpath.relpath(self.folders.content.as_posix(), Path(config.docs_dir).as_posix())
        own, problems = handwritten.own(files, config, self.folders.root)
        self.made = {page.file: page for page in self._pages("index.html" in own)}
        self.searched = {}
        data = {**(self.shown.data if self.shown else {}), **self.admin}
        generated = [File.generated(config, address, content=content) for address, content in data.items()]
        for page in self.made.values():
            inclusion = InclusionLevel.UNDEFINED if page.key in LISTS else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.file, content=markdown(page, gap), inclusion=inclusion)
            if page.edit:
                file.edit_uri = f"{records}/{page.edit}"
            generated.append(file)
        for problem in (*problems, *handwritten.add(files, generated, own, self.folders.root)):
            self._found(problem)
        return files

    def _pages(self, at_home: bool) -> list[Page]:
        """List the pages to show: the last good ones, or for each list and record one with no more than its title."""
        if self.shown is not None:
            found = list(self.shown.pages)
        else:
            titles = {key: self.strings(f"list.{key}") for key in LISTS} | self.folders.ids()
            blank = [Page(key, self.addresses.file(key), title, title, ()) for key, title in titles.items()]
            found = list({page.key: page for page in (*blank, *self.always)}.values())
        if not at_home:
            found.append(self._home())
        if self.serving:
            heading, what = self.strings("problems.heading"), self.strings("problems.what")
            found.append(Page(PROBLEMS, f"{PROBLEMS}.md", heading, what, ()))
        return found

    def _home(self) -> Page:
        """Return a home page for a site that has written none."""
        glance = None if self.shown is None else self.shown.glance
        return Page("", "index.md", self.strings("glance.heading"), "", () if glance is None else glance.sections)

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Keep a hand-written page that is not UTF-8 from stopping the build."""
        if page.file.generated_by is not None or page.file.abs_src_path is None:
            return None
        text, problem = handwritten.text(Path(page.file.abs_src_path), self.folders.root)
        if problem is not None:
            self._found(problem)
        return text

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the dossier at a glance where a hand-written page asks for it, and escape what front matter says.

        Themes print a page's title and description as they are.
        """
        if page.file.generated_by is None:
            self._mend_front_matter(page, config)
        page.meta = {k: v if k == "template" else frontmatter.harmless(v) for k, v in page.meta.items()}
        before = self.kept.converted.get(page.file.src_uri)
        if before is not None and before.markdown == markdown and page.file.src_uri in self.made:
            return ""
        self.kept.converted.pop(page.file.src_uri, None)
        if page.file.generated_by is not None or GLANCE not in markdown:
            return markdown
        glance = None if self.shown is None else self.shown.glance
        return markdown.replace(GLANCE, "" if glance is None else body(replace(glance, title=""), gap), 1)

    def _mend_front_matter(self, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Leave out of a hand-written page's front matter what the theme would fall over."""
        path = page.file.abs_src_path
        if path is None:
            return
        dirs = [Path(name) for name in config.theme.dirs]
        for key, problem in list(frontmatter.mistakes(page.meta, Path(path), self.folders.root, dirs)):
            page.meta.pop(key)
            self._found(problem)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Sanitise hand-written pages; put into their gaps what templates that escape have made, pictures and all."""
        file, made = page.file.src_uri, self.made.get(page.file.src_uri)
        if page.file.generated_by is None:
            html, made = sanitised(html), None if self.shown is None else self.shown.glance
            if made is not None:
                self.searched[file] = filled(html, made, to_find=True)
            return html if made is None else filled(html, made)
        if made is None:
            return html
        before, ids = self.kept.converted.get(file), frozenset(page.present_anchor_ids or ())
        found = before.now(made) if before else kept.Converted.of(made, page.markdown or "", html, page.toc, ids)
        self.kept.converted[file] = found
        page.toc, page.present_anchor_ids = found.toc, set(found.anchors)
        self.searched[file] = found.searched
        return found.html

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell each record's page where it stands; keep the navigation for trying out the theme."""
        self.nav = nav
        pages = {made.key: found.page for file, made in self.made.items() if (found := files.get_file_from_path(file))}
        whereabouts.place(self.made.values(), pages)
        told = [(pages.get(made.key), made) for made in self.made.values() if made.edit]
        self.names = {page.url: (made.title, *made.names) for page, made in told if page is not None}
        if self.serving and self.config.editor:
            whereabouts.edit(told, self.folders.content.relative_to(self.folders.root), self.addresses.forge)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Try the site's own theme files on every page that is not as it was; leave them out where they fail."""
        env.globals["t"] = translator(self.strings)
        env.bytecode_cache = COMPILED
        self.kept.compare(self.nav, files.documentation_pages())
        if not self._tried(env, config, files):
            self.kept.begin(None, alone=self.kept.alone)
        for file in files.documentation_pages():
            if file.page is not None and file.src_uri in self.kept.reused:
                file.page.meta = {**file.page.meta, "template": "kept.html"}
        return env

    def _tried(self, env: Environment, config: MkDocsConfig, files: Files) -> bool:
        own = self.folders.templates / "theme"
        files_there = [path.relative_to(own).as_posix() for path in sorted(own.rglob("*")) if path.is_file()]
        names = [name for name in files_there if name.endswith(".html") or name in config.theme.static_templates]
        if not names or str(own) not in config.theme.dirs:
            return True
        try:
            for name in names:
                env.get_template(name)
            for name in sorted(config.theme.static_templates & {*names, "404.html"}):
                env.get_template(name).render(get_context(self.nav, files, config))
            for file in files.documentation_pages():
                page = file.page
                if page is None or file.src_uri in self.kept.reused:
                    continue
                template = env.get_template(page.meta.get("template", "main.html"))
                template.render(get_context(self.nav, files, config, page))
        except Exception as error:  # whatever a template raises is its author's to mend
            self._found(pages.template_problem(error, Place("templates/theme"), self.folders.root))
            if not self.serving:
                raise PluginError("the site was not built") from error
            env.loader = FileSystemLoader([d for d in config.theme.dirs if d != str(own)])
            if env.cache is not None:
                env.cache.clear()
            return False
        return True

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand over what is kept; of another page let search read only what it is to find."""
        before = self.kept.reused.get(page.file.src_uri)
        if before is not None:
            page.content = ""
            context["kept"] = before.html  # type: ignore[typeddict-unknown-key]
        elif self.kept.alone:
            self.content = page.content or ""
            searched = self.searched.get(page.file.src_uri, self.content)
            page.content = "" if self.kept.found(page, searched) else searched
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page all its content again; under `mkdocs serve` with a place for the box of problems on top."""
        if page.file.src_uri not in self.kept.reused:
            content = self.content if self.kept.alone else page.content or ""
            page.content = kept.BOX + content if self.serving else content
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the page, and put the box of problems where its place is."""
        if not self.serving:
            return output
        self.kept.keep(page, output)
        if self.box is None:
            wrong, root = failing(self.problems), self.folders.root
            self.box = box.Box(wrong, root, self.addresses, self.strings, stale=self.stale)
        return output.replace(kept.BOX, self.box.on(page.url, whole=page.file.src_uri == f"{PROBLEMS}.md"), 1)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the search index: what it had of the pages that are kept, and all names of each record."""
        index = Path(config.site_dir) / "search/search_index.json"
        self.kept.finish(index)
        finding.complete(index, self.names)
        gc.enable()
        if self.serving and not gc.get_freeze_count():  # what the first build leaves stays as it is
            gc.collect()
            gc.freeze()

    def on_build_error(self, *, error: Exception) -> None:
        """Look for garbage again."""
        gc.enable()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch records, texts and templates besides what MkDocs watches."""
        self.watching = watching.Watching(server)
        self._watch()
        return server

    def _watch(self) -> None:
        if self.watching is not None:
            self.watching.follow((self.folders.content, self.folders.seeds, self.folders.templates))

    def _found(self, problem: Problem) -> None:
        log.log(_LEVELS[problem.level], "%s", problem)
        self.problems.append(problem)
