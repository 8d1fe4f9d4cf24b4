"""Which words are doubted, at the border of each condition."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.proposing.detect import (
    DOUBT_OF_DAMAGED,
    USUAL,
    Reach,
    all_tokens,
    doubtful,
    some_tokens,
)
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import PAD

MODEL = Model.open()
LEGAL = syllables(MODEL)
DAMAGED, LETTERS = Reach(DOUBT_OF_DAMAGED, letters=False), USUAL._replace(letters=True)


def doubts(text: str, log_prob: float, reach: Reach) -> list[str]:
    """The words of a text that are doubted, all of them as probable as this."""
    scan = MODEL.scan(text)
    words = some_tokens(MODEL, LEGAL, scan, scan.padded, np.arange(len(scan)))
    words = words._replace(log_prob=np.full(len(scan), log_prob, np.float32))
    return [scan.word(token) for token in doubtful(LEGAL, scan, words, reach).token.tolist()]


@pytest.mark.parametrize(
    ("reach", "log_prob", "found"),
    [
        (USUAL, -11.5, False),
        (USUAL, -11.51, True),
        (DAMAGED, -7.5, False),
        (DAMAGED, -7.51, True),
        (LETTERS, -11.5, False),
        (LETTERS, -11.51, True),
    ],
)
def test_a_syllable_is_doubted_below_a_bound(reach: Reach, log_prob: float, found: bool) -> None:
    assert doubts("bà Lan ĐI", log_prob, reach) == (["bà", "Lan", "ĐI"] if found else [])


@pytest.mark.parametrize(
    ("text", "doubted", "with_letters"),
    [
        pytest.param("vn", ["vn"], ["vn"], id="two letters"),
        pytest.param("v", [], ["v"], id="one letter"),
        pytest.param("V", [], [], id="one capital"),
        pytest.param("Vn", ["Vn"], ["Vn"], id="a capital first"),
        pytest.param("vN", [], [], id="capitals inside"),
        pytest.param("bèè", ["bèè"], ["bèè"], id="with marks"),
        pytest.param("bÈè", [], [], id="with marks, and capitals inside"),
        pytest.param("BÈÈ", ["BÈÈ"], ["BÈÈ"], id="with marks, in capitals"),
        pytest.param("nghieng", ["nghieng"], ["nghieng"], id="seven letters"),
        pytest.param("nghiengg", [], [], id="eight letters"),
        pytest.param("12", [], [], id="a number"),
    ],
)
def test_what_is_no_syllable_is_doubted_however_probable(
    text: str, doubted: list[str], with_letters: list[str]
) -> None:
    assert [doubts(text, 0.0, reach) for reach in (USUAL, LETTERS)] == [doubted, with_letters]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("NHÀ DNG CỬA", True, id="a syllable on each side"),
        pytest.param("NHÀ CỬA DNG", True, id="two before"),
        pytest.param("DNG NHÀ CỬA", True, id="two behind"),
        pytest.param("NHÀ DNG", False, id="one alone"),
        pytest.param("NHÀ 12 DNG CỬA", True, id="a number is passed over"),
        pytest.param("NHÀ 12 DNG 30", False, id="and is no syllable"),
        pytest.param("NHÀ DNG cửa", False, id="one in small letters"),
        pytest.param("NHÀ DNG CỬA Xa", False, id="the second behind with small letters"),
        pytest.param("Xa NHÀ DNG CỬA", False, id="the second before"),
        pytest.param("NHÀ DNG CỬA ĐÂY xa", True, id="the third behind may have them"),
        pytest.param("xa NHÀ CỬA DNG ĐÂY", True, id="and the third before"),
        pytest.param("NHÀ KHTN DNG XZ", False, id="one syllable among others"),
        pytest.param("NHÀ CỬA DN", False, id="two letters are a short form"),
        pytest.param("NHÀ CỬA DNGHTRQ", True, id="seven letters"),
        pytest.param("NHÀ CỬA DNGHTRQX", False, id="eight"),
    ],
)
def test_a_word_in_capitals_without_a_mark_is_doubted_in_a_heading(text: str, found: bool) -> None:
    word = next(each for each in text.split() if each.startswith("DN"))
    assert (word in doubts(text, 0.0, USUAL)) is found


def test_all_words_are_scored_as_some_are() -> None:
    scan = MODEL.scan("Bà hoc bài, phù hợp vi tình hình xqz chợ xa")
    put_in = scan.padded.copy()
    put_in[scan.at[4] + PAD] = MODEL.ids(["trong"])[0]
    for ids in (scan.padded, put_in):
        every = all_tokens(MODEL, LEGAL, scan, ids, 0.0)
        some = some_tokens(MODEL, LEGAL, scan, ids, np.arange(len(scan)))
        assert every.token.tolist() == [*range(len(scan))]
        assert [each.tolist() for each in every] == [each.tolist() for each in some]
        doubted = all_tokens(MODEL, LEGAL, scan, ids, -11.5).token.tolist()
        odd = [token for token in range(len(scan)) if some.log_prob[token] < -11.5 or not some.legal[token]]
        assert doubted == odd and 0 < len(doubted) < len(scan)


def test_a_bound_is_not_below_itself() -> None:
    scan = MODEL.scan("bà đi chợ xa nhà")
    score = all_tokens(MODEL, LEGAL, scan, scan.padded, 0.0).log_prob
    least = float(score[2])
    assert 2 not in all_tokens(MODEL, LEGAL, scan, scan.padded, least).token
    assert 2 in all_tokens(MODEL, LEGAL, scan, scan.padded, least + 0.01).token
