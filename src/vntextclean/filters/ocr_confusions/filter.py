"""Letters that an OCR engine takes for others of the same shape: rn for m, I and 1 for l, 0 for o, li for h."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.ocr_confusions.readings import BLURRED, readings
from vntextclean.filters.ocr_confusions.traces import AMONG_DIGITS, FIRST, ROMAN, VOWELS, WORDS
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.lines import is_vietnamese
from vntextclean.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from vntextclean.filters.ocr_confusions.rank import ReadingRanker
    from vntextclean.lm.model import Model

RULES = {
    "ocr-confusions.rn": Rule(
        "rn that is no onset and no coda is m",
        "No Vietnamese syllable has rn; the word must be one with m and none as it stands.",
        ("Trời rnưa suốt đêm qua.", "Trời mưa suốt đêm qua."),
        "Ông Lernoult đến Hà Nội năm 1905.",
        "'{word}' is no syllable, '{after}' is: rn was read for m",
        "'{word}' không phải âm tiết, '{after}' thì phải: m bị đọc thành rn",
    ),
    "ocr-confusions.capital-i": Rule(
        "A capital I that opens a word in lower case is l",
        "I is a vowel; before another vowel that bears the syllable it was l.",
        ("Bà con đi Iàm đồng từ sớm.", "Bà con đi làm đồng từ sớm."),
        "Ở Ia Grai có nhiều cây cà phê.",
        "'{word}' is no syllable, '{after}' is: l was read as capital I",
        "'{word}' không phải âm tiết, '{after}' thì phải: l bị đọc thành I",
    ),
    "ocr-confusions.digit": Rule(
        "A 1 or 0 inside a word is l, i or o",
        "Only one digit, and only where the word with the letter is a common syllable with a mark.",
        ("Ủy ban thành 1ập đoàn kiểm tra.", "Ủy ban thành lập đoàn kiểm tra."),
        "Mua 1 lít dầu, 10 cân gạo, đi 1km.",
        "'{word}' is no word, '{after}' is: the digit was a letter",
        "'{word}' không phải từ, '{after}' thì phải: chữ số vốn là chữ cái",
    ),
    "ocr-confusions.letter": Rule(
        "A letter, or two, that no syllable has there is the one that looks like it",
        "No syllable begins with tl, nl, cl, lr or with e before a vowel: l was i, li was h, cl was d, lr was tr, "
        "e was c. ä, ë, ï, ö and ü are vowels with other marks. The word must be no word as it stands, a common one "
        "with a mark once mended, and fit its sentence.",
        ("Các đơn vị tliực hiện đúng vlệc được giao.", "Các đơn vị thực hiện đúng việc được giao."),
        "Anh Plông ở Kon Plông mê nhạc flamenco và clip cliché.",
        "'{word}' is no word, '{after}' is and looks like it",
        "'{word}' không phải từ, '{after}' thì phải và trông giống",
    ),
    "ocr-confusions.number": Rule(
        "l, I and O among digits are 1 and 0, and l in a Roman numeral is I",
        "Behind words that call for a number (năm, ngày, Điều, Chương), in a year, and in amounts of money.",
        ("Ngày l2 tháng 9 năm l945, theo Chương ll.", "Ngày 12 tháng 9 năm 1945, theo Chương II."),
        "Khí O2, bình CO2, xe số O, lớp 1A, mạng của O2",
        "'{word}' stands for the number {after}",
        "'{word}' vốn là số {after}",
    ),
}

#: Where a word may have been misread.
_SPOT = re.compile(
    rf"rn|(?<!\w)I(?=[^\W\d_])|(?<![\w.,/-])1(?=[^\W\d_])|(?<=[^\W\d_])[01](?!\d)|(?<=[bcdđghkmnpqrstvx])l(?=[{VOWELS}h])"
    rf"|(?<=[BCDĐGHKMNPQRSTVX])l(?=[^\W\d_])|(?<!\w)e(?=[h{VOWELS[12:]}])|(?<!\w)lr|[{''.join(BLURRED)}]"
)
_CALLS = "năm|tháng|ngày|Năm|Tháng|Ngày|Điều|điều|khoản|Khoản|Số|số|trang|Trang|thứ"
_NUMBER = re.compile(
    rf"(?:(?<![\w.,/-])(?:{_CALLS}) |(?<![^\s(]))"
    r"(?P<n>(?=[lIOo\d/.-]*\d)(?=[\d/.-]*[lIOo])[lIOo\d]+(?:[/.-][lIOo\d]+)*)(?![\w/-]|\.[a-z])"
)
#: The first article, whose number is one letter; "I" may be Roman where the next is no "2".
_FIRST = re.compile(r"^[ \t]*(?:Điều|ĐIỀU) (?P<n>[lLI])(?=[.:][ \t\n])", re.MULTILINE)
_SECOND = re.compile(r"^[ \t]*(?:Điều|ĐIỀU) 2[.:]", re.MULTILINE)
#: The number of a decision, before its kind: "1O/QĐ-UBND".
_DECISION = re.compile(r"(?<!\w)[Ss]ố:? (?P<n>(?=[lIO/]*\d)(?=[\d/]*[lIO])[lIO\d]{1,5}(?:/[lIO\d]{4})?)(?=/[A-ZĐ])")
_AMOUNT = re.compile(
    r"(?<![\w.,/-])(?P<n>(?=[\d.]*O)\d[\dO]*(?:\.[\dO]{3})+)(?= ?(?:đồng|đ|VNĐ|VND|nghìn|triệu)(?!\w))"
)
_YEAR = re.compile(r"[1lI]9\d[\dlIOo]|[1lI]9[lIOo]\d|2[0Oo][\dlIOo][\dlIOo]\Z")
_ROMAN = re.compile(
    r"(?<!\w)(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Quý|quý|khóa|khoá|Khóa|thế kỷ|Thế kỷ|lần thứ) "
    r"(?P<n>(?=[IVX]*l)[lIVX]{1,5})(?!\w)"
)
#: Before which "O6" is no oxygen.
_DATES = ("ngày ", "tháng ")
_LITRES = re.compile(r"\d\d+l")
_DIGITS = str.maketrans("lIOo", "1100")

_SURE = 0.99
#: Longer words are no misread syllables.
_LONGEST = 12


class OcrConfusions:
    """Proposes the letter that was there where only it makes a Vietnamese syllable.

    >>> [edit.replacement for edit in OcrConfusions(Settings()).edits(TextState("Trời rnưa suốt đêm qua."))]
    ['mưa']
    >>> list(OcrConfusions(Settings()).edits(TextState("Ông Lernoult đến Hà Nội.")))
    []
    """

    name = "ocr-confusions"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> Model:
        from vntextclean.lm.model import Model

        return Model.open(self._settings.model)

    @cached_property
    def _readings(self) -> ReadingRanker:
        from vntextclean.filters.ocr_confusions.rank import ReadingRanker

        return self._model.derived(ReadingRanker)

    def edits(self, state: TextState) -> list[Edit]:
        """One edit for each misread word or number."""
        text = state.text
        if text.isascii():
            return []
        return list(_apart(text, sorted([*self._words(state), *self._numbers(state)])))

    def _words(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        done = 0
        for place in WORDS.places(state):
            if not _SPOT.match(text, place):
                continue
            start, end = _word_around(text, place)
            if (
                start < done
                or text[start - 1 : start] in ("@", "/", "#", "_")
                or text[end : end + 1] in ("@", "/", "_")
            ):
                continue
            done = end
            word = text[start:end]
            if len(word) > _LONGEST or is_syllable(word):
                continue
            if "-" in (text[start - 1 : start], text[end : end + 1]) and not BLURRED.keys().isdisjoint(word):
                continue  # "Ü-Tsang"
            choices = dict(readings(word))
            after = self._readings.best(self._model.scan_of(state), start, end, list(choices))
            if after is None or (choices[after] == "letter" and not is_vietnamese(text, start)):
                continue
            yield self._edit(start, word, after, choices[after])

    def _numbers(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        if AMONG_DIGITS.may_be_in(state):
            yield from self._among_digits(text)
        if FIRST.may_be_in(state):
            first = list(_FIRST.finditer(text))
            is_arabic = first != [] and _SECOND.search(text) is not None
            for match in first:
                if match["n"] != "I" or is_arabic:
                    yield self._edit(match.start("n"), match["n"], "1", "number")
        if ROMAN.may_be_in(state):
            for match in _ROMAN.finditer(text):
                yield self._edit(match.start("n"), match["n"], match["n"].replace("l", "I"), "number")

    def _among_digits(self, text: str) -> Iterator[Edit]:
        for match in _NUMBER.finditer(text):
            word = match["n"]
            called = match.start("n") > match.start()
            if not (called or _YEAR.fullmatch(word)) or _LITRES.fullmatch(word):
                continue
            if word[0] in "Oo" and len(word) < 3 and not match[0].lower().startswith(_DATES):
                continue
            yield self._edit(match.start("n"), word, word.translate(_DIGITS), "number")
        for pattern in (_AMOUNT, _DECISION):
            for match in pattern.finditer(text):
                yield self._edit(match.start("n"), match["n"], match["n"].translate(_DIGITS), "number")

    def _edit(self, start: int, word: str, after: str, kind: str) -> Edit:
        code = f"ocr-confusions.{kind}"
        reason = RULES[code].say(self._settings.lang, word=word, after=after)
        return Edit(start, start + len(word), after, code, reason, _SURE)


def _apart(text: str, found: Iterable[Edit]) -> Iterator[Edit]:
    """Sorted edits but for those that change nothing, or stand where one before them does.

    A number may end before the letter that was seen behind it ("12/I"), and amounts behind "năm" are found twice.
    """
    done = 0
    for edit in found:
        if edit.start >= done and text[edit.start : edit.end] != edit.replacement:
            yield edit
            done = edit.end


def _word_around(text: str, at: int) -> tuple[int, int]:
    """The letters and digits around a place, followed far enough to see that they are too many for a word."""
    start = end = at
    low, high = max(0, at - _LONGEST - 1), min(len(text), at + _LONGEST + 1)
    while start > low and text[start - 1].isalnum():
        start -= 1
    while end < high and text[end].isalnum():
        end += 1
    return start, end
