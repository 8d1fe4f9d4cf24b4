"""Two neighbouring letters that changed places."""

from __future__ import annotations

import pytest

from vntextclean.vietnamese.exchanged_letters import with_letters_exchanged


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tuytệ", ("tuyệt",)),
        ("VITẾ", ("viết",)),
        ("khôgn", ("không",)),
        ("liạ", ("lại",)),
        ("đnag", ("đang",)),
    ],
)
def test_the_syllable_that_is_meant(written: str, meant: tuple[str, ...]) -> None:
    assert with_letters_exchanged(written) == meant


@pytest.mark.parametrize("word", ["viết", "nhà", "", "ă", "xyz", "htan", "Strasbourg", "nghiêgnn", "êǹ" * 9])
def test_a_syllable_and_what_is_no_marked_one_stay(word: str) -> None:
    assert with_letters_exchanged(word) == ()
