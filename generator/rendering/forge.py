"""Where a dossier's files can be changed, and errors in it told: on its forge, or in the editor of who serves it.

GitHub, GitLab and Forgejo (Codeberg, Gitea) each have addresses of their own. Lines are linked where the file is
shown, not where it is edited: only there do all three jump to the line, and only there does a reader without an account
see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urljoin, urlsplit

from ..problems import Place

LONGEST = 2000
"""Characters of an address that every browser and forge takes."""
EDITOR = "vscode://file{path}:{line}"
"""Opens a file at a line in Visual Studio Code."""
_CUT = " …"
_EDITS = (
    (re.compile(r"(^|/)-/edit/"), r"\1-/blob/"),
    (re.compile(r"(^|/)_edit/"), r"\1src/branch/"),
    (re.compile(r"(^|/)edit/"), r"\1blob/"),
)
"""The address at which each forge edits a file, and that at which it shows it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report of an error begins with; `body` is all of it as text, for forges without forms."""

    title: str
    page: str
    claim: str
    value: str
    sources: str
    body: Callable[[str], str]
    """Gives the text for a value, which is cut where the address would grow too long."""


def _github(told: Report, value: str) -> Mapping[str, str]:
    form = {"template": "correction.yml", "title": told.title}
    return {**form, "page": told.page, "claim": told.claim, "value": value, "sources": told.sources}


def _gitlab(told: Report, value: str) -> Mapping[str, str]:
    return {"issue[title]": told.title, "issue[description]": told.body(value)}


def _forgejo(told: Report, value: str) -> Mapping[str, str]:
    return {"title": told.title, "body": told.body(value)}


_FORMS: Mapping[str, tuple[str, Callable[[Report, str], Mapping[str, str]]]] = {
    "github": ("issues/new", _github),
    "gitlab": ("-/issues/new", _gitlab),
    "forgejo": ("issues/new", _forgejo),
}
"""Where each forge takes a new issue below the repository, and what of a report goes into its form."""


@dataclass(frozen=True, slots=True)
class Forge:
    """Addresses of lines and of reports, each empty where there is none.

    `file` is an address with `{path}` and `{line}` left open; `kind` says how the forge at `repository` takes reports.
    """

    file: str = ""
    repository: str = ""
    kind: str = ""

    def line(self, place: Place) -> str:
        """Return the address of a line of the dossier's files; empty where there is none."""
        return self.file.replace("{path}", quote(place.path)).replace("{line}", str(place.line))

    def report(self, told: Report) -> str:
        """Return the address of a new issue that says what a report begins with; empty where there is none."""
        if self.kind not in _FORMS:
            return ""
        path, form = _FORMS[self.kind]
        start = f"{self.repository}/{path}?"
        value = told.value
        while (
            len(address := start + urlencode(form(told, value), safe="/:", quote_via=quote)) > LONGEST and value != _CUT
        ):
            value = value.removesuffix(_CUT)[: -1 - len(value) // 8] + _CUT
        return address


NOWHERE = Forge()


def forge(repository: str, edit_uri: str, above: str) -> Forge:
    """Return the forge of a site's `repo_url` and `edit_uri`; `above` leads from docs_dir to the dossier's folder."""
    if urlsplit(repository).scheme not in ("http", "https"):
        return NOWHERE
    repository = repository.rstrip("/")
    kind = _kind(repository, edit_uri)
    if not edit_uri or edit_uri.startswith(("?", "#")):
        return Forge("", repository, kind)
    edit_uri = quote(edit_uri, safe="%/:?#[]@!$&'()*+,;=")  # a branch or a folder can have any letters
    shown = edit_uri
    for edited, viewed in _EDITS:
        shown, count = edited.subn(viewed, edit_uri, count=1)
        if count:
            break
    folder = urljoin(urljoin(f"{repository}/", f"{shown.rstrip('/')}/"), f"{above}/")
    return Forge(folder + "{path}#L{line}", repository, kind)


def _kind(repository: str, edit_uri: str) -> str:
    host = urlsplit(repository).hostname or ""
    if re.search(r"(^|/)-/", edit_uri) or "gitlab" in host:
        return "gitlab"
    if re.search(r"(^|/)(_edit|src/branch)/", edit_uri) or host == "codeberg.org":
        return "forgejo"
    return "github" if "github" in host or re.search(r"(^|/)(edit|blob)/", edit_uri) else ""


def editor(template: str, root: str) -> Forge:
    """Return the addresses that open the dossier's files in an editor, by its URL scheme.

    In `template`, `{path}` is the absolute path with its first slash: `vscode://file{path}:{line}`.
    """
    folder = quote(root if root.startswith("/") else f"/{root}", safe="/:")
    return Forge(template.replace("{path}", f"{folder}/{{path}}"))
