"""A short form that may have lost a letter did so on a page that lost letters, if its neighbours leave no doubt."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.guards.short_forms import is_short_form, is_unit
from vntextclean.lm.model import Model

SOUND = (
    "Xã họp bàn việc làm cầu và xây trường mẫu giáo. Mọi người đều nhất trí cao. Bà con trong huyện đã thu hoạch xong "
    "lúa hè thu, ai cũng vui. "
)
DAMAGED = SOUND.replace("mẫu", "mu").replace("nhất", "nht").replace("huyện", "huyn")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Đây là việc đc biệt quan trọng với làng.", "Đây là việc đặc biệt quan trọng với làng."),
        ("Phí sử dụng đt phải nộp hằng quý.", "Phí sử dụng đất phải nộp hằng quý."),
        ("Dự án bắt đầu từ tháng 5 nm 2014 và còn dài.", "Dự án bắt đầu từ tháng 5 năm 2014 và còn dài."),
        ("Hơn 70 nm qua làng vẫn giữ nghề dệt.", "Hơn 70 năm qua làng vẫn giữ nghề dệt."),
    ],
)
def test_on_a_page_that_lost_letters_it_lost_one_too(written: str, meant: str) -> None:
    assert repaired(DAMAGED + written) == SOUND + meant
    assert repaired(SOUND + written) == SOUND + written


@pytest.mark.parametrize(
    "text",
    [
        "Kính đo được bước sóng 550 nm.",
        "Lớp phủ này dày 60 nm. Nó rất bền.",
        "Xin cho số đt của chị.",
        "Nó bán đt cũ cho bạn.",
        "Hôm nay mình không đc vui.",
        "Đây là việc đc biệt quan trọng. Tin khác đc đăng sau.",
        "ĐT Việt Nam đã tập trung.",
        "Đây là việc đc… biệt quan trọng.",
    ],
)
def test_what_may_be_a_short_form_stays_there(text: str) -> None:
    assert repaired(DAMAGED + text) == SOUND + text


@pytest.mark.parametrize(("text", "token"), [("rất đc biệt", 1), ("dày 60 nm", 2), ("năm mươi nm", 2)])
def test_short_forms_are_two_words_and_a_unit_behind_a_number(text: str, token: int) -> None:
    scan = Model.open().scan(text)
    assert [place for place in range(len(scan)) if is_short_form(scan, place)] == [token]


def test_a_unit_without_a_number_is_none() -> None:
    scan = Model.open().scan("Có nm ở đây, ĐC biệt là 5 NM vải")
    assert not any(is_short_form(scan, place) for place in range(len(scan)))


@pytest.mark.parametrize(
    ("text", "word", "unit"),
    [
        ("Đi biển ba ngày chỉ 2tr5/ng, gồm vé xe.", "ng", True),
        ("Phiên ấy đóng cửa ở 12.500 đồng/cp sau ba buổi.", "cp", True),
        ("Mua sỉ chỉ 45 nghìn/ch, bao đổi trả.", "ch", True),
        ("Mỗi th/ng khóa học có một tổ trưởng.", "ng", False),  # behind a slash, but no price
        ("Mua sỉ chỉ 45 nghìn/chai, bao đổi trả.", "chai", False),
        ("Vườn ấy rộng 5 km đường bờ.", "km", True),
        ("Vườn ấy rộng năm km đường bờ.", "km", True),
        ("Vườn ấy rộng mấy mươi km đường bờ.", "km", True),
        ("Cây số viết tắt là km trên bảng.", "km", False),
    ],
)
def test_a_unit_stands_behind_a_number_or_a_price(text: str, word: str, unit: bool) -> None:
    scan = Model.open().scan(text)
    token = [scan.word(place) for place in range(len(scan))].index(word)
    assert is_unit(scan, token) is unit
