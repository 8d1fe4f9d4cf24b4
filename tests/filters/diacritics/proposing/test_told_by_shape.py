"""Words whose letters tell what was meant, and how much the sentence must ask for it."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.filters.diacritics.proposing.told_by_shape import LEAST_GAIN, LEAST_OF_ONSET, ToldByShape
from vntextclean.lm.model import Model

MODEL = Model.open()


def slips(text: str) -> list[Slip]:
    """What the letters of the words of a text tell, each of no other word likelier than what it is."""
    scan = MODEL.scan(text)
    return MODEL.derived(ToldByShape).slips(scan, [], MODEL.derived(CandidateSearch).odd(scan))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Con meèo nằm", [("mèo", LEAST_GAIN, Damage.EXTRA_LETTER)]),  # a key that the input method did not take back
        ("dđi chợ", [("đi", LEAST_GAIN, Damage.EXTRA_LETTER)]),
        ("một nghành nghề", [("ngành", LEAST_OF_ONSET, Damage.EXTRA_LETTER)]),
        ("đường nghoằn", [("ngoằn", LEAST_OF_ONSET, Damage.EXTRA_LETTER)]),
        ("khôgn biết", [("không", LEAST_GAIN, Damage.EXCHANGED)]),
        ("nghoéo tay", []),  # "ngoéo" is too rare a word to be told by its letters
        ("bà Meèo kể", []),  # a name
        ("con mèo nằm nghỉ", []),
        ("cái xyz", []),
    ],
)
def test_what_letters_tell(text: str, told: list[tuple[str, float, Damage]]) -> None:
    found = slips(text)
    assert [(slip.meant, slip.gain, slip.kind) for slip in found] == told


def test_three_words_with_a_key_twice_are_how_a_text_was_typed() -> None:
    """Then the words beside them say little of them, for they are no syllables either."""
    two = slips("con meèo dđi rồi con meèo dđi về")
    three = slips("con meèo dđi chchơi")
    assert [slip.meant for slip in two] == ["mèo", "đi"] * 2
    assert {slip.gain for slip in two} == {LEAST_GAIN}
    assert [slip.meant for slip in three] == ["mèo", "đi", "chơi"]
    assert all(slip.gain < LEAST_OF_ONSET for slip in three)
