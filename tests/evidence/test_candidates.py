"""What became of a candidate: accepted by which facts, rejected, or open."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.evidence.candidates import Status, bearers, reviewed, stale
from generator.evidence.evidence import Evidence
from generator.model.dossier import Dossier
from generator.model.extracted import Candidate, Decision, Findings

from .dossiers import BOARD, PAPER, candidate, decision, event, evidence, findings


def judged(found: Evidence, one: Candidate, *decisions: Decision) -> tuple[str, tuple[str, ...]]:
    """The status of one candidate and the facts that accept it."""
    ((only,),) = reviewed(found.dossier, found, findings([one], *decisions)).values()
    assert only.candidate == one
    return only.status.value, only.users


FIRE = "events/fire#c1"


@pytest.mark.parametrize(
    ("claim", "one", "accepted"),
    [
        ("property: strikes, value: two | Two ferries", candidate("figure", "Two", value="2"), True),
        ("property: strikes, value: at least 2 | Two ferries", candidate("figure", "Two", value="2"), True),
        ("property: strikes, value: 3 | Two ferries", candidate("figure", "Two", value="2"), False),
        ("property: strikes, value: two | ferries burned at Orlin on", candidate("figure", "Two", value="2"), False),
        (
            "property: injured, value: 25 to 30 | twenty-five to thirty people",
            candidate("figure", "twenty-five to thirty", value="25-30"),
            True,
        ),
        (
            "property: injured, value: 25 | twenty-five to thirty people",
            candidate("figure", "twenty-five to thirty", value="25-30"),
            False,
        ),
        (
            "property: injured, value: up to 30 | twenty-five to thirty people",
            candidate("figure", "thirty", value="30"),
            True,
        ),
        ("property: attacks, value: several | Several lamps", candidate("figure", "Several", qualifier="vague"), True),
        ("property: attacks, value: 7 | Several lamps", candidate("figure", "Several", qualifier="vague"), False),
        ("property: damage, value: lamps | Several lamps", candidate("figure", "Several", qualifier="vague"), True),
        ("property: damage, value: ferries | Two ferries burned", candidate("figure", "Two", value="2"), True),
        (
            "property: damage, value: people | five to thirty people",
            candidate("figure", "twenty-five", value="25"),
            False,
        ),
        ("property: affected, value: board | Two ferries burned", candidate("figure", "Two", value="2"), False),
        ("property: strikes, value: two | Two ferries", candidate("figure", "Two", value="two or so"), False),
    ],
)
def test_a_figure_is_accepted_for_its_number(tmp_path: Path, claim: str, one: Candidate, accepted: bool) -> None:
    found = evidence(tmp_path, events__fire=event(claim))
    assert judged(found, one) == (("accepted", (FIRE,)) if accepted else ("open", ()))


DAY = candidate("date", "4 June 2021", value="2021-06-04")


@pytest.mark.parametrize(
    ("claim", "one", "accepted"),
    [
        ("property: occurred, value: 2021-06-04 | on 4 June 2021", DAY, True),
        ("property: occurred, value: 2021-06-04T10:15+02:00 | on 4 June 2021", DAY, True),
        ("property: occurred, value: 2021-06 | on 4 June 2021", DAY, True),
        ("property: occurred, value: 2021-06-05 | on 4 June 2021", DAY, False),
        ("property: damage, value: ferries, as_of: 2021-06-04 | burned at Orlin on 4 June", DAY, True),
        ("property: damage, value: ferries, as_of: 2021-06-03 | burned at Orlin on 4 June", DAY, False),
        ("property: damage, value: ferries | burned at Orlin on 4 June", DAY, False),
        ("property: occurred, value: 2021-06-06 | On Sunday", candidate("date", "Sunday"), True),
        ("property: occurred, value: 2021-06-06 | On Sunday", candidate("date", "Sunday", value="the sixth"), True),
        ("property: damage, value: gone, as_of: 2021-06-06 | On Sunday she left", candidate("date", "Sunday"), False),
    ],
)
def test_a_date_is_accepted_for_its_time(tmp_path: Path, claim: str, one: Candidate, accepted: bool) -> None:
    found = evidence(tmp_path, events__fire=event(claim))
    assert judged(found, one) == (("accepted", (FIRE,)) if accepted else ("open", ()))


PUMPS = """\
    title: On pumps
    speaker: voss
    said: 2021-06-06
    medium: statement
    passages: [{id: p1, renderings: [{source: paper, form: direct, exact: We had no pumps}]}]
    claims:
      - {id: c1, property: occasion, value: a visit, asserted_by: outlet, cite: [{source: paper, exact: On Sunday}]}
    """
WHOLE = "We had no pumps and twelve men"


@pytest.mark.parametrize(
    ("record", "users"),
    [("voss", ("quotes/pumps#p1",)), (None, ("quotes/pumps#p1",)), ("board", ())],
)
def test_a_quotation_is_accepted_for_its_speaker(tmp_path: Path, record: str | None, users: tuple[str, ...]) -> None:
    found = evidence(tmp_path, quotes__pumps=PUMPS)
    assert judged(found, candidate("quote", WHOLE, record=record, form="direct"))[1] == users


def test_a_date_is_accepted_by_what_was_said_on_it(tmp_path: Path) -> None:
    found = evidence(tmp_path, quotes__pumps=PUMPS)
    assert judged(found, candidate("date", "Sunday", value="2021-06-06")) == ("accepted", ("quotes/pumps#c1",))
    assert judged(found, candidate("date", "Sunday", value="2021-06-13")) == ("open", ())


def test_prose_about_a_quote_says_no_date(tmp_path: Path) -> None:
    prose = 'summary: She left [@paper "On Sunday she left"].\n    claims:'
    found = evidence(tmp_path, quotes__pumps=PUMPS.replace("claims:", prose).replace("exact: On Sunday", "exact: Voss"))
    assert judged(found, candidate("date", "Sunday", value="2021-06-06")) == ("open", ())


@pytest.mark.parametrize(
    ("claim", "one", "accepted"),
    [
        ("property: troops, value: twelve | twelve men", candidate("quote", WHOLE, record="board"), True),
        ("property: damage, value: it | called it “a quiet disaster”", candidate("quote", WHOLE), False),
        (
            "property: described_as, value: a quiet disaster | called it “a quiet disaster”",
            candidate("quote", "a quiet disaster", form="fragment"),
            True,
        ),
        (
            "property: described_as, value: a quiet disaster | called it “a quiet disaster”",
            candidate("quote", "a quiet disaster", form="direct"),
            False,
        ),
        (
            "property: affected, value: board | called it “a quiet disaster”",
            candidate("quote", "a quiet disaster", form="fragment"),
            False,
        ),
    ],
)
def test_a_quotation_is_accepted_by_a_claim_within_it(
    tmp_path: Path, claim: str, one: Candidate, accepted: bool
) -> None:
    found = evidence(tmp_path, events__fire=event(claim))
    assert judged(found, one) == (("accepted", (FIRE,)) if accepted else ("open", ()))


@pytest.mark.parametrize(
    ("one", "users"),
    [
        (candidate("name", "Harbour Board", record="board"), ("actors/board#n1",)),
        (candidate("name", "Board", 1, record="board"), ()),
        (candidate("name", "Mara Voss", record="board"), ()),
        (candidate("name", "Harbour Board", record="ferry"), ()),
        (candidate("name", "Mara Voss"), ("actors/voss#n1",)),
        (candidate("name", "Voss"), ("actors/voss#n1",)),
        (candidate("name", "Orlin"), ()),
    ],
)
def test_a_name_is_accepted_for_its_spelling_or_its_citation(
    tmp_path: Path, one: Candidate, users: tuple[str, ...]
) -> None:
    assert judged(evidence(tmp_path), one) == ("accepted" if users else "open", users)


def test_a_spelling_is_the_same_with_another_apostrophe(tmp_path: Path) -> None:
    guild = BOARD.replace("Harbour Board, use", "Ferrymen's Guild, use")
    found = evidence(tmp_path, actors__guild=guild)
    one = Candidate(
        kind="name", start=0, end=16, exact="Ferrymen’s\nGuild", rule="curated", confidence=100, record="guild"
    )
    assert judged(found, one) == ("accepted", ("actors/guild#n1",))


def test_an_id_that_an_actor_and_a_place_share_is_told_by_the_spelling(tmp_path: Path) -> None:
    place = "names: [{id: n1, value: Orlin, use: preferred, cite: [{source: paper, exact: Ferries stop at Orlin}]}]\n"
    found = evidence(tmp_path, places__voss=place)
    named = {
        words: [record.key for record in bearers(found.dossier, candidate("name", words, record="voss"))]
        for words in ("Orlin", "Mara Voss", "she")
    }
    assert named == {"Orlin": ["places/voss"], "Mara Voss": ["actors/voss"], "she": ["actors/voss", "places/voss"]}


def test_prose_that_cites_the_words_accepts_a_figure(tmp_path: Path) -> None:
    prose = 'title: Fire\ntype: other\nsummary: Lamps were out [@paper "Several lamps were out"].\n'
    found = evidence(tmp_path, events__fire=prose)
    assert judged(found, candidate("figure", "Several", qualifier="vague")) == ("accepted", ("events/fire",))


def test_every_fact_that_accepts_a_candidate_is_told_once(tmp_path: Path) -> None:
    claims = ("property: strikes, value: two | Two ferries", "property: damage, value: ferries | Two ferries burned")
    found = evidence(tmp_path, events__fire=event(*claims), events__other=event(claims[0]))
    users = judged(found, candidate("figure", "Two", value="2"))[1]
    assert sorted(users) == ["events/fire#c1", "events/fire#c2", "events/other#c1"]


def test_words_that_are_not_verified_accept_nothing(tmp_path: Path) -> None:
    found = evidence(tmp_path, events__fire=event("property: strikes, value: two | Two ferries"))
    one = candidate("figure", "Two", value="2")
    assert judged(found, one)[0] == "accepted"
    assert judged(Evidence(found.dossier), one)[0] == "open"


LAMPS = candidate("figure", "Several", prefix="“a quiet disaster”.\n\nshe left.", suffix="lamps were")


@pytest.mark.parametrize(
    ("one", "status"),
    [
        (decision("figure", "Several"), "rejected"),
        (decision("figure", "Several", prefix="“a quiet disaster”. she left."), "rejected"),
        (decision("figure", "Several", prefix="she left."), "open"),
        (decision("figure", "Several", suffix="lamps"), "open"),
        (decision("quote", "Several"), "open"),
        (decision("figure", "several"), "open"),
    ],
)
def test_a_decision_rejects_by_kind_and_words(tmp_path: Path, one: Decision, status: str) -> None:
    assert judged(evidence(tmp_path), LAMPS, one) == (status, ())


def test_what_a_fact_accepts_is_not_rejected(tmp_path: Path) -> None:
    found = evidence(tmp_path, events__fire=event("property: strikes, value: two | Two ferries"))
    assert judged(found, candidate("figure", "Two", value="2"), decision("figure", "Two")) == ("accepted", (FIRE,))


def test_candidates_come_in_the_order_of_the_text_without_furniture_and_repetitions(tmp_path: Path) -> None:
    found = evidence(tmp_path)
    late, early = candidate("figure", "1,500", value="1500"), candidate("name", "Orlin", 1)
    apart = [candidate("figure", "40", value="40"), candidate("figure", "Two", 1, value="2")]
    assert apart[1].start == PAPER.rindex("Two")
    shown = reviewed(found.dossier, found, findings([late, *apart, early]))["paper"]
    assert [(one.candidate, one.status) for one in shown] == [(early, Status.OPEN), (late, Status.OPEN)]


def test_what_was_extracted_from_another_text_says_nothing(tmp_path: Path) -> None:
    found = evidence(tmp_path)
    other = findings([LAMPS], decision("figure", "Sever"), sha256="0" * 64)
    assert reviewed(found.dossier, found, other) == {}
    assert stale(found.dossier, other) == {}
    nowhere = Findings({"nowhere": findings([LAMPS]).extracted["paper"]})
    assert reviewed(found.dossier, found, nowhere) == {}


def test_a_long_citation_does_not_hide_a_later_one(tmp_path: Path) -> None:
    """The walk keeps what still reaches over a candidate, and only that."""
    long = PAPER[PAPER.index("We had") : PAPER.index(" who called")]
    claims = (
        f"property: damage, value: pumps | {long}",
        "property: troops, value: twelve | twelve men",
    )
    found = evidence(tmp_path, events__fire=event(*claims))
    inside = [candidate("figure", "twelve", value="12"), candidate("name", "Mara Voss"), candidate("date", "Sunday")]
    shown = reviewed(found.dossier, found, findings([candidate("quote", WHOLE), *inside]))["paper"]
    assert [(one.candidate.exact, one.users) for one in shown] == [
        (WHOLE, ("events/fire#c2",)),
        ("twelve", ("events/fire#c1", "events/fire#c2")),
        ("Mara Voss", ("actors/voss#n1",)),
        ("Sunday", ()),
    ]


def test_a_stale_decision_comes_with_the_nearest_candidate(tmp_path: Path) -> None:
    dossier: Dossier = evidence(tmp_path).dossier
    two, voss = candidate("figure", "Two", value="2"), candidate("name", "Mara Voss")
    kept = decision("figure", "Two")
    gone = {
        decision("name", "Mara Vos"): voss,
        decision("quote", "Two"): two,
        decision("figure", "zyzzyva"): None,
        decision("figure", "Two", suffix="boats"): two,
    }
    (found,) = stale(dossier, findings([voss, two], kept, *gone)).values()
    assert [(one.decision, one.nearest) for one in found] == list(gone.items())
    assert stale(dossier, findings([voss, two], kept)) == {}


def test_a_decision_about_repeated_words_is_not_stale(tmp_path: Path) -> None:
    repeated = candidate("figure", "Two", 1, value="2")
    assert stale(evidence(tmp_path).dossier, findings([repeated], decision("figure", "Two"))) == {}


def test_a_citation_further_on_in_a_quotation_is_not_one_of_an_earlier_word_in_it(tmp_path: Path) -> None:
    found = evidence(tmp_path, events__fire=event("property: occurred, value: 2021-06-04 | twelve men"))
    inside = [candidate("date", "had"), candidate("date", "twelve")]
    shown = reviewed(found.dossier, found, findings([candidate("quote", WHOLE), *inside]))["paper"]
    assert [(one.candidate.exact, one.users) for one in shown] == [(WHOLE, (FIRE,)), ("had", ()), ("twelve", (FIRE,))]


def test_the_nearest_candidate_is_one_of_the_same_kind(tmp_path: Path) -> None:
    dossier = evidence(tmp_path).dossier
    name, quote = candidate("name", "Mara Voss"), candidate("quote", "Mara Vos")
    ((found,),) = stale(dossier, findings([quote, name], decision("name", "Mara Vos"))).values()
    assert found.nearest == name
