"""What is found to be hopeless early is so in the end: no repair of such a text is made or shown."""

from __future__ import annotations

import random

import pytest

from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import OF_HANDS, Repair, all_on_page, proposal_of
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.first_page import HOPELESS, NEVER_BY_HANDS, FirstPage, are_hopeless
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

SCAN = Model.open().scan("Chiều qua bầy vịt lại lội ra giữa đầm tìm ốc. " * 8)
#: Doubtful words, kept, and damaged ones.
KEPT = "Thằng Tẹo xách giỏ ra bãi sú bắt còng, chiều gió nồm thổi lên rát mặt, mạ nó đứng gọi í ới bên kia rạch."
LOST = "Xóm Đầm đã thực hiên xong việc nạo vét kênh trước mùa mưa."


def of_few(share: float) -> bool:
    repair = Repair(3, "vịt", "việt", Damage.LETTER, 0.0, Cause.LETTER)
    return FirstPage(SCAN, lambda _: False).are_hopeless([repair], [share])


def test_unlikely_repairs_are_hopeless_and_likely_ones_are_not() -> None:
    assert of_few(0.001)
    assert not of_few(0.1)
    assert not of_few(0.5)


def test_what_would_be_made_is_not_hopeless() -> None:
    repair = Repair(3, "vịt", "việt", Damage.LETTER, 0.0, Cause.LETTER)
    assert not FirstPage(SCAN, lambda found: found.confidence > 0).are_hopeless([repair], [0.001])
    assert not FirstPage(SCAN).are_hopeless([repair], [0.001])


def test_no_bound_makes_a_hopeless_repair_worth_a_look() -> None:
    draw, spared = random.Random(11), 0
    for _ in range(800):
        found, shares = [], []
        for token in sorted(draw.sample(range(len(SCAN)), draw.randint(1, 6))):
            kind, cause, share = draw.choice([*Damage]), draw.choice([*Cause]), draw.random() ** 6
            meant = Repair(token, "vịt", "việt", kind, share, cause, draw.random(), share, either=draw.random() < 0.3)
            found.append(meant)
            shares.append(share)
        first = FirstPage(SCAN, lambda repair: repair.confidence >= 0.9)
        if first.are_hopeless(found, shares):
            page = first.rates_of(found)
            assert not page.is_damaged
            assert are_hopeless(page, all_on_page(page, found).values(), lambda repair: repair.confidence >= 0.9)
            spared += 1
    assert spared > 100


def test_what_may_be_made_is_told_without_weighing_each() -> None:
    """On pages with little and with much damage, of which some repairs are proposals themselves."""
    draw, never = random.Random(5), 0
    for _ in range(120):
        shown = [
            Proposal(token, draw.choice([*Cause]), draw.random())
            for token in sorted(draw.sample(range(len(SCAN)), draw.choice((0, 1, 5, 40))))
        ]
        page = PageRates(len(SCAN), shown)
        found = [
            Repair(
                token,
                "vịt",
                "việt",
                draw.choice([*Damage]),
                draw.random() ** 5,
                draw.choice([*Cause]),
                either=not token,
            )
            for token in range(len(SCAN))
        ]
        least = [NEVER_BY_HANDS if one.kind in OF_HANDS else HOPELESS for one in found]
        sure = [page.confidence(proposal_of(one)) for one in found]
        expected = [one.either or share >= needed for one, share, needed in zip(found, sure, least, strict=True)]
        assert FirstPage(SCAN, rates=page).may_make(found) == expected
        never += expected.count(False)
    assert never > 1000


@pytest.mark.parametrize(("text", "is_repaired"), [(KEPT, False), (LOST, True)])
def test_a_text_comes_out_as_if_nothing_were_spared(
    text: str, is_repaired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Diacritics(Settings()).edits(TextState(text))
    monkeypatch.setattr(FirstPage, "are_hopeless", lambda *_: False)
    assert Diacritics(Settings()).edits(TextState(text)) == found
    assert any(edit.confidence >= 0.9 for edit in found) is is_repaired
