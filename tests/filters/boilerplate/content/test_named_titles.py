"""A title in the words of furniture is told by breadcrumbs or Markdown, and a heading by the list of the page."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.listed_headings import listed_headings
from vntextclean.filters.boilerplate.content.named_titles import named_titles
from vntextclean.filters.boilerplate.reading.page import read


def kept(text: str, odds: float = 0.0) -> list[str]:
    page = read(text)
    found = named_titles(page, np.full(len(page), odds, np.float32), 1.6)
    return [page.texts[index] for index in found.nonzero()[0]]


@pytest.mark.parametrize(
    "crumbs",
    [
        "Trang chủ › Tuyển dụng",
        "Trang chủ / Về xưởng / Tuyển dụng",
        "Bạn đang ở: Trang chủ > Tuyển dụng",
        "HOME » TUYỂN DỤNG",
        "Trang chủ\n›\nTuyển dụng",
    ],
)
def test_the_title_that_breadcrumbs_end_in_stays(crumbs: str) -> None:
    assert kept(f"Tuyển dụng\nLiên hệ\n{crumbs}\nTuyển dụng\nCần hai thợ xẻ gỗ")[-1] == "Tuyển dụng"


@pytest.mark.parametrize(
    "text",
    [
        "Trang chủ\nTuyển dụng\nLiên hệ",  # a menu
        "Trang chủ › Tuyển dụng › Thợ gốm\nTuyển dụng\nThợ gốm",  # the title is another
        "Trang chủ › Trang chủ\nTrang chủ\nLiên hệ",
        "Kho › Tuyển dụng\nTuyển dụng\nLiên hệ",  # begins nowhere
        "Trang chủ › Tuyển dụng\na\nb\nc\nTuyển dụng",  # too far below
    ],
)
def test_an_entry_of_a_menu_is_no_title(text: str) -> None:
    assert kept(text) == []


def test_the_only_first_heading_stays_over_a_line_that_stays() -> None:
    text = "* Liên hệ\n# Giới thiệu\nXưởng có chín thợ"
    assert kept(text) == ["Giới thiệu"]
    assert kept(text, 2.0) == []
    assert kept("# Home\nXưởng có chín thợ") == kept("# Tin liên quan\nXưởng có chín thợ") == []
    assert kept("# Giới thiệu\nLiên hệ") == kept("# Giới thiệu\n# Liên hệ\nXưởng có chín thợ") == []


def listed(text: str) -> tuple[list[int], list[int]]:
    found = listed_headings(read(text))
    return found.headings.nonzero()[0].tolist(), found.entries.nonzero()[0].tolist()


def test_headings_stand_in_front_of_their_list_or_behind_it() -> None:
    body = "Cài đặt\nGỡ gói cũ\nHỏi đáp\nKhông mất gì"
    assert listed(f"Cài đặt\n{body}\nTrên trang này\nCài đặt\nHỏi đáp\nBlog") == ([1, 3], [5, 6, 7])
    assert listed(f"Gốm\nOn this page\nCài đặt\nHỏi đáp\n{body}\nCài đặt") == ([4, 6], [1, 2, 3])


@pytest.mark.parametrize(
    "text",
    [
        "Cài đặt\nGỡ gói\nHỏi đáp\nKhông\nMục khác\nCài đặt\nHỏi đáp",  # no list of this page
        "Cài đặt\nGỡ gói\nTrên trang này\nCài đặt\nBlog",  # one heading
        "Hỏi đáp\nKhông\nCài đặt\nGỡ gói\nTrên trang này\nCài đặt\nHỏi đáp\nBlog",  # in another order
    ],
)
def test_what_a_page_does_not_list_is_no_heading(text: str) -> None:
    assert listed(text) == ([], [])
