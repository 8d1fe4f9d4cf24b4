"""The shared scan must see every sign of the filters that ask it, or they would be silent on what they repair."""

from __future__ import annotations

import re
from unicodedata import combining, decomposition, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.charsets import cp1258_swapped
from vntextclean.filters import compose
from vntextclean.filters.invisibles.runs import INVISIBLE
from vntextclean.filters.lookalikes.doubles import ANY_DOUBLE
from vntextclean.filters.spacing.blanks import IS_ODD
from vntextclean.lm import kernel
from vntextclean.misreadings.marks_apart import detached_marks
from vntextclean.scanning.unusual import USUAL, unusual
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    "sign",
    [INVISIBLE, compose._LEFT_OVER, ANY_DOUBLE, cp1258_swapped._TELL, IS_ODD],
    ids=["invisibles", "compose", "lookalikes", "swapped", "spacing"],
)
def test_no_sign_is_usual(sign: re.Pattern[str]) -> None:
    assert not any(map(sign.search, USUAL))


@given(st.text("bđaêo \u0301\u0323\u0302\u031b\u1e43\u1e3f.\n", min_size=1))
def test_a_mark_that_stands_wrongly_is_seen_in_the_shared_scan(text: str) -> None:
    on_a_consonant, behind_a_space = cp1258_swapped._TELL, re.compile(f" [{detached_marks._COMBINING}]")
    for sign, pattern in ((cp1258_swapped._TELLING, on_a_consonant), (detached_marks._SPACED, behind_a_space)):
        found = pattern.search(text) is not None
        assert sign.may_be_in(TextState(text)) == found or (kernel.native is None and not found)


def test_usual_characters_are_composed() -> None:
    assert is_normalized("NFC", USUAL)


def test_unusual_characters_are_found() -> None:
    assert [unusual(TextState(text)) for text in ("a\u00a0b", "ab", "\u200ba")] == ["\u00a0", "", "\u200b"]


def test_what_compose_passes_is_composed_beside_anything() -> None:
    passed = {char for char in map(chr, range(0x30000)) if not compose._MAY_COMPOSE.search(char)}
    assert len(passed) > 30_000
    assert not any(combining(char) or not is_normalized("NFC", char) or compose._APART.search(char) for char in passed)
    parts = [decomposition(char).split() for char in map(chr, range(0x110000))]
    seconds = {chr(int(part[1], 16)) for part in parts if len(part) == 2 and not part[0].startswith("<")}
    assert not passed & seconds
