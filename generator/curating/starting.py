"""A new dossier out of our own starter: everything it needs to be checked, built, reviewed and published.

What a program makes of the example (what extraction finds, the lock) is made anew: it is what this version makes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import partial
from html import escape
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import __version__
from ..folders import Folders
from ..rendering.environment import packaged
from . import extract, saving, schemas, verify, writing

TITLE_LENGTH = 200
BESIDE = {".git", ".venv"}
"""What may be in the folder of a new dossier: it is usual to make these first."""
_MEANING = re.compile(r"([\\`*_{}\[\]#+!])")
_UNKNOWN = """\
# Factsheet is on no package index yet: this line takes it from the folder `wheels`. Put it there, and commit it, with
#   pip wheel --no-deps -w wheels FOLDER
# where FOLDER is a clone of Factsheet; or write here where pip can get it, such as
#   factsheet @ git+https://HOST/OWNER/factsheet@COMMIT
./wheels/factsheet-{version}-py3-none-any.whl"""


class StartingError(ValueError):
    """No dossier can be started with this; the message says why."""


def files(title: str, requirement: str, today: str, *, example: bool) -> dict[str, bytes]:
    """Make all files of a new dossier, by their path in it. Raises StartingError.

    `requirement` is what pip is to install; `today` dates the citations of the example.
    """
    title = _title(title)
    starter = packaged() / "starter"
    made: dict[str, bytes] = {}
    for part in ("dossier", "example") if example else ("dossier",):
        for path in sorted(path for path in (starter / part).rglob("*") if path.is_file()):
            name = path.relative_to(starter / part).as_posix()
            made[name] = _filled(name, path.read_bytes(), title, requirement)
    made |= {f"content/{schemas.FOLDER}/{name}": text.encode() for name, text in schemas.written().items()}
    if example:
        made |= _found(made, today)
    return dict(sorted(made.items()))


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise StartingError("a dossier needs a title")
    if len(title) > TITLE_LENGTH:
        raise StartingError(f"the title has {len(title)} characters; write at most {TITLE_LENGTH}")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in title):
        raise StartingError("the title has characters in it that are no text")
    return title


def _filled(name: str, data: bytes, title: str, requirement: str) -> bytes:
    """Put the title and the requirement where a file asks for them; texts of sources stay as they are."""
    if name.startswith("seeds/"):
        return data
    words = escape(title, quote=False)  # themes print a site's name as it is
    written = _MEANING.sub(r"\\\1", words) if name.endswith(".md") else writing.scalar(words)
    return data.replace(b"@FACTSHEET@", requirement.encode()).replace(b"@TITLE@", written.encode())


def _found(made: Mapping[str, bytes], today: str) -> dict[str, bytes]:
    """Extract from the texts and verify the citations; return the files that this makes."""
    with TemporaryDirectory() as folder:
        folders = Folders.below(Path(folder))
        saving.save_new({folders.root / name: data for name, data in made.items()}, partial(saving.bounds, folders))
        listings = {
            f"seeds/extracted/{found.source.id}.yml": found.file.encode()
            for found in extract.run(folders)
            if found.file is not None
        }
        return listings | {"seeds/evidence.lock": verify.verify(folders, today).lock.encode()}


def requirement() -> str:
    """Say where pip got this program from, if others can get it there too; else, what is to be done about it."""
    try:
        written = metadata.distribution("factsheet").read_text("direct_url.json")
        origin = json.loads(written or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        origin = {}
    url, repository = origin.get("url", ""), origin.get("vcs_info")
    if repository and not url.startswith("file:"):
        return f"factsheet @ {repository['vcs']}+{url}@{repository['commit_id']}"
    if url.startswith("https:"):
        return f"factsheet @ {url}"
    return _UNKNOWN.format(version=__version__)


def in_the_way(folder: Path) -> list[str]:
    """List what is in a folder where a dossier is to be; empty where there is no such folder yet."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.name not in BESIDE)


def title_of(folder: Path) -> str:
    """Propose a title: the folder's name in words."""
    words = " ".join(re.split(r"[-_\s]+", folder.resolve().name)).strip()
    return words[:1].upper() + words[1:] or "Dossier"


def save(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write all files of a new dossier or, where that fails, none."""
    saving.save_new({folder / name: data for name, data in made.items()}, lambda _: folder)
