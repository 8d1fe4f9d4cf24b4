"""What ``restore`` says of a doubted word lifts a repair, and never makes one that is unlikely by itself."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean import Pipeline
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.reading_anew.restored import restored, told_apart
from vntextclean.lm.model import Model
from vntextclean.restoration.wide_net import Ints, Scores, Wide

TEXT = (
    "Sáng nay huyện họp bàn việc đối mới cách dạy học trong các trường phổ thông. Nhiều thầy cô cho rằng học sinh cần "
    "đọc sách nhiều hơn, làm bài ít hơn, và được hỏi thầy cô những điều mình chưa hiểu. Cuộc họp kéo dài đến gần trưa."
)


def lifted(usual: float, page: float, rival: str = "đổi", most: float = 1.0, text: str = TEXT) -> list[Repair]:
    model = Model.open()
    scan = model.scan(text)
    repair = Repair(6, "đối", rival, Damage.WRONG_TONE, page, Cause.MISREAD, most, usual)
    return restored(scan, model, [repair], lambda *_: 0.0, lambda each: each.confidence >= 0.98)


def test_a_repair_that_is_nearly_sure_is_lifted() -> None:
    assert [repair.confidence > 0.98 for repair in lifted(0.95, 0.8)] == [True]


@pytest.mark.parametrize(("usual", "page"), [(0.2, 0.6), (0.95, 0.1), (0.95, 0.99)])
def test_unlikely_and_settled_ones_are_not_asked(usual: float, page: float) -> None:
    assert lifted(usual, page) == []


def test_what_lost_marks_needs_less_on_a_page_that_lost_some() -> None:
    text = TEXT.replace("đối mới", "đôi mới")
    asked = ({"shift": shift, "most": most} for shift, most in ((2.0, 1.0), (0.5, 1.0), (2.0, 0.99)))
    assert [len(lost(text, **each)) for each in asked] == [1, 0, 0]


def lost(text: str, shift: float, most: float) -> list[Repair]:
    model = Model.open()
    repair = Repair(6, "đôi", "đổi", Damage.TONE, 0.95, Cause.TONE, most, 0.5)
    return restored(model.scan(text), model, [repair], lambda *_: shift, lambda each: each.confidence >= 0.98)


def test_a_short_text_has_no_topic() -> None:
    assert lifted(0.95, 0.8, text=TEXT.partition(". ")[0]) == []


def test_the_bound_of_a_repair_holds() -> None:
    assert [repair.confidence for repair in lifted(0.95, 0.8, most=0.97)] == [0.97]


def test_a_rival_that_the_net_does_not_prefer_stays_as_it_is() -> None:
    assert lifted(0.95, 0.8, rival="dối") == []
    assert lifted(0.95, 0.8, rival="đội") == []


def test_a_collocation_stays() -> None:
    model = Model.open()
    scan = model.scan("Việc dạy học phải đi đôi với việc làm, nhà trường và xã hội cùng lo cho các em. " * 3)
    repair = Repair(5, "đôi", "đối", Damage.TONE, 0.9, Cause.TONE, 1.0, 0.95)
    assert restored(scan, model, [repair], lambda *_: 0.0, lambda each: each.confidence >= 0.98) == []


def test_a_word_of_other_letters_is_no_question_for_the_net(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    whole = Wide.scores

    def scores(self: Wide, key: Ints, look: Ints, at: Ints, ends: Ints) -> Scores:
        asked.append(len(at))
        return whole(self, key, look, at, ends)

    monkeypatch.setattr(Wide, "scores", scores)
    assert lifted(0.95, 0.8, rival="đốn") == []
    assert asked == []
    assert len(lifted(0.95, 0.8)) == 1
    assert asked == [1]


LOSSY = (
    "Xã họp bàn việc làm cầu và xây trường mu giáo. Mọi người đều nht trí cao. Bà con trong huyn đã thu hoạch xong "
    "lúa hè thu, ai cũng vui. "
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Chúng tôi đi bộ qua cánh đồng, gi thổi mát và mùi rơm mới thơm khắp lối.", "đồng, gió thổi"),
        ("Bà tôi bưng một cái đn ra giữa sân.", "cái đn ra"),
        ("Bọn trẻ chạy theo và kêu bắt hn lại.", "bắt hn lại"),
    ],
)
def test_words_of_the_same_letters_are_told_apart_on_a_page_that_lost_letters(written: str, meant: str) -> None:
    assert meant in Pipeline.from_preset("web").run(LOSSY + written).text


@pytest.mark.parametrize(
    ("gains", "words", "told"),
    [
        ((9.0, 6.0, 4.0), ("gió", "giò", "giả"), True),
        ((9.0, 9.0, 4.0), ("gió", "giò", "giả"), False),  # the n-gram does not tell, and the net too little
        ((9.0, 6.0, 8.0), ("gió", "giò", "giả"), False),  # a word of other letters is as likely
        ((9.0, 6.0, 4.0), ("gió", "giả", "giã"), False),  # none has the same letters: nothing to compare
        ((9.0, 6.0), ("giò", "giả"), False),  # the rival is not among the candidates
    ],
)
def test_both_the_n_gram_and_the_net_must_find_it_likelier(
    gains: tuple[float, ...], words: tuple[str, ...], told: bool
) -> None:
    model = Model.open()
    scan = model.scan(LOSSY + "Chúng tôi đi bộ qua cánh đồng, gi thổi mát và mùi rơm mới thơm khắp lối.")
    token = next(number for number in range(len(scan)) if scan.word(number) == "gi")
    repair = Repair(token, "gi", "gió", Damage.LETTER, 0.9, Cause.LETTER)
    suspect = Suspect(token, model.ids(list(words)).astype(np.int64), np.array(gains, np.float32), -20.0, False, False)
    assert [each.rival for each in told_apart(scan, model, scan.lower, [(repair, suspect)])] == ["gió"] * told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Người tho già đẽo cột rất khéo, mỗi nhát rìu đều vừa đúng nét mực.", "Người thợ già"),
        ("Chúng tôi đi bộ qua cánh đồng, gio thổi mát và mùi rơm mới thơm khắp lối.", "đồng, gió thổi"),
        ("Bà tôi rắc tro bếp lên luống rau.", "rắc tro bếp"),
    ],
)
def test_words_that_lost_their_marks_are_told_apart_on_a_page_that_lost_marks(written: str, meant: str) -> None:
    page = LOSSY.replace("mu giáo", "mau giáo").replace("nht", "nhât").replace("huyn", "huyen")
    assert meant in Pipeline.from_preset("web").run(page + written).text
