"""The open candidates in the terminal, one at a time: shown in their context, and asked about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from ..folders import Folders
from ..model.facts import OUTLET
from ..model.records import Named, Record
from ..model.vocabulary import ActorKind, Medium, NameUse
from ..problems import printable, quoted, visible
from . import review, writing
from .asking import BackError, ask, choose, fresh, heading, pick
from .review import Change, Open
from .writing import StyleError, Value, flow, scalar

ANSWERS = {
    "accept": "write it into a record: you are asked which, and what it says there",
    "reject": "write down that it is not to be used; you are asked why",
    "skip": "leave it open and go on",
    "undo": "take back the last thing written, byte for byte",
    "quit": "stop; what was written stays",
    "help": "show this",
}
KINDS = ("quote", "figure", "date", "name")
_PRONOUNS = {"he", "she", "it", "they", "we", "i", "who"}


def listed(item: Open) -> str:
    """Write a candidate on one line: `source:start-end kind exact → value`."""
    candidate = item.candidate
    at = f"{item.source}:{candidate.start}-{candidate.end}"
    return f"{at} {candidate.kind} {printable(candidate.exact)} → {printable(review.meaning(candidate))}"


def walk(folders: Folders, source: str | None, kind: str | None) -> int:
    """Ask about every open candidate until there is none, or the person stops; return how many are left."""
    dialogue = Dialogue(folders, source, kind)
    try:
        dialogue.run()
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo()
    return dialogue.close()


class Dialogue:
    """One walk: the dossier as it is, what was decided and written so far, and the questions."""

    def __init__(self, folders: Folders, source: str | None, kind: str | None) -> None:
        self.folders = folders
        self.filter = (source, kind)
        self.desk = review.open_desk(folders)
        self.written: list[tuple[Change, Open]] = []
        self.passed: set[tuple[str, str, int, int]] = set()

    def run(self) -> None:
        """Go through the queue; after each change, what it settled is left out."""
        while item := next((one for one in self.desk.open(*self.filter) if one.key not in self.passed), None):
            self.show(item)
            while self.answer(item):
                pass

    def close(self) -> int:
        """Say what was done; return how many candidates are open."""
        decided = {item.key for _, item in self.written}
        left = sum(item.key not in decided for item in self.desk.open(*self.filter))
        click.echo(f"{len(self.written)} written, {left} open", err=True)
        if self.written:
            click.echo("now run `factsheet verify`, then `factsheet check`", err=True)
        return left

    def show(self, item: Open) -> None:
        """Print a candidate in its context, and what extraction made of it."""
        candidate = item.candidate
        at = f"{item.source}:{candidate.start}-{candidate.end}"
        left = sum(one.key not in self.passed for one in self.desk.open(*self.filter))
        click.echo(f"\n{click.style(candidate.kind, bold=True)} {at} ({left} to go)")
        around = self.desk.context(item)
        if around is None:
            click.echo(f"  {_marked(candidate.exact)}")
            click.echo("  (its text is not here as it was extracted from, so there is no context)")
        else:
            before, exact, after = around
            click.echo(f"  {_joined(before, exact, after)}")
        click.echo(f"  → {printable(review.meaning(candidate))} [{candidate.rule}, {candidate.confidence}%]")

    def answer(self, item: Open) -> bool:
        """Ask what to do with a candidate; return whether to ask again."""
        said = ask("accept, reject, skip, undo, quit, help").lower()
        chosen = next((word for word in ANSWERS if said and word.startswith(said)), "help" if said == "?" else "")
        match chosen:
            case "accept":
                return not self.write(item, self.accepted)
            case "reject":
                return not self.write(item, self.rejected)
            case "skip":
                self.passed.add(item.key)
                return False
            case "undo":
                return not self.undo()
            case "quit":
                raise click.Abort
        if chosen != "help":
            click.echo(f"{quoted(printable(said))} is none of the answers:" if said else "please answer:")
        for word, meaning in ANSWERS.items():
            click.echo(f"  {word:<7} {meaning}")
        return True

    def write(self, item: Open, decide: Callable[[Open], Change]) -> bool:
        """Ask what a decision needs and write it; return whether it was written."""
        try:
            change = decide(item)
            review.save(change)
        except BackError:
            click.echo("nothing was written")
            return False
        except StyleError as error:
            click.echo(f"{printable(str(error))}\nnothing was changed; to add it by hand:\n")
            click.echo("\n".join(map(visible, error.snippet.split("\n"))))
            return False
        except (review.ChangedError, LookupError, OSError) as error:
            click.echo(printable(f"{error}; nothing was changed"))
            return False
        self.written.append((change, item))
        click.echo(change.told)
        self.desk = review.open_desk(self.folders)
        still = {one.key for one in self.desk.open(item.source, item.candidate.kind)}
        if item.key in still and self.desk.context(item) is not None:
            read = printable(review.meaning(item.candidate))
            click.echo(f"it stays open, because extraction read something else there: {read}; reject that, or skip it")
            return False
        self.passed.add(item.key)
        return True

    def undo(self) -> bool:
        """Take the last change back; return whether it was."""
        if not self.written:
            click.echo("there is nothing to undo")
            return False
        change, item = self.written.pop()
        try:
            review.undo(change)
        except (review.ChangedError, OSError) as error:
            click.echo(printable(str(error)))
            return False
        self.passed.discard(item.key)
        self.desk = review.open_desk(self.folders)
        name = _name(change.path, self.folders)
        click.echo(f"{name} is gone again" if change.before is None else f"{name} is as it was")
        return True

    def rejected(self, item: Open) -> Change:
        """Ask why, and make the decision."""
        return review.rejected(self.folders, item, ask("why", needed=True))

    def accepted(self, item: Open) -> Change:
        """Ask what a candidate is in the dossier, and make the change that says so."""
        match item.candidate.kind:
            case "quote":
                return self.quote(item)
            case "name":
                return self.name(item)
        return self.claim(item)

    def claim(self, item: Open) -> Change:
        """A figure or a date: a claim of an event, a figure or another record."""
        kind = item.candidate.kind
        folder, id_ = pick(self.desk.dossier, "record (its id, title or name)", review.HOMES[kind]).split("/")
        property_ = choose("property", self.desk.properties(kind, folder))
        value = ask("value", review.value_of(item.candidate), needed=True)
        asserter = pick(self.desk.dossier, "asserted by (an actor, or `outlet`)", ("actors",), OUTLET, OUTLET).split(
            "/"
        )[-1]
        fields: dict[str, Value] = {"property": property_, "value": scalar(value), "asserted_by": asserter}
        if folder == "figures":
            issued = self.desk.dossier.sources[item.source].issued
            fields["as_of"] = scalar(ask("as of (the day it holds for)", issued or "", needed=True))
        if reason := ask("reason, where the words alone do not say it (Enter for none)"):
            fields["reason"] = scalar(" ".join(reason.split()))
        cite = self.cited(item)
        self.desk = review.open_desk(self.folders)
        claim = {"id": review.free_id(self.desk.dossier, folder, id_, "c"), **fields, "cite": [flow(cite)]}
        return review.appended(self.folders, folder, id_, ["claims"], claim)

    def cited(self, item: Open) -> dict[str, str]:
        """Ask which words carry the fact, until they stand at the candidate."""
        while True:
            try:
                return self.desk.cite(item, ask("words to cite", self.desk.words(item), needed=True))
            except LookupError as error:
                click.echo(str(error))

    def quote(self, item: Open) -> Change:
        """A quotation: a new quote of its speaker, or one more passage or rendering of one."""
        record = item.candidate.record or ""
        default = record if record in self.desk.dossier.actors else ""
        speaker = pick(self.desk.dossier, "speaker (an actor)", ("actors",), default).split("/")[1]
        rendering = self.rendering(item)
        known = self.desk.quotes_by(speaker)
        for one in known:
            click.echo(f"  {one.id}: {printable(one.title)}")
        chosen = choose("quote (`new`, or one of these)", ["new", *(one.id for one in known)], "new")
        if chosen == "new":
            return self.new_quote(item, speaker, rendering)
        passages = next(one.passages for one in known if one.id == chosen)
        for passage in passages:
            click.echo(f"  {passage.id}: {printable(passage.renderings[0].exact)}")
        ids = [passage.id for passage in passages]
        among = choose("passage (`new`, or the one that this is a rendering of)", ["new", *ids], "new")
        if among != "new":
            return review.appended(
                self.folders, "quotes", chosen, ["passages", ids.index(among), "renderings"], rendering
            )
        self.desk = review.open_desk(self.folders)
        fields: dict[str, Value] = {"id": review.free_id(self.desk.dossier, "quotes", chosen, "p")}
        return review.appended(self.folders, "quotes", chosen, ["passages"], fields | {"renderings": [rendering]})

    def rendering(self, item: Open) -> dict[str, Value]:
        """Write the words as their source carries them."""
        cite = self.desk.cite(item)
        fields: dict[str, Value] = {"source": cite.pop("source"), "form": "direct", **cite}
        named = item.candidate.speaker
        if named and named.lower() not in _PRONOUNS:
            fields["attributed_as"] = scalar(" ".join(named.split()))
        return fields

    def new_quote(self, item: Open, speaker: str, rendering: Mapping[str, Value]) -> Change:
        """Ask what a new quote needs; its id and title are proposed."""
        words = " ".join(item.candidate.exact.split()[:5])
        issued = self.desk.dossier.sources[item.source].issued or ""
        id_ = fresh(self.desk.dossier, self.folders.content, "quotes", f"{speaker}-{issued}-{words}")
        title = ask("title", f"{heading(self.desk.dossier.actors.get(speaker), speaker)}: {words}", needed=True)
        fields: dict[str, Value] = {"title": scalar(" ".join(title.split())), "speaker": speaker}
        if said := ask("said on (Enter: not stated)"):
            fields["said"] = scalar(said)
        fields["medium"] = choose("medium", [str(medium.value) for medium in Medium], Medium.UNSTATED.value)
        event = pick(self.desk.dossier, "event it is about (Enter for none)", ("events",), optional=True)
        if event:
            fields["event"] = event.split("/")[1]
        passage: dict[str, Value] = {"id": "p1", "renderings": [rendering]}
        return review.made(self.folders, "quotes", id_, writing.record(fields | {"passages": [passage]}))

    def name(self, item: Open) -> Change:
        """A name: a new actor or place, or one more spelling of one."""
        candidate = item.candidate
        value, cite = " ".join(candidate.exact.split()), flow(self.desk.cite(item))
        named: dict[str, Value] = {"value": scalar(value), "use": "preferred", "cite": [cite]}
        default = {"place": "place", "person": "actor", "organisation": "actor"}.get(candidate.form or "", "")
        if candidate.record:
            default = next((f"{r.folder}/{r.id}" for r in self.known(candidate.record)), "")
        question = "`actor` or `place` for a new one, or whose name it is"
        chosen = pick(self.desk.dossier, question, ("actors", "places"), default, "actor", "place")
        if "/" in chosen:
            folder, id_ = chosen.split("/")
            bearer = self.desk.dossier.records[folder].get(id_)
            if isinstance(bearer, Named) and value in {name.value for name in bearer.names}:
                raise LookupError(f"{chosen} bears this name already; `factsheet extract` finds it from now on")
            use = choose("use", [str(use.value) for use in NameUse], NameUse.VARIANT.value)
            self.desk = review.open_desk(self.folders)
            number = review.free_id(self.desk.dossier, folder, id_, "n")
            return review.appended(self.folders, folder, id_, ["names"], {"id": number, **named, "use": use})
        id_ = fresh(self.desk.dossier, self.folders.content, f"{chosen}s", value)
        fields: dict[str, Value] = {}
        if chosen == "actor":
            kinds = [str(kind.value) for kind in ActorKind]
            fields["kind"] = choose("kind", kinds, candidate.form if candidate.form in kinds else "")
        fields["names"] = [{"id": "n1", **named}]
        return review.made(self.folders, f"{chosen}s", id_, writing.record(fields))

    def known(self, id_: str) -> list[Record]:
        """List the actor and the place of an id."""
        dossier = self.desk.dossier
        return [folder[id_] for folder in (dossier.actors, dossier.places) if id_ in folder]


def _name(path: Path, folders: Folders) -> str:
    return path.relative_to(folders.content).as_posix() if path.is_relative_to(folders.content) else path.name


def _marked(exact: str) -> str:
    words = printable(exact)
    return click.style(words, bold=True, reverse=True) if sys.stdout.isatty() else f"[[{words}]]"


def _joined(before: str, exact: str, after: str) -> str:
    left, right = printable(before), printable(after)
    left += " " if left and before[-1:].isspace() else ""
    right = (" " if right and after[:1].isspace() else "") + right
    return f"…{left}{_marked(exact)}{right}…"
