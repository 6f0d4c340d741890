"""Whom the reader has in mind: the persons of the sentences before, weighed by place, distance and speech.

Subjects weigh more than objects, speakers more than subjects; a sentence that opens with the pronoun itself carries
its person on. One named by an office only, or a speaker nobody knows, may outweigh all others: then nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cues import STRONG_FORMS, WEAK_FORMS
from .grammar import PREPOSITIONS
from .lexicon import NOUN_KINDS, ROLES
from .sentences import TITLES, split_sentences
from .words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .candidates import Mention, Quote

OFFICES = ROLES | NOUN_KINDS["person"]
_ADVERB = r"(?:\w+ly[ \u00a0]|also |has |had |later |then |himself |herself )?([a-z]+)\b"
_SAYS = re.compile(rf",?[ \u00a0]{_ADVERB}")
_SAYS_PAST = re.compile(rf",[^,.;“\"]{{1,90}}(?:,[^,.;“\"]{{1,20}})?,[ \u00a0]{_ADVERB}")
"""A verb behind a name, or past what is inserted: "Berg, the mayor, said"."""

_SAID = re.compile(r"[,”\"] ?([a-z]+) (?:(?:[A-Z][\w.’'-]*|[a-z-]+) ){0,4}$")
_STOPS = re.compile(r"[,.;:\n”\"]|[ \u00a0](?:in|on|at|of|who|during|after|before|to|from|with|as|when|while)\b")
_OFFICE = re.compile(
    r"(?:[A-Z](?:[^.,;“\"]|(?<=\b[A-Z])\.){3,120}, )?[Tt]he (?:[a-z]+ )?([a-z]+) (?=[a-z]+(?:ed|s|d|t|w)\b)"
)
_OPENS = re.compile(
    r"(?:(?:But|And|Then|Still|Later|Also|Now|(?:In|On|At|After) [^,.“\"]{1,60}),? )?(he|she)\b", re.IGNORECASE
)
_ARTICLED = re.compile(r"(?:^|\s)The $")
"""Before a name that only tells of a sentence's subject: "The Berg team"."""

_MODIFIES = re.compile(r" (?:[a-z]+ )?([a-z]+) (?=[A-Z])")
"""Behind a name that only tells whose office somebody else has: "Berg spokeswoman Kari Holm"."""

_ASKED_WHOM = re.compile(r"[^,”\"] (?:asked|pressed) (?:[A-Z][\w.]* |[a-z]+ ){0,1}$")
"""Before the name of one who was asked, and so speaks next: "Berg asked Holm whether"."""

_OBJECT = re.compile(r" [A-Z]")
_LED = re.compile(r":\s*[“\"]")
_CLAUSE = re.compile(
    r"(?:(?!\b(?:after|before|when|while|as|because|since|until|although|though|if|which|who|where|but)\b)[^,.;:“”\"\n–—]){0,90}"
)
_RELATIVE = re.compile(r",? (?:whom?|which|that) $")
_CARRIED = 0.9
"""How much a sentence about the same he or she weakens a name; others weaken it by `_DECAY`."""
_EMBEDDED = re.compile(r"(?:\b(?:that|if|whether|how|saying)|[^,”\"’'] (?:said|says|say))[ ](?:[A-Z][\w.]*[ ])?$")
_SAID_OF = re.compile(r"\b(?:said|says|say) (?:[A-Z][\w.]* )?$")
_FRONTED = read_words("when after before as while although though because since if in during")
_ASKED = read_words("asked pressed questioned told speaking talking")
_JOINING = read_words(
    "when while as because that before after although though since where and but which what if how why"
)
_GOVERNORS = PREPOSITIONS | {"than", "and", "or", "s", "’s"}
_DECAY = 0.72
"""How much a sentence's distance weakens a name."""
_SPOKE = 2.0
"""Weight of one who was just quoted, against 1 for a bare mention in the same sentence."""
_SPEAKS = 2.1
_HEAD = 1.6
"""Weight of a sentence's first name that is its subject."""
_JOINED, _APART = 1.5, 0.4
_UNTOLD, _DOUBTFUL = 0.8, 0.6
"""Factors for a name of which nothing tells he or she, and for one that may be no person's."""
_CLOSE = 0.93
"""Second best over best from which two names fit equally well."""
_FAINT = 0.42
_MOST_WORDS = 2
_MOST_SPEAKERS = 12
_REACH = 1300
"""How far back (code points) a pronoun may find its name."""

Scores = dict[str, float]
"""Name → weight; the empty name stands for somebody unknown."""


@dataclass(slots=True)
class Entity:
    """What the text told so far of one name."""

    name: str
    kind: str
    id: str | None
    pronoun: str | None
    roles: set[str]


def _measure(carried: Sequence[bool]) -> list[float]:
    """Weight of each sentence (counted from 1) by its distance from the last; `carried`: those that open with he."""
    weights, weight = [1.0] * (len(carried) + 1), 1.0
    for sentence in range(len(carried) - 1, -1, -1):
        weights[sentence] = weight = weight * (
            _CARRIED if carried[sentence] and sentence + 1 < len(carried) else _DECAY
        )
    return weights


def _may_be_person(entity: Entity) -> bool:
    """A person, or a name of two or three words that nothing tells to be anything else."""
    return entity.kind == "person" or (entity.kind == "unknown" and 1 <= entity.name.count(" ") <= _MOST_WORDS)


def _is_short(word: str) -> bool:
    """Is it a title or an initial, whose full stop ends no sentence?"""
    bare = word.rstrip(".").lower()
    return word.endswith(".") and (bare in TITLES or bare in ROLES or len(bare) == 1)


class Salience:
    """The names of a text and their weights at any place."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        quotes: Sequence[Quote],
        entities: dict[str, Entity],
        find_office: Callable[[int, list[str]], str | None],
    ) -> None:
        self.text, self.mentions, self.entities, self.find_office = text, mentions, entities, find_office
        self.starts = [mention.start for mention in mentions]
        self.quoted = [(quote.start, quote.end) for quote in quotes]
        self.places: dict[int, str] = {}
        self.spoken: dict[str, int] = {}
        self.unnamed: tuple[int, str | None] = -1, None

    def find(self, at: int, pronoun: str) -> str | None:
        """The person of that pronoun whom the sentences before have in mind, None where two fit equally well."""
        begin = max(0, at - _REACH)
        bounds = [start for start, _ in split_sentences(self.text, begin, at) if not self._is_quoted(start)]
        opened = [_OPENS.match(self.text, start, at) for start in bounds]
        far = _measure([match is not None and match.group(1).lower() == pronoun for match in opened])
        scores: Scores = {}
        for sentence, name in self._find_offices(bounds, at):
            if name is None or self.entities[name].pronoun in {pronoun, None}:
                scores[name or ""] = max(scores.get(name or "", 0.0), _HEAD * far[sentence])
        heads = {sentence for sentence, match in enumerate(opened, start=1) if match}
        self._add_named(scores, (begin, at), pronoun, bounds, far, heads)
        self._add_spoken(scores, (begin, at), pronoun, bounds, far)
        for name in self._find_barred(at):
            scores.pop(name, None)
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _FAINT or (len(ranked) > 1 and ranked[1][1] > _CLOSE * ranked[0][1]):
            return None
        return ranked[0][0] or None

    def _find_barred(self, at: int) -> Iterator[str]:
        """Names the pronoun cannot stand for: objects in its own clause ("he told Berg"), and "Berg, whom he met"."""
        clause = _CLAUSE.match(self.text, at)
        end = clause.end() if clause else at
        for mention in self.mentions[bisect_left(self.starts, at) : bisect_left(self.starts, end)]:
            yield mention.name
        relative = _RELATIVE.search(self.text, max(0, at - 12), at)
        if relative is not None:
            index = bisect_left(self.starts, at) - 1
            if index >= 0 and self.mentions[index].end == relative.start():
                yield self.mentions[index].name

    def _add_named(
        self,
        scores: Scores,
        reach: tuple[int, int],
        pronoun: str,
        bounds: Sequence[int],
        far: Sequence[float],
        heads: set[int],
    ) -> None:
        """Weigh the persons named; `heads`: sentences that have a subject already."""
        begin, at = reach
        inside = self._weigh_sentence(bounds[-1], at) if bounds else 1.0
        for mention in self.mentions[bisect_left(self.starts, begin) : bisect_left(self.starts, at)]:
            entity = self.entities[mention.name]
            if self._is_quoted(mention.start) or not _may_be_person(entity):
                continue
            sentence = bisect_right(bounds, mention.start)
            weight = self._weigh(mention, heads, sentence)
            if sentence == len(bounds) and (inside > 1 or weight < _SPEAKS):
                weight = max(weight, 1.0) * inside
            weight *= far[sentence]
            if entity.pronoun in {pronoun, None}:
                weight *= 1.0 if entity.pronoun else _UNTOLD
                if entity.kind != "person" or not (entity.pronoun or entity.roles or " " in entity.name):
                    weight *= _DOUBTFUL
                scores[mention.name] = max(scores.get(mention.name, 0.0), weight) + 0.05 * weight

    def _add_spoken(
        self, scores: Scores, reach: tuple[int, int], pronoun: str, bounds: Sequence[int], far: Sequence[float]
    ) -> None:
        """Weigh those who were quoted, known or unknown."""
        begin, at = reach
        if len(self.spoken) > _MOST_SPEAKERS:
            self.spoken = {name: when for name, when in self.spoken.items() if when >= begin}
        for name, when in self.spoken.items():
            entity = self.entities[name]
            if entity.pronoun in {pronoun, None} and _may_be_person(entity) and when < at:
                weight = far[bisect_right(bounds, when)]
                scores[name] = max(scores.get(name, 0.0), _SPOKE * weight) + 0.1 * weight
        when, sex = self.unnamed
        if begin < when < at and sex in {pronoun, None}:
            scores[""] = max(scores.get("", 0.0), _SPOKE * far[bisect_right(bounds, when)])

    def _weigh_sentence(self, start: int, at: int) -> float:
        """How much the names count that stand before the pronoun in its own sentence.

        "When Berg arrived, he said …" is Berg, "Berg has no plans, he said" is most likely not.
        """
        before = self.text[start:at].rstrip(" \u00a0")
        if _LED.search(before):
            return _JOINED
        words = before.split()
        if words and words[0].lower() in _ASKED:
            return _APART
        if not words or words[-1].lower() in _JOINING or words[0].lower() in _FRONTED:
            return _JOINED
        return _APART if before[-1] in ",”\"’'" else 1.0

    def _find_offices(self, bounds: Sequence[int], at: int) -> Iterator[tuple[int, str | None]]:
        """Sentences that have an office for subject ("The senator left"), with who that is, None where unknown."""
        for sentence, start in enumerate(bounds, start=1):
            match = _OFFICE.match(self.text, start, at)
            if match and match.group(1).lower() in OFFICES and not self._is_quoted(start):
                yield sentence, self.find_office(start, ["the", match.group(1).lower()])

    def _weigh(self, mention: Mention, heads: set[int], sentence: int) -> float:
        """Weight of a mention by its place in the sentence; `heads`: sentences that have a subject already."""
        place = self.places.get(mention.start)
        if place is None:
            place = "depends" if self._depends(mention) else "speaks" if self._speaks(mention) else "named"
            self.places[mention.start] = place
        if place == "depends":
            if _ARTICLED.search(self.text, max(0, mention.start - 6), mention.start):
                heads.add(sentence)
            return 0.6
        first = sentence not in heads
        heads.add(sentence)
        if place == "speaks":
            return _SPEAKS
        return _HEAD if first else 1.0

    def _is_quoted(self, at: int) -> bool:
        index = bisect_right(self.quoted, (at, 1 << 60)) - 1
        return index >= 0 and self.quoted[index][1] > at

    def _speaks(self, mention: Mention) -> bool:
        """Does a verb of saying have the name as its subject: "Berg, the mayor, said", "said Berg"?"""
        if _ASKED_WHOM.search(self.text, max(0, mention.start - 24), mention.start):
            return True
        if _EMBEDDED.search(self.text, max(0, mention.start - 24), mention.start):
            return False
        if not _SAID_OF.search(self.text, max(0, mention.start - 12), mention.start):
            for pattern in (_SAYS, _SAYS_PAST):
                after = pattern.match(self.text, mention.end, mention.end + 190)
                if after and self._is_saying(after.group(1), after.end()):
                    return True
        before = _SAID.search(self.text, max(0, mention.start - 70), mention.start)
        if before is None or before.group(1) not in STRONG_FORMS:
            return False
        return before.group()[0] != "," or _STOPS.match(self.text, mention.end) is not None

    def _is_saying(self, verb: str, end: int) -> bool:
        if verb == "asked":
            return not _OBJECT.match(self.text, end)
        return verb in STRONG_FORMS or (verb in WEAK_FORMS and self.text.startswith(" that ", end))

    def _depends(self, mention: Mention) -> bool:
        """Is the name a possessor or the object of a preposition, not a subject?"""
        if self.text[mention.end : mention.end + 1] in {"'", "’"}:
            return True
        office = _MODIFIES.match(self.text, mention.end)
        if office is not None and office.group(1) in OFFICES:
            return True
        window = self.text[max(0, mention.start - 24) : mention.start]
        before = window[window.rfind("\n") + 1 :].split()
        if before and before[-1].lower() in {"the", "a", "an", "this"}:
            return True
        if before and before[-1][-1] in '.!?…”"' and not _is_short(before[-1]):
            return False
        if before and (before[-1][-1] in ",;:" or [word.lower() for word in before[-2:]] == ["as", "for"]):
            return False
        while (
            before
            and before[-1].lower() not in _GOVERNORS
            and (before[-1].rstrip(".").lower() in ROLES or before[-1][0].isupper())
        ):
            before.pop()
        return bool(before) and before[-1].lower() in _GOVERNORS
