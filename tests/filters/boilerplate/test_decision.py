"""What goes is decided for the page as a whole."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from vntextclean.errors import ModelError
from vntextclean.filters.boilerplate.classifier import WEIGHTS, Classifier
from vntextclean.filters.boilerplate.decision import decide
from vntextclean.filters.boilerplate.filter import Boilerplate
from vntextclean.filters.boilerplate.line_forms import sure
from vntextclean.filters.boilerplate.page import read
from vntextclean.filters.boilerplate.site_table import Standing
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Bà con ra đồng từ sớm để kịp lấy nước vào ruộng trước khi trạm bơm nghỉ, vì thế chợ vắng hơn mọi hôm."


def gone(text: str, odds: list[float]) -> list[bool]:
    """What goes if the classifier said so much of each line."""
    page = read(text)
    found: list[bool] = (decide(page, sure(page), [], 0.98, np.array(odds, np.float32)) >= 0.98).tolist()
    return found


def test_nothing_goes_without_furniture_s_own_words() -> None:
    assert gone(f"Một\nHai\nBa\n{PROSE}", [1, 1, 1, 0]) == [False] * 4


def test_a_line_beside_what_goes_needs_less() -> None:
    menu = "Trang chủ\nLiên hệ\nTin tức\nPhòng ban khác\nĐăng nhập"
    assert gone(f"{menu}\n{PROSE}", [1, 1, 1, 0.85, 1, 0.1]) == [True, True, True, True, True, False]
    assert gone(f"{menu}\n{PROSE}", [1, 1, 1, 0.6, 1, 0.1]) == [True, True, True, False, True, False]


def test_a_heading_beside_what_goes_needs_as_much_as_any() -> None:
    assert gone(f"Trang chủ\nLiên hệ\nTin tức\n# Vụ mùa\n{PROSE}", [1, 1, 1, 0.95, 0]) == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_gap_between_furniture_is_closed_but_prose_is_not() -> None:
    menu = "Trang chủ\nLiên hệ\nTin tức\nTrạm bơm\nKho giống\nGiới thiệu\nĐăng nhập"
    assert all(gone(f"{menu}\n{PROSE}", [1, 1, 1, 0.8, 0.77, 1, 1, 0])[:7])
    assert not gone(f"Trang chủ\nLiên hệ\nTin tức\n{PROSE}\nGiới thiệu\nĐăng nhập", [1, 1, 1, 0.55, 1, 1])[3]


def test_marks_left_of_icons_stand_for_words_of_furniture() -> None:
    assert gone(f"Tuần tin\n*\n*\nXem thêm các bài\n{PROSE}", [1, 1, 1, 1, 0]) == [True] * 4 + [False]
    assert gone(f"Tuần tin\n*\n*\nKho giống\n{PROSE}", [1, 1, 1, 1, 0]) == [False] * 5


def test_a_phrase_at_the_edge_of_a_menu_needs_more() -> None:
    menu = "Trang chủ\nLiên hệ\nTin tức"
    assert gone(f"{menu}\nXã Nà Lo làm đường\n{PROSE}", [1, 1, 1, 0.98, 0]) == [True, True, True, False, False]
    assert gone(f"{menu}\nXã Nà Lo làm đường\n{PROSE}", [1, 1, 1, 0.995, 0]) == [True, True, True, True, False]
    assert gone(f"{menu}\nXã Nà Lo làm đường\nTìm kiếm\n{PROSE}", [1, 1, 1, 0.98, 1, 0])[3]


def test_the_title_of_a_page_stays() -> None:
    menu = "Trang chủ\nLiên hệ\nTin tức"
    found = gone(f"{menu}\n# Vụ mùa\n## Lúa tốt\n### Xem nhiều\n{PROSE}", [1, 1, 1, 1, 1, 1, 0])
    assert found == [True, True, True, False, False, False, False]


def test_of_a_page_of_furniture_the_least_likely_line_stays() -> None:
    page = "Trang chủ\nLiên hệ\nĐăng nhập\nKho giống\nTìm kiếm"
    assert gone(page, [1, 1, 1, 0.985, 1]) == [True, True, True, False, True]


def test_what_stands_on_other_pages_of_the_site_needs_less() -> None:
    page = read(f"Trạm bơm\nKho giống\nTổ hòa giải\n{PROSE}")
    seen = [Standing("xa", 1, 1, 2)] * 3
    odds = np.array([0.3, 0.3, 0.3, 0.01], np.float32)
    assert (decide(page, {}, [*seen, None], 0.98, odds) >= 0.98).tolist() == [True, True, True, False]
    assert not (decide(page, {}, [], 0.98, odds) >= 0.98).any()


def test_a_page_is_never_emptied() -> None:
    made = Boilerplate(Settings())
    for page in (
        "Trang chủ",
        "Trang chủ\nLiên hệ",
        "Xem thêm\nXem thêm\nXem thêm",
        "Trang chủ\nLiên hệ\nĐăng nhập\nTìm kiếm",
    ):
        edits = [edit for edit in made.edits(TextState(page)) if edit.confidence >= 0.98]
        assert sum(edit.end - edit.start for edit in edits) < len(page)


def test_the_weights_are_small_and_hold_numbers_only() -> None:
    assert WEIGHTS.stat().st_size < 300_000
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        assert all(stored[name].dtype.kind in "fi" for name in stored.files)


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(ModelError, match="version 99"):
        Classifier({"version": np.asarray(99, np.float32)})


def test_the_last_line_and_a_doubtful_one_before_it_do_not_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"Trang chủ\nLiên hệ\nTin tức\n{PROSE}\nKho giống\nĐăng nhập"
    odds = np.array([1, 1, 1, 0, 0.7, 1], np.float32)
    monkeypatch.setattr(Classifier, "judge", lambda *_: odds)
    edits = list(Boilerplate(Settings()).edits(TextState(page)))
    assert [round(edit.confidence, 2) for edit in edits] == [1, 1, 1, 0.7, 1]
    assert all(first.end <= second.start for first, second in pairwise(edits))


def test_doubtful_lines_are_suggested_not_taken() -> None:
    page = f"Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\nĐăng nhập\nTìm kiếm\n{PROSE}\nHoàng Nam\nLượt xem: 5\n© Nà Lo"
    edits = list(Boilerplate(Settings()).edits(TextState(page)))
    assert [edit.start for edit in edits] == sorted(edit.start for edit in edits)
    assert all(0.6 <= edit.confidence <= 1 for edit in edits)
    assert page.index("Hoàng Nam") not in {edit.start for edit in edits if edit.confidence >= 0.98}
