"""What YAML's parser stumbled over, said as the slip that people make: where it was made, and what would be right.

The parser tells where it gave up, often a line or more after the mistake and in the words of its grammar. Only a file
that it could not read is looked at here, so a guess can mislead nobody whose file is sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..problems import Label, Mend, Place, quoted
from .brackets import CLOSING, Slip, unclosed
from .expected import in_line

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: |$)")
_FIELD = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<value> .*|)$")
_NO_SPACE = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$")
_NO_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[a-z_]+) +(?P<value>\S.*)$")
_OPEN_QUOTE = re.compile(r"""["](?:[^"\\]|\\.)*$|['](?:[^']|'')*$""")
_LONE = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<key>[a-z_][a-z_-]*)[ ]*$")
_FAR = 3
"""Lines above the one that could not be read within which a field without its colon is looked for."""
_ITEM = re.compile(r"(?P<indent>[ ]*)- ")


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
        unclosed(lines, begun.line),
        unclosed(lines, at),
        _bracket(lines, error, begun, stopped),
        _quote(lines, at),
        _character(lines, error, at, stopped.column),
        _dash(lines, at),
        _lone(lines, at),
        _colon(lines, begun.line, at) if "expected ':'" in str(error.problem) or _above_is_none(lines, at) else None,
        _item(lines, at),
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
    labels = tuple(
        Label(Place("", above + 1), f"{_side(lines[named - 1])} has this")
        for above, below, named in ((ours, middle, ours), (middle, theirs, theirs))
        if below - above > 1
    )
    message = f"{message}; keep {kept}, and delete lines {ours}, {middle} and {theirs}"
    return Slip(ours, 1, message, labels)


def _side(mark: str) -> str:
    """Name a side of a conflict as git names it behind its mark."""
    name = mark[len("<<<<<<<") :].strip()
    return quoted(name, 40) if name else "this side"


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
            above = next((line.rstrip() for line in reversed(lines[:number]) if line.strip()), "")
            mend = Mend(found[0], " " * wanted, 1) if wanted and not above.endswith(":") else None
            return Slip(number + 1, found.end(), f"a line is indented with spaces, not with a tab{spaces}", mend=mend)
    return None


def _bracket(lines: list[str], error: yaml.MarkedYAMLError, begun: yaml.Mark, stopped: yaml.Mark) -> Slip | None:
    if "flow" not in str(error.context) or begun.line >= len(lines):
        return None
    opening = lines[begun.line][begun.column : begun.column + 1]
    closing = CLOSING.get(opening)
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
                last = all(not line.strip() for line in lines[number + 1 :])
                message = "" if lines[number + 1 :] else "the file breaks off here: "
                message += f"the quotation mark of {quoted(value, 40)} is not closed; add `{value[0]}` at its end"
                alone = last or _FIELD.match(lines[number + 1]) is not None
                mend = Mend(value.rstrip(), f"{value.rstrip()}{value[0]}") if alone else None
                return Slip(number + 1, column, message, mend=mend)
            if number == at and (after := re.match(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#].*)""", value)):
                other = "'" if value[0] == '"' else '"'
                message = (
                    f"the quotation mark closes before {quoted(after[2], 30)}; put the whole value between `{other}`"
                )
                whole = value.rstrip()
                mend = Mend(whole, f"{other}{whole}{other}", column) if other not in whole else None
                return Slip(number + 1, column + after.start(2), message, mend=mend)
    return None


def _character(lines: list[str], error: yaml.MarkedYAMLError, at: int, column: int) -> Slip | None:
    sign = lines[at][column : column + 1]
    if "cannot start any token" not in str(error.problem) or not sign:
        return None
    value = lines[at][column:].rstrip()
    message = f"a value cannot begin with `{sign}` unless it stands in quotation marks: write {quoted(in_line(value))}"
    return Slip(at + 1, column + 1, message, mend=Mend(value, in_line(value)))


def _dash(lines: list[str], at: int) -> Slip | None:
    found = re.match(r" *-(?![- ])(?P<item>\S.*)", lines[at])
    if found is None:
        return None
    wrong, right = lines[at].strip(), f"- {found['item'].rstrip()}"
    message = f"{quoted(wrong, 40)} has no space behind its dash; write {quoted(right, 40)}"
    return Slip(at + 1, _indent(lines[at]) + 1, message, mend=Mend(wrong, right))


def _lone(lines: list[str], at: int) -> Slip | None:
    """Find a field without its colon, whose value stands below it."""
    for number in range(at, max(-1, at - _FAR), -1):
        found = _LONE.match(lines[number])
        if found is None:
            continue
        below = next((line for line in lines[number + 1 :] if line.strip()), "")
        inside = (
            _indent(below) > len(found["indent"]) or re.match(rf"[ ]{{{len(found['indent'])}}}- ", below) is not None
        )
        beside = len(found["indent"]) in (column for column, _, _ in _above(lines, number))
        if inside or beside:
            message = f"{quoted(found['key'])} has no colon; write {quoted(found['key'] + ':')}"
            return Slip(number + 1, found.start("key") + 1, message, mend=Mend(found["key"], f"{found['key']}:"))
    return None


def _above_is_none(lines: list[str], at: int) -> bool:
    """Tell whether a line is a sound field, and the one above it, which begins where it does, is none."""
    here = _FIELD.match(lines[at])
    above = lines[at - 1] if at else ""
    sound = here is not None and ": " not in here["value"].strip() + " "
    return sound and above.strip() != "" and _indent(above) == _indent(lines[at]) and _FIELD.match(above) is None


def _colon(lines: list[str], begun: int, at: int) -> Slip | None:
    for number in dict.fromkeys((begun, at - 1, at)):
        line = lines[number] if 0 <= number < len(lines) else ""
        column = _indent(line) + 1
        if found := _NO_SPACE.match(line):
            message = f"{quoted(line.strip())} has no space behind its colon; write "
            return _written(number, column, message, line, found)
        if _FIELD.match(line) is None and (found := _NO_COLON.match(line)):
            return _written(number, column, f"{quoted(line.strip())} has no colon; write ", line, found)
    return None


def _written(number: int, column: int, message: str, line: str, found: re.Match[str]) -> Slip:
    key = found.start("key")
    right = f"{line[column - 1 : key]}{found['key']}: {found['value'].rstrip()}"
    return Slip(number + 1, column, f"{message}{quoted(right)}", mend=Mend(line[column - 1 :].rstrip(), right))


def _item(lines: list[str], at: int) -> Slip | None:
    """Find an item whose dash does not stand below those of its list."""
    found = _ITEM.match(lines[at])
    if found is None:
        return None
    here, others = len(found["indent"]), []
    for number in range(at - 1, -1, -1):
        item = _ITEM.match(lines[number])
        if item is not None and len(item["indent"]) != here:
            others.append((len(item["indent"]), number))
        elif lines[number].strip() and (item is not None or _indent(lines[number]) <= here):
            break
    if not others:
        return None
    column, above = min(others, key=lambda one: one[0])
    message = (
        f"the dash of {quoted(lines[at].strip(), 40)} stands in column {here + 1}, that of the item above it on line "
        f"{above + 1} in column {column + 1}; move it and the lines that belong to it there"
    )
    return Slip(at + 1, here + 1, message, (Label(Place("", above + 1, column + 1), "the item above it"),))


def _column(lines: list[str], at: int) -> Slip | None:
    """Find a field that begins in a column where none of those above it does."""
    found = _FIELD.match(lines[at])
    if found is None:
        return None
    here = len(found["indent"])
    above = list(_above(lines, at))
    if not above or here in (column for column, _, _ in above):
        return None
    column, key, line = above[0]
    mend = Mend(" " * here, " " * column, 1) if here > column and not found["indent"].strip() else None
    label = Label(Place("", line + 1, column + 1), f"`{key}` begins here")
    message = f"`{found['key']}` begins in column {here + 1}, `{key}` above it in column {column + 1}; fields that "
    return Slip(at + 1, here + 1, f"{message}belong together begin in one column", (label,), mend)


def _above(lines: list[str], at: int) -> Iterator[tuple[int, str, int]]:
    """List the fields above a line that it may belong to, nearest first: the column where each begins, name, line."""
    least = 1 << 30
    for number in range(at - 1, -1, -1):
        line = lines[number]
        found = _FIELD.match(line)
        if found is not None and len(found["indent"]) < least:
            least = len(found["indent"])
            yield least, found["key"], number
            least = min(least, len(line) - len(line.lstrip()) + 1)


def _inner_colon(lines: list[str], at: int) -> Slip | None:
    found = _FIELD.match(lines[at])
    if found is None or ": " not in found["value"].strip() + " ":
        return None
    value = found["value"].strip()
    column = len(found["indent"]) + len(found["key"]) + 3
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if below.strip() and _indent(below) > len(found["indent"]) and _FIELD.match(below) is None:
        message = f"a value with `: ` in it that goes on below stands under `{found['key']}: >`, on lines of its own"
        return Slip(at + 1, column, message)
    right = f"{found['key']}: {in_line(value)}"
    message = f"a value with `: ` in it stands in quotation marks: write {quoted(right, 100)}"
    return Slip(at + 1, column, message, mend=Mend(value, in_line(value)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
