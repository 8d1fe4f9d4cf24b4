"""What stands around a line, and what its page says, move its log-odds."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.deciding.emptied import LINES, TEXT, text_of_emptied
from vntextclean.filters.boilerplate.deciding.place import (
    AMONG,
    AROUND,
    CREDIT,
    DOUBT,
    DOUBTED,
    FRONT_CREDIT,
    FRONT_LINES,
    INSIDE,
    OUTSIDE,
    SURELY_SAID,
    by_place,
)
from vntextclean.filters.boilerplate.deciding.residue_alone import residue_alone
from vntextclean.filters.boilerplate.reading.page import read


def shifts(texts: list[str], odds: list[float], article: tuple[int, int] = (0, 0)) -> list[float]:
    """What is added to each line's log-odds; ``article`` are the lines of the main text."""
    main = np.zeros(len(texts), bool)
    main[slice(*article)] = True
    moved = by_place(read("\n".join(texts)), np.array(odds, np.float32), main)
    return [round(float(each), 3) for each in moved]


MENU, SAID, DOUBTFUL = ["Tin mới"] * 10, ["Gió về qua bến"] * 40, ["Măng khô"] * 10


def test_a_short_line_has_more_among_furniture_than_among_what_the_page_surely_says() -> None:
    moved = shifts(MENU + SAID + DOUBTFUL, [9.0] * 10 + [-3.0] * 40 + [1.0] * 10)
    assert (moved[0], moved[-1]) == (CREDIT, SURELY_SAID)


def test_a_short_line_has_less_where_the_page_is_doubtful() -> None:
    texts = 4 * MENU + 2 * DOUBTFUL
    assert shifts(texts, [9.0] * 40 + [1.0] * 20)[-1] == pytest.approx(-DOUBTED)
    more = shifts(texts + DOUBTFUL, [9.0] * 40 + [1.0] * 30)
    assert more[-1] == pytest.approx(-DOUBTED - DOUBT)  # the classifier is unsure of a third of the lines and more


def test_half_of_the_neighbours_make_a_line_one_among_furniture() -> None:
    texts = MENU + DOUBTFUL
    odds = [AMONG] * 10 + [-3.0] * 10
    assert [each > 0 for each in shifts(texts, odds)] == [True] * 20  # all is sure, one way or the other
    assert shifts(texts, odds)[9] == CREDIT
    assert shifts(texts, odds)[AROUND + 3] == SURELY_SAID


def test_the_main_text_parts_a_page() -> None:
    texts = MENU + DOUBTFUL + SAID[:20] + MENU + DOUBTFUL
    moved = shifts(texts, [9.0] * 20 + [-3.0] * 20 + [9.0] * 20, (20, 40))
    assert moved[20:40] == [-INSIDE] * 20
    assert moved[:10] == [0.0] * 10  # words of furniture need nothing more
    assert moved[10] == moved[-1] == OUTSIDE


def test_a_front_page_needs_less_everywhere() -> None:
    texts = [f"Chợ {number}" for number in range(FRONT_LINES)]
    assert shifts(["Tin mới"] * 10 + texts, [5.0] * (FRONT_LINES + 10)) == [FRONT_CREDIT] * (FRONT_LINES + 10)


def emptied(texts: list[str], odds: list[float], goes: list[bool]) -> list[int]:
    """The lines that stay of an emptied page."""
    found = text_of_emptied(read("\n".join(texts)), np.array(odds, np.float32), np.array(goes))
    kept: list[int] = found.nonzero()[0].tolist()
    return kept


def test_an_emptied_page_keeps_its_stretch_of_low_log_odds() -> None:
    texts = MENU[:4] + DOUBTFUL + MENU[:4]
    odds = [5.0] * 4 + [2.0] * 10 + [6.0] * 4
    assert emptied(texts, odds, [True] * 18) == list(range(4, 14))
    assert emptied(texts, odds, [True] * 9 + [False] * 9) == []  # something stays
    assert emptied(MENU[:4] + DOUBTFUL[: TEXT - 1], odds[: TEXT + 3], [True] * (TEXT + 3)) == []


def test_a_page_of_one_line_may_be_emptied() -> None:
    assert emptied(["Tin mới"], [5.0], [True]) == []


def test_a_front_page_may_be_emptied() -> None:
    texts = MENU + [f"Chợ {number}" for number in range(LINES)]
    assert emptied(texts, [6.0] * 10 + [2.0] * LINES, [True] * (LINES + 10)) == []


def test_words_of_furniture_go_from_an_emptied_page() -> None:
    texts = MENU[:4] + DOUBTFUL[:5] + ["Liên hệ"] + DOUBTFUL[:5]
    assert 9 not in emptied(texts, [5.0] * 4 + [2.0] * 11, [True] * 15)


@pytest.mark.parametrize(
    ("line", "is_residue"),
    [("![](a.png)", True), ("IFRAME: //qc.vn", True), ("* [](x)", False), ("|", False), ("12", False)],
)
def test_a_line_is_residue_alone_if_nothing_is_left_of_it(line: str, is_residue: bool) -> None:
    assert residue_alone(read(f"Mưa to\n{line}\nGió bấc")).tolist() == [False, is_residue, False]


def test_a_short_sentence_at_the_end_is_no_line_of_the_foot() -> None:
    texts = [*DOUBTFUL, "Chưa ai phải đi viện.", *MENU]
    moved = shifts(texts, [1.0] * 10 + [2.1] + [9.0] * 10)
    without = shifts([*DOUBTFUL, "Chưa ai phải đi viện", *MENU], [1.0] * 10 + [2.1] + [9.0] * 10)
    assert moved[10] < 0 < without[10]
    assert shifts([*DOUBTFUL, "Xem nữa...", *MENU], [1.0] * 10 + [2.1] + [9.0] * 10)[10] == without[10]
