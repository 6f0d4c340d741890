"""What the editing page saves: the record it was, but for what was changed; so `check` stays clean."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import building
import pytest
from browsing import served
from building import CMS
from click.testing import CliRunner
from playwright.sync_api import Page, Request, Route, expect

from generator.cli import main
from generator.model.records import KINDS, Record
from generator.reading import files

# A folder of the browser's own stands for the folder that a person would pick.
PICKED = """
const dossier = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("dossier", {create: true});
window.showDirectoryPicker = dossier;
FileSystemHandle.prototype.queryPermission = async () => "granted";
FileSystemHandle.prototype.requestPermission = async () => "granted";
window.put = async (files) => {
  for (const [name, text] of Object.entries(files)) {
    const steps = name.split("/");
    let folder = await dossier();
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, {create: true});
    const file = await (await folder.getFileHandle(steps.at(-1), {create: true})).createWritable();
    await file.write(text);
    await file.close();
  }
};
window.all = async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await walk(one, path + name + "/");
      else if (name.endsWith(".yml")) found[path + name] = await (await one.getFile()).text();
    }
  };
  await walk(await dossier(), "");
  return found;
};
"""
TRIES = 200
API = "https://api.github.com"


class GitHub:
    """The few answers of GitHub's API that saving needs (REST for who and what, GraphQL for contents and commits)."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = {name: (self.id(data), data) for name, data in files.items()}
        self.commits: list[dict[str, Any]] = []

    @staticmethod
    def id(data: bytes) -> str:
        return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()

    def answer(self, route: Route) -> None:
        headers = {f"access-control-allow-{what}": "*" for what in ("origin", "headers", "methods")}
        path, method = route.request.url.removeprefix(API), route.request.method
        if method == "OPTIONS" or "/collaborators/" in path:
            route.fulfill(status=204, headers=headers)
            return
        if path == "/user":
            said: Any = {"id": 1, "login": "ana", "name": "Ana", "email": "ana@example.org"}
        elif "/git/trees/" in path:
            tree = [{"path": name, "type": "blob", "sha": id_, "size": 1} for name, (id_, _) in self.files.items()]
            said = {"sha": "b" * 40, "truncated": False, "tree": tree}
        else:
            said = {"data": self.asked(**json.loads(route.request.post_data or "{}"))}
        route.fulfill(status=200, headers=headers, content_type="application/json", body=json.dumps(said))

    def asked(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "createCommitOnBranch" in query:
            self.commits.append(variables["input"])
            return {"createCommitOnBranch": {"commit": {"oid": "c" * 40, "committedDate": "2026-01-01T00:00:00Z"}}}
        head = {"oid": "a" * 40, "history": {"nodes": [{"oid": "a" * 40, "message": "As it is"}]}}
        found: dict[str, Any] = {"defaultBranchRef": {"name": "main"}, "ref": {"target": head}}
        texts = {id_: data.decode() for id_, data in self.files.values()}
        for name, id_ in re.findall(r'(content_\d+):\s*object\(oid:\s*"(\w+)"', query):
            found[name] = {"text": texts[id_]}
        for name in re.findall(r"(commit_\d+):", query):
            who = {"name": "Ana", "email": "ana@example.org", "user": {"id": 1, "login": "ana"}}
            nodes = [{"author": who, "committedDate": "2026-01-01T00:00:00Z"}]
            found[name] = {"target": {"history": {"nodes": nodes}}}
        return {"repository": found}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier with its example and the editing page."""
    root = tmp_path_factory.mktemp("online") / "dossier"
    CliRunner().invoke(main, ["init", str(root)], catch_exceptions=False)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  - factsheet\n", f"  - factsheet: {{admin: {CMS}}}\n"), encoding="utf-8")
    return root


@pytest.fixture
def page(dossier: Path, browser: Any) -> Iterator[Page]:
    """The editing page with the dossier's folder picked, and whatever it got from elsewhere."""
    site = building.build(dossier)
    texts = {p.relative_to(dossier).as_posix(): p.read_text(encoding="utf-8") for p in records(dossier)}
    with served(site.folder) as address:
        # A part of a form that is out of sight is not there.
        context = browser.new_context(viewport={"width": 1280, "height": 5000})
        context.add_init_script(PICKED)
        page = context.new_page()
        strangers: list[str] = []

        def finished(request: Request) -> None:
            if not request.url.startswith((address, "data:", "blob:")):
                strangers.append(request.url)

        page.on("requestfinished", finished)
        page.goto(f"{address}admin/index.html")
        page.evaluate("files => put(files)", texts | {".git/HEAD": "ref: refs/heads/main\n"})
        page.get_by_role("button", name="Work with Local Repository").click()
        expect(page.get_by_role("button", name="New")).to_be_visible()
        yield page
        context.close()
        assert strangers == []


def records(root: Path) -> list[Path]:
    return sorted(path for folder in KINDS for path in (root / "content" / folder).glob("*.yml"))


def read(root: Path, path: Path) -> Record:
    record, problems = files.load(KINDS[path.parent.name], path, root / "content", root)
    assert not problems
    assert record is not None
    return record


def go(page: Page, to: str) -> None:
    page.evaluate("to => { location.hash = to }", to)


def save(page: Page, root: Path) -> list[str]:
    """Press save; write what became of the folder into the dossier, and return the names of the changed files."""
    before = page.evaluate("all()")
    page.get_by_role("button", name="Save", exact=True).click()
    changed: dict[str, str] = {}
    for _ in range(TRIES):
        after: dict[str, str] = page.evaluate("all()")
        changed = {name: text for name, text in after.items() if text and before.get(name) != text}
        if changed:
            break
        page.wait_for_timeout(100)
    for name, text in changed.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return list(changed)


def check(root: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--dossier", str(root), "check"], catch_exceptions=False)
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("folder", "label"),
    [("events", "title"), ("quotes", "title"), ("sources", "title"), ("actors", "reviewed"), ("places", "reviewed")],
)
def test_saving_changes_what_was_changed_and_nothing_else(page: Page, dossier: Path, folder: str, label: str) -> None:
    path = sorted((dossier / "content" / folder).glob("*.yml"))[0]
    was = read(dossier, path)
    go(page, f"#/collections/{folder}/entries/{path.stem}")
    said = "2024-06-01" if label == "reviewed" else "A new text: 2,500 of it"
    page.get_by_role("textbox", name=label, exact=True).first.fill(said)
    assert save(page, dossier) == [path.relative_to(dossier).as_posix()]
    assert read(dossier, path).model_dump() == was.model_dump() | {label: said}
    assert check(dossier)[0] == 0


def fill(page: Page, path: str, said: str) -> None:
    """Give a field its text, or choose that of its values."""
    field = page.locator(f'[data-key-path="{path}"]')
    if field.get_attribute("data-field-type") in ("select", "relation"):
        field.get_by_role("combobox").click()
        page.get_by_role("option", name=said).click()
    else:
        field.get_by_role("textbox").fill(said)


def add(page: Page, label: str) -> None:
    page.get_by_role("button", name=f"Add \u2068{label}\u2069").last.click()


def test_a_new_claim_is_kept_word_for_word(page: Page, dossier: Path) -> None:
    """Whatever YAML would make of the words: numbers, dates, truth values."""
    (path,) = (dossier / "content/events").glob("*.yml")
    text, was = path.read_bytes(), read(dossier, path).model_dump()
    added = {
        "id": "c6",
        "property": "killed",
        "value": "2,500",
        "asserted_by": "orsa-valley-committee",
        "place": "velm-dam",
        "population": "no",
        "hedge": "0123",
        "as_of": "2024-05",
        "reason": "- yes: 21:15 # {ours} & *all* 'said' \"1e3\"",
    }
    go(page, f"#/collections/events/entries/{path.stem}")
    add(page, "claims")
    for name, said in added.items():
        fill(page, f"claims.5.{name}", said)
    for said in ("deprecated", "(None)"):  # a choice can be taken back
        fill(page, "claims.5.rank", said)
    add(page, "cite")
    fill(page, "claims.5.cite.0.source", "lind-2024-05-07")
    fill(page, "claims.5.cite.0.exact", was["claims"][3]["cite"][0]["exact"])
    assert save(page, dossier) == [path.relative_to(dossier).as_posix()]
    now = read(dossier, path).model_dump()
    path.write_bytes(text)
    *before, new = now["claims"]
    assert now | {"claims": tuple(before)} == was
    assert {name: new[name] for name in added} == added
    assert new["rank"] == was["claims"][3]["rank"]
    assert new["cite"] == was["claims"][3]["cite"]


def test_a_new_quote_can_be_made_whole(page: Page, dossier: Path) -> None:
    (old,) = (dossier / "content/quotes").glob("*.yml")
    words = read(dossier, old).model_dump()["passages"][0]["renderings"][0]["exact"]
    go(page, "#/collections/quotes/new")
    said = {"title": "On 7 May", "speaker": "ilse-tarn", "said": "2024-05-07", "medium": "interview"}
    for name, text in said.items():
        fill(page, name, text)
    add(page, "passages")
    fill(page, "passages.0.id", "p1")
    add(page, "renderings")
    for name, text in (("source", "lind-2024-05-07"), ("form", "direct"), ("exact", words)):
        fill(page, f"passages.0.renderings.0.{name}", text)
    assert save(page, dossier) == ["content/quotes/on-7-may.yml"]
    made = read(dossier, dossier / "content/quotes/on-7-may.yml").model_dump()
    (dossier / "content/quotes/on-7-may.yml").unlink()
    assert {name: made[name] for name in said} == said
    (rendering,) = made["passages"][0]["renderings"]
    assert (rendering["source"], rendering["form"], rendering["exact"]) == ("lind-2024-05-07", "direct", words)


def test_a_new_record_is_one_that_check_can_read(page: Page, dossier: Path) -> None:
    go(page, "#/collections/figures/new")
    page.get_by_role("textbox", name="title", exact=True).first.fill("Tents: été 2,5")
    assert save(page, dossier) == ["content/figures/tents-ete-2-5.yml"]
    assert read(dossier, dossier / "content/figures/tents-ete-2-5.yml").heading == "Tents: été 2,5"
    assert check(dossier)[0] == 0


def test_on_github_a_save_is_a_commit_on_the_branch_of_the_site(dossier: Path, tmp_path: Path, browser: Any) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(dossier, root, ignore=shutil.ignore_patterns("site"))
    config = root / "mkdocs.yml"
    text = re.sub(r"repo_url: .*", "repo_url: https://github.com/lumo/harbour", config.read_text(encoding="utf-8"))
    config.write_text(text.replace("edit_uri: edit/main/", "edit_uri: edit/fix/dates/"), encoding="utf-8")
    github = GitHub(building.files(root))
    site = building.build(root)
    path = sorted((root / "content/events").glob("*.yml"))[0]
    name, was = path.relative_to(root).as_posix(), read(root, path)
    with served(site.folder) as address:
        context = browser.new_context()
        context.route(f"{API}/**", github.answer)
        page = context.new_page()
        page.goto(f"{address}admin/index.html")
        page.get_by_role("button", name="Sign In Using Access Token").click()
        page.get_by_role("textbox").last.fill("of Ana")
        page.get_by_role("button", name="Sign In", exact=True).last.click()
        expect(page.get_by_role("button", name="New")).to_be_visible()
        go(page, f"#/collections/events/entries/{path.stem}")
        page.get_by_role("textbox", name="title", exact=True).first.fill("A new title: 2,5")
        page.get_by_role("button", name="Save", exact=True).click()
        for _ in range(TRIES):
            if github.commits:
                break
            page.wait_for_timeout(100)
        context.close()
    (commit,) = github.commits
    assert commit["branch"] == {"repositoryNameWithOwner": "lumo/harbour", "branchName": "fix/dates"}
    assert commit["expectedHeadOid"] == "a" * 40, "nobody's commit in between is overwritten"
    (added,) = commit["fileChanges"]["additions"]
    assert (added["path"], commit["fileChanges"].get("deletions", [])) == (name, [])
    path.write_bytes(base64.b64decode(added["contents"]))
    assert read(root, path).model_dump() == was.model_dump() | {"title": "A new title: 2,5"}
    assert check(root)[0] == 0
