"""The page of a text before a repair is made: whether any repair is of use there, and which may be made.

To find that out early spares what takes longest: what bounds each repair, whether its word is kept, and the search for
more repairs. In three of four texts of news with doubtful words none is made, shown or asked about again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.evidence.repair import CLEAR, LEAST_SIGN, OF_HANDS, Repair, proposal_of
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.filters.diacritics.reading_anew.restored import DOUBTED
from vntextclean.filters.diacritics.reading_anew.second_opinion import ASKED
from vntextclean.lm.text.scan import Scan
from vntextclean.settings import LEAST_CONFIDENCE

#: What is less sure than this on its page is not shown, nor is a net asked about it.
HOPELESS = min(LEAST_CONFIDENCE, DOUBTED, ASKED)
#: Slips of hands that are less sure than this cannot become so: what :func:`on_page` adds leaves them below .2. To
#: others it adds nothing. And that a word is kept bounds its repair at .97 and keeps it from what asks for .5 and more.
NEVER_BY_HANDS = 0.1
#: A repair that is so sure in a usual text is hardly ever hopeless on its page: that need not be asked.
_LIKELY = 0.2
assert _LIKELY < CLEAR  # from there on some are surer than their page makes them


class FirstPage:
    """A page before any repair is made; made for one call.

    ``accepts`` says which repairs are made; None where there is more to make than what is found first. ``rates`` is
    what those say of their page, where it is known: none that is found later changes it.
    """

    def __init__(
        self, scan: Scan, accepts: Callable[[Repair], bool] | None = None, rates: PageRates | None = None
    ) -> None:
        self._scan = scan
        self._accepts = accepts
        self._rates = rates

    def rates_of(self, first: list[Repair]) -> PageRates:
        """What all repairs that are found first say of their page; made once."""
        if self._rates is None:
            signs = [r for r in first if r.confidence > LEAST_SIGN and not is_short_form(self._scan, r.token)]
            self._rates = PageRates(len(self._scan), [proposal_of(r) for r in signs])
        return self._rates

    def are_hopeless(self, repairs: list[Repair], shares: list[float]) -> bool:
        """Whether the repairs of a text are hopeless, whatever bounds them: a bound makes none surer.

        ``shares`` is how sure each is in a usual text.
        """
        if self._accepts is None or max(shares) >= _LIKELY:
            return False
        found = [Repair(*repair[:4], share, repair.cause) for repair, share in zip(repairs, shares, strict=True)]
        page = self.rates_of(found)
        if page.is_damaged:  # there is more to look for
            return False
        here = page.confidences([*map(proposal_of, found)])
        there = [repair._replace(confidence=share) for repair, share in zip(found, here, strict=True)]
        return are_hopeless(page, there, self._accepts)

    def may_make(self, first: list[Repair]) -> list[bool]:
        """Which of them may be made or asked about again, whatever their words and the text say against it."""
        page = self.rates_of(first)
        shares = page.confidences([*map(proposal_of, first)])
        return [
            repair.either or share >= (NEVER_BY_HANDS if repair.kind in OF_HANDS else HOPELESS)
            for repair, share in zip(first, shares, strict=True)
        ]


def are_hopeless(page: PageRates, repairs: Collection[Repair], accepts: Callable[[Repair], bool]) -> bool:
    """Whether no repair is made, shown or asked about again, as sure as they are on their page."""
    if page.is_scanned or any(repair.confidence >= HOPELESS for repair in repairs):
        return False
    return not any(map(accepts, repairs))
