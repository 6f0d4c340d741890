"""Repositories for the tests: commits of a fixed person on given days, without anybody's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NEEDED = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}


def git(folder: Path, *words: str, day: str = "2021-04-01") -> str:
    """Ask git; what it prints."""
    when = f"{day}T12:00:00+0000"
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NOBODY
    env |= {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    who = ("-c", "user.name=Ana Reyes", "-c", "user.email=ana@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *words], env=env, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def commit(folder: Path, day: str = "2021-04-01", words: str = "As it is") -> str:
    """Commit everything there is in a folder, in a new repository where there is none; return the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", words, day=day)
    return git(folder, "rev-parse", "HEAD")
