"""`factsheet coverage`: what the facts account for, and what is left."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build
from ..evidence.coverage import coverage
from ..folders import read
from ..problems import printable
from ..views.coverage import why
from .opening import opened


@click.command("coverage")
@click.pass_obj
def command(root: Path) -> None:
    """Show how much of each source the facts account for, and the sentences that are left.

    Exits 1 when a sentence is left. The sentences' words are shown where the texts are there.
    """
    folders, _ = opened(root)
    case, _ = read(folders)
    strings, _ = build.strings(folders)
    counted = coverage(case.dossier, case.evidence, case.findings)
    if not counted:
        raise click.UsageError("nothing to count: run `factsheet extract` where the texts are")
    for source, found in counted.items():
        shares = ", ".join(
            f"{strings(f'coverage.{kind}').lower()} {done}/{whole}" for kind, (done, whole) in found.candidates.items()
        )
        click.echo(f"{source}: sentences {found.covered}/{found.sentences}, {shares}")
        text = case.evidence.text_of(source)
        for gap in found.gaps:
            words = "" if text is None else " ".join(text[gap.span.start : gap.span.end].split())
            left = ", ".join(f"`{candidate.exact}`" for candidate in gap.candidates)
            line = f"{gap.span.start}-{gap.span.end} ({why(gap, strings)}{': ' * bool(left)}{left}) {words}"
            click.echo(f"  {printable(line)}")
    for source in sorted(set(case.dossier.sources) - set(counted)):
        click.echo(f"{source}: not gone through: run `factsheet extract` where its text is")
    sys.exit(1 if any(c.gaps for c in counted.values()) or len(counted) < len(case.dossier.sources) else 0)
