"""A piece of a word that a space broke is not repaired as a word by itself."""

from __future__ import annotations

from math import inf

import pytest

from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.guards.broken_words import gain_of_joining
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def gain(text: str, word: str, rival: str) -> float:
    """What the words of a text gain by joining, where one of them would be repaired."""
    model = Model.open()
    scan = model.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(word)
    repair = Repair(token, word, rival, Damage.LETTER, 0.9, next(iter(Cause)))
    return gain_of_joining(model, scan, repair, scan.lower)


@pytest.mark.parametrize(
    ("text", "word", "rival"),
    [
        ("hai bên nhân nhượ ng nhau", "nhượ", "nhược"),
        ("phải qu a cầu treo", "qu", "quá"),
        ("bán cả tà u lẫn lưới", "u", "ưu"),
    ],
)
def test_pieces_are_likelier_one_word(text: str, word: str, rival: str) -> None:
    assert 4 < gain(text, word, rival) < inf


@pytest.mark.parametrize(
    ("text", "word", "rival", "expected"),
    [
        ("chợ họp và o lúc tinh mơ", "và", "vào", inf),  # what it lacks stands there
        ("chợ họp và  o lúc tinh mơ", "và", "vao", -inf),  # two spaces
        ("tổ dân vn của xã", "vn", "vận", -inf),  # no syllable with its neighbours
        ("nhà có lu ý tứ", "lu", "lưu", -inf),  # both are words
        ("cái chân khoè o vì ngã", "khoè", "khỏe", -inf),  # too rare a word to be what a space broke
        ("con đường chuệ ch lắm", "chuệ", "chuối", -inf),
        ("o và chợ họp", "và", "vào", -inf),  # before it, it is no end of it
        ("họ v ào chợ", "ào", "vào", inf),
        ("v ào chợ", "ào", "vào", inf),
        ("chợ họp và o", "và", "vào", inf),
        ("chợ họp và, o lúc tinh mơ", "và", "vào", -inf),
        ("chợ họp và\no lúc tinh mơ", "và", "vào", -inf),
        ("chợ", "chợ", "chợt", -inf),
    ],
)
def test_bounds_of_what_is_gained(text: str, word: str, rival: str, expected: float) -> None:
    assert gain(text, word, rival) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đình làng thờ vị khai quốc côn g thần.",
        "Tàu rời bến lúc năm giờ chiề u.",
        "Người thợ gốm thử lò trướ c khi nung.",
    ],
)
def test_a_piece_is_left_to_be_joined(text: str) -> None:
    sure = [edit for edit in Diacritics(Settings()).edits(TextState(text)) if edit.confidence >= 0.98]
    assert sure == []


def test_a_piece_beside_what_is_repaired_is_none() -> None:
    model = Model.open()
    for text, word, rival, other in (("họ v ào chợ", "ào", "vào", 1), ("họ và o chợ", "và", "vào", 2)):
        scan = model.scan(text)
        token = [scan.word(number) for number in range(len(scan))].index(word)
        repair, lower = Repair(token, word, rival, Damage.LETTER, 0.9, next(iter(Cause))), scan.lower.copy()
        assert gain_of_joining(model, scan, repair, lower) == inf
        lower[other] = model.ids(["về"])[0]
        assert gain_of_joining(model, scan, repair, lower) == -inf


def test_what_is_gained_is_the_same_wherever_it_stands() -> None:
    """The words around are those of the model's width: what stands further off says nothing."""
    near = gain("hai bên nhân nhượ ng nhau", "nhượ", "nhược")
    assert gain("chợ họp sớm hai bên nhân nhượ ng nhau", "nhượ", "nhược") == pytest.approx(near)
    assert gain("hai bên nhân nhượ ng nhau khi chợ họp", "nhượ", "nhược") != near
