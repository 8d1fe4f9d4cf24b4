"""Which words with a double are Vietnamese: each condition of each guard, on either side."""

from __future__ import annotations

import pytest

from vntextclean.filters.lookalikes.doubles import in_latin, kind_of
from vntextclean.filters.lookalikes.guards import allows, writes_tilde
from vntextclean.filters.lookalikes.line import Line


def _allowed(text: str, at: int = 0, *, quoted: bool = False) -> bool:
    line = Line(text, quoted=quoted)
    word = next(word for word in line.words if word.start() == at)
    return allows(kind_of(word.group()), word, in_latin(word.group()), line)


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("ÐÀ", 0, True),  # capitals that are a syllable need no Vietnamese line
        ("HÐND", 0, False),  # an abbreviation does
        ("HÐND huyện", 0, True),
        ("ÐBSCLX huyện", 0, True),
        ("ÐBSCLXY huyện", 0, False),  # too long for one
        ("Ða", 0, False),  # bare, alone
        ("Ða huyện", 0, True),
        ("Ðà", 0, True),
        ("Ðæð huyện", 0, False),  # æ: Icelandic, or phonetic notation
        ("/ðà/", 1, False),
        ("[ðà]", 1, False),
        ("(ðà)", 1, True),
        ("síðu huyện", 0, False),  # no syllable
        ("Að eyða huyện", 0, False),  # Icelandic words begin so
        ("Íð huyện", 0, False),
        ("Qð huyện", 0, True),
        ("Ðắk", 0, True),  # a name of the highlands with a letter of ours, alone
        ("Ðrăm", 0, True),
        ("Ðak", 0, False),
        ("ðắk", 0, False),
        ("QÐ", 0, False),
        ("QÐ-UBND", 0, True),  # what decrees are called, beside the letters of who issued them
        ("QÐ/UBND", 0, True),
        ("QÐ-U", 0, False),
        ("QÐ.UBND", 0, False),
        ("12/QÐ", 3, True),
        ("12-QÐ", 3, True),
        ("12.QÐ", 3, False),
        ("XÐ-UBND", 0, False),
        ("HÐXYZW-UBND huyện", 0, True),
        ("Ðắkkk", 0, False),
        ("Ðrắkx", 0, False),
        ("ÐẮK", 0, True),
        ("ðường", 0, True),
        ("ðo huyện", 0, True),
        ("ðo", 0, False),
        ("/ðo huyện", 1, False),
    ],
)
def test_eth(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("cƣờng", 0, True),
        ("aƣa huyện", 0, False),
        ("UBTƢ huyện", 0, True),
        ("UBTƢ", 0, False),
        ("UBMTTƢ huyện", 0, True),
        ("UBMTTQƢ huyện", 0, False),
        ("ubtƣ huyện", 0, False),
        ("ƣ", 0, False),  # a letter alone, beside no word with it
        ("ƣ cƣờng", 0, True),
        ("Ƣ cƣờng", 0, True),
        ("Ubtƣ huyện", 0, False),
    ],
)
def test_gha(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("ñược", 0, True),
        ("ñó", 0, False),  # ó is Spanish too, and it is alone
        ("ñó, ñã", 0, True),  # two such syllables prove each other
        ("ñó, ña", 0, False),  # a bare one proves nothing
        ("ñó rồi", 0, True),
        ("ñó rồi, niño", 0, False),  # a ñ inside a word
        ("HÑND huyện", 0, True),
        ("HÑND", 0, False),
        ("HÑNDXYZ huyện", 0, False),
        ("AÑO huyện", 0, False),  # with a vowel: Spanish
        ("Ñ huyện", 0, False),  # one letter is no abbreviation
        ("100ñ rồi", 3, True),
        ("giá ñ rồi", 4, False),
        ("100ñ", 3, False),
        ("100ñb rồi", 3, False),
        ("¬ñược rồi", 1, False),  # the second byte of a letter
        ("√ñược rồi", 1, False),
        ("(ñược rồi", 1, True),
        ("ÑỒNG", 0, True),
        ("HÑNDX huyện", 0, True),
        ("HÑNDXZ huyện", 0, True),
        ("Hñnd huyện", 0, False),
        ("HÑA huyện", 0, False),
        ("HÑI huyện", 0, False),
        ("Ñắk", 0, True),  # a name of the highlands
        ("Ñak", 0, False),
        ("ñắk", 0, False),
        ("Ñẽk", 0, False),  # it may be Guaraní
        ("ñó, ñã, España", 0, False),
        ("ñã, ñ", 0, False),
        ("ñó, xñã", 0, False),
    ],
)
def test_n_tilde(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("nǎm học", 0, True),
        ("xǎyz học", 0, False),
        ("nǎm, Běijīng học", 0, False),
        ("nǎm", 0, True),
    ],
)
def test_caron(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("d\u0335i ve", 0, True),  # a bar needs no Vietnamese line
        ("d\u0335xi về", 0, False),
        ("tu\u02bc ve", 0, False),  # an apostrophe does
        ("tu\u02bc về", 0, True),
        ("xu\u02bcz về", 0, False),
    ],
)
def test_overlay(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("V\u0456ệt", 0, True),
        ("\u043c\u0430\u043c\u0430", 0, False),  # wholly of another script
        ("l\u0435n", 0, True),  # a bare syllable, alone
        ("vI\u0435t", 0, False),  # no writer's capitals
        ("%li\u043c", 1, False),
        ("li\u043c", 0, True),
        ("\u03b1n", 0, False),  # one Latin letter beside a Greek one: a formula
        ("\u03b1nh", 0, True),
        ("l\u0435n \u043c\u0430\u043c\u0430", 0, False),
        ("st\u0435xt", 0, False),  # no syllable
        ("L\u0435n", 0, True),
        ("L\u0415N", 0, True),
        ("(li\u043c", 1, True),
        ("%ti\u1ebf\u043c", 1, True),  # its mark is ours
        ("\u03b1n\u0111", 0, False),
        ("l\u0435n\u00b0", 0, False),  # half of a character that was read wrongly
        ("l\u0435n\u2026", 0, True),
        ("l\u0435n?c", 0, False),  # its mark became a question mark
        ("l\u0435n? c", 0, True),
        ("l\u0435n?", 0, True),
    ],
)
def test_script(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


def test_a_word_among_foreign_words_stays() -> None:
    assert not _allowed("Ðà thwart straight clerks")
    assert _allowed("Ðường thwart straight clerks")  # its own letters are Vietnamese


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("ñược", "n-tilde"),
        ("niñð", "eth"),
        ("ñið", "n-tilde"),
        ("niñ", "n-tilde"),
        ("d\u0335\u0456", "overlay"),
        ("\u0131\u0301", "dotless"),
        ("\u0456ð", "script"),
        ("ƣð", "gha"),
        ("nǎm", "caron"),
        ("ða", "eth"),
    ],
)
def test_the_kind_that_decides(word: str, kind: str) -> None:
    assert kind_of(word) == kind


@pytest.mark.parametrize(
    ("text", "writes"),
    [
        ("Ghe ñã cập bến.\nBà con ñổ ra xem,\nñợi từ sáng.", True),  # one on each of three lines
        ("Ghe ñã cập bến.\nBà con đổ ra xem,\nñợi từ sáng.", False),
        ("Cụ Ñỗ\nÑặng Peña và Muñoz\nđi Ñà Lạt", True),
        ("Peña\nMuñoz\nñandú ñoño", False),
    ],
)
def test_a_text_writes_tilde_by_the_words_of_all_its_lines(text: str, *, writes: bool) -> None:
    assert writes_tilde(text) is writes
