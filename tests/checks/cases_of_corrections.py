"""Golden cases: the log of corrections against what was published, against the facts, and against itself."""

from __future__ import annotations

from .golden import Golden

STRIKE = "content/events/strike.yml"
WARNING = "content/quotes/warning.yml"
LOG = "content/corrections.yml"


def strike(*claims: str, formerly: str = "") -> str:
    """Return the event with these claims, each given by its fields beside its citation."""
    lines = [f"  - {{{claim}, cite: [{{source: paper, exact: three people}}]}}" for claim in claims]
    return (
        "\n".join(["title: Strike", "type: drone-strike", *([formerly] if formerly else []), "claims:", *lines]) + "\n"
    )


def killed(value: str, by: str = "guard", *more: str) -> str:
    return ", ".join(["id: c1, property: killed", f"value: {value}, asserted_by: {by}", *more])


def warning(speaker: str, *renderings: str, said: str = "2021-03-12") -> str:
    """Return the quote with these renderings of its passage."""
    return f"""\
        title: The warning
        speaker: {speaker}
        said: {said}
        medium: statement
        passages: [{{id: p1, renderings: [{", ".join(renderings)}]}}]
        """


def log(*entries: str) -> str:
    """Return the log: each entry by its fields; kind, reason, day and name are the same unless they are there."""
    lines = []
    for entry in entries:
        usual = {"kind": "correction", "reason": "Misread.", "date": "2021-04-01", "by": "The desk"}
        rest = [f"{name}: {value}" for name, value in usual.items() if f"{name}:" not in entry]
        lines.append(f"  - {{{', '.join([entry, *rest])}}}\n")
    return "corrections:\n" + "".join(lines)


IN_PAPER = "{source: paper, form: direct, exact: We were warned too late}"
FACT = "fact: events/strike#c1"
THREE_FOUR = f"{FACT}, was: three, now: four"

CASES = [
    Golden(
        "missing-correction",
        "value, date, speaker, attribution, hedge",
        {
            STRIKE: strike(killed("3"), "id: c2, property: strikes, value: two, asserted_by: outlet"),
            WARNING: warning("guard", IN_PAPER, "{source: wire, form: direct, exact: No boat sank}"),
        },
        {
            STRIKE: strike(killed("four", "union", "via: guard, as_of: 2021-03-13, hedge: said")),
            WARNING: warning(
                "union", "{source: paper, form: mixed, exact: warned too late, attributed_as: one of them}"
            ),
            "content/actors/guard.yml": """\
            kind: public-body
            names: [{id: n1, value: The Guard, use: preferred, cite: [{source: paper, exact: The Coast Guard said}]}]
            """,
        },
        published={},
    ),
    Golden(
        "missing-correction",
        "a date, and what is there no more",
        {STRIKE: strike(killed("three")), WARNING: warning("guard", IN_PAPER)},
        {
            STRIKE: strike("id: c7, property: strikes, value: two, asserted_by: outlet"),
            WARNING: warning("guard", "{source: wire, form: direct, exact: No boat sank}", said="2021-03"),
            "content/places/lumo.yml": "",
        },
        published={},
    ),
    Golden(
        "missing-correction",
        "logged, as a typo, as a withdrawal, of a record as a whole",
        {
            STRIKE: strike(killed("four", "guard", "population: dockers")),
            "content/places/lumo.yml": "",
            WARNING: warning("union", IN_PAPER),
            LOG: log(
                THREE_FOUR,
                f"{FACT}, field: population, was: dokers, now: dockers, kind: typo",
                f"{FACT.replace('c1', 'c2')}, was: two, kind: withdrawal",
                "fact: places/lumo, was: Lumo, kind: withdrawal",
                "fact: quotes/warning, field: speaker, was: guard, now: union",
            ),
        },
        {
            STRIKE: strike(killed("four", "guard", "population: dockers")),
            "content/places/lumo.yml": "",
            WARNING: warning("union", IN_PAPER),
            LOG: log(
                f"{FACT}, field: population, was: dokers, now: dockers, kind: typo",
                "fact: places/lumo#n1, was: Lumo, kind: withdrawal",
                "fact: quotes/warning#p1, field: speaker, was: guard, now: union",
                f"{FACT.replace('c1', 'c2')}, was: two, now: three",
            ),
        },
        published={
            STRIKE: strike(
                killed("three", "guard", "population: dokers"),
                "id: c2, property: strikes, value: two, asserted_by: outlet",
            )
        },
    ),
    Golden(
        "missing-correction",
        "a renamed record, and one that is named by its new id",
        {
            STRIKE: "",
            "content/events/raid.yml": strike(killed("three", "dock-guard"), formerly="formerly: [strike]"),
            "content/actors/guard.yml": "",
            "content/actors/dock-guard.yml": """\
            kind: public-body
            formerly: [guard]
            names: [{id: n1, value: Coast Guard, use: preferred, cite: [{source: paper, exact: The Coast Guard said}]}]
            """,
        },
        {
            STRIKE: "",
            "content/events/raid.yml": strike(killed("four", "union"), formerly="formerly: [strike]"),
        },
        published={},
    ),
    Golden(
        "missing-correction",
        "what was logged before it was published is no excuse",
        {STRIKE: strike(killed("five")), LOG: log(THREE_FOUR, f"{FACT}, was: four, now: five")},
        {STRIKE: strike(killed("five")), LOG: log(THREE_FOUR)},
        published={STRIKE: strike(killed("four")), LOG: log(THREE_FOUR)},
    ),
    Golden(
        "unknown-fact",
        "no such record, no such fact, no fact at all",
        {
            STRIKE: strike(killed("four"), formerly="formerly: [raid]"),
            LOG: log(
                THREE_FOUR.replace("strike", "raid"),
                f"{FACT.replace('c1', 'c9')}, was: two, now: one",
                f"{FACT.replace('c1', 'c9')}, was: one, kind: withdrawal",
                "fact: events/flood#c1, was: two, now: one",
                "fact: events/flood, was: Flood, kind: withdrawal",
            ),
        },
        {
            LOG: log(
                THREE_FOUR.replace("strike", "strikes"),
                THREE_FOUR.replace("c1", "c9"),
                THREE_FOUR.replace("#c1", ""),
                "fact: events/zyzzyva#c1, was: two, now: one",
            ),
        },
    ),
    Golden(
        "correction-mismatch",
        "the fact, and the entry before",
        {
            STRIKE: strike(killed("5")),
            LOG: log(THREE_FOUR, f"{FACT}, was: 4, now: five", f"{FACT}, field: hedge, was: reportedly"),
        },
        {
            STRIKE: strike(killed("five")),
            LOG: log(
                THREE_FOUR,
                f"{FACT}, was: three, now: six",
                f"{FACT}, field: via, was: union, now: guard",
                "fact: actors/union#n1, was: The union, kind: withdrawal",
            ),
        },
    ),
    Golden(
        "correction-mismatch",
        "two people corrected the same fact",
        {STRIKE: strike(killed("five")), LOG: log(THREE_FOUR, f"{FACT}, was: four, now: five")},
        {STRIKE: strike(killed("five")), LOG: log(THREE_FOUR, f"{FACT}, was: three, now: five")},
        published={},
    ),
    Golden(
        "correction-mismatch",
        "what was published",
        {STRIKE: strike(killed("four")), LOG: log(THREE_FOUR)},
        {STRIKE: strike(killed("four")), LOG: log(f"{FACT}, was: two, now: four")},
        published={},
    ),
    Golden(
        "correction-kind",
        "what each kind says",
        {
            STRIKE: strike(killed("four")),
            LOG: log(
                THREE_FOUR,
                f"{FACT}, kind: clarification",
                f"{FACT}, field: unit, was: poeple, kind: typo",
                f"{FACT.replace('c1', 'c9')}, was: two, kind: withdrawal",
            ),
        },
        {
            STRIKE: strike(killed("four")),
            LOG: log(
                f"{THREE_FOUR}, kind: typo",
                FACT,
                f"{FACT}, was: four, now: four",
                f"{FACT}, field: asserted_by, was: gard, now: guard, kind: typo",
                f"{FACT.replace('c1', 'c9')}, was: two, now: three, kind: withdrawal",
            ),
        },
    ),
    Golden(
        "corrections-order",
        "dated before the one above it",
        {
            STRIKE: strike(killed("five")),
            LOG: log(
                f"{THREE_FOUR}, date: 2021-04-02",
                f"{FACT}, field: unit, was: men, date: 2021-04-01",
                f"{FACT}, was: four, now: five, date: 2021-04-02",
            ),
        },
        {
            STRIKE: strike(killed("five")),
            LOG: log(f"{THREE_FOUR}, date: 2021-04-02", f"{FACT}, was: four, now: five, date: 2021-04-01"),
        },
    ),
    Golden(
        "corrections-rewritten",
        "a published reason is changed",
        {LOG: log(f"{FACT}, kind: clarification", f"{FACT}, kind: clarification, date: 2021-05-01")},
        {LOG: log(f"{FACT}, kind: clarification, reason: Never mind.")},
        published={LOG: log(f"{FACT},  kind:   clarification")},
    ),
    Golden(
        "corrections-rewritten",
        "a new entry is put before published ones",
        {LOG: log(f"{FACT}, kind: clarification")},
        {LOG: log(f"{FACT}, kind: clarification, reason: Never mind.", f"{FACT}, kind: clarification")},
        published={LOG: log(f"{FACT}, kind: clarification")},
    ),
    Golden(
        "corrections-rewritten",
        "the log is gone",
        {LOG: log(f"{FACT}, kind: clarification")},
        {},
        published={LOG: log(f"{FACT}, kind: clarification")},
    ),
]
