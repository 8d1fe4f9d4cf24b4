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
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.candidates import CandidateSearch
from vntextclean.filters.diacritics.channel import LEAST, likelihood
from vntextclean.filters.diacritics.detect import LONGEST
from vntextclean.filters.diacritics.page_rates import Cause, PageRates
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import LOWER, PAD, SPECIALS, Scan
from vntextclean.restoration.lattice import Lattice, unsure
from vntextclean.restoration.rescore import Rescorer
from vntextclean.vietnamese.letters import VOWELS, bare, toneless

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

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
_MOST_ODDS = 9.0
#: Text of which more of the words are lone consonants is in pieces, and no engine read it so: of 96 scans at most 3.6 %
#: are, of the text out of PDF that looks misread 8 to 25 %.
IN_PIECES = 0.06


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
        out = []
        for token in free:
            place = int(scan.at[token])
            shares: dict[int, float] = {}
            for number, share in zip(lattice.ids[place].tolist(), posterior[place].tolist(), strict=True):
                lower = int(self._model.lower_of[number])
                shares[lower] = shares.get(lower, 0.0) + share
            meant = max(shares, key=lambda number: shares[number])
            if meant != scan.lower[token] and shares[meant] > LEAST_READING and meant >= len(SPECIALS):
                out.append(Reading(token, meant, min(shares[meant], 1.0)))
        return out

    def _columns(self, scan: Scan, page: PageRates) -> tuple[Ids, Floats, list[int]]:
        """Candidates and log-weights of each position of the stream, and the tokens that have some."""
        ids = np.zeros((len(scan.stream), 2 * MOST + 2), np.int32)
        weight = np.zeros(ids.shape, np.float32)
        ids[:, 0] = self._candidates.padded(scan)[PAD : PAD + len(ids)]
        free = [
            token
            for token in range(len(scan))
            if not scan.tokens.number[token] and scan.ends[token] - scan.starts[token] <= LONGEST
        ]
        found: dict[str, list[tuple[int, float]]] = {}
        for token in free:
            place, own = int(scan.at[token]), int(scan.lower[token])
            word = self._model.spelled(scan, token)
            if not self._candidates.legal[own]:
                weight[place, 0] = -STRANGE if own < len(SPECIALS) else -KNOWN_STRANGE
            if word not in found:
                found[word] = self._found(word, own, int(scan.bare[token]), page)
            column = 1
            for number, cost in found[word]:
                title = int(self._model.title_of[number])
                first = title if scan.names[token] else number
                ids[place, column], weight[place, column] = first, cost
                column += 1
                if first != number:
                    ids[place, column], weight[place, column] = number, cost - OTHER_CASE
                    column += 1
            if scan.names[token] and ids[place, 0] != own >= len(SPECIALS):
                ids[place, column], weight[place, column] = own, -OTHER_CASE
        return ids, weight, free

    def _found(self, word: str, own: int, plain: int, page: PageRates) -> list[tuple[int, float]]:
        """The likeliest candidates of a word and the log-probability that each is written so on this page."""
        log_prob, words = self._model.log_prob, self._model.words
        numbers = self._candidates.other_syllables(word, own, plain)
        costs = [(number, _channel(word, words[number], page)) for number in numbers]
        costs.sort(key=lambda each: -(each[1] + float(log_prob[each[0]])))
        return costs[:MOST]

    def _by_net(self, scan: Scan, at: npt.NDArray[np.int64], ids: Ids) -> Floats:
        """Log-weights of candidates by the wide-context net: those with the same letters are compared."""
        return NET * Rescorer(scan, self._model).compared(at, ids, OTHER_LETTERS)


def is_in_pieces(scan: Scan) -> bool:
    """Whether spaces stand inside the words of a text."""
    lone = np.flatnonzero((scan.ends - scan.starts == 1) & ~scan.marked & ~scan.tokens.number & (scan.case == LOWER))
    consonants = sum(scan.text[at] not in VOWELS for at in scan.starts[lone].tolist())
    return consonants > IN_PIECES * len(scan)


def _channel(written: str, meant: str, page: PageRates) -> float:
    """The log-probability that ``meant`` is written as ``written``, by the likeliest of the causes on the page."""
    slip, misread = likelihood(written, meant)
    lost, cause = LEAST, Cause.TONE
    if bare(written) == bare(meant):
        if written in (toneless(meant), bare(meant)):
            lost, cause = LOST, Cause.TONE if written == toneless(meant) else Cause.MARKS
    elif len(meant) == len(written) + 1 and _lacks_a_letter(written, meant):
        lost, cause = LOST, Cause.LETTER
    ways = (slip, Cause.SLIP), (misread, Cause.MISREAD), (lost, cause)
    return min(max(cost + RATES * page.shift(why) for cost, why in ways), LEAST_COST)


def _lacks_a_letter(written: str, meant: str) -> bool:
    return any(meant[:index] + meant[index + 1 :] == written for index in range(len(meant)))
