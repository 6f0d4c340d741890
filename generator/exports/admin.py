"""The configuration of the editing page: a form for each kind of record, made of the models.

It is read by Sveltia CMS. Every value is kept as text, as records have it, whatever YAML would make of it.
"""

from __future__ import annotations

import json
import posixpath
from enum import StrEnum
from typing import Any

from ..model.facts import OUTLET, Citation
from ..model.fields import REFERENCES, held, ordered
from ..model.marked import Marked
from ..model.properties import PROPERTIES
from ..model.records import KINDS, Named, Record

_LONG = {"summary", "reason", "note"}
_ID = ("^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case letters, digits and single hyphens")
_SHOWN = {
    "names": "{{fields.id}}: {{fields.value}}",
    "claims": "{{fields.id}}: {{fields.property}} {{fields.value}}",
    "disputes": "{{fields.id}}: {{fields.title}}",
    "cite": "{{fields.source}}: {{fields.exact}}",
    "renderings": "{{fields.source}}: {{fields.exact}}",
}
"""What a folded part of a record shows of itself."""
_CHOICE = {"dropdown_threshold": 0}
"""A choice from a list, however short: what is chosen among buttons cannot be taken back."""


def config(content: str, repository: str, branch: str) -> str:
    """Write the configuration, in that part of YAML which is JSON.

    `content` is the folder of the records in the repository; `repository` is `owner/name` on GitHub.
    """
    made = {
        "backend": {"name": "github", "repo": repository, "branch": branch},
        "media_folder": posixpath.join(content, "pages"),
        "public_folder": "/",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(kind, content) for kind in KINDS.values()],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _collection(kind: type[Record], content: str) -> dict[str, Any]:
    heading = "names.0.value" if issubclass(kind, Named) else "title"
    return {
        "name": kind.folder,
        "label": kind.folder.capitalize(),
        "label_singular": kind.folder.removesuffix("s").capitalize(),
        "folder": posixpath.join(content, kind.folder),
        "extension": "yml",
        "format": "yml",
        "identifier_field": heading,
        "summary": f"{{{{{heading}}}}} ({{{{slug}}}})",
        # An id is an address: it is chosen when a record is made, and is renamed by hand, with `formerly`.
        "slug": {
            "template": f"{{{{{heading}}}}}",
            "editable": ["create"],
            "pattern": _ID,
            "hint": "the record’s id and address, for good",
        },
        "delete": False,
        "editor": {"preview": False},
        "fields": _fields(kind, kind.folder),
    }


def _fields(model: type[Marked], folder: str) -> list[dict[str, Any]]:
    made = []
    for name, needed, annotation in ordered(model):
        inner, listed = held(annotation)
        form = {"name": name, "label": name, "required": needed or inner is Citation}
        made.append(form | _widget(name, inner, listed, folder))
    return made


def _widget(name: str, inner: type, listed: bool, folder: str) -> dict[str, Any]:
    named = REFERENCES.get(name)
    if issubclass(inner, Marked):
        part = {"widget": "list" if listed else "object", "fields": _fields(inner, folder), "collapsed": True}
        return part | ({"summary": _SHOWN[name]} if name in _SHOWN else {})
    if listed:
        return {"widget": "list", "field": {"name": "one", "label": name, "widget": "string"}}
    if inner is dict:
        return {"widget": "keyvalue"}
    if inner is bool:
        return {"widget": "select", "options": [True, False], **_CHOICE}
    if issubclass(inner, StrEnum):
        return {"widget": "select", "options": [str(one.value) for one in inner], **_CHOICE}
    if name == "property":
        rows = [row.name for row in PROPERTIES.values() if folder in row.subjects]
        return {"widget": "select", "options": rows, **_CHOICE}
    if name == "asserted_by":
        return {"widget": "string", "hint": f"an actor’s id, or {OUTLET}, where the article says it in its own voice"}
    if inner is str and named:
        there = {"collection": named, "value_field": "{{slug}}", "search_fields": ["{{slug}}"]}
        return {"widget": "relation", **there, **_CHOICE}
    return {"widget": "text" if name in _LONG else "string"}
