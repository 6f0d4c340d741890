"""The command `factsheet`: 0 all well, 1 problems in the dossier, 2 misuse."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from . import __version__

COMMANDS = (
    "init",
    "new",
    "check",
    "explain",
    "verify",
    "extract",
    "review",
    "correct",
    "add-source",
    "coverage",
    "render",
    "schema",
)
"""Each is the `command` of its module in commands/."""


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
