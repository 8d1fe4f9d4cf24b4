"""What once cost the square of a text's length costs its length: texts of ``benchmarks/speed/adversarial.py``.

The whole table runs in a job of its own (``just linear``); here is what was quadratic once.
"""

from __future__ import annotations

from functools import cache

import pytest
from benchmarks.speed.adversarial import ENOUGH, MOST, PIECES, RUNS, Run, growth, seconds

SIZE = 4000
ONCE_QUADRATIC = (
    ("tabs", "web"),
    ("no-break spaces", "web"),
    ("numbers and words", "web"),
    ("numbers and words", "forum"),
    ("bare phrases", "web"),
    ("letter-spaced", "web"),
    ("letter-spaced", "ocr"),
    ("a page in pieces", "ocr"),
    ("lines of one run-on", "web"),
    ("a word of tones on consonants", "web"),
    ("commas", "web"),
    ("bytes at random", "web"),
    ("words without a space", "web"),
    ("letters below their lines", "ocr"),
    ("letters below other lines", "ocr"),
    ("many letters below long lines", "ocr"),
    ("halves of compounds", "web"),
    ("closing quotation marks", "web"),
    ("references", "lossless"),
    ("two scripts", "web"),
    ("solid letters", "ocr"),
    ("off and on", "web"),
    ("syllables at random, cut before their tones", "ocr"),
    ("syllables at random in pieces", "web"),
    ("next lines", "web"),
    ("a styled letter before a long word", "web"),
    ("marks behind and beside their letters", "lossless"),
    ("foreign quotations", "web"),
    ("dots", "restore"),
    ("hashtags", "restore"),
    ("references", "restore"),
    ("broken references", "restore"),
)


@cache
def run(name: str) -> Run:
    return RUNS[name]()


@pytest.mark.parametrize(("piece", "name"), ONCE_QUADRATIC)
def test_twice_the_text_takes_twice_the_time(piece: str, name: str) -> None:
    size = SIZE
    while seconds(run(name), made(piece, size)) < ENOUGH / 2 and size < 8 * SIZE:
        size *= 2
    ratio, _ = growth(run(name), PIECES[piece], size)
    if ratio > MOST:  # by chance at this size, or beside other work; what grows does so at any
        ratio = min(growth(run(name), PIECES[piece], each)[0] for each in (size * 3 // 2, 2 * size))
    assert ratio <= MOST, f"{size} -> {4 * size} characters"


#: So many times the processor time of sound text a text may take that took 600 to 1 800 times as long.
TIMES = 80


@pytest.mark.parametrize("name", ["web", "forum", "ocr"])
@pytest.mark.parametrize(
    "piece",
    ["syllables at random", "damaged syllables at random", "syllables at random behind commas"],
)
def test_what_is_no_language_takes_little_longer_than_sound_text(piece: str, name: str) -> None:
    assert cost(piece, name) <= TIMES * cost("sound text", name)


@pytest.mark.parametrize(
    ("piece", "name", "times"),
    [
        ("syllables at random in pairs", "web", 500),  # took 2 000 times as long as sound text
        ("syllables at random, cut before their tones", "ocr", 2000),  # 20 000 times
        ("run-ons beside each other", "web", 1000),  # 2 000 times
        ("commas", "web", 300),  # 600 times
        ("words in no order, half of them bare", "web", 100),  # 2 000 times
        ("damaged words in no order", "web", 500),  # 2 000 times
        ("syllables at random in pieces", "web", 400),  # 600 times
        (
            "brackets of pictures",
            "markdown",
            1200,
        ),  # 1 400 times; 920 by the oldest parser that we ask for, 460 by the newest
    ],
)
def test_what_is_not_repaired_is_given_up_soon(piece: str, name: str, times: int) -> None:
    assert cost(piece, name) <= times * cost("sound text", "web")


def cost(piece: str, name: str) -> float:
    text = made(piece, 2 * SIZE)
    return min(seconds(run(name), text) for _ in range(4))


def made(piece: str, size: int) -> str:
    """The piece again and again, to so many characters."""
    return (PIECES[piece] * (size // len(PIECES[piece]) + 1))[:size]
