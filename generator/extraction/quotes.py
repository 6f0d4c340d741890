"""Quotations and who spoke them.

Each paragraph's quotations are masked, its sentences cut, and in each sentence every quotation is given to the
nearest fitting cue and its subject. What has no cue of its own inherits: from the quotation it was split from,
from the sentence that led up to it, from the paragraph before. What nothing settles stays unresolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .candidates import Quote
from .clauses import Attribution, find_attributions
from .fallbacks import is_term, read_lead, read_signature, read_tag, read_topic
from .linekinds import find_dateline
from .marks import Quoted, find_quoted
from .phrases import Phrase, find_head
from .sentences import split_sentences
from .tokens import Token, read_tokens
from .words import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layout import Block

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}): ")
_FRAGMENT_WORDS = 3
_ENDS = ".!?…"
_HEADLINE_WORDS = 9
_TAIL = 1500
_DOUBTFUL = 0.45
_FALLBACKS = (
    (read_tag, "tag", 0.75),
    (read_lead, "lead", 0.65),
    (read_topic, "sentence-head", 0.4),
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Span of the words that name a speaker, the rule that found them and how sure it is."""

    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class _State:
    """What later paragraphs may inherit."""

    speaker: Speaker | None = None
    subject: Speaker | None = None
    quote: int | None = None
    running: bool = False
    introduced: bool = False
    distance: int = 9
    passed: Block | None = None


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotations in the blocks, in order, speakers as mentioned (not yet resolved to names)."""
    found: list[Quote] = []
    state = _State()
    for block in blocks:
        quoted = find_quoted(text, block.start, block.end)
        titled = block.kind in {"title", "heading"}
        if titled or block.kind == "caption":
            if quoted:
                found += _Paragraph(text, block, quoted, _State(), titled=titled).read()
            continue
        found += _Paragraph(text, _past_dateline(text, block), quoted, state, titled=False).read()
    return found


def _past_dateline(text: str, block: Block) -> Block:
    line = find_dateline(text, block.start, block.end)
    return replace(block, start=line[1]) if line else block


class _Paragraph:
    """One paragraph on its way from marks to attributed quotations."""

    def __init__(self, text: str, block: Block, quoted: list[Quoted], state: _State, *, titled: bool) -> None:
        self.text, self.block, self.quoted, self.state, self.titled = text, block, quoted, state, titled
        self.base = block.start
        self.speakers: list[Speaker | None] = [None] * len(quoted)
        self.kinds: list[str] = ["direct"] * len(quoted)
        self.continues: list[int | None] = [None] * len(quoted)

    def read(self) -> list[Quote]:
        """Attribute every quotation, then leave behind what the next paragraph may inherit."""
        if not self.quoted:
            self._pass_by()
            return []
        self._recall()
        sentences = self._tokenise()
        pending: list[int] = []
        outside = any(any(t.word for t in tokens) for tokens in sentences)
        last: Speaker | None = None
        subject: Speaker | None = None
        led = False
        for tokens in sentences:
            here = [t.quote for t in tokens if t.quote >= 0]
            attributions = find_attributions(tokens, titled=self.titled)
            if here:
                labelled = self._read_labels(here)
                alone = not any(t.word for t in tokens)
                for number in here:
                    if not alone and self._is_term(tokens, number):
                        self.kinds[number] = "term"
                        continue
                    if number in labelled:
                        self.speakers[number] = last = labelled[number]
                        continue
                    speaker = None if alone else self._choose(tokens, number, attributions, last)
                    if speaker is None and alone:
                        if self.quoted[number].mark in "‘'" and not outside and self._count(number) < _HEADLINE_WORDS:
                            self.kinds[number] = "term"
                            continue
                        speaker = self._inherit(last, subject, led=led, outside=outside)
                        if speaker is None:
                            pending.append(number)
                    self.speakers[number] = speaker
                    self.kinds[number] = self._name_kind(tokens, number, alone=alone)
                    if speaker is not None and self.kinds[number] in {"direct", "mixed"}:
                        last = speaker
                        for waiting in pending:
                            self.speakers[waiting] = _weaken(speaker, "led-by-next", 0.6)
                        pending = []
            elif attributions:
                subject = self._locate(tokens, attributions[-1].subject, "reported", 0.6)
            led = bool(tokens) and tokens[-1].text == ":"
            if led or (subject is None and not here):
                head = find_head(tokens, len(tokens))
                if led and attributions:
                    subject = self._locate(tokens, attributions[-1].subject, "led-by-colon", 0.85)
                elif head and led:
                    subject = self._locate(tokens, head, "led-by-colon", 0.7)
        self._link()
        self._leave(last, subject, led=led)
        return self._build()

    def _tokenise(self) -> list[list[Token]]:
        pieces, at = [], self.base
        numbers = {}
        for number, quoted in enumerate(self.quoted):
            opening = quoted.start - (2 if quoted.mark == "``" else 1)
            pieces.append(self.text[at:opening])
            keep = quoted.end
            while keep > quoted.start and self.text[keep - 1] in _ENDS + "’'" and quoted.end - keep < 4:
                keep -= 1
            kept = self.text[keep : quoted.end] if keep > quoted.start else ""
            kept = kept if kept.strip("’'") else ""
            pieces.append(MASK * (quoted.end - len(kept) - opening) + kept)
            numbers[opening - self.base] = number
            at = quoted.end
        pieces.append(self.text[at : self.block.end])
        masked = "".join(pieces)
        return [read_tokens(masked, a, b, numbers) for a, b in split_sentences(masked)]

    def _locate(self, tokens: Sequence[Token], phrase: Phrase, rule: str, confidence: float) -> Speaker:
        start, end = self.base + tokens[phrase.first].start, self.base + tokens[phrase.last].end
        if tokens[phrase.last].text.endswith(("'s", "’s")):
            end -= 2
        return Speaker(start, end, rule, confidence)

    def _choose(
        self, tokens: Sequence[Token], number: int, attributions: list[Attribution], last: Speaker | None
    ) -> Speaker | None:
        at = next(i for i, t in enumerate(tokens) if t.quote == number)
        best: tuple[float, Attribution] | None = None
        signed = read_signature(tokens, at)
        if signed is not None:
            return self._locate(tokens, signed, "signed", 0.85)
        for attribution in attributions:
            score = _score(tokens, at, attribution)
            if best is None or score > best[0]:
                best = score, attribution
        if best is None and last is not None and sum(t.word for t in tokens[:at]) <= 2:
            return _weaken(last, "continued", 0.8)
        fragment = self._count(number) <= _FRAGMENT_WORDS
        if (best is None or best[0] < _DOUBTFUL) and not fragment:
            for read, rule, confidence in _FALLBACKS:
                phrase = read(tokens, at)
                if phrase is not None:
                    return self._locate(tokens, phrase, rule, confidence)
        if best is None:
            return None
        return self._locate(tokens, best[1].subject, best[1].rule, max(0.3, min(0.99, best[0])))

    def _read_labels(self, numbers: list[int]) -> dict[int, Speaker]:
        """Transcripts print who speaks inside the marks: "MARSH: We knew."."""
        labels = {}
        for number in numbers:
            quoted = self.quoted[number]
            match = _LABEL.match(self.text, quoted.start, quoted.end)
            if match:
                labels[number] = Speaker(match.start(1), match.end(1), "label-inside", 0.9)
        return labels

    def _count(self, number: int) -> int:
        quoted = self.quoted[number]
        return len(self.text[quoted.start : quoted.end].split())

    def _is_term(self, tokens: Sequence[Token], number: int) -> bool:
        at = next(i for i, t in enumerate(tokens) if t.quote == number)
        quoted = self.quoted[number]
        return is_term(tokens, at, self.text[quoted.start : min(quoted.end, quoted.start + 120)])

    def _inherit(self, last: Speaker | None, subject: Speaker | None, *, led: bool, outside: bool) -> Speaker | None:
        """For a quotation that stands alone: the colon before it, the quotation before it, the paragraph before."""
        if led and subject is not None:
            return subject
        if last is not None:
            return _weaken(last, "split", 0.9)
        if subject is not None:
            return _weaken(subject, "reported-before", 0.7)
        state = self.state
        if state.introduced and state.subject is not None and state.distance <= 1:
            return _weaken(state.subject, "introduced", 0.85)
        if state.running and state.speaker is not None:
            return _weaken(state.speaker, "running", 0.95)
        if outside:
            return None
        if state.speaker is not None and state.distance <= 1:
            return _weaken(state.speaker, "paragraph-before", 0.8)
        if state.subject is not None and state.distance <= 1:
            return _weaken(state.subject, "reported-before", 0.65)
        return None

    def _name_kind(self, tokens: Sequence[Token], number: int, *, alone: bool) -> str:
        quoted = self.quoted[number]
        words = self._count(number)
        at = next(i for i, t in enumerate(tokens) if t.quote == number)
        before = tokens[at - 1] if at else None
        first = self.text[quoted.start]
        if alone or before is None or before.text in {",", ":"} or before.quote >= 0:
            embedded = not alone and before is None and not first.isupper() and first != "["
        else:
            embedded = not (first.isupper() and words > _FRAGMENT_WORDS and before.low not in {"a", "the", "that"})
        if not embedded and (words > _FRAGMENT_WORDS or alone or self.text[quoted.end - 1] in ".,?!"):
            return "direct"
        if self.speakers[number] is None and words <= _FRAGMENT_WORDS:
            return "term"
        return "mixed" if words > _FRAGMENT_WORDS else "fragment"

    def _link(self) -> None:
        """Note which passages go on with an earlier one of the same speaker."""
        if self.state.running and self.quoted[0].start - self.base <= 2:
            self.continues[0] = self.state.quote
        for number in range(1, len(self.quoted)):
            speaker, before = self.speakers[number], self.speakers[number - 1]
            if speaker and before and speaker.start == before.start and self.kinds[number] == "direct":
                self.continues[number] = self.quoted[number - 1].start

    def _pass_by(self) -> None:
        """A paragraph without quotations: it may lead up to the next ("He went on:") or end the thread."""
        state = self.state
        state.distance += 1
        state.running = False
        state.passed = self.block
        state.introduced = self.text[self.block.end - 1] == ":"

    def _recall(self) -> None:
        """Read the paragraph without quotations that was passed by last, now that one follows."""
        state, text, passed = self.state, self.text, self.state.passed
        state.passed = None
        if passed is None:
            return
        state.subject = None
        spans = list(split_sentences(text, max(passed.start, passed.end - _TAIL), passed.end))
        for begin, end in reversed(spans[-2:]):
            tokens = read_tokens(text, begin, end, {})
            attributions = find_attributions(tokens)
            phrase, rule = None, "reported"
            if attributions:
                phrase = attributions[-1].subject
            elif text[end - 1] == ":":
                phrase, rule = find_head(tokens, len(tokens)), "introduced"
            if phrase:
                state.subject = Speaker(tokens[phrase.first].start, tokens[phrase.last].end, rule, 0.6)
                state.speaker, state.distance = None, 0
                return

    def _leave(self, last: Speaker | None, subject: Speaker | None, *, led: bool) -> None:
        state = self.state
        final = self.quoted[-1]
        state.running = final.open_ended
        state.quote = final.start
        state.introduced = led
        if last is not None or not state.running:
            state.speaker = last
        spoke = [s for s in self.speakers if s is not None]
        if last is None and spoke:
            state.speaker = spoke[-1]
        if led and subject:
            state.subject = subject
        else:
            state.subject = state.speaker or subject
        state.distance = 0

    def _build(self) -> list[Quote]:
        built = []
        for number, quoted in enumerate(self.quoted):
            start, end = quoted.start, quoted.end
            while start < end and self.text[start].isspace():
                start += 1
            while end > start and (self.text[end - 1].isspace() or self.text[end - 1] == ","):
                end -= 1
            if start == end:
                continue
            speaker = self.speakers[number]
            exact = self.text[start:end]
            if speaker is None:
                built.append(
                    Quote(start, end, exact, self.kinds[number], "unattributed", 0.5, continues=self.continues[number])
                )
                continue
            built.append(
                Quote(
                    start,
                    end,
                    exact,
                    self.kinds[number],
                    speaker.rule,
                    round(speaker.confidence, 2),
                    self.text[speaker.start : speaker.end],
                    speaker.start,
                    speaker.end,
                    continues=self.continues[number],
                )
            )
        return built


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


def _weaken(speaker: Speaker, rule: str, factor: float) -> Speaker:
    return Speaker(speaker.start, speaker.end, rule, speaker.confidence * factor)
