"""Quotation marks: which stretches of a paragraph stand between them.

Curly and straight double marks, guillemets, TeX's `` '' and, outside all of these, single marks, told from
apostrophes by the letters around them. Marks inside a quotation belong to it. A quotation without its closing
mark runs to the end of the paragraph, as news prints quotations of several paragraphs. One pass, linear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile("''|[“\"«„‘'`]")
_DOUBLE = re.compile('[“”"«»]')
_ELIDED = re.compile(r"['’]\d\ds?\b|['’](?:em|til|tis|twas|cause|n|bout)\b", re.IGNORECASE)
_CLOSERS = {"“": "”“", "«": "»", "„": "“”", '"': '"'}
_SINGLE_LIMIT = 600


class Quoted(NamedTuple):
    """The stretch between two marks, without them; `open_ended` where the closing mark is missing."""

    start: int
    end: int
    mark: str
    open_ended: bool


def find_quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Return the outermost quoted stretches of the paragraph text[start:end], in order."""
    found: list[Quoted] = []
    at = start
    while at < end and (match := _MARK.search(text, at, end)):
        mark, here = match.group(), match.start()
        at = match.end()
        quoted = None
        if mark in _CLOSERS:
            quoted = _read_double(text, here, start, end)
        elif mark == "''":
            at = here + 2
        elif mark in {"‘", "'"}:
            quoted = _read_single(text, here, start, end)
        elif mark == "`" and text.startswith("``", here):
            stop = text.find("''", here + 2, end)
            quoted = Quoted(here + 2, end if stop < 0 else stop, "``", stop < 0)
        if quoted is not None and quoted.end > quoted.start:
            found.append(quoted)
            at = quoted.end if quoted.open_ended else quoted.end + 1
    return found


def _read_double(text: str, here: int, start: int, end: int) -> Quoted | None:
    mark = text[here]
    if mark == '"' and not _opens(text, here, start, end):
        return None
    depth, inner = 1, False
    for found in _DOUBLE.finditer(text, here + 1, end):
        at, char = found.start(), found.group()
        if mark == "“" == char and not _closes_askew(text, at, end):
            return Quoted(here + 1, at, mark, True)
        if char in _CLOSERS[mark]:
            depth -= 1
        elif char == mark:
            depth += 1
        elif mark in _OTHERS:
            inner, closed = _OTHERS[mark](text, at, end, inner)
            depth -= closed
        if depth == 0:
            return Quoted(here + 1, at, mark, False)
    return Quoted(here + 1, end, mark, True)


def _straight_inside(text: str, at: int, end: int, inner: bool) -> tuple[bool, bool]:
    """A straight mark within curly ones: (is a quotation inside open now, does it close the curly one?)."""
    if inner or text[at - 1].isspace():
        return not inner, False
    return False, text[at] == '"' and _closes_askew(text, at, end)


def _curly_inside(text: str, at: int, _end: int, inner: bool) -> tuple[bool, bool]:
    """A curly mark within straight ones, likewise."""
    return text[at] == "“", text[at] == "”" and not inner


_OTHERS = {"“": _straight_inside, '"': _curly_inside}


def _closes_askew(text: str, at: int, end: int) -> bool:
    """Is an opening mark used for a closing one: before white space or punctuation?"""
    return at + 1 >= end or text[at + 1].isspace() or text[at + 1] in ".,;:!?)—<"


def _opens(text: str, here: int, start: int, end: int) -> bool:
    """Does a straight mark open a quotation? Not after a digit (inches) or "=" (markup), not before a space."""
    if here + 1 >= end or text[here + 1].isspace() or text[here + 1] in ">/":
        return False
    before = text[here - 1] if here > start else " "
    return not (before.isdigit() or before == "=")


def _read_single(text: str, here: int, start: int, end: int) -> Quoted | None:
    before = text[here - 1] if here > start else " "
    after = text[here + 1] if here + 1 < end else " "
    if before.isalnum() or after.isspace() or before in "’'." or _ELIDED.match(text, here):
        return None
    stop = _close_single(text, here, end)
    return Quoted(here + 1, stop, text[here], False) if stop > here + 1 else None


def _close_single(text: str, here: int, end: int) -> int:
    """Return where the single mark at `here` is closed, or -1: a mark after a letter and before none.

    One after an s ("the workers' hall") closes only where no other does.
    """
    wanted = "’" if text[here] == "‘" else "'"
    limit = min(end, here + _SINGLE_LIMIT)
    at, plural = text.find(wanted, here + 1, limit), -1
    while at >= 0:
        following = text[at + 1] if at + 1 < end else " "
        if not following.isalnum() and not text[at - 1].isspace():
            if text[at - 1] not in "sS" or following != " ":
                return at
            plural = at if plural < 0 else plural
        at = text.find(wanted, at + 1, limit)
    return plural
