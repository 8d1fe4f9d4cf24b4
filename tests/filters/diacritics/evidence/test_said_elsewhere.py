"""What a damaged page has right beside the same neighbour elsewhere is made there, and nowhere else."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.evidence.document_counts import is_said_elsewhere
from vntextclean.lm.model import Model

DAMAGED = (
    "Xã họp bàn việc làm cầu và xây trường mẫu giáo. Mọi ngươi đều nhất trí cao. Bà con trong huyên đã thu hoạch xong "
    "lúa hè thu, ai cung vui. "
)
NAMED = "Tổ trưởng là {0} {1}, quê ở xóm Đông. Hôm qua {0} {2} làm sổ sách. Đến tối, {0} {1} đọc lại sổ cho cả tổ nghe."


@pytest.mark.parametrize(("title", "name", "written"), [("bà", "Hậu", "Hâu"), ("ông", "Mẫn", "Mân")])
def test_a_name_that_stands_right_beside_the_same_word_comes_back(title: str, name: str, written: str) -> None:
    assert f"Hôm qua {title} {name} làm" in repaired(DAMAGED + NAMED.format(title, name, written))


def test_a_name_that_the_document_has_so_twice_is_meant() -> None:
    text = DAMAGED + NAMED.format("bà", "Hậu", "Hâu") + " Bà Hâu cười."
    assert "Hôm qua bà Hâu làm" in repaired(text) and "Bà Hâu cười" in repaired(text)


def test_a_name_that_the_document_has_only_beside_others_stays() -> None:
    text = DAMAGED + NAMED.format("bà", "Hậu", "Hâu").replace("Hôm qua bà", "Hôm qua chú")
    assert "Hôm qua chú Hâu làm" in repaired(text)


def test_a_sound_page_keeps_it() -> None:
    sound = DAMAGED.replace("ngươi", "người").replace("huyên", "huyện").replace("cung", "cũng")
    text = sound + NAMED.format("bà", "Hậu", "Hâu")
    assert repaired(text) == text


def test_a_word_that_fits_as_it_stands_stays() -> None:
    text = "Cầu sẽ được xây bằng đá ong, trường cũng được xây bằng đá ong. Khi lúa mì đang được xay, thợ đứng bên cối."
    assert repaired(DAMAGED + text).endswith(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Giàn mướp sai quả. Ngồi dưới gian mướp.", True),
        ("Nhà gian thấp. Xóm này có nhà giàn mới.", True),  # beside the first word of the text
        ("Trồng giàn, mướp sai quả. Ngồi dưới gian mướp.", False),
        ("Ngồi dưới gian, mướp rụng. Giàn mướp sai quả.", False),
        ("Giàn mướp sai quả. Ngồi dưới gian mướp, gần gian mướp.", False),
        ("Mướp leo giàn. Ngồi dưới gian mướp.", False),
        ("Ngồi dưới gian mướp.", False),
        ("Nhà có giàn 12 thanh. Ngồi dưới gian 5 mét.", False),
    ],
)
def test_a_mark_parts_neighbours_and_the_written_pair_speaks_against_it(text: str, said: bool) -> None:
    model = Model.open()
    scan = model.scan(text)
    token = next(at for at in range(len(scan)) if scan.word(at) == "gian")
    written, rival = model.ids(["gian", "giàn"]).tolist()
    assert is_said_elsewhere(scan, token, written, rival, scan.lower) is said
