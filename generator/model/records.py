"""The six kinds of record, one YAML file each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from textwrap import shorten
from typing import ClassVar

from pydantic import Field, PrivateAttr

from .facts import Claim, Dispute, Fact, Name, Passage
from .marked import Marked
from .scalars import (
    ActorId,
    DateText,
    EventId,
    FileName,
    Flag,
    Id,
    Latitude,
    Longitude,
    Sha256,
    Text,
    Url,
    Whole,
    Zone,
)
from .vocabulary import ActorKind, BlockKind, EventType, Medium, Precision, SourceType

BYNAME_LENGTH = 24
"""Characters of a title that stand for the source where it names neither outlet nor author."""
OUTLET_LENGTH = 40
"""Characters of an outlet's name that stand for it in running text."""
_ZONE = "Its time zone, by its name in the IANA list: ours, and what gives an event’s date there."
_TITLE = "A title of ours."
_DISPUTE = {
    "id": "d1",
    "kind": "framing",
    "real": True,
    "claims": ["c1", "c2"],
    "reason": "One calls it quiet, the other busy.",
}


class Record(Marked):
    """What all records share. The id is the stem of the file; `formerly` lists ids it used to have."""

    folder: ClassVar[str]

    formerly: tuple[Id, ...] = Field(
        (), description="Ids this record used to have; each leaves a redirect behind.", examples=[["old-id"]]
    )
    reviewed: DateText | None = Field(
        None, description="The day on which a person last went through all of it.", examples=["2021-03-15"]
    )

    _id: str = PrivateAttr(default="")

    @cached_property
    def id(self) -> str:
        """The stem of the record's file, and the last part of its address."""
        return self._id

    @cached_property
    def key(self) -> str:
        """The record's name in the whole dossier: `events/2024-01-24-x`."""
        return f"{self.folder}/{self.id}"

    @property
    def heading(self) -> str:
        """The words that stand for the record in headings and links."""
        raise NotImplementedError


class Subject(Record):
    """A record that things are claimed of. `summary` is our prose, each statement of it cited."""

    summary: Text | None = Field(
        None,
        description="Prose of ours, in Markdown. Each sentence cites a fact `[@c1]`, `[@events/some-event#c1]` or "
        'words `[@source-id "exact words"]`; `[text](actor:id)` links a record.',
        examples=["Guards fired on dockers on 12 March 2021 [@c1]."],
    )
    claims: tuple[Claim, ...] = Field(
        (), description="What is claimed of it, one property and value each, with who says so and the words for it."
    )
    disputes: tuple[Dispute, ...] = Field((), description="The facts that differ, and how.", examples=[[_DISPUTE]])

    @property
    def facts(self) -> Iterator[Fact]:
        """Everything in the record that has an id and citations, in the order written."""
        yield from self.claims


class Named(Subject):
    """A subject with names, each with the words in which it stands."""

    names: tuple[Name, ...] = Field(
        min_length=1,
        description="Its names, each spelling with the words in which it stands.",
        examples=[
            [
                {
                    "id": "n1",
                    "value": "Ivo Brandt",
                    "use": "preferred",
                    "cite": [{"source": "gazette-2021-03-12", "exact": "Ivo Brandt"}],
                }
            ]
        ],
    )
    identifiers: dict[Text, Text] = Field(
        default_factory=dict,
        description="Its identifiers elsewhere, by the name of the list: ours, not a source’s.",
        examples=[{"wikidata": "Q42"}],
    )

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

    file: FileName = Field(description="The name of its file in the seeds folder.", examples=["gazette.txt"])
    sha256: Sha256 = Field(
        description="The sha256 of its bytes. `factsheet verify --accept-text SOURCE` fills it in.", examples=["0" * 64]
    )
    chars: Whole = Field(
        description="Its length in code points. `factsheet verify --accept-text SOURCE` fills it in.", examples=[6450]
    )


class Block(Marked):
    """A stretch that is not running text, from `start` to `end` in code points.

    `of` is where a duplicate's first copy starts.
    """

    kind: BlockKind = Field(description="What the stretch is.", examples=["caption"])
    start: Whole = Field(description="Where it starts, in code points.", examples=[3931])
    end: Whole = Field(description="Where it ends, in code points, exclusive.", examples=[4156])
    of: Whole | None = Field(
        None, description="Where the same text starts that was printed before; only of a duplicate.", examples=[0]
    )


def _first_words(text: str, length: int) -> str:
    """Return what of a text fits, cut between words where there are any."""
    cut = shorten(text, length, placeholder="…")
    return cut if cut != "…" else f"{text[: length - 1]}…"


class Source(Record):
    """One published text we cite. Field names are CSL-JSON's; `missing` says what the supplied copy does not state."""

    folder: ClassVar[str] = "sources"

    type: SourceType = Field(description="What was published, as a CSL item type.", examples=["article-newspaper"])
    title: Text | None = Field(None, description="Its title, as printed.", examples=["Four injured at Lumo harbour"])
    author: tuple[Text, ...] = Field((), description="Its authors, as printed.", examples=[["Ana Reyes"]])
    container_title: Text | None = Field(
        None, alias="container-title", description="The outlet: newspaper, site, programme.", examples=["Lumo Gazette"]
    )
    publisher: Text | None = Field(None, description="Who published it.", examples=["Harbour Press"])
    issued: DateText | None = Field(None, description="The day it was published.", examples=["2021-03-12"])
    issued_as_written: Text | None = Field(
        None, description="That day as the copy writes it.", examples=["12 March 2021"]
    )
    URL: Url | None = Field(None, description="Its address.", examples=["https://gazette.example/four-injured"])
    archive: Url | None = Field(
        None, description="The address of an archived copy.", examples=["https://archive.example/four-injured"]
    )
    accessed: DateText | None = Field(None, description="The day it was retrieved.", examples=["2021-03-14"])
    language: Text | None = Field(None, description="Its language, as a BCP 47 tag.", examples=["en"])
    missing: dict[Text, Text] = Field(
        default_factory=dict,
        description="Fields that the supplied copy does not state, each with words that say so to readers.",
        examples=[{"URL": "not in the supplied copy"}],
    )
    text: SourceText = Field(
        description="The text that was supplied. It is never in the repository.",
        examples=[{"file": "gazette.txt", "sha256": "0" * 64, "chars": 0}],
    )
    blocks: tuple[Block, ...] = Field(
        (),
        description="Stretches of the text that are not running text: captions, page furniture, text printed twice.",
        examples=[[{"kind": "caption", "start": 3931, "end": 4156}]],
    )
    note: Text | None = Field(
        None, description="What readers should know about the copy.", examples=["The copy breaks off."]
    )

    @property
    def heading(self) -> str:
        """The title, else the id in words (`untitled-council-vote` gives `Untitled: council vote`)."""
        return self.title or f"Untitled: {self.id_in_words}"

    @property
    def outlet(self) -> str | None:
        """Who published it, where the copy states it."""
        return self.container_title or self.publisher

    @cached_property
    def byname(self) -> str:
        """What running text calls it: outlet, else first author’s surname, else first words of the title or id."""
        if self.outlet or self.author:
            return _first_words(self.outlet or self.author[0].split()[-1], OUTLET_LENGTH)
        return _first_words(self.title or self.id_in_words, BYNAME_LENGTH)

    @property
    def id_in_words(self) -> str:
        """What stands for a title where there is none."""
        words = self.id.partition("untitled-")[2] or self.id
        return words.replace("-", " ")


class Actor(Named):
    """Who acts or is acted on. `timezone` is ours, and gives an event's date where the actor is."""

    folder: ClassVar[str] = "actors"

    kind: ActorKind = Field(description="Who or what it is.", examples=["person"])
    unnamed: Flag = Field(False, description="Whether sources speak of it without a name.", examples=[True])
    timezone: Zone | None = Field(None, description=_ZONE, examples=["Europe/Lisbon"])


class Location(Marked):
    """Where a place lies, in WGS 84 degrees: ours, not a source's."""

    lat: Latitude = Field(description="Latitude in decimal degrees, north positive.", examples=[38.7])
    lon: Longitude = Field(description="Longitude in decimal degrees, east positive.", examples=[-9.14])
    precision: Precision = Field(description="How exactly the spot is known.", examples=["locality"])
    timezone: Zone | None = Field(None, description=_ZONE, examples=["Europe/Lisbon"])


class Place(Named):
    """A named location."""

    folder: ClassVar[str] = "places"

    location: Location | None = Field(
        None,
        description="Where it lies: ours, not a source’s.",
        examples=[{"lat": 38.7, "lon": -9.14, "precision": "locality"}],
    )


class Event(Subject):
    """Something done: a strike, an attack, a vote. Words alone are a quote."""

    folder: ClassVar[str] = "events"

    title: Text = Field(description=_TITLE, examples=["Shooting at Lumo harbour"])
    type: EventType = Field(description="What was done.", examples=["attack"])

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


class Quote(Subject):
    """What one speaker said on one occasion, passage by passage; `event` is what it is about."""

    folder: ClassVar[str] = "quotes"

    speaker: ActorId = Field(description="Who spoke: an actor.", examples=["ivo-brandt"])
    said: DateText | None = Field(
        None, description="The day it was said, where the sources state it.", examples=["2021-03-12"]
    )
    medium: Medium = Field(description="How the words were made public.", examples=["statement"])
    event: EventId | None = Field(None, description="The event it is about.", examples=["2021-03-12-lumo-shooting"])
    title: Text = Field(description=_TITLE, examples=["Brandt on the warnings"])
    passages: tuple[Passage, ...] = Field(
        min_length=1,
        description="What was said, stretch by stretch; each with a rendering from every source that carries it.",
        examples=[
            [
                {
                    "id": "p1",
                    "renderings": [{"source": "gazette-2021-03-12", "form": "direct", "exact": "We gave two warnings"}],
                }
            ]
        ],
    )

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

    title: Text = Field(description=_TITLE, examples=["Dockers on strike"])

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


KINDS: dict[str, type[Record]] = {kind.folder: kind for kind in (Source, Actor, Place, Event, Quote, Figure)}
"""The kinds of record by the folder their files lie in."""
