"""What a reader can do with a fact: change its line, tell an error in it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import building
import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

FORGE = "https://github.com/harbour/facts"
EDIT = ".fs-keep a:not(.fs-keep__cite)"


@pytest.fixture(scope="module")
def kept_site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The small dossier, as published from a forge."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTSHEET_REPO_URL", FORGE)
        return building.build(building.small(tmp_path_factory.mktemp("kept") / "dossier"))


def homes(site: building.Site) -> dict[str, str]:
    """The HTML of each fact's home, by the fact's id."""
    found = {}
    for id_ in site.facts:
        key, _, name = id_.partition("#")
        home = site[f"{key}/"].find(id=name)
        assert home is not None, id_
        found[id_] = home
    return found


def test_each_fact_leads_to_its_own_line(kept_site: building.Site) -> None:
    found = homes(kept_site)
    assert len(found) == len(kept_site.facts) >= 20
    for id_, home in found.items():
        key, _, name = id_.partition("#")
        href = str(home.select_one(EDIT)["href"])
        path, _, line = href.partition("#L")
        assert path == f"{FORGE}/blob/main/content/{key}.yml"
        written = (kept_site.root / f"content/{key}.yml").read_text(encoding="utf-8").splitlines()
        assert re.search(rf"\bid: {name}\b", written[int(line) - 1]), href


def test_each_fact_leads_to_a_report_that_says_which_it_is(kept_site: building.Site) -> None:
    form = (building.REPOSITORY / ".github/ISSUE_TEMPLATE/correction.yml").read_text(encoding="utf-8")
    ids = set(re.findall(r"^    id: (\w+)", form, re.MULTILINE))
    for id_, home in homes(kept_site).items():
        told = parse_qs(urlsplit(str(home.select(".fs-keep a")[2]["href"])).query)
        assert told["claim"] == [id_]
        assert told["title"] == [f"Error in {id_}"]
        assert set(told["sources"][0].split(", ")) == {f"sources/{c['source']}" for c in kept_site.facts[id_]}
        value = told["value"][0].rpartition(": ")[2].split(" / ")[0]
        assert value.split()[0] in building.words(home.get_text())
        assert set(told) - {"template", "title"} <= ids


def test_the_form_of_a_new_dossier_is_that_of_this_one() -> None:
    ours = building.REPOSITORY / ".github/ISSUE_TEMPLATE/correction.yml"
    assert (
        building.TEMPLATES / "starter/dossier/.github/ISSUE_TEMPLATE/correction.yml"
    ).read_bytes() == ours.read_bytes()


def test_a_fact_shown_away_from_home_has_no_menu(kept_site: building.Site) -> None:
    shown = sum(len(page.select(".fs-keep")) for page in kept_site.pages.values())
    assert shown == len(kept_site.facts)


def test_without_a_forge_there_is_nowhere_to_go(small_site: building.Site) -> None:
    assert not any(page.select(".fs-keep a[href^=http]") for page in small_site.pages.values())


def test_a_published_site_names_no_folder_of_who_built_it(kept_site: building.Site) -> None:
    for name, content in building.files(kept_site.folder).items():
        assert str(kept_site.root).encode() not in content, name
        assert b"vscode:" not in content, name


def served(root: Path) -> building.Site:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["factsheet"]
    try:
        mkdocs_build(config)
    finally:
        plugin.__init__()  # MkDocs keeps the instance for the next dossier
    return building.Site(root)


def test_served_a_fact_and_the_pencil_open_the_file_in_the_editor(tmp_path: Path) -> None:
    site = served(building.small(tmp_path / "dossier"))
    for id_, home in homes(site).items():
        key, _, name = id_.partition("#")
        path, _, line = str(home.select_one(EDIT)["href"]).rpartition(":")
        assert path == f"vscode://file{site.root}/content/{key}.yml"
        assert f"id: {name}" in Path(path.removeprefix("vscode://file")).read_text("utf-8").splitlines()[int(line) - 1]
    pencil = site["places/lumo/"].select_one("a[rel=edit]")
    assert pencil is not None
    assert pencil["href"] == f"vscode://file{site.root}/content/places/lumo.yml:1"


def test_another_editor_may_be_named_or_none(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    building.replaced(root / "mkdocs.yml", "  - factsheet\n", "  - factsheet:\n      editor: ed://{line}{path}\n")
    home = served(root)["places/lumo/"].find(id="n1")
    assert re.fullmatch(rf"ed://\d+{root}/content/places/lumo\.yml", str(home.select_one(EDIT)["href"]))
    building.replaced(root / "mkdocs.yml", "editor: ed://{line}{path}", 'editor: ""')
    assert not served(root)["places/lumo/"].select(EDIT)
    building.replaced(root / "mkdocs.yml", 'editor: ""', "editor: emacs")
    with pytest.raises(Abort):
        served(root)


def test_without_script_a_fact_is_cited_from_a_file(small_site: building.Site) -> None:
    for id_, home in homes(small_site).items():
        key, _, name = id_.partition("#")
        href = str(home.select_one(".fs-keep__cite")["href"])
        path, _ = small_site.resolve(f"{key}/", href)
        assert f"{{{key.replace('/', ':')}:{name}," in (small_site.folder / path).read_text(encoding="utf-8")


def test_each_record_says_how_to_cite_it(small_site: building.Site) -> None:
    for kind in building.KINDS:
        for record in small_site.dossier[kind]:
            page = small_site[f"{kind}/{record['id']}/"]
            assert building.words(page.select_one(".fs-cite__text").get_text()).endswith("Version not known.")
            for link in page.select(".fs-cite a"):
                path, _ = small_site.resolve(f"{kind}/{record['id']}/", str(link["href"]))
                assert (small_site.folder / path).is_file()


def test_a_link_to_a_page_says_what_is_there(tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    building.replaced(root / "mkdocs.yml", '!ENV [FACTSHEET_SITE_URL, ""]', "https://facts.example/lumo/")
    event = root / "content/events/2021-03-12-lumo-harbour-strike.yml"
    title = re.search(r"^title: (.*)$", event.read_text("utf-8"), re.MULTILINE)
    assert title is not None
    building.replaced(event, title[0], 'title: \'5 < 6 & "seven"><meta name="stolen">\'')
    site = building.build(root)
    page = site["events/2021-03-12-lumo-harbour-strike/"]
    told = {str(meta["property"]): str(meta["content"]) for meta in page.select("head meta[property]")}
    assert told["og:title"].startswith('5 < 6 & "seven">')
    assert told["og:type"] == "article"
    assert told["og:url"] == "https://facts.example/lumo/events/2021-03-12-lumo-harbour-strike/"
    assert told["og:description"]
    assert not page.select("meta[name=stolen]")
    assert site[""].select_one("meta[property='og:type']")["content"] == "website"
    assert all(len(page.select("meta[property='og:title']")) == 1 for page in site.pages.values())
