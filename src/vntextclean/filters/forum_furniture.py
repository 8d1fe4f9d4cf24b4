"""Takes the furniture of forum threads away: quoted lines, signatures, the boxes around posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.scanning.lines import line_cut
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: A signature is at most so many lines long.
SIGNATURE = 3

_DATE = r"(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{1,2}-\d{4}|\d{4})"
_NUMBER = r"\d[\d.,]*[KkMm]?"

#: The boxes around a post: who wrote it, since when, how much. One such line may be a sentence's end in a novel, so
#: they go only where a document has several.
_BOX = re.compile(
    rf"#\d{{1,5}}|(?:Tham gia|Tham gia ngày|Ngày tham gia|Join Date|Joined)\s*:?\s*(?:{_DATE}|.{{3,14}}\d{{4}})"
    rf"|(?:Bài viết|Số bài|Bài gửi|Posts?|Messages|Thích|Đã được thích|Được cảm ơn|Reaction score|Points|Điểm)"
    rf"\s*:\s*{_NUMBER}"
    r"|Trả lời|Trích dẫn|Báo xấu|Báo cáo|Cảm ơn|Quote|Reply|Report|Multi-?Quote|Trả lời với trích dẫn|Reply With Quote"
    r"|(?:Nơi ở|Đến từ|Location)\s*:\s.{1,40}|(?:Senior|Junior|New|Active)? ?Member"
    r"|Thành viên(?: mới| tích cực| cấp \d)?"
    r"|View Public Profile|(?:Find (?:all|more) posts by|Send a private message to|Visit .{1,30}'s homepage).{0,40}"
    r"|Add .{1,40} to Your Contacts",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:(?:Được )?Gửi từ|Sent from|Posted from|Đăng từ|via)\b.{0,30}(?:điện thoại|iPhone|iPad"
    r"|Android|Galaxy|Samsung|Nokia|Xiaomi"
    r"|Tapatalk|vozFApp|NEXTvoz|ứng dụng|app\b|Mobile).{0,60}",
    re.IGNORECASE,
)
_EDITED = re.compile(r"(?:Last edited (?:by|at)\b.{3,60}|(?:Sửa|Chỉnh sửa) lần cuối(?: bởi\b|\s?:| lúc\b).{2,60})")
_QUOTED = re.compile(r"(?:>+\s?\w.{6,400})|\[/?QUOTE[^\]\n]{0,60}\]", re.IGNORECASE)
_SAID = re.compile(
    r"(?:Originally Posted by|Nguyên văn bởi|Được gửi bởi|Trích dẫn từ)\b.{0,40}|.{2,30}"
    r" (?:said|đã viết|viết|wrote|nói)\s?:\s?"
    r"(?:↑|\N{UPWARDS ARROW})|.{2,30} (?:said|wrote)\s?:|Click to expand\.{0,3}"
    r"|Nhấn để mở rộng\.{0,3}|Bấm để mở rộng\.{0,3}"
)
_LINE = re.compile(r"_{8,}|-{16,}|-- ?")

_WHY = "The program that shows a thread puts boxes around what people write; they are no part of what was said."
_POST = "Bếp từ đôi nhà mình chạy êm.\nMỗi tháng tốn thêm chừng trăm nghìn tiền điện."

RULES: Mapping[str, Rule] = {
    "forum-furniture.box": Rule(
        "the boxes around posts", _WHY, (f"#1\nTham gia: 05-2015\nBài viết: 214\n{_POST}\nTrả lời", _POST),
        f"{_POST}\nTrả lời", "a box around a post", "khung thông tin quanh bài viết",
    ),
    "forum-furniture.quote": Rule(
        "lines quoted from another post", _WHY + " The post itself stands in the thread.",
        (f"> Bếp nào bền?\n{_POST}", _POST), f"Giá > 2 triệu mới bền.\n{_POST}",
        "quoted from another post", "trích từ bài viết khác",
    ),
    "forum-furniture.said": Rule(
        "lines that name whom a post quotes", _WHY, (f"Originally Posted by lan_huong\n{_POST}", _POST),
        f"Anh Ba nói: bếp nào cũng vậy.\n{_POST}", "names the post quoted", "dòng ghi tên người được trích",
    ),
    "forum-furniture.signature": Rule(
        "signatures under posts", _WHY, (f"{_POST}\n__________________\nSống là cho\n#2\nTham gia: 2015", _POST + "\n"),
        f"{_POST}\n---\nSống là cho", "signature of a member", "chữ ký của thành viên",
    ),
    "forum-furniture.sent": Rule(
        "'Gửi từ điện thoại của tôi'", _WHY, (f"{_POST}\nGửi từ iPhone của tôi", _POST),
        f"{_POST}\nGửi từ điện thoại qua máy tính mất hai phút mới xong, mọi người nhớ chờ, đừng rút dây ra vội nhé.",
        "added by a telephone", "dòng do điện thoại thêm vào",
    ),
    "forum-furniture.edited": Rule(
        "who edited a post last", _WHY, (f"{_POST}\nSửa lần cuối: 12/5/2018", _POST),
        f"{_POST}\nSửa lần cuối cùng thì bếp hỏng hẳn.", "edit mark of a post", "ghi chú sửa bài",
    ),
}  # fmt: skip


class ForumFurniture:
    """Proposes to delete the lines a forum program puts around and into posts.

    >>> made = ForumFurniture(Settings(preset="forum"))
    >>> page = "#1\\nTham gia: 05-2015\\n> Bếp nào bền?\\nTheo mình bếp đơn là đủ.\\nTrả lời"
    >>> [page[e.start : e.end].strip() for e in made.edits(TextState(page))]
    ['#1', 'Tham gia: 05-2015', '> Bếp nào bền?', 'Trả lời']
    >>> list(made.edits(TextState("Giá > 2 triệu mới bền.\\nTrả lời\\nem đi.")))
    []
    """

    name = "forum-furniture"
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
        bare = [line.strip() for line in lines]
        kinds = {index: kind for index, line in enumerate(bare) if 0 < len(line) < 420 and (kind := _kind(line))}
        boxes = [index for index, kind in kinds.items() if kind == "box"]
        if len({bare[index] for index in boxes}) < 2:
            for index in boxes:
                del kinds[index]
            boxes = []
        for index in [index for index, kind in kinds.items() if kind == "signature"]:
            self._find_signature(index, bare, kinds, boxes)
        if sum(1 for line in bare if line) <= len(kinds):
            return
        at = 0
        for index, line in enumerate(lines):
            if index in kinds:
                start, end = line_cut(len(text), at, at + len(line), follows=index - 1 in kinds)
                code = f"forum-furniture.{kinds[index]}"
                yield Edit(start, end, "", code, RULES[code].say(self._lang))
            at += len(line) + 1

    def _find_signature(self, rule: int, bare: list[str], kinds: dict[int, str], boxes: list[int]) -> None:
        """A ruled line begins a signature if the box of the next post, or the end, follows within a few lines."""
        last = rule
        for index in range(rule + 1, min(rule + 2 + SIGNATURE, len(bare) + 1)):
            if index == len(bare) or kinds.get(index) in ("box", "sent"):
                last = index - 1
                break
        if boxes and (last > rule or kinds.get(rule + 1) in ("box", "sent")):
            for index in range(rule + 1, last + 1):
                if bare[index]:
                    kinds.setdefault(index, "signature")
        else:
            del kinds[rule]


def _kind(line: str) -> str:
    """The kind of furniture a line is by its form, "" if it is none."""
    for kind, pattern in _KINDS:
        if pattern.fullmatch(line):
            return kind
    return ""


_KINDS = (
    ("box", _BOX),
    ("quote", _QUOTED),
    ("said", _SAID),
    ("signature", _LINE),
    ("sent", _SENT),
    ("edited", _EDITED),
)
