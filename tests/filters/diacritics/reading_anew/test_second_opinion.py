"""A second opinion makes what is nearly sure on a page that shows such damage, and never what a guard holds."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.reading_anew.second_opinion import SHOWN, weighed_anew
from vntextclean.filters.diacritics.search import repair_search
from vntextclean.lm.model import Model

TEXT = (
    "Hôm qua xã họp bàn việc làm cầu, việc xây trường, việc mở chợ. Mọi người đều nhất trí cao. Lúa đã chín vàng khắp "
    "cánh đồng. Bà con trong thôn rất vui vì đường đa làm xong, ai cũng cảm ơn. Ngày mai thợ sẽ đến đổ móng."
)


def doubted(text: str = TEXT) -> Repair:
    found = {repair.word: repair for repair in repair_search(Model.open()).first(Model.open().scan(text))}
    return found["đa"]._replace(confidence=0.93)


def made(repair: Repair, shift: float = 2.0, text: str = TEXT) -> list[str]:
    """What is sure enough to be made by a second opinion."""
    model = Model.open()
    weighed = weighed_anew(model.scan(text), model, [repair], lambda *_: shift, lambda each: each.confidence >= 0.98)
    return [each.rival for each in weighed if each.confidence >= 0.98]


def test_what_is_nearly_sure_is_made_where_the_page_shows_such_damage() -> None:
    assert made(doubted()) == ["đã"]
    assert made(doubted(), shift=SHOWN - 0.1) == []


@pytest.mark.parametrize("signs", [{"name": True}, {"upper": True}, {"length": 1}])
def test_names_capitals_and_lone_letters_are_not_weighed(signs: dict[str, bool | int]) -> None:
    repair = doubted()
    assert repair.signs is not None
    assert made(repair._replace(signs=Features(**{**repair.signs._asdict(), **signs}))) == []


def test_what_a_guard_holds_stays_a_suggestion() -> None:
    assert made(doubted()._replace(held=True)) == []


def test_an_unlikely_repair_is_not_weighed() -> None:
    assert made(doubted()._replace(confidence=0.5)) == []


def test_a_short_text_has_no_topic() -> None:
    text = TEXT.partition("đồng. ")[2]
    assert made(doubted(text), text=text) == []


def test_a_rival_that_does_not_lead_is_no_surer() -> None:
    repair = doubted()
    assert repair.signs is not None
    assert made(repair._replace(most=0.7, signs=repair.signs._replace(lead=0.3))) == []
