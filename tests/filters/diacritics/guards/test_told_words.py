"""A word that is told of as it is written is not repaired, whatever its neighbours call for."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.told_words import is_told_of
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str) -> tuple[Scan, int]:
    """The scan of a text and the first token that is the word."""
    scan = MODEL.scan(text)
    return scan, [scan.word(token) for token in range(len(scan))].index(word)


@pytest.mark.parametrize(
    ("text", "word", "rival", "kind"),
    [
        ("Thợ hồ 'vá' bờ ao cả buổi.", "vá", "và", Damage.WRONG_TONE),
        ("Bà bảo: “lẻ” thì bà không bán.", "lẻ", "lẽ", Damage.WRONG_TONE),
        ("Họ là người làng Trâu Hạ (hay Châu Hạ) bên sông.", "Trâu", "châu", Damage.SOUND),
        ("Quả ruộc còn gọi là quả ruột, ăn rất chua.", "ruộc", "ruột", Damage.SOUND),
        ("Ở bản ấy con chó = con chò.", "chò", "chó", Damage.WRONG_TONE),
        ("Tên gọi khác: Dây xanh, Xương xáo.", "Xương", "sương", Damage.SOUND),
        ("Đền thờ Lâm Thì Mậu 林时茂 ở cuối chợ.", "Thì", "thị", Damage.WRONG_TONE),
        ("Lưới vướng một con sam Tachypleus gigas rất to.", "sam", "sâm", Damage.MARKS),
        ("Khách là Bui Quoc Tho, thợ mộc.", "Quoc", "quốc", Damage.MARKS),
        ("Khách là Tran Van Hung T.", "Van", "vân", Damage.MARKS),
        ("Đường lên bản Xi Lăng dốc đứng.", "Xi", "si", Damage.SOUND),
    ],
)
def test_told_of(text: str, word: str, rival: str, kind: Damage) -> None:
    assert is_told_of(*asked(text, word), rival, kind)


@pytest.mark.parametrize(
    ("text", "word", "rival", "kind"),
    [
        ("Thợ hồ 'vá bờ ao' cả buổi.", "vá", "và", Damage.WRONG_TONE),  # the first word of a quotation
        ("'Viêc' ấy xong rồi.", "Viêc", "việc", Damage.TONE),  # no syllable
        ("Nồng độ này hay nồng dộ kia đều được.", "dộ", "độ", Damage.SHAPE),  # the word said twice
        ("Con chó to, con chò nhỏ.", "chò", "chó", Damage.WRONG_TONE),
        ("Ở bản = làng.\nCon chò con chó.", "chò", "chó", Damage.WRONG_TONE),
        ("Tên gọi khác: Dây xanh. Lấy Xương xáo nấu thạch.", "Xương", "sương", Damage.SOUND),
        ("Tên gọi khác: Dây xanh, Xương xáo.", "Xương", "sương", Damage.WRONG_TONE),
        ("Lưới vướng một con sam rất to.", "sam", "sâm", Damage.MARKS),
        ("Quà của con sam Hà Nội gửi về.", "sam", "sâm", Damage.MARKS),
        ("Khách là Quoc Tho, thợ mộc.", "Quoc", "quốc", Damage.MARKS),
        ("Khách là Trần Quoc Tho, thợ mộc.", "Quoc", "quốc", Damage.MARKS),
        ("Khách là Phan Thi T.", "Thi", "thị", Damage.TONE),
        ("Đường lên bản Xi, Lăng ở đó.", "Xi", "si", Damage.SOUND),
    ],
)
def test_not_told_of(text: str, word: str, rival: str, kind: Damage) -> None:
    assert not is_told_of(*asked(text, word), rival, kind)
