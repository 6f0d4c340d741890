"""Golden cases: citations against the texts and the lock, the texts themselves, and how much is quoted."""

from __future__ import annotations

from .golden import BLANK, PAPER, WIRE, Golden, source

EVENT = "content/events/strike.yml"
WIRE_RECORD = "content/sources/wire.yml"


def event(*citations: str, summary: str = "Drones [@c1].") -> dict[str, str]:
    """Return an event with a claim that has these citations, and a summary."""
    cite = "".join(f"      - {citation}\n" for citation in citations)
    claim = f"  - id: c1\n    property: weapon\n    value: drone\n    asserted_by: outlet\n    cite:\n{cite}"
    return {EVENT: f"title: Strike\ntype: attack\nsummary: >-\n  {summary}\nclaims:\n{claim}"}


def wire(blocks: str, text: str = WIRE) -> dict[str, str]:
    """Return the second source with these blocks."""
    return {WIRE_RECORD: source(text, "wire.txt", f"blocks: [{blocks}]"), "seeds/wire.txt": text}


LONG = "a third of all boats which lay at the northern mole on that morning had reportedly"
SPOKEN = "and those of us who stood on the mole that morning had no more than a minute to run,” he said"

CASES = [
    Golden(
        "quote-not-in-source",
        "the nearest passage and the difference",
        event(
            "{source: paper, exact: The  Coast   Guard said three}",
            "{source: paper, exact: “We were warned too late}",
            "{source: blank, exact: Whatever}",
            summary='Drones [@paper "harbour. The Coast Guard said"].',
        ),
        event(
            "{source: paper, exact: 'The Coast-Guard said three'}",
            "{source: paper, exact: '\"We were warned too late'}",
            "{source: paper, exact: 'The Coast Guard said that three people'}",
            "{source: paper, exact: 'people were later killed'}",
            "{source: paper, exact: Zyzzyva}",
            summary='Drones [@c1] Drones hit [@paper "Drones hit"] [@paper "Drones hid the harbour"].',
        ),
        also={"content/sources/blank.yml": BLANK},
    ),
    Golden(
        "quote-not-in-source",
        "prefix, suffix and duplicates",
        event("{source: paper, exact: five, prefix: 'said,', suffix: of them}", "{source: paper, exact: three people}"),
        event(
            "{source: paper, exact: five, prefix: At most}",
            "{source: paper, exact: 'killed. “We'}",
            "{source: paper, exact: said three people were killed., prefix: The Coast Guard, suffix: At least five}",
            "{source: twice, exact: was printed twice}",
        ),
        also={
            "content/sources/twice.yml": source(
                "This was print. This was printed twice.",
                "twice.txt",
                "blocks: [{kind: duplicate, start: 16, end: 38, of: 0}]",
            ),
            "seeds/twice.txt": "This was print. This was printed twice.",
        },
    ),
    Golden(
        "ambiguous-span",
        "words that stand twice",
        event("{source: paper, exact: five, suffix: of them}", "{source: paper, exact: three people were killed}"),
        event(
            "{source: paper, exact: five}",
            "{source: paper, exact: guard, prefix: the}",
            "{source: paper, exact: that morning}",
            "{source: paper, exact: t}",
            summary='Drones [@c1] [@paper "the"].',
        ),
    ),
    Golden(
        "not-verified",
        "with the texts",
        event("{source: paper, exact: five, suffix: of them}"),
        event(
            "{source: paper, exact: five, suffix: of them}",
            "{source: paper, exact: seven}",
            "{source: paper, exact: mole}",
            summary='Drones [@paper "Drones hit"].',
        ),
    ),
    Golden(
        "not-verified",
        "without the texts",
        event("{source: paper, exact: five, suffix: of them}"),
        event("{source: paper, exact: seven}", summary='Drones [@c1] [@paper "Drones hid"].'),
        texts=False,
    ),
    Golden(
        "text-changed",
        "another text, another length, no text at all",
        {WIRE_RECORD: source(WIRE, "wire.txt")},
        {
            WIRE_RECORD: source(WIRE, "wire.txt"),
            "seeds/wire.txt": WIRE.replace("700", "600"),
            "content/sources/paper.yml": source(PAPER, "paper.txt").replace(f"chars: {len(PAPER)}", "chars: 17"),
        },
    ),
    Golden(
        "bad-block",
        "bounds, overlaps and duplicates",
        wire("{kind: title, start: 0, end: 9}, {kind: caption, start: 9, end: 20}, {kind: deck, start: 20, end: 90}"),
        wire(
            """
            {kind: title, start: 9, end: 9},
            {kind: caption, start: 20, end: 10},
            {kind: deck, start: 3, end: 91},
            {kind: embed, start: 1, end: 30},
            {kind: deck, start: 5, end: 8, of: 1},
            {kind: deck, start: 29, end: 31},
            {kind: duplicate, start: 40, end: 44},
            {kind: duplicate, start: 50, end: 54, of: 47},
            {kind: duplicate, start: 61, end: 65, of: 17},
            {kind: duplicate, start: 70, end: 72, of: 80}
            """
        ),
    ),
    Golden(
        "bad-block",
        "a duplicate with other white space",
        wire("{kind: duplicate, start: 10, end: 20, of: 0}", "One\nmorn. One  morn.\n"),
        wire("{kind: duplicate, start: 10, end: 20, of: 0}", "One\nmorn. One  noon.\n"),
    ),
    Golden(
        "bad-block",
        "without the text",
        wire("{kind: duplicate, start: 61, end: 65, of: 17}"),
        wire("{kind: duplicate, start: 61, end: 95, of: 17}"),
        texts=False,
    ),
    Golden(
        "missing-and-given",
        "a field that is there, a field that is none",
        {WIRE_RECORD: source(WIRE, "wire.txt", "missing: {issued: no date, author: not given}", "author: []")},
        {
            WIRE_RECORD: source(
                WIRE,
                "wire.txt",
                "issued: 2021",
                "container-title: Wire",
                "missing:",
                "  issued: no date",
                "  container_title: none",
                "  container-title: none",
                "  author: none",
            )
        },
    ),
    Golden(
        "exact-too-long",
        "fifteen words outside quotation marks",
        event(f"{{source: paper, exact: {LONG.removesuffix(' reportedly')}}}", f"{{source: paper, exact: '{SPOKEN}'}}")
        | {
            "content/quotes/warning.yml": f"""\
                title: The warning
                speaker: guard
                medium: statement
                passages: [{{id: p1, renderings: [{{source: paper, form: direct, exact: {LONG}}}]}}]
                """
        },
        event(
            f"{{source: paper, exact: {LONG}}}",
            f"{{source: paper, exact: 'the harbour master said that about {LONG}'}}",
            f"{{source: paper, exact: '{SPOKEN.replace('”', '')}'}}",
        )
        | {
            "content/quotes/warning.yml": f"""\
                title: The warning
                speaker: guard
                medium: statement
                passages: [{{id: p1, renderings: [{{source: paper, form: mixed, exact: {LONG}}}]}}]
                """
        },
    ),
    Golden(
        "quotation-budget",
        "words cited once each, outside direct speech",
        {
            **event(
                "{source: paper, exact: At least five had died}",
                "{source: paper, exact: five had}",
                f"{{source: paper, exact: '{SPOKEN.removesuffix(' he said')}'}}",
            ),
            "content/actors/guard.yml": "",
            "content/places/lumo.yml": "",
        },
        {
            **event(
                "{source: paper, exact: At least five had died}",
                "{source: paper, exact: five had}",
                "{source: paper, exact: five of them}",
            ),
            "content/actors/guard.yml": "",
            "content/places/lumo.yml": "",
        },
        budget=5,
    ),
]
