"""`mkdocs serve`: a mistake stops nothing, every page keeps its last good state and says what is wrong."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

import building
import pytest
from serving import Serving, box, content

EVENT = "events/2021-03-12-lumo-harbour-strike/"
TURNS = itertools.count()
YAML = "content/events/2021-03-12-lumo-harbour-strike.yml"
PAGES = (EVENT, "", "actors/", "actors/ivo-brandt/", "sources/gazette-2021-03-12/", "timeline/", "problems/")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for all changes; each test mends what it breaks."""
    root = building.small(tmp_path_factory.mktemp("served") / "dossier")
    (root / "templates/pages").mkdir(parents=True)
    (root / "templates/theme").mkdir()
    with Serving(root, aside=(EVENT, "actors/", "problems/", "")) as server:
        yield server


@pytest.fixture
def serving(server: Serving) -> Iterator[Serving]:
    """The server, clean; in the end it has answered everything, and is clean again."""
    # A word that a rebuild after all earlier changes shows.
    word = f"turn{next(TURNS)}"
    server.write("content/pages/index.md", f"# Small dossier\n\nA made-up harbour.\n\n{word}\n".encode())
    assert box(server.wait("", lambda page: word in content(page))) == ""
    before = building.files(server.root)
    yield server
    after = building.files(server.root)
    for name in after.keys() - before.keys():
        (server.root / name).unlink()
    for name, text in before.items():
        if after.get(name) != text:
            server.write(name, text)
    assert server.wrong == []
    assert not [line for line in server.said if "Traceback" in line or "will appear stuck" in line]


def test_a_corrected_number_is_followed(serving: Serving) -> None:
    claim = "figures/guards-in-lumo#c2"
    serving.change("content/figures/guards-in-lumo.yml", "value: 900", "value: 950")
    pages = ("figures/guards-in-lumo/", "figures/", "actors/dockers-union/", "sources/untitled-hundreds-of-dockers/")
    for path in pages:
        serving.wait(path, lambda page: any("950" in e.get_text() for e in page.select(f'[data-claim="{claim}"]')))
    told = box(serving.get("figures/guards-in-lumo/"))
    assert "content/figures/guards-in-lumo.yml:2:" in told
    assert "[prose-number]" in told
    assert "[value-not-in-words]" in told
    assert "last good state" not in told


def test_broken_yaml_leaves_every_page_and_is_told_on_each(serving: Serving) -> None:
    before = {path: content(serving.get(path)) for path in PAGES}
    line = (serving.root / YAML).read_text(encoding="utf-8").splitlines().index("type: drone-strike") + 1
    serving.change(YAML, "type: drone-strike", "type: [drone-strike")
    serving.wait(EVENT, box)
    for path in PAGES:
        page = serving.get(path)
        assert f"{YAML}:{line}:7" in box(page), path
        assert "[yaml-syntax]" in box(page), path
        assert "last good state" in box(page), path
        assert content(page) == before[path], path
    serving.change(YAML, "type: [drone-strike", "type: airstrike")
    page = serving.wait(EVENT, lambda page: "[unknown-choice]" in box(page))
    assert f"{YAML}:{line}:7" in box(page)
    assert "did you mean `air-strike`?" in box(page)
    excerpt = page.select_one(".fs-problems pre")
    assert excerpt is not None
    assert excerpt.get_text().split() == [f"{line}type:", "airstrike", "writetype:", "air-strike"]
    assert [mark.get_text() for mark in excerpt.select("mark")] == ["airstrike"]
    link = page.select_one(".fs-problems li a")
    assert link is not None
    assert link["href"] == "../../rules/#unknown-choice"
    assert serving.get("rules/").select_one("h2#unknown-choice") is not None
    serving.change(YAML, "type: airstrike", "type: air-strike")
    page = serving.wait(EVENT, lambda page: not box(page))
    assert "air strike" in content(page).lower()
    assert "drone strike" not in content(page).replace("Drone strike on Lumo harbour", "").lower()


def test_what_is_wrong_is_shown_as_text(serving: Serving) -> None:
    serving.change(YAML, "type: drone-strike", "type: '<script>pwned=1</script>'")
    page = serving.wait(EVENT, box)
    assert "`<script>pwned=1</script>`" in box(page)
    assert not [script for script in page.find_all("script") if "pwned" in script.get_text()]


def test_a_record_that_is_gone_is_missed_where_it_is_named(serving: Serving) -> None:
    (serving.root / "content/actors/dockers-union.yml").unlink()
    page = serving.wait("actors/dockers-union/", box)
    assert "[unknown-actor]" in box(page)
    assert "Dockers’ Union" in content(page), "the page is as it was"


def test_more_problems_than_a_box_holds_are_on_the_page_of_problems(serving: Serving) -> None:
    path = serving.root / YAML
    text = path.read_text(encoding="utf-8").replace("asserted_by: ", "asserted_bye: ")
    claims = "".join(f"  - {{id: c{n}, wrong{n}: x}}\n" for n in range(20, 60))
    serving.write(YAML, text.replace("disputes:\n", f"{claims}disputes:\n").encode())
    page = serving.wait(EVENT, box)
    assert len(page.select(".fs-problems li")) == 20
    link = page.select_one('.fs-problems a[href="../../problems/"]')
    assert link is not None
    whole = serving.get("problems/")
    count = int(box(whole).split()[0])
    assert count > 40
    assert len(whole.select(".fs-problems li")) == count


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("templates/pages/event.html", "{% block lead %}\n\n{{ nothing }}\n{% endblock %}", ":3:1: cannot be rendered"),
        ("templates/pages/event.html", "{% block lead %}{% if %}{% endblock %}", ":1:1: cannot be rendered"),
        ("templates/theme/main.html", "\n{{ nothing.at_all }}", ":2:1: cannot be rendered"),
        ("templates/theme/main.html", "{% block %}", ":1:1: cannot be rendered"),
        ("templates/theme/404.html", "{{ nothing.at_all }}", ":1:1: cannot be rendered"),
        ("templates/theme/sitemap.xml", "{% if", ":1:1: cannot be rendered"),
    ],
    ids=["page-undefined", "page-syntax", "theme-undefined", "theme-syntax", "theme-404", "theme-sitemap"],
)
def test_a_broken_template_stops_nothing(serving: Serving, name: str, text: str, told: str) -> None:
    before = content(serving.get(EVENT))
    serving.write(name, text.encode())
    page = serving.wait(EVENT, box)
    file, _, what = told.partition(": ")
    assert f"{name}{file}" in box(page)
    assert what in box(page)
    assert "[template]" in box(page)
    assert content(page) == before
    assert page.select_one("header.md-header"), "the page still has its theme"


def test_front_matter_the_theme_cannot_use_stops_nothing(serving: Serving) -> None:
    wrong = b"---\ntemplate: nope.html\nsearch: foo\nhide: 3\nicon: nope/x\ntitle: [a]\n---\n\n# Home\n\nStill here.\n"
    serving.write("content/pages/index.md", wrong)
    page = serving.wait("", box)
    assert "Still here." in content(page)
    told = box(page)
    for number, key in enumerate(("template", "search", "hide", "icon", "title"), 2):
        assert f"content/pages/index.md:{number}:1 `{key}` is " in told
    assert page.select_one("header.md-header"), "the page still has its theme"


def test_a_folder_that_was_away_is_followed_again(serving: Serving) -> None:
    seeds, away = serving.root / "seeds", serving.root / "away"
    seeds.rename(away)
    serving.write("content/pages/index.md", b"# Without seeds\n")
    serving.wait("", lambda page: "Without seeds" in content(page))
    away.rename(seeds)
    serving.write("content/pages/index.md", b"# With seeds\n")
    serving.wait("", lambda page: "With seeds" in content(page))
    lock = (seeds / "evidence.lock").read_bytes()
    serving.write("seeds/evidence.lock", b"no line\n" + lock)
    assert "[lock-syntax]" in box(serving.wait("", box))


def test_a_template_of_the_sites_own_is_followed(serving: Serving) -> None:
    serving.write("templates/pages/places.html", b"{% block lead %}<p data-own>Ours.</p>{% endblock %}")
    serving.wait("places/", lambda page: "Ours." in content(page))


def test_a_lock_line_that_is_gone_marks_its_words(serving: Serving) -> None:
    path = serving.root / "seeds/evidence.lock"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '"put the dead at three"' not in line]
    assert len(kept) == len(lines) - 1
    serving.write("seeds/evidence.lock", "".join(kept).encode())
    page = serving.wait(EVENT, box)
    assert "[not-verified]" in box(page)
    assert "last good state" not in box(page)
    assert page.select("sup.fs-unverified")


def test_a_broken_lock_is_told(serving: Serving) -> None:
    text = (serving.root / "seeds/evidence.lock").read_bytes()
    serving.write("seeds/evidence.lock", b"{\xff\n" + text)
    page = serving.wait(EVENT, box)
    assert "seeds/evidence.lock:1:1" in box(page)
    assert "[lock-syntax]" in box(page)


def test_a_changed_text_is_told(serving: Serving) -> None:
    text = (serving.root / "seeds/gazette.txt").read_bytes()
    serving.write("seeds/gazette.txt", text.replace(b"Two drones", b"Ten drones"))
    page = serving.wait(EVENT, box)
    assert "content/sources/gazette-2021-03-12.yml:" in box(page)
    assert "[text-changed]" in box(page)


def test_a_text_that_is_gone_is_not_missed(serving: Serving) -> None:
    (serving.root / "seeds/courier.txt").unlink()
    serving.change("content/places/lumo.yml", "lat: 21.5", "lat: 22.5")
    page = serving.wait("places/lumo/", lambda page: "22.5" in content(page))
    assert box(page) == ""


def test_a_hand_written_page_that_is_not_utf8_is_told(serving: Serving) -> None:
    serving.write("content/pages/index.md", b"# Caf\xe9\n")
    page = serving.wait(EVENT, box)
    assert "content/pages/index.md:1:1" in box(page)
    assert "cannot be read" in box(page)
    assert box(serving.get("")) == box(page)


def test_hand_written_pages_are_followed(serving: Serving) -> None:
    serving.change("content/pages/index.md", "# Small dossier", "# Another title")
    serving.wait("", lambda page: "Another title" in content(page))


def test_a_dossier_that_is_broken_from_the_start_is_served(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = building.small(tmp_path_factory.mktemp("broken") / "dossier")
    building.replaced(root / YAML, "type: drone-strike", "type: [drone-strike")
    with Serving(root, "--strict", aside=("", "problems/", "events/")) as serving:
        assert any("strict does not apply while serving" in line for line in serving.said)
        for path in ("", "problems/", "events/", "actors/", EVENT, "actors/ivo-brandt/"):
            page = serving.get(path)
            assert YAML in box(page), path
            assert "last good state" not in box(page), path
        assert serving.get("rules/").select_one("h2#yaml-syntax") is not None, "the rules need no dossier"
        assert "made-up harbour" in content(serving.get(""))
        serving.change(YAML, "type: [drone-strike", "type: drone-strike")
        assert box(serving.wait("", lambda page: not box(page))) == ""
        assert "Drone strike on Lumo harbour" in content(serving.get(EVENT))
        serving.change("content/pages/index.md", "# Small dossier", "# Loose [end](nowhere.md)")
        serving.wait("", lambda page: "Loose" in content(page))
        assert serving.wrong == []


def test_records_that_were_away_are_followed_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = building.small(tmp_path_factory.mktemp("away") / "dossier")
    with Serving(root) as serving:
        records, away = root / "content", root / "away"
        records.rename(away)
        # For the server to see that they are gone; where it does not, the test is an easier one.
        time.sleep(2)
        building.replaced(away / "places/lumo.yml", "lat: 21.5", "lat: 22.5")
        away.rename(records)
        serving.wait("places/lumo/", lambda page: "22.5" in content(page))
        serving.change("content/places/lumo.yml", "lat: 22.5", "lat: 23.5")
        serving.wait("places/lumo/", lambda page: "23.5" in content(page))


def test_serve_writes_nothing_into_the_dossier(serving: Serving) -> None:
    before = building.files(serving.root)
    serving.change("content/pages/index.md", "# Small dossier", "# Small")
    serving.wait("", lambda page: "Small dossier" not in content(page))
    serving.change("content/pages/index.md", "# Small\n", "# Small dossier\n")
    serving.wait("", lambda page: "Small dossier" in content(page))
    assert building.files(serving.root) == before
