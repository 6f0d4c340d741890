"""The whole dossier as one object: what programs read of it."""

from __future__ import annotations

import json

from generator.exports import dossier as whole
from generator.model.corrections import Correction
from generator.model.dossier import Dossier


def test_corrections_are_told_as_they_were_logged() -> None:
    entry = {"fact": "events/fire#c1", "was": "three", "now": "four", "kind": "correction"}
    entry |= {"reason": "Misread.", "date": "2021-04-01", "by": "The desk"}
    again = entry | {"was": "four", "now": "five", "field": "hedge", "date": "2021-04-02"}
    dossier = Dossier({}, corrections=tuple(Correction.model_validate(one) for one in (entry, again)))
    told = json.loads(whole.log(dossier))["corrections"]
    assert told == [entry | {"field": "value", "source": None}, again | {"source": None}]
