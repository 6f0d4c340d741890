"""Addresses of lines and reports: each forge has its own, and none grows longer than browsers and forges take."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.problems import Place
from generator.rendering.forge import LONGEST, Report, editor, forge

HERE = Place("content/events/fire.yml", 12, 3)
ABOVE = "../.."
GITHUB = Path(__file__).parents[2] / ".github"


def told(value: str = "Killed: 3") -> Report:
    return Report(
        "Error in events/fire#c1",
        page="https://facts.example/events/fire/#c1",
        claim="events/fire#c1",
        value=value,
        sources="sources/paper",
        body=lambda value: f"Value: {value}\nClaim: events/fire#c1",
    )


@pytest.mark.parametrize(
    ("repository", "edit_uri", "line"),
    [
        ("https://github.com/o/r", "edit/main/content/pages/", "https://github.com/o/r/blob/main/"),
        ("https://github.com/o/r/", "edit/main/content/pages", "https://github.com/o/r/blob/main/"),
        ("https://github.com/o/edit", "edit/a/edit/content/pages/", "https://github.com/o/edit/blob/a/edit/"),
        ("https://github.com/o/r", "blob/main/facts/content/pages/", "https://github.com/o/r/blob/main/facts/"),
        ("https://gitlab.com/g/s/r", "-/edit/main/content/pages/", "https://gitlab.com/g/s/r/-/blob/main/"),
        ("https://gitlab.com/g/r", "edit/main/content/pages/", "https://gitlab.com/g/r/blob/main/"),
        ("https://codeberg.org/o/r", "_edit/main/content/pages/", "https://codeberg.org/o/r/src/branch/main/"),
        ("https://forge.example/o/r", "src/branch/a/b/content/pages/", "https://forge.example/o/r/src/branch/a/b/"),
        ("https://forge.example/o/r", "tree/content/pages/", "https://forge.example/o/r/tree/"),
        ("https://github.com/o/r", "edit/fix/dates/content/pages/", "https://github.com/o/r/blob/fix/dates/"),
        ("https://gitlab.com/o/r", "-/edit/fix/edit/content/pages/", "https://gitlab.com/o/r/-/blob/fix/edit/"),
        ("https://codeberg.org/o/r", "_edit/a/b/content/pages/", "https://codeberg.org/o/r/src/branch/a/b/"),
        ("https://github.com/o/r", "edit/é/my facts/content/pages/", "https://github.com/o/r/blob/%C3%A9/my%20facts/"),
        (
            "https://github.com/o/r",
            "edit/a%23b/ملف/content/pages/",
            "https://github.com/o/r/blob/a%23b/%D9%85%D9%84%D9%81/",
        ),
    ],
)
def test_a_line_is_linked_where_its_forge_shows_it(repository: str, edit_uri: str, line: str) -> None:
    assert forge(repository, edit_uri, ABOVE).line(HERE) == f"{line}content/events/fire.yml#L12"


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [
        ("", "edit/main/content/pages/"),
        ("https://github.com/o/r", ""),
        ("https://bitbucket.example/o/r", "?query=docs"),
        ("javascript:alert(1)//", "edit/main/content/pages/"),
    ],
)
def test_no_line_is_linked_where_none_is_known(repository: str, edit_uri: str) -> None:
    assert forge(repository, edit_uri, ABOVE).line(HERE) == ""


def test_a_file_name_stays_one() -> None:
    place = Place("content/events/a #1?{line}%.yml", 4)
    address = forge("https://github.com/o/r", "edit/main/content/pages/", ABOVE).line(place)
    assert address == "https://github.com/o/r/blob/main/content/events/a%20%231%3F%7Bline%7D%25.yml#L4"


def fields(address: str) -> dict[str, str]:
    return {name: said[0] for name, said in parse_qs(urlsplit(address).query).items()}


def test_github_takes_each_field_of_its_form() -> None:
    address = forge("https://github.com/o/r", "edit/main/content/pages/", ABOVE).report(told())
    assert address.startswith("https://github.com/o/r/issues/new?")
    assert fields(address) == {
        "template": "correction.yml",
        "title": "Error in events/fire#c1",
        "page": "https://facts.example/events/fire/#c1",
        "claim": "events/fire#c1",
        "value": "Killed: 3",
        "sources": "sources/paper",
    }


def test_the_form_has_the_fields_that_are_filled_in() -> None:
    address = forge("https://github.com/o/r", "", ABOVE).report(told())
    given = set(fields(address)) - {"template", "title"}
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / fields(address)["template"]).read_text(encoding="utf-8"))
    asked = {field["id"] for field in form["body"] if "id" in field}
    assert given == {"page", "claim", "value", "sources"} < asked
    # GitHub has its own use for these names in the address.
    assert not asked & {"title", "body", "labels", "milestone", "assignees", "projects", "template", "type"}


@pytest.mark.parametrize(
    ("repository", "edit_uri", "start", "names"),
    [
        ("https://gitlab.com/o/r", "edit/main/docs/", "/o/r/-/issues/new", ("issue[title]", "issue[description]")),
        ("https://git.example/o/r", "-/edit/main/docs/", "/o/r/-/issues/new", ("issue[title]", "issue[description]")),
        ("https://codeberg.org/o/r", "", "/o/r/issues/new", ("title", "body")),
        ("https://git.example/o/r", "_edit/main/docs/", "/o/r/issues/new", ("title", "body")),
    ],
)
def test_other_forges_take_a_text(repository: str, edit_uri: str, start: str, names: tuple[str, str]) -> None:
    address = forge(repository, edit_uri, ABOVE).report(told())
    assert urlsplit(address).path == start
    text = "Value: Killed: 3\nClaim: events/fire#c1"
    assert fields(address) == dict(zip(names, ("Error in events/fire#c1", text), strict=True))


@pytest.mark.parametrize("value", ["W" * 5000, "مرحبا " * 900, "😀" * 3000, "&=#" * 2000])
@pytest.mark.parametrize("repository", ["https://github.com/o/r", "https://gitlab.com/o/r", "https://codeberg.org/o/r"])
def test_a_long_value_is_cut_and_says_so(repository: str, value: str) -> None:
    address = forge(repository, "", ABOVE).report(told(value))
    assert LONGEST * 0.7 < len(address) <= LONGEST
    found = next(said for said in fields(address).values() if "…" in said)
    assert value[:100] in found
    assert "events/fire#c1" in " ".join(fields(address).values())


def test_a_forge_that_is_not_known_takes_no_report() -> None:
    assert forge("https://forge.example/o/r", "tree/docs/", ABOVE).report(told()) == ""
    assert forge("", "", ABOVE).report(told()) == ""


@pytest.mark.parametrize(
    ("template", "root", "address"),
    [
        ("vscode://file{path}:{line}", "/facts/a b", "vscode://file/facts/a%20b/content/events/fire.yml:12"),
        ("vscode://file{path}:{line}", "C:/facts", "vscode://file/C:/facts/content/events/fire.yml:12"),
        ("idea://open?file={path}&line={line}", "/d", "idea://open?file=/d/content/events/fire.yml&line=12"),
        ("x:{path}", "/{line}", "x:/%7Bline%7D/content/events/fire.yml"),
    ],
)
def test_an_editor_opens_the_file_at_its_line(template: str, root: str, address: str) -> None:
    assert editor(template, root).line(HERE) == address
    assert editor(template, root).report(told()) == ""
