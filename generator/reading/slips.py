"""What YAML's parser stumbled over, said as the slip that people make: where it was made, and what would be right.

The parser tells where it gave up, often a line or more after the mistake and in the words of its grammar. Only a file
that it could not read is looked at here, so a guess can mislead nobody whose file is sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ..problems import quoted

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: |$)")
_FIELD = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<value> .*|)$")
_NO_SPACE = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$")
_NO_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[a-z_]+) +(?P<value>\S.*)$")
_OPEN_QUOTE = re.compile(r"""["](?:[^"\\]|\\.)*$|['](?:[^']|'')*$""")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A line and column, counted from 1, and what is wrong there."""

    line: int
    column: int
    message: str


def slip(text: str, error: yaml.MarkedYAMLError) -> Slip | None:
    """Tell which slip made a text unreadable; None where it is none that we know."""
    lines = re.split(r"\r\n|\r|\n", text)
    stopped = error.problem_mark or error.context_mark
    if stopped is None:
        return None
    begun = error.context_mark or stopped
    at = min(stopped.line, len(lines) - 1)
    guesses = (
        _conflict(lines),
        _tab(lines, at),
        _bracket(lines, error, begun, stopped),
        _quote(lines, at),
        _character(lines, error, at, stopped.column),
        _dash(lines, at),
        _colon(lines, begun.line, at) if "expected ':'" in str(error.problem) else None,
        _column(lines, at),
        _inner_colon(lines, at) if "mapping values" in str(error.problem) else None,
    )
    return next((found for found in guesses if found is not None), None)


def _conflict(lines: list[str]) -> Slip | None:
    marks = [(number, found[1][0]) for number, line in enumerate(lines, 1) if (found := _CONFLICT.match(line))]
    ours = next((number for number, sign in marks if sign == "<"), None)
    if ours is None:
        return None
    middle = next((number for number, sign in marks if sign == "=" and number > ours), None)
    theirs = next((number for number, sign in marks if sign == ">" and number > ours), None)
    message = f"{quoted(lines[ours - 1], 40)} is the mark of a merge conflict"
    if middle is None or theirs is None:
        return Slip(ours, 1, f"{message}; keep one of the versions and delete the marks")
    first, second = _lines(ours + 1, middle - 1), _lines(middle + 1, theirs - 1)
    kept = f"{first} or {second}" if "nothing" in (first, second) else f"{first}, {second} or both"
    return Slip(ours, 1, f"{message}; keep {kept}, and delete lines {ours}, {middle} and {theirs}")


def _lines(first: int, last: int) -> str:
    if last < first:
        return "nothing"
    return f"line {first}" if first == last else f"lines {first} to {last}"


def _tab(lines: list[str], at: int) -> Slip | None:
    for number in (at, at - 1):
        found = re.match(r"[ -]*\t", lines[number]) if number >= 0 else None
        if found is not None:
            wanted = next((_indent(line) for line in reversed(lines[:number]) if line.strip()), 0)
            spaces = f" (the line above it begins with {wanted})" if wanted else ""
            return Slip(number + 1, found.end(), f"a line is indented with spaces, not with a tab{spaces}")
    return None


def _bracket(lines: list[str], error: yaml.MarkedYAMLError, begun: yaml.Mark, stopped: yaml.Mark) -> Slip | None:
    if "flow" not in str(error.context) or begun.line >= len(lines):
        return None
    opening = lines[begun.line][begun.column : begun.column + 1]
    closing = _CLOSING.get(opening)
    if closing is None:
        return None
    if stopped.line != begun.line:
        return Slip(begun.line + 1, begun.column + 1, f"the `{opening}` is not closed; add `{closing}` at its end")
    rest = lines[stopped.line][stopped.column :]
    return Slip(
        stopped.line + 1, stopped.column + 1, f"a comma or `{closing}` is missing before {quoted(rest, 30)}; words "
        "with a comma, a bracket, a colon or a quotation mark in them stand in quotation marks",
    )  # fmt: skip


def _quote(lines: list[str], at: int) -> Slip | None:
    """Find a value whose quotation mark is not closed on its line, a little above."""
    for number in range(at, -1, -1):
        found = _FIELD.match(lines[number])
        if found is None:
            continue
        value = found["value"].lstrip()
        if value[:1] in ("'", '"'):
            column = len(lines[number]) - len(value) + 1
            if _OPEN_QUOTE.match(value):
                shown = quoted(value, 40)
                return Slip(
                    number + 1, column, f"the quotation mark of {shown} is not closed; add `{value[0]}` at its end"
                )
            if number == at and (after := re.match(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#].*)""", value)):
                other = "'" if value[0] == '"' else '"'
                message = (
                    f"the quotation mark closes before {quoted(after[2], 30)}; put the whole value between `{other}`"
                )
                return Slip(number + 1, column + after.start(2), message)
    return None


def _character(lines: list[str], error: yaml.MarkedYAMLError, at: int, column: int) -> Slip | None:
    sign = lines[at][column : column + 1]
    if "cannot start any token" not in str(error.problem) or not sign:
        return None
    value = lines[at][column:].rstrip()
    return Slip(
        at + 1, column + 1, f"a value cannot begin with {sign} unless it stands in quotation marks: `'{value}'`"
    )


def _dash(lines: list[str], at: int) -> Slip | None:
    found = re.match(r" *-(?![- ])(?P<item>\S.*)", lines[at])
    if found is None:
        return None
    right = quoted(f"- {found['item']}", 40)
    message = f"{quoted(lines[at].strip(), 40)} has no space behind its dash; write {right}"
    return Slip(at + 1, _indent(lines[at]) + 1, message)


def _colon(lines: list[str], begun: int, at: int) -> Slip | None:
    for number in dict.fromkeys((begun, at - 1, at)):
        line = lines[number] if 0 <= number < len(lines) else ""
        column = _indent(line) + 1
        if found := _NO_SPACE.match(line):
            right = f"{found['key']}: {found['value']}"
            return Slip(
                number + 1, column, f"{quoted(line.strip())} has no space behind its colon; write {quoted(right)}"
            )
        if _FIELD.match(line) is None and (found := _NO_COLON.match(line)):
            right = f"{found['key']}: {found['value']}"
            return Slip(number + 1, column, f"{quoted(line.strip())} has no colon; write {quoted(right)}")
    return None


def _column(lines: list[str], at: int) -> Slip | None:
    """Find a field that begins in a column where none of those above it does."""
    found = _FIELD.match(lines[at])
    if found is None:
        return None
    here = len(found["indent"])
    above = list(_above(lines, at))
    if not above or here in (column for column, _ in above):
        return None
    column, key = above[0]
    message = f"`{found['key']}` begins in column {here + 1}, `{key}` above it in column {column + 1}; fields that "
    return Slip(at + 1, here + 1, f"{message}belong together begin in one column")


def _above(lines: list[str], at: int) -> Iterator[tuple[int, str]]:
    """List the fields above a line that it may belong to, with the columns where they begin: nearest first."""
    least = 1 << 30
    for line in reversed(lines[:at]):
        found = _FIELD.match(line)
        if found is not None and len(found["indent"]) < least:
            least = len(found["indent"])
            yield least, found["key"]
            least = min(least, len(line) - len(line.lstrip()) + 1)


def _inner_colon(lines: list[str], at: int) -> Slip | None:
    found = _FIELD.match(lines[at])
    if found is None or ": " not in found["value"].strip() + " ":
        return None
    value = found["value"].strip()
    mark = '"' if '"' not in value else "'"
    column = len(found["indent"]) + len(found["key"]) + 3
    right = f"{found['key']}: {mark}{value}{mark}"
    return Slip(at + 1, column, f"a value with `: ` in it stands in quotation marks: write {quoted(right, 100)}")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
