"""Tones on the consonant behind their vowel are read; letters of other languages are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.tone_marks.on_consonants import on_consonants
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import TONE_MARKS, VOWELS, tone_of, toneless
from vntextclean.vietnamese.syllables import forms
from vntextclean.vietnamese.tones import to_new, to_old

CLOSED = sorted(word for word in forms() if tone_of(word) and word[-1] not in VOWELS)


def read(text: str) -> list[str]:
    return [word.after for word in on_consonants(TextState(unicodedata.normalize("NFC", text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vươn\u0300 cây", ["vườn"]),
        ("phiê\u0301n đá", []),  # on its vowel
        ("tiê\u0302n\u0301g gọi", []),  # two signs
        ("nước uôn\u0301g", ["uống"]),
        ("nước uông\u0301", ["uống"]),
        ("hoan\u0309 vé, toan\u0309 thể, can\u0309h đẹp", ["hoản", "toản", "cảnh"]),
        ("một goc\u0323 nhà", ["gọc"]),
        ("bie\u0302n\u0309 ca\u0309", ["biển"]),
        ("VƯƠN\u0300 CÂY", ["VƯỜN"]),
        ("Gdańsk, Poznań và Toruń", []),
        ("om\u0323 man\u0323i", []),
        ("một toan\u0300 quân", []),  # perhaps of another language: nothing else in the text is spelled so
        ("toan\u0300 quân lên đươn\u0300g, bươń qua sôn\u0301g", ["toàn", "đường", "bướn", "sống"]),
        ("m\u0300 ọ́n êǹ zyx qrst wvb", []),  # not among Vietnamese words
    ],
)
def test_what_is_read(text: str, words: list[str]) -> None:
    assert read(text) == words


@given(st.sampled_from(CLOSED), st.data())
def test_a_tone_moved_behind_its_vowel_comes_back(word: str, data: st.DataObject) -> None:
    bare = toneless(word)
    last = max(at for at, letter in enumerate(bare) if letter in VOWELS)
    at = data.draw(st.integers(last + 2, len(bare)))
    moved = bare[:at] + TONE_MARKS[tone_of(word)] + bare[at:]
    elsewhere = "Thưởng thôn\u0323, bên\u0323h, viêt\u0323, lênh\u0323, đêm\u0323"
    assert read(f"{elsewhere}: {moved} xa")[5:] in ([word], [to_old(word)], [to_new(word)])


def test_a_text_in_which_each_word_is_spelled_so() -> None:
    assert read("bênh\u0323 viên\u0323 huyên\u0323") == ["bệnh", "viện", "huyện"]
