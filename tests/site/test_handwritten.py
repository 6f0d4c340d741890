"""The folder of hand-written pages: pages, pictures and papers are published, nothing that runs or lies elsewhere."""

from __future__ import annotations

from pathlib import Path

import building
import pytest
from mkdocs.exceptions import Abort

from generator.problems import Level, Place, Problem
from generator.site.handwritten import KINDS, links

SCRIPT = b"<script>pwned=1</script>"
STRAYS = (
    *("a.html", "a.HTM", "a.svg", "a.SVG", "a.js", "a.mjs", "a.css", "a.xml", "a.xhtml", "a.txt", "a.json", "a.wasm"),
    *("CNAME", "a.png.svg", "a.md.html", "a b/ü.svg", "papers/index.html", "a.pdf.exe", "404.html"),
    *("search/search_index.json", "data/dossier.json", "assets/factsheet.css", "sitemap.xml", "assets/marks.js"),
)
RIVALS = {
    "events/index.md": "events/",
    "actors/coast-guard.md": "actors/coast-guard/",
    "actors/sea-wire/index.md": "actors/sea-wire/",
    "places/lumo/README.md": "places/lumo/",
    "data/claims.csv": "data/claims.csv",
}
"""Files in the place of a record's page or of data, each with the address it would take."""


def made(tmp_path: Path) -> tuple[Path, Path]:
    root = building.small(tmp_path / "dossier")
    return root, root / "content/pages"


def put(path: Path, data: bytes = SCRIPT) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def told(caplog: pytest.LogCaptureFixture, name: str) -> list[str]:
    start = f"factsheet: content/pages/{name}:1:1: "
    return [said.removeprefix(start) for said in (r.getMessage() for r in caplog.records) if said.startswith(start)]


def test_nothing_but_pages_pictures_and_papers_is_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, small_site: building.Site
) -> None:
    root, pages = made(tmp_path)
    for name in STRAYS:
        put(pages / name)
    for name in RIVALS:
        put(pages / name, b"# Other words\n")
    for kind in (*KINDS, ".PNG", ".Pdf"):
        put(pages / f"papers/a{kind}")
    site = building.build(root)
    before, after = building.files(small_site.folder), building.files(site.folder)
    assert after.keys() - before.keys() == {f"papers/a{kind}" for kind in (*KINDS, ".PNG", ".Pdf")}
    same = before.keys() - {"sitemap.xml.gz"}
    assert [name for name in same if before[name] != after[name]] == []
    for name in STRAYS:
        (said,) = told(caplog, name)
        assert said.startswith("is not published: of this folder only pages (`.md`) and .avif, ")
    for name, address in RIVALS.items():
        (said,) = told(caplog, name)
        assert f"the dossier has a page or file of its own at `{address}`; rename this one" in said


def test_a_strict_build_stops_over_it_unless_mkdocs_is_told_to_leave_it_out(tmp_path: Path) -> None:
    root, pages = made(tmp_path)
    put(pages / "drawings/a.svg")
    with pytest.raises(Abort):
        building.build(root, strict=True)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nexclude_docs: drawings/\n", encoding="utf-8")
    put(root / "templates/theme/assets/harbour.svg", b"<svg/>")
    site = building.build(root, strict=True)
    assert not (site.folder / "drawings").exists()
    assert (site.folder / "assets/harbour.svg").read_bytes() == b"<svg/>", "what is looks is published from the theme"


@pytest.mark.parametrize("name", ["away.png", "away.md", "away", "deep/away"])
@pytest.mark.parametrize(
    ("to", "where"),
    [
        ("seeds/secret", "out of `content/pages`"),
        ("../elsewhere/secret", "out of `content/pages`"),
        ("content", "out of `content/pages`"),
        ("gone", "nowhere"),
        ("content/pages/gone", "nowhere"),
        ("content/pages/deep/away", "nowhere"),
    ],
)
def test_a_link_that_leads_out_or_nowhere_is_found(tmp_path: Path, name: str, to: str, where: str) -> None:
    root, pages = made(tmp_path)
    put(root / "seeds/secret/passwords.png")
    put(tmp_path / "elsewhere/secret/passwords.png")
    (pages / name).parent.mkdir(exist_ok=True)
    (pages / name).symlink_to(root / to)
    said = f"is a link that leads {where}; put what it was to lead to in its place"
    assert list(links(pages, root)) == [Problem(Place(f"content/pages/{name}"), "page", said, Level.ERROR)]


def test_no_link_out_is_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root, pages = made(tmp_path)
    put(root / "seeds/a.png", b"secret")
    (pages / "away").symlink_to("../../seeds")
    with pytest.raises(Abort):
        building.build(root)
    assert told(caplog, "away")
    assert not (root / "site").exists()


def test_links_within_the_folder_are_followed_and_a_home_page_may_be_called_readme(tmp_path: Path) -> None:
    root, pages = made(tmp_path)
    put(pages / "papers/a.png")
    (pages / "b.png").symlink_to("papers/a.png")
    (pages / "again").symlink_to("papers")
    (pages / "index.md").unlink()
    put(pages / "README.md", b"# Harbour words\n")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("Home: index.md", "Home: README.md"), encoding="utf-8")
    site = building.build(root, strict=True)
    assert (site.folder / "b.png").read_bytes() == (site.folder / "again/a.png").read_bytes() == SCRIPT
    assert "Harbour words" in site[""].get_text()


def test_the_pencil_of_a_page_with_any_name_opens_its_file(tmp_path: Path) -> None:
    root, pages = made(tmp_path)
    for name in ("a #1?.md", "ملف.md", "über uns/50%.md"):
        put(pages / name, b"# A page\n")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        'repo_url: !ENV [FACTSHEET_REPO_URL, ""]', "repo_url: https://github.com/o/r"
    )
    config.write_text(text, encoding="utf-8")
    site = building.build(root)
    edited = {str(link["href"]) for page in site.pages.values() for link in page.select('a[rel="edit"]')}
    for name in ("a%20%231%3F.md", "%D9%85%D9%84%D9%81.md", "%C3%BCber%20uns/50%25.md"):
        assert f"https://github.com/o/r/edit/main/content/pages/{name}" in edited
