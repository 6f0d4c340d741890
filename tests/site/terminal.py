"""A terminal with a shell in it, as a person has one: what is typed, and what is on the screen afterwards.

The standard library alone: `pexpect` forks a process that has threads, as one with a server and a browser has, and
Python warns of that.
"""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 60
"""Seconds within which a command says what is expected. Nothing is said of how fast it is."""
_PROMPT = re.compile(r"\[(?P<status>[0-9]+)\]> $")
# The terminal becomes the one that controls the shell, as a window's does.
_SHELL = "import fcntl, os, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp('sh', ['sh', '-i'])"


class Terminal:
    """A shell in a folder. `screen` is what it has shown since something was typed last."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.environment = {**environment, "PS1": "[$?]> ", "PS2": "", "TERM": "dumb", "ENV": ""}
        self.screen = ""

    def __enter__(self) -> Terminal:
        self.mine, its = os.openpty()
        termios.tcsetwinsize(its, (50, 1000))
        self.shell = subprocess.Popen(
            [sys.executable, "-c", _SHELL],
            cwd=self.folder,
            env=self.environment,
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
        )
        os.close(its)
        self.until(_PROMPT)
        return self

    def __exit__(self, *_: object) -> None:
        self.shell.kill()
        self.shell.wait()
        os.close(self.mine)

    def until(self, wanted: re.Pattern[str]) -> re.Match[str]:
        """Read on until the screen matches."""
        end = time.monotonic() + PATIENCE
        while (found := wanted.search(self.screen)) is None:
            ready, _, _ = select.select([self.mine], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"no {wanted.pattern!r} in {PATIENCE} s; the screen says:\n{self.screen}"
            self.screen += os.read(self.mine, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
        return found

    def type(self, line: str) -> None:
        """Type a line and press Enter; what was on the screen is scrolled away."""
        self.screen = ""
        os.write(self.mine, (line + "\n").encode())
        self.until(re.compile(re.escape(line) + r"\n"))

    def run(self, command: str, status: int = 0) -> str:
        """Type a command and wait until it is done; return what it says."""
        self.type(command)
        return self.done(status)

    def done(self, status: int = 0) -> str:
        """Wait for the next prompt; return what is above it."""
        found = self.until(_PROMPT)
        assert int(found["status"]) == status, self.screen
        return self.screen[: found.start()]

    def answer(self, question: str, said: str = "") -> None:
        """Wait until something is asked, and answer it."""
        self.until(re.compile(rf"{re.escape(question)}[^\n]*: ?$"))
        self.type(said)
