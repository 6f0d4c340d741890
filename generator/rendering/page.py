"""A finished page: headings and HTML, and the same page written as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~^=|!$:#\"'@()+]")
_GAP = re.compile(r'<div data-factsheet="[^"]*"></div>')
_BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (none for the lead) with its id and level, and a finished HTML body; search finds it if `found`."""

    id: str
    title: str | None
    html: str
    found: bool = True
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, title, description, sections, and the file a person edits to change it.

    `before` and `after` are the keys of the pages it stands between, `names` what else its record is called; search
    finds it if `found`.
    """

    key: str
    file: str
    title: str
    description: str
    sections: tuple[Section, ...]
    edit: str | None = None
    template: str | None = None
    redirect: str | None = None
    before: str | None = None
    after: str | None = None
    names: tuple[str, ...] = ()
    found: bool = True


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is: character references for all that Markdown reads."""
    return _MARKUP.sub(lambda found: f"&#{ord(found.group())};", " ".join(text.split()))


def block(section: Section) -> str:
    """Return a section's body as it stands on the page."""
    return f'<div class="fs fs-{section.id}">\n{_BLANK.sub("", section.html.strip())}\n</div>'


def gap(section: Section) -> str:
    """Return what stands for a section's body while Markdown makes the headings."""
    return f'<div data-factsheet="{section.id}"></div>'


def body(page: Page, written: Callable[[Section], str] = block) -> str:
    """Write a page's sections as Markdown: headings, and between them blocks of HTML."""
    parts = [f'# {escaped(page.title)} {{ data-own="" }}'] if page.title else []
    for section in page.sections:
        if section.title is not None:
            search = "" if section.found else ' data-search-exclude=""'
            parts.append(f'{"#" * section.level} {escaped(section.title)} {{ #{section.id} data-own=""{search} }}')
        parts.append(written(section))
    return "\n\n".join(parts) + "\n"


def filled(html: str, page: Page, *, to_find: bool = False) -> str:
    """Fill the gaps with the bodies once Markdown has made the headings: it need not read them.

    With `to_find` only with those that search is to find: it reads every tag of the others, too, and leaves them out.
    """
    blocks = {gap(section): block(section) for section in page.sections if section.found or not to_find}
    return _GAP.sub(lambda found: blocks.get(found.group(), ""), html)


def anchors(page: Page) -> set[str]:
    """List the ids in a page's bodies, which links may lead to."""
    return {id_ for section in page.sections for id_ in _ID.findall(section.html)}


def markdown(page: Page, written: Callable[[Section], str] = block) -> str:
    """Write a page as a Markdown file, front matter first (JSON strings are YAML)."""
    front = {"title": page.title, "description": page.description}
    if page.template:
        front["template"] = page.template
    if page.redirect:
        front["redirect"] = page.redirect
    # The site's tabs lead everywhere; the width goes to the page.
    lines = ['hide: ["navigation"]']
    lines += [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    if page.redirect or not page.found:
        lines.append('search: {"exclude": true}')
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body(page, written)
