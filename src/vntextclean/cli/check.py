"""``check``: which files would change."""

from __future__ import annotations

from typing import Any

import click

from vntextclean.cli.clean import maker
from vntextclean.cli.decided import Decided, decisions
from vntextclean.cli.options import inputs, repairs, settle


@click.command("check")
@inputs
@repairs
@decisions
def command(decisions: str | None, **given: Any) -> int:
    """List the files that would change.

    Ends with 1 if there are any, with 0 if not: for hooks and continuous integration.

    \b
    Example:
      $ vntextclean check --preset lossless texts/
      texts/news.txt
    """
    from vntextclean.cli.outputs import StandardOutput
    from vntextclean.cli.work import Work

    options = settle(given)
    work = Work(options, maker(options))
    if decisions is not None:
        work.judge = Decided(decisions).settle
    output = StandardOutput(flush=options.line_buffered)
    for source, results in work.by_source():
        if sum(cleaned.text != cleaned.source for _, cleaned in results):
            output.write(f"{source.name}\n")
    return work.status(changes_count=True)
