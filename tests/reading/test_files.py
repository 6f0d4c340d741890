"""A content folder to a dossier: which files are records, and which are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.dossier import LOG
from generator.reading.files import MAX_BYTES, read

PERSON = "kind: person\nnames: [{id: n1, value: A, use: preferred}]\n"


def messages(root: Path) -> list[str]:
    return [str(problem) for problem in read(root / "content", root)[1]]


def test_the_stem_of_a_file_is_the_id_of_its_record(write) -> None:
    root = write({"content/actors/a-1.yml": PERSON, "content/places/a-1.yml": PERSON.split("\n", 1)[1]})
    dossier, problems = read(root / "content", root)
    assert problems == []
    assert dossier.actors["a-1"].key == "actors/a-1"
    assert dossier.places["a-1"].id == "a-1"
    assert dossier.actors["a-1"].names[0].at("value").path == "content/actors/a-1.yml"


def test_a_record_that_is_wrong_is_known_but_not_there(write) -> None:
    root = write({"content/actors/a.yml": "kind: person\n", "content/actors/b.yml": PERSON})
    dossier, problems = read(root / "content", root)
    assert [str(problem) for problem in problems] == [
        (
            "content/actors/a.yml:1:1: `names` is missing: its names, each spelling with the words in which it stands "
            "[missing-field]"
        )
    ]
    assert list(dossier.actors) == ["b"]
    assert dossier.broken == {("actors", "a")}
    assert dossier.knows("actors", "a")


FILES = {
    "hidden files and what editors leave behind": (
        {"actors/.a.yml": "[", "actors/#a.yml#": "[", "actors/a.yml~": "[", ".git/x.yml": "["},
        [],
    ),
    "folders that hold no records": (
        {"pages/index.md": "# Home", "decisions/paper.yml": "["},
        [],
    ),
    "a folder that is misspelt": (
        {"actor/a.yml": PERSON},
        ["content/actor:1:1: no record is read from the folder `actor`; did you mean `actors`? [unknown-folder]"],
    ),
    "a record outside the folders": (
        {"a.yml": PERSON},
        [
            (
                "content/a.yml:1:1: no record is read from here; "
                "move it into sources, actors, places, events, quotes, figures [unknown-folder]"
            )
        ],
    ),
    "another suffix": (
        {"actors/a.yaml": PERSON},
        ["content/actors/a.yaml:1:1: `a.yaml` is not read: a record is a file that ends in `.yml` [bad-id]"],
    ),
    "a folder in a folder": (
        {"actors/people/a.yml": PERSON},
        ["content/actors/people:1:1: `people` is not read: a record is a file that ends in `.yml` [bad-id]"],
    ),
    "a folder with the suffix": (
        {"actors/a.yml/b.yml": PERSON},
        ["content/actors/a.yml:1:1: this is not a file [yaml-syntax]"],
    ),
    "a name that is no id": (
        {"actors/Å b.yml": PERSON, "actors/__.yml": PERSON},
        [
            (
                "content/actors/__.yml:1:1: the file name `__` is not an id: use lower-case letters, digits and single "
                "hyphens [bad-id]"
            ),
            (
                "content/actors/Å b.yml:1:1: the file name `Å b` is not an id: use lower-case letters, digits and "
                "single hyphens, such as `a-b` [bad-id]"
            ),
        ],
    ),
    "an empty file": (
        {"actors/a.yml": ""},
        ["content/actors/a.yml:1:1: the file is empty: a record is written as `field: value` lines [yaml-syntax]"],
    ),
    "not UTF-8": (
        {"actors/a.yml": "kind: person\nnames: é".encode() + b"\xe4\n"},
        [
            (
                "content/actors/a.yml:2:9: the file is not UTF-8: the byte 0xe4 (`ä` in Windows-1252) stands here; "
                "save it as UTF-8 [yaml-syntax]"
            ),
        ],
    ),
    "UTF-16": (
        {"actors/a.yml": PERSON.encode("utf-16")},
        ["content/actors/a.yml:1:1: the file is UTF-16; save it as UTF-8 [yaml-syntax]"],
    ),
    "a byte order mark and Windows line ends": (
        {"actors/a.yml": b"\xef\xbb\xbf" + PERSON.replace("preferred", "prefered").replace("\n", "\r\n").encode()},
        [
            (
                "content/actors/a.yml:2:33: `use` of n1 is `prefered`, which is none of preferred, variant, former, "
                "acronym, native; did you mean `preferred`? [unknown-choice]"
            )
        ],
    ),
    "a NUL": (
        {"actors/a.yml": "kind: \0"},
        ["content/actors/a.yml:1:7: the character U+0000 cannot stand in YAML; delete it [yaml-syntax]"],
    ),
    "too large a file": (
        {"actors/a.yml": "#" * 3_000_000},
        [f"content/actors/a.yml:1:1: the file is 3,000,000 bytes; a record has at most {MAX_BYTES:,} [yaml-syntax]"],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_no_records(name: str, write) -> None:
    files, expected = FILES[name]
    root = write({f"content/{path}": content for path, content in files.items()})
    assert messages(root) == expected


def test_a_largest_record_is_read(write) -> None:
    root = write({"content/actors/a.yml": PERSON + "#" * (MAX_BYTES - len(PERSON))})
    assert messages(root) == []


def test_no_folder_at_all(tmp_path: Path) -> None:
    assert messages(tmp_path) == [
        "content:1:1: there is no such folder: a dossier keeps its records there [unknown-folder]"
    ]


def test_names_that_differ_in_case_alone(write) -> None:
    root = write({"content/actors/a.yml": PERSON})
    if (root / "content/actors/A.yml").exists():
        pytest.skip("this file system ignores case")
    write({"content/actors/A.yml": PERSON, "content/places/a.yml": PERSON.split("\n", 1)[1]})
    clashes = [message for message in messages(root) if "[id-case-clash]" in message]
    assert clashes == [
        (
            "content/actors/A.yml:1:1: `A.yml` and `a.yml` are one file on systems that ignore case; "
            "rename one [id-case-clash]"
        ),
        (
            "content/actors/a.yml:1:1: `a.yml` and `A.yml` are one file on systems that ignore case; "
            "rename one [id-case-clash]"
        ),
    ]


def test_links_are_followed_within_the_folder_alone(write, tmp_path: Path) -> None:
    root = write({"secret.yml": PERSON, "content/actors/a.yml": PERSON})
    folder = root / "content" / "actors"
    (folder / "b.yml").symlink_to("a.yml")
    (folder / "c.yml").symlink_to(root / "secret.yml")
    (folder / "d.yml").symlink_to("d.yml")
    (folder / "e.yml").symlink_to("nowhere.yml")
    assert messages(root) == [
        "content/actors/c.yml:1:1: this is a link that leads out of its folder [yaml-syntax]",
        "content/actors/d.yml:1:1: this is not a file [yaml-syntax]",
        "content/actors/e.yml:1:1: this is not a file [yaml-syntax]",
    ]
    assert list(read(root / "content", root)[0].actors) == ["a", "b"]


ENTRY = "{fact: actors/a#n1, was: A, now: B, kind: correction, reason: Misread., date: 2024-01-24, by: The desk}"


def test_the_log_is_read_beside_the_records(write) -> None:
    root = write({"content/actors/a.yml": PERSON, "content/corrections.yml": f"corrections:\n  - {ENTRY}\n"})
    dossier, problems = read(root / "content", root)
    assert problems == []
    (entry,) = dossier.corrections
    assert (entry.fact, entry.field, entry.was, entry.became) == ("actors/a#n1", "value", "A", "B")
    assert str(entry.at("now")) == "content/corrections.yml:2:38"
    assert dossier.broken == frozenset()


MISWRITTEN = {
    "no fact": (
        ENTRY.replace("actors/a#n1", "n1"),
        (
            "2:12: `corrections[1].fact`: `n1` names no fact: "
            "write its record, `#` and its id, such as `events/strike#c1` [bad-id]"
        ),
    ),
    "no such kind": (
        ENTRY.replace("correction,", "corection,"),
        (
            "2:47: `corrections[1].kind` is `corection`, which is none of correction, clarification, withdrawal, typo; "
            "did you mean `correction`? [unknown-choice]"
        ),
    ),
    "no day": (
        ENTRY.replace("2024-01-24", "2024-01"),
        "2:83: `corrections[1].date`: `2024-01` is not a day, such as 2024-01-24 [bad-date]",
    ),
    "a day that may be another": (
        ENTRY.replace("2024-01-24", "2024-01-24~"),
        "2:83: `corrections[1].date`: `2024-01-24~` is not a day, such as 2024-01-24 [bad-date]",
    ),
    "nobody": (
        ENTRY.replace(", by: The desk", ""),
        (
            "2:5: `corrections[1].by` is missing: who corrects it, as readers are to see it, such as `The desk` "
            "[missing-field]"
        ),
    ),
}


@pytest.mark.parametrize(("entry", "told"), MISWRITTEN.values(), ids=MISWRITTEN)
def test_entries_that_cannot_be_read(write, entry: str, told: str) -> None:
    root = write({"content/actors/a.yml": PERSON, "content/corrections.yml": f"corrections:\n  - {entry}\n"})
    assert messages(root) == [f"content/corrections.yml:{told}"]
    assert read(root / "content", root)[0].broken == {LOG}


def test_a_log_with_the_marks_of_a_merge_conflict(write) -> None:
    both = f"corrections:\n<<<<<<< HEAD\n  - {ENTRY}\n=======\n  - {ENTRY}\n>>>>>>> theirs\n"
    root = write({"content/actors/a.yml": PERSON, "content/corrections.yml": both})
    (told,) = messages(root)
    assert told.startswith("content/corrections.yml:2:1: `<<<<<<< HEAD` is the mark of a merge conflict; ")
    assert told.endswith("[yaml-syntax]")
