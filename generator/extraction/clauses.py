"""Who speaks in a sentence: cue verbs and their subjects, found without a parser.

A sentence is a list of tokens in which each quotation is one token. The subject of a cue verb stands right
before it ("Berg said"), right after it where a quotation precedes ("said Berg"), before an insertion ("Berg, a
lawyer, said"), at the head of the clause (participles, coordinated verbs), or after "according to".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cues import BARE, NOUNS, PARTICIPLES, STRONG_FORMS, WEAK_FORMS
from .tokens import ARTICLES, DAYS, MONTHS, SUBJECT_PRONOUNS
from .words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens first..last (inclusive) of a sentence that name somebody."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue (index of its token) and its subject; `strength` 0 to 1 says how sure the pair is."""

    cue: int
    subject: Phrase
    rule: str
    strength: float


BREAKS = read_words(
    """
    that which because when while as after before if where although though since but than so what how why whether
    until unless whose whom or and who amid despite
    """
)
SKIPPED = read_words(
    """
    has have had was is were are be been being would will could should did does do also then later earlier
    previously still again once often just even himself herself themselves itself not never always now soon
    sometimes to can may might must 'd 'll ago further instead simply both all only first next finally went on
    started kept continued once twice today
    """
)
PREPOSITIONS = read_words(
    """
    in on at by for from with to of during about against over under into through before after between among like
    unlike alongside beyond besides per via
    without within upon across toward towards outside inside near amid despite since until following
    """
)
NOMINAL_PREPOSITIONS = read_words("of for at from in with to on against")
_BREAKS_BUT_AND = BREAKS - {"and"}
_BREAKS_BUT_WHO = BREAKS - {"who"}
_PREPOSITIONS_BUT_TO = PREPOSITIONS - {"to"}
_SKIPPED_STRICT = SKIPPED - {"all", "both", "to"}
_SKIPPED_LESS = SKIPPED - {"all", "both"}
_PRONOUNS = SUBJECT_PRONOUNS - {"one"}
PERSONAL = read_words("he she they we i")
STANDALONE = read_words("one another some many both this that two three these those")
_BOUND_ARTICLES = ARTICLES - STANDALONE
QUANTIFIERS = read_words("another others several some many most few both all each no none nobody everyone someone")
PEOPLE = read_words(
    """
    spokesman spokeswoman spokesperson official source officer leader aide adviser advisor analyst expert critic
    supporter opponent voter lawmaker senator minister ambassador prosecutor lawyer attorney judge scientist
    researcher professor economist strategist organizer organiser activist protester demonstrator resident witness
    survivor officials people police authorities media reporter journalist editor author writer team campaign
    president governor mayor candidate member respondent rival soldier commander general doctor nurse teacher
    student worker farmer user friend relative mother father parent man woman family crowd audience investigator
    executive chairman chairwoman director manager owner observer negotiator diplomat republican democrat
    conservative liberal union group organization organisation company agency government ministry party committee
    """
)
_TRAILING = frozenset(",—–-”\"’'»“.?!…")
_ADVERBS = read_words("asked speaking according last earlier later here meanwhile however nevertheless nonetheless")
_FINITE = read_words("will would has had have is was are were could should may might can must did does")
_NOUNLIKE = read_words("attack hit target question challenge order offer point credit fault push hope fear view worry")
_BRIEF = read_words("then still yet also next now there instead two three one once again")
_SPANS = read_words("hours minutes days weeks months years moments")
PASSIVE = read_words("was were been being be is are when if got")
BE = read_words("was were been being be is are")
ROLE_END = read_words("who that which")


def find_attributions(tokens: Sequence[Token], *, titled: bool = False) -> list[Attribution]:
    """Return every cue of the sentence whose subject is found; `titled`: words are capitalised throughout."""
    found = []
    for at, token in enumerate(tokens):
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


def read_subject_after(tokens: Sequence[Token], at: int, *, nominal: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at a token, up to a comma, a verb or an adverbial."""
    while at < len(tokens) and (tokens[at].low in {"also", "then", "later"} or tokens[at].low.endswith("ly")):
        at += 1
    if at >= len(tokens) or not tokens[at].word:
        return None
    first = tokens[at]
    if first.low in {"he", "she", "they", "we", "i", "it", "you"}:
        return Phrase(at, at)
    if not (first.capital or first.low in ARTICLES or nominal or _is_role(tokens, at)):
        return None
    if first.low in DAYS or first.low in MONTHS or first.low in PREPOSITIONS:
        return None
    last = at
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if following.text in "-–&/" and last + 2 < len(tokens) and tokens[last + 2].word:
            last += 2
            continue
        if not following.word or following.low in _BREAKS_BUT_AND or following.low in DAYS:
            break
        if following.low in STRONG_FORMS and not following.capital and following.low not in BARE:
            break
        if following.low in PREPOSITIONS and not _continues(tokens, last + 1):
            break
        if following.low == "and" and not _names_follow(tokens, last + 2):
            break
        if following.low in _FINITE or following.low in {"said", "told"} or following.low in _PRONOUNS:
            break
        last += 1
    while last >= at and (tokens[last].low in _BOUND_ARTICLES or tokens[last].low in PREPOSITIONS):
        last -= 1
    return Phrase(at, last) if last >= at else None


def find_head(tokens: Sequence[Token], before: int, start: int = 0) -> Phrase | None:
    """Return the subject of the clause tokens[start:before]: its first noun phrase outside adverbials."""
    for first, last in _segments(tokens, start, before):
        begin = first
        while begin <= last and tokens[begin].low in {"but", "and", "so", "yet", "still", "then", "later", "that"}:
            begin += 1
        if begin > last or _is_adverbial(tokens, begin, last):
            continue
        phrase = _read_leading(tokens, begin, last)
        if phrase:
            return phrase
    return None


def _read_source(tokens: Sequence[Token], at: int) -> int:
    """Index of the first token after "according to" or ", per", else -1."""
    if at + 2 >= len(tokens):
        return -1
    if tokens[at].low == "according" and tokens[at + 1].low == "to":
        return at + 2
    return at + 1 if tokens[at].low == "per" and at > 0 and tokens[at - 1].text == "," else -1


def _puts_it(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in {"put", "puts"} and at + 1 < len(tokens) and tokens[at + 1].low == "it"


def _read_cue(tokens: Sequence[Token], at: int, strong: bool, found: list[Attribution]) -> Attribution | None:
    low = tokens[at].low
    before = tokens[at - 1] if at else None
    if low in {"asked", "told", "quoted", "pressed", "questioned", "reminded"} and before and before.low in PASSIVE:
        return None
    if low in BARE and _is_noun(tokens, at):
        return None
    strength = 0.9 if strong else 0.6
    if not strong and low.endswith("s") and low[:-1] in BARE and low[:-1] in _NOUNLIKE:
        strength = 0.4
    if before and not strong and low not in PARTICIPLES and before.low in BE:
        return None
    if before and before.low == "to":
        head = find_head(tokens, at, _clause_start(tokens, at))
        return Attribution(at, head, "infinitive", strength - 0.2) if head else None
    if _after_quote(tokens, at):
        subject = read_subject_after(tokens, at + 1)
        if subject and low not in PARTICIPLES and not _goes_on(tokens, subject.last + 1):
            return Attribution(at, subject, "inverted", strength)
    if low in PARTICIPLES and at > 0:
        earlier = [a for a in found if a.strength >= 0.8 and not _quoted_between(tokens, a.cue, at, most=1)]
        if earlier and before is not None and (before.text == "," or before.low == "and"):
            return Attribution(at, earlier[-1].subject, "participle", strength - 0.1)
    adjacent = _read_before(tokens, at) if low not in PARTICIPLES or before is None or before.text != "," else None
    if adjacent:
        weaker = tokens[adjacent[0].last].low in {"we", "you", "it", "i", "one"} or adjacent[1] == "relative"
        return Attribution(at, adjacent[0], adjacent[1], strength - 0.15 * weaker)
    if low in PARTICIPLES and at == 0:
        return _read_main(tokens, at, strength)
    head = find_head(tokens, at, _clause_start(tokens, at))
    if head is None and low in PARTICIPLES:
        return _read_main(tokens, at, strength)
    if head is None or tokens[head.first].low in {"it", "there", "this", "that", "here"}:
        return None
    rule = "participle" if low in PARTICIPLES else "clause-head"
    return Attribution(at, head, rule, strength - 0.1)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Does a finite verb follow, so that the words before it are its subject, not that of the cue?"""
    return at < len(tokens) and tokens[at].low in _FINITE


def _read_main(tokens: Sequence[Token], at: int, strength: float) -> Attribution | None:
    """ "Calling it Q, Berg left": the subject of the main clause, after the first comma past the quotation."""
    seen = False
    for index in range(at + 1, len(tokens)):
        if tokens[index].quote >= 0:
            seen = True
        elif seen and (tokens[index].text == "," or tokens[index - 1].quote >= 0) and tokens[index].text not in ".;":
            begin = index + (tokens[index].text == ",")
            phrase = _read_leading(tokens, begin, len(tokens) - 1) if begin < len(tokens) else None
            if phrase:
                return Attribution(at, phrase, "participle-first", strength - 0.1)
    return None


def _read_before(tokens: Sequence[Token], at: int) -> tuple[Phrase, str] | None:
    """Return the noun phrase that ends right before the verb group of the cue at `at`."""
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
    while first > 0:
        previous = tokens[first - 1]
        joins = previous.text in {"-", "–", "&", "/"} and first > 1 and tokens[first - 2].word
        if not previous.word and not joins:
            break
        if not previous.capital and (previous.low in BREAKS or previous.low in _SKIPPED_STRICT):
            break
        if not previous.capital and _is_verb(tokens, first - 1):
            break
        first -= 1
    phrase = _trim_subject(tokens, first, end)
    if phrase is None:
        return None
    named = _read_apposed(tokens, phrase)
    return (named, "apposition") if named else (phrase, "subject-verb")


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


def _read_antecedent(tokens: Sequence[Token], relative: int) -> tuple[Phrase, str] | None:
    end = relative - 1
    while end >= 0 and tokens[end].text in {",", "—", "–"}:
        end -= 1
    if end < 0 or not tokens[end].word:
        return None
    first = end
    while first > 0:
        previous = tokens[first - 1]
        if not previous.word or previous.low in BREAKS or (not previous.capital and _is_verb(tokens, first - 1)):
            break
        if previous.low in PREPOSITIONS and not (tokens[first].low not in ARTICLES and previous.low == "of"):
            break
        first -= 1
    phrase = _trim_subject(tokens, first, end)
    return (phrase, "relative") if phrase else None


def _read_past_insertion(tokens: Sequence[Token], comma: int) -> tuple[Phrase, str] | None:
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
    return _trim_subject(tokens, first, end)


def _trim_subject(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Drop what precedes the noun phrase proper: "on Tuesday", "later", "In Iowa"."""
    while last >= first and (tokens[last].low in DAYS or tokens[last].low in MONTHS or tokens[last].text.isdigit()):
        last -= 1
    while last >= first and tokens[last].low in PREPOSITIONS:
        last -= 1
    while first <= last:
        token = tokens[first]
        if token.low in PREPOSITIONS or token.low in DAYS or token.low in MONTHS:
            first += 1
            if token.low in PREPOSITIONS:
                first = _skip_object(tokens, first, last)
        elif token.low in _SKIPPED_LESS or token.low.endswith("ly") and not token.capital or token.low in BREAKS:
            first += 1
        else:
            break
    if first > last:
        return None
    if tokens[last].low in _BOUND_ARTICLES:
        return None
    for at in range(last, first, -1):
        if tokens[at].low in PERSONAL:
            return Phrase(at, at)
    return Phrase(first, last) if _can_speak(tokens, first, last) else None


def _can_speak(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A name, a pronoun, a plural, or a noun with its article; not "planning" or "internal strategy"."""
    head = tokens[first].low
    if head in ARTICLES or head in SUBJECT_PRONOUNS or head in QUANTIFIERS:
        return True
    if any(token.capital and token.low not in DAYS and token.low not in MONTHS for token in tokens[first : last + 1]):
        return True
    noun = tokens[last].low
    return noun in PEOPLE or noun in NOUNS or (noun.endswith("s") and noun.rstrip("s") in PEOPLE)


def _skip_object(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past the object of a leading preposition, so far as another noun phrase follows it."""
    for at in range(first, last + 1):
        token = tokens[at]
        opens = token.low in SUBJECT_PRONOUNS or token.low in {"the", "a", "an"}
        if at > first and opens:
            return at
        if at > first and token.capital and tokens[at - 1].word and not tokens[at - 1].capital:
            return at
        if token.low in DAYS or token.low in MONTHS or token.text.isdigit():
            if at < last and not (tokens[at + 1].low in DAYS or tokens[at + 1].text.isdigit()):
                return at + 1
    return first


def _read_leading(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The noun phrase at the head of a segment, up to its verb."""
    token = tokens[first]
    if not token.word or token.low in PREPOSITIONS or token.low in _BREAKS_BUT_WHO:
        return None
    if token.low in {"he", "she", "they", "we", "i", "it", "you"}:
        return Phrase(first, first)
    if not (token.capital or token.low in ARTICLES or _is_role(tokens, first)):
        return None
    end = first
    while end < last:
        following = tokens[end + 1]
        if following.text in {"-", "–", "&"} and end + 2 <= last and tokens[end + 2].word:
            end += 2
            continue
        if _ends_phrase(tokens, end + 1):
            break
        end += 1
    return _trim_subject(tokens, first, end)


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Does the token at `at` no longer belong to the noun phrase before it?"""
    token, before = tokens[at], tokens[at - 1]
    if not token.word or token.low in _BREAKS_BUT_AND or token.low in SKIPPED or token.low in DAYS:
        return True
    if token.low in PREPOSITIONS:
        return not _continues(tokens, at)
    if token.low == "and":
        return not _names_follow(tokens, at + 1)
    if token.capital:
        return token.low in SUBJECT_PRONOUNS
    if _is_verb(tokens, at):
        return True
    if token.low.endswith("ed"):
        return before.low not in ARTICLES and not before.possessive
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return before.capital and not before.possessive and at - 1 > 0 and not (after is not None and after.capital) and token.low not in PEOPLE


def _segments(tokens: Sequence[Token], start: int, before: int) -> list[tuple[int, int]]:
    """Stretches of tokens[start:before] between commas, dashes and quotations."""
    out, first = [], start
    for at in range(start, before + 1):
        if at == before or (not tokens[at].word and tokens[at].text not in {"-", "–", "&", "/", "$", "'", "’"}):
            if at > first:
                out.append((first, at - 1))
            first = at + 1
    return out


def _is_adverbial(tokens: Sequence[Token], first: int, last: int) -> bool:
    token = tokens[first]
    if token.low in PREPOSITIONS or token.low in BREAKS or token.low in DAYS or token.low in MONTHS:
        return not _hides_subject(tokens, first, last)
    if token.low in _ADVERBS:
        return True
    if token.low.endswith("ly") or token.low in _BRIEF:
        return last - first < 3
    if tokens[last].low in {"later", "earlier", "ago"} or token.low in _SPANS:
        return True
    return token.low.endswith(("ing", "ed")) and (not token.capital or first == 0) and last > first


def _hides_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.low in {"he", "she", "they"} for t in tokens[first + 1 : last + 1]) and tokens[first].low not in BREAKS


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
    while back >= 0 and tokens[back].text in _TRAILING:
        back -= 1
    return back >= 0 and tokens[back].quote >= 0


def _is_filler(tokens: Sequence[Token], at: int) -> bool:
    """May the token stand between a subject and its verb: auxiliaries, adverbs, "on Tuesday"?"""
    token = tokens[at]
    if not token.word or (token.capital and at > 0 and token.low not in DAYS and token.low not in MONTHS):
        return False
    if token.low in SKIPPED or (token.low.endswith("ly") and not token.capital):
        return True
    if token.low.endswith(("n't", "n’t")) or token.low in {"who's", "he's"}:
        return True
    if token.low in DAYS or token.low in MONTHS or (token.text.isdigit() and at > 0 and tokens[at - 1].low in MONTHS):
        return True
    if token.low in {"on", "last"} and at + 1 < len(tokens):
        return tokens[at + 1].low in DAYS or tokens[at + 1].low in MONTHS or tokens[at + 1].low in {"week", "month", "year", "night"}
    return token.low in {"week", "month", "year", "night", "morning", "evening", "afternoon"} and at > 0 and (tokens[at - 1].low in {"last", "this", "earlier"} or tokens[at - 1].low in DAYS)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "did", "does", "do", "should"}:
        return True
    return (low in STRONG_FORMS or low in WEAK_FORMS) and not _is_noun(tokens, at) and low not in NOUNS


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Is a form like "claim" or "call" a noun here: after an article, possessive, adjective or preposition?"""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.possessive or before.low in ARTICLES or before.low in _PREPOSITIONS_BUT_TO:
        return True
    if before.low in SKIPPED or before.low in SUBJECT_PRONOUNS or before.low in {"who", "and", "or"}:
        return False
    if "-" in before.low and not before.capital:
        return True
    return tokens[at].low in BARE and not before.capital and before.word and not before.low.endswith("s")


def _is_role(tokens: Sequence[Token], at: int) -> bool:
    """Does a lower-case word open a bare title: "spokesman Ola Berg", "state media", "officials"?"""
    token = tokens[at]
    if token.low in NOUNS or (token.low.endswith("s") and token.low[:-1] in PEOPLE):
        return True
    for index in range(at + 1, min(at + 4, len(tokens))):
        if not tokens[index].word:
            return False
        if tokens[index].capital:
            return True
    return False


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Does a preposition go on with a noun phrase: "of Norland", "for the ministry"?"""
    if tokens[at].low not in NOMINAL_PREPOSITIONS or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if not following.word or following.low in DAYS or following.low in MONTHS or following.low in {"a", "an", "response"}:
        return False
    return tokens[at].low == "of" or (tokens[at].low in {"for", "at", "from"} and (following.capital or following.low in ARTICLES))


def _names_follow(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].capital and tokens[at].low not in SUBJECT_PRONOUNS
