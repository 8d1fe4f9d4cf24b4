"""Text typed for the fonts that came before Unicode, read as Windows-1252: ``Hµ Néi`` back to *Hà Nội*.

The decision is made for a line at a time, from all its words together, and never from one word: half of the accented
words of an Italian page become possible syllables under some table. Lines too short to decide are read as the rest of
the document is, if at least three lines of it are beyond doubt and agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.lm.disambiguate import most_likely
from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.unusual import unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.charsets.words import Reading

_SURELY = "".join(map(chr, (*range(0x80, 0xA0), *range(0xA1, 0xC0)))) + (
    "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŸŽžƒˆ˜†‡‰‹›™\u2212\u2219"
)
#: Characters that a page in Vietnamese, composed and in Unicode, hardly holds: what the tables put in the place of
#: letters. ì and ò count behind vowels they cannot follow (Windows-1258), the signs of VIQR behind their vowels.
#: One class and two looks back, so that a clean page is passed in one scan.
_TELL = late(
    f"[{_SURELY}ìòÌÒ^`~+*(]"
    "(?:(?<![ìòÌÒ^`~+*(])|(?<=[aeoyâãêôõý][ìò])|(?<=[a-zâãêôõý][ÌÒ])|(?<=[aAeEoO]\\^)"
    "|(?<=[aeiouyAEIOUY][`~])|(?<=[oOuU][+*])|(?<=[aA]\\())"
)
_SIGN = Sign(
    (ANY, _SURELY, ANY),
    ("aeoyâãêôõý", "ìò", ANY),
    (ascii_lowercase + "âãêôõý", "ÌÒ", ANY),
    ("aeiouyAEIOUY", "^`~+*(", ANY),
)
#: Letters that only Unicode text has: the line was read rightly already.
_UNICODE = late("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u036f]")

#: So many lines beyond doubt decide a document, if they are most of those that can be decided.
_DECIDING_LINES = 3

#: A line longer than this (a whole text without a line end) is recognised by its beginning.
_ENOUGH = 1 << 14

_TITLES = {
    "tcvn3": ("TCVN3 (ABC, .VnTime)", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    "vni": ("VNI (VNI-Times)", "Kính göûi caùc anh chò em coâng nhaân", "Kính gửi các anh chị em công nhân"),
    "viqr": ("VIQR", "Chu'c mu+`ng na(m mo+'i", "Chúc mừng năm mới"),
    "viscii": ("VISCII", "Chúng tôi ði h÷c v« bu±i t¯i", "Chúng tôi đi học về buổi tối"),
    "vps": ("VPS", "Chúng tôi Çi h†c vŠ bu°i tÓi", "Chúng tôi đi học về buổi tối"),
    "bkhcm1": ("BK HCM1", "ChÒng téi ½i hÑc vå buìi têi", "Chúng tôi đi học về buổi tối"),
    "bkhcm2": ("BK HCM2", "Chuáng töi ài hoåc vïì buöíi töëi", "Chúng tôi đi học về buổi tối"),
    "vietware-x": ("Vietware X", "Chuïng täi âi hoüc vãö buäøi täúi", "Chúng tôi đi học về buổi tối"),
    "vietware-f": ("Vietware F", "Chòng t¤i ¢i hãc vÒ buåi tçi", "Chúng tôi đi học về buổi tối"),
    "cp1258": ("Windows-1258", "Chuìng tôi ði hoòc vêÌ buôÒi tôìi", "Chúng tôi đi học về buổi tối"),
}


def _rules() -> dict[str, Rule]:
    rules = {}
    for name, (title, before, after) in _TITLES.items():
        rules[f"legacy-fonts.{name}"] = Rule(
            summary=f"Reads text in {title} as Unicode.",
            why=(
                "Pages and files from before Unicode hold codes of the fonts they were typed for. The codes of "
                f"{title} reach us as punctuation and foreign letters. A line is read only when nearly all its words, "
                "several of them, become Vietnamese syllables under one table; one or two words by themselves are too "
                "few and stay, unless the other lines of the document are in the same encoding."
            ),
            repairs=(before, after),
            keeps="På brød, så nå; Não são três; Où est l'été ?",
            reason="'{seen}' is '{word}' in " + title,
            reason_vi="'{seen}' là '{word}' trong bảng mã " + title,
        )
    rules["legacy-fonts.swapped"] = Rule(
        summary="Reads Latin-1 that was taken for Windows-1258.",
        why=(
            "Old pages saved as Latin-1 and opened as Windows-1258 have an acute accent for ì, a dot below for ò, ă "
            "for ã. A consonant never carries a mark in Vietnamese; two such words on a line, or three in a document, "
            "are asked for, because Polish and romanised Sanskrit have such consonants."
        ),
        repairs=("Th\u0301 c\u0323n ai, t\u0301nh đă xa", "Thì còn ai, tình đã xa"),
        keeps="Gdańsk, Saṃyutta và ṭa",
        reason="'{seen}' is '{word}' read as Windows-1258",
        reason_vi="'{seen}' là '{word}' đọc nhầm sang Windows-1258",
    )
    return rules


class _Line(NamedTuple):
    start: int
    end: int
    name: str


class LegacyFonts:
    """Finds the lines of a text that are in an old encoding and reads them, one edit a word.

    >>> from vntextclean.settings import Settings
    >>> [edit.replacement for edit in LegacyFonts(Settings()).edits(TextState("Céng hßa x· héi chñ nghÜa"))]
    ['Cộng', 'hòa', 'xã', 'hội', 'chủ', 'nghĩa']
    >>> list(LegacyFonts(Settings()).edits(TextState("Blåbærsyltetøy på brød")))
    []
    """

    name = "legacy-fonts"
    phase = Phase.CHARACTERS
    rules = _rules()

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word that an old encoding hides."""
        text = state.text
        hurt = self._swapped(state) if unusual(state) else []
        if not _SIGN.may_be_in(state) or _TELL.search(text) is None:
            yield from hurt
            return
        sure = list(_sure_lines(text))
        lines = list(_with_short_lines(text, sure))
        read = [edit for line in lines for edit in self._line(text[line.start : line.end], line)]
        if hurt:
            hurt = [edit for edit in hurt if not any(line.start <= edit.start < line.end for line in lines)]
            read = sorted([*read, *hurt])
        yield from read

    def _swapped(self, state: TextState) -> list[Edit]:
        from vntextclean.charsets.cp1258_swapped import swapped

        return [self._edit(reading, 0, "legacy-fonts.swapped") for reading in swapped(state)]

    def _line(self, seen: str, line: _Line) -> Iterator[Edit]:
        from vntextclean.charsets import viqr
        from vntextclean.charsets.line_repair import repaired
        from vntextclean.charsets.tables import charset

        found: list[Reading]
        if line.name == "viqr":
            found = [
                reading
                for reading in viqr.readings(seen, most_likely)
                if reading.legal or viqr.is_abbreviation(reading)
            ]
        else:
            found = repaired(seen, charset(line.name))
        for reading in found:
            yield self._edit(reading, line.start, f"legacy-fonts.{line.name}")

    def _edit(self, reading: Reading, offset: int, code: str) -> Edit:
        reason = self.rules[code].say(self._lang, seen=reading.seen, word=reading.word)
        return Edit(offset + reading.start, offset + reading.end, reading.word, code, reason)


def _sure_lines(text: str) -> Iterator[_Line]:
    """The lines that are beyond doubt by themselves; only lines with a telling character are looked at."""
    position = 0
    while hit := _TELL.search(text, position):
        start, end = _line_at(text, hit.start())
        line = text[start:end]
        if not _UNICODE.search(line):
            name = _recognised(line)
            if name:
                yield _Line(start, end, name)
        position = end + 1


def _line_at(text: str, position: int) -> tuple[int, int]:
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def _recognised(line: str) -> str:
    # What few texts need is loaded when one does: the tables cost more than the scan of a clean page.
    from vntextclean.charsets import viqr
    from vntextclean.charsets.recognition import recognise

    line = line[:_ENOUGH]
    if not line.isascii():
        found = recognise(line)
        if found:
            return found[0]
    return "viqr" if viqr.sure(viqr.readings(line)) else ""


def _with_short_lines(text: str, sure: list[_Line]) -> Iterator[_Line]:
    """The sure lines, and the others that read well under the encoding of the document, in order.

    An old encoding decides a document when three lines are sure of it and they are two thirds of all sure lines.
    """
    if not sure:
        return
    from vntextclean.charsets import viqr
    from vntextclean.charsets.recognition import could_be
    from vntextclean.charsets.tables import charset

    (name, count), *_ = Counter(line.name for line in sure).most_common()
    if count < _DECIDING_LINES or count * 3 < len(sure) * 2:
        yield from sure
        return
    by_start = {line.start: line for line in sure}
    mixed = _UNICODE.search(text) is not None
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        own = by_start.get(start)
        if name == "viqr":
            if own or (line and not _UNICODE.search(line) and viqr.could_be(line)):
                yield own or _Line(start, end, name)
        elif own and (own.name == name or not could_be(line, charset(name), mixed)):
            yield own
        elif not line.isascii() and not _UNICODE.search(line) and could_be(line, charset(name), mixed):
            yield _Line(start, end, name)
        start = end + 1
