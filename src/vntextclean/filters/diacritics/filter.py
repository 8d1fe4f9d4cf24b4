"""Syllables that lost a mark or a letter, or carry a wrong one: decided by the language model in their context."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.diacritics.capitals import CAPITAL, begins_a_sentence, in_case_of
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.doubts import doubts
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, Scan
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_new

if TYPE_CHECKING:
    from vntextclean.filters.diacritics.evidence.repair import Repair

_REASON = "'{word}' {place} is '{rival}' (p = {p:.3f}){no_syllable}"
_REASON_VI = "'{word}' {place_vi} là '{rival}' (p = {p:.3f}){no_syllable_vi}"

RULES = {
    "diacritics.tone": Rule(
        "A syllable that lost its tone gets it back",
        "A stop-final syllable without sắc or nặng is no Vietnamese word; elsewhere the context decides.",
        ("Môt buổi tọa đàm về giải quyết khiếu nại.", "Một buổi tọa đàm về giải quyết khiếu nại."),
        "Bà cụ bán cua ngoài chợ.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.marks": Rule(
        "A syllable that lost every mark gets them back",
        "Bare letters stand for up to a dozen words; a repair is made only where the neighbours leave one.",
        ("Ủy ban nhan dân huyện đã ban hành kế hoạch.", "Ủy ban nhân dân huyện đã ban hành kế hoạch."),
        "Anh ấy đi xe máy.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.shape": Rule(
        "A breve, circumflex, horn or bar that was lost under a tone comes back",
        "Conversion and hasty typing lose the mark of the vowel and keep the tone.",
        ("Thủ tuớng Chính phủ đã ký quyết định.", "Thủ tướng Chính phủ đã ký quyết định."),
        "Cháu đừng khóc nữa.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.wrong-tone": Rule(
        "A wrong tone is put right",
        "Hỏi and ngã sound alike in half of the country; readers of paper mistake sắc for huyền.",
        ("Bà con giử gìn vệ sinh môi trường.", "Bà con giữ gìn vệ sinh môi trường."),
        "Bà cố giữ ngôi mộ tổ.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.letter": Rule(
        "A marked letter that extraction dropped comes back",
        "A font that lacks a glyph loses it without a trace; what is left is seldom a word.",
        ("Đài đã đăng tin, bài về công tác dân vn.", "Đài đã đăng tin, bài về công tác dân vận."),
        "Trận đấu được VTV truyền hình trực tiếp.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.plain-letter": Rule(
        "A letter without mark that was dropped comes back",
        "A slip of typing; applied only where the context is decisive.",
        ("Các đơn vị ghiêm túc thực hiện.", "Các đơn vị nghiêm túc thực hiện."),
        "Mi là ai mà hỏi ta?",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.other-marks": Rule(
        "Marks that were read as others are put right",
        "OCR engines take one mark for another, tone and vowel at once; the context must leave one word.",
        ("Nhà trường tổ chức lễ khai giảng nãm học mới.", "Nhà trường tổ chức lễ khai giảng năm học mới."),
        "Mẹ nấm tay con trong mưa.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.sound": Rule(
        "An onset or a coda that sounds like the right one is put right",
        "s and x, tr and ch, d, gi and r, l and n, final c and t, n and ng are one sound in half of the country.",
        ("Tòa án đã xét sử vụ án vào sáng nay.", "Tòa án đã xét xử vụ án vào sáng nay."),
        "Bà sử dụng sổ tay để ghi sử làng.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.extra-letter": Rule(
        "A letter too many is taken out",
        "A key struck twice or one beside it; what is left must be the word that its neighbours call for.",
        ("Cuộc họp diễn ra vào ttháng trước.", "Cuộc họp diễn ra vào tháng trước."),
        "Cô bé reo lên: Aaa, mẹ về!",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.exchanged": Rule(
        "Two letters that changed places go back",
        "Fast hands strike the second key first.",
        ("Đây là kết quả của cuộc tổgn tuyển cử.", "Đây là kết quả của cuộc tổng tuyển cử."),
        "Chị Gina đến từ Milano.",
        _REASON,
        _REASON_VI,
    ),
    "diacritics.other-letter": Rule(
        "A letter for another that looks like it or is the next key is put right",
        "OCR engines take b for h, t for l, u for n; hands strike the key beside.",
        ("Đồng cbí bí thư phát biểu tại hội nghị.", "Đồng chí bí thư phát biểu tại hội nghị."),
        "Anh Khoong ở bản Lướt.",
        _REASON,
        _REASON_VI,
    ),
}


#: A text with a repair in so many code points is read again: which of its lines are Vietnamese, which words are typed
#: bare and how often the text has each spelling is told by its words as they are by now. Of 344 texts off paper or of
#: converters a second run changed words of 18, which have one in 8 to 110; of 718 other texts of one. In 15 600 damaged
#: documents of one line or five seven words waited for another one, which stood in 40 to 650 code points by itself.
_DENSE = 800


class Diacritics:
    """Repairs single syllables where the language model is all but certain, and suggests where it is not.

    How sure a repair is follows from its context, from how often people and OCR engines confuse what stands there with
    it, and from how much of such damage the whole text shows (``page_rates.py``). A miss is only a miss, so names,
    words the document repeats, and rivals of equal standing ask for much more.

    >>> [
    ...     edit.replacement
    ...     for edit in Diacritics(Settings()).edits(TextState("Thực hiện tốt công tác dân vn tại cơ sở."))
    ... ]
    ['vận']
    >>> list(Diacritics(Settings()).edits(TextState("Thực hiện tốt công tác dân vận tại cơ sở.")))
    []
    """

    name = "diacritics"
    phase = Phase.WORDS
    rules = RULES
    dense = _DENSE

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> Model:
        return Model.open(self._settings.model)

    def edits(self, state: TextState) -> list[Edit]:
        """One edit for each damaged syllable, the doubtful ones included as suggestions."""
        text = state.text
        if text.isascii():
            return []
        scan = self._model.scan_of(state)
        doubted = doubts(self._model, scan)
        if doubted is None:
            return []
        from vntextclean.filters.diacritics.decide import repairs

        found = repairs(
            self._model,
            scan,
            doubted,
            lambda repair: repair.confidence >= state.least and state.accepts(self._edit(scan, repair)),
        )
        edits = [self._with_reason(self._edit(scan, repair), scan, repair) for repair in found]
        from vntextclean.filters.spacing.beside_repairs import with_lost_spaces

        return [*with_lost_spaces(text, edits, state.accepts)]

    def _edit(self, scan: Scan, repair: Repair) -> Edit:
        """The edit that makes a repair, without its reason."""
        start, end = int(scan.starts[repair.token]), int(scan.ends[repair.token])
        rival = to_new(repair.rival) if self._settings.tone_style == "new" else repair.rival
        code = f"diacritics.{repair.kind.value}"
        word = in_case_of(repair.word, rival)
        if rival[1:] == repair.word and self._lost_a_capital(scan, repair):
            word = word.capitalize()
        return Edit(start, end, word, code, "", repair.confidence)

    def _lost_a_capital(self, scan: Scan, repair: Repair) -> bool:
        """Whether the first letter of a word, which it lost, was a capital."""
        start = int(scan.starts[repair.token])
        if begins_a_sentence(scan.text, start):
            return True
        candidates = self._model.derived(CandidateSearch)
        number = candidates.numbers[repair.rival]
        both, place = np.array([number, self._model.title_of[number]], np.int64), scan.at[[repair.token]] + PAD
        small, capital = candidates.gain(scan.padded, place, np.zeros(2, np.int64), both).tolist()
        return bool(capital - small >= CAPITAL)

    def _with_reason(self, edit: Edit, scan: Scan, repair: Repair) -> Edit:
        fields = {"word": repair.word, "rival": edit.replacement, "p": edit.confidence}
        said = RULES[edit.rule].say(self._settings.lang, **fields, **_place(scan, repair.token), **_fault(repair))
        return edit._replace(reason=said)


def _place(scan: Scan, token: int) -> dict[str, str]:
    """Where a word stands, told by the neighbour that is in the same clause."""
    if token > 0 and not scan.mark[token]:
        before = scan.text[scan.starts[token - 1] : scan.ends[token - 1]]
        return {"place": f"after '{before}'", "place_vi": f"sau '{before}'"}
    if token + 1 < len(scan) and not scan.mark[token + 1]:
        after = scan.text[scan.starts[token + 1] : scan.ends[token + 1]]
        return {"place": f"before '{after}'", "place_vi": f"trước '{after}'"}
    return {"place": "here", "place_vi": "ở đây"}


def _fault(repair: Repair) -> dict[str, str]:
    if repair.kind is Damage.MARKS or is_syllable(repair.word):
        return {"no_syllable": "", "no_syllable_vi": ""}
    return {"no_syllable": "; it is no syllable", "no_syllable_vi": "; không phải âm tiết"}
