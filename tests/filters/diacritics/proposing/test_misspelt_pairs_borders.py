"""Where a misspelt pair is no such pair: offices, costs, names and other words, at the border of each condition."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.misspelt_pairs import MisspeltPairs, Slip
from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import Model

MODEL = Model.open()
PAIRS = MODEL.derived(MisspeltPairs)


def found(text: str) -> list[tuple[int, str]]:
    """The places of misspelt words, and what each is; asked with the words that may be one, and with all."""
    scan = MODEL.scan(text)
    slips = PAIRS.slips(scan)
    assert PAIRS.slips(scan, [*range(len(scan) - 1)]) == slips
    return [(slip.token, slip.meant) for slip in slips]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no word"),
        pytest.param("sát", [], id="half of a pair"),
        pytest.param("sát nhập", [(0, "sáp")], id="the first word is wrong"),
        pytest.param("sát, nhập", [], id="a mark between them"),
        pytest.param("Hai xã sát nhập", [(2, "sáp")], id="at the end"),
        pytest.param("bươn trải, phải", [(1, "chải")], id="the second word is wrong"),
        pytest.param("sát nhập xong thì bươn trải", [(0, "sáp"), (5, "chải")], id="both of two"),
        pytest.param("xqz nhập, sát xqz", [], id="unknown words"),
    ],
)
def test_pairs(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


def test_how_sure_a_sentence_must_be() -> None:
    """Where two words may meet, the model must find it likelier."""
    for text, slip in (
        ("Hai xã sát nhập", Slip(2, "sáp", 0.0, Damage.SOUND)),
        ("cách tập chung cũ", Slip(2, "trung", 4.0, Damage.SOUND)),
    ):
        assert PAIRS.slips(MODEL.scan(text)) == [slip]


@pytest.mark.parametrize(
    ("text", "tour"),
    [
        pytest.param("Họ thăm quan huyện ấy", False, id="an office"),
        pytest.param("Họ thăm quan Huyện ấy", False, id="with a capital"),
        pytest.param("Họ thăm quan, huyện ấy", True, id="behind a mark"),
        pytest.param("Họ thăm quan", True, id="at the end"),
        pytest.param("Họ thăm quan vườn", True, id="no office"),
    ],
)
def test_who_calls_on_an_official(text: str, tour: bool) -> None:
    assert found(text) == ([(1, "tham")] if tour else [])


@pytest.mark.parametrize(
    ("front", "costs"),
    [
        ("", True),
        ("các ", True),
        ("Các ", True),
        ("thì ", False),
        ("thì  ", False),
        ("các  ", True),
        ("thì: ", True),
        ("thì ; ", True),
        ("thì. ", True),
        ("thì) ", True),
        ("thì\n", True),
        ("các, ", False),
        ("các “", False),
        ("các ‘", False),
        ('các "', False),
        ("các '", False),
        ("các… ", False),
        ("các - ", False),
        ("các – ", False),
    ],
)
def test_what_stands_before_costs(front: str, costs: bool) -> None:
    assert found(f"{front}chỉ phí") == ([(len(front.split()[:1]), "chi")] if costs else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bảo Bình tỉnh lại", [], id="who is called so"),
        pytest.param("Bảo bình tỉnh lại", [(2, "tĩnh")], id="the second word in small letters"),
        pytest.param("Bảo, Bình tỉnh lại", [(2, "tĩnh")], id="a mark between them"),
        pytest.param("bạn Bình tỉnh lại", [(2, "tĩnh")], id="one word with a capital"),
        pytest.param("bình tỉnh lại", [(1, "tĩnh")], id="the first word of the text"),
        pytest.param("Bình tỉnh lại", [(1, "tĩnh")], id="the first word of the text with a capital"),
        pytest.param("Nhà Yên tỉnh, huyện", [], id="a capital from the sentence"),
        pytest.param("ở Yên tỉnh, huyện", [(2, "tĩnh")], id="nothing with a capital before it"),
        pytest.param("anh Chân Châu", [], id="both words with a capital"),
        pytest.param("anh chân Châu", [(1, "trân")], id="the second alone"),
        pytest.param("anh Chân châu", [(1, "trân")], id="the first alone"),
    ],
)
def test_names(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "pair", "share", "taken"),
    [
        pytest.param("Nhà máy sát nhập ngay", "máy sát", 0.4, False, id="the word before, as often as that"),
        pytest.param("Nhà máy sát nhập ngay", "máy sát", 0.39, True, id="the word before, less often"),
        pytest.param("Nhà máy sát nhập ngay", "nhập ngay", 0.2, False, id="the word behind, as often as that"),
        pytest.param("Nhà máy sát nhập ngay", "nhập ngay", 0.19, True, id="the word behind, less often"),
        pytest.param("Nhà máy, sát nhập ngay", "máy sát", 1.0, True, id="a mark before"),
        pytest.param("Nhà máy sát nhập, ngay", "nhập ngay", 1.0, True, id="a mark behind"),
        pytest.param("sát nhập ngay", "nhập ngay", 1.0, False, id="nothing before"),
        pytest.param("máy sát nhập", "máy sát", 1.0, False, id="nothing behind"),
        pytest.param("máy sát nhập", "sát nhập", 1.0, True, id="the pair itself"),
        pytest.param("Nhà máy sát nhập ngay đi", "nhà máy", 1.0, True, id="a word farther off"),
    ],
)
def test_words_that_go_with_those_beside_them(
    text: str, pair: str, share: float, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = MODEL.ids(pair.split()).tolist()
    monkeypatch.setattr(Collocations, "share", lambda _, *ids: share if [*ids] == asked else 0.0)
    assert bool(found(text)) is taken
