"""Lines of sound Vietnamese with a damaged word or two, which no table made: told before any of them is tried.

Letters as à, é and ó are leading bytes under most tables, and one that stands alone speaks against a table. A line that
was sound but for a word has many more of these than the word has letters to read. Nearly all lines of pages with two
damaged words in a hundred are such, and reading them by all tables took a third of the time of ``lossless``.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from vntextclean.misreadings.parsing.cells import SHAPELESS
from vntextclean.misreadings.parsing.evidence import LEAST, STRAY
from vntextclean.misreadings.parsing.last_table import Last, last_of
from vntextclean.misreadings.parsing.long_lines import LONG
from vntextclean.misreadings.parsing.losses import Losses, droppable
from vntextclean.misreadings.parsing.rows import LONGEST, part_of, tokens_of
from vntextclean.misreadings.parsing.sequences import REPLACED, left_of, table_of
from vntextclean.misreadings.parsing.words import may_go_on
from vntextclean.misreadings.tables.code_pages import NAMES

#: What a word adds by each table is kept in one number, with so many bits for a table, and added up so.
_LANE = 32
_MASK = (1 << _LANE) - 1
#: Scores are counted in quarters of a character.
_QUARTERS = 4
#: What may stand for a byte, or between two.
_SIGNS = SHAPELESS | {REPLACED, "?"}


class Hopeless:
    """Tells which lines of a text no reading can give the least score, by one table or more, with any of its losses.

    >>> from vntextclean.misreadings.parsing.losses import losses_of
    >>> hopeless = Hopeless(losses_of("cá»§a"))
    >>> "cá»§a NgÆ°á»i" in hopeless, "Ông có vé cá»§a hội chợ, bà có trà" in hopeless
    (False, True)
    """

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._recased = tuple([page for page in NAMES if any(loss.recased for loss in losses.get(page, ()))])
        self._lasts: dict[str, list[Last]] = {}

    def __contains__(self, line: str) -> bool:
        """Whether this is such a line. It has all its no-break spaces."""
        gains = strays = most = 0
        hurt: list[str] = []
        tokens = tokens_of(line)
        for token in tokens:
            bounds = (_kept_bounds if len(token) <= LONGEST else _bounds)(token, self._recased)
            if bounds is None:
                if len(token) > LONGEST:  # what its parts read as is not kept: it would be read twice
                    return False
                hurt.append(token)
                most += sum([not (char.isascii() and char.isalnum()) for char in token])
            else:
                gains += bounds[0]
                strays += bounds[1]
        is_long = len(tokens) > LONG
        for page in NAMES:
            gain, alone = gains & _MASK, strays & _MASK
            # Nearly always there is no need to read the other words.
            if not _falls_short(gain + _QUARTERS * most, most // 2, alone, is_long):
                gain, whole, alone = _read(hurt, self._by(page), gain, alone)
                if not _falls_short(gain, whole, alone, is_long):
                    return False
            gains >>= _LANE
            strays >>= _LANE
        return True

    def _by(self, page: str) -> list[Last]:
        """A table with each of its losses."""
        found = self._lasts.get(page)
        if found is None:
            found = self._lasts[page] = [last_of(page, loss, again=False) for loss in self._losses.get(page, ())]
        return found


def _falls_short(gain: int, whole: int, alone: int, is_long: bool) -> bool:
    """Whether a table can do no more than this, and no further one can: ``whole`` is for sequences it would go on from.

    It is asked where more sequences are than leading bytes that stand alone; of a long line, some words may have them.
    """
    return gain - _QUARTERS * STRAY * alone < _QUARTERS * LEAST and whole <= (0 if is_long else alone)


def _read(tokens: list[str], lasts: list[Last], gain: int, alone: int) -> tuple[int, int, int]:
    """The bounds of a line with words that a table may read: score, whole sequences, leading bytes that stand alone.

    No whole sequences, where nothing that is read is to be read again.
    """
    whole = again = 0
    for token in tokens:
        each = [made for made in map(part_of(token).first, lasts) if made.adds]
        if each and len(each) == len(lasts):
            alone += min([made.strays for made in each])
        if each := [made for made in each if made.was_read]:
            gain += ceil(_QUARTERS * max([max(0.0, made.weight.score, made.uncut.score) for made in each]))
            whole += max([made.parsed.whole for made in each])
            again += any(made.counts(all_cells=False) for made in each)
    return gain, whole if again else 0, alone


def _bounds(token: str, recased: tuple[str, ...]) -> tuple[int, int] | None:
    """By table, what a word may add to the score at most, in quarters, and the leading bytes that stand alone at least.

    None of a word in which a byte may stand behind a leading one, or two letters side by side that lost the rest.
    """
    if not _SIGNS.isdisjoint(token):
        return None
    gain = strays = led = cut = 0
    for char in token:
        before = cut
        cut, alone, leads, follows = _of(char, recased)
        if led & follows or before & cut:
            return None
        gain += cut
        strays += alone
        led = leads
    return gain, strays


#: The same of words; what is longer is none, and not kept.
_kept_bounds = lru_cache(maxsize=1 << 13)(_bounds)


@lru_cache(maxsize=1 << 12)
def _of(char: str, recased: tuple[str, ...]) -> tuple[int, int, int, int]:
    """By table, what a character may add if the rest of its letter is gone; else 1 if it is a leading byte.

    And whether it may be a leading byte, and one that follows.
    """
    gain = strays = opens = follows = 0
    for number, page in enumerate(NAMES):
        tables = [table_of(page, recased=False), *([table_of(page, recased=True)] if page in recased else [])]
        leads = [table.leads.get(char, ()) if char > "\x7f" else () for table in tables]
        left = {one for codes in leads for code in codes for one in left_of(code, droppable(page))}
        one = 1 << number * _LANE
        opens |= one * any(leads)
        follows |= one * any(char in table.follow for table in tables)
        strays |= one * (all(leads) and not left)
        gain |= one * _QUARTERS * may_go_on(tuple(left))
    return gain, strays, opens, follows
