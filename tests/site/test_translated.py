"""A site with words of its own: they stand wherever ours would, and nothing of ours is left."""

from __future__ import annotations

import re
from pathlib import Path

import building
import pytest
from bs4 import BeautifulSoup, Tag

from generator.build import strings
from generator.folders import Folders
from generator.problems import failing
from generator.strings import Entry

ENGLISH, _ = strings(Folders.below(Path("nowhere")))
FOREIGN = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβκδεφγηιξκλμνοπθρστυωωχψζ" * 2)
GERMAN = """\
claim:
  as_of: "Stand: {date}"
  disputed: umstritten & offen
  per: "{who} zufolge"
dispute:
  apparent: Nur scheinbar verschieden
  heading: Was die Quellen <b>bestreiten</b>
  none: Kein Streit verzeichnet.
  on: "Zu: {subject}."
  our_reading: Unsere Lesart
  real: Umstritten
  silent: sagt nichts dazu
  table: "Wer sagt was, und wo: {title}"
  who: Wer sagt das
"""


def foreign(entry: Entry) -> str:
    """A string in letters that no English word has, its placeholders kept; YAML reads a text in quotation marks."""
    if not isinstance(entry, str):
        return "{" + ", ".join(f"{form}: {foreign(text)}" for form, text in entry.items()) + "}"
    parts = re.split(r"(\{[a-z]+\})", entry)
    return '"' + "".join(part if part.startswith("{") else part.translate(FOREIGN) for part in parts) + '"'


def built(root: Path, own: str) -> building.Site:
    """The small dossier with these words of its own, and a record that was renamed."""
    building.small(root)
    actor = root / "content" / "actors" / "ivo-brandt.yml"
    actor.write_text(actor.read_text(encoding="utf-8") + "formerly: [brandt]\n", encoding="utf-8")
    (root / "templates").mkdir()
    (root / "templates" / "strings.yml").write_text(own, encoding="utf-8")
    return building.build(root)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    return built(tmp_path_factory.mktemp("german") / "dossier", GERMAN)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """A site that has another string for each of ours."""
    areas: dict[str, list[str]] = {}
    for key, entry in ENGLISH.entries.items():
        area, _, name = key.partition(".")
        areas.setdefault(area, []).append(f'  "{name}": {foreign(entry)}\n')
    own = "".join(f"{area}:\n{''.join(lines)}" for area, lines in areas.items())
    return built(tmp_path_factory.mktemp("everything") / "dossier", own)


def own_texts(article: Tag) -> list[str]:
    """The texts and the named attributes of a page's generated part, but for what says that it is English."""
    article = BeautifulSoup(str(article), "html.parser")
    for english in article.select("[lang=en]"):
        english.decompose()
    attributes = [str(tag[name]) for tag in article.find_all(True) for name in ("title", "aria-label") if tag.get(name)]
    return [*attributes, *(str(text) for text in article.find_all(string=True))]


def test_own_words_stand_where_ours_would_and_the_rest_stays_english(german: building.Site) -> None:
    page = german.articles["events/2021-03-12-lumo-harbour-strike/"]
    assert page.select_one("h2#disputes").get_text().startswith("Was die Quellen <b>bestreiten</b>")
    assert {mark.get_text() for mark in page.select("a.fs-flag")} == {"umstritten & offen"}
    assert "Umstritten" in {tag.get_text() for tag in page.select(".fs-tag--real")}
    assert page.select_one("[data-dispute] table")["aria-label"].startswith("Wer sagt was, und wo: ")
    assert re.search(r" zufolge", page.select_one(".fs-box").get_text())
    assert "Every claim" in page.get_text()


def test_no_english_word_of_those_areas_is_left(german: building.Site) -> None:
    gone = ("Only seems to differ", "What the sources dispute", "Our reading", "says nothing of it", "Who says so")
    for address, article in german.articles.items():
        texts = [text.strip() for text in own_texts(article)]
        # The page of all disputes and the head of a series have strings of their own.
        assert [text for text in texts if text in gone and address != "disputes/"] == [], address
        assert not any(re.match(r"(per |as of |disputed$)", text) for text in texts), address


def test_own_words_are_text(german: building.Site) -> None:
    for article in german.articles.values():
        assert article.select("h2 b") == []


def test_nothing_of_ours_is_left_in_english(everything: building.Site) -> None:
    assert failing(everything.problems) == []
    phrases = [
        " ".join(part.split())
        for entry in ENGLISH.entries.values()
        for text in ([entry] if isinstance(entry, str) else entry.values())
        for part in re.split(r"\{[a-z]+\}", text)
    ]
    # The dossier may have the same word, or even two.
    dossier = "\n".join(p.read_text(encoding="utf-8") for p in (everything.root / "content").rglob("*.*"))
    telling = [p for p in phrases if len(re.findall(r"[A-Za-z]{2,}", p)) > 1 and p not in dossier]
    assert len(telling) > 100
    for address, article in everything.articles.items():
        text = "\n".join(own_texts(article))
        assert [phrase for phrase in telling if phrase in text] == [], address


def test_dates_counts_and_headings_are_translated(everything: building.Site) -> None:
    for address, article in everything.articles.items():
        for own in article.select(
            "span.fs-day, .fs-status, thead th[scope=col]:not([data-own]), .fs-box dt, .fs-claim__label"
        ):
            assert not re.search("[A-Za-z]{2}", own.get_text().replace("UTC", "")), (address, str(own))


def test_the_page_that_a_record_left_is_in_the_words_of_the_site(everything: building.Site) -> None:
    pages = [path.read_text(encoding="utf-8") for path in everything.folder.rglob("*.html")]
    moved = [BeautifulSoup(text, "html.parser").body for text in pages if 'http-equiv="refresh"' in text]
    assert moved
    assert all(body is not None and "has moved" not in body.get_text() for body in moved)


def test_a_mistake_in_the_words_stops_the_build_at_its_line(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    (root / "templates").mkdir()
    (root / "templates" / "strings.yml").write_text("claim:\n  as_of: Stand\n", encoding="utf-8")
    wrong = failing(building.Site(root).problems)
    assert [(str(problem.place), problem.rule) for problem in wrong] == [("templates/strings.yml:2:3", "strings")]


def test_a_template_that_asks_for_a_string_there_is_not_is_told(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    (root / "templates" / "pages").mkdir(parents=True)
    page = '{% block lead %}\n{{ t("event.nome") }}{% endblock %}'
    (root / "templates" / "pages" / "events.html").write_text(page, encoding="utf-8")
    (told,) = failing(building.Site(root).problems)
    assert str(told.place) == "templates/pages/events.html:2:1"
    assert told.message == "cannot be rendered: there is no string `event.nome`; did you mean `event.none`?"
