"""A document is cut into lines, counted and looked up."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.boilerplate import features
from vntextclean.boilerplate.furniture import form_of
from vntextclean.boilerplate.glance import hinted
from vntextclean.boilerplate.page import DIGIT, UPPER, read
from vntextclean.boilerplate.site_table import SiteTable

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
        rows = np.concatenate([features.lines(page), features.place(page)], 1)
        assert rows.shape[0] == len(page)
        assert np.isfinite(rows).all()


def test_runs_of_marked_lines_get_their_means() -> None:
    marks = np.array([True, True, False, True])
    means = features.means_of_runs(np.array([[1.0, 3.0, 9.0, 5.0]]), marks)
    assert means.tolist() == [[2.0, 2.0, 0.0, 5.0]]


def test_running_text_is_passed_over_at_a_glance() -> None:
    assert hinted("Mưa to suốt đêm.\nSáng ra trời tạnh.\nBà con đi làm đồng.") == []


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
