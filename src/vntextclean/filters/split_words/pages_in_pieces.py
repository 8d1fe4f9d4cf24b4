"""Whether the words of a whole text were broken, which looks much like a text that lost letters.

In both stand words that are no syllables: "ng" is what a space left of "ng ười", and what a lost letter left of "ông".
Where letters were lost, what stands beside such a word hardly ever makes a syllable with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.filters.split_words.search import Broken
from vntextclean.lm.text.scan import Scan
from vntextclean.vietnamese.word_evidence import ALIEN, tells

#: A text of which so many words are one letter was broken, and did not lose letters alone: of the PDF files that lost
#: letters 0.10 to 0.18 of the words are, of those with spaces inside words 0.28 to 0.65.
_LONE_LETTERS = 0.25
#: So is one where joining makes syllables of this share of the words that are none. Of 25 texts that lost letters it is
#: at most 0.14, with wide spaces inside some words 0.32 and 0.50; of 110 with spaces inside 5 to 90 words in a hundred
#: it is 0.78 to 1.
_JOINED = 0.6


def is_in_pieces(scan: Scan, joined: Sequence[Broken]) -> bool:
    """Whether the words of a text were broken; ``joined`` are the syllables sure but for that question, in order."""
    lengths = scan.ends - scan.starts
    if int((lengths == 1).sum()) >= _LONE_LETTERS * len(scan):
        return True
    text, alien, mended, at = scan.text, 0, 0, 0
    for start, end in zip(scan.starts.tolist(), scan.ends.tolist(), strict=True):
        word = text[start:end]
        if not word[0].islower() or tells(word) != ALIEN:  # a name tells nothing
            continue
        while at < len(joined) and joined[at].end < end:
            at += 1
        alien += 1
        mended += at < len(joined) and joined[at].start <= start
    return mended >= _JOINED * alien
