"""Lines that no table made are told without reading them, and none that a table may have made is among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.misreadings.parsing.hopeless_lines import Hopeless
from vntextclean.misreadings.parsing.long_lines import readings_of_any
from vntextclean.misreadings.parsing.losses import losses_of
from vntextclean.misreadings.parsing.rows import row_of
from vntextclean.misreadings.tables.code_pages import NAMES

SOUND = "bà con họp chợ ở bến đò cũ, ông lái chờ khách đã ba giờ, trẻ nhỏ tắm sông và hát".split(" ")
#: Two words in a hundred of a page are seen as these.
SEEN = [
    "cá»§a",
    "há»™i",
    "TÃ¡i",
    "nhÃ",
    "má»i",
    "Ä‘á»\x81u",
    "chÃ\xa0o",
    "kh√¥ng",
    "Ti├¬n",
    "сб»§a",
    "Ghi",
    "«quá»",
    "â",
    "đi?",
]
#: Leading bytes, following bytes, and what stands between, by several tables.
CHARACTERS = "aăâbđéêìòôơưÃÄÆáâ»º¡ ‘ƒ?«\x81\x9d\u00ad\u00a0\u200b\ufffd√├┐ГЎ"


def is_sound(text: str) -> bool:
    """Whether no reading of a line is one that anything is made of."""
    losses = losses_of(text)
    found = readings_of_any(row_of(text), losses, NAMES)
    return not found or (found[0].score < 1.0 and not found[0].is_proven)


@pytest.mark.parametrize("seen", SEEN[:3])
def test_a_line_with_one_damaged_word_among_many_is_not_read(seen: str) -> None:
    text = " ".join([*SOUND, seen, *SOUND])
    assert text in Hopeless(losses_of(text))
    assert is_sound(text)


@pytest.mark.parametrize("page", [page for page in NAMES if page != "bpe"])
def test_a_line_that_a_table_made_is_read(page: str) -> None:
    text = " ".join(SOUND).encode().decode(page, "replace")
    assert text not in Hopeless(losses_of(text))


@pytest.mark.parametrize("page", ["cp1252", "mac-roman", "cp1258"])
def test_a_line_that_two_tables_made_is_read(page: str) -> None:
    text = " ".join(SOUND).encode().decode(page, "ignore").encode().decode("cp1252", "ignore")
    assert text not in Hopeless(losses_of(text))


@given(words=st.lists(st.sampled_from([*SOUND, *SEEN, *SEEN]), min_size=1, max_size=24))
def test_of_a_hopeless_line_nothing_is_proven(words: list[str]) -> None:
    text = " ".join(words)
    if text in Hopeless(losses_of(text)):
        assert is_sound(text)


@given(letters=st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=40))
def test_of_characters_at_random_nothing_is_proven_where_there_is_no_hope(letters: list[str]) -> None:
    text = "".join(letters)
    if text in Hopeless(losses_of(text)):
        assert is_sound(text)
