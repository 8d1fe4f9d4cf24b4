"""The confusion channel: what is confused often is likelier than what is not, by each source."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.kinds.channel import LEAST, MOST, confused, confusions, likelihood, prior
from vntextclean.filters.diacritics.kinds.variants import VARIANTS, is_variant
from vntextclean.lm import kernel
from vntextclean.vietnamese.syllables import forms

SYLLABLES = st.sampled_from(sorted(forms()))
WORDS = SYLLABLES | st.text("aáăắâdđeêghinoôơprstuưvxy", max_size=7) | st.text(max_size=50)


def test_people_confuse_sounds_and_engines_shapes() -> None:
    slip, misread = likelihood("xử", "sử"), likelihood("tbời", "thời")
    assert slip.people > slip.scan
    assert misread.scan > misread.people


def test_two_confusions_are_rarer_than_one() -> None:
    assert likelihood("tài", "tải").scan > likelihood("tài", "tại").scan
    assert likelihood("nâm", "năm").scan > likelihood("nầm", "năm").scan


def test_words_that_differ_in_more_than_a_slip_have_no_confusions() -> None:
    assert confusions("mèo", "trâu") is None
    assert likelihood("nghiêng", "ba") == (LEAST, LEAST)


def test_what_extraction_loses_costs_nothing() -> None:
    assert prior("vn", "vận") == prior("duong", "đường") == prior("môt", "một") == 0.0
    assert prior("nãm", "nắm") < 0


@given(SYLLABLES, SYLLABLES)
def test_likelihoods_keep_their_bounds(written: str, meant: str) -> None:
    found = likelihood(written, meant)
    assert all(LEAST <= each <= MOST for each in found)
    assert prior(written, meant) <= 0


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=4)), max_size=5))
def test_all_pairs_of_a_text_are_told_as_each_by_itself(asked: list[tuple[str, list[str]]]) -> None:
    words = [word for _, meant in asked for word in meant]
    counts, ids = [len(meant) for _, meant in asked], np.arange(len(words))
    with mock.patch.object(kernel, "native", None):
        expected = confused(words, [written for written, _ in asked], counts, ids)
    pairs = [(written, word) for written, meant in asked for word in meant]
    assert expected[0].tolist() == [np.float32(prior(*pair)) for pair in pairs]
    assert expected[1].tolist() == [[*likelihood(*pair)] for pair in pairs]
    found = confused(words, [written for written, _ in asked], counts, ids)
    assert [each.tobytes() for each in found] == [each.tobytes() for each in expected]


@pytest.mark.parametrize("kernel_answers", [True, False])
def test_every_kind_of_confusion_is_told(kernel_answers: bool) -> None:
    pairs = [
        ("củng", "cũng"), ("xử", "sử"), ("vn", "vận"), ("nhn", "nhân"), ("hẫn", "hẫng"), ("ttháng", "tháng"),
        ("tổgn", "tổng"), ("sâc", "sắc"), ("mèo", "trâu"), ("ßa", "ba"), ("ba", "ba"), ("đuợc", "được"),
        ("\U0001d41a", "a"), ("rnà", "mà"),
    ]  # fmt: skip
    words, written = [meant for _, meant in pairs], [word for word, _ in pairs]
    native = kernel.native if kernel_answers else None
    with mock.patch.object(kernel, "native", native):
        priors, likelihoods = confused(words, written, [1] * len(pairs), np.arange(len(pairs)))
    assert priors.tolist() == [np.float32(prior(*pair)) for pair in pairs]
    assert likelihoods.tolist() == [[*likelihood(*pair)] for pair in pairs]


def test_words_that_are_not_there_are_refused() -> None:
    if kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    for ids, counts in (([5], [1]), ([-1], [1]), ([0], [2]), ([0, 0], [1]), ([0], [-1])):
        with pytest.raises(IndexError):
            confused(["ba"], ["bà"], counts, np.array(ids, np.int64))
    with pytest.raises(TypeError):
        confused([3], ["bà"], [1], np.array([0]))  # type: ignore[list-item]


def test_variants_are_pairs_of_other_words() -> None:
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in VARIANTS)
    assert is_variant("sỹ", "sĩ") and not is_variant("xử", "sử")
    assert is_variant("giầy", "giày") and is_variant("giày", "giầy") and not is_variant("bày", "bầy")
