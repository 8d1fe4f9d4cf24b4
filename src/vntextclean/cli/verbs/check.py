"""``check``: which files would change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.shared import as_page, inputs, repairs, settle
from vntextclean.cli.running.decided import Decided, decisions
from vntextclean.cli.speaking.help import Grouped
from vntextclean.cli.speaking.say import shown
from vntextclean.cli.verbs.clean import is_recoded, maker
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vntextclean.cli.running.work import Work
    from vntextclean.render.reports import Report


@click.command("check", cls=Grouped)
@inputs
@repairs
@as_page
@decisions
@click.option("--keep-encoding", is_flag=True, help="Do not count files that would only become UTF-8.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "sarif", "json"]),
    default="text",
    help="Names of files (with -v: every change), annotations of GitHub, SARIF 2.1.0, or JSON lines.",
)
def command(form: str, decisions: str | None, **given: Any) -> int:
    """List the files that would change.

    A file in another encoding than UTF-8 is one of them, because clean --write makes it UTF-8. Ends with 1 if there are
    any, with 0 if not: for hooks and continuous integration. Standard error names the misreadings that made a file,
    with the words of each, and those that could not be read ("not read").

    \b
    Example:
      $ vntextclean check --preset lossless texts/
      texts/news.txt
    """
    from vntextclean.cli.outputs.streams import StandardOutput
    from vntextclean.cli.running.site import learned
    from vntextclean.cli.running.work import Work

    options = learned(settle(given))
    work = Work(options, maker(options), names_misreadings=True)
    if decisions is not None:
        work.judge = Decided(decisions).settle
    report = _report(form, StandardOutput(flush=options.line_buffered).write, options.verbose)
    files = sum(_checked(work, report))
    report.end()
    sys.stdout.flush()  # what stands there must be there before it is counted
    if files and form == "text":
        lang, changes = options.settings.lang, work.summary.changes
        said = counted(files, "{count} file would change", "{count} files would change", lang)
        repairs = counted(changes, "{count} repair", "{count} repairs", lang)
        work.note(told("{files}, {repairs}: `vntextclean clean --write` makes them", lang, files=said, repairs=repairs))
    return work.status(changes_count=True)


def _checked(work: Work, report: Report) -> Iterator[int]:
    """Report the findings of each file; 1 for a file that would change, 0 for another."""
    from vntextclean.render.findings import ENCODING, Finding, findings

    options = work.options
    for source, results in work.by_source():
        changed = False
        for document, cleaned in results:
            if cleaned.text == cleaned.source:
                continue
            if not changed:
                report.file(_name(source.name))
            changed = True
            for finding in findings(document, cleaned):
                report.add(finding)
        encoding = work.encodings.get(source.name, "utf-8")
        if is_recoded(encoding) and not options.keep_encoding and source not in work.failed:
            why = told(
                "read as {encoding}; `vntextclean clean --write` makes it UTF-8",
                options.settings.lang,
                encoding=encoding,
            )
            if not changed:
                report.file(_name(source.name))
                work.recoded += 1
                work.note(f"{source.name}: {why}")
            report.add(Finding(source.name, None, "", "", (ENCODING,), (why,), 1.0))
            changed = True
        work.name_misreadings(source.name)
        yield int(changed)


def _name(name: str) -> str:
    """A name as it is for a script, and without control characters for a terminal."""
    return shown(name) if sys.stdout.isatty() else name


def _report(form: str, write: Callable[[str], None], every: bool) -> Report:
    from vntextclean.render import reports

    if form == "github":
        return reports.GitHub(write)
    if form == "json":
        return reports.JsonLines(write)
    if form == "sarif":
        from vntextclean import __version__

        return reports.Sarif(write, __version__, _summaries)
    return reports.Names(write, every)


def _summaries() -> dict[str, str]:
    """What each rule does, in a sentence."""
    from vntextclean.registry import build, names
    from vntextclean.settings import Settings

    found = {code: rule.summary for made in build(names(), Settings()) for code, rule in made.rules.items()}
    return found | {"encoding": "Makes a file UTF-8."}
