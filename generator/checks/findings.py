"""What extraction found and a person decided about it: both are of the text as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from ..evidence.candidates import Stale, stale
from ..model.extracted import Decision
from ..problems import Level, Place, quoted, suggestion
from .meant import dangling
from .rule import Case, Finding, rule
from .texts import short


@rule("stale-extraction", Level.WARNING)
def stale_extraction(case: Case) -> Iterator[Finding]:
    """A file of `seeds/extracted/` that was not made from the text its source describes.

    Its offsets are those of another text, so nothing of it is shown. Run `factsheet extract` where the texts
    are; a file whose source is gone is deleted.

    Wrong:
        seeds/extracted/gazette-2021-03-12.yml     # made before the text was replaced
    Right:
        factsheet extract     # makes it again from the text that is there
    """
    for id_, extracted in sorted(case.findings.extracted.items()):
        source = case.dossier.sources.get(id_)
        text = case.evidence.texts.get(id_)
        if source and text and text.sha256 != source.text.sha256:
            continue  # text-changed says what is to be mended first
        if source is None and not case.dossier.knows("sources", id_):
            if f"sources/{id_}" in dangling(case.dossier):
                continue  # so does unknown-source
            near = suggestion(id_, case.dossier.ids("sources"))
            yield Place(extracted.here.path), f"there is no source {quoted(id_)}{near or '; delete this file'}"
        elif source is not None and extracted.sha256 != source.text.sha256:
            message = (
                f"this was extracted from a text with the sha256 {short(extracted.sha256)}, "
                f"its source describes one with {short(source.text.sha256)}; run `factsheet extract`"
            )
            yield extracted.at("sha256"), message


@rule("stale-decision", Level.WARNING)
def stale_decision(case: Case) -> Iterator[Finding]:
    """A decision that is about no candidate any more.

    A candidate is rejected by its kind and its words, `prefix` and `suffix` being the words around it as
    `seeds/extracted/` has them. When extraction has learned better, or the words were miscopied, the
    decision does nothing: correct it after the candidate that the message shows, or delete it.

    Wrong:
        - {kind: figure, exact: for people, reason: no number}     # the candidate is: four people
    Right:
        - {kind: figure, exact: four people, reason: said of another day}
    """
    for id_, found in stale(case.dossier, case.findings).items():
        for one in found:
            message = f"{quoted(one.decision.exact)} is no {quoted(one.decision.kind)} among the candidates of"
            yield one.decision.at("exact"), f"{message} {quoted(id_)}; {_nearest(one)}"


def _nearest(stale: Stale) -> str:
    decision, near = stale.decision, stale.nearest
    if near is None:
        return "nothing there is like it; delete the decision"
    if near.exact.split() != decision.exact.split():
        return f"the nearest is the {near.kind} {quoted(near.exact)}"
    if near.kind != decision.kind:
        return f"there it is a {near.kind}"
    return f"there it stands {_around(decision, near.prefix, near.suffix)}"


def _around(decision: Decision, prefix: str | None, suffix: str | None) -> str:
    if prefix is None and suffix is None:
        return f"once, so leave out {' and '.join(_given(decision))}"
    around = [f"{side} {quoted(words)}" for side, words in (("after", prefix), ("before", suffix)) if words]
    return ", ".join(around)


def _given(decision: Decision) -> list[str]:
    return [f"`{name}`" for name in ("prefix", "suffix") if getattr(decision, name) is not None]
