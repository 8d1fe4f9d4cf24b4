"""Loans and foreign names: what parts each from a word of ours with a name before it."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.loans import (
    has_letters_of_loan,
    is_foreign_name,
    is_foreign_word,
    is_indian_name,
    is_name_in_la,
    is_name_said_again,
    looks_like_loan,
    may_be_loan,
)
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("môlip", "đen"), False),  # two pieces of which one is no syllable
        (("mô", "lipx", "đen"), True),
        (("giăm", "bông"), True),
        (("lăng", "xê"), True),
        (("ắc", "quy"), True),
        (("tri", "ân"), False),  # a pair
        (("cao", "su"), False),
        (("anh", "em"), False),  # both are common
        (("phát", "sinh"), False),
        (("Lăng", "xê"), False),
        (("lằng", "xê"), False),  # a grave
        (("lắng", "xê"), False),  # an acute before no stop
        (("lắp", "xê"), True),
        (("kích", "xê"), True),
        (("lướt", "xê"), False),  # a vowel of our own
        (("liêp", "xê"), False),
        (("luôp", "xê"), False),
        (("lâup", "xê"), False),
    ],
)
def test_pieces_that_may_be_a_loan(pieces: tuple[str, ...], loan: bool) -> None:
    assert may_be_loan(MODEL, pieces) is loan


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("phi", "lê"), True),
        (("phát", "sinh"), False),  # words of every day, and a mark
        (("tua", "vít"), True),
        (("thông", "tin"), False),
        (("xì", "nhan"), False),
        (("anh", "em"), False),
    ],
)
def test_two_words_with_the_letters_of_a_loan(pieces: tuple[str, ...], loan: bool) -> None:
    assert has_letters_of_loan(MODEL, pieces) is loan


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("Lê", "nin", "grát"), True),
        (("lê", "nin", "grát"), True),
        (("lê", "Nin", "grát"), False),
        (("LÊ", "nin"), False),
        (("Kpa", "anh"), False),  # a common word behind a name
        (("Kpa", "nin"), True),
        (("kpa", "anh"), True),
        (("anh", "em"), False),
        (("đi", "ni", "tờ"), False),
    ],
)
def test_pieces_that_look_like_a_loan(pieces: tuple[str, ...], loan: bool) -> None:
    assert looks_like_loan(MODEL, pieces) is loan


FAR = "x" * 1990


@pytest.mark.parametrize(
    ("word", "text", "indian"),
    [
        ("Takkasilà", "Vua xứ Kàsi cho con đến Takkasilà học.", True),
        ("takkasilà", "Vua xứ Kàsi cho con đến takkasilà học.", False),
        ("Takkasilạ", "Vua xứ Kàsi cho con đến Takkasilạ học.", False),  # no letter of French
        ("Takkasilà", "Vua xứ Huế cho con đến Takkasilà học.", False),
        ("Takkasile", "Vua xứ Kàsi cho con đến Takkasile học.", False),
        ("Takkasilà", f"Vua xứ Kàsi. {FAR} Đến Takkasilà học.", False),
        ("Takkasilà", f"Đến Takkasilà học. {FAR} Vua xứ Kàsi.", False),
        ("Takkasilà", f"Đến Takkasilà học. {FAR[:1900]} Vua xứ Kàsi.", True),
        ("Màra", "Chuyện của Màra, rồi Màra đi.", True),
        ("Màra", "Chuyện của Màra, ai cũng biết.", False),
        ("Màra", "Chuyện của Màra, bạn của Sariputta.", True),
        ("Màra", f"Chuyện của Màra. {FAR} Bạn của Sariputta.", False),
        ("Màra", f"Bạn của Sariputta. {FAR} Chuyện của Màra.", False),
        ("Màra", "Chuyện của Màra-môn, rồi Màra đi.", False),
        ("Màra", "Chuyện của Màra-môn, bạn của Sariputta.", False),
    ],
)
def test_names_with_long_vowels_of_pali(word: str, text: str, indian: bool) -> None:
    assert is_indian_name(word, text, text.index(word)) is indian


@pytest.mark.parametrize(
    ("pieces", "text", "one"),
    [
        (("Porto", "là"), "Ông Gaspar de Portolà là một người.", True),
        (("Porto", "là"), "Ông Gaspar von Portolà một người.", True),
        (("Porto", "là"), "Ông Gaspar đe Portolà một người.", False),
        (("Porto", "là"), "Ông Portolà một người.", False),
        (("Porto", "là"), "Ông Portolà từ bến.", True),
        (("Porto", "là"), "Ông Portolà, rồi đi.", True),
        (("Porto", "là"), "Ông Portolà", True),
        (("Porto", "là"), "Ông Portolà thuyền từ bến.", False),
        (("Porto", "và"), "Ông Portovà từ bến.", False),
        (("Hoa", "là"), "Ông Hoalà từ bến.", False),
        (("Por", "to", "là"), "Ông Portolà từ bến.", False),
    ],
)
def test_a_name_that_ends_in_la(pieces: tuple[str, ...], text: str, one: bool) -> None:
    word = "".join(pieces)
    start = text.index(word)
    assert is_name_in_la(pieces, text, start, start + len(word)) is one


AGAIN = "Vua Bandhumà vui. Dân mừng vua Bandhumà."


@pytest.mark.parametrize(
    ("pieces", "text", "again"),
    [
        (("Bandhu", "mà"), AGAIN, True),
        (("Bandhu", "ma"), AGAIN.replace("mà", "ma"), False),
        (("Ban", "dhu", "mà"), AGAIN, False),
        (("Hoa", "mà"), AGAIN.replace("Bandhu", "Hoa"), False),
        (("bandhu", "mà"), AGAIN.replace("B", "b"), False),
        (("Bandhu", "mà"), "Vua Bandhumà vui. Dân mừng vua.", False),
        (("Bandhu", "mà"), "Vua Bandhumà vui. " + "x" * 9900 + " Dân mừng vua Bandhumà.", True),
        (("Bandhu", "mà"), "Vua Bandhumà vui. " + "x" * 10100 + " Dân mừng vua Bandhumà.", False),
    ],
)
def test_a_name_with_a_grave_stands_again(pieces: tuple[str, ...], text: str, again: bool) -> None:
    assert is_name_said_again(pieces, text, text.index("".join(pieces))) is again


@pytest.mark.parametrize(
    ("pieces", "foreign"),
    [
        (("pythagore", "an"), True),
        (("selen", "ua"), True),
        (("pythagore", "anh"), False),  # three letters
        (("pythagore", "án"), False),
        (("pythagore", "An"), False),
        (("Pythagore", "an"), False),
        (("pythágore", "an"), False),
        (("pythagore", "ta"), False),  # no vowel first
        (("hoa", "an"), False),
        (("selen", "u"), True),
    ],
)
def test_a_foreign_word(pieces: tuple[str, ...], foreign: bool) -> None:
    assert is_foreign_word(pieces) is foreign


@pytest.mark.parametrize(
    ("pieces", "foreign"),
    [
        (("Bíl", "ý"), True),
        (("bíl", "ý"), False),
        (("Hoa", "ý"), False),
        (("Bíl", "ỳ"), False),
        (("Kamel", "tà"), True),
        (("Kamel", "là"), False),
        (("Kamel", "ta"), False),
        (("Kamel", "tàn"), False),
        (("Hoa", "tà"), False),
        (("Kpa", "nga"), True),  # a name of three letters
        (("Kpan", "nga"), False),
        (("Kpan", "nga", "ra"), True),
        (("Hoa", "kpan", "ra"), True),
        (("Hoa", "nga", "ra"), False),
        (("Hoa", "kpan"), True),
        (("Hoa", "a"), True),
        (("Hoa", "ngà"), False),
        (("Kpan", "NGA", "ra"), False),
        (("Kpan", "ngả", "ra"), False),
    ],
)
def test_a_foreign_name(pieces: tuple[str, ...], foreign: bool) -> None:
    assert is_foreign_name(pieces) is foreign
