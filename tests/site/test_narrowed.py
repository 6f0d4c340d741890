"""Lists narrowed in the browser by what their form asks for: shown, counted, in the address, and undone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import building
import pytest
from browsing import opened, search, served
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

CITE = '[{source: gazette-2021-03-12, exact: "at 00:20 local time on Friday"}]'
EVENTS = {
    "vote": ("Vote", "vote", [("occurred", "2019")], False),
    "patrol": ("Patrol", "campaign", [("occurred", "2021-03-01/2021-03-31"), ("attacker", "coast-guard")], False),
    "guard": ("Guard", "deployment", [("occurred", "2021-05/.."), ("location", "lumo")], False),
    "rally": ("Rally", "protest", [], False),
    "rule": ("Rule", "decision", [("occurred", "2021-04-01"), ("occurred", "2021-06-01")], True),
}
STRIKE, WALKOUT = "Drone strike on Lumo harbour", "Dockers’ walkout in Lumo"


def record(title: str, type_: str, claims: list[tuple[str, str]], disputed: bool) -> str:
    """An event whose every claim rests on the same words."""
    lines = [f"title: {title}", f"type: {type_}", "claims:" if claims else "claims: []"]
    for number, (property_, value) in enumerate(claims, 1):
        lines.append(f"  - {{id: c{number}, property: {property_}, value: {value}, asserted_by: outlet, cite: {CITE}}}")
    if disputed:
        lines.append("disputes: [{id: d1, kind: dating, real: true, claims: [c1, c2], reason: each has a day}]")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> building.Site:
    """The small dossier with events of every kind of date, and two hundred more of one other year."""
    root = building.small(tmp_path_factory.mktemp("narrowed") / "small")
    many = {f"many-{n:03}": (f"Many {n}", "funeral", [("occurred", "2011-02-03")], False) for n in range(200)}
    for name, told in {**EVENTS, **many}.items():
        (root / f"content/events/{name}.yml").write_text(record(*told), encoding="utf-8")
    actor = root / "content/actors/ivo-brandt.yml"
    text = actor.read_text(encoding="utf-8")
    variant = f"  - {{id: n9, value: Yvo Brandet, use: variant, cite: {CITE}}}\n"
    actor.write_text(text.replace("names:\n", "names:\n" + variant, 1), encoding="utf-8")
    (root / "content/pages/index.md").unlink()
    return building.build(root)


@pytest.fixture
def there(browser: Browser, site: building.Site) -> Iterator[tuple[Page, str]]:
    """The site in a browser."""
    with served(site.folder) as home, opened(browser, home) as (page, _):
        yield page, home


def parsed(site: building.Site, address: str) -> BeautifulSoup:
    """One page: to parse all two hundred takes minutes."""
    return BeautifulSoup((site.folder / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def shown(page: Page) -> set[str]:
    """The titles of the events that can be seen, the two hundred as one."""
    titles = page.locator("[data-item]:visible h3").all_inner_texts()
    return {"Many" if title.startswith("Many ") else title for title in titles}


def status(page: Page) -> str:
    return page.locator(".fs-filter [role=status]").inner_text()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Vote", "Patrol", "Guard", "Rally", "Rule", STRIKE, WALKOUT, "Many"}),
        ("?from=2021-03-31&to=2021-04-30", {"Patrol", "Rule"}),
        ("?from=2021-03-13", {"Patrol", "Guard", "Rule", WALKOUT}),
        ("?from=2030-01-01", {"Guard"}),
        ("?from=2021-04-02&to=2021-04-30", set()),
        ("?from=2019-08-01&to=2019-08-01", {"Vote"}),
        ("?to=2011-02-03", {"Many"}),
        ("?from=2021-03-12&to=2021-03-12", {"Patrol", STRIKE}),
        ("?kind=drone-strike", {STRIKE}),
        ("?place=lumo", {STRIKE, "Guard"}),
        ("?place=kesh-coast", {STRIKE, "Guard"}),
        ("?place=kesh-coast&kind=deployment", {"Guard"}),
        ("?actor=coast-guard", {"Patrol"}),
        ("?disputed=yes", {STRIKE, "Rule"}),
        (
            "?kind=no-such&from=nonsense&other=%3Cb%3E",
            {"Vote", "Patrol", "Guard", "Rally", "Rule", STRIKE, WALKOUT, "Many"},
        ),
    ],
)
def test_the_address_narrows_the_events(there: tuple[Page, str], query: str, titles: set[str]) -> None:
    page, home = there
    page.goto(f"{home}events/{query}")
    expect(page.locator(".fs-filter")).to_be_visible()
    assert shown(page) == titles
    count = page.locator("[data-item]:visible").count()
    assert status(page).startswith(f"{count} of 207 events")
    groups = page.locator("[data-group]:visible")
    assert all(group.locator("[data-item]:visible").count() for group in groups.all())


def test_a_heading_goes_with_what_stands_below_it(there: tuple[Page, str]) -> None:
    page, home = there
    page.goto(f"{home}events/?kind=vote")
    headings, contents = page.locator("article h2:visible"), page.locator(".md-nav--secondary .md-nav__link:visible")
    expect(headings).to_have_text([re.compile("2019"), re.compile("Footnotes")])
    expect(contents).to_have_text([re.compile("2019"), re.compile("Footnotes")])
    page.get_by_label("Disputed only").check()
    expect(headings).to_have_count(0)
    expect(contents).to_have_count(0)
    page.get_by_role("button", name="Clear the filters").click()
    expect(headings).to_have_count(7)
    expect(contents).to_have_count(7)


def test_by_keyboard_and_back_again(there: tuple[Page, str]) -> None:
    page, home = there
    page.goto(f"{home}events/")
    clear = page.get_by_role("button", name="Clear the filters")
    expect(clear).to_be_hidden()
    page.get_by_label("Kind").focus()
    page.keyboard.type("vote")
    expect(page.locator(".fs-filter [role=status]")).to_have_text("1 of 207 events")
    page.wait_for_url("**/events/?kind=vote")
    page.get_by_label("Disputed only").press("Space")
    page.wait_for_url("**/events/?kind=vote&disputed=yes")
    expect(page.locator(".fs-filter [role=status]")).to_have_text("0 of 207 events. Nothing fits all of this.")
    page.go_back()
    expect(page.locator(".fs-filter [role=status]")).to_have_text("1 of 207 events")
    expect(page.get_by_label("Disputed only")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_label("Disputed only")).to_be_checked()
    clear.press("Enter")
    page.wait_for_url("**/events/")
    expect(page.locator(".fs-filter [role=status]")).to_have_text("207 of 207 events")
    expect(page.get_by_label("From")).to_be_focused()


def test_a_date_that_is_typed_is_one_step_back(there: tuple[Page, str]) -> None:
    page, home = there
    page.goto(home)
    page.goto(f"{home}events/")
    page.get_by_label("From").focus()
    page.keyboard.type("03132021")
    page.wait_for_url("**/events/?from=2021-03-13")
    assert shown(page) == {"Patrol", "Guard", "Rule", WALKOUT}
    page.go_back()
    page.wait_for_url("**/events/")
    expect(page.locator(".fs-filter [role=status]")).to_have_text("207 of 207 events")


def test_footnotes_of_what_is_hidden_are_hidden_and_the_others_keep_their_numbers(there: tuple[Page, str]) -> None:
    page, home = there
    page.goto(f"{home}events/?kind=drone-strike")
    marks = {link.inner_text() for link in page.locator("[data-item]:visible a.footnote-ref").all()}
    notes = page.locator(".footnote li:visible")
    assert {(note.get_attribute("id") or "").removeprefix("fn:") for note in notes.all()} == marks
    assert {str(note.evaluate("note => note.value")) for note in notes.all()} == marks
    for back in page.locator(".footnote a.footnote-backref:visible").all():
        goal = (back.get_attribute("href") or "")[1:]
        expect(page.locator(f'[id="{goal}"]')).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(notes).to_have_count(page.locator(".footnote li").count())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("actors/?kind=person", "1 of"),
        ("actors/?text=yvo+BRANDET", "1 of 4 actors"),
        ("actors/?text=yvobran", "1 of 4 actors"),
        ("actors/?text=1", "0 of 4 actors"),
        ("quotes/?speaker=ivo-brandt", "1 of 1 quote"),
        ("places/?precision=locality", "1 of 2 places"),
    ],
)
def test_the_other_lists_are_narrowed_too(there: tuple[Page, str], address: str, told: str) -> None:
    page, home = there
    page.goto(home + address)
    expect(page.locator(".fs-filter [role=status]")).to_contain_text(told)


@pytest.mark.parametrize(
    ("record_page", "goal"),
    [
        ("events/2021-03-12-lumo-harbour-strike/", "events/?kind=drone-strike"),
        ("actors/ivo-brandt/", "actors/?kind=person"),
        ("places/lumo/", "places/?precision=locality"),
        ("quotes/ivo-brandt-2021-03-12-on-the-warning/", "quotes/?medium=statement"),
    ],
)
def test_a_tag_leads_to_all_that_have_it(there: tuple[Page, str], record_page: str, goal: str) -> None:
    page, home = there
    page.goto(home + record_page)
    found = page.locator("article a.fs-tag").first
    box = found.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    found.click()
    page.wait_for_url(f"**/{goal}")
    expect(page.locator("[data-item]:visible").first).to_be_visible()
    assert page.locator(f'[data-item]:visible a[href$="{record_page.split("/")[1]}/"]').count()


def test_without_script_the_lists_are_whole_and_in_months(browser: Browser, site: building.Site) -> None:
    with served(site.folder) as home:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{home}events/?kind=vote")
        expect(page.locator(".fs-filter")).to_be_hidden()
        expect(page.locator("[data-item]:visible")).to_have_count(207)
        months = page.locator("article h2[data-own]:visible").all_inner_texts()[:-1]
        months = [month.removesuffix("¶") for month in months]
        assert months == ["February 2011", "2019", "March 2021", "April 2021", "May 2021", "No date"]
        context.close()


def test_the_script_is_only_where_there_is_a_form(site: building.Site) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in site.folder.rglob("*.html")}
    asking = {path for path, text in texts.items() if '<form class="fs-filter"' in text}
    assert {path.parent.name for path in asking} == {"events", "actors", "quotes", "places"}
    assert {path for path, text in texts.items() if "filters.js" in text} == asking
    assert all('<script src="../assets/filters.js" defer></script>' in texts[path] for path in asking)
    assert (site.folder / "assets/filters.js").is_file()


def test_an_actor_is_shown_with_its_part_and_marks(site: building.Site) -> None:
    entry = next(e for e in parsed(site, "events/").select("[data-item]") if e["data-kind"] == "campaign")
    assert "Carried out by: Coast Guard" in " ".join(entry.get_text(" ").split())
    assert entry.select('[data-claim="events/patrol#c2"] a.footnote-ref')


@pytest.mark.parametrize("typed", ["Yvo Brandet", "yvobrandet", "brandet"])
def test_any_name_of_a_record_leads_to_its_page_first(there: tuple[Page, str], typed: str) -> None:
    page, home = there
    page.goto(home)
    first = page.locator(".md-search-result__link").first
    search(page, typed, page.locator(".md-search-result__link:visible").first)
    expect(first).to_have_attribute("href", f"{home}actors/ivo-brandt/?h={typed.lower().replace(' ', '+')}")


def test_home_lists_real_disputes_and_counts_in_words(site: building.Site) -> None:
    home = parsed(site, "")
    counts = {" ".join(li.get_text(" ").split()) for li in home.select(".fs-counts li")}
    assert {"1 quote", "207 events"} <= counts
    assert not home.select(".fs-index .fs-tag")
