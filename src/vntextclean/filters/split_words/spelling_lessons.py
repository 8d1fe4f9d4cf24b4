"""Words that a primer spells out, their pieces and the whole behind them ("h oa hoa"), and letters of a crossword."""

from __future__ import annotations

from vntextclean.patterns import late

#: What may stand between the pieces and the whole.
_BETWEEN = late(r"[ \t]{0,3}(?:[,=:→(–-]|(?:đọc )?(?:là|thành)(?=[ \t]))?[ \t]{0,3}[“\"'‘]?")


#: What names the letters behind it: those of a crossword, of a puzzle.
_OF_PUZZLE = late(
    r"(?i:\bô chữ|\bhàng (?:ngang|dọc)|\bcột dọc|\bchữ cái|\b(?:ghép|xếp|nối) chữ)\b[^\n:]{0,16}:?[ “\"](?:\w )*\Z"
)
_REACH = 60


def is_in_puzzle(text: str, start: int, end: int) -> bool:
    """Whether letters with spaces between them are those of a crossword, told of before them in their line.

    A piece of several letters is none of these: "ô chữ n ày" has a broken word.

    >>> is_in_puzzle("Hàng dọc số 2: G Ạ O N Ế P", 15, 20), is_in_puzzle("Mục lục: T Ậ P H A I", 9, 14)
    (True, False)
    >>> is_in_puzzle("ô chữ n ày", 6, 10)
    False
    """
    if max(map(len, text[start:end].split())) > 1:
        return False
    return _OF_PUZZLE.search(text, max(0, start - _REACH), start) is not None


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
