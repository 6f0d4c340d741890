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
    (
        "events",
        "zzz: A",
        ["3:1: `zzz` is not a field here; there can be formerly, reviewed, summary, claims, disputes; a comment "],
    ),
    ("events", "summary:", ["3:9: `summary` is empty; write its value or leave the field out [missing-field]"]),
    ("events", "claims:", ["3:8: `claims` is empty; write its value or leave the field out [missing-field]"]),
    (
        "events",
        "summary: [a]",
        ['3:10: `summary` is a list; it should be text, such as `"Guards fired on dockers '],
    ),
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
        ["3:11: `reviewed`: `3/1/2024` is not year-month-day with two-digit"],
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
            "3:10: `asserted_by` of c1 is missing: the actor who says so, or `outlet` where ",
            "3:29: `property` of c1: `kill` is not a property; did you mean `killed`? [unknown-property]",
        ],
    ),
    (
        "events",
        "claims: [{id: 1, property: killed, value: 1-2-3, asserted_by: a, as_of: soon, rank: best, place: A}]",
        [
            "3:15: `claims[1].id`: `1` is not an id for a fact: use letters followed by a number",
            "3:43: `claims[1].value`: `1-2-3` ",
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
            "3:44: `value` of c1: `9 to 2` is a range upside",
            "3:105: `value` of c2: `2022/2021` is an interval",
        ],
    ),
    (
        "events",
        "disputes: [{id: d1, kind: naming, real: maybe, claims: [c1]}]",
        [
            "3:41: `real` of d1: `maybe` is neither `true` nor `false` [wrong-type]",
            "3:56: `claims` of d1 needs at least 2 of them; it has 1 [missing-field]",
        ],
    ),
    (
        "events",
        "disputes: [{id: d1, kind: [naming], real: yes, claims: [c1, ' ']}]",
        [
            "3:27: `kind` of d1 is a list; it should be one of contradiction, ",
            "3:43: `real` of d1: `yes` is neither `true` nor `false`; write `true` [wrong-type]",
            "3:61: `claims[2]` of d1 is empty; write its value or leave the field out [missing-field]",
        ],
    ),
    (
        "actors",
        "timezone: Asia/Bagdad",
        ["3:11: `timezone`: `Asia/Bagdad` is not a time zone of the IANA list; did you mean `Asia/Baghdad`?"],
    ),
    (
        "places",
        "location: {lat: 9°, lon: -181, precision: town}",
        [
            "2:17: `location.lat`: `9°` is not in decimal degrees, such as 32.87 [bad-number]",
            "2:26: `location.lon` is `-181`; write a number of at least -180 [bad-number]",
            "2:43: `location.precision` is `town`, which is none of ",
        ],
    ),
    ("places", "names: []", ["2:1: the key `names` stands twice; it is first on line 1 [duplicate-key]"]),
    (
        "sources",
        "URL: www.example.org\nissued: 2024-02-30\nmissing: none\nblocks: [{kind: advert, start: -1, end: 1e3}]",
        [
            "3:6: `URL`: `www.example.org` is not an address that begins with http:// or https:// [wrong-type]",
            "4:9: `issued`: `2024-02-30` has a day 30, but February 2024 has 29 days: write a day from 01 to 29",
            "5:10: `missing` is `none`; it should be a mapping: `field: value` lines, or `{field: value}`, such as",
            "6:17: `blocks[1].kind` is `advert`, which is none of ",
            "6:32: `blocks[1].start`: `-1` is not a whole number; write digits alone, such as 184 [bad-number]",
            "6:41: `blocks[1].end`: `1e3` is not a whole number; write digits alone, such as 184 [bad-number]",
        ],
    ),
]
MENDS = [
    ("events", "clams: []", "clams", "claims"),
    ("events", "claims: [{id: c1, property: kill, value: 1, asserted_by: a}]", "kill", "killed"),
    ("events", "claims: {id: c1, property: killed, value: 1, asserted_by: a}", "{id: c1", "[{id: c1"),
    ("events", "claims:\n    id: c1", "  id", "- id"),
    (
        "events",
        "claims: [{id: c1, property: killed, value: 1, asserted_by: Coast Guard}]",
        "Coast Guard",
        "coast-guard",
    ),
    ("events", "claims: [{id: c1, property: killed, value: 9 people, asserted_by: a}]", "9 people", "9"),
    (
        "events",
        "claims: [{id: c1, property: killed, value: 9, asserted_by: a, as_of: 6 May 2024}]",
        "6 May",
        "2024-05-06",
    ),
    ("events", "claims: [{id: c1, property: occurred, value: 2022/2021, asserted_by: a}]", "2022/2021", "2021/2022"),
    ("events", "disputes: [{id: d1, kind: [naming], real: true, claims: [c1, c2]}]", "[naming]", "naming"),
    ("events", "disputes: [{id: d1, kind: naming, real: yes, claims: [c1, c2]}]", "yes", "true"),
    ("events", "disputes: [{id: d1, kind: contradicts, real: true, claims: [c1, c2]}]", "contradicts", "contradiction"),
    ("sources", "author: Ana Reyes", "Ana Reyes", "[Ana Reyes]"),
    ("sources", "author: 'Reyes, Ana'", "Reyes, Ana", '["Reyes, Ana"]'),
    ("actors", "timezone: Muscat", "Muscat", "Asia/Muscat"),
    ("places", "location: {lat: 21,5, lon: 1, precision: exact}", "21,5", "21.5"),
    ("places", "location: {lat: 1, lon: 1, precision: a, b, c}", "a, b, c", '"a, b, c"'),
]
"""What is wrong in a record, and how what is certain begins: the words that are there, and those to write instead."""
UNCERTAIN = [
    "claims: [{id: c1, property: killed, value: 9, asserted_by: a, as_of: 3/1/2024}]",
    "claims: [{id: c1, property: killed, value: 9, said_by: a}]",
    "claims: [{id: c1, property: killed, value: '1,5', asserted_by: a}]",
    "disputes: [{id: d1, kind: naming, real: maybe, claims: [c1, c2]}]",
]


@pytest.mark.parametrize(("folder", "more", "wrong", "right"), MENDS)
def test_what_is_certain_is_said_word_for_word(folder: str, more: str, wrong: str, right: str) -> None:
    (problem,) = (one for one in problems_of(folder, SOUND[folder] + more) if one.mend is not None)
    assert problem.mend is not None
    assert problem.mend.wrong.startswith(wrong)
    assert problem.mend.right.startswith(right)
    lines = (SOUND[folder] + more).split("\n")
    start = (problem.mend.column or problem.place.column) - 1
    assert lines[problem.place.line - 1][start:].lstrip("'").startswith(problem.mend.wrong.split("\n")[0])


@pytest.mark.parametrize("more", UNCERTAIN)
def test_nothing_is_said_to_be_certain_that_is_a_guess(more: str) -> None:
    (problem,) = problems_of("events", SOUND["events"] + more)
    assert problem.mend is None


ONE = [
    (
        "claims: [{id: c1, property: killed, value: 9, said_by: a}]",
        "`said_by` is not a field here; did you mean `asserted_by`, which is missing?",
    ),
    (
        "claims: [{id: c1, property: weapon, value: a gun, a knife, asserted_by: a}]",
        'the comma ends the value of `value`, so that `a knife` would be a field; write `value: "a gun, a knife"`',
    ),
    ("claims: [{id: c1, property: killed, value: , asserted_by: a}]", "`value` of c1 is empty; write its value"),
]


@pytest.mark.parametrize(("more", "message"), ONE)
def test_one_mistake_is_one_message(more: str, message: str) -> None:
    assert [problem.message for problem in problems_of("events", SOUND["events"] + more)] == [message]


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
        assert [message.partition(":")[0] for message in messages] == [f"`{name}` is missing"]


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
