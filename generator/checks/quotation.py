"""How much of an article is quoted: enough to support a fact, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.facts import Citation, CitationKey, Passage
from ..model.vocabulary import Form
from ..problems import Level, quoted
from .citations import exact_at
from .rule import Case, Finding, rule

LONGEST_EXACT = 15
"""Words outside quotation marks that one citation may have."""
_MOST_LISTED = 3

# A mark whose other half lies outside the words encloses what lies on its side of it.
_IN_MARKS = re.compile(
    r"^[^“”„]*”"  # closed here, opened before the words
    r"|[“„][^“”]*(?:[“”]|$)"
    r"|«[^»]*(?:»|$)"
    r'|"[^"]*"'
    r"|‘(?:[^’]|’(?=\w))*(?:’|$)"
)
_HALF = re.compile(r'^(?P<before>[^"]*)"(?P<after>[^"]*)$')


def words_outside_marks(exact: str) -> list[str]:
    """List the words of a citation that do not stand in quotation marks."""
    bare = _IN_MARKS.sub(" ", exact)
    if half := _HALF.match(bare):
        opens = half["before"] == "" or half["before"][-1].isspace()
        bare = half["before"] if opens else half["after"]
    return [word for word in bare.split() if any(character.isalnum() for character in word)]


def _direct(case: Case) -> set[CitationKey]:
    """The renderings that are direct speech as a whole."""
    return {
        rendering.citation.key
        for quote in case.dossier.quotes.values()
        for passage in quote.passages
        for rendering in passage.renderings
        if rendering.form is Form.DIRECT
    }


@rule("exact-too-long", Level.WARNING)
def exact_too_long(case: Case) -> Iterator[Finding]:
    """A citation of more than 15 words outside quotation marks.

    What a journalist wrote is cited for the few words that carry the fact; long stretches are the
    publisher's. What somebody said, in quotation marks or as a `direct` rendering, may be longer. Cite
    fewer words, or two short stretches.

    Wrong:
        exact: Guards fired on striking dockers in Lumo on Friday, injuring at least four people, the union said
    Right:
        exact: injuring at least four people
    """
    for cite in case.dossier.citations:
        direct = _direct_rendering(cite.fact, cite.citation)
        count = len(words_outside_marks(cite.citation.exact))
        if count > LONGEST_EXACT and not direct:
            message = (
                f"{quoted(cite.citation.exact)} has {count} words outside quotation marks; "
                f"cite {LONGEST_EXACT} at most: those that carry the fact"
            )
            yield exact_at(cite), message


def _direct_rendering(fact: object, citation: Citation) -> bool:
    return isinstance(fact, Passage) and any(
        rendering.form is Form.DIRECT and rendering.citation.key == citation.key for rendering in fact.renderings
    )


@rule("quotation-budget", Level.WARNING)
def quotation_budget(case: Case) -> Iterator[Finding]:
    """A source of which more words are cited than the budget allows.

    Counted are the words of all its citations outside direct speech; words cited twice, or within longer
    cited words, count once. Quoting a source at length is more than fair dealing allows. Cite fewer words
    for the same facts, let several facts share a citation, or raise the budget where the source's licence
    permits it.

    Wrong:
        … [@gazette-2021-03-12 "Guards fired on striking dockers"]
        … [@gazette-2021-03-12 "fired on striking dockers in Lumo"]
    Right:
        … [@gazette-2021-03-12 "fired on striking dockers"]
        … [@gazette-2021-03-12 "fired on striking dockers"]
    """
    direct = _direct(case)
    cited: dict[str, set[str]] = {}
    for cite in case.dossier.citations:
        citation = cite.citation
        if citation.key not in direct:
            cited.setdefault(citation.source, set()).add(" ".join(citation.exact.split()))
    for id_, exacts in sorted(cited.items()):
        source = case.dossier.sources.get(id_)
        longest_first = sorted(exacts, key=lambda exact: (-len(exact), exact))
        kept: list[str] = []
        for exact in longest_first:
            if not any(exact in longer for longer in kept):
                kept.append(exact)
        count = sum(len(words_outside_marks(exact)) for exact in kept)
        if source is not None and count > case.budget:
            longest = ", ".join(quoted(exact, 40) for exact in kept[:_MOST_LISTED])
            message = (
                f"{count} words of {quoted(id_)} are cited outside direct speech; "
                f"the budget is {case.budget}. The longest: {longest}"
            )
            yield source.at("text"), message
