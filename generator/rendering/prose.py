"""Our prose to HTML: Markdown, sanitised, its markers turned into footnote marks."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from markdown import Markdown
from markupsafe import Markup

from ..model.prose import LINK, LOOSE_MARKER
from ..views.data import Brief, Marked, ProseView

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "blockquote", "br"}
ATTRIBUTES = {"a": {"href", "title"}}
# Private-use characters stand where marks go while Markdown and the sanitiser run; none survive from the author.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACEHOLDER = re.compile(f"\\s*{_OPEN}([0-9]+){_CLOSE}")


def html(view: ProseView, address: Callable[[str], str], marked: Callable[[Marked], str]) -> Markup:
    """Render a prose field. `address` gives a record's address, `marked` the HTML of what stands at a marker."""
    pieces: list[str] = []
    position = 0
    for number, mark in enumerate(view.marks):
        pieces += [_clean(view.markdown[position : mark.start]), f"{_OPEN}{number}{_CLOSE}"]
        position = mark.end
    pieces.append(_clean(view.markdown[position:]))
    text = LINK.sub(lambda m: f"]({address(m['kind'] + 's/' + m['id'])})", "".join(pieces))
    # One converter per field, so that no link definition of one field reaches another.
    made = Markdown(extensions=[], output_format="html").convert(text)
    safe = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"})
    return Markup(_PLACEHOLDER.sub(lambda m: marked(view.marks[int(m[1])]), safe))  # noqa: S704 # sanitised


def plain(view: ProseView, reserve: Callable[[Brief], str]) -> str:
    """Return a prose field as plain text, for descriptions; where a fact is stated with reserve, that in brackets."""
    text, end = "", len(view.markdown)
    for mark in reversed(view.marks):
        said = "" if mark.left is None else reserve(mark.left)
        text = (f" ({said})" if said else "") + view.markdown[mark.end : end] + text
        end = mark.start
    text = LOOSE_MARKER.sub("", view.markdown[:end] + text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = nh3.clean(Markdown(output_format="html").convert(text), tags=set())
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(Markup(text).unescape().split()))  # noqa: S704 # sanitised


PAGE_TAGS = nh3.ALLOWED_TAGS | {"section", "details", "summary", "figure", "figcaption", "input", "label"}
PAGE_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "role", "tabindex", "aria-label", "scope", "cite",
          "data-own", "data-claim", "data-disputed", "data-prose", "data-factsheet",
          "data-search-exclude"},
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}  # fmt: skip
_IGNORED = re.compile(r"[\s\x00-\x1f]")  # browsers leave these out of an address
_ELSEWHERE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2})")


def sanitised(page: str) -> str:
    """Return a hand-written page's HTML without anything that runs: no script, no handler, no style, no frame."""
    return nh3.clean(
        page,
        tags=PAGE_TAGS,
        attributes=PAGE_ATTRIBUTES,
        attribute_filter=_own_pictures,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Leave out the address of a picture on another host: no page asks one for anything."""
    return None if tag == "img" and attribute == "src" and _ELSEWHERE.match(_IGNORED.sub("", value)) else value


def _clean(text: str) -> str:
    return LOOSE_MARKER.sub("", text).replace(_OPEN, "").replace(_CLOSE, "")
