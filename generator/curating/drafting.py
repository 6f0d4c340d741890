"""A new record out of a few answers: which are still needed, what is wrong with one, the id, the text.

Which fields there are, and which a record cannot be without, comes from the models; what else is asked stands here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..folders import Folders
from ..model.dossier import Dossier
from ..model.facts import OUTLET
from ..model.fields import Field, Path, fields
from ..model.records import KINDS
from ..problems import quoted, suggestion
from ..reading import nodes, records
from ..slugs import propose_id
from . import adding, writing
from .asking import taken
from .writing import Value

FOLDERS = {folder.removesuffix("s"): folder for folder in KINDS}
"""The folder of a kind of record, by the word for one."""
_NOT_STATED = "not in the supplied copy"
_ALSO = {
    "sources": ("title", "author", "container-title", "issued", "URL"),
    "events": ("claims.value",),
    "quotes": ("said", "event"),
}
"""What is asked although a record can be without it. A source says of each that the copy does not state it."""
_GIVEN = {
    "actors": {"names.use": "preferred"},
    "places": {"names.use": "preferred"},
    "events": {"claims.property": "occurred", "claims.asserted_by": OUTLET},
}
"""What goes without asking, unless something else is said."""
_NEXT = {
    "sources": (
        "What the copy does not state belongs under `missing`.",
        "With its text in place: `factsheet verify --accept-text {id}`, `factsheet extract`, `factsheet review {id}`.",
    ),
    "actors": ("Another spelling is one more name (n2); what it is, a claim (role, described_as, member_of).",),
    "places": ("Another spelling is one more name (n2). `location` (lat, lon, precision) is ours, not a source's.",),
    "events": (
        "Who, where, how many: a claim each, with asserted_by and cite. Claims that differ go under `disputes`.",
        "Then a `summary`, of which every sentence cites a claim: [@c1].",
    ),
    "quotes": ("The same words in another source are one more rendering of p1; other words, one more passage (p2).",),
    "figures": ("Each measurement is a claim (c1), with as_of, asserted_by and cite.",),
}
"""What comes next. It stands above the record: a comment below a list would be in the way of what is added to it."""
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_QUOTED = ("exact", "prefix", "suffix", "sha256")
"""Written in quotation marks: words are shown as what they are, and digits are no number to any program."""
_ID_WORDS = 5


class DraftError(ValueError):
    """An answer that cannot be; the message says why."""


def way(name: str) -> Path:
    """Return the way to a field that is written `names.cite.exact`."""
    return tuple(name.split("."))


@dataclass
class Draft:
    """A record that is being made: the answers so far, and the fields that there is no answer to."""

    folders: Folders
    dossier: Dossier
    folder: str
    answers: dict[Path, str] = field(default_factory=dict)
    blank: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.fields = fields(self.folder)

    def take(self, answers: Mapping[Path, str]) -> None:
        """Take answers; an empty one says that there is none. Raises DraftError, and then takes none of them."""
        answers = {path: " ".join(said.split()) for path, said in answers.items()}
        for path, said in answers.items():
            self._refuse(path, said)
        together = {path: said for path, said in (self.answers | answers).items() if said}
        if wrong := self._mistakes(together):
            raise DraftError(wrong[0])
        self.answers = together
        self.blank |= {path for path, said in answers.items() if not said}

    def _refuse(self, path: Path, said: str) -> None:
        one = self.fields.get(path)
        if one is None or path[-1] == "id":
            near = suggestion(".".join(path), [known.name for known in self.fields.values() if known.path[-1] != "id"])
            raise DraftError(f"{quoted('.'.join(path))} is no field of {self.folder}{near}")
        if any("\ud800" <= character <= "\udfff" for character in said):
            raise DraftError(f"what is given for {quoted(one.name)} is not text")
        if one.folder and said and said not in (self.others(one), *self.dossier.ids(one.folder)):
            near = suggestion(said, self.dossier.ids(one.folder))
            raise DraftError(f"there is no {one.folder.removesuffix('s')} {quoted(said)}{near}")

    def others(self, one: Field) -> str:
        """Return what may stand where a record is named, besides its id."""
        return OUTLET if one.path[-1] == "asserted_by" else ""

    def _mistakes(self, answers: Mapping[Path, str]) -> list[str]:
        """Say what is wrong with the record as it would be, leaving out what it still needs."""
        if not answers:
            return []
        parsed, problems = nodes.parse(self._text(self._whole(answers)), self.folder)
        if parsed is not None and not problems:
            _, problems = records.read(KINDS[self.folder], parsed)
        return [problem.message for problem in problems if problem.rule != "missing-field"]

    def needed(self) -> list[Field]:
        """List what the record cannot be without and nobody has answered yet."""
        whole = self._whole(self.answers)
        return [one for path, one in self.fields.items() if path not in whole and one.wanted(whole)]

    def open(self) -> Field | None:
        """Return the next field to ask about, if there is one: each answer may lead to another."""
        needed, also = (
            self.needed(),
            {way(name) for name in _ALSO.get(self.folder, ())} - set(self.answers) - self.blank,
        )
        for path, one in self.fields.items():
            if one in needed or (path in also and (not one.folder or self.dossier.ids(one.folder))):
                return one
        return None

    def proposal(self, one: Field) -> str:
        """Propose an answer; empty where nothing is likely."""
        match one.name:
            case "names.cite.exact":
                return self.said("names.value")
            case "passages.renderings.form":
                return "direct"
            case "medium":
                return "unstated"
            case "text.file":
                return f"{self.id()}.txt"
        ids = self.dossier.ids(one.folder) if one.folder and one.needed else []
        return ids[0] if len(ids) == 1 else ""

    def said(self, name: str) -> str:
        """Return the answer for a field, written `names.value`; empty where there is none."""
        return self.answers.get(way(name), "")

    def id(self) -> str:
        """Propose an id that is free: who or what, and when."""
        id_, number = self._id() or self.folder.removesuffix("s"), 1
        free = id_
        while taken(self.dossier, self.folders.content, self.folder, free):
            number += 1
            free = f"{id_}-{number}"
        return free

    def _id(self) -> str:
        title, name = self.said("title"), self.said("names.value")
        match self.folder:
            case "sources":
                who = tuple(filter(None, [self.said("author").split(";")[0].strip()]))
                outlet = self.said("container-title") or self.said("publisher") or None
                text = self._supplied()[1] or ""
                return adding.proposal(
                    adding.Copy(
                        text, title=title or None, authors=who, outlet=outlet, issued=self.said("issued") or None
                    )
                )
            case "events":
                day = _DAY.match(self.said("claims.value"))
                return propose_id(f"{day[0] if day else ''} {title}")
            case "quotes":
                medium, words = self.said("medium"), self.said("passages.renderings.exact").split()
                what = " ".join(words[:_ID_WORDS]) if medium in ("", "unstated") else medium
                return propose_id(f"{self.said('speaker')} {self.said('said')} {what}")
        return propose_id(title or name)

    def _supplied(self) -> tuple[str, str | None]:
        """Return the sha256 and the text that a source names; zeros and None where it is not in the seeds folder."""
        path = self.folders.seeds / (self.said("text.file") or ".")
        try:
            data = path.read_bytes()
            return hashlib.sha256(data).hexdigest(), data.decode()
        except (OSError, ValueError):
            return "0" * 64, None

    def text(self, id_: str) -> str:
        """Write the record, with what comes next above it."""
        notes = [f"# {line.replace('{id}', id_)}\n" for line in _NEXT[self.folder]]
        return "".join(notes) + self._text(self._whole(self.answers))

    def _whole(self, answers: Mapping[Path, str]) -> dict[Path, str]:
        """Put to the answers what goes without asking in each part that there is: its id, and the like."""
        given = {way(name): said for name, said in _GIVEN.get(self.folder, {}).items()}
        if self.folder == "sources":
            sha256, text = self._supplied()
            given |= {("text", "sha256"): sha256, ("text", "chars"): str(len(text or ""))}
        given |= {path: f"{path[-2][0]}1" for path in self.fields if path[-1] == "id"}
        wanted = {path: said for path, said in given.items() if self.fields[path].wanted(answers)}
        return wanted | dict(answers)

    def _text(self, answers: Mapping[Path, str]) -> str:
        missing = [path[0] for path in self.fields if path in self.blank and path not in answers]
        said: dict[str, Value] = {"missing": dict.fromkeys(missing, _NOT_STATED)} if missing else {}
        return writing.record(self._part(answers, ()) | (said if self.folder == "sources" else {}))

    def _part(self, answers: Mapping[Path, str], path: Path) -> dict[str, Value]:
        """Write the fields of the record, or of a part of it."""
        written: dict[str, Value] = {}
        for here, one in self.fields.items():
            depth = len(path)
            if here not in answers or here[:depth] != path or here[depth] in written:
                continue
            if len(here) == depth + 1:
                written[here[-1]] = _leaf(one, answers[here])
                continue
            part = one.parts[depth]
            inner = self._part(answers, part.path)
            if here[depth] == "cite":
                written["cite"] = [writing.flow({name: str(value) for name, value in inner.items()})]
            else:
                written[here[depth]] = [inner] if part.listed else inner
        return written


def _leaf(one: Field, said: str) -> Value:
    """Write an answer; several of them are separated by `;`."""
    if one.listed:
        return [writing.scalar(each.strip()) for each in said.split(";") if each.strip()]
    return writing.quote(said) if one.path[-1] in _QUOTED else writing.scalar(said)
