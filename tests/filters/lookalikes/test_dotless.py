"""A dotless i, what stands behind a word with a double, and texts whose eth is the capital of their ñ."""

from __future__ import annotations

import pytest

from vntextclean.filters.lookalikes.doubles import in_latin, kind_of
from vntextclean.filters.lookalikes.guards import allows, eth_is_capital
from vntextclean.filters.lookalikes.line import Line


def _allowed(text: str, at: int = 0) -> bool:
    line = Line(text, quoted=False)
    word = next(word for word in line.words if word.start() == at)
    return allows(kind_of(word.group()), word, in_latin(word.group()), line)


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("V\u0131\u0323t", 0, True),  # under a tone mark
        ("V\u0131\u0323tx", 0, False),
        ("v\u0131ệt huyện", 0, True),  # a syllable of marked letters
        ("v\u0131ệt", 0, True),
        ("m\u0131 huyện", 0, False),  # bare, and no other such word
        ("m\u0131, v\u0131ệt huyện", 0, True),
        ("m\u0131", 0, False),
        ("v\u0131ệt, şöğ huyện", 0, False),  # Turkish letters
    ],
)
def test_dotless(text: str, at: int, allowed: bool) -> None:
    assert _allowed(text, at) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Ñá»§a mưa rồi", False),  # two bytes of a letter
        ("Ñá» mưa rồi", True),
        ("Ñá mưa rồi", True),
        ("Ñá mưa rồi »§a", True),
        ("ðu?o?òc mưa rồi", False),
        ("ðu? mưa rồi", True),
    ],
)
def test_what_stands_behind_a_word(text: str, allowed: bool) -> None:
    assert _allowed(text) is allowed


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("ðồng bằng có ñồng ruộng", True),
        ("ðồng bằng có ñong ruộng", False),  # a bare word tells nothing
        ("ðồng bằng có ñ ruộng", False),
        ("ðồng bằng có ruộng", False),
        ("đồng bằng có ñồng ruộng", False),
        ("ðồng bằng có ñồng ruộng, đất", False),
        ("ðồng bằng có ñồng ruộng, Ðất", False),
        ("ðồng bằng có ñồzg ruộng", False),
    ],
)
def test_eth_is_the_capital_where_n_tilde_is_the_small_letter(text: str, capital: bool) -> None:
    assert eth_is_capital(text) is capital
