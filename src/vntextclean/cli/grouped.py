"""Help whose options stand under headings, in the order in which a user needs them."""

from __future__ import annotations

import click

#: Heading -> names of parameters. What is in none of them is an option of the verb itself, and comes first.
GROUPS: dict[str, tuple[str, ...]] = {
    "What is read": (
        "files_from", "null", "exclude", "include", "gitignore", "documents", "input", "encoding", "errors",
    ),
    "What is repaired": (
        "preset", "filters", "select", "ignore", "min_confidence", "keep", "tone_style", "boilerplate", "no_learn",
        "model",
    ),
    "What may go wrong": ("on_error", "rejects", "resume", "restart", "max_text"),
    "Settings": ("config", "no_config", "show_settings", "lang"),
    "How it runs": (
        "jobs", "chunk_size", "checkpoint_every", "status_every", "line_buffered", "verbose", "quiet", "stats",
    ),
}  # fmt: skip


class Grouped(click.Command):
    """A command whose help has its own options first, then those that verbs share, by what they are about."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their headings."""
        records = {
            str(parameter.name): record
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)) is not None
        }
        shared = {name for names in GROUPS.values() for name in names}
        own = [record for name, record in records.items() if name not in shared]
        sections = {"Options": own} | {
            heading: [records[name] for name in names if name in records] for heading, names in GROUPS.items()
        }
        for heading, rows in sections.items():
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)
