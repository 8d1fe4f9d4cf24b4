"""What is known of one text goes with it: nothing holds it until the garbage collector comes by."""

from __future__ import annotations

import gc
import weakref

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
