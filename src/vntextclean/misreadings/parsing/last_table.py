"""The last table of a chain as parts of lines ask for it: one object for each, so that a look-up hashes no sets."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.misreadings.parsing.cells import Loss
from vntextclean.misreadings.parsing.read_cells import MIDDLE, openings, spaces
from vntextclean.misreadings.parsing.sequences import behind

#: Table, change of case, and whether no second byte of three was dropped: what :func:`.dropping_leads` depends on.
Told = tuple[str, str, bool]


class Last:
    """The last table of a chain, with its losses, and what tells how a part asks for it.

    Few words of a document hold anything that a dropped byte may have stood in. The others ask for the table that
    dropped nothing (``plain``), whatever other lines of the document lost: all documents share what that makes of them.
    ``told`` is None where it dropped nothing. ``again`` says that the chain has tables before. ``opens`` are the
    characters that may begin something, ``begins`` those that do so in a part of which nothing was put together.
    ``key`` is the same for all tables that make the same of a part of which no byte can be gone.
    """

    __slots__ = ("_by_leads", "_by_page", "again", "begins", "key", "loss", "opens", "page", "plain", "recased", "told")

    def __init__(self, page: str, loss: Loss, again: bool) -> None:
        self.page, self.loss, self.again = page, loss, again
        self.recased = bool(loss.recased)
        self.opens = openings(page, loss)
        self.begins = spaces(page, loss) if again else self.opens
        self.told: Told | None = None
        self.plain: Last = self
        self._by_leads: dict[bytes, Last] = {}
        self._by_page: dict[str, Last] = {page: self}
        if loss != (without := Loss(recased=loss.recased)):
            self.plain = last_of(page, without, again)
            self.told = (page, loss.recased, loss.dropped.isdisjoint(MIDDLE)) if loss.dropped else None
        self.key: Last | Told = self.told or self.plain

    def as_told(self, leads: bytes) -> Last:
        """The table for parts with these first bytes: it dropped the bytes that may stand behind them."""
        if not leads:
            return self.plain
        found = self._by_leads.get(leads)
        if found is None:
            dropped = self.loss.dropped & behind(leads) or frozenset({min(self.loss.dropped)})
            found = self._by_leads[leads] = last_of(self.page, self.loss._replace(dropped=dropped), self.again)
        return found

    def by(self, page: str) -> Last:
        """Another table with the same losses."""
        found = self._by_page.get(page)
        if found is None:
            found = self._by_page[page] = last_of(page, self.loss, self.again)
        return found


@lru_cache(maxsize=1 << 11)
def last_of(page: str, loss: Loss, again: bool) -> Last:
    """The object of a table with its losses."""
    return Last(page, loss, again)
