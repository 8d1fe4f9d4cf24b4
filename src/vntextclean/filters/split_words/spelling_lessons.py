"""Words that a primer spells out: their pieces, and the whole behind them, as in "h oa hoa" and "th ỏ là thỏ"."""

from __future__ import annotations

from vntextclean.patterns import late

#: What may stand between the pieces and the whole.
_BETWEEN = late(r"[ \t]{0,3}(?:[,=:→(–-]|(?:đọc )?(?:là|thành)(?=[ \t]))?[ \t]{0,3}[“\"'‘]?")


def is_spelt_out(text: str, end: int, joined: str) -> bool:
    """Whether the word that pieces make stands right behind their end: who joins them takes the lesson away.

    A broken word that is said twice ("x anh xanh") stays broken for it.

    >>> text = "Đọc: h oa hoa, th ỏ là thỏ, l á lành"
    >>> [is_spelt_out(text, end, word) for end, word in ((9, "hoa"), (20, "thỏ"), (32, "lá"))]
    [True, True, False]
    """
    between = _BETWEEN.match(text, end)
    if between is None or between.end() == end:
        return False
    start, stop = between.end(), between.end() + len(joined)
    return text[start:stop].lower() == joined.lower() and not text[stop : stop + 1].isalpha()
