"""What a page adds to a repair, in numbers: the measured bounds, and what lies on either side of them."""

from __future__ import annotations

from math import exp, log

import pytest

from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import Repair, all_on_page, may_become_likely, on_page, proposal_of
from vntextclean.filters.diacritics.kinds.causes import USUAL, Cause
from vntextclean.filters.diacritics.kinds.damage import Damage


def page_of(words: int, cause: Cause, count: int, confidence: float = 0.9999) -> PageRates:
    return PageRates(words, [Proposal(10 * number, cause, confidence) for number in range(count)])


def log_odds(share: float) -> float:
    return log(share / (1 - share))


@pytest.mark.parametrize(
    ("cause", "added"),
    [
        (Cause.TONE, 1.3), (Cause.LETTER, 1.7), (Cause.MARKS, 1.8), (Cause.MISREAD, -1.2), (Cause.SLIP, 2.1),
        (Cause.SHAPE, 2.3), (Cause.KEY, 2.1), (Cause.SOUND, 2.3),
    ],
)  # fmt: skip
def test_what_nobody_had_read_in_the_fit(cause: Cause, added: float) -> None:
    assert log_odds(PageRates(0, []).confidence(Proposal(0, cause, 0.5))) == pytest.approx(added)


def test_a_page_adds_no_more_and_takes_no_more_than_was_measured() -> None:
    assert page_of(300, Cause.TONE, 250).shift(Cause.TONE) == 3.6
    assert PageRates(1_000_000, []).shift(Cause.TONE) == -2.0
    assert PageRates(400, []).shift(Cause.TONE) == pytest.approx(-log(2))
    misread = page_of(300, Cause.MISREAD, 250)
    assert log_odds(misread.confidence(Proposal(5, Cause.MISREAD, 0.1))) == pytest.approx(
        log_odds(0.1) + 1.6 * 3.6 - 1.2
    )


def test_what_one_kind_says_of_another() -> None:
    page = page_of(1000, Cause.TONE, 30)
    others = sum(USUAL.values()) - USUAL[Cause.SOUND]
    excess = (400 * others + page.all_share * 1.4) / (1400 * others)
    assert page.shift(Cause.SOUND) == pytest.approx(log(400 / 1400 * excess**0.3))
    assert page.all_share == pytest.approx(1000 * 30 / 1400, rel=0.01)


def test_what_is_lost_together() -> None:
    usual = USUAL[Cause.LETTER] + USUAL[Cause.TONE] + USUAL[Cause.MARKS]
    page = page_of(600, Cause.MARKS, 2)
    assert page.shift_of_losses(5) == pytest.approx(log((400 * usual + 2) / (1000 * usual)), abs=1e-3)
    assert page.shift_of_losses(0) == pytest.approx(log((400 * usual + 1) / (1000 * usual)), abs=1e-3)
    assert page_of(600, Cause.SLIP, 2).shift_of_losses(0) == pytest.approx(log(0.4))


@pytest.mark.parametrize(
    ("cause", "words", "count", "confidence", "damaged", "letters", "scanned"),
    [
        (Cause.TONE, 600, 2, 0.9999, True, True, False),
        (Cause.TONE, 2000, 2, 0.9999, False, True, False),
        (Cause.TONE, 4000, 2, 0.9999, False, False, False),
        (Cause.SHAPE, 100, 1, 0.9999, True, False, False),
        (Cause.SHAPE, 100, 1, 0.2, False, False, False),  # a mere suspicion of a rare kind
        (Cause.MISREAD, 500, 20, 0.9999, True, False, True),
        (Cause.MISREAD, 500, 6, 0.9999, True, False, False),  # less than 1.3 words in a hundred
        (Cause.SLIP, 500, 20, 0.9999, True, False, False),
    ],
)
def test_what_a_page_shows(
    cause: Cause, words: int, count: int, confidence: float, damaged: bool, letters: bool, scanned: bool
) -> None:
    page = page_of(words, cause, count, confidence)
    assert page.is_damaged is damaged
    assert page.is_scanned is scanned
    if cause is not Cause.SHAPE:  # what one kind says of others may suffice
        assert page.loses_letters is (letters or page.shift(Cause.TONE) >= 0.3 or page.shift(Cause.LETTER) >= 0.3)


SLIP = Repair(3, "trung", "chung", Damage.SOUND, 0.93, Cause.SOUND, 1.0, 0.93)


@pytest.mark.parametrize(
    ("kind", "usual", "most", "lifted"),
    [
        (Damage.SOUND, 0.92, 1.0, True),
        (Damage.OTHER_LETTER, 0.92, 1.0, True),
        (Damage.EXTRA_LETTER, 0.92, 1.0, True),
        (Damage.EXCHANGED, 0.92, 1.0, False),
        (Damage.SOUND, 0.919, 1.0, False),
        (Damage.SOUND, 0.92, 0.9997, True),
        (Damage.SOUND, 0.92, 0.9996, False),
    ],
)
def test_a_clear_slip_gets_so_much_more(kind: Damage, usual: float, most: float, lifted: bool) -> None:
    page = PageRates(5000, [])
    repair = SLIP._replace(kind=kind, usual=usual, most=most)
    plain, found = page.confidence(proposal_of(repair)), on_page(page, repair).confidence
    assert found == pytest.approx(1 / (1 + exp(-(log_odds(plain) + (0.8 if lifted else 0)))))


@pytest.mark.parametrize(
    ("word", "usual", "scanned", "most"),
    [
        ("cong", 0.64, True, 0.97),
        ("cong", 0.65, True, 0.9999),
        ("cong", 0.64, False, 0.9999),
        ("cohg", 0.64, True, 0.9999),  # no syllable
    ],
)
def test_a_syllable_of_a_scan_is_no_more_than_suggested(word: str, usual: float, scanned: bool, most: float) -> None:
    page = page_of(500, Cause.MISREAD if scanned else Cause.TONE, 40)
    cause = Cause.MISREAD if scanned else Cause.TONE
    repair = Repair(5, word, "cõng", Damage.TONE, 0.9999, cause, 1.0, usual)
    assert on_page(page, repair).confidence == pytest.approx(most, abs=1e-3)


def test_no_more_is_claimed_than_its_bound() -> None:
    page = page_of(500, Cause.TONE, 40)
    repair = Repair(5, "cong", "cõng", Damage.TONE, 0.9999, Cause.TONE, 0.8, 0.9)
    assert on_page(page, repair).confidence == 0.8


@pytest.mark.parametrize(
    ("kind", "usual", "words", "held"),
    [
        (Damage.TONE, 0.85, 700, False),
        (Damage.LETTER, 0.85, 700, False),
        (Damage.MARKS, 0.85, 700, True),
        (Damage.TONE, 0.84, 700, True),
        (Damage.TONE, 0.85, 900, True),  # one word of so many hardly shows it
    ],
)
def test_what_may_be_meant_is_suggested_but_where_the_page_shows_it(
    kind: Damage, usual: float, words: int, held: bool
) -> None:
    page = page_of(words, Cause.TONE, 1)
    repair = Repair(5, "nay", "này", kind, 0.9999, Cause.TONE, usual=usual, either=True)
    found = on_page(page, repair)
    assert found.held is held
    assert (found.confidence <= 0.97) is held
    assert on_page(page, repair._replace(most=0.5)).confidence == 0.5


def test_all_repairs_of_a_page_are_those_of_each() -> None:
    page = page_of(700, Cause.TONE, 4)
    repairs = [SLIP._replace(token=token, cause=Cause.TONE, confidence=0.9) for token in (0, 5, 10, 33)]
    assert all_on_page(page, repairs) == {each.token: on_page(page, each) for each in repairs}


@pytest.mark.parametrize(
    ("usual", "confidence", "may"), [(0.005, 0.019, False), (0.0051, 0.019, True), (0.005, 0.02, True)]
)
def test_what_may_become_likely(usual: float, confidence: float, may: bool) -> None:
    assert may_become_likely(SLIP._replace(usual=usual, confidence=confidence)) is may
