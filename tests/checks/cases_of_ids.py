"""Golden cases: ids and the references to them."""

from __future__ import annotations

from .golden import Golden

EVENT = "content/events/strike.yml"
CASES = [
    Golden(
        "duplicate-id",
        "two claims",
        {
            EVENT: """\
            title: Strike
            type: attack
            claims:
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
              - {id: c2, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            claims:
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            disputes:
              - {id: c1, kind: naming, real: false, reason: same, claims: [c1, c10, c1]}
            """
        },
    ),
    Golden(
        "duplicate-id",
        "formerly",
        {
            "content/places/kesh.yml": """\
            formerly: [quesh]
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            """
        },
        {
            "content/places/kesh.yml": """\
            formerly: [lumo-town, lumo, kesh, index]
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            """,
            "content/places/moor.yml": """\
            formerly:
              - lumo-town
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            """,
        },
    ),
    Golden(
        "unknown-source",
        "in a citation, a rendering, a marker and a link",
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: It was [in](source:paper) the paper [@paper "Drones hit"].
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: It was [in](source:papers) the paper [@papyr "Drones hit"].
            claims:
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: wired, exact: Drones}]}
            """,
            "content/quotes/warning.yml": """\
            title: The warning
            speaker: guard
            medium: statement
            passages: [{id: p1, renderings: [{source: pepper, form: direct, exact: We were warned too late}]}]
            """,
        },
    ),
    Golden(
        "unknown-actor",
        "wherever an actor is named",
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: The [guard](actor:guard) said so [@c1].
            claims:
              - {id: c1, property: target, value: union, asserted_by: guard, cite: [{source: paper, exact: Drones}]}
              - {id: c2, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: The [gard](actor:gard) said so, and the [union](actor:) [@c1].
            claims:
              - id: c1
                property: target
                value: onion
                asserted_by: outlets
                via: dockers
                of: zzz
                cite: [{source: paper, exact: Drones}]
            """,
            "content/actors/union.yml": """\
            kind: organisation
            formerly: [dockers]
            names:
              - {id: n1, value: Union, use: preferred, asserted_by: uniom, cite: [{source: wire, exact: The union}]}
            """,
            "content/quotes/warning.yml": """\
            title: The warning
            speaker: guards
            medium: statement
            passages: [{id: p1, renderings: [{source: paper, form: direct, exact: We were, via: gaurd}]}]
            """,
        },
    ),
    Golden(
        "unknown-place",
        "in a claim and a link",
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: In [Lumo](place:lumo) [@c1].
            claims:
              - {id: c1, property: location, value: lumo, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: In [Lumo](place:Lumo) [@c1].
            claims:
              - {id: c1, property: location, value: lumos, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
              - {id: c2, property: weapon, value: drone, asserted_by: outlet, place: moon,
                 cite: [{source: paper, exact: Drones}]}
            """
        },
    ),
    Golden(
        "unknown-event",
        "in a claim, a quote and a link",
        {
            "content/quotes/warning.yml": """\
            title: The warning
            speaker: guard
            medium: statement
            event: strike
            summary: Of the [strike](event:strike) [@p1].
            passages: [{id: p1, renderings: [{source: paper, form: direct, exact: We were}]}]
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            claims:
              - {id: c1, property: within, value: war, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """,
            "content/quotes/warning.yml": """\
            title: The warning
            speaker: guard
            medium: statement
            event: stroke
            summary: Of the [strike](event:striker) [@p1].
            passages: [{id: p1, renderings: [{source: paper, form: direct, exact: We were}]}]
            """,
        },
    ),
    Golden(
        "unknown-quote",
        "in a link",
        {EVENT: "title: Strike\ntype: attack\nsummary: As [said](quote:warning) [@quotes/warning#p1].\n"},
        {EVENT: "title: Strike\ntype: attack\nsummary: As [said](quote:warnings) [@quotes/warning#p1].\n"},
    ),
    Golden(
        "unknown-figure",
        "in a link",
        {
            EVENT: "title: Strike\ntype: attack\nsummary: See [guards](figure:guards) [@quotes/warning#p1].\n",
            "content/figures/guards.yml": "title: Guards\n",
        },
        {
            EVENT: "title: Strike\ntype: attack\nsummary: See [guards](figure:guard) [@quotes/warning#p1].\n",
            "content/figures/guards.yml": "title: Guards\n",
        },
    ),
    Golden(
        "unknown-claim",
        "in disputes, parts and prose",
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: Drones, they said [@c1] [@quotes/warning#p1].
            claims:
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            disputes:
              - {id: d1, kind: framing, real: true, claims: [c1, actors/guard#n1], reason: words}
            """
        },
        {
            EVENT: """\
            title: Strike
            type: attack
            summary: |
              Drones, they said [@c1] [@c11].
              So it was [@quotes/warning#p2] [@events/stroke#c1] [@sources/paper#c1] [@event/strike#c1].
            claims:
              - {id: c1, property: weapon, value: drone, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
              - {id: c2, property: killed, value: three, asserted_by: guard, part_of: c3,
                 cite: [{source: paper, exact: three people}]}
            disputes:
              - {id: d1, kind: framing, real: true, claims: [c1, c12, d1, actors/dockers#n1], reason: words}
            """
        },
    ),
    Golden(
        "unknown-claim",
        "in a record without facts",
        {EVENT: "title: Strike\ntype: attack\nsummary: It is said [@quotes/warning#p1].\n"},
        {EVENT: "title: Strike\ntype: attack\nsummary: It is said [@c1].\n"},
    ),
    Golden(
        "unknown-property",
        "on another kind of record",
        {
            "content/places/lumo.yml": """\
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            claims:
              - {id: c1, property: status, value: hit, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """
        },
        {
            "content/places/lumo.yml": """\
            names: [{id: n1, value: Lumo, use: preferred, cite: [{source: paper, exact: in Lumo}]}]
            claims:
              - {id: c1, property: weapon, value: hit, asserted_by: outlet, cite: [{source: paper, exact: Drones}]}
            """
        },
    ),
]
