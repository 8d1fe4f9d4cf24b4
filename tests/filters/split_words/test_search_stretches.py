"""Which stretches make a word when joined, and where letters are spaced out."""

from __future__ import annotations

import pytest

from vntextclean.filters.split_words.search import SplitSearch
from vntextclean.lm.model import Model

MODEL = Model.open()
SEARCH = SplitSearch(MODEL)


def word(number: int) -> str:
    return MODEL.word(number)


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("ra T H Ô N G", ["T H Ô N G"]),
        ("ra T H Ô N", []),  # four letters
        ("T H Ô N G ra S Ử D Ụ N G", ["T H Ô N G", "S Ử D Ụ N G"]),
        ("T H Ô ra N G A", []),
        ("T H Ô N ra G A", []),
        ("THÔNG", []),
        ("T H Ô NG A", []),
        ("T H Ô N G xa T", ["T H Ô N G"]),
        ("xa T. H. Ô. N. G", ["T. H. Ô. N. G"]),
        ("", []),
        ("T H Ô N G A", ["T H Ô N G A"]),
    ],
)
def test_five_letters_in_a_row(text: str, spaced: list[str]) -> None:
    assert [text[start:end] for start, end in SEARCH.spaced_letters(MODEL.scan(text))] == spaced


@pytest.mark.parametrize(
    ("text", "first", "last", "joined"),
    [
        pytest.param("ở n ước ta", 1, 2, "nước", id="a word"),
        pytest.param("ở n ướcc ta", 1, 2, None, id="no word"),
        pytest.param("ở n  ước ta", 1, 2, None, id="two spaces"),
        pytest.param("ở n-ước ta", 1, 2, None, id="no space"),
        pytest.param("ở th ươ ng ta", 1, 3, "thương", id="three pieces"),
        pytest.param("ở th ươ ng ta", 1, 2, None, id="two of three"),
        pytest.param("ở N ước ta", 1, 2, "Nước", id="a name in the sentence"),
        pytest.param("N ước ta", 0, 1, "nước", id="the first word of a sentence"),
        pytest.param("ở N ƯỚC ta", 1, 2, "nước", id="capitals"),
        pytest.param("ở n ƯỚC ta", 1, 2, None, id="mixed"),
        pytest.param("ở c on ta", 1, 2, "con", id="without marks"),
    ],
)
def test_stretches_that_are_words(text: str, first: int, last: int, joined: str | None) -> None:
    found = SEARCH.stretches(MODEL.scan(text), [(first, last)])
    lower = None if joined is None else int(MODEL.ids([joined.lower()])[0])
    if lower is not None and joined is not None and joined[0].isupper():
        lower = int(MODEL.title_of[lower])
        assert lower != int(MODEL.ids(["nước"])[0])
    assert [(one.first, one.last, one.id) for one in found] == ([] if lower is None else [(first, last, lower)])
    for one in found:
        assert one.pieces == tuple(text.split()[first : last + 1])


def test_stretches_are_in_order_and_each_is_told() -> None:
    text = "ở n ước và n ước và tr ời"
    found = SEARCH.stretches(MODEL.scan(text), [(7, 8), (4, 5), (1, 2)])
    assert [(one.first, word(one.id)) for one in found] == [(1, "nước"), (4, "nước"), (7, "trời")]


@pytest.mark.parametrize(
    ("spelled", "known"),
    [
        ("nước", "nước"), ("NƯỚC", "nước"), ("Nước", "nước"), ("nƯớc", None), ("nướcc", None), ("hoà", "hòa"),
        ("hòa", "hòa"), ("", None),
    ],
)  # fmt: skip
def test_a_syllable_worth_joining_to(spelled: str, known: str | None) -> None:
    number = SEARCH.syllable(spelled)
    assert (None if number is None else word(number)) == known


def test_the_model_that_is_asked() -> None:
    assert SEARCH.model is MODEL
