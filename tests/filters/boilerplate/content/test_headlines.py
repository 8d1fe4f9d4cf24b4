"""The headline stays where it stands twice, is named, or stands right above the text; and what is all a page says."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.article import around_links, lone_sentence
from vntextclean.filters.boilerplate.content.bylines import bylines
from vntextclean.filters.boilerplate.content.headlines import line_above, marked_title, quoted_title, repeated_title
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import Floats, read

PROSE = "Sáng nay bà con thôn Hạ cùng nhau dọn sạch con kênh dẫn nước vào đồng, rồi cùng nhau ăn cơm trưa."


def odds(*values: float) -> Floats:
    """Log-odds of lines."""
    return np.array(values, np.float32)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Cách nuôi ong mùa mưa | Nhà Nông\nTrang chủ\nCách nuôi ong mùa mưa\nOng ít bay", [0, 2]),
        ("Cách nuôi ong mùa mưa\nTrang chủ\nOng ít bay", []),
        ("Tin tức | Nhà Nông\nTin tức\nOng ít bay", []),
        ("Trường Trung học Sa Hạ\nTrang chủ\nTrường Trung học Sa Hạ", []),
        ("Trường học vùng cao thiếu nước\nTrang chủ\nTrường học vùng cao thiếu nước", [0, 2]),
    ],
)
def test_the_title_stands_again_over_the_text(text: str, kept: list[int]) -> None:
    page = read(text)
    assert repeated_title(page, np.zeros(len(page), np.float32), 1.6).nonzero()[0].tolist() == kept


def test_a_title_of_words_that_menus_have_stands_over_text_that_stays() -> None:
    page = read(f"Chính sách bảo mật - Gốm Bến Đò\nTrang chủ\nChính sách bảo mật\n{PROSE}\nChính sách bảo mật\nRSS")
    kept = repeated_title(page, odds(2, 5, 3, -2, 5, 5), 1.6)
    assert kept.tolist() == [True, False, True, False, False, False]
    assert not repeated_title(page, odds(2, 5, 3, 5, 5, 5), 1.6).any()


def test_the_foot_of_the_page_names_its_headline() -> None:
    foot = "Bạn đang đọc bài viết Đò cũ bến mới tại chuyên mục Xóm làng của Báo Sông"
    page = read(f"Trang chủ\nĐò cũ bến mới\n***\n{PROSE}\nTin mới\n{foot}")
    assert quoted_title(page, blocks_of(page)).nonzero()[0].tolist() == [1, 3]
    page = read(f"Trang chủ\nĐò cũ bến mới\nBạn đang đọc bài viết ở bến đò thì trời mưa.\n{PROSE}")
    assert not quoted_title(page, blocks_of(page)).any()


def test_the_line_above_the_text_is_its_headline() -> None:
    page = read(f"Trang chủ\nLịch sử làng Hạ Sa\n---\n18/03/2019\n{PROSE}")
    blocks = blocks_of(page)
    assert line_above(page, blocks, odds(5, 3, 4, 0, -2), 1.6).tolist() == [False, True, False, False, False]
    assert not line_above(page, blocks, odds(5, 0, 4, 0, -2), 1.6).any()  # it stays by itself
    for menu in ("Trang chủ › Xóm làng › Bến nước", "Sửa trang này trên GitHub"):  # such by its form
        page = read(f"{menu}\n{PROSE}")
        assert not line_above(page, blocks_of(page), odds(3, -2), 1.6).any()
    page = read(f"Trang chủ\nBan biên tập của báo\nMưa to\n{PROSE}")
    assert not line_above(page, blocks_of(page), odds(5, 3, 0, -2), 1.6).any()  # what stays stands between


def test_a_sentence_that_is_all_a_page_says_stays() -> None:
    page = read(f"Trang chủ\nẢnh\n{PROSE}\nLiên hệ")
    blocks, none = blocks_of(page), np.zeros(4, bool)
    assert lone_sentence(page, blocks, odds(5, 3, 0.5, 5), none).tolist() == [False, False, True, False]
    assert not lone_sentence(page, blocks, odds(5, 3, 2, 5), none).any()  # furniture, the classifier says
    assert not lone_sentence(page, blocks, odds(5, 3, 0.5, 5), ~none).any()  # the page has an article
    page = read("Trang chủ\n" + "\n".join(f"{PROSE} {number}." for number in range(5)))
    assert not lone_sentence(page, blocks_of(page), np.zeros(6, np.float32), np.zeros(6, bool)).any()  # teasers


def test_the_pieces_around_a_link_stay_with_the_rest_of_the_sentence() -> None:
    rest = ", nước về tới ruộng cuối bản trước rằm tháng bảy."
    page = read(f"Trang chủ\nTheo dự tính của\nTrạm Bơm\n{rest}")
    assert around_links(page, odds(5, 2, 2, -1), 1.6).tolist() == [False, True, True, False]
    assert not around_links(page, odds(5, 2, 2, 3), 1.6).any()  # all of it goes
    page = read(f"Trang chủ\nTin mới\n{rest}")
    assert around_links(page, odds(5, 5, -1), 1.6).tolist() == [False, True, False]


def test_the_source_below_the_text_stays() -> None:
    page = read(f"Trang chủ\n{PROSE}\nTheo báo tỉnh\nTheo dõi\nNguồn: đài xã\nLiên hệ")
    found = bylines(page, blocks_of(page), odds(5, -2, 3, 3, 3, 5), 1.6)
    assert found.tolist() == [False, False, True, False, False, False]  # right below the text, and no other


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("* Liên hệ\n# Lịch phun nước rửa đường\n## Tổ một", [1]),
        ("# Lịch phun nước rửa đường\n# Sân bãi để xe đạp", []),  # two of them are sections
        ("# Đường đi\n6h", []),
        ("# Xem thêm các bài khác\n6h", []),
        ("  # Lịch phun nước rửa đường\n6h", []),  # lynx marks what is no part of the page so
    ],
)
def test_the_only_heading_of_the_first_rank_is_the_title(text: str, kept: list[int]) -> None:
    assert marked_title(read(text)).nonzero()[0].tolist() == kept
