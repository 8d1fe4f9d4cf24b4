"""Where the results of each input go: standard output, back into the file, one file, or below a directory."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.outputs.streams import FileOutput, StandardOutput, encoded
from vntextclean.errors import InputError

if TYPE_CHECKING:
    from vntextclean.cli.inputs.sources import Source
    from vntextclean.cli.options.shared import Options
    from vntextclean.cli.outputs.streams import Output
    from vntextclean.streams.documents import Document

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("-w", "--write", is_flag=True, help="Write the text back into the files, as UTF-8."),
    click.option(
        "-o",
        "--output-file",
        metavar="PATH",
        help="Write to this file, or, from several inputs or with a slash at its end, below this directory.",
    ),
    click.option("--output-dir", type=click.Path(file_okay=False), metavar="DIR", help="Write files below DIR."),
    click.option("--keep-encoding", is_flag=True, help="Write each file in the encoding it has, not as UTF-8."),
    click.option("--accepted", is_flag=True, help="Write a .docx with the repairs made, not as tracked changes."),
)


def writes(command: Any) -> Any:
    """Give a verb the options that say where text goes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Targets:
    """The outputs of one run: what is written where, and which files of the run went there already."""

    def __init__(self, options: Options, output_file: str | None = None, output_dir: str | None = None) -> None:
        self.write = options.in_place
        self._flush = options.line_buffered
        self._keep = options.keep_encoding
        if "" in (output_file, output_dir):
            raise click.UsageError("the name of the output is empty; name a file or a directory, or leave it out")
        if sum(map(bool, (self.write, output_file, output_dir))) > 1:
            raise click.UsageError("--write, --output-file and --output-dir exclude each other")
        self.file = Path(output_file) if output_file and not _is_directory(output_file, options) else None
        self.directory = (
            Path(output_dir or output_file or "") if (output_dir or output_file) and not self.file else None
        )
        if self.file and not _is_one(options):
            raise click.UsageError(
                f"-o {output_file}: several inputs cannot go to one file; end it with a slash for a directory"
            )
        if self._keep and not self.files:
            raise click.UsageError("--keep-encoding is for files, and standard output is UTF-8: add --write or -o FILE")
        self._report = os.path.realpath(options.report) if options.report else None
        if self.file and self._report == os.path.realpath(self.file):
            raise click.UsageError(f"{options.report}: --report would overwrite the text; name another file")
        above = Path(os.path.realpath(self.directory)).parents if self.directory else ()
        for name in options.files:
            if Path(os.path.realpath(name)) in above and Path(name).is_dir():
                raise click.UsageError(
                    f"{self.directory} lies in {name}, and the next run would read it; name a directory beside it"
                )
        self.accepted = options.accepted
        if self.accepted and not (self.files and (self.file is None or _is_word(self.file))):
            raise click.UsageError("--accepted is for a .docx: name one with -o, or use --write or --output-dir")
        self._written: dict[Path, str] = {}

    @property
    def files(self) -> bool:
        """Whether files are written, and not standard output."""
        return bool(self.write or self.file or self.directory)

    def open(self, source: Source, first: Document, encoding: str) -> Output:
        """The output of one input, whose first document and encoding are known; :class:`InputError` if it has none."""
        if first.word is None and (self.accepted or (self.file and _is_word(self.file))):
            asked = "--accepted" if self.accepted else f"-o {self.file}"
            raise InputError(f"{source.name}: no .docx, and none can be made of it; leave out {asked}")
        if not self.files:
            if _is_standard_output(source):
                raise InputError(f"{source.name}: the input is the output too; write elsewhere, or use --write")
            return StandardOutput(flush=self._flush or source.path is None)
        if self.write:
            return FileOutput(self._own(source, first), self._encoder(source, encoding))
        target = self.file or self._below(source, first)
        if source.path and target.exists() and target.samefile(source.path):
            option = "--output-file" if self.file else "--output-dir"
            raise InputError(f"{source.name}: {option} would overwrite it; name another place, or use --write")
        if self._report == os.path.realpath(target):
            raise click.UsageError(f"{target}: --report would overwrite the text of {source.name}; name another file")
        self._written[target] = source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        return FileOutput(target, self._encoder(source, encoding))

    def as_word(self, document: Document) -> bool:
        """Whether a .docx comes out as one; as text it does on standard output, and in a file of another name."""
        return document.word is not None and self.files and (self.file is None or _is_word(self.file))

    def _own(self, source: Source, first: Document) -> Path:
        if source.path is None:
            raise InputError("standard input cannot be written back: leave out --write")
        if first.extracted:
            raise InputError(f"{source.name}: a page of HTML would be lost for its text; use --output-dir")
        return source.path

    def _below(self, source: Source, first: Document) -> Path:
        if source.path is None:
            raise InputError("standard input has no name below a directory: use -o FILE, or leave it out")
        below = source.below
        if first.extracted and first.raw is None:
            below = below.with_suffix(".txt")  # text under the name of a page would be read as a page
        assert self.directory is not None
        target = Path(self.directory, below)
        if target in self._written:
            raise InputError(f"{source.name}: {target} was already written from {self._written[target]}")
        return target

    def _encoder(self, source: Source, encoding: str) -> Callable[[str], bytes]:
        if not self._keep or encoding in ("utf-8", "ascii"):
            return encoded
        from vntextclean.streams.encoding import encode

        mark = _mark(source.path, encoding)

        def write(text: str) -> bytes:
            nonlocal mark
            head, mark = mark, b""
            return head + encode(text, encoding, source.name)

        return write


def _is_word(path: Path) -> bool:
    return path.suffix.lower() == ".docx"


def _mark(path: Path | None, encoding: str) -> bytes:
    """The byte-order mark of a file in UTF-16 or UTF-32; it is no part of the text."""
    if path is None or not encoding.startswith(("utf-16", "utf-32")):
        return b""
    mark = "\ufeff".encode(encoding if encoding[-2:] in ("le", "be") else f"{encoding}-le")
    with path.open("rb") as file:
        return mark if file.read(len(mark)) == mark else b""


def _is_directory(name: str, options: Options) -> bool:
    """Whether ``-o`` means a directory: it is one, ends like one, or takes several files and has no suffix."""
    if name.endswith(("/", os.sep)) or Path(name).is_dir():
        return True
    return not Path(name).exists() and not Path(name).suffix and not _is_one(options)


def _is_one(options: Options) -> bool:
    """Whether the arguments can stand for one input only."""
    if options.files_from or len(options.files) > 1:
        return False
    name = options.files[0] if options.files else "-"
    return not Path(name).is_dir() and (Path(name).exists() or not glob.has_magic(name))


def _is_standard_output(source: Source) -> bool:
    """Whether an input is the very file that standard output goes to, as in ``clean a.txt > a.txt``."""
    try:
        theirs = os.fstat(sys.stdout.fileno())
        ours = os.fstat(sys.stdin.fileno()) if source.path is None else source.path.stat()
    except (OSError, ValueError, AttributeError):  # a stream without a file
        return False
    return stat.S_ISREG(theirs.st_mode) and os.path.samestat(ours, theirs)
