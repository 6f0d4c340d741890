"""The command `factsheet`: 0 all well, 1 problems in the dossier, 2 misuse."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from . import __version__
from .problems import printable

COMMANDS = {
    "init": "start a dossier of your own",
    "new": "write a new record, asking what it needs",
    "check": "report everything that is wrong",
    "explain": "say what a rule of check is for, with examples",
    "verify": "look for every citation in the texts, and write the lock",
    "extract": "find quotations, numbers, dates and names in the texts",
    "review": "decide about what extraction found",
    "correct": "log the correction of something published",
    "add-source": "make a source of a text or a web page",
    "coverage": "show how much of each source the facts account for",
    "render": "write the pages as Markdown files",
    "schema": "write what editors need to check and complete records",
}
"""Each is the `command` of its module in commands/, and what it does in a few words."""


class Commands(click.Group):
    """Loads a command only when it is asked for: what one needs takes longer to load than another to run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f".commands.{cmd_name.replace('-', '_')}", __package__).command
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a file that it cannot read or write is told, and is no fault of the program."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.filename is None:
                raise
            raise click.UsageError(printable(f"{error.strerror}: {error.filename}")) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--dossier",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The dossier's folder, where its mkdocs.yml lies.  [default: this folder]",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, dossier: Path) -> None:
    """Make sourced fact sheets: every statement footnoted to the exact words that support it."""
    context.obj = dossier.resolve()


if __name__ == "__main__":
    main()
