"""What a line tells of its words: its language, its scripts, who else may own the letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from vntextclean.filters.lookalikes.doubles import WORD, in_latin
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN_LETTERS
from vntextclean.vietnamese.quotations import quotations
from vntextclean.vietnamese.stretches import SHARE
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.word_evidence import Evidence, evidence_of

#: Letters of Icelandic, phonetic notation and Chinese transcription: their lines keep eth and caron.
_ICELANDIC_OR_PHONETIC = late("[þÞæÆəɪʊɔɑʌɜθʃʒŋɒː\u02c8]")
_PINYIN = late("[āēīōūěǐǒǔǚǘǜǖĀĒĪŌŪĚǏǑǓ]")
_VOWEL = late("(?i)[aeiouy]")
#: Chinese syllables end in a vowel, n, ng or r.
_NO_PINYIN = late("(?:[mptc]|[cn]h)$")
#: Letters of Turkish and Azeri, which have a dotless i of their own.
_TURKISH = late("[şŞğĞİəƏçÇöÖüÜ]")
_OTHER_SCRIPT = late("[\u0370-\u03ff\u0400-\u052f]+")


_FEWEST_QUOTED = 2


def lines_in(text: str, *, writes_tilde: bool = False) -> Iterator[tuple[int, Line]]:
    """A line without its quotations of two words and more, and each of these as a line of its own, with their offsets.

    ``writes_tilde`` tells that the text around it has ñ for đ.

    >>> [(at, line.text) for at, line in lines_in("Ông đọc “EÐA, síðu” rồi nghỉ.")]
    [(0, 'Ông đọc             rồi nghỉ.'), (8, '“EÐA, síðu”')]
    """
    quoted: list[tuple[int, int]] = []
    for low, high in sorted(quotations(text, 0, len(text))):  # no two begin at one sign
        outermost = not quoted or low >= quoted[-1][1]
        if outermost and len(WORD.findall(text, low, high)) >= _FEWEST_QUOTED:
            quoted.append((low, high))
    pieces, done = [], 0
    for low, high in quoted:
        pieces += [text[done:low], " " * (high - low)]
        done = high
    yield 0, Line("".join([*pieces, text[done:]]), writes_tilde=writes_tilde)
    for low, high in quoted:
        yield low, Line(text[low:high], quoted=True)


_GHAS = frozenset("ƢƣƯư")
#: A word between the beginnings of two words.
_A_WORD_BETWEEN = late(r"[^\W_]\W+[^\W_]+\W")


class Line:
    """What a line tells of its words; each question is answered once, for lines may be long."""

    def __init__(self, text: str, *, quoted: bool = False, writes_tilde: bool = False) -> None:
        self.text = text
        self.writes_tilde = writes_tilde
        self.words = list(WORD.finditer(text))
        self._quoted = quoted

    @cached_property
    def is_vietnamese(self) -> bool:
        """Whether a letter of Vietnamese alone is on the line; in a quotation, whether a word makes a syllable.

        “Ðông Ða” is Vietnamese by its first word, “EÐA” in an Icelandic quotation by none.
        """
        if not OWN_LETTERS.isdisjoint(self.text):
            return True
        return self._quoted and any(not after[1:].isascii() and is_syllable(after) for after in self._latin)

    @cached_property
    def _latin(self) -> list[str]:
        return [in_latin(word.group()) for word in self.words]

    @cached_property
    def _evidence(self) -> Evidence:
        """What the words tell, but for those that are no syllable for want of a space: "thựchiện" is not Icelandic."""
        return evidence_of(word for word in self._latin if OWN_LETTERS.isdisjoint(word) or is_syllable(word))

    def is_foreign_beside(self, after: str) -> bool:
        """Whether the words beside one that becomes ``after`` are of another language."""
        own, alien = self._evidence
        own -= evidence_of([after]).own
        return alien > 0 and own < SHARE * (own + alien)

    @cached_property
    def has_gha_word(self) -> bool:
        """Whether a word of more letters has a ƣ, or a ư."""
        return any(len(word.group()) > 1 and not _GHAS.isdisjoint(word.group()) for word in self.words)

    @cached_property
    def keeps_eth(self) -> bool:
        """Whether the line is Icelandic, or phonetic notation."""
        return bool(_ICELANDIC_OR_PHONETIC.search(self.text))

    @cached_property
    def keeps_tilde(self) -> bool:
        """Whether a word of the line has a ñ inside, as Spanish words do, and the text does not have ñ for đ."""
        inside = [word.group() for word in self.words if "ñ" in word.group()[1:].lower()]
        return not self.writes_tilde and any(_VOWEL.search(word) for word in inside)  # ÑHÑCÑ is no Spanish word

    @cached_property
    def keeps_caron(self) -> bool:
        """Whether the line is Chinese transcription, or may be."""
        if _PINYIN.search(self.text):
            return True
        return not self.is_vietnamese and not any(
            not word.isascii() and _NO_PINYIN.search(word) and is_syllable(in_latin(word))
            for word in (found.group() for found in self.words)
        )

    @cached_property
    def keeps_dotless(self) -> bool:
        """Whether a letter of Turkish or Azeri is on the line."""
        return bool(_TURKISH.search(self.text))

    @cached_property
    def has_dotless_syllable(self) -> bool:
        """Whether a word of the line with a dotless i is a syllable of marked letters (nhıều, đı)."""
        words = zip(self.words, self._latin, strict=True)
        return any("\u0131" in word.group() and not after.isascii() and is_syllable(after) for word, after in words)

    @cached_property
    def _other_scripts(self) -> list[int]:
        """Where the words of another script begin."""
        return [word.start() for word in self.words if _OTHER_SCRIPT.fullmatch(word.group())]

    def has_another_script(self, word: re.Match[str]) -> bool:
        """Whether words of another script stand on the line, or beside a word of a Vietnamese line (a quotation)."""
        if not self.is_vietnamese:
            return bool(self._other_scripts)
        at = bisect_left(self._other_scripts, word.start())
        beside = self._other_scripts[max(0, at - 1) : at + 1]
        return any(not _A_WORD_BETWEEN.search(self.text, *sorted((word.start(), other))) for other in beside)
