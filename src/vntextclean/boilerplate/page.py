"""A document cut into lines, with what can be seen of each line by itself.

Everything here is counted: characters of each class in one ``bincount`` over the code points, phrases by one dictionary
look-up per line. Per line there is a little Python, per character there is none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vntextclean.boilerplate.glance import AROUND, START, WHOLE, WITHIN

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Words that hold Vietnamese sentences together and are rare in menus. Pages of prose have about one in four.
STOP_WORDS = frozenset(
    "và của là có được cho trong không với đã các những này khi một để người cũng từ về đến ra như thì tôi lại mà bị"
    " đó nhưng sẽ vào tại theo trên sau trước phải nếu còn rất nhiều làm do vì nên hơn đang bạn chúng ta mình anh chị"
    " em ông bà ở rằng việc cả chỉ vẫn nào gì đây đều bằng qua giữa cùng thể nhất nữa mới rồi hay hoặc".split()
)

LOWER, MARKED, UPPER, DIGIT, SPACE, STOP, COMMA, SEPARATOR, BRACKET, DASH, SYMBOL, OTHER = range(12)
CLASSES = 12


def _classes() -> NDArray[np.uint8]:
    table = np.full(0x10000, OTHER, np.uint8)
    for code in range(0x10000):
        char = chr(code)
        if char.islower():
            table[code] = LOWER if code < 128 else MARKED
        elif char.isupper():
            table[code] = UPPER
        elif char.isdigit():
            table[code] = DIGIT
        elif char.isspace() or code in (0x200B, 0xFEFF):
            table[code] = SPACE
        elif 0x2190 <= code <= 0x2BFF or 0xE000 <= code <= 0xF8FF:
            table[code] = SYMBOL
    for chars, kind in (
        (".!?\N{HORIZONTAL ELLIPSIS}", STOP),
        (",;:", COMMA),
        (
            "|\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}><"
            "\N{BULLET}\N{MIDDLE DOT}/\\_*#\N{BLACK RIGHT-POINTING SMALL TRIANGLE}\N{RIGHTWARDS ARROW}=~@&+%",
            SEPARATOR,
        ),
        (
            "()[]{}\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
            "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
            BRACKET,
        ),
        ("-\N{EN DASH}\N{EM DASH}", DASH),
        ("\N{COPYRIGHT SIGN}\N{REGISTERED SIGN}\N{TRADE MARK SIGN}\N{MULTIPLICATION SIGN}", SYMBOL),
    ):
        for char in chars:
            table[ord(char)] = kind
    return table


_TABLE: list[NDArray[np.uint8]] = []

#: Shapes of lines with digits, tried in this order; the group that matches is the shape.
SHAPES = ("clock", "phone", "count", "number", "pager", "date", "price")
_SHAPE = re.compile(
    r"(?P<clock>\d{1,2}[:h]\d{2}(?::\d\d)?\b)"
    r"|(?P<phone>(?<!\d)(?:\(?\+?84\)?|\(?0)[\s.\-)(]*\d(?:[\s.\-)]{0,2}\d){7,9}(?!\d)|(?<!\d)1[89]00[\s.]?\d{2,6}(?!\d))"
    r"|(?P<count>^[^\d]{1,40}[:\s(]\s?\d[\d.,\s]*[KkMm]?\s*[)+]?$)"
    r"|(?P<number>^\W*\d[\d.,]*[KkMm]?\W*$)"
    r"|(?P<pager>^(?:\W*\d{1,4}){2,}[\s.…>»\w]{0,16}$)"
    r"|(?P<date>\b\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\b)"
    r"|(?P<price>\d[\d.,]*\s?(?:đ|vnđ|vnd|₫|đồng)\b)"
)
_SHAPE_NUMBER = {name: number for number, name in enumerate(SHAPES)}


class Page(NamedTuple):
    """The lines of a document that hold anything, and what was counted of them; every array has one row a line."""

    starts: Ints
    ends: Ints
    rows: Ints
    texts: list[str]
    counts: Floats
    whole: Ints
    start: Ints
    within: Ints
    shape: Ints
    stops: Floats
    words: Floats
    capitals: Floats
    tokens: list[list[str]]
    total: int

    def __len__(self) -> int:
        return len(self.texts)


def read(text: str) -> Page:
    """Cut ``text`` at its line feeds and count; blank lines are counted in ``rows`` only.

    >>> page = read("Trang chủ\\n\\nHôm nay trời nắng.")
    >>> len(page), page.rows.tolist(), page.words.tolist()
    (2, [0, 2], [2.0, 4.0])
    """
    if not _TABLE:
        _TABLE.append(_classes())
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = np.where(codes < 0x10000, _TABLE[0][np.minimum(codes, 0xFFFF)], SYMBOL)
    feeds = np.flatnonzero(codes == 10)
    starts = np.concatenate(([0], feeds + 1))
    ends = np.concatenate((feeds, [len(codes)]))
    line_of = np.repeat(np.arange(len(starts)), np.diff(np.concatenate((starts, [len(codes)]))))
    counts = np.bincount(line_of * CLASSES + kinds, minlength=len(starts) * CLASSES).reshape(-1, CLASSES)
    counts[:-1, SPACE] -= 1  # the line feed itself
    full = np.flatnonzero((ends - starts) > counts[:, SPACE])
    texts = text.split("\n")
    lines = [texts[row] for row in full.tolist()]
    seen = [_look(line, has) for line, has in zip(lines, (counts[full, DIGIT] > 0).tolist(), strict=True)]
    table = np.array([row[:7] for row in seen], np.int64).reshape(-1, 7)
    within = table[:, 2]
    lowered = text.lower()
    if len(lowered) == len(text):
        for phrase, number in WITHIN:
            at = lowered.find(phrase)
            while at >= 0:
                row = int(np.searchsorted(starts, at, "right")) - 1
                within[np.searchsorted(full, row)] = number
                at = lowered.find(phrase, int(ends[row]) + 1)
    return Page(
        starts[full],
        ends[full],
        full,
        lines,
        counts[full].astype(np.float32),
        table[:, 0],
        table[:, 1],
        within,
        table[:, 3],
        table[:, 4].astype(np.float32),
        table[:, 5].astype(np.float32),
        table[:, 6].astype(np.float32),
        [row[7] for row in seen],
        len(starts),
    )


def _look(line: str, digits: bool) -> tuple[int, int, int, int, int, int, int, list[str]]:
    """(phrase that is the line, phrase it starts with, -1, shape, stop words, words, capitalised words, the words)."""
    if len(line) > 400:
        words = line[:400].lower().split()
        return -1, -1, -1, -1, len(STOP_WORDS.intersection(words)), len(words), 1, words
    low = line.strip(AROUND).lower()
    words = line.split()
    whole = WHOLE.get(low, -1) if len(low) < 40 else -1
    start = -1
    for phrase, number in START.get(low[:2], ()):
        if low.startswith(phrase):
            start = number
            break
    shape = -1
    if digits and len(line) < 160:
        found = _SHAPE.search(line.strip().lower() if len(words) < 30 else line)
        if found is not None:
            shape = _SHAPE_NUMBER[found.lastgroup or ""]
    capitals = sum(map(str.isupper, [word[0] for word in words]))
    tokens = low.split()
    return whole, start, -1, shape, len(STOP_WORDS.intersection(tokens)), len(words), capitals, tokens
