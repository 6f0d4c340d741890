"""Builds: the same bytes every time, quiet, and nothing but the site is written."""

from __future__ import annotations

import json
import logging
import shutil
import socket
from pathlib import Path

import building
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

FORGE = "https://github.com/example/dossier"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the small dossier with its texts."""
    return building.small(tmp_path / "dossier")


def test_the_small_site_is_the_same_without_the_texts(small_site: building.Site, tmp_path: Path) -> None:
    root = building.small(tmp_path / "elsewhere", texts=False)
    assert not list((root / "seeds").glob("*.txt"))
    assert list((small_site.root / "seeds").glob("*.txt"))
    assert building.files(building.build(root).folder) == building.files(small_site.folder)


@pytest.mark.parametrize("texts", [building.TEXTS] if building.TEXTS else [], ids=["with-texts"])
def test_the_real_site_is_the_same_without_the_texts(
    real_site: building.Site, tmp_path: Path, texts: list[Path]
) -> None:
    root = tmp_path / "elsewhere"
    root.mkdir()
    for folder in ("content", "seeds"):
        for name, content in building.files(real_site.root / folder).items():
            if not name.endswith(".txt"):
                (root / folder / name).parent.mkdir(parents=True, exist_ok=True)
                (root / folder / name).write_bytes(content)
    (root / "mkdocs.yml").write_bytes((real_site.root / "mkdocs.yml").read_bytes())
    assert building.files(building.build(root).folder) == building.files(real_site.folder)


def test_a_clean_dossier_builds_in_silence(dossier: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        building.build(dossier, strict=True)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    notes = [record.getMessage() for record in caplog.records if "single-source" in record.getMessage()]
    assert notes, "the notes of the small dossier are shown, and fail nothing"


def test_a_build_writes_nothing_but_the_site(dossier: Path) -> None:
    before = building.files(dossier)
    site = building.build(dossier)
    after = building.files(dossier)
    assert {name: content for name, content in after.items() if not name.startswith("site/")} == before
    assert (site.folder / "index.html").is_file()


def test_an_error_leaves_the_site_there_was(dossier: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = dossier / "site"
    folder.mkdir()
    (folder / "index.html").write_text("the last good one", encoding="utf-8")
    building.replaced(dossier / "content/places/lumo.yml", "precision: locality", "precision: locaity")
    with pytest.raises(Abort):
        building.build(dossier)
    assert caplog.records[-1].getMessage() == "1 error in the dossier; the site was not built"
    assert building.files(folder) == {"index.html": b"the last good one"}


def test_a_warning_fails_a_strict_build_alone(dossier: Path) -> None:
    building.replaced(dossier / "content/figures/guards-in-lumo.yml", "or 900 by", "or 910 by")
    building.build(dossier)
    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode"):
        building.build(dossier, strict=True)


def test_an_old_id_leads_to_where_the_record_is_now(dossier: Path) -> None:
    actor = dossier / "content/actors/ivo-brandt.yml"
    actor.write_text("formerly: [i-brandt, brandt]\n" + actor.read_text(encoding="utf-8"), encoding="utf-8")
    site = building.build(dossier, strict=True)
    for old in ("i-brandt", "brandt"):
        page = (site.folder / f"actors/{old}/index.html").read_text(encoding="utf-8")
        assert 'http-equiv="refresh" content="0; url=../ivo-brandt/"' in page
        assert '<a href="../ivo-brandt/">Ivo Brandt</a>' in page
    index = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"] for entry in index["docs"]}
    assert "actors/ivo-brandt/" in found
    assert not any(location.startswith(("actors/brandt/", "actors/i-brandt/")) for location in found)


def test_search_reads_what_it_is_to_find_and_pages_show_all(dossier: Path) -> None:
    """What lists repeat, search finds on the records' own pages."""
    site = building.build(dossier, strict=True)
    index = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"]: entry["text"] for entry in index["docs"]}
    for kind in building.KINDS:
        listed = {site.resolve(f"{kind}/", str(a["href"]))[0] for a in site.articles[f"{kind}/"].select("a[href]")}
        assert {f"{kind}/{record['id']}/" for record in site.dossier[kind]} <= listed
        assert [found[at] for at in found if at.startswith(f"{kind}/#")] == [], kind
        for record in site.dossier[kind]:
            assert f"{kind}/{record['id']}/" in found
    for key, prose in site.summaries.items():
        if key.startswith("events/"):
            assert prose.split(" [")[0][:30] in found[f"{key}/"], key
    assert not any("#footnotes" in at or "#claims" in at or "#cite" in at for at in found)


def edit_links(site: building.Site) -> dict[str, list[str]]:
    links = {address: page.select('a.md-content__button[href*="/edit/"]') for address, page in site.pages.items()}
    return {address: [str(a["href"]) for a in found] for address, found in links.items() if found}


def test_without_a_repository_there_is_no_edit_link(site: building.Site) -> None:
    assert not edit_links(site)
    for page in site.pages.values():
        assert not page.select("a.md-content__button, .md-source")


def test_the_edit_link_of_a_page_leads_to_its_yaml(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTSHEET_REPO_URL", FORGE)
    site = building.build(dossier, strict=True)
    records = [(kind, record["id"]) for kind in building.KINDS for record in site.dossier[kind]]
    wanted = {f"{kind}/{id_}/": [f"{FORGE}/edit/main/content/{kind}/{id_}.yml"] for kind, id_ in records}
    wanted[""] = [f"{FORGE}/edit/main/content/pages/index.md"]
    assert edit_links(site) == wanted
    for page in site.pages.values():
        assert page.select(f'a.md-source[href="{FORGE}"]')
        assert not page.select("[data-md-component=source]"), "its script asks the forge for stars"


def test_a_build_asks_no_other_host(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a build opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    building.build(dossier)


def test_no_page_loads_anything_from_another_host(site: building.Site) -> None:
    for address, page in site.pages.items():
        loaded = page.select("script[src], link[rel~=stylesheet][href], img[src], iframe, source, video, audio, object")
        for element in loaded:
            url = str(element.get("src") or element.get("href"))
            assert not url.startswith(("http:", "https:", "//")), f"{address}: {url}"
        assert not page.select("link[rel=preconnect], link[rel=dns-prefetch]"), address
    for path in site.folder.rglob("*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8").replace('"', ""), path.name


def test_pages_lie_where_the_settings_say(dossier: Path) -> None:
    config = dossier / "mkdocs.yml"
    config.write_text("use_directory_urls: false\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    site = building.build(dossier, strict=True)
    assert "events/2021-03-12-lumo-harbour-strike.html" in site.pages
    assert "actors/" in site.pages
    broken = []
    for address, article in site.articles.items():
        for link in article.select("a[href]"):
            there, fragment = site.resolve(address, str(link["href"]))
            target = there.removesuffix("index.html")
            page = not there.startswith("data/") and not there.endswith(".xml")
            internal = page and not str(link["href"]).startswith("https://")
            if internal and (target not in site.pages or (fragment and fragment not in site.ids[target])):
                broken.append((address, link["href"]))
    assert not broken


def test_folders_can_have_other_names(dossier: Path) -> None:
    for old, new in (("content", "records"), ("seeds", "evidence")):
        (dossier / old).rename(dossier / new)
    config = (dossier / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("docs_dir: content/pages", "docs_dir: records/pages")
    config = config.replace("  - factsheet\n", "  - factsheet: {content_dir: records, seeds_dir: evidence}\n")
    (dossier / "mkdocs.yml").write_text(config, encoding="utf-8")
    site = building.build(dossier, strict=True)
    assert site["events/2021-03-12-lumo-harbour-strike/"].select("[data-claim]")


def test_a_site_that_writes_no_home_page_gets_one(dossier: Path) -> None:
    (dossier / "content/pages/index.md").unlink()
    site = building.build(dossier, strict=True)
    assert site.articles[""].select('[data-claim="figures/guards-in-lumo#c1"]')


def test_the_glance_stands_where_a_page_asks_for_it(dossier: Path) -> None:
    (dossier / "content/pages/index.md").write_text(
        "# Home\n\nBefore.\n\n<!-- factsheet: glance -->\n\nAfter.\n", encoding="utf-8"
    )
    site = building.build(dossier, strict=True)
    text = building.words(site[""].get_text())
    assert text.index("Before.") < text.index("Coast guards in Lumo") < text.index("After.")


def test_the_sites_own_template_wins(dossier: Path) -> None:
    own = dossier / "templates/pages/places.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% block lead %}<p data-own>Our own list.</p>{% endblock %}\n", encoding="utf-8")
    theme = dossier / "templates/theme/partials/copyright.html"
    theme.parent.mkdir(parents=True)
    theme.write_text("<p class='own-foot'>Our own foot.</p>\n", encoding="utf-8")
    site = building.build(dossier, strict=True)
    assert "Our own list." in site["places/"].get_text()
    assert site["actors/"].select(".own-foot")
    assert site["actors/"].select(".fs-index"), "every other template is ours"


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("templates/pages/place.html", "{% block lead %}\n{{ nowhere }}{% endblock %}", "pages/place.html:2:1"),
        (
            "templates/parts/pictures.html",
            "{% macro charts(all) %}\n\n{{ all.b.c }}{% endmacro %}",
            "parts/pictures.html:3:1",
        ),
        ("templates/pages/place.html", "{% block lead %}", "pages/place.html:1:1"),
        ("templates/pages/place.html", "\njust text\n", "pages/place.html:1:1"),
        ("templates/pages/place.html", "{% block lead %}a{% endblock %}\n\n{{ view.title }}\n", "pages/place.html:3:1"),
        ("templates/theme/main.html", "\n\n{{ nowhere.at_all }}", "theme/main.html:3:1"),
        ("templates/theme/partials/copyright.html", "{% if %}", "theme/partials/copyright.html:1:1"),
    ],
)
def test_a_broken_template_fails_the_build_at_its_line(
    dossier: Path, caplog: pytest.LogCaptureFixture, path: str, text: str, told: str
) -> None:
    (dossier / path).parent.mkdir(parents=True)
    (dossier / path).write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        building.build(dossier)
    assert any(f"templates/{told}: cannot be rendered" in record.getMessage() for record in caplog.records)


def test_headings_need_nothing_of_the_sites_own_extensions(dossier: Path) -> None:
    building.replaced(dossier / "mkdocs.yml", "  - attr_list\n", "")
    site = building.build(dossier, strict=True)
    assert all("data-own=" not in page.get_text() for page in (site["events/"], site["places/"]))


def test_a_dossier_without_records_builds(tmp_path: Path) -> None:
    root = building.small(tmp_path / "empty", texts=False)
    for kind in building.KINDS:
        for path in (root / "content" / kind).glob("*.yml"):
            path.unlink()
    shutil.rmtree(root / "seeds")
    site = building.build(root, strict=True)
    assert "No events yet." in site["events/"].get_text()
    assert all(not records for records in site.dossier.values())


def test_mkdocs_knows_the_plugin_by_its_name(dossier: Path) -> None:
    config = load_config(str(dossier / "mkdocs.yml"))
    assert type(config.plugins["factsheet"]).__module__ == "generator.plugin"
