"""One page being put together: shows facts, and numbers the footnotes in the order in which they are shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote as percent

from ..evidence.evidence import Evidence
from ..model import prose
from ..model.dossier import Dossier, Holding
from ..model.facts import OUTLET, Citation, Claim, Fact, Name, Passage, Rendering
from ..model.prose import Sentence
from ..model.records import Quote, Record, Source, Subject
from ..model.vocabulary import Form, Rank
from ..strings import Strings
from . import corrections
from .data import Brief, Footnote, Link, Marked, PassageView, ProseView, QuoteView, Ref, Shown, Version
from .days import as_of, spelled, spelled_text
from .wordings import Pieces, compared


def heading(record: Record, t: Strings) -> str:
    """Return the words that stand for a record; a source without a title is named by its id."""
    if isinstance(record, Source) and not record.title:
        return t("source.untitled", words=record.id_in_words)
    return record.heading


class Sheet:
    """A page's facts and footnotes. Ask it for facts in the order in which the page shows them."""

    def __init__(self, dossier: Dossier, evidence: Evidence, t: Strings) -> None:
        self.dossier = dossier
        self.evidence = evidence
        self.t = t
        self._notes: dict[tuple[str, str], Footnote] = {}
        self._sources: dict[str, Link] = {}

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes so far, by number."""
        return tuple(self._notes.values())

    def spelled(self, text: str | None) -> str | None:
        """Return a date as readers read it."""
        return spelled_text(text, self.t)

    # links

    def link(self, folder: str, id: str) -> Link:
        """Link a record by its heading, or show the bare id of one that could not be read."""
        record = self.dossier.records.get(folder, {}).get(id)
        return Link(f"{folder}/{id}", id if record is None else heading(record, self.t))

    def record(self, record: Record) -> Link:
        """Link a record."""
        return Link(record.key, heading(record, self.t))

    def source(self, id: str) -> Link:
        """Link a source by its byname, with its date where others are called the same; its title goes along."""
        if id not in self._sources:
            self._sources[id] = self._source(id)
        return self._sources[id]

    def _source(self, id: str) -> Link:
        source = self.dossier.sources.get(id)
        if source is None:
            return Link(f"sources/{id}", id)
        label = source.byname
        if not (source.outlet or source.author):
            by_words = self.t("source.by_words", words=label)
            label = self.t("source.by_title", words=label) if source.title else by_words
        if source.byname in self.dossier.shared_bynames:
            label = self.t("source.dated", name=label, date=self.spelled(source.issued) or source.id_in_words)
        return Link(source.key, label, heading(source, self.t))

    def actor(self, id: str | None) -> Link | None:
        """Link an actor, where there is one to link."""
        return None if id is None or id == OUTLET else self.link("actors", id)

    def by(self, fact: Claim | Name) -> tuple[Link, ...]:
        """Who says so: the asserting actor, or each source that says it in its own voice."""
        actor = self.actor(fact.asserted_by)
        if actor is not None:
            return (actor,)
        return tuple(dict.fromkeys(self.source(c.source) for c in fact.citations))

    # footnotes

    def ref(self, citation: Citation, said_by: Iterable[Link] = (), via: Link | None = None) -> Ref:
        """Set a footnote mark: one number per source and span, however many facts rest on it."""
        verified = self.evidence.verified(citation)
        entry = span_id(self.evidence, citation)
        key = (citation.source, entry)
        if key not in self._notes:
            self._notes[key] = self._footnote(citation, entry)
        note = self._notes[key]
        for party in said_by:
            if party not in note.said_by:
                note.said_by.append(party)
        if via is not None and via not in note.via:
            note.via.append(via)
        mark = f"fnref:{note.number}" + (f"-{len(note.refs) + 1}" if note.refs else "")
        note.refs.append(mark)
        return Ref(note.number, mark, verified is not None)

    def _footnote(self, citation: Citation, entry: str) -> Footnote:
        source = self.dossier.sources[citation.source]
        verified = self.evidence.verified(citation)
        return Footnote(
            number=len(self._notes) + 1,
            source=self.record(source),
            outlet=source.outlet,
            author=", ".join(source.author) or None,
            issued=self.spelled(source.issued),
            exact=citation.exact,
            entry=Link(f"{source.key}#{entry}", citation.exact),
            sha256=source.text.sha256[:12],
            verified=None if verified is None else self.spelled(verified.date),
            url=_at_words(source.URL, citation.exact),
            archive=source.archive,
            accessed=self.spelled(source.accessed),
        )

    def refs(self, fact: Fact) -> tuple[Ref, ...]:
        """Set the marks of a fact's citations."""
        if isinstance(fact, Passage):
            return tuple(self.ref(r.citation, via=self.actor(r.via)) for r in fact.renderings)
        if isinstance(fact, (Claim, Name)):
            said_by = () if fact.asserted_by == OUTLET else self.by(fact)
            return tuple(self.ref(c, said_by, self.actor(fact.via)) for c in fact.citations)
        return ()

    # facts

    def show(self, record: Subject, fact: Claim | Name, *, subject: bool = False) -> Shown:
        """Show a claim or a name with its marks; `subject` adds the record it belongs to."""
        key = f"{record.key}#{fact.id}"
        common: dict[str, Any] = {
            "id": key,
            "refs": self.refs(fact),
            "disputed": self.in_real_dispute(key),
            "by": self.by(fact),
            "own_voice": fact.asserted_by == OUTLET,
            "via": self.actor(fact.via),
            "as_of": self.spelled(fact.as_of),
            "dated": as_of(fact.as_of, self.t),
            "reason": fact.reason,
            "subject": self.record(record) if subject else None,
            "history": corrections.history(self, key),
            "words": tuple((self.source(c.source), c.exact) for c in fact.citations),
        }
        if isinstance(fact, Name):
            return Shown(label=self.t(f"name_use.{fact.use}"), text=fact.value, lang=fact.lang, **common)
        text, link = self._value(fact)
        return Shown(
            label=self.t(f"property.{fact.property}"),
            text=text,
            link=link,
            of=self.actor(fact.of),
            of_key=of if (of := f"of.{fact.property}") in self.t else "of.any",
            place=None if fact.place is None else self.link("places", fact.place),
            population=fact.population,
            hedge=fact.hedge,
            rank=None if fact.rank is Rank.NORMAL else self.t(f"rank.{fact.rank}"),
            part_of=self._total(record, fact),
            **common,
        )

    def _value(self, claim: Claim) -> tuple[str, Link | None]:
        if claim.ref is not None:
            link = self.link(*claim.ref)
            return link.label, link
        if claim.date is not None:
            return spelled(claim.date, self.t), None
        return claim.value + (f" {claim.unit}" if claim.unit else ""), None

    def _total(self, record: Subject, claim: Claim) -> Brief | None:
        total = self.dossier.facts.get(f"{record.key}#{claim.part_of}")
        return None if total is None else self.held(total)

    def brief(self, record: Subject, fact: Claim | Name) -> Brief:
        """Show a claim or a name without footnotes, its reserve with it."""
        key = f"{record.key}#{fact.id}"
        return Brief(
            id=key,
            text=fact.value if isinstance(fact, Name) else self._value(fact)[0],
            by=self.by(fact),
            own_voice=fact.asserted_by == OUTLET,
            via=self.actor(fact.via),
            hedge=None if isinstance(fact, Name) else fact.hedge,
            disputed=self.in_real_dispute(key),
        )

    def held(self, holding: Holding) -> Brief | None:
        """Show a fact found by its global id without footnotes; None for a passage."""
        fact = holding.fact
        return self.brief(holding.record, fact) if isinstance(fact, (Claim, Name)) else None

    def in_real_dispute(self, key: str) -> bool:
        """Tell whether a fact is a member of a dispute that is real."""
        return any(dispute.real for _, dispute in self.dossier.disputed.get(key, ()))

    def holding(self, holding: Holding, *, subject: bool = True) -> Shown | None:
        """Show a fact found by its global id; None for a passage, which is shown as a quote."""
        if isinstance(holding.fact, (Claim, Name)):
            return self.show(holding.record, holding.fact, subject=subject)
        return None

    # quotes

    def version(self, rendering: Rendering, speaker: Link, pieces: Pieces) -> Version:
        """Show a passage as one source carries it."""
        via = self.actor(rendering.via)
        return Version(
            source=self.source(rendering.source),
            form=self.t(f"form.{rendering.form}"),
            quoted=rendering.form is Form.DIRECT,
            exact=flat(rendering.exact),
            attributed_as=rendering.attributed_as,
            via=via,
            refs=(self.ref(rendering.citation, (speaker,), via),),
            pieces=pieces,
        )

    def passage(self, id: str, passage: Passage, speaker: Link, pieces: Iterable[Pieces] | None = None) -> PassageView:
        """Show a passage with its versions; `pieces` where they are compared with those of other passages."""
        pieces = pieces or compared([flat(r.exact) for r in passage.renderings])
        versions = tuple(self.version(r, speaker, p) for r, p in zip(passage.renderings, pieces, strict=True))
        past = corrections.history(self, id)
        return PassageView(id, speaker, versions, self.in_real_dispute(id), passage.note, past)

    def quote(self, id: str) -> QuoteView:
        """Show a quote whole."""
        quote = self.dossier.quotes[id]
        speaker = self.link("actors", quote.speaker)
        said = next((c for c in quote.claims if c.property == "said"), None)
        return QuoteView(
            link=self.record(quote),
            speaker=speaker,
            said=self.spelled(quote.said),
            said_claim=None if said is None else self.show(quote, said),
            medium=self.t(f"medium.{quote.medium}"),
            event=None if quote.event is None else self.link("events", quote.event),
            passages=tuple(self.passage(f"{quote.key}#{p.id}", p, speaker) for p in quote.passages),
        )

    def quote_speaker(self, record: Subject) -> Link:
        """Link the speaker of the quote that holds a passage."""
        return self.link("actors", record.speaker) if isinstance(record, Quote) else self.record(record)

    # prose

    def prose(self, record: Subject) -> ProseView | None:
        """Show a record's summary, its markers turned into footnote marks."""
        if not record.summary:
            return None
        sentences = prose.sentences(record.summary)
        return ProseView(record.summary, tuple(mark for one in sentences for mark in self._marked(record, one)))

    def _marked(self, record: Subject, sentence: Sentence) -> Iterator[Marked]:
        """Set the marks of a sentence. It says once, behind the last rival it cites, that they are disputed."""
        told: set[str] = set()
        found = []
        for marker in reversed(sentence.markers):
            held = None if marker.fact is None else self.dossier.find(record, marker.fact)
            brief = left = None if held is None else self.held(held)
            if brief is not None:
                rivals = {f"{home.key}#{one.id}" for home, one in self.dossier.disputed.get(brief.id, ()) if one.real}
                said = brief.hedge is None or brief.hedge.casefold() in sentence.bare.casefold()
                left = replace(brief, hedge=None if said else brief.hedge, disputed=not rivals <= told)
                told |= rivals
            found.append((marker, held, brief, left))
        for marker, held, brief, left in reversed(found):
            refs: tuple[Ref, ...] = ()
            if held is not None:
                refs = self.refs(held.fact)
            elif marker.source in self.dossier.sources and marker.exact is not None:
                refs = (self.ref(Citation(source=marker.source, exact=marker.exact)),)
            yield Marked(marker.start, marker.end, refs, brief, left)


def flat(words: str) -> str:
    """Return a source's words on one line."""
    return " ".join(words.split())


def span_id(evidence: Evidence, citation: Citation) -> str:
    """Return the id of a citation's entry on its source's page: by span, or by words where none is verified."""
    verified = evidence.verified(citation)
    if verified is not None:
        return f"span-{verified.start}-{verified.end}"
    words = "\n".join(citation.key).encode()
    return f"unverified-{hashlib.sha256(words).hexdigest()[:10]}"


def _at_words(url: str | None, exact: str) -> str | None:
    """Return an address that opens an article at the words (https://wicg.github.io/scroll-to-text-fragment/)."""
    if url is None:
        return None
    words = percent(" ".join(exact.split()), safe="").replace("-", "%2D")
    return f"{url}{'' if '#' in url else '#'}:~:text={words}"
