"""A word in capitals without a mark is looked at in a heading, where the words beside it are in capitals as well."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import USUAL
from vntextclean.lm.model import Model

HEADING = "QUY ĐỊNH VỀ XÂY DNG CHUỒNG TRẠI"


def test_what_lost_a_letter_comes_back_in_capitals() -> None:
    assert repaired(HEADING) == "QUY ĐỊNH VỀ XÂY DỰNG CHUỒNG TRẠI"
    assert repaired(HEADING.replace("TRẠI", "TRẠI 24")) == "QUY ĐỊNH VỀ XÂY DỰNG CHUỒNG TRẠI 24"


@pytest.mark.parametrize(
    "text",
    [
        "Quy định về XÂY DNG chuồng trại",
        "QUY ĐỊNH VỀ xây DNG CHUỒNG TRẠI",
        "MARKET AND DNG HOUSE Ở ĐÂU",
        "XE MANG BIỂN DNG VÀO XƯỞNG",
    ],
)
def test_elsewhere_it_is_an_abbreviation(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    "text", [HEADING, "XÂY DNG", "DNG XÂY LẠI", "XÂY DNG 12 ĐƯỜNG", "XÂY DNG Đường LỚN", "ĐI XE DN"]
)
def test_without_the_kernel_the_same_words_are_doubted(text: str) -> None:
    model = Model.open()
    search, scan = model.derived(CandidateSearch), model.scan(text)
    stream = search.padded(scan)
    expected = [(each.token, each.candidates.tolist()) for each in search._by_numpy(scan, stream, None, USUAL)]
    assert [(each.token, each.candidates.tolist()) for each in search.search(scan, stream)] == expected
