"""A group of commands that answers what it does not know with what may be meant."""

from __future__ import annotations

from pathlib import Path

import click

from vntextclean.cli.speaking.help import Spoken, description, in_help
from vntextclean.nearest import did_you_mean


class Suggesting(Spoken, click.Group):
    """A group that answers an unknown command with the nearest one, and a file name with the command it needs."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        given, known = args[0], self.list_commands(ctx)
        if given == "help" and "help" not in known:  # as git and cargo have it
            args = [*args[1:], "--help"]
            if len(args) == 1:
                click.echo(ctx.get_help())
                ctx.exit()
            given = args[0]
        if given not in known and not given.startswith("-"):
            if "clean" in known and (Path(given).suffix or Path(given).exists()):
                ctx.fail(f"{given!r} is no command; did you mean `vntextclean clean {given}`?")
            ctx.fail(f"no command is called {given!r}{did_you_mean(given, known)}")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of what they do."""
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        with formatter.section(in_help("Commands")):
            formatter.write_dl(
                [(str(made.name), description(made).partition("\n\n")[0]) for made in commands if made is not None]
            )
