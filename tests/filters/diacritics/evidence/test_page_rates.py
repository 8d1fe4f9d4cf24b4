"""A page's own rates: damage makes its like likelier, sound pages make every repair dearer, and never without bound."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.evidence import page_rates
from vntextclean.filters.diacritics.evidence.page_rates import LETTERS_LOST, PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import Repair, on_page, proposal_of
from vntextclean.filters.diacritics.kinds.causes import Cause, cause_of
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm import kernel


def proposals(cause: Cause, count: int, confidence: float = 0.9) -> list[Proposal]:
    return [Proposal(10 * number, cause, confidence) for number in range(count)]


def test_a_page_that_lost_tones_lost_more_of_them() -> None:
    asked = Proposal(5, Cause.TONE, 0.7)
    few, many = (PageRates(1000, proposals(Cause.TONE, count)).confidence(asked) for count in (1, 20))
    assert few < many


def test_a_long_page_without_damage_makes_a_repair_dearer() -> None:
    asked = Proposal(5, Cause.LETTER, 0.9)
    assert PageRates(20_000, []).confidence(asked) < PageRates(100, []).confidence(asked)


def test_what_a_proposal_says_of_its_own_page_is_left_out() -> None:
    one = proposals(Cause.SLIP, 1, 0.95)
    assert PageRates(500, one).confidence(one[0]) <= PageRates(500, []).confidence(one[0]) + 1e-9


def test_damage_of_one_kind_says_little_of_another() -> None:
    asked = Proposal(5, Cause.SOUND, 0.5)
    plain, other, same = (
        PageRates(1000, found).confidence(asked)
        for found in ([], proposals(Cause.MISREAD, 30), proposals(Cause.SOUND, 30))
    )
    assert plain < other < same


@given(
    st.integers(1, 5000),
    st.lists(st.tuples(st.sampled_from(Cause), st.floats(0, 1)), max_size=40),
    st.floats(0, 1),
)
def test_a_surer_proposal_stays_the_surer_one(words: int, found: list[tuple[Cause, float]], share: float) -> None:
    page = PageRates(words, [Proposal(number, *each) for number, each in enumerate(found)])
    for cause in Cause:
        less, more = (page.confidence(Proposal(100, cause, each)) for each in (share * 0.9, share))
        assert 0 < less <= more < 1


def test_two_lost_tones_show_a_damaged_page() -> None:
    damaged = [PageRates(700, proposals(Cause.TONE, count, 0.999)).is_damaged for count in (0, 1, 2)]
    assert damaged == [False, False, True]
    assert not PageRates(20_000, proposals(Cause.TONE, 2, 0.999)).is_damaged


def test_wrong_marks_are_parted_by_who_writes_so() -> None:
    assert cause_of(Damage.WRONG_TONE, Likelihood(-6.0, -9.0)) is Cause.SLIP
    assert cause_of(Damage.WRONG_TONE, Likelihood(-9.0, -3.0)) is Cause.MISREAD
    assert cause_of(Damage.TONE, Likelihood(-9.0, -3.0)) is Cause.TONE


def test_clear_slips_get_more_than_their_page_gives() -> None:
    page = PageRates(5000, [])
    slip = Repair(3, "trung", "chung", Damage.SOUND, 0.93, Cause.SOUND, 1.0, 0.93)
    likely = page.confidence(proposal_of(slip))
    assert on_page(page, slip).confidence > likely
    assert on_page(page, slip._replace(usual=0.91)).confidence == likely
    assert on_page(page, slip._replace(most=0.99)).confidence == likely
    assert on_page(page, slip._replace(kind=Damage.TONE)).confidence == likely


def test_what_may_be_meant_is_made_only_where_the_page_lost_tones() -> None:
    sure, damaged = (
        Repair(5, "nay", "này", Damage.TONE, 0.95, Cause.TONE, usual=0.95, either=True),
        PageRates(1000, proposals(Cause.TONE, 20)),
    )
    assert on_page(damaged, sure).confidence > 0.98 and not on_page(damaged, sure).held
    for page, repair in (
        (PageRates(1000, []), sure),
        (damaged, sure._replace(usual=0.3)),
        (damaged, sure._replace(word="vụng", rival="vùng", kind=Damage.WRONG_TONE)),
    ):
        found = on_page(page, repair)
        assert found.held and found.confidence <= 0.97


def test_a_page_that_lost_tones_or_marks_may_have_lost_letters() -> None:
    for cause in (Cause.TONE, Cause.MARKS):
        page = PageRates(700, proposals(cause, 3))
        assert page.loses_letters and page.shift(Cause.LETTER) < LETTERS_LOST
    assert PageRates(700, proposals(Cause.LETTER, 3)).loses_letters


def test_a_page_with_slips_of_people_and_a_sound_page_have_lost_none() -> None:
    assert not PageRates(700, proposals(Cause.SLIP, 3)).loses_letters
    assert not PageRates(700, []).loses_letters


def test_what_loses_tones_loses_letters_too_but_a_word_says_nothing_of_itself() -> None:
    lost = [Proposal(number, Cause.TONE, 0.99) for number in range(0, 200, 50)]
    page = PageRates(200, lost)
    assert page.shift_of_losses(7) > page.shift_of_losses(0) > 0.7
    assert PageRates(200, [Proposal(3, Cause.SLIP, 0.99)]).shift_of_losses(7) < 0


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
@given(st.integers(0, 9000), st.lists(st.tuples(st.sampled_from([*Cause]), st.floats(0, 1)), max_size=30))
def test_kernel_and_python_agree(words: int, found: list[tuple[Cause, float]]) -> None:
    own = [Proposal(3 * number, *each) for number, each in enumerate(found)]
    others = [Proposal(3 * number + 1, *each) for number, each in enumerate(found)]
    by_kernel = PageRates(words, own)
    with mock.patch.object(kernel, "native", None):
        by_python = PageRates(words, own)
    for asked in (own, others):
        sure = by_python.confidences(asked)
        assert by_kernel.confidences(asked) == pytest.approx(sure, rel=1e-12)
        assert [*map(by_kernel.confidence, asked)] == pytest.approx(sure, rel=1e-12)
    shifts = [[page.shift(cause) for cause in Cause] for page in (by_kernel, by_python)]
    assert shifts[0] == pytest.approx(shifts[1], rel=1e-12)
    assert by_kernel.is_damaged == by_python.is_damaged
    assert by_kernel.all_share == pytest.approx(by_python.all_share, rel=1e-12)


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
def test_causes_and_counts_that_are_not_there_are_refused() -> None:
    native, held, counts = kernel.native, page_rates._held(), [0.0] * len(Cause)
    for causes, shares, error in (([9], [0.5], IndexError), ([-1], [0.5], IndexError), ([1], [], IndexError),
                                  ([1], ["a"], TypeError), (["a"], [0.5], TypeError), ((1,), [0.5], TypeError),
                                  ([1], (0.5,), TypeError)):  # fmt: skip
        with pytest.raises(error):
            native.page_posteriors(held, 500, causes, shares)
        with pytest.raises(error):
            native.page_confidences(held, 500, counts, causes, shares, [0.0])
    with pytest.raises(IndexError):
        native.page_confidences(held, 500, counts, [1], [0.5], [])
    with pytest.raises(ValueError, match="counts"):
        native.page_confidences(held, 500, counts[1:], [1], [0.5], [0.0])
    for words in ("a", None):
        with pytest.raises(TypeError):
            native.page_posteriors(held, words, [], [])
    usual, limits = np.full(17, 0.1), (1.0,) * 8
    for arrays, told, rounds in (([usual] * 4, limits, 4), ([usual[:9]] * 3 + [usual[:8]], limits, 4),
                                 ([usual[:9]] * 4, limits, -1)):  # fmt: skip
        with pytest.raises(ValueError, match=r"fit|size"):
            native.page_rates(*arrays, told, rounds)
