"""Citations: every fact rests on words, and the words stand in the source, in one place, as verified."""

from __future__ import annotations

from collections.abc import Iterator

from ..evidence.matching import Span, difference, duplicates, locate, nearest, same_words
from ..model import prose
from ..model.dossier import Cite
from ..model.facts import Citation, Claim, Name
from ..problems import Level, Mend, Place, quoted
from .rule import Case, Finding, Told, rule

_AROUND = 4  # words of the text shown before and after words that stand in several places
_LONGEST = 200
_MOST_SHOWN = 4
_OPENING, _CLOSING = "“„‘«", "”“’»"
_STEERING = {*"\"'\\:#[]{},&*!|>%@`\n"}
"""Signs that mean something in YAML: words that have them are not put into a line that was written without."""


def exact_at(cite: Cite) -> Place:
    """Where the cited words are written: in a fact, or in a marker in prose."""
    if cite.fact is not None:
        return cite.citation.at("exact")
    text = cite.record.summary or ""
    for marker in prose.markers(text):
        exact = marker.exact or ""
        if (marker.source, exact.strip()) == (cite.citation.source, cite.citation.exact):
            return cite.record.within("summary", exact, text[: marker.end - len('"]') - len(exact)])
    return cite.record.at("summary")


@rule("unsourced-claim")
def unsourced_claim(case: Case) -> Iterator[Finding]:
    """A claim or a name without a citation.

    Every fact is footnoted to the words that support it. Add `cite: [{source: …, exact: "…"}]` with the
    source's id and its words, character for character; what no source says is not claimed.

    Wrong:
        {id: c1, property: killed, value: 3, asserted_by: outlet}
    Right:
        {id: c1, property: killed, value: 3, asserted_by: outlet,
         cite: [{source: gazette-2021-03-12, exact: killing three people}]}
    """
    for record in case.dossier.subjects():
        for fact in record.facts:
            if isinstance(fact, (Claim, Name)) and not fact.citations:
                what = "claim" if isinstance(fact, Claim) else "name"
                message = f"the {what} {quoted(fact.value)} ({fact.id}) has no citation"
                yield fact.at("cite"), f"{message}; add `cite` with a source and its exact words"


@rule("quote-not-in-source")
def quote_not_in_source(case: Case) -> Iterator[Finding]:
    """Cited words that do not stand in the text of their source.

    White space may differ, nothing else: a typographic quotation mark is not a straight one, and an
    omission needs two citations. The message shows the nearest passage and names the first difference. Copy
    the words from the text. Words in a block declared `duplicate` do not count: cite them where they were
    first printed. `prefix` and `suffix` are the words right before and after `exact`.

    Wrong:
        exact: the dockers' union said     # the text has the dockers’ union said
    Right:
        exact: the dockers’ union said
    """
    for cite in case.dossier.citations:
        citation = cite.citation
        text = case.evidence.text_of(citation.source)
        if text is not None and not case.evidence.found[citation.key]:
            skip = duplicates(case.dossier.sources[citation.source])
            yield Told(exact_at(cite), _missing(citation, text, skip), mend=_mend(citation, text, skip))


def _mend(citation: Citation, text: str, skip: list[Span]) -> Mend | None:
    """Return the words as the text has them, where nothing but their signs differs; else what is meant is a guess."""
    exact = citation.exact
    inside = _unmarked(citation, text, skip)
    if inside is not None:
        return Mend(exact, f'"{inside}"') if not _STEERING & {*inside} else None
    right = same_words(exact, nearest(text, exact) or "")
    return Mend(exact, right) if right and not _STEERING & ({*right} - {*exact}) else None


def _unmarked(citation: Citation, text: str, skip: list[Span]) -> str | None:
    """Return the words without the typographic marks around them, where only those keep them from being found."""
    exact = citation.exact
    if exact[:1] not in _OPENING or exact[-1:] not in _CLOSING:
        return None
    bare = citation.model_copy(update={"exact": exact[1:-1].strip()})
    return bare.exact if bare.exact and locate(text, bare, skip) else None


def _missing(citation: Citation, text: str, skip: list[Span]) -> str:
    said = f"{quoted(citation.exact)} does not stand in the text of {quoted(citation.source)}"
    repeated = locate(text, citation)
    if repeated:
        return f"{said} but in a block declared duplicate; cite the words as they were first printed"
    bare = Citation(source=citation.source, exact=citation.exact)
    places = locate(text, bare, skip)
    if places:
        shown = "; ".join(_surroundings(text, span) for span in places[:_MOST_SHOWN])
        return f"{said} with this prefix and suffix; there it stands {shown}"
    inside = _unmarked(citation, text, skip)
    if inside is not None:
        return f'{said} with those marks around it; a value stands in straight ones: write `"{inside}"`'
    passage = nearest(text, citation.exact)
    if passage is None:
        return f"{said}, nor anything like it; is it from another source?"
    why = difference(citation.exact, passage)
    return f"{said}; the nearest passage is {quoted(passage)}{f': {why}' if why else ''}"


def _surroundings(text: str, span: Span) -> str:
    before = " ".join(text[max(0, span.start - _LONGEST) : span.start].split()[-_AROUND:])
    after = " ".join(text[span.end : span.end + _LONGEST].split()[:_AROUND])
    return f"after {quoted(before) if before else 'nothing'}, before {quoted(after) if after else 'nothing'}"


@rule("ambiguous-span")
def ambiguous_span(case: Case) -> Iterator[Finding]:
    """Cited words that stand in more than one place of their source.

    Which of them is meant is never guessed. Cite more words, or add to the citation a `prefix` (the words
    right before) or a `suffix` (the words right after); a passage that the copy merely prints twice is
    declared as a `duplicate` block of the source.

    Wrong:
        {source: gazette-2021-03-12, exact: the union}
    Right:
        {source: gazette-2021-03-12, exact: the union, suffix: said on Friday}
    """
    for cite in case.dossier.citations:
        spans = case.evidence.found.get(cite.citation.key, ())
        text = case.evidence.text_of(cite.citation.source)
        if len(spans) > 1 and text is not None:
            shown = "; ".join(_surroundings(text, span) for span in spans[:_MOST_SHOWN])
            advice = "cite more words" if cite.fact is None else "add a `prefix` or a `suffix`"
            message = (
                f"{quoted(cite.citation.exact)} stands in {len(spans)} places of "
                f"{quoted(cite.citation.source)}; {advice} to say which: {shown}"
            )
            yield exact_at(cite), message


@rule("not-verified", Level.WARNING)
def not_verified(case: Case) -> Iterator[Finding]:
    """A citation that the lock does not vouch for.

    `seeds/evidence.lock` remembers where the words of each citation were found, so that the site can be
    built without the texts. With the texts in `seeds/`, `factsheet verify` looks for the words and writes
    the lock. Until then the page marks the citation as not yet verified, and publishing fails.

    Wrong:
        exact: injuring at least four people     # new; seeds/evidence.lock does not have it
    Right:
        factsheet verify     # finds the words in the text, and writes seeds/evidence.lock
    """
    for cite in case.dossier.citations:
        source = case.dossier.sources.get(cite.citation.source)
        why = None if source is None else _unverified(case, cite.citation, source.text.chars)
        if why is not None:
            yield exact_at(cite), f"{quoted(cite.citation.exact)} is not verified: {why}"


def _unverified(case: Case, citation: Citation, chars: int) -> str | None:
    entry = case.evidence.verified(citation)
    if case.evidence.text_of(citation.source) is not None:
        spans = case.evidence.found[citation.key]
        if len(spans) != 1:
            return None  # quote-not-in-source or ambiguous-span says so
        if entry is None:
            return "its words stand in the text, but the lock has no entry for them; run `factsheet verify`"
        if entry.span != spans[0]:
            at, there = (f"{span.start}–{span.end}" for span in (entry.span, spans[0]))
            return f"the lock has its words at {at}, the text at {there}; run `factsheet verify`"
        return None
    if citation.source in case.evidence.texts:
        return None  # text-changed says so
    if entry is not None and entry.end > chars:
        end = f"its words end at {entry.end} by the lock, and the text has {chars} code points"
        return f"{end}; run `factsheet verify` where the text is"
    if entry is None:
        file = case.dossier.sources[citation.source].text.file
        return f"the lock has no entry for it, and the text {quoted(file)} is not here to look in"
    return None
