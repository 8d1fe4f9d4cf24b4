"""``clean``: the text comes out cleaned."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options import Options, inputs, repairs, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from vntextclean.cli.inputs import Source
    from vntextclean.cli.outputs import Output
    from vntextclean.cli.work import Work
    from vntextclean.parallel import Cleaner


@click.command("clean")
@inputs
@repairs
@click.option("-w", "--write", is_flag=True, help="Write the cleaned text back into the files.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), metavar="DIR", help="Write files below DIR.")
@click.option("--changes", type=click.Path(), metavar="FILE", help="Make the reviewed changes of FILE, and no others.")
def command(write: bool, output_dir: str | None, changes: str | None, **given: Any) -> int:
    """Print the cleaned text, or write it back with --write.

    No file, or -, is standard input. A file is replaced whole or not at all, keeps its mode and line ends, and is not
    touched if nothing changes. --changes FILE replays what `diff --format json` printed and a reviewer left of it.

    \b
    Example:
      $ echo "Phim rất hay.Nhưng  hơi dài ." | vntextclean clean
      Phim rất hay. Nhưng hơi dài.
    """
    from vntextclean.cli.work import Work

    options = settle(given)
    work = Work(options, maker(options, changes))
    write_out(work, write, output_dir)
    return work.status()


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
    for source, results in work.by_source():
        try:
            with closing(_output(source, work.options, write, output_dir, targets)) as output:
                changed = bool(output_dir)
                for document, cleaned in results:
                    if write and document.extracted:
                        raise InputError(f"{source.name}: a page of HTML would be lost for its text; use --output-dir")
                    output.write(document.emit(cleaned.text))
                    changed = changed or cleaned.text != cleaned.source
                if changed and source not in work.failed:
                    output.commit()
        except InputError as error:
            work.fail(error)


def _output(source: Source, options: Options, write: bool, output_dir: str | None, targets: dict[Path, str]) -> Output:
    from vntextclean.cli.outputs import FileOutput, StandardOutput
    from vntextclean.errors import InputError

    if not write and not output_dir:
        return StandardOutput(flush=options.line_buffered or source.path is None)
    if source.path is None:
        raise InputError("standard input cannot be written back: leave out --write and --output-dir")
    if write:
        return FileOutput(source.path)
    assert output_dir
    target = Path(output_dir, source.below)
    if target in targets:
        raise InputError(f"{source.name}: {target} was already written from {targets[target]}")
    targets[target] = source.name
    target.parent.mkdir(parents=True, exist_ok=True)
    return FileOutput(target)
