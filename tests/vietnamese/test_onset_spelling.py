"""ngh, gh, ng and g by the vowel behind them."""

from __future__ import annotations

import pytest

from vntextclean.vietnamese.onset_spelling import with_onset_as_spelt


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nghành", "ngành"),
        ("Nghành", "Ngành"),
        ("NGHÀNH", "NGÀNH"),
        ("ngề", "nghề"),
        ("NGỀ", "NGHỀ"),
        ("ghế", None),
        ("gế", "ghế"),
        ("ghỗ", "gỗ"),
        ("ngiêng", "nghiêng"),
    ],
)
def test_the_onset_follows_its_vowel(written: str, meant: str | None) -> None:
    assert with_onset_as_spelt(written) == meant


@pytest.mark.parametrize("word", ["nghề", "ngà", "gì", "giếng", "gạo", "Ghana", "ngh", "g", "", "xanh", "ghzà"])
def test_what_is_spelt_well_or_is_no_syllable_stays(word: str) -> None:
    assert with_onset_as_spelt(word) is None
