"""`factsheet extract`: the files it writes, and documents a line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.folders import Folders, read

DOCUMENT = {
    "doc_id": "a",
    "text": "“We counted eight ships,” said Mira Tal, the harbour master, on Tuesday.",
    "published": "2024-05-02",
}


def run(*words: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=given, catch_exceptions=False)


def written(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "seeds/extracted").iterdir()}


def everything_else(root: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and "extracted" not in p.parts}


def test_what_is_kept_of_the_small_dossier_is_what_extraction_finds_today(small: Path) -> None:
    """Where it is not: `factsheet --dossier tests/dossiers/small extract`."""
    before = written(small)
    assert run("--dossier", str(small), "extract").exit_code == 0
    assert written(small) == before


def test_a_rerun_writes_the_same_bytes_and_touches_nothing_else(small: Path) -> None:
    before = everything_else(small)
    assert run("--dossier", str(small), "extract").exit_code == 0
    first = written(small)
    assert run("--dossier", str(small), "extract").exit_code == 0
    assert written(small) == first
    assert everything_else(small) == before


def test_sentences_are_kept_as_offsets_alone(small: Path) -> None:
    run("--dossier", str(small), "extract")
    for path in (small / "seeds/extracted").glob("*.yml"):
        kept = [line for line in path.read_text(encoding="utf-8").splitlines() if "block:" in line]
        assert kept
        assert all("exact" not in line for line in kept)


def test_every_candidate_has_the_words_at_its_offsets(small: Path) -> None:
    run("--dossier", str(small), "extract")
    case, problems = read(Folders.below(small))
    assert not problems
    candidates = 0
    for source, extracted in case.findings.extracted.items():
        text = case.evidence.text_of(source)
        assert text is not None
        for candidate in extracted.candidates:
            assert text[candidate.start : candidate.end] == candidate.exact
            candidates += 1
    assert candidates > 10


def test_without_texts_the_files_expected_are_named(small: Path) -> None:
    for text in (small / "seeds").glob("*.txt"):
        text.unlink()
    before = written(small)
    result = run("--dossier", str(small), "extract")
    assert result.exit_code == 2
    assert "gazette" in result.stderr
    assert "sha256" in result.stderr
    assert written(small) == before


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Another text.", "is not the text that the source record describes"),
        (b"two\nlines \xff", "is not UTF-8: the byte 0xff at 10 (line 2) is no part of a character"),
    ],
)
def test_a_text_that_is_another_is_left_alone(small: Path, data: bytes, why: str) -> None:
    texts = sorted((small / "seeds").glob("*.txt"))
    texts[0].write_bytes(data)
    result = run("--dossier", str(small), "extract")
    assert result.exit_code == 0
    assert f"{texts[0].name} " in result.stderr
    assert why in result.stderr


def test_documents_a_line_each_need_no_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text(json.dumps(DOCUMENT) + "\n\n", encoding="utf-8")
    result = run("extract", "--jsonl", "in.jsonl")
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    text = DOCUMENT["text"]
    assert found["doc_id"] == "a"
    (quote,) = found["quotes"]
    assert text[quote["start"] : quote["end"]] == "We counted eight ships"
    assert (quote["kind"], quote["speaker"]) == ("direct", "Mira Tal")
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Mira Tal"
    (figure,) = found["figures"]
    assert (figure["value"], figure["qualifier"], figure["counted"]) == (8, "=", "ships")
    (date,) = found["dates"]
    assert date["value"] == "2024-04-30"
    assert [text[m["start"] : m["end"]] for m in found["mentions"]] == ["Mira Tal"]
    assert set(found) == {"doc_id", "quotes", "figures", "dates", "mentions"}


def test_a_dossier_gives_names_only_when_it_is_named(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    person = next(a for a in read(Folders.below(small))[0].dossier.actors.values() if a.kind == "person")
    name, record = person.heading, person.id
    document = json.dumps({"doc_id": 1, "text": f"Nobody saw {name} there."}) + "\n"
    with_names = json.loads(run("--dossier", str(small), "extract", "--jsonl", "-", given=document).stdout)
    without = json.loads(run("extract", "--jsonl", "-", given=document).stdout)
    assert record in [mention["id"] for mention in with_names["mentions"]]
    assert record not in [mention["id"] for mention in without["mentions"]]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"no json\n", "line 1 is not JSON"),
        (b'{"doc_id": 1, "text": "a"}\n[1]\n', "line 2 is not a document"),
        (b'{"doc_id": 1}\n', "line 1 is not a document"),
        (b'{"doc_id": 1, "text": "\xff"}\n', "line 1 is not UTF-8: the byte 0xff at 23 is no part of a character"),
        (b'{"doc_id": 1, "text": "a"}\n\n\xc3\n', "line 3 is not UTF-8: the byte 0xc3 at 0"),
        (b'{"doc_id": 1, "text": "a"}\n{"doc_id": 2, "te', "line 2 is not JSON"),
    ],
)
def test_a_line_that_is_no_document_is_named(given: bytes, told: str) -> None:
    result = run("extract", "--jsonl", "-", given=given)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_a_document() -> None:
    result = run("extract", "--jsonl", "-", given=b'\xef\xbb\xbf{"doc_id": 1, "text": "8 ships"}\r\n\r\n')
    assert result.exit_code == 0
    assert [figure["value"] for figure in json.loads(result.stdout)["figures"]] == [8]


def accepted(root: Path, data: bytes) -> None:
    """Extract from another text for the Gazette's."""
    (root / "seeds/gazette.txt").write_bytes(data)
    run("--dossier", str(root), "verify", "--accept-text", "gazette-2021-03-12")
    assert run("--dossier", str(root), "extract").exit_code == 0


@pytest.mark.parametrize(
    "data", [b"", b" \r\n ", b"\xef\xbb\xbf", b"\x00", "مرفأ لومو\n“نعم\n".encode(), b"a\r\nb\r\n"]
)
def test_whatever_the_text_what_is_written_can_be_read(small: Path, data: bytes) -> None:
    accepted(small, data)
    case, problems = read(Folders.below(small))
    assert [str(problem) for problem in problems] == []
    assert case.findings.extracted["gazette-2021-03-12"].chars == len(data.decode())


def test_what_steers_a_terminal_is_shown_and_not_sent_to_it(small: Path) -> None:
    accepted(small, "Guards said “40 \x1b[2Jpeople \u202e died” on \x9bFriday.\n".encode())
    for words in (["review", "--list"], ["coverage"], ["check"]):
        shown = run("--dossier", str(small), *words)
        assert not set(shown.stdout + shown.stderr) & set("\x1b\x9b\u202e")
        assert words == ["check"] or r"40 \x1b[2Jpeople" in shown.stdout


@pytest.mark.parametrize(
    "text", ["", "\ud800 “", "“" * 3000, "\x00" * 50, "قال “نعم” 24 مرة", "a\r\nb\r\n", "\ufeff8 ships", "8 " * 5000]
)
def test_odd_texts_give_a_result(text: str) -> None:
    document = json.dumps({"doc_id": 1, "text": text, "published": "no date"}) + "\n"
    result = run("extract", "--jsonl", "-", given=document)
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    for kind in ("quotes", "figures", "dates", "mentions"):
        assert all(0 <= c["start"] < c["end"] <= len(text) for c in found[kind])
