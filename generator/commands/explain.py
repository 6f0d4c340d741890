"""`factsheet explain`: what a rule is for."""

from __future__ import annotations

import sys
from textwrap import fill, indent

import click

from ..checks.documentation import DOCUMENTED, Documentation
from ..problems import suggestion

WIDTH = 88


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Say what a RULE is for, with an example that is wrong and one that is right. Without RULE, list all."""
    if rule is None:
        widest = max(map(len, DOCUMENTED))
        for documented in DOCUMENTED.values():
            click.echo(f"{documented.rule:{widest}}  {documented.level:7}  {documented.summary}")
        return
    found = DOCUMENTED.get(rule.strip("[]`"))
    if found is None:
        near = suggestion(rule, DOCUMENTED) or "; `factsheet explain` lists all"
        click.echo(f"there is no rule `{ascii(rule)[1:-1]}`{near}", err=True)
        sys.exit(2)
    click.echo(explained(found))


def explained(documented: Documentation) -> str:
    """Write a rule's documentation for a terminal."""
    return "\n\n".join([
        f"{documented.rule} ({documented.level})",
        fill(documented.summary, WIDTH),
        *(fill(paragraph, WIDTH, break_on_hyphens=False) for paragraph in documented.paragraphs),
        f"Wrong:\n{indent(documented.wrong, '    ')}",
        f"Right:\n{indent(documented.right, '    ')}",
    ])  # fmt: skip
