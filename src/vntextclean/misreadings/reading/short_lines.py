"""Lines with one damaged word of a short letter: ``Ghi ch├║``, a cell of a table.

One letter of two bytes is no proof by itself, because writers put such pairs side by side (``“ĐÃ”``). It is one where
the damage is no word of any language, and the reading is a word that is counted in real text.
"""

from __future__ import annotations

from unicodedata import category

from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.parsing.evidence import Reading
from vntextclean.misreadings.parsing.words import is_plausible
from vntextclean.scanning.unusual import USUAL

_USUAL = frozenset(USUAL)
#: Letters of ASCII beside the damage.
_LETTERS = 2
#: Characters of the text that became letters, less what the chain costs (:mod:`.evidence`).
_LEAST = 1.0


def is_short_proof(text: str, reading: Reading) -> bool:
    """Whether a reading of a line that does not prove it is right nevertheless.

    >>> from vntextclean.misreadings.parsing.cells import Loss
    >>> from vntextclean.misreadings.parsing.evidence import readings
    >>> from vntextclean.misreadings.parsing.rows import row_of
    >>> no_loss = {"cp437": (Loss(),)}
    >>> [is_short_proof(text, readings(row_of(text), no_loss, ["cp437"])[0]) for text in ("Ghi ch├║", "x├║")]
    [True, False]
    """
    if reading.faults or reading.odd or reading.stray or not reading.proofs or reading.score < _LEAST:
        return False
    return all(
        not word.cut and bool(attested(word.legal[:1])) and _is_no_word(text[word.start : word.end])
        for word in reading.words
        if word.letters
    )


def _is_no_word(seen: str) -> bool:
    """Whether a word holds a symbol that no text puts into one, or letters that no writer puts side by side."""
    if sum(char.isascii() and char.isalpha() for char in seen) < _LETTERS:
        return False  # x√π is a formula
    symbols = any(category(char)[0] in "SC" and char not in _USUAL for char in seen)
    return symbols or not is_plausible("".join(filter(str.isalpha, seen)))
