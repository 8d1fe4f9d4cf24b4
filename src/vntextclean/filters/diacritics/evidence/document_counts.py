"""Checks on a candidate: how often the document has it, at all and beside the same words, and collocations."""

from __future__ import annotations

from collections import Counter
from math import log1p

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, Scan

Lower = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]

#: Uses of a document beyond this number say no more: a text that repeats one line does not prove it.
MOST_USES = 7
_LOGS = np.array([log1p(count) for count in range(MOST_USES + 1)])
#: A syllable that makes a neighbour this much likelier than usual, or is made so by it (nats), has lost no letter: "thơ
#: ca Nguyễn Du" is not "thơ của Nguyễn Du". Of the letters put back in the gate's damaged text none was so bound.
COLLOCATION = 2.5
#: A syllable that goes so well with a neighbour, with which its rival goes no better than this, is meant: "công suất
#: phát" is the power sent out, though "xuất phát" is a word too. In 1 500 repairs of syllables in corpora it holds back
#: two, both of them wrong.
BOUND, UNBOUND = 4.0, 1.5
#: So many words are counted one by one: to count all takes a table of the whole vocabulary.
_FEW = 16

#: How much the words of a document count beside those of all texts, the words of a usual text that stand beside them,
#: and the most that they add to a candidate (nats). What stands there counts half as much: it may be damaged alike.
RECALLED, USUAL_WORDS, MOST_RECALLED, OWN_SHARE = 1.0, 200, 4.0, 0.5

#: Where more of the words are no syllables, whole words are wrecked and tell nothing of their neighbours ("danh hiu vô
#: ch", địch, would be *vô ích*), nor do the spellings of the text: "Điu" stands again and again for "Điều". Of 20 lines
#: of news 4 % are no syllables, of an encyclopedia 6 %.
WRECKED = 0.12


def strange_share(scan: Scan, lower: Lower, legal: npt.NDArray[np.bool_]) -> float:
    """The share of the words of a text that are no syllables, as it is by now.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese
    syllables.
    """
    return float(np.count_nonzero(~legal.take(lower) & ~scan.tokens.number)) / len(scan)


def recalled(model: Model, scan: Scan, found: Suspect, uses: Ints) -> npt.NDArray[np.float32]:
    """What it adds to the candidates of a word that their document has them oftener than texts do (nats).

    A document comes back to its words: "Cực kì ngc" is *ngốc* where someone was called so before, and stays where
    nobody was. ``uses`` are the counts of all words of the model in the document, with the repairs already made.
    """
    own = int(scan.lower[found.token])
    ids = np.append(model.lower_of[found.candidates], own)
    uses = uses[ids]
    uses[-1] = max(uses[-1] - 1, 0) if own >= len(SPECIALS) else 0
    titles = model.title_of[ids]
    usual = np.exp(model.frequency[ids]) + np.where(titles != ids, np.exp(model.frequency[titles]), 0)
    nats = np.minimum(np.log1p(RECALLED * uses / ((len(scan) + USUAL_WORDS) * usual)), MOST_RECALLED)
    added: npt.NDArray[np.float32] = (nats[:-1] - OWN_SHARE * nats[-1]).astype(np.float32)
    return added


def is_collocation(
    model: Model, scan: Scan, at: int, lower: Lower, least: float = COLLOCATION, word: int | None = None
) -> bool:
    """Whether a syllable goes with its left or its right neighbour oftener than chance has it, by ``least`` nats.

    It is that of the place, or another ``word`` (an id).
    """
    return any(bond > least for bond in _bonds(model, scan, at, [int(lower[at]) if word is None else word], lower))


def is_bound_apart(model: Model, scan: Scan, at: int, rival: int, lower: Lower) -> bool:
    """Whether a syllable goes with one of its neighbours, with which its rival (an id) does not go.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in.
    """
    bonds = _bonds(model, scan, at, [int(lower[at]), rival], lower)
    return any(own >= BOUND and other <= UNBOUND for own, other in zip(bonds[::2], bonds[1::2], strict=True))


def _bonds(model: Model, scan: Scan, at: int, words: list[int], lower: Lower) -> list[float]:
    """How much oftener than by chance some words (ids) go with the word before a place, then with that behind it.

    In nats; a pair never seen has -∞. Nothing is said of a neighbour that is not there or stands across a mark.
    """
    bonds: list[float]
    if (tables := model.ngrams.compiled) is not None:
        bonds = kernel.native.bonds(tables, lower, scan.mark, at, words)
        return bonds
    pairs, mark = [], scan.flat.mark
    if at and not mark[at]:
        before = int(lower[at - 1])
        pairs += [(before, word) for word in words]
    if at + 1 < len(mark) and not mark[at + 1]:
        after = int(lower[at + 1])
        pairs += [(word, after) for word in words]
    if not pairs:
        return []
    first, second = np.array([*zip(*pairs, strict=True)], np.int64)
    score, seen = bigrams(model, first, second)
    bonds = np.where(seen, score - model.log_prob.take(second), -np.inf).tolist()
    return bonds


def document_usages(scan: Scan, tokens: list[int], rivals: list[int], lower: Lower) -> list[float]:
    """How much oftener a document has each rival (an id) beside a neighbour of its word than that word, as a log ratio.

    The mention in question is left out, and each count is one at least, so 0 says nothing either way. ``lower`` are the
    ids of the scan's spellings with the repairs already made put in.
    """
    if kernel.native is None:
        return [_usage(scan, at, int(scan.lower[at]), rival, lower) for at, rival in zip(tokens, rivals, strict=True)]
    found: list[float] = kernel.native.usage(scan.lower, lower, scan.mark, tokens, rivals, _LOGS)
    return found


def _usage(scan: Scan, at: int, written: int, rival: int, lower: Lower) -> float:
    """What the kernel answers of one word, where there is none."""
    meant, found = (lower == rival).nonzero()[0], (lower == written).nonzero()[0]
    is_met_again = len(found) > 1  # few are, and the mention in question is left out
    if not len(meant) and not is_met_again:
        return 0.0
    most = 0.0
    for step in (-1, 1):
        near = at + step
        if not 0 <= near < len(scan) or scan.mark[max(at, near)]:
            continue
        beside = lower[near]
        ratio = log1p(min(_times(beside, lower, meant + step), MOST_USES))
        if is_met_again:
            ratio -= log1p(min(max(_times(beside, lower, found + step) - 1, 0), MOST_USES))
        most = max((most, ratio), key=abs)
    return most


def _times(word: np.int32, lower: Lower, places: npt.NDArray[np.int64]) -> int:
    """How often a word stands at some places."""
    return int(np.count_nonzero(lower.take(places, mode="clip") == word))


def is_said_elsewhere(scan: Scan, at: int, written: int, rival: int, lower: Lower) -> bool:
    """Whether a document has the rival beside a neighbour of the word elsewhere, and the word itself beside neither.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in.
    """
    said = False
    for step in (-1, 1):
        if not 0 <= at + step < len(scan) or scan.mark[max(at, at + step)]:
            continue
        if _places(scan, scan.lower, at, step, written):
            return False
        # Numbers share one id, and so do the words that the model does not know: beside such a word nothing is said.
        known = int(lower[at + step]) >= len(SPECIALS)
        said = said or (known and _places(scan, lower, at, step, rival) > 0)
    return said


def _places(scan: Scan, lower: Lower, at: int, step: int, word: int) -> int:
    """How often a word stands elsewhere beside the neighbour of a place, on the same side, with no mark between."""
    first = lower[:-1] == (lower[at - 1] if step < 0 else word)
    found = first & (lower[1:] == (word if step < 0 else lower[at + 1])) & (scan.mark[1:] == 0)
    found[at - (step < 0)] = False
    return int(np.count_nonzero(found))


def repeated_words(scan: Scan, found: list[Suspect], lower: Lower) -> list[bool]:
    """Whether each doubtful word stands unrepaired in the text twice: what is written twice alike is seldom a slip."""
    tokens, lowers = [f.token for f in found], scan.flat.lower
    uses = _unrepaired(scan, tokens, lower)
    unknown = {token for token in tokens if lowers[token] < len(SPECIALS)}
    if unknown:  # words that the model does not know share their ids
        spelled, repaired = scan.once(_spelled), np.flatnonzero(lower != scan.lower).tolist()
        gone = Counter((lowers[token], _spelling(scan, token)) for token in repaired if lowers[token] < len(SPECIALS))
        asked = {lowers[token] for token in unknown}
        uses = [
            sum(spelled[number, word] - gone[number, word] for number in asked)
            if token in unknown and (word := _spelling(scan, token))
            else times
            for token, times in zip(tokens, uses, strict=True)
        ]
    return [times > 1 for times in uses]


def _spelled(scan: Scan) -> Counter[tuple[int, str]]:
    """How often each spelling of words that the model does not know stands in the text, by the id that they share."""
    lowers = scan.flat.lower
    return Counter((lowers[token], _spelling(scan, token)) for token in scan.unknown)


def _unrepaired(scan: Scan, tokens: list[int], lower: Lower) -> list[int]:
    """How often the word of each token stands unrepaired in the text."""
    found: list[int]
    if kernel.native is not None and len(tokens) <= _FEW:
        found = kernel.native.unrepaired(scan.lower, lower, tokens)
        return found
    own, stay = scan.lower[tokens], scan.lower[lower == scan.lower]
    if len(tokens) > _FEW:
        found = np.bincount(stay, minlength=int(own.max()) + 1)[own].tolist()
        return found
    return [int(np.count_nonzero(stay == each)) for each in own]


def _spelling(scan: Scan, token: int) -> str:
    return scan.word(token).lower()
