"""What git knows of a dossier: how it was published, when each fact came and changed, and what it must not run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from repositories import NEEDED, commit, git

from generator.folders import Folders
from generator.model.dossier import Age
from generator.model.past import NO_PAST, Version
from generator.past import history
from generator.past.git import MAX_BLOB, GitError, NoRepositoryError, opened
from generator.problems import Level

pytestmark = NEEDED

FIGURE = "content/figures/boats.yml"


def figure(*claims: tuple[str, str], comment: str = "", formerly: str = "") -> str:
    lines = [
        f"  - id: {id_}\n    property: sites\n    value: {value}\n    asserted_by: outlet\n" for id_, value in claims
    ]
    return f"title: Boats\n{comment}{formerly}claims:\n" + "".join(lines)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of one figure, committed on 1 April."""
    put(tmp_path, FIGURE, figure(("c1", "8"), ("c2", "9")))
    commit(tmp_path, "2021-04-01")
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def published(root: Path, revision: str = "") -> tuple[str, list[str]] | None:
    """The commit taken for published, and the values in it that are of records not the same today."""
    found = history.known(Folders.below(root), revision).published
    if found is None:
        return None
    return found.commit, [claim.value for _, claim in found.dossier.claims]


def ages(root: Path) -> dict[str, Age]:
    return dict(history.ages(opened(root / "content")))


# what is published


def test_without_a_remote_it_is_the_commit_checked_out(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")
    assert published(root) == (first, [])
    put(root, FIGURE, figure(("c1", "7")))
    assert published(root) == (first, ["8", "9"])
    second = commit(root)
    assert published(root) == (second, [])


@pytest.fixture
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the dossier, on a branch that is one commit ahead; the remote has gone on by one, too."""
    there = tmp_path_factory.mktemp("clone") / "dossier"
    git(root, "clone", "--quiet", str(root), str(there))
    put(root, FIGURE, figure(("c1", "6")))
    commit(root, "2021-04-02")
    git(there, "switch", "--quiet", "--create", "mending")
    put(there, FIGURE, figure(("c1", "7")))
    commit(there, "2021-04-03")
    git(there, "fetch", "--quiet")
    return there


def test_on_a_branch_it_is_where_the_branch_began(clone: Path) -> None:
    assert published(clone) == (git(clone, "rev-parse", "HEAD~1"), ["8", "9"])


def test_a_detached_head_is_no_different(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "--detach")
    assert published(clone) == (git(clone, "rev-parse", "HEAD~1"), ["8", "9"])


def test_the_branch_published_says_it_best(root: Path) -> None:
    git(root, "branch", "published")
    first = git(root, "rev-parse", "HEAD")
    for value in ("7", "6"):
        put(root, FIGURE, figure(("c1", value)))
        commit(root)
    assert published(root) == (first, ["8", "9"])
    assert published(root, "HEAD~1") == (git(root, "rev-parse", "HEAD~1"), ["7"])


def test_nothing_is_published_where_the_site_says_so(root: Path) -> None:
    assert published(root, "none") is None


@pytest.mark.parametrize("revision", ["v9", "--help", "-", "HEAD:content", "a..b"])
def test_a_revision_that_is_not_there_is_said(root: Path, revision: str) -> None:
    (problem,) = history.known(Folders.below(root), revision).problems
    assert str(problem) == (
        f"mkdocs.yml:1:1: what was published cannot be looked up: git knows no commit `{revision}` here [published]"
    )


def test_outside_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    put(tmp_path, FIGURE, figure(("c1", "8")))
    assert history.past(Folders.below(tmp_path)) == NO_PAST


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert history.past(Folders.below(root)) == NO_PAST


def test_before_the_first_commit_nothing_is_known(tmp_path: Path) -> None:
    put(tmp_path, FIGURE, figure(("c1", "8")))
    git(tmp_path, "init", "--quiet")
    with pytest.raises(NoRepositoryError, match="nothing is committed"):
        opened(tmp_path / "content")
    assert history.past(Folders.below(tmp_path)) == NO_PAST


def test_a_dossier_in_a_folder_of_a_repository(root: Path) -> None:
    git(root, "mv", "content", "inner")
    put(root, "deep/mkdocs.yml", "site_name: Boats\n")
    (root / "inner").rename(root / "deep/content")
    first = commit(root)
    put(root / "deep", FIGURE, figure(("c1", "7")))
    assert published(root / "deep") == (first, ["8", "9"])


def test_a_published_record_that_cannot_be_read_is_a_note(root: Path) -> None:
    put(root, FIGURE, "title: [\n")
    put(root, "content/corrections.yml", "corrections: [\n")
    bad = commit(root)
    put(root, FIGURE, figure(("c1", "7")))
    put(root, "content/corrections.yml", "corrections: []\n")
    past = history.known(Folders.below(root))
    assert past.published is not None
    assert not list(past.published.dossier.everything())
    assert [f"{problem.level}: {problem}" for problem in past.problems] == [
        f"note: {name}:1:1: this file cannot be read as it was published in {bad[:10]}, so that nothing is compared "
        "with it [published]"
        for name in ("content/corrections.yml", FIGURE)
    ]


def test_a_huge_published_file_is_passed_over(root: Path) -> None:
    put(root, FIGURE, "title: " + "x" * MAX_BLOB)
    put(root, "content/figures/ships.yml", figure(("c1", "5")))
    commit(root)
    for name in ("boats", "ships"):
        put(root, f"content/figures/{name}.yml", figure(("c1", "7")))
    found = published(root)
    assert found is not None
    assert found[1] == ["5"]


def test_links_in_the_repository_are_no_records(root: Path) -> None:
    (root / "content/figures/link.yml").symlink_to("/etc/passwd")
    commit(root)
    assert set(opened(root / "content").files("HEAD")) == {"figures/boats.yml"}


# when facts came and changed


def test_a_fact_is_as_old_as_its_first_version(root: Path) -> None:
    put(root, FIGURE, figure(("c1", "8"), ("c2", "10"), ("c3", "1")))
    commit(root, "2021-05-01")
    put(root, FIGURE, figure(("c1", "8"), ("c2", "10"), ("c3", "1"), comment="# counted\n"))
    commit(root, "2021-06-01")
    assert ages(root) == {
        "figures/boats#c1": Age("2021-04-01", "2021-04-01"),
        "figures/boats#c2": Age("2021-04-01", "2021-05-01"),
        "figures/boats#c3": Age("2021-05-01", "2021-05-01"),
    }


def test_a_renamed_record_keeps_the_age_of_its_facts(root: Path) -> None:
    (root / FIGURE).rename(root / "content/figures/ships.yml")
    put(root, "content/figures/ships.yml", figure(("c1", "8"), ("c2", "10"), formerly="formerly: [boats]\n"))
    commit(root, "2021-05-01")
    assert ages(root) == {
        "figures/ships#c1": Age("2021-04-01", "2021-04-01"),
        "figures/ships#c2": Age("2021-04-01", "2021-05-01"),
    }


def test_a_version_that_cannot_be_read_is_passed_over(root: Path) -> None:
    put(root, FIGURE, "<<<<<<< HEAD\nclaims: [\n")
    commit(root, "2021-05-01")
    put(root, FIGURE, figure(("c1", "8"), ("c2", "10")))
    commit(root, "2021-06-01")
    assert ages(root)["figures/boats#c1"] == Age("2021-04-01", "2021-04-01")
    assert ages(root)["figures/boats#c2"] == Age("2021-04-01", "2021-06-01")


def test_what_a_merge_brought_came_with_the_merge(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "side")
    put(root, FIGURE, figure(("c1", "7"), ("c2", "9")))
    commit(root, "2021-05-01")
    git(root, "switch", "--quiet", "main")
    put(root, "content/figures/ships.yml", figure(("c1", "5")))
    commit(root, "2021-05-02")
    git(root, "merge", "--quiet", "--no-ff", "-m", "Both", "side", day="2021-06-01")
    assert ages(root) == {
        "figures/boats#c1": Age("2021-04-01", "2021-06-01"),
        "figures/boats#c2": Age("2021-04-01", "2021-04-01"),
        "figures/ships#c1": Age("2021-05-02", "2021-05-02"),
    }


def test_a_shallow_clone_does_not_know(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    put(root, FIGURE, figure(("c1", "8"), ("c2", "10")))
    commit(root, "2021-05-01")
    put(root, FIGURE, figure(("c1", "8"), ("c2", "11")))
    commit(root, "2021-06-01")
    there = tmp_path_factory.mktemp("shallow") / "dossier"
    git(root, "clone", "--quiet", "--depth", "2", root.as_uri(), str(there))
    assert ages(there) == {
        "figures/boats#c1": Age(None, None),
        "figures/boats#c2": Age(None, "2021-06-01"),
    }


@pytest.mark.parametrize("without", ["blob:none", "tree:0"])
def test_a_clone_without_the_past_says_so_and_fetches_nothing(
    root: Path, tmp_path_factory: pytest.TempPathFactory, without: str
) -> None:
    put(root, FIGURE, figure(("c1", "7")))
    second = commit(root, "2021-05-01")
    git(root, "config", "uploadpack.allowFilter", "true")
    there = tmp_path_factory.mktemp("partial") / "dossier"
    git(root, "clone", "--quiet", f"--filter={without}", root.as_uri(), str(there))
    before = git(there, "count-objects", "-v")
    found = history.past(Folders.below(there))
    assert found.ages == {"figures/boats#c1": Age(None, None)}
    assert found.version == Version(second[:10], "2021-05-01")
    (note,) = found.problems
    assert str(note).startswith(
        "mkdocs.yml:1:1: when facts were added and changed is not known: this clone was made without the whole past"
    )
    assert note.level is Level.NOTE
    (warning,) = history.known(Folders.below(there), "HEAD~1").problems
    assert "what was published cannot be looked up: this clone was made without the whole past" in warning.message
    assert git(there, "count-objects", "-v") == before
    git(there, "fetch", "--quiet", "--refetch", "--no-filter")
    assert history.past(Folders.below(there), "HEAD~1").problems == ()
    assert ages(there) == {"figures/boats#c1": Age("2021-04-01", "2021-05-01")}


def test_the_log_is_read_once_per_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = history.past(Folders.below(root)).ages
    assert history.past(Folders.below(root)).ages is first
    put(root, FIGURE, figure(("c1", "7")))
    assert history.past(Folders.below(root)).ages is first
    commit(root, "2021-05-01")
    assert history.past(Folders.below(root)).ages["figures/boats#c1"].changed == "2021-05-01"


# what a repository must not do


@pytest.mark.skipif(os.name == "nt", reason="programs are scripts here")
def test_a_repository_runs_nothing(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    traces = tmp_path_factory.mktemp("traces")
    program = traces / "program"
    program.write_text(f"#!/bin/sh\ntouch {traces}/ran\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (
        *(
            "core.fsmonitor",
            "core.pager",
            "core.sshCommand",
            "core.editor",
            "diff.external",
            "gpg.program",
            "pager.log",
        ),
        *("diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.clean", "core.askPass"),
    ):
        git(root, "config", name, str(program))
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "log.showRoot", "false")
    hooks = root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(program, hooks / name)
    (root / ".git/info").mkdir(exist_ok=True)
    put(root, ".git/info/attributes", "* diff=evil filter=evil\n")
    put(root, FIGURE, figure(("c1", "7")))
    (traces / "ran").unlink(missing_ok=True)
    past = history.past(Folders.below(root))
    assert past.published is not None
    assert past.ages["figures/boats#c1"] == Age("2021-04-01", "2021-04-01")
    assert not (traces / "ran").exists()


def test_another_repository_in_the_environment_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = root / "other"
    put(other, FIGURE, figure(("c1", "1")))
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert published(root) == (git(root, "rev-parse", "HEAD"), [])


def test_a_repository_that_git_does_not_want_to_read_is_said(root: Path) -> None:
    put(root, ".git/config", "[core\n")
    with pytest.raises(GitError):
        opened(root / "content")
    (problem,) = history.past(Folders.below(root)).problems
    assert problem.rule == "published"
    assert problem.message.startswith("what was published cannot be looked up: fatal: bad config line 1")


def test_the_version_is_the_commit_and_its_day(root: Path) -> None:
    put(root, FIGURE, figure(("c1", "7")))
    put(root, "content/pages/method.md", "Ours.\n")
    head = commit(root, "2021-04-03")
    assert history.past(Folders.below(root)).version == Version(head[:10], "2021-04-03")
    put(root, FIGURE, figure(("c1", "8")))
    assert history.past(Folders.below(root)).version == Version(head[:10], "2021-04-03", changed=True)
    put(root, FIGURE, figure(("c1", "7")))
    put(root, "content/figures/more.yml", figure(("c1", "7")))
    assert history.past(Folders.below(root)).version == Version(head[:10], "2021-04-03", changed=True)
    (root / "content/figures/more.yml").unlink()
    put(root, "content/pages/method.md", "Ours, and more.\n")
    assert history.past(Folders.below(root)).version == Version(head[:10], "2021-04-03")
    (root / FIGURE).unlink()
    assert history.past(Folders.below(root)).version == Version(head[:10], "2021-04-03", changed=True)
