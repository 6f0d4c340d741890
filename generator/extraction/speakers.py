"""The speaker of one quotation in its sentence: the nearest fitting cue, else what else may name somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .fallbacks import read_lead, read_signature, read_tag, read_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .clauses import Attribution
    from .phrases import Phrase
    from .rules import QuoteRule
    from .tokens import Token

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}): ")
_DOUBTFUL = 0.35
"""Score below which a cue is so far off that a rule without cue is tried first."""

_FALLBACKS: tuple[tuple[Callable[[Sequence[Token], int], Phrase | None], QuoteRule, float], ...] = (
    (read_tag, "tag", 0.75),
    (read_lead, "lead", 0.65),
    (read_topic, "sentence-head", 0.4),
)


class Speaker(NamedTuple):
    """Span of the words that name a speaker, the rule that found them and how sure it is."""

    start: int
    end: int
    rule: QuoteRule
    confidence: float

    def weaken(self, rule: QuoteRule, factor: float) -> Speaker:
        """Return the same speaker as another rule hands it on, less surely."""
        return Speaker(self.start, self.end, rule, self.confidence * factor)


def locate(tokens: Sequence[Token], phrase: Phrase, base: int, rule: QuoteRule, confidence: float) -> Speaker:
    """Return a phrase as speaker; `base` is where the tokens' text starts."""
    start, end = base + tokens[phrase.first].start, base + tokens[phrase.last].end
    if tokens[phrase.last].text.endswith(("'s", "’s")):
        end -= 2
    return Speaker(start, end, rule, confidence)


def read_label(text: str, start: int, end: int) -> Speaker | None:
    """Return the speaker that a transcript prints inside the marks ("MARSH: We knew.")."""
    match = _LABEL.match(text, start, end)
    return Speaker(match.start(1), match.end(1), "label-inside", 0.9) if match else None


def choose_speaker(
    tokens: Sequence[Token], at: int, attributions: Sequence[Attribution], base: int, *, short: bool
) -> Speaker | None:
    """Return the speaker of the quotation at token `at`, None where its sentence names none.

    `short`: a fragment, too little to give to anyone without a cue.
    """
    signed = read_signature(tokens, at)
    if signed is not None:
        return locate(tokens, signed, base, "signed", 0.85)
    scored = [(_score(tokens, at, attribution), -index) for index, attribution in enumerate(attributions)]
    score, best = max(scored, default=(-1.0, 0))
    if score < _DOUBTFUL and not short:
        for read, rule, confidence in _FALLBACKS:
            phrase = read(tokens, at)
            if phrase is not None:
                return locate(tokens, phrase, base, rule, confidence)
    if not scored:
        return None
    chosen = attributions[-best]
    return locate(tokens, chosen.subject, base, chosen.rule, max(0.3, min(0.99, score)))


def _score(tokens: Sequence[Token], at: int, attribution: Attribution) -> float:
    """How well a cue fits the quotation at token `at`."""
    cue, subject = attribution.cue, attribution.subject
    near, far = min(cue, subject.first), max(cue, subject.last)
    if near > at:
        between = tokens[at + 1 : near]
        if all(not t.word and t.quote < 0 for t in between):
            return attribution.strength + 0.1
        crossed = sum(t.quote >= 0 for t in between)
        return attribution.strength - 0.3 - 0.02 * len(between) - 0.1 * crossed
    if cue < at:
        between = tokens[far + 1 : at]
        crossed = sum(t.quote >= 0 for t in between)
        return attribution.strength - 0.015 * len(between) - 0.1 * crossed
    return attribution.strength - 0.3
