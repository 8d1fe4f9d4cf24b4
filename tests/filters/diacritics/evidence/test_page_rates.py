"""A page's own rates: damage makes its like likelier, sound pages make every repair dearer, and never without bound."""

from __future__ import annotations

from math import exp

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.evidence.page_rates import _MOST_SHARE, _SLIGHT, LETTERS_LOST, PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import Repair, on_page, proposal_of
from vntextclean.filters.diacritics.kinds.causes import Cause, cause_of
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage


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


@given(st.lists(st.tuples(st.sampled_from([*Cause]), st.floats(1e-4, 0.9999)), min_size=1, max_size=12))
def test_all_proposals_are_reckoned_as_each_by_itself(found: list[tuple[Cause, float]]) -> None:
    page = PageRates(600, [Proposal(3 * number, *each) for number, each in enumerate(found)])
    rows = [(3 * number, cause, 0.5 * number - 2, -0.1) for number, (cause, _) in enumerate(found)]
    together = page._reckoned_anew(rows)
    for token, cause, odds, added in rows:
        left_out = page._posteriors[token]
        shift = page._reckoned(cause, left_out if left_out > _SLIGHT else 0.0)
        assert together[token] == min(1 / (1 + exp(-(odds + shift + added))), _MOST_SHARE)
