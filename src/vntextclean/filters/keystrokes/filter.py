"""Telex and VNI keys left in the text because the input method was off: "tieesng Vieejt"."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
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
from vntextclean.filters.keystrokes.english import SIGN as ENGLISH
from vntextclean.filters.keystrokes.english import marked_english
from vntextclean.filters.keystrokes.evidence import (
    is_beside_ours,
    is_residue,
    is_unmistakable,
    keyed_words,
    may_be_keyed,
)
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import ASCII_LETTERS, DIGITS, OWN_LETTERS
from vntextclean.vietnamese.stretches import stretches_of
from vntextclean.vietnamese.syllables import is_syllable

RULES: dict[str, Rule] = {
    "keystrokes.telex": Rule(
        "Words typed in Telex without an input method become Vietnamese",
        "One such word proves nothing (moon and door are Telex too): the clause must hold two that only Telex spells.",
        ("tieesng Vieejt", "tiếng Việt"),
        "See you soon at the door, too!",
        "Telex keys for '{after}'",
        "phím Telex của '{after}'",
    ),
    "keystrokes.vni": Rule(
        "Words typed in VNI without an input method become Vietnamese",
        "Digits inside two words or more, in a clause where each such word is a syllable; formulas and codes stay.",
        ("tie61ng Vie65t", "tiếng Việt"),
        "CO2, mp3, A4, iPhone 6s",
        "VNI keys for '{after}'",
        "phím VNI của '{after}'",
    ),
    "keystrokes.english": Rule(
        "English words of daily use lose the marks that an input method put on them",
        "They are typed with the input method on. Words that French or Spanish marks as well (rôle, vídeo) stay.",
        ("Tặng côupon cho khách mới.", "Tặng coupon cho khách mới."),
        "café, rôle, Málaga, ca cao",
        "'{after}' was marked by an input method",
        "bộ gõ đã bỏ dấu vào '{after}'",
    ),
}

#: Signs of Telex and VNI: letters no Vietnamese syllable has, inside a word, digits behind a letter, letters twice.
_SIGN = Sign(
    (ASCII_LETTERS, "fjwxFJWX123456789", ANY),
    ("aeiouycghmnpt", "sr", " ,.;:!?\n"),
    ("a", "a", ANY),
    ("e", "e", ANY),
    ("o", "o", ANY),
    ("dD", "d", ANY),
)
#: A digit right behind a letter that VNI puts it behind, with more of the word to come.
_VNI_SIGN = late("[1-9](?<=[aeiouydAEIOUYDcghmnptCGHMNPT].)(?=[a-zA-Z1-9])")

_ASCII = ASCII_LETTERS + DIGITS
_LONGEST = 12


class Keystrokes:
    """Spells out clauses of Telex or VNI keys, and single unmistakable words among Vietnamese ones.

    >>> [edit.replacement for edit in Keystrokes(Settings()).edits(TextState("hocj tieesng Vieejt"))]
    ['học', 'tiếng', 'Việt']
    >>> list(Keystrokes(Settings()).edits(TextState("The queen took off her boots. Bản beta của iOS 6s và CO2")))
    []
    """

    name = "keystrokes"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = _SIGN | ENGLISH

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

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
    for at in _SIGN.places(state):
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
