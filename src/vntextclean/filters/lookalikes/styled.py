"""Words in the letters of mathematics, or as wide as ideographs, with Vietnamese marks: "𝐊𝐡𝐮𝐲𝐞̂́𝐧 𝐦𝐚̃𝐢".

Posts use them for bold print, which their sites do not have. Searched and counted they are no words. A formula has no
marks on its letters; a word without one is read only beside a word that has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

_STYLED = "\U0001d400-\U0001d6a3\uff21-\uff3a\uff41-\uff5a"
#: What is asked first.
SEEN = late(f"[{_STYLED}]")
#: Any word: one that had to hold a styled letter would be looked for at each letter of a long one.
_WORD = late("(?:[^\\W\\d_][\u0300-\u036f]*)+")


class Styled(NamedTuple):
    """A word in styled letters, and what it is in plain ones."""

    start: int
    end: int
    word: str


def styled(text: str) -> Iterator[Styled]:
    """The styled words of lines with a Vietnamese one, in order.

    >>> [found.word for found in styled("𝗚𝗶𝗮̉𝗺 𝗴𝗶𝗮́ 𝘀𝗼𝗰 cuối tuần")], [*styled("cho 𝑓 và 𝒙 bất kỳ; ＡＢＣ")]
    (['Giảm', 'giá', 'soc'], [])
    """
    done = 0
    for hit in SEEN.finditer(text):
        if hit.start() < done:
            continue
        start, done = line_of(text, hit.start())
        words = (match for match in _WORD.finditer(text, start, done) if SEEN.search(match[0]))
        found = [Styled(*match.span(), normalize("NFKC", match[0])) for match in words]
        if any(is_syllable(one.word) and not MARKED.isdisjoint(one.word) for one in found):
            yield from (one for one in found if one.word.isalpha())
