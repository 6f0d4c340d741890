"""The words that pages show beside the facts, by key: read from one file, so that a site can put its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORMS = ("zero", "one", "other")
"""The forms of a counted string in English; `zero` may be left out, and `other` stands for every number without one."""

Entry = str | Mapping[str, str]


def english(n: int) -> str:
    """Return the form that a number takes in English."""
    return "one" if n == 1 else "other"


def placeholders(entry: Entry) -> set[str]:
    """Return what a string leaves open: the `date` of `as of {date}`."""
    texts = [entry] if isinstance(entry, str) else entry.values()
    return {found[1] for text in texts for found in _PLACEHOLDER.finditer(text)}


class Strings:
    """Strings by `area.key`, each a text or, where something is counted, a text for each form.

    `form` names the form that a number takes in the language of the strings.
    """

    def __init__(self, entries: Mapping[str, Entry], form: Callable[[int], str] = english) -> None:
        self.entries = entries
        self.form = form

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def __call__(self, key: str, **values: object) -> str:
        """Return a string with its placeholders filled; `n` chooses the form. An unknown key is its own string."""
        return self.filled(key, values, str) if values else self._form(key, None)

    def get(self, key: str, otherwise: str) -> str:
        """Return the string of a word that records may write freely, else the word itself."""
        return self(key) if key in self else otherwise

    def filled(self, key: str, values: Mapping[str, object], written: Callable[[object], str]) -> str:
        """Return a string whose own text and values are both written by `written`, which may escape them."""
        shown = {name: written(value) for name, value in values.items()}
        text = written(self._form(key, values.get("n")))
        return _PLACEHOLDER.sub(lambda found: shown.get(found[1], found[0]), text)

    def _form(self, key: str, n: object) -> str:
        entry = self.entries.get(key, key)
        if isinstance(entry, str):
            return entry
        if n == 0 and "zero" in entry:
            return entry["zero"]
        return entry.get(self.form(n) if isinstance(n, int) else "other", entry["other"])
