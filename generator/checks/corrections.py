"""The log of corrections: what was published is corrected in the open, and what was logged stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..model.changes import Change, Part, alike, changes, logged, owed, part, unpublished
from ..model.corrections import Correction
from ..model.dossier import LOG, Dossier
from ..model.properties import Value
from ..model.stated import WORDS, Fields
from ..model.vocabulary import CorrectionKind, Field
from ..problems import Label, Level, Place, quoted, suggestion
from .ids import repeated
from .meant import dangling
from .rule import Case, Finding, Told, rule

Facts = Mapping[str, Fields]
"""What every fact states, by its global id."""


@rule("missing-correction", Level.WARNING)
def missing_correction(case: Case) -> Iterator[Finding]:
    """A value, date, speaker or attribution that was published, is not what it was, and is not in the log.

    Readers may have quoted it. `factsheet correct` asks for the reason and adds the entry to `corrections.yml`:
    what was published, and what the fact says now. A mere typing error is logged too, with `kind: typo`, which
    no page tells. Put the old value back if nothing was to be changed.

    Wrong:
        {id: c1, property: killed, value: four, …}     # published as three, and not in the log
    Right:
        - {fact: "events/strike#c1", was: three, now: four, kind: correction, …}     # in corrections.yml
    """
    if case.published is None:
        return
    changed = owed(case.published.dossier, case.dossier)
    named = dangling(case.dossier) if changed else frozenset()
    unclear = {f"{record.key}#" for record in case.dossier.subjects() if changed and repeated(record)}
    for change in changed:
        key, marked, _ = change.part.fact.partition("#")
        if change.part.fact in named or f"{key}{marked}" in unclear:
            continue  # unknown-… or duplicate-id says what is to be mended first
        said = f"{told(change)}; log why: run `factsheet correct`"
        yield change.place, f"{said} (published in {case.published.commit[:10]})"


def told(change: Change) -> str:
    """Say what changed: `events/x#c1` was published as `8` and is now `9`."""
    of = change.part
    what = "" if of.field is Field.VALUE else f"{quoted(of.field)} of "
    where = f" in {quoted(of.source)}" if of.source else ""
    now = f"is gone{_renamed(of.fact)}" if change.gone else f"is now {_said(change.became)}"
    return f"{what}{quoted(of.fact)}{where} was published as {_said(change.was)} and {now}"


def _renamed(fact: str) -> str:
    """Say what a record owes that is not gone but has another id: readers are told of no withdrawal then."""
    old = f"formerly: [{fact.partition('/')[2]}]"
    return "" if "#" in fact else f" (if it was renamed, write {quoted(old)} in the file it is now)"


def _said(text: str | None) -> str:
    return "nothing" if text is None else quoted(text)


@rule("unknown-fact")
def unknown_fact(case: Case) -> Iterator[Finding]:
    """An entry of the log about a fact there is none of.

    `fact` is the fact's id in the whole dossier, such as `events/2024-01-24-strikes#c3`, or the key of a quote for
    its speaker and its date. Where a record was renamed, its entries keep its old id, which stands in `formerly`.
    Where a fact was deleted, a later entry with `kind: withdrawal` says so, and those before it stay as they are.

    Wrong:
        - {fact: "events/strikes#c1", was: three, now: four, …}     # the event is strike
    Right:
        - {fact: "events/strike#c1", was: three, now: four, …}
    """
    dossier = case.dossier
    facts = case.stated
    entries = dossier.corrections
    withdrawn = {dossier.current(one.fact) for one in entries if one.kind is CorrectionKind.WITHDRAWAL}
    for one in entries:
        fact = dossier.current(one.fact)
        key, _, id_ = fact.partition("#")
        folder, _, stem = key.partition("/")
        if fact in facts or {fact, key} & withdrawn or (folder, stem) in dossier.broken:
            continue
        if not dossier.knows(folder, stem):
            near = suggestion(key, [record.key for record in dossier.subjects()])
            yield one.at("fact"), f"there is no record {quoted(key)}{near or _deleted('it')}"
        elif id_:
            have = [name.partition("#")[2] for name in facts if name.startswith(f"{key}#")]
            it_has = f"; it has {', '.join(have)}" if have else ""
            yield one.at("fact"), f"{quoted(key)} has no fact {quoted(id_)}{it_has}{_deleted(id_)}"
        else:
            yield one.at("fact"), f"{quoted(fact)} is no fact; write the record, `#` and the fact's id"


def _deleted(what: str) -> str:
    return f"; if {what} was deleted, log a withdrawal"


def _kind(facts: Facts, part: Part) -> Value:
    said = facts.get(part.fact, {}).get((part.field, part.source))
    return Value.TEXT if said is None else said.kind


def _by_part(dossier: Dossier) -> Mapping[Part, list[Correction]]:
    """Gather the entries by what they are of, leaving out those that are a reason alone."""
    found: dict[Part, list[Correction]] = {}
    for one in dossier.corrections:
        if one.was is not None or one.became is not None:
            found.setdefault(part(dossier, one), []).append(one)
    return found


@rule("correction-mismatch")
def correction_mismatch(case: Case) -> Iterator[Finding]:
    """An entry of the log that does not fit the fact, or the entry before it.

    The last entry about a part of a fact says in `now` what the fact says today; each says in `was` what the one
    before it left in `now`, and the first since the last publication what was published. Where two people
    corrected the same fact, decide who is right, and let the later entry begin where the earlier one ends. A
    published entry is never changed: add one.

    Wrong:
        - {fact: "events/strike#c1", was: three, now: four, …}     # the event says five
    Right:
        - {fact: "events/strike#c1", was: three, now: five, …}
    """
    facts = case.stated
    for of, entries in _by_part(case.dossier).items():
        kind = _kind(facts, of)
        yield from _against_fact(case.dossier, facts, of, entries[-1])
        for before, after in pairwise(entries):
            if not alike(case.dossier, kind, before.became, after.was):
                left = f"the entry on line {before.here.line} left {_said(before.became)}"
                right = quoted(f"was: {before.became}") if before.became else "no `was`"
                message = f"`was` is {_said(after.was)}; {left}: where both corrections hold, write {right}"
                yield Told(after.at("was"), message, (Label(before.at("now"), "what the entry before it left"),))
    yield from _against_published(case)


def _against_fact(dossier: Dossier, facts: Facts, of: Part, last: Correction) -> Iterator[Finding]:
    fields = facts.get(of.fact)
    if last.kind is CorrectionKind.WITHDRAWAL:
        folder, _, id_ = of.fact.partition("/")
        if fields is not None or dossier.knows(folder, id_):
            yield last.at("kind"), f"{quoted(of.fact)} is withdrawn here, and still in the dossier"
    elif fields is not None:
        said = fields.get((of.field, of.source))
        if said is None and last.became is not None:
            have = ", ".join(dict.fromkeys(field.value for field, _ in fields))
            yield last.at("now"), f"{quoted(of.fact)} has no {quoted(_named(of))} now; it has {have}"
        elif said is not None and not alike(dossier, said.kind, last.became, said.text):
            fact = f"the fact says {quoted(said.text)} ({said.place.path}:{said.place.line})"
            label = Label(said.place, "what the fact says")
            yield Told(last.at("now"), f"`now` is {_said(last.became)}; {fact}", (label,))


def _named(of: Part) -> str:
    return of.field.value + (f" in {of.source}" if of.source else "")


def _against_published(case: Case) -> Iterator[Finding]:
    if case.published is None or LOG in case.published.dossier.broken | case.dossier.broken:
        return
    new = unpublished(case.published.dossier, case.dossier)
    for change in changes(case.published.dossier, case.dossier):
        first = logged(case.dossier, new, change)
        of = None if first is None else part(case.dossier, first)
        if first is not None and of == change.part and not alike(case.dossier, change.kind, first.was, change.was):
            yield first.at("was"), f"`was` is {_said(first.was)}; {_said(change.was)} was published"


@rule("correction-kind")
def correction_kind(case: Case) -> Iterator[Finding]:
    """An entry of the log whose `kind` does not go with what it says.

    A correction says what was and what is, and the two differ. A withdrawal says what was. A typing error is one
    in words: a wrong number, date or name of a record has told readers something that is wrong, and is a
    correction however it came about. A clarification may say neither; then its reason is all of it.

    Wrong:
        - {fact: "events/strike#c1", was: three, now: four, kind: typo, …}
    Right:
        - {fact: "events/strike#c1", was: three, now: four, kind: correction, …}
    """
    facts = case.stated
    for one in case.dossier.corrections:
        if one.kind is CorrectionKind.WITHDRAWAL:
            if one.was is None or one.became is not None:
                yield one.at("kind"), "a withdrawal has `was`, and no `now`"
        elif one.was is None and one.became is None:
            if one.kind is not CorrectionKind.CLARIFICATION:
                yield one.at("kind"), f"a {one.kind} has `was` or `now`, or both"
        elif one.was == one.became:
            yield one.at("now"), f"`was` and `now` are both {_said(one.became)}"
        elif one.kind is CorrectionKind.TYPO:
            kind = _kind(facts, part(case.dossier, one))
            if kind is not Value.TEXT or one.field not in WORDS:
                wrong = f"readers were told {_said(one.was)}: that is a correction, not a typo"
                yield one.at("kind"), wrong


@rule("corrections-order")
def corrections_order(case: Case) -> Iterator[Finding]:
    """An entry of the log that is dated before an earlier one about the same fact.

    Entries are added at the end, each with the day on which it is made: give the later one a later day.

    Wrong:
        - {fact: "events/strike#c1", was: three, now: four, date: 2021-04-02, …}
        - {fact: "events/strike#c1", was: four, now: five, date: 2021-04-01, …}
    Right:
        - {fact: "events/strike#c1", was: three, now: four, date: 2021-04-02, …}
        - {fact: "events/strike#c1", was: four, now: five, date: 2021-04-03, …}
    """
    for entries in _by_part(case.dossier).values():
        for before, after in pairwise(entries):
            if after.date < before.date:
                said = f"{quoted(after.date)} is before {quoted(before.date)} of the entry on line {before.here.line}"
                yield Told(after.at("date"), said, (Label(before.at("date"), "the entry before it"),))


@rule("corrections-rewritten")
def corrections_rewritten(case: Case) -> Iterator[Finding]:
    """A published entry of the log that was changed, deleted, or moved by another put before it.

    Readers rely on the log: entries are added at its end, and none is ever changed. Put back what was there;
    where an entry was wrong itself, add one that says so.

    Wrong:
        - {fact: "events/strike#c1", reason: Mistyped., …}     # published: reason: Misread.
    Right:
        - {fact: "events/strike#c1", reason: Misread., …}
        - {fact: "events/strike#c1", kind: clarification, reason: It was mistyped., …}
    """
    if case.published is None or LOG in case.dossier.broken:
        return
    today = case.dossier.corrections
    for position, was in enumerate(case.published.dossier.corrections):
        now = today[position] if position < len(today) else None
        if now is None or now.content != was.content:
            place = Place(was.here.path) if now is None else now.here
            said = f"the entry of {was.date} for {quoted(was.fact)} was published"
            yield place, f"{said} here; put it back, and add new entries at the end"
            return
