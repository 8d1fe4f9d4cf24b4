"""Help whose options stand under headings, in the order in which a user needs them, and in the user's language."""

from __future__ import annotations

import inspect

import click

from vntextclean.cli.speech import spoken

#: Heading -> names of parameters. What is in none of them is an option of the verb itself, and comes first.
GROUPS: dict[str, tuple[str, ...]] = {
    "What is read": (
        "files_from", "null", "exclude", "include", "gitignore", "documents", "input", "output", "encoding",
        "errors",
    ),
    "What is repaired": (
        "preset", "filters", "select", "ignore", "min_confidence", "keep", "tone_style", "boilerplate", "no_learn",
        "model",
    ),
    "What may go wrong": ("on_error", "rejects", "resume", "restart", "max_text"),
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
    from vntextclean.wording import vietnamese_batch
    from vntextclean.wording.vietnamese_help import HELP

    return HELP.get(text) or vietnamese_batch.HELP.get(text, text)


def record(parameter: click.Option, context: click.Context) -> tuple[str, str] | None:
    """An option and its help, which click may have added a range or a default to."""
    made = parameter.get_help_record(context)
    if made is None or not parameter.help:
        return made
    return made[0], made[1].replace(parameter.help, in_help(parameter.help), 1)


def description(command: click.Command) -> str:
    """What a command does. In another language: its first sentence, and its examples as they are."""
    text = inspect.cleandoc(command.help or "")
    first, _, rest = text.partition("\n\n")
    said = in_help(" ".join(first.split()))
    if said == " ".join(first.split()):
        return text
    example = rest[rest.find("\b") :] if "\b" in rest else ""
    return f"{said}\n\n{example}".rstrip()


class Grouped(click.Command):
    """A command whose help has its own options first, then those that verbs share, by what they are about."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description."""
        click.Command(self.name, help=description(self)).format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their headings."""
        records = {
            str(parameter.name): made
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (made := record(parameter, ctx)) is not None
        }
        shared = {name for names in GROUPS.values() for name in names}
        own = [made for name, made in records.items() if name not in shared]
        sections = {"Options": own} | {
            heading: [records[name] for name in names if name in records] for heading, names in GROUPS.items()
        }
        for heading, rows in sections.items():
            if rows:
                with formatter.section(in_help(heading)):
                    formatter.write_dl(rows)
