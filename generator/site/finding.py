"""What search finds a page by, beyond the words on it: every name of its record, and how people may type it.

Search reads pages as they are, and ranks a title far above the text. A record's other names stand in its title there,
so that whoever types one is led to the record first, and not to a page that mentions it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

_BETWEEN = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]\d)")


def spelled_otherwise(names: Iterable[str]) -> list[str]:
    """Return how names may be typed: without accents and signs, and with their words joined.

    What differs in capitals alone is found as it is, and would be shown among the words of the page.
    """
    found: dict[str, None] = {}
    for name in names:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
        words = _BETWEEN.sub(" ", plain).split()
        found |= dict.fromkeys(one for one in (" ".join(words), "".join(words)) if one not in ("", name.casefold()))
    return list(found)


def plain_numbers(text: str) -> list[str]:
    """Return the numbers of a text that have commas between their thousands, without them."""
    return list(dict.fromkeys(number.replace(",", "") for number in _NUMBER.findall(text)))


def complete(index: Path, names: Mapping[str, tuple[str, ...]]) -> None:
    """Complete the search index, where there is one. `names` are a record's by its page's address, the title first."""
    if not index.is_file():
        return
    written = json.loads(index.read_text(encoding="utf-8"))
    for entry in written["docs"]:
        known = names.get(entry["location"], ())
        if known[1:]:
            # Search shows a title as HTML.
            entry["title"] = f"{entry['title']} ({', '.join(escape(name) for name in known[1:])})"
        entry["text"] = " ".join([entry["text"], *spelled_otherwise(known), *plain_numbers(entry["text"])])
    index.write_text(json.dumps(written, separators=(",", ":")), encoding="utf-8")
