"""The command `factsheet`: 0 all well, 1 problems in the dossier, 2 misuse."""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO, TypeVar

import click
from click.core import ParameterSource

from . import __version__, build, extract, review, reviewing, settings, verify
from .asking import printable
from .evidence.coverage import coverage
from .extraction import Name
from .problems import Level, Problem, failing, quoted, suggestion
from .rendering.addresses import Addresses
from .rendering.page import markdown
from .views.coverage import KINDS, why

T = TypeVar("T")


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass items on, with a bar on standard error where that is a terminal."""
    with click.progressbar(items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def as_text(problem: Problem) -> str:
    """Write a problem as `path:line:column: message [rule]`, with its level where that is not error."""
    level = "" if problem.level is Level.ERROR else f"{problem.level}: "
    return str(replace(problem, message=level + problem.message))


def as_json(problem: Problem) -> str:
    """Write a problem as a JSON object on one line."""
    at = {"path": problem.place.path, "line": problem.place.line, "column": problem.place.column}
    found = {**at, "level": problem.level.value, "rule": problem.rule, "message": problem.message}
    return json.dumps(found, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """Write a problem as a workflow command, which GitHub shows at the line of a pull request."""
    level = "notice" if problem.level is Level.NOTE else problem.level.value
    place = problem.place

    def escaped(text: str, more: str = "") -> str:
        return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)

    at = f"file={escaped(place.path, ':,')},line={place.line},col={place.column},title={problem.rule}"
    return f"::{level} {at}::{escaped(problem.message)}"


FORMATS: dict[str, Callable[[Problem], str]] = {"text": as_text, "json": as_json, "github": as_github}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--dossier",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The dossier's folder, where its mkdocs.yml lies.  [default: this folder]",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, dossier: Path) -> None:
    """Make sourced fact sheets: every statement footnoted to the exact words that support it."""
    context.obj = dossier.resolve()


def _settings(root: Path) -> tuple[build.Folders, int]:
    try:
        folders, budget = settings.read(root)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not folders.content.is_dir():
        raise click.UsageError(f"there is no dossier here: {folders.content} is not a folder")
    return folders, budget


def _summary(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.level for problem in problems)
    said = [f"{counts[level]} {level}{'s' * (counts[level] != 1)}" for level in Level if counts[level]]
    return ", ".join(said) or "no problems"


@main.command()
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", help="How to print problems.")
@click.pass_obj
def check(root: Path, format_: str) -> None:
    """Report everything that is wrong, at its file, line and column.

    Exits 1 when there are errors or warnings; notes never fail.
    """
    folders, budget = _settings(root)
    site = build.build(folders, Addresses(), budget, progress)
    for problem in site.problems:
        click.echo(FORMATS[format_](problem))
    click.echo(_summary(site.problems), err=True)
    sys.exit(1 if failing(site.problems) else 0)


@main.command("verify")
@click.option("--accept-text", metavar="SOURCE", help="Take over the sha256 of this source's text as it is now.")
@click.pass_obj
def verify_command(root: Path, accept_text: str | None) -> None:
    """Re-check every citation against the texts in the seeds folder, and write seeds/evidence.lock."""
    folders, _ = _settings(root)
    if accept_text is not None:
        try:
            old, new = verify.accept(folders, accept_text)
        except LookupError as error:
            raise click.UsageError(str(error)) from error
        click.echo(f"{accept_text}: sha256 was {old}, is now {new}")
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    outcome = verify.verify(folders, today)
    for problem in outcome.problems:
        click.echo(as_text(problem))
    for source in outcome.absent:
        text = source.text
        click.echo(f"not here: {folders.seeds.name}/{text.file} (sha256 {text.sha256}, source {source.id})", err=True)
    if not outcome.present:
        raise click.UsageError(f"no text is in {folders.seeds}: put the files named above there; the lock is as it was")
    verify.save(folders.seeds / "evidence.lock", outcome.lock)
    click.echo(f"{outcome.verified} of {outcome.citations} citations are in the lock", err=True)
    sys.exit(1 if failing(outcome.problems) or outcome.verified < outcome.citations else 0)


@main.command("extract")
@click.option(
    "--jsonl",
    "documents",
    type=click.File("r", encoding="utf-8"),
    metavar="IN",
    help='Read `{"doc_id", "text", "published"}` a line (- for standard input) and print what is found, a line each.',
)
@click.pass_context
def extract_command(context: click.Context, documents: TextIO | None) -> None:
    """Find quotations, numbers, dates and names in the texts, and write them to seeds/extracted/.

    Curated records and decisions are never touched. With --jsonl no dossier is needed: its names are used
    only where `factsheet --dossier FOLDER` names one.
    """
    if documents is not None:
        known = [] if context.parent is None or _by_default(context.parent) else _names(context.obj)
        try:
            for line in extract.lines(progress(documents, "extracting"), known):
                click.echo(line)
        except (extract.LineError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{documents.name}: {error}") from error
        return
    folders, _ = _settings(context.obj)
    written = 0
    for found in progress(extract.run(folders), "extracting"):
        if found.file is None:
            click.echo(f"{found.source.id}: {found.why}", err=True)
        else:
            verify.save(folders.seeds / "extracted" / f"{found.source.id}.yml", found.file)
            written += 1
    if not written:
        raise click.UsageError(f"no text to extract from is in {folders.seeds}")
    click.echo(f"{written} files written to {folders.seeds.name}/extracted/", err=True)


def _by_default(context: click.Context) -> bool:
    """Tell whether nobody named a dossier."""
    return context.get_parameter_source("dossier") is ParameterSource.DEFAULT


def _names(root: Path) -> list[Name]:
    folders, _ = _settings(root)
    case, _problems = build.read(folders)
    return extract.names(case.dossier)


@main.command("review")
@click.argument("source", required=False)
@click.option("--list", "listing", is_flag=True, help="Print what is open, a line each, and ask nothing.")
@click.option("--kind", type=click.Choice(reviewing.KINDS), help="Only candidates of this kind.")
@click.pass_obj
def review_command(root: Path, source: str | None, listing: bool, kind: str | None) -> None:
    """Decide about what extraction found: accept it into a record, or reject it with a reason.

    Goes through the open candidates of SOURCE, or of all sources, one by one. Exits 1 while any is open.
    """
    folders, _ = _settings(root)
    desk = review.open_desk(folders)
    if source is not None and not desk.dossier.knows("sources", source):
        near = suggestion(source, desk.dossier.ids("sources"))
        raise click.UsageError(f"there is no source {quoted(source)}{near}")
    unread = [id_ for id_ in desk.unread if source in (None, id_)]
    for id_ in unread:
        click.echo(f"{id_}: not gone through: run `factsheet extract` where its text is", err=True)
    if not desk.status or source in unread:
        raise click.UsageError("nothing to review: run `factsheet extract` where the texts are")
    if listing:
        items = desk.open(source, kind)
        for item in items:
            click.echo(reviewing.listed(item))
        left = len(items)
    else:
        left = reviewing.walk(folders, source, kind)
    sys.exit(1 if left else 0)


@main.command("add-source")
@click.argument("what", metavar="FILE|URL")
@click.option("--id", "id_", help="The new source's id.  [default: made of what the copy states]")
@click.pass_obj
def add_source(root: Path, what: str, id_: str | None) -> None:
    """Make a source of a text or a web page: its text, a record with honest blanks, and what is found in it.

    Nothing is asked of the network unless a URL is given. All files are written, or none.
    """
    from . import adding  # what it needs for web pages takes longer to load than the other commands to run

    folders, _ = _settings(root)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    try:
        copy = adding.fetched(what, today) if "://" in what else adding.supplied(Path(what), folders, today)
        added = adding.prepare(folders, copy, id_)
        if id_ is None and sys.stdin.isatty():
            id_ = click.prompt("id", default=added.id, err=True)
            added = adding.prepare(folders, copy, id_) if id_ != added.id else added
        adding.save(added)
    except adding.AddingError as error:
        raise click.UsageError(printable(str(error))) from error
    except OSError as error:
        raise click.UsageError(printable(f"{error.strerror}: {error.filename}")) from error
    for path in added.files:
        click.echo(path.relative_to(root) if path.is_relative_to(root) else path)
    for note in (*added.notes, *(f"{name}: not in the supplied copy" for name in added.missing)):
        click.echo(note, err=True)
    click.echo(f"{added.candidates} candidates; next: look over content/sources/{added.id}.yml, then run", err=True)
    click.echo(f"`factsheet review {added.id}`, `factsheet verify` and `factsheet check`", err=True)


@main.command("coverage")
@click.pass_obj
def coverage_command(root: Path) -> None:
    """Show how much of each source the facts account for, and the sentences that are left.

    Exits 1 when a sentence is left. The sentences' words are shown where the texts are there.
    """
    folders, _ = _settings(root)
    case, _ = build.read(folders)
    counted = coverage(case.dossier, case.evidence, case.findings)
    if not counted:
        raise click.UsageError("nothing to count: run `factsheet extract` where the texts are")
    for source, found in counted.items():
        shares = ", ".join(f"{KINDS[kind]} {done}/{whole}" for kind, (done, whole) in found.candidates.items())
        click.echo(f"{source}: sentences {found.covered}/{found.sentences}, {shares}")
        text = case.evidence.text_of(source)
        for gap in found.gaps:
            words = "" if text is None else " ".join(text[gap.span.start : gap.span.end].split())
            left = ", ".join(f"`{candidate.exact}`" for candidate in gap.candidates)
            click.echo(f"  {gap.span.start}-{gap.span.end} ({why(gap)}{': ' * bool(left)}{left}) {words}")
    for source in sorted(set(case.dossier.sources) - set(counted)):
        click.echo(f"{source}: not gone through: run `factsheet extract` where its text is")
    sys.exit(1 if any(c.gaps for c in counted.values()) or len(counted) < len(case.dossier.sources) else 0)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def render(root: Path, folder: Path) -> None:
    """Write the pages as Markdown files, for any other site generator."""
    folders, budget = _settings(root)
    site = build.build(folders, Addresses(), budget, progress)
    for problem in site.problems:
        click.echo(as_text(problem), err=True)
    if not site.sound:
        sys.exit(1)
    files = {page.file: markdown(page) for page in site.pages} | dict(site.data)
    if site.glance is not None:
        files.setdefault("index.md", markdown(site.glance))
    for name, text in progress(sorted(files.items()), "writing"):
        verify.save(folder / name, text)
    click.echo(f"{len(files)} files written to {folder}", err=True)


if __name__ == "__main__":
    main()
