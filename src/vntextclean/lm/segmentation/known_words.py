"""Which known words may be a piece of a glued string, and what each costs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.syllables import spelt_by_rule
from vntextclean.lm.text.scan import SPECIALS, UNKNOWN_MARKED
from vntextclean.vietnamese.letters import MARKED, VOWELS, bare
from vntextclean.vietnamese.loans import SOLID_LOANS
from vntextclean.vietnamese.syllables import forms, is_bare_syllable
from vntextclean.vietnamese.tones import to_old, to_standard

#: Letters of the longest syllables (nghiêng, nghuếch).
LONGEST = 7
#: A syllable with a smaller log-probability is no piece: one in two million words.
RAREST = -14.5
#: The same for syllables without an onset: rarer ones are parts of broken words (ười, ện, ột), not words.
RAREST_BARE = -12.0
#: Cost of a piece that is a known word but no syllable (nats).
LOAN = 1.5
#: Cost of a misplaced tone mark in a piece (nats; vơí).
SLIP = 6.0
#: Words of one letter.
_ALONE = frozenset("ởýạàơờếôừủyáồổốợứ")


def likeliest(model: Model) -> npt.NDArray[np.float32]:
    """The larger log-probability of each lower-case id and its Title-case id: Nẵng is common as a name only."""
    return np.maximum(model.log_prob[: model.size], model.log_prob[model.title_of[: model.size]])


def ids_of(model: Model) -> dict[str, int]:
    """The ids of words that may be pieces, by folded spelling: not rare, a syllable or over two letters long."""
    words, prob = model.words, likeliest(model)
    likely = prob > RAREST
    likely[: len(SPECIALS)] = False
    numbers = likely.nonzero()[0]
    rare, legal = prob[numbers] < RAREST_BARE, model.derived(spelt_by_rule)[numbers]
    found = {}
    for number, is_rare, is_legal in zip(numbers.tolist(), rare.tolist(), legal.tolist(), strict=True):
        word = words[number]
        if is_rare and word[0] in VOWELS:
            continue
        if len(word) > 2 or (word in _ALONE if len(word) == 1 else is_legal):
            found[word] = number
    return found


def known(spelled: str, ids: Mapping[str, int]) -> tuple[int, float, bool]:
    """The id of a lower-case spelling (-1: no piece), its cost (nats), and whether it must be in capitals.

    ``ids`` are those of :func:`ids_of`.

    >>> known("làng", {"làng": 7}), known("google", {"google": 9}), known("lxng", {})
    ((7, 0.0, False), (9, 1.5, False), (-1, 0.0, False))
    """
    number = ids.get(spelled)
    if number is not None and spelled not in forms():
        # A loan or an abbreviation. Without a vowel it is an abbreviation, and must be in capitals.
        marked = any(letter in MARKED for letter in spelled)
        return number, 0.0 if marked else LOAN, not any(letter in VOWELS for letter in spelled)
    if number is not None:
        return number, 0.0, False
    may_be_moved = not spelled.isascii() and len(spelled) <= LONGEST and is_bare_syllable(bare(spelled))
    if may_be_moved and sum(letter in VOWELS for letter in spelled) > 1:
        # Only with two vowels can the tone stand in different places.
        number = ids.get(to_old(spelled))
        if number is not None:
            return number, 0.0, False
        standard = to_standard(spelled)
        if standard != spelled and standard in ids:
            return ids[standard], SLIP, False
    return (UNKNOWN_MARKED, 0.0, False) if spelled in SOLID_LOANS else (-1, 0.0, False)
