"""The closed lists: what a kind, a type, a form or a rank may be, and the label readers see."""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A member has a value, as written in YAML, and a label, as shown to readers."""

    label: str

    def __new__(cls, value: str, label: str) -> Labelled:
        """Make a member from its written value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class SourceType(Labelled):
    """CSL 1.0.2 item types a news dossier needs (https://docs.citationstyles.org)."""

    NEWSPAPER = "article-newspaper", "news article"
    MAGAZINE = "article-magazine", "magazine article"
    JOURNAL = "article-journal", "journal article"
    BROADCAST = "broadcast", "broadcast"
    REPORT = "report", "report"
    WEBPAGE = "webpage", "web page"
    POST = "post", "social media post"
    BOOK = "book", "book"
    LEGAL = "legislation", "legislation"
    SPEECH = "speech", "speech"
    DOCUMENT = "document", "document"


class BlockKind(Labelled):
    """What a stretch of a source's text is, where it is not running text of the article."""

    TITLE = "title", "headline"
    DECK = "deck", "standfirst"
    BYLINE = "byline", "byline and date lines"
    CAPTION = "caption", "picture caption"
    FURNITURE = "furniture", "page furniture"
    EMBED = "embed", "embedded post"
    DUPLICATE = "duplicate", "text printed a second time"


class ActorKind(Labelled):
    """Who can act, after FollowTheMoney's Person, Organization and PublicBody, split where conflict needs it."""

    PERSON = "person", "person"
    ORGANISATION = "organisation", "organisation"
    PUBLIC_BODY = "public-body", "public body"
    ARMED_GROUP = "armed-group", "armed group"
    STATE = "state", "state"
    COALITION = "coalition", "coalition"
    AGENCY = "agency", "news agency or outlet"


class NameUse(Labelled):
    """What a spelling is to its bearer."""

    PREFERRED = "preferred", "used here"
    VARIANT = "variant", "also written"
    FORMER = "former", "formerly"
    ACRONYM = "acronym", "in short"
    NATIVE = "native", "in the original language"


class Precision(Labelled):
    """How exactly a location is known, after the geo-precision codes of ACLED and UCDP."""

    EXACT = "exact", "exact spot"
    VICINITY = "vicinity", "somewhere near this spot"
    LOCALITY = "locality", "this town or locality"
    ADMIN2 = "admin2", "somewhere in this district"
    ADMIN1 = "admin1", "somewhere in this province"
    COUNTRY = "country", "somewhere in this country"


class EventType(Labelled):
    """What was done, after ACLED's event and sub-event types where they fit."""

    AIR_STRIKE = "air-strike", "air strike"
    DRONE_STRIKE = "drone-strike", "drone strike"
    MISSILE_ATTACK = "missile-attack", "shelling, artillery or missile attack"
    ATTACK = "attack", "attack"
    ARMED_CLASH = "armed-clash", "armed clash"
    CAMPAIGN = "campaign", "campaign of attacks"
    ABDUCTION = "abduction", "abduction"
    ARREST = "arrest", "arrest"
    PROTEST = "protest", "protest"
    DEPLOYMENT = "deployment", "deployment"
    WITHDRAWAL_ORDER = "withdrawal-order", "withdrawal order"
    VOTE = "vote", "vote"
    DESIGNATION = "designation", "designation"
    DECISION = "decision", "decision"
    AGREEMENT = "agreement", "agreement"
    FUNERAL = "funeral", "funeral"
    OTHER = "other", "other event"


class Medium(Labelled):
    """How words were made public."""

    STATEMENT = "statement", "statement"
    POST = "post", "social media post"
    INTERVIEW = "interview", "interview"
    BRIEFING = "briefing", "press briefing"
    SPEECH = "speech", "speech"
    LETTER = "letter", "letter"
    UNSTATED = "unstated", "medium not stated"


class Form(Labelled):
    """How a source carries a passage: in quotation marks, partly so, or in its own words."""

    DIRECT = "direct", "quoted"
    MIXED = "mixed", "partly quoted"
    REPORTED = "reported", "reported in the source’s own words"


class Rank(Labelled):
    """Wikidata's ranks: which of several claims a reader should see first."""

    PREFERRED = "preferred", "preferred"
    NORMAL = "normal", "normal"
    DEPRECATED = "deprecated", "deprecated"


class DisputeKind(Labelled):
    """How claims differ."""

    CONTRADICTION = "contradiction", "They give rival accounts"
    PRECISION = "precision", "They differ in precision"
    ATTRIBUTION = "attribution", "They differ on who did or said it"
    NAMING = "naming", "They use different names"
    TRANSLATION = "translation", "They translate the same words differently"
    DATING = "dating", "They date it differently"
    FRAMING = "framing", "They frame it differently"
