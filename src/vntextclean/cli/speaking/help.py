"""Help whose options stand under headings, in the order in which a user needs them, and in the user's language."""

from __future__ import annotations

import inspect

import click

from vntextclean.cli.speaking.language import spoken

#: Heading -> names of parameters. What is in none of them is an option of the verb itself, and comes first.
GROUPS: dict[str, tuple[str, ...]] = {
    "What is read": (
        "files_from", "null", "exclude", "include", "gitignore", "documents", "input", "output", "main_text",
        "encoding", "errors",
    ),
    "What is repaired": (
        "preset", "filters", "select", "ignore", "min_confidence", "keep", "tone_style", "boilerplate", "no_learn",
        "model",
    ),
    "What may go wrong": ("on_error", "rejects", "resume", "restart", "max_text", "max_time"),
    "Settings": ("config", "no_config", "show_settings", "lang"),
    "How it runs": (
        "jobs", "chunk_size", "checkpoint_every", "status_every", "line_buffered", "verbose", "quiet", "stats",
        "report",
    ),
}  # fmt: skip


def in_help(text: str) -> str:
    """A text of the help in the language of this run; in English where there is no translation."""
    if spoken() == "en":
        return text
    from vntextclean.wording.vietnamese import help as of_all
    from vntextclean.wording.vietnamese import help_of_batch, help_of_verbs

    for table in (of_all.HELP, help_of_verbs.HELP, help_of_batch.HELP):
        if said := table.get(text):
            return said
    return text


def record(parameter: click.Option, context: click.Context) -> tuple[str, str] | None:
    """An option and its help, which click may have added a range or a default to."""
    made = parameter.get_help_record(context)
    if made is None or not parameter.help:
        return made
    shown = made[1].replace(parameter.help, in_help(parameter.help), 1)
    return made[0], shown.replace("[required]", f"[{in_help('required')}]")


def description(command: click.Command) -> str:
    """What a command does, paragraph by paragraph; examples stay as they are."""
    made = []
    for part in inspect.cleandoc(command.help or "").split("\n\n"):
        if part.startswith("\b"):
            made.append(part.replace("Example:", in_help("Example:"), 1))
        else:
            made.append(in_help(" ".join(part.split())))
    return "\n\n".join(made)


class Spoken(click.Command):
    """A command whose help is in the user's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line of usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), in_help("Usage: "))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description."""
        click.Command(self.name, help=description(self)).format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options in one list."""
        with formatter.section(in_help("Options")):
            formatter.write_dl([*self._records(ctx).values()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands at the end."""
        click.Command(self.name, epilog=in_help(self.epilog or "")).format_epilog(ctx, formatter)

    def _records(self, ctx: click.Context) -> dict[str, tuple[str, str]]:
        return {
            str(parameter.name): made
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (made := record(parameter, ctx)) is not None
        }


class Grouped(Spoken):
    """A command whose help has its own options first, then those that verbs share, by what they are about."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their headings."""
        records = self._records(ctx)
        shared = {name for names in GROUPS.values() for name in names}
        own = [made for name, made in records.items() if name not in shared]
        sections = {"Options": own} | {
            heading: [records[name] for name in names if name in records] for heading, names in GROUPS.items()
        }
        for heading, rows in sections.items():
            if rows:
                with formatter.section(in_help(heading)):
                    formatter.write_dl(rows)
