"""Adding to a file of curated YAML as text: an item at the end of a list, every other byte as its author wrote it.

Nothing is dumped. The file is read, the item is put in as lines in the file's own indentation, and the whole is read
again: it must be what it was and the item, or nothing is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.marked import MarkedList, Marks
from ..reading import nodes

Value = str | Mapping[str, "Value"] | Sequence["Item"]
Item = Mapping[str, Value] | str
"""What can be written: a mapping, or a text that is YAML as it is; a mapping's values are texts, mappings or lists."""
Path = Sequence[str | int]
"""The way to a list: keys, and positions in lists (`passages`, 2, `renderings`)."""

_PLAIN = re.compile(r"[^\W_](?:(?:[\w ,.’()/+~?%-]|:(?=[\w/]))*[\w.)’~?%])?")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n|\r|\n")
_KEY = r"{key}[ ]*:[ ]*(?:\#.*)?"


class StyleError(ValueError):
    """A file to which nothing can be added as text; the message says why, `snippet` is what to add by hand."""

    def __init__(self, why: str, snippet: str = "") -> None:
        super().__init__(why)
        self.snippet = snippet


@dataclass(frozen=True, slots=True)
class Indentation:
    """How a file indents: the columns of a dash under its key, and of what follows the dash."""

    dash: int = 2
    gap: int = 1


def quote(text: str) -> str:
    """Write a text in double quotation marks, as YAML reads it back code point for code point."""
    return _UNPRINTABLE.sub(lambda c: f"\\u{ord(c.group()):04x}", json.dumps(text, ensure_ascii=False))


def scalar(text: str) -> str:
    """Write a text on one line, plain where nothing in it could mean anything else."""
    return text if _PLAIN.fullmatch(text) else quote(text)


def flow(fields: Mapping[str, str]) -> str:
    """Write fields as a mapping on one line."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def record(fields: Mapping[str, Value]) -> str:
    """Write a whole new record."""
    return "\n".join(_mapping(fields, 0, Indentation())) + "\n"


def lines(item: Item, indent: int = 2, style: Indentation | None = None) -> list[str]:
    """Write an item of a list, its dash in column `indent`."""
    style = style or Indentation()
    if isinstance(item, str):
        return [" " * indent + "-" + " " * style.gap + item]
    inner = indent + 1 + style.gap
    written = _mapping(item, inner, style)
    written[0] = " " * indent + "-" + " " * style.gap + written[0][inner:]
    return written


def _mapping(fields: Mapping[str, Value], indent: int, style: Indentation) -> list[str]:
    written: list[str] = []
    for name, value in fields.items():
        if isinstance(value, str):
            written.append(f"{' ' * indent}{name}: {value}")
            continue
        written.append(f"{' ' * indent}{name}:")
        if isinstance(value, Mapping):
            written += _mapping(value, indent + style.dash, style)
            continue
        for item in value:
            written += lines(item, indent + style.dash, style)
    return written


def append(text: str, path: Path, item: Item, name: str) -> str:
    """Return a file's text with an item added at the end of a list. Raises StyleError.

    The key of a top-level list that is not there is added at the end of the file.
    """
    snippet = "\n".join(lines(item, 2)) + "\n"
    try:
        after = _appended(text, path, item, name)
    except StyleError as error:
        raise StyleError(str(error), f"{path[-1]}:\n{snippet}") from None
    return after


def _appended(text: str, path: Path, item: Item, name: str) -> str:
    bare = text.removeprefix("\ufeff")
    before, problems = nodes.parse(bare, name)
    if before is None or problems:
        raise StyleError(f"the file cannot be read: {problems[0] if problems else name}")
    if len(path) == 1 and path[0] not in before:
        after = _with_key(bare, str(path[0]), item)
    else:
        after = _with_item(bare, before, path, item)
    added = _read(item, name)
    again, wrong = nodes.parse(after, name)
    expected = _plain(before)
    target = expected
    for step in path[:-1]:
        target = target[step]
    target.setdefault(path[-1], []).append(added)
    if again is None or wrong or _plain(again) != expected:
        raise StyleError("the file's style does not allow adding to it safely")
    return text[: len(text) - len(bare)] + after


def _read(item: Item, name: str) -> Any:
    """Read an item as it will be read in the file."""
    alone, problems = nodes.parse("\n".join(["item:", *lines(item)]) + "\n", name)
    if alone is None or problems:
        raise StyleError("what was to be added cannot be written")
    return _plain(alone)["item"][0]


def _plain(value: Any) -> Any:
    if isinstance(value, Marks):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, MarkedList):
        return [_plain(inner) for inner in value]
    return value


def _rows(text: str) -> list[str]:
    """Split a text into lines with their endings, as an editor counts them."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if start < end]


def _ending(row: str) -> str:
    return row[len(row.rstrip("\r\n")) :]


def _with_key(text: str, key: str, item: Item) -> str:
    rows = _rows(text)
    _refuse_tabs(rows)
    filled = [row for row in rows if row.strip()]
    if not filled or any(row.startswith(("{", "}", "...")) for row in filled):
        raise StyleError("the record is written in braces or ends with a mark")
    if filled[-1].lstrip().startswith("#"):
        raise StyleError("a comment stands at the end, and whose it would be then is not clear")
    end = _ending(rows[0]) or "\n"
    start = text if _ending(rows[-1]) else text + end
    return start + "".join(line + end for line in [f"{key}:", *lines(item)])


def _with_item(text: str, root: Marks, path: Path, item: Item) -> str:
    rows = _rows(text)
    key_row, key_column, found, bound = _follow(root, path, len(rows))
    key = str(path[-1])
    if not isinstance(found, MarkedList):
        raise StyleError(f"`{key}` is no list")
    written = rows[key_row].rstrip("\r\n")
    if not re.fullmatch(_KEY.format(key=re.escape(key)), written[key_column:]):
        raise StyleError(f"`{key}` is written in brackets or in some other way on its own line")
    if not found:
        raise StyleError(f"`{key}` has nothing in it")
    _refuse_tabs(rows[key_row:bound])
    dash, gap = _dash(rows, found)
    if len(path) == 1 and key_column:
        raise StyleError("the record is indented")
    last = bound - 1
    while not rows[last].strip():
        last -= 1
    if rows[last].lstrip().startswith("#"):
        raise StyleError("a comment stands between the end of the list and what follows")
    end = _ending(rows[key_row])
    new = lines(item, dash, Indentation(dash - key_column, gap))
    added = "".join(line + end for line in new) if _ending(rows[last]) else end + end.join(new)
    return "".join(rows[: last + 1]) + added + "".join(rows[last + 1 :])


def _follow(root: Marks, path: Path, bound: int) -> tuple[int, int, Any, int]:
    """Walk to a list: the row and column of its key, the list, and the row before which its lines end."""
    here: Any = root
    row = column = 0
    for step in path:
        if isinstance(here, Marks) and isinstance(step, str) and step in here:
            row, column = here.keys_at[step].line - 1, here.keys_at[step].column - 1
            starts = [place.line - 1 for place in here.keys_at.values()]
        elif isinstance(here, MarkedList) and isinstance(step, int) and step < len(here):
            row = here.items_at[step].line - 1
            starts = [place.line - 1 for place in here.items_at]
        else:
            raise StyleError(f"there is no `{step}` to add to")
        bound = min([start for start in starts if start > row] + [bound])
        here = here[step]
    return row, column, here, bound


def _dash(rows: Sequence[str], found: MarkedList) -> tuple[int, int]:
    """Return the column of a list's dashes, and how many spaces follow them: the same for every item."""
    seen = set()
    for place in found.items_at:
        match = re.match(r"( *)-( +)", rows[place.line - 1])
        if match is None or match.end() != place.column - 1:
            raise StyleError("the list is not written with a dash and its item on one line each")
        seen.add((len(match[1]), len(match[2])))
    if len(seen) != 1:
        raise StyleError("the items of the list are not indented alike")
    return seen.pop()


def _refuse_tabs(rows: Sequence[str]) -> None:
    for row in rows:
        if "\t" in row[: len(row) - len(row.lstrip())]:
            raise StyleError("the file is indented with tabs")
