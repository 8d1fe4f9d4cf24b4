"""Words that lost the space between them: "thựchiện", "tổchứchội nghị", "chủKết quả", "115cuộc"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.run_ons.confidence import DOUBTFUL, ECHO, NUMBER, confidence_of, least_gain
from vntextclean.patterns import late
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.filters.run_ons.run_on import RunOn
    from vntextclean.lm.model import Model

RULES: dict[str, Rule] = {
    "run-ons.words": Rule(
        "Words written together are parted",
        "Extraction drops the space where a line, a link or a styled piece of text ended. The language model weighs "
        "the words in their sentence against one unknown word; foreign names, brands, units and codes stay whole.",
        ("Đề nghị các đơn vị tổchức thựchiện.", "Đề nghị các đơn vị tổ chức thực hiện."),
        "Anh mua bêtông và gửi ảnh qua WhatsApp cho Merriweather.",
        "'{word}' is {count} words: '{parted}'",
        "'{word}' là {count} chữ viết liền: '{parted}'",
    ),
    "run-ons.sentence": Rule(
        "A sentence glued to the one before gets its full stop and space back",
        "A capital in the middle of a string begins a sentence or a name; the full stop is put back only where the "
        "model is certain that it is no name.",
        (
            "Hội nghị đã thông qua báo cáo tổng kết năm họcKết quả cho thấy chất lượng được nâng lên.",
            "Hội nghị đã thông qua báo cáo tổng kết năm học. Kết quả cho thấy chất lượng được nâng lên.",
        ),
        "Ông làm việc ở VietinBank.",
        "'{word}' holds the end of a sentence: '{parted}'",
        "'{word}' là chỗ hết câu bị dính: '{parted}'",
    ),
    "run-ons.list": Rule(
        "Items of a list that were run together get their comma and space back",
        "The comma is put back only where the model is certain that the two words do not go on from one another.",
        ("Trong phòng, bàn ghếgiường tủ đều mới.", "Trong phòng, bàn ghế, giường tủ đều mới."),
        "bàn ghế giường tủ",
        "'{word}' holds the end of a list item: '{parted}'",
        "'{word}' là chỗ mất dấu phẩy: '{parted}'",
    ),
    "run-ons.echo": Rule(
        "A word behind its own first letters loses them",
        "An input method types a word again when it gets its marks, and some editors keep the letters typed before. "
        "The language model must find them out of place: two words that were run together may look the same.",
        ("Mấy hôm nay trời khôkhông mưa.", "Mấy hôm nay trời không mưa."),
        "Cây dương khô không mọc rễ, nghe nó nói mà thương.",
        "'{word}' is '{parted}' behind its first letters",
        "'{word}' là '{parted}' bị lặp mấy chữ đầu",
    ),
    "run-ons.number": Rule(
        "A number written together with a word is parted",
        "Only where the word is a Vietnamese one that follows or precedes numbers; units, codes and footnotes stay.",
        ("Toàn tỉnh tổ chức 115cuộc đối thoại.", "Toàn tỉnh tổ chức 115 cuộc đối thoại."),
        "Nặng 5kg, chạy 20km/h, giá 500đ, mạng 4G, lúc 7h30",
        "a space was lost between '{left}' and '{right}'",
        "mất dấu cách giữa '{left}' và '{right}'",
    ),
}


#: Nothing is parted where only one in so many run-ons stands among Vietnamese words, of so many times these few and
#: more: of 1 062 texts none is so. In "sânnhà:sânnhà:…" those at the edge do; once they are parted the next do, and
#: each round weighed all of them.
_HARDLY, _FEW = 4, 20
_SOLID = late(r"[^\W_]+")
#: How a foreign name is spelt in its own language, in brackets behind it.
_SPELLED_BEHIND = late(r" ?\((?:[A-Z][a-zà-ÿ]+[ .-]*)+\)")


class RunOns:
    """Parts words that were run together.

    A token is suspect if the model does not know it and it can be parted into syllables. All suspects of a document are
    weighed together, each in its sentence, and those beside a repaired one again with the repair in place, so that a
    second pass finds nothing new.

    >>> [edit.replacement for edit in RunOns(Settings()).edits(TextState("Huyện đang thựchiện dự án."))]
    ['thực hiện']
    >>> list(RunOns(Settings()).edits(TextState("Ông Merriweather mua ôtô ở Hà Nội.")))
    []
    """

    name = "run-ons"
    phase = Phase.BOUNDARIES
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._path = settings.model

    @cached_property
    def _model(self) -> Model:
        from vntextclean.lm.model import Model

        return Model.open(self._path)

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each string of glued words; none for an empty or unmarked text."""
        text = state.text
        if text.isascii():
            return
        from vntextclean.filters.run_ons.search import RunOnSearch

        scan = self._model.scan_of(state)
        asked: dict[RunOn, tuple[Edit, bool]] = {}  # each round of the weighing asks about what no round has changed
        least = least_gain(min(state.least, LEAST_CONFIDENCE))

        def accepts(found: RunOn) -> bool:
            if found.gain < least:
                return False
            told = asked.get(found)
            if told is None:
                edit = _edit(found, text)
                told = asked[found] = edit, state.accepts(edit)
            return told[1]

        def edit_of(found: RunOn) -> Edit:
            told = asked.get(found)
            return _edit(found, text) if told is None else told[0]

        found_all = self._model.derived(RunOnSearch).find(scan, accepts, least)
        likely = [
            (found, edit)
            for found in found_all
            if found.gain >= least and (edit := edit_of(found)).confidence >= LEAST_CONFIDENCE
        ]
        if not likely:
            return
        from vntextclean.filters.run_ons.surroundings import Surroundings

        likely = self._but_solid(likely, state)
        around = Surroundings(state, [found for found, _ in likely])
        ours = [one for one in likely if one[0].number or around.is_vietnamese(one[0])]
        if len(likely) > _HARDLY * max(_FEW, len(ours)):
            return
        edits = [edit._replace(reason=self._reason(text, found, edit)) for found, edit in ours]
        from vntextclean.filters.spacing.beside_repairs import with_lost_spaces

        yield from with_lost_spaces(text, edits, state.accepts)

    def _but_solid(self, likely: list[tuple[RunOn, Edit]], state: TextState) -> list[tuple[RunOn, Edit]]:
        """The same, with loans and foreign names that may be written in one word only suggested.

        A text that lost other spaces lost those of names as well.
        """
        from vntextclean.filters.run_ons.solid_words import is_loan_said_again, one_words

        sure = [found for found, edit in likely if edit.confidence > DOUBTFUL]
        solid = {found for found in sure if is_loan_said_again(self._model, found, state.text)}
        names = one_words(self._model, sure)
        if names and not any(found not in names and state.accepts(edit) for found, edit in likely):
            solid |= names
        return [(one, edit._replace(confidence=DOUBTFUL) if one in solid else edit) for one, edit in likely]

    def _reason(self, text: str, found: RunOn, edit: Edit) -> str:
        if found.number:
            left, right = found.pieces
            at = edit.start
            left = left or _SOLID.findall(text, max(0, at - 30), at)[-1]
            right = right or _SOLID.findall(text, at, at + 30)[0]
            return RULES[edit.rule].say(self._lang, left=left, right=right)
        word, count = text[found.start : found.end], sum(map(bool, found.pieces))
        return RULES[edit.rule].say(self._lang, word=word, parted=edit.replacement.strip(), count=count)


def _edit(found: RunOn, text: str) -> Edit:
    """The edit that parts a run-on, without its reason; a name of code is doubtful, and so is a letter struck twice.

    "kýý" is "ký". A name whose spelling in its own language follows in brackets is one: "Pôn Môrăng (Paul Morand)".
    """
    edit = _by_itself(found)
    if edit.confidence <= DOUBTFUL or found.number or found.echo:
        return edit
    from vntextclean.filters.run_ons.loans import is_indian_name, is_name_in_la, is_name_said_again
    from vntextclean.filters.run_ons.names_of_code import is_name_of_code
    from vntextclean.filters.run_ons.solid_words import is_loan, is_mention

    if found.pieces[-1] == found.pieces[-2][-1:] or _is_torn(found.pieces):
        return edit._replace(confidence=DOUBTFUL)
    word = text[found.start : found.end]
    if is_indian_name(word, text, found.start) or (word[0].isupper() and _SPELLED_BEHIND.match(text, found.end)):
        return edit._replace(confidence=DOUBTFUL)
    pieces = tuple(filter(None, found.pieces))
    is_one = (
        is_name_in_la(pieces, text, found.start, found.end)
        or is_name_said_again(pieces, text, found.start)
        or is_name_of_code(pieces, text, found.start)
        or is_loan(pieces)
        or is_mention(text, found.start)
    )
    return edit._replace(confidence=DOUBTFUL) if is_one else edit


@lru_cache(maxsize=1 << 12)
def _is_torn(pieces: tuple[str, ...]) -> bool:
    from vntextclean.filters.run_ons.solid_words import is_torn

    return any(left and is_torn(left, right) for left, right in pairwise(pieces))


def _by_itself(found: RunOn) -> Edit:
    """The same by the words alone; each is asked for in every round of the weighing, and at many places."""
    said = _by_words(found[2:])
    start = found.start + said.start
    return Edit(start, start if found.number else found.end, *said[2:])


@lru_cache(maxsize=1 << 13)
def _by_words(words: tuple[Any, ...]) -> Edit:
    """The same of all that a run-on is but its place: an edit at the head of a text, that ends somewhere."""
    from vntextclean.filters.run_ons.run_on import RunOn

    found = RunOn(0, 0, *words)
    if found.number:
        at = len(found.pieces[0])
        return Edit(at, at, " ", "run-ons.number", "", NUMBER.confidence(found.gain))
    parted = "".join(piece + gap for piece, gap in zip(found.pieces, (*found.gaps, ""), strict=True))
    code = "run-ons.words"
    if found.echo:
        return Edit(0, 0, parted, "run-ons.echo", "", ECHO.confidence(found.gain))
    if set(found.gaps) != {" "}:
        code = "run-ons.sentence" if ". " in found.gaps else "run-ons.list"
    return Edit(0, 0, parted, code, "", confidence_of(found))
