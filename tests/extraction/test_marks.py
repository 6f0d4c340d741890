"""Marks: what stands between quotation marks, whatever their kind, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.marks import find_quoted

CASES = [
    ("curly", "He said “we left at dawn” and sat.", ["we left at dawn"]),
    ("straight", 'He said "we left at dawn" and sat.', ["we left at dawn"]),
    ("curly single", "He said ‘we left’ and sat.", ["we left"]),
    ("straight single", "He said 'we left' and sat.", ["we left"]),
    ("single with apostrophes", "He said ‘it’s the captain’s boat’ and sat.", ["it’s the captain’s boat"]),
    ("single with a plural possessor", "the ‘workers’ hall’ burnt", ["workers’ hall"]),
    ("apostrophes alone", "The '90s weren't the sailors' best; rock 'n' roll was.", []),
    ("elided years", "Back in '08 it wasn't so.", []),
    ("nested single", "“He told me ‘go home’ and I went,” she said.", ["He told me ‘go home’ and I went,"]),
    ("nested curly in straight", '"He said “go” and left," she said.', ["He said “go” and left,"]),
    ("nested straight in curly", '“He said "go" and left,” she said.', ['He said "go" and left,']),
    ("two", "“One,” he said. “Two.”", ["One,", "Two."]),
    ("open to the end", "“We will rebuild the pier.", ["We will rebuild the pier."]),
    ("curly closed by straight", '“We left," he said.', ["We left,"]),
    ("straight closed by curly", '"We left,” he said.', ["We left,"]),
    ("closed by an opening mark", "“We left,“ he said.", ["We left,"]),
    ("two opening marks", "“We left “They stayed,” he said.", ["We left ", "They stayed,"]),
    ("inches", 'The 12" pipe burst and the 6" one held.', []),
    ("markup", '<a href="x">the pier</a>', []),
    ("guillemets", "Elle a dit « nous partons » hier.", [" nous partons "]),
    ("nested guillemets", "«a «b» c» d", ["a «b» c"]),
    ("TeX", "``We left,'' he said.", ["We left,"]),
    ("low opening mark", "Er sagte „wir gehen“ und ging.", ["wir gehen"]),
]


@pytest.mark.parametrize(("text", "quoted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quoted(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text, 0, len(text))] == quoted


def test_missing_close_is_told() -> None:
    text = "“We will rebuild. “We must."
    assert [q.open_ended for q in find_quoted(text, 0, len(text))] == [True, True]


def test_nothing_outside_the_stretch_asked_for() -> None:
    text = "“One” and “two” and “three”"
    assert [text[q.start : q.end] for q in find_quoted(text, 6, 15)] == ["two"]


@given(st.text(alphabet=st.sampled_from("ab .,“”\"'’‘«»`\n5="), max_size=80))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    reach = 0
    for quoted in find_quoted(text, 0, len(text)):
        assert reach <= quoted.start < quoted.end <= len(text)
        reach = quoted.end
