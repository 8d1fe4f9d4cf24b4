"""What is decided for a whole text: which proposals are judged again, made or left open; all given."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, Text, let_nothing_else_speak, page, repair, suspect, told
from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.detect import DOUBT, DOUBT_OF_DAMAGED, USUAL, Reach
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.lm.model import Model
from vntextclean.settings import LEAST_CONFIDENCE


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    let_nothing_else_speak(monkeypatch)


def test_what_is_sure_is_made_and_what_is_likely_is_shown() -> None:
    low, shown = repair(15, confidence=LEAST_CONFIDENCE - 0.01), repair(9, confidence=LEAST_CONFIDENCE)
    text = Text(
        [low, shown, repair(1, "con", 0.98)], suspects=[suspect(9), suspect(15)],
        found={9: suspect(9), 15: suspect(15)}, judged={9: [shown], 15: [low]},
    )  # fmt: skip
    assert told(text.made.all([])) == [(1, 0.98), (9, LEAST_CONFIDENCE)]
    number = text.candidates.numbers["con"]
    assert text.made._lower[1] == number
    assert text.made._lower[9] == text.scan.lower[9]
    assert text.made._ids[text.scan.at[1] + decide.PAD] == number


def test_a_name_gets_the_number_of_a_name() -> None:
    text = Text([repair(2, "hà", 0.98)], text="Ông ở Ha Nam")
    assert text.scan.names[2]
    text.made.all([])
    model = Model.open()
    number = text.candidates.numbers["hà"]
    assert text.made._ids[text.scan.at[2] + decide.PAD] == model.title_of[number] != number


def test_hopeless_repairs_are_none_but_beside_a_slip() -> None:
    text = Text([repair(confidence=0.01)])
    assert text.made.all([]) == []
    assert text.search.asked == []
    slip = Slip(3, "bạn", 4.0, Damage.TONE)
    assert [each.token for each in Text([repair(confidence=0.01)]).made.all([slip])] == [3]


@pytest.mark.parametrize(("damaged", "loses"), [(False, False), (True, False), (True, True)])
def test_a_damaged_page_is_searched_further(damaged: bool, loses: bool) -> None:
    known, same = suspect(4, (70, 71)), suspect(6, (80,))
    found = {4: suspect(4, (70, 71, 72)), 6: suspect(6, (80,)), 8: suspect(8, (90,))}
    text = Text([repair()], given=page(damaged=damaged, loses=loses), found=found, suspects=[known, same])
    reach = Reach(DOUBT_OF_DAMAGED, loses)
    assert text.candidates.asked == ([(None, reach, USUAL)] if damaged else [])
    assert text.search.asked == ([([4, 8], False)] if damaged else [])
    assert text.made._reach == (reach if damaged else USUAL)


def test_what_stands_in_no_context_is_not_searched() -> None:
    left_out = np.zeros(19, np.bool_)
    left_out[:9] = True
    text = Text([repair(9, "lúc", 0.98)], given=page(damaged=True), left_out=left_out)
    assert text.candidates.asked[0][0] == [*range(9, 19)]
    text.made.all([])
    assert text.candidates.asked[1][0] == [10, 11, 12, 13]


def test_the_words_near_a_repair_are_judged_again() -> None:
    near, far = repair(12, confidence=0.4), repair(17, confidence=0.4, usual=0.0)
    text = Text(
        [repair(9, "lúc", 0.98), near, far], suspects=[suspect(12), suspect(17)], found={12: suspect(12)},
        judged={12: [near._replace(confidence=0.99)], 17: [far]},
    )  # fmt: skip
    assert told(text.made.all([])) == [(9, 0.98), (12, 0.99)]
    assert text.candidates.asked[0] == ([5, 6, 7, 8, 10, 11, 12, 13], USUAL, None)
    assert text.search.asked[0] == ([12, 17], False)
    assert 12 in text.made._made


@pytest.mark.parametrize(("was_wrecked", "word", "kept"), [(True, "c", False), (True, "cc", True), (False, "c", True)])
def test_where_words_are_wrecked_a_lone_letter_is_none(was_wrecked: bool, word: str, kept: bool) -> None:
    text = Text([repair()])
    text.made._was_wrecked = was_wrecked
    text.search.judged = {8: [repair(8, "từ", 0.6)._replace(word=word)]}
    text.made._propose([suspect(8)])
    assert (8 in text.made._open) == kept


@pytest.mark.parametrize(
    ("log_prob", "word", "usual", "kept"),
    [
        pytest.param(DOUBT, "từ", 0.74, False, id="probable where it stands, and not sure enough"),
        pytest.param(DOUBT, "từ", 0.75, True, id="sure enough"),
        pytest.param(DOUBT - 0.1, "từ", 0.1, True, id="improbable"),
        pytest.param(DOUBT, "xyz", 0.1, True, id="no syllable"),
    ],
)
def test_a_probable_syllable_must_be_surer(log_prob: float, word: str, usual: float, kept: bool) -> None:
    text = Text([repair()], text=TEXT.replace(" từ ", f" {word} "))
    text.search.judged = {8: [repair(8, "tử", 0.6, usual=usual)]}
    text.made._propose([suspect(8, log_prob=log_prob)])
    assert (8 in text.made._open) == kept
