"""Words that lost a letter: asked by id or by spelling, the answer is that of the list of syllables."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.candidates import CandidateSearch
from vntextclean.filters.diacritics.damage import with_letter_back
from vntextclean.filters.diacritics.dropped_letters import DroppedLetters
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import forms

LETTERS = "".join(sorted({*"abcdeghiklmnopqrstuvxy", *(letter for letter in MARKED if letter.islower())}))
MODEL = Model.open()
BACK = DroppedLetters(MODEL, CandidateSearch(MODEL).legal)


def by_trying(damaged: str) -> set[str]:
    """Every letter tried at every place."""
    places = [(damaged[:i], damaged[i:]) for i in range(len(damaged) + 1)]
    return {head + letter + tail for head, tail in places for letter in LETTERS if head + letter + tail in forms()}


@given(st.sampled_from(sorted(forms())), st.integers(0, 6))
def test_a_lost_letter_is_found_as_by_trying_all(whole: str, place: int) -> None:
    damaged = whole[:place] + whole[place + 1 :]
    found = with_letter_back(damaged)
    assert set(found) == by_trying(damaged) and len(set(found)) == len(found)


@given(st.lists(st.integers(0, MODEL.size - 1), max_size=30))
def test_by_id_and_by_spelling_the_answers_agree(numbers: list[int]) -> None:
    places, found, left = BACK.of(np.array(numbers, np.int32))
    answers: dict[int, list[int]] = {place: [] for place in range(len(numbers))}
    for place, number in zip(places.tolist(), found.tolist(), strict=True):
        answers[place].append(number)
    for place, number in enumerate(numbers):
        if place not in left.tolist():
            assert answers[place] == BACK.of_spelling(MODEL.word(number)).tolist()


def test_a_word_whose_tone_the_scanner_moves_is_asked_by_its_spelling() -> None:
    number = MODEL.ids(["hòa"])
    assert BACK.of(number)[2].tolist() == [0]
    spelled = [MODEL.word(found) for found in BACK.of_spelling("hoà").tolist()]
    assert "hoàn" in spelled and "hoàn" not in map(MODEL.word, BACK.of_spelling("hòa").tolist())
