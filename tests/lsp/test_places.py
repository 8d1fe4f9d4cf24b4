"""Lines and columns as the protocol counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.lsp.places import Encoding, Places
from vntextclean.positions import Position

TEXTS = st.text(st.sampled_from("aế😀\u2028\x85\x0c\r\nđ"), max_size=40)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_columns_count_in_the_agreed_unit(encoding: Encoding, column: int) -> None:
    places = Places("x\na😀é!", encoding)
    assert places.position(5) == Position(1, column)
    assert places.offset(Position(1, column)) == 5


def test_a_column_within_a_character_is_its_start_and_one_behind_the_line_is_its_end() -> None:
    places = Places("😀\r\nb", "utf-16")
    assert [places.offset(Position(0, column)) for column in range(4)] == [0, 0, 1, 1]
    assert places.offset(Position(9, 0)) == 4


def test_only_line_feeds_and_carriage_returns_end_lines() -> None:
    places = Places("a\u2028b\x85c\x0cd\re\r\nf\ng", "utf-16")
    assert places.position(len("a\u2028b\x85c\x0cd")) == Position(0, 7)
    assert [places.position(at).line for at in (8, 11, 13)] == [1, 2, 3]


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back(text: str, encoding: Encoding) -> None:
    places = Places(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert places.offset(places.position(offset)) in (offset, len(text[:offset].rstrip("\r\n")))
            if offset == len(text) or text[offset] not in "\r\n":
                assert places.offset(places.position(offset)) == offset
