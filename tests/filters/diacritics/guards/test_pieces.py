"""What a sign or a space broke off is not repaired as a word, and the key of a tone is no letter too many."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.pieces import (
    is_piece,
    is_typed_tone,
    stands_among_pieces,
    stands_behind_its_letter,
)
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "word", "rival", "piece"),
    [
        ("chỗ đi.nh sẵn", "nh", "nhà", True),  # the dot of ị
        ("chỗ i.nh sẵn", "nh", "nhà", True),  # of one letter
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
        ("q éch lái", "éch", "ếch", False),  # no syllable
        ("ngh éch lái", "éch", "ếch", True),
        ("ngh? lái", "ngh", "nghe", False),
        ("ngh?ai lái", "ngh", "nghe", True),
        ("gánh nặng.ngha về", "nặng", "nắng", False),  # no letters that a syllable ends in
        ("gánh đi.nh về", "đi", "đĩ", True),
        ("gánh đi.nh", "đi", "đĩ", True),
        ("gánh đi.ngh về", "đi", "đĩ", False),
        ("gánh đi.Nh về", "đi", "đĩ", False),
        ("gánh đi.nh7 về", "đi", "đĩ", True),
        ("gánh đi.", "đi", "đĩ", False),
        ("chỗ đi.Nh sẵn", "Nh", "nhà", False),
        ("chỗ đi:nh sẵn", "nh", "nhà", False),
        ("nh", "nh", "nhà", False),
        (".nh", "nh", "nhà", False),
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
        ("đôngf", "đồng", Damage.EXTRA_LETTER, False),  # another word
    ],
)
def test_the_key_of_a_tone_is_no_letter_too_many(written: str, rival: str, kind: Damage, typed: bool) -> None:
    assert is_typed_tone(written, rival, kind) is typed


@pytest.mark.parametrize(
    ("text", "word", "rival", "lacks", "behind"),
    [
        ("Bà ngồi t ổ chim.", "ổ", "tổ", True, True),
        ("Bà ngồi t ổ chim.", "ổ", "tổ", False, True),
        ("Bà ngồi T ổ chim.", "ổ", "tổ", True, True),
        ("Bà ngồi t ổ chim.", "ổ", "hổ", True, False),
        ("Bà ngồi th ổ chim.", "ổ", "thổ", True, False),  # two letters
        ("Bà ngồi t\nổ chim.", "ổ", "tổ", True, True),
        ("Bà ngồi t-ổ chim.", "ổ", "tổ", True, False),
        ("Bà ngồi t, ổ chim.", "ổ", "tổ", True, False),
        ("Bà ngồi [t]ổ chim.", "ổ", "tổ", True, True),
        ("Bà ngồi [t]ổ chim.", "ổ", "tổ", False, False),
        ("Bà ngồi 0ổ chim.", "ổ", "tổ", True, True),
        ("Bà ngồi 0ổ chim.", "ổ", "tổ", False, False),
        ("Bà ngồi 0 ổ chim.", "ổ", "tổ", True, False),
        ("ổ chim t", "ổ", "tổ", True, False),
    ],
)
def test_a_letter_alone_before_a_word_is_the_one_it_lacks(
    text: str, word: str, rival: str, lacks: bool, behind: bool
) -> None:
    scan = MODEL.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(word)
    assert stands_behind_its_letter(scan, token, rival, lacks_letter=lacks) is behind


@pytest.mark.parametrize(
    ("text", "word", "among"),
    [
        ("Món c bi th ng.", "bi", True),
        ("Món ngh bi t ng.", "bi", True),
        ("Món c bi", "bi", False),  # nothing stands behind it
        ("bi th ng", "bi", False),
        ("Món ca bi th ng.", "bi", False),  # a vowel
        ("Món c bi thi ng.", "bi", False),
        ("Món a bi o ng.", "bi", True),  # letters alone are pieces, whichever they are
        ("Món ấ bi th ng.", "bi", False),
        ("Món c bi Th ng.", "bi", False),
        ("Món C bi th ng.", "bi", False),
        ("Món 7 bi th ng.", "bi", False),
        ("Món c bi 7 ng.", "bi", False),
    ],
)
def test_pieces_on_both_sides(text: str, word: str, among: bool) -> None:
    scan = MODEL.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(word)
    assert stands_among_pieces(scan, token, scan.lower) is among


def test_what_is_repaired_beside_a_word_is_no_piece() -> None:
    scan = MODEL.scan("Món c bi th ng.")
    for other in (1, 3):
        repaired = scan.lower.copy()
        repaired[other] = MODEL.ids(["thịt"])[0]
        assert not stands_among_pieces(scan, 2, repaired)
