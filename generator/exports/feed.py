"""The corrections as an Atom feed (RFC 4287): `corrections.xml` in the site."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..model.corrections import Correction
from ..strings import Strings
from ..views.data import Brief, Corrected, Link
from ..views.reserve import reserve

FILE = "corrections.xml"
_PERMANENT = attrgetter("fact", "field", "source", "was", "became", "kind", "reason", "date", "by")
"""What an id rests on: a published entry never changes."""
ATOM = "http://www.w3.org/2005/Atom"
_EARLIEST = "1970-01-01"
"""A feed has to say when it was updated; one without entries never was."""
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True, slots=True)
class Home:
    """The site a feed is of: its name, and the address of a page or a file in it by its key."""

    name: str
    address: Callable[[str], str]


def written(told: Sequence[tuple[Correction, Corrected]], home: Home, t: Strings) -> str:
    """Return the feed of some entries, as logged and as shown, newest first."""
    feed = Element("feed", xmlns=ATOM)
    _add(feed, "title", t("correction.title", site=home.name))
    _add(feed, "id", _urn(home.name, home.address(FILE)))
    _add(feed, "updated", _moment(told[0][0].date if told else _EARLIEST))
    SubElement(feed, "link", rel="self", href=home.address(FILE))
    SubElement(feed, "link", rel="alternate", type="text/html", href=home.address("corrections"))
    _add(SubElement(feed, "author"), "name", home.name or t("correction.heading"))
    for entry, shown in told:
        _entry(feed, entry, shown, home, t)
    indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(feed: Element, entry: Correction, shown: Corrected, home: Home, t: Strings) -> None:
    made = SubElement(feed, "entry")
    record = shown.record if isinstance(shown.record, Link) else Link("corrections", shown.record)
    words = [record.label, *([shown.fact.label] if shown.fact else [])]
    _add(made, "title", f"{shown.kind}: {', '.join(words)}")
    _add(made, "id", _urn(*(str(part) for part in _PERMANENT(entry))))
    _add(made, "updated", _moment(entry.date))
    SubElement(made, "link", rel="alternate", type="text/html", href=home.address((shown.fact or record).key))
    _add(SubElement(made, "author"), "name", shown.by)
    field = f"{shown.field}: " if shown.field else ""
    told = _told(shown.held, t) if shown.held else ""
    changed = f"{field}{_changed(shown, t)}{f' ({told})' if told else ''}. " if shown.was or shown.became else ""
    _add(made, "content", changed + shown.reason)


def _told(held: Brief, t: Strings) -> str:
    """Say who states it, and with what reserve."""
    said = reserve(t, held)
    per = t("claim.per", who=", ".join(party.label for party in held.by))
    return f"{per}, {said}" if said else per


def _changed(shown: Corrected, t: Strings) -> str:
    if shown.was is not None and shown.became is not None:
        return t("correction.change", was=shown.was, now=shown.became)
    return t("correction.gone", was=shown.was) if shown.became is None else t("correction.new", now=shown.became)


def _add(into: Element, name: str, text: str) -> None:
    """Add text; characters that XML has no way to write are left out."""
    SubElement(into, name).text = _NOT_XML.sub("", text)


def _urn(*parts: str) -> str:
    """Return an id that is the same for the same words, wherever and whenever it is made."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(parts)).urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
