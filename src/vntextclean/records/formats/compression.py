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

#: Name of a compression -> (suffixes of files, first bytes).
KINDS: dict[str, tuple[tuple[str, ...], bytes]] = {
    "gzip": ((".gz",), b"\x1f\x8b"),
    "bz2": ((".bz2",), b"BZh"),
    "xz": ((".xz",), b"\xfd7zXZ\x00"),
    "zstd": ((".zst", ".zstd"), b"\x28\xb5\x2f\xfd"),
}
_BLOCK = 1 << 18
#: Levels at which compression costs less than a tenth of cleaning.
_GZIP, _ZSTD, _XZ = 6, 3, 1


def by_name(name: str) -> tuple[str, str]:
    """The compression that a file name tells, or "", and the name without its suffix.

    >>> by_name("a.jsonl.gz"), by_name("a.jsonl")
    (('gzip', 'a.jsonl'), ('', 'a.jsonl'))
    """
    suffix = Path(name).suffix.lower()
    for kind, (suffixes, _) in KINDS.items():
        if suffix in suffixes:
            return kind, name[: -len(suffix)]
    return "", name


def by_bytes(first: bytes) -> str:
    """The compression that the first bytes of a stream tell, or ""."""
    return next((kind for kind, (_, magic) in KINDS.items() if first.startswith(magic)), "")


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


def _decompressor(kind: str) -> Any:
    if kind == "gzip":
        return zlib.decompressobj(31)
    if kind == "bz2":
        return bz2.BZ2Decompressor()
    if kind == "xz":
        return lzma.LZMADecompressor(lzma.FORMAT_XZ)
    return _zstd()[0]()


class Decompressed(io.RawIOBase):
    """The bytes in a compressed stream of one or more members.

    A stream that is cut off or damaged ends where it can be read no further, and :attr:`fault` says why: what was read
    is not lost.
    """

    def __init__(self, stream: BinaryIO, kind: str) -> None:
        self.fault = ""
        self._stream = stream
        self._kind = kind
        self._member: Any = None
        self._rest = b""
        self._held = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def jump(self, offset: int) -> bool:  # noqa: ARG002
        """It cannot: what comes before must be decompressed."""
        return False

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as one step of decompression goes; 0 at the end."""
        while not self._held and not self.fault:
            data = self._rest or self._stream.read(_BLOCK)
            self._rest = b""
            if not data:
                if self._member is not None:
                    self.fault = f"the {self._kind} file ends in the middle: it is cut off"
                break
            self._step(data)
        size = min(len(buffer), len(self._held))
        buffer[:size] = self._held[:size]
        self._held = self._held[size:]
        return size

    def _step(self, data: bytes) -> None:
        if self._member is None:
            data = data.lstrip(b"\x00")  # padding between members
            if not data:
                return
            self._member = _decompressor(self._kind)
        try:
            self._held = self._member.decompress(data)
        except Exception as error:  # noqa: BLE001 - each library has errors of its own
            self.fault = f"the {self._kind} file is damaged: {error}"
            return
        if self._member.eof:
            self._rest = self._member.unused_data
            self._member = None


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
