"""Which folders `mkdocs serve` follows besides those it knows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any


class Watching:
    """Follows folders as they come and go. `server` is MkDocs' own: it can watch and unwatch a path."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._watched: set[str] = set()

    def follow(self, folders: Iterable[Path]) -> None:
        """Watch each folder that is there. One that was away for a while is no longer followed: watch it anew."""
        followed = {emitter.watch.path for emitter in self._server.observer.emitters if emitter.is_alive()}
        for folder in folders:
            path = str(folder)
            if path in self._watched and path not in followed:
                self._server.unwatch(path)
                self._watched.remove(path)
            if path not in self._watched and folder.is_dir():
                self._server.watch(path)
                self._watched.add(path)
