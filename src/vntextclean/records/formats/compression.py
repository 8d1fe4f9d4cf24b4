"""Compressed files: recognised by name or by their first bytes, read to the last byte that can be read, and written.

Every chunk is written as a member (frame) of its own, which all four formats allow. So chunks are compressed in the
worker processes, and a run can go on after any of them with the bytes of a run that was never stopped.
"""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from vntextclean.errors import ConfigError
from vntextclean.streams.decoding import PACKED

#: Name of a compression -> suffixes of files.
KINDS: dict[str, tuple[str, ...]] = {"gzip": (".gz",), "bz2": (".bz2",), "xz": (".xz",), "zstd": (".zst", ".zstd")}
_BLOCK = 1 << 18
#: So much of a zstd file is taken at a time: at most 32 MB come out of it.
_SLICE = 1 << 10
#: Levels at which compression costs less than a tenth of cleaning.
_GZIP, _ZSTD, _XZ = 6, 3, 1


def by_name(name: str) -> tuple[str, str]:
    """The compression that a file name tells, or "", and the name without its suffix.

    >>> by_name("a.jsonl.gz"), by_name("a.jsonl")
    (('gzip', 'a.jsonl'), ('', 'a.jsonl'))
    """
    suffix = Path(name).suffix.lower()
    for kind, suffixes in KINDS.items():
        if suffix in suffixes:
            return kind, name[: -len(suffix)]
    return "", name


def by_bytes(first: bytes) -> str:
    """The compression that the first bytes of a stream tell, or ""."""
    return next((kind for kind in KINDS if first.startswith(PACKED[kind])), "")


def pack(data: bytes, kind: str) -> bytes:
    """Data as one compressed member; the same bytes on every call."""
    if kind == "gzip":
        packer = zlib.compressobj(_GZIP, zlib.DEFLATED, 31)  # no time in its header, unlike gzip.compress of old Python
        return packer.compress(data) + packer.flush()
    if kind == "bz2":
        return bz2.compress(data)
    if kind == "xz":
        return lzma.compress(data, preset=_XZ)
    if kind == "zstd":
        packed: bytes = _zstd()[1](data)
        return packed
    return data


def check(kind: str) -> None:
    """Raise :class:`ConfigError` if this Python cannot read and write a compression."""
    if kind == "zstd":
        _zstd()


def _zstd() -> tuple[Callable[[], Any], Callable[[bytes], bytes]]:
    """What makes a decompressor of one frame, and what compresses a frame."""
    if sys.version_info >= (3, 14):
        from compression import zstd

        return zstd.ZstdDecompressor, lambda data: zstd.compress(data, _ZSTD)
    try:
        import zstandard
    except ImportError:
        raise ConfigError("zstd needs the package zstandard: pip install 'vntextclean[zstd]'") from None
    return zstandard.ZstdDecompressor().decompressobj, zstandard.ZstdCompressor(_ZSTD).compress


class _Member:
    """One member of a compressed file, some :data:`_BLOCK` bytes at a time: a bomb must not fill the memory."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._waiting = b""
        self._hungry = True
        if kind == "gzip":
            self._inner: Any = zlib.decompressobj(31)
        elif kind == "bz2":
            self._inner = bz2.BZ2Decompressor()
        elif kind == "xz":
            self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ)
        else:
            self._inner = _zstd()[0]()

    @property
    def hungry(self) -> bool:
        """Whether it can give nothing more before it is given more."""
        return self._hungry and not self._waiting

    @property
    def rest(self) -> bytes | None:
        """What follows the member, None before its end."""
        return self._inner.unused_data + self._waiting if self._inner.eof else None

    def step(self, data: bytes) -> bytes:
        """Take data, and give what comes out of it, or a part."""
        data = self._waiting + data if self._waiting else data
        if self._kind == "gzip":
            made: bytes = self._inner.decompress(data, _BLOCK)
            self._waiting = b"" if self._inner.eof else self._inner.unconsumed_tail  # else it may be in unused_data too
            self._hungry = len(made) < _BLOCK
        elif hasattr(self._inner, "needs_input"):
            made = self._inner.decompress(data, _BLOCK)
            self._hungry = self._inner.eof or self._inner.needs_input
        else:  # zstandard gives all that comes out: at most 128 KiB for four bytes
            made, self._waiting = self._inner.decompress(data[:_SLICE]), data[_SLICE:]
        return made


class Decompressed(io.RawIOBase):
    """The bytes in a compressed stream of one or more members.

    A stream that is cut off or damaged ends where it can be read no further, and :attr:`fault` says why: what was read
    is not lost.
    """

    def __init__(self, stream: BinaryIO, kind: str) -> None:
        self.fault = ""
        self._stream = stream
        self._kind = kind
        self._member: _Member | None = None
        self._rest = b""
        self._held, self._at = b"", 0

    def readable(self) -> bool:
        """It is."""
        return True

    def jump(self, offset: int) -> bool:  # noqa: ARG002
        """It cannot: what comes before must be decompressed."""
        return False

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as one step of decompression goes; 0 at the end."""
        while self._at == len(self._held) and not self.fault:
            data, self._rest = self._rest, b""
            if not data and (self._member is None or self._member.hungry):
                data = self._stream.read(_BLOCK)
                if not data:
                    if self._member is not None:
                        self.fault = f"the {self._kind} file ends in the middle: it is cut off"
                    break
            self._step(data)
        size = min(len(buffer), len(self._held) - self._at)
        buffer[:size] = self._held[self._at : self._at + size]
        self._at += size
        return size

    def _step(self, data: bytes) -> None:
        if self._member is None:
            data = data.lstrip(b"\x00")  # padding between members
            if not data:
                return
            self._member = _Member(self._kind)
        try:
            self._held, self._at = self._member.step(data), 0
        except Exception as error:  # noqa: BLE001 - each library has errors of its own
            self.fault = f"the {self._kind} file is damaged: {error}"
            return
        if (rest := self._member.rest) is not None:
            self._rest, self._member = rest, None


class Plain(io.RawIOBase):
    """A stream that is not compressed, with the same face."""

    fault = ""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def jump(self, offset: int) -> bool:
        """Go on from an offset, if the stream can."""
        if self._stream.seekable():
            self._stream.seek(offset)
            return True
        return False

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as one call of the system goes."""
        data = self._stream.read1(len(buffer)) if hasattr(self._stream, "read1") else self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
