"""``check``: which files would change."""

from __future__ import annotations

from typing import Any

import click

from vntextclean.cli.clean import is_recoded, maker
from vntextclean.cli.decided import Decided, decisions
from vntextclean.cli.grouped import Grouped
from vntextclean.cli.options import inputs, repairs, settle


@click.command("check", cls=Grouped)
@inputs
@repairs
@decisions
@click.option("--keep-encoding", is_flag=True, help="Do not count files that would only become UTF-8.")
def command(decisions: str | None, **given: Any) -> int:
    """List the files that would change.

    A file in another encoding than UTF-8 is one of them, because clean --write makes it UTF-8. Ends with 1 if there are
    any, with 0 if not: for hooks and continuous integration. Standard error names the misreadings that made a file,
    with the words of each, and those that could not be read ("not read").

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
    if decisions is not None:
        work.judge = Decided(decisions).settle
    output = StandardOutput(flush=options.line_buffered)
    for source, results in work.by_source():
        changes = sum(cleaned.text != cleaned.source for _, cleaned in results) > 0
        encoding = work.encodings.get(source.name, "utf-8")
        if not changes and not options.keep_encoding and is_recoded(encoding) and source not in work.failed:
            changes = True
            work.recoded += 1
            work.note(f"{source.name}: {encoding}, and `vntextclean clean --write` makes it UTF-8")
        if changes:
            output.write(f"{source.name}\n")
        work.name_misreadings(source.name)
    return work.status(changes_count=True)
