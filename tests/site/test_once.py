"""While a page loads it is styled once, in the reader's colours, and its footnotes not before they are near."""

from __future__ import annotations

import json
from collections.abc import Iterator

import building
import pytest
from browsing import opened, served
from playwright.sync_api import Browser, Page, expect

COSTLY = ("content.footnote.tooltips", "content.tooltips", "toc.follow")
"""Features of the theme that do something for each mark, title or heading."""


@pytest.fixture(scope="module")
def home(real_site: building.Site) -> Iterator[str]:
    with served(real_site.folder) as address:
        yield address


@pytest.mark.parametrize("config", ["mkdocs.yml", "templates/starter/dossier/mkdocs.yml"])
def test_no_feature_of_the_theme_is_on_that_costs_a_reader_much(config: str) -> None:
    said = (building.REPOSITORY / config).read_text(encoding="utf-8")
    assert [feature for feature in COSTLY if f"- {feature}\n" in said] == []


def test_loading_a_page_styles_it_once_and_leaves_out_its_footnotes(
    browser: Browser, home: str, real_site: building.Site
) -> None:
    largest = max(real_site.articles, key=lambda a: a.startswith("events/") * len(str(real_site.articles[a])))
    with opened(browser, home) as (page, _):
        browser.start_tracing(
            page=page, categories=["-*", "disabled-by-default-devtools.timeline", "devtools.timeline"]
        )
        page.goto(home + largest, wait_until="networkidle")
        told = json.loads(browser.stop_tracing())["traceEvents"]
        there = page.evaluate("document.getElementsByTagName('*').length")
    ours = {event["pid"] for event in told if event["name"] == "ParseHTML" and home in json.dumps(event["args"])}
    styled = sum(
        event["args"].get("elementCount", 0)
        for event in told
        if event["name"] == "UpdateLayoutTree" and event["pid"] in ours
    )
    assert 0 < styled < there


def colours(page: Page) -> tuple[str, str]:
    """The scheme that the page is in, and what the browser is told of it."""
    told: list[str] = page.evaluate(
        "[document.body.dataset.mdColorScheme, document.querySelector('meta[name=color-scheme]').content]"
    )
    return told[0], told[1]


def test_a_page_follows_the_system_until_its_reader_chooses(browser: Browser, home: str) -> None:
    dark, light = ("slate", "dark"), ("default", "light")
    with opened(browser, home, color_scheme="dark") as (page, _):
        page.goto(home + "method/", wait_until="commit")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert colours(page) == dark
        page.emulate_media(color_scheme="light")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert colours(page) == light
        page.get_by_title("Switch to dark").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.goto(home + "sources/")
        assert colours(page) == dark, "the choice is kept"
        page.locator("input[name=__palette]:checked").focus()
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        expect(page.get_by_title("Switch to dark")).to_be_visible()
        expect(page.get_by_title("Switch to light")).to_be_hidden()
        expect(page.locator("body")).not_to_have_attribute("data-md-color-switching", "")
