"""What is left of a page is judged again, and only where it speaks of furniture still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.deciding import settled
from vntextclean.filters.boilerplate.deciding.decision import Decision
from vntextclean.filters.boilerplate.deciding.settled import ROUNDS, lines_left_over
from vntextclean.filters.boilerplate.reading.page import Page, read
from vntextclean.filters.boilerplate.site.recurrence import Recurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

TEXT = "Trang chủ\n\nTin tức\nLiên hệ\nĐăng nhập\n\nKho giống\nBà con ra đồng từ sớm.\nNước về tới ruộng cuối bản."


def surely(lines: Iterable[tuple[int, float]]) -> list[int]:
    return [line for line, confidence in lines if confidence >= 0.98]


def judged_by(monkeypatch: pytest.MonkeyPatch, *goes: str) -> list[list[str]]:
    """Let lines go, one text a round, and tell what was read in each round."""
    rounds: list[list[str]] = []

    def decide(page: Page, *_: object) -> Decision:
        taken = goes[len(rounds)] if len(rounds) < len(goes) else ""
        rounds.append(list(page.texts))
        return Decision(np.array([text == taken for text in page.texts], np.float32))

    monkeypatch.setattr(settled, "decide", decide)
    return rounds


def test_lines_keep_their_numbers_over_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = judged_by(monkeypatch, "Kho giống", "Nước về tới ruộng cuối bản.")
    gone = [True, False, False, False, False, False, False]
    assert lines_left_over(read(TEXT), gone, [], surely) == {4: 1.0, 6: 1.0}
    assert [len(each) for each in rounds] == [6, 5, 4]
    assert "Trang chủ" not in rounds[0] and "Kho giống" not in rounds[1]


def test_what_speaks_of_furniture_no_more_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = judged_by(monkeypatch, "Kho giống")
    gone = [True, True, False, False, False, False, False]
    assert lines_left_over(read(TEXT), gone, [], surely) == {}
    assert not rounds


def test_where_other_pages_of_the_site_tell_it_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = judged_by(monkeypatch, "Kho giống")
    gone = [True, True, False, False, False, False, False]
    seen = [None, None, None, None, Recurrence("bản tin", 3, 4), None, None]
    assert lines_left_over(read(TEXT), gone, seen, surely) == {4: 1.0}
    assert len(rounds) == 2


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n".join([TEXT, *(f"Kho {number}" for number in range(9))])
    rounds = judged_by(monkeypatch, *(f"Kho {number}" for number in range(9)))
    assert len(lines_left_over(read(page), [False] * 16, [], surely)) == len(rounds) == ROUNDS


def test_a_page_is_not_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "decide", lambda page, *_: Decision(np.ones(len(page), np.float32)))
    assert lines_left_over(read(TEXT), [True, *[False] * 6], [], surely) == {}
