"""Golden cases: claims, their values and dates, disputes, and how they are spread over sources."""

from __future__ import annotations

from .golden import BLANK, Golden

EVENT = "content/events/strike.yml"
FIGURE = "content/figures/guards.yml"


def event(claims: str, rest: str = "") -> str:
    """Return an event with claims written one a line, and what may follow them."""
    lines = [f"  - {{{line.strip()}}}" for line in claims.strip().splitlines()]
    return "\n".join(["title: Strike", "type: attack", "claims:", *lines, rest]).rstrip() + "\n"


SAID = "asserted_by: outlet"
THREE = "cite: [{source: paper, exact: three people were killed}]"
DRONES = "cite: [{source: paper, exact: Drones}]"
BOTH = "cite: [{source: paper, exact: Drones}, {source: wire, exact: boat}]"
UNDATED = "cite: [{source: paper, exact: Drones}, {source: blank, exact: Blank}]"
BOAT = "cite: [{source: wire, exact: boat}]"
ONE = "cite: [{source: paper, exact: one of them dockers}]"
BURNED = "cite: [{source: paper, exact: had reportedly burned}]"
SANK = "cite: [{source: wire, exact: No boat sank}]"
FIVE = "cite: [{source: paper, exact: At least five had died}]"
GUARDS = 'cite: [{source: paper, exact: "About 1,200 guards"}]'
PARTS = 'cite: [{source: wire, exact: "700 guards in the town and 500 in the port, 1,200 in all"}]'
DISPUTE = "disputes:\n  - {id: d1, kind: contradiction, real: true, claims: [c1, c2], reason: rival counts}"

CASES = [
    Golden(
        "unsourced-claim",
        "a claim and a name",
        {EVENT: event(f"id: c1, property: killed, value: three, {SAID}, {THREE}")},
        {
            EVENT: event(
                f"id: c1, property: killed, value: three, {SAID}\nid: c2, property: weapon, value: x, {SAID}, cite: []"
            ),
            "content/actors/guard.yml": "kind: public-body\nnames:\n  - {id: n1, value: Guard, use: preferred}\n",
        },
    ),
    Golden(
        "value-not-in-words",
        "numbers",
        {
            EVENT: event(f"""
                id: c1, property: killed, value: 3, {SAID}, {THREE}
                id: c2, property: strikes, value: 1, {SAID}, {ONE}, reason: x
                id: c3, property: sites, value: 2, {SAID}, {THREE}, reason: counted by us
                id: c4, property: killed, value: 0, {SAID}, {SANK}
                id: c5, property: troops, value: "700 to 1,200", {SAID}, {PARTS}
                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: killed, value: 4, {SAID}, {THREE}
                id: c2, property: strikes, value: 1, {SAID}, cite: [{{source: paper, exact: The Coast Guard}}]
                id: c3, property: killed, value: 0, {SAID}, {THREE}
                id: c4, property: killed, value: several, {SAID}, {THREE}
                id: c5, property: troops, value: "700 to 1,300", {SAID}, {PARTS}
                """)
        },
    ),
    Golden(
        "value-not-in-words",
        "names and hedges",
        {
            EVENT: event(f"id: c1, property: damage, value: x, hedge: Reportedly, {SAID}, {BURNED}"),
            "content/actors/guard.yml": """\
                kind: public-body
                names: [{id: n1, value: coast guard, use: variant, cite: [{source: paper, exact: "Coast\\n  Guard"}]}]
                """,
        },
        {
            EVENT: event(f"id: c1, property: damage, value: x, hedge: allegedly, {SAID}, {THREE}"),
            "content/actors/guard.yml": """\
                kind: public-body
                names: [{id: n1, value: Coastguard, use: variant, cite: [{source: paper, exact: Coast Guard said}]}]
                """,
        },
    ),
    Golden(
        "parts-and-total",
        "a sum, bounds and a deprecated part",
        {
            FIGURE: event(f"""
                id: c1, property: troops, value: 700, part_of: c3, {SAID}, {PARTS}
                id: c2, property: troops, value: 500, part_of: c3, {SAID}, {PARTS}
                id: c3, property: troops, value: "1,200", {SAID}, {PARTS}
                id: c4, property: troops, value: 1, part_of: c3, rank: deprecated, reason: withdrawn, {SAID}, {PARTS}
                id: c5, property: killed, value: at least 5, part_of: c7, {SAID}, {FIVE}
                id: c6, property: killed, value: up to 9, part_of: c7, {SAID}, {FIVE}
                id: c7, property: killed, value: 90, {SAID}, {FIVE}
                id: c8, property: injured, value: about 10, part_of: c10, {SAID}, {FIVE}
                id: c9, property: injured, value: up to 10, part_of: c10, {SAID}, {FIVE}
                id: c10, property: injured, value: 21, {SAID}, {FIVE}
                """).replace("type: attack\n", "")
        },
        {
            FIGURE: event(f"""
                id: c1, property: troops, value: 700, part_of: c3, {SAID}, {PARTS}
                id: c2, property: troops, value: 400, part_of: c3, {SAID}, {PARTS}
                id: c3, property: troops, value: "1,200", {SAID}, {PARTS}
                id: c4, property: killed, value: over 50, part_of: c6, {SAID}, {FIVE}
                id: c5, property: killed, value: at least 40, part_of: c6, {SAID}, {FIVE}
                id: c6, property: killed, value: 90, {SAID}, {FIVE}
                id: c7, property: injured, value: about 10, part_of: c9, {SAID}, {FIVE}
                id: c8, property: injured, value: nearly 10, part_of: c9, {SAID}, {FIVE}
                id: c9, property: injured, value: 22, {SAID}, {FIVE}
                id: c10, property: attacks, value: about 10, part_of: c12, {SAID}, {FIVE}
                id: c11, property: attacks, value: 2.5, part_of: c12, {SAID}, {FIVE}
                id: c12, property: attacks, value: 15, {SAID}, {FIVE}
                id: c13, property: sites, value: at least 2, part_of: c15, {SAID}, {FIVE}
                id: c14, property: sites, value: about 10, part_of: c15, {SAID}, {FIVE}
                id: c15, property: sites, value: 10, {SAID}, {FIVE}
                """).replace("type: attack\n", "")
        },
    ),
    Golden(
        "mismatched-part",
        "another property or unit, no numbers, itself",
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, part_of: c2, {SAID}, {THREE}
                id: c2, property: killed, value: at least five, {SAID}, {FIVE}
                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, part_of: c2, {SAID}, {THREE}
                id: c2, property: injured, value: at least five, part_of: c3, {SAID}, {FIVE}
                id: c3, property: injured, value: at least five, unit: families, {SAID}, {FIVE}
                id: c4, property: weapon, value: drone, part_of: c5, {SAID}, {FIVE}
                id: c5, property: weapon, value: drone, part_of: c5, {SAID}, {FIVE}
                id: c6, property: sites, value: 5, part_of: c7, {SAID}, {FIVE}
                id: c7, property: sites, value: 5, part_of: c6, {SAID}, {FIVE}
                id: c8, property: sites, value: 5, part_of: c1, {SAID}, {FIVE}
                """)
        },
    ),
    Golden(
        "figure-without-as-of",
        "a claim of a figure",
        {
            FIGURE: event(f'id: c1, property: troops, value: "about 1,200", as_of: 2021, {SAID}, {GUARDS}').replace(
                "type: attack\n", ""
            )
        },
        {
            FIGURE: event(f'id: c1, property: troops, value: "about 1,200", {SAID}, {GUARDS}').replace(
                "type: attack\n", ""
            )
        },
    ),
    Golden(
        "as-of-after-source",
        "a claim and a name",
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, as_of: 2021-03-13, {SAID}, {THREE}
                id: c2, property: weapon, value: drone, as_of: 2021-03-15, {SAID}, {BOTH}
                id: c3, property: weapon, value: drone, as_of: 2021-03, {SAID}, {DRONES}
                id: c4, property: weapon, value: drone, as_of: ../2022, {SAID}, {DRONES}
                id: c5, property: weapon, value: drone, as_of: 2022, {SAID}, {UNDATED}
                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, as_of: 2021-03-14, {SAID}, {THREE}
                id: c2, property: weapon, value: drone, as_of: 2021-03-16, {SAID}, {BOTH}
                id: c3, property: weapon, value: drone, as_of: 2021-04, {SAID}, {DRONES}
                """),
            "content/actors/guard.yml": """\
                kind: public-body
                names:
                  - {id: n1, value: Guard, use: former, as_of: 2022/.., cite: [{source: paper, exact: Coast Guard}]}
                """,
        },
        also={
            "content/sources/blank.yml": BLANK,
        },
    ),
    Golden(
        "reason-missing",
        "ranks and disputes",
        {
            EVENT: event(
                f"""
                id: c1, property: killed, value: three, rank: preferred, reason: first hand, {SAID}, {THREE}
                id: c2, property: killed, value: at least five, rank: normal, {SAID}, {FIVE}
                """,
                DISPUTE,
            )
        },
        {
            EVENT: event(
                f"""
                id: c1, property: killed, value: three, rank: preferred, {SAID}, {THREE}
                id: c2, property: killed, value: at least five, rank: deprecated, {SAID}, {FIVE}
                """,
                DISPUTE.replace(", reason: rival counts", ""),
            )
        },
    ),
    Golden(
        "undeclared-dispute",
        "amounts",
        {
            EVENT: event(
                f"""
                id: c1, property: killed, value: three, {SAID}, {THREE}
                id: c2, property: killed, value: at least five, {SAID}, {FIVE}
                id: c3, property: killed, value: at least 1, {SAID}, {FIVE}
                id: c4, property: killed, value: 9, rank: deprecated, reason: withdrawn, {SAID}, {FIVE}
                id: c5, property: killed, value: 9, place: lumo, {SAID}, {FIVE}
                id: c6, property: troops, value: 9, as_of: 2020, {SAID}, {FIVE}
                id: c7, property: troops, value: 8, as_of: 2021, {SAID}, {FIVE}
                id: c8, property: injured, value: 9, population: dockers, {SAID}, {FIVE}
                id: c9, property: injured, value: 8, population: sailors, {SAID}, {FIVE}
                id: c10, property: strikes, value: 9, unit: waves, {SAID}, {FIVE}
                id: c11, property: strikes, value: 8, unit: drones, {SAID}, {FIVE}
                id: c12, property: weapon, value: drone, {SAID}, {FIVE}
                id: c13, property: weapon, value: rocket, {SAID}, {FIVE}
                """,
                DISPUTE,
            )
        },
        {
            EVENT: event(
                f"""
                id: c1, property: killed, value: three, {SAID}, {THREE}
                id: c2, property: killed, value: at least five, {SAID}, {FIVE}
                id: c3, property: killed, value: 4, {SAID}, {FIVE}
                id: c6, property: troops, value: 9, as_of: 2021-03, {SAID}, {FIVE}
                id: c7, property: troops, value: 8, as_of: 2021, {SAID}, {FIVE}
                id: c8, property: injured, value: 9, population: dockers, {SAID}, {FIVE}
                id: c9, property: injured, value: 8, {SAID}, {FIVE}
                """,
                DISPUTE,
            )
        },
    ),
    Golden(
        "undeclared-dispute",
        "dates",
        {
            EVENT: event(f"""
                id: c1, property: occurred, value: 2021-03-12T00:20+04:00, {SAID}, {THREE}
                id: c2, property: occurred, value: 2021-03-11T20:20Z, {SAID}, {THREE}
                id: c3, property: occurred, value: 2021-03, {SAID}, {THREE}
                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: occurred, value: 2021-03-12T00:20+04:00, {SAID}, {THREE}
                id: c2, property: occurred, value: 2021-03-11T20:21Z, {SAID}, {THREE}
                id: c3, property: occurred, value: 2020, {SAID}, {THREE}
                """)
        },
    ),
    Golden(
        "undeclared-dispute",
        "parts and their total",
        {
            EVENT: event(f"""
                id: c1, property: troops, value: 700, part_of: c3, {SAID}, {PARTS}
                id: c2, property: troops, value: 500, part_of: c3, {SAID}, {PARTS}
                id: c3, property: troops, value: "1,200", {SAID}, {PARTS}
                id: c4, property: troops, value: "about 1,250", {SAID}, {PARTS}
                                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: troops, value: 700, population: in town, part_of: c3, {SAID}, {PARTS}
                id: c2, property: troops, value: 500, part_of: c3, {SAID}, {PARTS}
                id: c3, property: troops, value: "1,200", {SAID}, {PARTS}
                id: c4, property: troops, value: "1,100", {SAID}, {PARTS}
                id: c5, property: troops, value: "600", population: in town, {SAID}, {PARTS}
                """)
        },
    ),
    Golden(
        "single-source",
        "one source, or one agency",
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, {SAID}, {THREE}
                id: c2, property: killed, value: at least 1, {SAID}, {BOAT}
                id: c3, property: weapon, value: drone, {SAID}, {THREE}
                """)
        },
        {
            EVENT: event(f"""
                id: c1, property: killed, value: three, {SAID}, via: union, {THREE}
                id: c2, property: killed, value: at least 1, {SAID}, via: union, {BOAT}
                id: c3, property: injured, value: five, {SAID}, {FIVE}
                id: c4, property: injured, value: 9, rank: deprecated, reason: old, {SAID}, {BOAT}
                """)
        },
    ),
    Golden(
        "unused-source",
        "nothing cites it",
        {EVENT: 'title: Strike\ntype: attack\nsummary: It burned [@blank "Blank"].\n'},
        {EVENT: "title: Strike\ntype: attack\nsummary: It burned [it](source:blank) [@quotes/warning#p1].\n"},
        also={
            "content/sources/blank.yml": BLANK,
        },
    ),
]
