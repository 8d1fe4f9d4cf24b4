"""A document is cut into lines, counted and looked up."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate import line_features
from vntextclean.filters.boilerplate.char_classes import DIGIT, UPPER
from vntextclean.filters.boilerplate.context_features import Blocks, Setting, Shares, place
from vntextclean.filters.boilerplate.line_forms import form_of
from vntextclean.filters.boilerplate.page import SHAPES, read
from vntextclean.filters.boilerplate.site_table import SiteTable
from vntextclean.filters.boilerplate.triage import look
from vntextclean.text_state import TextState

TEXT = "Trang chủ\n\n  Giới thiệu  \nNăm 2019 mưa nhiều.\n \nHết"


def test_blank_lines_are_left_out_but_numbered() -> None:
    page = read(TEXT)
    assert page.texts == ["Trang chủ", "  Giới thiệu  ", "Năm 2019 mưa nhiều.", "Hết"]
    assert page.rows.tolist() == [0, 2, 3, 5]
    assert [TEXT[a:b] for a, b in zip(page.starts, page.ends, strict=True)] == page.texts


def test_characters_are_counted_by_class() -> None:
    page = read(TEXT)
    assert page.counts[:, DIGIT].tolist() == [0, 0, 4, 0]
    assert page.counts[:, UPPER].tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize("text", ["", "\n", "\n\n \n", "a", "\ud800 x\ny\nz", "😀\n😀\n😀", "İ\nSS\nß"])
def test_odd_documents_are_read(text: str) -> None:
    page = read(text)
    assert len(page) == sum(1 for line in text.split("\n") if line.strip())
    if len(page):
        rows = np.concatenate([line_features.lines(page), place(page, Setting(page))], 1)
        assert rows.shape[0] == len(page)
        assert np.isfinite(rows).all()


def test_blocks_give_each_line_what_the_block_has() -> None:
    blocks = Blocks(np.array([True, False, True, True]))
    values = np.array([[1.0, 3.0, 9.0, 5.0]])
    assert blocks.means(values).tolist() == [[2.0, 2.0, 9.0, 5.0]]
    assert blocks.most(values).tolist() == [[3.0, 3.0, 9.0, 5.0]]
    assert blocks.least(values).tolist() == [[1.0, 1.0, 9.0, 5.0]]


def test_shares_are_means_of_the_lines_around() -> None:
    shares = Shares(np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]))
    assert shares.within(1, slice(0, 1))[0].round(3).tolist() == [0.5, 0.333, 0.333, 0.667, 1.0]
    assert shares.within(25, slice(0, 1))[0].tolist() == [0.6] * 5


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("lúc 9:05 sáng", "clock"),
        ("gọi (024) 3736 5555", "phone"),
        ("+84 912 345 678", "phone"),
        ("1900 6789", "phone"),
        ("ngày 2/9", "date"),
        ("giá 1.500.000 đồng", "price"),
        ("Bình luận (12)", "count"),
        ("1.204", "number"),
        ("1 2 3 4 >", "pager"),
        ("12 người", ""),
    ],
)
def test_what_the_digits_of_a_line_are(line: str, shape: str) -> None:
    number = int(read(line).shape[0])
    assert (SHAPES[number] if number >= 0 else "") == shape


def test_words_are_counted_and_compared_by_key() -> None:
    words = read("Trời MƯA to, và gió.\nMưa đá!").words
    assert words.per_line.tolist() == [5, 2]
    assert words.stops.tolist() == [1, 0]
    assert words.capitals.tolist() == [2, 1]
    assert words.head[1] == words.keys[1]


def test_running_text_is_passed_over_at_a_glance() -> None:
    assert look(TextState("Mưa to suốt đêm.\nSáng ra trời tạnh.\nBà con đi làm đồng.")).clean


def test_a_glance_finds_the_same_phrases_wherever_it_is_taken() -> None:
    page = read(TEXT, look(TextState(TEXT)))
    assert page.hints.tolist() == read(TEXT).hints.tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    "line",
    ["Lượt xem: 1.208", "© 2019 Trang tin", "1 2 3 4 5 ...", "Họ tên no image", "Trang chủ › Tin tức", "Xem thêm »"],
)
def test_lines_that_are_furniture_by_their_form(line: str) -> None:
    assert form_of(line) >= 0


@pytest.mark.parametrize(
    "line",
    [
        "©) Bị can, bị cáo",
        "Lượt xem tăng nhanh",
        "Trang 2 bị rách",
        "Xem thêm hai hiệp nữa",
        "Họ tên: Lò Sơn",
        "1 2 3",
        "x" * 400,
    ],
)
def test_lines_that_only_look_like_furniture(line: str) -> None:
    assert form_of(line) < 0


def test_a_table_knows_what_recurs() -> None:
    table = SiteTable()
    for day in range(5):
        table.add(f"Trang chủ\nTin {'abcde'[day]}\nLượt xem: {day}\n\n", "xa")
    found = table.look_up(["Trang chủ", "Tin a", "Lượt xem: 77", "chưa thấy"])
    assert [bool(standing and standing.recurs) for standing in found] == [True, False, True, False]
    assert found[0] is not None
    assert (found[0].on, found[0].pages) == (5, 5)
