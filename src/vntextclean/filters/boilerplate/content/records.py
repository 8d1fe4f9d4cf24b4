"""Records on a page: labels that come again, what is said of a person, papers to bring and where."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, lines_that_open
from vntextclean.filters.boilerplate.reading.runs import near_others
from vntextclean.filters.boilerplate.text import first_words
from vntextclean.filters.boilerplate.text.char_classes import COLON_SIGN, DIGIT
from vntextclean.patterns import late

_TELLING, _PERSONAL = first_words.TELLING_LABELS, first_words.PERSONAL_LABELS
_LONGEST = max(map(len, _PERSONAL))

#: A record has so many telling labels, no further than so many lines apart; a label stands so near to the next.
TELLING, RECORD, NEAR = 2, 30, 2

#: Records: so many labels stand so many times each, with a value.
LABELS, TIMES = 3, 3

#: Papers to bring: so many of them, each so many lines below the last at most.
PAPERS, PAPERS_APART = 3, 3
_PAPER = late(
    r"^(?:Bản (?:sao|chính|gốc|khai)|Giấy (?:khai sinh|khám|chứng|xác nhận|giới thiệu|phép|đề nghị)"
    r"|Đơn (?:đăng ký|xin|đề nghị|yêu cầu)|Sơ yếu lý lịch|(?:\d+ )?Ảnh (?:thẻ|chân dung|\d+x\d+)|Học bạ"
    r"|Bằng (?:tốt nghiệp|cấp|lái)|(?:Số )?CMND|CCCD|Căn cước|(?:Sổ )?hộ khẩu|Phiếu|Tờ khai"
    r"|Thẻ (?:bảo hiểm|BHYT|học sinh|sinh viên)|Sổ (?:khám|bảo hiểm)|Đơn thuốc)\b",
    re.IGNORECASE,
)

#: Where and when they are taken, in so many lines right below.
TAKEN = 4
_TAKEN = late(
    r"^(?:(?:Nơi|Địa điểm|Thời gian|Thời hạn|Hạn|Cách|Hình thức) (?:nộp|nhận|tiếp nhận|trả|giải quyết)\b"
    r"|(?:Lệ phí|Phí|Địa chỉ)\b)[^:\n]{0,40}:\s*\S",
    re.IGNORECASE,
)

_LABELLED = late(r"^\W*([^\W\d][^:\n]{2,30}?)\s*:\s*\S")


def labelled_records(page: Page) -> Bools:
    """The lines "label: value" of several labels that come several times: a register, one record after another.

    On 560 annotated pages 540 lines of content, and 36 of furniture: the same records in a sidebar.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("\\n".join(3 * ["Số hiệu: 12", "Nơi nhận: Xã Đồng Sim", "Ngày nhận: 2/3"]) + "\\nMưa: to")
    >>> int(labelled_records(page).sum())
    9
    """
    out = np.zeros(len(page), bool)
    may_be = (page.signs & COLON_SIGN > 0).nonzero()[0].tolist()
    if len(may_be) < LABELS * TIMES:
        return out
    heads = page.words.head[may_be].tolist()  # what has one label begins with one word
    times = Counter(heads)
    may_be = [index for index, head in zip(may_be, heads, strict=True) if times[head] >= TIMES]
    if len(may_be) < LABELS * TIMES:
        return out
    found: dict[str, list[int]] = {}
    for index in may_be:
        if not page.hints[index] and (label := _LABELLED.search(page.texts[index])):
            found.setdefault(label[1].lower(), []).append(index)
    many = [lines for lines in found.values() if len(lines) >= TIMES]
    if len(many) >= LABELS:
        out[[index for lines in many for index in lines]] = True
    return out


def personal_record(page: Page) -> Bools:
    """The lines of the record of a person, a label and a value in turn; a form has labels alone.

    It is one page of 560, with fifteen lines that would go.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nHọ và tên\\nLò Thị Mận\\nChức vụ\\nHiệu phó\\nGiới tính\\nNữ\\nTin mới")
    >>> personal_record(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6]
    """
    out = np.zeros(len(page), bool)
    if len(lines_that_open(page, first_words.TELLING)) < TELLING:
        return out
    keys = [""] * (len(page) + 1)
    for index in lines_that_open(page, first_words.PERSONAL):
        key = page.texts[index].strip(" :.*")
        keys[index] = key.lower() if len(key) <= _LONGEST else ""
    last = len(page) - 1
    labels = [index for index, key in enumerate(keys[:last]) if key in _PERSONAL and keys[index + 1] not in _PERSONAL]
    telling = [index for index in labels if keys[index] in _TELLING]
    if len(telling) >= TELLING and telling[-1] - telling[0] <= RECORD:
        first, last = telling[0], telling[-1]
        for index in reversed(labels):
            first = index if first - NEAR <= index < first else first
        for index in labels:
            last = index if last < index <= last + NEAR else last
        last += 2
        while last < len(page) and keys[last] in _PERSONAL:  # labels that nothing is said of
            last += 1
        out[first:last] = True
    return out


def papers_to_bring(page: Page) -> Bools:
    """The lines that list what to bring or to send in, the line above that ends in a colon, and where to go and when.

    On 560 annotated pages 20 lines of content, of which twelve would go, and none of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nHồ sơ gồm:\\nĐơn xin học\\nBản sao học bạ\\nẢnh 3x4 (hai tấm)\\nTin mới")
    >>> papers_to_bring(page).nonzero()[0].tolist()
    [1, 2, 3, 4]
    """
    out = np.zeros(len(page), bool)
    runs: list[list[int]] = [[]]
    may_be = (page.opens & np.uint32(first_words.PAPER) > 0) | (page.first_kind == DIGIT)
    for index in near_others(may_be.nonzero()[0].tolist(), PAPERS, PAPERS_APART):
        if _PAPER.search(page.texts[index]):
            if runs[-1] and index - runs[-1][-1] > PAPERS_APART:
                runs.append([])
            runs[-1].append(index)
    for run in runs:
        if len(run) >= PAPERS:
            headed = run[0] > 0 and page.texts[run[0] - 1].endswith(":")
            end = run[-1] + 1
            while end < min(len(page), run[-1] + 1 + TAKEN) and _TAKEN.search(page.texts[end]):
                end += 1
            out[run[0] - int(headed) : end] = True
    return out
