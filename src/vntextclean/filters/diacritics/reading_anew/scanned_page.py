"""Reads a whole page again that an OCR engine has read: the written word through its channel, the sentence around it.

On such a page many words in a row are wrong, and each is judged by neighbours that are wrong too. So every word may be
any of its candidates at once: the channel says how likely each is written as what stands there, the n-gram model how
well the candidates go together (forward-backward over the lattice), and where that leaves doubt the wide-context net
of ``restore`` is asked, which reads the words without their marks and so does not see that they are wrong.

Measured on 126 scans of `eval/real/dev` (3 118 wrong words that stand one to one): of the best readings 2 170 are
right; one by one, with the neighbours as they stand, 1 746. Only pages that show it by themselves are read so
(``PageRates.is_scanned``).
"""

from __future__ import annotations

import math
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.channel import LEAST, confused
from vntextclean.filters.diacritics.kinds.damage import MOST_HELD
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import LONGEST
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import LOWER, PAD, SPECIALS, Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.restoration.lattice import Lattice, unsure
from vntextclean.restoration.rescore import Rescorer
from vntextclean.vietnamese.letters import VOWELS, bare, toneless

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

#: Candidates of a word beside what stands there, the likeliest by channel and frequency; with the name and the common
#: word of each there are up to twice as many columns.
MOST = 23
#: What the coarse pass leaves of them, and how far below the best (nats): a channel of eight nats is no rare one.
KEEP, MARGIN = 8, 14.0
#: What stands there costs so much (nats) where it is no syllable and the model does not know it, and where it does.
STRANGE, KNOWN_STRANGE = 6.0, 1.5
#: The cost of reading a name as a common word, and the other way round (nats).
OTHER_CASE = 4.0
#: Lost marks, a lost tone or letter of any word (nats); a candidate costs one nat at least.
LOST, LEAST_COST = -6.0, -1.0
#: How much the rates of the page count: with their whole weight 1 496 words are right at a precision of 0.98, with half
#: of it 1 594, without any 1 600, but on pages that lost letters fewer.
RATES = 0.5
#: The weight of the net, and what candidates with other letters get, which it does not compare (nats).
NET, OTHER_LETTERS = 0.7, -1.5
#: Posteriors below this are worth the net, readings below the other are not worth a proposal.
SURE, LEAST_READING = 0.9999, 0.5
#: Where what stands there has more of the posterior than this, nothing else has as much as a reading must have.
_SETTLED = 0.6
_MOST_ODDS = 9.0
#: Text of which more of the words are lone consonants is in pieces, and no engine read it so: of 96 scans at most 3.6 %
#: are, of the text out of PDF that looks misread 8 to 25 %.
IN_PIECES = 0.06


#: What loses marks or letters.
_LOSSES = (Cause.TONE, Cause.MARKS, Cause.LETTER)
_TONE, _MARKS, _LETTER = range(3)


class _Ways(NamedTuple):
    """The candidates of a word (ids), for each three log-probabilities (by a slip, misread, by a loss), and the loss.

    The loss is a place in ``_LOSSES``, the first where nothing was lost.
    """

    numbers: Ints
    costs: Doubles
    lost: Ints


class Reading(NamedTuple):
    """What a word (token number) is read as (lower-case id), and the posterior of that reading."""

    token: int
    meant: int
    posterior: float

    def confidence(self, agrees: bool, illegal: bool, likely: bool = False) -> float:
        """The share of such readings that are right.

        ``agrees`` is whether the search word by word finds the same, ``illegal`` whether what stands there is no
        syllable, ``likely`` whether that search would find it likely in a text that no engine read. Fitted on the
        readings of `eval/real/dev` that the search does not make by itself, cross-validated by page: of 285 from 0.98
        on 279 are right. ``likely`` was fitted later, on those and on 400 more pages that Tesseract
        5.3 read: of 97 words that it lifts to 0.98, 92 are right and none was sound.

        >>> Reading(3, 7, 0.999).confidence(True, False) > 0.98 > Reading(3, 7, 0.999).confidence(False, False)
        True
        """
        odds = min(math.log(self.posterior / max(1 - self.posterior, 1e-9)), _MOST_ODDS)
        return 1 / (1 + math.exp(3.6 - 0.95 * odds - 1.7 * agrees - 0.3 * illegal - 0.8 * likely))


class PageReader:
    """Reads scanned pages with one model."""

    def __init__(self, model: Model, candidates: CandidateSearch) -> None:
        self._model = model
        self._candidates = candidates
        self._held: dict[tuple[str, int, int], _Ways] = {}

    def readings(self, scan: Scan, page: PageRates) -> list[Reading]:
        """The words that are likelier something else than what stands there, in order."""
        if is_in_pieces(scan):
            return []
        ids, weight, free = self._columns(scan, page)
        lattice = Lattice(self._model, ids, weight, keep=KEEP, margin=MARGIN)
        posterior = lattice.posterior()
        at = unsure(posterior, SURE)
        if len(at):
            posterior = lattice.posterior(at, self._by_net(scan, at, lattice.ids[at]))
        return self._likelier(scan, free, lattice.ids, posterior)

    def _likelier(self, scan: Scan, free: Ints, ids: Ids, posterior: Floats) -> list[Reading]:
        """The words (token numbers) of which another spelling than what stands there has most of the posterior."""
        lower, own = self._model.lower_of[ids[scan.at[free]]], scan.lower[free]
        shares_of_own = (posterior[scan.at[free]] * (lower == own[:, None])).sum(1)
        out = []
        for row in np.flatnonzero(shares_of_own < _SETTLED).tolist():
            token = int(free[row])
            shares: dict[int, float] = {}
            for number, share in zip(lower[row].tolist(), posterior[scan.at[token]].tolist(), strict=True):
                shares[number] = shares.get(number, 0.0) + share
            meant = max(shares, key=lambda number: shares[number])
            if meant != own[row] and shares[meant] > LEAST_READING and meant >= len(SPECIALS):
                out.append(Reading(token, meant, min(shares[meant], 1.0)))
        return out

    def _columns(self, scan: Scan, page: PageRates) -> tuple[Ids, Floats, Ints]:
        """Candidates and log-weights of each position of the stream, and the tokens that have some."""
        ids = np.zeros((len(scan.stream), 2 * MOST + 2), np.int32)
        weight = np.zeros(ids.shape, np.float32)
        free = np.flatnonzero(~scan.tokens.number & (scan.ends - scan.starts <= LONGEST))
        if len(free):
            at, own = scan.at[free], scan.lower[free]
            ids[at], weight[at], filled = self._rows(scan, free, page)
            strange = np.where(own < len(SPECIALS), -STRANGE, -KNOWN_STRANGE)
            weight[at, 0] = np.where(self._candidates.legal[own], 0, strange)
        ids[:, 0] = self._candidates.padded(scan)[PAD : PAD + len(ids)]
        if len(free):
            other = np.flatnonzero(scan.names[free] & (own >= len(SPECIALS)) & (ids[at, 0] != own))
            ids[at[other], filled[other]], weight[at[other], filled[other]] = own[other], -OTHER_CASE
        return ids, weight, free

    def _rows(self, scan: Scan, free: Ints, page: PageRates) -> tuple[Ids, Floats, Ints]:
        """Candidates and log-weights of words (token numbers) from column 1 on, and the first column without any.

        Every spelling is reckoned once, and all together: one by one the words of a page took three times as long.
        """
        row_of: dict[tuple[str, bool], int] = {}
        spelled = map(self._model.spelled, repeat(scan), free.tolist())
        row = [row_of.setdefault(each, len(row_of)) for each in zip(spelled, scan.names[free].tolist(), strict=True)]
        first = free[np.unique(row, return_index=True)[1]]
        words = (word for word, _ in row_of)
        ways = self._ways([*zip(words, scan.lower[first].tolist(), scan.bare[first].tolist(), strict=True)])
        named = np.array([name for _, name in row_of], np.bool_)
        owner, number, cost = self._likeliest(ways, page)
        asked = np.where(named[owner], self._model.title_of[number], number)
        both = asked != number  # a name that the model knows apart may be the common word too
        before = (both + 1).cumsum() - both - 1
        column = 1 + before - before[np.searchsorted(owner, owner)]
        ids = np.zeros((len(ways), 2 * MOST + 2), np.int32)
        weight = np.zeros(ids.shape, np.float32)
        ids[owner, column], weight[owner, column] = asked, cost
        owner, column, number, cost = owner[both], column[both] + 1, number[both], cost[both]
        ids[owner, column], weight[owner, column] = number, cost - OTHER_CASE
        filled = 1 + np.count_nonzero(ids, 1)  # column 0 is still empty
        return ids[row], weight[row], filled[row]

    def _likeliest(self, ways: list[_Ways], page: PageRates) -> tuple[Ints, Ints, Doubles]:
        """The likeliest candidates of each word (row, id), and the log-probability that each is written so here."""
        owner = np.repeat(np.arange(len(ways)), [len(each.numbers) for each in ways])
        number = np.concatenate([each.numbers for each in ways])
        slip, misread, lost = np.concatenate([each.costs for each in ways], 1)
        slip += RATES * page.shift(Cause.SLIP)
        misread += RATES * page.shift(Cause.MISREAD)
        lost += np.array([RATES * page.shift(cause) for cause in _LOSSES])[np.concatenate([each.lost for each in ways])]
        cost = np.minimum(np.maximum(np.maximum(slip, misread), lost), LEAST_COST)
        order = np.lexsort((-(cost + self._model.log_prob[number]), owner))
        kept = order[np.arange(len(order)) - np.searchsorted(owner, owner) < MOST]
        return owner[kept], number[kept], cost[kept]

    def _ways(self, asked: list[tuple[str, int, int]]) -> list[_Ways]:
        """What words may have been, and how they came to be written so; kept, for pages have words in common.

        A word comes with its id and the number of its unmarked spelling.
        """
        if len(self._held) > MOST_HELD:
            self._held = {}
        held, words = self._held, self._model.words
        new = [*dict.fromkeys(each for each in asked if each not in held)]
        others = self._candidates.other_syllables(new) if new else []
        counts, ids = [*map(len, others)], np.array([*chain.from_iterable(others)], np.int64)
        _, likelihoods = confused(words, [word for word, _, _ in new], counts, ids)
        end = 0
        for each, numbers in zip(new, others, strict=True):
            end += len(numbers)
            first = end - len(numbers)
            lost = np.array([_loss(each[0], words[number]) for number in numbers], np.int64)
            costs = np.empty((3, len(numbers)))
            costs[:2] = likelihoods[first:end].T
            costs[2] = np.where(lost < 0, LEAST, LOST)
            held[each] = _Ways(ids[first:end].copy(), costs, np.maximum(lost, 0))
        return [held[each] for each in asked]

    def _by_net(self, scan: Scan, at: npt.NDArray[np.int64], ids: Ids) -> Floats:
        """Log-weights of candidates by the wide-context net: those with the same letters are compared."""
        return NET * Rescorer(scan, self._model).compared(at, ids, OTHER_LETTERS)


def is_in_pieces(scan: Scan) -> bool:
    """Whether spaces stand inside the words of a text."""
    lone = np.flatnonzero((scan.ends - scan.starts == 1) & ~scan.marked & ~scan.tokens.number & (scan.case == LOWER))
    consonants = sum(scan.text[at] not in VOWELS for at in scan.starts[lone].tolist())
    return consonants > IN_PIECES * len(scan)


def _loss(written: str, meant: str) -> int:
    """What was lost of ``meant`` if it is written as ``written`` (a place in _LOSSES); -1 if nothing."""
    if len(meant) == len(written):
        if written == toneless(meant):
            return _TONE
        if written == bare(meant):
            return _MARKS
    elif len(meant) == len(written) + 1 and _lacks_a_letter(written, meant):
        return _LETTER
    return -1


def _lacks_a_letter(written: str, meant: str) -> bool:
    """Whether ``written`` is ``meant`` without one of its letters, as its length says."""
    at = 0
    while at < len(written) and written[at] == meant[at]:
        at += 1
    return written[at:] == meant[at + 1 :]
