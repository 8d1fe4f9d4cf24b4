"""Words in no order of which a quarter is doubted are left alone; damaged prose is not, however much of it is."""

from __future__ import annotations

import random

import numpy as np
import pytest
from benchmarks.speed.random_words import damaged, half_of_them_bare, words

from vntextclean.filters.bare_phrases.filter import BarePhrases
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.proposing.doubts import doubts
from vntextclean.filters.diacritics.proposing.no_context import in_context, without_context
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

IN_NO_ORDER = words(half_of_them_bare)[:3000]
DAMAGED = words(damaged)[:6000]
TABLE = words(damaged, "\t\t\n")[:20000]
#: Prose of three hundred words.
PROSE = (
    "Sáng nay bà con trong bản ra suối bắt cá từ lúc mặt trời chưa lên, mùa này nước cạn nên người già cũng đi được. "
    "Trưởng thôn nhắc mọi nhà dọn sạch đường làng trước ngày họp, ai bận việc đồng áng thì cử con cháu đi thay. "
    "Trẻ nhỏ được nghỉ học một tuần, cô giáo dặn các em nhớ làm bài tập và giúp bố mẹ trông em. "
) * 5


def scan_of(text: str) -> Scan:
    return Model.open().scan(text)


def left_out(text: str) -> float:
    """The share of the words of a text that are left out."""
    scan = scan_of(text)
    found = doubts(Model.open(), scan)
    return 0.0 if found is None or found.left_out is None else float(np.mean(found.left_out))


@pytest.mark.parametrize(("text", "share"), [(IN_NO_ORDER, 0.95), (DAMAGED, 0.8), (TABLE, 0.5)])
def test_words_in_no_order_are_left_out(text: str, share: float) -> None:
    assert left_out(text) >= share


@pytest.mark.parametrize("text", [IN_NO_ORDER, DAMAGED])
def test_nothing_in_them_is_repaired(text: str) -> None:
    repaired = [edit for edit in Diacritics(Settings()).edits(TextState(text)) if edit.confidence > 0.9]
    assert len(repaired) < 3
    assert BarePhrases(Settings()).edits(TextState(text)) == []


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.8, 1.0])
def test_damaged_prose_is_not_left_out(share: float) -> None:
    source = random.Random(3)
    text = " ".join(damaged(each, source) if source.random() < share else each for each in PROSE.split())
    assert left_out(text) == 0


def test_damaged_prose_before_and_behind_them_is_repaired() -> None:
    line = "Cả bản ra suối be cá từ lúc mặt tròi chưa lên, mùa nay nươc cạn nên nguời gìa cũng đi đươc.\n"
    text = line * 3 + DAMAGED + "\n" + line * 3
    places = [edit.start for edit in Diacritics(Settings()).edits(TextState(text)) if edit.confidence > 0.9]
    assert [at for at in places if at < len(line)]
    assert [at for at in places if at > len(text) - len(line)]
    assert not [at for at in places if 3 * len(line) + 400 < at < 3 * len(line) + len(DAMAGED) - 400]


def suspects(tokens: range, gains: dict[int, float]) -> list[Suspect]:
    one = np.array([7], np.int64)
    return [Suspect(at, one, np.array([gains.get(at, 3.0)], np.float32), -15.0, False, False) for at in tokens]


#: As many words as are looked at together.
WORDS = "mưa lúa " * 128


@pytest.mark.parametrize(
    ("text", "doubted", "fitting", "told"),
    [
        pytest.param(WORDS, 65, 0, True, id="a quarter of 256 words and one more"),
        pytest.param(WORDS, 64, 0, False, id="a quarter"),
        pytest.param(WORDS, 100, 3, True, id="three in a hundred have a rival that fits"),
        pytest.param(WORDS, 100, 4, False, id="four in a hundred have"),
        pytest.param("mưa lúa " * 127 + "mưa", 200, 0, False, id="255 words"),
        pytest.param("mưa lúa " * 128, 200, 0, True, id="256 words"),
        pytest.param("ở " * 38 + "mưa lúa " * 109, 100, 0, True, id="38 of 256 are one letter"),
        pytest.param("ở " * 39 + "mưa lúa " * 108 + "mưa", 100, 0, False, id="39 are"),
    ],
)
def test_where_the_bounds_are(text: str, doubted: int, fitting: int, told: bool) -> None:
    found = without_context(scan_of(text), suspects(range(doubted), dict.fromkeys(range(fitting), 10.0)))
    assert (found is not None) == told


def test_a_rival_that_fits_by_a_hair_less_does_not_count() -> None:
    assert without_context(scan_of(WORDS), suspects(range(100), dict.fromkeys(range(50), 9.99))) is not None


def test_a_stretch_ends_with_the_last_of_its_words() -> None:
    found = without_context(scan_of(PROSE * 2), suspects(range(200, 300), {}))
    assert found is not None
    # From the first stretch with 65 of them, which ends behind word 264, to the last, which begins with word 235.
    assert found.nonzero()[0].tolist() == list(range(9, 491))


def test_what_stands_in_context_is_searched() -> None:
    model, scan = Model.open(), scan_of(PROSE * 2)
    assert in_context(model, scan, None) is None
    found = without_context(scan, suspects(range(200, 300), {}))
    told = in_context(model, scan, found)
    assert told is not None
    assert told.tolist() == [*range(9), *range(491, len(scan))]
