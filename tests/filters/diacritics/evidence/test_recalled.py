"""A document comes back to its words: on a damaged page they tell what a word that is no syllable was."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.evidence.document_counts import MOST_RECALLED, recalled
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model

PAGE = (
    "Hôm qua em lại quên mang sách. Bạn bè gọi em là ồ {0}. Em {0} thật, đi hc mà không mang theo sách vở, ba mẹ bit "
    "sẽ buồn lắm. Thầy gio bảo người {0} là người không chịu hỏi. Cực kì ngc, em nghĩ vậy rồi bật cười."
)


def test_a_word_that_the_document_has_elsewhere_comes_back() -> None:
    assert "Cực kì ngốc, em" in repaired(PAGE.format("ngốc"))


def test_where_the_document_has_it_nowhere_it_stays() -> None:
    assert "Cực kì ngc, em" in repaired(PAGE.format("lười"))


def test_a_page_without_other_losses_keeps_it() -> None:
    page = (
        PAGE.format("ngốc")
        .replace("ồ ngốc", "đồ ngốc")
        .replace("hc", "học")
        .replace("bit", "biết")
        .replace("gio", "giáo")
    )
    assert "Cực kì ngc, em" in repaired(page)


@pytest.mark.parametrize("wreck", ["th gn mn tg nm ", "trng hp dch ngn nht "])
def test_a_page_of_wrecked_words_tells_nothing(wreck: str) -> None:
    assert "Cực kì ngc, em" in repaired(PAGE.format("ngốc").replace("Thầy", f"{wreck * 3}. Thầy"))


def test_what_the_document_adds_is_bounded_and_counts_the_word_itself() -> None:
    model = Model.open()
    ids = model.ids(["ngốc", "ngọc"]).astype("int64")

    def added(text: str) -> list[float]:
        scan = model.scan(text)
        token = next(at for at in range(len(scan)) if scan.word(at) == "ngc")
        uses = np.bincount(scan.lower, minlength=model.size)
        return list(recalled(model, scan, Suspect(token, ids, ids.astype("float32"), 0.0, False, False), uses))

    first, other = added("Em ngốc thật, em ngốc lắm, em ngc quá.")
    assert 0 < first <= MOST_RECALLED and other == 0
    assert added("Em ngc quá.") == [0, 0]
