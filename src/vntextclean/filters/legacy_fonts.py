"""Text typed for the fonts that came before Unicode, read as Windows-1252: ``Hµ Néi`` back to *Hà Nội*.

The decision is made for a line at a time, from all its words together, and never from one word: half of the accented
words of an Italian page become possible syllables under some table. Lines too short to decide are read as the rest of
the document is, if at least three lines of it are beyond doubt and agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from vntextclean.charsets.titles import TITLES
from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.lm.disambiguate import most_likely
from vntextclean.misreadings.see_through import see_through
from vntextclean.misreadings.traces import LOST_MARKS, TRACE
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.charsets.words import Reading
    from vntextclean.misreadings.words import Chosen

_SURELY = "".join(map(chr, (*range(0x80, 0xA0), *range(0xA1, 0xC0)))) + (
    "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŸŽžƒˆ˜†‡‰‹›™\u2212\u2219"
)
#: Characters that a page in Vietnamese, composed and in Unicode, hardly holds: what the tables put in the place of
#: letters. ì and ò count behind vowels they cannot follow (Windows-1258), â, ù and ú too (VNI), the signs of VIQR
#: behind their vowels.
_TELL = late(
    f"[{_SURELY}âùúìòÌÒ^`~+*(]"
    "(?:(?<![âùúìòÌÒ^`~+*(])|(?<=[aeoAEO][âùú])|(?<=[aeoyâãêôõý][ìò])|(?<=[a-zâãêôõý][ÌÒ])|(?<=[aAeEoO]\\^)"
    "|(?<=[aeiouyAEIOUY][`~])|(?<=[oOuU][+*])|(?<=[aA]\\())"
)
_SIGN = Sign(
    (ANY, _SURELY, ANY),
    ("aeoAEO", "âùú", ANY),
    ("aeoyâãêôõý", "ìò", ANY),
    (ascii_lowercase + "âãêôõý", "ÌÒ", ANY),
    ("aeiouyAEIOUY", "^`~+*(", ANY),
)
#: Letters that only Unicode text has: the line was read rightly already.
_UNICODE = late("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u036f]")

#: Letters of Latin that neither Vietnamese nor the fonts have, and a mark of Taiwanese: a line with one is of another
#: language.
_OF_OTHERS = late("[\u0100\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0151\u0154-\u015f\u0162-\u0167\u016a-\u0177\u030d]")

#: So many lines beyond doubt decide a document, if they are most of those that can be decided.
_DECIDING_LINES = 3

#: A line longer than this (a whole text without a line end) is recognised by its beginning.
_ENOUGH = 1 << 14


def _rules() -> dict[str, Rule]:
    rules = {}
    for name, (title, before, after) in TITLES.items():
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
    rules["legacy-fonts.unicode-as-vni"] = Rule(
        summary="Reads Unicode that a converter for VNI fonts spoilt.",
        why=(
            "The converter takes ó, ò, ô, oà and oá for codes of VNI and makes ĩ, ị, ơ, ồ and ố of them: sites that "
            "share documents are full of it. Read only on lines without any ó, ò or ô, beside a word that is possible "
            "in no other way; where two words fit, the language model chooses, so `lossless` leaves this rule out."
        ),
        repairs=("Cơng tác kế tốn khơng cịn thiếu", "Công tác kế toán không còn thiếu"),
        keeps="Công tác tốn kém, hồn nhiên, cơ quan",
        reason="'{word}' became '{seen}' in a converter for VNI",
        reason_vi="'{word}' thành '{seen}' do bộ chuyển mã VNI",
    )
    rules["legacy-fonts.lost-marks"] = Rule(
        summary="Puts back the circumflex, horn and breve that became '?' in Windows-1258.",
        why=(
            "A program that takes letters apart before it writes Windows-1258 keeps the tones and loses these marks. "
            "Three different words with a '?' inside prove a text. Behind a and o two marks are possible, and the "
            "language model chooses, so `lossless` leaves this rule out."
        ),
        repairs=("muo?ìn xa?y nhaÌ, caÌy ruo?òng", "muốn xây nhà, cày ruộng"),
        keeps="Ai ði?Ì Sao la?i thê? Ok?a",
        reason="'{seen}' is '{word}' in Windows-1258 without its marks",
        reason_vi="'{seen}' là '{word}' trong Windows-1258 đã mất dấu mũ, dấu móc",
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
    sign = _SIGN | TRACE | UNUSUAL | LOST_MARKS

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterable[Edit]:
        """One edit for each word that an old encoding hides."""
        return see_through(state, self._edits)

    def _edits(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        if LOST_MARKS.may_be_in(state) and (marked := self._marked(text)):
            yield from marked  # such a text is in Windows-1258 throughout
            return
        hurt = self._swapped(state) if unusual(state) else []
        if TRACE.may_be_in(state) and (converted := self._converted(text)):
            taken = {at for edit in hurt for at in range(edit.start, edit.end)}
            hurt = sorted([*hurt, *(one for one in converted if taken.isdisjoint(range(one.start, one.end)))])
        telling = list(_telling_lines(state))
        if not telling:
            yield from hurt
            return
        sure = list(_sure_lines(text, telling))
        lines = list(_with_short_lines(text, sure))
        read = [edit for line in lines for edit in self._line(text[line.start : line.end], line)]
        read = sorted([*read, *self._strays(text, telling, lines)])
        if hurt:
            spans = [(line.start, line.end) for line in lines] + [(edit.start, edit.end) for edit in read]
            hurt = [edit for edit in hurt if not any(start < edit.end and edit.start < end for start, end in spans)]
            read = sorted([*read, *hurt])
        yield from read

    def _swapped(self, state: TextState) -> list[Edit]:
        from vntextclean.charsets.cp1258_swapped import swapped

        return [self._edit(reading, 0, "legacy-fonts.swapped") for reading in swapped(state)]

    def _marked(self, text: str) -> list[Edit]:
        """What became of marks that Windows-1258 does not have."""
        from vntextclean.misreadings.lost_marks import with_lost_marks

        return self._chosen(text, with_lost_marks(text), "legacy-fonts.lost-marks")

    def _converted(self, text: str) -> list[Edit]:
        """What a converter for VNI made of Unicode."""
        from vntextclean.misreadings.unicode_as_vni import converted

        return self._chosen(text, converted(text), "legacy-fonts.unicode-as-vni")

    def _chosen(self, text: str, words: list[Chosen], code: str) -> list[Edit]:
        return [
            Edit(start, end, word, code, self.rules[code].say(self._lang, seen=text[start:end], word=word), confidence)
            for start, end, word, confidence in words
        ]

    def _line(self, seen: str, line: _Line) -> Iterator[Edit]:
        from vntextclean.charsets import viqr
        from vntextclean.charsets.line_repair import repaired
        from vntextclean.charsets.tables import charset
        from vntextclean.misreadings.mixed_lines import settled

        found: list[Reading]
        if line.name == "viqr":
            found = [
                reading
                for reading in viqr.readings(seen, most_likely)
                if reading.legal or viqr.is_abbreviation(reading)
            ]
        else:
            table = charset(line.name)
            found = settled(seen, repaired(seen, table), table)
        for reading in found:
            if not _is_cut(seen, reading.start, reading.end):
                yield self._edit(reading, line.start, f"legacy-fonts.{line.name}")

    def _strays(self, text: str, telling: list[tuple[int, int]], lines: list[_Line]) -> Iterator[Edit]:
        """Words of the document's encoding, or of VNI, on lines of Unicode."""
        from vntextclean.misreadings.mixed_lines import is_proof, is_vietnamese_line, may_have_strays, strays

        known = _decided(lines)
        taken = {line.start for line in lines}
        name = known if known in ("vni", "tcvn3") else "vni"
        found: list[Reading] = []
        for start, end in telling:
            if start not in taken and may_have_strays(text[start:end], known == name):
                line = text[start:end]
                if not _OF_OTHERS.search(line) and is_vietnamese_line(line, _UNICODE):
                    found += strays(line, start, name, known == name)
        if known == name or is_proof(found):
            for reading in found:
                yield self._edit(reading, 0, f"legacy-fonts.{name}")

    def _edit(self, reading: Reading, offset: int, code: str) -> Edit:
        reason = self.rules[code].say(self._lang, seen=reading.seen, word=reading.word)
        return Edit(offset + reading.start, offset + reading.end, reading.word, code, reason)


def _is_cut(line: str, start: int, end: int) -> bool:
    """Whether a "?" parts a word from its other half: ``toò?i`` lost a mark, and *tọ* would be no part of it."""
    behind, before = line[end : end + 2], line[max(0, start - 2) : start]
    lost = behind[:1] == "?" and (behind[1:].isalpha() or line[end - 1] in "òÒ")
    return lost or (before[-1:] == "?" and before[:-1].isalpha())


def _telling_lines(state: TextState) -> Iterator[tuple[int, int]]:
    """The lines with a telling character; only where one may be is looked closer."""
    text, done = state.text, 0
    for at in _SIGN.places(state):
        if at >= done and _TELL.match(text, at):
            start, done = line_of(text, at)
            yield start, done


def _sure_lines(text: str, telling: list[tuple[int, int]]) -> Iterator[_Line]:
    """The lines that are beyond doubt by themselves; only lines with a telling character are looked at."""
    for start, end in telling:
        line = text[start:end]
        if not _UNICODE.search(line):
            name = _recognised(line)
            if name:
                yield _Line(start, end, name)


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


def _decided(lines: list[_Line]) -> str:
    """The encoding of a document: three of its lines are in it, and two thirds of all that can be told."""
    if not lines:
        return ""
    (name, count), *_ = Counter(line.name for line in lines).most_common()
    return "" if count < _DECIDING_LINES or count * 3 < len(lines) * 2 else name


def _with_short_lines(text: str, sure: list[_Line]) -> Iterator[_Line]:
    """The sure lines, and the others that read well under the encoding of the document, in order.

    An old encoding decides a document when three lines are sure of it and they are two thirds of all sure lines.
    """
    if not sure:
        return
    from vntextclean.charsets import viqr
    from vntextclean.charsets.recognition import could_be
    from vntextclean.charsets.tables import charset

    name = _decided(sure)
    if not name:
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
