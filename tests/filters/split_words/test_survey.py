"""The survey of a text misses nothing: the kernel finds the stretches that numpy finds, and no line is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.split_words.broken_lines import BrokenLines
from vntextclean.filters.split_words.search import SplitSearch
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import scan

PIECES = (
    "Hôm nay trời mưa", " ", "  ", "-", "\n", ". ", "n", "ước", "th ực", " hi ện", "S Ử D Ụ NG", "T H Ô N G", "ho à",
    "3", "q uý", "kh oẻ", "nghi êng", "xu ất", "\u0130", "\U0001f600", "a" * 40, "ti ền", "o", "ng", "ườ i", "t òa",
    "N", "ướC",
)  # fmt: skip


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_the_kernel_finds_what_numpy_finds(text: str) -> None:
    search = Model.open().derived(SplitSearch)
    found = scan(text, Model.open())
    ours = search.survey(found)
    held, kernel.native = kernel.native, None
    try:
        theirs = search.survey(found)
    finally:
        kernel.native = held
    assert search.stretches(found, ours.joins) == search.stretches(found, theirs.joins)
    assert ours.broken or not BrokenLines(search, found).joined
    assert ours.spaced or not search.spaced_letters(found)


def test_a_line_of_sound_words_is_passed_over() -> None:
    search = Model.open().derived(SplitSearch)
    if kernel.native is not None:
        assert search.survey(scan("Hôm nay trời mưa, nhà nước tổ chức.", Model.open())) == ([], False, False)
    assert search.survey(scan("Cơ quan nhà n ước.", Model.open())).joins == [(3, 4), (2, 3)]  # nước, nhàn
