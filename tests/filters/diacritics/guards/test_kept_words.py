"""A name by itself is kept unless its text is a wreck, and what is known of one text goes with it."""

from __future__ import annotations

import gc
import weakref

import pytest

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.guards.kept_words import KeptWords
from vntextclean.filters.diacritics.search import repair_search
from vntextclean.lm.model import Model

TEXT = "Mẹ đa đi chợ từ sáng, chị đa nấu cơm xong, bà ngồi dưới gốc đa kể chuyện ngày xưa cho lũ trẻ trong xóm nghe."


def test_a_text_is_let_go_at_once() -> None:
    model = Model.open()
    scan = model.scan(TEXT)
    repairs = list(repair_search(model).first(scan))
    assert repairs
    kept = KeptWords(model, scan, scan.lower, repairs, [0.9] * len(repairs), 1)
    for repair in repairs:
        signs = repair.signs
        assert isinstance(signs, Features)
        kept.holds(repair, 0.9, signs)
    gone = weakref.ref(kept)
    gc.disable()
    try:
        del kept
        assert gone() is None
    finally:
        gc.enable()


STORY = "Mẹ bảo Viển: con trông em. Hôm ấy Viển tưởng thật, ôm em ra ngõ. Chiều về, Viển kể lại."
REST = "Xã họp bàn việc làm cầu và xây trường mẫu giáo, ai cũng vui. "


@pytest.mark.parametrize(
    ("times", "due", "kept"),
    [
        (0, 2, True),
        (0, 3, False),  # a few words of a short text
        (9, 3, True),
        (9, 7, True),
        (9, 8, False),  # one word in twenty of a long one
    ],
)
def test_a_name_said_elsewhere_is_kept_where_few_words_are_damaged(times: int, due: int, kept: bool) -> None:
    model = Model.open()
    scan = model.scan(REST * times + STORY)
    repairs = [repair for repair in repair_search(model).first(scan) if repair.word == "Viển"]
    assert len(repairs) == 3
    words = KeptWords(model, scan, scan.lower, repairs, [0.9] * 3, due)
    for repair in repairs:
        assert isinstance(repair.signs, Features)
        assert words.holds(repair, 0.9, repair.signs) is kept
