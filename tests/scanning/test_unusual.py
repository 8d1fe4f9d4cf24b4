"""The shared scan must see every sign of the filters that ask it, or they would be silent on what they repair."""

from __future__ import annotations

import re
from unicodedata import is_normalized

import pytest

from vntextclean.charsets import cp1258_swapped
from vntextclean.filters import compose, invisibles, lookalikes
from vntextclean.filters.spacing import filter as spacing
from vntextclean.scanning.unusual import USUAL, unusual
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    "sign",
    [invisibles._ANY, compose._LEFT_OVER, lookalikes._ANY, cp1258_swapped._TELL, spacing._IS_ODD],
    ids=["invisibles", "compose", "lookalikes", "swapped", "spacing"],
)
def test_no_sign_is_usual(sign: re.Pattern[str]) -> None:
    assert not any(map(sign.search, USUAL))


def test_usual_characters_are_composed() -> None:
    assert is_normalized("NFC", USUAL)


def test_unusual_characters_are_found() -> None:
    assert [unusual(TextState(text)) for text in ("a\u00a0b", "ab", "\u200ba")] == ["\u00a0", "", "\u200b"]
