"""The dossier that a command is about."""

from __future__ import annotations

from pathlib import Path

import click

from .. import settings
from ..folders import Folders


def opened(root: Path) -> tuple[Folders, int]:
    """Return the folders and the quotation budget of the dossier at `root`; where there is none, that is misuse."""
    try:
        folders, budget = settings.read(root)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not folders.content.is_dir():
        raise click.UsageError(f"there is no dossier here: {folders.content} is not a folder")
    return folders, budget
