"""Our prose: each sentence cites what it rests on, and says the same as the facts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .. import dates, numbers
from ..model import prose
from ..model.dossier import Dossier, Holding
from ..model.facts import Claim, Name, Passage
from ..model.records import KINDS, Quote, Subject
from ..problems import Label, Level, Mend, quoted, suggestion
from .rule import Case, Finding, Told, rule

_TARGET = re.compile(r"\]\((?P<target>[^)\n]*)\)")
_WEB = re.compile(r"https?://\S+")
_FIRST_WORDS = 3


@rule("unsourced-prose")
def unsourced_prose(case: Case) -> Iterator[Finding]:
    """A sentence of a summary that cites nothing, or whose citation is misspelt.

    Each statement of ours is footnoted like everyone else's. Put behind it the id of the fact it rests on:
    `[@c1]` in the same record, `[@events/2024-01-24-strikes#c1]` in another; or, where there is no such
    fact, the words of a source: `[@source-id "exact words"]`. What nothing supports is left out.

    Wrong:
        summary: Guards fired on dockers.
    Right:
        summary: Guards fired on dockers [@c1].
    """
    for record in case.dossier.subjects():
        text = record.summary or ""
        wrong = list(_malformed(case.dossier, record))
        for offset, marker, right in wrong:
            others = '`[@c1]`, `[@events/id#c1]` or `[@source "exact words"]`'
            message = f"{quoted(marker)} is not a citation; write {quoted(right) if right else others}"
            mend = Mend(marker, right) if right else None
            yield Told(record.within("summary", marker, text[:offset]), message, mend=mend)
        for sentence in prose.sentences(text):
            end = sentence.start + len(sentence.text)
            said = any(character.isalnum() for character in sentence.text)
            if said and not sentence.markers and not any(sentence.start <= at < end for at, _, _ in wrong):
                start = end - len(sentence.text.lstrip())
                words = " ".join(sentence.text.split()[:_FIRST_WORDS])
                message = f"the sentence {quoted(sentence.text)} cites nothing"
                place = record.within("summary", words, text[:start])
                yield place, f"{message}; add the fact it rests on, as in `[@c1]`"


def _malformed(dossier: Dossier, record: Subject) -> Iterator[tuple[int, str, str]]:
    """Find what is meant as a marker and is none: its offset, itself, and what to write where that is certain."""
    text = record.summary or ""
    sound = [(marker.start, marker.end) for marker in prose.markers(text)]
    for offset, marker in prose.malformed(text):
        if not any(start <= offset < end for start, end in sound):
            yield offset, marker, ""
    for found in prose.UNSIGNED.finditer(text):
        if dossier.find(record, found["fact"]) is not None:
            yield found.start(), found.group(), f"[@{found['fact']}]"


@rule("bad-link")
def bad_link(case: Case) -> Iterator[Finding]:
    """A link in prose that leads neither to a record nor to a web address.

    `[text](actor:id)` links a record; before the colon stands actor, place, event, quote, figure or source.
    An address begins with http:// or https://. Anything else would be a dead link on the page.

    Wrong:
        summary: By [Ivo Brandt](actors:ivo-brandt) [@c1].
    Right:
        summary: By [Ivo Brandt](actor:ivo-brandt) [@c1].
    """
    kinds = [folder.removesuffix("s") for folder in KINDS]
    for record in case.dossier.subjects():
        text = record.summary or ""
        for found in _TARGET.finditer(text):
            target = found["target"]
            if not prose.LINK.fullmatch(found.group()) and not _WEB.fullmatch(target):
                kind = target.partition(":")[0]
                homes = [one for one in kinds if target and case.dossier.knows(f"{one}s", target)]
                near = suggestion(kind, kinds) or f"; write one of {', '.join(kinds)}, a colon and an id"
                if homes:
                    near = "; write " + " or ".join(quoted(f"{home}:{target}") for home in homes)
                place = record.within("summary", target or "](", text[: found.start("target" if target else 0)])
                message = f"the link target {quoted(target)} is neither a record nor a web address{near}"
                yield Told(place, message, mend=Mend(target, f"{homes[0]}:{target}") if len(homes) == 1 else None)


@dataclass(slots=True)
class _Stated:
    """What the facts cited in a sentence state: amounts and dates, each with its id, and words."""

    amounts: list[tuple[str, numbers.Amount]] = field(default_factory=list)
    dates: list[tuple[str, dates.Date]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def add(self, id: str, held: Holding) -> None:
        fact = held.fact
        if isinstance(fact, Claim) and fact.amount is not None:
            self.amounts.append((id, fact.amount))
        elif isinstance(fact, (Claim, Name)):
            self.words.append(fact.value)
        if isinstance(fact, Claim) and fact.date is not None:
            self.dates.append((id, fact.date))
        if isinstance(fact, (Claim, Name)) and fact.as_of is not None:
            self.dates.append((id, dates.parse(fact.as_of)))
        if isinstance(fact, Passage):
            self.words += [rendering.exact for rendering in fact.renderings]
        if isinstance(held.record, Quote) and held.record.said is not None:
            self.dates.append((id, dates.parse(held.record.said)))


@rule("prose-number", Level.WARNING)
def prose_number(case: Case) -> Iterator[Finding]:
    """A number, date or time in a sentence that differs from the facts cited in it.

    When a claim is corrected, the prose that repeats it must follow. A number must equal the amount of a
    claim cited in its sentence, "about" and "at least" included; a date must agree with the value or the
    `as_of` of one, or with the day a cited quote was said, and may be coarser ("January 2024"), also in the
    time zone of any actor or place of the dossier. Where words are cited, numbers and dates in those words
    count. Correct the sentence, or cite the claim that states the number.

    Wrong:
        summary: Five people were injured [@c2].
        claims: [{id: c2, property: injured, value: at least four, …}]
    Right:
        summary: At least four people were injured [@c2].
        claims: [{id: c2, property: injured, value: at least four, …}]
    """
    zones = _zones(case.dossier)
    for record in case.dossier.subjects():
        text = record.summary or ""
        wrong = [offset for offset, _, _ in _malformed(case.dossier, record)]
        for sentence in prose.sentences(text):
            stated = _stated(case.dossier, record, sentence)
            end = sentence.start + len(sentence.text)
            if stated is None or any(sentence.start <= offset < end for offset in wrong):
                continue
            for start, end, message in _disagreements(_bare(sentence), stated, zones):
                words = sentence.text[start:end]
                place = record.within("summary", words, text[: sentence.start + start])
                yield Told(place, f"{quoted(words)} {message}", tuple(_cited(case.dossier, record, sentence)))


def _cited(dossier: Dossier, record: Subject, sentence: prose.Sentence) -> Iterator[Label]:
    """The values of the claims that a sentence cites, where they stand."""
    for marker in sentence.markers:
        held = None if marker.fact is None else dossier.find(record, marker.fact)
        if held is not None and isinstance(held.fact, Claim):
            yield Label(held.fact.at("value"), f"what {marker.fact} has")


def _stated(dossier: Dossier, record: Subject, sentence: prose.Sentence) -> _Stated | None:
    """Gather what the cited facts state; None when none is cited or one is not there."""
    stated = _Stated()
    for marker in sentence.markers:
        if marker.fact is None:
            stated.words.append(marker.exact or "")
            continue
        held = dossier.find(record, marker.fact)
        if held is None:
            return None
        stated.add(marker.fact, held)
    return stated if sentence.markers else None


def _bare(sentence: prose.Sentence) -> str:
    """The sentence with citations and link targets blanked out, offsets kept."""
    text = sentence.bare
    for marker in sentence.markers:
        start, end = marker.start - sentence.start, marker.end - sentence.start
        text = text[:start] + " " * (end - start) + text[end:]
    return _TARGET.sub(lambda found: "]" + " " * (len(found.group()) - 1), text)


def _disagreements(text: str, stated: _Stated, zones: list[str]) -> Iterator[tuple[int, int, str]]:
    in_words = [date for words in stated.words for date in dates.find(words)]
    readings = [reading for _, date in stated.dates for reading in _readings(date, zones)]
    for date in dates.find(text):
        agrees = any(dates.states(date, reading) for reading in readings)
        if not agrees and not any(_same(date, other) for other in in_words):
            has = [(id_, known.text) for id_, known in stated.dates]
            yield date.start, date.end, _message("date", has)
        # Not with spaces: "about 24 January 8 people" does not say "about 8".
        text = text[: date.start] + "|" * (date.end - date.start) + text[date.end :]
    known_amounts = {_key(amount) for _, amount in stated.amounts}
    known_amounts |= {_key(found.amount) for words in stated.words for found in numbers.find(words)}
    for number in numbers.find(text):
        if _key(number.amount) not in known_amounts:
            has = [(id_, known.text) for id_, known in stated.amounts]
            yield number.start, number.end, _message("number", has)


def _message(what: str, has: list[tuple[str, str]]) -> str:
    if not has:
        return f"stands in none of the facts cited in its sentence; cite the claim that states this {what}"
    values = ", ".join(f"{id_} has {quoted(text)}" for id_, text in dict.fromkeys(has))
    return f"agrees with no {what} cited in its sentence: {values}"


def _key(amount: numbers.Amount) -> tuple[object, ...]:
    vague = amount.text.lower().removesuffix(" of") if amount.qualifier is numbers.Qualifier.VAGUE else ""
    return amount.low, amount.best, amount.high, amount.qualifier, vague


def _same(date: dates.Found, other: dates.Found) -> bool:
    if other.date is not None:
        return dates.states(date, other.date)
    return (date.time, date.month_day) == (other.time, other.month_day) and date.date is None


def _zones(dossier: Dossier) -> list[str]:
    places = {place.location.timezone for place in dossier.places.values() if place.location is not None}
    zones = places | {actor.timezone for actor in dossier.actors.values()}
    return sorted(zone for zone in zones if zone is not None)


def _readings(date: dates.Date, zones: list[str]) -> Iterator[dates.Date]:
    """A date, and what it is by the clocks of the dossier's other time zones: one instant has two dates."""
    yield date
    for zone in zones:
        try:
            there = dates.in_zone(date, zone)
        except ValueError:  # outside the calendar
            continue
        if there is not None:
            yield there
