"""Takes the furniture of a scraped page away: menus, counters, forms, lists of other articles, imprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from vntextclean.boilerplate.classifier import Classifier
from vntextclean.boilerplate.furniture import kind_of, sure
from vntextclean.boilerplate.lexicon import KINDS
from vntextclean.boilerplate.page import Floats, Page, read, within_reach
from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.settings import Settings

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.8

#: A page is judged by its neighbourhoods only when so many lines with furniture's own words are sure to go. Below
#: that, only lines that are furniture by their form go: running text never comes near it, and a cleaned page falls
#: below it, so that cleaning it again finds nothing.
ANCHORS = 3

_WHY = (
    "A scraped page carries its menus, counters, forms and footers as lines of text. They are no part of what it says, "
    "and neither a reader nor a language model should have to take them for it."
)
_BODY = "Sơn La đẩy mạnh công tác dân vận trong năm nay.\nCác xã đã họp dân để bàn việc làm đường liên thôn.\n"

#: For each kind: a line that goes, and a sentence with the same words that stays.
_EXAMPLES: Mapping[str, tuple[str, str]] = {
    "menu": ("Trang chủ › Tin tức › Dân vận", "Trang chủ FIFA giới thiệu đội tuyển Việt Nam."),
    "share": ("Chia sẻ: Facebook Zalo Email", "Chia sẻ với chúng tôi, ông Tâm nói đường đã thông."),
    "related": ("Tin liên quan", "Tin liên quan đến vụ cháy lan rất nhanh."),
    "form": ("Họ tên no image", "Họ tên của người trúng giải được công bố sáng nay."),
    "counter": ("Lượt xem: 443", "Lượt xem của đoạn phim tăng nhanh trong tuần."),
    "imprint": ("© 2020 Ban Dân vận. All rights reserved.", "Bản quyền của tác giả được luật bảo vệ."),
    "pager": ("1 2 3 4 5 ...", "1. Trang phục của học sinh phải gọn gàng."),
    "shop": ("Thêm vào giỏ hàng", "Thêm vào giỏ hàng xuất khẩu là trái vải."),
    "forum": ("Originally Posted by", "Members of the forum met in Hà Nội."),
}

RULES: Mapping[str, Rule] = {
    **{
        f"boilerplate.{kind.code}": Rule(
            f"a {kind.say}", _WHY, (f"{_BODY}{_EXAMPLES[kind.code][0]}", _BODY.rstrip("\n")),
            f"{_BODY}{_EXAMPLES[kind.code][1]}", "{what}", "{what}",
        )
        for kind in KINDS
    },
    "boilerplate.block": Rule(
        "a line among furniture that is furniture too",
        _WHY + " Most of them hold no telling word: they are known by the block they stand in.",
        (f"Trang chủ\nGiới thiệu\nCơ cấu tổ chức\nĐơn vị sự nghiệp\nPhòng ban chuyên môn\nLiên hệ\nĐăng nhập\n{_BODY}",
         _BODY),
        f"{_BODY}Phòng ban chuyên môn", "{what}", "{what}",
    ),
}


class Boilerplate:
    """Proposes to delete whole lines of furniture, and never a part of one.

    A lost line of the article is worse than a kept line of the menu, so a line goes only where its form or its
    neighbourhood leaves no doubt; what is likely but not sure is suggested. A document of one or two lines (a field of
    a table, a headline) is left alone.

    >>> made = Boilerplate(Settings())
    >>> page = "Lượt xem: 443\\nTrang chủ FIFA giới thiệu đội tuyển.\\nTrận đấu diễn ra tối qua."
    >>> [(page[e.start : e.end], e.reason) for e in made.edits(page)]
    [('Lượt xem: 443\\n', 'visit counter')]
    """

    name = "boilerplate"
    phase = Phase.LAYOUT
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._vietnamese = settings.lang == "vi"
        self._minimum = settings.min_confidence

    def edits(self, text: str) -> Iterator[Edit]:
        """The lines of furniture, each with its own line feed."""
        if not within_reach(text):
            return
        page = read(text)
        if len(page) < 3:
            return
        known = sure(page)
        odds = self._judge(page, known)
        doomed = odds >= self._minimum
        if doomed.all() and len(page) - len(known) > 0:
            odds = np.where(_by_form(page, known), odds, 0)
            doomed = odds >= self._minimum
        blocks = _blocks(doomed)
        whole = len(text)
        for index in np.flatnonzero(odds >= SUGGESTED).tolist():
            start, end = int(page.starts[index]), int(page.ends[index])
            if end < whole:
                end += 1
            elif start and not (index and doomed[index - 1] and page.ends[index - 1] == start - 1):
                start -= 1
            kind = known.get(index, kind_of(page, index))
            yield Edit(start, end, "", f"boilerplate.{KINDS[kind].code if kind >= 0 else 'block'}",
                       self._say(kind, int(blocks[index])), round(float(odds[index]), 4))

    def _judge(self, page: Page, known: Mapping[int, int]) -> Floats:
        odds = Classifier.shipped().judge(page)
        hints = (page.whole >= 0) | (page.start >= 0) | (page.within >= 0)
        if int(((odds >= self._minimum) & hints).sum()) < ANCHORS:
            odds = np.minimum(odds, np.float32(SUGGESTED - 0.01))
        odds[list(known)] = 1.0
        return odds

    def _say(self, kind: int, block: int) -> str:
        if self._vietnamese:
            what = KINDS[kind].say_vi if kind >= 0 else "dòng nằm giữa các dòng thừa của trang"
            return f"{what}, trong khối {block} dòng" if block > 2 else what
        what = KINDS[kind].say if kind >= 0 else "a line among furniture"
        return f"{what}, in a block of {block} lines" if block > 2 else what


def _by_form(page: Page, known: Mapping[int, int]) -> np.ndarray:
    marks = np.zeros(len(page), bool)
    marks[list(known)] = True
    return marks


def _blocks(doomed: np.ndarray) -> np.ndarray:
    """For each line, how many doomed lines stand together with it."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], doomed.astype(np.int8), [0]))))
    sizes = np.ones(len(doomed), np.int64)
    for start, end in edges.reshape(-1, 2).tolist():
        sizes[start:end] = end - start
    return sizes
