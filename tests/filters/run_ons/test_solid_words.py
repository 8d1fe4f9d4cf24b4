"""Loans and foreign names that are written in one word stay so, where the text lost no other space."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.filter import RunOns
from vntextclean.filters.run_ons.loans import has_letters_of_loan, may_be_loan
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.filters.run_ons.solid_words import is_loan, is_mention, is_torn, one_words
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

MODEL = Model.open()


def _run_on(*pieces: str, number: bool = False, echo: bool = False) -> RunOn:
    gaps = (" ",) * (len(pieces) - 1)
    return RunOn(0, sum(map(len, pieces)), pieces, gaps, 9.0, 2.0, True, number, echo=echo)


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("giăm", "bông"), True),
        (("tua", "vít"), True),
        (("phát", "xít"), True),
        (("mô", "lip", "đen"), True),
        (("camera", "an"), False),
        (("soát", "các"), False),
        (("tri", "ân"), False),  # a pair
        (("mụn", "nhọt"), False),  # no loan has its tones
        (("Sê", "ri"), False),  # may be a name with a word behind it
    ],
)
def test_a_loan_by_its_letters(pieces: tuple[str, ...], loan: bool) -> None:
    assert may_be_loan(MODEL, pieces) is loan
    assert (_run_on(*pieces) in one_words(MODEL, [_run_on(*pieces)])) is loan


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("cô", "ve"), True),
        (("phi", "lê"), True),
        (("thông", "tin"), False),
        (("mm", "với"), False),
        (("ba", "sa"), True),
        (("phát", "sinh"), False),  # two words of every day
        (("hai", "phân"), False),
    ],
)
def test_letters_of_a_loan_that_stands_again(pieces: tuple[str, ...], loan: bool) -> None:
    assert has_letters_of_loan(MODEL, pieces) is loan


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        (("Euro", "Basket"), True),
        (("Le", "Aliyah"), True),
        (("Glaxo", "SmithKline"), True),
        (("Willy", "Caballero"), False),  # the model knows both
        (("World", "Cup"), False),
        (("Theo", "Forbes"), False),
        (("LINH", "Forbes"), False),
        (("Quốc", "Forbes"), False),
        (("Hilton", "Minh"), False),
    ],
)
def test_a_foreign_name_of_two_words(pieces: tuple[str, ...], name: bool) -> None:
    assert bool(one_words(MODEL, [_run_on(*pieces)])) is name
    assert not one_words(MODEL, [_run_on(*pieces, number=True), _run_on(*pieces, echo=True)])


def test_a_substance_and_a_word_of_french() -> None:
    assert is_loan(("tri", "olein"))
    assert not is_loan(("Tri", "olein"))
    assert not is_loan(("đi", "Peptit"))
    assert not is_loan(("đi", "chợ"))
    assert not is_loan(("video", "né"))


def test_a_rime_is_not_torn() -> None:
    assert is_torn("Só", "ong")
    assert not is_torn("bó", "ống")
    assert not is_torn("tổ", "ong")


@pytest.mark.parametrize(
    ("text", "mention"), [("#Hoa", True), ("gửi @ Hoa", True), ("# x Hoa", False), ("a Hoa", False)]
)
def test_a_mention(text: str, mention: bool) -> None:
    assert is_mention(text, text.index("Hoa")) is mention


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Mẹ kẹp giămbông vào bánh mì cho tôi.", []),
        ("Mẹ kẹp giămbông vàobánh mì cho tôi.", ["giăm bông", "vào bánh"]),
    ],
)
def test_a_text_that_lost_other_spaces_lost_those_of_names(text: str, parted: list[str]) -> None:
    edits = RunOns(Settings()).edits(TextState(text))
    assert [edit.replacement for edit in edits if edit.confidence >= 0.98] == parted
