"""Function words and other closed lists that clauses are read by."""

from __future__ import annotations

from .tokens import ARTICLES, SUBJECT_PRONOUNS
from .words import read_words

BREAKS = read_words(
    """
    that which because when while as after before if where although though since but than so what how why
    whether until unless whose whom or and who amid despite
"""
)
SKIPPED = read_words(
    """
    has have had was is were are be been being would will could should did does do also then later earlier
    previously still again once often just even himself herself themselves itself not never always now soon
    sometimes to can may might must 'd 'll ago further instead simply both all only first next finally went on
    started kept continued twice today
"""
)
PREPOSITIONS = read_words(
    """
    in on at by for from with to of during about against over under into through before after between among like
    unlike alongside beyond besides per via without within upon across toward towards outside inside near amid
    despite since until following
"""
)
NOMINAL_PREPOSITIONS = read_words("of for at from in with to on against")
BREAKS_BUT_AND = BREAKS - {"and"}
BREAKS_BUT_WHO = BREAKS - {"who"}
PREPOSITIONS_BUT_TO = PREPOSITIONS - {"to"}
SKIPPED_STRICT = SKIPPED - {"all", "both", "to"}
SKIPPED_LESS = SKIPPED - {"all", "both"}
PRONOUNS = SUBJECT_PRONOUNS - {"one"}
PERSONAL = read_words("he she they we i")
STANDALONE = read_words("one another some many both this that two three these those")
BOUND_ARTICLES = ARTICLES - STANDALONE
QUANTIFIERS = read_words("another others several some many most few both all each no none nobody everyone someone")
PEOPLE = read_words(
    """
    spokesman spokeswoman spokesperson official source officer leader aide adviser advisor analyst expert critic
    supporter opponent voter lawmaker senator minister ambassador prosecutor lawyer attorney judge scientist
    researcher professor economist strategist organizer organiser activist protester demonstrator resident
    witness survivor officials people police authorities media reporter journalist editor author writer team
    campaign president governor mayor candidate member respondent rival soldier commander general doctor nurse
    teacher student worker farmer user friend relative mother father parent man woman family crowd audience
    investigator executive chairman chairwoman director manager owner observer negotiator diplomat republican
    democrat conservative liberal union group organization organisation company agency government ministry party
    committee
"""
)
TRAILING = frozenset(",—–-”\"’'»“.?!…")
ADVERBS = read_words("asked speaking according last earlier later here meanwhile however nevertheless nonetheless")
FINITE = read_words("will would has had have is was are were could should may might can must did does")
NOUNLIKE = read_words("attack hit target question challenge order offer point credit fault push hope fear view worry")
BRIEF = read_words("then still yet also next now there instead two three one once again")
SPANS = read_words("hours minutes days weeks months years moments")
PASSIVE = read_words("was were been being be is are when if got")
BE = read_words("was were been being be is are")


COPULAS = read_words("is are was were has have had will would could did does do should")
PERIODS = read_words("week month year night morning evening afternoon")
PASSIVE_CUES = read_words("asked told quoted pressed questioned reminded")
PLAIN_PRONOUNS = read_words("he she they we i it you")
EMPTY_SUBJECTS = read_words("it there this that here")
WEAK_SUBJECTS = read_words("we you it i one")
LINKERS = read_words("but and so yet still then later that")
