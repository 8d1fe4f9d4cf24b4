"""Numbers of a table of furniture as bytes of a file, and back; a damaged file raises ValueError."""

from __future__ import annotations

import sys
import zlib
from array import array


def little_endian(numbers: array[int]) -> bytes:
    """The bytes of numbers, the lowest of each first on every machine."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(packed: bytes, size: int) -> bytes:
    """What was packed, of a size that the header tells: a small file must not fill the memory."""
    unpacking = zlib.decompressobj()
    body = unpacking.decompress(packed, size + 1)
    if len(body) != size or not unpacking.eof:
        raise ValueError("its size is another than its header says")
    return body


def as_count(number: object) -> int:
    """A number of a header that counts something."""
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"{number!r:.40} is no count")
    return number


def read_numbers(code: str, body: bytes, at: int, size: int) -> tuple[list[int], int]:
    """So many numbers of the type ``code`` from a place on, and the place behind them."""
    found = array(code)
    end = at + size * found.itemsize
    if end > len(body):
        raise ValueError("it ends too soon")
    found.frombytes(body[at:end])
    if sys.byteorder == "big":
        found.byteswap()
    return found.tolist(), end
