"""Marked YAML to a record: every mistake at its own line and column, in words that say what would be right."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records import KINDS
from generator.reading import nodes, records

SHA = "0" * 64
SOUND = {
    "sources": f"type: report\ntext: {{file: a.txt, sha256: {SHA}, chars: 9}}\n",
    "actors": "kind: person\nnames: [{id: n1, value: A, use: preferred}]\n",
    "places": "names: [{id: n1, value: A, use: preferred}]\n",
    "events": "title: A\ntype: vote\n",
    "quotes": (
        "title: A\nspeaker: a\nmedium: letter\n"
        "passages: [{id: p1, renderings: [{source: s, form: direct, exact: A}]}]\n"
    ),
    "figures": "title: A\n",
}
CASES: list[tuple[str, str, list[str]]] = [
    ("events", "titel: A", ["3:1: `titel` is not a field here; did you mean `title`? [unknown-field]"]),
    ("events", "zzz: A", ["3:1: `zzz` is not a field here [unknown-field]"]),
    ("events", "summary:", ["3:9: `summary`: is empty; write its value or leave the field out [missing-field]"]),
    ("events", "claims:", ["3:8: `claims` is empty; fill it or leave it out [missing-field]"]),
    ("events", "summary: [a]", ["3:10: `summary` is a list; it should be text [wrong-type]"]),
    (
        "events",
        "claims: all",
        ["3:9: `claims` is `all`; it should be a list: one `- ` line each, or `[a, b]` [wrong-type]"],
    ),
    (
        "events",
        "claims: [all]",
        ["3:10: `claims[1]` is `all`; it should be a mapping: `field: value` lines, or `{field: value}` [wrong-type]"],
    ),
    (
        "events",
        "reviewed: 3/1/2024",
        ['3:11: `reviewed`: "3/1/2024" is not year-month-day with two-digit'],
    ),
    (
        "events",
        "formerly: [a, B c]",
        ["3:15: `formerly[2]`: `B c` is not an id: use lower-case letters, digits and single"],
    ),
    (
        "events",
        "claims: [{id: c1, property: kill, value: 1}]",
        [
            "3:10: `claims[1].asserted_by` is missing [missing-field]",
            "3:29: `claims[1].property`: `kill` is not a property; did you mean `killed`? [unknown-property]",
        ],
    ),
    (
        "events",
        "claims: [{id: 1, property: killed, value: 1-2-3, asserted_by: a, as_of: soon, rank: best, place: A}]",
        [
            "3:15: `claims[1].id`: `1` is not an id for a fact: use letters followed by a number",
            '3:43: `claims[1].value`: "1-2-3" ',
            "3:73: `claims[1].as_of`: ",
            "3:85: `claims[1].rank` is `best`, which is none of preferred, normal, deprecated [unknown-choice]",
            "3:98: `claims[1].place`: `A` is not an id: use lower-case letters, digits",
        ],
    ),
    (
        "events",
        (
            "claims: [{id: c1, property: killed, value: 9 to 2, asserted_by: a},"
            " {id: c2, property: occurred, value: 2022/2021, asserted_by: a}]"
        ),
        [
            '3:44: `claims[1].value`: "9 to 2" is a range upside',
            '3:105: `claims[2].value`: "2022/2021" is an interval',
        ],
    ),
    (
        "events",
        "disputes: [{id: d1, kind: naming, real: maybe, claims: [c1]}]",
        [
            "3:41: `disputes[1].real`: `maybe` is neither `true` nor `false` [wrong-type]",
            "3:56: `disputes[1].claims` is a list that needs at least 2 [missing-field]",
        ],
    ),
    (
        "events",
        "disputes: [{id: d1, kind: [naming], real: yes, claims: [c1, ' ']}]",
        [
            "3:27: `disputes[1].kind` should be one of contradiction, ",
            "3:43: `disputes[1].real`: `yes` is neither `true` nor `false` [wrong-type]",
            "3:61: `disputes[1].claims[2]`: is empty; write its value or leave the field out [missing-field]",
        ],
    ),
    (
        "actors",
        "timezone: Asia/Bagdad",
        ["3:11: `timezone`: `Asia/Bagdad` is not a time zone of the IANA list; write one"],
    ),
    (
        "places",
        "location: {lat: 9°, lon: -181, precision: town}",
        [
            "2:17: `location.lat`: `9°` is not in decimal degrees, such as 32.87 [bad-number]",
            "2:26: `location.lon` is `-181`; input should be greater than or equal to -180 [bad-number]",
            "2:43: `location.precision` is `town`, which is none of ",
        ],
    ),
    ("places", "names: []", ["2:1: the key `names` stands twice; it is first on line 1 [duplicate-key]"]),
    (
        "sources",
        "URL: www.example.org\nissued: 2024-02-30\nmissing: none\nblocks: [{kind: advert, start: -1, end: 1e3}]",
        [
            "3:6: `URL`: `www.example.org` is not an address that begins with http:// or https:// [wrong-type]",
            '4:9: `issued`: "2024-02-30" has a day 30, but February 2024 has 29 days: write a day from 01 to 29',
            "5:10: `missing` is `none`; it should be a mapping: `field: value` lines, or `{field: value}` [wrong-type]",
            "6:17: `blocks[1].kind` is `advert`, which is none of ",
            "6:32: `blocks[1].start`: `-1` is not a whole number; write digits alone, such as 184 [bad-number]",
            "6:41: `blocks[1].end`: `1e3` is not a whole number; write digits alone, such as 184 [bad-number]",
        ],
    ),
]
HOSTILE = ["../secret.txt", "/etc/passwd", "a/b.txt", "..", ".hidden", "a\\b.txt", "c:a.txt", "a\nb.txt"]


@pytest.mark.parametrize(("folder", "more", "expected"), CASES)
def test_every_mistake_is_told_at_its_place(folder: str, more: str, expected: list[str]) -> None:
    found = sorted(problems_of(folder, SOUND[folder] + more), key=lambda problem: problem.place)
    assert len(found) == len(expected), [str(problem) for problem in found]
    for problem, start in zip(found, expected, strict=True):
        assert str(problem).startswith(f"f:{start}")


def problems_of(folder: str, text: str) -> list:
    marks, problems = nodes.parse(dedent(text), "f")
    if marks is None:
        return problems
    return problems + records.read(KINDS[folder], marks)[1]


@pytest.mark.parametrize("folder", SOUND)
def test_the_least_a_record_needs(folder: str) -> None:
    assert problems_of(folder, SOUND[folder]) == []
    for line in SOUND[folder].splitlines(keepends=True):
        name = line.partition(":")[0]
        messages = {problem.message for problem in problems_of(folder, SOUND[folder].replace(line, "") or "{}")}
        assert messages == {f"`{name}` is missing"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_lies_in_the_seeds_folder(name: str) -> None:
    (problem,) = problems_of("sources", SOUND["sources"].replace("a.txt", repr(name).replace("\\\\", "\\")))
    assert problem.rule == "wrong-type"
    assert problem.message.endswith("is not the plain name of a file in the seeds folder")


def test_a_list_whose_items_are_wrong_is_not_called_too_short() -> None:
    (problem,) = problems_of("actors", "kind: person\nnames: [{id: n1, value: A, use: x}]\n")
    assert problem.rule == "unknown-choice"


@given(
    st.sampled_from(sorted(SOUND)),
    st.sampled_from(["title", "names", "claims", "text", "passages", "location", "missing", "blocks", "formerly"]),
    st.recursive(
        st.text("ab1-~ é", max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "value", "cite", "lat", "use", "renderings", "", "x"]), inner, max_size=3
            )
        ),
        max_leaves=8,
    ),
)
def test_no_value_makes_it_raise(folder: str, field: str, value: object) -> None:
    text = f"{field}: {value!r}\n"
    assert all(problem.place.path == "f" for problem in problems_of(folder, text))
