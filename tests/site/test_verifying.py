"""Evidence from end to end: what a changed letter does, and what `factsheet verify` writes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import building
import pytest
from click.testing import CliRunner, Result

from generator.cli import main

EVENT = "content/events/2021-03-12-lumo-harbour-strike.yml"
GAZETTE = "content/sources/gazette-2021-03-12.yml"
COURIER = "untitled-hundreds-of-dockers"
TODAY = datetime.datetime.now(datetime.UTC).date().isoformat()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the small dossier with its texts."""
    return building.small(tmp_path / "dossier")


@pytest.fixture
def without_texts(tmp_path: Path) -> Path:
    """A copy of the small dossier as a clone has it."""
    return building.small(tmp_path / "clone", texts=False)


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--dossier", str(root), *words], catch_exceptions=False)


def failing(result: Result) -> list[str]:
    return [line for line in result.stdout.splitlines() if ": note: " not in line]


def lock(root: Path) -> dict[tuple[str, str], dict[str, Any]]:
    lines = (root / "seeds/evidence.lock").read_text(encoding="utf-8").splitlines()
    return {(e["source"], e["exact"]): e for e in map(json.loads, lines)}


def test_one_changed_letter_in_cited_words_is_found_at_its_place(dossier: Path) -> None:
    line, column = building.replaced(dossier / EVENT, "put the dead at three", "put the dead at throe")
    result = run(dossier, "check")
    assert result.exit_code == 1
    (found,) = failing(result)
    assert found.startswith(f"{EVENT}:{line}:{column}: `put the dead at throe` does not stand in the text of ")
    assert "the text has `three.` where the citation has `throe`" in found
    assert found.endswith("[quote-not-in-source]")


def test_one_changed_letter_in_words_that_prose_cites_is_found_at_its_place(dossier: Path) -> None:
    path = "content/events/2021-03-13-lumo-walkout.yml"
    old, new = '"Hundreds of dockers reportedly walked out"]', '"Hundreds of duckers reportedly walked out"]'
    line, column = building.replaced(dossier / path, old, new)
    (found,) = failing(run(dossier, "check"))
    assert found.startswith(f"{path}:{line}:{column + 1}: `Hundreds of duckers reportedly walked out`")
    assert found.endswith("[quote-not-in-source]")


def test_one_changed_letter_in_a_text_is_found_at_its_sources_hash(dossier: Path) -> None:
    building.replaced(dossier / "seeds/gazette.txt", "Two drones struck", "Ten drones struck")
    source = (dossier / GAZETTE).read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(source, 1) if "sha256:" in text)
    column = source[line - 1].index("sha256:") + len("sha256: ") + 1
    result = run(dossier, "check")
    assert result.exit_code == 1
    (found,) = failing(result)
    assert found.startswith(f"{GAZETTE}:{line}:{column}: the text `gazette.txt` has the sha256 ")
    assert found.endswith("[text-changed]")


@pytest.mark.parametrize("name", ["gazette.txt", "courier.txt"])
def test_line_ends_count_as_the_bytes_they_are(dossier: Path, name: str) -> None:
    text = dossier / "seeds" / name
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    (found,) = failing(run(dossier, "check"))
    assert found.endswith("[text-changed]")


def test_without_the_texts_a_changed_letter_is_told_and_marked(without_texts: Path) -> None:
    line, column = building.replaced(without_texts / EVENT, "put the dead at three", "put the dead at throe")
    result = run(without_texts, "check")
    assert result.exit_code == 1
    found = [line for line in failing(result) if "[not-verified]" in line]
    assert len(found) == 1
    assert found[0].startswith(f"{EVENT}:{line}:{column}: warning: `put the dead at throe` is not verified: ")
    site = building.build(without_texts)
    claim = "events/2021-03-12-lumo-harbour-strike#c4"
    marked = {address for address, e in site.shown[claim] if e.find_next("sup", class_="fs-unverified")}
    assert "events/2021-03-12-lumo-harbour-strike/" in marked
    article = site.articles["events/2021-03-12-lumo-harbour-strike/"]
    notes = [n for n in article.select("div.footnote > ol > li") if "not yet verified" in n.get_text()]
    assert [building.words(n.select("q.fs-exact")[0].get_text()) for n in notes] == ["put the dead at throe"]
    for mark in article.select("sup.fs-unverified a"):
        assert mark["title"] == "not yet verified"
        assert f"#{notes[0]['id']}" == mark["href"]


def test_a_build_is_quiet_about_a_clone_without_texts(without_texts: Path) -> None:
    result = run(without_texts, "check")
    assert (result.exit_code, failing(result)) == (0, [])


def test_verify_without_texts_names_them_and_leaves_the_lock(without_texts: Path) -> None:
    before = building.files(without_texts)
    result = run(without_texts, "verify")
    assert result.exit_code == 2
    assert building.files(without_texts) == before
    for file, source in (("gazette.txt", "gazette-2021-03-12"), ("courier.txt", COURIER)):
        record = (without_texts / f"content/sources/{source}.yml").read_text(encoding="utf-8")
        sha256 = record.split("sha256: ")[1].split()[0]
        assert f"seeds/{file} (sha256 {sha256}, source {source})" in result.stderr
    assert "the lock is as it was" in building.words(result.stderr)


def test_verify_with_nothing_new_changes_nothing(dossier: Path) -> None:
    before = building.files(dossier)
    result = run(dossier, "verify")
    assert (result.exit_code, result.stdout) == (0, "")
    assert building.files(dossier) == before


def test_a_lock_date_moves_only_for_what_is_new_or_changed(dossier: Path) -> None:
    before = lock(dossier)
    building.replaced(dossier / EVENT, "put the dead at three", "the dead at three")
    assert run(dossier, "verify").exit_code == 0
    after = lock(dossier)
    gone, new = (COURIER, "put the dead at three"), (COURIER, "the dead at three")
    assert set(before) - set(after) == {gone}
    assert set(after) - set(before) == {new}
    assert after[new]["date"] == TODAY
    assert after[new]["end"] == before[gone]["end"]
    assert {key: entry for key, entry in after.items() if key != new} == {
        key: entry for key, entry in before.items() if key != gone
    }


def test_a_span_that_moved_is_dated_anew(dossier: Path) -> None:
    path = dossier / "seeds/evidence.lock"
    entry = lock(dossier)[(COURIER, "put the dead at three")]
    building.replaced(path, f'"start": {entry["start"]}', '"start": 1')
    (found,) = failing(run(dossier, "check"))
    assert "[not-verified]" in found
    assert run(dossier, "verify").exit_code == 0
    again = lock(dossier)
    assert again[(COURIER, "put the dead at three")] == entry | {"date": TODAY}
    assert [e["date"] for e in again.values()].count(TODAY) == 1


def test_verify_keeps_what_it_cannot_look_for(dossier: Path) -> None:
    before = lock(dossier)
    (dossier / "seeds/courier.txt").unlink()
    building.replaced(dossier / EVENT, "at 00:20 local time on Friday", "00:20 local time on Friday")
    result = run(dossier, "verify")
    assert result.exit_code == 0
    assert "not here: seeds/courier.txt" in result.stderr
    after = lock(dossier)
    assert {k: e for k, e in after.items() if k[0] == COURIER} == {k: e for k, e in before.items() if k[0] == COURIER}
    assert after[("gazette-2021-03-12", "00:20 local time on Friday")]["date"] == TODAY


def test_verify_leaves_out_what_it_does_not_find(dossier: Path) -> None:
    building.replaced(dossier / EVENT, "put the dead at three", "put the dead at throe")
    result = run(dossier, "verify")
    assert result.exit_code == 1
    assert [line.rsplit(" ", 1)[1] for line in failing(result)] == ["[quote-not-in-source]"]
    assert (COURIER, "put the dead at throe") not in lock(dossier)
    assert "21 of 22 citations are in the lock" in result.stderr


def test_accepting_a_text_changes_its_hash_and_length_alone(dossier: Path) -> None:
    text = dossier / "seeds/courier.txt"
    text.write_bytes(text.read_bytes() + b"\nMore follows.\n")
    record = dossier / f"content/sources/{COURIER}.yml"
    record.write_bytes(b"# ours\n" + record.read_bytes().replace(b"chars: 327", b"chars:   327   # as supplied\r"))
    before = record.read_bytes()
    other = building.files(dossier / "content")
    old = lock(dossier)
    result = run(dossier, "verify", "--accept-text", COURIER)
    assert result.exit_code == 0
    after = record.read_bytes()
    was, now = before.split(b"sha256: ")[1][:64], after.split(b"sha256: ")[1][:64]
    assert f"{COURIER}: sha256 was {was.decode()}, is now {now.decode()}" in result.stdout
    assert after == before.replace(was, now).replace(b"327", b"342")
    name = f"sources/{COURIER}.yml"
    assert building.files(dossier / "content") == other | {name: after}
    new = lock(dossier)
    assert {e["date"] for k, e in new.items() if k[0] == COURIER} == {TODAY}
    assert {k: e for k, e in new.items() if k[0] != COURIER} == {k: e for k, e in old.items() if k[0] != COURIER}
    assert {e["sha256"] for k, e in new.items() if k[0] == COURIER} == {now.decode()}
    assert {line.rsplit(" ", 1)[1] for line in failing(run(dossier, "check"))} == {"[stale-extraction]"}
    assert "run `factsheet extract`" in result.stderr


def test_accepting_a_text_says_nothing_of_extraction_that_is_of_this_text_or_was_not_done(dossier: Path) -> None:
    assert "extract" not in run(dossier, "verify", "--accept-text", COURIER).stderr
    (dossier / f"seeds/extracted/{COURIER}.yml").unlink()
    text = dossier / "seeds/courier.txt"
    text.write_bytes(text.read_bytes() + b"\nMore follows.\n")
    assert "extract" not in run(dossier, "verify", "--accept-text", COURIER).stderr


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("nowhere", "there is no readable source `nowhere`"),
        (COURIER, "there is no text `courier.txt` in seeds/"),
    ],
)
def test_a_text_that_is_not_there_cannot_be_accepted(without_texts: Path, source: str, told: str) -> None:
    before = building.files(without_texts)
    result = run(without_texts, "verify", "--accept-text", source)
    assert result.exit_code == 2
    assert told in building.words(result.stderr)
    assert building.files(without_texts) == before


def test_a_forged_lock_line_is_found_where_the_text_is(dossier: Path) -> None:
    building.replaced(dossier / EVENT, "put the dead at three", "put the dead at thirty")
    building.replaced(dossier / "seeds/evidence.lock", '"put the dead at three"', '"put the dead at thirty"')
    assert any(line.endswith("[quote-not-in-source]") for line in failing(run(dossier, "check")))


@pytest.mark.parametrize("broken", [EVENT, f"content/sources/{COURIER}.yml"])
def test_an_unreadable_record_leaves_the_lock_as_it_was(dossier: Path, broken: str) -> None:
    before = (dossier / "seeds/evidence.lock").read_bytes()
    with (dossier / broken).open("a", encoding="utf-8") as record:
        record.write("x: [\n")
    result = run(dossier, "verify")
    assert result.exit_code == 1
    assert f"{broken}:" in result.stdout
    assert "the lock is as it was" in result.stderr
    assert (dossier / "seeds/evidence.lock").read_bytes() == before


def test_a_hash_that_is_written_with_escapes_is_not_replaced(dossier: Path) -> None:
    path = dossier / GAZETTE
    text = path.read_text(encoding="utf-8")
    sha256 = next(word for word in text.replace(",", " ").split() if len(word.strip('"')) == 64).strip('"')
    path.write_text(
        text.replace(sha256, '"\\x' + f"{ord(sha256[0]):02x}" + sha256[1:] + '"').replace('""', '"'), encoding="utf-8"
    )
    written = path.read_bytes()
    result = run(dossier, "verify", "--accept-text", "gazette-2021-03-12")
    assert result.exit_code == 2
    assert "without escapes" in result.stderr
    assert path.read_bytes() == written
