"""A finished page: headings and HTML, and the same page written as Markdown."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~^=|!$:#\"'@()+]")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (none for the lead) with its id, and a finished HTML body."""

    id: str
    title: str | None
    html: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, title, description, sections, and the file a person edits to change it."""

    key: str
    file: str
    title: str
    description: str
    sections: tuple[Section, ...]
    edit: str | None = None
    template: str | None = None
    redirect: str | None = None


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is: character references for all that Markdown reads."""
    return _MARKUP.sub(lambda found: f"&#{ord(found.group())};", " ".join(text.split()))


def body(page: Page) -> str:
    """Write a page's sections as Markdown: headings, and between them blocks of HTML."""
    parts = [f'# {escaped(page.title)} {{ data-own="" }}'] if page.title else []
    for section in page.sections:
        if section.title is not None:
            parts.append(f'## {escaped(section.title)} {{ #{section.id} data-own="" }}')
        parts.append(f'<div class="fs fs-{section.id}">\n{section.html.strip()}\n</div>')
    return "\n\n".join(parts) + "\n"


def markdown(page: Page) -> str:
    """Write a page as a Markdown file, front matter first (JSON strings are YAML)."""
    front = {"title": page.title, "description": page.description}
    if page.template:
        front["template"] = page.template
    if page.redirect:
        front["redirect"] = page.redirect
    # The site's tabs lead everywhere; the width goes to the page.
    lines = ['hide: ["navigation"]']
    lines += [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    if page.redirect:
        lines.append('search: {"exclude": true}')
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body(page)
