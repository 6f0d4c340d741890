"""The closed lists: what a kind, a type, a form or a rank may be. What readers see for each stands in strings.yml."""

from __future__ import annotations

from enum import StrEnum


class SourceType(StrEnum):
    """CSL 1.0.2 item types a news dossier needs (https://docs.citationstyles.org)."""

    NEWSPAPER = "article-newspaper"
    MAGAZINE = "article-magazine"
    JOURNAL = "article-journal"
    BROADCAST = "broadcast"
    REPORT = "report"
    WEBPAGE = "webpage"
    POST = "post"
    BOOK = "book"
    LEGAL = "legislation"
    SPEECH = "speech"
    DOCUMENT = "document"


class BlockKind(StrEnum):
    """What a stretch of a source's text is, where it is not running text of the article."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    FURNITURE = "furniture"
    EMBED = "embed"
    DUPLICATE = "duplicate"


class ActorKind(StrEnum):
    """Who can act, after FollowTheMoney's Person, Organization and PublicBody, split where conflict needs it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLIC_BODY = "public-body"
    ARMED_GROUP = "armed-group"
    STATE = "state"
    COALITION = "coalition"
    AGENCY = "agency"


class NameUse(StrEnum):
    """What a spelling is to its bearer."""

    PREFERRED = "preferred"
    VARIANT = "variant"
    FORMER = "former"
    ACRONYM = "acronym"
    NATIVE = "native"


class Precision(StrEnum):
    """How exactly a location is known, after the geo-precision codes of ACLED and UCDP."""

    EXACT = "exact"
    VICINITY = "vicinity"
    LOCALITY = "locality"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"


class EventType(StrEnum):
    """What was done, after ACLED's event and sub-event types where they fit."""

    AIR_STRIKE = "air-strike"
    DRONE_STRIKE = "drone-strike"
    MISSILE_ATTACK = "missile-attack"
    ATTACK = "attack"
    ARMED_CLASH = "armed-clash"
    CAMPAIGN = "campaign"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    PROTEST = "protest"
    DEPLOYMENT = "deployment"
    WITHDRAWAL_ORDER = "withdrawal-order"
    VOTE = "vote"
    DESIGNATION = "designation"
    DECISION = "decision"
    AGREEMENT = "agreement"
    FUNERAL = "funeral"
    OTHER = "other"


class Medium(StrEnum):
    """How words were made public."""

    STATEMENT = "statement"
    POST = "post"
    INTERVIEW = "interview"
    BRIEFING = "briefing"
    SPEECH = "speech"
    LETTER = "letter"
    UNSTATED = "unstated"


class Form(StrEnum):
    """How a source carries a passage: in quotation marks, partly so, or in its own words."""

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"


class Rank(StrEnum):
    """Wikidata's ranks: which of several claims a reader should see first."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class DisputeKind(StrEnum):
    """How claims differ."""

    CONTRADICTION = "contradiction"
    PRECISION = "precision"
    ATTRIBUTION = "attribution"
    NAMING = "naming"
    TRANSLATION = "translation"
    DATING = "dating"
    FRAMING = "framing"


class CorrectionKind(StrEnum):
    """What a change of something published is. A typo is kept in the log, and neither page nor feed tells it."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    WITHDRAWAL = "withdrawal"
    TYPO = "typo"


class Field(StrEnum):
    """What can be corrected of a fact: a change of anything else of it is no change of what it states."""

    PROPERTY = "property"
    VALUE = "value"
    UNIT = "unit"
    POPULATION = "population"
    OF = "of"
    PLACE = "place"
    AS_OF = "as_of"
    ASSERTED_BY = "asserted_by"
    VIA = "via"
    HEDGE = "hedge"
    EXACT = "exact"
    ATTRIBUTED_AS = "attributed_as"
    SPEAKER = "speaker"
    SAID = "said"
