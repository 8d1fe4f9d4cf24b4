"""Takes the furniture of a scraped page away: menus, counters, forms, lists of other articles, imprints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.boilerplate.text.lexicon import KINDS
from vntextclean.scanning.lines import line_cut
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.filters.boilerplate.reading.page import Page
    from vntextclean.filters.boilerplate.site_table import SiteTable

_WHY = (
    "A scraped page carries its menus, counters, forms and footers as lines of text. They are no part of what it says, "
    "and neither a reader nor a language model should have to take them for it."
)
_SPARED = ", kept because most of the page's prose would go"
_SPARED_VI = ", giữ lại vì nếu bỏ thì mất gần hết phần văn xuôi của trang"
_SEEN, _SEEN_VI = "on {} of {} pages of the site", "có trên {} trong {} trang của site"
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
            f"{'an' if kind.say[0] in 'aeiou' else 'a'} {kind.say}", _WHY,
            (f"{_BODY}{_EXAMPLES[kind.code][0]}", _BODY.rstrip("\n")),
            f"{_BODY}{_EXAMPLES[kind.code][1]}", "{what}", "{what}",
        )
        for kind in KINDS
    },
    "boilerplate.block": Rule(
        "a line among furniture that is furniture too",
        _WHY + " Most of them hold no telling word: they are known by the block they stand in, or, with a table made "
        "by 'vntextclean learn', by standing in the same block on other pages of the site.",
        (f"Trang chủ\nGiới thiệu\nCơ cấu tổ chức\nĐơn vị trực thuộc\nPhòng ban khác\nLiên hệ\nĐăng nhập\n{_BODY}",
         _BODY),
        f"{_BODY}Phòng ban khác", "{what}", "{what}",
    ),
}  # fmt: skip


class Boilerplate:
    """Proposes to delete whole lines of furniture, and never a part of one.

    A lost line of the article is worse than a kept line of the menu, so a line goes only where its form or its
    neighbourhood leaves no doubt; what is likely but not sure is suggested. A document of one or two lines (a field of
    a table, a headline) is left alone.

    >>> made = Boilerplate(Settings())
    >>> page = "Lượt xem: 443\\nTrang chủ FIFA giới thiệu đội tuyển.\\nTrận đấu diễn ra tối qua."
    >>> [(page[e.start : e.end], e.reason) for e in made.edits(TextState(page))]
    [('Lượt xem: 443\\n', 'visit counter')]
    """

    name = "boilerplate"
    phase = Phase.LAYOUT
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._site: SiteTable | None = None
        if settings.boilerplate:
            from vntextclean.filters.boilerplate.site_table import SiteTable

            self._site = SiteTable.open(settings.boilerplate)

    def edits(self, state: TextState) -> Iterator[Edit]:
        """The lines of furniture, each with its own line feed."""
        text = state.text
        if text.find("\n", text.find("\n") + 1) < 0:
            return
        # A document of a line or two never comes here, and to load these takes a fortieth of the start of `clean`.
        from vntextclean.filters.boilerplate.reading.line_forms import certain, kind_by_form
        from vntextclean.filters.boilerplate.reading.triage import triage

        seen = triage(state)
        if self._site is None and not seen.marked and not any(kind_by_form(line) >= 0 for line in seen.lines):
            return
        # Only now, for most text never comes here: numpy and the classifier take longer to load than a page to clean.
        import numpy as np

        from vntextclean.filters.boilerplate.deciding.decision import SUGGESTED, decide
        from vntextclean.filters.boilerplate.deciding.settled import lines_left_over
        from vntextclean.filters.boilerplate.reading.blocks import blocks_of
        from vntextclean.filters.boilerplate.reading.page import kinds_told, read

        page = read(text, seen)
        if len(page) < 3:
            return
        known = certain(page)
        recurrences = self._site.look_up(_raw(page, text)) if self._site else []
        decision = decide(page, blocks_of(page), known, recurrences)
        confidence = decision.confidence.tolist()
        starts, ends = page.starts.tolist(), page.ends.tolist()
        kinds = kinds_told(page).tolist()
        floor = max(SUGGESTED, state.least)  # what is less sure is never made

        def accepted(asked: Iterable[tuple[int, float]]) -> list[int]:
            likely = [(index, sure) for index, sure in asked if sure >= floor]
            edits = [_edit((starts[at], ends[at], "", _CODES[kinds[at]], "", sure)) for at, sure in likely]
            made = {edit[0] for edit in state.accepted(edits)}
            return [index for index, _ in likely if starts[index] in made]

        goes = [False] * len(page)
        for index in accepted(enumerate(confidence)):
            goes[index] = True
        if any(goes):
            for index, each in lines_left_over(page, goes, recurrences, accepted).items():
                confidence[index], goes[index] = each, True
        if all(goes):  # no page is emptied: what is least like furniture stays
            least = confidence.index(min(confidence))
            confidence[least], goes[least] = 0.0, False
        sizes = _blocks(goes)
        vietnamese, spared = self._lang == "vi", decision.spared
        size, above = len(text), -1  # where the line above ends, if it goes as well
        shown = np.round(confidence, 4).tolist()  # as ``round`` gives them, in a fifth of its time
        for index, sure in enumerate(confidence):
            if sure < SUGGESTED:
                continue
            start, end = starts[index], ends[index]
            after, above = index > 0 and above == start - 1, end
            if end < size:
                end += 1
            else:
                start, end = line_cut(size, start, end, follows=after)
            rule, reason = _reason(kinds[index], sizes[index], vietnamese)
            if recurrences and index not in known and (found := recurrences[index]) and found.weight:
                reason = (_SEEN_VI if vietnamese else _SEEN).format(found.on, found.pages)
            if index in spared:
                reason += _SPARED_VI if vietnamese else _SPARED
            yield _edit((start, end, "", rule, reason, shown[index]))


def _raw(page: Page, text: str) -> list[str]:
    """The lines of a page as they stand in the text, which is how tables of sites know them."""
    return [text[start:end] for start, end in zip(page.starts.tolist(), page.ends.tolist(), strict=True)]


@cache
def _reason(kind: int, block: int, vietnamese: bool) -> tuple[str, str]:
    """The rule of a line and the reason a person can read."""
    if vietnamese:
        what = KINDS[kind].say_vi if kind >= 0 else "dòng nằm giữa các dòng thừa của trang"
        what = f"{what}, trong khối {block} dòng" if block > 2 else what
    else:
        what = KINDS[kind].say if kind >= 0 else "a line among furniture"
        what = f"{what}, in a block of {block} lines" if block > 2 else what
    return _CODES[kind], what


#: An edit of all its parts, in a third of the time that its class takes: a page has some eighty, each made twice.
_edit: Callable[[tuple[int, int, str, str, str, float]], Edit] = partial(tuple.__new__, Edit)

#: The rule of a line of each kind; the last one's is that of a line of none, -1.
_CODES = (*(f"boilerplate.{kind.code}" for kind in KINDS), "boilerplate.block")


def _blocks(goes: Sequence[bool]) -> list[int]:
    """For each line, how many lines that go stand together with it."""
    sizes = [1] * len(goes)
    start = 0
    for gone, group in groupby(goes):
        size = len(list(group))
        if gone:
            sizes[start : start + size] = [size] * size
        start += size
    return sizes
