"""Words of strangers in a message or on a terminal."""

from __future__ import annotations

import pytest

from generator.problems import Place, Problem, nearest, printable, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lumo, “harbour” of Kesh: مرفأ", "Lumo, “harbour” of Kesh: مرفأ"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\x9bb\x7f", r"a\x9bb\x7f"),
        ("one\ntwo\r", r"one\ntwo\r"),
        ("one\u2028two", r"one\u2028two"),
        ("\u202eolleh\u2069", r"\u202eolleh\u2069"),
    ],
)
def test_nothing_visible_begins_a_line_or_steers_a_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert str(Problem(Place("a.yml"), "x", text)) == f"a.yml:1:1: {shown} [x]"


def test_printable_words_are_on_one_line() -> None:
    assert printable(" one\n\ttwo \x1b[0m ") == r"one two \x1b[0m"


KNOWN = ["guard", "guards", "velm-dam", "killed", "decision", "designation", "contradiction", "Asia/Muscat", "union"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gaurd", ["guard"]),
        ("GUARD", ["guard"]),
        ("guardz", ["guard", "guards"]),
        ("onion", ["union"]),
        ("contradicts", ["contradiction"]),
        ("kill", ["killed"]),
        ("dam", ["velm-dam"]),
        ("the-velm-dam", ["velm-dam"]),
        ("Muscat", ["Asia/Muscat"]),
        ("eviction", []),
        ("un", []),
        ("", []),
        ("zzz", []),
    ],
)
def test_a_name_is_near_what_a_slip_or_two_made_it_of(written: str, meant: list[str]) -> None:
    assert nearest(written, KNOWN) == meant


def test_the_nearest_of_a_huge_name_is_none() -> None:
    assert nearest("x" * 1_000_000, KNOWN) == []
