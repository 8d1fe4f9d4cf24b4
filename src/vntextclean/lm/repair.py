"""Repairs of single syllables that the model is asked about, decided together for a whole text.

The surest repair is put in first and its neighbours are looked at again in its light, so that of two damaged words
side by side the first helps the second, and a second pass over the repaired text finds nothing new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.confidence import MOST_LEAD, Confidence, Signs
from vntextclean.lm.evidence import Evidence
from vntextclean.lm.model import Model
from vntextclean.lm.rivals import PAD, VOWEL, Found, Rivals
from vntextclean.lm.scan import UPPER, Scan
from vntextclean.vietnamese.damage import Damage, kind_of

Ints = npt.NDArray[np.int64]
Lower = npt.NDArray[np.int32]

Weigh = Callable[[Damage, Signs], float]

#: How far a repair changes what the model says of its neighbours, in words.
REACH = 4
#: Chains of damaged words longer than this are no prose.
ROUNDS = 5
#: A document that writes a rival with the same neighbour this often vouches for it, given some gain (nats) and lead.
HABIT = 3
HABIT_GAIN = 4.0
HABIT_GAIN_OF_SYLLABLE = 8.0
HABIT_LEAD = 3.0
HABIT_CONFIDENCE = 0.985
#: Below this a repair is not even suggested.
LEAST = 0.5


class Repair(NamedTuple):
    """One syllable to repair: the token, the word as it stands and as it should, the kind of damage, the confidence."""

    token: int
    word: str
    rival: str
    kind: Damage
    confidence: float


class Repairer:
    """Finds damaged syllables and what they were."""

    def __init__(self, model: Model, weigh: Weigh, wide: bool = False) -> None:
        self.model = model
        self._asks_wide = wide and bool(model.file.group("wide"))
        self.rivals = Rivals(model)
        self.weigh = weigh

    def repairs(self, scan: Scan, least: float) -> list[Repair]:
        """All repairs of a text in order; those of confidence ``least`` or more are taken as made by the others."""
        ids, lower = self.rivals.padded(scan), scan.lower.copy()
        made: dict[int, Repair] = {}
        open_: dict[int, Repair] = {}
        only: Ints | None = None
        for _ in range(ROUNDS):
            found = self.rivals.search(scan, ids, only)
            if only is not None:
                for token in only.tolist():
                    open_.pop(token, None)
            for repair in self.judge(scan, found, lower):
                open_[repair.token] = repair
            chosen = _surest([r for r in open_.values() if r.confidence >= least])
            if not chosen:
                break
            for repair in chosen:
                made[repair.token] = open_.pop(repair.token)
                lower[repair.token] = number = int(self.model.ids([repair.rival])[0])
                named = scan.names[repair.token]
                ids[scan.at[repair.token] + PAD] = self.model.title_of[number] if named else number
            words = {repair.word.lower() for repair in chosen}
            again = [token for token, repair in open_.items() if repair.word.lower() in words]
            only = _around([r.token for r in chosen], again, len(scan), set(made))
        return sorted([*made.values(), *(r for r in open_.values() if r.confidence >= LEAST)])

    def judge(self, scan: Scan, found: list[Found], lower: Lower) -> list[Repair]:
        """The best repair of each doubtful word, with its confidence.

        ``lower`` are the ids of the scan's spellings with the repairs already made put in.
        """
        if not found:
            return []
        wide = self._wide(scan, found)
        counts = _count_words(scan, found, lower)
        out = []
        for each, opinion in zip(found, wide, strict=True):
            word = scan.text[scan.starts[each.token] : scan.ends[each.token]]
            rival = self.model.word(int(each.rivals[0]))
            kind = kind_of(_folded(word, self.model, int(scan.lower[each.token])), rival)
            if kind is None or kind is Damage.OTHER_MARKS:  # 17 of 22 strong proposals of that kind were wrong
                continue
            if self._is_no_word(scan, each.token, lower):
                continue
            signs = self._signs(scan, each, opinion, counts[word.lower()] > 1)
            confidence = self.weigh(kind, signs)
            if confidence < HABIT_CONFIDENCE and self._is_habit(scan, each, signs, lower):
                confidence = HABIT_CONFIDENCE
            out.append(Repair(each.token, word, rival, kind, confidence))
        return out

    def _is_no_word(self, scan: Scan, token: int, lower: Lower) -> bool:
        """Whether what stands there is a unit, an abbreviation, cut short by an ellipsis, typed bare, or foreign."""
        illegal = not self.rivals.legal[scan.lower[token]]
        return bool(
            (illegal and token and scan.tokens.number[token - 1])
            or scan.text.startswith(("...", "…"), int(scan.ends[token]))
            or _is_abbreviation(scan, token)
            or _is_typed_bare(scan, token)
            or self._is_foreign(scan, token, lower)
        )

    def _is_foreign(self, scan: Scan, token: int, lower: Lower) -> bool:
        """Whether most words around a word are no Vietnamese syllables: what looks like damage is another language.

        A word that stands alone has nothing to tell what it was either.
        """
        near = [i for i in _near(scan, token, 2) if not scan.tokens.number[i]]
        alien = sum(not self.rivals.legal[lower[i]] for i in near)
        return not near or (len(near) > 1 and 2 * alien >= len(near))

    @staticmethod
    def _is_habit(scan: Scan, found: Found, signs: Signs, lower: Lower) -> bool:
        """Whether the document itself writes the rival with the same neighbour, again and again."""
        if signs.name or signs.repeated or signs.lead < HABIT_LEAD:
            return False
        if signs.gain < (HABIT_GAIN if signs.illegal else HABIT_GAIN_OF_SYLLABLE):
            return False
        rival = int(found.rivals[0])
        at = found.token
        first, second = lower[:-1], lower[1:]
        left = int(((first == lower[at - 1]) & (second == rival)).sum()) if at and not scan.mark[at] else 0
        last = at + 1 < len(scan) and not scan.mark[at + 1]
        right = int(((first == rival) & (second == lower[at + 1])).sum()) if last else 0
        return max(left, right) >= HABIT

    def _signs(self, scan: Scan, found: Found, wide: float, repeated: bool) -> Signs:
        token = found.token
        lower = int(scan.lower[token])
        lead = float(found.gains[0] - found.gains[1]) if len(found.gains) > 1 else MOST_LEAD
        return Signs(
            gain=float(found.gains[0]),
            lead=min(lead, MOST_LEAD),
            wide=wide,
            known_left=found.known_left,
            known_right=found.known_right,
            illegal=not self.rivals.legal[lower],
            name=bool(scan.names[token]),
            upper=bool(scan.case[token] == UPPER),
            repeated=repeated,
            vowelless=not scan.marked[token] and not VOWEL.search(scan.text, scan.starts[token], scan.ends[token]),
            log_prob=float(self.model.log_prob[lower]),
            rival_log_prob=float(self.model.log_prob[found.rivals[0]]),
            length=int(scan.ends[token] - scan.starts[token]),
        )

    def _wide(self, scan: Scan, found: list[Found]) -> list[float]:
        """How much likelier the wide context makes each best rival; 0 where the scorer cannot tell."""
        if not self._asks_wide:
            return [0.0] * len(found)
        tokens = np.array([each.token for each in found])
        free = np.zeros(len(scan), np.bool_)
        free[tokens] = True
        pairs = np.array([[scan.lower[each.token], each.rivals[0]] for each in found], np.int32)
        same_key = self.model.bare_of[pairs[:, 0]] == self.model.bare_of[pairs[:, 1]]
        weights = Evidence(scan, self.model, free)(scan.at[tokens], pairs, np.full(pairs.shape, 0.5, np.float32))
        gains: list[float] = np.where(same_key, weights[:, 1] - weights[:, 0], 0.0).tolist()
        return gains


def _near(scan: Scan, token: int, reach: int) -> list[int]:
    """The tokens up to ``reach`` away on either side."""
    return [i for i in range(max(0, token - reach), min(len(scan), token + reach + 1)) if i != token]


def _is_typed_bare(scan: Scan, token: int) -> bool:
    """Whether a word without marks stands among words without marks: a line of search keys, not damage."""
    near = _near(scan, token, 3)
    return not scan.marked[token] and len(near) > 2 and not any(scan.marked[i] for i in near)


def _is_abbreviation(scan: Scan, token: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    if scan.case[token] != UPPER or scan.marked[token]:
        return False
    near = _near(scan, token, 2)
    return 2 * sum(scan.case[i] == UPPER for i in near) < len(near) or not near


def _surest(repairs: list[Repair]) -> list[Repair]:
    """The repairs that are the surest within their reach: they cannot depend on one another."""
    chosen: list[Repair] = []
    taken: set[int] = set()
    for repair in sorted(repairs, key=lambda r: (-r.confidence, r.token)):
        if not any(token in taken for token in range(repair.token - REACH, repair.token + REACH + 1)):
            chosen.append(repair)
            taken.add(repair.token)
    return chosen


def _around(tokens: list[int], again: list[int], count: int, without: set[int]) -> Ints:
    near = set(again) | {i for token in tokens for i in range(token - REACH, token + REACH + 1) if 0 <= i < count}
    return np.array(sorted(near - without), np.int64)


def _count_words(scan: Scan, found: list[Found], lower: Lower) -> Counter[str]:
    """How often each doubtful word stands unrepaired in the text: what is written twice alike is seldom a slip."""
    wanted = {scan.text[scan.starts[f.token] : scan.ends[f.token]].lower() for f in found}
    tokens = np.array([f.token for f in found])
    numbers = np.unique(scan.lower[tokens])
    counts: Counter[str] = Counter()
    for token in np.flatnonzero(np.isin(scan.lower, numbers) & (lower == scan.lower)).tolist():
        word = scan.text[scan.starts[token] : scan.ends[token]].lower()
        if word in wanted:
            counts[word] += 1
    return counts


def _folded(word: str, model: Model, lower: int) -> str:
    """A word as the model spells it: lower case, the tone of open rimes on the first vowel."""
    known = model.word(lower)
    return known if not known.startswith("<") else word.lower()


def in_case_of(word: str, rival: str) -> str:
    """The rival written in the case of the word it replaces.

    >>> in_case_of("Môt", "một"), in_case_of("NHÁT", "nhất"), in_case_of("vn", "vận")
    ('Một', 'NHẤT', 'vận')
    """
    if word.isupper() and len(word) > 1:
        return rival.upper()
    return rival[0].upper() + rival[1:] if word[0].isupper() else rival


@lru_cache(maxsize=4)
def repairer(model: Model) -> Repairer:
    """The repairer of a model, made once."""
    confidence = Confidence.of(model)
    return Repairer(model, confidence, confidence.reads_wide_context)
