"""What a rebuild under `mkdocs serve` takes over: it comes out as a build from nothing does, byte for byte."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import building
import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from repositories import NEEDED, commit

from generator.plugin import FactsheetPlugin
from generator.reading.files import made_of
from generator.site import kept

EVENT = "content/events/2021-03-12-lumo-harbour-strike.yml"
FIGURE = "content/figures/guards-in-lumo.yml"
ADDRESS = "http://127.0.0.1:1/"


class Rebuilding:
    """A dossier as `mkdocs serve` builds it, again and again, without the server."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.plugin: FactsheetPlugin

    def build(self) -> dict[str, Any]:
        """Build as the next rebuild does; return the site's files, and of the search index what can be found."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "site"))
        config.site_url = ADDRESS
        config.plugins.on_startup(command="serve", dirty=False)
        plugin = config.plugins["factsheet"]
        assert isinstance(plugin, FactsheetPlugin)
        self.plugin = plugin
        mkdocs_build(config, serve_url=ADDRESS)
        found: dict[str, Any] = dict(building.files(self.root / "site"))
        index = json.loads(found["search/search_index.json"])
        index["docs"].sort(key=json.dumps)
        return found | {"search/search_index.json": index}

    def again(self) -> set[str]:
        """Build, and once more from nothing; both come out the same. Return the pages that were taken over."""
        rebuilt = self.build()
        taken = set(self.plugin.kept.reused)
        self.plugin.kept = kept.Kept()
        made_of.cache_clear()
        anew = self.build()
        assert not self.plugin.kept.reused
        assert rebuilt.keys() == anew.keys()
        assert [name for name in anew if rebuilt[name] != anew[name]] == []
        return taken

    def change(self, name: str, old: str, new: str) -> None:
        building.replaced(self.root / name, old, new)

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def rebuilding(tmp_path: Path) -> Iterator[Rebuilding]:
    """A small dossier, built once."""
    made = Rebuilding(building.small(tmp_path / "dossier"))
    made.build()
    yield made
    made.plugin.__init__()  # type: ignore[misc]  # MkDocs keeps the instance for the next dossier


def test_nothing_changed(rebuilding: Rebuilding) -> None:
    before = rebuilding.build()
    pages = {name.replace("/index.html", ".md") for name in before if name.endswith("/index.html")}
    assert len(pages) > 10
    assert rebuilding.build() == before
    assert len(rebuilding.again()) >= len(pages), "every page was taken over"


def test_a_number_is_corrected(rebuilding: Rebuilding) -> None:
    rebuilding.change(FIGURE, "value: 900", "value: 950")
    taken = rebuilding.again()
    assert "figures/guards-in-lumo.md" not in taken
    assert "actors/coast-guard.md" in taken
    told = (rebuilding.root / "site/actors/coast-guard/index.html").read_text(encoding="utf-8")
    assert "[prose-number]" in told, "the box of problems is on pages that were taken over"
    assert kept.BOX not in told
    rebuilding.change(FIGURE, "value: 950", "value: 900")
    rebuilding.again()
    assert "[prose-number]" not in (rebuilding.root / "site/actors/coast-guard/index.html").read_text(encoding="utf-8")


def test_a_record_moves_down_comes_and_goes(rebuilding: Rebuilding) -> None:
    path = rebuilding.root / FIGURE
    path.write_text("# A comment.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    rebuilding.again()
    path.rename(path.with_name("guards.yml"))
    rebuilding.change("content/figures/guards.yml", "title:", "formerly: [guards-in-lumo]\ntitle:")
    assert "figures/guards-in-lumo.md" not in rebuilding.again()
    path.with_name("guards.yml").unlink()
    rebuilding.again()


def test_a_mistake_comes_and_goes(rebuilding: Rebuilding) -> None:
    rebuilding.change(EVENT, "type: drone-strike", "type: [drone-strike")
    before = rebuilding.build()
    page = before["places/lumo/index.html"].decode()
    assert "last good state" in page
    assert page.count("fs-problems") == 1
    assert "places/lumo.md" in rebuilding.plugin.kept.reused
    rebuilding.change(EVENT, "type: [drone-strike", "type: drone-strike")
    assert "last good state" not in rebuilding.build()["places/lumo/index.html"].decode()
    rebuilding.again()


@NEEDED
def test_the_first_change_since_the_last_commit_changes_every_citation(rebuilding: Rebuilding) -> None:
    commit(rebuilding.root, "2021-04-01")
    before = rebuilding.build()["actors/coast-guard/index.html"].decode()
    rebuilding.change(FIGURE, "value: 900", "value: 950")
    assert "actors/coast-guard.md" not in rebuilding.again()
    changed = (rebuilding.root / "site/actors/coast-guard/index.html").read_text(encoding="utf-8")
    (now,), (then,) = (re.findall(r'class="fs-cite__text">([^<]*)<', page) for page in (changed, before))
    assert now != then, "it says that the records have changed since"
    assert rebuilding.build() == rebuilding.build()


def test_a_rebuild_that_was_broken_off_leaves_nothing(rebuilding: Rebuilding, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    rebuilding.change(EVENT, "title: Drone strike", "title: Dusk raid")
    with monkeypatch.context() as patched:
        patched.setattr("generator.site.finding.complete", broken)
        with pytest.raises(OSError, match="no space left"):
            rebuilding.build()
    with monkeypatch.context() as patched:
        patched.setattr(kept.Kept, "finish", broken)
        with pytest.raises(OSError, match="no space left"):
            rebuilding.build()
    assert gc.isenabled()
    assert rebuilding.again() == set()
    assert "Dusk raid" in (rebuilding.root / "site/search/search_index.json").read_text(encoding="utf-8")


CHANGES: dict[str, Callable[[Rebuilding], None]] = {
    "a template of the site's own": lambda r: r.write(
        "templates/pages/places.html", "{% block a %}Ours.{% endblock %}"
    ),
    "a theme file of the site's own": lambda r: r.write("templates/theme/partials/footer.html", "<p>Ours.</p>"),
    "the site's name": lambda r: r.change("mkdocs.yml", "site_name: US", "site_name: Our US"),
    "the navigation": lambda r: r.change("mkdocs.yml", "  - Events: events/index.md\n", ""),
    "the language": lambda r: r.change("mkdocs.yml", "language: en", "language: de"),
    "a hand-written page": lambda r: r.write(
        "content/pages/index.md", "# Another title\n\n<!-- factsheet: glance -->\n"
    ),
    "a hand-written page more": lambda r: r.write("content/pages/more.md", "# More\n\n[Lumo](places/lumo.md#n1)\n"),
    "a lock line less": lambda r: r.write("seeds/evidence.lock", ""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_else_changes(rebuilding: Rebuilding, change: Callable[[Rebuilding], None]) -> None:
    before = rebuilding.build()
    change(rebuilding)
    rebuilding.again()
    assert rebuilding.build() != before, "the change is seen"


def test_a_theme_file_that_fails_is_told_until_it_is_mended(rebuilding: Rebuilding) -> None:
    before = rebuilding.build()
    rebuilding.write("templates/theme/main.html", "{{ nothing.at_all }}")
    for _ in range(2):
        page = rebuilding.build()["places/lumo/index.html"].decode()
        assert "[template]" in page
        assert "md-header" in page
        assert not rebuilding.plugin.kept.reused
    (rebuilding.root / "templates/theme/main.html").unlink()
    assert rebuilding.build() == before


def test_nothing_is_taken_over_beside_a_plugin_we_do_not_know(rebuilding: Rebuilding) -> None:
    rebuilding.change("mkdocs.yml", "  - factsheet\n", "  - factsheet\n  - info\n")
    for _ in range(3):
        rebuilding.build()
        assert not rebuilding.plugin.kept.reused


def test_nothing_is_taken_over_beside_a_hook(rebuilding: Rebuilding) -> None:
    rebuilding.write("hook.py", "def on_page_content(html, **_):\n    return html + 'a hook was here'\n")
    rebuilding.change("mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    for _ in range(3):
        page = rebuilding.build()["places/lumo/index.html"].decode()
        assert "a hook was here" in page
        assert not rebuilding.plugin.kept.reused


def test_nothing_is_taken_over_beside_an_extension_that_reads_files(rebuilding: Rebuilding) -> None:
    folder = str(rebuilding.root / "parts")
    rebuilding.write("parts/end.md", "The first end.\n")
    snippets = f"  - pymdownx.snippets: {{base_path: [{json.dumps(folder)}], auto_append: [end.md]}}\n"
    rebuilding.change("mkdocs.yml", "  - tables\n", f"  - tables\n{snippets}")
    for said in ("The first end.", "Another end."):
        rebuilding.write("parts/end.md", f"{said}\n")
        assert said in rebuilding.build()["index.html"].decode()
        assert said in rebuilding.build()["places/lumo/index.html"].decode()
        assert not rebuilding.plugin.kept.reused
