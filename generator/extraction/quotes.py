"""Quotations and who spoke them.

Each paragraph's quotations are masked, its sentences cut, and in each sentence every quotation is given to the
nearest fitting cue and its subject. What has no cue of its own inherits: from the quotation it was split from,
from the sentence that led up to it, from the paragraph before. What nothing settles stays unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .candidates import Quote
from .clauses import Attribution, find_attributions
from .fallbacks import is_term
from .linekinds import find_dateline
from .marks import Quoted, find_quoted
from .phrases import find_head
from .sentences import split_sentences
from .speakers import Speaker, choose_speaker, locate, read_label
from .threads import Thread
from .tokens import Token, read_tokens
from .words import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .layout import Block
    from .rules import QuoteRule

_FRAGMENT_WORDS = 3
_HEADLINE_WORDS = 9
_MOST_TOKENS = 300
"""A sentence of more words and marks is read in pieces, so that time stays in proportion to its length."""

_ENDS = ".!?…"


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotations in the blocks, in order, speakers as mentioned (not yet resolved to names)."""
    found: list[Quote] = []
    thread = Thread()
    for block in blocks:
        quoted = find_quoted(text, block.start, block.end)
        apart = block.kind in {"title", "heading", "caption"}
        if quoted:
            paragraph = _Paragraph(text, _past_dateline(text, block), quoted, Thread() if apart else thread)
            found += paragraph.read()
        elif not apart:
            thread.pass_by(text, block)
    return found


def _past_dateline(text: str, block: Block) -> Block:
    line = find_dateline(text, block.start, block.end)
    return block._replace(start=line[1]) if line else block


class _Paragraph:
    """One paragraph on its way from marks to attributed quotations."""

    def __init__(self, text: str, block: Block, quoted: list[Quoted], thread: Thread) -> None:
        self.text, self.block, self.quoted, self.thread = text, block, quoted, thread
        self.base = block.start
        self.titled = block.kind in {"title", "heading"}
        self.speakers: list[Speaker | None] = [None] * len(quoted)
        self.kinds: list[str] = ["direct"] * len(quoted)
        self.alone = False
        self.last: Speaker | None = None
        self.subject: Speaker | None = None
        self.led = False
        self.passed: list[tuple[str, int, int]] = []
        self.pending: list[int] = []

    def read(self) -> list[Quote]:
        """Attribute every quotation, then leave behind what the next paragraph may inherit."""
        self.thread.recall(self.text)
        masked, numbers = self._mask()
        self.alone = not any(char.isalnum() for char in masked)
        for start, end in split_sentences(masked):
            if MASK in masked[start:end]:
                tokens = read_tokens(masked, start, end, numbers)
                for first in range(0, len(tokens), _MOST_TOKENS):
                    self._read_sentence(tokens[first : first + _MOST_TOKENS])
            else:
                self.passed.append((masked, start, end))
                self.led = masked[end - 1] == ":"
        final, running = self.quoted[-1], self.thread.running
        continues = self.thread.quote if running and self.quoted[0].start - self.base <= 2 else None
        last = self.last or next((s for s in reversed(self.speakers) if s is not None), None)
        subject = self._recall() if last is None or self.led else None
        self.thread.leave(last, subject, final.start, running=final.open_ended, led=self.led)
        return list(self._build(continues))

    def _read_sentence(self, tokens: list[Token]) -> None:
        attributions = find_attributions(tokens, titled=self.titled)
        places = [at for at, token in enumerate(tokens) if token.quote >= 0]
        bare = not any(token.word for token in tokens)
        for at in places:
            self._read_quotation(tokens, at, attributions, bare=bare)
        self.led = bool(tokens) and tokens[-1].text == ":"
        if not self.led:
            return
        subject = self._read_lead(tokens, attributions)
        if subject is not None:
            self.subject, self.passed = subject, []

    def _read_lead(self, tokens: list[Token], attributions: list[Attribution]) -> Speaker | None:
        """Whom a sentence that ends in a colon leads to."""
        if attributions:
            return self._locate(tokens, attributions[-1], "introduced", 0.85)
        head = find_head(tokens, len(tokens))
        return locate(tokens, head, self.base, "introduced", 0.7) if head else None

    def _recall(self) -> Speaker | None:
        """Who the last sentences without quotation reported or led to; read only once somebody asks."""
        passed, self.passed = self.passed, []
        for masked, start, end in reversed(passed):
            tokens = read_tokens(masked, start, end, {})[-_MOST_TOKENS:]
            attributions = find_attributions(tokens, titled=self.titled)
            subject = None
            if masked[end - 1] == ":":
                subject = self._read_lead(tokens, attributions)
            elif attributions:
                subject = self._locate(tokens, attributions[-1], "reported-before", 0.6)
            if subject is not None:
                self.subject = subject
                break
        return self.subject

    def _read_quotation(self, tokens: list[Token], at: int, attributions: list[Attribution], *, bare: bool) -> None:
        number = tokens[at].quote
        quoted = self.quoted[number]
        label = read_label(self.text, quoted.start, quoted.end)
        if self._is_term(tokens, at, bare=bare):
            self.kinds[number] = "term"
            return
        if label is not None:
            self.speakers[number] = self.last = label
            return
        speaker = self._inherit() if bare else self._choose(tokens, at, attributions)
        self.speakers[number] = speaker
        self.kinds[number] = self._name_kind(tokens, at, bare=bare)
        if speaker is None and bare:
            self.pending.append(number)
        elif speaker is not None and self.kinds[number] in {"direct", "mixed"}:
            self.last = speaker
            for waiting in self.pending:
                self.speakers[waiting] = speaker.weaken("led-by-next", 0.6)
            self.pending = []

    def _mask(self) -> tuple[str, dict[int, int]]:
        """The text with each quotation masked, and where which one starts; a closing full stop stays to end it."""
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
        return "".join(pieces), numbers

    def _locate(self, tokens: Sequence[Token], attribution: Attribution, rule: QuoteRule, confidence: float) -> Speaker:
        return locate(tokens, attribution.subject, self.base, rule, confidence)

    def _choose(self, tokens: list[Token], at: int, attributions: list[Attribution]) -> Speaker | None:
        if not attributions and self.last is not None and sum(t.word for t in tokens[:at]) <= 2:
            return self.last.weaken("continued", 0.8)
        short = self._count(tokens[at].quote) <= _FRAGMENT_WORDS
        return choose_speaker(tokens, at, attributions, self.base, short=short)

    def _inherit(self) -> Speaker | None:
        """For a quotation that stands alone: the quotation before it, the sentence before it, the paragraph before."""
        if self.last is not None:
            return self.last.weaken("split", 0.9)
        subject = self._recall()
        if subject is not None:
            return subject.weaken("reported-before", 0.7)
        return self.thread.inherit(alone=self.alone)

    def _count(self, number: int) -> int:
        quoted = self.quoted[number]
        return len(self.text[quoted.start : quoted.end].split())

    def _is_term(self, tokens: Sequence[Token], at: int, *, bare: bool) -> bool:
        quoted = self.quoted[tokens[at].quote]
        if bare:
            return quoted.mark in "‘'" and self.alone and self._count(tokens[at].quote) < _HEADLINE_WORDS
        return is_term(tokens, at, self.text[quoted.start : min(quoted.end, quoted.start + 120)])

    def _name_kind(self, tokens: Sequence[Token], at: int, *, bare: bool) -> str:
        number = tokens[at].quote
        quoted, words = self.quoted[number], self._count(number)
        before = tokens[at - 1] if at else None
        first = self.text[quoted.start]
        if bare:
            return "direct"
        if before is None:
            embedded = not first.isupper() and first != "["
        elif before.text in {",", ":"} or before.quote >= 0:
            embedded = False
        else:
            embedded = not first.isupper() or words <= _FRAGMENT_WORDS or before.low in {"a", "the", "that"}
        if not embedded and (words > _FRAGMENT_WORDS or self.text[quoted.end - 1] in ".,?!"):
            return "direct"
        if words > _FRAGMENT_WORDS:
            return "mixed"
        return "fragment" if self.speakers[number] else "term"

    def _build(self, continues: int | None) -> Iterator[Quote]:
        for number, quoted in enumerate(self.quoted):
            speaker, before = self.speakers[number], self.speakers[number - 1] if number else None
            if number and speaker and before and speaker.start == before.start and self.kinds[number] == "direct":
                continues = self.quoted[number - 1].start
            quote = _make(self.text, quoted, self.kinds[number], speaker, continues)
            if quote is not None:
                yield quote
            continues = None


def _make(text: str, quoted: Quoted, kind: str, speaker: Speaker | None, continues: int | None) -> Quote | None:
    """The candidate, without white space around the words nor a comma after them."""
    start, end = quoted.start, quoted.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if start == end:
        return None
    if speaker is None:
        return Quote(start, end, text[start:end], kind, "unattributed", 0.5, continues=continues)
    rule, confidence = speaker.rule, round(speaker.confidence, 2)
    words = text[speaker.start : speaker.end]
    exact = text[start:end]
    return Quote(start, end, exact, kind, rule, confidence, words, speaker.start, speaker.end, continues=continues)
