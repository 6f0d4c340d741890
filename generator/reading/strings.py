"""The strings file: ours in English, and a site's own words on top of it, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from ..model.marked import Marks
from ..problems import Place, Problem, quoted, suggestion
from ..strings import FORMS, Entry, Strings, english, placeholders
from . import nodes
from .files import MAX_BYTES, name_of, text_of

FILE = "strings.yml"
RULE = "strings"
LANGUAGE = "language"
"""The line of a site's own file that names the language whose forms its counted strings have."""


def read(ours: Path, own: Path, root: Path) -> tuple[Strings, list[Problem]]:
    """Read our strings from one templates folder, and a site's own from the other; they may be the same."""
    words, _, problems = _read(ours / FILE, root)
    if not (own / FILE).exists() or own.resolve() == ours.resolve():
        return Strings(words), problems
    changed, language, mistakes = _read(own / FILE, root, words)
    form = english if language is None else language.plural_form
    return Strings({**words, **changed}, form), [*problems, *mistakes]


def _read(
    path: Path, root: Path, known: Mapping[str, Entry] | None = None
) -> tuple[dict[str, Entry], Locale | None, list[Problem]]:
    """Read one file, leaving out what is wrong. With `known`, its keys and placeholders are those that are right."""
    name = name_of(path, root)
    text, problems = text_of(path, path.parent, name, MAX_BYTES)
    # A file of comments alone is how a translation begins.
    if text is not None and any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        parsed, problems = nodes.parse(text, name)
    else:
        parsed = None
    problems = [replace(problem, rule=RULE) for problem in problems]
    entries: dict[str, Entry] = {}
    areas = None if known is None else {key.partition(".")[0] for key in known}
    language = _language(None if parsed is None else parsed.get(LANGUAGE))
    for area, place, inside in _items(parsed):
        if area == LANGUAGE and known is not None:
            if language is None:
                problems.append(_problem(place, f"{quoted(str(inside))} is no language; write it like `pl` or `pt-BR`"))
        elif areas is not None and area not in areas:
            problems.append(_problem(place, f"there is no area {quoted(area)}{suggestion(area, areas)}"))
        elif not isinstance(inside, Marks):
            problems.append(_problem(place, f"the area {quoted(area)} must be `key: text` lines"))
        else:
            for key, at, value in _items(inside):
                mistakes = list(_mistakes(f"{area}.{key}", value, at, known, language))
                problems += mistakes
                if not mistakes:
                    entries[f"{area}.{key}"] = value
    return entries, language, problems


def _language(name: object) -> Locale | None:
    """Return a language as CLDR knows it, by way of Babel: None for what is none."""
    try:
        return Locale.parse(name.replace("-", "_")) if isinstance(name, str) else None
    except (UnknownLocaleError, ValueError):
        return None


def _items(found: Marks | None) -> Iterator[tuple[str, Place, Any]]:
    """List a mapping's entries, each with the place of its key."""
    if found is not None:
        yield from ((key, found.keys_at[key], value) for key, value in found.items())


def _mistakes(
    key: str, value: object, at: Place, known: Mapping[str, Entry] | None, language: Locale | None
) -> Iterator[Problem]:
    if known is not None and key not in known:
        yield _problem(at, f"there is no string {quoted(key)}{suggestion(key, known)}")
        return
    allowed = FORMS if language is None else dict.fromkeys(("zero", *sorted(language.plural_form.tags), "other"))
    forms = value if isinstance(value, Marks) else {"other": value}
    for form, text in forms.items():
        if form not in allowed:
            hint = "" if language else f"; those of another language need a line such as `{LANGUAGE}: pl`"
            yield _problem(at, f"{quoted(key)} has no form {quoted(form)}; the forms are {', '.join(allowed)}{hint}")
        elif not isinstance(text, str) or not text.strip():
            yield _problem(at, f"{quoted(key)} must be a text, and where something is counted a text for each form")
        elif known is not None:
            yield from _misplaced(key, text, at, placeholders(known[key]))
    if "other" not in forms:
        yield _problem(at, f"{quoted(key)} lacks the form `other`")
    if known is not None and isinstance(value, Marks) and not _counted(known[key]):
        yield _problem(at, f"{quoted(key)} counts nothing: it must be a text")


def _misplaced(key: str, text: str, at: Place, wanted: set[str]) -> Iterator[Problem]:
    """Find placeholders that nothing fills, and those that are missing; only the number may be left out."""
    used = placeholders(text)
    can = ", ".join(f"`{{{name}}}`" for name in sorted(wanted)) or "none"
    for name in sorted(used - wanted):
        yield _problem(at, f"`{{{name}}}` stands for nothing in {quoted(key)}; its placeholders: {can}")
    for name in sorted(wanted - used - {"n"}):
        yield _problem(at, f"{quoted(key)} lacks `{{{name}}}`: what that stands for would not be shown")


def _counted(entry: Entry) -> bool:
    return not isinstance(entry, str) or "n" in placeholders(entry)


def _problem(place: Place, message: str) -> Problem:
    return Problem(place, RULE, message)
