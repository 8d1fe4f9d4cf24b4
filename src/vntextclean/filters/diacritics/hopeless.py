"""Texts with doubtful words of which none is made, shown or asked about again: so it is in three of four of news.

To find that out early spares what takes longest: what bounds each repair, and the search for more of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import CLEAR, LEAST_SIGN, Repair
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.filters.diacritics.reading_anew.restored import DOUBTED
from vntextclean.filters.diacritics.reading_anew.second_opinion import ASKED
from vntextclean.lm.text.scan import Scan
from vntextclean.settings import LEAST_CONFIDENCE

#: What is less sure than this on its page is not shown, nor is a net asked about it.
HOPELESS = min(LEAST_CONFIDENCE, DOUBTED, ASKED)
#: A repair that is so sure in a usual text is hardly ever hopeless on its page: that need not be asked.
_LIKELY = 0.2
assert _LIKELY < CLEAR  # from there on some are surer than their page makes them


def page_of(scan: Scan, repairs: list[Repair], shares: list[float]) -> PageRates:
    """What the repairs of a text, each so sure in a usual text, say of it."""
    signs = [
        Proposal(repair.token, repair.cause, share)
        for repair, share in zip(repairs, shares, strict=True)
        if share > LEAST_SIGN and not is_short_form(scan, repair.token)
    ]
    return PageRates(len(scan), signs)


def are_hopeless(page: PageRates, repairs: Collection[Repair], accepts: Callable[[Repair], bool]) -> bool:
    """Whether no repair is made, shown or asked about again, as sure as they are on their page."""
    if page.is_scanned or any(repair.confidence >= HOPELESS for repair in repairs):
        return False
    return not any(map(accepts, repairs))


def are_in_vain(scan: Scan, repairs: list[Repair], shares: list[float], accepts: Callable[[Repair], bool]) -> bool:
    """Whether the repairs of a text are hopeless, whatever bounds them: a bound makes none surer.

    ``shares`` is how sure each is in a usual text.
    """
    if max(shares) >= _LIKELY:
        return False
    page = page_of(scan, repairs, shares)
    if page.is_damaged or page.is_scanned:  # there is more to look for
        return False
    for repair, share in zip(repairs, shares, strict=True):
        here = page.confidence(Proposal(repair.token, repair.cause, share))
        if here >= HOPELESS or accepts(Repair(*repair[:4], here, repair.cause)):
            return False
    return True
