"""What becomes of the broken words that a search finds: which are joined, how surely, and of spaced-out letters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.spacing import letter_spaced as letter_spaced_module
from vntextclean.filters.spacing.letter_spaced import Spaced, Word
from vntextclean.filters.split_words import broken_lines, no_language, pages_in_pieces
from vntextclean.filters.split_words import filter as module
from vntextclean.filters.split_words.filter import SplitWords
from vntextclean.filters.split_words.search import Broken
from vntextclean.filters.split_words.survey import Survey
from vntextclean.lm.model import Model
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState

#: Gains (nats) and how sure they are.
SURE = 6.0
TEXT = "Cơ quan nhà n ước tổ ch ức thực hiện ở xã."


class Given:
    """A filter whose survey, search and lines are given."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, found: tuple[Broken, ...] = (), joined: tuple[Broken, ...] = (),
        survey: Survey | None = None, hopeless: bool = False, in_pieces: bool = False, lost: bool = False,
        spaced: tuple[tuple[int, int], ...] = (), wide: tuple[Spaced, ...] = (), words: dict[str, str] | None = None,
        syllables: tuple[str, ...] = (), left_out: Any = None,
    ) -> None:  # fmt: skip
        self.tries: list[Any] = []
        self.asked: list[tuple[int, int]] = []

        def find(scan: object, tries: list[Any], accepts: Any) -> list[Broken]:
            self.tries = tries
            self.accepted = [accepts(one) for one in found]
            return list(found)

        search = SimpleNamespace(
            stretches=lambda scan, joins: [SimpleNamespace(first=first) for first, _ in joins], find=find,
            spaced_letters=lambda scan: list(spaced), syllable=lambda word: 1 if word in syllables else None,
            segmenter=SimpleNamespace(word_or_words=(words or {}).get),
        )  # fmt: skip
        told = Survey([(0, 1)], broken=True, spaced=True) if survey is None else survey
        model = Model.open()
        fake = SimpleNamespace(
            scan_of=model.scan_of, derived=lambda kind: (lambda scan: told) if kind.__name__ == "Surveyor" else search
        )
        self.filter = SplitWords(Settings())
        self.filter.__dict__["_model"] = fake
        lines = SimpleNamespace(joined=list(joined), is_hopeless=lambda at: hopeless)
        monkeypatch.setattr(broken_lines, "BrokenLines", lambda *asked: lines)
        monkeypatch.setattr(no_language, "unconnected", lambda *asked: left_out)
        monkeypatch.setattr(pages_in_pieces, "is_in_pieces", lambda *asked: in_pieces)
        monkeypatch.setattr(module, "_lost_letters", lambda *asked: lost)

        def letter_spaced(text: str, low: int, high: int) -> list[Spaced]:
            self.asked.append((low, high))
            return [one for one in wide if low <= one.start < high]

        monkeypatch.setattr(letter_spaced_module, "letter_spaced", letter_spaced)

    def edits(self, text: str = TEXT) -> list[Edit]:
        return [*self.filter._joins(TextState(text))]


def broken(piece: str = "n ước", joined: str = "nước", gain: float = 20.0, text: str = TEXT) -> Broken:
    start = text.index(piece)
    return Broken(start, start + len(piece), joined, gain)


def shown(edits: list[Edit]) -> list[tuple[int, str, float]]:
    assert all(edit.reason for edit in edits)
    return [(edit.start, edit.replacement, edit.confidence) for edit in edits]


@pytest.mark.parametrize(
    ("gain", "confidence"), [(6.0, 0.98), (7.0, 0.9925), (40.0, 1.0), (36.0, 1.0), (-24.0, 0.0), (5.0, 0.9473)]
)
def test_how_sure_a_gain_is(gain: float, confidence: float) -> None:
    assert module._confidence_of(gain) == pytest.approx(confidence, abs=2e-4)


@pytest.mark.parametrize(
    ("survey", "nothing"),
    [
        (Survey([], broken=False, spaced=False), True),
        (Survey([(0, 1)], broken=False, spaced=False), False),
        (Survey([], broken=True, spaced=False), False),
        (Survey([], broken=False, spaced=True), False),
    ],
)
def test_a_text_in_which_nothing_is_met(monkeypatch: pytest.MonkeyPatch, survey: Survey, nothing: bool) -> None:
    made = Given(monkeypatch, survey=survey, found=(broken(),))
    assert (made.edits() == []) == nothing


def test_a_text_of_ascii() -> None:
    assert [*SplitWords(Settings()).edits(TextState("th uc hi en"))] == []


@pytest.mark.parametrize(("least", "kept"), [(LEAST_CONFIDENCE, True), (LEAST_CONFIDENCE - 0.01, False)])
def test_what_is_shown(monkeypatch: pytest.MonkeyPatch, least: float, kept: bool) -> None:
    monkeypatch.setattr(module, "_confidence", lambda one: least)
    found = Given(monkeypatch, found=(broken(),)).edits()
    assert [edit.confidence for edit in found] == ([least] if kept else [])
    assert all(edit.rule == "split-words.syllable" for edit in found)


@pytest.mark.parametrize(
    ("more", "sure"),
    [
        pytest.param({}, 0.98, id="nothing speaks against it"),
        pytest.param({"hopeless": True}, 0.9, id="a line full of pieces"),
        pytest.param({"lost": True}, 0.9, id="a text that lost letters"),
        pytest.param({"lost": True, "in_pieces": True}, 0.98, id="a page in pieces"),
        pytest.param({"hopeless": True, "in_pieces": True}, 0.9, id="a line full of pieces on one"),
    ],
)
def test_what_is_only_suggested(monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], sure: float) -> None:
    found = Given(monkeypatch, found=(broken(gain=SURE),), **more).edits()
    assert [edit.confidence for edit in found] == pytest.approx([sure], abs=1e-3)


def test_what_is_no_surer_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_confidence", lambda one: 0.85)
    assert [edit.confidence for edit in Given(monkeypatch, found=(broken(),), hopeless=True).edits()] == [0.85]


@pytest.mark.parametrize(("lesson", "puzzle", "ours", "kept"), [
    (False, False, True, True), (True, False, True, False), (False, True, True, False), (False, False, False, False),
])  # fmt: skip
@pytest.mark.parametrize("where", ["found", "joined"])
def test_what_is_no_broken_word(
    monkeypatch: pytest.MonkeyPatch, where: str, lesson: bool, puzzle: bool, ours: bool, kept: bool
) -> None:
    monkeypatch.setattr(module, "is_spelt_out", lambda *asked: lesson)
    monkeypatch.setattr(module, "is_in_puzzle", lambda *asked: puzzle)
    monkeypatch.setattr(module, "is_vietnamese", lambda *asked: ours)
    given: Any = {where: (broken(),)}
    made = Given(monkeypatch, **given)
    assert [edit.replacement for edit in made.edits()] == (["nước"] if kept else [])
    if where == "found":
        assert made.accepted == [not lesson and not puzzle]


def test_lines_in_pieces_come_before_single_words(monkeypatch: pytest.MonkeyPatch) -> None:
    other = broken("ch ức", "chức")
    made = Given(monkeypatch, joined=(broken(),), found=(broken(joined="nươc"), other))
    assert [(start, word) for start, word, _ in shown(made.edits())] == [
        (TEXT.index("n ước"), "nước"), (TEXT.index("ch ức"), "chức"),
    ]  # fmt: skip
    assert Given(monkeypatch, joined=(broken(),), survey=Survey([], broken=False, spaced=False)).edits() == []
    assert Given(monkeypatch, joined=(broken(),), survey=Survey([(0, 1)], broken=False, spaced=False)).edits() == []


def test_stretches_of_no_language_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    survey = Survey([(0, 1), (2, 3)], broken=False, spaced=False)
    made = Given(monkeypatch, survey=survey, left_out=[True, False, False, False])
    made.edits()
    assert [one.first for one in made.tries] == [2]
    made = Given(monkeypatch, survey=survey)
    made.edits()
    assert [one.first for one in made.tries] == [0, 2]


HEADING = "T H Ô N G B Á O về việc họp"


def spaced_out(monkeypatch: pytest.MonkeyPatch, text: str, **more: Any) -> list[tuple[int, int, str]]:
    given: dict[str, Any] = {"spaced": ((0, len(text)),), "words": {"THÔNGBÁO": "THÔNG BÁO", "hốilộ": "hối lộ"}, **more}
    made = Given(monkeypatch, **given).edits(text)
    assert {edit.confidence for edit in made} <= {0.99}
    assert {edit.rule for edit in made} <= {"split-words.spaced"}
    return [(edit.start, edit.end, edit.replacement) for edit in made]


@pytest.mark.parametrize(
    ("text", "more", "found"),
    [
        pytest.param(HEADING, {}, [(0, 15, "THÔNG BÁO")], id="a heading"),
        pytest.param(HEADING, {"words": {}}, [], id="no words"),
        pytest.param("T H O N G B A O về việc", {"words": {"THONGBAO": "x"}}, [], id="letters without marks"),
        pytest.param("À B À B về", {"words": {"ÀBÀB": "x"}}, [], id="two different letters"),
        pytest.param("À B C về", {"words": {"ÀBC": "x"}}, [(0, 5, "x")], id="three"),
        pytest.param("À B về", {"words": {"ÀB": "x"}}, [], id="two letters"),
        pytest.param("h ố i l ộ c ác", {"syllables": ("các",)}, [], id="the last begins a broken syllable"),
        pytest.param("h ố i l ộ ác", {"syllables": ()}, [(0, 9, "hối lộ")], id="it does not"),
        pytest.param(HEADING, {"survey": Survey([(0, 1)], broken=True, spaced=False)}, [], id="none are spaced out"),
    ],
)
def test_letters_that_are_spaced_out(
    monkeypatch: pytest.MonkeyPatch, text: str, more: dict[str, Any], found: list[tuple[int, int, str]]
) -> None:
    assert spaced_out(monkeypatch, text, **more) == found


def test_letters_of_a_puzzle_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_in_puzzle", lambda text, start, end: (start, end) == (0, 15))
    assert spaced_out(monkeypatch, HEADING) == []


def wide(*words: tuple[int, int, str], reads: bool = True) -> Spaced:
    return Spaced(words[0][0], words[-1][1], tuple(Word(*word) for word in words), reads)


@pytest.mark.parametrize(
    ("text", "stretches", "found"),
    [
        pytest.param("T H Ô N G  B Á O", (wide((0, 11, "THÔNG"), (11, 16, "BÁO")),),
                     [(0, 11, "THÔNG "), (11, 16, "BÁO")], id="words with a wide gap between"),
        pytest.param("T H Ô N G  B Á O", (wide((0, 11, "THÔNG"), reads=False),), [(0, 9, "THÔNG"), (11, 16, "BÁO")],
                     id="it makes no words: letters are looked for"),
        pytest.param("S Ố  1 2 về", (wide((0, 5, "SỐ"), (5, 9, "12")),), [(0, 5, "SỐ "), (6, 7, "")],
                     id="digits stay, their gaps do not"),
        pytest.param("SỐ 12 về", (wide((0, 3, "SỐ"),),), [], id="nothing changes"),
    ],
)  # fmt: skip
def test_letters_with_wide_gaps(
    monkeypatch: pytest.MonkeyPatch, text: str, stretches: tuple[Spaced, ...], found: list[tuple[int, int, str]]
) -> None:
    words = {"BÁO": "BÁO", "THÔNG": "THÔNG", "SỐ": "SỐ"}
    assert spaced_out(monkeypatch, text, wide=stretches, words=words) == found


@pytest.mark.parametrize(
    ("stretches", "around"),
    [
        ([], []), ([(1, 2)], [(0, 6)]), ([(1, 2), (4, 5)], [(0, 6)]), ([(1, 2), (8, 9)], [(0, 6), (7, 13)]),
        ([(1, 2), (8, 9), (10, 11)], [(0, 6), (7, 13)]), ([(1, 9)], [(0, 13)]), ([(8, 9)], [(7, 13)]),
        ([(1, 9), (10, 11)], [(0, 13)]),
    ],
)  # fmt: skip
def test_what_stands_around_stretches(stretches: list[tuple[int, int]], around: list[tuple[int, int]]) -> None:
    assert [*module._around("một hai\nba bốn năm"[1:7] + "\nbốnnăm", stretches)] == [
        (low, min(high, 13)) for low, high in around
    ]


@pytest.mark.parametrize(
    ("low", "high", "start", "end", "cut"),
    [
        (0, 10, 0, 8, False), (0, 10, 0, 9, True), (5, 15, 5, 12, True), (5, 15, 6, 12, True), (5, 15, 7, 12, False),
        (5, 15, 7, 13, False), (5, 15, 7, 14, True), (0, 20, 0, 20, False),
    ],
)  # fmt: skip
def test_a_heading_that_may_go_on(low: int, high: int, start: int, end: int, cut: bool) -> None:
    assert module._is_cut("x" * 20, low, high, start, end) == cut
    assert not module._is_cut("x" * (low - 1) + "\n" * (low > 0) + "x" * (high - low) + "\nx", low, high, start, end)


def edit(start: int, end: int) -> Edit:
    return Edit(start, end, "x", "split-words.syllable", "", 1.0)


@pytest.mark.parametrize(
    ("first", "others", "kept"),
    [
        ([], [(0, 2)], [(0, 2)]), ([(0, 2)], [], [(0, 2)]), ([(2, 4)], [(0, 2)], [(0, 2), (2, 4)]),
        ([(2, 4)], [(4, 6)], [(2, 4), (4, 6)]), ([(2, 4)], [(3, 5)], [(2, 4)]), ([(2, 4)], [(1, 3)], [(2, 4)]),
        ([(2, 4), (6, 8)], [(0, 1), (4, 6), (7, 9), (9, 10)], [(0, 1), (2, 4), (4, 6), (6, 8), (9, 10)]),
    ],
)  # fmt: skip
def test_what_touches_none_of_the_first(
    first: list[tuple[int, int]], others: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    found = module._disjoint([edit(*one) for one in first], [edit(*one) for one in others])
    assert [(one.start, one.end) for one in found] == kept


@pytest.mark.parametrize(
    ("piece", "joined", "lost", "may", "expected"),
    [
        pytest.param("n ước", "nước", False, True, False, id="a lone letter of a word with marks"),
        pytest.param("n ước", "nuoc", False, True, True, id="of a word without marks"),
        pytest.param("n uo c", "nước", False, True, True, id="three pieces"),
        pytest.param("nu oc", "nuoc", False, True, False, id="no letter is alone"),
        pytest.param("nu o", "nuo", False, True, True, id="the last letter is alone"),
        pytest.param("n ước", "nuoc", False, False, False, id="the text did not lose letters"),
        pytest.param("nu oc", "nước", True, False, True, id="it surely did"),
    ],
)
def test_whether_letters_were_lost(
    monkeypatch: pytest.MonkeyPatch, piece: str, joined: str, lost: bool, may: bool, expected: bool
) -> None:
    told = SimpleNamespace(lost_letters=lost, may_have_lost_letters=may)
    text = f"Bà con {piece} ở xã"
    state: Any = SimpleNamespace(text=text, ask=lambda what: told, first=None)
    one = broken(piece, joined, text=text)
    assert module._lost_letters(state, one) == expected
    before = SimpleNamespace(may_have_lost_letters=not may)
    state.first = before
    assert not module._lost_letters(state, one) or lost or not may
