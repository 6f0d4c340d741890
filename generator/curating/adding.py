"""A text or a web page to a new source: its text in seeds/, a record with honest blanks, and what extraction finds.

Everything is made and read again before the first file is written; then all are written, or none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..evidence import texts
from ..exports import extracted
from ..extraction import Extraction
from ..extraction import extract as find
from ..extraction.layout import Layout
from ..folders import Folders
from ..model.dossier import Dossier
from ..model.records import Source
from ..model.vocabulary import BlockKind
from ..reading import files, nodes, records
from ..slugs import is_id, propose_id
from . import extract, saving, schemas, webpage, writing
from .writing import Value, scalar

MOST_BYTES = 2_000_000
"""Bytes of a text, a thick book: what is found in more would take minutes to read at every check."""
MOST_BLOCKS = 5_000
"""Blocks in a record; a text that has more is no article, and its record could not be read."""
_NOT_STATED = "not in the supplied copy"
_BLOCKS = {kind.value: kind.value for kind in BlockKind} | {"date": "byline", "url": "furniture"}
_BYLINE = re.compile(r"(?i:by)\s+(?P<names>[^\W\d_][^\d,:;()|/]{2,80}?)(?:\s*[,|–—-]\s*.*|\.)?")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|al-\w+|bin|de|del|van|von|der|la)){1,3}")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,200}\.txt")
_ID_WORDS, _ID_PART = 6, 60


class AddingError(ValueError):
    """What was given cannot be made a source; the message says why."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What was supplied: a text, what it states of itself, and the web page it was taken from."""

    text: str
    type: str = "document"
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    issued: str | None = None
    issued_as_written: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str | None = None
    captions: frozenset[str] = frozenset()
    page: bytes | None = None
    notes: tuple[str, ...] = ()
    named: str | None = None
    """The text's file, where it lies in the seeds folder as it is."""


@dataclass(frozen=True, slots=True)
class Added:
    """A new source and the files that make it, in the order in which they are written."""

    id: str
    files: Mapping[Path, bytes]
    candidates: int
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def supplied(path: Path, folders: Folders, today: str) -> Copy:
    """Read a file: a web page, or plain text. Raises AddingError."""
    if not path.is_file():
        raise AddingError(f"{path} is not a file" if path.exists() else f"there is no file {path}")
    if path.stat().st_size > webpage.MOST_BYTES:
        raise AddingError(f"{path} is larger than {webpage.MOST_BYTES:,} bytes")
    data = path.read_bytes()
    if path.suffix.lower() in (".html", ".htm", ".xhtml") or webpage.is_page(data):
        return _page(data, None, path.name, today)
    copy = _plain(data, path.name)
    at_home = path.resolve().parent == folders.seeds.resolve() and _FILE.fullmatch(path.name) is not None
    return replace(copy, named=path.name) if at_home and copy.text.encode() == data else copy


def fetched(url: str, today: str) -> Copy:
    """Get a page or a text from an address. Raises AddingError."""
    try:
        answer = webpage.fetch(url)
    except webpage.PageError as error:
        raise AddingError(str(error)) from error
    if answer.type in ("text/html", "application/xhtml+xml") or webpage.is_page(answer.data):
        copy = _page(answer.data, answer.charset, url, today)
    elif answer.type == "text/plain":
        copy = _plain(answer.data, url)
    else:
        raise AddingError(f"{url} is `{answer.type}`, neither a web page nor plain text")
    return replace(copy, url=answer.url, accessed=today)


def _page(data: bytes, charset: str | None, name: str, today: str) -> Copy:
    if len(data) > webpage.MOST_BYTES:
        raise AddingError(f"{name} is larger than {webpage.MOST_BYTES:,} bytes")
    if not data.strip():
        raise AddingError(f"{name} is empty")
    try:
        page = webpage.read(webpage.decode(data, charset, name), name, today)
    except webpage.PageError as error:
        raise AddingError(str(error)) from error
    return Copy(
        text=page.text,
        type="article-newspaper" if page.news else "webpage",
        title=page.title,
        authors=page.authors,
        outlet=page.outlet,
        issued=page.issued,
        url=page.url,
        language=page.language,
        captions=page.captions,
        page=data,
    )


def _plain(data: bytes, name: str) -> Copy:
    """Read plain text. Only a byte order mark is taken off: line ends stay as they are."""
    marked = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AddingError(f"{name} is not UTF-8: {texts.fault(data, error)}; save it as UTF-8") from None
    if "\x00" in text:
        at = text.index("\x00")
        raise AddingError(f"{name} has a NUL character at {at} (line {text.count(chr(10), 0, at) + 1}): it is no text")
    if not text.strip():
        raise AddingError(f"{name} is empty" if not data else f"there is no text in {name}, only white space")
    return Copy(text, notes=("the byte order mark was taken off the text",) if marked else ())


def prepare(folders: Folders, copy: Copy, id_: str | None) -> Added:
    """Make everything a new source consists of, in memory, and read it again. Raises AddingError."""
    text = _encoded(copy.text)
    if len(text) > MOST_BYTES:
        raise AddingError(f"the text is larger than {MOST_BYTES:,} bytes: add the part of it that is cited")
    dossier = extract.read(folders)
    found = find(copy.text, copy.issued, extract.names(dossier))
    copy = _completed(copy, found)
    sha256 = hashlib.sha256(text).hexdigest()
    same = [one.id for one in dossier.sources.values() if one.text.sha256 == sha256]
    if same:
        raise AddingError(f"this is the text of the source `{same[0]}`, byte for byte")
    id_ = _free(dossier, folders, proposal(copy)) if id_ is None else id_
    if not is_id(id_):
        near = propose_id(id_)
        raise AddingError(f"`{id_}` is not an id{f'; write it as `{near}`' if near else ''}")
    record_file = folders.content / "sources" / f"{id_}.yml"
    if dossier.knows("sources", id_) or record_file.exists():
        raise AddingError(f"there is a source `{id_}` already; name another with --id")
    file = copy.named or f"{id_}.txt"
    record = schemas.modeline("sources") + _record(copy, found.layout, file, sha256, f"{id_}.html")
    made = {folders.seeds / file: text}
    if copy.page is not None:
        made[folders.seeds / f"{id_}.html"] = copy.page
    for path, data in made.items():
        if path.is_symlink() or (path.exists() and (not path.is_file() or path.read_bytes() != data)):
            raise AddingError(f"{path.name} is in {folders.seeds.name}/ already, and is another file")
    listing = extracted.written(copy.text, sha256, found)
    made[folders.seeds / "extracted" / f"{id_}.yml"] = listing.encode()
    made[record_file] = record.encode()
    _reread(record, record_file.name)
    candidates = len(found.quotes) + len(found.figures) + len(found.dates) + len(found.mentions)
    return Added(id_, made, candidates, tuple(_missing(copy)), copy.notes)


def save(added: Added, folders: Folders) -> None:
    """Write all files of a new source or, where that fails, none. Raises AddingError and OSError."""
    try:
        saving.save_new(added.files, partial(saving.bounds, folders))
    except FileExistsError as error:
        raise AddingError(f"{Path(error.filename).name} is there already, and is another file") from error


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise AddingError(f"the text has at {error.start} half of a character, which no file can hold") from None


def _reread(record: str, name: str) -> None:
    parsed, problems = nodes.parse(record, name)
    if parsed is not None and not problems:
        _, problems = records.read(Source, parsed)
    if problems or len(record.encode()) > files.MAX_BYTES:
        raise AddingError(f"the record would not be sound: {problems[0] if problems else 'it is too long'}")


def _completed(copy: Copy, found: Extraction) -> Copy:
    """Take from a plain text's head what stands there in so many words: its title, authors and date."""
    text, layout = copy.text, found.layout
    title = next((block for block in layout.blocks if block.kind == "title"), None)
    if copy.title is None and title is not None and copy.page is None:
        copy = replace(copy, title=" ".join(text[title.start : title.end].split()))
    byline = next((block for block in layout.blocks if block.kind == "byline"), None)
    if not copy.authors and byline is not None:
        copy = replace(copy, authors=_authors(" ".join(text[byline.start : byline.end].split())))
    if copy.issued is None and layout.published and layout.published_start is not None:
        written = " ".join(text[layout.published_start : layout.published_end].split())
        copy = replace(copy, issued=layout.published, issued_as_written=written)
    return copy


def _authors(line: str) -> tuple[str, ...]:
    match = _BYLINE.fullmatch(line)
    names = re.split(r"\s+(?:and|&)\s+", match["names"].strip()) if match else []
    return tuple(names) if names and all(_NAME.fullmatch(name) for name in names) else ()


def proposal(copy: Copy) -> str:
    """Propose an id of what the copy states: who and when, else the words of its title, else of its text."""
    who = copy.authors[0].split()[-1] if copy.authors else copy.outlet
    who = _part(who or "")
    words = _part(copy.title) if copy.title else "-".join(filter(None, ["untitled", _part(copy.text)]))
    parts = [who or words, copy.issued] if copy.issued else [who, words]
    id_ = propose_id("-".join(part for part in parts if part))
    return id_ if id_ not in ("", "untitled") else f"untitled-{hashlib.sha256(copy.text.encode()).hexdigest()[:8]}"


def _part(words: str) -> str:
    """The first words of a text as part of an id."""
    slugs = [slug for word in words[:400].split()[: _ID_WORDS * 2] if (slug := propose_id(word))]
    return propose_id("-".join(slugs[:_ID_WORDS]))[:_ID_PART].strip("-")


def _free(dossier: Dossier, folders: Folders, id_: str) -> str:
    taken = {*dossier.ids("sources"), *(path.stem for path in folders.seeds.glob("*.*"))}
    if (folders.content / "sources").is_dir():
        taken |= {path.stem.lower() for path in (folders.content / "sources").iterdir()}
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free


def _stated(copy: Copy) -> dict[str, object]:
    return {
        "title": copy.title,
        "author": copy.authors,
        "container-title": copy.outlet,
        "issued": copy.issued,
        "URL": copy.url,
    }


def _missing(copy: Copy) -> list[str]:
    return [name for name, value in _stated(copy).items() if not value]


def _record(copy: Copy, layout: Layout, file: str, sha256: str, page: str) -> str:
    fields: dict[str, Value] = {"type": copy.type}
    if copy.title:
        fields["title"] = scalar(copy.title)
    if copy.authors:
        fields["author"] = [scalar(name) for name in copy.authors]
    for name, value in (
        ("container-title", copy.outlet),
        ("issued", copy.issued),
        ("issued_as_written", copy.issued_as_written),
        ("URL", copy.url),
        ("accessed", copy.accessed),
        ("language", copy.language),
    ):
        if value:
            fields[name] = scalar(value)
    lines = [writing.record(fields).rstrip("\n")]
    if missing := _missing(copy):
        lines += ["missing:", *(f"  {name}: {_NOT_STATED}" for name in missing)]
    lines += ["text:", f"  file: {scalar(file)}", f"  sha256: {sha256}", f"  chars: {len(copy.text)}"]
    if blocks := _blocks(copy, layout):
        lines += ["blocks:", *blocks]
    if copy.page is not None:
        digest = hashlib.sha256(copy.page).hexdigest()
        lines += ["note: >-", "  The text was taken from the page as supplied, which is kept in the seeds folder as"]
        lines += [f"  {page}, sha256", f"  {digest}."]
    return "\n".join(lines) + "\n"


def _blocks(copy: Copy, layout: Layout) -> Sequence[str]:
    """Write the parts that are no running text; a repetition only where it repeats word for word."""
    text, written = copy.text, list[str]()
    for block in layout.blocks:
        kind = _BLOCKS.get(block.kind)
        if block.of is None and " ".join(text[block.start : block.end].split()) in copy.captions:
            kind = BlockKind.CAPTION.value
        if kind is None:
            continue
        if len(written) == MOST_BLOCKS:
            return []
        fields = {"kind": kind, "start": str(block.start), "end": str(block.end)}
        if block.of is not None:
            words = text[block.start : block.end].split()
            most = min(block.start, block.of + 2 * (block.end - block.start) + 100)
            if text[block.of : most].split()[: len(words)] != words:
                continue
            fields["of"] = str(block.of)
        written.append(f"  - {writing.flow(fields)}")
    return written
