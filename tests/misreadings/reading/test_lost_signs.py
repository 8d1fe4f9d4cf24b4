"""Signs of print that lost their bytes: told by their place, and never out of a word that is right."""

from vntextclean.misreadings.parsing.words import Word
from vntextclean.misreadings.reading.lost_signs import lost_signs

_SIGNS = ("“", "”", "’", "–", "…")


def _found(text: str) -> dict[tuple[int, int], str]:
    words = [Word(at, at + 1, _SIGNS, (), True, 0) for at, char in enumerate(text) if char == "â"]
    return lost_signs(text, 0, len(text), words)


def test_the_place_tells_the_sign() -> None:
    assert _found("chị nói âđi nhanhâ") == {(8, 9): "“", (17, 18): "”"}
    assert _found("đường từ bến â chợ") == {(13, 14): "–"}


def test_a_right_word_keeps_its_letter() -> None:
    """A line may be read already, on a page where other words are not: "dân" became "d’n"."""
    assert _found("các hộ dân trồng cây") == {}
