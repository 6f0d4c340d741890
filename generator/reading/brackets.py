"""What was opened on a line and not closed: braces, brackets, and quotation marks within them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..problems import Label, Mend, quoted

CLOSING = {"[": "]", "{": "}"}
_OPENING = re.compile(r"(?P<before>[ ]*(?:- +)*(?:[A-Za-z_][\w-]*: +)?)[\[{]")
_MARKED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


@dataclass(frozen=True, slots=True)
class Slip:
    """A line and column, counted from 1, what is wrong there, other places, and what to write where that is certain.

    The places of labels have no file.
    """

    line: int
    column: int
    message: str
    labels: tuple[Label, ...] = ()
    mend: Mend | None = None


def unclosed(lines: list[str], at: int) -> Slip | None:
    """Find what a line opens and does not close; None where it opens nothing, or the lines below go on with it."""
    line = lines[at] if 0 <= at < len(lines) else ""
    found = _OPENING.match(line)
    if found is None:
        return None
    start = len(found["before"])
    opened, mark = _scan(line, start)
    below = next((later for later in lines[at + 1 :] if later.strip()), None)
    cut = "" if lines[at + 1 :] else "the file breaks off here: "
    if mark is not None:
        rest = line[mark:].rstrip()
        closing = _closing(opened)
        words = rest.removesuffix(closing) if rest.endswith(closing) else rest
        right = f"{words}{rest[0]}{closing}"
        message = f"{cut}the quotation mark of {quoted(words, 40)} is not closed; add `{rest[0]}` at its end"
        return Slip(at + 1, mark + 1, message, mend=Mend(rest, right))
    if not opened or (below is not None and _goes_on(line, below)):
        return None
    column, sign = opened[-1]
    message = f"{cut}the `{sign}` is not closed; add `{CLOSING[sign]}` at its end"
    whole = line[column:].rstrip()
    finished = not whole.endswith((",", ":", sign))
    return Slip(at + 1, column + 1, message, mend=Mend(whole, whole + _closing(opened)) if finished else None)


def _goes_on(line: str, below: str) -> bool:
    return len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())


def _closing(opened: list[tuple[int, str]]) -> str:
    return "".join(CLOSING[sign] for _, sign in reversed(opened))


def _scan(line: str, at: int) -> tuple[list[tuple[int, str]], int | None]:
    """Return the brackets that are open at the end of a line, and where a quotation mark opens that none closes."""
    opened = [(at, line[at])]
    before, last = line[at], at
    while (at := at + 1) < len(line):
        sign = line[at]
        begins = before in "[{," or (before == ":" and last < at - 1)
        if sign in "'\"" and begins:
            marked = _MARKED.match(line, at)
            if marked is None:
                return opened, at
            at = marked.end() - 1
        elif sign in CLOSING and begins:
            opened.append((at, sign))
        elif opened and sign == CLOSING[opened[-1][1]]:
            opened.pop()
        elif sign == "#" and line[at - 1] == " ":
            break
        if sign != " ":
            before, last = sign, at
    return opened, None
