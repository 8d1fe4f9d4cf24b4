"""How sure a repair is on its page, and what bounds that: each condition at its border, with the page given."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest

from tests.filters.diacritics.decided import repair, signs
from vntextclean.filters.diacritics.evidence.page_rates import Proposal
from vntextclean.filters.diacritics.evidence.repair import (
    ASKED,
    CLEAR,
    FORGOTTEN,
    LED,
    Repair,
    all_on_page,
    may_become_likely,
    on_page,
    proposal_of,
)
from vntextclean.filters.diacritics.kinds.damage import Damage


def page(share: float = 0.5, *, scanned: bool = False, shift: float = 0.0) -> Any:
    asked: list[list[Proposal]] = []

    def confidences(proposals: Any) -> list[float]:
        asked.append([*proposals])
        return [share for _ in asked[-1]]

    return SimpleNamespace(
        asked=asked, confidences=confidences, confidence=lambda proposal: share, is_scanned=scanned,
        own_count=lambda token, cause: 0, shift_beside=lambda token, cause: shift,
    )  # fmt: skip


def sure(one: Repair, share: float = 0.5, **more: Any) -> tuple[float, float, bool]:
    found = on_page(page(share, **more), one)
    assert found._replace(confidence=0, most=0, held=False) == one._replace(confidence=0, most=0, held=False)
    return found.confidence, found.most, found.held


@pytest.mark.parametrize(("share", "most", "expected"), [(0.5, 1.0, 0.5), (0.9, 0.8, 0.8), (0.8, 0.8, 0.8)])
def test_none_is_surer_than_it_can_be(share: float, most: float, expected: float) -> None:
    assert sure(repair(most=most), share) == (expected, most, False)


LIFTED = 1 / (1 + math.exp(-0.8))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, LIFTED, id="a slip of ears that is clear"),
        pytest.param({"kind": Damage.OTHER_LETTER}, LIFTED, id="of hands"),
        pytest.param({"kind": Damage.EXTRA_LETTER}, LIFTED, id="a letter too many"),
        pytest.param({"kind": Damage.EXCHANGED}, 0.5, id="letters that changed places"),
        pytest.param({"kind": Damage.TONE}, 0.5, id="a lost tone"),
        pytest.param({"usual": CLEAR - 0.01}, 0.5, id="not clear enough"),
        pytest.param({"most": LED - 0.0001}, 0.5, id="another candidate comes near"),
    ],
)
def test_slips_of_hands_and_ears_are_surer(change: dict[str, Any], expected: float) -> None:
    one = repair(kind=Damage.SOUND, usual=CLEAR, most=LED)._replace(**change)
    assert sure(one)[0] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("share", "usual", "word", "scanned", "expected"),
    [
        pytest.param(0.98, 0.64, "suối", True, 0.97, id="a syllable of a scanned page that is likely only there"),
        pytest.param(0.97, 0.64, "suối", True, 0.97, id="as sure as that may be"),
        pytest.param(0.98, 0.65, "suối", True, 0.98, id="likely elsewhere"),
        pytest.param(0.98, 0.64, "suxi", True, 0.98, id="no syllable"),
        pytest.param(0.98, 0.64, "suối", False, 0.98, id="another page"),
    ],
)
def test_syllables_of_a_scanned_page(share: float, usual: float, word: str, scanned: bool, expected: float) -> None:
    one = repair(kind=Damage.TONE, usual=usual)._replace(word=word)
    assert sure(one, share, scanned=scanned)[0] == expected


@pytest.mark.parametrize(
    ("change", "shift", "held"),
    [
        pytest.param({}, 0.7, False, id="others of its page lost their tone as well"),
        pytest.param({"kind": Damage.LETTER}, 0.7, False, id="or a letter"),
        pytest.param({"kind": Damage.MARKS}, 0.7, True, id="marks are another matter"),
        pytest.param({"usual": 0.84}, 0.7, True, id="not sure enough"),
        pytest.param({}, 0.69, True, id="its page shows too few"),
        pytest.param({"either": False}, 0.0, False, id="nothing else may be meant"),
    ],
)
def test_what_may_be_meant(change: dict[str, Any], shift: float, held: bool) -> None:
    one = repair(kind=Damage.TONE, usual=0.85, either=True)._replace(**change)
    assert sure(one, 0.99, shift=shift) == ((0.97, 0.97, True) if held else (0.99, 1.0, False))
    low = one._replace(most=0.9)
    assert sure(low, 0.99, shift=shift) == (0.9, 0.9, held)


@pytest.mark.parametrize(
    ("usual", "confidence", "may"),
    [(ASKED, FORGOTTEN - 0.001, False), (ASKED, FORGOTTEN, True), (ASKED + 1e-6, 0.0, True)],
)
def test_what_may_become_likely(usual: float, confidence: float, may: bool) -> None:
    assert may_become_likely(repair(usual=usual, confidence=confidence)) == may


def test_what_a_repair_says_of_its_page() -> None:
    one = repair(7, confidence=0.25)
    assert proposal_of(one) == Proposal(7, one.cause, 0.25)


def test_repairs_of_one_judgement_are_weighed_once() -> None:
    same = signs()
    first, again, other = repair(3, signs=same), repair(9, signs=same), repair(5, signs=signs(lead=1.0))
    told = page(0.75)
    found = all_on_page(told, [first, again, other])
    assert {token: one.confidence for token, one in found.items()} == {3: 0.75, 9: 0.75, 5: 0.75}
    assert {token: one.token for token, one in found.items()} == {3: 3, 9: 9, 5: 5}
    assert [sorted(each.token for each in asked) for asked in told.asked] == [[3, 5]]
    told.own_count = lambda token, cause: token
    told.asked.clear()
    all_on_page(told, [first, again])
    assert [len(asked) for asked in told.asked] == [2]  # what the page counts of them differs
    assert all_on_page(told, []) == {}
