"""The rates of a page, made as soon as its first repairs are weighed, and which of these may be made on it."""

from __future__ import annotations

from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.evidence.repair import LEAST_SIGN, Repair, proposal_of
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.lm.text.scan import Scan

#: What is less sure than this on its page is not made, shown or asked about: what :func:`on_page` adds to it leaves it
#: below .11, and that a word is kept bounds its repair at .97 and keeps it from what asks for .5 and more.
NEVER = 0.05


class FirstPage:
    """A page before any repair is made; made for one call. ``rates`` are None until the first repairs are weighed."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.rates: PageRates | None = None

    def rates_of(self, first: list[Repair]) -> PageRates:
        """The rates, of all repairs that are found first."""
        if self.rates is None:
            signs = [r for r in first if r.confidence > LEAST_SIGN and not is_short_form(self._scan, r.token)]
            self.rates = PageRates(len(self._scan), [proposal_of(r) for r in signs])
        return self.rates

    def may_make(self, first: list[Repair]) -> list[bool]:
        """Which of them may be made or asked about again, whatever their words and the text say against it."""
        page = self.rates_of(first)
        return [repair.either or page.confidence(proposal_of(repair)) >= NEVER for repair in first]
