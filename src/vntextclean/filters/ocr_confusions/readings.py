"""What a misread word may have been, letter by letter, before its sentence is asked."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.vietnamese.letters import TONED, bare
from vntextclean.vietnamese.syllables import is_syllable

#: Letters with a diaeresis, which stand for a vowel whose marks were not made out.
BLURRED = {"ä": "aăâ", "ë": "eê", "ï": "i", "ö": "oôơ", "ü": "uư"}
BLURRED |= {letter.upper(): vowels.upper() for letter, vowels in BLURRED.items()}
#: What was read, what it was, and where in a word: at its beginning (0), behind it (1) or anywhere (-1).
_SHAPES = (
    ("rn", "m", -1, "rn"),
    ("I", "l", 0, "capital-i"),
    ("1", "l", -1, "digit"),
    ("1", "i", 1, "digit"),
    ("0", "o", -1, "digit"),
    ("cl", "d", 0, "letter"),
    ("li", "h", 1, "letter"),
    ("lr", "tr", 0, "letter"),
    ("l", "i", 1, "letter"),
    ("l", "I", 1, "letter"),
    ("e", "c", 0, "letter"),
)
#: Onsets of foreign words and minority names (Plông, glây, Slovakia).
_BEFORE_L = frozenset("bcgkpsBCGKPS")


def readings(word: str) -> Iterator[tuple[str, str]]:
    """What a word may have been, with the kind of confusion; always a syllable, and of one case.

    >>> list(readings("tliực")), list(readings("1ập")), list(readings("Lernoult"))
    ([('thực', 'letter')], [('lập', 'digit')], [])
    >>> [word for word, _ in readings("cüng")][:5], list(readings("Köln"))
    (['cung', 'cùng', 'cúng', 'củng', 'cũng'], [])
    """
    for read, was, place, kind in _SHAPES:
        at = word.find(read)
        while at >= 0:
            foreign = (read, was) == ("l", "i") and word[at - 1] in _BEFORE_L
            if not foreign and (place < 0 or (at == 0) == (place == 0)):
                after = word[:at] + was + word[at + len(read) :]
                cased = after.islower() or after.isupper() or (after.istitle() and bare(after) != after)
                if cased and is_syllable(after) and (kind == "rn" or bare(after) != after):
                    yield after, kind
            at = word.find(read, at + 1)
    blurred = [at for at, letter in enumerate(word) if letter in BLURRED]
    if len(blurred) == 1:
        at = blurred[0]
        for letter in (TONED[vowel, tone] for vowel in BLURRED[word[at]] for tone in range(6)):
            after = word[:at] + letter + word[at + 1 :]
            if is_syllable(after):
                yield after, "letter"
