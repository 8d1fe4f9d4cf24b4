"""A consonant that stands alone is a word without its vowel, on a page that lost letters, where nothing else fits."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.guards.lone_letters import is_lone, is_no_word
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import DOUBT_OF_DAMAGED, Reach
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables

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


@pytest.mark.parametrize(("word", "lone"), [("t", True), ("th", False), ("", False), ("a", False), ("đ", False)])
def test_a_lone_consonant_is_one_letter(word: str, lone: bool) -> None:
    assert is_lone(word) is lone


FAR = "xa bờ " * 340  # more than two thousand letters


@pytest.mark.parametrize(
    ("text", "letter", "no_word"),
    [
        ("Chợ nghỉ b sáng mai.", "b", False),
        ("b sáng mai chợ nghỉ.", "b", True),  # nor before it
        ("Sáng mai chợ nghỉ b", "b", True),  # nothing stands behind it
        ("Chợ nghỉ b, sáng mai.", "b", False),
        ("Chợ nghỉ b; sáng mai.", "b", False),
        ("Chợ nghỉ b. Sáng mai.", "b", True),
        ("Chợ nghỉ (b sáng mai.", "b", True),
        ("Chợ nghỉ b) sáng mai.", "b", True),
        ("Chợ nghỉ, b sáng mai.", "b", False),
        ("Chợ nghỉ, b, sáng mai.", "b", True),  # no word of its clause stands beside it
        ("Chợ nghỉ B sáng mai.", "B", False),  # capitals are asked about elsewhere
        ("Chợ nghỉ đ sáng mai.", "đ", False),
        ("Chợ nghỉ bb sáng mai.", "bb", False),
        ("Chợ nghỉ k sáng mai.", "k", True),  # of chats
        ("Chợ nghỉ r sáng mai.", "r", True),
        ("Chợ có ế\nb sáng mai.", "b", True),  # below a line that ends in a letter
        ("Chợ có bê\nb sáng mai.", "b", False),
        ("Chợ có v, v sáng mai.", "v", True),
        ("Chợ nghỉ v, b sáng mai.", "v", False),
        ("Chợ nghỉ 7 b sáng mai.", "b", True),
        ("Chợ nghỉ b 7 mai.", "b", True),
        ("Chợ nghỉ b qwz mai.", "b", True),
        ("Chợ qwz b sáng mai.", "b", True),
        ("Ghi ở điểm b sáng mai.", "b", True),
        ("Ghi điểm ở b sáng mai.", "b", False),
        ("Ghi b điểm sáng mai.", "b", False),
        ("Chợ nghỉ b sáng mai, b = 3.", "b", True),
        ("Chợ nghỉ b sáng mai, c = 3.", "b", False),
        (f"Chợ nghỉ b sáng mai. {FAR} b = 3.", "b", False),
        ("Chợ có hàm số nghỉ b sáng mai.", "b", True),
        ("Chợ nghỉ b sáng mai tính đạo hàm.", "b", True),
        (f"Chợ nghỉ b sáng mai. {FAR} Tính đạo hàm.", "b", False),
        ("Chợ nghỉ b anh mai.", "b", True),  # a piece of *banh*
        ("Chợ nga n sáng mai.", "n", True),  # and of *ngan*
        ("Chợ nga b sáng mai.", "b", False),
    ],
)
def test_what_stands_beside_a_lone_letter(text: str, letter: str, no_word: bool) -> None:
    model = Model.open()
    scan = model.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(letter)
    assert bool(is_no_word(scan, token, scan.lower, model.derived(syllables))) is no_word
