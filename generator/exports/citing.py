"""Citations as BibTeX and as CSL-JSON (citationstyles.org, schema 1.0): of every page, every fact, and every source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..evidence.evidence import Evidence
from ..model.dossier import Dossier
from ..model.records import Source
from ..strings import Strings
from ..views.citing import Cited, Edition, cites, said_version, text
from ..views.sheet import Sheet, heading
from .listed import listed

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def files(dossier: Dossier, evidence: Evidence, edition: Edition, t: Strings) -> dict[str, str]:
    """Return the citations of every record and of each of its facts, by address: two files for each record."""
    made: dict[str, str] = {}
    for record in dossier.everything():
        items = [item(cited, edition, t) for cited in cites(Sheet(dossier, evidence, t), record)]
        if isinstance(record, Source):
            items.append(source(record, t))
        made[f"data/{record.key}.bib"] = "\n".join(found["custom"]["bibtex"] for found in items)
        made[f"data/{record.key}.csl.json"] = f"{listed(items)}\n"
    return made


def item(cited: Cited, edition: Edition, t: Strings) -> dict[str, Any]:
    """Return a citation as a CSL-JSON item; its text and its BibTeX stand under `custom`, left to us."""
    told: dict[str, Any] = {"id": cited.id, "type": "webpage", "title": cited.title}
    if edition.name or cited.within:
        told["container-title"] = ". ".join(part for part in (cited.within, edition.name) if part)
    if edition.version is not None:
        told["version"] = said_version(edition.version, t)
        told["issued"] = _date(edition.version.date)
    if address := edition.address(cited.id):
        told["URL"] = address
    if cited.note:
        told["note"] = cited.note
    return {**told, "custom": {"text": text(cited, edition, t), "bibtex": bibtex(told)}}


def source(record: Source, t: Strings) -> dict[str, Any]:
    """Return a source itself as a CSL-JSON item; what its copy does not state is left out."""
    told: dict[str, Any] = {"id": record.id, "type": record.type.value, "title": heading(record, t)}
    if record.author:
        told["author"] = [{"literal": name} for name in record.author]
    known = {"container-title": record.container_title, "publisher": record.publisher, "URL": record.URL}
    told |= {name: value for name, value in {**known, "language": record.language}.items() if value}
    told |= {name: _date(day) for name, day in (("issued", record.issued), ("accessed", record.accessed)) if day}
    return {**told, "custom": {"bibtex": bibtex(told)}}


def _date(day: str) -> dict[str, Any]:
    """Return a date as CSL has it: by its parts where it is a plain one, else as written (EDTF)."""
    if _DAY.fullmatch(day):
        return {"date-parts": [[int(part) for part in day.split("-")]]}
    return {"raw": day}


_TEX = str.maketrans(
    {
        **{c: f"\\{c}" for c in "&%$#_"},
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""What TeX would take for its own (Lamport, LaTeX, 2.2.1)."""


def bibtex(told: Mapping[str, Any]) -> str:
    """Return a CSL-JSON item as a BibTeX entry, in UTF-8, as biber reads it."""
    fields = {name: tex(told[csl]) for csl, name in _FIELDS.items() if csl in told}
    fields["title"] = f"{{{fields['title']}}}"
    if "author" in told:
        fields["author"] = " and ".join(f"{{{tex(name['literal'])}}}" for name in told["author"])
    for csl, name in (("issued", "date"), ("accessed", "urldate")):
        if csl in told:
            parts = told[csl].get("date-parts", [[]])[0]
            fields[name] = "-".join(f"{part:02}" for part in parts) or tex(told[csl]["raw"])
    if "URL" in told:
        fields["url"] = re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", told["URL"])
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{told['id'].replace('/', ':').replace('#', ':')},\n{lines}}}\n"


_FIELDS = {
    "title": "title",
    "container-title": "howpublished",
    "publisher": "publisher",
    "version": "version",
    "note": "note",
}
"""BibTeX's fields by CSL's."""


def tex(words: str) -> str:
    """Return words, on one line, so that TeX prints them."""
    return " ".join(words.split()).translate(_TEX)
