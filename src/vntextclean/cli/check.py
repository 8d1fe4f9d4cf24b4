"""``check``: which files would change."""

from __future__ import annotations

from typing import Any

import click

from vntextclean.cli.clean import maker
from vntextclean.cli.options import inputs, repairs, settle


@click.command("check")
@inputs
@repairs
def command(**given: Any) -> int:
    """List the files that would change.

    Ends with 1 if there are any, with 0 if not: for hooks and continuous integration. Standard error names the
    misreadings that made a file, with the words of each, and those that could not be read ("not read").

    \b
    Example:
      $ vntextclean check --preset lossless texts/
      texts/news.txt
    """
    from vntextclean.cli.outputs import StandardOutput
    from vntextclean.cli.site import learned
    from vntextclean.cli.work import Work

    options = learned(settle(given))
    work = Work(options, maker(options), names_misreadings=True)
    output = StandardOutput(flush=options.line_buffered)
    for source, results in work.by_source():
        if sum(cleaned.text != cleaned.source for _, cleaned in results):
            output.write(f"{source.name}\n")
        work.name_misreadings(source.name)
    return work.status(changes_count=True)
