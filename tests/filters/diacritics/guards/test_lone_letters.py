"""A consonant that stands alone is a word without its vowel, on a page that lost letters, where nothing else fits."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import DOUBT_OF_DAMAGED, Reach
from vntextclean.lm.model import Model

SOUND = "Bà con trong làng họp bàn việc làm cầu. Trận lũ đã cuốn trôi nhà cửa. Xã sẽ phát gạo cho các hộ nghèo. "
DAMAGED = SOUND.replace("việc", "vic").replace("cuốn", "cun").replace("nghèo", "ngho")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Đó l chuyện phải tính ngay.", "Đó là chuyện phải tính ngay."),
        ("Chợ nghỉ kể t tháng sau.", "Chợ nghỉ kể từ tháng sau."),
        ("Ai nuôi gà thì h trợ cám.", "Ai nuôi gà thì hỗ trợ cám."),
        ("Sáng nay có người b thương ở chân.", "Sáng nay có người bị thương ở chân."),
    ],
)
def test_on_a_page_that_lost_letters_it_lost_one_too(written: str, meant: str) -> None:
    assert repaired(DAMAGED + written) == SOUND + meant
    assert repaired(SOUND + written) == SOUND + written


@pytest.mark.parametrize(
    "text",
    [
        "Hộ ghi ở điểm b khoản trên đến lượt sau.",
        "Mỗi hộ được hai bao:\nb) gạo nếp để gói bánh;\nc) muối hạt.",
        "Ông đo từ gốc l đến ngọn, ghi l = 3.",
        "Hộp thư “t” treo ở gốc đa.",
        "Rau ngót có nhiều vitamin c hơn rau muống.",
        "Cân được 300 g thịt nạc.",
        "Xã cho mượn bát, mâm, ghế v,v… để làm cỗ.",
        "Làng mở hội, có thi nấu cơm, phổ bi\nế\nn cách làm gạch.",
    ],
)
def test_what_names_something_stays_there(text: str) -> None:
    assert repaired(DAMAGED + text) == SOUND + text


@pytest.mark.parametrize("text", ["kể t tháng sau", "b) gạo", "Ông T về", "đi v"])
@pytest.mark.parametrize("letters", [True, False])
def test_without_the_kernel_the_same_words_are_doubted(text: str, letters: bool) -> None:
    model, reach = Model.open(), Reach(DOUBT_OF_DAMAGED, letters)
    search, scan = model.derived(CandidateSearch), model.scan(text)
    stream = search.padded(scan)
    expected = [(each.token, each.candidates.tolist()) for each in search._by_numpy(scan, stream, None, reach)]
    found = search.search(scan, stream, reach=reach)
    assert [(each.token, each.candidates.tolist()) for each in found] == expected


def test_on_a_wrecked_page_it_may_be_any_word() -> None:
    text = (
        "Nhân viên k thut đã lp đt thit b mi trong xng. Mi vic đu tt, ai cng vui. Bác th c nói vy l hp lý. "
        "Chuyn này l bình thng, kể t tháng sau."
    )
    assert "kể t tháng" in repaired(text)
