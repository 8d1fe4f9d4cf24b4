"""What a text that was typed with its input method as it should be has no trace of."""

from __future__ import annotations

from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.vietnamese.letters import ASCII_LETTERS, MARKED

#: Signs of Telex and VNI: letters no Vietnamese syllable has, inside a word, digits behind a letter, letters twice.
KEYS = Sign(
    (ASCII_LETTERS, "fjwxFJWX123456789", ANY),
    ("aeiouycghmnpt", "sr", " ,.;:!?\n"),
    ("a", "a", ANY),
    ("e", "e", ANY),
    ("o", "o", ANY),
    ("dD", "d", ANY),
)


def _without(letters: str) -> str:
    """The letters of ASCII but for some."""
    return "".join(letter for letter in ASCII_LETTERS if letter not in letters)


_MARKS = "".join(sorted(MARKED - set("đĐ")))
#: What no syllable has behind a marked vowel: most consonants with a letter behind them, and other vowels.
ENGLISH = Sign(
    (_MARKS, "bdfgjklmpqrstvwxzBDFGJKLMPQRSTVWXZ", ASCII_LETTERS),
    (_MARKS, "cC", _without("hH")),
    (_MARKS, "nN", _without("ghGH")),
    (_MARKS, "bdfjklqrsvwxzBDFJKLQRSVWXZ", ANY),
    ("ôêâÔÊÂ", "aeouAEOU", ASCII_LETTERS),
)
