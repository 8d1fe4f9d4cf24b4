"""Lines in an old encoding that were written as UTF-8 and read as Windows-1252: ``mÃ©t`` for ``mét``, TCVN3 for *một*.

Such a line must be read through both at once. By the first step alone half of its words look like Vietnamese (*mét*,
*còng*), the other half like letters that lost a byte (``thÃ“``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from vntextclean.misreadings.before_decoding.signature import FOLLOWING
from vntextclean.misreadings.tables.code_pages import views
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import bare

_FOLLOWING = frozenset(FOLLOWING)
#: First bytes of letters in UTF-8, which TCVN3 does not have, and VNI behind capital vowels alone: the line was UTF-8
#: once more, and has lost bytes of it.
_OF_UTF8 = late("(?<![AEOUYÔÖ])[ÃÄÅ]|á[º»]")
_OTHER_SCRIPT = late("[\u0370-\u1dff\u1f00-\uffff\U00010000-\U0010ffff]")
#: So many words of a line become others by TCVN3 or VNI, this share of its words are syllables then, and this share of
#: those that change were none before, where a line may be in an old encoding.
_FEW, _SHARE, _GAIN = 3, 0.7, 0.4
#: Codes of VNI that are letters by themselves; a text in VNI has no other use for them.
_SINGLE = str.maketrans("ôöñÔÖÑ", "ơưđƠƯĐ")
_OF_SINGLES = late("[A-Za-zôöñÔÖÑ]+")
_LETTERS = late("[^\\W\\d_]+")
#: The shape of one syllable, its marks taken off: "zề" and "plấy", but not the "nạve" that VNI makes of "naïve".
_SYLLABLE = late("[^aeiouy]*[aeiouy]+[^aeiouy]{0,2}")
#: A line longer than this is no line of a page.
_LONGEST = 1 << 14


class Hidden(NamedTuple):
    """A line of a text, and what it was before it was read wrongly: an old encoding, as Windows-1252 shows it."""

    start: int
    end: int
    seen: str

    def spans(self) -> list[int]:
        """Where each character of ``seen`` begins in the text, and the end of the line."""
        return [*accumulate((len(char.encode()) for char in self.seen), initial=self.start)]


def may_hide(rare: str) -> bool:
    """Whether a text may have such lines, by its unusual characters: most text with some has none of these.

    >>> may_hide("©"), may_hide("ж")
    (True, False)
    """
    return not _FOLLOWING.isdisjoint(rare)


def hidden_lines(text: str) -> list[Hidden]:
    """The lines that were one byte a character before, if one of them is surely in an old encoding.

    Else those that may be: read by the first step alone they would be neither the text nor its damage.

    >>> [line.seen for line in hidden_lines("dÃ©jÃ  vu, crÃ¨me brÃ»lÃ©e")]
    []
    >>> [line.seen for line in hidden_lines("CÃ©ng hÃŸa xÂ· hÃ©i chÃ± nghÃœa ViÃ–t Nam")]
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam']
    """
    found = [
        Hidden(start, end, seen)
        for start, end in _lines(text)
        if end - start <= _LONGEST and (seen := _before(text[start:end]))
    ]
    if not found:
        return []
    from vntextclean.charsets.recognition import recognise

    if any(recognise(line.seen) for line in found):
        return found
    return [line for line in found if _is_doubtful(line.seen)]


def left_in_vni(seen: str) -> Iterator[tuple[int, int, str]]:
    """The words of a line in VNI that are no syllables, and what they are: loans, slips, what is written as it is said.

    In a line that was one byte a character nothing is in Unicode: left alone such a word would be read by half. Names
    are no loans where their codes are letters of Latin-1 as well.

    >>> [word for *_, word in left_in_vni("veõ vectô roài zeà")], list(left_in_vni("Müller, Jaén, naïve"))
    (['vẽ', 'vectơ', 'rồi', 'zề'], [])
    """
    from vntextclean.charsets.tables import charset

    table = charset("vni")
    for found in _LETTERS.finditer(seen):
        word = found[0]
        if word.isascii():
            continue
        if _OF_SINGLES.fullmatch(word):
            yield *found.span(), word.translate(_SINGLE)
        elif word.islower() and table.pattern.sub("", word).isascii() and _SYLLABLE.fullmatch(bare(table.read(word))):
            yield *found.span(), table.read(word)


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines with a character of Latin-1 as its two bytes are seen; capitals of clean text are passed by."""
    found = set()
    for lead in "ÂÃ":
        at = text.find(lead)
        while at >= 0:
            start, end = at, at + 1
            if text[end : end + 1] in _FOLLOWING:
                start, end = line_of(text, at, end)
                found.add((start, end))
            at = text.find(lead, end)
    return sorted(found)


def _is_doubtful(seen: str) -> bool:
    """Whether a line that no table is sure to read is more of an old encoding than of any language."""
    from vntextclean.charsets.recognition import evidence
    from vntextclean.charsets.tables import charset
    from vntextclean.charsets.words import readings

    proofs = (evidence(readings(seen, charset(name))) for name in ("tcvn3", "vni"))
    return any(one.changed >= _FEW and one.share >= _SHARE and one.gain >= _GAIN for one in proofs)


def _before(line: str) -> str:
    """What a line was before it was read by Windows-1252; "" if that was not one byte a character, or UTF-8 again.

    Words of another script may stand in it.
    """
    try:
        seen = _decoded(line)
    except (KeyError, UnicodeDecodeError):
        return ""
    codes = _codes()
    if _OF_UTF8.search(seen) or not all(char in codes or _OTHER_SCRIPT.match(char) for char in seen):
        return ""
    try:
        _decoded(seen)
    except (KeyError, UnicodeDecodeError):
        return seen
    return ""


def _decoded(line: str) -> str:
    return bytes(map(_codes().__getitem__, line)).decode()


@cache
def _codes() -> dict[str, int]:
    """The byte of each character of Windows-1252, and of the control characters of Latin-1."""
    return {char: byte for byte in range(256) for char in {chr(byte), views("cp1252")[byte]}}
