"""What a site's mkdocs.yml says about its dossier, read without MkDocs.

MkDocs runs the hooks and plugins that a mkdocs.yml names; looking at a stranger's dossier must run nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .checks.rule import QUOTATION_BUDGET
from .folders import Folders
from .reading import nodes

FILE = "mkdocs.yml"
DEFAULTS = {"content_dir": "content", "seeds_dir": "seeds", "templates_dir": "templates"}
"""The plugin's options that name folders, with their defaults."""


def read(root: Path) -> tuple[Folders, int]:
    """Return a dossier's folders and its quotation budget. Raises ValueError when mkdocs.yml cannot be read."""
    options = _options(root)
    content, seeds, templates = (root / options.get(name, default) for name, default in DEFAULTS.items())
    budget = options.get("quotation_budget", str(QUOTATION_BUDGET))
    if not budget.isdecimal():
        raise ValueError(f"{FILE}: quotation_budget is `{budget}`; write a whole number of words")
    return Folders(root, content, seeds, templates), int(budget)


def published(root: Path) -> str:
    """Return the revision of git that is said to be published, empty where none is. Raises ValueError."""
    return _options(root).get("published", "")


def site(root: Path) -> tuple[str, str]:
    """Return the site's name and its address, each empty where it is not stated. Raises ValueError."""
    config = _config(root / FILE)
    name, url = (config.get(key, "") for key in ("site_name", "site_url"))
    home = f"{url.rstrip('/')}/" if isinstance(url, str) and url.strip() else ""
    return (name if isinstance(name, str) else ""), home


def _options(root: Path) -> dict[str, str]:
    plugins = _config(root / FILE).get("plugins", [])
    for plugin in [plugins] if isinstance(plugins, dict) else plugins:
        if isinstance(plugin, dict) and isinstance(plugin.get("factsheet"), dict):
            options = dict(plugin["factsheet"])
            for name, value in options.items():
                if not isinstance(value, str) or (not value and name in DEFAULTS):
                    raise ValueError(f"{FILE}: the option {name} of factsheet must be a word or a number")
            return options
    return {}


def _config(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name} is not UTF-8: {error}") from error
    # Tags and anchors, problems in a record, are usual in this file.
    config, problems = nodes.parse(text, path.name)
    if config is None:
        raise ValueError(str(problems[-1]))
    return config
