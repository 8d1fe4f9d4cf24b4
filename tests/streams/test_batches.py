"""Batches: in order, bounded, and nothing is lost where a stream breaks off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.streams.batches import batches


@given(st.lists(st.text(max_size=5)), st.integers(1, 20), st.integers(1, 5))
def test_all_items_come_in_order_and_no_batch_is_longer_than_asked(items: list[str], most: int, count: int) -> None:
    found = list(batches(items, len, most, count))
    assert [item for batch in found for item in batch] == items
    assert all(batch and len(batch) <= count and sum(map(len, batch[:-1])) < most for batch in found)


def test_what_came_before_an_error_comes_out() -> None:
    def broken() -> Iterator[str]:
        yield "một"
        yield "hai"
        raise OSError("cut off")

    stream = batches(broken(), len, 100)
    assert next(stream) == ["một", "hai"]
    with pytest.raises(OSError, match="cut off"):
        next(stream)
