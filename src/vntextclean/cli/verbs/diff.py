"""``diff``: what would change, and why."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.replayed import changes, refuse_idle
from vntextclean.cli.options.shared import as_page, inputs, repairs, settle
from vntextclean.cli.running.decided import Decided, decisions
from vntextclean.cli.screens.screen import Screen, screens
from vntextclean.cli.speaking.help import Grouped
from vntextclean.cli.speaking.say import shown
from vntextclean.cli.verbs.clean import maker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vntextclean.cleaned import Cleaned
    from vntextclean.cli.running.work import Work
    from vntextclean.streams.documents import Document


@click.command("diff", cls=Grouped)
@inputs
@repairs
@as_page
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "unified", "json", "html"]),
    help="Reasons in colour (default on a terminal), a patch (default in a pipe), JSON lines, or a page to review.",
)
@click.option(
    "-o",
    "--output-file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the page of --format html to FILE; a FILE that ends in .html asks for it.",
)
@changes
@decisions
@screens
def command(form: str | None, output_file: str | None, changes: str | None, decisions: str | None, **given: Any) -> int:
    """Show what would change: in colour on a terminal, as a patch in a pipe.

    Ends with 1 if anything would change, with 0 if not. JSON has one object a document: document, sha256, changes and
    suggestions, each with start, end (code points of the source), before, after, rules, confidence and reasons. With
    --decisions it shows what is still open; with --changes what `clean --changes` will make. HTML is one file that
    loads nothing: accept and refuse in it, and export the decisions for `clean --decisions`.

    \b
    Example:
      $ vntextclean diff page.txt | patch page.txt
      $ vntextclean diff --format json page.txt > reviewed.jsonl
      $ vntextclean diff --format html -o report.html page.txt
    """
    from vntextclean.cli.running.site import learned
    from vntextclean.cli.running.work import Work

    if output_file is not None and form not in (None, "html"):
        raise click.UsageError(f"-o is for --format html; send --format {form} to a file with >")
    if output_file is not None and form is None and Path(output_file).suffix.lower() not in (".html", ".htm"):
        raise click.UsageError(f"-o writes a page: call it .html, not {output_file!r}; send a patch to a file with >")
    if form == "html" and output_file is None and sys.stdout.isatty():
        raise click.UsageError("a page of HTML is no use on a terminal: name a file with -o")
    screen = Screen.of(given)
    if changes is not None:
        refuse_idle({**given, "decisions": decisions})
    options = settle(given)
    if changes is None:
        options = learned(options)
    work = Work(options, maker(options, changes))
    decided = Decided(decisions) if decisions is not None else None
    if decided:
        work.judge = decided.undecided
    if form == "html" or output_file is not None:
        _html(work, output_file)
    else:
        view(work, form, screen)
    if decided:
        decided.say(work)
    return work.status(changes_count=True)


def view(work: Work, form: str | None, screen: Screen) -> None:
    """Show what would change: on a terminal for people, elsewhere as a patch, if no format is asked for."""
    form = form or screen.usual()
    screen.refuse_beside(form)
    VIEWS[form](work, screen)


def _terminal(work: Work, screen: Screen) -> None:
    from vntextclean.cli.inputs.sources import reads_terminal
    from vntextclean.render import terminal
    from vntextclean.render.footer import footer

    lang = work.options.settings.lang
    look = terminal.View(lang, work.options.verbose, screen.unfold, screen.side_by_side)
    with screen.console(typing=reads_terminal(work.options)) as console:
        held: frozenset[str] = frozenset()
        for _, results in work.by_source():
            for document, cleaned in results:
                held |= terminal.show(console, document._replace(name=shown(document.name)), cleaned, look)
        footer(console, work.summary, lang, held)


def _unified(work: Work, _: Screen) -> None:
    from vntextclean.cli.outputs.streams import StandardOutput
    from vntextclean.render.hunks import Block, in_stream
    from vntextclean.render.unified import unified

    output = StandardOutput(flush=work.options.line_buffered)
    for source, results in work.by_source():
        started = is_word = False

        def stream(results: Iterable[tuple[Document, Cleaned]] = results) -> Iterator[Block]:
            nonlocal is_word
            for document, cleaned in results:
                is_word = is_word or document.word is not None
                yield from in_stream(document, cleaned)

        for line in unified(source.name, stream()):
            started = True
            output.write(line)
        if started and is_word:
            work.note(
                f"{source.name}: the patch is of the text of a .docx, so patch(1) cannot apply it;"
                " `vntextclean clean -o FILE.docx` makes the same changes, tracked"
            )
        encoding = work.encodings.get(source.name, "utf-8")
        if started and encoding != "utf-8":
            work.note(
                f"{source.name}: the patch is UTF-8 and the file is {encoding}, so patch(1) cannot apply it;"
                " `vntextclean clean --write` makes the same changes, and the file UTF-8"
            )


def _json(work: Work, screen: Screen) -> None:
    from vntextclean.cli.outputs.streams import StandardOutput

    del screen
    output = StandardOutput(flush=work.options.line_buffered)
    for _, results in work.by_source():
        for document, cleaned in results:
            output.write(cleaned.to_json(document.label) + "\n")


def _html(work: Work, output: str | None) -> None:
    from vntextclean.cli.inputs.sources import keep
    from vntextclean.cli.outputs.streams import FileOutput, StandardOutput
    from vntextclean.render.html.report import Report

    report = Report(work.options.settings.lang)
    with closing(StandardOutput(flush=False) if output is None else FileOutput(Path(output))) as target:
        for piece in report.head():
            target.write(piece)
        for source, results in work.by_source():
            keep(source, output, "-o")
            for document, cleaned in results:
                target.write("".join(report.document(document, cleaned)))
        for piece in report.tail():
            target.write(piece)
        target.commit()


#: The views of what would change, by the name of their format.
VIEWS: dict[str, Callable[[Work, Screen], None]] = {"terminal": _terminal, "unified": _unified, "json": _json}
