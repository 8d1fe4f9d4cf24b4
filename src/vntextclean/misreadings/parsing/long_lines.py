"""Lines of many words: some of them tell by which tables the line was read, and all are read by those alone.

What a chain of tables makes of a line is the sum of what it makes of its words. Each word of text that was read twice
has some hundred chains to weigh; that the line was read by nearly all of them wrongly shows in a part of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from vntextclean.misreadings.parsing.cells import Chain, Step
from vntextclean.misreadings.parsing.evidence import Reading, best_first, readings
from vntextclean.misreadings.parsing.losses import Losses, lost_before
from vntextclean.misreadings.parsing.parsed_lines import LineState, Parts
from vntextclean.misreadings.parsing.rows import Row

#: A line of more words than this is long, and about so many of them, evenly apart, are read by all chains.
LONG, _SOME = 400, 100
#: Tables that read some words nearly as well as the best read all: their score is at least this share of the best.
_NEARLY = 0.97
#: What nothing reads of all words may be so many times as frequent as among some of them, where so many more would be
#: chance: else the tables of some words are not those of all. Syllables at random that were read twice had 0 odd words
#: among 111, and 27 among 887.
_AS_FREQUENT, _MORE = 1.5, 4
#: And of so many words one at most may become nothing. Lines misread in one way leave no more, with one word in ten
#: misspelt too; one misread in two ways was read by other tables, which made a mark of each "ô".
_NOTHING = 400
#: Where each chain that reads some words leaves so much of them, for each word, nothing proves the line: a proven one
#: scores more than nothing. Bytes drawn at random lose 1.3 to 2.4, and one word is Vietnamese by chance. A line without
#: a word that becomes nothing is read, though: in a text that others prove it may be sound but for some words.
_HOPELESS, _BY_CHANCE = -0.5, 1


def readings_of_any(row: Row, losses: Losses, pages: Sequence[str]) -> list[Reading]:
    """The chains that read something in a line, the best first; of a long line those that may be the best."""
    if len(row) <= LONG:
        return readings(row, losses, pages)
    some = row[:: len(row) // _SOME]
    told = readings(some, losses, pages)
    if told and told[0].is_proven:
        near = dict.fromkeys(one.pages for one in told if _may_be_best(one, told[0]))
        own = _by(row, near, losses)
        share = len(some) / len(row)
        if own and own[0].is_proven and own[0].pages in near and _is_as_sound(own[0], told[0], len(row), share):
            return own
    if told and all(_is_hopeless(one, len(some)) for one in told):
        return []
    return readings(row, losses, pages)


def _is_hopeless(reading: Reading, words: int) -> bool:
    """Whether a reading of so many words of a line says that its tables prove nothing there."""
    return reading.faults > 0 and reading.proofs <= _BY_CHANCE and reading.score < _HOPELESS * words


def _may_be_best(reading: Reading, best: Reading) -> bool:
    """Whether the tables of a reading of some words may be the best of all; a further table must have read more."""
    return reading.score >= _NEARLY * best.score and (
        len(reading.chain) <= len(best.chain) or reading.gained > best.gained
    )


def _is_as_sound(reading: Reading, told: Reading, words: int, share: float) -> bool:
    """Whether a line of so many ``words`` is read about as well as this ``share`` of them."""
    bound = (_AS_FREQUENT * (told.faults + told.odd) + _MORE) / share
    return reading.faults * _NOTHING <= words and reading.faults + reading.odd <= bound


def _by(row: Row, each: Iterable[tuple[str, ...]], losses: Losses) -> list[Reading]:
    """The readings of a line by some tables in a row, whatever each of them lost."""
    parts = Parts(row)
    states: dict[Chain, LineState] = {(): LineState(parts, [part.given for part in parts.each], is_first=True)}
    found: list[Reading] = []
    for pages in each:
        for chain in _chains(pages, losses):
            for length in range(1, len(chain)):
                if chain[:length] not in states:
                    line = states[chain[: length - 1]].then(chain[length - 1])
                    states[chain[:length]] = LineState(parts, line.made, is_first=False)
            line = states[chain[:-1]].then(chain[-1])
            if line.whole:
                found.append(Reading(chain, line))
    return best_first(parts, found)


def _chains(pages: tuple[str, ...], losses: Losses) -> Iterator[Chain]:
    """The chains of some tables: each may have lost what its lines lost, or nothing."""
    for lost in product(*(losses[page] for page in pages)):
        steps = [
            Step(page, lost_before(page, loss) if at else loss)
            for at, (page, loss) in enumerate(zip(pages, lost, strict=True))
        ]
        yield tuple(steps)
