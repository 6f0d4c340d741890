"""Lists as JSON text, an item a line: what changed is seen line by line, and it is written at once."""

from __future__ import annotations

import json
from collections.abc import Iterable


def listed(items: Iterable[object]) -> str:
    """Return a list as JSON text with each item on a line of its own."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]" if lines else "[]"
