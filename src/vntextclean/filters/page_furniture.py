"""Takes the furniture of printed pages away: running heads, page numbers, ruled lines, the marks of OCR tools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.scanning.lines import line_cut
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: A page of paper has at least so many lines: what comes back sooner is a heading or a refrain.
PAGE = 6

_RULE = re.compile(r"[-=_*~\N{EM DASH}\N{EN DASH}\N{BOX DRAWINGS LIGHT HORIZONTAL}]{5,}")
_NUMBER = re.compile(
    r"(?:[-\N{EN DASH}\N{EM DASH}]\s*(\d{1,4})\s*[-\N{EN DASH}\N{EM DASH}]"
    r"|(?:Trang|TRANG|Page|PAGE)\s*:?\s*(\d{1,4})(?:\s*(?:/|of|trên|trong)\s*\d{1,4})?)"
)
_BARE = re.compile(r"\d{1,4}")
_TOOL = re.compile(
    r"#+ (?:OCR Output\b.{0,120}|Generated: \d{4}-.{0,30}|Model: \S.{0,80}|PAGE \d{1,4})"
    r"|[-=*]{2,} ?(?:Page|PAGE|Trang) \d{1,4}(?:/\d{1,4})? ?[-=*]{2,}"
)
_GAZETTE = re.compile(r"(?:\d{1,4}\s+)?CÔNG BÁO\s*/\s*Số\s.{1,40}/\s*Ngày\s[\d\-/.]{6,10}(?:\s+\d{1,4})?")

#: What official documents say in capitals again and again, one document after the other: their own words.
_FORMULA = re.compile(
    r"(?:ỦY|UỶ) BAN|HỘI ĐỒNG|QUỐC HỘI|CHÍNH PHỦ|BỘ |SỞ |TÒA ÁN|C\w?NG H\w{0,2} X|ĐỘC LẬP|QUYẾT ĐỊNH|NGHỊ |THÔNG "
    r"|CÔNG VĂN|CHỈ THỊ|TỜ TRÌNH|BÁO CÁO|KẾ HOẠCH|CHƯƠNG|MỤC|PHẦN|PHỤ LỤC|MẪU|BIỂU|ĐIỀU|(?:KT|TM|TL|TUQ)\."
    r"|PHÓ |CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH |ĐẢNG |NƠI NHẬN"
)
#: A number behind these is no page's.
_COUNTED = frozenset(
    "năm tháng ngày quý kỳ khóa khoá số lần thứ đợt điều khoản chương mục phần phụ lục bài tập".split()
)
#: Heads without a number stand at like distances, for pages of paper have about as many lines each.
UNEVEN = 2.0

_WHY = "Text read off paper carries the furniture of its pages, and it splits sentences where pages end."
_LINES = tuple(f"Dòng thứ {word} của văn bản nói về việc giữ gìn kho sách." for word in
               "nhất hai ba tư năm sáu bảy tám".split())  # fmt: skip
_PAGES = ["\n".join(_LINES[:4]), "\n".join(_LINES[4:])]

RULES: Mapping[str, Rule] = {
    "page-furniture.number": Rule(
        "page numbers on lines of their own", _WHY,
        (f"{_PAGES[0]}\n- 2 -\n{_PAGES[1]}", f"{_PAGES[0]}\n{_PAGES[1]}"), f"{_PAGES[0]}\n2\n{_PAGES[1]}",
        "page number {number}", "số trang {number}",
    ),
    "page-furniture.head": Rule(
        "running heads: the same line, but for its number, at the top of page after page", _WHY,
        (f"NỘI QUY KHO SÁCH 1\n{chr(10).join(_LINES)}\nNỘI QUY KHO SÁCH 2\n{chr(10).join(_LINES)}",
         f"{chr(10).join(_LINES)}\n{chr(10).join(_LINES)}"),
        f"Điều 1\n{chr(10).join(_LINES)}\nĐiều 2\n{chr(10).join(_LINES)}",
        "running head, {times} times in the document", "tiêu đề đầu trang, {times} lần trong văn bản",
    ),
    "page-furniture.rule": Rule(
        "ruled lines", _WHY, (f"BỘ TÀI CHÍNH\n---------\n{_PAGES[0]}", f"BỘ TÀI CHÍNH\n{_PAGES[0]}"),
        f"- - -\n{_PAGES[0]}", "a ruled line", "đường kẻ",
    ),
    "page-furniture.tool": Rule(
        "marks of the program that read the page", _WHY, (f"# PAGE 3\n{_PAGES[0]}", _PAGES[0]),
        f"# Trang phục\n{_PAGES[0]}", "mark of an OCR program", "dấu của chương trình nhận dạng",
    ),
}  # fmt: skip


class PageFurniture:
    """Proposes to delete lines that belong to the paper and not to the text.

    A bare number goes only in a series that counts up page by page; a head only if it comes back unchanged, or with a
    number that counts up.

    >>> made = PageFurniture(Settings(preset="ocr"))
    >>> [(e.rule, e.reason) for e in made.edits(TextState("Điều 1. Kho sách\\n- 2 -\\nmở cửa hằng ngày."))]
    [('page-furniture.number', 'page number 2')]
    >>> list(made.edits(TextState("Năm 2019\\n2020\\nlà hai năm được mùa.")))
    []
    """

    name = "page-furniture"
    phase = Phase.LAYOUT
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """The lines to delete, in order, each with its own line feed."""
        text = state.text
        if text.count("\n") < 2:
            return
        lines = text.split("\n")
        bare = [" ".join(line.split()) for line in lines]  # PDF readers leave the spaces that justify a line
        doomed: dict[int, tuple[str, str]] = {}
        for index, line in enumerate(bare):
            if 0 < len(line) <= 140:
                found = self._by_form(line)
                if found:
                    doomed[index] = found
        self._find_heads(bare, doomed)
        self._find_bare_numbers(bare, doomed)
        if sum(1 for line in bare if line) <= len(doomed):
            return
        at = 0
        for index, line in enumerate(lines):
            if index in doomed:
                start, end = line_cut(len(text), at, at + len(line), follows=index - 1 in doomed)
                if 0 < index < len(lines) - 2 and not bare[index - 1] and not bare[index + 1]:
                    end += len(lines[index + 1]) + 1  # of two blank lines around it, one is the page's
                yield Edit(start, end, "", *doomed[index])
            at += len(line) + 1

    def _by_form(self, line: str) -> tuple[str, str] | None:
        if number := _NUMBER.fullmatch(line):
            return self._because("number", number=number[1] or number[2])
        if _RULE.fullmatch(line):
            return self._because("rule")
        if line[0] in "#-=*" and _TOOL.fullmatch(line):
            return self._because("tool")
        if _GAZETTE.fullmatch(line):
            return self._because("head", times=1)
        return None

    def _find_heads(self, bare: list[str], doomed: dict[int, tuple[str, str]]) -> None:
        places: dict[str, list[int]] = {}
        for index, line in enumerate(bare):
            if 8 <= len(line) <= 90 and index not in doomed and line[-1] not in ".;:,":
                places.setdefault(re.sub(r"^\d{1,4}\s+|\s+\d{1,4}$", "\N{NULL}", line), []).append(index)
        for key, found in places.items():
            numbered = "\N{NULL}" in key
            if len(found) < (2 if numbered else 3) or min(b - a for a, b in pairwise(found)) < PAGE:
                continue
            if numbered:
                numbers = [int(re.findall(r"^\d{1,4}|\d{1,4}$", bare[index])[0]) for index in found]
                if any(a >= b for a, b in pairwise(numbers)):
                    continue
                title = key.strip("\N{NULL}").lower().split()
                if len(title) < 3 or title[-1] in _COUNTED:  # "Điều 2" is a heading, "tổng kết năm 2021" a title
                    continue
            elif not key.isupper() or _FORMULA.match(key) or not _evenly(found):
                continue
            for index in found:
                doomed[index] = self._because("head", times=len(found))

    def _find_bare_numbers(self, bare: list[str], doomed: dict[int, tuple[str, str]]) -> None:
        found = [index for index, line in enumerate(bare) if _BARE.fullmatch(line)]
        if len(found) < 3:
            return
        numbers = [int(bare[index]) for index in found]
        steps = all(b - a == 1 for a, b in pairwise(numbers))
        if steps and all(b - a > PAGE for a, b in pairwise(found)):
            for index, number in zip(found, numbers, strict=True):
                doomed[index] = self._because("number", number=number)

    def _because(self, kind: str, **fields: object) -> tuple[str, str]:
        code = f"page-furniture.{kind}"
        return code, RULES[code].say(self._lang, **fields)


def _evenly(places: list[int]) -> bool:
    """Whether lines stand at like distances, as the tops of pages do.

    >>> _evenly([10, 52, 95]), _evenly([10, 20, 95])
    (True, False)
    """
    gaps = [b - a for a, b in pairwise(places)]
    return max(gaps) <= UNEVEN * min(gaps)
