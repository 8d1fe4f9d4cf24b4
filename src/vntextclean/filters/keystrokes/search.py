"""Finds the words of a text that are keys of Telex or VNI, or English under marks."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.edit import Edit
from vntextclean.filters.keystrokes.clauses import (
    ALNUM,
    LETTERS,
    Word,
    clauses_of,
    is_only_telex,
    is_only_vni,
    may_be_telex,
    telex_clauses,
    telex_word,
    vni_word,
)
from vntextclean.filters.keystrokes.english import marked_english
from vntextclean.filters.keystrokes.evidence import (
    is_beside_ours,
    is_residue,
    is_unmistakable,
    keyed_words,
    may_be_keyed,
)
from vntextclean.filters.keystrokes.rules import RULES
from vntextclean.filters.keystrokes.signs import ENGLISH, KEYS
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import ASCII_LETTERS, DIGITS, OWN_LETTERS
from vntextclean.vietnamese.stretches import stretches_of
from vntextclean.vietnamese.syllables import is_syllable

#: A digit right behind a letter that VNI puts it behind, with more of the word to come.
_VNI_SIGN = late("[1-9](?<=[aeiouydAEIOUYDcghmnptCGHMNPT].)(?=[a-zA-Z1-9])")

_ASCII = ASCII_LETTERS + DIGITS
_LONGEST = 12


class KeySearch:
    """Finds what was typed with the input method off, with its reasons in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def edits(self, state: TextState) -> list[Edit]:
        """The words to spell out; text without a sign of keys costs one scan."""
        text = state.text
        telex, vni = _lines_with_keys(state)
        found = [edit for start, end in telex for edit in self._telex(state, start, end)]
        taken = {edit.start for edit in found}
        for start, end in vni:
            found += [edit for edit in self._vni(text[start:end], start) if edit.start not in taken]
        for word in marked_english(state) if ENGLISH.may_be_in(state) else ():
            if state.ask(stretches_of).is_foreign(word.start, word.end):
                continue
            reason = RULES["keystrokes.english"].say(self._lang, after=word.word)
            found.append(Edit(word.start, word.end, word.word, "keystrokes.english", reason))
        found.sort()
        return found

    def _telex(self, state: TextState, offset: int, end: int) -> Iterator[Edit]:
        line = state.text[offset:end]
        clauses = telex_clauses(line)
        words = [*keyed_words([*clauses_of(line, LETTERS, telex_word)])] if may_be_keyed(clauses) else []
        if not words and _is_vietnamese(line):
            # "ddos" and "suwon" are words, counted in real text; where there is no model, none is told from them.
            words = [
                word
                for clause in clauses
                for at, word in enumerate(clause)
                if (is_unmistakable(word) and is_beside_ours(clause, at) and not attested([word.text]))
                or is_residue(clause, at)
            ]
            foreign = state.ask(stretches_of).is_foreign
            words = [word for word in words if not foreign(offset + word.start, offset + word.end)]
        return (self._edit(word, offset, "keystrokes.telex") for word in words)

    def _vni(self, line: str, offset: int) -> Iterator[Edit]:
        words = keyed_words(list(clauses_of(line, ALNUM, vni_word)))
        return (self._edit(word, offset, "keystrokes.vni") for word in words)

    def _edit(self, word: Word, offset: int, code: str) -> Edit:
        after = word.after or ""
        return Edit(offset + word.start, offset + word.end, after, code, RULES[code].say(self._lang, after=after))


def _lines_with_keys(state: TextState) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The spans of the lines that hold a word only Telex keys spell, and of those with a word of VNI keys."""
    text = state.text
    telex, vni = set(), set()
    telex_end = vni_end = 0  # of the last line found, whose other words need no look
    for at in KEYS.places(state):
        if text[at].isalpha():
            if at >= telex_end and may_be_telex(_word_at(text, at)):
                telex.add(line := line_of(text, at))
                telex_end = line[1]
        elif at >= vni_end and _VNI_SIGN.match(text, at) and is_only_vni(_word_at(text, at)):
            vni.add(line := line_of(text, at))
            vni_end = line[1]
    return sorted(telex), sorted(vni)


def _word_at(text: str, at: int) -> str:
    """The ASCII letters and digits around a position, followed far enough to see that they are too many for a word."""
    # News has one such place in 500 letters: stripped, it takes a third of the time that two patterns do.
    before, behind = text[max(0, at - _LONGEST) : at], text[at : at + _LONGEST]
    return before[len(before.rstrip(_ASCII)) :] + behind[: len(behind) - len(behind.lstrip(_ASCII))]


def _is_vietnamese(line: str) -> bool:
    """Whether at least two different words of a line hold a letter of our own; one, if all others may be Vietnamese."""
    words = {match[0].lower() for match in LETTERS.finditer(line)}
    own = sum(not OWN_LETTERS.isdisjoint(word) for word in words)
    return own > 1 or (own == 1 and all(map(_may_be_ours, words)))


def _may_be_ours(word: str) -> bool:
    return is_syllable(word) or is_only_telex(word) or not OWN_LETTERS.isdisjoint(word)
