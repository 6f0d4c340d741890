"""What can be cited of a record, and how a citation reads: the page as of its version, and the words behind a fact.

What is cited is the dossier's page, which says what it says at its version. Whoever cites a claim owes their reader who
made it and where it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model.facts import Claim, Fact, Name, Passage
from ..model.past import Version
from ..model.records import Record, Subject
from ..model.vocabulary import Form
from ..strings import Strings
from .reserve import reserve
from .sheet import Sheet, heading


@dataclass(frozen=True, slots=True)
class Edition:
    """What is cited from: the site's name, the address of a page by its key where it has one, and its version."""

    name: str
    address: Callable[[str], str]
    version: Version | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A page or a fact to cite: its id, its title, the title of the page it stands on, and what it rests on."""

    id: str
    title: str
    within: str = ""
    note: str = ""


def cites(sheet: Sheet, record: Record) -> list[Cited]:
    """List what can be cited of a record: its page, then each fact."""
    title = heading(record, sheet.t)
    found = [Cited(record.key, title)]
    if isinstance(record, Subject):
        found += [_fact(sheet, record, fact, title) for fact in record.facts]
    return found


def said_version(version: Version, t: Strings) -> str:
    """Name a version, and say so when the records have changed since."""
    return t("cite.changed", commit=version.commit) if version.changed else version.commit


def text(cited: Cited, edition: Edition, t: Strings) -> str:
    """Return a citation as it is pasted into a text."""
    when = t("cite.version_unknown")
    if edition.version is not None:
        when = t("cite.version", version=said_version(edition.version, t), date=edition.version.date)
    sentences = [part for part in (cited.title, cited.note, cited.within, edition.name, when) if part]
    ended = [part if part.endswith((".", "!", "?", ".”")) else f"{part}." for part in sentences]
    return " ".join([*ended, edition.address(cited.id)]).strip()


def _fact(sheet: Sheet, record: Subject, fact: Fact, title: str) -> Cited:
    id_ = f"{record.key}#{fact.id}"
    if isinstance(fact, (Claim, Name)):
        shown = sheet.show(record, fact)
        narrow = [shown.population, shown.of and shown.of.label, shown.place and shown.place.label]
        value = " ".join([shown.text, *(f"({part})" for part in narrow if part)])
        who = None if shown.own_voice else sheet.t("claim.per", who=", ".join(link.label for link in shown.by))
        via = None if shown.via is None else sheet.t("claim.via", who=shown.via.label)
        # Lists of references show no more than titles, so what is reserved stands there.
        doubt = f" ({said})" if (said := reserve(sheet.t, shown)) else ""
        said_so = _note([shown.rank, shown.dated, who, via], sheet, fact)
        return Cited(id_, f"{shown.label}: {value}{doubt}", title, said_so)
    if isinstance(fact, Passage):
        speaker = sheet.quote_speaker(record).label
        # Words are put into a speaker's mouth only where a source quotes them.
        first = next((one for one in fact.renderings if one.form is Form.DIRECT), fact.renderings[0])
        words = " ".join(first.exact.split())
        doubt = f" ({sheet.t('claim.disputed')})" if sheet.in_real_dispute(id_) else ""
        if first.form is Form.DIRECT:
            return Cited(id_, f"{speaker}: “{words}”{doubt}", title, _note([], sheet, fact))
        form = sheet.t(f"form.{first.form}")
        return Cited(id_, f"{speaker}, {form}: {words}{doubt}", title, _note([], sheet, fact))
    raise TypeError(f"{type(fact)} is no fact that can be cited")


def _note(about: Sequence[str | None], sheet: Sheet, fact: Fact) -> str:
    """Say what is to be known of a fact, then the words that carry it, source by source."""
    said: dict[str, list[str]] = {}
    for citation in fact.citations:
        said.setdefault(citation.source, []).append(f"“{' '.join(citation.exact.split())}”")
    printed = "; ".join(f"{' … '.join(words)} ({_source(sheet, id_)})" for id_, words in said.items())
    known = ", ".join(part for part in about if part)
    return ": ".join(part for part in (known[:1].upper() + known[1:], printed) if part)


def _source(sheet: Sheet, id: str) -> str:
    source = sheet.dossier.sources.get(id)
    if source is None:
        return id
    parts = [", ".join(source.author), heading(source, sheet.t), source.outlet, sheet.spelled(source.issued)]
    return ", ".join(part for part in parts if part)
