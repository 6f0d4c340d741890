"""What extraction proposes. Spans are code points of the text as supplied, `text[start:end] == exact` always."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words of one paragraph, without their marks.

    `kind`: direct (a whole utterance), mixed (four words or more inside a sentence), fragment (fewer), term (a
    title or a word held at arm's length: nobody's speech). `speaker` is the mention as written, with its span;
    `speaker_id` the name or curated id it stands for; None is unresolved. `continues` is the start of the
    passage that this one goes on with (a split quotation, or one of several paragraphs).
    """

    start: int
    end: int
    exact: str
    kind: str
    rule: str
    confidence: float
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_id: str | None = None
    continues: int | None = None
