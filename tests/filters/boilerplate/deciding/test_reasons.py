"""What is said of a line that goes: its kind, and the block it stands in, in both languages."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.deciding.test_decision import ARTICLE, MENU
from vntextclean.filters.boilerplate.deciding.classifier import Classifier
from vntextclean.filters.boilerplate.filter import Boilerplate, _blocks
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("lang", "in_a_block", "of_no_kind", "alone"),
    [
        ("en", "menu item, in a block of 4 lines", "a line among furniture, in a block of 4 lines", "visit counter"),
        (
            "vi",
            "mục trong trình đơn, trong khối 4 dòng",
            "dòng nằm giữa các dòng thừa của trang, trong khối 4 dòng",
            "bộ đếm lượt truy cập",
        ),
    ],
)
def test_reasons(monkeypatch: pytest.MonkeyPatch, lang: str, in_a_block: str, of_no_kind: str, alone: str) -> None:
    odds = np.array([9.0] * 4 + [-9.0] * 8 + [9.0], np.float32)
    monkeypatch.setattr(Classifier, "log_odds", lambda *_: odds)
    page = TextState(f"{MENU}\nKho giống\n{ARTICLE}\nLượt xem: 40\n")
    edits = list(Boilerplate(Settings(lang=lang)).edits(page))
    assert [edit.reason for edit in edits] == [*[in_a_block] * 3, of_no_kind, alone]
    assert [edit.rule for edit in edits] == [*["boilerplate.menu"] * 3, "boilerplate.block", "boilerplate.counter"]


def test_lines_that_stay_part_blocks() -> None:
    assert _blocks([True, True, False, False, True, True, True]) == [2, 2, 1, 1, 3, 3, 3]


def test_confidences_are_rounded_as_python_rounds_them() -> None:
    sure = np.random.default_rng(7).random(20_000).astype(np.float32)
    ties = np.arange(0, 1, 1 / 64, np.float32)  # exact in binary, and some of them between two of four digits
    each = np.concatenate((sure, ties)).astype(np.float64)
    assert np.round(each, 4).tolist() == [round(one, 4) for one in each.tolist()]
