"""Whether a name stands again in its text: two words that lost their space hardly do so twice."""

from __future__ import annotations

#: So many characters to either side are read: a page of names on one line would cost its square.
FAR = 50_000


def stands_again(word: str, text: str, at: int, reach: int = FAR) -> bool:
    """Whether a word that stands at a place stands once more within reach of it.

    >>> stands_again("Màra", "Màra đến, Màra đi.", 0), stands_again("Màra", "Màra đến.", 0)
    (True, False)
    """
    # Two of them are enough: of a word of each line all would be counted for each.
    first = text.find(word, max(0, at - reach), at + reach)
    return first >= 0 and text.find(word, first + len(word), at + reach) >= 0
