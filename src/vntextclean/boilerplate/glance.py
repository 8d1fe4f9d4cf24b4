"""A quick look at a document: which of its lines speak of furniture at all.

Most text that is cleaned is clean, and this is all it pays: one dictionary look-up for each short line, and a search
for a few marks. Only where several lines speak of furniture is the page read as a whole.
"""

from __future__ import annotations

import re

from vntextclean.boilerplate.lexicon import KINDS

#: A page is judged by its neighbourhoods only when so many different lines with furniture's own words are sure to go.
#: Below that, only lines that are furniture by their form go: running text never comes near it (of 1 192 annotated
#: lines of content nine hold such words, never two on a page without furniture), and a cleaned page falls below it, so
#: that cleaning it again finds nothing.
ANCHORS = 3

#: What stands around a phrase in a menu and is no part of it.
AROUND = " \t\r\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}:.*-_|>#<»›•·+[](){}…→←▶►▸■●○◦–—/\\=,;!?\"'“”"

#: Longer lines hold no phrase that matters at their start.
SHORT = 160

#: Marks that betray furniture wherever they stand, in the cases they come in.
MARKS = (
    "©", "ights reserved", "ights Reserved", "iew count", "o image", "o title", "sửa mã nguồn", "hiển thị công khai",
    "trình duyệt này", "hi rõ nguồn", "interest", "hatsApp", "owered by", "GP-", "CAPTCHA", "người đầu tiên bình luận",
    "ublic profile", "ublic Profile", "ư viện ảnh", "giữ bản quyền",
)  # fmt: skip

_PAGER = re.compile(r"[«‹<]*\s*(?:\d{1,4}[\s|,]+){3,}|(?:trang|page)\s*\d{1,4}\s*(?:/|of\b|trên\b)")

WHOLE: dict[str, int] = {}
START: dict[str, tuple[tuple[str, int], ...]] = {}
WITHIN: list[tuple[str, int]] = []


def _index() -> None:
    starts: dict[str, list[tuple[str, int]]] = {}
    for number, kind in enumerate(KINDS):
        for phrase in kind.whole.split("|"):
            WHOLE.setdefault(phrase.strip(AROUND), number)
        for phrase in filter(None, kind.start.split("|")):
            starts.setdefault(phrase[:2], []).append((phrase, number))
        WITHIN.extend((phrase, number) for phrase in filter(None, kind.within.split("|")))
    START.update({key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in starts.items()})


_index()


def hinted(text: str) -> list[str] | None:
    """The lines that speak of furniture, each once; None if a mark in the text asks for a closer look anyway.

    >>> hinted("Trang chủ\\nTrang chủ\\nTrời nắng."), hinted("Trời nắng."), hinted("Trời nắng. © 2020")
    (['Trang chủ'], [], None)
    """
    for mark in MARKS:
        if mark in text:
            return None
    found = {}
    for line in text.split("\n"):
        if 1 < len(line) < SHORT:
            low = line.strip(AROUND).lower()
            if low in WHOLE:
                found[line] = True
                continue
            head = low[:2]
            if head in START:
                for phrase, _ in START[head]:
                    if low.startswith(phrase):
                        found[line] = True
                        break
            if (head[:1].isdigit() or head in ("tr", "pa")) and _PAGER.match(low):
                found[line] = True
    return list(found)
