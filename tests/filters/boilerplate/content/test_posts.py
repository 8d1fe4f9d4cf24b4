"""Lists of people with their posts, and signatures: which lines belong to them."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.content.posts import people_with_posts
from vntextclean.filters.boilerplate.reading.page import read

PEOPLE = "Bí thư\nLò Văn Pản\nPhó Chủ tịch\nHà Thị Mai\nKế toán\nVì Văn Inh"


def kept(text: str) -> list[str]:
    """The lines that are kept."""
    page = read(text)
    return [text for text, is_kept in zip(page.texts, people_with_posts(page), strict=True) if is_kept]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (PEOPLE, PEOPLE.split("\n")),
        (PEOPLE.replace("Lò Văn Pản", "Lò Pản"), PEOPLE.replace("Lò Văn Pản", "Lò Pản").split("\n")),
        (PEOPLE.replace("Lò Văn Pản", "Pản"), []),  # one word is no name: two people are left
        (PEOPLE.replace("Lò Văn Pản", "Lò Văn Pản Lan Anh Thư"), []),  # nor are six
        (PEOPLE.replace("Lò Văn Pản", "Lò văn pản"), []),
        (PEOPLE.rsplit("\n", 2)[0], []),  # a footer names one or two
        (f"Mưa to\n{PEOPLE}\nMưa nhỏ", PEOPLE.split("\n")),
        (
            PEOPLE.replace("Hà Thị Mai", "Hà Thị Mai\nSố máy lẻ\nGiờ tiếp dân"),  # what stands between two people
            PEOPLE.replace("Hà Thị Mai", "Hà Thị Mai\nSố máy lẻ\nGiờ tiếp dân").split("\n"),
        ),
    ],
)
def test_people(text: str, lines: list[str]) -> None:
    assert kept(text) == lines


@pytest.mark.parametrize(("between", "whole"), [(5, True), (6, False)])
def test_what_is_far_from_both_people_is_not_theirs(between: int, whole: bool) -> None:
    gap = [f"dòng thứ {number}" for number in range(between)]
    text = PEOPLE.replace("Pản\n", "Pản\n" + "\n".join(gap) + "\n")
    assert (set(gap) <= set(kept(text))) is whole
    assert set(PEOPLE.split("\n")) <= set(kept(text))


@pytest.mark.parametrize(
    ("units", "are_kept"),
    [
        (["Phòng Kế hoạch", "Phòng Tài chính", "Văn phòng"], True),
        (["Phòng Kế hoạch", "Phòng Tài chính"], False),  # two are no list
    ],
)
def test_units_below_people(units: list[str], are_kept: bool) -> None:
    assert (set(units) <= set(kept(PEOPLE + "\n" + "\n".join(units)))) is are_kept
    far = "\n".join(f"dòng thứ {number}" for number in range(6))
    assert not set(units) & set(kept(f"{PEOPLE}\n{far}\n" + "\n".join(units)))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nơi nhận\nGIÁM ĐỐC\nLò Văn Pản\nIn trang", ["GIÁM ĐỐC", "Lò Văn Pản"]),
        ("Nơi nhận\nGIÁM ĐỐC\nbản gốc\nLò Văn Pản\nIn trang", ["GIÁM ĐỐC", "bản gốc", "Lò Văn Pản"]),
        ("Nơi nhận\nGIÁM ĐỐC\nbản gốc\nbản sao\nLò Văn Pản", []),
        ("Nơi nhận\nGIÁM ĐỐC\nLÒ VĂN PẢN", []),  # a heading goes on
        ("Nơi nhận\nGiám đốc\nLò Văn Pản", []),
        ("In trang\nTHẨM PHÁN - CHỦ TỌA PHIÊN TÒA\nVì Thị Nhót", ["THẨM PHÁN - CHỦ TỌA PHIÊN TÒA", "Vì Thị Nhót"]),
        ("THẨM PHÁN XỬ LẠI VỤ LÚA\nVì Thị Nhót", []),
        ("Chủ tịch\n(Đã ký)\nLò Văn Pản\nIn trang", ["Chủ tịch", "(Đã ký)", "Lò Văn Pản"]),
        ("Mưa to\n(Đã ký)\nmưa nhỏ", ["(Đã ký)"]),
        ("", []),
    ],
)
def test_signatures(text: str, lines: list[str]) -> None:
    assert kept(text) == lines


def test_for_whom_a_paper_is_signed_stands_above_who_signs() -> None:
    assert kept("Tin mới\nTM. TỔ NGHỀ\nCHỦ TỌA\nLò Văn Pản") == ["TM. TỔ NGHỀ", "CHỦ TỌA", "Lò Văn Pản"]
    assert kept("TIN MỚI\nCHỦ TỌA\nLò Văn Pản") == ["CHỦ TỌA", "Lò Văn Pản"]
