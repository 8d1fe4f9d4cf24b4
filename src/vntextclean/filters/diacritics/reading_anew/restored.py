"""What ``restore`` says of a doubted word: how much likelier its net finds the rival among the words of these letters.

The net reads some thirty words around and the topic, all without their marks, so it is a witness of its own: neither
the bigrams nor a wrong neighbour tell it what to say. It is asked only about the few proposals that are nearly sure,
and not where what lost its marks goes with its neighbour: "đi đôi với" is not "đối với".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import compress

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import is_collocation
from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.evidence.repair import LED, Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

#: The net must find the rival likelier by this (nats), and counts for no more than the other. In 325 documents of the
#: corpora as they are, all repairs that this lifts were read and are right; from 2.0 on "sẽ phẫu thuật đẻ" would be
#: "để", and "nhóm máu và cung" (of the zodiac) "cũng".
LEAST, MOST = 2.2, 3.0
#: The most that the page may add to what a proposal is worth in a usual text (nats), and the least confidence on the
#: page: in old prose ("sắt da", "đờ o séc") tones look lost everywhere.
PAGE, DOUBTED = 1.6, 0.2
#: What lost marks is a word as well ("tài liệu dược"), and must be so sure in a usual text: from 0.5 to 0.8 three in
#: eight were wrong. Not so of wrong tones, of which all seventeen were right.
LOST, LOST_USUAL = (Damage.TONE, Damage.SHAPE, Damage.MARKS), 0.8
#: Where the rest of the page makes such damage likelier by LOSSY (nats), a lost tone or marks need less by themselves,
#: and the net need not be so sure, if no other candidate comes near (``LED``). In 495 000 syllables, as documents of 20
#: lines with one word in a hundred damaged, 44 words more come back, one becomes another wrong one ("toàn cầu vi" for
#: "với": "vì"), and of nine words that were not damaged eight were misprints ("Ai da" is an exclamation). On pages that
#: show less, "cái áo cua giá trăm nghìn" would be "của". Lost shapes are too few: "nến sáp xếp" is not "sắp xếp".
LOSSY, LOSSY_USUAL, LOSSY_LEAST = 0.7, 0.4, 1.0
LOST_IN_LOSSY = (Damage.TONE, Damage.MARKS)
#: Proposals are asked about from so much on (log-odds): with the most that the net can add they are made.
ASKED = 0.9
#: A text of fewer words has no topic to read.
LEAST_WORDS = 40
#: What lost something is told apart from other words if the n-gram and the net together find it likelier by this than
#: those of the same letters, and the n-gram than all others, and if the net alone finds it likelier by that (nats),
#: where it is so sure on its page but for them. With two words in a hundred damaged 80 of 28 300 words that lost a
#: letter come back in 5 110 000 syllables, two become another word ("hn" *hẳn* for *hắn*), and 54 of 31 400 that lost
#: marks or the tone in 2 920 000, none becomes a wrong one. In other draws 74 come back and three become another word
#: ("làm guong": *gương* for *guồng*). No sound word is changed. Without words of the same letters the net tells
#: nothing: "một cái đn" would be *đàn*.
APART, APART_BY_NET, TOLD = 2.5, 0.7, 0.985
TOLD_LIKELY = {Damage.LETTER: 0.995, Damage.MARKS: 0.985, Damage.TONE: 0.985}
#: What a spelling would get that the net does not compare; none such is asked about.
_ABSENT = -50.0

#: What the rest of a page adds to the log-odds that a cause damaged a word (a token).
Shift = Callable[[int, Cause], float]


def restored(
    scan: Scan, model: Model, repairs: list[Repair], shift: Shift, accepts: Callable[[Repair], bool]
) -> list[Repair]:
    """Those of the repairs that are surer because ``restore`` agrees with them, with their new confidence.

    ``shift`` is what their page says of them.
    """
    asked = [
        repair
        for repair in repairs
        if _is_asked(repair, shift)
        and not accepts(repair)
        and not (repair.kind in LOST and is_collocation(model, scan, repair.token, scan.lower))
    ]
    # One that is as sure as it can be gets no surer. Beside others it stays: the net reads the words near all of them.
    if all(repair.confidence >= repair.most for repair in asked) or len(scan) < LEAST_WORDS:
        return []
    from vntextclean.filters.diacritics.reading_anew.scanned_page import (
        is_in_pieces,  # few texts get here, and it brings the nets
    )
    from vntextclean.restoration.rescore import Rescorer

    if scan.once(is_in_pieces):
        return []
    asked.sort()
    numbers = model.derived(CandidateSearch).numbers
    tokens = np.array([repair.token for repair in asked], np.int64)
    pairs = np.array([(scan.lower[repair.token], numbers[repair.rival]) for repair in asked], np.int32)
    net = Rescorer(scan, model)
    # In clean text half of the questions are about letters lost or exchanged, of which the net knows nothing.
    compares = net.compares(scan.at[tokens], pairs)
    if not compares.any():
        return []
    scores = net.compared(scan.at[tokens[compares]], pairs[compares], _ABSENT)
    out = []
    for repair, (own, rival) in zip(compress(asked, compares.tolist()), scores.tolist(), strict=True):
        least = LOSSY_LEAST if _is_of_lossy_page(repair, shift) else LEAST
        if rival - own >= least:
            share = 1 / (1 + math.exp(-_odds(repair, shift) - min(rival - own, MOST)))
            if share > repair.confidence:
                out.append(repair._replace(confidence=min(share, repair.most)))
    return out


def told_by_net(scan: Scan, page: PageRates, repairs: Iterable[Repair]) -> dict[int, Repair]:
    """What lost something, by token, and is sure on a page that shows such losses but for another reading."""
    return {
        repair.token: repair
        for repair in (repairs if len(scan) >= LEAST_WORDS else ())
        if repair.kind in TOLD_LIKELY and repair.signs is not None and not (repair.held or repair.either)
        if not repair.signs.name and not repair.signs.upper and repair.signs.length > 1
        if page.shift_beside(repair.token, repair.cause) >= LOSSY
        and page.confidence(Proposal(repair.token, repair.cause, repair.usual)) >= TOLD_LIKELY[repair.kind]
    }


def told_apart(
    scan: Scan, model: Model, lower: npt.NDArray[np.int32], found: list[tuple[Repair, Suspect]]
) -> list[Repair]:
    """Those of which ``restore`` tells which word was meant, with their new confidence.

    "cng" is *cùng*, *cũng* or *công*: what a page does not tell is which. With a lost letter put back the net compares
    the words of the same letters, and its weight counts beside the n-gram's, for which it was trained. ``lower`` are
    the ids of the scan's spellings with the repairs already made put in; each repair comes with all its candidates.
    """
    from vntextclean.restoration.rescore import WEIGHT, Rescorer

    rivals = model.ids([repair.rival for repair, _ in found])
    tokens = np.array([repair.token for repair, _ in found], np.int64)
    bare = np.where(lower == scan.lower, scan.bare, model.bare_of[lower])
    bare[tokens] = model.bare_of[rivals]
    words = [model.lower_of[each.candidates] for _, each in found]
    ids = np.repeat(rivals[:, None], max(map(len, words)), 1)
    for row, own in zip(ids, words, strict=True):
        alike = model.bare_of[own] == model.bare_of[row[0]]
        row[: len(own)] = np.where(alike, own, row[0])
    scores = Rescorer(scan, model, bare).compared(scan.at[tokens], ids, _ABSENT)
    out = []
    for (repair, each), rival, own, row, score in zip(found, rivals, words, ids, scores, strict=True):
        mine = own == rival
        if not mine.any():
            continue
        gains, net = each.gains - each.gains[mine][0], score[: len(own)] - score[: len(own)][mine][0]
        alike = ~mine & (row[: len(own)] == own)
        near, far = gains[alike] + WEIGHT * net[alike], gains[~mine & ~alike]
        if alike.any() and (near <= -APART).all() and (far <= -APART).all() and (net[alike] <= -APART_BY_NET).all():
            out.append(repair._replace(confidence=max(TOLD, repair.confidence)))
    return out


def _is_asked(repair: Repair, shift: Shift) -> bool:
    if repair.confidence < DOUBTED:
        return False
    if repair.kind in LOST and repair.usual < LOST_USUAL and not _is_of_lossy_page(repair, shift):
        return False
    return _odds(repair, shift) >= ASKED


def _is_of_lossy_page(repair: Repair, shift: Shift) -> bool:
    """Whether a word may have lost its tone or marks on a page that shows such losses, and can be nothing else."""
    likely = repair.usual >= LOSSY_USUAL and repair.most >= LED
    return repair.kind in LOST_IN_LOSSY and likely and shift(repair.token, repair.cause) >= LOSSY


def _odds(repair: Repair, shift: Shift) -> float:
    """The log-odds of a repair by itself: those in a usual text, or a little more where the page has such damage."""
    usual, here = _log_odds(repair.usual), _log_odds(repair.confidence)
    return here if _is_of_lossy_page(repair, shift) else max(usual, min(here, usual + PAGE))


def _log_odds(share: float) -> float:
    return math.log(max(share, 1e-9) / max(1 - share, 1e-9))
