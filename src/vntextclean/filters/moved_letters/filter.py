"""Letters that an extractor gave behind their line or below it go back into their words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.moved_letters.bags import bags_of
from vntextclean.filters.moved_letters.lines import MovedLetters, moved_letters
from vntextclean.misreadings.marks_apart.cut_lines import cuts
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

RULES: dict[str, Rule] = {
    "moved-letters.line": Rule(
        "Letters that stand behind their line or below it go back into its words",
        "A PDF file draws letters that its font lacks in a second font, and extractors give them after the line, in"
        " order. The line is put together where all its letters make words of it, and the text has three such lines.",
        (
            "C quan thu h s .\nơ ồ ơ\nH s g m đ n và t khai.\nồ ơ ồ ơ ờ\nNg i n p nh n gi y h n.\nườ ộ ậ ấ ẹ\n",
            "Cơ quan thu hồ sơ.\nHồ sơ gồm đơn và tờ khai.\nNgười nộp nhận giấy hẹn.\n",
        ),
        "Bài một\nă ơ ư\nBài hai\nạ ả ậ\nBài ba\nề ể ệ\n",
        "{count} letter{s} of this line stood behind it",
        "{count} chữ cái của dòng này đứng sau dòng",
    ),
    "moved-letters.around": Rule(
        "Letters that stand around their lines in no order go back into the words",
        "Extractors that sort a page by where its pieces were drawn give the letters of a second font before their"
        " paragraph, in it and behind it. Lines and letters in a row are a block where the letters fill all gaps. Those"
        " that clearly fit go back; the others stay behind the block.",
        (
            "C u g  b c qua su i đã m c nhi u n i, h c sinh\nđi l i r t nguy hi m khi n c l n.\n\n"
            "ớ\nướ\nể\nấ\nạ\nọ\nơ\nề\nụ\nố\nắ\nỗ\nầ\n"
            "Xã đ  ngh  t nh c p v n xây c u m i tr c mùa lũ.\n\nướ\nớ\nầ\nố\nấ\nỉ\nị\nề\n",
            "Cầu gỗ bắc qua suối đã mục nhiều nơi, học sinh\nđi lại rất nguy hiểm khi nước lớn.\n"
            "Xã đề nghị tỉnh cấp vốn xây cầu mới trước mùa lũ.\n",
        ),
        "Lan\nă ơ ư ạ ả\nHoa\nấ ầ ẩ ẫ ậ\nMai\nề ế ệ ể ễ\n",
        "{count} letter{s} of these lines stood around them",
        "{count} chữ cái của các dòng này đứng quanh chúng",
    ),
    "moved-letters.cut": Rule(
        "Lines that were cut before each mark are put together",
        "Where a PDF file draws marks as signs of their own, pdfminer begins a line with each, and sorts these pieces"
        " by columns. Each goes behind the piece whose last word its mark completes, where a block comes out whole.",
        (
            "Ông Sáu nuôi bò sư\n\n\u0303a đã mươ\n\n\u0300i năm.\nBà bán phơ\n\n\u0309 ơ\n\n\u0309 chợ. Khách đê\n\n"
            "\u0301n râ\n\n\u0301t đông,\nnên phải nâ\n\n\u0301u tư\n\n\u0300 nư\n\n\u0309a đêm.\n",
            "Ông Sáu nuôi bò sữa đã mười năm.\nBà bán phở ở chợ. Khách đến rất đông,\nnên phải nấu từ nửa đêm.\n",
        ),
        "Dấu thanh:\n\u0300\n\u0301\n\u0309\n\u0303\n\u0323\n",
        "{count} piece{s} of these lines stood apart",
        "{count} mảnh của các dòng này đứng rời",
    ),
}

#: So many lines must come out, and this share of those that look so: of the pages of `eval/real/dev` with letters in
#: order 0.91 to 0.97 do (78 to 108 lines each), of those with letters in disorder 0.12 at most.
_FEWEST, _SHARE = 3, 0.67
#: This share of lines that begin with a mark must go behind another clearly.
_JOINED = 0.05
#: What came out tells more of what did not: a text with an edit is looked at again, however long it is.
_AGAIN = 1 << 40
#: The confidence of all of them: of 529 lines of those pages six were printed otherwise. Of 200 documents of held-out
#: lines, moved so by a program, 0.22 of the wrong words are left.
_CONFIDENCE = 0.99
#: So many letters must stand around lines in no order, and this share of them go back clearly.
_FEWEST_LETTERS, _PUT = 15, 0.5
#: So many lines are searched at once: the model answers for all of them in one call, and the memory stays bounded.
_BLOCK = 64


class MovedLettersFilter:
    r"""Proposes lines with their letters put back.

    >>> made = MovedLettersFilter(Settings(preset="ocr"))
    >>> paper = "C quan thu h s .\nơ ồ ơ\nH s g m đ n và t khai.\nồ ơ ồ ơ ờ\nNg i n p nh n gi y h n.\nườ ộ ậ ấ ẹ\n"
    >>> [edit.replacement for edit in made.edits(TextState(paper))]
    ['ơ quan thu hồ sơ.', 'ồ sơ gồm đơn và tờ khai.', 'ười nộp nhận giấy hẹn.']
    >>> list(made.edits(TextState("Bài một\nă ơ ư\nBài hai\nạ ả ậ\nBài ba\nề ể ệ\n")))
    []
    """

    name = "moved-letters"
    phase = Phase.BOUNDARIES
    rules = RULES
    dense = _AGAIN

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._path = settings.model

    @cached_property
    def _model(self) -> Model:
        from vntextclean.lm.model import Model

        return Model.open(self._path)

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each line or block whose letters moved; none where few of the text look so."""
        found = [*self._in_order(state.text)] or [*self._around(state.text)]
        yield from found or self._cut(state)

    def _in_order(self, text: str) -> Iterator[Edit]:
        """The lines whose letters stand behind them in order."""
        lines = moved_letters(text)
        if len(lines) < _FEWEST:
            return
        from vntextclean.filters.moved_letters.search import LetterSearch

        search = self._model.derived(LetterSearch)
        if sum(search.fits(text, line) for line in lines) < _SHARE * len(lines):
            return  # so many must fail that it would end so below, line by line
        put: dict[str, str | None] = {}
        asked, found = 0, list[tuple[MovedLetters, str]]()
        for at in range(0, len(lines), _BLOCK):
            block = {text[line.start : line.end]: line for line in lines[at : at + _BLOCK]}
            new = {old: line for old, line in block.items() if old not in put}  # lines of a page come again
            put.update(zip(new, search.restored(text, [*new.values()]), strict=True))
            for line in lines[at : at + _BLOCK]:
                old = text[line.start : line.end]
                made = put[old]
                asked += made != old  # "Bà mẹ" stays "Bà mẹ"
                if made is not None and made != old:
                    found.append((line, made))
            if len(lines) - (asked - len(found)) < _SHARE * len(lines):
                return  # so many failed already that the others cannot make up for it
        if len(found) >= max(_FEWEST, _SHARE * asked):
            for line, made in found:
                yield self._edit(text, line, made)

    def _around(self, text: str) -> Iterator[Edit]:
        """The blocks of lines whose letters stand around them in no order."""
        bags = bags_of(text, _FEWEST_LETTERS)
        if not bags:
            return
        from vntextclean.filters.moved_letters.blocks import BlockSearch

        blocks = [*self._model.derived(BlockSearch).blocks(text, bags)]
        letters = sum(len(bag.letters) for bag in bags)
        if sum(block.letters for block in blocks) < _SHARE * letters:
            return
        if sum(block.put for block in blocks) < _PUT * letters:
            return
        for block in blocks:
            if block.put:
                reason = RULES["moved-letters.around"].say(self._lang, count=block.put, s="s" * (block.put != 1))
                yield Edit(block.start, block.end, block.after, "moved-letters.around", reason, _CONFIDENCE)

    def _cut(self, state: TextState) -> Iterator[Edit]:
        """The blocks of lines that were cut before each mark."""
        heads = cuts(state)
        if not heads:
            return
        from vntextclean.filters.moved_letters.cut_blocks import cut_blocks

        blocks = [*cut_blocks(self._model, state.text)]
        if sum(block.joins for block in blocks) < _JOINED * heads:
            return
        for block in blocks:
            reason = RULES["moved-letters.cut"].say(self._lang, count=block.joins, s="s" * (block.joins != 1))
            yield Edit(block.start, block.end, block.after, "moved-letters.cut", reason, _CONFIDENCE)

    def _edit(self, text: str, line: MovedLetters, put: str) -> Edit:
        pairs = zip(put, text[line.start : line.end], strict=False)
        same = next((at for at, (new, old) in enumerate(pairs) if new != old), len(put))
        count = len(line.letters)
        reason = RULES["moved-letters.line"].say(self._lang, count=count, s="s" * (count != 1))
        return Edit(line.start + same, line.end, put[same:], "moved-letters.line", reason, _CONFIDENCE)
