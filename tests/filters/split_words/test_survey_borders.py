"""What a survey looks at: which words are doubtful, which stretches around them are tried, without the kernel."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.split_words.survey import ALONE, Survey, Surveyor
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.known_words import likeliest
from vntextclean.lm.syllables import spelt_by_rule
from vntextclean.lm.text.scan import NUMBER

MODEL = Model.open()
SURVEYOR = Surveyor(MODEL)


def test_which_words_stand_on_their_own() -> None:
    legal, likely = MODEL.derived(spelt_by_rule), likeliest(MODEL)
    plain = legal & (likely > -10.3)
    plain[NUMBER] = True
    made = Surveyor(MODEL)
    assert np.array_equal(made.plain, plain)
    settled = plain.copy()
    settled[MODEL.ids(sorted(ALONE))] = False
    assert np.array_equal(made._settled, settled)
    assert {*ALONE} == {*"aeiouy"} and plain[MODEL.ids(["a"])[0]]


def test_which_syllables_are_worth_joining_to() -> None:
    worth = MODEL.derived(spelt_by_rule) & (likeliest(MODEL) > -12.9)
    assert Surveyor(MODEL).joinable == {MODEL.words[number]: number for number in worth.nonzero()[0].tolist()}


def test_doubtful_words() -> None:
    assert SURVEYOR.doubtful(MODEL.scan("Cơ quan nhà n ước 12 ch a")).tolist() == [3, 6]


def tried(text: str, *doubtful: int) -> list[tuple[int, int, str]]:
    return [*SURVEYOR._stretches(MODEL.scan(text), [*doubtful])]


@pytest.mark.parametrize(
    ("text", "doubtful", "found"),
    [
        pytest.param("a b c d e", (), [], id="none"),
        pytest.param(
            "a b c d e", (2,),
            [(2, 3, "c d"), (2, 4, "c d e"), (1, 2, "b c"), (1, 3, "b c d"), (0, 2, "a b c")],
            id="up to three words with it",
        ),
        pytest.param("a b c", (0,), [(0, 1, "a b"), (0, 2, "a b c")], id="the first"),
        pytest.param("a b c", (2,), [(1, 2, "b c"), (0, 2, "a b c")], id="the last"),
        pytest.param("a", (0,), [], id="it alone"),
        pytest.param("a b  c d", (1,), [(0, 1, "a b")], id="two spaces behind"),
        pytest.param("a b  c d", (2,), [(2, 3, "c d")], id="two spaces before"),
        pytest.param("a  b c d", (2,), [(2, 3, "c d"), (1, 2, "b c"), (1, 3, "b c d")], id="two spaces farther left"),
        pytest.param("a b c  d", (1,), [(1, 2, "b c"), (0, 1, "a b"), (0, 2, "a b c")], id="and farther right"),
        pytest.param(
            "a b c d", (1, 2),
            [(1, 2, "b c"), (1, 3, "b c d"), (0, 1, "a b"), (0, 2, "a b c"), (2, 3, "c d")],
            id="what was tried around the one before is not tried again",
        ),
        pytest.param("nghiê a b", (0,), [(0, 1, "nghiê a"), (0, 2, "nghiê a b")], id="seven letters"),
        pytest.param("nghiên a b", (0,), [(0, 1, "nghiên a")], id="eight letters of three"),
        pytest.param("nghiênh a b", (0,), [], id="it is as long as a syllable"),
        pytest.param("a nghiênh", (1,), [], id="so is the one behind"),
        pytest.param("nghiênh a b", (1,), [(1, 2, "a b")], id="the one before is too long"),
        pytest.param("nghiên a b", (1,), [(1, 2, "a b"), (0, 1, "nghiên a")], id="one letter less"),
        pytest.param("a b nghiênh", (1,), [(0, 1, "a b")], id="the one behind is too long"),
        pytest.param("a b nghiên", (1,), [(1, 2, "b nghiên"), (0, 1, "a b")], id="with two it is too long"),
        pytest.param("a b nghiên", (2,), [(1, 2, "b nghiên")], id="and from behind"),
        pytest.param("a b nghiê", (2,), [(1, 2, "b nghiê"), (0, 2, "a b nghiê")], id="seven letters from behind"),
    ],
)  # fmt: skip
def test_the_stretches_around_a_doubtful_word(
    text: str, doubtful: tuple[int, ...], found: list[tuple[int, int, str]]
) -> None:
    assert tried(text, *doubtful) == found


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("Cơ quan nhà n ước", [(3, 4), (2, 3)]),
        ("Cơ quan nhà N Ư ỚC", [(3, 4), (3, 5), (2, 3), (4, 5)]),  # nư, nước, nhàn, ước
        ("Cơ quan nhà nước", []),
        ("có ho a ở đó", [(1, 2)]),  # a vowel alone
        ("có 3 a ở đó", []),
    ],
)
def test_without_the_kernel_every_text_may_hold_all(
    monkeypatch: pytest.MonkeyPatch, text: str, joins: list[tuple[int, int]]
) -> None:
    monkeypatch.setattr(kernel, "native", None)
    assert SURVEYOR(MODEL.scan(text)) == Survey(joins, broken=True, spaced=True)


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
def test_what_the_kernel_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(kernel, "handle", lambda *asked: told.append(asked) or "held")
    surveyor = Surveyor(MODEL)
    assert surveyor._held == "held"
    ((name, model, settled, joinable, numbers, share),) = told  # type: ignore[misc]
    assert (name, model) == ("split_words", MODEL.compiled)
    assert settled is surveyor._settled and joinable is surveyor._joinable
    assert (numbers, share) == ((7, 3, 4, 4, 2, 5), 0.35)


def test_a_model_without_kernel_is_surveyed_all_the_same() -> None:
    surveyor = Surveyor(MODEL)
    surveyor.__dict__["_held"] = None
    assert surveyor(MODEL.scan("nhà n ước")) == Survey([(1, 2), (0, 1)], broken=True, spaced=True)
