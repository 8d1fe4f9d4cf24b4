"""``review``: a person decides about each change."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.shared import inputs, repairs, settle
from vntextclean.cli.speaking.help import Grouped
from vntextclean.cli.speaking.say import say
from vntextclean.cli.verbs.clean import maker
from vntextclean.errors import InputError

if TYPE_CHECKING:
    from vntextclean.cli.running.work import Work
    from vntextclean.review.session import Session


@click.command("review", cls=Grouped)
@inputs
@repairs
@click.option("--merge", is_flag=True, help="The files are decisions of several reviewers: make one of them.")
@click.option("-o", "--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Where --merge writes.")
def command(merge: bool, output_file: str | None, **given: Any) -> int:
    """Decide about each change on the whole screen (needs the extra `review`).

    Each answer is saved at once, beside the page, in FILE.vnreview.jsonl; `clean --decisions auto` respects it. One
    stops with q and goes on later, also after the page was edited elsewhere. Words come first, the least sure ones
    before the others; then suggestions, lines that leave the page, and spaces as one question. Ends with 1 if anything
    is left open.

    --merge makes one file of the decisions of several reviewers, names where they differ and leaves that open; it ends
    with 1 then.

    \b
    Example:
      $ vntextclean review page.txt
      $ vntextclean clean --decisions auto page.txt > clean.txt
      $ vntextclean review --merge a.vnreview.jsonl b.vnreview.jsonl -o both.vnreview.jsonl
    """
    if merge:
        return _merged(given["files"], output_file)
    if output_file is not None:
        raise click.UsageError("--output-file is for --merge: decisions about FILE are kept in FILE.vnreview.jsonl")
    options = settle(given)
    if "-" in options.files or not (options.files or options.files_from):
        raise click.UsageError("name the files to review: nothing could be kept beside standard input")
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # Textual draws on standard error
        raise InputError(
            "review needs a terminal; in a browser it is `vntextclean diff --format html -o report.html FILE`"
        )
    if find_spec("textual") is None:
        raise InputError(
            "review needs the extra `review`: pip install 'vntextclean[review]';"
            " without it, `vntextclean diff --format html -o report.html FILE` shows the changes in a browser"
        )
    from vntextclean.cli.running.site import learned
    from vntextclean.cli.running.work import Work

    options = learned(options)
    work = Work(options, maker(options))
    session = _session(work, given)
    if session.questions:
        from vntextclean.cli.screens.review_screen import ReviewApp

        ReviewApp(session, options.settings.lang).run()
    progress = session.progress
    say(
        f"{progress.done} of {progress.total} questions are decided; `vntextclean clean --decisions auto` respects them"
    )
    return work.status() or int(not session.finished)


def _session(work: Work, given: dict[str, Any]) -> Session:
    """The questions of all inputs, and where their answers go."""
    from vntextclean.review.keep_list import KeepList
    from vntextclean.review.log import Log, beside
    from vntextclean.review.questions import Page
    from vntextclean.review.session import Session

    pages: list[Page] = []
    logs: list[Log] = []
    for source, results in work.by_source():
        assert source.path
        pages.append(Page(source.name, tuple(results)))
        logs.append(Log(beside(source.path)))
    named = given.get("config")
    words = None if given.get("no_config") else KeepList(Path.cwd(), Path(named) if named else None)
    return Session(pages, logs, words)


def _merged(files: tuple[str, ...], output: str | None) -> int:
    """Make one file of several; what is agreed upon is written, and each conflict named."""
    from vntextclean.cli.outputs.streams import FileOutput, StandardOutput
    from vntextclean.review.log import read, to_text
    from vntextclean.review.merge import Conflict, merge

    if len(files) < 2:
        raise click.UsageError("--merge needs the files of two reviewers or more")
    kept = read(Path(files[0]))
    open_: list[Conflict] = []
    for name in files[1:]:
        found = merge(kept, read(Path(name)))
        kept = found.decisions
        for conflict in found.conflicts:
            say(f"{files[0]}, {name}: {conflict}")
        open_ += found.conflicts
    target = StandardOutput(flush=True) if output is None else FileOutput(Path(output))
    try:
        target.write(to_text(kept))
        target.commit()
    finally:
        target.close()
    if open_:
        say(f"{len(kept)} decisions agree or stand alone; {len(open_)} conflict and are left open")
    return int(bool(open_))
