"""Telex and VNI: the syllable that an input method makes of typed keys.

Both methods add keys after a plain letter: a doubled letter or a w (Telex) or a digit from 6 to 9 (VNI) for the vowel,
and one of s f r x j or 1 to 5 for the tone. The keys may follow their letter or come at the end of the syllable.
"""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.syllables import combine, spell

_TELEX_TONES = {"f": 1, "s": 2, "r": 3, "x": 4, "j": 5}
_VNI_TONES = {"2": 1, "1": 2, "3": 3, "4": 4, "5": 5}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_LONGEST_WORD = 12  # letters and keys
_TELEX = late("[a-zA-Z]+")
_VNI = late("[a-zA-Z]+[0-9][a-zA-Z0-9]*")


def from_telex(word: str) -> str | None:
    """The syllable that Telex keys spell; None if they spell none or if no key changes a letter.

    Many English words are valid key sequences (moon, door, this). Only the context can tell what was meant.

    >>> [from_telex(word) for word in ("tieesng", "Vieejt", "DDUOWCJ", "toans", "moon", "trong")]
    ['tiếng', 'Việt', 'ĐƯỢC', 'toán', 'môn', None]
    """
    if len(word) > _LONGEST_WORD or not _TELEX.fullmatch(word):
        return None
    letters: list[str] = []
    tone = 0
    for key in word.lower():
        if key in _TELEX_TONES and _has_vowel(letters):
            if tone:
                return None
            tone = _TELEX_TONES[key]
        elif key == "w":
            if not _add_w(letters):
                return None
        elif key == "d" and letters[:1] == ["d"] and (len(letters) == 1 or _has_vowel(letters)):
            letters[0] = "đ"
        elif key in _HATS and (at := _last(letters, key)) is not None and not _opens_again(letters, at):
            letters[at] = _HATS[key]
        else:
            letters.append(key)
    return _spelled(letters, tone, word)


def from_vni(word: str) -> str | None:
    """The syllable that VNI keys spell; None if they spell none or if no key changes a letter.

    Formulas and sizes are valid key sequences too (CO2, A4).

    >>> [from_vni(word) for word in ("tie61ng", "Vie65t", "d9uo7c5", "CO2", "A4", "mp3")]
    ['tiếng', 'Việt', 'được', 'CÒ', 'Ã', None]
    """
    if len(word) > _LONGEST_WORD or not _VNI.fullmatch(word):
        return None
    letters: list[str] = []
    tone = 0
    for key in word.lower():
        if key in _VNI_TONES:
            if tone or not _has_vowel(letters):
                return None
            tone = _VNI_TONES[key]
        elif key == "6":
            at = max((at for base in _HATS if (at := _last(letters, base)) is not None), default=None)
            if at is None:
                return None
            letters[at] = _HATS[letters[at]]
        elif key == "7":
            if not _add_horn(letters):
                return None
        elif key == "8":
            if (at := _last(letters, "a")) is None:
                return None
            letters[at] = "ă"
        elif key == "9":
            if letters[:1] != ["d"]:
                return None
            letters[0] = "đ"
        elif key == "0":
            return None
        else:
            letters.append(key)
    return _spelled(letters, tone, word)


def _has_vowel(letters: list[str]) -> bool:
    return any(letter in VOWELS for letter in letters)


def _last(letters: list[str], wanted: str) -> int | None:
    """The position of the last plain letter ``wanted``."""
    return next((at for at in range(len(letters) - 1, -1, -1) if letters[at] == wanted), None)


def _opens_again(letters: list[str], at: int) -> bool:
    """Whether a vowel key is a separate letter, because another vowel stands between (``ngoao``, ``ngoeo``)."""
    between = letters[at + 1 :]
    return bool(between) and between[-1] in VOWELS


def _add_w(letters: list[str]) -> bool:
    """Apply one w: a horn on u and o, a breve on a, or a new ư."""
    if (at := _last(letters, "a")) is not None and not (
        letters[at - 1 : at] == ["u"] and letters[at - 2 : at - 1] != ["q"]
    ):
        letters[at] = "ă"
        return True
    if _add_horn(letters):
        return True
    if "ơ" in letters and "ư" in letters:
        return True
    if _has_vowel(letters):
        return False
    letters.append("ư")
    return True


def _add_horn(letters: list[str]) -> bool:
    """Apply the horn of a w or a 7: on o and the u before it, or on u alone."""
    if (at := _last(letters, "o")) is not None:
        letters[at] = "ơ"
        if letters[at - 1 : at] == ["u"] and letters[:1] != ["q"]:
            letters[at - 1] = "ư"
        return True
    if (at := _last(letters, "u")) is not None and letters[at - 1 : at] != ["q"]:
        letters[at] = "ư"
        return True
    return False


def _spelled(letters: list[str], tone: int, word: str) -> str | None:
    """The syllable of these letters in the case of ``word``; None if there is none or it equals the keys."""
    toneless = "".join(letters)
    if toneless.endswith("ươ"):
        toneless = toneless[:-2] + "uơ"  # thuở
    elif "ưo" in toneless:
        toneless = toneless.replace("ưo", "ươ")
    if not tone and toneless == word.lower():
        return None
    syllable = combine(toneless, tone)
    if syllable is None:
        return None
    after = spell(syllable)
    if word.isupper() and len(word) > 1:
        return after.upper()
    return after.capitalize() if word[0].isupper() else after
