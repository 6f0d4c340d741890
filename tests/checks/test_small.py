"""The small dossier is clean, with its texts and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.rule import Case
from generator.checks.run import check
from generator.evidence import lock, texts
from generator.evidence.evidence import Evidence
from generator.reading import files

SMALL = Path(__file__).parents[1] / "dossiers" / "small"


@pytest.mark.parametrize("with_texts", [True, False])
def test_the_small_dossier_is_clean(with_texts: bool) -> None:
    dossier, of_reading = files.read(SMALL / "content", SMALL)
    entries, of_lock = lock.read(SMALL / "seeds", SMALL)
    found = texts.read(SMALL / "seeds", dossier) if with_texts else {}
    assert len(found) == (2 if with_texts else 0)
    findings, of_findings = files.read_findings(SMALL / "content", SMALL / "seeds", SMALL)
    assert len(findings.extracted) == 2
    case = Case(dossier, Evidence(dossier, found, entries), findings=findings)
    problems = [*of_reading, *of_lock, *of_findings, *check(case)]
    assert [str(problem) for problem in problems] == [
        (
            "content/events/2021-03-12-lumo-harbour-strike.yml:15:12: "
            "`strikes` (`two`) rests on a single source, `gazette-2021-03-12` [single-source]"
        )
    ]


def test_one_changed_letter_is_found(small: Path) -> None:
    record = small / "content" / "figures" / "guards-in-lumo.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace('"about 1,200 guards', '"about 1,200 guarts'), encoding="utf-8")
    dossier, _ = files.read(small / "content", small)
    entries, _ = lock.read(small / "seeds", small)
    evidence = Evidence(dossier, texts.read(small / "seeds", dossier), entries)
    messages = [str(problem) for problem in check(Case(dossier, evidence)) if problem.level == "error"]
    assert messages == [
        (
            "content/figures/guards-in-lumo.yml:11:48: `about 1,200 guarts in Lumo` does not stand in the text of "
            "`gazette-2021-03-12`; the nearest passage is `about 1,200 guards in Lumo.`: "
            "the text has `guards` where the citation has `guarts` [quote-not-in-source]"
        )
    ]
