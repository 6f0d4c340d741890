"""A built site in a real browser: served as a static host serves it, watched, and its pages by kind."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import building
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLongError

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
OPTIONS += ["--disable-sync", "--no-first-run"]
PATIENCE = 60_000
"""Milliseconds within which the browser shows what it should."""
expect.set_options(timeout=PATIENCE)

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word, compressed and over kept connections, as static hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def send_head(self) -> Any:
        """Answer with the file, text compressed where the browser takes it so."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix not in _COMPRESSED or not path.is_file() or "gzip" not in self.headers["Accept-Encoding"]:
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder's files; yield the address."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Watch:
    """What a page asks for, says on its console, and throws."""

    def __init__(self, page: Page, home: str) -> None:
        self.elsewhere: list[str] = []
        self.said: list[str] = []
        self.loads = 0
        page.on("request", lambda request: self._asked(request.url, home))
        page.on("console", lambda line: self.said.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.on("load", lambda _: setattr(self, "loads", self.loads + 1))

    def _asked(self, url: str, home: str) -> None:
        if not url.startswith((home, "data:", "blob:")):
            self.elsewhere.append(url)


@contextmanager
def opened(browser: Browser, home: str, **looks: Any) -> Iterator[tuple[Page, Watch]]:
    """Open a page; in the end it has asked no other host for anything and had nothing to complain of."""
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 1000}} | looks)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch(page, home)
    yield page, watch
    context.close()
    assert watch.elsewhere == []
    assert watch.said == []


def kinds(site: building.Site) -> dict[str, str]:
    """The address of one page of each kind: of those with records, the one with most on it."""
    sizes = {address: len(str(page)) for address, page in site.pages.items()}
    found = {}
    for address in sorted(sizes, key=lambda a: (-sizes[a], a)):
        kind = re.sub(r"/[^/]+/$", "/*", address) if address.count("/") == 2 else address
        found.setdefault(kind, address)
    return dict(sorted(found.items()))


def press(page: Page, link: Locator) -> None:
    """Click on a link where most of it is: its box can begin with a sliver at the end of a line."""
    link.scroll_into_view_if_needed()
    widest = "e => [...e.getClientRects()].map(r => [r.x, r.y, r.width, r.height]).sort((a, b) => b[2] - a[2])[0]"
    x, y, width, height = link.evaluate(widest)
    page.mouse.click(x + width / 2, y + height / 2)


def search(page: Page, words: str, result: Locator) -> None:
    """Type words until there is the result: what is typed while the index loads is not looked for."""
    field = page.locator(".md-search__input").first
    field.click()
    for _ in range(PATIENCE // 1000):
        field.fill("")
        field.press_sequentially(words)
        try:
            result.wait_for(timeout=1000)
        except TooLongError:
            continue
        return
    raise AssertionError(f"nothing is found for {words}")
