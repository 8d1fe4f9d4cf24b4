"""Whether a word written with a double is Vietnamese, by the kind of the double."""

from __future__ import annotations

import re
from itertools import chain, islice

from vntextclean.filters.lookalikes.doubles import SCRIPTS, TILDES, UNDER_A_MARK, WORD, in_latin
from vntextclean.filters.lookalikes.line import Line
from vntextclean.misreadings.before_decoding.signature import FOLLOWING
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN_LETTERS
from vntextclean.vietnamese.syllables import is_bare_syllable, is_syllable

#: ĐHQGHN, HĐND: an eth in so short a word of capitals is no Icelandic one.
ABBREVIATION = 6
#: The first byte of a letter as Mac Roman and the code pages of DOS show it: what is behind it is the second one.
_LEADS = frozenset("¬√ƒ≈∆┬├┼╞")
_VOWEL = late("[AEIOUY]")
#: A name of the highlands with letters of Vietnamese alone: Đắk, Đrăm.
_NAME = late("Đr?[aăâeêioôơuưAĂÂEÊIOÔƠUƯ\u1ea0-\u1ef9][cghkmnprt]{0,2}")
#: What decrees, decisions and contracts are called in their numbers, and what stands behind that.
_OF_DECREES = frozenset("QĐ NĐ HĐ HĐND HĐQT HĐBT HĐTP LĐTBXH BLĐTBXH".split())
_ISSUER = late("[-/][A-Z]{2}")
#: Guaraní has ñ beside ẽ, ĩ, ũ and ỹ.
_NOT_GUARANI = OWN_LETTERS - frozenset("ẽĩũỹẼĨŨỸ")


def _allows_eth(word: re.Match[str], after: str, line: Line) -> bool:
    before = word.group()
    if line.keeps_eth:
        return False
    if after.isupper() and len(before) <= ABBREVIATION and not is_syllable(after):
        return line.is_vietnamese or (after in _OF_DECREES and _beside_letters_of_issuer(word, line))
    if before.istitle() and _NAME.fullmatch(after) and not after[1:].isascii():
        return True  # Ðắk Lắk: no other language has such a word
    if not is_syllable(after) or (after[1:].isascii() and not line.is_vietnamese):
        return False
    return line.text[word.start() - 1 : word.start()] not in ("/", "[")


def _beside_letters_of_issuer(word: re.Match[str], line: Line) -> bool:
    """Whether the number of a decree has its letters before or behind a word: ``12/QÐ-UBND``, ``NÐ-CP``."""
    start = word.start()
    return bool(_ISSUER.match(line.text, word.end())) or line.text[max(0, start - 1) : start] in ("-", "/")


def _allows_gha(word: re.Match[str], after: str, line: Line) -> bool:
    """A syllable; an abbreviation in capitals on a Vietnamese line (``TƢ``, ``UBTƢ``); the letter alone beside one."""
    before = word.group()
    if len(before) == 1 and not line.has_gha_word:
        return False
    return is_syllable(after) or (before.isupper() and len(before) <= ABBREVIATION and line.is_vietnamese)


def _allows_n_tilde(word: re.Match[str], after: str, line: Line) -> bool:
    """A syllable or the sign of a price, on a line that has letters of Vietnamese alone, and no word of Spanish.

    Or a word that has such letters itself; or an abbreviation without vowels on a Vietnamese line (``HÑND``).
    AÑO and ESPAÑA are Spanish.
    """
    before = word.group()
    if line.text[word.start() - 1 : word.start()] in _LEADS:
        return False
    if before.isupper() and 1 < len(before) <= ABBREVIATION and not is_syllable(after):
        return line.is_vietnamese and not _VOWEL.search(before)
    if before[0] == "Ñ" and before.istitle() and _NAME.fullmatch(after) and not _NOT_GUARANI.isdisjoint(after[1:]):
        return True  # Ñắk Lắk: no other language has such a word
    is_price = after == "đ" and line.text[max(0, word.start() - 1) : word.start()].isdigit()
    if not (is_syllable(after) or is_price) or line.keeps_tilde:
        return False
    if line.writes_tilde or line.is_vietnamese:
        return True
    return sum(_is_tilde_syllable(other.group()) for other in line.words) > 1


def _is_tilde_syllable(word: str) -> bool:
    return word[0] in TILDES and len(word) > 1 and not word[1:].isascii() and is_syllable(in_latin(word))


#: So many words with a ñ at their head and marks behind it must be syllables of Vietnamese; Spanish has no such word.
_TILDES = 3


def writes_tilde(text: str) -> bool:
    """Whether a text has ñ for đ, so that a word by itself is read (``ñã`` in a cell), and a line with ``España``.

    >>> writes_tilde("ñã ñược ñến"), writes_tilde("ñã ở España")
    (True, False)
    """
    if "ñ" not in text and "Ñ" not in text:
        return False
    # Most texts have it in one name: to read the words of all lines took twenty times as long.
    words = chain.from_iterable(WORD.findall(line) for line in text.split("\n") if "ñ" in line or "Ñ" in line)
    return len(list(islice(filter(_is_tilde_syllable, words), _TILDES))) == _TILDES


def eth_is_capital(text: str) -> bool:
    """Whether ñ is the only small đ of a text: its ð is the capital then, as in PDF files of theses and decrees.

    >>> eth_is_capital("ðồng bằng có ñồng ruộng"), eth_is_capital("ðồng bằng có đồng ruộng")
    (True, False)
    """
    if "ð" not in text or "ñ" not in text or "đ" in text or "Ð" in text:
        return False
    return any(_is_tilde_syllable(word.group()) for word in WORD.finditer(text))


def _allows_caron(word: re.Match[str], after: str, line: Line) -> bool:
    del word
    return is_syllable(after) and not line.keeps_caron


def _allows_overlay(word: re.Match[str], after: str, line: Line) -> bool:
    return is_syllable(after) and (line.is_vietnamese or "\N{MODIFIER LETTER APOSTROPHE}" not in word.group())


def _allows_dotless(word: re.Match[str], after: str, line: Line) -> bool:
    """A syllable under a tone mark; without one, a syllable of marked letters, or any on a line that has such another.

    Not beside Turkish letters, nor on a line that is not Vietnamese.
    """
    if not is_syllable(after):
        return False
    if UNDER_A_MARK.search(word.group()):
        return True
    return line.is_vietnamese and not line.keeps_dotless and (not after.isascii() or line.has_dotless_syllable)


def _allows_script(word: re.Match[str], after: str, line: Line) -> bool:
    """A word of both scripts that is a syllable in Latin letters; a bare one not among words of the other script."""
    before = word.group()
    latin = sum(c not in SCRIPTS for c in before)
    if not latin or not (is_syllable(after) or is_bare_syllable(after)):
        return False
    if not (after.islower() or after.istitle() or after.isupper()):
        return False  # no writer's word but bytes of a picture read as text
    if not after.isascii():
        return True
    if line.text[word.start() - 1 : word.start()] == "%":
        return False  # %liм: a place for a number, with its Russian unit
    if latin < 2 and any("\u0370" <= c <= "\u03ff" for c in before):
        return False
    return not line.has_another_script(word)


#: Two bytes of a letter that was read wrongly, and more of its word behind them: ``Ñá»§a`` is no *Đá*.
_BYTES = late("[áÁ][º»][^\\s.,;:!?…”’\"')\\]]")


#: What Windows-1252 shows for the later bytes of a letter, and no prose has at a word: ``ÈΜ°`` is half of a character.
_LATER = frozenset(FOLLOWING) - frozenset("‘’“”–—…•«»·™®\u00a0")


#: A mark that became a question mark, and the rest of its word: ``ðu?o?òc``, of which *đu* is no part.
_LOST_MARK = late("\\?[^\\W\\d_]")


def allows(kind: str, word: re.Match[str], after: str, line: Line) -> bool:
    """Whether a word with a double of some kind is Vietnamese: by itself, or because those beside it are."""
    if OWN_LETTERS.isdisjoint(word.group()) and line.is_foreign_beside(after):
        return False
    if _BYTES.match(line.text, word.end() - 1):
        return False
    if _LOST_MARK.match(line.text, word.end()):
        return False
    if kind == "script" and not word.group().isascii() and line.text[word.end() : word.end() + 1] in _LATER:
        return False
    return ALLOWS[kind](word, after, line)


ALLOWS = {
    "eth": _allows_eth,
    "gha": _allows_gha,
    "n-tilde": _allows_n_tilde,
    "caron": _allows_caron,
    "overlay": _allows_overlay,
    "dotless": _allows_dotless,
    "script": _allows_script,
}
