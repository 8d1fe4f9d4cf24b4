"""What it costs to join the pieces of cut lines, where each piece can stand, and which joins are clear."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.moved_letters import joins
from vntextclean.filters.moved_letters.cut_lines import Piece, pieces_of
from vntextclean.filters.moved_letters.joins import clear_joins
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE

ACUTE, TILDE, GRAVE = "\u0301", "\u0303", "\u0300"
NAN = float("nan")
INF = float("inf")


def piece(opening: str, words: tuple[str, ...], closing: str, parted: bool = False) -> Piece:
    return Piece(0, 1, opening, words, closing, parted)


def costs(text: str, behind: dict[int, int] | None = None, sure: dict[int, int] | None = None) -> joins.Floats:
    return joins._Page(Model.open(), pieces_of(text)).costs(behind or {}, sure or {})


def after(first: int | str, second: int | str) -> float:
    """The log-probability of a pair."""
    model = Model.open()
    ids = [one if isinstance(one, int) else int(model.ids([one])[0]) for one in (first, second)]
    return float(bigrams(model, np.array(ids[:1]), np.array(ids[1:]))[0][0])


def test_a_join_costs_what_its_word_and_the_words_around_do() -> None:
    found = costs(f"bò sư\n\n{TILDE}a đã lâu.\n")
    assert found.shape == (1, 2)  # one end, and to stay alone
    expected = after("bò", "sư") - 6.0 - after("bò", "sữa") - after("sữa", "đã")
    assert found[0].tolist() == pytest.approx([expected, 25.0])


def test_the_end_of_a_piece_that_is_no_syllable() -> None:
    found = costs(f"anh mươ\n\n{GRAVE}i năm.\n")
    expected = after("anh", "mươ")
    assert found[0, 0] != pytest.approx(expected - 6.0 - after("anh", "mười") - after("mười", "năm"))
    assert found[0, 0] == pytest.approx(-14.0 - 6.0 - after("anh", "mười") - after("mười", "năm"))


def test_a_word_at_the_head_of_a_line_follows_a_full_stop() -> None:
    found = costs(f"sư\n\n{TILDE}a đã lâu.\n")
    assert found[0, 0] == pytest.approx(after(SENTENCE, "sư") - 6.0 - after(SENTENCE, "sữa") - after("sữa", "đã"))


def test_nothing_behind_a_join_costs_what_is_usual() -> None:
    found = costs(f"bò sư\n\n{TILDE}a.\n")
    assert found[0, 0] == pytest.approx(after("bò", "sư") - 6.0 - after("bò", "sữa") + 6.0)


@pytest.mark.parametrize(
    ("blocks", "more"),
    [
        pytest.param(0, 0.0 + 3.0 + 0.3, id="in the same block: not the next one, one away"),
        pytest.param(1, 0.0, id="in the next block"),
        pytest.param(2, 3.3, id="one block between"),
        pytest.param(3, 3.6, id="two blocks between"),
        pytest.param(41, 15.0, id="forty blocks between"),
        pytest.param(45, 15.0, id="more cost no more"),
    ],
)
def test_how_far_a_join_leads(blocks: int, more: float) -> None:
    text = "bò sư\n" + ("" if blocks == 0 else "\n" + "Kẻ.\n\n" * (blocks - 1)) + f"{TILDE}a đã lâu.\n"
    nothing = after("bò", "sư") - 6.0 - after("bò", "sữa") - after("sữa", "đã")
    assert costs(text)[0, 0] == pytest.approx(nothing + more)


def test_a_piece_does_not_join_itself_and_what_makes_no_syllable_never_joins() -> None:
    text = f"bò sư\n{TILDE}a đã chơ\n{ACUTE} ngoài chợ.\n"
    found = costs(text)
    assert found.shape == (2, 4)
    assert found[0].tolist()[1:] == [1e6, 25.0, 1e6]  # the piece itself; alone; the other's place
    assert found[1, 1] < 1e6  # "chớ"
    assert found[1].tolist()[2:] == [1e6, 25.0]


def test_a_sure_join_has_no_rival() -> None:
    text = f"bò sư\n{TILDE}a đã mươ\n{GRAVE}i năm.\n"
    free, bound = costs(text), costs(text, {0: 1}, {0: 1})
    assert bound[0].tolist() == [pytest.approx(free[0, 0]), 1e6, 1e6, 1e6]
    assert bound[1].tolist() == [1e6, pytest.approx(free[1, 1]), 1e6, 25.0]
    assert free[1, 0] < 1e6  # "sừi" might be


def test_a_page_without_a_word_to_make() -> None:
    assert costs(f"gió xơ\n{TILDE}q đã lâu.\n").tolist() == [[1e6, 25.0]]


def test_words_by_the_joins_so_far() -> None:
    pieces = [piece("", ("bò",), "sư"), piece(f"{TILDE}a", (), "mươ"), piece(f"{GRAVE}i", ("năm",), "")]
    before, behind = joins._before, joins._after
    assert before(pieces, 0, {}) == "bò"
    assert before(pieces, 1, {}) is None
    assert before(pieces, 1, {1: 0}) == "sữa"
    assert before([piece("", (), "sư")], 0, {}) == ""
    assert behind(pieces, 2, {}) == "năm"
    assert behind(pieces, 1, {}) == "mươ"
    assert behind(pieces, 1, {1: 2}) == "mười"
    assert behind([piece(f"{TILDE}a", (), "")], 0, {}) is None
    assert behind([piece(f"{TILDE}a", ("một", "hai"), "")], 0, {}) == "một"
    assert before([piece("", ("một", "hai"), "sư")], 0, {}) == "hai"


def test_the_lines_that_pieces_stand_in() -> None:
    head, tail = piece("", ("bò",), "sư"), piece(f"{TILDE}a", ("đã",), "mươ")
    pieces = [head, tail, head, tail, tail]
    assert joins._lines_of(pieces, {}).tolist() == pytest.approx([0, NAN, 1, NAN, NAN], nan_ok=True)
    assert joins._lines_of(pieces, {1: 0, 3: 1}).tolist() == pytest.approx([0, 0, 1, 0, NAN], nan_ok=True)
    assert joins._lines_of(pieces, {3: 4, 4: 2}).tolist() == pytest.approx([0, NAN, 1, 1, 1], nan_ok=True)
    # Three that only follow each other stand in no line that is known.
    assert joins._lines_of(pieces, {1: 3, 3: 4, 4: 1}).tolist() == pytest.approx([0, NAN, 1, NAN, NAN], nan_ok=True)


def test_the_first_and_the_last_line_of_pieces() -> None:
    one, first = piece("", ("bò",), ""), piece("", ("bò",), "", parted=True)
    low, high = joins._bounds([one, one, one, first, one], np.array([0.0, NAN, 2.0, NAN, 4.0]))
    assert low.tolist() == [-INF, 0, 0, -INF, -INF]
    assert high.tolist() == [2, 2, INF, 4, INF]


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        pytest.param(0, 0.0, id="where the block is"),
        pytest.param(1, 1.5, id="a line above"),
        pytest.param(2, 3.0, id="two lines above"),
        pytest.param(8, 12.0, id="eight lines"),
        pytest.param(9, 12.0, id="more lines cost no more"),
    ],
)
def test_a_join_against_the_order_of_its_block(lines: int, more: float) -> None:
    """Before the piece of "sữa", its block has one that is known to stand in a line further down."""
    above = "bò sư\n" + "Kẻ.\n" * (lines - 1 if lines else 0)
    ends = f"{above}ba mươ\n\n" if lines else "bò sư\nba mươ\n\n"
    text = f"{ends}{GRAVE}i năm.\n{TILDE}a đã lâu.\n"
    pieces = pieces_of(text)
    page = joins._Page(Model.open(), pieces)
    other = next(number for number, one in enumerate(pieces) if one.closing == "mươ")
    first = len(pieces) - 2
    free, bound = page.costs({}, {}), page.costs({other: first}, {})
    row, column = 1, page.ends.index(0)
    assert bound[row, column] - free[row, column] == pytest.approx(more if lines else 1.5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("Ông Sáu nuôi bò.\n", {}),
        (f"{TILDE}a đã lâu.\n", {}),  # no end
        ("Ông Sáu nuôi bò sư\n", {}),  # no head
        (f"Ông Sáu nuôi bò sư\n{TILDE}a đã mươ\n{GRAVE}i năm.\n", {0: 1, 1: 2}),
        (f"Ông Sáu nuôi bò sư\nBà Tư nuôi bò sư\n\n{TILDE}a đã lâu.\n", {}),  # which of both is not clear
    ],
)
def test_which_joins_are_clear(text: str, found: dict[int, int]) -> None:
    assert clear_joins(Model.open(), pieces_of(text)) == found


@pytest.mark.parametrize(
    ("closing", "opening", "word"), [("sư", f"{TILDE}a", "sữa"), ("xơ", f"{TILDE}q", ""), ("bà", "", "bà")]
)
def test_the_word_that_two_pieces_make(closing: str, opening: str, word: str) -> None:
    assert joins._word(closing, opening) == word


def page_of(heads: int, wanted: int, unlikely: int) -> joins._Page:
    """A page with costs that are given: so many heads, of which some are unlikely and the others want so many ends."""
    page = joins._Page(Model.open(), [])
    page.heads, page.ends = [*range(heads)], [*range(heads)]
    table = np.full((heads, 2 * heads), 9.0)
    for row in range(heads):
        table[row, row % wanted] = 0.0 if row < unlikely else -1.0

    def given(behind: dict[int, int], sure: dict[int, int]) -> joins.Floats:
        return table

    page.costs = given  # type: ignore[method-assign]
    return page


@pytest.mark.parametrize(
    ("heads", "wanted", "unlikely", "no_text"),
    [
        pytest.param(31, 1, 31, False, id="too few to tell"),
        pytest.param(32, 1, 32, True, id="enough"),
        pytest.param(40, 40, 26, False, id="65 in a hundred are unlikely"),
        pytest.param(40, 40, 27, True, id="more are"),
        pytest.param(40, 18, 0, False, id="each wants one of 45 for a hundred"),
        pytest.param(40, 17, 0, True, id="of fewer"),
    ],
)
def test_what_is_no_text(heads: int, wanted: int, unlikely: int, no_text: bool) -> None:
    assert page_of(heads, wanted, unlikely).is_no_text() == no_text
