"""Files that appear complete or not at all: written under a hidden name, synced, and then renamed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn

from vntextclean.errors import InputError, is_full


class Output:
    """A file in the making, beside its place. Closed without :meth:`commit`, it is left to be resumed."""

    def __init__(self, path: Path, keep: int = 0, spooled: bool = False) -> None:
        """Begin a file, or go on with one of which the first ``keep`` bytes are right; a link stays a link."""
        self.path = path
        self._place = Path(os.path.realpath(path))
        self.size = keep
        self._spooled = spooled
        self.partial = partial_of(path)
        with self._guarded():
            self._place.parent.mkdir(parents=True, exist_ok=True)
            self._stream: BinaryIO = self.partial.open("r+b" if keep else "wb")
            if keep:
                if os.fstat(self._stream.fileno()).st_size < keep:
                    raise InputError(f"{self.partial}: shorter than it was; start again with --restart")
                self._stream.truncate(keep)
                self._stream.seek(keep)

    def write(self, data: bytes) -> None:
        """Append bytes."""
        with self._guarded():
            self._stream.write(data)
        self.size += len(data)

    def sync(self) -> None:
        """Make all that was written survive a loss of power."""
        with self._guarded():
            self._stream.flush()
            os.fsync(self._stream.fileno())

    def commit(self) -> None:
        """Put the file in its place; a spool is made the file first."""
        self.sync()
        self.close()
        with self._guarded():
            if self._spooled:
                self._unspool()
            else:
                self.partial.replace(self._place)
            sync_folder(self._place.parent)
            self.partial.unlink(missing_ok=True)

    def _unspool(self) -> None:
        from vntextclean.records.formats.parquet import finish

        made = self.partial.with_name(self.partial.name + ".parquet")
        try:
            finish(self.partial, made)
            with made.open("rb") as stream:
                os.fsync(stream.fileno())
            made.replace(self._place)
        finally:
            made.unlink(missing_ok=True)

    def close(self) -> None:
        """Stop writing."""
        with contextlib.suppress(OSError):  # closing flushes, which fails again on a full disk
            self._stream.close()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            refuse(self.path, error)


def partial_of(path: Path) -> Path:
    """Where a file is written before it is complete: beside the file that a link points to."""
    place = Path(os.path.realpath(path))
    return place.with_name(f".{place.name}.partial")


def refuse(path: Path, error: OSError) -> NoReturn:
    """Raise :class:`InputError` for a file that cannot be written."""
    if is_full(error):
        raise InputError(f"{path}: cannot be written: {error.strerror}; make room, and go on with --resume") from None
    raise InputError(f"{path}: cannot be written: {error.strerror}; check its directory or write elsewhere") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file, complete or not at all."""
    output = Output(path)
    output.write(data)
    output.commit()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
