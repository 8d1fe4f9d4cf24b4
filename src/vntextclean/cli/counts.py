"""Where the counts of a run go: standard error for --stats, a file for --report, where nothing else stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from vntextclean.cli.options import Options


def tell(options: Options, counts: str) -> None:
    """Print or write one line of JSON, as the user asked for it."""
    if options.stats:
        click.echo(counts, err=True)
    if options.report:
        Path(options.report).write_text(counts + "\n", encoding="utf-8")
