"""Lines that are no Vietnamese: French words, pictures and whatever else ftfy reads, one token at a time.

All of ftfy's restyling is off. A token is read as a whole or not at all: what a table makes of the new token must be
the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from vntextclean.filters.mojibake.whole_tokens import is_whole
from vntextclean.misreadings.before_decoding.signature import FOLLOWING, SCAN, looks_hurt
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

#: Capitals before a closing quotation mark are clean text: “ĐÃ”, «LÃ».
_WEAK = late("(?<![a-z])[ÂÃÄÅÆÌÎÏÐÑ][‘’“”–—…•»°®™©](?![a-z])")
#: Letters that no byte of Windows-1252 looks like: their word was read rightly.
RIGHT = late("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")

_CAPITAL = late("[A-Z]")
#: Letters that Windows-1252 has twice among 80 to 9F, small and large: in text made capitals ``ÃŠ`` is Ê or Ú.
_TWICE = late("[ÂÃÄÅ][ŠŒŽ]")
#: Two letters in a row, or a sign of print or a picture without a letter.
_LETTERS_OR_SIGNS = r"[^\W\d_][^\W\d_\u0300-\u036f]*[^\W\d_]|^[^\w]+$|[\u2190-\u2bff\U0001f000-\U0001faff]"
_WORD = late(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
#: A Latin word with a letter of another script or of seldom used Latin in it: a chance reading of VISCII or VPS text.
_MIXED = "(?s)(?=.*[A-Za-z])(?=.*[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff])"

#: A no-break space that is no byte of a letter: "Ã" and one are à, "á" and one are nothing.
_FOLLOWS = re.escape(FOLLOWING)
_BLANK = late(
    f"\u00a0(?<![\u00c2-\u00df]\u00a0)(?<![\u00e0-\u00f4][{_FOLLOWS}]\u00a0)(?<![{_FOLLOWS}][{_FOLLOWS}]\u00a0)"
    f"(?!(?<=[\u00e0-\u00f4]\u00a0)[{_FOLLOWS}])"
)
#: A token as long as this is no word; a hit or two in it may be chance.
_LONG_TOKEN = 100
#: A line longer than this (a whole text without a line end) is read piece by piece.
_LONGEST = 1 << 16
_CONTROL = late("[\u0080-\u009f\ufffd]")
#: Vietnamese that was read once and is to be read again: what stays of it would be neither the text nor its damage.
#: So would signs of print that Mac Roman, the code pages of DOS and Windows-1251 show, which nothing here reads.
_HALF_READ = late("á[º»]|Æ[°¡]|‚Ä|ΓÇ|ÔÇ|вЂ")
_CUT = late(f"(?:[ÃÄÆ]|á[º»]|â[\u0080€])(?![{re.escape(FOLLOWING)}])\ufffd?")
_FIRST = late("[ÃÄÅÆ]")
#: The same where no small letter goes on a word (*Ärger*).
_CUT_FIRST = late("[ÃÄÅÆ](?![a-zà-ỹ])")
#: The first byte of a sign of print at a word, or a word that begins so.
_FIRST_OF_A_SIGN = late(r"(?<![^\W\d_])â[^\W\d_]*")
#: The closing quotation mark, whose last byte Windows-1252 lacks; as long with it as without.
_CLOSING = ("â€\ufffd", "â€\x9d")
#: Signs of print that another table than Windows-1252 shows: nothing of them is gone.
_OF_ANOTHER = late("â€[^\x00-\x7f\ufffd]")
#: A Latin word with marks, seen through Windows-1252, and traces of Vietnamese.
_LATIN = late("[a-z]*Ã[\u00a1-\u00bf\u2018-\u2030][a-z]+")
#: Behind an à that lost its second byte: the rest of às, àquele and àquilo, words of Portuguese.
_GOES_ON = late("(?:s|quel[ea]s?|quilo)[.,;:!?]?")
#: The first byte of a no-break space behind a word or a sign; its second byte became the space that follows.
_BLANK_BEHIND = late("[a-z.,;:!?)]Â\\Z")
_CUT_VIETNAMESE = late("á[º»]|Ä[\u0080-\u00bf\u2018]|Æ[°¡]")


def line_around(text: str, position: int) -> tuple[int, int]:
    """The line of a position, or so much of a very long one as is read at once: from its word on."""
    start, end = line_of(text, position)
    if end - start > _LONGEST:
        start = max(start, text.rfind(" ", start, position) + 1)
        space = text.find(" ", min(end, start + _LONGEST), end)
        end = end if space < 0 else space
    return start, end


def repairs(line: str, *, among_ours: bool = False) -> Iterator[tuple[int, int, str]]:
    """The words of one line that ftfy reads otherwise: start, end and word.

    ``among_ours`` says that the text holds Vietnamese: the first byte of a letter may be all that is left of a word.
    """
    spaced = _BLANK.sub(" ", line if "â€œ" not in line else line.replace(*_CLOSING))
    tokens = spaced.split(" ")
    known: dict[str, str] = {}
    words = tokens if _CUT.search(_OF_ANOTHER.sub("", spaced)) else _by_ftfy(tokens, known)
    if words == tokens or any(map(_is_hurt, words)):
        # ftfy gives up on the rest of a line for a word that lost a byte, or was right: without these it reads on.
        masked = ["" if _stops_ftfy(token) else token for token in tokens]
        words = [new or token for new, token in zip(_by_ftfy(masked, known), tokens, strict=True)]
    if words == tokens:
        return
    changed = sum(word != token for word, token in zip(words, tokens, strict=True))
    # What stays damaged for the most part was not UTF-8: noise, or another encoding.
    if sum(map(_is_hurt, words)) > changed:
        return
    is_misread = any(new != old and _LATIN.search(old) for new, old in zip(words, tokens, strict=True))
    has_right = RIGHT.search(line) is not None
    is_foreign = not _CUT_VIETNAMESE.search(line)
    if line.isupper() and has_right:
        words = [token if _TWICE.search(token) else word for token, word in zip(tokens, words, strict=True)]
    if line.isupper():  # made capitals after it was read: a letter that comes out small was one (``DÃ¢N``, not ``VÃ­``)
        words = [_in_capitals(word, token) for word, token in zip(words, tokens, strict=True)]
    if has_right:
        # Beside Vietnamese that is read, the first byte of a letter: "BÃƒO" was "BÁO", and is no "BÃO".
        words = [
            token if word != token and (_is_first(word) or _is_code(word)) else word
            for token, word in zip(tokens, words, strict=True)
        ]
    elif among_ours or RIGHT.search(" ".join(words)):
        words = [
            token if word != token and _may_be_cut(word) else word for token, word in zip(tokens, words, strict=True)
        ]
    start = 0
    for number, (token, word) in enumerate(zip(tokens, words, strict=True)):
        behind = tokens[number + 1] if number + 1 < len(tokens) else ""
        if word != token:
            yield start, start + len(token), word
        elif is_misread and is_foreign and token.endswith("Ã") and behind:
            goes_on = _GOES_ON.fullmatch(behind) is not None
            yield start, start + len(token) + (1 + len(behind)) * goes_on, token[:-1] + "à" + behind * goes_on
        elif is_foreign and not has_right and _BLANK_BEHIND.search(token):
            yield start, start + len(token), token[:-1]
        start += len(token) + 1


def _in_capitals(word: str, token: str) -> str:
    """A word that was read of a token in capitals, which shows a capital of ASCII behind its first letter."""
    return word.upper() if word != token and _CAPITAL.search(token, 1) else word


def _is_first(word: str) -> bool:
    """Whether a word of a Vietnamese line holds the first byte of a letter, or of a sign of print at its head."""
    signs = _FIRST_OF_A_SIGN.findall(word)
    return _FIRST.search(word) is not None or not all(map(is_syllable, signs))


def _is_code(word: str) -> bool:
    """Whether a word that was read on a Vietnamese line is in an old encoding, and should have been read further."""
    from vntextclean.charsets.odd_words import is_coded

    return is_coded(word)


def _may_be_cut(word: str) -> bool:
    """The same of a word that stands by itself in a Vietnamese text."""
    if word.isascii():
        return False
    if _CUT_FIRST.search(word):
        return True
    return any("Ä" in one and is_syllable(one.replace("Ä", "đ")) for one in _WORD.findall(word))


@lru_cache(maxsize=1 << 12)
def _is_hurt(word: str) -> bool:
    """Whether a word has the sign of a misreading. Nearly all words of a line are sound, and said again and again."""
    return not word.isascii() and SCAN.search(_WEAK.sub("", word)) is not None


@lru_cache(maxsize=1 << 12)
def _stops_ftfy(token: str) -> bool:
    return not token.isascii() and (RIGHT.search(token) or _CUT.search(token)) is not None


def _by_ftfy(tokens: list[str], known: dict[str, str]) -> list[str]:
    """What ftfy makes of tokens where that can be believed; ``known``, kept for a line, is what it made of each."""
    if not any(map(_is_hurt, tokens)):
        return tokens  # nothing of what ftfy would change could be believed
    fixed = _fixed(" ".join(tokens)).split(" ")
    if len(fixed) != len(tokens):
        # A line is read twice, and of bytes at random each token by itself: a third of the time of such text.
        known.update((token, _fixed(token)) for token in {*tokens} - known.keys())
        fixed = [known[token] for token in tokens]
    changed = [(new, old) for new, old in zip(fixed, tokens, strict=True) if new != old]
    # One letter alone is how a text quotes such damage: “Ã©” for é.
    if not any(re.search(_LETTERS_OR_SIGNS, new) and _is_hurt(old) for new, old in changed):
        return tokens
    return [
        normalize("NFC", new) if new != old and _is_likely(new, old) and is_whole(new, old) else old
        for new, old in zip(fixed, tokens, strict=True)
    ]


#: Letters of Vietnamese that no table of ftfy has, and that are no part of a sequence it reads by itself.
_IN_NO_TABLE = late("[ĩĨũŨơƠưƯ\u1ea0-\u1ef9]")


def _fixed(text: str) -> str:
    """What ``ftfy.fix_encoding`` makes of a text.

    With a letter that none of its tables has, ftfy looks for sequences that stand by themselves. It scans the text for
    the look of damage first and last; only if there is one to read does the outcome depend on that scan, which was half
    of the time of a line.
    """
    from ftfy import fix_encoding
    from ftfy.badness import is_bad
    from ftfy.chardata import UTF8_DETECTOR_RE

    if not _IN_NO_TABLE.search(text):
        return fix_encoding(text, _config())
    while True:
        fixed = UTF8_DETECTOR_RE.sub(lambda found: _fixed_alone(found.group()), text)
        if fixed == text or not is_bad(text):
            return text
        text = fixed


@lru_cache(maxsize=1 << 10)
def _fixed_alone(sequence: str) -> str:
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    return fix_encoding(sequence) if is_bad(sequence) else sequence


def _is_likely(new: str, old: str) -> bool:
    """Whether a reading of one token is a word or sign of a text, and no chance hit in a table or another encoding."""
    if _CONTROL.search(new) or _HALF_READ.search(new) or looks_hurt(new):
        return False
    if any(re.match(_MIXED, word) for word in _WORD.findall(new)):
        return False
    return len(old) < _LONG_TOKEN or len(SCAN.findall(old)) * 20 > len(old)


@cache
def _config() -> TextFixerConfig:
    """The settings of ftfy with nothing but the repair of encodings; its other habits change 8 % of clean lines."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        fix_c1_controls=False,
        remove_control_chars=False,
        normalization=None,
    )
