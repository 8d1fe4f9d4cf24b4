"""Common words whose vowels changed places under their tone: found by their spelling, and decided by the sentence."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired
from vntextclean.filters.diacritics.proposing import exchanged_vowels
from vntextclean.filters.diacritics.proposing.exchanged_vowels import ExchangedVowels
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import tone_of, toneless
from vntextclean.vietnamese.syllables import is_syllable

WORDS = [tuple(pair.split()) for pair in exchanged_vowels._WORDS.split(",")]


@pytest.mark.parametrize(("written", "meant"), WORDS, ids=" ".join)
def test_both_are_syllables_of_the_same_letters_and_tone(written: str, meant: str) -> None:
    assert is_syllable(written)
    assert is_syllable(meant)
    assert tone_of(written) == tone_of(meant)
    assert sorted(toneless(written)) == sorted(toneless(meant))


@pytest.mark.parametrize(("written", "meant"), WORDS, ids=" ".join)
def test_each_is_found_in_small_letters(written: str, meant: str) -> None:
    model = Model.open()
    table = model.derived(ExchangedVowels)
    found = [slip[:2] for slip in table.slips(model.scan(f"họ {written} đây"))]
    assert found == [(1, meant)]
    assert table.slips(model.scan(f"Anh {written.capitalize()} và {written.upper()}")) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Khu vườn cảu ông ngoại trồng toàn bưởi.", "Khu vườn của ông ngoại trồng toàn bưởi."),
        ("Đàn trâu lội vòa ruộng lúa non.", "Đàn trâu lội vào ruộng lúa non."),
        ("Hội quán nằm tịa số 12 phố Hàng Muối.", "Hội quán nằm tại số 12 phố Hàng Muối."),
    ],
)
def test_the_sentence_calls_for_what_is_meant(written: str, meant: str) -> None:
    assert repaired(written) == meant


@pytest.mark.parametrize("text", ["Bà Cảu bán xôi.", "Nó cắm đầu chép lia lịa.", "Chữ “cảu” này là gì?"])
def test_a_name_another_word_and_a_word_by_itself_stay(text: str) -> None:
    assert repaired(text) == text
