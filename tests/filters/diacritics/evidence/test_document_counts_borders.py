"""What a document tells of a candidate, reckoned by hand: shares, words that come back, uses beside the same words."""

from __future__ import annotations

from math import exp, log, log1p

import numpy as np
import pytest

from vntextclean.filters.diacritics.evidence.document_counts import (
    document_usages,
    is_said_elsewhere,
    recalled,
    repeated_words,
    strange_share,
)
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import Scan

NONE = np.zeros(0, np.int64), np.zeros(0, np.float32)


@pytest.fixture(params=["kernel", "numpy"])
def model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Model:
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)
    return Model.open()


def token(scan: Scan, word: str, nth: int = 0) -> int:
    return [at for at in range(len(scan)) if scan.word(at) == word][nth]


def number(model: Model, word: str) -> int:
    return int(model.ids([word])[0])


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("bà đi chợ xa", 0),
        ("bà đi chợ xqz", 1 / 4),
        ("bà đi chợ 12", 0),  # a number is no syllable, and not strange
        ("xqz qzx zxq", 1),
        ("12 xqz", 1 / 2),
    ],
)
def test_the_share_of_words_that_are_no_syllables(model: Model, text: str, strange: float) -> None:
    scan = model.scan(text)
    assert strange_share(scan, scan.lower, syllables(model)) == strange


def test_the_share_is_that_of_the_words_by_now(model: Model) -> None:
    scan = model.scan("bà đi chợ xqz")
    put_in = scan.lower.copy()
    put_in[3] = scan.lower[2]
    assert strange_share(scan, put_in, syllables(model)) == 0


def usual(model: Model, word: int) -> float:
    title = int(model.title_of[word])
    return exp(float(model.frequency[word])) + (exp(float(model.frequency[title])) if title != word else 0)


def added(model: Model, text: str, word: str, meant: str) -> float:
    scan = model.scan(text)
    found = Suspect(token(scan, word), np.array([number(model, meant)]), np.zeros(1, np.float32), -20.0, False, False)
    uses = np.bincount(scan.lower, minlength=model.size)
    return float(recalled(model, scan, found, uses)[0])


def by_hand(model: Model, words: int, times: int, word: str) -> float:
    return min(log1p(times / ((words + 200) * usual(model, number(model, word)))), 4.0)


def test_a_document_comes_back_to_its_words(model: Model) -> None:
    text = "ai cũng bảo đường xa mà đờng vắng"
    words = len(text.split())
    once = added(model, text, "đờng", "đường")
    assert 0 < once < 4
    assert once == pytest.approx(by_hand(model, words, 1, "đường"), abs=1e-4)
    assert added(model, text, "đờng", "đồng") == 0  # nobody said it
    twice = added(model, text + " đường", "đờng", "đường")
    assert twice == pytest.approx(by_hand(model, words + 1, 2, "đường"), abs=1e-4)


def test_what_is_recalled_has_a_most(model: Model) -> None:
    text = "nguếch " * 9 + "nguch"
    assert added(model, text, "nguch", "nguếch") == 4.0


def test_what_stands_there_counts_half_as_much_where_it_is_met_again(model: Model) -> None:
    once, twice = "cô giáo dạy hoc vẽ và học đàn", "cô giáo dạy hoc vẽ và học đàn rồi hoc múa"
    size = len(once.split()), len(twice.split())
    assert added(model, once, "hoc", "học") == pytest.approx(by_hand(model, size[0], 1, "học"), abs=1e-4)
    expected = by_hand(model, size[1], 1, "học") - by_hand(model, size[1], 1, "hoc") / 2
    assert added(model, twice, "hoc", "học") == pytest.approx(expected, abs=1e-4)


def test_words_that_the_model_does_not_know_count_for_nothing(model: Model) -> None:
    """They share one id."""
    text = "nhà Xqzaw có học trò tên Qzxaw và Zxqaw"
    size = len(text.split())
    assert added(model, text, "Qzxaw", "học") == pytest.approx(by_hand(model, size, 1, "học"), abs=1e-4)


def usage(model: Model, text: str, word: str, meant: str) -> float:
    scan = model.scan(text)
    (found,) = document_usages(scan, [token(scan, word)], [number(model, meant)], scan.lower)
    return found


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("em hoc đàn", 0),
        ("em hoc đàn và học đàn", log(2)),  # beside the word behind
        ("em hoc đàn mà em học vẽ", log(2)),  # beside the word before
        ("em hoc đàn , em học đàn", log(2)),
        ("em hoc đàn mà học, đàn", log(2)),  # a mark there is not looked at
        ("em hoc, đàn và học đàn", 0),  # across a mark
        ("em hoc đàn và hoc đàn", -log(2)),  # the word itself again
        ("em hoc đàn và hoc đàn và học đàn", 0),
        ("em hoc đàn và hoc múa", 0),  # beside another
        ("học đàn " * 2 + "em hoc đàn", log(3)),
        ("học đàn " * 7 + "em hoc đàn", log(8)),
        ("học đàn " * 9 + "em hoc đàn", log(8)),  # no more than seven tell
        ("em hoc đàn " + "hoc đàn " * 9, -log(8)),
        ("em học đàn đàn hoc đàn", log(2)),
    ],
)
def test_uses_beside_the_same_neighbours(model: Model, text: str, ratio: float) -> None:
    assert usage(model, text, "hoc", "học") == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("em hoc đàn và học đàn", True),
        ("em hoc đàn mà em học vẽ", True),
        ("em hoc đàn mà cô học vẽ", False),
        ("em hoc đàn và hoc đàn và học đàn", False),  # the word itself is said beside it
        ("em hoc đàn và em hoc múa và học đàn", False),
        ("em hoc đàn mà học, đàn", False),
        ("em hoc, đàn và học đàn", False),
        ("em, hoc đàn mà em học vẽ", False),
        ("em hoc 12 mà học 13", False),  # numbers share an id
        ("hoc đàn và học đàn", True),  # the first word of a text
        ("em học đàn hay em hoc", True),  # the last
        ("hoc", False),
    ],
)
def test_what_is_said_elsewhere(model: Model, text: str, said: bool) -> None:
    scan = model.scan(text)
    at, meant = token(scan, "hoc"), number(model, "học")
    assert is_said_elsewhere(scan, at, int(scan.lower[at]), meant, scan.lower) is said


def test_a_repaired_word_is_no_longer_said(model: Model) -> None:
    """The rival is looked for in the text as it is by now, the word as it was written."""
    scan = model.scan("em hoc đàn rồi em hoc múa")
    first, second = token(scan, "hoc"), token(scan, "hoc", 1)
    meant, put_in = number(model, "học"), scan.lower.copy()
    put_in[second] = meant
    assert not is_said_elsewhere(scan, first, int(scan.lower[first]), meant, put_in)
    assert is_said_elsewhere(scan, first, -1, meant, put_in)


@pytest.mark.parametrize("many", [1, 16, 17])
def test_words_are_counted_the_same_few_or_many(model: Model, many: int) -> None:
    scan = model.scan("em hoc đàn rồi em hoc múa còn tôi ve tranh")
    found = [Suspect(token(scan, word), *NONE, -20.0, False, False) for word in ("hoc", "ve")]
    assert repeated_words(scan, found * many, scan.lower) == [True, False] * many
