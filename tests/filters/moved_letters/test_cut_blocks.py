"""Lines that were cut before each mark: which pieces belong together, and what stays where that is not clear."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

import numpy as np
import pytest
from benchmarks.speed.random_syllables import syllables

from vntextclean import Pipeline
from vntextclean.filters.moved_letters import cut_blocks as cut_blocks_of
from vntextclean.filters.moved_letters.assignment import Assignment
from vntextclean.filters.moved_letters.cut_blocks import cut_blocks
from vntextclean.filters.moved_letters.cut_lines import Piece, pieces_of
from vntextclean.filters.moved_letters.joins import clear_joins
from vntextclean.lm.model import Model
from vntextclean.misreadings.marks_apart.cut_lines import cuts, is_cut
from vntextclean.text_state import TextState

GRAVE, ACUTE, TILDE, HOOK, DOT, HAT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302"
TONES = frozenset((GRAVE, ACUTE, TILDE, HOOK, DOT))

IN_ORDER = (
    f"Hợp tác xã thuê ba xe tải chơ\n\n{HOOK} dưa ra bê\n\n{ACUTE}n tàu.\n"
    f"Chú Bảy lái chiê\n\n{ACUTE}c đâ\n\n{GRAVE}u tiên, còn hai ngươ\n\n{GRAVE}i cháu ngô\n\n{GRAVE}i phía sau.\n"
    f"Đươ\n\n{GRAVE}ng trơn vì trơ\n\n{GRAVE}i vư\n\n{GRAVE}a mưa.\n"
)
READ = (
    "Hợp tác xã thuê ba xe tải chở dưa ra bến tàu.\n"
    "Chú Bảy lái chiếc đầu tiên, còn hai người cháu ngồi phía sau.\n"
    "Đường trơn vì trời vừa mưa.\n"
)
SORTED = (
    f"Hợp tác xã thuê ba xe tải chơ\nChú Bảy lái chiê\nĐươ\n\n{HOOK} dưa ra bê\n\n{ACUTE}n tàu.\n\n"
    f"{ACUTE}c đâ\n{GRAVE}ng trơn vì trơ\n\n{GRAVE}u tiên, còn hai ngươ\n{GRAVE}i vư\n\n{GRAVE}a mưa.\n\n"
    f"{GRAVE}i cháu ngô\n\n{GRAVE}i phía sau.\n"
)


def cleaned(text: str, preset: str = "ocr") -> str:
    return Pipeline.from_preset(preset).run(text).text


@pytest.mark.parametrize("text", [IN_ORDER, SORTED])
def test_pieces_come_together_in_order_and_sorted_by_columns(text: str) -> None:
    assert cleaned(text).replace("\n", " ") == READ.replace("\n", " ")


@pytest.mark.parametrize("text", [IN_ORDER, SORTED])
def test_every_mark_that_was_put_back_is_counted(text: str) -> None:
    """The reason tells the count, and a page is left alone where most of its cuts find no end."""
    assert sum(block.joins for block in cut_blocks(Model.open(), text)) == sum(map(text.count, TONES))


def test_a_second_run_finds_nothing() -> None:
    once = cleaned(SORTED)
    assert cleaned(once) == once


def test_a_block_that_lacks_a_piece_stays() -> None:
    text = f"Chị mua cá {DOT}\n" * 9 + f"{GRAVE}x 1\n{GRAVE}x 2\n{ACUTE}x 3\n{ACUTE}x 4\n" * 3
    assert [*cut_blocks(Model.open(), text)] == []


def test_where_two_places_fit_alike_both_stay() -> None:
    text = f"Họ có mọ\n\n{HAT}t người.\n\nHọ có mọ\n\n{HAT}t con.\n"
    assert len(set(clear_joins(Model.open(), pieces_of(text)).values())) == 2
    mixed = f"Họ có mọ\nHọ có mọ\n{HAT}t người.\n{HAT}t con.\n"
    assert clear_joins(Model.open(), pieces_of(mixed)) == {}


def test_other_filters_leave_what_is_still_cut() -> None:
    text = f"Toà án thu hô\n\n{DOT}x\n\n" * 9
    assert "thu hô\n" in cleaned(text)
    assert "thu hô\n" in cleaned(text, "web")


def test_a_lesson_on_tones_is_not_cut() -> None:
    lesson = f"Dấu thanh:\n{GRAVE}\n{ACUTE}\n{HOOK}\n{TILDE}\n{DOT}\n"
    assert not is_cut(TextState(lesson))
    assert cleaned(lesson) == lesson


def test_marks_that_are_words_for_themselves_are_not_cut() -> None:
    cards = "".join(f"Thẻ số {number}\n{mark} dùng cho chữ bơ\n" for number, mark in enumerate([HOOK, DOT, GRAVE] * 4))
    assert not cuts(TextState(cards))
    assert cleaned(cards) == cards
    assert cleaned(cards.replace("cho chữ", "cho c hữ", 1)) == cards


def test_few_cuts_in_a_long_text_do_not_make_it_a_cut_one() -> None:
    text = f"Nhà ơ\n{HOOK} bê\n{ACUTE}n đò.\n" * 9 + "Trời nắng.\n" * 800
    assert cuts(TextState(text)) == 18
    assert not is_cut(TextState(text))


def test_a_piece_of_one_word_has_no_open_end() -> None:
    (piece,) = pieces_of(f"{GRAVE}ng")
    assert (piece.opening, piece.words, piece.closing) == (f"{GRAVE}ng", (), "")


def test_the_cheapest_assignment_is_found_and_its_margin_is_exact() -> None:
    rng = np.random.default_rng(11)
    for _ in range(40):
        costs = rng.integers(0, 20, (4, 6)).astype(np.float64)
        found = Assignment(costs)
        own = costs[np.arange(4), found.columns].sum()
        every = np.array(np.meshgrid(*[np.arange(6)] * 4)).reshape(4, -1).T
        every = every[[len({*row}) == 4 for row in every.tolist()]]
        sums = costs[np.arange(4), every].sum(axis=1)
        assert own == sums.min()
        for row in range(4):
            other = sums[every[:, row] != found.columns[row]].min()
            assert found.margin(row, 1e9) == pytest.approx(other - own)


@pytest.mark.parametrize("behind", ["", " "])
def test_syllables_at_random_are_not_put_together(behind: str) -> None:
    letters = normalize("NFD", syllables()[:1500])
    text = "".join(f"\n{letter}{behind}" if letter in TONES else letter for letter in letters)
    pieces = pieces_of(text)
    assert sum(bool(piece.opening) for piece in pieces) > 100
    assert clear_joins(Model.open(), pieces) == {}


def test_few_pieces_are_weighed_even_where_they_are_unlikely() -> None:
    text = f"Cụ bà đô\n\n{DOT}i mô\n\n{DOT}t thúng mạ.\n"
    assert clear_joins(Model.open(), pieces_of(text)) != {}


def test_nothing_is_looked_for_behind_many_pages_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def none_clear(model: Model, pieces: Sequence[Piece]) -> dict[int, int]:
        del model
        asked.append(len(pieces))
        return {}

    monkeypatch.setattr(cut_blocks_of, "clear_joins", none_clear)
    assert [*cut_blocks(Model.open(), f"Chị mua cá {DOT}\n" * 9000)] == []
    assert len(asked) == 6
