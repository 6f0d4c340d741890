"""What a person decides about a candidate, as a change of one curated file.

A change is made as text, read again as the record it will be, saved whole, and can be taken back as long as nobody
has changed the file since.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import numbers
from ..evidence.candidates import Reviewed, Status, reviewed
from ..evidence.evidence import Evidence
from ..evidence.matching import Span, duplicates, locate
from ..folders import Folders, read
from ..model.dossier import Dossier
from ..model.extracted import Candidate, Decisions
from ..model.facts import Citation
from ..model.marked import Marked
from ..model.properties import PROPERTIES, Value
from ..model.records import KINDS, Quote
from ..reading import nodes, records
from . import saving, schemas, writing
from .writing import Item, StyleError

VALUES = {"figure": Value.AMOUNT, "date": Value.DATE}
"""What a claim's value is, by the kind of the candidate it is made of."""
HOMES = {"figure": ("events", "figures", "places"), "date": ("events", "actors", "quotes")}
"""The folders whose records may carry such a claim."""
LISTS = {"c": "claims", "n": "names", "p": "passages"}
AROUND = 160
"""Code points of the text shown before and after a candidate."""
_WRITTEN = {"=": "{}", "~": "about {}", ">=": "at least {}", ">": "over {}", "<=": "up to {}", "<~": "nearly {}"}
_WIDEST, _FAR = 12, 400
_ASIDE = datetime.date.min.isoformat()


class ChangedError(RuntimeError):
    """A file is no longer as it was when the change was made."""


@dataclass(frozen=True, slots=True)
class Change:
    """A new text for one file, which is `before` as long as nobody else touches it; None where there is no file.

    The file must not leave the folder `home`.
    """

    path: Path
    home: Path
    before: bytes | None
    after: bytes
    told: str


@dataclass(frozen=True, slots=True)
class Open:
    """A candidate that nobody has decided about, with its source."""

    source: str
    candidate: Candidate

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What tells it from every other candidate."""
        return (self.source, self.candidate.kind, self.candidate.start, self.candidate.end)


@dataclass(frozen=True)
class Desk:
    """A dossier as it is now, with what there is to decide about."""

    folders: Folders
    dossier: Dossier
    evidence: Evidence
    status: Mapping[str, tuple[Reviewed, ...]]
    unread: tuple[str, ...]
    """Sources whose text extraction has not been through as it is now."""

    def open(self, source: str | None = None, kind: str | None = None) -> list[Open]:
        """List what is open, source by source, in the order of the text."""
        return [
            Open(id_, one.candidate)
            for id_, found in self.status.items()
            for one in found
            if one.status is Status.OPEN and source in (None, id_) and kind in (None, one.candidate.kind)
        ]

    def context(self, item: Open) -> tuple[str, str, str] | None:
        """Return the words before, the words themselves and the words after; None without the text."""
        text, candidate = self.evidence.text_of(item.source), item.candidate
        if text is None or text[candidate.start : candidate.end] != candidate.exact:
            return None
        start, end = max(0, candidate.start - AROUND), min(len(text), candidate.end + AROUND)
        return text[start : candidate.start], candidate.exact, text[candidate.end : end]

    def words(self, item: Open) -> str:
        """Propose the words to cite: the candidate's, with what is counted where that follows at once."""
        candidate, around = item.candidate, self.context(item)
        exact = " ".join(candidate.exact.split())
        if candidate.kind == "figure" and candidate.counted and around is not None:
            after = " ".join(around[2].split())
            if around[2][:1].isspace() and after.startswith(candidate.counted):
                return f"{exact} {candidate.counted}"
        return exact

    def cite(self, item: Open, exact: str | None = None) -> dict[str, str]:
        """Return the citation of words at a candidate, with as much around them as makes them unique.

        Raises LookupError where the words do not stand there.
        """
        candidate = item.candidate
        exact = " ".join((exact or candidate.exact).split())
        citation = {"source": item.source, "exact": writing.quote(exact)}
        text = self.evidence.text_of(item.source)
        if text is None:
            same = exact.split() == candidate.exact.split()
            around = {"prefix": candidate.prefix, "suffix": candidate.suffix} if same else {}
            return citation | {side: writing.quote(" ".join(words.split())) for side, words in around.items() if words}
        skip = duplicates(self.dossier.sources[item.source])
        spans = locate(text, Citation(source=item.source, exact=exact), skip)
        here = [span for span in spans if span.overlaps(Span(candidate.start, candidate.end))]
        if len(here) != 1:
            raise LookupError("these words do not stand there; copy them from the text")
        if len(spans) == 1:
            return citation
        start, end = here[0].start, here[0].end
        before, after = text[max(0, start - _FAR) : start].split(), text[end : end + _FAR].split()
        for width in range(1, _WIDEST + 1):
            sides = {"prefix": " ".join(before[-width:]), "suffix": " ".join(after[:width])}
            for chosen in (("prefix",), ("suffix",), ("prefix", "suffix")):
                given = {side: sides[side] for side in chosen if sides[side]}
                if locate(text, Citation(source=item.source, exact=exact, **given), skip) == here:
                    return citation | {side: writing.quote(words) for side, words in given.items()}
        raise LookupError("these words stand in several places; cite more of them")

    def properties(self, kind: str, folder: str) -> list[str]:
        """List the properties that a claim of such a candidate may have in a record of a folder."""
        return [row.name for row in PROPERTIES.values() if row.value is VALUES[kind] and folder in row.subjects]

    def quotes_by(self, speaker: str) -> list[Quote]:
        """List the quotes of a speaker."""
        return [quote for _, quote in sorted(self.dossier.quotes.items()) if quote.speaker == speaker]


def open_desk(folders: Folders) -> Desk:
    """Read a dossier and what became of its candidates, newly made citations counted before they are verified."""
    case, _ = read(folders)
    renewed = {entry.key: entry for entry in case.evidence.renewed(_ASIDE)}
    evidence = Evidence(case.dossier, case.evidence.texts, renewed)
    status = reviewed(case.dossier, evidence, case.findings)
    unread = tuple(sorted(set(case.dossier.sources) - set(status)))
    return Desk(folders, case.dossier, evidence, status, unread)


def value_of(candidate: Candidate) -> str:
    """Return a figure's or a date's value as a claim has it; empty where nothing is certain."""
    if candidate.kind == "date":
        return candidate.value or ""
    exact = " ".join(candidate.exact.split())
    try:
        amount = numbers.parse(exact)
    except ValueError:
        amount = None
    if amount is not None and amount.qualifier == (candidate.qualifier or amount.qualifier):
        return exact[0].lower() + exact[1:]
    if candidate.value is None:
        return ""
    if candidate.qualifier == "range":
        return candidate.value.replace("-", " to ")
    return _WRITTEN.get(candidate.qualifier or "=", "{}").format(candidate.value)


def meaning(candidate: Candidate) -> str:
    """Say on one line what extraction made of a candidate."""
    if candidate.kind == "quote":
        return candidate.record or candidate.speaker or "speaker unresolved"
    if candidate.kind == "name":
        said = [candidate.form or "", candidate.value or "", f"({candidate.record})" if candidate.record else ""]
        return " ".join(word for word in said if word) or "unknown"
    if candidate.kind == "date":
        return candidate.value or "unresolved"
    said = [candidate.qualifier or "", candidate.value or "", candidate.unit or "", candidate.counted or ""]
    return " ".join(word for word in said if word) or "unresolved"


def free_id(dossier: Dossier, folder: str, id_: str, letter: str) -> str:
    """Return the next free id of a fact in a record: `c4` after `c3`; an id once given is never given again."""
    found = dossier.records.get(folder, {}).get(id_)
    ids = [fact.id for fact in getattr(found, LISTS[letter], ())]
    used = [int(name[1:]) for name in ids if name[0] == letter and name[1:].isdecimal()]
    return f"{letter}{max(used, default=0) + 1}"


def appended(folders: Folders, folder: str, id_: str, path: Sequence[str | int], item: Item) -> Change:
    """Add an item to a list of a record. Raises StyleError where that cannot be done safely."""
    file = folders.content / folder / f"{id_}.yml"
    return _appended(folders, file, KINDS[folder], path, item)


def _appended(folders: Folders, file: Path, kind: type[Marked], path: Sequence[str | int], item: Item) -> Change:
    name = _name(file, folders)
    snippet = f"{path[-1]}:\n" + "\n".join(writing.lines(item)) + "\n"
    if file.is_symlink():
        raise StyleError(f"{name} is a link", snippet)
    try:
        before = file.read_bytes()
        text = before.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{name} cannot be read: {error}", snippet) from None
    try:
        after = writing.append(text, path, item, name)
        _reread(kind, after, name)
    except StyleError as error:
        raise StyleError(f"{name}: {error}", error.snippet or snippet) from None
    return Change(file, saving.bounds(folders, file), before, after.encode(), f"added to {name}")


def made(folders: Folders, folder: str, id_: str, text: str) -> Change:
    """Make a new record. Raises StyleError where it cannot be, or where there is one of that id."""
    file = folders.content / folder / f"{id_}.yml"
    name = _name(file, folders)
    text = schemas.modeline(folder) + text
    if file.exists() or file.is_symlink():
        raise StyleError(f"{name} is there already", text)
    try:
        _reread(KINDS[folder], text, name)
    except StyleError as error:
        raise StyleError(str(error), text) from None
    return Change(file, saving.bounds(folders, file), None, text.encode(), f"wrote {name}")


def rejected(folders: Folders, item: Open, reason: str) -> Change:
    """Add a decision to the source's file in `content/decisions/`, which is made where there is none."""
    candidate = item.candidate
    fields = {"kind": candidate.kind, "exact": writing.quote(" ".join(candidate.exact.split()))}
    for side in ("prefix", "suffix"):
        if words := getattr(candidate, side):
            fields[side] = writing.quote(words)
    fields["reason"] = writing.scalar(" ".join(reason.split()))
    file = folders.content / "decisions" / f"{item.source}.yml"
    if file.exists() or file.is_symlink():
        return _appended(folders, file, Decisions, ["rejected"], fields)
    text = schemas.modeline("decisions") + writing.record({"rejected": [fields]})
    _reread(Decisions, text, file.name)
    return Change(file, saving.bounds(folders, file), None, text.encode(), f"wrote {_name(file, folders)}")


def _reread(kind: type[Marked], text: str, name: str) -> None:
    parsed, problems = nodes.parse(text, name)
    if parsed is not None and not problems:
        _, problems = records.read(kind, parsed)
    if problems:
        raise StyleError(f"it would not be a sound record: {problems[0]}")


def _name(path: Path, folders: Folders) -> str:
    return path.relative_to(folders.root).as_posix() if path.is_relative_to(folders.root) else path.as_posix()


def save(change: Change) -> None:
    """Write a change. Raises OSError, and ChangedError where the file is no longer what it was made from."""
    if _bytes(change.path) != change.before:
        raise ChangedError(f"{change.path.name} has changed in the meantime; nothing was written")
    saving.save(change.path, change.after, change.home)


def undo(change: Change) -> None:
    """Take a change back, byte for byte. Raises OSError, and ChangedError where the file has changed since."""
    if _bytes(change.path) != change.after:
        raise ChangedError(f"{change.path.name} has changed since; it is left as it is")
    if change.before is None:
        change.path.unlink()
    else:
        saving.save(change.path, change.before, change.home)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
