"""The thread of talk from paragraph to paragraph: what a quotation that stands alone inherits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clauses import find_attributions
from .phrases import find_head
from .sentences import split_sentences
from .speakers import Speaker, locate
from .tokens import read_tokens

if TYPE_CHECKING:
    from .layout import Block

_TAIL = 1500
"""How much of a paragraph's end (code points) is read for who spoke in it."""


@dataclass(slots=True)
class Thread:
    """Who spoke last and how: `speaker` was quoted, `subject` reported; `running` without closing mark."""

    speaker: Speaker | None = None
    subject: Speaker | None = None
    quote: int | None = None
    running: bool = False
    introduced: bool = False
    distance: int = 9
    passed: Block | None = None

    def pass_by(self, text: str, block: Block) -> None:
        """Note a paragraph without quotations: it may lead up to the next ("He went on:") or end the thread."""
        self.distance += 1
        self.running = False
        self.passed = block
        self.introduced = text[block.end - 1] == ":"

    def recall(self, text: str) -> None:
        """Read the paragraph passed by last, now that one with quotations follows."""
        passed, self.passed = self.passed, None
        if passed is None:
            return
        self.subject = None
        spans = list(split_sentences(text, max(passed.start, passed.end - _TAIL), passed.end))
        for begin, end in reversed(spans[-2:]):
            tokens = read_tokens(text, begin, end, {})
            attributions = find_attributions(tokens)
            phrase = None
            if attributions:
                phrase = attributions[-1].subject
            elif text[end - 1] == ":":
                phrase = find_head(tokens, len(tokens))
            if phrase:
                self.subject = locate(tokens, phrase, 0, "introduced", 0.6)
                self.speaker, self.distance = None, 0
                return

    def inherit(self, *, alone: bool) -> Speaker | None:
        """Return the speaker for a quotation without any words of its own; `alone`: the paragraph is nothing else."""
        near = self.distance <= 1
        if self.introduced and self.subject is not None and near:
            return self.subject.weaken("introduced", 0.85)
        if self.running and self.speaker is not None:
            return self.speaker.weaken("running", 0.95)
        if not alone or not near:
            return None
        return self.speaker.weaken("paragraph-before", 0.8) if self.speaker is not None else None

    def leave(self, last: Speaker | None, subject: Speaker | None, quote: int, *, running: bool, led: bool) -> None:
        """Note at a paragraph's end who spoke last in it, and whether it leads on."""
        if last is not None or not running:
            self.speaker = last
        self.subject = subject if led and subject else self.speaker or subject
        self.running, self.introduced, self.quote, self.distance = running, led, quote, 0
