"""A page that an engine read: all its words are read at once, and no other page is read so."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import UNAIDED, UNAIDED_MOST, Repair, on_page, proposal_of
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.channel import LEAST, likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.reading_anew.scanned_page import (
    IN_PIECES,
    LEAST_COST,
    LOST,
    MOST,
    OTHER_CASE,
    RATES,
    PageReader,
    Reading,
)
from vntextclean.filters.diacritics.search import repair_search
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import bare, toneless

LINE = "Nước lũ lên nhanh trong đêm, dân làng phải kéo nhau lên đồi. "
#: Two misread words that only their neighbours, read as well, tell: "vận đê" is "vấn đề".
DAMAGED = "Hội nghị bàn nhiều vận đê về rừng. Ai cũng thẫy cần giữ rừng đầu nguồn."


def scanned(words: int) -> PageRates:
    return PageRates(words, [Proposal(number, Cause.MISREAD, 0.99) for number in range(0, words, 10)])


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


@pytest.fixture(scope="module")
def reader(model: Model) -> PageReader:
    return model.derived(repair_search).reader


def read(reader: PageReader, model: Model, text: str) -> dict[str, str]:
    scan = model.scan(text)
    found = reader.readings(scan, scanned(len(scan)))
    return {text[scan.starts[r.token] : scan.ends[r.token]]: model.word(r.meant) for r in found}


def test_damaged_neighbours_are_read_together(reader: PageReader, model: Model) -> None:
    assert read(reader, model, DAMAGED) == {"vận": "vấn", "đê": "đề", "thẫy": "thấy"}


def test_sound_text_is_read_as_it_stands(reader: PageReader, model: Model) -> None:
    assert read(reader, model, LINE * 4) == {}


def test_text_in_pieces_is_left_alone(reader: PageReader, model: Model) -> None:
    text = DAMAGED + " n h th c kh" * 4
    scan = model.scan(text)
    assert IN_PIECES * len(scan) < 3 * 4
    assert read(reader, model, text) == {}


def test_only_misread_words_make_a_scan() -> None:
    assert scanned(300).is_scanned
    assert not PageRates(300, [Proposal(number, Cause.TONE, 0.99) for number in range(0, 300, 10)]).is_scanned
    assert not PageRates(300, [Proposal(5, Cause.MISREAD, 0.99)]).is_scanned


def test_a_reading_is_surer_where_the_search_by_word_agrees() -> None:
    reading = Reading(0, 1, 0.995)
    assert reading.confidence(agrees=False, illegal=False) < reading.confidence(agrees=True, illegal=False) < 1


def test_a_scan_alone_does_not_replace_a_syllable() -> None:
    page = scanned(300)
    unlikely = Repair(5, "đáo", "đạo", Damage.WRONG_TONE, 0.5, Cause.MISREAD, 1.0, 0.5)
    assert page.confidence(proposal_of(unlikely)) > 0.98
    assert on_page(page, unlikely).confidence == UNAIDED_MOST
    assert on_page(page, unlikely._replace(usual=UNAIDED)).confidence > 0.98
    assert on_page(page, unlikely._replace(word="đảol")).confidence > 0.98
    tones = PageRates(300, [Proposal(number, Cause.TONE, 0.99) for number in range(0, 300, 10)])
    lost = unlikely._replace(word="đao", kind=Damage.TONE, cause=Cause.TONE)
    assert on_page(tones, lost).confidence > 0.98


@pytest.mark.parametrize("text", [DAMAGED, "Chị Lan ở Hả Nội. Anh Thàhn vế Hués, gặp bà Sxm và 12 ngưoi.", "12 34", ""])
def test_the_columns_of_a_page_are_those_of_each_word(reader: PageReader, model: Model, text: str) -> None:
    scan, page = model.scan(text), scanned(300)
    ids, weight, free = reader._columns(scan, page)
    assert [scan.word(token) for token in free] == [word for word in map(scan.word, range(len(scan))) if word.isalpha()]
    for token in free.tolist():
        word, named = model.spelled(scan, token), bool(scan.names[token])
        asked = [(word, int(scan.lower[token]), int(scan.bare[token]))]
        (numbers,) = model.derived(repair_search).candidates.other_syllables(asked)
        costs = {number: _cost(word, model.word(number), page) for number in numbers}
        best = sorted(numbers, key=lambda number: -(costs[number] + float(model.log_prob[number])))[:MOST]
        expected = []
        for number in best:
            asked_for = int(model.title_of[number]) if named else number
            expected.append((asked_for, costs[number]))
            if asked_for != number:
                expected.append((number, costs[number] - OTHER_CASE))
        place = scan.at[token]
        if named and ids[place, 0] != scan.lower[token] and model.words[scan.lower[token]] == word:
            expected.append((int(scan.lower[token]), -OTHER_CASE))
        found = [*zip(ids[place, 1:].tolist(), weight[place, 1:].tolist(), strict=True)]
        assert found[: len(expected)] == [(number, float(np.float32(cost))) for number, cost in expected]
        assert not any(number for number, _ in found[len(expected) :])


def _cost(written: str, meant: str, page: PageRates) -> float:
    slip, misread = likelihood(written, meant)
    lost, cause = LEAST, Cause.TONE
    if written == toneless(meant):
        lost = LOST
    elif written == bare(meant):
        lost, cause = LOST, Cause.MARKS
    elif written in {meant[:at] + meant[at + 1 :] for at in range(len(meant))}:
        lost, cause = LOST, Cause.LETTER
    ways = (slip, Cause.SLIP), (misread, Cause.MISREAD), (lost, cause)
    return min(max(cost + RATES * page.shift(why) for cost, why in ways), LEAST_COST)
