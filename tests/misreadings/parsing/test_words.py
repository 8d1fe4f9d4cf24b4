"""Words in what was read: a cell may hold a whole word, with a mark that stands on no vowel."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.misreadings.parsing.cells import Cell
from vntextclean.misreadings.parsing.words import words_of

WHOLE = "đ\u0301ưa"


def test_a_word_that_was_read_whole_goes_on_with_the_letters_beside_it() -> None:
    cells: list[Cell] = [(0, 6, (WHOLE,), True, False, False), (6, 8, ("n",), True, False, False)]
    assert [(word.start, word.end, word.options) for word in words_of(cells)] == [(0, 8, (WHOLE + "n",))]


@pytest.mark.parametrize("preset", ["lossless", "web"])
def test_a_mark_on_a_consonant_ends_no_run(preset: str) -> None:
    text = "Các con sẽ Ä\x91\u0301Æ°a»£c mẹ cho Ä\x91i chợ, cÃ¡c bÃ¡c cÅ©ng Ä\x91i lÃºc sá»›m"
    assert "các bác cũng đi lúc sớm" in Pipeline.from_preset(preset).run(text).text
