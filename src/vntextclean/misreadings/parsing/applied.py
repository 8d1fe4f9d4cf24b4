"""A chain of misreadings as parts of lines are asked by it: one object for each, so that a look-up hashes no sets."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.misreadings.parsing.cells import MIDDLE, Chain, Loss, Step, behind, openings

#: Table, change of case, and whether no second byte of three was dropped: what :func:`.dropping_leads` depends on.
Told = tuple[str, str, bool]


class Applied:
    """A chain, the one without its last table, and what tells how a part asks for it.

    Few words of a document hold anything that a dropped byte may have stood in. The others ask for the chain whose
    last table dropped nothing (``plain``), whatever other lines of the document lost: all documents share what that
    makes of them. ``told`` is None where it dropped nothing. ``opens`` are the characters that may begin something
    under the last table.
    """

    __slots__ = ("_by_leads", "_under", "before", "chain", "is_first", "opens", "plain", "told")

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.before: Applied | None = applied(chain[:-1]) if chain else None
        self.is_first = len(chain) == 1
        self.opens = openings(*chain[-1]) if chain else frozenset()
        self.told: Told | None = None
        self.plain: Applied = self
        self._by_leads: dict[frozenset[int], Applied] = {}
        self._under: dict[Applied, Applied] = {}
        if chain and chain[-1].loss != (without := Loss(recased=chain[-1].loss.recased)):
            page, loss = chain[-1]
            self.plain = applied((*chain[:-1], Step(page, without)))
            self.told = (page, loss.recased, loss.dropped.isdisjoint(MIDDLE)) if loss.dropped else None

    def as_told(self, leads: frozenset[int]) -> Applied:
        """The chain for parts with these first bytes: its last table dropped the bytes that may stand behind them."""
        if not leads:
            return self.plain
        found = self._by_leads.get(leads)
        if found is None:
            page, loss = self.chain[-1]
            dropped = loss.dropped & behind(leads) or frozenset({min(loss.dropped)})
            found = self._by_leads[leads] = applied((*self.chain[:-1], Step(page, loss._replace(dropped=dropped))))
        return found

    def under(self, before: Applied) -> Applied:
        """The last table of the chain behind another one."""
        if before is self.before:
            return self
        found = self._under.get(before)
        if found is None:
            found = self._under[before] = applied((*before.chain, self.chain[-1]))
        return found


@lru_cache(maxsize=1 << 11)
def applied(chain: Chain) -> Applied:
    """The object of a chain."""
    return Applied(chain)
