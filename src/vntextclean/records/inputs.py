"""The inputs of a batch run: files, patterns, directories and standard input, with their formats and sizes."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from vntextclean.errors import InputError
from vntextclean.named_tuple import NamedTuple
from vntextclean.records.formats.compression import by_bytes, by_name

#: Suffix of a file -> the name of its format.
SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".parquet": "parquet",
    ".warc": "warc", ".wet": "warc", ".txt": "text", ".text": "text", ".md": "text",
}  # fmt: skip


class Source(NamedTuple):
    """One input: its name, its path (None is standard input), its path below what was named, and what it is.

    ``size`` (bytes, 0 if unknown) and ``time`` (nanoseconds) are those of the file when the run began.
    """

    name: str
    path: Path | None
    below: str
    form: str
    packing: str
    size: int = 0
    time: int = 0


def sources(
    names: Iterable[str],
    form: str = "",
    packing: str = "",
    skip: Callable[[str, Counter[str]], None] = lambda _, __: None,
) -> list[Source]:
    """The inputs that names stand for, each file once, in order; directories and patterns in order of names.

    ``form`` and ``packing`` go before what the names of files tell. ``skip`` is told of each directory in which files
    were passed over, with their number by suffix: JSON lines under another name would be missed without a word. Raises
    :class:`InputError` for what is not there, cannot be read, or has no known format.
    """
    found: dict[str, Source] = {}
    for name in names:
        if name == "-":
            found[name] = Source("-", None, "-", form, packing)
            continue
        skipped = Counter[str]()
        for path, below in _paths(name, form, skipped):
            found.setdefault(str(path), _source(path, below, form, packing))
        if skipped:
            skip(name, skipped)
    return list(found.values())


def refuse_within(out: Path, names: Iterable[str]) -> None:
    """Raise :class:`InputError` for an output in a directory that is an input, unless it is passed over there."""
    place = Path(os.path.realpath(out))
    for name in names:
        above = Path(os.path.realpath(name))
        if not Path(name).is_dir() or above not in place.parents:
            continue
        if not any(part[0] in "._" for part in place.relative_to(above).parts):
            raise InputError(f"{out} lies in {name}, and the next run would read it; name a place beside it")


def _paths(name: str, form: str, skipped: Counter[str]) -> list[tuple[Path, str]]:
    path = Path(name)
    if path.is_dir():
        below = sorted(_walked(path, form, skipped))
        if not below:
            raise InputError(
                f"{name}: no {form or 'jsonl, csv, tsv, parquet, warc or txt'} file in this directory; name files of"
                f" other names by a pattern, as '{path / '*'}', and say --format"
            )
        return [(each, str(each.relative_to(path))) for each in below]
    if path.exists():
        return [(path, path.name)]
    if glob.has_magic(name):
        matches = sorted(match for match in glob.glob(name, recursive=True) if Path(match).is_file())  # noqa: PTH207
        if not _beside(path.name):  # as in a directory: the rejects of another run are no input
            matches = [match for match in matches if not _beside(Path(match).name)]
        if not matches:
            raise InputError(f"{name}: no file fits this pattern")
        return [(Path(match), Path(match).name) for match in matches]
    raise InputError(f"{name}: no such file or directory; check the path, or give - for standard input")


def _walked(directory: Path, form: str, skipped: Counter[str]) -> list[Path]:
    """The files of known formats below a directory, but hidden ones, and those that lie beside outputs."""
    found = []
    for folder, folders, files in os.walk(directory, onerror=_refuse):
        folders[:] = [name for name in folders if name[0] not in "._"]
        for name in files:
            told = form_of(name)
            if name[0] == "." or _beside(name):
                continue
            if not told or (form and not _same(told, form)):
                skipped[Path(name).suffix.lower()] += 1
                continue
            path = Path(folder, name)
            if path.is_file() or not path.exists():  # a pipe would be waited for; a link to nothing is told
                found.append(path)
    return found


def _beside(name: str) -> bool:
    """Whether a file lies beside the outputs of a run, or of another program, and has no records to clean."""
    return name[0] == "_" or name.endswith((".rejects.jsonl", ".manifest.json"))


def _refuse(error: OSError) -> NoReturn:
    """A folder that cannot be listed is no empty one: its records would be missed without a word."""
    raise InputError(f"{error.filename}: {error.strerror}; make it readable or leave it out") from None


def _same(told: str, form: str) -> bool:
    return told == form or (told, form) == ("text", "lines")


def form_of(name: str) -> str:
    """The format that the name of a file tells, or "".

    >>> form_of("cc/a.jsonl.zst"), form_of("a.warc.wet.gz"), form_of("a.pdf")
    ('jsonl', 'warc', '')
    """
    return SUFFIXES.get(Path(by_name(name)[1]).suffix.lower(), "")


def _source(path: Path, below: str, form: str, packing: str) -> Source:
    if path.exists() and not path.is_file():  # it is opened twice, and what a pipe gave the first time would be lost
        raise InputError(f"{path}: no regular file; give it on standard input, as - with --format")
    try:
        with path.open("rb") as stream:
            first = stream.read(8)
            about = os.fstat(stream.fileno())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; make it readable or leave it out") from None
    told = form or form_of(path.name)
    if not told:
        raise InputError(
            f"{path}: its name tells no format; say --format jsonl, csv, tsv, parquet, warc, text or lines"
        )
    packing = packing or by_name(path.name)[0] or (by_bytes(first) if told != "parquet" else "")
    return Source(str(path), path, below, told, packing, about.st_size, about.st_mtime_ns)
