"""Code tables of the eight-bit encodings of Vietnamese from before Unicode.

Text in these encodings is found in archives, PDF files and old mail, usually decoded byte by byte as Windows-1252:
``Hµ Néi`` is TCVN3 for *Hà Nội*, ``Haø Noäi`` is VNI. A table maps the characters that are *seen* to the letters that
were *meant*. The bytes 80 to 9F may be seen as Windows-1252 or as Latin-1. The codes are facts about fonts. Where
sources differ, the code of Windows fonts is used.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from vntextclean.named_tuple import NamedTuple

#: The 67 letters with diacritics in lower case, in the order of the tables; capitals follow in the same order.
_LOWER = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_LETTERS = _LOWER + _LOWER.upper()

#: One code per letter, in hexadecimal; two bytes where the diacritic has a code after the vowel.
_CODES = {
    "tcvn3": (
        "b5 b8 b6 b7 b9 a8 bb be bc bd c6 a9 c7 ca c8 c9 cb cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 "
        "e1 e2 e4 ab e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe ae "
        "b5 b8 b6 b7 b9 a1 bb be bc bd c6 a2 c7 ca c8 c9 cb cc d0 ce cf d1 a3 d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 "
        "e1 e2 e4 a4 e5 e8 e6 e7 e9 a5 ea ed eb ec ee ef f3 f1 f2 f4 a6 f5 f8 f6 f7 f9 fa fd fb fc fe a7"
    ),
    "vni": (
        "61f8 61f9 61fb 61f5 61ef 61ea 61e8 61e9 61fa 61fc 61eb 61e2 61e0 61e1 61e5 61e3 61e4 65f8 65f9 65fb 65f5 "
        "65ef 65e2 65e0 65e1 65e5 65e3 65e4 ec ed e6 f3 f2 6ff8 6ff9 6ffb 6ff5 6fef 6fe2 6fe0 6fe1 6fe5 6fe3 6fe4 "
        "f4 f4f8 f4f9 f4fb f4f5 f4ef 75f8 75f9 75fb 75f5 75ef f6 f6f8 f6f9 f6fb f6f5 f6ef 79f8 79f9 79fb 79f5 ee f1 "
        "41d8 41d9 41db 41d5 41cf 41ca 41c8 41c9 41da 41dc 41cb 41c2 41c0 41c1 41c5 41c3 41c4 45d8 45d9 45db 45d5 "
        "45cf 45c2 45c0 45c1 45c5 45c3 45c4 cc cd c6 d3 d2 4fd8 4fd9 4fdb 4fd5 4fcf 4fc2 4fc0 4fc1 4fc5 4fc3 4fc4 "
        "d4 d4d8 d4d9 d4db d4d5 d4cf 55d8 55d9 55db 55d5 55cf d6 d6d8 d6d9 d6db d6d5 d6cf 59d8 59d9 59db 59d5 ce d1"
    ),
    "viscii": (
        "e0 e1 e4 e3 d5 e5 a2 a1 c6 c7 a3 e2 a5 a4 a6 e7 a7 e8 e9 eb a8 a9 ea ab aa ac ad ae ec ed ef ee b8 f2 f3 "
        "f6 f5 f7 f4 b0 af b1 b2 b5 bd b6 be b7 de fe f9 fa fc fb f8 df d7 d1 d8 e6 f1 cf fd d6 db dc f0 "
        "c0 c1 c4 c3 80 c5 82 81 02 05 83 c2 85 84 86 06 87 c8 c9 cb 88 89 ca 8b 8a 8c 8d 8e cc cd 9b ce 98 d2 d3 "
        "99 a0 9a d4 90 8f 91 92 93 b4 96 95 97 b3 94 d9 da 9c 9d 9e bf bb ba bc ff b9 9f dd 14 19 1e d0"
    ),
    "vps": (
        "e0 e1 e4 e3 e5 e6 a2 a1 a3 a4 a5 e2 c0 c3 c4 c5 c6 e8 e9 c8 eb cb ea 8a 89 8b cd 8c ec ed cc ef ce f2 f3 "
        "d5 f5 86 f4 d2 d3 b0 87 b6 d6 a9 a7 aa ab ae f9 fa fb db f8 dc d8 d9 ba bb bf ff 9a 9b cf 9c c7 "
        "80 c1 81 82 02 88 8e 8d 8f f0 04 c2 84 83 85 1c 03 d7 c9 de fe 05 ca 93 90 94 95 06 b5 b4 b7 b8 10 bc b9 "
        "bd be 11 d4 97 96 98 99 12 f7 9e 9d 9f a6 13 a8 da d1 ac 14 d0 af ad b1 1d 15 b2 dd fd b3 19 f1"
    ),
    "bkhcm1": (
        "bf be c0 c1 c2 d7 d9 d8 da db dc dd df de e0 e1 e2 c4 c3 c5 c6 c7 e3 e5 e4 e6 e7 e8 c9 c8 ca cb cc ce cd "
        "cf d0 d1 e9 eb ea ec ed ee ef f1 f0 f2 f3 f4 d3 d2 d4 d5 d6 f5 f7 f6 f8 f9 fa fc fb fd fe ff bd "
        "81 80 82 83 84 99 9b 9a 9c 9d 9e 9f a1 7e a2 a3 a4 86 85 87 88 89 a5 a7 a6 a8 a9 aa 8b 8a 8c 8d 8e 90 8f "
        "91 92 93 ab ad ac ae af b0 b1 b3 b2 b4 b5 b6 95 94 96 97 98 b7 b9 b8 ba bb bc 5e 7b 60 7c 8e 7d"
    ),
    "bkhcm2": (
        "61e2 61e1 61e3 61e4 61e5 f9 f9e7 f9e6 f9e8 f9e9 f9e5 ea eaec eaeb eaed eaee eae5 65e2 65e1 65e3 65e4 65e5 "
        "ef efec efeb efed efee efe5 f2 f1 f3 f4 f5 6fe2 6fe1 6fe3 6fe4 6fe5 f6 f6ec f6eb f6ed f6ee f6e5 fa fae2 "
        "fae1 fae3 fae4 fae5 75e2 75e1 75e3 75e4 75e5 fb fbe2 fbe1 fbe3 fbe4 fbe5 79e2 79e1 79e3 79e4 79e5 e0 "
        "41c2 41c1 41c3 41c4 41c5 d9 d9c7 d9c6 d9c8 d9c9 d9c5 ca cacc cacb cacd cace cac5 45c2 45c1 45c3 45c4 45c5 "
        "cf cfcc cfcb cfcd cfce cfc5 d2 d1 d3 d4 d5 4fc2 4fc1 4fc3 4fc4 4fc5 d6 d6cc d6cb d6cd d6ce d6c5 da dac2 "
        "dac1 dac3 dac4 dac5 55c2 55c1 55c3 55c4 55c5 db dbc2 dbc1 dbc3 dbc4 dbc5 59c2 59c1 59c3 59c4 59c5 c0"
    ),
    "vietware-x": (
        "61ec 61ef 61ed 61ee 61fb e0 e0f2 e0f5 e0f3 e0f4 e0fb e1 e1f6 e1fa e1f8 e1f9 e1fb 65ec 65ef 65ed 65ee 65fb "
        "e3 e3f6 e3fa e3f8 e3f9 e3fb e7 ea e8 e9 eb 6fec 6fef 6fed 6fee 6ffc e4 e4f6 e4fa e4f8 e4f9 e4fc e5 e5ec "
        "e5ef e5ed e5ee e5fc 75ec 75ef 75ed 75ee 75fb e6 e6ec e6ef e6ed e6ee e6fb 79ec 79ef 79ed 79ee 79f1 e2 "
        "41cc 41cf 41cd 41ce 41db c0 c0d2 c0d5 c0d3 c0d4 c0db c1 c1d6 c1da c1d8 c1d9 c1db 45cc 45cf 45cd 45ce 45db "
        "c3 c3d6 c3da c3d8 c3d9 c3db c7 ca c8 c9 cb 4fcc 4fcf 4fcd 4fce 4fdc c4 c4d6 c4da c4d8 c4d9 c4dc c5 c5cc "
        "c5cf c5cd c5ce c5dc 55cc 55cf 55cd 55ce 55db c6 c6cc c6cf c6cd c6ce c6db 59cc 59cf 59cd 59ce 59d1 c2"
    ),
    "vietware-f": (
        "aa c0 b6 ba c1 9f c2 c5 c3 c4 c6 a1 c7 ca c8 c9 cb cc cf cd ce d1 a3 d2 d5 d3 d4 d6 d8 db d9 da dc df e2 "
        "e0 e1 e3 a4 e4 e7 e5 e6 e8 a5 e9 ec ea eb ed ee f2 ef f1 f3 a7 f4 f7 f5 f6 f8 f9 fc fa fb ff a2 "
        "aa c0 b6 ba c1 96 c2 c5 c3 c4 c6 97 c7 ca c8 c9 cb cc cf cd ce d1 99 d2 d5 d3 d4 d6 d8 db d9 da dc df e2 "
        "e0 e1 e3 9a e4 e7 e5 e6 e8 9b e9 ec ea eb ed ee f2 ef f1 f3 9c f4 f7 f5 f6 f8 f9 fc fa fb ff 98"
    ),
    "t5": (
        "a0 a1 a3 a2 a4 ab ac ad af ae b0 a5 a6 a7 a9 a8 aa b1 b2 b4 b3 b5 b6 b7 b8 ba b9 bb bc bd bf be e0 e1 e2 e4 "
        "e3 e5 e6 e7 e8 ea e9 eb ec ed ee f0 ef f1 f2 f3 f5 f4 f6 f7 f8 f9 fb fa fc fd fe 1b ff 1d 1f "
        "80 81 83 82 84 8b 8c 8d 8f 8e 90 85 86 87 89 88 8a 91 92 94 93 95 96 97 98 9a 99 9b 9c 9d 9f 9e c0 c1 c2 c4 "
        "c3 c5 c6 c7 c8 ca c9 cb cc cd ce d0 cf d1 d2 d3 d5 d4 d6 d7 d8 d9 db da dc dd de 1a df 1c 1e"
    ),
}

#: Capitals whose codes are control characters, which Windows fonts cannot show: the lower-case code serves for both.
_HIDDEN_CAPITALS = {"viscii": "ẲẴẪÕỶỸỴ", "vps": "ẠẶẪẬẸỆỊỌỘỢỤỮỰỴ"}

#: TCVN3 codes after PDF extraction: the soft hyphen as a minus sign, the middle dot as an operator, the micro sign as a
#: Greek letter.
_SEEN_IN_PDF = {"\N{MINUS SIGN}": "ư", "\N{BULLET OPERATOR}": "ã", "\N{GREEK SMALL LETTER MU}": "à"}

#: Symbols of Latin-1 and Windows-1252 that do not stand next to a letter in prose.
_CLINGING = "".join(map(chr, range(0x80, 0xA0))) + "¡¢£¤¥¦¨©¬®¯±´µ¶¸¹º¼½¾¿ƒ†‡ˆ˜‰‹›™€"

#: The first code of a letter in fonts of TeX.
_OF_TEX = 0x1A

NAMES = (*_CODES, "cp1258")


class Charset(NamedTuple):
    """One encoding: its codes as seen, and patterns to find and decode its words. Threads may share it.

    ``twofold`` are the lower-case letters whose capitals have the same code. Their case is inferred from neighbours.

    >>> charset("vni").read("Haø Noäi")
    'Hà Nội'
    >>> charset("vni").read("Hanoi")
    'Hanoi'
    """

    name: str
    letters: dict[str, str]
    pattern: re.Pattern[str]
    word: re.Pattern[str]
    twofold: frozenset[str]

    def read(self, seen: str) -> str:
        """Decode ``seen``; characters outside the table stay unchanged."""
        return self.pattern.sub(lambda match: self.letters[match[0]], seen)


def codes_of(name: str) -> dict[bytes, str]:
    """The letter of each code of one encoding; a code that serves for both cases gives the lower-case letter."""
    if name == "cp1258":
        return _cp1258_codes()
    cells = list(map(bytes.fromhex, _CODES[name].split()))
    codes = {code: letter for letter, code in reversed(list(zip(_LETTERS, cells, strict=True)))}
    if len(max(cells, key=len)) == 2:
        # Text typed with caps lock has a diacritic of the other case behind its vowel (``aØ``, ``Aø``).
        flipped = {bytes((code[0], code[1] ^ 0x20)): letter for code, letter in codes.items() if len(code) == 2}
        codes = flipped | codes
    return codes


@cache
def charset(name: str) -> Charset:
    """The table called ``name`` (one of :data:`NAMES`), for codes seen as Windows-1252 or Latin-1."""
    codes = codes_of(name)
    # In text, control characters and the no-break space are themselves; only whole files use these codes for letters,
    # and fonts of TeX, of which a PDF hands on every code as it is.
    least = _OF_TEX if name == "t5" else 0x20
    letters = {
        view: letter for code, letter in codes.items() if code[0] >= least and code != b"\xa0" for view in _views(code)
    }
    twofold = {letter for letter in letters.values() if letter.upper() not in letters.values()}
    if name in _HIDDEN_CAPITALS:
        twofold |= set(_HIDDEN_CAPITALS[name].lower())
    if name == "tcvn3":
        letters |= _capital_pairs(letters) | _SEEN_IN_PDF
    keys = sorted(letters, key=len, reverse=True)
    # Symbols that are letters in some table belong to words in all tables.
    symbols = re.escape("".join(sorted({char for key in keys for char in key if not char.isalpha()} | set(_CLINGING))))
    return Charset(
        name,
        letters,
        re.compile("|".join(map(re.escape, keys))),
        re.compile(rf"(?:[^\W\d_]|[{symbols}])+"),
        frozenset(twofold),
    )


def _cp1258_codes() -> dict[bytes, str]:
    """Windows-1258: most tones are a byte behind the letter; sixteen toned letters also have a single byte."""
    codes = {}
    for letter in _LETTERS:
        parts = normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        base = normalize("NFC", parts.replace(tone, "")) if tone else letter
        codes[(base + tone).encode("cp1258")] = letter
    for byte in range(0xC0, 0x100):
        letter = bytes((byte,)).decode("cp1258", "ignore")
        if letter in _LETTERS and letter:
            codes[bytes((byte,))] = letter
    return codes


def _views(code: bytes) -> set[str]:
    """The bytes of one code decoded as Windows-1252 and as Latin-1 (they differ in 80 to 9F)."""
    return {code.decode("latin-1"), "".join(map(windows_view, code))}


def windows_view(byte: int) -> str:
    """One byte as browsers decode it as Windows-1252: the five undefined bytes are control characters."""
    return bytes((byte,)).decode("cp1252", "ignore") or chr(byte)


def _capital_pairs(letters: dict[str, str]) -> dict[str, str]:
    """The output of some converters: a plain capital and then the lower-case letter with the tone (``Aµ`` for À).

    The same vowel twice in a row occurs in no syllable, so that this cannot be anything else.
    """
    seen = {letter: view for view, letter in letters.items()}
    pairs = {}
    for letter in _LOWER:
        parts = normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        base = normalize("NFC", parts.replace(tone, "")).upper() if tone else ""
        if base:
            pairs[seen.get(base, base) + seen[letter]] = letter.upper()
    return pairs
