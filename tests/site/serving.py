"""A dossier under `mkdocs serve`, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from types import TracebackType

from bs4 import BeautifulSoup, Tag

PATIENCE = 60
"""Seconds within which a page follows a change. Nothing is said of how fast it is."""
PAUSE = 0.2
COMMAND = "import sys; sys.argv[0] = 'mkdocs'; from mkdocs.__main__ import cli; cli()"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def box(page: Tag) -> str:
    """What the box of problems on a page says; nothing where there is none."""
    found = page.select_one("article > .fs-problems")
    return "" if found is None else " ".join(found.get_text().split())


def content(page: Tag) -> str:
    """What a page says besides its box of problems."""
    article = page.select_one("article.md-content__inner")
    assert article is not None
    boxes = {id(text) for found in article.select(".fs-problems") for text in found.find_all(string=True)}
    return " ".join(" ".join(t for t in article.find_all(string=True) if id(t) not in boxes).split())


class Serving:
    """`mkdocs serve` of a folder. Every answer but a page is kept in `wrong`, every line of its log in `said`."""

    def __init__(self, root: Path, *options: str, aside: tuple[str, ...] = ("", "actors/", "problems/")) -> None:
        self.root = root
        self.options = options
        self.address = f"127.0.0.1:{free_port()}"
        self.aside = cycle(aside)
        self.wrong: list[tuple[str, object]] = []
        self.said: list[str] = []

    def __enter__(self) -> Serving:
        command = [sys.executable, "-c", COMMAND, "serve", "--dev-addr", self.address, *self.options]
        surroundings = os.environ | {"PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
        self.process = subprocess.Popen(
            command, cwd=self.root, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        try:
            self.wait("", lambda page: page.select_one("article") is not None, starting=True)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.listener.join(PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _listen(self) -> None:
        if self.process.stdout is not None:
            for line in self.process.stdout:
                self.said.append(line.rstrip())

    def get(self, path: str) -> BeautifulSoup:
        """Ask for a page."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
                return BeautifulSoup(answer.read(), "html.parser")
        except urllib.error.HTTPError as error:
            error.close()
            self.wrong.append((path, error.code))
        except OSError as error:
            self.wrong.append((path, error))
        return BeautifulSoup("", "html.parser")

    def wait(self, path: str, until: Callable[[BeautifulSoup], object], *, starting: bool = False) -> BeautifulSoup:
        """Ask for a page, and for others in between, until it is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, "\n".join(self.said)
            page = self.get(path)
            if until(page):
                if starting:
                    self.wrong.clear()
                return page
            if not starting:
                self.get(next(self.aside))
            time.sleep(PAUSE)
        raise AssertionError(f"/{path} did not follow; the log says:\n" + "\n".join(self.said[-40:]))

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file, in one step, as editors do."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(name, text.replace(old, new).encode())

    def write(self, name: str, content: bytes) -> None:
        path = self.root / name
        aside = path.with_name(f".{path.name}.tmp")
        aside.write_bytes(content)
        aside.replace(path)
