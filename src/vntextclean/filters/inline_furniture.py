"""Takes furniture out of lines of content: links to other articles, "TẠI ĐÂY", share labels, "(Tổng hợp)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Hint
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

_END = r".!?\N{HORIZONTAL ELLIPSIS}\N{RIGHT DOUBLE QUOTATION MARK}\")\]"
_NETWORK = (
    r"(?:Facebook|Twitter|Zalo|LinkedIn|Pinterest|WhatsApp|Telegram|Messenger|Google ?\+|Tumblr|Viber|Reddit|Email"
    r"|Print|Copy link|Sao chép liên kết|In bài viết|In bài này|Lưu bài viết)"
)
_SHARE = r"(?:(?:Chia sẻ|Share)(?: bài viết)?(?: này)?(?: qua| lên)?\s*:?\s*)?"

#: What stands between ">>" and the next one, or the end of the line, if it is one headline: no sentence ends in it.
_HEADLINE = r"[^\n<>.!?{}]{4,110}[!?]?"
#: The capitals of Vietnamese; those from U+1EA0 on stand at even numbers.
_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_LOWER = "a-zà-ýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
#: A label that begins with a capital right behind a small letter: the space was lost with the link.
_GLUED = rf"(?<=[{_LOWER}])(?=[XĐTC])"
_CAPITAL = rf"(?=[\"'\N{{LEFT DOUBLE QUOTATION MARK}}\N{{LEFT SINGLE QUOTATION MARK}}\[]?(?:[{_UPPER}]|\d+ [^\W\d_]))"

#: (rule, what every match contains, the pattern); the group "cut" is what goes. Patterns are anchored at an end of a
#: sentence or of the line, so that none can match inside a sentence.
PATTERNS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("link", (">>",),
     rf"(?P<cut>[ \t\xa0]*(?:(?:Xem thêm|Đọc thêm|Tin liên quan"
     rf"|Bài liên quan):?[ \xa0]*)?>>+[ \xa0]*{_CAPITAL}(?=\S+[ \xa0]\S+[ \xa0]\S){_HEADLINE})"
     rf"(?=[ \xa0]*(?:>>|\n|\Z))"),
    ("more", ("em thêm:", "ọc thêm:", "EM THÊM:"),
     rf"(?:(?<=[{_END}])|{_GLUED})(?P<cut>[ \xa0]*(?:Xem|Đọc|XEM|ĐỌC) (?:thêm"
     rf"|THÊM):[ \xa0]*{_CAPITAL}{_HEADLINE})(?=[ \xa0]*(?:\n|\Z))"),
    ("here", ("TẠI ĐÂY", "tại đây", "Tại đây"),
     rf"(?:(?<=[{_END}])|(?<=\n)|\A|{_GLUED})(?P<cut>[ \xa0]*(?:(?:Xem|Đọc|XEM|ĐỌC|Tải về|TẢI VỀ|Chi tiết"
     rf"|CHI TIẾT)\b(?: (?:thêm|tiếp|chi tiết|đầy đủ"
     rf"|toàn văn|xem|CHI TIẾT|THÊM|TIẾP))?(?: xem)?:?[ \xa0]*)(?:TẠI ĐÂY|tại đây|Tại đây)[.!»]?)(?=[ \xa0]*(?:\n|\Z"
     rf"|[{_UPPER}]))"),
    ("here", ("TẠI ĐÂY", "ại đây"),
     r"(?<![ \xa0])"  # a run of spaces is tried once, and not from each of them on
     r"(?P<cut>[ \xa0]*[(\[](?:[Xx]em|[Đđ]ọc|[Tt]ải|[Cc]hi tiết)[^()\[\]\n]{0,30}(?:TẠI ĐÂY|tại đây)[)\]])"),
    ("compiled", ("ổng hợp)", "ỔNG HỢP)", "(T/h)", "ưu tầm)"),
     rf"(?<=[{_END}])(?P<cut>[ \xa0]*\((?:[Tt]ổng hợp|TỔNG HỢP|T/h|Theo tổng hợp"
     rf"|[Ss]ưu tầm(?: và tổng hợp)?)\))(?=[ \xa0]*(?:\n|\Z))"),
    ("share", ("Facebook", "Twitter", "Zalo", "Pinterest"),
     rf"(?<=[{_END}])(?P<cut>[ \xa0]*{_SHARE}(?:{_NETWORK}[ \xa0|]*){{2,}})(?=\n|\Z)"),
    ("share", ("Facebook", "Twitter", "Zalo", "Pinterest"),
     rf"(?:(?<=\n)|\A)(?P<cut>[ \xa0]*{_SHARE}(?:{_NETWORK}[ \xa0|]*){{3,}})(?=[{_UPPER}])"),
    ("image", ("no image",),
     rf"(?<=[{_END}])(?P<cut>[ \xa0]*(?:no image[ \xa0.]*)+)(?=\n|\Z)"),
    ("image", ("no image",),
     r"(?:(?<=\n)|\A)(?P<cut>[ \xa0]*(?:no image[ \xa0.:]*)+)(?=[^\W\d_])"),
)  # fmt: skip

#: Each needle once, behind three letters of it that few texts hold, or four.
_BY_SIGN = (
    (Hint((">", ">", ANY)), (">>",)),
    (Hint("êm:"), ("em thêm:", "ọc thêm:")),
    (Hint("EM "), ("EM THÊM:",)),
    (Hint("ẠI "), ("TẠI ĐÂY",)),
    (Hint("ợp)"), ("ổng hợp)",)),
    (Hint("HỢP"), ("ỔNG HỢP)",)),
    (Hint("(T/"), ("(T/h)",)),
    (Hint("ầm)"), ("ưu tầm)",)),
    (Hint("ceb"), ("Facebook",)),
    (Hint("Twi"), ("Twitter",)),
    (Hint("Zal"), ("Zalo",)),
    (Hint("Pin"), ("Pinterest",)),
    (Hint("o i"), ("no image",)),
    (Hint("i đâ"), ("ại đây", "tại đây", "Tại đây")),
)
assert {needle for _, needles in _BY_SIGN for needle in needles} == {
    needle for _, needles, _ in PATTERNS for needle in needles
}

_WHY = "Extraction leaves labels and links of the page inside the sentences they stood beside."

RULES: Mapping[str, Rule] = {
    "inline-furniture.link": Rule(
        "links to other articles behind '>>'", _WHY,
        ("Nước đã rút. >> Miền Trung lại mưa lớn", "Nước đã rút."), "Lệnh x >> 3 dịch ba bit. Rồi x được cộng một.",
        "a link to another article", "liên kết sang bài khác",
    ),
    "inline-furniture.more": Rule(
        "'Xem thêm: …' at the end of a line", _WHY,
        ("Nước đã rút. Xem thêm: Miền Trung lại mưa lớn", "Nước đã rút."), "Mời bạn xem thêm: bản đồ lũ năm 1999.",
        "a link to another article", "liên kết sang bài khác",
    ),
    "inline-furniture.here": Rule(
        "'Xem chi tiết TẠI ĐÂY'", _WHY + " Without its link the label leads nowhere.",
        ("Kỳ thi mở ngày 2/7. Xem chi tiết TẠI ĐÂY", "Kỳ thi mở ngày 2/7."), "Ông sinh ra và lớn lên tại đây.",
        "the label of a lost link", "nhãn của liên kết đã mất",
    ),
    "inline-furniture.compiled": Rule(
        "'(Tổng hợp)' after the last sentence", _WHY,
        ("Nước đã rút. (Tổng hợp)", "Nước đã rút."), "Bảng (tổng hợp) nằm ở trang sau.",
        "an editor's label", "nhãn của biên tập viên",
    ),
    "inline-furniture.share": Rule(
        "share labels glued to a sentence", _WHY,
        ("Nước đã rút.Chia sẻ Facebook Zalo Email", "Nước đã rút."), "Họ nhắn nhau qua Facebook, Zalo.",
        "labels of a share bar", "nhãn của thanh chia sẻ",
    ),
    "inline-furniture.image": Rule(
        "'no image' beside a sentence", _WHY,
        ("no image Nước đã rút.", "Nước đã rút."), "Lỗi “no image” hiện ra trên màn hình.",
        "a label in place of a picture", "nhãn thay cho ảnh",
    ),
}  # fmt: skip


class InlineFurniture:
    """Proposes to delete what is furniture inside a line, with the space before it.

    Captions and sources ("Ảnh minh họa", "Nguồn: TTXVN") are content. Each pattern needs the end of a sentence before
    it or the end of the line behind it.

    >>> made = InlineFurniture(Settings())
    >>> text = "Nước đã rút. >> Miền Trung lại mưa lớn"
    >>> [(text[e.start : e.end], e.rule) for e in made.edits(TextState(text))]
    [(' >> Miền Trung lại mưa lớn', 'inline-furniture.link')]
    >>> list(made.edits(TextState("Mời bạn xem thêm: bản đồ lũ năm 1999.")))
    []
    """

    name = "inline-furniture"
    phase = Phase.LAYOUT
    rules = RULES
    sign = reduce(or_, (sign for sign, _ in _BY_SIGN))

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """The pieces to delete, in order."""
        text = state.text
        present = {
            needle for sign, needles in _BY_SIGN if sign.may_be_in(state) for needle in needles if needle in text
        }
        if not present:
            return
        found: list[tuple[int, int, str]] = []
        lines: dict[tuple[str, ...], set[tuple[int, int]]] = {}
        for rule, needles, pattern in PATTERNS:
            if present.isdisjoint(needles):
                continue
            cut = re.compile(pattern)  # only where it is asked for; re keeps it
            if needles not in lines:
                lines[needles] = _lines_with(text, needles)
            for start, end in lines[needles]:
                found += [(*match.span("cut"), rule) for match in cut.finditer(text, start, end)]
        reached = 0
        for start, end, rule in sorted(found):
            if start < reached or start == end or not _leaves_something(text, start, end):
                continue
            if start == 0 or text[start - 1] == "\n":  # at the head of a line the space behind goes, not the one before
                while end < len(text) and text[end] in " \N{NO-BREAK SPACE}":
                    end += 1
            reached = end
            code = f"inline-furniture.{rule}"
            yield Edit(start, end, "", code, RULES[code].say(self._lang))


def _lines_with(text: str, needles: tuple[str, ...]) -> set[tuple[int, int]]:
    """The lines that hold any of the needles: patterns are tried there only."""
    found = set()
    for needle in needles:
        at = text.find(needle)
        while at >= 0:
            start, end = line_of(text, at)
            found.add((start, end))
            at = text.find(needle, end)
    return found


def _leaves_something(text: str, start: int, end: int) -> bool:
    """Whether the line still says something without the piece; whole lines are not this filter's business."""
    first, last = line_of(text, start, end)
    return any(map(str.isalpha, text[first:start])) or any(map(str.isalpha, text[end:last]))
