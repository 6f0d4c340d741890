"""A web page's text and what it says of itself, and fetching one. The only module that uses trafilatura and a network.

What the page does not state is left out: trafilatura's fallbacks (a name made of the address, a date looked for in
running text) are not taken over.
"""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from html import unescape
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

from .. import __version__

MOST_BYTES = 10_000_000
"""Bytes of a page: more is no article, and parsing it would take minutes."""
WAIT = 20.0
LONGEST = 60.0
"""Seconds without an answer, and in all, after which fetching is given up."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"""<html\b[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\b""", re.IGNORECASE
)
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HANDLE = re.compile(r"@|^https?:")
_NEWS = {"newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle"}
_WORDS = ".//text()[not(parent::script or parent::style or parent::noscript or parent::template)]"
"""The words of an element that a reader sees (XPath)."""


class PageError(ValueError):
    """A page that cannot be had or read; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: where it led, its bytes, its content type and the charset that came with it."""

    url: str
    data: bytes
    type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, and what the page states of itself."""

    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    issued: str | None = None
    url: str | None = None
    language: str | None = None
    news: bool = False
    captions: frozenset[str] = frozenset()
    """Paragraphs of the text that are captions of pictures."""


def is_page(data: bytes) -> bool:
    """Tell whether bytes begin as a web page does."""
    return _PAGE.match(data[:4000].removeprefix(b"\xef\xbb\xbf")) is not None


def decode(data: bytes, charset: str | None, name: str) -> str:
    """Return a page's characters by the encoding it declares, else as UTF-8. Raises PageError."""
    declared = _CHARSET.search(data[:4096])
    encoding = charset or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        text = data.decode(encoding)
    except LookupError:
        raise PageError(f"{name} says it is encoded as `{encoding}`, which is unknown here") from None
    except UnicodeDecodeError as error:
        byte = f"the byte 0x{data[error.start]:02x} at {error.start}"
        raise PageError(f"{name} is not {encoding.upper()}: {byte} is no part of a character") from None
    except (UnicodeError, ValueError) as error:
        raise PageError(f"{name} cannot be read as {encoding}: {error}") from None
    return text.removeprefix("\ufeff")


def read(html: str, name: str, today: str) -> Page:
    """Take the article out of a page. Raises PageError where there is none."""
    if "\x00" in html:
        raise PageError(f"{name} has a NUL character at {html.index(chr(0))}: it is no web page")
    import trafilatura  # takes a fifth of a second, which no plain text should cost

    settled = {"extensive_search": False, "original_date": True, "max_date": today}
    captions: frozenset[str] = frozenset()
    try:
        tree = trafilatura.load_html(html)
        if tree is not None:
            captions = _keep_captions(tree)
        found = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=settled
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise PageError(f"{name} cannot be read as a web page: {error}") from error
    text = "" if found is None or isinstance(found, dict) else (found.text or "")
    if found is None or isinstance(found, dict) or not text.strip():
        raise PageError(f"no article text was found in {name}; save its text as a .txt file and add that")
    stated = " ".join(unescape(html).split()).casefold()
    language = _LANGUAGE.search(html[:20_000])
    return Page(
        text="\n\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n",
        title=_stated(found.title, stated),
        authors=tuple(one for name in (found.author or "").split(";") if (one := _stated(name, stated))),
        outlet=None if _same(found.sitename, found.hostname) else _stated(found.sitename, stated),
        issued=found.date,
        url=found.url if found.url and found.url in unescape(html) else None,
        language=language[1] if language else None,
        captions=captions,
        news=(found.pagetype or "").casefold() in _NEWS or '"@type":"newsarticle"' in stated.replace(" ", ""),
    )


def _keep_captions(tree: Any) -> frozenset[str]:
    """Repeat each caption as a paragraph behind its picture, with which trafilatura leaves it out; return them."""
    captions = set()
    for caption in list(tree.iter("figcaption")):
        words = " ".join("".join(caption.xpath(_WORDS)).split())
        if words:
            picture = next(caption.iterancestors("figure"), caption)
            while picture.getparent().tag == "p":
                picture = picture.getparent()
            paragraph = tree.makeelement("p")
            paragraph.text = words
            picture.addnext(paragraph)
            captions.add(words)
    return frozenset(captions)


def _stated(words: str | None, page: str) -> str | None:
    """Return words when they stand in the page as they are; a handle or an address is no name."""
    plain = " ".join((words or "").split())
    return plain if plain and plain.casefold() in page and not _HANDLE.search(plain) else None


def _same(outlet: str | None, host: str | None) -> bool:
    """Tell whether an outlet's name was only made of the address."""
    bare = re.sub(r"\W|^www\.", "", (outlet or "").casefold())
    return bool(host) and bare in re.sub(r"\W", "", (host or "").casefold())


def fetch(url: str) -> Fetched:
    """Get what is at an address: http or https alone, so much and so long at most. Raises PageError."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise PageError(f"`{url}` is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PageError(f"`{url}` is no address that begins with http:// or https://")
    agent = f"factsheet/{__version__}"
    # Only the handlers above are there: no files, no FTP, wherever a redirect leads.
    request = urllib.request.Request(url, headers={"User-Agent": agent, "Accept": "text/html,text/plain"})  # noqa: S310
    try:
        with _director().open(request, timeout=WAIT) as answer:
            headers: HTTPMessage = answer.headers
            data = _body(answer, url)
            return Fetched(answer.url, data, headers.get_content_type(), headers.get_content_charset())
    except urllib.error.HTTPError as error:
        error.close()
        raise PageError(f"{url} answered {error.code} {error.reason}") from None
    except urllib.error.URLError as error:
        raise PageError(f"{url} cannot be reached: {error.reason}") from None
    except TimeoutError:
        raise PageError(f"{url} did not answer within {WAIT:.0f} seconds") from None
    except (OSError, HTTPException) as error:
        raise PageError(f"{url} cannot be fetched: {error}") from None


def _director() -> urllib.request.OpenerDirector:
    director = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        director.add_handler(handler)
    return director


def _body(answer: HTTPResponse, url: str) -> bytes:
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise PageError(f"{url} sent its page compressed, unasked; save it in a browser and add the file")
    data, end = b"", time.monotonic() + LONGEST
    while piece := answer.read1(65536):
        data += piece
        if len(data) > MOST_BYTES:
            raise PageError(f"{url} is larger than {MOST_BYTES:,} bytes")
        if time.monotonic() > end:
            raise PageError(f"{url} took longer than {LONGEST:.0f} seconds")
    return data
