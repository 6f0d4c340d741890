"""Who speaks in a sentence: cue verbs and their subjects, found without a parser.

A sentence is a list of tokens in which each quotation is one token. The subject of a cue verb stands right
before it ("Berg said"), right after it where a quotation precedes ("said Berg"), before an insertion ("Berg, a
lawyer, said"), at the head of the clause (participles, coordinated verbs), or after "according to".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .cues import BARE, NOUNS, PARTICIPLES, STRONG_FORMS, WEAK_FORMS
from .grammar import (
    BE,
    BREAKS,
    EMPTY_SUBJECTS,
    FINITE,
    NOUNLIKE,
    PASSIVE,
    PASSIVE_CUES,
    PERIODS,
    PREPOSITIONS,
    SKIPPED,
    SKIPPED_STRICT,
    TRAILING,
    WEAK_SUBJECTS,
)
from .phrases import Phrase, find_head, is_noun, is_time, is_verb, read_leading, read_subject_after, trim_subject
from .tokens import ARTICLES, DAYS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rules import QuoteRule
    from .tokens import Token


_TELLING = STRONG_FORMS | WEAK_FORMS | {"put", "puts", "according", "per", ":"}
"""What no attribution is without."""


class Attribution(NamedTuple):
    """A cue (index of its token) and its subject; `strength` 0 to 1 says how sure the pair is."""

    cue: int
    subject: Phrase
    rule: QuoteRule
    strength: float


def find_attributions(tokens: Sequence[Token], *, titled: bool = False) -> list[Attribution]:
    """Return every cue of the sentence whose subject is found; `titled`: words are capitalised throughout."""
    found = []
    for at, token in enumerate(tokens):
        if token.low not in _TELLING:
            continue
        if not token.word or (token.capital and not titled and at > 0 and not _after_quote(tokens, at)):
            if token.text == ":" and (colon := _read_colon(tokens, at)):
                found.append(colon)
            continue
        strong = token.low in STRONG_FORMS or _puts_it(tokens, at)
        if strong or token.low in WEAK_FORMS:
            attribution = _read_cue(tokens, at, strong, found)
            if attribution:
                found.append(attribution)
        elif (source := _read_source(tokens, at)) >= 0:
            subject = read_subject_after(tokens, source, nominal=True)
            if subject:
                found.append(Attribution(at, subject, "according-to", 0.95))
    return found


def _read_source(tokens: Sequence[Token], at: int) -> int:
    """Index of the first token after "according to" or "Q, per", else -1."""
    if at + 2 >= len(tokens):
        return -1
    if tokens[at].low == "according" and tokens[at + 1].low == "to":
        return at + 2
    return at + 1 if tokens[at].low == "per" and _after_quote(tokens, at) else -1


def _puts_it(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in {"put", "puts"} and at + 1 < len(tokens) and tokens[at + 1].low == "it"


def _read_cue(tokens: Sequence[Token], at: int, strong: bool, found: list[Attribution]) -> Attribution | None:
    """The attribution of the cue at `at`, by the place its subject stands in, likeliest place first."""
    low = tokens[at].low
    if _is_no_cue(tokens, at, strong):
        return None
    strength = 0.9 if strong else 0.6
    if not strong and low.endswith("s") and low[:-1] in NOUNLIKE:
        strength = 0.4
    if at and tokens[at - 1].low == "to":
        head = find_head(tokens, at, _clause_start(tokens, at))
        return Attribution(at, head, "infinitive", strength - 0.2) if head else None
    if low in PARTICIPLES:
        return _read_participle(tokens, at, strength, found)
    if _after_quote(tokens, at):
        subject = read_subject_after(tokens, at + 1)
        if subject and not _goes_on(tokens, subject.last + 1):
            return Attribution(at, subject, "inverted", strength)
    return _attribute_before(tokens, at, strength) or _attribute_head(tokens, at, "clause-head", strength)


def _is_no_cue(tokens: Sequence[Token], at: int, strong: bool) -> bool:
    """Passives ("was told", "was criticised") and nouns ("the claim") have no speaker for subject."""
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    if low in PASSIVE_CUES and before in PASSIVE:
        return True
    if (low in BARE or low[:-1] in NOUNS) and is_noun(tokens, at):
        return True
    return not strong and low not in PARTICIPLES and before in BE


def _read_participle(tokens: Sequence[Token], at: int, strength: float, found: list[Attribution]) -> Attribution | None:
    """ "Berg left, calling it Q": the subject of the verb of saying before, else of the clause, else after Q."""
    before = tokens[at - 1] if at else None
    if before is None:
        return _read_main(tokens, at, strength)
    if before.text == "," or before.low == "and":
        earlier = [a for a in found if a.strength >= 0.8 and not _quoted_between(tokens, a.cue, at, most=1)]
        if earlier:
            return Attribution(at, earlier[-1].subject, "participle", strength - 0.1)
    adjacent = None if before.text == "," else _attribute_before(tokens, at, strength)
    return adjacent or _attribute_head(tokens, at, "participle", strength) or _read_main(tokens, at, strength)


def _attribute_before(tokens: Sequence[Token], at: int, strength: float) -> Attribution | None:
    adjacent = _read_before(tokens, at)
    if adjacent is None:
        return None
    weaker = tokens[adjacent[0].last].low in WEAK_SUBJECTS or adjacent[1] == "relative"
    return Attribution(at, adjacent[0], adjacent[1], strength - 0.15 * weaker)


def _attribute_head(tokens: Sequence[Token], at: int, rule: QuoteRule, strength: float) -> Attribution | None:
    head = find_head(tokens, at, _clause_start(tokens, at))
    if head is None or tokens[head.first].low in EMPTY_SUBJECTS:
        return None
    return Attribution(at, head, rule, strength - 0.1)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Does a finite verb follow, so that the words before it are its subject, not that of the cue?"""
    return at < len(tokens) and tokens[at].low in FINITE


def _read_main(tokens: Sequence[Token], at: int, strength: float) -> Attribution | None:
    """ "Calling it Q, Berg left": the subject of the main clause, after the first comma past the quotation."""
    seen = False
    for index in range(at + 1, len(tokens)):
        if tokens[index].quote >= 0:
            seen = True
        elif seen and (tokens[index].text == "," or tokens[index - 1].quote >= 0) and tokens[index].text not in ".;":
            begin = index + (tokens[index].text == ",")
            phrase = read_leading(tokens, begin, len(tokens) - 1) if begin < len(tokens) else None
            if phrase:
                return Attribution(at, phrase, "participle-first", strength - 0.1)
    return None


def _read_before(tokens: Sequence[Token], at: int) -> tuple[Phrase, QuoteRule] | None:
    """Return the noun phrase that ends right before the verb group of the cue at `at`, and the rule."""
    end = at - 1
    while end >= 0 and _is_filler(tokens, end):
        end -= 1
    if end < 0:
        return None
    token = tokens[end]
    if token.low == "who" or (token.low in {"which", "that"} and end > 0 and tokens[end - 1].text == ","):
        return _read_antecedent(tokens, end)
    if token.text in {",", ")", "—", "–"} and end > 0:
        return _read_past_insertion(tokens, end)
    if not token.word or token.low in BREAKS or token.low in PREPOSITIONS:
        return None
    first = end
    while first > 0 and not _bounds(tokens, first - 1):
        first -= 1
    phrase = trim_subject(tokens, first, end)
    if phrase is None or _is_elided(tokens, phrase.first):
        return None
    named = _read_apposed(tokens, phrase)
    return (named, "apposition") if named else (phrase, "subject-verb")


def _is_elided(tokens: Sequence[Token], first: int) -> bool:
    """ "Berg condemns it, says Norland will answer": a verb of saying without subject, whose speaker came before."""
    token = tokens[first]
    follows = first > 0 and (tokens[first - 1].text == "," or _after_quote(tokens, first))
    return follows and not token.capital and token.low in STRONG_FORMS - BARE


def _bounds(tokens: Sequence[Token], at: int) -> bool:
    """Does a phrase read from the right begin after the token at `at`?"""
    token = tokens[at]
    if not token.word:
        return not (token.text in {"-", "–", "&", "/"} and at > 0 and tokens[at - 1].word)
    if token.capital:
        return False
    return token.low in BREAKS or token.low in SKIPPED_STRICT or is_verb(tokens, at)


def _read_apposed(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """ "Q, Ola Berg, the mayor of X said": a name right after a quotation, what it is between it and the verb."""
    comma = phrase.first - 1
    if comma < 1 or tokens[comma].text != "," or tokens[phrase.first].low not in ARTICLES:
        return None
    first = comma
    while first > 0 and tokens[first - 1].capital:
        first -= 1
    if comma - first < 2 or first == 0 or not _after_quote(tokens, first):
        return None
    return Phrase(first, comma - 1)


def _read_antecedent(tokens: Sequence[Token], relative: int) -> tuple[Phrase, QuoteRule] | None:
    end = relative - 1
    while end >= 0 and tokens[end].text in {",", "—", "–"}:
        end -= 1
    if end < 0 or not tokens[end].word:
        return None
    first = end
    while first > 0:
        previous = tokens[first - 1]
        if not previous.word or previous.low in BREAKS or (not previous.capital and is_verb(tokens, first - 1)):
            break
        if previous.low in PREPOSITIONS and not (tokens[first].low not in ARTICLES and previous.low == "of"):
            break
        first -= 1
    named = end + 1
    while named > first and tokens[named - 1].capital:
        named -= 1
    phrase = trim_subject(tokens, named if named <= end else first, end)
    return (phrase, "relative") if phrase else None


def _read_past_insertion(tokens: Sequence[Token], comma: int) -> tuple[Phrase, QuoteRule] | None:
    """ "Berg, a lawyer from X, said": the phrase before the insertion that ends at `comma`."""
    if tokens[comma].text == ")":
        start = comma - 1
        while start > 0 and tokens[start].text != "(":
            start -= 1
        inner = _read_before_word(tokens, start - 1)
        return (inner, "insertion") if inner else None
    start = _clause_start(tokens, comma)
    quoted = max((i for i in range(start, comma) if tokens[i].quote >= 0), default=-1)
    head = find_head(tokens, comma, quoted + 1) if quoted >= 0 else None
    head = head or find_head(tokens, comma, start)
    return (head, "insertion") if head else None


def _quoted_between(tokens: Sequence[Token], first: int, last: int, *, most: int) -> bool:
    return sum(token.quote >= 0 for token in tokens[first:last]) > most


def _read_before_word(tokens: Sequence[Token], end: int) -> Phrase | None:
    first = end
    if end < 0 or not tokens[end].word:
        return None
    while first > 0 and tokens[first - 1].word and tokens[first - 1].low not in BREAKS:
        first -= 1
    return trim_subject(tokens, first, end)


def _clause_start(tokens: Sequence[Token], before: int) -> int:
    for at in range(before - 1, -1, -1):
        if tokens[at].text in {";", ":"}:
            return at + 1
    return 0


def _read_colon(tokens: Sequence[Token], at: int) -> Attribution | None:
    """ "Marsh: Q": a speaker's name alone before a colon."""
    if not 0 < at <= 6 or at + 1 >= len(tokens):
        return None
    if not all(t.word and (t.capital or t.low in {"of", "the", "to", "in"}) for t in tokens[:at]):
        return None
    return Attribution(at, Phrase(0, at - 1), "name-colon", 0.8)


def _after_quote(tokens: Sequence[Token], at: int) -> bool:
    """Does a quotation stand right before the token, a comma or dash between them at most?"""
    back = at - 1
    if back >= 0 and (tokens[back].low in {"also", "later", "then"} or tokens[back].low.endswith("ly")):
        back -= 1
    while back >= 0 and tokens[back].text in TRAILING:
        back -= 1
    return back >= 0 and tokens[back].quote >= 0


def _is_filler(tokens: Sequence[Token], at: int) -> bool:
    """May the token stand between a subject and its verb: auxiliaries, adverbs, "on Tuesday"?"""
    token = tokens[at]
    if not token.word or (token.capital and at > 0 and not is_time(token)):
        return False
    if token.low in SKIPPED or (token.low.endswith("ly") and not token.capital) or is_time(token):
        return True
    if token.low.endswith(("n't", "n’t")) or token.low in {"who's", "he's"}:
        return True
    if token.low in {"on", "last"} and at + 1 < len(tokens):
        return is_time(tokens[at + 1]) or tokens[at + 1].low in PERIODS
    if at == 0:
        return False
    before = tokens[at - 1].low
    if token.text.isdigit():
        return before in MONTHS
    return token.low in PERIODS and (before in DAYS or before in {"last", "this", "earlier"})
