"""Which reading of a misread word is taken."""

from __future__ import annotations

import pytest

from vntextclean.filters.ocr_confusions.rank import ReadingRanker
from vntextclean.lm.model import Model


@pytest.fixture(scope="module")
def readings() -> ReadingRanker:
    return ReadingRanker(Model.open())


def best(readings: ReadingRanker, text: str, word: str, choices: list[str]) -> str | None:
    start = text.index(word)
    return readings.best(Model.open().scan(text), start, start + len(word), choices)


def test_a_reading_that_fits_its_sentence_is_taken(readings: ReadingRanker) -> None:
    assert best(readings, "Các xã tliực hiện tốt việc này.", "tliực", ["thực"]) == "thực"


def test_a_word_that_spans_several_tokens_is_weighed_as_one(readings: ReadingRanker) -> None:
    assert best(readings, "Tổng kinh phí là hai tr1ệu đồng.", "tr1ệu", ["triệu"]) == "triệu"


def test_of_two_readings_the_one_that_fits_is_taken(readings: ReadingRanker) -> None:
    assert best(readings, "Các xã tliực hiện tốt việc này.", "tliực", ["thức", "thực"]) == "thực"


@pytest.mark.parametrize("choices", [[], ["nghuếch"], ["xyz"]])
def test_rare_and_unknown_words_are_no_readings(readings: ReadingRanker, choices: list[str]) -> None:
    assert best(readings, "Các xã tliực hiện tốt việc này.", "tliực", choices) is None


def test_a_known_word_has_no_other_reading(readings: ReadingRanker) -> None:
    assert best(readings, "Các xã thực hiện tốt việc này.", "thực", ["thức"]) is None


def test_a_reading_that_does_not_fit_is_left(readings: ReadingRanker) -> None:
    assert best(readings, "Ông Phorn Chai ở Bangkok mua vé.", "Phorn", ["phom"]) is None
