"""Every page is valid HTML, by the checker of the W3C."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import building
import pytest

JAR = Path(__file__).parents[1] / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
THEIRS = (
    # Material switches its drawer and its search with boxes it remembers nothing of, and labels one that is not drawn.
    r'Attribute “autocomplete” is only allowed .*class="md-toggle"',
    r'The value of the “for” attribute .*class="md-nav__title" for="__(toc|drawer)"',
)
"""What the theme's own markup gets wrong and we leave: message, and the markup it is about."""


@pytest.mark.skipif(not JAR.is_file() or not shutil.which("java"), reason="needs java, and `npm ci` in tests/web")
@pytest.mark.parametrize("name", ["real", "extreme"])
def test_every_page_is_valid(name: str, request: pytest.FixtureRequest) -> None:
    site: building.Site = request.getfixturevalue(f"{name}_site")
    pages = [
        str(site.folder / a / "index.html") if a.endswith("/") or not a else str(site.folder / a) for a in site.pages
    ]
    command = ["java", "-Xss8m", "-jar", str(JAR), "--format", "json", "--errors-only", "--stdout", *pages]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(said.stdout)["messages"]
    told = (f"{m['url']}:{m.get('lastLine')}: {m['message']} {' '.join(m.get('extract', '').split())}" for m in found)
    assert [t for t in told if not any(re.search(left, t) for left in THEIRS)] == []
