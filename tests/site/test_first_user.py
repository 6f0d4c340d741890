"""Somebody who has only the README: a terminal in which they type its commands, and a browser that shows what follows.

The server goes on all the time; each test finds the dossier as it was started, and leaves it to git to be so again.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import instructions
import pytest
from browsing import opened
from playwright.sync_api import Browser, Error, Page, expect
from repositories import NEEDED, NOBODY, git
from serving import Serving, box, content
from terminal import Terminal

pytestmark = NEEDED

EVENT = "events/2024-05-06-velm-dam-camp-cleared"
POLICE = "northern-regional-police"
SOURCE = "lind-2024-05-07"
PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dam camp: police defend clearing</title>
<meta property="og:title" content="Dam camp: police defend clearing">
<meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2024-05-08T07:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Dam camp: police defend clearing</h1>
<p>Nearly 20 people were injured when police cleared the camp at the Velm dam, the Orsa Valley Committee said.</p>
<p>“We counted the wounded ourselves,” said Ilse Tarn, a spokeswoman for the committee. “Nobody was warned,” Ilse Tarn
said.</p>
<p>Residents stood along the verge of the road in silence, as they had done every day since the clearing.</p>
</article></body></html>
"""
TURNS = itertools.count()


class User:
    """A person with a terminal in the dossier's folder, an editor, and a browser."""

    def __init__(self, terminal: Terminal, serving: Serving, page: Page) -> None:
        self.terminal = terminal
        self.serving = serving
        self.root = serving.root
        self.home = f"http://{serving.address}/"
        self.page = page

    def go(self, path: str) -> None:
        """Open a page. The one that is left may just be loading itself again, as served pages do after a change."""
        while True:
            try:
                self.page.goto(self.home + path)
                return
            except Error as error:
                if "interrupted by another navigation" not in error.message:
                    raise

    def sees(self, selector: str, *words: str) -> None:
        """Wait until the page, which is not asked for again, shows words."""
        for said in words:
            expect(self.page.locator(selector).first).to_contain_text(said)

    def told(self, *words: str) -> None:
        """Wait until the box of problems says words."""
        self.sees("article > .fs-problems", *words)

    def sees_no_problem(self) -> None:
        expect(self.page.locator("article > .fs-problems")).to_have_count(0)

    def edit(self, name: str, old: str, new: str) -> None:
        self.serving.change(f"content/{name}.yml", old, new)


@dataclass(frozen=True)
class Started:
    """A dossier as the README's commands start it: what they said, the server, and what other terminals need."""

    said: str
    serving: Serving
    environment: dict[str, str]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """The README's commands for a dossier of one's own, typed where the program was set up."""
    above = tmp_path_factory.mktemp("first")
    activate = above / "factsheet/.venv/bin/activate"
    activate.parent.mkdir(parents=True)
    activate.write_text(f"PATH='{Path(sys.executable).parent}':$PATH\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NOBODY
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "Ana Reyes", f"GIT_{who}_EMAIL": "ana@example.org"}
    starting, keeping, *_ = instructions.commands("Start your own")
    *before, serve = starting
    assert serve == "mkdocs serve"
    with Terminal(above / "factsheet", environment) as terminal:
        said = "".join(terminal.run(line) for line in before)
        for line in keeping:
            terminal.run(line)
    with Serving(above / "harbour") as serving:
        yield Started(said, serving, environment)


@pytest.fixture
def user(started: Started, browser: Browser) -> Iterator[User]:
    """Somebody at the dossier as it was started."""
    serving = started.serving
    with Terminal(serving.root, started.environment) as terminal:
        terminal.run(". ../factsheet/.venv/bin/activate")
        with opened(browser, f"http://{serving.address}/") as (page, watch):
            yield User(terminal, serving, page)
            # The page of a record that was just made is not there at once, and the browser says so.
            watch.said = [line for line in watch.said if "404" not in line]
    git(serving.root, "reset", "--quiet", "--hard")
    git(serving.root, "clean", "--quiet", "--force", "-d", "-x")
    word = f"turn{next(TURNS)}"
    index = "content/pages/index.md"
    text = (serving.root / index).read_bytes()
    serving.write(index, text + f"\n{word}\n".encode())
    serving.wait("", lambda page: word in content(page) and not box(page))
    serving.write(index, text)
    assert [line for line in serving.said if "Traceback" in line] == []


def test_they_start_a_dossier(user: User, started: Started) -> None:
    assert "\ncd ../harbour\nmkdocs serve\nfactsheet review\n" in started.said, "it says what the README says"
    user.go("")
    user.sees("h1", "Lumo harbour, March 2021")
    user.sees("article", "factsheet review")
    user.sees_no_problem()
    user.terminal.run("factsheet check")
    assert len(user.terminal.run("factsheet review --list", 1).splitlines()) == 1 + 3


def test_they_fix_a_number(user: User) -> None:
    command, asked, last = instructions.exchange("Correct a published fact")
    user.go(f"{EVENT}/")
    user.sees("#c4 .fs-value", "at least 14")
    user.edit(EVENT, "value: at least 14", "value: at least 40")
    user.sees("#c4 .fs-value", "at least 40")
    user.told("3 problems", "[prose-number]", "[value-not-in-words]", f"run `{command}`", "[missing-correction]")
    assert f"`{EVENT}#c4` was published as `at least 14`" in user.terminal.run("factsheet check", 1)
    user.terminal.type(command)
    for question, said in asked:
        user.terminal.answer(question, said)
    assert last in user.terminal.done()
    user.edit(EVENT, "At least 14 people", "At least 40 people")
    user.edit(
        EVENT, "value: at least 40", "value: at least 40\n    reason: The paper has printed its own correction since."
    )
    user.sees_no_problem()
    user.sees("#c4 del", "at least 14")
    user.sees("#c4 ins", "at least 40")
    user.sees("#c4 .fs-corrected", *(said for _, said in asked if said))
    user.go("corrections/")
    user.sees("article del", "at least 14")
    assert "is now at least 40" in user.page.request.get(f"{user.home}corrections.xml").text()
    user.terminal.run("factsheet check")


def test_they_add_an_alias(user: User) -> None:
    heading = "Add an actor, and an alias"
    record = next(block for block in instructions.blocks(heading, "yaml") if "use: variant" in block)
    alias = record[record.index("  - id: n2") : record.index("claims:")]
    alias = alias.replace("Mr. Brandt", "The police").replace("gazette-2021-03-12", SOURCE)
    user.go(f"actors/{POLICE}/")
    user.sees("h1", "Northern Regional Police")
    path = user.root / f"content/actors/{POLICE}.yml"
    user.serving.write(f"content/actors/{POLICE}.yml", path.read_bytes() + alias.encode())
    user.sees("#n2", "The police")
    user.told("[not-verified]", "factsheet verify")
    user.terminal.run("factsheet verify")
    user.sees_no_problem()
    user.terminal.run("factsheet check")


def test_they_add_a_source_with_two_quotes_and_a_figure(user: User) -> None:
    heading = "Add an article, and decide about what is found in it"
    adding, reviewing, checking = instructions.commands(heading)[0]
    (user.root / "page.html").write_text(PAGE, encoding="utf-8")
    user.terminal.type(adding.replace("article.txt", "page.html"))
    user.terminal.answer("id")
    said = user.terminal.done()
    assert f"`{reviewing} valley-post-2024-05-08`" in said
    quote = "ilse-tarn-2024-05-08-on-the-wounded"
    user.terminal.type(f"{reviewing} valley-post-2024-05-08")
    choice = "accept, reject"
    figure = [(choice, "accept"), ("record", EVENT), ("property", "injured"), ("value", "")]
    figure += [("asserted by", "orsa-valley-committee"), ("reason", ""), ("words to cite", "")]
    first = [(choice, "accept"), ("speaker", ""), ("quote", "new"), ("id", quote), ("title", "Tarn on the wounded")]
    first += [("said on", ""), ("medium", ""), ("event", "")]
    second = [(choice, "accept"), ("speaker", ""), ("quote", quote), ("passage", "new")]
    for question, answer in [*figure, *first, *second]:
        user.terminal.answer(question, answer)
    assert "3 written" in user.terminal.done()
    assert "[undeclared-dispute]" in user.terminal.run(checking, 1)
    user.go(f"{EVENT}/")
    user.sees("#c6", "nearly 20")
    user.told("[undeclared-dispute]")
    user.edit(EVENT, "claims: [c4, c5]", "claims: [c4, c5, c6]")
    user.sees_no_problem()
    user.terminal.run(checking)
    user.go(f"quotes/{quote}/")
    user.sees("#p1", "We counted the wounded ourselves")
    user.sees("#p2", "Nobody was warned")
    user.go("sources/valley-post-2024-05-08/")
    user.sees("article", "Nearly 20 people", "not in the supplied copy")


def test_they_reject_a_candidate(user: User) -> None:
    why = "Nobody asserts anything there"
    user.go(f"sources/{SOURCE}/")
    user.sees("article", "Anton Reik")
    user.terminal.type("factsheet review")
    user.terminal.answer("accept, reject", "reject")
    user.terminal.answer("why", why)
    user.terminal.answer("accept, reject", "quit")
    assert "1 written" in user.terminal.done(1)
    expect(user.page.locator("article li", has_text="Anton Reik").filter(has_text="name")).to_have_count(0)
    user.sees("article", "2 rejected", "2 open")
    assert why in (user.root / f"content/decisions/{SOURCE}.yml").read_text(encoding="utf-8")
    user.sees_no_problem()
    assert "Anton Reik → person" not in user.terminal.run("factsheet review --list", 1)


def test_they_rename_an_actor(user: User) -> None:
    old, new = "orsa-valley-committee", "orsa-committee"
    user.go(f"actors/{old}/")
    user.sees("h1", "Orsa Valley Committee")
    user.terminal.run(f"mv content/actors/{old}.yml content/actors/{new}.yml")
    user.told(
        f"there is no actor `{old}`: it was published, and its file is gone",
        f"write `formerly: [{old}]` in `actors/{new}.yml`",
    )
    user.serving.write(
        f"content/actors/{new}.yml",
        (user.root / f"content/actors/{new}.yml").read_bytes() + f"formerly: [{old}]\n".encode(),
    )
    named = user.terminal.run("factsheet check", 1)
    assert f"it is now `{new}`, which has it in `formerly`" in named
    assert "[missing-correction]" not in named
    for name in {line.partition(":")[0] for line in named.splitlines() if f"`{old}`" in line}:
        path = user.root / name
        user.serving.write(name, path.read_text(encoding="utf-8").replace(old, new).encode())
    user.terminal.run("factsheet check")
    user.go(f"{EVENT}/")
    user.sees_no_problem()
    link = user.page.locator("#c4 a", has_text="Orsa Valley Committee").first
    expect(link).to_have_attribute("href", f"../../actors/{new}/")
    user.go(f"actors/{old}/")
    user.page.wait_for_url(f"**/actors/{new}/")
    user.sees("h1", "Orsa Valley Committee")
