"""What the search for run-ons puts together, with numbers and dates given, and words behind the address of a site."""

from __future__ import annotations

import math
from typing import Any

import pytest

from vntextclean.filters.run_ons import search as module
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.filters.run_ons.search import RunOnSearch, _behind_sites
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Zing.vnTheo bà", "Theo"),
        ("ing.vnTheo bà", "Theo"),
        ("ng.vnTheo bà", "Theo"),  # a short name at the beginning of the text
        ("a g.vnTheo bà", None),  # one letter
        ("a ng.vnTheo bà", None),  # two letters
        ("a ing.vnTheo bà", "Theo"),
        ("Zing.vntheo bà", None),  # no capital
        ("Zing.vnđến bà", "đến"),  # a mark
        ("Zing.comTheo bà", "Theo"),
        ("Zing.netTheo bà", "Theo"),
        ("Zing.orgTheo bà", "Theo"),
        ("Zing.infoTheo bà", "Theo"),
        ("Zing.eduTheo bà", None),
        ("Zing.vnThxo bà", None),  # no syllable
        ("Zing.vnTheo/ bà", None),
        ("Zing.vnTheo. Bà", None),
        ("Zing.vnTheo, bà", "Theo"),
        ("Zing.vnÝ bà", None),  # one letter
        ("Zing.vnNghiêng bà", "Nghiêng"),
    ],
)
def test_a_word_behind_a_site(text: str, word: str | None) -> None:
    found = [*_behind_sites(text, set())]
    assert [one.pieces[1] for one in found] == ([] if word is None else [word])
    for one in found:
        start = text.index(".") + 1
        end = text.index(one.pieces[1]) + len(one.pieces[1])
        site = text[start : end - len(one.pieces[1])]
        assert one == RunOn(start, end, (site, one.pieces[1]), (" ",), 3.0, math.inf, True, False)
        assert [*_behind_sites(text, {end})] == [] and [*_behind_sites(text, {end - 1})] == found


def run_on(start: int, first: str, second: str) -> RunOn:
    return RunOn(start, start + len(first + second), (first, second), (" ",), 9.0, math.inf, True, True)


def test_a_date_takes_the_place_of_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Bà con ra suối"
    numbers = [run_on(7, "ra", "su"), run_on(0, "Bà", "con")]
    date = RunOn(9, 9, ("", ""), (" ",), 6.0, math.inf, True, True)
    dates = [date]
    asked: list[Any] = []
    monkeypatch.setattr(module, "number_joins", lambda *given: numbers)
    monkeypatch.setattr(module, "date_joins", lambda text, scan, touching, done: asked.append(done) or dates)
    search = RunOnSearch(MODEL)
    scan = MODEL.scan(text)
    assert search.find(scan, lambda one: one.start == 0) == [numbers[1], date]
    assert asked == [[numbers[1]]]
    dates.clear()
    assert search.find(scan, lambda one: True) == [numbers[1], numbers[0]]
    numbers.clear()
    assert search.find(scan, lambda one: True) == []
