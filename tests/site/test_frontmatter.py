"""Front matter: whatever its shape, it is text to a theme, and no page is made of what is not a page's look."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering.environment import packaged
from generator.site import frontmatter


def test_text_is_escaped_wherever_it_stands() -> None:
    wild = "<script>x</script>"
    safe = "&lt;script&gt;x&lt;/script&gt;"
    given = {"subtitle": [wild, {"a": (wild, 3)}], "author": {wild: wild}, "search": {"boost": 2}, "date": None}
    assert frontmatter.harmless(given) == {
        "subtitle": [safe, {"a": [safe, 3]}],
        "author": {safe: safe},
        "search": {"boost": 2},
        "date": None,
    }


@pytest.mark.parametrize("name", ["redirect.html", "kept.html"])
def test_a_template_that_is_no_look_of_a_page_is_refused(tmp_path: Path, name: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"---\ntemplate: {name}\nredirect: https://elsewhere.example/\n---\n", encoding="utf-8")
    theme = packaged() / "theme"
    assert (theme / name).is_file()
    found = list(frontmatter.mistakes({"template": name}, page, tmp_path, [theme]))
    assert [(key, str(problem.place)) for key, problem in found] == [("template", "page.md:2:1")]
