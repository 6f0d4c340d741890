"""The site in a real browser: footnotes, search, live reload, and no request to anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import building
import pytest
from browsing import PATIENCE, opened, press, search, served
from playwright.sync_api import Browser, Page, expect
from serving import Serving
from test_hostile import BAD, write

EVENT = "events/2021-03-12-lumo-harbour-strike/"


@pytest.fixture
def real(browser: Browser, real_site: building.Site) -> Iterator[tuple[Page, str]]:
    """The real dossier's site, in the browser."""
    with served(real_site.folder) as home, opened(browser, home) as (page, _):
        yield page, home


def disputed_claim(site: building.Site) -> dict[str, Any]:
    """A disputed number of killed in the dossier's largest dispute of that kind."""
    claims = {c["id"]: c for c in site.dossier["claims"] if c["property"] == "killed"}
    best = max(site.dossier["disputes"], key=lambda d: len(set(d["claims"]) & set(claims)))
    return claims[next(id_ for id_ in best["claims"] if id_ in claims)]


def test_a_footnote_opens_the_exact_words_and_leads_there_and_back(
    real: tuple[Page, str], real_site: building.Site
) -> None:
    page, home = real
    claim = disputed_claim(real_site)
    exact = building.words(claim["citations"][0]["exact"])
    record, _, id_ = claim["id"].partition("#")
    page.goto(f"{home}{record}/#{id_}")
    mark = page.locator(f"#{id_} a.footnote-ref").first
    mark.scroll_into_view_if_needed()
    mark.hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_be_visible()
    expect(tooltip.locator("q.fs-exact")).to_have_text(claim["citations"][0]["exact"])
    page.mouse.move(0, 0)
    number = mark.inner_text()
    mark.click()
    page.wait_for_url(f"**/#fn:{number}")
    note = page.locator(f'[id="fn:{number}"]')
    expect(note).to_be_in_viewport()
    expect(note.locator("q.fs-exact")).to_contain_text(exact.split()[0])
    there = page.locator(f"#{id_} sup").first.get_attribute("id")
    back = note.locator(f'a.footnote-backref[href="#{there}"]')
    back.click()
    page.wait_for_url(f"**/#{there}")
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


def test_a_tap_on_a_mark_shows_the_words_in_place_and_a_second_one_leads_on(
    browser: Browser, real_site: building.Site
) -> None:
    claim = disputed_claim(real_site)
    record, _, id_ = claim["id"].partition("#")
    with served(real_site.folder) as home:
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{home}{record}/#{id_}")
        mark = page.locator(f"#{id_} a.footnote-ref").first
        mark.tap()
        tooltip = page.get_by_role("tooltip")
        expect(tooltip.locator("q.fs-exact")).to_have_text(claim["citations"][0]["exact"])
        expect(tooltip.locator("q.fs-exact")).to_be_in_viewport()
        assert page.url.endswith(f"#{id_}")
        mark.tap()
        page.wait_for_url("**/#fn:*")
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_link_to_a_claim_unfolds_its_words(browser: Browser, real_site: building.Site, scripts: bool) -> None:
    claim = disputed_claim(real_site)
    record, _, id_ = claim["id"].partition("#")
    with served(real_site.folder) as home:
        context = browser.new_context(java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{home}{record}/#{id_}")
        expect(page.locator(f"#{id_} .fs-words li").first).to_be_visible()
        expect(page.locator(f"#{id_} .fs-words li").first).to_be_in_viewport()
        context.close()


def test_the_words_of_a_cell_of_the_matrix_come_up_on_hover_and_on_focus(
    real: tuple[Page, str], real_site: building.Site
) -> None:
    page, home = real
    address = next(address for address, article in real_site.articles.items() if article.select(".fs-cell"))
    page.goto(f"{home}{address}")
    cell = page.locator(".fs-cell").first
    said = cell.locator(".fs-cell__words")
    expect(said).to_have_css("opacity", "0")
    cell.hover()
    expect(said).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(said).to_have_css("opacity", "0")
    cell.focus()
    expect(said).to_have_css("opacity", "1")


def test_on_a_narrow_screen_no_dispute_scrolls_sideways_and_words_need_no_pointing(
    browser: Browser, real_site: building.Site
) -> None:
    with served(real_site.folder) as home:
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{home}disputes/")
        wide = "es => es.filter(e => e.scrollWidth > innerWidth || e.getBoundingClientRect().right > innerWidth).length"
        assert page.locator(".fs-dispute :is(table, tr, td, th, dl, section)").evaluate_all(wide) == 0
        expect(page.locator(".fs-cell__words").first).to_have_css("opacity", "1")
        context.close()


def test_a_footnote_leads_to_the_words_on_the_sources_page(real: tuple[Page, str], real_site: building.Site) -> None:
    page, home = real
    claim = disputed_claim(real_site)
    record, _, id_ = claim["id"].partition("#")
    page.goto(f"{home}{record}/#{id_}")
    number = page.locator(f"#{id_} a.footnote-ref").first.inner_text()
    press(page, page.locator(f'[id="fn:{number}"] a:has(> q.fs-exact)'))
    page.wait_for_url(f"**/sources/{claim['citations'][0]['source']}/#*")
    target = page.locator(".fs-spans > li:target")
    expect(target).to_be_in_viewport()
    expect(target.locator("q")).to_have_text(claim["citations"][0]["exact"])


def test_a_name_finds_its_page(real: tuple[Page, str], real_site: building.Site) -> None:
    page, home = real
    people = [actor for actor in real_site.dossier["actors"] if actor["kind"] == "person"]
    actor = max(people, key=lambda a: len(a["names"]))
    variant = next(n["value"] for n in actor["names"] if n["value"] != actor["title"])
    page.goto(home)
    for name in (actor["title"], variant):
        result = page.locator(f'.md-search-result__link[href*="actors/{actor["id"]}/"]:visible').first
        search(page, name, result)
    result.click()
    page.wait_for_url(f"**/actors/{actor['id']}/**")
    expect(page.locator("h1")).to_contain_text(actor["title"])


@pytest.mark.parametrize("address", ["", "events/", "timeline/", "disputes/", "quotes/", "figures/", "sources/"])
def test_the_pages_have_nothing_to_complain_of(real: tuple[Page, str], address: str) -> None:
    page, home = real
    page.goto(home + address)
    expect(page.locator("article.md-content__inner")).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("width", [360, 1400])
def test_no_page_is_wider_than_its_window(real: tuple[Page, str], real_site: building.Site, width: int) -> None:
    page, home = real
    page.set_viewport_size({"width": width, "height": 800})
    claim = disputed_claim(real_site)
    for address in ("", "disputes/", claim["subject"] + "/", f"sources/{claim['citations'][0]['source']}/"):
        page.goto(home + address)
        wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, address


def test_with_a_repository_no_request_leaves_either(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTSHEET_REPO_URL", "https://github.com/example/dossier")
    site = building.build(building.small(tmp_path / "dossier"))
    with served(site.folder) as home, opened(browser, home) as (page, _):
        page.goto(home + EVENT)
        expect(page.locator('a.md-source[href="https://github.com/example/dossier"]').first).to_be_attached()
        edit = page.locator("a.md-content__button")
        expect(edit).to_have_attribute("href", f"https://github.com/example/dossier/edit/main/content/{EVENT[:-1]}.yml")
        page.wait_for_load_state("networkidle")


def test_a_former_address_leads_on(browser: Browser, tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    actor = root / "content/actors/ivo-brandt.yml"
    actor.write_text("formerly: [brandt]\n" + actor.read_text(encoding="utf-8"), encoding="utf-8")
    site = building.build(root)
    with served(site.folder) as home, opened(browser, home) as (page, _):
        page.goto(f"{home}actors/brandt/")
        page.wait_for_url("**/actors/ivo-brandt/")
        expect(page.locator("h1")).to_contain_text("Ivo Brandt")


def test_hostile_content_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path / "dossier", BAD)
    site = building.build(tmp_path / "dossier")
    with served(site.folder) as home, opened(browser, home) as (page, _):
        for address in site.articles:
            page.goto(home + address)
            expect(page.locator("article.md-content__inner")).to_be_visible()
            for mark in page.locator("a.footnote-ref").all()[:1]:
                mark.hover()
                expect(page.get_by_role("tooltip")).to_be_visible()
            assert page.evaluate("typeof window.pwned") == "undefined", address
        search(page, "happened", page.locator(".md-search-result__link:visible").first)
        assert page.evaluate("typeof window.pwned") == "undefined"


def test_a_page_follows_its_yaml_by_itself(browser: Browser, tmp_path: Path) -> None:
    root = building.small(tmp_path / "dossier")
    yaml = f"content/{EVENT[:-1]}.yml"
    with Serving(root) as serving, opened(browser, f"http://{serving.address}/") as (page, watch):
        page.goto(f"http://{serving.address}/{EVENT}", wait_until="load")
        heading, box = page.locator("h1"), page.locator(".fs-problems")
        expect(heading).to_contain_text("Drone strike on Lumo harbour")
        expect(box).to_have_count(0)
        serving.change(yaml, "type: drone-strike", "type: drone-strik")
        expect(box).to_contain_text(f"{yaml}:2:7", timeout=PATIENCE)
        expect(box).to_contain_text("`drone-strik`, which is none of")
        expect(box).to_contain_text("type: drone-strike")  # the line to write
        expect(heading).to_contain_text("Drone strike on Lumo harbour")
        serving.change(yaml, "type: drone-strik\n", "type: drone-strike\n")
        expect(box).to_have_count(0, timeout=PATIENCE)
        serving.change(yaml, "title: Drone strike on Lumo harbour", "title: Drones over Lumo harbour")
        expect(heading).to_contain_text("Drones over Lumo harbour", timeout=PATIENCE)
        # What a page shows can be seen before its load event is told.
        for _ in range(100):
            if watch.loads >= 4:
                break
            page.wait_for_timeout(100)
        assert watch.loads >= 4, "the page loaded itself again, three times"
        assert serving.wrong == []


def test_a_citation_is_copied(browser: Browser, small_site: building.Site) -> None:
    with served(small_site.folder) as home, opened(browser, home) as (page, _):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{home}{EVENT}#c4")
        fact = page.locator("#c4")
        fact.get_by_role("link", name="Cite").click()
        for form, begins in (("text", "Killed: "), ("BibTeX", "@misc{events:"), ("CSL-JSON", "{")):
            fact.get_by_role("button", name=f"Copy as {form}").click()
            expect(fact.get_by_role("status")).to_have_text("Copied")
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied.startswith(begins)
            assert f"{home}{EVENT}#c4" in copied, "the address is the page's own where the site does not know its own"
        fact.get_by_role("link", name="Cite").click()
        expect(fact.get_by_role("button", name="Copy as")).to_have_count(0)
        fact.get_by_role("link", name="Cite").focus()
        page.keyboard.press("Enter")
        expect(fact.get_by_role("button", name="Copy as")).to_have_count(3)


def test_paper_has_nothing_to_click(browser: Browser, small_site: building.Site) -> None:
    with served(small_site.folder) as home, opened(browser, home) as (page, _):
        page.goto(f"{home}{EVENT}#c4")
        expect(page.locator("#c4 .fs-keep")).to_be_visible()
        page.emulate_media(media="print")
        for gone in ("#c4 .fs-keep", ".footnote-backref >> nth=0", ".md-header", ".md-footer"):
            expect(page.locator(gone)).to_be_hidden()
        for there in ("#c4", ".footnote li >> nth=0", ":is(.fs-matrix, .fs-lines) >> nth=0"):
            expect(page.locator(there)).to_be_visible()
