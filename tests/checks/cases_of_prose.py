"""Golden cases: our own sentences."""

from __future__ import annotations

from .golden import Golden

EVENT = "content/events/strike.yml"
CLAIMS = """\
claims:
  - id: c1
    property: killed
    value: at least five
    asserted_by: union
    as_of: 2021-03
    cite: [{source: paper, exact: At least five had died}]
  - id: c2
    property: occurred
    value: 2021-03-12T00:20+04:00
    asserted_by: outlet
    cite: [{source: paper, exact: that morning had reportedly}]
  - {id: c3, property: damage, value: a third of 40 boats, asserted_by: outlet, cite: [{source: paper, exact: boats}]}
  - {id: c4, property: sites, value: dozens, asserted_by: outlet, cite: [{source: paper, exact: boats}]}
  - {id: c5, property: killed, value: 1, asserted_by: outlet, cite: [{source: paper, exact: boats}]}
"""


def event(*summary: str) -> dict[str, str]:
    """Return an event whose summary has these lines."""
    lines = "".join(f"  {line}\n" for line in summary)
    return {EVENT: f"title: Strike\ntype: attack\nsummary: |\n{lines}{CLAIMS}"}


CASES = [
    Golden(
        "unsourced-prose",
        "a sentence without a citation",
        event("The U.S. navy said so [@c1]. So did the union. [@c2]", "", 'And the paper [@paper "Drones hit"]! …'),
        event(
            "The union said so [@c1]. The union said",
            "so again. And again? It did [@c1].",
            "",
            "It  did.[@c1] It  did.",
        ),
    ),
    Golden(
        "unsourced-prose",
        "a misspelt citation",
        event('It is said [@c1] [@actors/guard#n1] [@paper "Drones hit"].'),
        event(
            "It is said [@C1]. It is said [@c1, @c2]. And [@paper Drones hit]. So [@c1] [@c2. Or not [@c1] [@].", "[@]"
        ),
    ),
    Golden(
        "bad-link",
        "neither a record nor an address",
        event("The [guard](actor:guard) [said](https://guard.example/said?a=1) so [@c1]."),
        event("The [guard](actors:guard) [said](guard.example) [so](javascript:alert) [then]() [@c1]."),
    ),
    Golden(
        "prose-number",
        "amounts",
        event(
            "At least five [@c1] of 40 boats and dozens of sites [@c3] [@c4].",
            'About 1,200 guards [@paper "About 1,200 guards are"], [500](place:lumo) more [@wire "500 in the port"].',
            "One died [@c5]. See the [guard](actor:guard-24) [@c1].",
        ),
        event(
            "At least six [@c1] of 41 boats and several sites [@c3] [@c4]. Five died, five [@c1].",
            "It took [2 hours](place:lumo) [@quotes/warning#p1].",
        ),
    ),
    Golden(
        "prose-number",
        "dates and times",
        event(
            "On 12 March 2021 at 00:20, or 20:20 on 11 March in UTC [@c2] [@c1].",
            "In March 2021 at least five [@c1]. On 12 March [@quotes/warning#p1]. At 00:20 [@c2].",
            'On 9 May, at 9:15 p.m. [@wire "on May 9 at 21:15"]; in May 2020 [@wire "since May 2020"].',
            "Of about 12 March 2021 five [@c9].",
        ),
        event(
            "On 13 March 2021 at 00:21 [@c2]. In April 2021 at least five [@c1]. On 14 March [@quotes/warning#p1].",
            'On 9 May 2020 [@wire "on May 9"]. Around 12 March 2021 8 people died [@c1] [@c2].',
        ),
        also={
            "content/places/lumo.yml": """\
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            location: {lat: 21.5, lon: 59.25, precision: locality, timezone: UTC}
            """
        },
    ),
]
