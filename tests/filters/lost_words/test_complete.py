"""Gaps that lack nothing, whatever often stands there."""

from __future__ import annotations

import pytest

from vntextclean.filters.lost_words.complete import is_complete
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
