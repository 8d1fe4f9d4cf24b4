"""What a sign or a space broke off is not repaired as a word, and the key of a tone is no letter too many."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.pieces import is_piece, is_typed_tone
from vntextclean.filters.diacritics.kinds.damage import Damage


@pytest.mark.parametrize(
    ("text", "word", "rival", "piece"),
    [
        ("chỗ đi.nh sẵn", "nh", "nhà", True),  # the dot of ị
        ("chỗ đi. nh sẵn", "nh", "nhà", False),
        ("mục 1.nh sẵn", "nh", "nhà", False),
        ("gánh ng.ô về", "ng", "ngồi", True),
        ("gánh ng. Ô về", "ng", "ngồi", False),
        ("xong.môt con", "môt", "một", False),  # it has its vowel
        ("ng?ời quen", "ng", "ông", True),
        ("ng?ời quen", "ời", "đời", True),
        ("ai ng? Ời ơi", "ng", "ông", False),
        ("ch éch lái", "éch", "ếch", True),
        ("Th uờng lệ", "uờng", "ường", True),
        ("a éch lái", "éch", "ếch", False),
        ("nghch éch lái", "éch", "ếch", False),
        ("7ch éch lái", "éch", "ếch", False),
        ("ng u tiên", "u", "ưu", False),  # where letters were lost
        ("éch lái", "éch", "ếch", False),
    ],
)
def test_pieces_are_told_by_what_stands_beside_them(text: str, word: str, rival: str, piece: bool) -> None:
    start = text.index(word)
    assert is_piece(text, start, start + len(word), rival) is piece


@pytest.mark.parametrize(
    ("written", "rival", "kind", "typed"),
    [
        ("đôngf", "đông", Damage.EXTRA_LETTER, True),
        ("đôngg", "đông", Damage.EXTRA_LETTER, False),
        ("đồngf", "đồng", Damage.EXTRA_LETTER, False),  # it has a tone
        ("fđông", "đông", Damage.EXTRA_LETTER, False),
        ("đôngf", "đông", Damage.LETTER, False),
    ],
)
def test_the_key_of_a_tone_is_no_letter_too_many(written: str, rival: str, kind: Damage, typed: bool) -> None:
    assert is_typed_tone(written, rival, kind) is typed
