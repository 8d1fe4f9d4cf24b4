"""The suspects of one text, weighed together: a string that is parted changes what its neighbours may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from vntextclean.filters.run_ons.detect import Suspects
from vntextclean.filters.run_ons.echoes import echoed_word
from vntextclean.filters.run_ons.loans import TOGETHER, is_foreign_word, looks_like_loan
from vntextclean.filters.run_ons.lost_punctuation import Gap, read_gaps
from vntextclean.filters.run_ons.numbers import gain_after_number, gain_before_number, is_footnote
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.collocations import Collocations
from vntextclean.lm.segmentation.glued import Glued
from vntextclean.lm.segmentation.segmenter import Segmentation, Segmenter
from vntextclean.lm.text.context import WIDTH, Context
from vntextclean.lm.text.scan import SENTENCE, SPECIALS, Scan
from vntextclean.vietnamese.doubled_letters import without_doubled_letter
from vntextclean.vietnamese.exchanged_letters import with_letters_exchanged
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

#: How often a string is weighed again because a neighbour was repaired; three in a row are the most seen on real pages.
_ROUNDS = 4
#: A syllable this much commoner with the coda than without it (e^3 = 20 times) is rather meant.
_TWIN = 3.0
#: Asked of the first word of a run-on behind a number, like any word there.
_BESIDE_NUMBER = 1.0
_TITLED = 4
#: Lead (nats) of a word alone over the string parted, from which it is an echo, and above which it may be one. In 2 800
#: lines of news, encyclopedia, law and prose, of 1 383 made echoes 1 169 are repaired, 184 stay and 23 are parted. Of
#: 51 pairs of words that look like an echo when they are glued, 41 are parted, 6 stay and 4 lose the first word.
_ECHO, _RUN_ON = 9.5, 8.0
#: The same lead, above which a suspect is a word with a letter too many. In lines of news, encyclopedia and prose 56 of
#: 1 328 words with a vowel there twice were parted, and all but one have a lead of 9.5 and more; 26 pairs of words that
#: look so when they are glued have 5 at most.
_TWICE = 7.0
_NONE: frozenset[str] = frozenset()


class Weighing:
    """One text's suspects and what was found of them so far; made for one call.

    ``accepts`` says which run-ons will be parted: the others are weighed again beside them. None is that gains less
    than ``least``, nor is it shown: nothing more is asked about it. The lists run over the suspects: where each stands
    in the id stream, where it begins and ends, whether it begins a sentence.
    """

    def __init__(
        self, segmenter: Segmenter, scan: Scan, suspects: Suspects, accepts: Callable[[RunOn], bool], least: float
    ) -> None:
        self._segmenter = segmenter
        self._model = segmenter.model
        self._text = scan.text
        self._names = suspects.names
        self._accepts = accepts
        self._least = least
        self._stream = Context(scan.stream)
        # Hardly a text has more than a few suspects: an index by a list costs a microsecond or two in numpy.
        self._at, self._starts, self._ends = (
            [column[token] for token in suspects.tokens] for column in (scan.at.data, scan.flat.starts, scan.flat.ends)
        )
        self._initial = [scan.flat.mark[token] == SENTENCE for token in suspects.tokens]
        #: By suspect, the best way to part it, and the ids of its pieces.
        self._best: dict[int, RunOn] = {}
        self._ids: dict[int, tuple[int, ...]] = {}
        self._settled: set[int] = set()
        #: What strings are that stand beside a parted one, by string and neighbours.
        self._paired: dict[Glued, Segmentation | None] = {}

    def run_ons(self) -> list[RunOn]:
        """The suspects that are several words, in order, the doubtful ones too."""
        waiting = list(range(len(self._at)))
        for _ in range(_ROUNDS):
            changed = []
            for i, parting in zip(waiting, self._segmenter.part([self._glued(i) for i in waiting]), strict=True):
                if parting is None or self._is_misspelt(i, parting):
                    self._best.pop(i, None)
                    continue
                self._best[i], self._ids[i] = self._echo_or_run_on(i, parting)
                if self._accepts(self._best[i]):
                    self._settle(i)
                    changed.append(self._at[i])
            near = {place + offset for place in changed for offset in range(-WIDTH, WIDTH + 1)}
            waiting = [i for i in range(len(self._at)) if i not in self._settled and self._at[i] in near]
            if not waiting:
                break
        self._pair_up()
        self._set_gaps()
        self._touch_numbers()
        return [self._best[i] for i in sorted(self._best)]

    def _glued(self, i: int) -> Glued:
        word, at = self._text[self._starts[i] : self._ends[i]], self._at[i]
        names = self._names.get(word, _NONE)
        return Glued(word, self._stream.before(at), self._stream.after(at), self._initial[i], names)

    def _settle(self, i: int) -> None:
        """Take a suspect as parted."""
        self._settled.add(i)
        self._stream.repaired[self._at[i]] = self._ids[i]

    def _pair_up(self) -> None:
        """Weigh two neighbours together where neither is likely while the other is glued: "lễkỷ niệmlà"."""
        pairs = [(i, i + 1) for i in sorted(self._best) if self._is_open_pair(i, i + 1)]
        # All at once, as long as no pair is parted: one by one, a text of such pairs was read with 11 KB a second.
        asked = [self._glued_beside(*pair) for i, j in pairs for pair in ((i, j), (j, i))]
        parted = self._segmenter.part(asked)
        self._paired.update(zip(asked, parted, strict=True))
        as_asked = True  # until one is parted, which may stand beside the next
        for number, (i, j) in enumerate(pairs):
            if not self._is_open_pair(i, j):
                continue
            second, first = (
                parted[2 * number : 2 * number + 2] if as_asked else (self._beside(i, j), self._beside(j, i))
            )
            if first is None or second is None:
                continue
            both = self._run_on(i, first), self._run_on(j, second)
            # What both gain together is what one gains alone and the other beside it.
            together = both[1]._replace(gain=self._best[i].gain + second.gain)
            if all(map(self._accepts, (*both, together))):
                self._best[i], self._best[j] = both
                self._ids[i], self._ids[j] = first.ids, second.ids
                self._settle(i)
                self._settle(j)
                as_asked = False

    def _is_open_pair(self, i: int, j: int) -> bool:
        """Whether two suspects stand side by side, and neither is parted yet."""
        if i in self._settled or j in self._settled or j not in self._best:
            return False
        return self._at[j] - self._at[i] <= WIDTH - 1

    def _beside(self, parted: int, asked: int) -> Segmentation | None:
        """The best way to part a suspect while another is parted."""
        glued = self._glued_beside(parted, asked)
        if glued not in self._paired:
            self._paired[glued] = self._segmenter.part([glued])[0]
        return self._paired[glued]

    def _glued_beside(self, parted: int, asked: int) -> Glued:
        """A suspect as it stands while another is parted."""
        self._stream.repaired[self._at[parted]] = self._ids[parted]
        glued = self._glued(asked)
        del self._stream.repaired[self._at[parted]]
        return glued

    def _echo_or_run_on(self, i: int, parting: Segmentation) -> tuple[RunOn, tuple[int, ...]]:
        """What a suspect is, and the ids that take its place; one that may be either is left to a person."""
        found = self._run_on(i, parting)
        word = echoed_word(self._text[found.start : found.end])
        if word is None:
            return found, parting.ids
        ids = self._alone(i, word)
        lead = self._lead(i, ids, parting)
        if lead < _ECHO:
            before = self._stream.before(self._at[i])
            repeats = len(before) > 0 and before[-1] == parting.ids[0]  # "do dođời" is not "do do đời"
            return (found._replace(runner_up=0.0) if repeats or lead > _RUN_ON else found), parting.ids
        return found._replace(pieces=(word,), gaps=(), gain=lead, echo=True), ids

    def _is_misspelt(self, i: int, parting: Segmentation) -> bool:
        """Whether a suspect is rather one word with a letter too many or two exchanged, which is for others to mend."""
        text = self._text[self._starts[i] : self._ends[i]]
        word = without_doubled_letter(text)
        meant = (*with_letters_exchanged(text), *([] if word is None else [word]))
        return any(self._lead(i, self._alone(i, word), parting) > _TWICE for word in meant)

    def _alone(self, i: int, word: str) -> tuple[int]:
        """The id of a word in the place of a suspect."""
        return (int(self._model.ids([word.lower() if self._initial[i] or word.isupper() else word])[0]),)

    def _lead(self, i: int, ids: tuple[int, ...], parting: Segmentation) -> float:
        """How much likelier a word (its id) is in the place of a suspect than its pieces (nats)."""
        before, after = self._stream.before(self._at[i]), self._stream.after(self._at[i])
        sequences = [[*before, *each, *after] for each in (ids, parting.ids)]
        alone, parted = self._segmenter.score(sequences, [len(before)] * 2)
        return alone - parted

    def _run_on(self, i: int, parting: Segmentation) -> RunOn:
        start, end = self._starts[i], self._ends[i]
        marked = any(letter in MARKED for letter in self._text[start:end])
        gaps = (" ",) * (len(parting.pieces) - 1)
        if parting.gain < self._least:
            return RunOn(start, end, parting.pieces, gaps, parting.gain, parting.runner_up, marked, number=False)
        guessed = _lost_twin(self._segmenter, parting.pieces) or self._is_foreign(i, parting)
        runner_up = 0.0 if guessed else parting.runner_up
        loan = marked and looks_like_loan(self._model, parting.pieces)
        return RunOn(start, end, parting.pieces, gaps, parting.gain, runner_up, marked, number=False, loan=loan)

    def _is_foreign(self, i: int, parting: Segmentation) -> bool:
        """Whether a suspect is rather a foreign word: its end does not go with the next ("camera an ninh" does)."""
        if not is_foreign_word(parting.pieces):
            return False
        after = self._stream.after(self._at[i])[0]
        last, after = self._model.lower_of[[parting.ids[-1], after]].tolist()  # shares are of small letters
        return self._model.derived(Collocations).share(last, after) < TOGETHER

    def _touch_numbers(self) -> None:
        """Part a run-on from the number that touches it: "2021bịbuộc", "vàonăm1868"."""
        text = self._text
        for i, found in self._best.items():
            if not self._accepts(found):
                continue
            pieces, gaps = found.pieces, found.gaps
            touches_before = text[found.start - 1 : found.start].isdigit() and _may_touch(pieces[0])
            touches_after = _may_touch(pieces[-1]) and _starts_number(text, found.end)
            if not touches_before and not touches_after:
                continue
            ids = self._ids[i]
            before = self._stream.before(self._at[i])
            if touches_before and gain_after_number(self._model, list(before), ids[0]) > _BESIDE_NUMBER:
                pieces, gaps = ("", *pieces), (" ", *gaps)
            if touches_after and gain_before_number(self._model, [*before, *ids]) > _BESIDE_NUMBER:
                pieces, gaps = (*pieces, ""), (*gaps, " ")
            self._best[i] = found._replace(pieces=pieces, gaps=gaps)

    def _set_gaps(self) -> None:
        """Put back the commas and full stops that were lost with the spaces."""
        asked: list[tuple[int, int]] = []
        gaps: list[Gap] = []
        lower: dict[tuple[int, ...], list[int]] = {}
        for i, found in self._best.items():
            if not self._accepts(found):
                continue
            ids = lower.get(self._ids[i], [])
            if not ids:
                ids = lower[self._ids[i]] = self._model.lower_of[list(self._ids[i])].tolist()
            before, after = self._stream.before(self._at[i]), self._stream.after(self._at[i])
            for number, piece in enumerate(found.pieces[1:], 1):
                if min(ids[number - 1], ids[number]) < len(SPECIALS) or (piece.isupper() and len(piece) > 1):
                    continue
                if _ends_heading(found.pieces[number - 1]) and not piece.isupper():
                    continue
                if not (is_syllable(found.pieces[number - 1].lower()) or is_syllable(piece.lower())):
                    continue  # "japonicaThunb." is Latin
                capital = piece[0].isupper()
                written = int(self._model.title_of[ids[number]]) if capital else ids[number]
                rest = (*ids[number + 1 :], *after)
                gaps.append(Gap((*before, *ids[:number]), ids[number], written, capital, rest))
                asked.append((i, number - 1))
        for (i, number), gap in zip(asked, read_gaps(self._segmenter, gaps), strict=True):
            # Where each word of a string begins with a capital, none begins a sentence (a table's head).
            found = self._best[i]
            if gap == ", " or (gap == ". " and sum(piece[:1].isupper() for piece in found.pieces) < _TITLED):
                self._best[i] = found._replace(gaps=(*found.gaps[:number], gap, *found.gaps[number + 1 :]))


def _ends_heading(piece: str) -> bool:
    """Whether a piece is a word in capitals, which ends no sentence: "TRẠM CÔNG ANĐiều 4". "HCM" is none."""
    return len(piece) > 1 and piece.isupper() and is_syllable(piece)


def _may_touch(piece: str) -> bool:
    return len(piece) > 1 and not piece.isascii()


def _starts_number(text: str, at: int) -> bool:
    """Whether digits begin at a place that are a number: no code, which ends with a letter, and no footnote mark."""
    start = at
    while text[at : at + 1].isdigit():
        at += 1
    return at > start and not text[at : at + 1].isalpha() and not is_footnote(text, start, at)


@lru_cache(maxsize=1 << 12)
def _lost_twin(segmenter: Segmenter, pieces: tuple[str, ...]) -> bool:
    """Whether the onset behind it swallowed a coda: "trongười" is "trong người", not "tro người"."""
    ids, prob = segmenter.pieces.ids, segmenter.model.log_prob
    for left, right in pairwise(map(str.lower, pieces)):
        for coda in ("ng", "nh", "ch", "c", "m", "n", "t"):
            longer = ids.get(left + coda) if right.startswith(coda) else None
            if longer is not None and left in ids and prob[longer] > prob[ids[left]] + _TWIN:
                return True
    return False
