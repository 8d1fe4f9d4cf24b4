"""Gaps that lack nothing, whatever often stands there."""

from __future__ import annotations

import pytest

from vntextclean.filters.lost_words.complete import TIED_APART, is_complete, may_go_on
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "token", "half", "word", "expected"),
    [
        ("Cô cười mỉm thân thiện.", 3, 2, "cười", True),  # turned round
        ("Răng nó nghiến kèn kẹt.", 3, 2, "răng", True),  # said just before
        ("Răng đau. Nó nghiến kèn kẹt.", 4, 3, "răng", False),  # in another sentence
        ("Nó nghiến kèn kẹt.", 2, 1, "răng", False),
        ("Ngôi tháp huyền bí qua sương.", 4, 3, "thư", True),  # half of huyền bí
        ("Ông làm bí qua ba khóa.", 3, 2, "thư", False),
        ("Nhân dân Kurd đón tết.", 2, 1, "tộc", True),  # a foreign name
        ("Bí qua ba khóa.", 1, 0, "thư", False),  # nothing stands before the half
        ("Mỉm", 0, 0, "cười", False),
    ],
)
def test_complete(text: str, token: int, half: int, word: str, expected: bool) -> None:
    scan = MODEL.scan(text)
    assert is_complete(MODEL, scan, token, half, int(MODEL.ids([word])[0])) is expected


@pytest.mark.parametrize(
    ("text", "token", "half", "expected"),
    [
        ("Ảnh: Duy Thành chụp.", 2, 1, True),  # a name of a person
        ("Ảnh: duy Thành chụp.", 2, 1, False),
        ("Ảnh: Duy chụp.", 2, 1, False),
        ("Thợ làng Vận gánh gạch.", 2, 2, False),  # a right half is no first name, capital or not
        ("Thợ làng vận gánh gạch.", 2, 2, False),
        ("Thợ làng vận", 2, 2, True),  # its word may go on where the line ends
        ("Thợ làng vận\nGánh gạch.", 2, 2, True),
        ("Thợ làng vận… rồi nghỉ.", 2, 2, True),
        ("Thợ làng vận. Rồi nghỉ.", 2, 2, False),
        ("Thợ làng", 2, 1, False),  # a left half has its other half before it
    ],
)
def test_a_half_may_go_on_or_be_a_name(text: str, token: int, half: int, expected: bool) -> None:
    scan = MODEL.scan(text)
    assert may_go_on(scan, token, half, TIED_APART - 0.001) is expected
    assert not may_go_on(scan, token, half, TIED_APART)
