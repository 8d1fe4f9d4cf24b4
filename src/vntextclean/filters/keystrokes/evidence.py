"""Which words of a line are keys: by their clause, by the whole line, or by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from vntextclean.filters.keystrokes.clauses import SHORTEST, Word
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: Short words that end like a name from elsewhere (hanja), or have no onset before a stop (oojt, a cut-off word).
_LIKE_A_NAME = late("[bcdghjklmnpqrstvxz][aeo]$|^[aeiouy]+[frsxjw]*[cpt]")
#: What no name has at its end: a vowel typed twice, a consonant and a tone (Teej is a feast).
_NO_NAME = late("(?:aa|ee|oo|uow)(?:[cmptiu]|ch|n[gh]?)[fjx]$")
#: A vowel again behind a consonant, for its circumflex, with more of the word behind it: boson is no *bốn*. Behind the
#: key of a tone that may be another key or vowel.
_AGAIN = late(r"([aeo])(?:[^aeiouy]+\1[^aeiouyfsrxj]|[fsrxj]\1[^aeo])")
#: In a clause at least two different words must be keys and nothing else, and at most this share of its words may be
#: neither syllables nor keys (names); or one, if at least four are keys and none is strange.
_STRONG = 2
_STRANGERS = 0.3
_SPELLED = 4
_THROUGHOUT, _FEW_STRANGERS = 5, 0.2


def keyed_words(clauses: list[list[Word]]) -> Iterator[Word]:
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


def may_be_keyed(clauses: list[list[Word]]) -> bool:
    """Whether :func:`keyed_words` may find some in a line with these clauses, in which all of its strong words are."""
    strong = {word.text.lower() for clause in clauses for word in clause if word.strong}
    return len(strong) >= _THROUGHOUT or any(map(_is_keyed, clauses))


def _is_keyed_throughout(clauses: list[list[Word]]) -> bool:
    """Whether a line holds so many words of keys that its short clauses need no proof of their own."""
    words = [word for clause in clauses for word in clause]
    strong = {word.text.lower() for word in words if word.strong}
    return len(strong) >= _THROUGHOUT and sum(word.strange for word in words) <= _FEW_STRANGERS * len(words)


def _is_foreign(clause: list[Word]) -> bool:
    strange = sum(word.strange for word in clause)
    return 2 * strange > len(clause) or (strange > 0 and not any(word.strong for word in clause))


def _is_keyed(clause: list[Word]) -> bool:
    shouted = all(word.text.isupper() for word in clause)
    # A word in capitals among others is an acronym, and proves nothing: "EMF rasm" is Uzbek for a picture.
    strong = {word.text.lower() for word in clause if word.strong and (shouted or not word.text.isupper())}
    strange = sum(word.strange for word in clause)
    if len(strong) >= _STRONG:
        return strange <= _STRANGERS * len(clause)
    return len(strong) == 1 and strange == 0 and len({word.after for word in clause if word.after}) >= _SPELLED


def _follows(clause: list[Word]) -> bool:
    """Whether a clause beside one of keys is of keys too: every word is spelled by them, or one can be nothing else."""
    if any(word.strange for word in clause):
        return False
    return any(word.strong for word in clause) or (len(clause) >= 2 and all(word.after for word in clause))


def is_beside_ours(clause: list[Word], at: int) -> bool:
    """Whether words stand beside one in its clause, and each is a syllable or keys.

    Alone in quotes, or beside others, it may be of another language: Hmong writes "qhov rooj" for a door.
    """
    beside = clause[max(0, at - 1) : at] + clause[at + 1 : at + 2]
    return bool(beside) and not any(one.strange for one in beside)


def is_unmistakable(word: Word) -> bool:
    """Whether a single word is no other word: only keys are spelled so, and they make two marks of one syllable.

    Names are (Suwon, Canfa, Hanja), so there is no vowel behind its last consonant, and with a capital it must have a
    vowel twice and a tone: ``Vieetj``.
    """
    marks = sum(len(normalize("NFD", c)) - 1 + (c in "đĐ") for c in word.after or "")
    if not word.strong or marks < 2 or _LIKE_A_NAME.search(word.text.lower()):
        return False
    return word.text.islower() or (word.text.istitle() and _NO_NAME.search(word.text) is not None)


def is_residue(clause: list[Word], at: int) -> bool:
    """Whether a word of one mark is keys: ``giups bạn``. Its neighbours in the clause must ask for what they spell."""
    word = clause[at]
    if word.after is None or not word.text.islower() or len(word.text) < SHORTEST:
        return False
    if _LIKE_A_NAME.search(word.text) or _AGAIN.search(word.text):
        return False
    before, behind = clause[max(0, at - 1) : at], clause[at + 1 : at + 2]
    beside = [*before, *behind]
    if len(beside) < len(clause[:3]) - 1 or not all(map(_is_plain, beside)):
        return False
    from vntextclean.misreadings.marks_apart.key_residue import fits

    return fits("".join(one.text for one in before), word.text, "".join(one.text for one in behind), word.after)


def _is_plain(word: Word) -> bool:
    return is_syllable(word.text.lower()) and (word.after is None or not word.strong)
