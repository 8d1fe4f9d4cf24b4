"""What the FILE arguments stand for: files, directories, patterns, lists of names, standard input."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from vntextclean.cli.inputs.selection import Selection
from vntextclean.cli.options.shared import Options
from vntextclean.cli.speaking.say import say
from vntextclean.cli.speaking.standard_streams import make_blocking
from vntextclean.errors import InputError
from vntextclean.formats.catalogue import SUFFIXES
from vntextclean.named_tuple import NamedTuple

#: Files of these formats are taken from a directory: they are written to be read. Tables and JSON are data, which a
#: program may go by, and are cleaned when they are named, or asked for by --input.
WRITTEN = frozenset({"text", "markdown", "srt", "vtt"})
RECORDS = frozenset({".jsonl", ".ndjson"})


class Source(NamedTuple):
    """One input: its name in reports, its path (None is standard input), and its path below what the user named."""

    name: str
    path: Path | None
    below: Path


def sources(options: Options) -> Iterator[Source | InputError]:
    """The inputs in order, each once; what cannot be found comes as an error in its place, so that the rest go on."""
    seen: set[Path] = set()
    names = [*options.files, *_listed(options)] if options.files_from else list(options.files)
    if not names and not options.files_from:
        names = ["-"]
    selection = Selection(options, _suffixes(options))
    for name in names:
        for source in _expanded(name, selection, _suffixes(options)):
            if isinstance(source, Source) and source.path:
                if source.path in seen or selection.excludes(source.path):
                    continue
                seen.add(source.path)
                keep(source, options.report, "--report")
                if options.in_place and source.path.exists() and not source.path.is_file():
                    yield InputError(f"{source.name}: no regular file, and cannot be replaced; leave out --write")
                    continue
            yield source


def keep(source: Source, target: str | None, option: str) -> None:
    """Refuse to write over an input what is not its text; nothing more is read or written then."""
    if target and source.path and source.path.exists() and Path(target).exists() and source.path.samefile(target):
        raise click.UsageError(f"{source.name}: {option} would overwrite it; name another file")


def _suffixes(options: Options) -> frozenset[str]:
    if options.documents.startswith("jsonl"):
        return RECORDS
    if options.documents != "file":
        return frozenset({".txt", ".text", ".md"})
    wanted = WRITTEN if options.input in ("auto", "text") else {options.input}
    return frozenset(suffix for suffix, form in SUFFIXES.items() if form in wanted)


def _listed(options: Options) -> list[str]:
    assert options.files_from
    try:
        with opened(None if options.files_from == "-" else Path(options.files_from)) as stream:
            names = os.fsdecode(stream.read()).removeprefix("\ufeff")
    except OSError as error:
        raise InputError(f"{options.files_from}: {error.strerror}; --files-from takes a file of paths, or -") from None
    if options.null:
        return [name for name in names.split("\0") if name]
    # Not `splitlines`: a name may hold U+2028, U+0085 or a form feed.
    return [name for line in names.split("\n") if (name := line.removesuffix("\r"))]


def _expanded(name: str, selection: Selection, suffixes: frozenset[str]) -> Iterator[Source | InputError]:
    if name == "-":
        yield Source("-", None, Path("-"))
        return
    if not name:  # as a path it is the directory one is in, and all its files
        yield InputError("an empty name; name a file, or give . for the directory you are in")
        return
    path = Path(name)
    if path.is_dir():
        yield from _walked(path, selection, suffixes)
    elif path.exists():
        yield Source(name, path, Path(path.name))
    elif glob.has_magic(name):
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a Path cannot glob an absolute pattern
        if not found:
            yield InputError(f"{name}: no file fits this pattern")
        for match in found:
            if Path(match).is_file():
                yield Source(match, Path(match), Path(Path(match).name))
    else:
        yield InputError(f"{name}: no such file or directory; check the path, or give - for standard input")


def _walked(directory: Path, selection: Selection, suffixes: frozenset[str]) -> Iterator[Source | InputError]:
    """The text files below a directory in order of their names."""
    failed: list[OSError] = []
    found = False
    for path in selection.walk(directory, failed):
        found = True
        yield Source(str(path), path, path.relative_to(directory))
    for error in failed:
        yield InputError(f"{error.filename}: {error.strerror}; make it readable or leave it out")
    if not found and not failed:
        kinds = ", ".join(sorted(suffixes))
        pages = ", or --input html for its pages" if ".html" in selection.skipped or ".htm" in selection.skipped else ""
        yield InputError(f"{directory}: no {kinds} file in this directory; name the files, or use --include{pages}")


def reads_terminal(options: Options) -> bool:
    """Whether the text, or a list of names, is typed at a terminal."""
    named = "-" in options.files or options.files_from == "-" or not (options.files or options.files_from)
    return named and sys.stdin is not None and sys.stdin.isatty()


def opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input, as a stream of bytes."""
    if path is not None:
        _refuse_device(path)
        return path.open("rb")
    if sys.stdin is None:
        raise InputError("standard input is closed; name a file, or open it")
    if sys.stdin.isatty():
        say("reading from the terminal; end with Ctrl-D")
    make_blocking(sys.stdin)
    return nullcontext(sys.stdin.buffer)


def _refuse_device(path: Path) -> None:
    """Refuse a device before it is read, for it may never end; a terminal and the null device are none of these."""
    kind = path.stat()
    if not (stat.S_ISCHR(kind.st_mode) or stat.S_ISBLK(kind.st_mode)):
        return
    if stat.S_ISCHR(kind.st_mode) and kind.st_rdev == Path(os.devnull).stat().st_rdev:
        return
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if not os.isatty(descriptor):
            raise InputError(f"{path}: a device, which may never end; name a file, or pipe a part of it in")
    finally:
        os.close(descriptor)
