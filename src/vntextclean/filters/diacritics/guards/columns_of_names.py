"""Columns of names that begin alike: below "Quang Hùng" in a list of people "Quang Trị" is no province.

A list of provinces that lost marks has them on other names too, and those do not begin with the same bare word.
"""

from __future__ import annotations

from vntextclean.scanning.lines import line_of

#: A name has so many words, and its line so many letters.
_MOST_WORDS, _LONGEST = 5, 40


def is_in_column_of_names(text: str, start: int, end: int) -> bool:
    r"""Whether a word begins a line that is a name, and the line above or below is a name that begins with it.

    >>> text = "Quang Trị\nQuang Hùng\nQuảng Nam"
    >>> is_in_column_of_names(text, 0, 5), is_in_column_of_names(text, 10, 15), is_in_column_of_names(text, 21, 26)
    (True, True, False)
    """
    if start and text[start - 1] != "\n":
        return False
    low, high = line_of(text, start)
    if not _is_name(text, low, high):
        return False
    word = text[start:end] + " "
    beside = [line_of(text, at) for at in (low - 1, high + 1) if 0 <= at < len(text)]
    return any(text.startswith(word, first) and _is_name(text, first, last) for first, last in beside)


def _is_name(text: str, low: int, high: int) -> bool:
    if high - low > _LONGEST:
        return False
    words = text[low:high].split()
    return 1 < len(words) <= _MOST_WORDS and all(word.isalpha() and word.istitle() for word in words)
