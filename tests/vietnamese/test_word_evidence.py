"""The words of a text as they are counted for its language."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.word_evidence import words_in

CHARACTERS = "aàĐ ệ\n\t\u00a0\u3000\u0301.,-_'2²½Ⅳ٣字ª\u200b\x1c\ufffd𝐚"


@given(st.text(CHARACTERS) | st.text())
def test_words_are_the_runs_of_letters(text: str) -> None:
    assert words_in(text) == re.findall(r"[^\W\d_]+", text)
