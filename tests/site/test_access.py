"""Everybody can read every kind of page: by ear, by keyboard, on a telephone, without script, on a slow line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import building
import pytest
from browsing import PATIENCE, kinds, opened, served
from playwright.sync_api import Browser, Page, expect

WEB = Path(__file__).parents[1] / "web" / "node_modules"
AXE = WEB / "axe-core" / "axe.min.js"
LOOKS = (("light", 320), ("dark", 1920))
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEIRS = {
    # Breadcrumbs and main navigation bear the same name: the theme has one word for both.
    "landmark-unique": (".md-nav--primary",),
}
"""What the theme's own markup breaks and we leave: the rule, and the selectors it is left for."""
BUDGET = 150_000
"""Bytes that an event's page may transfer, compressed, besides what Material brings."""


@pytest.fixture(scope="module", params=["real", "extreme"])
def held(request: pytest.FixtureRequest) -> building.Site:
    """The real dossier's site, then that of extremes."""
    found: building.Site = request.getfixturevalue(f"{request.param}_site")
    return found


@pytest.fixture(scope="module")
def home(held: building.Site) -> Iterator[str]:
    with served(held.folder) as address:
        yield address


def shown(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    expect(page.locator("article.md-content__inner")).to_be_visible()


def violations(page: Page) -> list[str]:
    """What axe finds, each with the element it is about.

    It looks at the whole page from its top: footnotes are laid out first, as they are for whoever comes to them.
    """
    page.add_style_tag(content=".footnote { content-visibility: visible !important }")
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", WCAG)
    return [
        f"{rule['id']}: {node['target'][-1]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
        if node["target"][-1] not in THEIRS.get(rule["id"], ())
    ]


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not here; `npm ci` in tests/web brings it")
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, held: building.Site, home: str, scheme: Any, width: int
) -> None:
    wrong = []
    looks = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}}
    with opened(browser, home, reduced_motion="reduce", **looks) as (page, _):
        page.add_init_script(path=AXE)
        for kind, address in kinds(held).items():
            shown(page, home + address)
            wrong += [f"{kind}: {found}" for found in violations(page)]
    assert wrong == []


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(browser: Browser, held: building.Site, home: str, width: int) -> None:
    wrong = []
    with opened(browser, home, viewport={"width": width, "height": 800}) as (page, _):
        for address in kinds(held).values():
            page.goto(home + address, wait_until="domcontentloaded")
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{address}: {wide}"] * (wide > width)
    assert wrong == []


def test_nothing_moves_while_a_page_loads(browser: Browser, held: building.Site, home: str) -> None:
    watch = """
    window.moved = [];
    new PerformanceObserver(list => list.getEntries().forEach(e => window.moved.push(
        [e.value, ...e.sources.map(s => s.node && (s.node.className || s.node.nodeName))])))
        .observe({type: "layout-shift", buffered: true});
    """
    wrong = []
    for width in (390, 1440):
        with opened(browser, home, viewport={"width": width, "height": 900}) as (page, _):
            page.add_init_script(watch)
            for kind, address in kinds(held).items():
                shown(page, home + address)
                page.wait_for_load_state("networkidle")
                moved = page.evaluate("window.moved")
                wrong += [f"{kind} {width}: {moved}"] * (sum(m[0] for m in moved) > 0.01)
    assert wrong == []


def test_who_asks_for_less_motion_gets_none(browser: Browser, held: building.Site, home: str) -> None:
    moving = """
    () => document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 1).length
      + [...document.querySelectorAll("*")].filter(
          e => getComputedStyle(e).scrollBehavior === "smooth").length
    """
    with opened(browser, home, reduced_motion="reduce") as (page, _):
        for address in kinds(held).values():
            shown(page, home + address)
            assert page.evaluate(moving) == 0, address


def test_the_keyboard_alone_reaches_everything(browser: Browser, held: building.Site, home: str) -> None:
    """Tab goes through all there is to press in the article, each visibly in focus, and gets out again."""
    press = "article.md-content__inner :is(a[href], summary, button, input, select, [tabindex='0'])"
    left = f"""() => [...document.querySelectorAll("{press}")].filter(e =>
        e.checkVisibility({{visibilityProperty: true}}) && !e.reached).map(e => e.outerHTML.slice(0, 160))"""
    now = """() => {
        const e = document.activeElement, style = getComputedStyle(e);
        e.reached = true;
        const seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || e.closest("svg");
        return [!!e.closest("article.md-content__inner"), !!seen, e.outerHTML.slice(0, 160)];
    }"""
    with opened(browser, home) as (page, _):
        for folder in ("figures/", "actors/"):
            pages = [a for a in held.pages if a.startswith(folder) and held[a].select_one("details, form.fs-filter")]
            shown(page, home + min(pages, key=lambda a: len(held[a].select("article a"))))
            page.keyboard.press("Tab")
            expect(page.locator(".md-skip")).to_be_focused()
            been, unseen = False, []
            for _ in range(len(page.evaluate(left)) + 300):
                page.keyboard.press("Tab")
                inside, seen, what = page.evaluate(now)
                if been and not inside:
                    break
                been |= inside
                unseen += [what] * (inside and not seen)
            assert unseen == []
            assert page.evaluate(left) == []


def test_every_kind_of_page_can_be_read_without_script(browser: Browser, held: building.Site, home: str) -> None:
    with opened(browser, home, java_script_enabled=False) as (page, _):
        for address in kinds(held).values():
            shown(page, home + address)
            expect(page.locator("h1").first).to_be_visible()
            for section in page.locator("article.md-content__inner h2").all():
                expect(section).to_be_visible()
            for note in page.locator(".footnote li").all()[:3]:
                expect(note).to_be_visible()


def test_an_events_page_is_light(browser: Browser, held: building.Site, home: str) -> None:
    """Counted as transferred, compressed: all but the theme's own files."""
    events = [a for a in held.pages if a.startswith("events/") and a != "events/"]
    heavy = {}
    with opened(browser, home) as (page, _):
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        asked: dict[str, str] = {}
        size: dict[str, float] = {}
        client.on("Network.responseReceived", lambda e: asked.update({e["requestId"]: e["response"]["url"]}))
        client.on("Network.loadingFinished", lambda e: size.update({e["requestId"]: e["encodedDataLength"]}))
        client.send("Network.setCacheDisabled", {"cacheDisabled": True})
        for address in events:
            asked.clear()
            size.clear()
            shown(page, home + address)
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            ours = {u: size[i] for i, u in asked.items() if i in size and not material(u, home)}
            assert home + address in ours
            if sum(ours.values()) > BUDGET:
                heavy[address] = ours
    assert heavy == {}


def material(url: str, home: str) -> bool:
    return url.removeprefix(home).startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/"))
