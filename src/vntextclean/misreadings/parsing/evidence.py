"""Which chain of misreadings made a line: each is tried, and the one is taken that leaves the most Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from vntextclean.misreadings.parsing.cells import Chain, Loss, Step
from vntextclean.misreadings.parsing.losses import Losses, lost_before
from vntextclean.misreadings.parsing.parsed_lines import LineState, ParsedLine, Parts
from vntextclean.misreadings.parsing.parts import Made
from vntextclean.misreadings.parsing.rows import Row
from vntextclean.misreadings.parsing.words import Word
from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.misreadings.tables.table_pairs import parts_of_others

#: What a further wrong reading, and a loss, must gain in characters read to be believed.
_STEP, _LOSS = 2.0, 1.0
#: The least that proves a line: one letter of three bytes, less a loss.
LEAST = 1.0
#: A character left over that no clean text holds speaks against a table, a little; so does a leading byte by itself.
_UNREAD, STRAY = 0.25, 2
#: So often text is met that was read wrongly again and again: ftfy's own cases hold no more.
_DEEPEST = 4


class Reading:
    """A line read through a chain: its cells, the words that come out, and what speaks for it.

    ``score`` is in characters of the text that became letters of Vietnamese words, ``gained`` the same before the chain
    is paid for. ``proofs`` counts the different
    words that became Vietnamese, half where a byte was lost, ``faults`` those that became nothing, ``odd`` foreign
    words and leading bytes that stand alone; ``long`` tells of a letter of three bytes, ``signs`` counts the characters
    that became signs, which count for no word.
    """

    def __init__(self, chain: Chain, line: ParsedLine) -> None:
        self.chain = chain
        self._line = line
        # «quá» ends like a letter that lost its last byte.
        quoted = line.quotes > 0
        proofs: dict[str, float] = {}
        score, faults, odd, signs, long = 0.0, 0, line.strays, 0, False
        for times, made in line.adding():
            if not made.parsed.words:
                continue
            whole = made.weight
            more, gain, wrong, foreign, is_long, _ = made.uncut if quoted else whole
            if more:
                proofs.update(more)
            score += times * gain
            faults += times * wrong
            odd += times * foreign
            signs += times * whole.signs
            long = long or is_long
        self.strays = line.strays
        self.gained = score - _UNREAD * line.unread - STRAY * line.strays
        self.score = self.gained - _cost(chain)
        self.proofs, self.faults, self.odd, self.signs, self.long = sum(proofs.values()), faults, odd, signs, long

    def by(self, chain: Chain) -> Reading:
        """The same by another chain, whose tables show the characters of the line alike."""
        made = Reading.__new__(Reading)
        made.__dict__.update(self.__dict__)
        made.chain = chain
        made.score = made.gained - _cost(chain)
        return made

    @cached_property
    def words(self) -> list[Word]:
        """The words that come out, in places of the text. They are asked of few of the readings of a line."""
        return [_moved(word, start) for start, made in self._line.placed() for word in made.parsed.words]

    @cached_property
    def stray(self) -> tuple[int, ...]:
        """Where leading bytes stand alone."""
        return tuple([start + at for start, made in self._line.placed() for at in made.parsed.stray])

    @property
    def pages(self) -> tuple[str, ...]:
        """The tables of the chain."""
        return tuple(step.page for step in self.chain)

    @property
    def is_clean(self) -> bool:
        """Whether it is proven and leaves nothing to ask."""
        return self.is_proven and not self.faults and not self.odd

    @property
    def is_proven(self) -> bool:
        """Whether the line alone proves the reading.

        One word with a letter of three bytes is proof (``áº¿`` and the like stand in no text), else two different
        words; not more than one word in five may become no Vietnamese.
        """
        return (self.long or self.proofs >= 2) and self.proofs >= 4 * self.faults and self.score >= LEAST


def readings(row: Row, losses: Losses, pages: Sequence[str] = NAMES) -> list[Reading]:
    """The chains that read something in a line, the best first.

    Chains grow by one table at a time, and no further once one of them has read all there is: a longer one could only
    score less. Text read twice had 240 chains a line to weigh, and has 25.
    """
    found: list[Reading] = []
    parts = Parts(row)
    grown: list[_Longer] = [((), tuple([part.given for part in parts.each]))]
    for length in range(_DEEPEST):
        longer: list[tuple[Chain, ParsedLine]] = []
        left: dict[tuple[Made, ...], _Left] = {}
        for chain, made in grown:
            found += _readings(parts, chain, made, losses, pages, longer, left)
        clean = [one for one in found if one.is_clean]
        if clean and max(map(_made, clean)) >= parts.most() - _STEP * length:
            break
        # Without the signs: what one chain reads as a few of them may be a letter by a longer one ("đệ tử" read twice).
        best = max((one.score for one in clean), default=None)
        grown = [(chain, line.made) for chain, line in longer if best is None or best < _most_of(chain, line)]
    return best_first(parts, found)


def best_first(parts: Parts, found: list[Reading]) -> list[Reading]:
    """The readings of a line in order, without those that another is as good as by all but their tables."""
    found.sort(key=lambda reading: (-reading.score, len(reading.chain), reading.strays))
    return _consistent(parts, found)


def _consistent(parts: Parts, found: list[Reading]) -> list[Reading]:
    """The readings without those that are as good as another by all but their tables, which show signs for controls.

    Where a line holds control characters, a table that shows signs for these bytes has not made it. Of a line in
    capitals both ISO-8859-15 and Windows-1252 may make words: ``€`` is Ụ by the one and Ề by the other.
    """
    if len(found) < 2 or found[1].score < found[0].score:
        return found
    odds = [_shown_otherwise(parts, reading.chain) for reading in found if reading.score == found[0].score]
    ties = [reading for reading, odd in zip(found, odds, strict=False) if odd == min(odds)]
    return [*ties, *found[len(odds) :]]


def _shown_otherwise(parts: Parts, chain: Chain) -> int:
    """How many control characters of a line, and of what each step makes of it, the next table shows as signs."""
    count = 0
    for done, step in enumerate(chain):
        sight = views(step.page)
        seen = {char for part in parts.each for char in part.made(chain[:done]).seen}
        count += sum("\x80" <= char <= "\x9f" and sight[ord(char)] != char for char in seen)
    return count


def _made(reading: Reading) -> float:
    """The score of a reading, with the characters that became signs, which count for no word."""
    return reading.score + reading.signs


def _most_of(chain: Chain, line: ParsedLine) -> float:
    """The best score that a chain may have of which a beginning made this of a line."""
    return line.reach() - _cost(chain) - _STEP


def _cost(chain: Chain) -> float:
    """What the steps of a chain, and its losses, take from its score."""
    return _STEP * (len(chain) - 1) + _LOSS * sum(bool(step.loss.dropped or step.loss.recased) for step in chain)


def _readings(
    parts: Parts,
    chain: Chain,
    made: tuple[Made, ...],
    losses: Losses,
    pages: Sequence[str],
    longer: list[tuple[Chain, ParsedLine]],
    left: dict[tuple[Made, ...], _Left],
) -> Iterator[Reading]:
    """The readings by one table more than a chain, which made this of the parts of the line.

    ``longer`` takes the chains that may be read once more, and what each makes of the line. ``left`` is what is known
    of the line as chains of this length left it.
    """
    hopeful = _hopeful(parts, made, pages, is_first=not chain)
    if not hopeful:
        return
    if made not in left:
        left[made] = LineState(parts, made, is_first=not chain), {}
    states, known = left[made]
    if not chain:  # of text that lost bytes in two readings, .1 % more words would be wrong
        hopeful = _widest(hopeful, states.seen)
    # Tables that show these characters as the same bytes read the same: most of the ten do, on a line with one word.
    for number, page in enumerate(hopeful):
        for lost in losses[page]:
            loss = lost_before(page, lost) if chain else lost
            step = (*chain, Step(page, loss))
            recased = bool(loss.recased)
            first = next((one for one in hopeful[:number] if states.are_alike(one, page, recased)), page)
            key = loss, first
            line, reading = known.get(key) or (states.then(step[-1]), None)
            if not line.whole and (chain or not line.cut):
                known[key] = line, None
                continue
            reading = reading.by(step) if reading else Reading(step, line)
            known[key] = line, reading
            yield reading
            # Read once, the text must look as if it were to be read again: most of its signs lead a sequence.
            if line.whole > line.strays:
                longer.append((step, line))
            if not line.strays:
                break  # nothing was lost


#: A chain, and what it made of the parts of the line.
_Longer = tuple[Chain, tuple[Made, ...]]
#: A line as chains left it, and by loss and table what the table makes of it. Of text that was read twice and lost
#: bytes, a quarter of the chains of three tables leave what another does.
_Left = tuple[LineState, dict[tuple[Loss, str], tuple[ParsedLine, "Reading | None"]]]


def _hopeful(parts: Parts, made: Sequence[Made], pages: Sequence[str], is_first: bool) -> list[str]:
    """The tables that may have made a line: those that show half as many whole sequences as the best, or more.

    A parse of every line by every table would cost ten times as much.
    """
    counted = ((often, one.counts(all_cells=is_first)) for often, one in zip(parts.times, made, strict=True))
    found = [(often, counts) for often, counts in counted if counts]
    counts = {page: sum([often * each.get(page, 0) for often, each in found]) for page in pages}
    most = max(counts.values(), default=0)
    if not most:
        return list(pages) if is_first else []
    return [page for page in pages if counts[page] * 2 >= most]


def _widest(pages: list[str], seen: set[str]) -> list[str]:
    """The tables without those that show a part of the characters as another one shows them, and the rest as no byte.

    Such a table reads a part of what the other reads, in the same way. It is left out where some character tells the
    two apart; tables that show all characters alike are all kept, because other lines may tell them apart.
    """
    parts = parts_of_others(seen)
    return [page for page in pages if not any((page, other) in parts for other in pages)]


def _moved(word: Word, by: int) -> Word:
    # The constructor of a named tuple is a call of Python.
    moved: Word = tuple.__new__(Word, (word[0] + by, word[1] + by, *word[2:]))
    return moved
