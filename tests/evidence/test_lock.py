"""The lock: what was verified, written and read again; and texts that are no texts of a source."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.rule import Case
from generator.checks.run import RULES
from generator.evidence import lock, texts
from generator.evidence.evidence import Evidence
from generator.evidence.lock import Entry
from generator.reading import files

SHA = "ab" * 32
ENTRY = Entry("s", "two “men”", "", "left", 3, 12, SHA, "2024-02-01")


def evidence(root: Path, *, with_texts: bool = True) -> Evidence:
    dossier, problems = files.read(root / "content", root)
    assert problems == []
    entries, mistakes = lock.read(root / "seeds", root)
    assert mistakes == []
    return Evidence(dossier, texts.read(root / "seeds", dossier) if with_texts else {}, entries)


def test_there_may_be_no_lock(tmp_path: Path) -> None:
    assert lock.read(tmp_path, tmp_path) == ({}, [])


def test_an_entry_is_one_line_that_people_can_read() -> None:
    assert lock.written([ENTRY]) == (
        '{"source": "s", "exact": "two “men”", "prefix": "", "suffix": "left", '
        f'"start": 3, "end": 12, "sha256": "{SHA}", "date": "2024-02-01"}}\n'
    )


def test_entries_are_sorted() -> None:
    entries = [replace(ENTRY, source="t"), replace(ENTRY, exact="a"), ENTRY, replace(ENTRY, prefix="b")]
    lines = lock.written(entries).splitlines()
    assert [json.loads(line)["source"] + json.loads(line)["exact"][0] for line in lines] == ["sa", "st", "st", "tt"]
    assert lock.written(entries) == lock.written(reversed(entries))


KEYS = st.tuples(st.text(), st.text(), st.text(), st.text())


@given(st.dictionaries(KEYS, st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, spans: dict) -> None:
    entries = {key: Entry(*key, start, start + length, SHA, "2024-02-01") for key, (start, length) in spans.items()}
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / lock.FILE).write_bytes(lock.written(entries.values()).encode())
    assert lock.read(seeds, seeds) == (entries, [])


GOOD = lock.written([ENTRY]).strip()
MALFORMED = [
    "not json",
    "[]",
    "{}",
    "null",
    GOOD[:-1],
    GOOD + GOOD,
    GOOD.replace('"start": 3', '"start": "3"'),
    GOOD.replace('"start": 3', '"start": 3.0'),
    GOOD.replace('"start": 3', '"start": true'),
    GOOD.replace('"start": 3', '"start": -1'),
    GOOD.replace('"start": 3', '"start": 12'),
    GOOD.replace('"start": 3', '"start": ' + "9" * 5000),
    GOOD.replace('"prefix": "", ', ""),
    GOOD.replace('"prefix": ""', '"prefix": null'),
    GOOD.replace('"prefix": "", ', '"prefix": "", "more": 1, '),
    GOOD.replace("2024-02-01", "yesterday"),
    "[" * 100_000,
    "<<<<<<< HEAD",
    "\ufeff" + GOOD,
]


@pytest.mark.parametrize("line", MALFORMED, ids=lambda line: line[:20])
def test_a_line_that_is_no_entry_is_told_and_verifies_nothing(line: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    other = lock.written([replace(ENTRY, exact="other")])
    (tmp_path / "seeds" / lock.FILE).write_bytes(f"{other}\n{line}\n".encode())
    entries, problems = lock.read(tmp_path / "seeds", tmp_path)
    assert [entry.exact for entry in entries.values()] == ["other"]
    (problem,) = problems
    assert (str(problem.place), problem.rule) == ("seeds/evidence.lock:3:1", "lock-syntax")
    assert problem.message.endswith("is not a line of the lock; run `factsheet verify` to write it anew")


def test_bytes_that_are_not_utf_8_and_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / lock.FILE).write_bytes(GOOD.encode() + b"\r\n\xff\r\n")
    entries, problems = lock.read(tmp_path, tmp_path)
    assert list(entries.values()) == [ENTRY]
    assert [problem.place.line for problem in problems] == [2]


def test_of_two_entries_for_one_citation_the_first_holds(tmp_path: Path) -> None:
    (tmp_path / lock.FILE).write_text(f"{GOOD}\n{GOOD.replace('12', '11')}\n", encoding="utf-8")
    entries, problems = lock.read(tmp_path, tmp_path)
    assert (list(entries.values()), problems) == ([ENTRY], [])


def test_a_date_moves_only_when_its_entry_does(small: Path) -> None:
    path = small / "seeds" / lock.FILE
    before = path.read_text(encoding="utf-8")
    assert lock.written(evidence(small).renewed("2030-01-01")) == before
    assert lock.written(evidence(small, with_texts=False).renewed("2030-01-01")) == before

    place = small / "content" / "places" / "kesh-coast.yml"
    place.write_text(place.read_text(encoding="utf-8").replace("a port on the", "port on the"), encoding="utf-8")
    old, new = before.splitlines(), lock.written(evidence(small).renewed("2030-01-01")).splitlines()
    (gone,), (come,) = set(old) - set(new), set(new) - set(old)
    assert json.loads(gone)["exact"] == "a port on the Kesh coast"
    assert (json.loads(come)["exact"], json.loads(come)["date"]) == ("port on the Kesh coast", "2030-01-01")


def test_a_moved_span_is_a_changed_entry(small: Path) -> None:
    path = small / "seeds" / lock.FILE
    first, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    entry = json.loads(first)
    path.write_text("".join([first.replace(f'"end": {entry["end"]}', f'"end": {entry["end"] + 1}'), *rest]))
    assert lock.written(evidence(small).renewed("2030-01-01")) == "".join(
        [first.replace("2024-02-01", "2030-01-01"), *rest]
    )


def test_words_that_are_not_found_or_found_twice_are_not_locked(small: Path) -> None:
    path = small / "content" / "places" / "kesh-coast.yml"
    text = path.read_text(encoding="utf-8")
    for exact in ("a port on the coast", "the"):
        path.write_text(text.replace("a port on the Kesh coast", exact), encoding="utf-8")
        assert exact not in {entry.exact for entry in evidence(small).renewed("2030-01-01")}


def test_a_lock_of_another_text_verifies_nothing(small: Path) -> None:
    record = small / "content" / "sources" / "gazette-2021-03-12.yml"
    (sha256,) = (line.split()[1] for line in record.read_text(encoding="utf-8").splitlines() if "sha256" in line)
    record.write_text(record.read_text(encoding="utf-8").replace(sha256, SHA), encoding="utf-8")
    found = evidence(small)
    cited = [cite.citation for cite in found.dossier.citations if cite.citation.source == "gazette-2021-03-12"]
    assert cited
    assert all(found.verified(citation) is None for citation in cited)
    assert found.text_of("gazette-2021-03-12") is None
    assert not {citation.key for citation in cited} & {entry.key for entry in found.renewed("2030-01-01")}


def unverified(found: Evidence) -> list[str]:
    return [message for _, message in RULES["not-verified"].find(Case(found.dossier, found))]


def test_a_lock_that_cannot_be_right_verifies_nothing(small: Path) -> None:
    path = small / "seeds" / lock.FILE
    line = next(line for line in path.read_text(encoding="utf-8").splitlines() if "(Sea Wire)" in line)
    start = json.loads(line)["start"]
    moved = line.replace(f'"start": {start}', '"start": 315').replace(f'"end": {start + 10}', '"end": 325')
    path.write_text(path.read_text(encoding="utf-8").replace(line, moved), encoding="utf-8")
    assert unverified(evidence(small)) == [
        "`(Sea Wire)` is not verified: the lock has its words at 315–325, the text at 15–25; run `factsheet verify`"
    ]
    assert unverified(evidence(small, with_texts=False)) == []
    beyond = moved.replace('"end": 325', '"end": 999')
    path.write_text(path.read_text(encoding="utf-8").replace(moved, beyond), encoding="utf-8")
    assert unverified(evidence(small, with_texts=False)) == [
        (
            "`(Sea Wire)` is not verified: its words end at 999 by the lock, and the text has 327 code points; "
            "run `factsheet verify` where the text is"
        )
    ]


def test_texts_are_bytes_as_supplied(small: Path) -> None:
    dossier = evidence(small).dossier
    path = small / "seeds" / "gazette.txt"
    path.write_bytes("\ufeffé\r\n😀".encode())
    text = texts.read(small / "seeds", dossier)["gazette-2021-03-12"]
    assert text.content == "\ufeffé\r\n😀"
    path.write_bytes(b"\xff")
    text = texts.read(small / "seeds", dossier)["gazette-2021-03-12"]
    assert text.content is None
    assert text.sha256 == "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89"


def test_only_files_in_the_seeds_folder_are_texts(small: Path) -> None:
    dossier = evidence(small).dossier
    seeds = small / "seeds"
    secret = small / "secret.txt"
    (seeds / "gazette.txt").rename(secret)
    (seeds / "gazette.txt").symlink_to(secret)
    (seeds / "courier.txt").unlink()
    (seeds / "courier.txt").mkdir()
    assert texts.read(seeds, dossier) == {}
    assert texts.read(small / "nowhere", dossier) == {}
