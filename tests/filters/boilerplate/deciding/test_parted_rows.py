"""Breadcrumbs and imprints are known where each of their pieces stands on a line, and what looks like them is not."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.deciding.parted_rows import CRUMB, OWNER, parted_rows
from vntextclean.filters.boilerplate.reading.page import read


def parted(text: str) -> list[int]:
    """The numbers of the lines that are pieces of a row."""
    found: list[int] = parted_rows(read(text)).nonzero()[0].tolist()
    return found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Trang chủ\n›\nTin xã\n›\nChợ họp lại\nChợ họp lại\nTừ nay chợ họp chủ nhật.", [0, 1, 2, 3, 4]),
        ("Hôm nay 12/3\n  * Trang nhất\n  »\nBảng giá phòng\nPhòng đôi\nBảng giá phòng", [1, 2, 3]),
        ("Bảng giá phòng\nTrang nhất\n»\nBảng giá phòng\nPhòng đôi: 200.000 đồng", [1, 2, 3]),
        ("Mật ong rừng\nMã: M12\nHome\n|\nMật ong rừng\n|\nMật ong rừng\nMua ở chợ.", [2, 3, 4, 5, 6]),
    ],
)
def test_breadcrumbs(text: str, pieces: list[int]) -> None:
    assert parted(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Trang chủ\n›\nTin xã\n›\nChợ họp lại\nTừ nay chợ họp chủ nhật.", [0, 1, 2, 3]),  # the only headline stays
        ("Trang chủ\n›\nChợ họp lại", [0, 1]),
        ("Chợ họp lại\nTin xã\nBến đò\nMưa to\nTrang chủ\n›\nChợ họp lại\nNay họp chủ nhật.", [4, 5]),
        ("Tin tức\nGiới thiệu\nTrang chủ\n/\nGiới thiệu\nTiệm mở từ năm ngoái.", [2, 3]),  # above it is a menu
        ("Trang chủ\nTin xã\n›\nChợ họp lại\nChợ họp lại", []),
        ("Trang chủ FIFA\n›\nTin xã\nTin xã", []),
        ("Trang chủ\n›\n" + "rất dài " * CRUMB + "\nMưa to", []),
        ("Trang chủ\n›", []),
        ("Trang chủ\n›\n›\nTin xã", []),
        ("Chợ\n/\nBến\n/\nQuán\nChợ", []),
    ],
)
def test_what_is_no_crumb_stays(text: str, pieces: list[int]) -> None:
    assert parted(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Mưa to.\n©\nVải Nà Lo\n. Tất cả các quyền được bảo lưu. Trang web thiết\nkế của Mận", [1, 2, 3]),
        ("Mưa to.\nCopyright ©\nNhà xe Sa Hạ\nAll rights reserved.", [1, 2, 3]),
        ("Mưa to.\nBản quyền ©\n2019\nGốm Bến Cũ\nMọi quyền được bảo lưu", [1, 2, 3, 4]),
    ],
)
def test_imprints(text: str, pieces: list[int]) -> None:
    assert parted(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "©\nVải Nà Lo\nHọp chợ chủ nhật.",
        "Dấu © đứng trước tên\nVải Nà Lo\nAll rights reserved.",
        "©\n" + "Mưa to.\n" * OWNER + "All rights reserved.",
        "Bản quyền của bài hát\nLò Văn Pánh\nMọi quyền của tác giả được luật bảo vệ.",
    ],
)
def test_what_is_no_imprint_stays(text: str) -> None:
    assert not parted(text)
