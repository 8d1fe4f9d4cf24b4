"""Headings with a link to themselves keep the lists below them, whatever the classifier thinks of these."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.anchored_headings import anchored_headings
from vntextclean.filters.boilerplate.deciding.decision import decide
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import read

PAGE = "Trang chủ\nĐồ nghề#\n• Kéo cắt giấy\n  • Hồ dán\nLiên hệ\nCách gấp¶\n• Gấp đôi\n\n• Miết nếp\nTìm kiếm"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (PAGE, [1, 2, 3, 5, 6, 7]),
        (PAGE.replace("¶", ""), []),  # one such line may be anything
        ("Học C#\n• Bài 1\nHọc F#\n• Bài 2", []),
        ("## Đồ nghề ##\n• Kéo\n## Cách gấp ##\n• Gấp đôi", []),  # the end of a heading in Markdown
        ("Đồ nghề #\n• Kéo\nCách gấp #\n• Gấp đôi", []),
        ("Đồ nghề#\nCách gấp#", [0, 1]),
    ],
)
def test_the_headings_and_the_lists_below_them(text: str, kept: list[int]) -> None:
    assert anchored_headings(read(text)).nonzero()[0].tolist() == kept


def test_they_stay_where_the_classifier_takes_them_for_furniture() -> None:
    page = read(PAGE)
    sure = np.full(len(page), 6.0, np.float32)
    stays = decide(page, blocks_of(page), {}, [], sure).confidence < 0.98
    assert stays.nonzero()[0].tolist() == [1, 2, 3, 5, 6, 7]
    bare = read(PAGE.replace("#", "").replace("¶", ""))
    assert not (decide(bare, blocks_of(bare), {}, [], sure).confidence < 0.98)[[1, 2, 3]].any()
