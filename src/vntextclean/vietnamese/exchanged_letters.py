"""Words of which two neighbouring letters changed places: "tuytệ" for *tuyệt*, "liạ" for *lại*.

Such a word may look like something else: "tuy tệ" run together, or *lịa* with its tone on the wrong letter.
"""

from __future__ import annotations

from functools import lru_cache

from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

#: The letters of the longest syllable.
_LONGEST = 7


@lru_cache(maxsize=1 << 12)
def with_letters_exchanged(text: str) -> tuple[str, ...]:
    """The marked syllables, in small letters, that a string is with two neighbouring letters exchanged.

    >>> with_letters_exchanged("tuytệ"), with_letters_exchanged("Liạ"), with_letters_exchanged("bàn")
    (('tuyệt',), ('lại',), ())
    """
    lower = text.lower()
    if len(lower) > _LONGEST or is_syllable(lower):
        return ()
    made = (lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :] for at in range(len(lower) - 1))
    return tuple(word for word in dict.fromkeys(made) if is_syllable(word) and not MARKED.isdisjoint(word))
