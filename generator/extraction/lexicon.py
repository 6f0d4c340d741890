"""Words around names: titles and offices, kinds of organisation and place, words that only begin sentences."""

from __future__ import annotations

from .words import read_words

HONORIFICS = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "dame": "she",
    "lady": "she",
}
"""Forms of address, lower case without full stop, with the pronoun they tell."""

ROLES = read_words(
    """
    president vice minister prime secretary senator sen senators sens representative rep reps congressman
    congresswoman governor gov govs mayor chancellor premier ambassador judge justice chief general gen major
    maj colonel col lieutenant lt captain capt sergeant sgt corporal commander admiral adm marshal brigadier
    brig director chairman chairwoman chair chairperson ceo cfo coo speaker leader spokesman spokeswoman
    spokesperson professor prof dr doctor rev reverend pastor bishop archbishop cardinal pope imam rabbi sheikh
    ayatollah king queen prince princess emir sultan officer deputy acting former adviser advisor attorney
    solicitor candidate nominee strategist analyst coach commissioner councilman councilwoman councillor
    detective sheriff inspector superintendent envoy undersecretary delegate assemblyman assemblywoman mr mrs ms
    miss sir lord lady dame first-lady treasurer founder co-founder whip host anchor correspondent reporter
    columnist author actor actress singer director-general commander-in-chief secretary-general historian
    economist pollster lawyer activist businessman billionaire lawmaker legislator manager aide operative
"""
)
OFFICES = read_words(
    """
    national security defense defence foreign press state interior finance justice treasury homeland affairs
    health education energy labor labour commerce communications executive managing senior supreme high special
    political military campaign white house deputy assistant under associate chief staff general of the for
"""
)
"""Words that stand between or before role words without being anybody's name."""

ORGANISATIONS = read_words(
    """
    ministry department agency bureau office committee council commission party forces force army navy guard
    guards corps command group organization organisation union association federation institute institution
    university college school bank fund company corp corporation inc ltd llc plc gmbh airlines airways court
    parliament senate congress house assembly front movement brigade brigades battalion regiment militia
    resistance coalition alliance league press news times post journal herald tribune gazette television network
    radio foundation center centre church hospital police authority administration service services society club
    team board chamber trust partners holdings industries systems technologies motors bancorp securities
    associates brothers international nations watch crescent cross campaign caucus cabinet government
    republicans democrats brotherhood project initiative faction squad division legion partnership conference
    convention exchange index observatory laboratory lab academy museum
"""
)
PLACES = read_words(
    """
    city province district county river lake sea gulf ocean mountain mountains mount valley island islands
    street avenue road square airport airfield base airbase bay strait region state coast peninsula desert port
    bridge park hill hills heights strip town village township beach canal harbor harbour cape forest plateau
    republic kingdom emirates states territory crossing checkpoint camp north south east west northern southern
    eastern western
"""
)
EVENTS = read_words("operation war battle summit conference treaty agreement accord act day olympics cup prize award")
PLACE_LEADS = read_words("in at near across outside around throughout inside")

STARTERS = read_words(
    """
    a about above according across after again against ago all almost along alongside already also although
    always am amid among an and another any anyone anything are around as aside ask asked at away back be
    because been before behind being below beside besides between beyond both but by can citing could critics
    currently day days despite did do does doing don't during each earlier early eight either eleven else
    elsewhere enough even ever every everyone everything except experts far few fewer finally first five
    following for formerly four from further given go going good great had half has have having he he's her here
    hers him his how however hundreds i i'd i'll i'm i've if in including indeed inside instead into is it it's
    its itself just last late later latest least less let let's like likewise little long look made make many
    may maybe me meanwhile men might millions mine more moreover most much must my near nearby nearly
    neither never nevertheless new next nine no nobody none nonetheless nor not nothing now of off officials
    often oh ok okay old on once one only or other others otherwise our ours out outside over overall own part
    people perhaps please police previously prior probably quite rather recent recently reportedly reporters
    roughly same says see seven several shall she she's should similarly since six so some somehow someone
    something sometimes soon sources still such supporters ten than thank thanks that that's the their theirs
    them then there there's therefore these they they're this those though thousands three through throughout
    thus ticket to today together tomorrow tonight too toward towards twelve twenty two under unfortunately
    unless unlike until up upon us use very via voters was we we'll we're we've well were what what's whatever
    when where whereas whether which while who who's whoever whole whose why will with within without witnesses
    women won't would yes yesterday yet you you're your yours speaking based born built called considering
    contrary depending described describing due echoing facing founded hours minutes months weeks years decades
    separately additionally furthermore ultimately specifically generally typically historically apparently
    clearly obviously certainly surely simply actually basically honestly frankly initially originally
    eventually increasingly notably importantly interestingly sadly fortunately hopefully authorities analysts
    residents lawmakers protesters investigators activists scientists researchers prosecutors right left
    there're how's where's isn't aren't wasn't weren't didn't doesn't can't couldn't wouldn't shouldn't
"""
)
"""Words capitalised because they begin a sentence."""

CALENDAR = read_words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter
    ramadan eid thanksgiving gmt utc est edt pst pdt bst cet am pm tv ph.d p.m a.m
"""
)
ADJECTIVES = read_words(
    """
    american british english french german italian spanish european african asian western eastern arab arabic
    muslim christian jewish catholic protestant sunni islamic buddhist hindu republican democratic democrat
    republicans democrats muslims christians jews americans conservative liberal chinese russian japanese indian
    mexican canadian australian dutch swedish norwegian danish polish greek turkish egyptian saudi korean
    vietnamese latino latina hispanic shiite sunnis shiites irish scottish welsh black white native gop tory
    communist nazi soviet internet god bible staff
"""
)
"""Capitalised words that name no actor or place by themselves."""

NOUN_KINDS = {
    "organisation": read_words(
        """
        group militia company party organisation organization agency firm coalition union faction militant
        militants fighters fighter movement network brigade unit army airline bank charity outlet newspaper
        magazine website broadcaster startup manufacturer team club guerrillas rebels insurgents gunmen alliance
        regiment think-tank
"""
    ),
    "place": read_words(
        """
        town city village province region area island district county neighbourhood neighborhood capital airbase
        base airport port suburb country state river valley stronghold crossing border peninsula camp prison
"""
    ),
    "person": ROLES
    | read_words(
        """
        man woman professor expert analyst researcher scientist student teacher lawyer farmer resident
        journalist activist member owner son daughter wife husband brother sister father mother widow head
        veteran executive economist democrat republican
"""
    ),
}
"""Common nouns that tell, beside a name, what it names."""
