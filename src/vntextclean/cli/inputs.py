"""What the FILE arguments stand for: files, directories, patterns, lists of names, standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, NamedTuple

from vntextclean.cli import say
from vntextclean.cli.options import Options
from vntextclean.errors import InputError
from vntextclean.formats.catalogue import SUFFIXES

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
    for name in names:
        for source in _expanded(name, _suffixes(options)):
            if isinstance(source, Source) and source.path:
                if source.path in seen:
                    continue
                seen.add(source.path)
                if options.in_place and source.path.exists() and not source.path.is_file():
                    yield InputError(f"{source.name}: no regular file, and cannot be replaced; leave out --write")
                    continue
            yield source


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
    return [name for name in (names.split("\0") if options.null else names.splitlines()) if name]


def _expanded(name: str, suffixes: frozenset[str]) -> Iterator[Source | InputError]:
    if name == "-":
        yield Source("-", None, Path("-"))
        return
    path = Path(name)
    if path.is_dir():
        yield from _walked(path, suffixes)
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


def _walked(directory: Path, suffixes: frozenset[str]) -> Iterator[Source | InputError]:
    """The text files below a directory in order of their names; hidden ones are not looked at."""
    failed: list[OSError] = []
    found = False
    skipped: Counter[str] = Counter()
    for folder, folders, files in os.walk(directory, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or (path.exists() and not path.is_file()):  # a pipe or a device would be waited for
                continue
            if path.suffix.lower() not in suffixes:
                skipped[path.suffix.lower() or "no suffix"] += 1
                continue
            found = True
            yield Source(str(path), path, path.relative_to(directory))
    for error in failed:
        yield InputError(f"{error.filename}: {error.strerror}; make it readable or leave it out")
    there = ", ".join(f"{suffix} {count}" for suffix, count in skipped.most_common(5))
    there += ", …" if len(skipped) > 5 else ""
    if not found and not failed:
        other = f", but others ({there}): name them, or say what they are with --input" if skipped else ""
        yield InputError(f"{directory}: no {', '.join(sorted(suffixes))} file in this directory{other}")
    elif skipped:
        count = sum(skipped.values())
        say(f"{directory}: skipped {count} file{'s' if count > 1 else ''} ({there})")


def opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input, as a stream of bytes."""
    if path is not None:
        return path.open("rb")
    if sys.stdin is None:
        raise InputError("standard input is closed; name a file, or open it")
    if sys.stdin.isatty():
        say("reading from the terminal; end with Ctrl-D")
    return nullcontext(sys.stdin.buffer)
