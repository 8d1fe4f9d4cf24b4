"""What words the tokens of a stretch can make, the likeliest way through them, and what is left over."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.split_words.test_broken_lines_borders import lines
from vntextclean.filters.split_words import broken_lines as module
from vntextclean.filters.split_words.broken_lines import BrokenLines
from vntextclean.filters.split_words.search import Broken
from vntextclean.lm.model import Model


def edges(text: str, odd: tuple[int, ...], letters: tuple[int, ...] = ()) -> dict[int, list[tuple[int, float, bool]]]:
    made = lines(text, odd=odd, letters=letters)
    found = made._edges(0, len(made._scan))
    model = Model.open()
    for first, own in found.items():
        for edge in own:
            assert edge.first == first
            if edge.last > first and not edge.left_over:
                joined = text.replace(".", "").split()
                assert model.word(edge.id) == "".join(joined[first : edge.last + 1]).lower()
    return {first: [(edge.last, edge.cost, edge.left_over) for edge in own] for first, own in found.items()}


def test_the_words_that_tokens_make() -> None:
    found = edges("th ự c hi ện", (0, 3), (1, 2))
    assert found[0] == [(0, 14.0, True), (1, 0.0, False), (2, 0.0, False)]  # th, thự, thực
    assert found[1][0] == (1, 0.0, False)
    assert found[4] == [(4, 0.0, False)]


def test_only_what_holds_a_piece_is_joined() -> None:
    assert edges("nhà nước", ()) == {0: [(0, 0.0, False)], 1: [(1, 0.0, False)]}
    assert edges("b à", ()) == {0: [(0, 0.0, False)], 1: [(1, 0.0, False)]}
    assert edges("b à", (0,)) == {0: [(0, 14.0, True), (1, 0.0, False)], 1: [(1, 0.0, False)]}
    assert edges("b à", (), (1,)) == {0: [(0, 0.0, False), (1, 0.0, False)], 1: [(1, 0.0, False)]}


def test_no_word_goes_over_a_mark() -> None:
    assert edges("b.à", (0, 1)) == {0: [(0, 14.0, True)], 1: [(1, 14.0, True)]}


def test_seven_pieces_make_a_syllable() -> None:
    every = tuple(range(7))
    assert (6, 0.0, False) in edges("n g h i ê n g", every)[0]
    assert edges("n g h i ê n g đi", every)[0][-1] == (6, 0.0, False)


class Path:
    """A way through a stretch, given: which tokens are joined, and which are left over."""

    def __init__(self, *edges: tuple[int, int, bool]) -> None:
        self.edges = tuple(module._Edge(first, last, 1, 0.0, over) for first, last, over in edges)


def words(
    monkeypatch: pytest.MonkeyPatch, text: str, joins: list[tuple[int, int]], over: list[int], pieces: int
) -> tuple[list[Broken], bool]:
    made = lines(text)
    flags = np.zeros(len(made._scan), np.bool_)
    flags[:pieces] = True
    made.__dict__["_pieces"] = flags
    taken = {first for first, _ in joins}
    path = [module._Edge(first, last, 1, 0.0, left_over=False) for first, last in joins]
    path += [module._Edge(at, at, 1, 14.0, left_over=True) for at in over if at not in taken]
    monkeypatch.setattr(BrokenLines, "_edges", lambda self, first, last: {})
    monkeypatch.setattr(BrokenLines, "_best", lambda self, first, last, edges: tuple(sorted(path)))
    return made._words(0, len(made._scan))


def test_the_syllables_of_a_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(monkeypatch, "th ực hi ện", [(0, 1), (2, 3)], [], 4) == (
        [Broken(0, 5, "thực", 12.0), Broken(6, 11, "hiện", 12.0)], False,
    )  # fmt: skip
    assert words(monkeypatch, "t o i đi", [(0, 2)], [], 4) == ([], False)  # no marks
    assert words(monkeypatch, "th ực t o", [(0, 1), (2, 3)], [], 4)[0][1].joined == "to"  # one of them has


NG = "ng " * 40 + "th ực"


@pytest.mark.parametrize(
    ("over", "pieces", "joined", "hopeless"),
    [
        pytest.param(2, 40, True, False, id="a twentieth is left over"),
        pytest.param(3, 40, False, False, id="more"),
        pytest.param(13, 40, False, False, id="a third"),
        pytest.param(14, 40, False, True, id="more than a third"),
        pytest.param(3, 8, False, True, id="three of eight: they stay"),
        pytest.param(2, 8, False, False, id="two of eight"),
    ],
)
def test_how_much_may_be_left_over(
    monkeypatch: pytest.MonkeyPatch, over: int, pieces: int, joined: bool, hopeless: bool
) -> None:
    found, is_hopeless = words(monkeypatch, NG, [(40, 41)], [*range(over)], pieces)
    assert (bool(found), is_hopeless) == (joined, hopeless)


@pytest.mark.parametrize(
    ("word", "over", "hopeless"),
    [
        pytest.param("vn", 3, False, id="three that others repair"),
        pytest.param("vn", 4, True, id="four are too many"),
        pytest.param("ng", 3, True, id="three that stay"),
        pytest.param("ng", 2, False, id="two that stay, of six pieces"),
    ],
)
def test_a_few_are_asked_whether_they_stay(
    monkeypatch: pytest.MonkeyPatch, word: str, over: int, hopeless: bool
) -> None:
    assert words(monkeypatch, f"{word} " * 6 + "th ực", [(6, 7)], [*range(over)], 6) == ([], hopeless)


def test_one_misspelt_word_says_nothing_of_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(monkeypatch, "thâp th ực", [(1, 2)], [0], 3)[0] != []
    assert words(monkeypatch, "ng th ực", [(1, 2)], [0], 3)[0] == []
    assert words(monkeypatch, "thâp thâp th ực", [(2, 3)], [0, 1], 3)[0] == []


def test_a_stretch_that_comes_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, int]] = []

    def read(self: BrokenLines, first: int, last: int) -> tuple[list[Broken], bool]:
        calls.append((first, last))
        return [Broken(0, 5, "thực", 12.0)], True

    monkeypatch.setattr(BrokenLines, "_words", read)
    made = lines("th ực hi ện, th ực hi ện")
    assert made._read(0, 4) == [Broken(0, 5, "thực", 12.0)]
    assert made._read(4, 8) == [Broken(13, 18, "thực", 12.0)]
    assert calls == [(0, 4)]
    assert made._hopeless == [(0, 11), (13, 24)]


def test_the_likeliest_way(monkeypatch: pytest.MonkeyPatch) -> None:
    made = lines("th ực hi ện")
    one, two, three = (module._Edge(first, last, number, cost, left_over=False) for first, last, number, cost in (
        (0, 0, 101, 1.0), (1, 1, 102, 0.0), (0, 1, 103, 0.0),
    ))  # fmt: skip
    rest = module._Edge(2, 3, 104, 0.0, left_over=False)
    scores: dict[Any, float] = {
        (module.SENTENCE, 101): -1.0, (module.SENTENCE, 103): -4.0, (101, 102): -1.0, (102, 104): -1.0,
        (103, 104): -0.5,
    }  # fmt: skip
    monkeypatch.setattr(BrokenLines, "_scores", lambda self, first, last, edges: scores)
    ways = {0: [one, three], 1: [two], 2: [rest], 3: []}
    assert made._best(0, 4, ways) == (one, two, rest)  # -1 - 1 - 1 - 1 = -4 against -4.5
    scores[103, 104] = 0.1
    assert made._best(0, 4, ways) == (three, rest)


def test_the_pairs_that_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    made = lines("th ực hi ện")
    asked: list[tuple[int, int]] = []

    def bigrams(model: Model, before: Any, after: Any) -> tuple[Any, Any]:
        asked.extend(zip(before.tolist(), after.tolist(), strict=True))
        return np.arange(len(before), dtype=np.float32), np.ones(len(before), np.bool_)

    monkeypatch.setattr(module, "bigrams", bigrams)
    edge = module._Edge
    ways = {0: [edge(0, 0, 101, 0.0, False), edge(0, 1, 103, 0.0, False)], 1: [edge(1, 1, 102, 0.0, False)]}
    scores = made._scores(0, 2, ways)
    assert asked == sorted([(module.SENTENCE, 101), (module.SENTENCE, 103), (101, 102)])
    assert scores == {pair: float(number) for number, pair in enumerate(asked)}


def test_which_tokens_may_be_pieces() -> None:
    made = BrokenLines(
        SimpleNamespace(survey=SimpleNamespace(doubtful=lambda scan: np.array([0, 1]))),  # type: ignore[arg-type]
        Model.open().scan("xzqt xzqtp b 5 nhà"),
    )
    assert made._odd.tolist() == [True, False, False, False, False]  # four letters at most
    assert made._pieces.tolist() == [True, False, True, False, False]  # a letter, and no digit
