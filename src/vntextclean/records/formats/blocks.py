"""Bytes of an input in blocks that end at line ends, with a way to give back what does not fit."""

from __future__ import annotations

import io

from vntextclean.records.formats.chunk import Mark
from vntextclean.records.formats.compression import Decompressed, Plain

BOM = b"\xef\xbb\xbf"
#: Records of more bytes are not held in memory; where texts may be longer than usual, so may these.
LONGEST = 32 << 20


class Blocks:
    """A reader of an input from its beginning; blocks depend on the place alone, so that a run can be resumed."""

    def __init__(self, raw: Decompressed | Plain, longest: int = LONGEST) -> None:
        """Read a stream; ``longest`` is how many bytes of a line are given at a time."""
        self.longest = longest
        self._raw = raw
        self._stream = io.BufferedReader(raw, 1 << 18)
        self._held, self._at = b"", 0

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

    def begins_with(self, *signs: bytes) -> bool:
        """Whether one of these signs, all of one length, comes next; nothing is taken away."""
        first = self.read(len(signs[0]))
        self.give_back(first)
        return first in signs

    def skip_to(self, mark: Mark, at: int) -> None:
        """Go on from the offset ``at``, where the reader is, to the offset of a mark."""
        if mark.offset > at and self._raw.jump(mark.offset):
            self._stream.detach()  # else it closes what is below it
            self._held, self._at, self._stream = b"", 0, io.BufferedReader(self._raw, 1 << 18)
            return
        left = mark.offset - at
        while left > 0:
            data = self.read(min(left, 1 << 20))
            if not data:
                break
            left -= len(data)

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end only."""
        data = self._held[self._at : self._at + size]
        self._at += len(data)
        return data + self._stream.read(size - len(data)) if len(data) < size else data

    def line(self, begun: int = 0) -> bytes:
        """The rest of the line of which so many bytes were read, or a part of it if it is too long."""
        most = max(0, self.longest - begun)
        end = self._held.find(b"\n", self._at) + 1
        data = self._held[self._at : end or None][:most]
        self._at += len(data)
        return data if end or len(data) >= most else data + self._stream.readline(most - len(data))

    def take(self, size: int) -> bytes:
        """At least so many bytes, to the end of a line; the last line may be cut, see :meth:`whole`."""
        data = self.read(size)
        return data if not data or data.endswith(b"\n") else data + self.line(len(data) - data.rfind(b"\n") - 1)

    def whole(self, data: bytes) -> bytes:
        """The whole lines of what was taken; a last line that was cut, for it is too long, is given back."""
        end = data.rfind(b"\n") + 1
        if len(data) - end < self.longest:
            return data
        self.give_back(data[end:])
        return data[:end]

    def give_back(self, data: bytes) -> None:
        """Put bytes back, to be read again."""
        self._held, self._at = data + self._held[self._at :], 0
