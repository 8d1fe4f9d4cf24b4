"""Lost words: each condition at its border, with halves as the test says they are; then whole documents.

What the page shows decides, not a count of pairs.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any, cast

import numpy as np
import pytest

from vntextclean import Pipeline
from vntextclean.cleaned import Cleaned
from vntextclean.filters.lost_words.collocates import FUNCTION_WORD
from vntextclean.filters.lost_words.complete import _is_foreign
from vntextclean.filters.lost_words.confidence import (
    LIKELY_LOSS,
    LOSSES,
    USAGE_COUNT,
    USAGE_GAIN,
    USAGE_SHARE,
    WORDS_A_LOSS,
    _Document,
)
from vntextclean.filters.lost_words.proposals import TIED_LEFT, TIED_RIGHT, WIDTH, Proposal
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.settings import MIN_CONFIDENCE


def _proposal(token: int = 3, word: int = 500, **fields: Any) -> Proposal:
    usual: dict[str, Any] = {
        "gain": 6.0, "wide": 1.0, "lead": 5.0, "share_right": 0.8, "share_left": 0.0, "seen": False,
        "pair_log_prob": -9.0, "log_prob": -8.0, "before_name": False,
    }  # fmt: skip
    return Proposal(token, word, **(usual | fields))


class _Halves:
    """Halves that stand alone so often elsewhere; tokens that are part of a compound; how often a pair is written."""

    def __init__(self, elsewhere: int = 0, compound: tuple[int, ...] = (), pairs: int = 0) -> None:
        self._elsewhere, self._compound, self._pairs = elsewhere, compound, pairs

    def is_alone(self, token: int, share: float) -> bool:
        return token not in self._compound and share > 0

    def elsewhere(self, token: int) -> int:
        return self._elsewhere

    def written(self, left: int, right: int) -> int:
        return self._pairs


def _scan(words: int) -> Scan:
    return Model.open().scan(" ".join(["lúa"] * words))


def _document(found: list[Proposal], halves: _Halves | None = None, words: int = 40) -> _Document:
    return _Document(_scan(words), cast("Any", halves or _Halves()), found)


def _lossy(count: int = LOSSES) -> list[Proposal]:
    return [_proposal(3 * number + 1, 500 + number) for number in range(count)]


@pytest.mark.parametrize(
    ("right", "left", "tied"),
    [
        (TIED_RIGHT, 0.0, True),
        (TIED_RIGHT - 0.01, 0.0, False),
        (0.0, TIED_LEFT, True),
        (0.0, TIED_LEFT - 0.01, False),
    ],
)
def test_a_half_that_hardly_stands_alone(right: float, left: float, tied: bool) -> None:
    assert _proposal(share_right=right, share_left=left).is_tied is tied


@pytest.mark.parametrize(("right", "left", "half"), [(0.5, 0.2, 3), (0.2, 0.5, 2), (0.4, 0.4, 3)])
def test_which_neighbour_is_the_half(right: float, left: float, half: int) -> None:
    assert _proposal(share_right=right, share_left=left).half == half


def test_the_features() -> None:
    one = _proposal(share_right=0.19, share_left=0.09, log_prob=FUNCTION_WORD + 0.1, before_name=True)
    wanted = [6.0, 1.0, 5.0, math.log(0.2), 1.0, 0.0, -9.0, FUNCTION_WORD + 0.1, 1.0, 1.0]
    np.testing.assert_allclose(one.features(), wanted)
    other = _proposal(share_right=0.2, share_left=0.2, log_prob=FUNCTION_WORD, seen=True).features()
    assert other[[4, 5, 8, 9]].tolist() == [0.0, 1.0, 0.0, 0.0]
    assert len(other) == WIDTH


@pytest.mark.parametrize(
    ("fitted", "words", "halves", "lost"),
    [
        ([0.99, LIKELY_LOSS, LIKELY_LOSS], 40, _Halves(), True),
        ([MIN_CONFIDENCE, LIKELY_LOSS, LIKELY_LOSS], 40, _Halves(), True),
        ([MIN_CONFIDENCE - 0.001, 0.9, 0.9], 40, _Halves(), False),  # none is sure
        ([0.99, 0.9, LIKELY_LOSS - 0.001], 40, _Halves(), False),  # two are too few
        ([0.99, 0.9, 0.9], LOSSES * WORDS_A_LOSS, _Halves(), True),
        ([0.99, 0.9, 0.9], LOSSES * WORDS_A_LOSS + 1, _Halves(), False),  # too few for so long a text
        ([0.99, 0.9, 0.9], 40, _Halves(elsewhere=1), False),  # the halves stand alone elsewhere
        ([0.99, 0.9, 0.9], 40, _Halves(compound=(1,)), False),  # one is part of a compound
    ],
)
def test_a_text_that_lost_words(fitted: list[float], words: int, halves: _Halves, lost: bool) -> None:
    assert _document(_lossy(), halves, words).lost_words(fitted) is lost


def test_one_word_missing_three_times_is_one_loss() -> None:
    found = [_proposal(3 * number + 1, 500) for number in range(LOSSES)]
    assert not _document(found).lost_words([0.99] * LOSSES)


def test_the_sure_one_is_one_whose_half_stands_nowhere_else() -> None:
    """Twice missing at the same half excuses one half alone elsewhere, but is no sure loss."""
    found = [
        _proposal(1, 500),
        _proposal(4, 500),
        _proposal(7, 501),
        _proposal(10, 501),
        _proposal(13, 502),
        _proposal(16, 502),
    ]
    fitted = [0.99] * len(found)
    assert not _document(found, _Halves(elsewhere=1)).lost_words(fitted)
    assert _document(found).lost_words(fitted)


LEAST_USAGE = {"gain": USAGE_GAIN, "lead": USAGE_GAIN, "share_right": USAGE_SHARE, "log_prob": FUNCTION_WORD}


@pytest.mark.parametrize(
    ("fields", "halves", "usage"),
    [
        ({}, _Halves(pairs=USAGE_COUNT), True),
        ({}, _Halves(pairs=USAGE_COUNT - 1), False),
        ({}, _Halves(pairs=USAGE_COUNT, elsewhere=1), False),
        ({}, _Halves(pairs=USAGE_COUNT, compound=(3,)), False),
        ({"gain": USAGE_GAIN - 0.1}, _Halves(pairs=USAGE_COUNT), False),
        ({"lead": USAGE_GAIN - 0.1}, _Halves(pairs=USAGE_COUNT), False),
        ({"share_right": USAGE_SHARE - 0.01}, _Halves(pairs=USAGE_COUNT), False),
        ({"log_prob": FUNCTION_WORD + 0.1}, _Halves(pairs=USAGE_COUNT), False),
    ],
)
def test_usage(fields: dict[str, float], halves: _Halves, usage: bool) -> None:
    one = _proposal(**(LEAST_USAGE | fields))
    assert _document([one], halves).is_usage(one) is usage


@pytest.mark.parametrize(
    ("halves", "alone"), [(_Halves(), True), (_Halves(elsewhere=1), False), (_Halves(compound=(3,)), False)]
)
def test_a_half_alone(halves: _Halves, alone: bool) -> None:
    one = _proposal()
    assert _document([one], halves).is_alone(one) is alone


@pytest.mark.parametrize(
    ("text", "token", "foreign"),
    [
        ("Bà con dân tộc Kurd", 4, True),
        ("Bà con dân tộc Mông", 4, False),
        ("Bà con dân tộc kurd", 4, False),
        ("Chương VI về đất đai", 2, True),
        ("Chương VI VỀ đất đai", 2, False),
        ("Chương sáu về đất đai", 2, False),
    ],
)
def test_foreign_names_and_numbers(text: str, token: int, foreign: bool) -> None:
    assert _is_foreign(Model.open().scan(text), token) is foreign


GAP = "Thực hiện túc việc tiếp công dân."
SOUND = "Bà con trong xã phấn khởi vào vụ gặt, nhà nào cũng đầy thóc."
USAGE = "Cơ quan thuế làm việc với cơ quan điều tra, cơ quan công an và cơ quan báo chí; mỗi cơ quan một bản."
LONE = "Văn bản được gửi trong các cuộc họp của quan; mọi người đã đọc."


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


def put_back(text: str, preset: str = "web") -> list[str]:
    """The words put back."""
    return _words(pipeline(preset).run(text), made=True)


def _words(cleaned: Cleaned, *, made: bool) -> list[str]:
    changes = cleaned.changes if made else cleaned.suggestions
    return [edit.replacement.strip() for change in changes for edit in change.edits if edit.rule == "lost-words.word"]


def test_half_of_a_compound_is_completed_where_it_stands_alone_once() -> None:
    assert put_back(f"{GAP}\n{SOUND}") == ["nghiêm"]


def test_a_half_that_stands_alone_elsewhere_stays() -> None:
    assert put_back(f"{GAP}\n{SOUND}\nNó nói túc lắm, mà túc thì lạ.") == []


def test_in_a_long_text_the_half_must_hardly_stand_alone() -> None:
    """One word lost among hundreds is rare: a wish from the god of love lacks nothing."""
    line = "Cô bé viết bài thơ về thần tình yêu và mảnh trăng non."
    lost = "Chiếc tàu sân thứ hai của hải quân đã chạy thử trên biển."
    assert put_back("\n".join([line, *[SOUND] * 30])) == []
    assert put_back("\n".join([lost, *[SOUND] * 30])) == ["bay"]


def test_usage_counts_only_where_the_page_lost_words() -> None:
    """Five mentions of a pair never outvote the odds by themselves."""
    assert put_back(f"{USAGE}\n{SOUND}\n{LONE}") == []
    lossy = f"{GAP}\nLễ niệm ngày thành lập được tổ chức ở sân.\n{USAGE}\n{LONE}"
    assert put_back(lossy) == ["nghiêm", "kỷ", "cơ"]


@pytest.mark.parametrize("text", [GAP, f"{GAP}\n{SOUND}", f"{USAGE}\n{LONE}"])
def test_pages_off_paper_get_neither_repairs_nor_suggestions(text: str) -> None:
    """A letter misread looks like a word lost."""
    cleaned = pipeline("ocr").run(text)
    assert _words(cleaned, made=True) + _words(cleaned, made=False) == []
