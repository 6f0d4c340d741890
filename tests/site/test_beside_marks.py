"""The words that come up beside a mark: under the pointer, in focus, at a tap; and how they are put away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import building
import pytest
from browsing import opened, press, served
from playwright.sync_api import Browser, Page, expect

LONGER = 600
"""Milliseconds; the words go away after less than that when nothing keeps them."""


@pytest.fixture(scope="module")
def home(real_site: building.Site) -> Iterator[str]:
    with served(real_site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def fullest(real_site: building.Site) -> str:
    """The address of the event with most marks."""
    events = [address for address in real_site.articles if address.startswith("events/") and address != "events/"]
    return max(events, key=lambda address: len(real_site.articles[address].select("a.footnote-ref")))


def pointed(page: Page, at: str) -> tuple[float, float]:
    box = page.locator(at).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_words_stay_under_the_pointer_and_go_when_it_leaves_or_at_escape(
    browser: Browser, home: str, fullest: str
) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + fullest)
        words, mark = page.get_by_role("tooltip"), page.locator("a.footnote-ref").first
        mark.hover()
        expect(words).to_be_visible()
        page.mouse.move(*pointed(page, "[role=tooltip]"), steps=5)
        page.wait_for_timeout(LONGER)
        expect(words).to_be_visible()
        page.mouse.move(5, 5)
        expect(words).to_have_count(0)
        mark.hover()
        expect(words).to_be_visible()
        page.keyboard.press("Escape")
        expect(words).to_have_count(0)
        page.wait_for_timeout(LONGER)
        expect(words).to_have_count(0)


def test_what_is_pointed_at_in_the_words_can_be_followed(browser: Browser, home: str, fullest: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + fullest)
        page.locator("a.footnote-ref").first.hover()
        press(page, page.get_by_role("tooltip").locator("a:has(> q.fs-exact)"))
        page.wait_for_url("**/sources/**")


def test_the_keyboard_shows_the_words_of_each_mark_and_is_told_them(browser: Browser, home: str, fullest: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + fullest)
        words, marks = page.get_by_role("tooltip"), page.locator("a.footnote-ref")
        page.locator("article a").first.focus()
        for _ in range(100):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.footnote-ref')"):
                break
        expect(marks.first).to_be_focused()
        number = marks.first.inner_text()
        exact = page.locator(f'[id="fn:{number}"] q.fs-exact').text_content() or ""
        expect(words.locator("q.fs-exact")).to_have_text(exact)
        described = page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
        )
        assert exact in described
        page.mouse.move(5, 5)
        page.wait_for_timeout(LONGER)
        expect(words).to_be_visible()
        page.keyboard.press("Escape")
        expect(words).to_have_count(0)
        expect(marks.first).to_be_focused()
        assert marks.first.get_attribute("aria-describedby") is None
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        expect(words).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/#fn:{number}")
        expect(words).to_have_count(0)


OUTSIDE = """async () => {
    const wrong = [], end = () => document.querySelector(".md-footer").getBoundingClientRect().top + scrollY;
    // Footnotes have the height they keep once they were near.
    document.querySelector(".footnote").scrollIntoView();
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    const before = end();
    for (const mark of document.querySelectorAll("a.footnote-ref")) {
        if (!mark.checkVisibility()) continue;
        mark.focus({focusVisible: true});
        await new Promise(requestAnimationFrame);
        const words = document.querySelector("[role=tooltip]")?.getBoundingClientRect();
        const at = mark.getBoundingClientRect();
        const inside = words && words.left >= 0 && words.right <= document.documentElement.clientWidth
            && words.top >= document.querySelector(".md-header").getBoundingClientRect().bottom
            && words.bottom <= innerHeight && (words.top >= at.bottom || words.bottom <= at.top);
        if (!inside) wrong.push([mark.textContent, words?.toJSON()]);
        if (end() !== before) wrong.push([mark.textContent, "moves the page"]);
    }
    return wrong;
}"""


@pytest.mark.parametrize("name", ["real", "extreme"])
@pytest.mark.parametrize(("width", "height"), [(320, 480), (1440, 900)])
def test_words_are_within_the_window_beside_their_mark_and_move_nothing(
    browser: Browser, name: str, width: int, height: int, request: pytest.FixtureRequest
) -> None:
    site: building.Site = request.getfixturevalue(f"{name}_site")
    address = max(site.articles, key=lambda a: a.startswith("events/") * len(site.articles[a].select(".footnote-ref")))
    with served(site.folder) as there, opened(browser, there, viewport={"width": width, "height": height}) as (page, _):
        page.goto(there + address, wait_until="networkidle")
        assert page.evaluate(OUTSIDE) == []


def test_a_finger_elsewhere_puts_the_words_away_and_one_on_another_mark_shows_its_own(
    browser: Browser, home: str, fullest: str
) -> None:
    looks: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with opened(browser, home, **looks) as (page, _):
        page.goto(home + fullest)
        words, marks = page.get_by_role("tooltip"), page.locator("a.footnote-ref")
        for place in (0, -1):
            marks.nth(place).tap()
            note = page.locator(f'[id="fn:{marks.nth(place).inner_text()}"] q.fs-exact')
            expect(words.locator("q.fs-exact")).to_have_text(note.text_content() or "")
        page.locator("h1").tap(position={"x": 5, "y": 5})
        expect(words).to_have_count(0)
        assert "#" not in page.url


def test_words_come_up_after_a_page_was_put_in_place_of_another(browser: Browser, home: str, fullest: str) -> None:
    """As the theme's instant navigation does, which runs no script anew."""
    with opened(browser, home) as (page, _):
        page.goto(home + fullest)
        words, mark = page.get_by_role("tooltip"), page.locator("a.footnote-ref").first
        for _ in range(2):
            mark.hover()
            expect(words).to_be_visible()
            page.evaluate("document.querySelector('main').outerHTML = document.querySelector('main').outerHTML")
            page.evaluate("document.querySelector('#fs-tip').remove()")
            page.mouse.move(5, 5)
            expect(words).to_have_count(0)


def test_the_words_of_a_cell_can_be_pointed_at_and_put_away(browser: Browser, home: str, fullest: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + "disputes/")
        cell = page.locator(".fs-cell").first
        words = cell.locator(".fs-cell__words")
        cell.locator(".fs-value").hover()
        expect(words).to_have_css("opacity", "1")
        page.mouse.move(*pointed(page, ".fs-cell__words"), steps=5)
        expect(words).to_have_css("opacity", "1")
        page.keyboard.press("Escape")
        expect(words).to_have_css("opacity", "0")
        page.mouse.move(5, 5)
        cell.locator(".fs-value").hover()
        expect(words).to_have_css("opacity", "1")
        cell.locator("a.footnote-ref").hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
        expect(words).to_have_css("opacity", "0")
