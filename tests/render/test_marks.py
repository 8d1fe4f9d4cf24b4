"""Only what changed is marked, and nothing of either side is lost."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.render.marks import pieces


def drawn(before: str, after: str) -> str:
    signs = {"same": "{}", "gone": "-{}-", "come": "+{}+", "note": "<{}>"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces(before, after))


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Môt", "Một", "M-ô-+ộ+t"),
        ("vn", "vận", "v+ậ+n"),
        ("hiệntổ", "hiện tổ", "hiện+ +tổ"),
        ("quy ế t", "quyết", "quy- -ế- -t"),
        ("dãn vân", "dân vận", "d-ã-+â+n v-â-+ậ+n"),
        ("", "cơ ", "+cơ +"),
        ("ạ", "", "-ạ-"),
        ("ca\u0301", "cạ", "c-a\u0301-+ạ+"),
        (normalize("NFD", "hoạch"), "hoạch", "hoạch<NFD→NFC>"),
        ("  ", " ", "-  -+ +"),
        ("chủKết", "chủ. Kết", "chủ+. +Kết"),
        ("thựchiẹn", "thực hiện", "thực-hiẹ-+ hiệ+n"),
        ("câu\nnày", "câu này", "câu-\n-+ +này"),
    ],
)
def test_marks(before: str, after: str, wanted: str) -> None:
    assert drawn(before, after) == wanted


TEXT = st.text(alphabet="aâạ\u0301 \n\u00a0Đđnx", max_size=12)


@given(TEXT, TEXT)
def test_both_sides_can_be_read_off(before: str, after: str) -> None:
    found = pieces(before, after)
    if any(piece.kind == "note" for piece in found):
        assert normalize("NFC", before) == normalize("NFC", after)
        return
    assert "".join(piece.text for piece in found if piece.kind != "come") == before
    assert "".join(piece.text for piece in found if piece.kind != "gone") == after
