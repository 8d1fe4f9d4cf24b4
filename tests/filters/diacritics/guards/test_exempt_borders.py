"""Each exception at its borders: what stands beside a word, how far, and on which side."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.exempt import is_exempt
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str) -> tuple[Scan, int]:
    """The scan of a text and the first token that is the word."""
    scan = MODEL.scan(text)
    return scan, [scan.word(token) for token in range(len(scan))].index(word)


def check(text: str, word: str, expected: bool) -> None:
    assert is_exempt(*asked(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Ruộng ấy rộng 3 ha nhưng chua.", "ha", True),
        ("Ruộng ấy có ha nhưng chua.", "ha", False),
        ("Thuê đò hết 20.000đ/ng thôi.", "ng", True),
        ("Thuê đò của ai/ng lạ thôi.", "ng", False),
        ("Thuê đò hết 20.000đ/ngay thôi.", "ngay", False),
        ("Vở dày 5 nm thôi.", "nm", False),  # behind a number it may be a year that lost its vowel
        ("Cả đội giga.", "giga", True),
        ("Ổ cứng sáu Tera là đủ.", "Tera", True),
        ("Ổ cứng sáu teran là đủ.", "teran", False),
    ],
)
def test_units_and_what_stands_before_them(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Anh ơi, em th... thôi, đừng hỏi nữa.", "th", True),
        ("Anh ơi, em th.. thôi, đừng hỏi nữa.", "th", False),
        ("Anh ơi, em th… thôi, đừng hỏi nữa.", "th", True),
        ("Anh ơi, em th. Thôi, đừng hỏi nữa.", "th", False),
        ("Dạ, c...am ơn bác nhiều lắm ạ.", "am", True),
        ("Dạ, c…am ơn bác nhiều lắm ạ.", "am", True),
        ("Dạ, xc…am ơn bác nhiều lắm ạ.", "am", False),  # two letters before the ellipsis
        ("Dạ, xc...am ơn bác nhiều lắm ạ.", "am", False),
        ("Dạ, 5…am ơn bác nhiều lắm ạ.", "am", False),
        ("Dạ, c..am ơn bác nhiều lắm ạ.", "am", False),
        ("Dạ, c…, am ơn bác nhiều lắm ạ.", "am", False),
        ("C…am ơn bác nhiều lắm ạ.", "am", True),
        ("C...am ơn bác nhiều lắm ạ.", "am", True),
    ],
)
def test_an_ellipsis_cuts_a_word_short_on_either_side(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Chị nhớ cô bạn tên Ng. Mai ở Huế.", "Ng", True),
        ("Chị nhớ cô bạn tên Ng Mai ở Huế.", "Ng", False),
        ("Chị nhớ cô bạn tên ng. Mai ở Huế.", "ng", False),
        ("Chị nhớ cô bạn tên N. Mai ở Huế.", "N", False),
        ("Chị nhớ cô bạn tên Na. Mai ở Huế.", "Na", False),  # a vowel: a word ends the sentence
        ("Chị nhớ cô bạn tên Đn. Mai ở Huế.", "Đn", False),
        ("Chị nhớ cô bạn tên Ng. mai ở Huế.", "Ng", False),
        ("Chị nhớ cô bạn tên Ng. 7 giờ sáng đi.", "Ng", False),
        ("Chị nhớ cô bạn tên Ng.\nMai ở Huế.", "Ng", False),
        ("Chị nhớ cô bạn tên Ng.", "Ng", False),
    ],
)
def test_an_initial_stands_before_a_name_in_its_line(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Trang nào có đuôi .vnn là của tỉnh.", "vnn", True),
        ("Trang nào có đuôi “.vnn” là của tỉnh.", "vnn", True),
        ("Trang nào có đuôi ‘.vnn’ là của tỉnh.", "vnn", True),
        ("Trang nào có đuôi (.vnn) là của tỉnh.", "vnn", True),
        ('Trang nào có đuôi ".vnn" là của tỉnh.', "vnn", True),
        ("Đuôi là\n.vnn cả.", "vnn", True),
        ("Trang nào có đuôi ;.vnn là của tỉnh.", "vnn", False),
        ("Trang nào có đuôi vnn là của tỉnh.", "vnn", False),
        ("Bà về.vnn là của tỉnh.", "vnn", False),
        (".vnn là của tỉnh.", "vnn", False),
        (" .vnn là của tỉnh.", "vnn", True),
    ],
)
def test_a_domain_by_itself(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Chợ phiên Pa-tinh họp sớm.", "Pa", True),
        ("Chợ phiên Pa-tinh họp sớm.", "tinh", True),
        ("Chợ phiên Pa - tinh họp sớm.", "tinh", False),
        ("Chợ phiên Pa- tinh họp sớm.", "Pa", False),
        ("Chợ phiên Pa- tinh họp sớm.", "tinh", False),
        ("Chợ phiên Pa -tinh họp sớm.", "tinh", False),
        ("Chợ phiên ấy đông, -n là đuôi số nhiều.", "n", True),
        ("-n là đuôi số nhiều.", "n", False),
        ("x-n là đuôi số nhiều.", "n", True),
        ("Đuôi ấy là moi-", "moi", False),
    ],
)
def test_a_hyphen_joins_a_word_to_another(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Họp tổ NCKH chiều nay nhé.", "NCKH", True),
        ("Họp tổ NCKH", "NCKH", True),
        ("NCKH", "NCKH", True),
        ("Họp tổ Nckh chiều nay nhé.", "Nckh", False),
        ("Họp TỔ NCKH CHIỀU nay nhé.", "NCKH", False),
        ("Họp TỔ NCKH chiều nay nhé.", "NCKH", True),  # one neighbour of four
        ("HỌP tổ NCKH CHIỀU nay nhé.", "NCKH", False),  # two of four
        ("Mời HỌP TỔ NCKH", "NCKH", False),
        ("MỜI cả nhà họp tổ NCKH chiều nay, CỨ ĐẾN", "NCKH", True),
        ("TỔ NCKH chiều", "NCKH", False),
        ("Họp tổ ĐCKH chiều nay nhé.", "ĐCKH", False),  # its letter has a mark
    ],
)
def test_an_abbreviation_is_in_capitals_among_words_that_are_not(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("gia lua hom nay", "gia", True),
        ("gia lua hom nay", "nay", True),
        ("gia lua hom", "lua", False),
        ("gia lua 5 hom", "lua", True),
        ("gia lua 5 hom nay", "lua", True),
        ("lua 5 6 hom", "lua", False),  # a number has no marks in any case
        ("Bà hỏi: gia lua hom nay tang giá", "lua", True),
        ("Bà hỏi: gia lua hom đắt", "lua", False),
        ("chợ lua hom nay tang", "lua", False),  # a mark right before it
        ("chợ, lua hom nay tang", "lua", True),
        ("gia lua hom nay, chợ", "nay", True),
        ("gia lua hom nay chợ", "nay", False),
        ("chợ gia lua hom nay tang", "hom", False),  # within three words before it
        ("chợ gia lua hom nay tang", "nay", True),
        ("gia lua hom nay tang chợ", "nay", False),
        ("gia lua hom nay tang chợ", "gia", True),
    ],
)
def test_a_word_typed_bare_stands_among_such_words_of_its_clause(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Món h nay c bà nấu.", "nay", True),
        ("Món h c nay bà nấu.", "nay", True),
        ("Món ấy nay h c bà nấu.", "nay", True),
        ("Món h ấy nay bà c nấu.", "nay", True),
        ("Món h ấy cả nay bà c nấu.", "nay", False),  # one of the two is three words away
        ("Món h nay ở bà nấu.", "nay", False),  # a vowel is a word
        ("Món h nay 7 bà nấu.", "nay", False),
        ("Món h nay C bà nấu.", "nay", False),
    ],
)
def test_a_word_among_lone_consonants_is_a_piece(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Dưới bến\nấ\nmới có đò.", "ấ", True),
        ("Dưới bến có đò.\nẤ", "Ấ", True),
        ("Ấ\nDưới bến có đò.", "Ấ", True),
        ("Dưới bến ấ\nmới có đò.", "ấ", False),
        ("Dưới bến\nấ mới có đò.", "ấ", False),
        ("Dưới bến m ấ mới có đò.", "ấ", True),
        ("Dưới m bến ấ mới có đò.", "ấ", True),
        ("Dưới m bến nọ ấ mới có đò.", "ấ", False),
        ("Dưới bến ấ mới t có đò.", "ấ", True),
        ("Dưới bến\ná\nmới có đò.", "á", False),  # a word of its own
        ("Dưới bến\nấy\nmới có đò.", "ấy", False),
        ("Vần này có ê ề ế để đọc.", "ề", True),
        ("Vần này có ê ề ế để đọc.", "ê", True),
        ("Vần này có ê ề ế để đọc.", "ế", True),
        ("Vần này có ê và ề, ế để đọc.", "ề", False),
        ("Vần này có ê 5 ế để đọc.", "ê", False),
        ("Vần này có ê t ế để đọc.", "ê", False),
        ("Ơ Ờ Ớ là vần.", "Ơ", True),
        ("Vần này là ơ ờ ớ", "ớ", True),
        ("Vần này ở ý ấy.", "ở", False),
    ],
)
def test_lone_letters(text: str, word: str, exempt: bool) -> None:
    check(text, word, exempt)
