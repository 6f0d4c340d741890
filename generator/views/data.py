"""The plain data that pages are made of. A `key` is a record (`events/x`) or a fact (`events/x#c1`)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a record, a fact or a spot on a page; no address yet. `title`: what short words stand for."""

    key: str
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A footnote's mark in the text: the number, the mark's own id on the page, and whether the lock has the words."""

    number: int
    id: str
    verified: bool


@dataclass(slots=True)
class Footnote:
    """One source and span on a page, with everything a reader needs to find it and every mark that points to it."""

    number: int
    source: Link
    outlet: str | None
    author: str | None
    issued: str | None
    exact: str
    entry: Link
    sha256: str
    verified: str | None
    url: str | None
    archive: str | None
    accessed: str | None
    said_by: list[Link] = field(default_factory=list)
    via: list[Link] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Brief:
    """A fact where there is no room for its marks: what it states, who says so, and with what reserve."""

    id: str
    text: str
    by: tuple[Link, ...]
    own_voice: bool
    via: Link | None
    hedge: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """An entry of the log: what it is about (a link where that is still there), what was and what is, and why.

    `field` is the label of what changed, empty for a value; `day` is the date as written; `held` is the fact as it
    is now, where `became` is what it states.
    """

    kind: str
    date: str
    day: str
    record: Link | str
    fact: Link | None
    field: str
    source: Link | None
    was: str | None
    became: str | None
    reason: str
    by: str
    held: Brief | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What a fact's home says of its past: its corrections, and when it was added and changed where git knows.

    An empty day is one that git does not know; `known` is false outside git.
    """

    corrections: tuple[Corrected, ...] = ()
    known: bool = False
    added: str = ""
    changed: str = ""


NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as a page shows it. `text` is never printed without `refs`, and never bare when `disputed`."""

    id: str
    label: str
    text: str
    refs: tuple[Ref, ...]
    disputed: bool
    link: Link | None = None
    by: tuple[Link, ...] = ()
    own_voice: bool = False
    via: Link | None = None
    of: Link | None = None
    of_key: str = ""
    place: Link | None = None
    population: str | None = None
    hedge: str | None = None
    as_of: str | None = None
    dated: str | None = None
    """`as_of` as part of a sentence: "as of 24 January 2024", "since 2009"."""
    rank: str | None = None
    reason: str | None = None
    part_of: Brief | None = None
    subject: Link | None = None
    lang: str | None = None
    words: tuple[tuple[Link, str], ...] = ()
    history: History = NO_HISTORY


@dataclass(frozen=True, slots=True)
class Same:
    """Claims of one value, so that a box shows the value once and everybody who asserts it."""

    first: Shown
    facts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a fact is printed: the source, the words that carry it there, and their marks."""

    source: Link
    words: tuple[str, ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one party says, and where that is printed; `own_voice` when a source speaks for itself."""

    by: Link
    own_voice: bool
    fact: Shown
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A passage as one source carries it. `pieces` are its words in order, true for those that it alone has."""

    source: Link
    form: str
    quoted: bool
    exact: str
    attributed_as: str | None
    via: Link | None
    refs: tuple[Ref, ...]
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a quote with its versions."""

    id: str
    speaker: Link
    versions: tuple[Version, ...]
    disputed: bool
    note: str | None
    history: History = NO_HISTORY


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its passages, as shown on any page."""

    link: Link
    speaker: Link
    said: str | None
    said_claim: Shown | None
    medium: str
    event: Link | None
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marker in prose, by its offsets: the marks to set there, and the fact it cites.

    `left` is that fact with the reserve that the sentence does not make itself, and that is left to tell.
    """

    start: int
    end: int
    refs: tuple[Ref, ...]
    fact: Brief | None = None
    left: Brief | None = None


@dataclass(frozen=True, slots=True)
class ProseView:
    """A prose field: its Markdown, and what stands at its markers."""

    markdown: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of ours that sorts a record. It leads to the list of a folder, narrowed to those that have it too."""

    folder: str
    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: a record with its summary, the facts that place it, and who has which part in it."""

    link: Link
    tag: Tag | None = None
    facts: tuple[Shown, ...] = ()
    parts: tuple[tuple[str, tuple[Same, ...]], ...] = ()
    summary: ProseView | None = None
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """An event's time: as claimed, in UTC, and by the clocks of the parties elsewhere (worked out by us)."""

    claim: Shown
    utc: str | None
    elsewhere: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class Status:
    """What stands at the head of a page: how many sources and parties, what is disputed, when last looked at."""

    sources: int
    parties: int
    disputes: int
    apparent: int
    verified: str | None
    reviewed: str | None


@dataclass(frozen=True, slots=True)
class Rested:
    """A source that a page rests on, and how many of its passages the page cites."""

    link: Link
    outlet: str | None
    author: str | None
    issued: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of a timeline: a date, and the event (its first fact is its date) or the quote that belongs to it."""

    day: str | None
    event: Entry | None = None
    quote: Link | None = None
    speaker: Link | None = None
    medium: str = ""
