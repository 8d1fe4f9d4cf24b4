"""Numbers as the bytes of a file: the same on every machine, and refused where they do not add up."""

from __future__ import annotations

import sys
import zlib
from array import array

import pytest

from vntextclean.filters.boilerplate.site.table_bytes import as_count, little_endian, read_numbers, unpacked


@pytest.mark.parametrize(("code", "size"), [("I", 4), ("Q", 8), ("B", 1)])
def test_numbers_come_back(code: str, size: int) -> None:
    body = b"#" + little_endian(array(code, [1, 2, 200])) + b"#"
    assert body[1 : 1 + size] == b"\x01" + bytes(size - 1)
    assert read_numbers(code, body, 1, 3) == ([1, 2, 200], 1 + 3 * size)
    assert read_numbers(code, body, 1, 0) == ([], 1)


def test_a_machine_of_the_other_order_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = array("I", [1, 2])
    other = "little" if sys.byteorder == "big" else "big"
    written = little_endian(numbers)
    monkeypatch.setattr(sys, "byteorder", other)
    assert little_endian(numbers) != written, "the bytes of this machine, turned round"
    assert numbers == array("I", [1, 2]), "and the numbers are left as they were"
    assert read_numbers("I", little_endian(numbers), 0, 2) == ([1, 2], 8)


@pytest.mark.parametrize(("at", "size"), [(0, 3), (1, 2), (8, 1), (5, 1)])
def test_a_body_that_ends_too_soon_is_refused(at: int, size: int) -> None:
    with pytest.raises(ValueError, match="too soon"):
        read_numbers("I", bytes(8), at, size)


@pytest.mark.parametrize("number", [-1, 1.0, "3", None, [1]])
def test_what_counts_nothing_is_refused(number: object) -> None:
    assert as_count(0) == 0
    with pytest.raises(ValueError, match="is no count"):
        as_count(number)


def test_a_packed_body_has_the_size_that_was_told() -> None:
    packed = zlib.compress(b"abc" * 100)
    assert unpacked(packed, 300) == b"abc" * 100
    for spoilt, size in ((packed, 299), (packed, 301), (packed[:-5], 300), (zlib.compress(b""), 1)):
        with pytest.raises(ValueError, match="another than its header says"):
            unpacked(spoilt, size)
