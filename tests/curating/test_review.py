"""Deciding about candidates: which bytes are written, that all others stay, and that nothing is ever lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from building_review import ARTICLE, SOURCE, check, contents, run

EVENT = "content/events/2021-03-12-lumo-harbour-strike.yml"
FIGURE = "content/figures/guards-in-lumo.yml"
QUOTE = "content/quotes/ivo-brandt-2021-03-12-on-the-warning.yml"
DECISIONS = f"content/decisions/{SOURCE}.yml"
STRIKE = "2021-03-12-lumo-harbour-strike"


@pytest.fixture
def open_(small: Path) -> Path:
    """The small dossier with one more article, of which nothing is decided."""
    (small / f"seeds/{SOURCE}.txt").write_bytes(ARTICLE.encode())
    assert run(small, "extract").exit_code == 0
    assert run(small, "add-source", str(small / f"seeds/{SOURCE}.txt"), "--id", SOURCE).exit_code == 0
    return small


def answers(*lines: str) -> str:
    return "".join(line + "\n" for line in lines)


def changed(root: Path, before: dict[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
    """The files that are not as before: what they were and what they are."""
    after = contents(root)
    names = sorted(before.keys() | after.keys())
    return {n: (before.get(n, b""), after.get(n, b"")) for n in names if before.get(n) != after.get(n)}


def made(root: Path, before: dict[str, bytes], name: str) -> str:
    """What a new file holds, when nothing else changed."""
    found = changed(root, before)
    assert list(found) == [name]
    assert found[name][0] == b""
    return found[name][1].decode()


def grown(was: bytes, new: str, key: bytes = b"") -> bytes:
    """A file with lines more: before a key, else at its end, which has a line break where it had one."""
    if key:
        assert was.count(b"\n" + key) == 1
        return was.replace(b"\n" + key, b"\n" + new.encode() + key)
    return was + new.encode() if was.endswith(b"\n") else was + b"\n" + new.encode().removesuffix(b"\n")


def review(root: Path, kind: str, *lines: str, source: str = SOURCE) -> str:
    result = run(root, "review", source, "--kind", kind, input=answers(*lines))
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def assert_clean(root: Path) -> None:
    """After verifying, nothing is wrong but that some things have one source."""
    assert run(root, "verify").exit_code == 0
    assert check(root) == []


def test_the_open_ones_are_listed_a_line_each(open_: Path) -> None:
    result = run(open_, "review", SOURCE, "--list")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"{SOURCE}:0-5 figure Seven → = 7 hurt",
        f"{SOURCE}:57-71 figure At least seven → >= 7 dockers",
        f"{SOURCE}:104-110 date Sunday → 2021-03-14",
        f"{SOURCE}:161-166 figure seven → = 7 dockers",
        f"{SOURCE}:178-205 quote We will not go back to work → Mira Tal",
        f"{SOURCE}:213-221 name Mira Tal → person Mira Tal",
        f"{SOURCE}:254-273 quote The harbour is open → ivo-brandt",
        f"{SOURCE}:304-327 quote We were warned too late → ivo-brandt",
        f"{SOURCE}:358-380 name Port Authority of Kesh → organisation Port Authority of Kesh",
        f"{SOURCE}:387-395 figure about 40 → ~ 40 cranes",
    ]


def test_the_list_asks_nothing_and_can_be_narrowed(open_: Path) -> None:
    before = contents(open_)
    result = run(open_, "review", "--list", "--kind", "name", input="")
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["name", "name"]
    assert contents(open_) == before


def test_nothing_open_exits_0(open_: Path) -> None:
    result = run(open_, "review", "gazette-2021-03-12", "--kind", "quote", "--list")
    assert (result.exit_code, result.stdout) == (0, "")
    result = run(open_, "review", "gazette-2021-03-12", "--kind", "quote", input="")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_source_that_is_not_there_is_misuse(open_: Path) -> None:
    result = run(open_, "review", SOURCE[:-1])
    assert result.exit_code == 2
    assert f"did you mean `{SOURCE}`" in result.stderr


def test_what_was_not_gone_through_is_misuse(open_: Path) -> None:
    for path in (open_ / "seeds/extracted").iterdir():
        path.unlink()
    result = run(open_, "review", "--list")
    assert result.exit_code == 2
    assert "run `factsheet extract`" in result.stderr


def test_a_candidate_is_shown_in_its_context(open_: Path) -> None:
    shown = review(open_, "figure", "skip", "quit")
    assert "[[Seven]] hurt at Lumo harbour By Ana Reyes" in shown
    assert "[[At least seven]] dockers were injured in Lumo on Sunday" in shown
    assert "\x1b" not in shown


def test_a_figure_becomes_a_claim_at_the_end_of_the_list(open_: Path) -> None:
    before = contents(open_)
    shown = review(open_, "figure", "skip", "accept", STRIKE, "injured", "", "dockers-union", "", "", "quit")
    assert "words to cite [At least seven dockers]" in shown
    (name,) = changed(open_, before)
    assert name == EVENT
    was, now = changed(open_, before)[EVENT]
    new = (
        "  - id: c6\n"
        "    property: injured\n"
        "    value: at least seven\n"
        "    asserted_by: dockers-union\n"
        "    cite:\n"
        f'      - {{source: {SOURCE}, exact: "At least seven dockers"}}\n'
    )
    assert now == grown(was, new, b"disputes:\n")
    assert_clean(open_)
    assert f"{SOURCE}:57-71" not in run(open_, "review", SOURCE, "--list").stdout


def test_a_claim_of_a_figure_has_a_day_and_unique_words(open_: Path) -> None:
    before = contents(open_)
    said = ("skip", "skip", "accept", "figures/guards-in-lumo", "injured", "", "", "", "Said of the same day.", "seven")
    review(open_, "figure", *said, "quit")
    was, now = changed(open_, before)[FIGURE]
    new = (
        "  - id: c3\n"
        "    property: injured\n"
        "    value: seven\n"
        "    asserted_by: outlet\n"
        "    as_of: 2021-03-14\n"
        "    reason: Said of the same day.\n"
        "    cite:\n"
        f'      - {{source: {SOURCE}, exact: "seven", prefix: "of"}}\n'
    )
    assert now == grown(was, new, b"disputes:\n")
    assert_clean(open_)


def test_a_date_becomes_a_claim(open_: Path) -> None:
    before = contents(open_)
    review(open_, "date", "a", "2021-03-13-lumo-walkout", "", "", "sea-wire", "", "on Sunday")
    was, now = changed(open_, before)["content/events/2021-03-13-lumo-walkout.yml"]
    new = (
        "  - id: c3\n"
        "    property: occurred\n"
        "    value: 2021-03-14\n"
        "    asserted_by: sea-wire\n"
        "    cite:\n"
        f'      - {{source: {SOURCE}, exact: "on Sunday"}}\n'
    )
    assert now == grown(was, new)


def test_words_that_do_not_stand_there_are_asked_for_again(open_: Path) -> None:
    shown = review(open_, "date", "a", "2021-03-13-lumo-walkout", "", "", "", "", "on Monday", "Lumo on Sunday")
    assert "these words do not stand there" in shown
    assert 'exact: "Lumo on Sunday"' in (open_ / "content/events/2021-03-13-lumo-walkout.yml").read_text("utf-8")


def test_a_value_that_cannot_be_read_changes_nothing(open_: Path) -> None:
    before = contents(open_)
    shown = review(open_, "figure", "a", STRIKE, "injured", "a lot of", "", "", "", "quit")
    assert "it would not be a sound record" in shown
    assert "nothing was changed" in shown
    assert "value: a lot of" in shown
    assert contents(open_) == before


def test_the_nearest_records_are_offered(open_: Path) -> None:
    shown = review(open_, "figure", "a", "guards-in-lum", "", "quit")
    assert "did you mean `figures/guards-in-lumo`" in shown
    assert "`events/" not in shown.partition("did you mean `figures/guards-in-lumo`")[0]


def test_a_quotation_becomes_a_new_record(open_: Path) -> None:
    before = contents(open_)
    review(open_, "quote", "s", "a", "", "new", "", "Brandt on the open harbour", "", "briefing", "", "quit")
    name = "content/quotes/ivo-brandt-2021-03-14-the-harbour-is-open.yml"
    assert made(open_, before, name) == (
        "# yaml-language-server: $schema=../schemas/quote.json\n"
        "title: Brandt on the open harbour\n"
        "speaker: ivo-brandt\n"
        "medium: briefing\n"
        "passages:\n"
        "  - id: p1\n"
        "    renderings:\n"
        f"      - source: {SOURCE}\n"
        "        form: direct\n"
        '        exact: "The harbour is open"\n'
        "        attributed_as: Ivo Brandt\n"
    )
    assert_clean(open_)


def test_a_quotation_becomes_one_more_passage(open_: Path) -> None:
    before = contents(open_)
    review(open_, "quote", "s", "a", "Commander Ivo Brandt", "ivo-brandt-2021-03-12-on-the-warning", "", "quit")
    was, now = changed(open_, before)[QUOTE]
    new = (
        "  - id: p2\n"
        "    renderings:\n"
        f"      - source: {SOURCE}\n"
        "        form: direct\n"
        '        exact: "The harbour is open"\n'
        "        attributed_as: Ivo Brandt\n"
    )
    assert now == grown(was, new)
    assert_clean(open_)


def test_a_quotation_becomes_one_more_rendering(open_: Path) -> None:
    before = contents(open_)
    review(open_, "quote", "s", "s", "a", "", "ivo-brandt-2021-03-12-on-the-warning", "p1", "quit")
    was, now = changed(open_, before)[QUOTE]
    new = (
        f"      - source: {SOURCE}\n"
        "        form: direct\n"
        '        exact: "We were warned too late"\n'
        "        attributed_as: Ivo Brandt\n"
    )
    assert now == grown(was, new)
    assert_clean(open_)


def test_an_unknown_speaker_is_asked_for_and_the_nearest_offered(open_: Path) -> None:
    before = contents(open_)
    shown = review(open_, "quote", "a", "ivo-brant", "", "quit")
    assert "`ivo-brant` is none of the actors; did you mean `actors/ivo-brandt`" in shown
    assert contents(open_) == before


def test_the_records_there_are_to_choose_from_are_named(open_: Path) -> None:
    shown = review(open_, "figure", "a", "???", "", "quit")
    assert "record (its id, title or name): " in shown
    assert f"`???` is none of the events or figures or places; there are events/{STRIKE}, " in shown


def test_a_speaker_other_than_the_one_extraction_found_leaves_it_open(open_: Path) -> None:
    said = ("s", "a", "coast-guard", "", "", "", "", "", "", "", "reject", "The speaker was taken for another.", "quit")
    shown = review(open_, "quote", *said)
    assert "it stays open, because extraction read something else there: ivo-brandt" in shown
    assert "reason: The speaker was taken for another." in (open_ / DECISIONS).read_text("utf-8")
    assert_clean(open_)


def test_a_name_becomes_a_new_actor(open_: Path) -> None:
    before = contents(open_)
    review(open_, "name", "a", "actor", "", "", "quit")
    assert made(open_, before, "content/actors/mira-tal.yml") == (
        "# yaml-language-server: $schema=../schemas/actor.json\n"
        "kind: person\n"
        "names:\n"
        "  - id: n1\n"
        "    value: Mira Tal\n"
        "    use: preferred\n"
        "    cite:\n"
        f'      - {{source: {SOURCE}, exact: "Mira Tal"}}\n'
    )
    assert_clean(open_)


def test_a_name_becomes_a_new_place(open_: Path) -> None:
    review(open_, "name", "s", "a", "place", "kesh-port", "quit")
    text = (open_ / "content/places/kesh-port.yml").read_text("utf-8")
    first = "# yaml-language-server: $schema=../schemas/place.json\n"
    assert text.startswith(f"{first}names:\n  - id: n1\n    value: Port Authority of Kesh\n")
    assert_clean(open_)


def test_a_name_becomes_a_further_name(open_: Path) -> None:
    before = contents(open_)
    review(open_, "name", "s", "a", "coast-guard", "", "quit")
    was, now = changed(open_, before)["content/actors/coast-guard.yml"]
    new = (
        "  - id: n2\n"
        "    value: Port Authority of Kesh\n"
        "    use: variant\n"
        "    cite:\n"
        f'      - {{source: {SOURCE}, exact: "Port Authority of Kesh"}}\n'
    )
    assert now == grown(was, new, b"claims:\n")
    assert_clean(open_)


def test_a_new_record_needs_an_id_that_is_free(open_: Path) -> None:
    shown = review(open_, "name", "a", "actor", "Mira Tal", "coast-guard", "mira-tal", "person", "quit")
    assert "`Mira Tal` is not an id" in shown
    assert "actors/coast-guard is there already" in shown
    assert (open_ / "content/actors/mira-tal.yml").is_file()


@pytest.mark.parametrize("kind", ["quote", "figure", "date", "name"])
def test_a_rejection_is_written_and_counts(open_: Path, kind: str) -> None:
    before = contents(open_)
    first = next(x for x in run(open_, "review", SOURCE, "--list").stdout.splitlines() if x.split()[1] == kind)
    review(open_, kind, "reject", "It says: nothing new", "quit")
    exact = first.split(f" {kind} ")[1].split(" → ")[0]
    assert made(open_, before, DECISIONS) == (
        "# yaml-language-server: $schema=../schemas/decisions.json\n"
        f'rejected:\n  - kind: {kind}\n    exact: "{exact}"\n    reason: "It says: nothing new"\n'
    )
    assert first not in run(open_, "review", SOURCE, "--list").stdout
    assert check(open_) == []


def test_a_second_rejection_is_added_to_the_first(open_: Path) -> None:
    text = "# why, and who says so\nrejected:\n- {kind: figure, exact: about 40, reason: no matter}   # mine\n"
    (open_ / "content/decisions").mkdir(exist_ok=True)
    (open_ / DECISIONS).write_text(text, encoding="utf-8")
    review(open_, "date", "r", "The day is in the byline")
    assert (open_ / DECISIONS).read_text("utf-8") == (
        text + '- kind: date\n  exact: "Sunday"\n  reason: The day is in the byline\n'
    )


def test_a_rejection_tells_the_same_words_apart(small: Path) -> None:
    text = "Seven men came. Then seven women came, and seven boys.\n"
    (small / "seeds/x.txt").write_text(text, encoding="utf-8")
    assert run(small, "extract").exit_code == 0
    assert run(small, "add-source", str(small / "seeds/x.txt"), "--id", "x").exit_code == 0
    review(small, "figure", "s", "r", "no matter", "q", source="x")
    made = (small / "content/decisions/x.yml").read_text("utf-8")
    assert '    prefix: "Seven men came. Then"\n    suffix: "women came, and seven b"\n' in made
    left = run(small, "review", "x", "--list").stdout.splitlines()
    assert [line.split()[0] for line in left] == ["x:0-5", "x:43-48"]
    assert check(small) == []


def test_a_rejection_without_a_reason_is_none(open_: Path) -> None:
    before = contents(open_)
    assert "nothing was written" in review(open_, "date", "reject", "", "quit")
    assert contents(open_) == before


def test_undo_restores_every_byte_one_write_after_the_other(open_: Path) -> None:
    before = contents(open_)
    said = ("r", "no matter", "a", STRIKE, "injured", "", "", "", "")
    shown = review(open_, "figure", *said, "undo", "undo", "undo", "quit")
    assert "events/2021-03-12-lumo-harbour-strike.yml is as it was" in shown
    assert f"decisions/{SOURCE}.yml is gone again" in shown
    assert "there is nothing to undo" in shown
    assert contents(open_) == before
    assert shown.count("[[Seven]]") == 2


def test_undo_leaves_a_file_that_changed_since(open_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.curating import review as module

    saved = module.save

    def save_and_edit(change: module.Change) -> None:
        saved(change)
        change.path.write_bytes(change.path.read_bytes() + b"# mine\n")

    monkeypatch.setattr(module, "save", save_and_edit)
    shown = review(open_, "figure", "r", "no matter", "undo", "quit")
    assert "has changed since; it is left as it is" in shown
    assert (open_ / DECISIONS).read_bytes().endswith(b"# mine\n")


def test_a_file_that_changes_while_one_is_asked_is_not_overwritten(
    open_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.curating import review as module

    saved = module.save

    def edit_and_save(change: module.Change) -> None:
        change.path.write_bytes(b"# mine\n" + change.path.read_bytes())
        saved(change)

    monkeypatch.setattr(module, "save", edit_and_save)
    before = (open_ / EVENT).read_bytes()
    shown = review(open_, "figure", "a", STRIKE, "injured", "", "", "", "", "quit")
    assert "has changed in the meantime" in shown
    assert (open_ / EVENT).read_bytes() == b"# mine\n" + before


def test_skip_and_quit_write_nothing(open_: Path) -> None:
    before = contents(open_)
    result = run(open_, "review", SOURCE, "--kind", "name", input=answers("skip", "quit"))
    assert (result.exit_code, contents(open_)) == (1, before)
    assert "0 written, 2 open" in result.stderr


def test_help_and_what_is_no_answer_say_what_the_answers_are(open_: Path) -> None:
    shown = review(open_, "name", "help", "perhaps", "", "quit")
    assert shown.count("take back the last thing written") == 3
    assert "`perhaps` is none of the answers" in shown


def test_the_end_of_input_loses_nothing(open_: Path) -> None:
    result = run(open_, "review", SOURCE, "--kind", "figure", input=answers("r", "no matter", "a", STRIKE, "injured"))
    assert result.exit_code == 1
    assert "1 written, 3 open" in result.stderr
    assert (open_ / DECISIONS).is_file()
    assert check(open_) == []


def test_it_reads_its_answers_from_a_pipe(open_: Path) -> None:
    words = [sys.executable, "-m", "generator.cli", "--dossier", str(open_), "review", SOURCE, "--kind", "date"]
    done = subprocess.run(words, input=b"reject\nno matter\n", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout + done.stderr
    assert (open_ / DECISIONS).is_file()


def test_without_the_texts_it_works_from_the_words(open_: Path) -> None:
    for path in (open_ / "seeds").glob("*.txt"):
        path.unlink()
    before = contents(open_)
    said = ("s", "a", STRIKE, "injured", "", "dockers-union", "", "", "skip", "skip")
    shown = review(open_, "figure", *said)
    assert "there is no context" in shown
    assert "[[At least seven]]" in shown
    was, now = changed(open_, before)[EVENT]
    assert len(now) > len(was)
    assert f'{{source: {SOURCE}, exact: "At least seven"}}' in now.decode()


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("flow", "claims:\n", "claims: [\n", "cannot be read"),
        ("tabs", "\n    property: strikes", "\n\tproperty: strikes", "cannot be read"),
        ("odd", "  - id: c2\n    property: strikes", "  -   id: c2\n      property: strikes", ""),
        ("comment", "disputes:\n", "# who is right?\ndisputes:\n", "a comment stands between"),
    ],
)
def test_what_cannot_be_added_to_safely_is_left_alone(open_: Path, name: str, old: str, new: str, why: str) -> None:
    text = (open_ / EVENT).read_text("utf-8")
    assert old in text
    (open_ / EVENT).write_text(text.replace(old, new, 1), encoding="utf-8")
    before = contents(open_)
    shown = review(open_, "figure", "a", f"events/{STRIKE}", "injured", "", "", "", "", "quit")
    assert "nothing was changed; to add it by hand" in shown
    assert why in shown
    assert "    property: injured\n    value: seven\n" in shown
    assert contents(open_) == before


def test_a_flow_style_list_is_left_alone_and_the_snippet_printed(open_: Path) -> None:
    path = open_ / "content/figures/cranes.yml"
    cite = '[{source: gazette-2021-03-12, exact: "about 1,200 guards in Lumo"}]'
    claim = f"{{id: c1, property: troops, value: about 1200, as_of: 2021, asserted_by: outlet, cite: {cite}}}"
    path.write_text(f"title: Cranes\nclaims: [{claim}]\n", encoding="utf-8")
    before = contents(open_)
    shown = review(open_, "figure", "a", "cranes", "injured", "", "", "", "", "", "quit")
    assert "`claims` is written in brackets" in shown
    assert "claims:\n  - id: c2\n    property: injured\n    value: seven\n" in shown
    assert contents(open_) == before


def test_a_record_without_claims_is_given_some(open_: Path) -> None:
    path = open_ / "content/figures/cranes.yml"
    path.write_text("# the cranes\ntitle: Cranes   # all of them", encoding="utf-8")
    review(open_, "figure", "a", "cranes", "injured", "", "", "", "", "", "quit")
    text = path.read_text("utf-8")
    assert text.startswith("# the cranes\ntitle: Cranes   # all of them\nclaims:\n  - id: c1\n    property: injured\n")
    assert_clean(open_)


def test_a_speaker_may_be_written_by_any_name(open_: Path) -> None:
    shown = review(open_, "quote", "s", "a", "IVO BRANDT", "new", "", "", "", "", "", "quit")
    assert "wrote content/quotes/ivo-brandt-2021-03-14-the-harbour-is-open.yml" in shown


def test_words_that_steer_a_terminal_are_shown_harmless(small: Path) -> None:
    (small / "seeds/x.txt").write_text("He said: “\x1b[31mNo\x1b[0m way, not today.” Ivo Brandt left.\n", "utf-8")
    assert run(small, "extract").exit_code == 0
    assert run(small, "add-source", str(small / "seeds/x.txt"), "--id", "x").exit_code == 0
    result = run(small, "review", "x", "--list")
    assert "No" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x1b" not in review(small, "quote", "q", source="x")
