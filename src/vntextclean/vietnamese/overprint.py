"""Words of which each letter was drawn twice, as PDF files print bold text: "GGIIÁÁOO DDỤỤCC"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

#: Words with nothing but blanks between them, each of one letter or figure twice and then the next, and so the signs
#: behind it.
_STRETCH = late(r"(?<![^\W_])(?:([^\W_])\1)+(?:([.,:;)])\2)*(?:[^\S\n]+(?:([^\W_])\3)+(?:([.,:;)])\4)*)+(?![^\W_])")
_LETTERS = late(r"[^\W\d_]+")


def drawn_twice(line: str, read: Callable[[str], str] = str) -> Iterator[tuple[int, int, str]]:
    """The words of a line whose letters were all drawn twice, each as its span and what it says.

    Of words side by side, two must be syllables once halved, one of them with a mark, and both longer than one letter:
    "ờờ" is a sigh, and one word of pairs may be a name. Fewer than those may be abbreviations in capitals (THPT).
    Numbers between them stay as they are: beside words drawn twice 22 may be 22.
    ``read`` says what a halved word is, where its letters are of another alphabet as well.

    >>> [word for *_, word in drawn_twice("BBỘỘ GGIIÁÁOO DDỤỤCC")]
    ['BỘ', 'GIÁO', 'DỤC']
    >>> [word for *_, word in drawn_twice("CCHHƯƯƠƠNNGG 22:: CCƠƠ SSỞỞ")]
    ['CHƯƠNG', 'CƠ', 'SỞ']
    >>> list(drawn_twice("Ừừ ờờ, AABB ÁÁ ở ởở"))
    []
    """
    for stretch in _STRETCH.finditer(line):
        words = [(found.start(), found.end(), read(found[0][::2])) for found in _LETTERS.finditer(stretch[0])]
        halves = [word for *_, word in words]
        syllables = [word for word in halves if is_syllable(word)]
        strange = [word for word in halves if not is_syllable(word)]
        if (
            all(map(str.isupper, strange))
            and len(strange) < len(syllables)
            and sum(len(word) > 1 for word in syllables) > 1
            and not MARKED.isdisjoint("".join(syllables))
        ):
            yield from ((stretch.start() + start, stretch.start() + end, word) for start, end, word in words)
