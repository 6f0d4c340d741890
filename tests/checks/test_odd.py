"""No rule raises, whatever a dossier says, and every place a rule names is in the file it names."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.run import check
from generator.model.properties import PROPERTIES, Property, Value

from .golden import Golden, judged

SUMMARY = """
The guard|two|about 1,200|12 March 2021|at 00:20|.|!|…|“|é😀|[|]|[@c1]|[@c2]|[@c9]|[@|[@]|[@events/strike#c1]
[@quotes/warning#p1]|[@x/y#c1]|[@paper "three people"]|[@nobody "x"]|[it](actor:guard)|[it](place:)|[it](|](event:x)
[it](ftp:x)
"""
WORDS = st.sampled_from([*SUMMARY.strip().replace("\n", "|").split("|"), "\n\n"])
IDS = st.sampled_from(["c1", "c2", "c3", "d1", "n1"])
VALUES = {
    Value.AMOUNT: ["two", "about 3", "0", "several", "1 to 2", "up to 9", "over 2.5", "nearly 3"],
    Value.DATE: ["2021", "2021-03-12T00:20+04:00", "../2021", "0001-01-01T00:00", "9999-12-31T23:59Z", "2021-W10~"],
    Value.ACTOR: ["guard", "x"],
    Value.PLACE: ["lumo", "x"],
    Value.EVENT: ["strike", "x"],
    Value.TEXT: ["two", "“"],
}
DATES = ["2021", "2021-03-13", "2022/..", "../2020", "9999", "2021-W10~"]
CITE = ["[]", "[{source: paper, exact: three people}]", "[{source: wire, exact: zz}]", "[{source: x, exact: “}]"]


def optional(name: str, values: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(f", {name}: {value}" for value in values)])


def valued(row: Property) -> st.SearchStrategy[str]:
    return st.sampled_from(VALUES[row.value]).map(f", property: {row.name}, asserted_by: outlet, value: {{}}".format)


CLAIM = st.tuples(
    IDS.map("id: {}".format),
    st.sampled_from([*PROPERTIES.values()]).flatmap(valued),
    optional("as_of", DATES),
    optional("part_of", ["c1", "c2", "c3", "c9"]),
    optional("population", ["a", "b"]),
    optional("place", ["lumo", "x"]),
    optional("rank", ["preferred", "deprecated"]),
    optional("hedge", ["(", "three"]),
    st.sampled_from(CITE).map(", cite: {}".format),
).map("".join)
DISPUTE = st.tuples(IDS, IDS, st.sampled_from(["c1", "#", "/#c1", "events/#", "events/strike#c1", "a/b/c#d", "x"])).map(
    lambda ids: f"id: {ids[0]}, kind: naming, real: true, claims: [{ids[1]}, {ids[2]!r}]"
)


@pytest.mark.parametrize("texts", [True, False])
@given(
    summary=st.lists(WORDS, min_size=1).map(" ".join),
    claims=st.lists(CLAIM, max_size=5),
    disputes=st.lists(DISPUTE, max_size=2),
    formerly=st.lists(st.sampled_from(["strike", "strikes", "x"]), max_size=3),
    figure=st.booleans(),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_rule_raises(
    summary: str,
    claims: list[str],
    disputes: list[str],
    formerly: list[str],
    figure: bool,
    texts: bool,
    tmp_path_factory,
) -> None:
    lines = ["title: Strike", "summary: |", *(f"  {line}" for line in f"A {summary}".split("\n"))]
    lines += ["claims:", *(f"  - {{{claim}}}" for claim in claims)] if claims else []
    lines += ["disputes:", *(f"  - {{{dispute}}}" for dispute in disputes)] if disputes else []
    lines += [f"formerly: [{', '.join(formerly)}]"]
    kind = "figures" if figure else "events"
    files = {f"content/{kind}/strike.yml": "\n".join([*lines, *([] if figure else ["type: vote"])]) + "\n"}
    golden = Golden("", "", {}, {}, texts=texts)
    root = tmp_path_factory.mktemp("odd")
    case, problems = judged(golden, files, root)
    assert problems == []
    for problem in check(case):
        text = (root / "changed" / problem.place.path).read_text(encoding="utf-8")
        line = text.split("\n")[problem.place.line - 1]
        assert 1 <= problem.place.column <= len(line) + 1
        assert "\n" not in problem.message
