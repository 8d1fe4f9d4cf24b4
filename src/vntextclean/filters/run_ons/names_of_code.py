"""Whether a string of words with capitals is a name of code: "HybridBlock", "fastText", "TypeError"."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.filters.run_ons.mentions import stands_again
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: What has a name in code; the name follows.
_OF_CODE = late(
    r"\b(?:[Ll]ớp|[Hh]àm|[Pp]hương thức|[Tt]huộc tính|[Kk]iểu|[Bb]iến|[Mm]ô-đun|[Gg]ói|[Đđ]ối tượng|[Kk]hối)"
    r" [`'\"“]?\Z"
)
#: How names of code end, whatever is said of them.
_ENDS_OF_CODE = ("Error", "Exception", "Warning")
#: A name of words of code; a text with one may have others that share a word with it.
_NAMES_OF_CODE = late(r"\b([A-Z][a-z]+)(?:[A-Z][a-z]+)*([A-Z][a-z]+)\b")
#: So many letters to either side of a name are searched for another one.
_NEAR = 2000


@lru_cache(maxsize=1 << 12)
def is_identifier(pieces: tuple[str, ...]) -> bool:
    """Whether pieces may be the words of a name of code: each begins with a capital, and one is no syllable.

    Names that lost their space look so too, but hardly twice in one text. The first word may begin with a small letter
    where it is no syllable.

    >>> is_identifier(("Parameter", "Dict")), is_identifier(("My", "Dataset")), is_identifier(("fast", "Text"))
    (True, True, True)
    >>> is_identifier(("Young", "Đã")), is_identifier(("Minh", "Anh")), is_identifier(("trong", "Android"))
    (False, False, False)
    """
    titled = all(piece.isascii() for piece in pieces) and all(piece[0].isupper() for piece in pieces[1:])
    return titled and not all(map(is_syllable, map(str.lower, pieces if pieces[0][0].isupper() else pieces[:1])))


def is_name_of_code(pieces: tuple[str, ...], text: str, start: int) -> bool:
    """Whether the string at a place, which may be parted so, is a name of code.

    It is behind the name of what code has, where its text has it more than once or has one that shares a word with it,
    and where it begins with a small letter or ends as errors do. Two names of people that lost their space are none.

    >>> is_name_of_code(("fast", "Text"), "Trong fastText, mỗi từ", 6)
    True
    >>> is_name_of_code(("Willy", "Caballero"), "thủ môn WillyCaballero", 8)
    False
    """
    if not is_identifier(pieces) or text[start - 1 : start] == ".":  # "Zing.vnTheo"
        return False
    word = "".join(pieces)
    if word[0].islower() or word.endswith(_ENDS_OF_CODE) or _OF_CODE.search(text, max(0, start - 20), start):
        return True
    return stands_again(word, text, start) or _has_family(text, pieces, start)


def _has_family(text: str, pieces: tuple[str, ...], at: int) -> bool:
    """Whether a text has another name of two words near one that begins or ends alike: "HybridBlock"."""
    for name in _NAMES_OF_CODE.finditer(text, max(0, at - _NEAR), at + _NEAR):
        if name[0] != "".join(pieces) and (name[1] == pieces[0] or name[2] == pieces[-1]):
            return True
    return False
