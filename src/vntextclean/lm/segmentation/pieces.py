"""The pieces that a glued string can have: syllables, known loans and names, foreign words at a change of case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import (
    Glued,
    Piece,
    foreign_ends,
    has_one_nucleus,
    is_drawn_out,
    well_cased,
)
from vntextclean.lm.segmentation.known_words import LOAN, LONGEST, ids_of, known
from vntextclean.lm.segmentation.plain_words import COMMON_TAIL, SHORTEST_LOAN, SHORTEST_NAME, PlainWords
from vntextclean.lm.text.scan import NUMBER, UNKNOWN_LOWER, UNKNOWN_TITLE, UNKNOWN_UPPER
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.syllables import forms, is_bare_syllable
from vntextclean.vietnamese.units import COMMON_UNITS

#: Code points; a longer string is data, not text.
LONGEST_STRING = 1000
#: Entries of each cache of spellings, some 200 bytes each: a run over gigabytes of news fills them all.
CACHE_SIZE = 1 << 15
#: Lattices held, and the code points of the longest string whose lattice is: one takes about a kilobyte.
_MOST_LATTICES, LONGEST_HELD = 5_000, 60
#: Cost per letter of an unknown word (nats), beyond the model's probability of an unknown word: a uniform choice among
#: some eight likely letters. Used for a whole string of known pieces, and where the model file has no letter model.
LETTER = 2.1
#: Cost of a name that the model does not know but the document has elsewhere (nats), in place of that of its letters.
ATTESTED = 5.0
#: What is held of a spelling that was not met yet.
_UNMET = (0, 0.0, False)


class Pieces:
    """The words of one model that may be pieces, and the lattices of strings.

    It keeps caches of spellings, which depend on the model alone.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._cache: dict[str, tuple[int, float, bool]] = {}
        self._spelled: dict[str, float] = {}
        self._lattices: dict[tuple[str, bool, bool, frozenset[str]], dict[int, list[Piece]]] = {}
        self._spells = bool(model.file.group("spelling"))

    def letters(self, word: str) -> float:
        """The cost of the letters of an unknown word (nats): by the letter model, else :data:`LETTER` per letter."""
        if not self._spells:
            return LETTER * len(word)
        cost = self._spelled.get(word)
        if cost is None:
            if len(self._spelled) > CACHE_SIZE:
                self._spelled.clear()
            cost = self._spelled[word] = -float(self.model.spelling.log_prob([word])[0])
        return cost

    def spell(self, words: Iterable[str]) -> None:
        """Ask for the letters of several unknown words at once: the letter model takes as long for one as for ten."""
        new = [word for word in dict.fromkeys(words) if word not in self._spelled]
        if not self._spells or len(new) < 2:
            return
        if len(self._spelled) > CACHE_SIZE:
            self._spelled.clear()
        costs = (-self.model.spelling.log_prob(new)).tolist()
        self._spelled.update(zip(new, costs, strict=True))

    @cached_property
    def ids(self) -> dict[str, int]:
        """The ids of words that may be pieces, by folded spelling: not rare, a syllable or over two letters long."""
        return ids_of(self.model)

    @cached_property
    def _plain(self) -> PlainWords:
        return PlainWords(self.model, self.ids)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.ids), default=LONGEST)

    def can_part(self, word: str, names: frozenset[str] = frozenset()) -> bool:
        """Whether a string could be several words: the prefilter before any probability is computed.

        A string without diacritics must consist of syllables, except for a name behind them (khiYahoo).
        """
        if (
            len(word) > LONGEST_STRING
            or (word.isascii() and not names and word[1:].islower() and not self._plain.may_spell(word))
            or has_one_nucleus(word)
            or (is_drawn_out(word) and not self._meet_in_a_triple(word))
            or (word.isascii() and is_bare_syllable(word))
        ):
            return False
        edges = self.lattice(Glued(word, (), (), initial=False, names=names))
        first = [piece for piece in edges.get(0, ()) if piece.end < len(word)]
        if word.isascii() and word.istitle():
            return any(piece.cost == 0 or self._is_common_from(piece.end, len(word), edges) for piece in first)
        return bool(first)

    def _is_common_from(self, start: int, size: int, edges: dict[int, list[Piece]]) -> bool:
        """Whether common words lead to the end of a string. Only these are split from a name without diacritics."""
        return start == size or any(
            self.model.log_prob[self.model.lower_of[piece.id]] > COMMON_TAIL
            and self._is_common_from(piece.end, size, edges)
            for piece in edges.get(start, ())
        )

    def lattice(self, entry: Glued) -> dict[int, list[Piece]]:
        """The pieces of a string by their start; only those from which its end can be reached. Not to be changed.

        Kept, because the prefilter and the weighing of a word ask for the same, and words of a text come again.
        """
        text = entry.text
        behind = text[:2] in COMMON_UNITS and entry.before[-1:] in ((), (NUMBER,))
        key = text, entry.initial and text[:1].isupper(), behind, entry.names
        found = self._lattices.get(key)
        if found is None:
            found = self._lattice(text, key[1], behind, entry.names)
            if len(self._lattices) > _MOST_LATTICES:
                self._lattices.clear()
            if found and len(text) <= LONGEST_HELD:
                self._lattices[key] = found
        return found

    def _lattice(self, text: str, initial: bool, behind_number: bool, names: frozenset[str]) -> dict[int, list[Piece]]:
        lower = text.lower()
        if len(lower) != len(text):
            return {}
        strict = text.isascii()
        plain = self._plain.pieces if strict else None
        low, longest, known_as = _low_from(text), self._longest, self._cache.get
        reach = [len(text)]
        edges: dict[int, list[Piece]] = {}
        for start in range(len(text) - 1, -1, -1):
            found = []
            # In what is all small letters every end is as good as the next.
            even = start >= low
            for end in reversed(reach) if not even or start > low or well_cased(text, start, len(text)) else ():
                if end - start > longest:
                    break
                spelled = lower[start:end]
                if (spelled not in plain) if plain is not None else known_as(spelled, _UNMET)[0] < 0:
                    continue
                if even or well_cased(text, start, end):
                    piece = self._piece(text, lower, start, end, initial=initial and start == 0)
                    if piece is not None and not (strict and piece.cost and not _is_long(text, start, end)):
                        found.append(piece)
            if text[start].isupper() and (start or not strict):
                found += self._foreign(text, start, reach)
            if strict and start == 0 and text[:2].isupper():
                found += self._abbreviations(text, lower, reach)
            if start == 0 and behind_number and 2 in reach:
                found.append(Piece(0, 2, self.ids.get(text[:2], UNKNOWN_LOWER), 0.0))
            found += [
                Piece(start, start + len(name), UNKNOWN_TITLE, ATTESTED)
                for name in names
                if text.startswith(name, start) and start + len(name) in reach
            ]
            if found:
                edges[start] = found
                reach.append(start)
        return edges

    def _foreign(self, text: str, start: int, reach: list[int]) -> Iterator[Piece]:
        """Foreign names and abbreviations from a capital on; in a string without diacritics only at its end."""
        alone = text.isascii()
        ends = [
            end for end in foreign_ends(text, start) if end in reach and not (alone and (not start or end < len(text)))
        ]
        self.spell(text[start:end] for end in ends)
        for end in ends:
            number = UNKNOWN_TITLE if text[start + 1 : start + 2].islower() else UNKNOWN_UPPER
            yield Piece(start, end, number, self.letters(text[start:end]))

    def _abbreviations(self, text: str, lower: str, reach: list[int]) -> Iterator[Piece]:
        """A known abbreviation in capitals before small letters without diacritics (HCMcho)."""
        for end in foreign_ends(text, 0):
            if text[:end].isupper() and text[end : end + 1].islower() and end in reach and lower[:end] in self.ids:
                yield Piece(0, end, self.ids[lower[:end]], LOAN)

    def _meet_in_a_triple(self, word: str) -> bool:
        """Whether a letter stands three times in a row because two words meet there (Cromwelllà)."""
        lower = word.lower()
        return any(
            bare(lower[at - 1 : at + 2]) == bare(lower[at]) * 3
            and any(
                cut > 2 and lower[:cut] in self.ids and lower[cut:] in forms() and len(lower) - cut > 1
                for cut in (at, at + 1)
            )
            for at in range(1, len(lower) - 1)
        )

    def _piece(self, text: str, lower: str, start: int, end: int, *, initial: bool) -> Piece | None:
        spelled = lower[start:end]
        entry = self._cache.get(spelled)
        if entry is None:
            if len(self._cache) > CACHE_SIZE:
                self._cache.clear()
            entry = self._cache[spelled] = known(spelled, self.ids)
        number, cost, capitals = entry
        if number < 0 or (capitals and not text[start:end].isupper()):
            return None
        if text[start].isupper() and not initial and (end - start == 1 or text[start + 1].islower()):
            number = int(self.model.title_of[number])
        return Piece(start, end, number, cost)


def _low_from(text: str) -> int:
    """Where the small letters at the end of a string begin."""
    low = len(text)
    while low and text[low - 1].islower():
        low -= 1
    return low


def _is_long(text: str, start: int, end: int) -> bool:
    return end - start >= (SHORTEST_NAME if text[start].isupper() else SHORTEST_LOAN)
