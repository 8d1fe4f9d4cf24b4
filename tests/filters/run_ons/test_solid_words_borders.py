"""Loans, torn rimes, mentions and foreign names that are one word, each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons import solid_words as module
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.filters.run_ons.solid_words import is_loan, is_loan_said_again, is_mention, is_torn, one_words
from vntextclean.lm.model import Model

MODEL = Model.open()


def run_on(*pieces: str, start: int = 0, number: bool = False, echo: bool = False) -> RunOn:
    gaps = (" ",) * (len(pieces) - 1)
    return RunOn(start, start + sum(map(len, pieces)), pieces, gaps, 9.0, 2.0, True, number, echo=echo)


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        pytest.param(("đi", "peptit"), True, id="a number before a strange piece"),
        pytest.param(("mônô", "xaccarit"), True, id="another number"),
        pytest.param(("cả", "peptit"), False, id="no number"),
        pytest.param(("peptit", "đi"), False, id="the number stands behind"),
        pytest.param(("đi", "chợ"), False, id="a number before a syllable"),
        pytest.param(("cả", "đi", "peptit"), True, id="a number in the middle"),
        pytest.param(("cam", "nhông", "zap"), True, id="three pieces, one strange, with a mark"),
        pytest.param(("cả", "peptít"), False, id="two pieces"),
        pytest.param(("cả", "nhà", "đâu"), False, id="none of them strange"),
        pytest.param(("con", "pep", "tit"), False, id="no mark"),
        pytest.param(("chạy", "marathon", "đường"), False, id="no word of French has such letters"),
        pytest.param(("Đi", "peptit"), False, id="a capital"),
        pytest.param(("đi", "Peptit"), False, id="a capital within"),
    ],
)
def test_a_loan(pieces: tuple[str, ...], loan: bool) -> None:
    assert is_loan(pieces) is loan


@pytest.mark.parametrize(
    ("one", "again", "letters", "loan"),
    [
        pytest.param(run_on("vi", "ba", start=3), True, True, True, id="it stands again"),
        pytest.param(run_on("vi", "", "ba", start=3), True, True, True, id="an empty piece is none"),
        pytest.param(run_on("vi", "ba", start=3), False, True, False, id="it stands once"),
        pytest.param(run_on("vi", "ba", start=3), True, False, False, id="its letters are of no loan"),
        pytest.param(run_on("Vi", "ba", start=3), True, True, False, id="a capital"),
        pytest.param(run_on("vi", "ba", start=3, number=True), True, True, False, id="a number"),
    ],
)
def test_a_loan_said_again(monkeypatch: pytest.MonkeyPatch, one: RunOn, again: bool, letters: bool, loan: bool) -> None:
    asked: list[object] = []
    monkeypatch.setattr(module, "stands_again", lambda *given: asked.append(given) or again)
    monkeypatch.setattr(module, "has_letters_of_loan", lambda model, pieces: asked.append(pieces) or letters)
    assert is_loan_said_again(MODEL, one, "lò viba") is loan
    if loan:
        assert asked == [("viba", "lò viba", 3), ("vi", "ba")]


@pytest.mark.parametrize(
    ("left", "right", "torn"),
    [
        ("cả", "y", True),  # cảy is spelt as a syllable
        ("ca", "y", True),
        ("Cá", "i", True),
        ("CA", "Y", True),
        ("ca", "ng", False),  # two letters
        ("cx", "y", False),
        ("Só", "ong", True),
        ("SÓ", "ong", True),
        ("so", "óng", True),
        ("so", "ong", True),
        ("sơ", "ong", False),
        ("só", "ông", False),
        ("só", "ongs", False),
        ("óc", "ong", False),
        ("hội", "Soóng", False),
    ],
)
def test_a_torn_rime(left: str, right: str, torn: bool) -> None:
    assert is_torn(left, right) is torn


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("#|Hoa", True),
        ("@|Hoa", True),
        ("# |Hoa", True),
        ("@ |Hoa", True),
        ("#  |Hoa", False),
        ("#a|Hoa", False),
        ("&|Hoa", False),
        ("gửi #|Hoa", True),
        ("|Hoa", False),
    ],
)
def test_a_mention(text: str, mention: bool) -> None:
    assert is_mention(text.replace("|", ""), text.index("|")) is mention


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        pytest.param(("Euro", "Zyxwv"), True, id="two strange words"),
        pytest.param(("euro", "Zyxwv"), False, id="a small letter first"),
        pytest.param(("Euro", "zyxwv"), False, id="a small letter behind"),
        pytest.param(("Eurô", "Zyxwv"), False, id="a mark"),
        pytest.param(("Le", "Zyxwv"), True, id="a particle"),
        pytest.param(("Lan", "Zyxwv"), False, id="a syllable of three letters"),
        pytest.param(("A", "Zyxwv"), False, id="a syllable of one letter"),
        pytest.param(("LE", "Zyxwv"), False, id="capitals"),
        pytest.param(("EURO", "Zyxwv"), False, id="a strange word in capitals"),
        pytest.param(("Zyxwv", "Lan"), False, id="a syllable behind"),
        pytest.param(("Zyxwv", "Zyxwv", "Lan"), False, id="a syllable at the end"),
        pytest.param(("Zyxwv", "Lan", "Zyxwv"), False, id="a syllable in the middle"),
        pytest.param(("World", "Cup"), False, id="the model knows both"),
        pytest.param(("World", "Zyxwv"), True, id="it knows the first"),
        pytest.param(("Zyxwv", "Cup"), True, id="it knows the second"),
    ],
)
def test_a_foreign_name(pieces: tuple[str, ...], name: bool) -> None:
    assert (run_on(*pieces) in one_words(MODEL, [run_on(*pieces)])) is name


def test_numbers_and_echoes_are_no_words() -> None:
    name = run_on("Euro", "Zyxwv")
    others = [run_on("Euro", "Zyxwv", number=True), run_on("Euro", "Zyxwv", echo=True)]
    assert one_words(MODEL, [name, *others]) == {name}
