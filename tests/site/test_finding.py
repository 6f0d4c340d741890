"""What search finds a page by: every name of its record, and the ways in which people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.site import finding


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Port d’Étoile", ["port d etoile", "portdetoile"]),
        ("al-Marsa", ["al marsa", "almarsa"]),
        ("Łódź", ["łodz"]),
        ("مرسى", []),
        ("Lumo Harbour", ["lumoharbour"]),
        ("Lumo", []),
        ("…", []),
    ],
)
def test_a_name_is_found_without_accents_and_signs(name: str, typed: list[str]) -> None:
    assert finding.spelled_otherwise([name]) == typed


def test_a_long_number_is_found_without_its_commas() -> None:
    assert finding.plain_numbers("about 2,500 and 1,234,567; not 12,34 nor 2,5000 nor 1.000,5") == ["2500", "1234567"]


def test_the_index_names_a_record_by_all_its_names(tmp_path: Path) -> None:
    index = tmp_path / "search_index.json"
    docs = [
        {"location": "actors/x/", "title": "Ana Ruiz", "text": "Guard."},
        {"location": "actors/x/#names", "title": "Names", "text": "Anna Ruiz"},
        {"location": "other/", "title": "Other", "text": "of 1,200"},
    ]
    index.write_text(json.dumps({"config": {"separator": "x"}, "docs": docs}), encoding="utf-8")
    finding.complete(index, {"actors/x/": ("Ana Ruiz", "Anna Ruiz", "A. <b>Ruíz")})
    found = json.loads(index.read_text(encoding="utf-8"))
    assert found["config"] == {"separator": "x"}
    record, names, other = found["docs"]
    assert record["title"] == "Ana Ruiz (Anna Ruiz, A. &lt;b&gt;Ruíz)"
    assert record["text"] == "Guard. anaruiz annaruiz a b ruiz abruiz"
    assert names == docs[1]
    assert other["text"] == "of 1,200 1200"


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    finding.complete(tmp_path / "search_index.json", {"": ("Home", "Start")})
    assert list(tmp_path.iterdir()) == []
