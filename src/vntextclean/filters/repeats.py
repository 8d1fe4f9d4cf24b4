"""Takes away what a page says twice: a lead shown again as the first paragraph, a cut-off teaser, a whole copy."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_cut
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.same_lines import same_lines
from vntextclean.scanning.unusual import unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Shorter lines are repeated on purpose: refrains, table cells, "Vâng.", titles of a thread.
PARAGRAPH = 80
#: A lead is shown again at once; statutes repeat whole clauses too, but pages apart.
NEAR = 3
#: A copied block has so many lines and characters. In 30 MB of statutes the longest clause repeated word for word
#: ran to two lines.
BLOCK_LINES, BLOCK_CHARS = 3, 300
#: So much of it is prose: tables, addresses under each product and slogans stand on a page twice on purpose. Of 43
#: lines of content that went with copied blocks from 560 annotated pages, 34 stay.
BLOCK_PROSE = 0.7
#: A paragraph of prose has so many spaces at least, of which none stand together, and so many characters.
SPACES = 14
LEAST_PROSE = 2 * SPACES + 1
#: A cut-off teaser shows so much of the paragraph it was cut from.
TEASER = 60

_CUT = late(r"\s*(?:\.{3,}|\N{HORIZONTAL ELLIPSIS}|\[(?:\.{3}|\N{HORIZONTAL ELLIPSIS})\])\s*$")
_CUT_ENDS = ("...", "\N{HORIZONTAL ELLIPSIS}", "]")
#: The end of a line that may be cut off.
_DOTS = Sign((".", ".", ANY), (ANY, "\N{HORIZONTAL ELLIPSIS}", ANY))
_CUT_LINE = late(r"[.\N{HORIZONTAL ELLIPSIS}](?:(?<=\.{3})|(?<=\N{HORIZONTAL ELLIPSIS}))\]?[^\S\n]*(?:\n|\Z)")
_ITEM = late(r"\s*(?:[-+*\N{BULLET}|]|\(?\d{1,3}[.)]|\(?[a-zđA-Z][.)]|[IVX]+\.)")
#: A label and its value, as tables give them: rows of a table say the same again on purpose.
_LABELLED = late(r"\s*[^\W\d_]+(?: [^\W\d_]+){0,2}: ")
#: White space beside the space and the line feed: as :meth:`str.split` has it.
_SPACES = frozenset(filter(str.isspace, map(chr, range(0x3001)))) - {" ", "\n"}
_SPEECH = late(r"\s*[-\N{EN DASH}\N{EM DASH}\"\N{LEFT DOUBLE QUOTATION MARK}>]")

_LEAD = (
    "Nước lên chậm hơn mọi năm gần một tháng, ghe hàng ở chợ nổi phải neo lại đợi con nước, bà con thương hồ vừa bán "
    "vừa lo."
)
_PARTS = (
    "Chợ họp từ ba giờ sáng, khi sương còn dày trên mặt sông và chỉ có ánh đèn từ các ghe hắt xuống nước loang loáng.\n"
    "Ghe lớn neo giữa dòng làm kho, ghe nhỏ len vào giữa, ai bán thứ gì thì treo thứ ấy lên ngọn sào cho khách nhìn.\n"
    "Đến bảy giờ thì vãn, nước ròng kéo những cụm lục bình trôi qua chỗ ban nãy còn chen tiếng mặc cả của bà con.\n"
)

RULES: Mapping[str, Rule] = {
    "repeats.lead": Rule(
        "a paragraph shown again right below",
        "Pages show the lead under the title and once more as the first paragraph.",
        (f"{_LEAD}\n{_LEAD}\nChợ vẫn họp.", f"{_LEAD}\nChợ vẫn họp."),
        "Về thôi con trâu già.\nVề thôi con trâu già.\nNắng đã xuống sau ngàn tre.",
        "the same paragraph stands {lines} line{s} above",
        "đoạn này đã có ở {lines} dòng phía trên",
    ),
    "repeats.teaser": Rule(
        "the cut-off beginning of a paragraph that follows in full",
        "A teaser ends in three dots where the machine cut it.",
        (f"{_LEAD[:70]}...\n{_LEAD}\nChợ vẫn họp.", f"{_LEAD}\nChợ vẫn họp."),
        f"{_LEAD[:20]}...\n{_LEAD}\nChợ vẫn họp.",
        "the beginning of a paragraph that stands in full {lines} line{s} below",
        "phần đầu của đoạn đứng đầy đủ ở {lines} dòng phía dưới",
    ),
    "repeats.block": Rule(
        "a copy of lines that stand above",
        "Some pages carry their text twice, once for small screens.",
        (f"{_PARTS}Hết phần một.\n{_PARTS}Hết phần hai.", f"{_PARTS}Hết phần một.\nHết phần hai."),
        f"{_PARTS}Hết phần một.\nHết phần hai.",
        "line {line} of {lines} that stand above as well",
        "dòng {line} trong {lines} dòng đã có ở trên",
    ),
}


class Repeats:
    """Proposes to delete the second copy of a paragraph or block, or the teaser of a paragraph given in full.

    Only long lines count: a refrain, a row of a table, an answer in a dialogue, a clause of a statute is said again
    because its author says it again. The second half of a wrapped paragraph does not go without the first.

    >>> lead = "Sáng nay, hơn hai trăm người dân xã Phú Lộc đã ra đồng vét mương, đắp bờ, chuẩn bị cho vụ mới."
    >>> made = Repeats(Settings())
    >>> [(e.start, e.reason) for e in made.edits(TextState(lead + "\\n\\n" + lead + "\\nXong."))]
    [(96, 'the same paragraph stands 1 line above')]
    >>> list(made.edits(TextState("Vâng.\\nVâng.\\nVâng.")))
    []
    """

    name = "repeats"
    phase = Phase.LAYOUT
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """The lines to delete, in order, each with its own line feed."""
        text = state.text
        if text.count("\n") < 2:
            return
        ends = [at for at in _DOTS.places(state) if _CUT_LINE.match(text, at)]
        cuts = [at for at in ends if at - text.rfind("\n", 0, at) > TEASER and _is_begun_again(text, at)]
        again = same_lines(text, LEAST_PROSE)
        if not again and not cuts:
            return
        raw = text.split("\n")
        twice = _says_twice(_keys([raw[row] for row in again], state))
        rows = [row for row, line in enumerate(raw) if line and not line.isspace()] if twice or cuts else []
        if len(rows) < 3:
            return
        starts = list(accumulate([len(line) + 1 for line in raw], initial=0))
        cut_off = [bisect_left(rows, bisect_right(starts, at) - 1) for at in cuts]
        doomed: dict[int, tuple[str, str]] = {}
        if twice:
            keys = _keys([raw[row] for row in rows], state)
            self._find_blocks(keys, doomed)
            self._find_leads(keys, doomed)
        else:  # most lines are asked for nothing
            near = {index + below for index in cut_off for below in range(NEAR + 1)}
            keys = _keys([raw[row] if index in near else "" for index, row in enumerate(rows)], state)
        self._find_teasers(keys, cut_off, doomed)
        for index in sorted(doomed):
            rule, reason = doomed[index]
            row = rows[index]
            start, end = line_cut(len(text), starts[row], starts[row + 1] - 1, follows=index - 1 in doomed)
            yield Edit(start, end, "", rule, reason)

    def _find_blocks(self, lines: list[str], doomed: dict[int, tuple[str, str]]) -> None:
        first: dict[str, int] = {}
        prose = [index for index, line in enumerate(lines) if _is_prose(line)]
        passed = index = 0
        while index < len(lines):
            above = first.setdefault(lines[index], index)
            while passed < len(prose) and prose[passed] < index:
                passed += 1
            # A block holds two lines of prose: comparing the second one first keeps thousands of equal lines linear.
            second = prose[passed + 1] - index if passed + 1 < len(prose) else len(lines)
            agrees = above + second < index and lines[above + second] == lines[index + second]
            if not agrees:
                index += 1
                continue
            length = _common(lines, above, index)
            chars = sum(map(len, lines[index : index + length]))
            sentences = sum(len(line) for line in lines[index : index + length] if _is_prose(line))
            mostly_prose = sentences >= BLOCK_PROSE * chars
            if length >= BLOCK_LINES and length > second and chars >= BLOCK_CHARS and mostly_prose:
                for offset in range(length):
                    doomed[index + offset] = (
                        "repeats.block",
                        RULES["repeats.block"].say(self._lang, line=offset + 1, lines=length),
                    )
                index += length
            else:
                index += 1

    def _find_leads(self, lines: list[str], doomed: dict[int, tuple[str, str]]) -> None:
        last: dict[str, int] = {}
        kept = 0  # lines that go are no distance: the next run would not see them
        for index, line in enumerate(lines):
            kept += index not in doomed
            if len(line) < PARAGRAPH or index in doomed:
                continue
            above = last.get(line, -99)
            if kept - above <= NEAR and _is_prose(line) and not line[0].islower():
                doomed[index] = "repeats.lead", self._said("repeats.lead", kept - above)
                kept -= 1
            else:
                last[line] = kept

    def _find_teasers(self, lines: list[str], cut_off: list[int], doomed: dict[int, tuple[str, str]]) -> None:
        """``cut_off`` are the lines that end as if a machine had cut them."""
        for index in cut_off:
            line = lines[index]
            cut = _CUT.search(line) if line.endswith(_CUT_ENDS) else None
            if cut is None or cut.start() < TEASER or index in doomed or _SPEECH.match(line):
                continue
            begun = line[: cut.start()]
            for below in range(index + 1, min(index + 1 + NEAR, len(lines))):
                full = lines[below]
                if full.startswith(begun) and len(full) > len(line) and below not in doomed:
                    doomed[index] = "repeats.teaser", self._said("repeats.teaser", below - index)
                    break

    def _said(self, rule: str, lines: int) -> str:
        """The reason, with how far away the other paragraph is."""
        return RULES[rule].say(self._lang, lines=lines, s="s" * (lines != 1))


def _keys(lines: list[str], state: TextState) -> list[str]:
    """The lines with white space evened out for comparison; in most texts it is even but at the ends of lines."""
    if not _SPACES.isdisjoint(unusual(state)):
        return [" ".join(line.split()) for line in lines]
    bare = list(map(str.strip, lines))
    return [" ".join(line.split()) if "  " in line else line for line in bare] if "  " in state.text else bare


def _is_begun_again(text: str, at: int) -> bool:
    """Whether the words that begin a line, which ends at ``at``, stand below it too, as those of a teaser do.

    Nearly no line that writers end with dots is one: a page of a forum has many, and is not read line by line for them.
    """
    begun = " ".join(text[text.rfind("\n", 0, at) + 1 : at].split())[:TEASER]
    return len(begun) == TEASER and all(text.find(word, at) > 0 for word in begun.rsplit(" ", 1)[0].split(" "))


def _says_twice(keys: list[str]) -> bool:
    """Whether any paragraph of prose stands twice: each copy that goes holds one. Menus say much twice, and short."""
    seen: set[str] = set()
    for key in keys:
        if key in seen and _is_prose(key):
            return True
        seen.add(key)
    return False


def _common(lines: list[str], above: int, below: int) -> int:
    """How many lines from ``below`` on repeat those from ``above`` on, without running into themselves."""
    length = 0
    while above + length < below and below + length < len(lines):
        if lines[above + length] != lines[below + length]:
            break
        length += 1
    return length


def _is_prose(key: str) -> bool:
    """Whether a line is a paragraph of prose, with an end and many words: no list item, row of a table or speech."""
    if key[-1] not in '.!?…”")' or key.count(" ") < SPACES:
        return False
    return not _ITEM.match(key) and not _SPEECH.match(key) and not _LABELLED.match(key)
