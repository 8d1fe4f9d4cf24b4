"""Every syllable, typed in every order of keys, comes out as itself."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.keystrokes import from_telex, from_vni
from vntextclean.vietnamese.letters import tone_of, toneless
from vntextclean.vietnamese.syllables import forms, parse
from vntextclean.vietnamese.tones import to_old

#: ``oo`` is typed with three o, which no text shows.
TYPED = st.sampled_from(sorted(word for word in forms() if not word.isascii() and "oo" not in toneless(word)))
TELEX = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}


def typed(word: str, keys: dict[str, str], tones: str) -> str:
    """The keys of a word, the tone last."""
    letters = "".join(keys.get(letter, letter) for letter in toneless(word))
    return letters + tones[tone_of(word)].strip()


@given(TYPED)
def test_telex_keys_spell_the_syllable(word: str) -> None:
    assert from_telex(typed(word, TELEX, " fsrxj")) == to_old(word)


@given(TYPED)
def test_vni_keys_spell_the_syllable(word: str) -> None:
    keys = typed(word, VNI, " 21345")
    assert from_vni(keys) == to_old(word)
    assert from_vni(keys.upper()) == (to_old(word).upper() if len(keys) > 1 else word)


@given(TYPED)
def test_what_keys_spell_is_composed_and_legal(word: str) -> None:
    spelled = from_telex(typed(word, TELEX, " fsrxj"))
    assert spelled is not None
    assert normalize("NFC", spelled) == spelled
    assert parse(spelled) is not None


@pytest.mark.parametrize("word", ["street", "strong", "trong", "Wales", "iPhone4", "x", "", "jazz", "h264", "sssss"])
def test_other_words_are_no_keys(word: str) -> None:
    assert from_telex(word) is None
    assert from_vni(word) is None


@pytest.mark.parametrize(
    ("keys", "word"),
    [("duowngf", "dường"), ("dduowngf", "đường"), ("dduwowngf", "đường"), ("hoafng", "hoàng"),
     ("quyeens", "quyến"), ("duongdwf", "đường"), ("thuowr", "thuở"), ("mwa", "mưa"), ("muaw", "mưa"),
     ("ngoeof", "ngoèo"), ("tienges", "tiếng")],
)  # fmt: skip
def test_telex_keys_in_other_orders(keys: str, word: str) -> None:
    assert from_telex(keys) == word
