"""A document is cut into lines, its lines are judged by their words, counted and put into blocks."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.pages import pages
from vntextclean.filters.boilerplate.deciding.classifier import second_input
from vntextclean.filters.boilerplate.features.context_features import Shares
from vntextclean.filters.boilerplate.features.page_features import page_features
from vntextclean.filters.boilerplate.features.word_scores import BUCKETS, word_features
from vntextclean.filters.boilerplate.reading.blocks import Blocks, blocks_of, main_text, span_of
from vntextclean.filters.boilerplate.reading.line_forms import kind_by_form
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.reading.triage import triage
from vntextclean.filters.boilerplate.text.char_classes import DIGIT, UPPER
from vntextclean.filters.boilerplate.text.code import code_lines
from vntextclean.filters.boilerplate.text.shapes import SHAPES
from vntextclean.text_state import TextState

TEXT = "Trang chủ\n\n  Giới thiệu  \nNăm 2019 mưa nhiều.\n \nHết"
NO_SCORES = np.zeros(BUCKETS, np.int8)


def test_blank_lines_are_left_out_but_numbered() -> None:
    page = read(TEXT)
    assert page.texts == ["Trang chủ", "Giới thiệu", "Năm 2019 mưa nhiều.", "Hết"]
    assert page.rows.tolist() == [0, 2, 3, 5]
    raw = [TEXT[a:b] for a, b in zip(page.starts, page.ends, strict=True)]
    assert raw == ["Trang chủ", "  Giới thiệu  ", "Năm 2019 mưa nhiều.", "Hết"]


def test_characters_are_counted_by_class() -> None:
    page = read(TEXT)
    assert page.counts[:, DIGIT].tolist() == [0, 0, 4, 0]
    assert page.counts[:, UPPER].tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize("text", ["a", "\ud800 x\ny\nz", "😀\n😀\n😀", "İ\nSS\nß", "  * \n[anh.jpg]\n|", "©"])
def test_odd_documents_are_read(text: str) -> None:
    page = read(text)
    assert len(page) == sum(1 for line in text.split("\n") if line.strip())
    blocks = blocks_of(page)
    rows = page_features(page, blocks, NO_SCORES)
    rows = second_input(page, blocks, np.zeros(len(page), np.float32), rows)
    assert rows.shape[0] == len(page)
    assert np.isfinite(rows).all()


@pytest.mark.parametrize("text", ["", "\n", "\n\n \n"])
def test_a_document_without_lines_has_none(text: str) -> None:
    assert len(read(text)) == 0


def test_blocks_give_each_line_what_the_block_has() -> None:
    blocks = Blocks(np.array([True, False, True, True]))
    values = np.array([[1.0, 3.0, 9.0, 5.0]])
    assert blocks.means(values).tolist() == [[2.0, 2.0, 9.0, 5.0]]
    assert blocks.sums(values).tolist() == [[4.0, 4.0, 9.0, 5.0]]
    assert blocks.most(values).tolist() == [[3.0, 3.0, 9.0, 5.0]]
    assert blocks.least(values).tolist() == [[1.0, 1.0, 9.0, 5.0]]


def test_pieces_of_a_sentence_are_one_paragraph() -> None:
    page = read("Ông kể rằng hồi\nlũ ống\n, cả bản mất hơn hai chục con trâu.\nTrang chủ")
    assert blocks_of(page).paragraphs.sizes.tolist() == [3, 1]


def test_wrapped_lines_are_one_paragraph_and_entries_of_a_list_are_not() -> None:
    line = "Nước lên chậm hơn mọi năm gần một tháng nên ghe hàng phải neo lại"
    wrapped = "\n".join([line, "Cà Mau thì khác, " + line[17:], "An Giang cũng vậy, " + line[19:], line, line, line])
    assert blocks_of(read(wrapped)).paragraphs.sizes.tolist() == [6]
    listed = "\n".join(f"  * {row}" for row in wrapped.split("\n"))
    assert len(blocks_of(read(listed)).paragraphs.sizes) == 6


def test_the_main_text_goes_from_its_first_to_its_last_paragraph() -> None:
    prose = "Bà con ra đồng từ sớm để kịp lấy nước vào ruộng trước khi trạm bơm nghỉ, vì thế chợ vắng hơn mọi hôm."
    page = read(f"Trang chủ\nLiên hệ\n{prose}\nẢnh: Lò Sơn\n{prose}\nTìm kiếm")
    assert main_text(page, blocks_of(page), 3.0) == (2, 5)


def test_no_weight_makes_an_empty_span() -> None:
    start, end = span_of(np.array([-1.0, -2.0], np.float32))
    assert start == end


def test_shares_are_means_of_the_lines_around() -> None:
    shares = Shares(np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]))
    assert shares.within(1, slice(0, 1))[0].round(3).tolist() == [0.5, 0.333, 0.333, 0.667, 1.0]
    assert shares.within(25, slice(0, 1))[0].tolist() == [0.6] * 5
    assert shares.between(1, 2, slice(0, 1))[0].tolist() == [0.0, 0.5, 1.0, 1.0, 0.0]


def test_words_are_scored_by_line() -> None:
    page = read("đăng nhập\n---\nđăng")
    assert word_features(page, np.full(BUCKETS, 5, np.int8)).round(2).tolist() == [
        [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5],
        [0.0] * 7,
        [0.5, 0.5, 0.5, 0.0, 0.0, 0.0, 0.5],
    ]


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


def test_running_text_is_passed_over_at_once() -> None:
    assert triage(TextState("Mưa to suốt đêm.\nSáng ra trời tạnh.\nBà con đi làm đồng.")).clean


def test_the_same_phrases_are_found_with_and_without_triage() -> None:
    page = read(TEXT, triage(TextState(TEXT)))
    assert page.hints.tolist() == read(TEXT).hints.tolist() == [True, True, False, False]


def test_triage_looks_behind_list_numbers_and_into_links() -> None:
    assert triage(TextState("1. Trang chủ\n[Liên hệ](/lien-he)\n12) Đăng nhập")).rows == [0, 1, 2]


@pytest.mark.parametrize(
    "line",
    [
        *("Lượt xem: 1.208", "© 2019 Trang tin", "1 2 3 4 5 ...", "Họ tên no image", "Trang chủ › Tin tức"),
        "Xem thêm »",
        *("← Quay về trang chủ", "Trở lại trang nhất »", "Quay lại trang chủ"),
        *(". Tất cả các quyền được bảo lưu. Trang web thiết", "Gốm Bến Cũ 2019. Mọi quyền đều được bảo lưu."),
        "© 2021 Vải Nà Lo. Tất cả quyền được bảo lưu",
    ],
)
def test_lines_that_are_furniture_by_their_form(line: str) -> None:
    assert kind_by_form(line) >= 0


@pytest.mark.parametrize(
    "line",
    [
        "©) Bị can, bị cáo",
        "Lượt xem tăng nhanh",
        "Trang 2 bị rách",
        "Xem thêm hai hiệp nữa",
        "Họ tên: Lò Sơn",
        "1 2 3",
        *("Quay về trang chủ để xem lịch", "Trở về trang chủ nhà", "Họ quay lại trang chủ"),
        *("Mọi quyền được bảo lưu cho tác giả trong mười năm", "Theo hợp đồng, mọi quyền được bảo lưu"),
        "Năm 2019, mọi quyền được bảo lưu cho người viết",
        "x" * 400,
    ],
)
def test_lines_that_only_look_like_furniture(line: str) -> None:
    assert kind_by_form(line) < 0


def test_no_line_of_code_is_passed_over() -> None:
    lines = [
        *("import {os}", "sudo apt", "a->b", "a::b", "x && y", "x = 3;", "chạy()", "f(x);", "});", "}", "'on'", '"a":'),
        *("1.   * đi {", "Tin tức", "đi; về", "giá = rất rẻ", "nhà (mới)", "a/b", "def dem(so):", "if x {", "=", "12;"),
    ]
    for text in ("\n".join(lines), *lines, *pages(40)):
        page = read(text)
        assert page.code.tolist() == code_lines(page.texts).tolist()
