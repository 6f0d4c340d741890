"""Our prose: Markdown whose every statement cites a claim or words, taken apart into sentences.

`[@c2]` cites a fact of the same record, `[@events/x#c2]` one of another record, and
`[@source "exact words"]` words of a source. `[text](actor:id)` links a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKER = re.compile(
    r"""\[@(?:
        (?P<fact>(?:[a-z]+/[a-z0-9-]+\#)?[a-z]+[0-9]+)
      | (?P<source>(?=[a-z0-9-]{1,100}\s)[a-z0-9]+(?:-[a-z0-9]+)*)\s+"(?P<exact>\s*[^"\]\s][^"\]]*)"
    )\]""",
    re.VERBOSE,
)
LOOSE_MARKER = re.compile(r"\[@[^\]\n]*\]?")
UNSIGNED = re.compile(r"\[(?P<fact>(?:[a-z]+/[a-z0-9-]+\#)?[a-z]{1,12}[0-9]{1,4})\](?![(\[:])")
"""What may be a marker that lacks its sign: it is one where there is such a fact."""
LINK = re.compile(r"\]\((?P<kind>actor|place|event|quote|figure|source):(?P<id>[^)\s]*)\)")
# A full stop ends a sentence unless a single capital or such a word stands before it (U.S., J. Smith, Lt. Gen., No. 5).
_TITLED = ("Mr", "Mrs", "Ms", "Dr", "St", "Lt", "Gen", "Col", "Maj", "Capt", "Sgt", "Adm", "Gov", "Sen", "Rep", "No")
_TITLES = "".join(rf"(?<!\b{title})" for title in _TITLED)
_END = re.compile(rf"(?<![A-Z]\.[A-Z])(?<!\b[A-Z]){_TITLES}[.!?][\"”’)]*(?:\s*\[@[^\]\n]*\])*(?=\s|$)")
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation in prose: either a fact's id, or a source and its exact words; offsets in the prose."""

    start: int
    end: int
    fact: str | None
    source: str | None
    exact: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its markers; `start` is its offset in the prose."""

    text: str
    start: int
    markers: tuple[Marker, ...]

    @property
    def bare(self) -> str:
        """The sentence with markers blanked out, offsets kept."""
        return LOOSE_MARKER.sub(lambda found: " " * len(found.group()), self.text)


def markers(prose: str) -> Iterator[Marker]:
    """Find the well-formed citation markers of a prose field."""
    for found in MARKER.finditer(prose):
        yield Marker(found.start(), found.end(), found["fact"], found["source"], found["exact"])


def malformed(prose: str) -> Iterator[tuple[int, str]]:
    """Find what begins like a marker and is none: offset and text."""
    for found in LOOSE_MARKER.finditer(prose):
        if not MARKER.fullmatch(found.group()):
            yield found.start(), found.group()


def links(prose: str) -> Iterator[tuple[int, str, str]]:
    """Find the links to records: offset, folder, id."""
    for found in LINK.finditer(prose):
        yield found.start(), f"{found['kind']}s", found["id"]


def sentences(prose: str) -> Iterator[Sentence]:
    """Split a prose field into sentences; markers after the full stop belong to the sentence before them."""
    start = 0
    # Cited words may hold full stops and line breaks of their own.
    masked = MARKER.sub(lambda found: f"[@{'_' * (len(found.group()) - 3)}]", prose)
    cuts = sorted({found.end() for found in _END.finditer(masked)} | {found.end() for found in _BLANK.finditer(masked)})
    for cut in [*cuts, len(prose)]:
        piece = prose[start:cut]
        if piece.strip():
            inside = tuple(Marker(m.start + start, m.end + start, m.fact, m.source, m.exact) for m in markers(piece))
            yield Sentence(piece, start, inside)
        start = cut
