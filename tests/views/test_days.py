"""Dates in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import strings
from generator.folders import Folders
from generator.views.days import as_of

ENGLISH, _ = strings(Folders.below(Path("nowhere")))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, None),
        ("2024-01-24", "as of 24 January 2024"),
        ("2009", "as of 2009"),
        ("2009/..", "since 2009"),
        ("../2020", "until 2020"),
        ("2009/2011", "2009 to 2011"),
    ],
)
def test_what_was_so_for_a_while_is_no_day_on_which_it_was_said(written: str | None, said: str | None) -> None:
    assert as_of(written, ENGLISH) == said
