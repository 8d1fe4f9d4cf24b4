"""What a line may open, by its first word: a look at it spares most lines the patterns of the rules.

Each rule that searches lines for a pattern at their start has here the words that the pattern begins with. The first
words of all lines of a page are looked up once for all rules.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.text.word_stats import Known, keys_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

(
    SOURCE, WRITTEN, BYLINE, QUOTE, POST, SIGNS, ROW_NUMBER, COLUMN_HEADING, PERSONAL, TELLING, PAPER, CLAUSE,
    DAY, SENT_TO, ABOUT, PART, KEY, TERMS, PROGRAM,
) = (1 << bit for bit in range(19))  # fmt: skip

#: What is written of a person, and what a form asks for as well; the first tell.
TELLING_LABELS = frozenset(
    "giới tính|ngày sinh|ngày tháng năm sinh|chức vụ|trình độ|trình độ chuyên môn|học vị|quê quán|dân tộc"
    "|đơn vị công tác|nơi sinh|nghề nghiệp|quốc tịch".split("|")
)
PERSONAL_LABELS = TELLING_LABELS | frozenset(
    "họ và tên|họ tên|năm sinh|chuyên môn|học hàm|tôn giáo|đơn vị|địa chỉ|điện thoại|email|phòng ban|tổ chuyên môn"
    "|môn dạy|lĩnh vực công việc phụ trách|mạng xã hội".split("|")
)

_WORDS = {
    SOURCE: "theo nguồn tác",
    WRITTEN: "đăng viết ngày by posted nguồn",
    BYLINE: "tác đăng viết người ngày posted",
    QUOTE: "bạn",
    POST: "đ đồng ông bà nguyên quyền q phó p bộ thứ thủ chủ bí ủy uỷ tổng giám hiệu viện chi cục vụ trưởng tổ chánh"
    " thư chuyên giáo kế đã đạo biên quay dựng diễn nhạc ca họa âm người huấn trọng điều",
    SIGNS: "kt tl tm tuq q phó tổng bộ thứ thủ chủ bí giám hiệu viện chi cục vụ trưởng chánh thẩm",
    ROW_NUMBER: "stt tt số",
    COLUMN_HEADING: "tên họ loại giá đơn số kỳ lãi giờ đvt điện thông ghi thành mã sản dịch môn lớp điểm ngày thứ tiết"
    " quy kích nhà tuyến chức mức thời địa hạng đội trận nội diện dung trọng xuất",
    PERSONAL: " ".join(label.split()[0] for label in sorted(PERSONAL_LABELS)),
    TELLING: " ".join(label.split()[0] for label in sorted(TELLING_LABELS)),
    CLAUSE: "điều khoản chương mục phần phụ",
    DAY: "thứ chủ cn",
    SENT_TO: "nơi",
    ABOUT: "về v",
    PART: "điệp đk phiên tiền chorus bridge coda lời đoạn verse "
    + " ".join(f"{part}{number}" for part in ("lời", "đoạn", "verse") for number in range(10)),
    KEY: "ctrl alt shift cmd command option win fn esc tab enter delete insert home end page pageup pagedown "
    + " ".join(f"f{number}" for number in range(100)),
    PROGRAM: "import from def class function var const let return public private sudo npm pip git cd select",
    TERMS: "các điều chính quy hướng về tải",
    PAPER: "bản giấy đơn sơ ảnh học bằng số cmnd cccd căn sổ hộ phiếu tờ thẻ",
}


@cache
def _known() -> tuple[Known, NDArray[np.uint32]]:
    """All those words, and what each opens, in the order of their keys."""
    opens: dict[int, int] = {}
    for bit, words in _WORDS.items():
        for key in keys_of(words).tolist():
            opens[key] = opens.get(key, 0) | bit
    known = Known(np.array(list(opens), np.uint64))
    return known, np.array([opens[key] for key in known.keys.tolist()], np.uint32)


def by_what_they_open(opens: NDArray[np.uint32]) -> dict[int, list[int]]:
    """For each thing that any line may open the lines that may, in their order.

    >>> by_what_they_open(np.array([SOURCE | WRITTEN, 0, WRITTEN], np.uint32)) == {SOURCE: [0], WRITTEN: [0, 2]}
    True
    """
    found: dict[int, list[int]] = {}
    lines = opens.nonzero()[0]
    for line, what in zip(lines.tolist(), opens[lines].tolist(), strict=True):
        for bit in _bits_of(what):
            found.setdefault(bit, []).append(line)
    return found


@cache
def _bits_of(number: int) -> tuple[int, ...]:
    return tuple(1 << bit for bit in range(number.bit_length()) if number >> bit & 1)


def opened_by(heads: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """What each line may open, given the key of its first word.

    >>> heads = keys_of("nguồn bạn trời")
    >>> [SOURCE | WRITTEN, QUOTE, 0] == opened_by(heads).tolist()
    True
    """
    known, opens = _known()
    out = np.zeros(len(heads), np.uint32)
    found = known.places(heads)
    out[found] = opens[np.searchsorted(known.keys, heads[found])]
    return out
