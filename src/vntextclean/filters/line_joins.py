"""Lines that were cut to the width of a paper page, joined into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.scanning.console import ConsoleOutput
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.syllables import is_syllable

RULES: dict[str, Rule] = {
    "line-joins.wrapped": Rule(
        "A line cut at the width of the page is joined to the next",
        "Text read off paper or PDF ends its lines where the page did, in the middle of sentences. Headings, list "
        "items, tables, verse, addresses, signature blocks and the output of programs stay on lines of their own.",
        (
            "Căn cứ đề nghị của Trưởng phòng Giáo dục và Đào tạo về việc tổ chức\nkỳ thi học sinh giỏi năm nay.",
            "Căn cứ đề nghị của Trưởng phòng Giáo dục và Đào tạo về việc tổ chức kỳ thi học sinh giỏi năm nay.",
        ),
        "Ngày xuân cấy mạ ven đồi\nmẹ ru câu cũ cho tôi thuộc lòng",
        "the line was cut at the page's width, inside a sentence",
        "dòng bị ngắt theo khổ trang, giữa câu",
    ),
    "line-joins.hyphen": Rule(
        "A word cut in two with a hyphen at a line end is joined",
        "Some typesetters part a long syllable or a hyphened loan at the margin. A hyphen that belongs to the word "
        "stays.",
        (
            "Hội đồng đã thông qua nghị quyết về việc thành lập các trườ-\nng học mới.",
            "Hội đồng đã thông qua nghị quyết về việc thành lập các trường học mới.",
        ),
        "Hà Nội -\nHải Phòng",
        "'{word}' was cut at a line end",
        "'{word}' bị ngắt ở cuối dòng",
    ),
}

_BLANKS = " \t"
#: A paragraph whose longest line is shorter is verse, a list, an address or a heading: six-eight verse stays below 40.
_NARROWEST = 50
#: A line counts as full if the first word of the next would have gone past this share of the longest line; proportional
#: type makes the number of letters on a full line vary by about a tenth.
_FULL = 0.86
_ITEM = re.compile(
    r"(?:[-–—•·*+●○▪■□➢✓►»>]|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|\(?[a-zđA-ZĐ][.)]\s|[IVXLC]{1,6}[.)]\s"
    r"|\d{1,2}(?:[:h]\d\d|\s+giờ\b[^,.\n]{0,12}:)"
    r"|(?:Điều|Chương|Mục|Phần|Khoản|Bài|Phụ lục|ĐIỀU|CHƯƠNG|MỤC|PHẦN|PHỤ LỤC)\s+[\dIVXLC]+\b"
    r"|(?:Nơi nhận|Kính gửi|Số|V/v|KT\.|TM\.|TL\.|Q\.|TUQ\.|Căn cứ|Xét|Theo đề nghị)\b)"
)
#: Words no heading, caption or list of names ends with: what follows them on the next line belongs to them.
_LEADING_WORDS = (
    "và của tại với cho ở là do từ đến về theo các những một bởi số ngày trong trên dưới thuộc hoặc gồm được bị "
    "ông bà anh chị em cô chú bác đồng tỉnh huyện xã phường quận thôn ấp đường sông đảo nước bộ sở như khi mà để"
)
_LEADS_ON = frozenset(_LEADING_WORDS.split())
_COLUMNS = re.compile(r"\S(?: {3,}|\t| ?\| ?)\S")
#: How much of a joined line is read again.
_REACH = 400
_LEADERS = re.compile(r"[._…=*-]{6}")
#: What stands below the last "Theo đề nghị của …," of a decision, or another heading of a few words in capitals.
_HEADING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,7}:?")
_ENDS = (".", "!", "?", ":", ";", "…")
_CLOSERS = "”\"’')]»"
_LAST_WORD = re.compile(r"([^\W\d_]+)-\Z")
_FIRST_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")


class LineJoins:
    r"""Joins the lines of a paragraph that the page's width cut; only where the unit is the paragraph (preset ``ocr``).

    A line is judged with the lines of its own paragraph alone: how long the longest is, whether the next word would
    still have fitted, and how both lines end and begin.

    >>> text = "Quỹ này do huyện lập ra từ năm ngoái nhằm giúp các hộ nghèo\ncó vốn làm ăn."
    >>> [edit.replacement for edit in LineJoins(Settings()).edits(TextState(text))]
    [' ']
    >>> list(LineJoins(Settings()).edits(TextState("Người ký\nNguyễn Văn An")))
    []
    """

    name = "line-joins"
    phase = Phase.BOUNDARIES
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each line end that is none."""
        text = state.text
        if "\n" not in text:
            return
        console = state.once(ConsoleOutput)
        for start, end in _paragraphs(text):
            yield from self._joins(text, start, end, console)

    def _joins(self, text: str, start: int, end: int, console: ConsoleOutput) -> Iterator[Edit]:
        breaks = list(_breaks(text, start, end))
        if not breaks:
            return
        starts = [start, *(b for _, b in breaks)]
        ends = [*(a for a, _ in breaks), end]
        width = _width(text, zip(starts, ends, strict=True))
        if width < _NARROWEST:
            return
        begin = start
        for index, (a, b) in enumerate(breaks):
            if console.holds(a) or console.holds(b):
                begin = b  # a program ended its line there
                continue
            # A line is judged together with those joined to it, as it would be in a second pass.
            upper, lower = text[max(begin, a - _REACH) : a], text[b : ends[index + 1]]
            edit = self._hyphen(upper, lower, a, b)
            if edit is not None:
                yield edit
            elif _continues(upper, a - begin, lower, width):
                code = "line-joins.wrapped"
                yield Edit(a, b, " ", code, RULES[code].say(self._lang))
            else:
                begin = b

    def _hyphen(self, upper: str, lower: str, a: int, b: int) -> Edit | None:
        if not upper.endswith("-"):
            return None
        left, right = _LAST_WORD.search(upper), _LETTERS.match(lower)
        if left is None or right is None or not right[0].islower():
            return None
        word = left[1] + right[0]
        code = "line-joins.hyphen"
        if is_syllable(word) and not (is_syllable(left[1]) and is_syllable(right[0])):
            start, end, after = a - len(left[0]), b + len(right[0]), word
        elif is_syllable(left[1]) and is_syllable(right[0]):
            start, end, after = a, b, ""
            word = f"{left[0]}{right[0]}"
        else:
            return None
        return Edit(start, end, after, code, RULES[code].say(self._lang, word=word))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches without a blank line, less the blanks around them."""
    start = 0
    for match in re.finditer(r"\n[ \t\r]*\n\s*|\Z", text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()


def _breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The line ends of a paragraph with the blanks around them; behind each the next line begins."""
    while (at := text.find("\n", start, end)) >= 0:
        before = start + len(text[start:at].rstrip(_BLANKS))
        start = at + 1
        while start < end and text[start] in _BLANKS:
            start += 1
        if start < end and not text[start].isspace():
            yield before, start


def _width(text: str, lines: Iterable[tuple[int, int]]) -> int:
    """The length of the longest line of a paragraph; a row of dots to write on is as wide as it likes."""
    for start, end in sorted(lines, key=lambda line: line[0] - line[1]):
        if end - start < _NARROWEST or not _LEADERS.search(text, start, end):
            return end - start
    return 0


def _continues(upper: str, length: int, lower: str, width: int) -> bool:
    """Whether a line goes on in the next one, which it would have held but for the margin."""
    if not upper or not lower or upper.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    if len(lower) == 1 and lower.isalpha():
        return False  # a letter of the line above, which an extractor gave below it
    first = _FIRST_WORD.match(lower)
    assert first is not None
    if not length + 1 + len(first[0]) > _FULL * width:
        return False
    if _ITEM.match(lower) or _has_columns(upper) or _has_columns(lower):
        return False
    if not any(map(str.isalpha, upper)) or (upper.endswith("-") and _LAST_WORD.search(upper)):
        return False
    shouted = upper.isupper() and all(c.isupper() for c in upper if c.isalpha())
    head = lower.lstrip("“\"‘'(")[:1]
    if head.islower():
        return not shouted
    if shouted:
        return length >= _NARROWEST and all(c.isupper() for c in lower if c.isalpha())
    if head.isupper():
        return (upper[-1] == "," and not (lower.isupper() and _HEADING.fullmatch(lower))) or _leads_on(upper)
    return upper[-1].islower() or upper[-1] in ",-–" or upper[-1].isdigit()


def _has_columns(line: str) -> bool:
    """Whether a line is a row of a table."""
    return ("   " in line or "\t" in line or "|" in line) and _COLUMNS.search(line) is not None


def _leads_on(upper: str) -> bool:
    """Whether the last word of a line leads on, also one in two pieces, which are joined later: "v ới".

    >>> _leads_on("quan hệ với"), _leads_on("quan h ệ v ới"), _leads_on("quan hệ tốt")
    (True, True, False)
    """
    pieces = upper.rsplit(None, 2)[-2:]
    return pieces[-1] in _LEADS_ON or "".join(pieces) in _LEADS_ON
