"""Tags of line breaks that reached the text: ``chợ quê<br />`` is the end of a line, and nothing of the text.

They are read only where no other markup is shown. A text that shows another tag or tells its reader to type one, or a
line that speaks of tags or shows code, means them as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of

_BREAK = r"<br[ \xa0]?/?>"
_ONE_BREAK = late(_BREAK, re.IGNORECASE)
_OTHER_MARKUP = late(rf"<(?!{_BREAK[1:]})[a-z/!?]|&(?:amp;)*[lg]t;", re.IGNORECASE)
#: Talk about tags, and program code.
_SPEAKS_OF_TAGS = late(
    rf"[{{}}`]|=[ ]?[\"']|[\"'“‘(\[][ ]?{_BREAK}|{_BREAK}[ ]?[\"'”’)\]]|;[ ]?(?:{_BREAK})?$"
    r"|\b(?:thẻ|HTML|XHTML|tags?|markdown|xuống dòng|ngắt dòng|line break|code)\b",
    re.IGNORECASE,
)
#: Who tells a reader to type a tag means all of them in his text.
_TELLS = late(
    rf"\b(?:thẻ|xuống (?:dòng|hàng)|ngắt dòng|sang (?:dòng|hàng))\b[^\n]{{0,80}}{_BREAK}"
    rf"|\b(?:gõ|nhập|chèn|đánh|dùng|thêm|viết|ghi|bấm|lệnh|ký hiệu|kí hiệu|dấu)[ ]{_BREAK}",
    re.IGNORECASE,
)
#: A row of a table stands on one line: its cells are parted by bars or tabs, a record's by marks without a space.
_ROW = late(r"\t|\|.*\||(?:[^\s,][,][^\s,].*){2}|(?:[^\s;][;][^\s;].*){2}")
_SPACES = " \t\N{NO-BREAK SPACE}"
_ENDS_SENTENCE = '.!?…:;,”"'


def line_breaks(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Where such tags stand, with the spaces around them, and what they are: a line end, or nothing beside one.

    A text of one line may be a record among others; there, and in a row of a table, a tag is a space.

    >>> list(line_breaks("Chợ quê<br />\nMùa gặt:<br/>lúa chín"))
    [(7, 13, ''), (22, 27, '\n')]
    >>> list(line_breaks("Dùng <br> để xuống dòng.\n")), list(line_breaks("<b>Tin</b><br>\n"))
    ([], [])
    """
    if (text.isascii() and "&" not in text) or _OTHER_MARKUP.search(text) or _TELLS.search(text):
        return
    has_lines = "\n" in text
    reached = 0
    while found := _ONE_BREAK.search(text, reached):
        first, reached = line_of(text, found.start())
        line = text[first:reached]
        if _SPEAKS_OF_TAGS.search(line) or not any(map(str.isalnum, _ONE_BREAK.sub("", line))):
            continue  # a line of nothing but tags may be a row of a table, which would be lost
        breaks = has_lines and not _ROW.search(line)
        for start, end, count in _rows(line):
            if start == 0 or end == len(line):
                yield first + start, first + end, ""
            elif _is_no_word(line, start, end):
                yield first + start, first + end, "\n" * count if breaks else " "


def _rows(line: str) -> Iterator[tuple[int, int, int]]:
    """The rows of tags of a line, each with the spaces around it, and how many tags it has."""
    start = end = count = 0
    for found in _ONE_BREAK.finditer(line):
        if count and found.start() > end:
            yield start, end, count
            count = 0
        if not count:
            start = len(line[end : found.start()].rstrip(_SPACES)) + end
        end = found.end()
        while end < len(line) and line[end] in _SPACES:
            end += 1
        count += 1
    if count:
        yield start, end, count


def _is_no_word(line: str, start: int, end: int) -> bool:
    """Whether a row of tags inside a line touches a word or ends a sentence; between spaces it may be a word itself."""
    return line[start] == "<" or line[end - 1] == ">" or line[start - 1] in _ENDS_SENTENCE
