"""The workflows, run here as they are: each script in bash, in a clone, with a stand-in for the forge."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from repositories import NEEDED, NOBODY, commit, git

from generator.cli import main

pytestmark = [NEEDED, pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")]

REPOSITORY = Path(__file__).parents[1]
OURS = REPOSITORY / ".github"
STARTER = REPOSITORY / "templates/starter/dossier/.github"
FLOWS = sorted((*OURS.glob("workflows/*.yml"), *STARTER.glob("workflows/*.yml")))
FORGE = """#!/usr/bin/env bash
# What the API of GitHub does with references (REST, "Git references"): an update of one that is not there is refused,
# and so is making one that is, and whatever names no commit.
set -euo pipefail
[ "$1" = api ] && [ -n "$GH_TOKEN" ] || exit 4
shift
declare -A said=()
method=GET path=
while [ $# -gt 0 ]; do
  case "$1" in
    --silent) ;;
    --method) method=$2; shift ;;
    -f | -F) said[${2%%=*}]=${2#*=}; shift ;;
    *) path=$1 ;;
  esac
  shift
done
echo "$method $path" >>"$FORGE/asked"
ask() { git -C "$FORGE/facts.git" "$@"; }
ask cat-file -e "${said[sha]}^{commit}" || { echo "gh: Object does not exist (HTTP 422)" >&2; exit 1; }
case "$method $path" in
  "PATCH repos/lumo/facts/git/refs/heads/"*)
    ref=${path#repos/lumo/facts/git/}
    ask show-ref --quiet --verify "$ref" || { echo "gh: Reference does not exist (HTTP 422)" >&2; exit 1; }
    [ "${said[force]:-false}" = true ] || ask merge-base --is-ancestor "$ref" "${said[sha]}" || exit 1
    ask update-ref "$ref" "${said[sha]}" ;;
  "POST repos/lumo/facts/git/refs")
    ! ask show-ref --quiet --verify "${said[ref]}" || { echo "gh: Reference already exists (HTTP 422)" >&2; exit 1; }
    ask update-ref "${said[ref]}" "${said[sha]}" ;;
  *) echo "gh: Not Found (HTTP 404)" >&2; exit 1 ;;
esac
"""


def flow(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step of a workflow, with its job's name."""
    for name, job in flow(path)["jobs"].items():
        for step in job["steps"]:
            yield name, step


def script(path: Path, job: str, said: str) -> str:
    """The script of a job's step in which something is said."""
    (found,) = (step["run"] for name, step in steps(path) if name == job and said in step.get("run", ""))
    return str(found)


def ran(text: str, folder: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub does."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "FACTSHEET_"))}
    env |= {**NOBODY, "NO_MKDOCS_2_WARNING": "1", **more}
    return subprocess.run(["bash", "-e", "-c", text], cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: "-".join(path.parts[-4:]))
def test_a_workflow_asks_for_no_more_than_it_needs(path: Path) -> None:
    assert flow(path)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    for job in flow(path)["jobs"].values():
        assert job["timeout-minutes"] <= 30
    for job, step in steps(path):
        if "checkout" in step.get("uses", ""):
            # Without the whole history nothing can be compared with what was published.
            assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}, job
        if "run" in step:
            assert "${{" not in step["run"], "what others can name comes as a variable, never as text of a script"
            assert subprocess.run(["bash", "-n", "-c", step["run"]], check=False).returncode == 0


def test_nothing_of_the_repository_runs_where_something_may_be_written() -> None:
    for path in FLOWS:
        for job in flow(path)["jobs"].values():
            if "write" in job.get("permissions", {}).values():
                assert not [step for step in job["steps"] if "checkout" in step.get("uses", "")]


def test_the_starter_has_the_issue_form_of_this_repository() -> None:
    form = "ISSUE_TEMPLATE/correction.yml"
    assert (STARTER / form).read_bytes() == (OURS / form).read_bytes()


class Forge:
    """A repository on a forge, and somebody's clone of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bare = folder / "facts.git"
        self.mine = folder / "mine"
        for name, text in (("gh", FORGE), ("pip", '#!/bin/sh\necho "pip $*" >>"$FORGE/asked"\n')):
            path = folder / "bin" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
        git(folder, "init", "--quiet", "--bare", str(self.bare))

    @property
    def environment(self) -> dict[str, str]:
        path = os.pathsep.join([str(self.folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
        return {"PATH": path, "FORGE": str(self.folder)}

    def push(self, day: str = "2021-04-01") -> str:
        made = commit(self.mine, day)
        git(self.mine, "push", "--quiet", str(self.bare), "HEAD:refs/heads/main")
        return made

    def move(self, path: Path, sha: str) -> subprocess.CompletedProcess[str]:
        """Run the job that moves the branch `published`."""
        told = {"GH_TOKEN": "of the job", "GITHUB_REPOSITORY": "lumo/facts", "GITHUB_SHA": sha}
        return ran(script(path, "published", "gh api"), self.folder, self.environment | told)

    def published(self) -> str:
        return git(self.bare, "rev-parse", "refs/heads/published")

    def asked(self) -> list[str]:
        return (self.folder / "asked").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = Forge(tmp_path)
    CliRunner().invoke(main, ["init", str(made.mine)], catch_exceptions=False)
    return made


@pytest.mark.parametrize("folder", [OURS, STARTER], ids=["ours", "starter"])
def test_the_branch_published_is_made_and_then_moved_wherever_main_goes(forge: Forge, folder: Path) -> None:
    path = folder / "workflows/pages.yml"
    first = forge.push()
    assert forge.move(path, first).returncode == 0
    assert forge.published() == first
    second = forge.push("2021-04-02")
    assert forge.move(path, second).returncode == 0
    assert forge.published() == second
    refs = "repos/lumo/facts/git/refs"
    assert forge.asked() == [f"PATCH {refs}/heads/published", f"POST {refs}", f"PATCH {refs}/heads/published"]
    # After a forced push, or when an older state is published again.
    assert forge.move(path, first).returncode == 0
    assert forge.published() == first
    assert forge.move(path, "0" * 40).returncode != 0
    assert forge.published() == first


def test_a_new_dossier_is_checked_built_and_published_and_a_silent_change_is_not(forge: Forge) -> None:
    pages, pulled = (STARTER / "workflows" / name for name in ("pages.yml", "check.yml"))
    here = forge.environment | {"FACTSHEET_REPO_URL": "https://github.com/lumo/facts"}

    def run(path: Path, job: str, said: str) -> subprocess.CompletedProcess[str]:
        """A step in a clone as the runner has it."""
        clone = forge.folder / "runner"
        shutil.rmtree(clone, ignore_errors=True)
        git(forge.folder, "clone", "--quiet", "--branch", "main", str(forge.bare), str(clone))
        git(clone, "checkout", "--quiet", "--detach")
        return ran(script(path, job, said), clone, here)

    assert forge.move(pages, forge.push()).returncode == 0
    assert run(pages, "build", "pip").returncode == 0
    assert forge.asked()[-1] == "pip install -r requirements.txt"
    for path, job in ((pages, "build"), (pulled, "check")):
        done = run(path, job, "factsheet check")
        assert done.returncode == 0, done.stdout
        assert "::notice file=content/events/" in done.stdout
    built = run(pages, "build", "mkdocs build")
    assert built.returncode == 0, built.stderr
    page = (forge.folder / "runner/site/events/2024-05-06-velm-dam-camp-cleared/index.html").read_text("utf-8")
    assert "https://github.com/lumo/facts/edit/main/content/events/" in page

    event = forge.mine / "content/events/2024-05-06-velm-dam-camp-cleared.yml"
    text = event.read_text(encoding="utf-8")
    (value,) = set(re.findall(r"(?<=property: injured\n    value: ).+", text)[:1])
    event.write_text(text.replace(f"value: {value}", "value: 77", 1), encoding="utf-8")
    forge.push("2021-04-03")
    done = run(pulled, "check", "factsheet check")
    assert done.returncode == 1
    assert f"::warning file={event.relative_to(forge.mine).as_posix()},line=" in done.stdout
    assert "missing-correction" in done.stdout
    assert run(pages, "build", "factsheet check").returncode == 1
