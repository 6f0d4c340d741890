"""Which folders `mkdocs serve` follows besides those it knows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler


class Watching:
    """Follows folders as they come and go. `server` is MkDocs' own: it can watch and unwatch a path."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._watched: set[str] = set()
        self._above: set[str] = set()
        self._coming = _Coming(server.observer)

    def follow(self, folders: Iterable[Path]) -> None:
        """Watch each folder that is there. One that was away for a while is no longer followed: watch it anew."""
        followed = {emitter.watch.path for emitter in self._server.observer.emitters if emitter.is_alive()}
        for folder in folders:
            path, above = str(folder), str(folder.parent)
            if above not in self._above and folder.parent.is_dir():
                self._server.observer.schedule(self._coming, above, recursive=False)
                self._above.add(above)
            self._coming.expected.add(path)
            if path in self._watched and path not in followed:
                self._server.unwatch(path)
                self._watched.remove(path)
            if path not in self._watched and folder.is_dir():
                self._server.watch(path)
                self._watched.add(path)


class _Coming(FileSystemEventHandler):
    """Has the site made anew when a folder that is expected comes: the server takes notice of files alone.

    A watch ends with its folder, and nobody is told when that is there again: not when it was moved away and back.
    """

    def __init__(self, observer: Any) -> None:
        self._observer = observer
        self.expected: set[str | bytes] = set()

    def on_created(self, event: FileSystemEvent) -> None:
        """Take the folder for a file that changed, in one of the server's own watches."""
        came = event.dest_path or event.src_path
        if came in self.expected:
            own = next(emitter for emitter in tuple(self._observer.emitters) if emitter.watch.is_recursive)
            own.queue_event(FileModifiedEvent(came))

    on_moved = on_created
