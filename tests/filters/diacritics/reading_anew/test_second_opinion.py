"""A second opinion makes what is nearly sure on a page that shows losses, and never what says that it is meant."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.best_rivals import weighed as by_channel_too
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.detect import DOUBT_OF_DAMAGED, Reach
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Settled, readings
from vntextclean.filters.diacritics.reading_anew.second_opinion import (
    SHOWN,
    WIDTH,
    as_rows,
    is_weighed,
    weighed_anew,
)
from vntextclean.filters.diacritics.search import repair_search
from vntextclean.lm.model import Model

TEXT = (
    "Hôm qua xã họp bàn việc làm cầu, việc xây trường, việc mở chợ. Mọi người đều nhất trí cao. Lúa đã chín vàng khắp "
    "cánh đồng. Bà con trong thôn rất vui vì đường đa làm xong, ai cũng cảm ơn. Ngày mai thợ sẽ đến đổ móng."
)


def doubted(text: str = TEXT, word: str = "đa", confidence: float = 0.93) -> Repair:
    found = {repair.word: repair for repair in repair_search(Model.open()).first(Model.open().scan(text))}
    return found[word]._replace(confidence=confidence)


def settled(repair: Repair, lost: int = 8, text: str = TEXT, cause: Cause = Cause.TONE) -> Settled:
    """A text with one open repair, where so many other words were damaged so."""
    search, scan = repair_search(Model.open()), Model.open().scan(text)
    page = PageRates(len(scan), [Proposal(len(scan) - 1 - number, cause, 0.99) for number in range(lost)])
    ids = search.candidates.padded(scan)
    return Settled(search, scan, page, scan.lower, ids, Reach(DOUBT_OF_DAMAGED, True), (), {repair.token: repair})


def made(repair: Repair, lost: int = 8, text: str = TEXT, cause: Cause = Cause.TONE) -> list[str]:
    """What is sure enough to be made by a second opinion."""
    weighed = weighed_anew(settled(repair, lost, text, cause), lambda each: each.confidence >= 0.98)
    return [each.rival for each in weighed if each.confidence >= 0.98]


def test_what_is_nearly_sure_is_made_where_the_page_shows_such_damage() -> None:
    assert made(doubted()) == ["đã"]
    assert made(doubted(), lost=0) == []


@pytest.mark.parametrize(("kind", "is_asked"), [(Damage.LETTER, True), (Damage.MARKS, True), (Damage.TONE, False)])
def test_lost_letters_and_marks_are_weighed_where_few_losses_show(kind: Damage, is_asked: bool) -> None:
    repair = doubted()._replace(kind=kind)
    case = settled(repair)
    page = PageRates(len(case.scan), [Proposal(len(case.scan) - 1, Cause.LETTER, 0.3)])
    assert 0 < page.shift_of_losses(repair.token) < SHOWN
    assert is_weighed(case._replace(page=page), repair) is is_asked


def test_lost_letters_are_not_weighed_where_no_loss_shows() -> None:
    repair = doubted()._replace(kind=Damage.LETTER)
    case = settled(repair, lost=0)
    assert case.page.shift_of_losses(repair.token) < 0
    assert not is_weighed(case, repair)


@pytest.mark.parametrize("signs", [{"upper": True}, {"length": 1}])
def test_capitals_and_lone_letters_are_not_weighed(signs: dict[str, bool | int]) -> None:
    repair = doubted()
    assert repair.signs is not None
    assert made(repair._replace(signs=Features(**{**repair.signs._asdict(), **signs}))) == []


def test_what_says_that_it_is_meant_stays_a_suggestion() -> None:
    assert made(doubted()._replace(meant=True)) == []


def test_an_unlikely_repair_is_not_weighed() -> None:
    assert made(doubted(confidence=0.05)) == []


def test_a_short_text_has_no_topic() -> None:
    text = TEXT.partition("đồng. ")[2]
    assert made(doubted(text), text=text) == []


def test_the_net_tells_words_of_the_same_letters_apart() -> None:
    (read,) = readings(settled(doubted()), [doubted()])
    assert read.repair.rival == "đã"
    assert read.repair.kind is Damage.TONE
    assert not read.changed
    assert read.knows
    assert read.over_own > 0
    assert -2 < read.share <= 0


def test_what_lost_a_letter_is_told_among_the_words_that_have_it() -> None:
    text = TEXT.replace("rất vui vì", "rất vui vi")
    repair = doubted(text, "vi")
    (read,) = readings(settled(repair, text=text), [repair])
    assert read.repair.rival == "vì"
    assert read.lead > 0


def test_all_numbers_of_a_row_are_finite() -> None:
    case = settled(doubted())
    rows = as_rows(case, readings(case, [doubted()]))
    assert rows.shape == (1, WIDTH)
    assert np.isfinite(rows).all()


def test_candidates_are_read_together_as_one_by_one() -> None:
    """Each with its gain, what the channel says of it and its kind, in the order of the search."""
    search, scan = (
        repair_search(Model.open()),
        Model.open().scan(TEXT.replace("vàng", "vng").replace("trường", "trưng")),
    )
    suspects = search.candidates.search(scan, search.candidates.padded(scan))
    together = search.all_proposed(scan, suspects, scan.lower)
    assert sum(map(len, together.values())) > 5
    for each in suspects:
        weighed = by_channel_too(search.model, scan, each)
        alone = [
            (number, gain, proposed)
            for number, gain in zip(weighed.candidates.tolist(), weighed.gains.tolist(), strict=True)
            if (proposed := search.proposed(scan, each.token, search.model.word(number), scan.lower)) is not None
        ]
        assert together.get(each.token, []) == alone
