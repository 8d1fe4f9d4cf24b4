"""Sound words that a sign parts from a damaged one: a letter in them that a table takes for a byte is none."""

from __future__ import annotations

from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.parsing.words import has_usual_case, is_vietnamese
from vntextclean.patterns import late

_LONGEST = 7
#: Signs that no table shows for a byte of a letter.
_BEFORE = late(r"(?:^|[\s,.;:!?()/-])\Z")
_BEHIND = late(r"[,.;:!?()/-]")


def is_in_sound_word(text: str, at: int) -> bool:
    r"""Whether a letter stands in a Vietnamese word of two letters or more that ends at a sign of ASCII.

    Windows-1252 shows the first byte of a letter of three bytes as *á*; where that letter was cut, nothing or a blank
    follows, and no comma with a further word.

    >>> is_in_sound_word("thước,bÃºt", 2), is_in_sound_word("má,bÃºt", 1), is_in_sound_word("káx,bÃºt", 1)
    (True, True, False)
    """
    start, end = at, at + 1
    while start > 0 and at - start < _LONGEST and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - at < _LONGEST and text[end].isalpha():
        end += 1
    word = text[start:end]
    if len(word) < 2 or not _BEHIND.match(text, end) or not _BEFORE.search(text[max(start - 1, 0) : start]):
        return False
    return has_usual_case(word) and is_vietnamese(word) and bool(attested([word]))
