"""Where the counts of a run go: to standard error for --stats, to a file of their own for --report."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vntextclean.cli.outputs.streams import FileOutput

if TYPE_CHECKING:
    from vntextclean.cli.options.shared import Options


def tell(options: Options, counts: str) -> None:
    """Print or write one line of JSON, as the user asked for it."""
    if options.stats:
        click.echo(counts, err=True)
    if options.report:
        with closing(FileOutput(Path(options.report))) as output:
            output.write(counts + "\n")
            output.commit()
