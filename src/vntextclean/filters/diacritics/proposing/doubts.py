"""What of a text the diacritics filters doubt: nothing of most texts, and then nothing more is loaded.

The modules that judge a doubt, with the nets they ask, take a tenth of the time that one clean line takes from the
start of the program to its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.exchanged_vowels import ExchangedVowels
from vntextclean.filters.diacritics.proposing.in_one_call import InOneCall
from vntextclean.filters.diacritics.proposing.misspelt_pairs import MisspeltPairs, Slip
from vntextclean.filters.diacritics.proposing.no_context import without_context
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Doubts(NamedTuple):
    """The doubtful words of a text, those that people often misspell, and the stream they were found in.

    ``ids`` (int64) is the stream of the scan with room on both sides (:meth:`CandidateSearch.padded`). ``left_out``
    tells which words nothing is told of by their neighbours (``no_context.py``); None if all are told of.
    """

    ids: npt.NDArray[np.int64]
    suspects: list[Suspect]
    slips: list[Slip]
    left_out: npt.NDArray[np.bool_] | None = None


def doubts(model: Model, scan: Scan) -> Doubts | None:
    """What a text has of doubtful words; None if it has none. A scan is searched once, by the thread that it is of."""
    return scan.once(_doubts, model)


def _doubts(scan: Scan, model: Model) -> Doubts | None:
    at_once = model.derived(InOneCall)
    tables = at_once.tables(scan)
    if tables is not None:
        found = at_once.found(scan, tables)
        return None if found is None else _with_context(scan, Doubts(*found))
    candidates = model.derived(CandidateSearch)
    ids = candidates.padded(scan)
    suspects, slips = candidates.search(scan, ids), model.derived(MisspeltPairs).slips(scan)
    slips += model.derived(ExchangedVowels).slips(scan)
    if odd := candidates.odd(scan):
        from vntextclean.filters.diacritics.proposing.told_by_shape import ToldByShape

        slips += model.derived(ToldByShape).slips(scan, suspects, odd)
    return _with_context(scan, Doubts(ids, suspects, slips)) if suspects or slips else None


def _with_context(scan: Scan, found: Doubts) -> Doubts:
    """What is doubted where the words around tell of it."""
    left_out = without_context(scan, found.suspects)
    if left_out is None:
        return found
    suspects = [each for each in found.suspects if not left_out[each.token]]
    slips = [each for each in found.slips if not left_out[each.token]]
    return Doubts(found.ids, suspects, slips, left_out)
