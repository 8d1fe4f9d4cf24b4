"""What the place of a line adds, by the kernel and by numpy: each condition on both sides of its border."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.deciding.place import by_place
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.lm import kernel


@pytest.fixture(params=["kernel", "numpy"], autouse=True)
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by the compiled kernel and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


def shifts(texts: list[str], odds: list[float], article: tuple[int, int] = (0, 0)) -> list[float]:
    """What is added to each line's log-odds; ``article`` are the lines of the main text."""
    main = np.zeros(len(texts), bool)
    main[slice(*article)] = True
    return [round(float(each), 2) for each in by_place(read("\n".join(texts)), np.array(odds, np.float32), main)]


MENU, SAYS = "Tin mới", "Gió về qua bến"
LONG = "Gió về qua bến cũ chiều nay"  # seven words


@pytest.mark.parametrize(
    ("line", "added"),
    [
        (SAYS, 0.8),
        (LONG, 0.8),
        (LONG + " rồi", 0.0),  # eight words are a sentence
        (MENU, 0.8),
        ("Gió về.", 0.8),  # two words
        ("Gió về rồi.", -1.0),
        ("Gió về rồi!", -1.0),
        ("Gió về rồi?", -1.0),
        ("Gió về rồi..", 0.8),
        ("Gió về rồi:", 0.8),
        (LONG + " rồi.", -1.0),
    ],
)
def test_what_is_a_sentence(line: str, added: float) -> None:
    """Twenty lines say surely something, a menu of five is far away."""
    texts = [MENU] * 5 + [SAYS] * 20 + [line]
    odds = [9.0] * 5 + [-3.0] * 20 + [1.0]
    assert shifts(texts, odds)[-1] == added


@pytest.mark.parametrize(("sure", "added"), [(8, 0.8), (7, -0.8)])
def test_twice_as_many_lines_are_sure_as_are_doubtful(sure: int, added: float) -> None:
    texts = [MENU] * 20 + [SAYS] * sure + [SAYS] * 4 + [SAYS] * 10
    odds = [9.0] * 20 + [-1.1] * sure + [1.9, -0.9, 1.0, 1.0] + [2.0, -1.0] * 5
    assert shifts(texts, odds)[20 + sure + 9] == added


@pytest.mark.parametrize(("likely", "added"), [(9, 1.2), (8, 0.8)])
def test_half_of_the_lines_around(likely: int, added: float) -> None:
    """Of eight lines above, eight below and itself."""
    texts = [MENU] * 3 + [SAYS] * 40
    odds = [9.0] * 3 + [-3.0] * 12 + [2.0] * likely + [-3.0] * (28 - likely)
    assert shifts(texts, odds)[15 + likely // 2] == added
    odds[15 : 15 + likely] = [1.99] * likely
    assert shifts(texts, odds)[15 + likely // 2] != 1.2


@pytest.mark.parametrize(("at", "added"), [(7, 1.2), (8, 1.2), (9, 0.8), (16, 0.8)])
def test_around_is_eight_lines_above_and_below(at: int, added: float) -> None:
    """Nine lines of furniture, then what is said: of seventeen lines at least nine are needed, fewer at the edge."""
    texts = [MENU] * 9 + [SAYS] * 30
    odds = [9.0] * 9 + [-3.0] * 30
    assert shifts(texts, odds)[at] == added


@pytest.mark.parametrize(
    ("line", "value", "added"),
    [
        (SAYS, 9.0, 0.8),
        (LONG, 9.0, 0.8),
        (LONG + " rồi", 9.0, 0.0),
        (MENU, 9.0, 0.0),
        (SAYS, 2.5, 0.8),
        (SAYS, 2.4, 0.0),
    ],
)
def test_outside_of_the_main_text(line: str, value: float, added: float) -> None:
    texts = [MENU] * 10 + [SAYS] * 30 + [line] * 9
    odds = [9.0] * 10 + [-3.0] * 30 + [value] * 9
    moved = shifts(texts, odds, (20, 40))
    assert moved[20:40] == [-1.0] * 20
    assert moved[-1] == added
    assert moved[19] == 0.0


@pytest.mark.parametrize(("doubtful", "less"), [(35, 0.0), (36, 1.0)])
def test_where_the_classifier_is_unsure(doubtful: int, less: float) -> None:
    texts = [MENU] * 6 + [SAYS] * 94
    odds = [-3.0] * (100 - doubtful) + [1.0] * doubtful
    moved = shifts(texts, odds, (6, 20))
    assert moved[6] == -1.0 - less
    assert moved[-1] == 0.0 - less


@pytest.mark.parametrize(("hinted", "less"), [(5, 0.0), (4, 0.8)])
def test_where_hardly_a_line_speaks_of_furniture(hinted: int, less: float) -> None:
    texts = [MENU] * hinted + [SAYS] * (99 - hinted)
    moved = shifts(texts, [-3.0] * 99, (20, 40))
    assert moved[30] == round(-1.0 - less, 2)


@pytest.mark.parametrize(
    ("lines", "mean", "said", "front"),
    [(100, 2.1, 0, True), (99, 2.1, 0, False), (100, 2.0, 0, False), (100, 9.0, 9, True), (100, 9.0, 10, False)],
)
def test_a_front_page(lines: int, mean: float, said: int, *, front: bool) -> None:
    texts = [MENU] * (lines - said) + ["Gió bấc"] * said
    moved = shifts(texts, [mean] * (lines - said) + [-3.0] * said)
    assert (set(moved) == {1.1}) == front
