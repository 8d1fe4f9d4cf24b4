"""Where text goes: standard output, or files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from vntextclean.errors import InputError, is_full

#: Output up to this size is kept in memory until it is known whether the file changes at all.
HELD = 8 << 20


class Output(Protocol):
    """Something text is written to; closed without :meth:`commit`, a file is as it was."""

    def write(self, text: str) -> None:
        """Take a piece of text."""

    def take(self, piece: bytes) -> None:
        """Take bytes as they are."""

    def commit(self) -> None:
        """Make what was written count."""

    def close(self) -> None:
        """Take away what was not committed."""


def encoded(text: str) -> bytes:
    """Text as UTF-8; bytes that decoding kept as they were go out as they came in."""
    return text.encode("utf-8", "surrogateescape")


class StandardOutput:
    """Standard output, as bytes: line ends go out as they are on every system."""

    def __init__(self, flush: bool) -> None:
        self._flush = flush

    def write(self, text: str) -> None:
        """Write at once, or when the buffer is full."""
        self.take(encoded(text))

    def take(self, piece: bytes) -> None:
        """Write bytes as they are."""
        sys.stdout.buffer.write(piece)
        if self._flush:
            sys.stdout.buffer.flush()

    def commit(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        """Nor is there anything to take away."""


class FileOutput:
    """A file that appears complete or not at all: written beside its place, synced, then put there in one step.

    A full disk, an error or Ctrl-C on the way leaves what was there as it was. A file with other names (hard links) is
    written through, so that all of them have the new text; if that fails, the whole text stays beside it.
    """

    def __init__(self, path: Path, encode: Callable[[str], bytes] = encoded) -> None:
        self._encode = encode
        self._path = Path(os.path.realpath(path))  # a link stays a link
        self._held: list[bytes] = []
        self._size = 0
        self._file: BinaryIO | None = None
        self._beside: str | None = None  # the temporary file, while it exists

    def write(self, text: str) -> None:
        """Take a piece of text; it stays in memory while there is little."""
        self.take(self._encode(text))

    def take(self, piece: bytes) -> None:
        """Take bytes as they are."""
        self._held.append(piece)
        self._size += len(piece)
        if self._size > HELD:
            self._guarded(self._spill)

    def commit(self) -> None:
        """Put the file in its place; one that was made read-only stays as it is, though its directory allows more."""
        if self._path.exists():
            if not self._path.is_file():
                raise InputError(f"{self._path}: no regular file, and cannot be replaced; write elsewhere")
            if not os.access(self._path, os.W_OK) or not self._path.stat().st_mode & 0o222:
                raise InputError(f"{self._path}: read-only, and is as it was; make it writable or write elsewhere")
        self._guarded(self._replace)

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
        except OSError as error:
            where, why = self._path, error.strerror
            if is_full(error):
                raise InputError(
                    f"{where}: cannot be written, and is as it was: {why}; make room or write elsewhere"
                ) from None
            raise InputError(
                f"{where}: cannot be written, and is as it was: {why}; check its directory or write elsewhere"
            ) from None

    def _spill(self) -> None:
        if self._file is None:
            import tempfile  # a tenth of the start-up of `clean`, and standard output has no use for it

            handle, self._beside = tempfile.mkstemp(f".{self._path.name[:40]}", ".vntextclean-", self._path.parent)
            self._file = os.fdopen(handle, "wb")
            self._take_mode(self._beside)
        self._file.writelines(self._held)
        self._held.clear()
        self._size = 0

    def _take_mode(self, beside: str) -> None:
        """Give the new file the mode and, where allowed, the owner of the old one; else what the umask leaves."""
        try:
            old = self._path.stat()
        except FileNotFoundError:
            mask = os.umask(0)
            os.umask(mask)
            Path(beside).chmod(0o666 & ~mask)
            return
        Path(beside).chmod(old.st_mode & 0o7777)
        with contextlib.suppress(OSError, AttributeError):  # AttributeError: Windows has no owners
            os.chown(beside, old.st_uid, old.st_gid)

    def _replace(self) -> None:
        self._spill()
        assert self._file and self._beside
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if self._path.exists() and self._path.stat().st_nlink > 1:
            self._write_through(Path(self._beside))
        else:
            Path(self._beside).replace(self._path)
            self._beside = None

    def _write_through(self, beside: Path) -> None:
        """Copy the new text into the file, which has other names too; the copy beside it goes when that is done."""
        import shutil

        try:
            with beside.open("rb") as new, self._path.open("r+b") as old:
                shutil.copyfileobj(new, old)
                old.truncate()
                old.flush()
                os.fsync(old.fileno())
        except OSError as error:
            self._beside = None
            raise InputError(
                f"{self._path}: writing it failed ({error.strerror}); it has other names, so it was written through:"
                f" the whole new text is in {beside}"
            ) from None

    def close(self) -> None:
        """Remove the temporary file, if there is one still."""
        if self._file:
            with contextlib.suppress(OSError):  # closing flushes, which fails again on a full disk
                self._file.close()
        if self._beside:
            with contextlib.suppress(OSError):
                Path(self._beside).unlink()
