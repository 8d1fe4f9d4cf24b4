"""``diff``: what would change, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli import shown
from vntextclean.cli.clean import maker
from vntextclean.cli.options import inputs, repairs, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from vntextclean.cli.work import Work


@click.command("diff")
@inputs
@repairs
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "unified", "json"]),
    help="Colours and reasons (default on a terminal), a patch (default in a pipe), or JSON lines.",
)
def command(form: str | None, **given: Any) -> int:
    """Show what would change: in colour on a terminal, as a patch in a pipe.

    Ends with 1 if anything would change, with 0 if not. JSON has one object a document: document, sha256, changes and
    suggestions, each with start, end (code points of the source), before, after, rules, confidence and reasons.

    \b
    Example:
      $ vntextclean diff page.txt | patch page.txt
      $ vntextclean diff --format json page.txt > reviewed.jsonl
    """
    from vntextclean.cli.work import Work

    options = settle(given)
    work = Work(options, maker(options))
    form = form or ("terminal" if sys.stdout.isatty() else "unified")
    VIEWS[form](work)
    return work.status(changes_count=True)


def _terminal(work: Work) -> None:
    from rich.console import Console

    from vntextclean.render import terminal

    console = Console(highlight=False)
    for _, results in work.by_source():
        for document, cleaned in results:
            terminal.show(console, document._replace(name=shown(document.name)), cleaned)
    terminal.footer(console, work.summary)


def _unified(work: Work) -> None:
    from vntextclean.cli.outputs import StandardOutput
    from vntextclean.render.hunks import in_stream
    from vntextclean.render.unified import unified

    output = StandardOutput(flush=work.options.line_buffered)
    for source, results in work.by_source():
        stream = (block for document, cleaned in results for block in in_stream(document, cleaned))
        started = False
        for line in unified(source.name, stream):
            started = True
            output.write(line)
        encoding = work.encodings.get(source.name, "utf-8")
        if started and encoding != "utf-8":
            work.note(
                f"{source.name}: the patch is UTF-8 and the file is {encoding}, so patch(1) cannot apply it;"
                " `vntextclean clean --write` makes the same changes, and the file UTF-8"
            )


def _json(work: Work) -> None:
    from vntextclean.cli.outputs import StandardOutput

    output = StandardOutput(flush=work.options.line_buffered)
    for _, results in work.by_source():
        for document, cleaned in results:
            output.write(cleaned.to_json(document.label) + "\n")


#: The views of what would change, by the name of their format.
VIEWS: dict[str, Callable[[Work], None]] = {"terminal": _terminal, "unified": _unified, "json": _json}
