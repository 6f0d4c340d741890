"""What a line is by its own look: an address, a date, a credit line, furniture, a heading, a dateline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .absolute import MONTH, find_absolute
from .rules import BlockRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from .lines import Line

_TAIL_CHARS = 320
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|UPI|Xinhua|TASS|DPA|dpa|Bloomberg|Anadolu|Kyodo|ANSA|PTI|IANS|CNN"
    r"|PA|AAP)"
)
_URL_LINE = re.compile(r"(?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+\s*)+")
_CREDIT = re.compile(
    r"""
    [\[(][^\[\]()]{0,160}(?:Getty|Shutterstock|Alamy|Photo|Image|\bFile\b|FILE|Handout|Courtesy|\bvia\s|/\s?[A-Z])
        [^\[\]()]{0,80}[\])]\.?$
  | \[[^\[\]]{0,60}\b"""
    + _AGENCY
    + r"""\b[^\[\]]{0,30}\]\.?$
  | \b(?:Photo(?:graph)?|Image|Picture)(?:\s(?:credit|by|courtesy))?\s?:\s?[^.:]{2,80}\.?$
  | \b(?:AP\sPhoto|REUTERS|AFP|EPA)\s?/\s?[A-Z][^.]{2,60}\.?$
    """,
    re.VERBOSE,
)
_CREDIT_LINE = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*\s?){0,4}(?:/|via\s)?\s?(?:Getty(?:\sImages)?|Shutterstock|Alamy)\.?"
    r"|(?:AP\sPhoto|Reuters|AFP)\s?/.{1,60})"
)
_CAPTION_START = re.compile(
    r"FILE(?:\sPHOTO)?\s?[-–—:]|[Ff]ile\sphoto\b|In\sthis\s.{0,80}(?:photo|image|picture)\b|(?:Image|Photo)\s?:\s"
)
_FURNITURE = re.compile(
    r"""(?ix)(?:
      (?:advertisement|advertising|sponsored(?:\scontent)?|share(?:\sthis.*)?|print|e-?mail|save|listen|watch|live
        |live\s(?:story|updates?|blog)|breaking(?:\snews)?|more\s(?:from|on)\b.{0,60}|read\s(?:more|also|next|full)\b.{0,140}
        |see\salso\b.{0,140}|subscribe\b.{0,120}|sign\sup\b.{0,160}|newsletter.{0,60}|follow\s(?:us|\w+(?:\s\w+)?\son)\b.{0,80}
        |click\shere\b.{0,100}|tap\shere\b.{0,60}|download\sour\b.{0,60}|skip\sto\b.{0,40}|back\sto\stop|menu|home|search|tags?
        |topics?|filed\sunder\b.{0,80}|related(?:\s(?:articles?|stories|topics|posts|news|coverage))?|most\s(?:read|popular)
        |recommended|trending|you\smay\salso\slike|top\sstories|loading\W*|facebook|twitter|whatsapp|linkedin|copy\slink
        |comments?|post\sa\scomment|leave\sa\s(?:comment|reply)|do\syou\ssupport\b.{0,90}like\sthe\spage\W*)[.:]?
    | (?:©|copyright\b|\(c\)\s?\d{4}).{0,200}
    | (?:the\s)?(?:views|opinions)\s(?:and\sopinions\s)?expressed\b.{0,240}
    | (?:reporting|writing|editing|additional\sreporting)\sby\b.{2,200}
    | (?:abstract|full\stext|correction\sappended)\.?
    | [\W_]{1,20}
    | \}[.;]? | [a-z-]{2,30}:\s?[^;:]{1,60};
    )"""
)
_NOTICE = re.compile(
    r"""(?ix)(?:
      .{0,120}\ball\srights\sreserved\W?
    | .{2,90}\bcontributed\s(?:reporting\s)?(?:to|from)\s(?:this|the)\s(?:report|story|article)\W?
    | [\w.\#\s-]{0,60}\{.{0,80}
    )"""
)
_READING = re.compile(r"(?i)(?:reading\stime:?\s?)?\d{1,3}\s?[-–]?\s?min(?:ute)?s?\.?(?:\s(?:read|to\sread|ago))?")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d){1,2}")
_DATE_WORDS = re.compile(
    r"(?ix)(?:published|updated|posted|last|modified|created|issued|first|on|at|date|time|edited|et|est|edt|gmt|utc"
    r"|bst|pst|pdt|ist|cet|am|pm|a\.m\.|p\.m\.|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|z|\d{1,2}[:.h]\d{2}(?:[:.]\d\d)?|\d{1,2}\s?(?:am|pm))(?![a-z])|[\s:,.|•·()–—-]+"
)
_LABEL_ONLY = re.compile(r"(?i)(?:updated|published|posted|last\s(?:updated|modified))(?:\s(?:on|at))?\s?:?")
_BYLINE = re.compile(
    r"(?:By|BY|by|BYLINE:)\s+(?:[A-Z][\w.’'-]+|and|de|van|von|al-\w+|[,&|/]|of|for|in|the|\s)+(?:\(@?\w+\))?\.?"
)
_NAME_ONLY = re.compile(r"[A-Z][a-zà-ÿ’'.-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+|al-[A-Z]\w+|de|van|von|bin)){1,3}")
_SIGNATURE = re.compile(
    rf"[—–-]{{1,2}}\s?[^\n()]{{1,80}}\(@\w{{1,30}}\)\s?(?:,?\s?{MONTH}\s\d{{1,2}},\s\d{{4}})?(?:</\w+>)?\.?"
)
_SIGNED_END = re.compile(rf"[—–]\s?[^\n()]{{1,80}}\(@\w{{1,30}}\)\s?{MONTH}\s\d{{1,2}},\s\d{{4}}(?:</\w+>)?\.?$")
_POST_LINK = re.compile(r"(?:pic\.twitter\.com|t\.co)/\w+\W*$")
_TAIL = re.compile(
    r"(?i)(?:comments?(?:\s\(\d+\))?|post\sa\scomment|leave\sa\s(?:comment|reply)|join\sthe\sconversation"
    r"|related(?:\s(?:articles?|stories|topics|posts|news))?|more\sstories|you\smay\salso\slike)[.:]?"
)
_DATELINE = re.compile(
    rf"""
    (?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'\- ]{{2,40}}(?:,\s(?:[A-Z][\w.’'-]*\s?){{1,4}}?)??)
    (?:,\s{MONTH}\s\d{{1,2}})?
    (?:\s?[\[(](?P<agency>[A-Z][\w/. -]{{1,30}})[\])])?
    \s?(?:--?|–|—|_)\s(?=\s*["“‘'(\[]?[A-ZÀ-Þ0-9])
    """,
    re.VERBOSE,
)
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")

Kind = tuple[str, BlockRule, float]


def name_kind(text: str, line: Line) -> Kind | None:
    """Return (kind, rule, confidence) where the line's own look settles it, else None."""
    size = line.end - line.start
    head = text[line.start : min(line.end, line.start + 400)]
    if size <= 600 and _URL_LINE.fullmatch(head):
        return "url", "address-only", 1.0
    if size <= 100:
        for test, kind in _SHORT:
            if test(head):
                return kind
    if size <= 300 and (_FURNITURE.fullmatch(head) or (_may_notice(head) and _NOTICE.fullmatch(head))):
        return "furniture", "known-phrase", 0.9
    if size <= 1200:
        tail = text[max(line.start, line.end - _TAIL_CHARS) : line.end]
        if ("(@" in tail and _SIGNED_END.search(tail)) or (size <= 400 and ".co" in tail and _POST_LINK.search(tail)):
            return "embed", "post", 0.9
        if (
            (_may_credit(tail) and _CREDIT.search(tail))
            or _CAPTION_START.match(head)
            or (size < 100 and _CREDIT_LINE.fullmatch(head))
        ):
            return "caption", "photo-credit", 0.9
    return None


def _may_notice(head: str) -> bool:
    """What no notice is without, likewise."""
    low = head.lower()
    return "{" in low or "reserved" in low or "contributed" in low


def _may_credit(tail: str) -> bool:
    """What no photo credit is without; much faster to look for than a credit."""
    return tail.endswith((")", "]", ").", "].")) or ":" in tail or "/" in tail


def signs_post(text: str, line: Line) -> bool:
    """Is the line nothing but the signature of an embedded post?"""
    return line.end - line.start <= 160 and bool(_SIGNATURE.fullmatch(text, line.start, line.end))


def opens_tail(text: str, line: Line) -> bool:
    """Does the line open the part below an article (comments, related stories)?"""
    return line.end - line.start <= 40 and bool(_TAIL.fullmatch(text, line.start, line.end))


def is_byline(text: str, line: Line) -> bool:
    """Is the line "By X" or, for use in a header only, nothing but a person's name?"""
    words = text[line.start : line.end]
    return len(words) <= 100 and bool(_BYLINE.fullmatch(words) or _NAME_ONLY.fullmatch(words))


def is_label(text: str, line: Line) -> bool:
    """One or two words without a full stop and without lower-case words: a section label."""
    words = text[line.start : line.end].split() if line.end - line.start <= 40 else []
    return 1 <= len(words) <= 2 and all(w[0].isupper() for w in words) and words[-1][-1].isalnum()


def is_heading(text: str, line: Line) -> bool:
    """A short line that no punctuation closes."""
    if line.end - line.start > 120:
        return False
    words = text[line.start : line.end].split()
    return len(words) <= 12 and words[0][0].isupper() and text[line.end - 1].isalnum()


def is_title(text: str, line: Line, *, alone: bool) -> bool:
    """Can the line be a title? `alone`: nothing else stands above the body, so it must look like one."""
    if line.end - line.start > 250:
        return False
    words = text[line.start : line.end].split()
    if not 3 <= len(words) <= 32 or find_dateline(text, line.start, line.end):
        return False
    if not _TERMINAL.search(text[line.start : line.end]) or words[-1][-1] in "?!":
        return text[line.end - 1] not in ",;:"
    long = [word for word in words[1:] if len(word) > 3]
    if len(long) < 3:
        return False
    first = [word.strip("“\"‘'(")[:1] for word in long]
    capitals = sum(letter.isupper() or not letter.isalpha() for letter in first)
    return capitals * 4 >= len(long) * 3 if alone else capitals * 2 >= len(long)


def find_dateline(text: str, start: int, end: int) -> tuple[int, int, int, int, str | None] | None:
    """Return (start, end, place start, place end, agency) of the dateline that opens text[start:end]."""
    match = _DATELINE.match(text, start, min(end, start + 140))
    if match is None or sum(char.isupper() for char in match["place"].split(",")[0]) < 3:
        return None
    place_end = match.start("place") + len(match["place"].rstrip())
    return match.start(), match.end(), match.start("place"), place_end, match["agency"]


def _is_date(line: str) -> bool:
    """Nothing but one or more dates, clock times and the words that label them."""
    rest = line
    for found in reversed(list(find_absolute(line, 0, len(line)))):
        rest = rest[: found.start] + " " + rest[found.end :]
    return rest != line and not _DATE_WORDS.sub("", rest).strip()


_SHORT: tuple[tuple[Callable[[str], object], Kind], ...] = (
    (_READING.fullmatch, ("furniture", "reading-time", 0.95)),
    (_CLOCK.fullmatch, ("furniture", "clock", 0.9)),
    (_is_date, ("date", "date-only", 0.95)),
    (_LABEL_ONLY.fullmatch, ("furniture", "date-label", 0.9)),
    (_BYLINE.fullmatch, ("byline", "by-line", 0.95)),
)
