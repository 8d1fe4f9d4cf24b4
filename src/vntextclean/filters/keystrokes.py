"""Telex and VNI keys left in the text because the input method was off: "tieesng Vieejt"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import ascii_letters
from typing import NamedTuple
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.misreadings.choose import attested
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.keystrokes import from_telex, from_vni
from vntextclean.vietnamese.letters import OWN_LETTERS
from vntextclean.vietnamese.stretches import Stretches
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
}

#: Spellings that no English word has, in a word that Telex makes a syllable. ``j`` before a vowel, ``oof``, ``eer``,
#: ``own`` and the like are left out: mojo, roof, beer, town.
_ONLY_TELEX = late(
    r"""
    ^dd | uw | [aeo]{2}u | [iy]ee | uee(?!ns?$|r$) | uoo | uaa
  | j (?![aeiouy])
  | aw (?: [cmpt] | ng ) | ow (?: [cimptfrxj] | ng )
  | [fxj] (?: ch? | m | nh? | ng | p ) $ | s (?: ng | nh | m ) $ | r (?: ng | nh ) $
  | (?: ng | nh | [mn] ) [frj] (?![aeiouy]) | (?: ng | nh | m ) x (?![aeiouy])
  | [aiou] [iuo] f $ (?<! oof ) | [aeo]{2} x | aa [fj]
  | ^ (?: ngh? | nh | kh ) .* [aeiouy] .* [fxjwsr]
    """,
    re.VERBOSE,
)
#: Signs of Telex and VNI: letters no Vietnamese syllable has, inside a word, digits behind a letter, letters twice.
_SIGN = Sign(
    (ascii_letters, "fjwxFJWX123456789", ANY),
    ("aeiouycghmnpt", "sr", " ,.;:!?\n"),
    ("a", "a", ANY),
    ("e", "e", ANY),
    ("o", "o", ANY),
    ("dD", "d", ANY),
)
#: A digit right behind a letter that VNI puts it behind, with more of the word to come.
_VNI_SIGN = late("[1-9](?<=[aeiouydAEIOUYDcghmnptCGHMNPT].)(?=[a-zA-Z1-9])")

_CHUNK = late(r"\S+")
_TOKEN = late(r"""([("'“‘\[]*)([^\W_]+(?:-[^\W_]+)*)([)\]"'”’.,;:!?…]*)""")
_CLAUSE_END = late(r"[.,;:!?…)\]]")
_LETTERS = late(r"[^\W\d_]+")
_ALNUM = late(r"[^\W_]+")
_ASCII = late("[A-Za-z0-9]+")
_TO_LEFT = late(r"[A-Za-z0-9]*\Z")
_LONGEST = 12
#: A single word of keys that stands for one mark.
_SHORTEST = 4
#: A vowel typed again behind a consonant, for its circumflex, or a d behind a vowel: few type so; Esperanto has
#: "nomoj", Kaqchikel "samaj", Croatian "dodaj".
_APART = late(r"([aeo])[^aeo]+\1[fsrxj]?$|^d[^d]+d")

#: Short words that end like a name from elsewhere (hanja), or have no onset before a stop (oojt, a cut-off word).
_LIKE_A_NAME = late("[bcdghjklmnpqrstvxz][aeo]$|^[aeiouy]+[frsxjw]*[cpt]")
#: In a clause at least two different words must be keys and nothing else, and at most this share of its words may be
#: neither syllables nor keys (names); or one, if at least four are keys and none is strange.
_STRONG = 2
_STRANGERS = 0.3
_SPELLED = 4
_THROUGHOUT, _FEW_STRANGERS = 5, 0.2


class _Word(NamedTuple):
    """A word of a clause: where it stands, what its keys spell, and whether only keys are spelled so."""

    start: int
    end: int
    text: str
    after: str | None
    strong: bool
    strange: bool


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
    sign = _SIGN

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
        found.sort()
        return found

    def _telex(self, state: TextState, offset: int, end: int) -> Iterator[Edit]:
        line = state.text[offset:end]
        clauses = list(_clauses(line, _LETTERS, _telex_word))
        words = list(_keyed_words(clauses))
        if not words and _is_vietnamese(line):
            # "ddos" and "suwon" are words, counted in real text; where there is no model, none is told from them.
            words = [
                word
                for clause in clauses
                for at, word in enumerate(clause)
                if (_is_unmistakable(word) and not attested([word.text])) or _is_residue(clause, at)
            ]
            foreign = state.once(Stretches).is_foreign
            words = [word for word in words if not foreign(offset + word.start, offset + word.end)]
        return (self._edit(word, offset, "keystrokes.telex") for word in words)

    def _vni(self, line: str, offset: int) -> Iterator[Edit]:
        words = _keyed_words(list(_clauses(line, _ALNUM, _vni_word)))
        return (self._edit(word, offset, "keystrokes.vni") for word in words)

    def _edit(self, word: _Word, offset: int, code: str) -> Edit:
        after = word.after or ""
        return Edit(offset + word.start, offset + word.end, after, code, RULES[code].say(self._lang, after=after))


def _lines_with_keys(state: TextState) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The spans of the lines that hold a word only Telex keys spell, and of those with a word of VNI keys."""
    text = state.text
    telex, vni = set(), set()
    telex_end = vni_end = 0  # of the last line found, whose other words need no look
    for at in _SIGN.places(state):
        if text[at].isalpha():
            if at >= telex_end and _may_be_telex(_word_at(text, at)):
                telex.add(line := line_of(text, at))
                telex_end = line[1]
        elif at >= vni_end and _VNI_SIGN.match(text, at) and _is_only_vni(_word_at(text, at)):
            vni.add(line := line_of(text, at))
            vni_end = line[1]
    return sorted(telex), sorted(vni)


def _word_at(text: str, at: int) -> str:
    """The ASCII letters and digits around a position, followed far enough to see that they are too many for a word."""
    left = _TO_LEFT.search(text, max(0, at - _LONGEST), at)
    right = _ASCII.match(text, at, at + _LONGEST)
    return text[left.start() if left else at : right.end() if right else at]


def _clauses(line: str, pattern: re.Pattern[str], make: Callable[[int, int, str], _Word]) -> Iterator[list[_Word]]:
    """The words of a line by clauses; addresses, codes and the like are no words."""
    clause: list[_Word] = []
    for chunk in _CHUNK.finditer(line):
        token = _TOKEN.fullmatch(chunk.group())
        if token:
            start = chunk.start() + token.start(2)
            for part in pattern.finditer(line, start, chunk.start() + token.end(2)):
                clause.append(make(part.start(), part.end(), part.group()))
        if _CLAUSE_END.search(chunk.group()[-1]) and clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _telex_word(start: int, end: int, text: str) -> _Word:
    after = from_telex(text) if text.islower() or text.isupper() or text.istitle() else None
    strong = after is not None and _is_only_telex(text)
    strange = after is None and text.isascii() and not is_syllable(text)
    return _Word(start, end, text, after, strong, strange)


def _vni_word(start: int, end: int, text: str) -> _Word:
    has_digit = any(c.isdigit() for c in text)
    after = from_vni(text) if has_digit else None
    strong = after is not None and _is_only_vni(text)
    strange = after is None and text.isascii() and not text.isdigit() and not is_syllable(text)
    return _Word(start, end, text, after, strong, strange)


def _is_only_telex(word: str) -> bool:
    lower = word.lower()
    return bool(_ONLY_TELEX.search(lower)) and not _APART.search(lower) and from_telex(word) is not None


def _may_be_telex(word: str) -> bool:
    return _is_only_telex(word) or (len(word) >= _SHORTEST and word.islower() and from_telex(word) is not None)


def _is_only_vni(word: str) -> bool:
    return (word[-1].isalpha() or sum(c.isdigit() for c in word) >= 2) and from_vni(word) is not None


def _keyed_words(clauses: list[list[_Word]]) -> Iterator[_Word]:
    """The words of a line that keys spell, in the clauses that are of keys.

    Acronyms (USD, OSA) stay, unless the whole clause is in capitals.
    """
    everywhere = _is_keyed_throughout(clauses)
    if not everywhere and not any(map(_is_keyed, clauses)):
        return
    for clause in clauses:
        if _is_keyed(clause) or _follows(clause) or (everywhere and not _is_foreign(clause)):
            shouted = all(word.text.isupper() for word in clause)
            for word in clause:
                if word.after and (word.strong or shouted or len(word.after) == 1 or not word.text.isupper()):
                    yield word


def _is_keyed_throughout(clauses: list[list[_Word]]) -> bool:
    """Whether a line holds so many words of keys that its short clauses need no proof of their own."""
    words = [word for clause in clauses for word in clause]
    strong = {word.text.lower() for word in words if word.strong}
    return len(strong) >= _THROUGHOUT and sum(word.strange for word in words) <= _FEW_STRANGERS * len(words)


def _is_foreign(clause: list[_Word]) -> bool:
    strange = sum(word.strange for word in clause)
    return 2 * strange > len(clause) or (strange > 0 and not any(word.strong for word in clause))


def _is_keyed(clause: list[_Word]) -> bool:
    strong = {word.text.lower() for word in clause if word.strong}
    strange = sum(word.strange for word in clause)
    if len(strong) >= _STRONG:
        return strange <= _STRANGERS * len(clause)
    return len(strong) == 1 and strange == 0 and len({word.after for word in clause if word.after}) >= _SPELLED


def _follows(clause: list[_Word]) -> bool:
    """Whether a clause beside one of keys is of keys too: every word is spelled by them, or one can be nothing else."""
    if any(word.strange for word in clause):
        return False
    return any(word.strong for word in clause) or (len(clause) >= 2 and all(word.after for word in clause))


def _is_unmistakable(word: _Word) -> bool:
    """Whether a single word is no other word: only keys are spelled so, and they make two marks of one syllable.

    Names are (Suwon, Canfa, Hanja), so it must be in lower case, with no vowel behind its last consonant.
    """
    marks = sum(len(normalize("NFD", c)) - 1 + (c in "đĐ") for c in word.after or "")
    return word.strong and marks >= 2 and word.text.islower() and not _LIKE_A_NAME.search(word.text)


def _is_residue(clause: list[_Word], at: int) -> bool:
    """Whether a word of one mark is keys: ``giups bạn``. Its neighbours in the clause must ask for what they spell."""
    word = clause[at]
    if word.after is None or not word.text.islower() or len(word.text) < _SHORTEST or _LIKE_A_NAME.search(word.text):
        return False
    before, behind = clause[max(0, at - 1) : at], clause[at + 1 : at + 2]
    beside = [*before, *behind]
    if len(beside) < len(clause[:3]) - 1 or not all(map(_is_plain, beside)):
        return False
    from vntextclean.misreadings.key_residue import fits

    return fits("".join(one.text for one in before), word.text, "".join(one.text for one in behind), word.after)


def _is_plain(word: _Word) -> bool:
    return is_syllable(word.text.lower()) and (word.after is None or not word.strong)


def _is_vietnamese(line: str) -> bool:
    """Whether at least two different words of a line hold a letter of our own."""
    return len({word.lower() for word in _LETTERS.findall(line) if not OWN_LETTERS.isdisjoint(word)}) >= 2
