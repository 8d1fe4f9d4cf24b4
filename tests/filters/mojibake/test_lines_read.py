"""Which lines are read by the tables, which by ftfy and which by neither, with what all of them find given."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.mojibake import filter as module
from vntextclean.filters.mojibake.filter import Mojibake
from vntextclean.misreadings.lost_letters.left_over import is_left_over
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Two lines that ftfy may read.
TEXT = "un cafÃ© noir\nle cafÃ© est fermÃ©"
SECOND = TEXT.index("le")


class Given:
    """Mojibake of which the lines are given; ``asked`` keeps the lines that ftfy read and what it was told of each."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, utf8: bool = True, hurt: tuple[int, ...] = (),
        hidden: tuple[int, ...] = (), proven: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        self.asked: list[tuple[str, bool]] = []
        self.proven: list[tuple[int, int]] = []

        def spans(text: str, starts: tuple[int, ...]) -> list[tuple[int, int]]:
            return [(start, (text + "\n").index("\n", start)) for start in starts]

        def repairs(line: str, *, among_ours: bool) -> Iterator[tuple[int, int, str]]:
            self.asked.append((line, among_ours))
            yield 0, 2, "x"

        def found_in(text: str, lines: list[Any], chooses: bool) -> Iterator[tuple[int, list[Any]]]:
            for line in lines:
                self.proven.append((line.start, line.end))
                one = SimpleNamespace(start=line.start, end=line.start + 1, word="y", kind="lossy", confidence=0.5)
                yield line.start, [one] if line.start in proven else []

        monkeypatch.setattr(module, "may_be_utf8", lambda state: utf8)
        monkeypatch.setattr(module, "hurt_lines", lambda state, is_utf8: spans(state.text, hurt))
        monkeypatch.setattr(
            "vntextclean.misreadings.old_encodings.read_as_utf8.hidden_lines",
            lambda text: [SimpleNamespace(start=start) for start in hidden],
        )
        monkeypatch.setattr("vntextclean.misreadings.reading.reader.found_in", lambda *on: dict(found_in(*on)))
        monkeypatch.setattr("vntextclean.filters.mojibake.foreign_lines.repairs", repairs)

    def edits(self, text: str) -> list[tuple[int, int, str, str, float]]:
        found = list(Mojibake(Settings()).edits(TextState(text)))
        return [(edit.start, edit.end, edit.replacement, edit.rule[9:], edit.confidence) for edit in found]


X = (0, 2, "x", "utf-8", 1.0)
X2 = (SECOND, SECOND + 2, "x", "utf-8", 1.0)
Y, Y2 = (0, 1, "y", "lossy", 0.5), (SECOND, SECOND + 1, "y", "lossy", 0.5)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param({}, [X, X2], id="two lines for ftfy"),
        pytest.param({"utf8": False}, [], id="no UTF-8"),
        pytest.param({"utf8": False, "hidden": (0,), "hurt": (0,), "proven": (0,)}, [Y], id="other tables alone"),
        pytest.param({"hidden": (0,), "hurt": (0,), "proven": (0,)}, [X2], id="the first in an old encoding"),
        pytest.param({"hidden": (0, SECOND), "hurt": (0,)}, [], id="both in an old encoding"),
        pytest.param({"hurt": (0,), "proven": (0,)}, [Y, X2], id="the first proved"),
        pytest.param({"hurt": (SECOND,), "proven": (SECOND,)}, [X, Y2], id="the second proved"),
        pytest.param({"hidden": (0,), "hurt": (0, SECOND), "proven": (0, SECOND)}, [Y2], id="one of each"),
        pytest.param({"hurt": (0,)}, [X2], id="the first read, and nothing found"),
    ],
)
def test_each_line_has_one_reader(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], found: list[tuple[Any, ...]]
) -> None:
    assert Given(monkeypatch, **given).edits(TEXT) == found


def test_lines_for_the_tables_are_those_that_are_hurt(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, hurt=(0, SECOND), hidden=(SECOND,))
    given.edits(TEXT)
    assert given.proven == [(0, SECOND - 1)]


@pytest.mark.parametrize(
    ("text", "given", "ours"),
    [
        pytest.param(TEXT, {}, False, id="nothing of ours"),
        pytest.param(TEXT + "\nđi", {}, True, id="a letter of Vietnamese in the text"),
        pytest.param("la\n" + TEXT, {"hurt": (0,), "proven": (0,)}, True, id="a line is proved"),
        pytest.param("la\n" + TEXT, {"hurt": (0,)}, False, id="a line is read and nothing found"),
    ],
)
def test_what_is_told_of_the_text(
    monkeypatch: pytest.MonkeyPatch, text: str, given: dict[str, Any], ours: bool
) -> None:
    one = Given(monkeypatch, **given)
    one.edits(text)
    assert one.asked == [(line, ours) for line in TEXT.split("\n")]


def test_signs_side_by_side_on_short_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Given(monkeypatch)
    one.edits("Ã©\nÃ©\n\nÃ©")
    assert one.asked == [("Ã©", False)] * 3
    one = Given(monkeypatch, hidden=(0,))
    one.edits("Ã©\nÃ©")
    assert one.asked == [("Ã©", False)]


@pytest.mark.parametrize(
    ("text", "ruined", "left_over", "asked"),
    [
        ("ch\ufffd", False, False, True), ("ch\ufffd", True, False, False), ("ch\ufffd", False, True, False),
        ("ch", False, False, False),
    ],
)  # fmt: skip
def test_unknown_letters_are_not_filled_where_a_text_lost_many(
    monkeypatch: pytest.MonkeyPatch, text: str, ruined: bool, left_over: bool, asked: bool
) -> None:
    Given(monkeypatch)
    ask = TextState.ask
    monkeypatch.setattr(
        TextState, "ask", lambda self, what, *more: left_over if what is is_left_over else ask(self, what, *more)
    )
    state = TextState(text, ruined=ruined)
    with mock.patch.object(Mojibake, "_with_unknown", return_value=[]) as fill:
        list(Mojibake(Settings()).edits(state))
    assert fill.called is asked


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        pytest.param([], True, id="nothing is read"),
        pytest.param([(0, 5)], True, id="before it"),
        pytest.param([(0, 6)], False, id="one letter too far"),
        pytest.param([(0, 6), (1, 2)], False, id="the longer one came first"),
        pytest.param([(8, 9)], True, id="behind it"),
        pytest.param([(8, 9), (0, 6)], False, id="out of order"),
    ],
)
def test_an_unknown_letter_touches_nothing_that_is_read(spans: list[tuple[int, int]], kept: bool) -> None:
    found = SimpleNamespace(start=5, end=8, word="chợ", confidence=0.9)
    made = [Edit(start, end, "", "mojibake.utf-8", "") for start, end in spans]
    with mock.patch("vntextclean.misreadings.reading.unknown_letters.unknown_letters", return_value=[found]):
        edits = Mojibake(Settings())._with_unknown("x" * 20, made)
    assert [edit.replacement for edit in edits if edit.replacement] == ["chợ"] * kept


def test_an_unknown_letter_at_the_beginning() -> None:
    found = SimpleNamespace(start=0, end=3, word="chợ", confidence=0.9)
    with mock.patch("vntextclean.misreadings.reading.unknown_letters.unknown_letters", return_value=[found]):
        (edit,) = Mojibake(Settings())._with_unknown("ch\ufffd", [])
    assert edit[:4] == (0, 3, "chợ", "mojibake.unknown")
