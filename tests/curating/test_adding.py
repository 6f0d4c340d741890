"""Adding a source: what is found in the copy, what is said to be missing, and that all files are written or none."""

from __future__ import annotations

import hashlib
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from building_review import ARTICLE, check, contents, run
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.curating import adding, webpage
from generator.curating.adding import Copy, proposal
from generator.folders import Folders

TODAY = "2026-01-02"
MODELINE = "# yaml-language-server: $schema=../schemas/source.json\n"
HEAD = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Seven hurt at Lumo harbour | The Lumo Gazette</title>
<meta property="og:site_name" content="The Lumo Gazette"><meta property="og:title" content="Seven hurt at Lumo harbour">
<meta property="article:published_time" content="2021-03-14T09:30:00+04:00"><meta name="author" content="Ana Reyes">
<link rel="canonical" href="https://gazette.example/2021/seven-hurt">
<script>document.write("999 dead"); var t = "<p>888 dead in a script that is no text of the article</p>";</script>
</head>
"""
BODY = """<body onload="alert(777)"><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Seven hurt at Lumo harbour</h1>
<p>At least seven dockers were injured in Lumo on Sunday, the Dockers’ Union said, when guards fired on them.</p>
<script>document.write("<p>666 dead</p>")</script>
<p>“We will not go back to work,” said Mira Tal, a spokeswoman for the union, which speaks for 900 dockers.</p>
<p>The Port Authority of Kesh keeps about 40 cranes in the harbour, and none of them was at work on Monday.</p>
</article><footer>All rights reserved</footer></body></html>
"""
PAGE = HEAD + BODY


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier with nothing in it yet."""
    root = tmp_path / "dossier"
    (root / "content/pages").mkdir(parents=True)
    (root / "content/pages/index.md").write_text("# Lumo\n", encoding="utf-8")
    return root


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder with what somebody supplies."""
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


def add(root: Path, path: Path, content: str | bytes, *words: str) -> str:
    """Write a file, add it, and return the record that was made."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    result = run(root, "add-source", str(path), *words)
    assert result.exit_code == 0, result.output
    assert check(root) == []
    (record,) = (line for line in result.stdout.splitlines() if line.startswith("content/sources/"))
    return (root / record).read_text(encoding="utf-8")


def refused(root: Path, *words: str) -> str:
    """Add what cannot be added, and return why; nothing is written."""
    before = contents(root)
    result = run(root, "add-source", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert contents(root) == before
    assert "Traceback" not in result.stderr
    return result.stderr.split("Error: ")[1]


def test_a_text_becomes_a_source_with_honest_blanks(dossier: Path, given: Path) -> None:
    record = add(dossier, given / "a.txt", ARTICLE)
    sha256 = hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert record == (
        f"{MODELINE}"
        "type: document\n"
        "title: Seven hurt at Lumo harbour\n"
        "author:\n"
        "  - Ana Reyes\n"
        "issued: 2021-03-14\n"
        "issued_as_written: 14 March 2021\n"
        "missing:\n"
        "  container-title: not in the supplied copy\n"
        "  URL: not in the supplied copy\n"
        "text:\n"
        "  file: reyes-2021-03-14.txt\n"
        f"  sha256: {sha256}\n"
        f"  chars: {len(ARTICLE)}\n"
        "blocks:\n"
        "  - {kind: title, start: 0, end: 26}\n"
        "  - {kind: byline, start: 28, end: 40}\n"
        "  - {kind: byline, start: 42, end: 55}\n"
    )
    assert (dossier / "seeds/reyes-2021-03-14.txt").read_bytes() == ARTICLE.encode()
    written = (dossier / "seeds/extracted/reyes-2021-03-14.yml").read_bytes()
    assert f"sha256: {sha256}".encode() in written
    assert run(dossier, "extract").exit_code == 0
    assert (dossier / "seeds/extracted/reyes-2021-03-14.yml").read_bytes() == written


def test_the_last_line_says_what_to_do_next(dossier: Path, given: Path) -> None:
    (given / "a.txt").write_text(ARTICLE, encoding="utf-8")
    result = run(dossier, "add-source", str(given / "a.txt"))
    assert result.stdout.splitlines() == [
        "seeds/reyes-2021-03-14.txt",
        "seeds/extracted/reyes-2021-03-14.yml",
        "content/sources/reyes-2021-03-14.yml",
    ]
    told = result.stderr.splitlines()
    assert told[-1] == "`factsheet review reyes-2021-03-14`, `factsheet verify` and `factsheet check`"
    assert "URL: not in the supplied copy" in told


def test_a_page_becomes_a_source(dossier: Path, given: Path) -> None:
    record = add(dossier, given / "page.html", PAGE)
    text = (dossier / "seeds/reyes-2021-03-14.txt").read_bytes().decode()
    assert record.startswith(
        f"{MODELINE}"
        "type: webpage\n"
        "title: Seven hurt at Lumo harbour\n"
        "author:\n"
        "  - Ana Reyes\n"
        "container-title: The Lumo Gazette\n"
        "issued: 2021-03-14\n"
        "URL: https://gazette.example/2021/seven-hurt\n"
        "language: en-GB\n"
        "text:\n"
    )
    assert "accessed" not in record
    assert "missing" not in record
    assert "At least seven dockers were injured in Lumo on Sunday, the Dockers’ Union said" in text
    assert "“We will not go back to work,” said Mira Tal" in text
    assert not any(word in text for word in ("999", "888", "777", "666", "script", "Sport", "rights"))
    assert (dossier / "seeds/reyes-2021-03-14.html").read_bytes() == PAGE.encode()
    assert hashlib.sha256(PAGE.encode()).hexdigest() in record


def test_a_page_is_told_by_how_it_begins(dossier: Path, given: Path) -> None:
    assert "type: webpage" in add(dossier, given / "download", PAGE)


PICTURE = """<figure><img src="a.jpg" alt="cranes"><figcaption> <span>Cranes at rest on  Monday</span>
<script>track(555)</script><em>Photo: Ola Berg</em></figcaption></figure>"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>“We will not go", PICTURE + "<p>“We will not go"),
        ("<p>“We will not go", f"<p><a href='/p'>{PICTURE}</a></p><p>“We will not go"),
        ("<p>“We will not go", f"<div class='image'>{PICTURE}</div><p>“We will not go"),
        ("<p>The Port", PICTURE + "<p>The Port"),
        ("</article>", PICTURE + "</article>"),
    ],
)
def test_a_picture_s_caption_is_part_of_the_text_and_told_apart(
    dossier: Path, given: Path, before: str, after: str
) -> None:
    record = add(dossier, given / "page.html", PAGE.replace(before, after))
    text = (dossier / "seeds/reyes-2021-03-14.txt").read_bytes().decode()
    assert text.count("Cranes at rest") == 1
    start = text.index("Cranes at rest")
    end = text.index("\n", start)
    assert text[start - 2 : start] == "\n\n"
    assert text[start:end] == "Cranes at rest on Monday Photo: Ola Berg"
    assert f"  - {{kind: caption, start: {start}, end: {end}}}\n" in record
    assert "555" not in text


def test_a_caption_outside_the_article_stays_out(dossier: Path, given: Path) -> None:
    page = PAGE.replace("</article>", f"</article><aside><h2>More news</h2>{PICTURE}</aside>")
    assert "caption" not in add(dossier, given / "page.html", page)
    assert "Cranes at rest" not in (dossier / "seeds/reyes-2021-03-14.txt").read_text(encoding="utf-8")


def test_what_a_page_does_not_state_is_missing(dossier: Path, given: Path) -> None:
    record = add(dossier, given / "page.html", "<html>" + BODY)
    assert record.startswith(f"{MODELINE}type: webpage\ntitle: Seven hurt at Lumo harbour\nmissing:\n")
    for name in ("author", "container-title", "issued", "URL"):
        assert f"  {name}: not in the supplied copy\n" in record
        assert f"\n{name}:" not in record
    assert "file: seven-hurt-at-lumo-harbour.txt" in record


def test_a_news_article_is_one_where_the_page_says_so(dossier: Path, given: Path) -> None:
    said = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle"}</script>'
    record = add(dossier, given / "a.html", PAGE.replace("</head>", said + "</head>"))
    assert record.startswith(f"{MODELINE}type: article-newsp")


def test_a_page_is_read_in_the_encoding_it_declares(dossier: Path, given: Path) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    record = add(dossier, given / "page.html", page)
    assert "Dockers’ Union" in (dossier / "seeds/reyes-2021-03-14.txt").read_text(encoding="utf-8")
    assert hashlib.sha256(page).hexdigest() in record


def test_repeated_text_is_a_duplicate_of_the_first(dossier: Path, given: Path) -> None:
    body = ARTICLE.split("\n\n", 3)[3]
    record = add(dossier, given / "a.txt", f"{ARTICLE}\n{body}")
    start, first = len(ARTICLE) + 1, ARTICLE.index(body)
    assert f"  - {{kind: duplicate, start: {start}, end: {start + len(body) - 1}, of: {first}}}\n" in record


@pytest.mark.parametrize(
    ("content", "file"),
    [
        ("﻿" + ARTICLE, "reyes-2021-03-14.txt"),
        (ARTICLE.replace("\n", "\r\n"), "reyes-2021-03-14.txt"),
        ("هاجمت طائرات ميناء لومو يوم الجمعة، وقتل ثلاثة أشخاص. «تأخر التحذير»، قال القائد.\n", None),
        ("“He said “it is ‘open, said Ivo Brandt. «And ”then.\n", None),
        ("!!! ??? ---\n", None),
        ("x" * 1_999_999, None),
        ("a: b # c\n- [d, {e}]\n'\"\n\\u0041 \x1b[31m \x85 \u2028 done.\n", None),
        ("title: |\n  'x': \"y\" by By: Someone\n\nBy By\n\n1 March 2021\n\nIt was said.\n", None),
    ],
)
def test_whatever_the_text_is_the_source_is_sound(dossier: Path, given: Path, content: str, file: str | None) -> None:
    add(dossier, given / "a.txt", content)
    (text,) = (dossier / "seeds").glob("*.txt")
    assert file in (None, text.name)
    kept = content.removeprefix("﻿").encode()
    assert text.read_bytes() == kept
    (record,) = (dossier / "content/sources").iterdir()
    assert f"sha256: {hashlib.sha256(kept).hexdigest()}\n" in record.read_text(encoding="utf-8")


def test_a_byte_order_mark_is_said_to_be_taken_off(dossier: Path, given: Path) -> None:
    (given / "a.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    assert "byte order mark was taken off" in run(dossier, "add-source", str(given / "a.txt")).stderr


def test_a_text_that_lies_in_seeds_stays_where_it_is(dossier: Path) -> None:
    (dossier / "seeds").mkdir()
    record = add(dossier, dossier / "seeds/as supplied.txt", ARTICLE)
    assert "  file: as supplied.txt\n" in record
    assert [path.name for path in (dossier / "seeds").glob("*.txt")] == ["as supplied.txt"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "a.txt is empty"),
        ("a.txt", b" \n\t\n", "only white space"),
        ("a.html", b"", "a.html is empty"),
        ("a.txt", b"caf\xe9 of\nLumo", "the byte 0xe9 at 3 (line 1)"),
        ("a.txt", b"one\ntwo \xff", "the byte 0xff at 8 (line 2)"),
        ("a.txt", b"one\ntwo\x00three", "NUL character at 7 (line 2)"),
        ("a.html", b"<html><body><p>caf\xe9</p></body></html>", "the byte 0xe9 at 18"),
        ("a.html", b"<html><body><p>a\x00b</p></body></html>", "NUL character at 16"),
        ("a.html", b"<html><head><meta charset=klingon></head><body>a</body></html>", "encoded as `klingon`"),
        ("a.html", b"<html><body><script>var a = 1;</script></body></html>", "no article text was found"),
        ("a.html", b"<html>", "no article text was found"),
        ("a.txt", b"Lumo. " * 333_334, "the text is larger than 2,000,000 bytes: add the part of it that is cited"),
        ("a.txt", b"x" * 10_000_001, "a.txt is larger than 10,000,000 bytes"),
        ("a.html", b"<" * 10_000_001, "larger than 10,000,000 bytes"),
    ],
)
def test_what_is_no_source_is_refused(dossier: Path, given: Path, name: str, content: bytes, why: str) -> None:
    (given / name).write_bytes(content)
    assert why in refused(dossier, str(given / name))


def test_a_path_that_leads_nowhere_is_refused(dossier: Path, given: Path) -> None:
    assert "there is no file" in refused(dossier, str(given / "none.txt"))
    assert "is not a file" in refused(dossier, str(given))
    assert "no address that begins with" in refused(dossier, "ftp://gazette.example/a")
    assert "no address that begins with" in refused(dossier, "file:///etc/hostname")
    assert "no address" in refused(dossier, "http://[")


def test_an_id_that_is_none_or_is_taken_is_refused(dossier: Path, given: Path) -> None:
    add(dossier, given / "a.txt", ARTICLE, "--id", "a")
    (given / "b.txt").write_text("Another text.\n", encoding="utf-8")
    assert "there is a source `a` already" in refused(dossier, str(given / "b.txt"), "--id", "a")
    assert "`A b` is not an id; write it as `a-b`" in refused(dossier, str(given / "b.txt"), "--id", "A b")
    assert "is the text of the source `a`" in refused(dossier, str(given / "a.txt"), "--id", "b")


def test_a_proposed_id_that_is_taken_gets_a_number(dossier: Path, given: Path) -> None:
    add(dossier, given / "a.txt", ARTICLE)
    assert "file: reyes-2021-03-14-2.txt" in add(dossier, given / "b.txt", ARTICLE + "\nMore.\n")


@pytest.mark.parametrize("name", ["seeds/a.txt", "seeds/a.html", "seeds/extracted/a.yml", "content/sources/a.yml"])
def test_another_file_is_never_overwritten(dossier: Path, given: Path, name: str) -> None:
    (dossier / name).parent.mkdir(parents=True, exist_ok=True)
    (dossier / name).write_text("title: mine\n", encoding="utf-8")
    (given / "p.html").write_text(PAGE, encoding="utf-8")
    told = refused(dossier, str(given / "p.html"), "--id", "a")
    assert "already" in told


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_when_one_file_cannot_be_written_none_is(
    dossier: Path, given: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == number:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    (given / "p.html").write_text(PAGE, encoding="utf-8")
    assert "No space left on device" in refused(dossier, str(given / "p.html"))
    assert len(calls) == number


def test_an_interruption_leaves_nothing_behind(dossier: Path, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (given / "p.html").write_text(PAGE, encoding="utf-8")
    folders = Folders.below(dossier)
    before = contents(dossier)
    added = adding.prepare(folders, adding.supplied(given / "p.html", folders, TODAY), None)
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.suffix == ".yml":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        adding.save(added, folders)
    assert contents(dossier) == before


@pytest.mark.parametrize(
    ("copy", "id_"),
    [
        (Copy("x", title="A b", authors=("Ana Reyes",), issued="2021-03-14"), "reyes-2021-03-14"),
        (Copy("x", title="A b", outlet="The Gazette", issued="2021-03-14"), "the-gazette-2021-03-14"),
        (Copy("x", title="One two three four five six seven", issued="2021"), "one-two-three-four-five-six-2021"),
        (Copy("x", title="One two", outlet="Gazette"), "gazette-one-two"),
        (Copy("Dockers’ walkout in Lumo — day two"), "untitled-dockers-walkout-in-lumo-day-two"),
        (Copy("Dockers walk", outlet="Gazette"), "gazette-untitled-dockers-walk"),
        (Copy("ميناء لومو"), "untitled-myn-lwmw"),
        (Copy("!!!"), f"untitled-{hashlib.sha256(b'!!!').hexdigest()[:8]}"),
    ],
)
def test_an_id_is_made_of_what_the_copy_states(copy: Copy, id_: str) -> None:
    assert proposal(copy) == id_


def test_nothing_is_asked_in_a_pipe(dossier: Path, given: Path) -> None:
    (given / "a.txt").write_text(ARTICLE, encoding="utf-8")
    words = [sys.executable, "-m", "generator.cli", "--dossier", str(dossier), "add-source", str(given / "a.txt")]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not set(b"\r\x1b") & set(done.stdout + done.stderr)


class Handler(http.server.BaseHTTPRequestHandler):
    """A made-up outlet."""

    def do_GET(self) -> None:
        answers: dict[str, tuple[int, str, bytes]] = {
            "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/latin": (200, "text/html; charset=windows-1252", PAGE.replace('charset="utf-8"', "").encode("cp1252")),
            "/text": (200, "text/plain", ARTICLE.encode()),
            "/pdf": (200, "application/pdf", b"%PDF-1.4"),
            "/large": (200, "text/html", b"<html>" + b"x" * webpage.MOST_BYTES),
        }
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        else:
            status, kind, body = answers.get(self.path, (404, "text/html", b"<html>gone</html>"))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def outlet(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the outlet, on this machine."""
    monkeypatch.setenv("no_proxy", "*")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved", "/latin"])
def test_a_page_is_fetched(dossier: Path, outlet: str, path: str) -> None:
    result = run(dossier, "add-source", outlet + path)
    assert result.exit_code == 0, result.output
    record = (dossier / "content/sources/reyes-2021-03-14.yml").read_text(encoding="utf-8")
    at = outlet + ("/page" if path == "/moved" else path)
    assert f"\nURL: {at}\naccessed: 20" in record
    assert "Dockers’ Union" in (dossier / "seeds/reyes-2021-03-14.txt").read_text(encoding="utf-8")
    assert (dossier / "seeds/reyes-2021-03-14.html").is_file()
    assert check(dossier) == []


def test_a_plain_text_is_fetched(dossier: Path, outlet: str) -> None:
    assert run(dossier, "add-source", outlet + "/text").exit_code == 0
    assert (dossier / "seeds/reyes-2021-03-14.txt").read_bytes() == ARTICLE.encode()
    assert not (dossier / "seeds/reyes-2021-03-14.html").exists()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "answered 404"),
        ("/pdf", "is `application/pdf`, neither a web page nor plain text"),
        ("/large", "larger than 10,000,000 bytes"),
        ("/file", "answered 302"),
    ],
)
def test_what_cannot_be_fetched_is_refused(dossier: Path, outlet: str, path: str, why: str) -> None:
    assert why in refused(dossier, outlet + path)


def test_an_address_where_nobody_is_is_refused(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    assert "cannot be reached" in refused(dossier, "http://127.0.0.1:9/")


def test_one_that_never_answers_is_given_up(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(webpage, "WAIT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        told = refused(dossier, f"http://127.0.0.1:{listening.getsockname()[1]}/")
    assert "did not answer" in told or "timed out" in told


def test_git_ignores_texts_and_pages() -> None:
    ignored = (Path(__file__).parents[2] / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/seeds/*.txt", "/seeds/*.html"} <= set(ignored)


WALK = Path(__file__).parents[1] / "dossiers" / "walk"


def test_a_dossier_goes_from_articles_to_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract, review, verify, check, build: the way of a dossier whose articles nobody has gone through."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.delenv("FACTSHEET_REPO_URL", raising=False)
    root = Path(shutil.copytree(WALK, tmp_path / "walk"))
    assert run(root, "add-source", str(root / "given/ferry.html")).exit_code == 0
    assert run(root, "extract").exit_code == 0
    for kind, exit_code in (("names", 1), ("rest", 0)):
        answers = (root / f"given/{kind}.txt").read_text(encoding="utf-8")
        result = run(root, "review", *(["--kind", "name"] if kind == "names" else []), input=answers)
        assert result.exit_code == exit_code, result.output
        assert run(root, "extract").exit_code == 0
    assert run(root, "verify").exit_code == 0
    assert check(root) == []
    assert run(root, "review", "--list").stdout == ""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    page = (tmp_path / "site/events/2022-05-04-ferry-fire/index.html").read_text(encoding="utf-8")
    assert 'data-claim="events/2022-05-04-ferry-fire#c4"' in page
    assert "We heard a bang" in (tmp_path / "site/actors/lena-ost/index.html").read_text(encoding="utf-8")


def test_it_counts_what_review_will_ask_about(dossier: Path, given: Path) -> None:
    """A name that a record has, spelt so, is no question."""
    (dossier / "content/places").mkdir()
    name = "{id: n1, value: Lumo, use: preferred, cite: [{source: port, exact: Lumo}]}"
    (dossier / "content/places/lumo.yml").write_text(f"names: [{name}]\n", encoding="utf-8")
    text = "Port reopens\n\nThe port of Lumo lost 12 cranes, Ilse Tarn said.\n"
    (given / "a.txt").write_text(text, encoding="utf-8")
    added = run(dossier, "add-source", str(given / "a.txt"), "--id", "port")
    listed = run(dossier, "review", "port", "--list").stdout.splitlines()
    told = re.search(r"(\d+) candidates to decide about, (\d+) more are in records already; next", added.stderr)
    assert told is not None, added.stderr
    assert (int(told[1]), int(told[2])) == (len(listed), 1)
    assert listed
