"""How far from a word it is looked for what tells that it is written so on purpose."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.told_words import is_told_of
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model

MODEL = Model.open()


def check(text: str, word: str, rival: str, kind: Damage, told: bool) -> None:
    scan = MODEL.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(word)
    assert is_told_of(scan, token, rival, kind) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Họ bảo “vá” thôi.", True),
        ("Họ bảo «vá» thôi.", True),
        ("Họ bảo 'vá' thôi.", True),
        ("Họ bảo (vá) thôi.", False),
        ("Họ bảo “vá thôi”.", False),
        ("Họ bảo “thôi vá”.", False),
        ("vá” thôi.", False),
        ("Họ bảo “vá", False),
    ],
)
def test_alone_in_quotes(text: str, told: bool) -> None:
    check(text, "vá", "và", Damage.WRONG_TONE, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Con chò = con chó của bản.", True),
        ("Con chó = con chò của bản.", True),
        ("Con chò (hay chó) của bản.", True),
        ("Con chò (hoặc chó) của bản.", True),
        ("Con chò (tức chó) của bản.", True),
        ("Con chò gọi là chó của bản.", True),
        ("Con chò (với chó) của bản.", False),
        ("Con chò hay chó của bản.", False),
        ("Con chò = một hai ba bốn năm sáu chó.", True),  # seven words off
        ("Con chò = một hai ba bốn năm sáu bảy chó.", False),
        ("Con chó = một hai ba bốn năm sáu chò.", True),
        ("Con chó = một hai ba bốn năm sáu bảy chò.", False),
        ("Con chò = con chóe của bản.", False),
        ("Con chò của bản = nhà.", False),
        ("Con = chò, chó của bản.", False),  # it stands between the two
    ],
)
def test_beside_its_other_form(text: str, told: bool) -> None:
    check(text, "chò", "chó", Damage.WRONG_TONE, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thăm Trâu Hạ hay Châu Hạ bên sông.", True),
        ("Thăm Trâu Hạ tức Châu Hạ bên sông.", True),
        ("Thăm Trâu Hạ hay là Châu Hạ bên sông.", True),
        ("Thăm Trâu Hạ hay làng Châu Hạ bên sông.", True),
        ("Thăm Trâu Hạ hay cả làng Châu Hạ bên sông.", False),
        ("Thăm Trâu Hạ hay châu Hạ bên sông.", False),
        ("Thăm Trâu Hạ và Châu Hạ bên sông.", False),
        ("Thăm Châu Hạ hay Trâu Hạ bên sông.", True),
    ],
)
def test_two_names_of_one(text: str, told: bool) -> None:
    check(text, "Trâu", "châu", Damage.WRONG_TONE, told)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Tên khác: Dây xanh, Xương xáo.", Damage.SOUND, True),
        ("tên gọi khác là: Dây xanh, Xương xáo.", Damage.SOUND, True),
        ("Tên cây: Dây xanh, Xương xáo.", Damage.SOUND, False),
        ("Tên khác: Dây xanh; Xương xáo.", Damage.SOUND, False),
        ("Tên khác: Dây xanh\nXương xáo.", Damage.SOUND, False),
        ("Tên khác: " + "dây xanh, " * 10 + "Xương xáo.", Damage.SOUND, True),
        ("Tên khác: " + "dây xanh, " * 12 + "Xương xáo.", Damage.SOUND, False),
        ("Bản Xương Giang.", Damage.SOUND, True),  # a name of two words
        ("Bản Xương giang.", Damage.SOUND, False),
        ("Bản Xương, Giang.", Damage.SOUND, False),
        ("Bản Xương", Damage.SOUND, False),
        ("Bản Xương Giang.", Damage.WRONG_TONE, False),
        ("Đền Xương 霜江 cổ.", Damage.WRONG_TONE, True),
        ("Đền 霜江 thờ Xương cổ.", Damage.WRONG_TONE, True),
        ("Đền Xương ở xóm chợ 霜江 cổ.", Damage.WRONG_TONE, False),
        ("Đền 霜江 ở xóm chợ Xương cổ.", Damage.WRONG_TONE, False),
    ],
)
def test_names_and_lists_of_names(text: str, kind: Damage, told: bool) -> None:
    check(text, "Xương", "sương", kind, told)


def test_what_is_no_name_is_no_reading() -> None:
    check("Đền thờ xương 霜江 cổ.", "xương", "sương", Damage.WRONG_TONE, False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Khách là Bui Quoc Tho.", True),
        ("Khách là Quoc Tho Bui.", True),
        ("Khách là Tho Bui Quoc", True),
        ("Khách là Tho Quoc.", False),
        ("Khách là Bui Quoc T.", False),
        ("Khách là Le Bui Quoc T.", True),
        ("Khách là Bui, Quoc Tho.", False),
        ("Khách là Bui Quoc, Tho.", False),
        ("Khách là Bui Quoc tho.", False),
        ("Khách là Bùi Quoc Tho.", False),
        ("Khách là Bui Quoc Thọ.", False),
        ("Quoc Bui Tho", True),
        ("Khách là Lê" + " Bui" * 16 + " Quoc.", True),  # sixteen words before it are looked at
        ("Khách là Lê" + " Bui" * 15 + " Quoc.", False),
        ("Khách là Quoc" + " Bui" * 16 + " Lê.", True),
        ("Khách là Quoc" + " Bui" * 15 + " Lê.", False),
    ],
)
def test_a_name_of_three_words_without_a_mark(text: str, told: bool) -> None:
    check(text, "Quoc", "quốc", Damage.MARKS, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bắt được sam Tachypleus gigas to.", True),
        ("Bắt được sam Tachypleus gigas", True),
        ("Bắt được sam Tachypleus Gigas to.", False),
        ("Bắt được sam tachypleus gigas to.", False),
        ("Bắt được sam, Tachypleus gigas to.", False),
        ("Bắt được sam Tachypleus, gigas to.", False),
        ("Bắt được sam Tachypleus", False),
        ("Bắt được sam Hoa gigas to.", False),  # a syllable is no Latin
        ("Bắt được sam Tachypleus hoa to.", False),
        ("Bắt được sam Tachypléus gigas to.", False),
        ("Bắt được sam Tachypleus gigás to.", False),
    ],
)
def test_before_a_latin_name(text: str, told: bool) -> None:
    check(text, "sam", "sâm", Damage.MARKS, told)


def test_a_name_before_a_latin_one_is_another_word() -> None:
    check("Bắt được Sam Tachypleus gigas to.", "Sam", "sâm", Damage.MARKS, False)
