"""Who a speaker's mention stands for: a name in it, a surname, an office, "the statement", he or she.

One walk through the text keeps what a reader keeps in mind: who was named, where, in which place of the
sentence, and who spoke last. Where two people fit equally well, nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from .cues import NOUNS
from .lexicon import NOUN_KINDS
from .salience import OFFICES, Entity, Salience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .candidates import Mention, Quote

_WORD = re.compile(r"[\w’'-]+")
_PRONOUN = re.compile(r"\b(?:[Hh](?i:e|is|imself|erself)|[Ss](?i:he))\b")
_APPOSITION = re.compile(r",? (?:who|an?|the|his|her|its|former|[A-Z]\w+[’']s?|[a-z]+) [^,.;“\"]{0,90}")

_MANY = re.compile(r"(?:he|she|they|we|it|who|many|some|several|most)\b|[^’']*[a-rt-z]s$", re.IGNORECASE)
"""Speakers beside whom nobody unknown comes to mind: several, or a pronoun without name."""

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
_KINSHIP = frozenset({"mother", "father", "husband", "wife", "son", "daughter", "brother", "sister", "widow"})
"""What tells of a name only behind a comma: "Berg, wife of Holm", not "Berg and his wife"."""

_KIN = {"representative": {"congressman", "congresswoman", "lawmaker"}, "senator": {"lawmaker"}}
_SPEAKING = OFFICES | NOUNS
_THINGS = NOUNS | NOUN_KINDS["organisation"] | NOUN_KINDS["place"] | {"past"}


_PAPER = 240
_IN_PAPER = re.compile(
    r"\b(?:in|on|to|with|by)\s(?:an?|his|her|its|their|the)\s(?:[\w-]+\s){0,3}?"
    r"(statement|tweet|letter|memo|message|email|post|speech|report|article|interview|column)\b"
)
_MEMORY = 1800
"""How long (code points) it is remembered who issued a statement."""

_REACH = 1300
"""How far back (code points) a pronoun or an office may find its name."""


def resolve(text: str, quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """Return the quotes with `speaker_id` where it is certain enough; the rest unresolved."""
    return _Reader(text, mentions, quotes).resolve(quotes)


class _Reader:
    def __init__(self, text: str, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.entities: dict[str, Entity] = {}
        self.salience = Salience(text, mentions, quotes, self.entities, self._find_office)
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
                self.salience.spoken[name] = quote.start
                self._note_paper(quote, name)
                entity = self.entities[name]
                resolved.append(quote._replace(speaker_id=entity.id or entity.name))
            else:
                resolved.append(quote)
                self._note_unnamed(quote.start, quote.speaker)
        return resolved

    def _note_unnamed(self, at: int, speaker: str) -> None:
        """Remember that somebody spoke of whom the text tells no name."""
        words = [word.lower() for word in _WORD.findall(speaker)]
        sex = next((_SEX[word] for word in words if word in _SEX), None)
        things = words[-1] in _THINGS and OFFICES.isdisjoint(words)
        if not (_MANY.match(speaker) or things or speaker.isupper()):
            self.salience.unnamed = at, sex

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
            entity = Entity(mention.name, mention.kind, mention.id, mention.pronoun, set())
            self.entities[mention.name] = entity
        if entity.kind == "unknown":
            entity.kind = mention.kind
        entity.pronoun = entity.pronoun or mention.pronoun
        roles = {_SHORT_ROLES.get(role, role) for role in mention.roles} if mention.roles else set()
        if mention.kind in {"person", "unknown"}:
            apposition = _APPOSITION.match(self.text, mention.end, mention.end + 130)
            if apposition:
                words = apposition.group().lower()
                plain = words.replace(" ", "").isalpha()
                told = OFFICES.intersection(words.split() if plain else _WORD.findall(words))
                roles |= told if words[0] == "," else told - _KINSHIP
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
            return self.salience.find(start, "she" if words[0] in {"she", "her"} else "he")
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
            joined = best is not None and self.text[best.end : mention.start].replace(" ", "").isalpha()
            if best is None or (mention.kind == "person" and (joined or best.kind != "person")):
                best = mention
        return best.name if best else None

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
