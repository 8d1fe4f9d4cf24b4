"""Bytes of an input in blocks that end at line ends, with a way to give back what does not fit."""

from __future__ import annotations

import io

from vntextclean.records.formats.chunk import Mark
from vntextclean.records.formats.compression import Decompressed, Plain

BOM = b"\xef\xbb\xbf"


class Blocks:
    """A reader of an input from its beginning; blocks depend on the place alone, so that a run can be resumed."""

    def __init__(self, raw: Decompressed | Plain) -> None:
        self._raw = raw
        self._stream = io.BufferedReader(raw, 1 << 18)
        self._held = b""

    @property
    def fault(self) -> str:
        """Why the input ended before its end, or nothing."""
        return self._raw.fault

    def bom(self) -> bytes:
        """The byte-order mark of UTF-8 at the beginning, taken away, or nothing."""
        first = self.read(len(BOM))
        if first == BOM:
            return first
        self.give_back(first)
        return b""

    def skip_to(self, mark: Mark, at: int) -> None:
        """Go on from the offset ``at``, where the reader is, to the offset of a mark."""
        if mark.offset > at and self._raw.jump(mark.offset):
            self._stream.detach()  # else it closes what is below it
            self._held, self._stream = b"", io.BufferedReader(self._raw, 1 << 18)
            return
        left = mark.offset - at
        while left > 0:
            data = self.read(min(left, 1 << 20))
            if not data:
                break
            left -= len(data)

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end only."""
        data = self._held[:size]
        self._held = self._held[size:]
        return data + self._stream.read(size - len(data)) if len(data) < size else data

    def line(self) -> bytes:
        """The rest of the line."""
        end = self._held.find(b"\n") + 1
        if end:
            data, self._held = self._held[:end], self._held[end:]
            return data
        data, self._held = self._held, b""
        return data + self._stream.readline()

    def take(self, size: int) -> bytes:
        """At least so many bytes, to the end of a line."""
        data = self.read(size)
        return data if not data or data.endswith(b"\n") else data + self.line()

    def give_back(self, data: bytes) -> None:
        """Put bytes back, to be read again."""
        self._held = data + self._held
