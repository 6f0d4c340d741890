"""Verbs and phrases that introduce what someone said, in all their forms."""

from __future__ import annotations

from .words import read_words

_IRREGULAR = {
    "say": "said saying",
    "tell": "told telling",
    "write": "wrote written writing",
    "read": "read reading",
    "speak": "spoke spoken speaking",
    "think": "thought thinking",
    "go": "went",
    "quip": "quipped quipping",
    "cry": "cried crying",
    "reply": "replied replying",
    "deny": "denied denying",
    "testify": "testified testifying",
    "decry": "decried decrying",
    "rip": "ripped ripping",
    "slam": "slammed slamming",
    "admit": "admitted admitting",
    "blog": "blogged blogging",
    "swear": "swore sworn swearing",
    "vow": "vowed vowing",
    "draw": "drew",
    "sing": "sang singing",
    "feel": "felt feeling",
    "hear": "heard",
    "pen": "penned penning",
    "begin": "began beginning",
    "see": "saw seeing",
    "find": "found finding",
    "shoot": "shot shooting",
    "know": "knew",
    "plead": "pleaded pled pleading",
    "retort": "retorted retorting",
    "refer": "referred referring",
    "hit": "hit hitting",
    "put": "put putting",
    "make": "made making",
    "dub": "dubbed dubbing",
    "rebut": "rebutted rebutting",
    "clarify": "clarified clarifying",
    "specify": "specified specifying",
    "rap": "rapped rapping",
    "blurt": "blurted blurting",
}

STRONG = read_words(
    """
    say tell add write tweet ask reply respond continue explain note claim argue insist warn declare announce
    admit acknowledge assert comment conclude observe remark state stress joke quip recall predict complain vow
    testify exclaim shout yell scream cry mutter whisper answer retort counter concede confess boast brag
    suggest charge allege emphasize emphasise reiterate repeat post caption blog read blurt chime opine
    interject muse lament scoff plead beg demand wonder inquire report advise affirm confirm deny disclose
    reveal pledge promise swear maintain contend caution inform proclaim pronounce propose quote snap tease urge
    elaborate clarify specify enthuse surmise grouse groan grumble gripe fret moan sigh laugh sneer snarl
    thunder fume rant venture reason rejoin intone implore gush exhort deadpan rebut crow bellow bark growl
    message text email e-mail telephone estimate
"""
)
"""Verbs of saying: a quotation beside one is what its subject said."""

WEAK = read_words(
    """
    call describe accuse criticize criticise praise blast slam condemn denounce decry dismiss label dub refer
    cite express attack mock characterize characterise portray rip blame deride hail tout invoke chant sing
    think believe hope feel see view consider defend endorse thank compare speak talk voice deliver open begin
    close conclude speculate imply hint signal reject rebuke ridicule lambast lambaste berate chide scold taunt
    bemoan fault pen sign apologize apologise address appear compliment commend applaud credit welcome offer
    raise threaten promote advocate agree disagree object protest push invite order instruct remind assure
    reassure convince encourage question challenge laud extol depict brand deem paint term pray indicate
    underscore highlight hit rail fume point mention discuss outline recommend target urge seek want use find
    acknowledge summarize summarise recount react add concur guarantee bash hammer tear savage knock skewer
    rebuff repudiate disparage proclaim list project assail resist lobby shoot pound decline refuse envision
    vent opposed support worry fear learn remember notice insult
"""
)
"""Verbs that carry someone's words, but also other things: they count where nothing better is near."""

NOUNS = read_words(
    """
    statement tweet message email e-mail memo letter post report comment remark speech interview article column
    op-ed editorial ad advertisement sign headline note text caption transcript resolution ruling order banner
    poster communique document release website video book testimony declaration filing lawsuit complaint
    indictment platform petition invitation placard description appeal account
"""
)
"""Things that speak: "the statement said", "a sign read"."""


def inflect(verb: str) -> set[str]:
    """Return the forms of an English verb given in its base form."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms = {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    elif verb.endswith("e"):
        forms = {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    else:
        sibilant = verb.endswith(("s", "sh", "ch", "x", "z"))
        forms = {verb, verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing"}
    if verb in _IRREGULAR:
        forms = {verb, next(f for f in forms if f.endswith("s") and f != verb), *_IRREGULAR[verb].split()}
    return forms


def _inflect_all(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in inflect(verb))


STRONG_FORMS = _inflect_all(STRONG) | {"adds", "goes"}
WEAK_FORMS = _inflect_all(WEAK) - STRONG_FORMS
PARTICIPLES = frozenset(form for form in STRONG_FORMS | WEAK_FORMS if form.endswith("ing"))
BARE = frozenset(STRONG | WEAK)
"""Base forms: verbs after "to" or "would", nouns elsewhere ("a call", "the claim")."""
