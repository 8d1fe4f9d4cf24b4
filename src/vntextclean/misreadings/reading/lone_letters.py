"""Letters and signs that stand by themselves, and what their places tell of the byte that each lost.

No sentence tells what a letter by itself was: the đ of *đồng* behind a number, the đ that follows d in lists of laws.
"""

from __future__ import annotations

from vntextclean.misreadings.parsing.words import Word

#: Of 4 047 items of laws ten begin with Đ), the others with đ); of 281 references to an item (*điểm đ*) none has Đ.
LETTER_CONFIDENCE = 0.995
#: Characters that are looked at on either side.
_NEAR = 40
_ITEMS = frozenset(("điểm", "Điểm"))


def alone(text: str, start: int, word: Word) -> str:
    """What a letter or sign by itself must be: the only sign that its bytes leave, or the đ of đồng behind a number.

    ``start`` is where its line begins.

    >>> alone("Giá 5.000Ä", 0, Word(9, 10, ("đ", "Đ"), (), True, 0.5))
    'đ'
    >>> alone("Phương án Ä", 0, Word(10, 11, ("đ", "Đ"), (), True, 0.5))
    ''
    """
    if not word.letters:
        if len(word.options) != 1:
            return ""
        is_whole = word.end - word.start == len(word.options[0].encode())  # no byte is gone
        return word.options[0] if is_whole or word.options[0] == "…" else ""
    if "đ" in word.options and word.start > start and text[word.start - 1].isdigit():
        return "đ"
    return ""


def is_letter_of_a_list(text: str, start: int, word: Word, before: Word | None) -> bool:
    """Whether a letter by itself is the đ of a list: before a bracket at the head of its line, or behind *điểm*.

    ``start`` is where its line begins, and ``before`` the damaged word before it.

    >>> letter = Word(0, 1, ("đ", "Đ"), (), True, 0.5)
    >>> is_letter_of_a_list("Ä) Ghi sổ", 0, letter, None), is_letter_of_a_list("Ä. Ghi sổ", 0, letter, None)
    (True, False)
    """
    if "đ" not in word.options:
        return False
    if text[word.end : word.end + 1] == ")" and not text[max(start, word.start - _NEAR) : word.start].strip():
        return word.start - start < _NEAR
    is_next = before is not None and text[before.end : word.start] == " "
    return is_next and before is not None and not _ITEMS.isdisjoint(before.options)


def may_be_times(text: str, word: Word) -> bool:
    """Whether a letter may be what is left of ×: numbers stand on both sides of it.

    >>> times = Word(2, 3, ("Á", "×"), ("Á",), True, 0.5)
    >>> may_be_times("3 Ã 4", times), may_be_times("ở Ã 4", times)
    (True, False)
    """
    if "×" not in word.options or not text[word.end : word.end + _NEAR].lstrip()[:1].isdigit():
        return False
    before = text[max(0, word.start - _NEAR) : word.start].split()
    return bool(before) and any(map(str.isdigit, before[-1]))
