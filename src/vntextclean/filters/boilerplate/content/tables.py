"""Tables on a page: numbered rows, cells under headings of columns, measures."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, lines_that_open
from vntextclean.filters.boilerplate.reading.runs import near_others
from vntextclean.filters.boilerplate.text.char_classes import DIGIT, class_table
from vntextclean.filters.boilerplate.text.first_words import COLUMN_HEADING, KEY, ROW_NUMBER
from vntextclean.patterns import late

#: A table of numbered rows has so many, and the next stands so many lines below at most: a row may be a cell a line.
ROWS, APART = 2, 14

#: The title of a table has so many words.
TITLE = 3

#: A table a cell a line has so many columns, so many cells with words of headings, and so many rows of one shape.
COLUMNS, HEADINGS, SHAPED = range(2, 9), 2, 2
#: A cell has so many words, and so many characters.
CELL_WORDS, CELL = 6, 60
_HEADING = late(
    r"^\W*(?:tên|họ|loại|giá|đơn giá|số (?:lượng|món|tiền)|kỳ hạn|lãi|giờ|đơn vị|đvt|thông số|ghi chú|thành tiền|mã"
    r"|sản phẩm|dịch vụ|môn|lớp|điểm|ngày|thứ|tiết|quy cách|kích thước|thành phần|nhà xe|tuyến|chức (?:vụ|danh)"
    r"|(?:số )?điện thoại|số máy|mức|thời gian|địa điểm|hạng|đội|trận|nội dung|diện tích|dung tích|trọng lượng"
    r"|xuất xứ)\b",
    re.IGNORECASE,
)

#: So many measures, each so many lines below the last at most, are a table of what something weighs or holds. Prices
#: are none: a shop lists them beside the names of other goods.
MEASURES, MEASURES_APART = 3, 3
_UNIT = (
    r"[~≈<>±]?\s*\d[\d.,x×\- –]*\s*(?:[gmlwv%]|[kmc][gm]|m[lm]|lít|kcal|kj|độ(?: c)?|° ?c|kw|[kmg]?hz|[mgt]b|mah|inch"
    r"|m[2²]|ha|tấn|tạ|hp|px|nm)\W*"
)
#: A measure ends in the last letter of a unit, or in a mark behind it.
_MEASURE_ENDS = class_table("gmlwvjczhbatnpxộ²tạGMLWVJCZHBATNPXỘẠ2%")
_MEASURE = late(rf"(?:[^\d:|]{{2,30}}?(?:\s*[|:]\s*|\s\s+))?{_UNIT}", re.IGNORECASE)

#: So many keys of a keyboard, each so many lines below the last at most, with what each does.
KEYS, KEYS_APART = 3, 3
_KEYS = late(
    r"\W*(?:(?:ctrl|alt|shift|cmd|command|option|win|fn)(?: ?[+-] ?[^\W_]{1,9}| ?[+-] ?\S){1,3}"
    r"|f\d\d?|esc|tab|enter|delete|insert|home|end|page ?(?:up|down))\W*",
    re.IGNORECASE,
)
_KEY_SIGNS = "Ctrl", "CTRL", "ctrl", "Alt", "Shift", "Cmd"

_HEAD = late(r"^\W*(?:stt|tt|số tt|số thứ tự)\b", re.IGNORECASE)
_ROW = late(r"^\W*0?(\d{1,3})(?=[\s.)|]|$)")


def numbered_rows(page: Page) -> Bools:
    """The lines of tables with a column "STT" and rows 1, 2, 3 …, from the title to the last row.

    Where all rows have so many cells, a cell a line, the last one has.

    On 560 annotated pages 408 lines of content and 13 of furniture, a list of visits by school in a sidebar.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> numbered_rows(read("Trang chủ\\nSTT Tên\\n1 Ghế\\n2 Bàn\\n3 Tủ\\nLiên hệ")).tolist()
    [False, True, True, True, True, False]
    """
    size = len(page)
    out = np.zeros(size, bool)
    heads = [index for index in lines_that_open(page, ROW_NUMBER) if _HEAD.search(page.texts[index])]
    for head in heads:
        rows = [head]
        for index in range(head + 1, size):
            if index - rows[-1] > APART:
                break
            row = _ROW.search((page.leads[page.which[index]] + page.texts[index]).strip())
            if row is not None and int(row[1]) == len(rows):
                rows.append(index)
        if len(rows) > ROWS:
            cells = {below - above for above, below in pairwise(rows[1:])}
            titled = head > 0 and page.words.per_line[head - 1] >= TITLE and not page.hints[head - 1]
            out[head - int(titled) : rows[-1] + (cells.pop() if len(cells) == 1 else 1)] = True
    return out


def columns(page: Page) -> Bools:
    """The lines of tables whose cells stand a line each: headings, and rows with digits in the same columns.

    On 560 annotated pages there is none of a cell a line.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nLoại\\nGiá lẻ\\nMen tro\\n45.000 đ\\nMen lam\\n48.000 đ\\nGiỏ hàng")
    >>> columns(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6]
    """
    out = np.zeros(len(page), bool)
    opened = lines_that_open(page, COLUMN_HEADING)
    # One byte a line: slices of a few lines are looked at many times, and those of arrays take ten times as long.
    digits = page.digits.tobytes()
    wide = COLUMNS[-1]
    if not any(
        below - above < wide and 1 in digits[above + COLUMNS[0] : above + 2 * wide] for above, below in pairwise(opened)
    ):
        return out
    heads = {index for index in near_others(opened, HEADINGS, wide - 1) if _HEADING.match(page.texts[index])}
    if len(heads) < HEADINGS:
        return out
    cells = ((page.words.per_line <= CELL_WORDS) & (page.length <= CELL)).tobytes()
    for head in sorted(heads):
        if heads.isdisjoint(range(head + 1, head + COLUMNS[-1])):  # one heading alone
            continue
        if 1 not in digits[head + COLUMNS[0] : head + 2 * COLUMNS[-1]]:  # no first row has any
            continue
        end = 0 if out[head] else max(_rows_end(head, width, digits, cells, heads) for width in COLUMNS)
        if end > head:
            named = page.texts[max(head - 1, 0)].lower().startswith("bảng ")  # "Bảng giá" is an entry of menus as well
            titled = named or (page.words.per_line[head - 1] >= TITLE and not page.hints[head - 1])
            out[head - int(head > 0 and titled) : end] = True
    return out


def _rows_end(head: int, width: int, digits: bytes, cells: bytes, heads: set[int]) -> int:
    """Where a table of so many columns ends, at its head if it is none.

    ``digits`` and ``cells`` say of each line whether it holds digits, and whether it may be a cell.
    """
    rows = head + width
    shape = digits[rows : rows + width]
    if 1 not in shape[1:] or (width == 2 and shape[0]):
        return head
    plain = 0 not in cells[head:rows] and digits[head:rows].count(1) <= 1  # "Giá từ 10 bộ"; lists of classes have more
    if not plain or sum(index in heads for index in range(head, rows)) < HEADINGS:
        return head
    end = rows
    while len(digits) >= end + width and 0 not in cells[end : end + width] and digits[end : end + width] == shape:
        end += width
    return end if end - rows >= SHAPED * width else head


def measures(page: Page) -> Bools:
    """The lines of a table of measures, with what is measured on the same line or right above.

    On 560 annotated pages there is none.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nCao\\n11 cm\\nNặng\\n780 g\\nĐầy: 350 ml\\nGiỏ hàng")
    >>> measures(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5]
    """
    out = np.zeros(len(page), bool)
    digits = page.digits
    pairs: list[tuple[int, int]] = []
    may_be = digits & (page.length <= CELL) & ((_MEASURE_ENDS[page.last] > 0) | (page.last_kind > DIGIT))
    for index in near_others(may_be.nonzero()[0].tolist(), MEASURES, MEASURES_APART):
        text = page.texts[index].strip()
        if _MEASURE.fullmatch(text):
            alone = text[0].isdigit()
            if not alone or (index and not digits[index - 1] and page.words.per_line[index - 1] <= CELL_WORDS):
                pairs.append((index - int(alone), index + 1))
    first = 0
    for last in range(len(pairs)):
        if last + 1 == len(pairs) or pairs[last + 1][1] - pairs[last][1] > MEASURES_APART:
            if last + 1 - first >= MEASURES:
                top = pairs[first][0]
                headed = top > 0 and _HEADING.match(page.texts[top - 1]) is not None
                out[top - int(headed) : pairs[last][1]] = True
            first = last + 1
    return out


def keys(page: Page) -> Bools:
    """The lines of a table of keys a cell a line ("Ctrl + S", "Lưu"): what they do are entries of menus elsewhere.

    On 560 annotated pages there is none.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> keys(read("Liên hệ\\nCtrl + P\\nIn\\nCtrl + F\\nTìm kiếm\\nF1\\nTrợ giúp\\nGóp ý")).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6]
    """
    out = np.zeros(len(page), bool)
    named = lines_that_open(page, KEY)
    if len(named) < KEYS or not any(sign in page.text for sign in _KEY_SIGNS):
        return out
    found = [index for index in named if len(page.texts[index]) < CELL and _KEYS.fullmatch(page.texts[index])]
    first = 0
    for last, at in enumerate(found):
        if last + 1 == len(found) or found[last + 1] - at > KEYS_APART:
            if last + 1 - first >= KEYS:
                out[found[first] : at + 2] = True
            first = last + 1
    return out
