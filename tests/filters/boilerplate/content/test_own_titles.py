"""Titles in the words of a foot stay right above their text; entries and buttons do not."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.own_titles import own_titles
from vntextclean.filters.boilerplate.reading.page import read

TEXT = [f"Lò số {number} nghỉ" for number in range(6)]


def kept(lines: list[str], goes: list[int], article: list[int] | None = None) -> list[str]:
    marks = np.array(article or [0] * len(lines), bool)
    return [lines[index] for index in own_titles(read("\n".join(lines)), np.array(goes, bool), marks).nonzero()[0]]


@pytest.mark.parametrize("title", ["Điều khoản sử dụng", "Chính sách đổi trả", "Về chúng tôi"])
def test_a_title_right_above_a_text_stays(title: str) -> None:
    assert kept(["Liên hệ", title, *TEXT], [1, 1, *[0] * 6]) == [title]


@pytest.mark.parametrize("entry", ["Liên hệ", "Giới thiệu", "Tuyển dụng", "Chính sách", "Góp ý"])
def test_other_entries_right_above_a_text_go(entry: str) -> None:
    assert kept(["Trang chủ", entry, *TEXT], [1, 1, *[0] * 6]) == []


def test_a_title_stands_above_the_article_or_the_longest_text() -> None:
    few = ["Liên hệ", "Điều khoản sử dụng", *TEXT[:3]]
    assert kept(few, [1, 1, 0, 0, 0]) == []
    assert kept(few, [1, 1, 0, 0, 0], [0, 0, 1, 0, 0]) == ["Điều khoản sử dụng"]
    assert kept(["Liên hệ", "Tải về", *TEXT[:3]], [1, 1, 0, 0, 0], [0, 0, 1, 0, 0]) == []  # a button
