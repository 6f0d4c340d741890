"""Who a speaker's mention stands for: a name in it, a surname, an office, "the statement", he or she.

One walk through the text keeps what a reader keeps in mind: who was named, where, in which place of the
sentence, and who spoke last. Where two people fit equally well, nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cues import NOUNS, STRONG_FORMS
from .grammar import PREPOSITIONS
from .lexicon import NOUN_KINDS, ROLES
from .sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .candidates import Mention, Quote

_WORD = re.compile(r"[\w’'-]+")
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_APPOSITION = re.compile(r",? (?:who|an?|the|his|her|its|former|[A-Z]\w+[’']s?|[a-z]+) [^,.;“\"]{0,90}")
_SAYS = re.compile(
    r"(?:,[^,.;“\"]{1,90},)?[ \u00a0](?:\w+ly[ \u00a0]|also |has |had |later |then |himself |herself )?([a-z]+)\b"
)
_SAID = re.compile(r"[,”\"] ?([a-z]+) (?:(?:[A-Z][\w.’'-]*|[a-z-]+) ){0,4}$")
_SEX = {
    "spokesman": "he",
    "spokeswoman": "she",
    "chairman": "he",
    "chairwoman": "she",
    "congressman": "he",
    "congresswoman": "she",
    "businessman": "he",
    "king": "he",
    "queen": "she",
    "prince": "he",
    "princess": "she",
    "actor": "he",
    "actress": "she",
    "mother": "she",
    "father": "he",
    "husband": "he",
    "wife": "she",
    "son": "he",
    "daughter": "she",
    "brother": "he",
    "sister": "she",
    "widow": "she",
    "man": "he",
    "woman": "she",
}
_SHORT_ROLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
}
_KIN = {"representative": {"congressman", "congresswoman", "lawmaker"}, "senator": {"lawmaker"}}
_PEOPLE = ROLES | NOUN_KINDS["person"]
_SPEAKING = _PEOPLE | NOUNS
_GOVERNORS = PREPOSITIONS | {"than", "and", "or", "s", "’s"}
_DECAY = 0.72
"""How much a sentence's distance weakens a name."""

_SPOKE = 2.0
"""Weight of one who was just quoted, against 1 for a bare mention in the same sentence."""

_CLOSE = 0.93
"""Second best over best from which two names fit equally well."""

_FAINT = 0.2
_MOST_SPEAKERS = 12
_PAPER = 240
_IN_PAPER = re.compile(
    r"\b(?:in|on|to|with|by)\s(?:an?|his|her|its|their|the)\s(?:[\w-]+\s){0,3}?"
    r"(statement|tweet|letter|memo|message|email|post|speech|report|article|interview|column)\b"
)
_MEMORY = 1800
"""How long (code points) it is remembered who issued a statement."""

_REACH = 1300
"""How far back (code points) a pronoun or an office may find its name."""


@dataclass(slots=True)
class _Entity:
    """What the text told so far of one name."""

    name: str
    kind: str
    id: str | None
    pronoun: str | None
    roles: set[str]


def resolve(text: str, quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """Return the quotes with `speaker_id` where it is certain enough; the rest unresolved."""
    return _Reader(text, mentions, quotes).resolve(quotes)


class _Reader:
    def __init__(self, text: str, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self.quoted = [(quote.start, quote.end) for quote in quotes]
        self.text = text
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.entities: dict[str, _Entity] = {}
        self.spoken: dict[str, int] = {}
        self.issued: dict[str, tuple[str | None, int]] = {}
        for mention in mentions:
            self._learn(mention)
        self._learn_pronouns()

    def resolve(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Resolve in text order, each answer helping the next."""
        resolved: list[Quote] = []
        answers: dict[int, str | None] = {}
        for quote in quotes:
            if quote.speaker is None or quote.speaker_start is None or quote.speaker_end is None:
                resolved.append(quote)
                continue
            if quote.speaker_start not in answers:
                answers[quote.speaker_start] = self._find(quote.speaker_start, quote.speaker_end)
            name = answers[quote.speaker_start]
            if name is not None:
                self.spoken[name] = quote.start
                self._note_paper(quote, name)
                entity = self.entities[name]
                resolved.append(quote._replace(speaker_id=entity.id or entity.name))
            else:
                resolved.append(quote)
        return resolved

    def _note_paper(self, quote: Quote, name: str) -> None:
        """Remember what the words were in: "said in a statement", so that "the statement" has its author."""
        stop = self.text.find("\n", quote.end, quote.end + _PAPER)
        after = self.text[quote.end : stop if stop >= 0 else quote.end + _PAPER]
        before = self.text[max(0, quote.start - _PAPER // 2) : quote.start]
        for match in _IN_PAPER.finditer(before + " " + after):
            self.issued[match.group(1).lower()] = name, quote.start

    def _learn(self, mention: Mention) -> None:
        entity = self.entities.get(mention.name)
        if entity is None:
            entity = _Entity(mention.name, mention.kind, mention.id, mention.pronoun, set())
            self.entities[mention.name] = entity
        if entity.kind == "unknown":
            entity.kind = mention.kind
        entity.pronoun = entity.pronoun or mention.pronoun
        roles = {_SHORT_ROLES.get(role, role) for role in mention.roles} if mention.roles else set()
        if mention.kind in {"person", "unknown"}:
            apposition = _APPOSITION.match(self.text, mention.end, mention.end + 130)
            if apposition:
                words = {word.lower() for word in _WORD.findall(apposition.group())}
                roles |= words & _PEOPLE
        if not roles:
            return
        for role in tuple(roles):
            roles |= _KIN.get(role, set())
        entity.roles |= roles
        if entity.pronoun is None:
            entity.pronoun = next((_SEX[role] for role in sorted(roles) if role in _SEX), None)

    def _learn_pronouns(self) -> None:
        """A person nothing else tells of is he or she as the pronouns right after the name are."""
        votes: dict[str, Counter[str]] = {}
        for index, mention in enumerate(self.mentions):
            entity = self.entities[mention.name]
            if entity.pronoun is not None or entity.kind not in {"person", "unknown"}:
                continue
            limit = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            match = _PRONOUN.search(self.text, mention.end, min(limit, mention.end + 200))
            if match:
                she = match.group().lower().startswith(("she", "her"))
                votes.setdefault(mention.name, Counter())["she" if she else "he"] += 1
        for name, count in votes.items():
            (best, most), *rest = count.most_common(2)
            if most > 2 * (rest[0][1] if rest else 0):
                self.entities[name].pronoun = best

    def _find(self, start: int, end: int) -> str | None:
        words = [match.group().lower() for match in _WORD.finditer(self.text, start, end)]
        if not words:
            return None
        if words[0] in {"he", "she", "his", "her"} and len(words) == 1:
            return self._find_pronoun(start, "she" if words[0] in {"she", "her"} else "he")
        inside = self._find_inside(start, end)
        if inside is not None:
            return inside
        if len(words) > 6 or words[0] in {"they", "we", "i", "it", "you", "who", "a", "an", "another", "one"}:
            return None
        return self._find_office(start, words)

    def _find_inside(self, start: int, end: int) -> str | None:
        """The name that the words are, not one that only belongs to them ("Berg's aide", "mayor of Berghaven")."""
        index = bisect_left(self.starts, start)
        best: Mention | None = None
        while index < len(self.mentions) and self.mentions[index].start < end:
            mention = self.mentions[index]
            index += 1
            after = self.text[mention.end : mention.end + 2]
            if after[:1] in {"'", "’"} and mention.end + 2 < end:
                continue
            before = self.text[max(start, mention.start - 5) : mention.start].split()
            if before and before[-1] in {"of", "for", "at", "from", "in", "with", "to"}:
                continue
            rest = _WORD.findall(self.text[mention.end : end])
            if rest and mention.kind != "person" and rest[0].lower() not in {"of", "and", "in", "for"}:
                continue
            if best is None or (mention.kind == "person" and best.kind != "person"):
                best = mention
        return best.name if best else None

    def _find_pronoun(self, at: int, pronoun: str) -> str | None:
        """The person of that pronoun whom the sentences before have in mind: their subjects, the last to speak."""
        begin = max(0, at - _REACH)
        bounds = [start for start, _ in split_sentences(self.text, begin, at)]
        scores: dict[str, float] = {}
        heads: set[int] = set()
        for mention in self.mentions[bisect_left(self.starts, begin) : bisect_left(self.starts, at)]:
            entity = self.entities[mention.name]
            if entity.kind != "person" or self._is_quoted(mention.start):
                continue
            sentence = bisect_right(bounds, mention.start)
            weight = _DECAY ** (len(bounds) - sentence) * self._weigh(mention, heads, sentence)
            if entity.pronoun in {pronoun, None}:
                weight *= 1.0 if entity.pronoun else 0.8
                scores[mention.name] = max(scores.get(mention.name, 0.0), weight) + 0.05 * weight
        self._forget(begin)
        for name, when in self.spoken.items():
            entity = self.entities[name]
            if entity.pronoun in {pronoun, None} and entity.kind == "person" and when < at:
                decay: float = _DECAY ** (len(bounds) - bisect_right(bounds, when))
                scores[name] = max(scores.get(name, 0.0), _SPOKE * decay) + 0.1 * decay
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _FAINT or (len(ranked) > 1 and ranked[1][1] > _CLOSE * ranked[0][1]):
            return None
        return ranked[0][0]

    def _weigh(self, mention: Mention, heads: set[int], sentence: int) -> float:
        """Weight of a mention by its place in the sentence; `heads`: sentences that have a subject already."""
        if self._depends(mention):
            return 0.6
        first = sentence not in heads
        heads.add(sentence)
        if self._speaks(mention):
            return 2.1
        return 1.6 if first else 1.0

    def _forget(self, begin: int) -> None:
        """Drop speakers out of reach, so that the list stays short in a long text."""
        if len(self.spoken) > _MOST_SPEAKERS:
            self.spoken = {name: when for name, when in self.spoken.items() if when >= begin}

    def _is_quoted(self, at: int) -> bool:
        index = bisect_right(self.quoted, (at, 1 << 60)) - 1
        return index >= 0 and self.quoted[index][1] > at

    def _speaks(self, mention: Mention) -> bool:
        """Does a verb of saying have the name as its subject: "Berg, the mayor, said", "said Berg"?"""
        after = _SAYS.match(self.text, mention.end, mention.end + 150)
        if after and after.group(1) in STRONG_FORMS:
            return True
        before = _SAID.search(self.text, max(0, mention.start - 70), mention.start)
        return bool(before) and before is not None and before.group(1) in STRONG_FORMS

    def _depends(self, mention: Mention) -> bool:
        """Is the name a possessor or the object of a preposition, not a subject?"""
        if self.text[mention.end : mention.end + 1] in {"'", "’"}:
            return True
        before = self.text[max(0, mention.start - 24) : mention.start].split()
        while before and (before[-1].rstrip(".").lower() in ROLES or before[-1][0].isupper()):
            before.pop()
        return bool(before) and before[-1].lower() in _GOVERNORS

    def _find_office(self, start: int, words: list[str]) -> str | None:
        """ "The spokesperson", "the senator": the latest person with that office; "the statement": who spoke last."""
        noun = (
            words[-1] if words[-1] in _SPEAKING else next((word for word in reversed(words) if word in _SPEAKING), None)
        )
        if noun is None:
            return None
        if noun in NOUNS:
            name, when = self.issued.get(noun, (None, 0))
            return name if words == ["the", noun] and start - when < _MEMORY else None
        alike = {"spokesperson": {"spokesman", "spokeswoman", "spokesperson"}}.get(noun, {noun})
        index = bisect_left(self.starts, start) - 1
        while index >= 0 and self.starts[index] >= start - _REACH * 3:
            mention = self.mentions[index]
            index -= 1
            if self.entities[mention.name].roles & alike and mention.kind in {"person", "unknown"}:
                return mention.name
        return None
