"""Which prose speaks of one thing, and which line above it is its headline."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.coherence import coherent_text, headline, shared_words, title_overlap
from vntextclean.filters.boilerplate.reading.page import read

SAID = "Bến Sa Hạ nghỉ từ mùng một tới hết mùng ba Tết, ai cần qua sông xin gọi bác Pọm ở đầu bến."
ELSE = "Vụ ngô năm nay hạt chắc, thương lái lên tận nương mua, mỗi cân cao hơn vụ trước những hai nghìn đồng."


@pytest.mark.parametrize(
    ("lines", "long", "shares"),
    [
        (["Đò ngang bến cũ", "Đò dọc bến cũ", "Mưa nắng"], [1, 1, 1], [0.75, 0.75, 0]),
        (["Đò ngang bến cũ", "Đò dọc bến cũ", "Mưa nắng"], [1, 0, 1], [0, 0, 0]),  # not asked about
        (["Đò ngang bến cũ", "Đò dọc bến cũ", "Đò nắng"], [1, 0, 1], [0.25, 0, 0.5]),
        (["Đò đò bến", "Bến xa"], [1, 1], [1 / 3, 0.5]),  # twice in one paragraph is no other one
        (["Đò đò bến", "Đò xa"], [1, 1], [2 / 3, 0.5]),
        (["Đò của bến và chợ", "Bến của ta"], [1, 1], [1 / 3, 1]),  # common words count for nothing
        (["và của", "và của"], [1, 1], [0, 0]),
        (["Đò ngang", "bến cũ", "Bến xa"], [1, 1, 1], [0.25, 0.25, 0.5]),  # one paragraph
        (["Đò ngang"], [0], [0]),
    ],
)
def test_the_share_of_words_that_other_paragraphs_have(lines: list[str], long: list[int], shares: list[float]) -> None:
    page = read("\n".join(lines))
    found = shared_words(page, blocks_of(page), np.array(long, bool))
    assert found.tolist() == pytest.approx(shares, abs=1e-6)


def test_the_longest_prose_that_speaks_of_one_thing() -> None:
    def span(*lines: str) -> tuple[int, int]:
        page = read("\n\n".join(lines))
        return coherent_text(page, blocks_of(page))

    assert span("Mưa to", SAID, SAID, "Mưa to") == (1, 3)
    assert span(SAID, ELSE) == (0, 0)  # two teasers
    assert span(SAID, *3 * ["Mưa to"], SAID) == (0, 5)
    assert span(SAID, *3 * ["Mưa to"], ELSE, SAID) == (0, 1)  # what speaks of another thing weighs against it
    assert span(SAID, *5 * ["Mưa to"], SAID) == (0, 7)  # words of prose: 22, a line between costs four
    assert span(SAID, *6 * ["Mưa to"], SAID) == (0, 1)


ABOVE = "Bến Sa Hạ nghỉ Tết"


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ([ABOVE], 0),
        ([ABOVE, "Mưa to"], 0),
        (["Mưa to", ABOVE], 1),
        (["Bến Sa Hạ"], -1),  # three words
        (["Bến Sa Hạ nghỉ"], 0),
        (["Bến Sa chợ phiên"], -1),  # half of the words
        (["Bến Sa Hạ phiên chợ"], 0),
        (["# Bến Sa chợ phiên"], 0),  # Markdown marks it
        (["# Bến chợ phiên Lay"], 0),
        (["# Chợ phiên Mường Lay"], -1),
        (["Bến của Sa và chợ"], 0),  # common words count for nothing
        (["Của và những không"], -1),
        ([ABOVE, *15 * ["Mưa to"]], 0),
        ([ABOVE, *16 * ["Mưa to"]], -1),
        ([ABOVE, "Bến Sa Hạ nghỉ"], 1),  # the nearest of two as good
        ([ABOVE, "Bến Sa Hạ phiên chợ"], 0),  # the better one
        (["Bến Sa Hạ liên quan"], 0),
        ([SAID], -1),  # prose is no headline
    ],
)
def test_the_headline_shares_most_of_its_words_with_the_text(above: list[str], found: int) -> None:
    page = read("\n\n".join([*above, SAID, "Gió bấc về bản"]))
    assert headline(page, blocks_of(page), len(above), len(above) + 1) == found
    assert headline(page, blocks_of(page), len(above), len(above) + 2) == found


def test_words_of_furniture_are_no_headline() -> None:
    text = "Các tin liên quan tới bến đò thì dán ở cột đình, ai cũng đọc được, và cứ ba ngày lại thay một lần."
    page = read(f"Các tin liên quan\n\n{text}")
    assert headline(page, blocks_of(page), 1, 2) == -1
    page = read(f"Các tin bến đò\n\n{text}")
    assert headline(page, blocks_of(page), 1, 2) == 0


def test_a_text_of_one_line_need_not_be_prose() -> None:
    page = read("Bến Sa Hạ đông\n\nBến Sa Hạ đông vui\n\nMưa to")
    assert headline(page, blocks_of(page), 1, 2) == 0
    assert headline(page, blocks_of(page), 1, 3) == -1
    assert headline(page, blocks_of(page), 0, 1) == -1


@pytest.mark.parametrize(
    ("start", "end", "shares"),
    [
        (4, 8, [0, 1, 1, 1, 1, 1, 1, 0]),  # three lines above, and the first three
        (4, 5, [0, 1, 1, 1, 1, 0, 0, 0]),
        (4, 6, [0, 1, 1, 1, 1, 1, 0, 0]),
        (0, 8, [1, 1, 1, 0, 0, 0, 0, 0]),
        (7, 8, [0, 0, 0, 0, 1, 1, 1, 1]),
    ],
)
def test_words_of_the_first_lines_of_the_text(start: int, end: int, shares: list[float]) -> None:
    page = read("Đò\nMưa\nGió\nChợ\nNúi\nSông\nHồ\nSuối")
    assert title_overlap(page, start, end).tolist() == shares
    page = read("Đò mưa của\nMưa\nGió\nChợ\nNúi\nvà của\nHồ\nSuối")
    assert title_overlap(page, 4, 5).tolist() == [0.5, 1, 1, 1, 1, 0, 0, 0]
