"""Which chain of misreadings made a line: each is tried, and the one is taken that leaves the most Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.cells import Chain, Step, openings
from vntextclean.misreadings.code_pages import NAMES, bytes_of, views
from vntextclean.misreadings.losses import Losses
from vntextclean.misreadings.rows import Parsed, Part, Row, told_by
from vntextclean.misreadings.words import Word, is_abbreviation, is_plausible

#: What a further wrong reading, and a loss, must gain in characters read to be believed.
_STEP, _LOSS = 2.0, 1.0
#: The least that proves a line: one letter of three bytes, less a loss.
_LEAST = 1.0
#: A character left over that no clean text holds speaks against a table, a little.
_UNREAD = 0.25
#: So often text is met that was read wrongly again and again: ftfy's own cases hold no more.
_DEEPEST = 4


class Reading(NamedTuple):
    """A line read through a chain: its cells, the words that come out, and what speaks for it.

    ``score`` is in characters of the text that became letters of Vietnamese words. ``proofs`` counts the different
    words that became Vietnamese, half where a byte was lost, ``faults`` those that became nothing, ``odd`` foreign
    words and leading bytes that stand alone; ``stray`` is where these stand, ``long`` tells of a letter of three bytes.
    """

    chain: Chain
    words: list[Word]
    score: float
    proofs: float
    faults: int
    odd: int
    long: bool
    stray: tuple[int, ...]

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
        return (self.long or self.proofs >= 2) and self.proofs >= 4 * self.faults and self.score >= _LEAST


def readings(row: Row, losses: Losses, pages: Sequence[str] = NAMES) -> list[Reading]:
    """The chains that read something in a line, the best first.

    Chains grow by one table at a time, and no further once one of them has read all there is: a longer one could only
    score less. Text read twice had 240 chains a line to weigh, and has 25.
    """
    found: list[Reading] = []
    grown: list[tuple[Chain, Chain]] = [((), ())]
    for length in range(_DEEPEST):
        longer: list[_Longer] = []
        for chain, applied in grown:
            found += _readings(row, chain, applied, losses, pages, longer)
        clean = [one for one in found if one.is_clean]
        if clean and max(map(_made, clean)) >= _most(row) - _STEP * length:
            break
        # Without the signs: what one chain reads as a few of them may be a letter by a longer one ("đệ tử" read twice).
        best = max((one.score for one in clean), default=None)
        grown = [(chain, by) for chain, by, line in longer if best is None or best < _most_of(chain, line)]
    found.sort(key=lambda reading: (-reading.score, len(reading.chain), len(reading.stray)))
    return _consistent(row, found)


def _consistent(row: Row, found: list[Reading]) -> list[Reading]:
    """The readings without those that are as good as another by all but their tables, which show signs for controls.

    Where a line holds control characters, a table that shows signs for these bytes has not made it. Of a line in
    capitals both ISO-8859-15 and Windows-1252 may make words: ``€`` is Ụ by the one and Ề by the other.
    """
    if len(found) < 2 or found[1].score < found[0].score:
        return found
    odds = [_shown_otherwise(row, reading.chain) for reading in found if reading.score == found[0].score]
    ties = [reading for reading, odd in zip(found, odds, strict=False) if odd == min(odds)]
    return [*ties, *found[len(odds) :]]


def _shown_otherwise(row: Row, chain: Chain) -> int:
    """How many control characters of a line, and of what each step makes of it, the next table shows as signs."""
    count = 0
    for done, step in enumerate(chain):
        sight = views(step.page)
        seen = {char for _, part in row for char in part.state(chain[:done]).seen}
        count += sum("\x80" <= char <= "\x9f" and sight[ord(char)] != char for char in seen)
    return count


def _made(reading: Reading) -> float:
    """The score of a reading, with the characters that became signs, which count for no word."""
    return reading.score + sum(word.end - word.start for word in reading.words if not word.letters)


def _most(row: Row) -> int:
    """The best score that a chain of one table may have: each character is read that belongs to a whole sequence."""
    return sum(part.beyond_ascii for _, part in row if part.counts(()))


def _most_of(chain: Chain, line: _Line) -> float:
    """The best score that a chain may have of which a beginning made this of a line."""
    return sum(made.reach() for _, made in line.parts) - _cost(chain) - _STEP


def _cost(chain: Chain) -> float:
    """What the steps of a chain, and its losses, take from its score."""
    return _STEP * (len(chain) - 1) + _LOSS * sum(bool(step.loss.dropped or step.loss.recased) for step in chain)


def _readings(
    row: Row, chain: Chain, applied: Chain, losses: Losses, pages: Sequence[str], longer: list[_Longer]
) -> Iterator[Reading]:
    """The readings by one table more than a chain; ``applied`` is a chain that makes the same of this line.

    ``longer`` takes the chains that may be read once more, what is applied for each, and what that makes.
    """
    hopeful = _hopeful(row, applied, pages)
    if not hopeful:
        return
    states = _States(row, applied)
    seen = sorted(states.holding)
    if not chain:  # of text that lost bytes in two readings, .1 % more words would be wrong
        hopeful = _widest(hopeful, seen)
    # Tables that show these characters as the same bytes read the same: most of the ten do, on a line with one word.
    known: dict[tuple[object, ...], tuple[Chain, _Line, Reading | None]] = {}
    for page in hopeful:
        for loss in losses[page]:
            step = (*chain, Step(page, loss))
            key = (loss, *map(bytes_of(page, bool(loss.recased)).get, seen))
            same = known.get(key)
            by, line, reading = same or ((*applied, step[-1]), _line(states, step[-1]), None)
            if not line.whole and (chain or not line.cut):
                known[key] = by, line, None
                continue
            reading = reading._replace(chain=step) if reading else _weighed(step, line)
            known[key] = by, line, reading
            yield reading
            # Read once, the text must look as if it were to be read again: most of its signs lead a sequence.
            if line.whole > len(line.stray):
                longer.append((step, by, line))
            if not line.stray:
                break  # nothing was lost


class _Line(NamedTuple):
    """What a chain makes of a line: of its parts, with where each begins, those in which it reads; and sums of all."""

    parts: list[tuple[int, Parsed]]
    whole: int
    cut: int
    stray: tuple[int, ...]
    unread: int
    has_quotes: bool


#: A chain, what is applied for it, and what that makes of the line.
_Longer = tuple[Chain, Chain, _Line]


class _States:
    """The parts of a line as a chain leaves them, and which of them hold each character.

    The next table reads few of them: a line of sound words with a damaged one is asked about some fifty times.
    """

    def __init__(self, row: Row, applied: Chain) -> None:
        self.all = [(start, part, part.state(applied)) for start, part in row]
        self.applied = applied
        #: The numbers of the parts, by character, and of those in which the chain reads.
        self.holding: dict[str, list[int]] = {}
        self.were_read: list[int] = []
        self.unread = self.with_quotes = 0
        for number, (_, _, state) in enumerate(self.all):
            self.unread += state.unread
            self.with_quotes += state.has_quotes
            if state.was_read:
                self.were_read.append(number)
            for char in state.seen:
                self.holding.setdefault(char, []).append(number)


def _line(states: _States, step: Step) -> _Line:
    chain, asked = (*states.applied, step), set(states.were_read)
    for char in states.holding.keys() & openings(*step):
        asked.update(states.holding[char])
    parts = []
    whole = cut = 0
    unread, with_quotes = states.unread, states.with_quotes
    known: dict[Part, Parsed] = {}  # a line says the same words again and again
    plain, told = (chain, None) if states.applied else told_by(step)
    for number in sorted(asked):
        start, part, state = states.all[number]
        made = known.get(part)
        if made is None:
            made = known[part] = part.by(chain) if told is None else part.by_one(chain, plain, told)
        parts.append((start, made))
        whole += made.whole
        cut += made.cut
        unread += made.unread - state.unread
        with_quotes += made.has_quotes - state.has_quotes
    stray = tuple([start + at for start, made in parts for at in made.stray])
    return _Line(parts, whole, cut, stray, unread, with_quotes > 0)


def _hopeful(row: Row, applied: Chain, pages: Sequence[str]) -> list[str]:
    """The tables that may have made a line: those that show half as many whole sequences as the best, or more.

    A parse of every line by every table would cost ten times as much.
    """
    found = [counts for _, part in row if (counts := part.counts(applied))]
    counts = {page: sum(each.get(page, 0) for each in found) for page in pages}
    most = max(counts.values(), default=0)
    if not most:
        return [] if applied else list(pages)
    return [page for page in pages if counts[page] * 2 >= most]


def _widest(pages: list[str], seen: Sequence[str]) -> list[str]:
    """The tables without those that show a part of the characters as another one shows them, and the rest as no byte.

    Such a table reads a part of what the other reads, in the same way. It is left out where some character tells the
    two apart; tables that show all characters alike are all kept, because other lines may tell them apart.
    """
    shown = {page: {char: codes for char in seen if (codes := bytes_of(page).get(char))} for page in pages}
    return [
        page
        for page in pages
        if not any(
            len(shown[page]) < len(shown[other]) and shown[page].items() <= shown[other].items() for other in pages
        )
    ]


def _weighed(chain: Chain, line: _Line) -> Reading:
    words = [_moved(word, start) for start, made in line.parts for word in made.words]
    proofs: dict[str, float] = {}
    faults, odd, score, long = 0, 0, 0.0, False
    for word in words:
        if word.cut and line.has_quotes:
            continue  # «quá» ends like a letter that lost its last byte
        if word.is_proof:
            proofs[word.legal[0].lower()] = 0.5 if word.cut else 1.0
            # Two syllables in one word are what a half-read word looks like too ("bãím" for "bơm").
            score += word.letters if any(map(is_word, word.legal)) else word.letters / 2
            long = long or all(max(text) >= "\u1ea0" for text in word.legal)
        elif word.letters and not _is_neutral(word):
            faults += 1
            score -= word.letters
        elif word.letters and not word.options[0].isupper():
            odd += 1
            score -= 1
    score -= _UNREAD * line.unread
    strays = len(line.stray)
    return Reading(
        chain, words, score - 2 * strays - _cost(chain), sum(proofs.values()), faults, odd + strays, long, line.stray
    )


def _moved(word: Word, by: int) -> Word:
    # The constructor of a named tuple is a call of Python, and this is every word of every reading.
    moved: Word = tuple.__new__(Word, (word[0] + by, word[1] + by, *word[2:]))
    return moved


def _is_neutral(word: Word) -> bool:
    """Whether a word is no Vietnamese and no fault either: an abbreviation, a foreign word read whole."""
    if word.cut:
        return False
    return all(is_abbreviation(text) or (is_plausible(text) and text.isalpha()) for text in word.options)
