"""How sure a page makes a repair, at each border, with what the page says given."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.filters.diacritics.evidence import repair as module
from vntextclean.filters.diacritics.evidence.page_rates import Proposal
from vntextclean.filters.diacritics.evidence.repair import (
    Repair,
    all_on_page,
    may_become_likely,
    on_page,
    proposal_of,
)
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage


def repair(token: int = 5, **change: Any) -> Repair:
    return Repair(token, "đáo", "đạo", Damage.WRONG_TONE, 0.5, Cause.SLIP, usual=0.7)._replace(**change)


class Page:
    """A page that says what is given, and keeps what it was asked."""

    def __init__(self, share: float = 0.99, *, scanned: bool = False, shift: float = 0.0) -> None:
        self.share, self.is_scanned, self.shift = share, scanned, shift
        self.asked: list[Proposal] = []

    def confidence(self, proposal: Proposal) -> float:
        self.asked.append(proposal)
        return self.share

    def confidences(self, proposals: list[Proposal]) -> list[float]:
        return [self.confidence(each) for each in proposals]

    def shift_beside(self, token: int, cause: Cause) -> float:
        return self.shift + 100 * (token != 5)

    def own_count(self, token: int, cause: Cause) -> float:
        return float(token > 100)


def judged(page: Page, one: Repair) -> Repair:
    given: Any = page
    return on_page(given, one)


@pytest.mark.parametrize(
    ("usual", "confidence", "likely"),
    [
        pytest.param(0.005, 0.0199, False, id="neither"),
        pytest.param(0.0051, 0.0, True, id="in a usual text"),
        pytest.param(0.0, 0.02, True, id="on its page"),
        pytest.param(0.0051, 0.02, True, id="both"),
    ],
)
def test_what_may_become_likely(usual: float, confidence: float, likely: bool) -> None:
    assert may_become_likely(repair(usual=usual, confidence=confidence)) is likely


def test_what_a_repair_says_of_its_page() -> None:
    assert proposal_of(repair(3, cause=Cause.TONE, confidence=0.25)) == Proposal(3, Cause.TONE, 0.25)


def raised(share: float) -> float:
    """Eight tenths of a nat more."""
    return 1 / (1 + math.exp(-(math.log(share / (1 - share)) + 0.8)))


@pytest.mark.parametrize(
    ("change", "is_raised"),
    [
        pytest.param({"kind": Damage.SOUND}, True, id="a sound"),
        pytest.param({"kind": Damage.OTHER_LETTER}, True, id="another letter"),
        pytest.param({"kind": Damage.EXTRA_LETTER}, True, id="a letter too many"),
        pytest.param({"kind": Damage.WRONG_TONE}, False, id="a tone"),
        pytest.param({"kind": Damage.EXCHANGED}, False, id="letters exchanged"),
        pytest.param({"kind": Damage.SOUND, "usual": 0.919}, False, id="not as clear"),
        pytest.param({"kind": Damage.SOUND, "most": 0.99969}, False, id="another candidate comes near"),
    ],
)
def test_slips_of_hands_that_are_clear(change: dict[str, Any], is_raised: bool) -> None:
    found = judged(Page(0.9), repair(usual=0.92, most=0.9997)._replace(**change))
    assert found.confidence == pytest.approx(raised(0.9) if is_raised else 0.9, rel=1e-9)


@pytest.mark.parametrize(
    ("share", "scanned", "change", "confidence"),
    [
        pytest.param(0.98, True, {"usual": 0.649}, 0.97, id="a syllable that would stay in a usual text"),
        pytest.param(0.971, True, {"usual": 0.649}, 0.97, id="little surer"),
        pytest.param(0.969, True, {"usual": 0.649}, 0.969, id="only suggested as it is"),
        pytest.param(0.98, True, {"usual": 0.65}, 0.98, id="replaced in a usual text"),
        pytest.param(0.98, False, {"usual": 0.649}, 0.98, id="no scan"),
        pytest.param(0.98, True, {"usual": 0.649, "word": "đxo"}, 0.98, id="no syllable"),
        pytest.param(0.98, False, {"most": 0.9}, 0.9, id="its bound"),
    ],
)
def test_a_scan_alone_replaces_no_syllable(
    share: float, scanned: bool, change: dict[str, Any], confidence: float
) -> None:
    one = repair()._replace(**change)
    assert judged(Page(share, scanned=scanned), one) == one._replace(confidence=confidence)


@pytest.mark.parametrize(
    ("change", "shift", "lost"),
    [
        pytest.param({}, 0.7, True, id="a tone, sure in a usual text, on a page that lost tones"),
        pytest.param({"kind": Damage.LETTER}, 0.7, True, id="a letter"),
        pytest.param({"kind": Damage.SHAPE}, 0.7, False, id="a shape"),
        pytest.param({"usual": 0.849}, 0.7, False, id="not sure enough"),
        pytest.param({}, 0.69, False, id="the page lost too few"),
    ],
)
def test_what_may_be_meant_is_suggested_but_where_its_page_lost_such(
    change: dict[str, Any], shift: float, lost: bool
) -> None:
    one = repair(either=True, kind=Damage.TONE, usual=0.85)._replace(**change)
    kept = {} if lost else {"most": 0.97, "held": True}
    assert judged(Page(0.99, shift=shift), one) == one._replace(confidence=0.99 if lost else 0.97, **kept)


def test_what_may_be_meant_is_bound_twice() -> None:
    either = repair(either=True, kind=Damage.SHAPE, most=0.9)
    assert judged(Page(0.99), either) == either._replace(confidence=0.9, most=0.9, held=True)
    assert judged(Page(0.4), either) == either._replace(confidence=0.4, most=0.9, held=True)


def test_repairs_of_one_judgement_are_weighed_once() -> None:
    page = Page(0.6)
    sign: Any = SimpleNamespace()
    first, second, far = (repair(token, signs=sign) for token in (5, 9, 120))
    alone = repair(7, confidence=0.3)
    given: Any = page
    found = all_on_page(given, [first, second, alone, far])
    assert found == {each.token: each._replace(confidence=0.6) for each in (first, second, alone, far)}
    assert sorted(each.token for each in page.asked) == [5, 7, 120]
    assert [*found] == [5, 9, 7, 120]


def test_a_repair_by_itself_is_not_bound() -> None:
    assert Repair(1, "a", "b", Damage.TONE, 0.5, Cause.TONE)[6:] == (1.0, 0.0, None, False, False, False)


def test_the_shares_below_which_nothing_is_asked() -> None:
    assert (module.ASKED, module.LEAST_SIGN, module.LED, module.FORGOTTEN) == (0.005, 0.0005, 0.9997, 0.02)
