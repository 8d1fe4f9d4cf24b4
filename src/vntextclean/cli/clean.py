"""``clean``: the text comes out cleaned."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.decided import Decided, decisions
from vntextclean.cli.options import Options, inputs, repairs, settle
from vntextclean.streams.decoding import BOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vntextclean.cleaned import Cleaned
    from vntextclean.cli.inputs import Source
    from vntextclean.cli.outputs import Output
    from vntextclean.cli.work import Work
    from vntextclean.streams.batches import Cleaner
    from vntextclean.streams.documents import Document

#: What chooses repairs: beside --changes it would do nothing.
CHOOSING = (
    "preset", "filters", "select", "ignore", "min_confidence", "keep", "tone_style", "boilerplate", "lang", "model",
    "decisions",
)  # fmt: skip


@click.command("clean")
@inputs
@repairs
@click.option("-w", "--write", is_flag=True, help="Write the cleaned text back into the files.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), metavar="DIR", help="Write files below DIR.")
@click.option("--changes", type=click.Path(), metavar="FILE", help="Make the reviewed changes of FILE, and no others.")
@decisions
def command(write: bool, output_dir: str | None, changes: str | None, decisions: str | None, **given: Any) -> int:
    """Print the cleaned text, or write it back with --write.

    No file, or -, is standard input. A file is replaced whole or not at all, keeps its mode and line ends, and is not
    touched if nothing changes. --changes FILE replays what `diff --format json` printed and a reviewer left of it;
    --decisions FILE makes what was accepted in `review`, not what was refused, and the rest as without it.

    \b
    Example:
      $ echo "Phim rất hay.Nhưng  hơi dài ." | vntextclean clean
      Phim rất hay. Nhưng hơi dài.
    """
    from vntextclean.cli.work import Work

    if changes is not None:
        _refuse_idle({**given, "decisions": decisions})
    options = replace(settle(given), in_place=write)
    work = Work(options, maker(options, changes))
    if decisions is not None:
        work.judge = Decided(decisions).settle
    write_out(work, write, output_dir)
    return work.status()


def _refuse_idle(given: dict[str, Any]) -> None:
    """Refuse options that choose repairs beside --changes, where the reviewer has chosen them."""
    idle = [name for name in CHOOSING if given.get(name) not in (None, ())]
    if idle:
        names = ", ".join("--" + name.replace("filters", "filter").replace("_", "-") for name in idle)
        raise click.UsageError(f"--changes makes the reviewed changes and no others: leave out {names}")


def maker(options: Options, changes: str | None = None) -> Callable[[], Cleaner]:
    """What makes the pipeline, here or in each worker process; settings that cannot be used are refused now."""
    if changes is not None:
        from vntextclean.wire import Replay

        return partial(Replay, changes)
    from vntextclean.pipeline import Pipeline

    pipeline = Pipeline(options.settings)
    return partial(Pipeline, options.settings) if options.jobs > 1 else lambda: pipeline


def write_out(work: Work, write: bool, output_dir: str | None) -> None:
    """Send the results where they belong: standard output, back into their files, or below a directory."""
    from vntextclean.errors import InputError

    targets: dict[Path, str] = {}
    if write and output_dir:
        raise click.UsageError("--write and --output-dir exclude each other")
    for number, (source, results) in enumerate(work.by_source()):
        try:
            head, results = _peeked(results)
            with closing(_output(source, head, work.options, write, output_dir, targets)) as output:
                changed = bool(output_dir)
                joined = number > 0 and not write and not output_dir
                for document, cleaned in results:
                    if write and document.extracted:
                        raise InputError(f"{source.name}: a page of HTML would be lost for its text; use --output-dir")
                    if joined and document.head.startswith(BOM):  # it marks the head of a file, and here is none
                        document = document._replace(head=document.head[1:])
                    output.write(document.emit(cleaned.text))
                    changed = changed or cleaned.text != cleaned.source
                if changed and source not in work.failed:
                    output.commit()
        except InputError as error:
            work.fail(error)


def _peeked(
    results: Iterator[tuple[Document, Cleaned]],
) -> tuple[Document, Iterator[tuple[Document, Cleaned]]]:
    """The first document, and the results from it on."""
    first = next(results)
    return first[0], chain([first], results)


def _output(
    source: Source, first: Document, options: Options, write: bool, output_dir: str | None, targets: dict[Path, str]
) -> Output:
    from vntextclean.cli.outputs import FileOutput, StandardOutput
    from vntextclean.errors import InputError

    if not write and not output_dir:
        return StandardOutput(flush=options.line_buffered or source.path is None)
    if source.path is None:
        raise InputError("standard input cannot be written back: leave out --write and --output-dir")
    if write:
        return FileOutput(source.path)
    assert output_dir
    below = source.below
    if first.extracted and first.raw is None:
        below = below.with_suffix(".txt")  # text under the name of a page would be read as a page
    target = Path(output_dir, below)
    if target in targets:
        raise InputError(f"{source.name}: {target} was already written from {targets[target]}")
    if target.exists() and target.samefile(source.path):
        raise InputError(f"{source.name}: --output-dir would overwrite it; name another directory, or use --write")
    targets[target] = source.name
    target.parent.mkdir(parents=True, exist_ok=True)
    return FileOutput(target)
