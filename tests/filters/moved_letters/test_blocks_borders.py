"""Where a block of lines may end, which letters are looked at, and when no more blocks are looked for."""

from __future__ import annotations

from collections import Counter

import pytest

from vntextclean.filters.moved_letters import blocks as module
from vntextclean.filters.moved_letters.bags import Bag, bags_of
from vntextclean.filters.moved_letters.blocks import Block, BlockSearch
from vntextclean.filters.moved_letters.words import Token
from vntextclean.lm.model import Model


def line(letters: str = "", words: int = 1, sound: bool = False, at: int = 0) -> Bag:
    tokens = [Token(2 * number, 2 * number + 1, "a", True, True) for number in range(words)]
    return Bag(at, at + 9, at + 10, tuple(letters), tokens, sound)


def page(bags: list[Bag], needs: list[str | None]) -> module._Page:
    """A page whose lines lack letters that are given; None for one that cannot be read."""
    made = module._Page(Model.open(), "", bags)

    def need(number: int) -> module._Need:
        lacked = needs[number]
        return module._Need(Counter(lacked or ""), None if lacked is None else -1.0)

    made.need = need  # type: ignore[method-assign]
    return made


@pytest.mark.parametrize(
    ("bags", "needs", "ends"),
    [
        pytest.param([line("ớ")], ["ớ"], [0], id="a line with its letter"),
        pytest.param([line(), line("ớ", 0)], ["ớ", ""], [1], id="the letter on the next line"),
        pytest.param([line("ớ", 0), line()], ["", "ớ"], [1], id="the letter on the line before"),
        pytest.param([line("ớ", 0)], [""], [], id="letters alone are no block"),
        pytest.param([line()], [""], [], id="a line without letters is none"),
        pytest.param([line("ớạẹ")], ["ớạẹ"], [0], id="as many"),
        pytest.param([line("ớạẹ")], ["ớạ"], [0], id="one too many"),
        pytest.param([line("ớạ")], ["ớạẹ"], [0], id="one too few"),
        pytest.param([line("ớạẹ")], ["ớ"], [], id="two too many"),
        pytest.param([line("ớ")], ["ớạẹ"], [], id="two too few"),
        pytest.param([line("ớạẹị")], ["ớạẹỉ"], [0], id="one of four is another: half of them, counted twice"),
        pytest.param([line("ớạẹị")], ["ớạẻỉ"], [], id="two of four are others"),
        pytest.param([line("ớ")], [None], [], id="a line that cannot be read"),
        pytest.param([line("ớ"), line("ạ")], ["ớ", None], [0], id="it ends what may be a block"),
        pytest.param([line("ớ"), line("ạ")], ["ớ", "ạ"], [0, 1], id="each line may end it"),
        pytest.param([line("ớẹ"), line("ạ")], ["ớ", "ạẹ"], [1, 0], id="where as many came as were missing, first"),
        pytest.param([line("ớ")] * 9, ["ớ"] * 9, [0, 1, 2, 3, 4, 5], id="six ends are tried"),
        pytest.param([line("ớ", 1)] + [line()] * 15, ["ớ", *[""] * 15], [0, 1, 2, 3, 4, 5], id="lines that lack none"),
        pytest.param([line()] * 15 + [line("ớ")], ["ớ", *[""] * 15], [15], id="sixteen lines"),
        pytest.param([line()] * 16 + [line("ớ")], ["ớ", *[""] * 16], [], id="seventeen lines"),
        pytest.param([line()] + [line("ớ", 0)] * 120, ["ớ" * 120, *[""] * 120], [120, 119], id="120 letters"),
        pytest.param([line()] + [line("ớ", 0)] * 121, ["ớ" * 121, *[""] * 121], [120], id="121 letters"),
        pytest.param([line()] * 15 + [line("ớ" * 3)], ["ớ" * 3, *[""] * 15], [15], id="letters behind the last"),
    ],
)
def test_where_a_block_may_end(bags: list[Bag], needs: list[str | None], ends: list[int]) -> None:
    assert page(bags, needs).ends(0) == ends


def test_a_block_begins_anywhere() -> None:
    assert page([line("ạ"), line("ớ"), line("ẹ")], ["ị", "ớ", "ẹ"]).ends(1) == [1, 2]
    assert page([line("ạ"), line("ớ"), line("ẹ")], ["ị", "ớ", "ẹ"]).ends(2) == [2]


SOUND = "Người ta kể lại chuyện ấy.\n"


def test_what_is_read_by_itself() -> None:
    text = "Bà b c qua su i.\n\nắ\nố\n"
    found = module._Page(Model.open(), text, bags_of(text, 1))
    need = found.need(0)
    assert need.score is not None
    assert need.letters == Counter("ắố")
    assert found.need(1) == module._Need(Counter(), 0.0)  # a line of letters
    assert found.need(0) is need


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        pytest.param(28, True, id="the letter stands thirty lines below"),
        pytest.param(29, True, id="just in reach"),
        pytest.param(30, False, id="out of reach"),
    ],
)
def test_how_far_letters_are_looked_for(lines: int, read: bool) -> None:
    text = "Bà b c qua su i.\nố\n" + "ba con\n" * (lines - 1) + "ắ\n"
    found = module._Page(Model.open(), text, bags_of(text, 1))
    assert ("ắ" in found.need(0).letters) == read


def test_how_far_letters_are_looked_for_above() -> None:
    for lines, read in ((28, True), (29, False)):
        text = "ắ\nố\n" + "ba con\n" * lines + "Bà b c qua su i.\n"
        found = module._Page(Model.open(), text, bags_of(text, 1))
        assert ("ắ" in found.need(lines + 2).letters) == read


def test_a_sound_line_lacks_nothing() -> None:
    bags = [line("ớ", sound=True), line("ạ")]
    assert module._Page(Model.open(), "", bags).need(0) == module._Need(Counter(), None)


@pytest.mark.parametrize(("words", "read"), [(150, True), (151, False)])
def test_a_line_of_too_many_words(words: int, read: bool) -> None:
    """Ten different letters around: 1 500 of both are read."""
    bags = [line("ớạẹịọụởảẻỉ", words)]
    assert (module._Page(Model.open(), "", bags).need(0).score is not None) == read


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        pytest.param([], False, id="no gap"),
        pytest.param([1] * 50, False, id="none is wide"),
        pytest.param([1] * 49 + [2], False, id="one of fifty"),
        pytest.param([1] * 48 + [2], True, id="one of 49"),
        pytest.param([1, 1, 1, 2, 2], False, id="two of five: lines are set so"),
        pytest.param([1, 1, 1, 1, 2, 3], True, id="two of six"),
    ],
)
def test_whether_blanks_tell(gaps: list[int], told: bool) -> None:
    tokens, at = [Token(0, 1, "a", True, True)], 1
    for gap in gaps:
        tokens.append(Token(at + gap, at + gap + 1, "a", True, True))
        at += gap + 1
    assert module._blanks_tell([Bag(0, at, at, (), tokens, sound=False)]) == told


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("Nhà a\nbên c\n", "\n"), ("Nhà a\n\nbên c\n", "\n"), ("Nhà a\n\nBên c\n", "\n\n"), ("Nhà a\nBên c\n", "\n"),
        ("Nhà a\n \nBên c\n", "\n"), ("Nhà a\n\n\nBên c\n", "\n\n"),
    ],
)  # fmt: skip
def test_what_parts_two_lines(text: str, between: str) -> None:
    above, below = bags_of(text + "ớ\n", 1)[:2]
    assert module._between(text, above, below) == between


class Counted(BlockSearch):
    """A search whose blocks are given by the line they begin with: the line they end with, and how many went back."""

    def __init__(self, given: dict[int, tuple[int, int]]) -> None:
        super().__init__(Model.open())
        self.given = given
        self.asked: list[tuple[int, int]] = []

    def _block(self, text: str, page: object, first: int, last: int) -> Block | None:
        self.asked.append((first, last))
        end, put = self.given.get(first, (-1, 0))
        return Block(first, last, "", put, put) if end == last else None


def asked(
    monkeypatch: pytest.MonkeyPatch, bags: list[Bag], given: dict[int, tuple[int, int]], ends: dict[int, list[int]]
) -> list[tuple[int, int]]:
    monkeypatch.setattr(module._Page, "ends", lambda self, first: ends.get(first, []))
    search = Counted(given)
    found = [*search.blocks("", bags)]
    assert [(one.start, one.end) for one in found] == [(first, end) for first, (end, _) in given.items()]
    return search.asked


def test_the_ends_are_tried_in_turn_until_one_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    bags = [line("ớ")] * 5
    tried = asked(monkeypatch, bags, {0: (1, 2), 2: (2, 1)}, {0: [2, 1, 3], 2: [2, 4], 3: [4], 4: []})
    assert tried == [(0, 2), (0, 1), (2, 2), (3, 4)]


@pytest.mark.parametrize(
    ("letters", "put", "goes_on"),
    [
        pytest.param(60, 0, True, id="sixty letters"),
        pytest.param(61, 0, False, id="more, and none went back"),
        pytest.param(100, 30, True, id="three of ten went back"),
        pytest.param(100, 29, False, id="fewer did"),
    ],
)
def test_where_few_letters_go_back_no_more_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, letters: int, put: int, goes_on: bool
) -> None:
    bags = [line("ớ" * letters), line("ớ"), line("ớ")]
    ends = {0: [0], 1: [1], 2: [2]}
    given = {0: (0, put)} if put else {}
    tried = asked(monkeypatch, bags, given, ends)
    assert ((1, 1) in tried) == goes_on
