"""Verse, known by its metre: lines of one number of syllables, or of six and eight in turn.

A poem is a row of short lines that begin with a capital and end in nothing, as a menu is; but the entries of a menu
have now two words, now five.
"""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page

#: A line of verse has so many syllables at most, which are words of one syllable each, four at least, and so many
#: capitals.
MOST, CAPITALS = 8, 3

#: So many lines of one length are verse; so many of four words, which menus have as well; and so many pairs of six and
#: eight. On 560 annotated pages six lines of content, and none of furniture; of eight lines of four words there are
#: two menus.
LINES, OF_FOUR, COUPLETS = 8, 10, 3
#: A byte a line says how many syllables it has, 0 if it is no verse.
_METRE = re.compile(rb"\x04{%d,}|([\x05-\x08])\1{%d,}|(?:\x06\x08){%d,}" % (OF_FOUR, LINES - 1, COUPLETS))


def verse(page: Page) -> Bools:
    """The lines of a poem in one metre.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> pair = "Sương giăng kín cả lối về\\nMẹ còn nhóm bếp bên hè đợi con\\n"
    >>> verse(read("Liên hệ\\n" + 3 * pair + "Tin mới")).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6]
    >>> verse(read("Liên hệ\\n" + 8 * "Chợ phiên vùng cao\\n" + "Tin mới")).nonzero()[0].tolist()
    []
    """
    out = np.zeros(len(page), bool)
    words = page.words
    syllables = np.minimum(words.per_line, MOST + 1).astype(np.uint8)
    if not _METRE.search(syllables.tobytes()):
        return out
    may_be = (words.capitals <= CAPITALS) & ~(page.hints | page.linked) & ~page.digits
    for found in _METRE.finditer((syllables * may_be).tobytes()):
        out[found.start() : found.end()] = True
    return out
