"""The six kinds of record, one YAML file each."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr

from .facts import Claim, Dispute, Fact, Name, Passage
from .marked import Marked
from .scalars import DateText, FileName, Flag, Id, Latitude, Longitude, Sha256, Text, Url, Whole, Zone
from .vocabulary import ActorKind, BlockKind, EventType, Medium, Precision, SourceType

BYNAME_LENGTH = 42
"""Characters of a title that stand for the source where it names neither outlet nor author."""


class Record(Marked):
    """What all records share. The id is the stem of the file; `formerly` lists ids it used to have."""

    folder: ClassVar[str]

    formerly: tuple[Id, ...] = ()
    reviewed: DateText | None = None

    _id: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """The stem of the record's file, and the last part of its address."""
        return self._id

    @property
    def key(self) -> str:
        """The record's name in the whole dossier: `events/2024-01-24-x`."""
        return f"{self.folder}/{self._id}"

    @property
    def heading(self) -> str:
        """The words that stand for the record in headings and links."""
        raise NotImplementedError


class Subject(Record):
    """A record that things are claimed of. `summary` is our prose, each statement of it cited."""

    summary: Text | None = None
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def facts(self) -> Iterator[Fact]:
        """Everything in the record that has an id and citations, in the order written."""
        yield from self.claims


class Named(Subject):
    """A subject with names, each with the words in which it stands."""

    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    identifiers: dict[Text, Text] = Field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The preferred name."""
        return next((name.value for name in self.names if name.use == "preferred"), self.names[0].value)

    @property
    def facts(self) -> Iterator[Fact]:
        """Names, then claims."""
        yield from self.names
        yield from self.claims


class SourceText(Marked):
    """The article's text as supplied: file name in the seeds folder, sha256 of its bytes, length in code points."""

    file: FileName
    sha256: Sha256
    chars: Whole


class Block(Marked):
    """A stretch that is not running text, from `start` to `end` in code points.

    `of` is where a duplicate's first copy starts.
    """

    kind: BlockKind
    start: Whole
    end: Whole
    of: Whole | None = None


class Source(Record):
    """One published text we cite. Field names are CSL-JSON's; `missing` says what the supplied copy does not state."""

    folder: ClassVar[str] = "sources"

    type: SourceType
    title: Text | None = None
    author: tuple[Text, ...] = ()
    container_title: Annotated[Text | None, Field(alias="container-title")] = None
    publisher: Text | None = None
    issued: DateText | None = None
    issued_as_written: Text | None = None
    URL: Url | None = None
    archive: Url | None = None
    accessed: DateText | None = None
    language: Text | None = None
    missing: dict[Text, Text] = Field(default_factory=dict)
    text: SourceText
    blocks: tuple[Block, ...] = ()
    note: Text | None = None

    @property
    def heading(self) -> str:
        """The title, else the id in words (`untitled-council-vote` gives `Untitled: council vote`)."""
        return self.title or f"Untitled: {self.id_in_words}"

    @property
    def outlet(self) -> str | None:
        """Who published it, where the copy states it."""
        return self.container_title or self.publisher

    @property
    def byname(self) -> str:
        """A short name for column headings: outlet, else first author's surname, else the start of the title."""
        if self.outlet:
            return self.outlet
        if self.author:
            return self.author[0].split()[-1]
        return shorten(self.title, BYNAME_LENGTH, placeholder=" …") if self.title else f"Untitled: {self.id_in_words}"

    @property
    def id_in_words(self) -> str:
        """What stands for a title where there is none."""
        words = self.id.partition("untitled-")[2] or self.id
        return words.replace("-", " ")


class Actor(Named):
    """Who acts or is acted on. `timezone` is ours, and gives an event's date where the actor is."""

    folder: ClassVar[str] = "actors"

    kind: ActorKind
    unnamed: Flag = False
    timezone: Zone | None = None


class Location(Marked):
    """Where a place lies, in WGS 84 degrees: ours, not a source's."""

    lat: Latitude
    lon: Longitude
    precision: Precision
    timezone: Zone | None = None


class Place(Named):
    """A named location."""

    folder: ClassVar[str] = "places"

    location: Location | None = None


class Event(Subject):
    """Something done: a strike, an attack, a vote. Words alone are a quote."""

    folder: ClassVar[str] = "events"

    title: Text
    type: EventType

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


class Quote(Subject):
    """What one speaker said on one occasion, passage by passage; `event` is what it is about."""

    folder: ClassVar[str] = "quotes"

    speaker: Id
    said: DateText | None = None
    medium: Medium
    event: Id | None = None
    title: Text
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]

    @property
    def heading(self) -> str:
        """The title."""
        return self.title

    @property
    def facts(self) -> Iterator[Fact]:
        """Passages, then claims."""
        yield from self.passages
        yield from self.claims


class Figure(Subject):
    """A measured quantity followed over time: a series of claims."""

    folder: ClassVar[str] = "figures"

    title: Text

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


KINDS: dict[str, type[Record]] = {kind.folder: kind for kind in (Source, Actor, Place, Event, Quote, Figure)}
"""The kinds of record by the folder their files lie in."""
