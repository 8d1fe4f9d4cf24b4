"""The doubles of Vietnamese letters, and a word with each replaced."""

from __future__ import annotations

from unicodedata import normalize

from vntextclean.patterns import late

_ETHS = {"Ð": "Đ", "ð": "đ", "\u0189": "Đ", "\u0256": "đ"}
GHAS = {"\u01a3": "ư", "\u01a2": "Ư"}
TILDES = {"ñ": "đ", "Ñ": "Đ"}
CARONS = {"ǎ": "ă", "Ǎ": "Ă", "\u0203": "ă", "\u0202": "Ă"}
#: A base letter and what was laid over or beside it.
_OVERLAID = late("[dD][\u0335-\u0338]|[oOuU][\u0315\u02bc]")
_ONE_VOWEL = late("[AEIOUY][\u0300-\u036f]*")
UNDER_A_MARK = late("\u0131[\u0300\u0301\u0303\u0309\u0323]")
#: Small Cyrillic letters with the shape of a Latin capital (н, т, в) are left out: they are no look-alikes in a word.
SCRIPTS = dict(
    zip(
        "аеосрхуіјкмАЕОСРХУІЈКМНТВ" + "αονυικρΑΟΝΥΙΚΡΜΤΧΕΗΒΖ",
        "aeocpxyijkmAEOCPXYIJKMHTB" + "aovuikpAONYIKPMTXEHBZ",
        strict=True,
    )
)
_TABLE = str.maketrans({**_ETHS, "\u0131": "i", **GHAS, **TILDES, **CARONS, **SCRIPTS})
ANY_DOUBLE = late(
    f"[{''.join(_ETHS)}{''.join(GHAS)}ñÑ{''.join(CARONS)}{''.join(SCRIPTS)}\u0131\u0315\u0335-\u0338\u02bc]"
)
WORD = late("(?:[^\\W\\d_][\u0300-\u0338\u02bc]*)+")


def in_latin(word: str) -> str:
    """The word with every double replaced, composed.

    A small eth among capitals is a capital: fonts with ñ for đ have it for Đ (``QUYẾT ðỊNH``, ``Qð``). Behind a single
    vowel it is a word of Icelandic (``Að``).

    >>> in_latin("ðỊNH"), in_latin("Qð"), in_latin("Að")
    ('ĐỊNH', 'QĐ', 'Ađ')
    """
    word = _OVERLAID.sub(lambda m: _assembled(m.group()), word)
    if "ð" in word and (rest := word.replace("ð", "")).isupper() and not _ONE_VOWEL.fullmatch(normalize("NFD", rest)):
        word = word.replace("ð", "Đ")
    return normalize("NFC", word.translate(_TABLE))


def _assembled(pair: str) -> str:
    letter = pair[0]
    return {"d": "đ", "D": "Đ"}.get(letter) or normalize("NFC", letter + "\N{COMBINING HORN}")


def kind_of(word: str) -> str:
    """The kind of double that decides whether a word is changed: the end of its rule code."""
    if _OVERLAID.search(word):
        return "overlay"
    if "\u0131" in word:
        return "dotless"
    if any(c in SCRIPTS for c in word):
        return "script"
    if any(c in GHAS for c in word):
        return "gha"
    if word[0] in TILDES or (any(c in TILDES for c in word) and not any(c in _ETHS for c in word)):
        return "n-tilde"
    return "caron" if any(c in CARONS for c in word) else "eth"
