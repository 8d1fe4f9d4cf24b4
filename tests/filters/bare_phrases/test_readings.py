"""What becomes of a run: which words change, what it reads then, and how far it is to be believed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.bare_phrases import readings as module
from vntextclean.filters.bare_phrases.detect import UNKNOWN
from vntextclean.filters.bare_phrases.phrase import Reading
from vntextclean.filters.bare_phrases.readings import LineReader, _is_deliberate, _window
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD
from vntextclean.vietnamese.tone_style import Style

MODEL = Model.open()
TEXT = "Hôm ấy nhung nguoi duoc moi đã đến."


def number(word: str) -> int:
    return int(MODEL.scan(word).ids[0])


def reading(
    text: str, run: tuple[int, int], given: dict[int, str], certain: dict[int, float] | None = None,
    style: Style = "keep",
) -> Reading | None:  # fmt: skip
    """How a run reads with the words that are given, each by its token."""
    scan = MODEL.scan(text)
    chosen, sure = scan.ids.copy(), np.ones(len(scan), np.float32)
    for token, word in given.items():
        chosen[token] = number(word)
    for token, share in (certain or {}).items():
        sure[token] = share
    return LineReader(MODEL, MODEL)._reading(scan, *run, chosen, sure, style)  # type: ignore[arg-type]


ALL = {2: "những", 3: "người", 4: "được", 5: "mời"}


@pytest.mark.parametrize(
    ("text", "given", "becomes"),
    [
        pytest.param(TEXT, ALL, "những người được mời", id="all change"),
        pytest.param(TEXT, {2: "những", 3: "người", 4: "được"}, "những người được", id="all but the last"),
        pytest.param(TEXT, {3: "người", 4: "được", 5: "mời"}, "người được mời", id="all but the first"),
        pytest.param(TEXT, {2: "những", 4: "được"}, "những nguoi được", id="two of three"),
        pytest.param(TEXT, {2: "những", 3: "người"}, None, id="two in a row"),
        pytest.param(TEXT, {4: "được", 5: "mời"}, None, id="the last two"),
        pytest.param(TEXT, {3: "người"}, None, id="one"),
        pytest.param(TEXT, {}, None, id="none"),
        pytest.param(TEXT, {0: "Hom", 1: "ay", **ALL, 6: "da"}, "những người được mời", id="words beside the run"),
        pytest.param("Hôm ấy nhung 20 nguoi đã đến.", {2: "những", 3: "người", 4: "người"}, "những 20 người",
                     id="a number in it"),
        pytest.param("Hôm ấy nhung nguoi 20 moi đã đến.", {2: "những", 3: "người", 4: "được"}, None,
                     id="a number behind them"),
        pytest.param("Hôm ấy NHUNG Nguoi duoc moi đã đến.", ALL, "NHỮNG Người được mời", id="capitals"),
        pytest.param("Hôm ấy nhung/nguoi duoc moi đã đến.", ALL, None, id="a path"),
        pytest.param("Hôm ấy nhung nguoi duoc.moi đã đến.", ALL, None, id="an address"),
        pytest.param("Hôm ấy nhung, nguoi duoc moi đã đến.", ALL, "những, người được mời", id="a comma"),
        pytest.param("nhung nguoi duoc/đến đã ra", {0: "những", 1: "người", 2: "được"}, "những người được",
                     id="a path behind it"),
        pytest.param("Hôm ấy nhung nguoi duoc moi, những người được mời đã.", ALL, None, id="the line shows both"),
        pytest.param("Hôm ấy nhung nguoi duoc moi, NHỮNG NGƯỜI được mời.", ALL, None, id="in other capitals"),
        pytest.param("Hôm ấy nhung nguoi duoc moi", ALL, "những người được mời", id="at the end"),
        pytest.param(TEXT, {2: "những", 3: "người", 4: "đi", 5: "mời"}, None, id="a word of another length"),
    ],
)  # fmt: skip
def test_how_a_run_reads(text: str, given: dict[int, str], becomes: str | None) -> None:
    run = (0, 3) if text.startswith("nhung") else (2, min(6, len(MODEL.scan(text))))
    found = reading(text, run, given)
    assert (found and found.replacement) == becomes
    if found:
        same = MODEL.scan(text[found.start : found.end]).text
        assert [*map(len, same.split())] == [*map(len, found.replacement.split())]
        assert found.words == sum(old != new for old, new in zip(same.split(), found.replacement.split(), strict=True))


def test_a_word_that_is_not_sure_stays() -> None:
    found = reading(TEXT, (2, 6), ALL, {2: 0.5})
    assert found is not None
    assert (found.start, found.replacement, found.words) == (13, "người được mời", 3)
    found = reading(TEXT, (2, 6), ALL, {3: 0.5})
    assert found is not None
    assert (found.start, found.replacement, found.words) == (7, "những nguoi được mời", 3)
    assert reading(TEXT, (2, 6), ALL, {2: 0.5, 5: 0.5}) is None


def test_how_sure_a_reading_is() -> None:
    found = reading(TEXT, (2, 6), ALL, {2: 0.999, 4: 0.998})
    assert found is not None
    assert found.sure == pytest.approx(np.log(0.999) + np.log(0.998), abs=1e-6)
    assert not found.deliberate
    assert found.gain > 2


@pytest.mark.parametrize(("style", "word"), [("keep", "hoà"), ("new", "hoà"), ("old", "hòa")])
def test_the_place_of_the_tone(style: Style, word: str) -> None:
    found = reading("Thuỷ, quý vị muon hoa binh nay đã lâu", (3, 7), {3: "muốn", 4: "hòa", 5: "bình"}, style=style)
    assert found is not None
    assert found.replacement == f"muốn {word} bình"


@pytest.mark.parametrize(
    ("text", "changed", "deliberate"),
    [
        pytest.param(TEXT, [2, 3, 4, 5], False, id="words"),
        pytest.param("Hôm ấy Nhung Nguoi duoc moi đã đến.", [2, 3, 4, 5], False, id="two of a name and two words"),
        pytest.param("Hôm ấy Nhung Nguoi Duoc moi đã đến.", [2, 3, 4, 5], True, id="a name and one word"),
        pytest.param("Hôm ấy. Nhung nguoi đã đến.", [2, 3], False, id="a capital at the head of a sentence"),
        pytest.param("Hôm ấy, Nhung nguoi đã đến.", [2, 3], True, id="a capital inside one"),
        pytest.param("Hôm ấy NHUNG NGUOI DUOC moi đã đến.", [2, 3, 4, 5], True, id="in other capitals than the line"),
        pytest.param("Hôm ấy NHUNG NGUOI duoc moi đã đến.", [2, 3, 4, 5], False, id="two words in capitals"),
        pytest.param("HÔM ẤY NHUNG NGUOI DUOC moi đã đến", [2, 3, 4, 5], False, id="a line in capitals"),
        pytest.param("HÔM ấy NHUNG NGUOI DUOC moi đã đến", [2, 3, 4, 5], True, id="half of it in capitals"),
        pytest.param("Hôm ấy “nhung nguoi” đã đến.", [2, 3], True, id="quoted"),
        pytest.param("Hôm ấy (nhung nguoi.) đã đến.", [2, 3], True, id="with a full stop"),
        pytest.param("Hôm ấy ( nhung nguoi ) đã đến.", [2, 3], True, id="with blanks"),
        pytest.param("Hôm ấy (nhung nguoi đã đến.", [2, 3], False, id="it opens only"),
        pytest.param("Hôm ấy nhung nguoi) đã đến.", [2, 3], False, id="it closes only"),
        pytest.param("nhung nguoi) đã đến.", [0, 1], False, id="it closes, and nothing is before it"),
        pytest.param("Hôm ấy (nhung nguoi", [2, 3], False, id="it opens, and nothing is behind it"),
        pytest.param("nhung nguoi", [0, 1], False, id="nothing around it"),
    ],
)
def test_what_seems_deliberate(text: str, changed: list[int], deliberate: bool) -> None:
    assert _is_deliberate(MODEL.scan(text), changed) is deliberate


@pytest.mark.parametrize("begin", [1, PAD - 1, PAD, PAD + 2])
def test_the_gain_is_summed_from_the_first_changed_word_to_what_it_bears_on(begin: int) -> None:
    """Of scores that all tell the whole stream, which is one behind each word that bears on the run."""
    streams: list[list[int]] = []

    def scores(stream: Any) -> Any:
        streams.append(stream.tolist())
        return np.arange(1, len(stream), dtype=np.float32) * stream.sum()

    scan: Any = SimpleNamespace(
        at=np.array([0, begin, begin + 1, begin + 3], np.int32),
        stream=np.ones(30, np.int32),
        known=np.ones(4, np.bool_),
    )
    chosen = np.array([9, 4, 9, 3], np.int32)
    reader = LineReader(SimpleNamespace(stream_scores=scores), MODEL)  # type: ignore[arg-type]
    gain = reader._gain(scan, [1, 3], chosen)
    left = min(begin, PAD)
    read = [1] * left + [4, 1, 1, 3] + [1] * PAD
    assert sorted(streams) == sorted([read, [1] * len(read)])
    assert gain == pytest.approx(5 * sum(range(left, len(read))) / 2)


def test_the_gain_over_a_word_that_is_unknown() -> None:
    scan: Any = SimpleNamespace(
        at=np.array([0, 5, 6, 8], np.int32), stream=np.ones(30, np.int32), known=np.array([True, True, True, False])
    )
    scores = iter([np.zeros(2 * PAD + 3, np.float32), np.arange(2 * PAD + 3, dtype=np.float32) - 40])
    reader = LineReader(SimpleNamespace(stream_scores=lambda stream: next(scores)), MODEL)  # type: ignore[arg-type]
    gain = reader._gain(scan, [1, 3], np.ones(4, np.int32))
    begin = min(5, PAD) - 1
    old = [float(score - 40) for score in range(begin, 2 * PAD + 3)]
    assert old[3] < UNKNOWN
    assert gain == pytest.approx(-sum(old) / 2)
    scores = iter([np.zeros(2 * PAD + 3, np.float32), np.full(2 * PAD + 3, -1, np.float32)])
    assert reader._gain(scan, [1, 3], np.ones(4, np.int32)) == pytest.approx((len(old) - 1 - UNKNOWN) / 2)


@pytest.mark.parametrize("first", [0, 1, 5])
def test_the_window_around_runs(first: int) -> None:
    at = np.array([2, 3, 5, 6, 7, 8, 20, 30], np.int32)
    scan: Any = SimpleNamespace(stream=np.zeros(40), at=at)
    free = np.zeros(8, np.bool_)
    free[[0, first, 6]] = True
    places, words = _window(scan, [(first, first + 2)], free)
    low, high = int(at[first]), int(at[first + 1])
    assert places.tolist() == [*range(max(0, low - PAD), high + PAD + 1)]
    tokens = {int(at[token]): token for token in (0, first, 6)}
    assert words.tolist() == [tokens.get(place, -1) for place in places.tolist()]


class Given:
    """A reader whose lattice says what is given; ``asked`` keeps what was made of it for each run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, outstanding: bool = True) -> None:
        self.asked: list[tuple[int, int, list[int], list[float], str]] = []
        self.free: list[list[int]] = []
        self.words = np.array([-1, 0, 2], np.int64)
        marked, ba = number("bà"), number("ba")
        ids = np.array([[0, 0, 0], [ba, marked, int(MODEL.title_of[marked])], [marked, ba, 0]], np.int32)
        share = np.array([[1, 0, 0], [0.4, 0.3, 0.3], [0.2, 0.8, 0]], np.float32)
        piece = SimpleNamespace(ids=ids, posterior=lambda: share)

        def window(scan: Any, runs: Any, free: Any) -> Any:
            self.free.append(np.flatnonzero(free).tolist())
            return np.arange(3), self.words

        def read(
            _: Any, scan: Any, first: int, last: int, chosen: Any, certain: Any, style: Any
        ) -> tuple[int, int] | None:
            self.asked.append((first, last, chosen.tolist(), certain.tolist(), style))
            return (first, last) if first else None

        monkeypatch.setattr(module, "stands_out", lambda scan, first, last: outstanding)
        monkeypatch.setattr(module, "_window", window)
        monkeypatch.setattr(module, "candidates", lambda *asked: ())
        monkeypatch.setattr(module, "lattice", SimpleNamespace(Lattice=lambda *asked: piece))
        monkeypatch.setattr(LineReader, "_reading", read)

    def readings(self, text: str, runs: list[tuple[int, int]], style: Style = "keep") -> Any:
        return LineReader(MODEL, lambda scan: runs).readings(MODEL.scan(text), style)  # type: ignore[arg-type]


def test_runs_that_do_not_stand_out_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, outstanding=False)
    assert given.readings("ba ba ba ba", [(0, 3)]) == []
    assert given.free == given.asked == []


def test_each_word_gets_the_likeliest_spelling_whatever_its_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch)
    text = "ba 20 ba iPhone con"
    assert given.readings(text, [(0, 2), (1, 5)]) == [(1, 5)]  # one of the two runs has no reading
    assert given.free == [[0, 2, 4]]
    ids = MODEL.scan(text).ids.tolist()
    chosen = [number("bà"), ids[1], number("ba"), *ids[3:]]
    for run, found in zip([(0, 2), (1, 5)], given.asked, strict=True):
        assert found[:3] == (*run, chosen)
        assert found[3] == pytest.approx([0.6, 1, 0.8, 1, 1])
        assert found[4] == "old"


@pytest.mark.parametrize(("style", "own"), [("keep", "new"), ("old", "old"), ("new", "new")])
def test_the_style_of_the_line_is_kept(monkeypatch: pytest.MonkeyPatch, style: Style, own: Style) -> None:
    given = Given(monkeypatch)
    given.readings("ba hoà ba thuỷ con", [(1, 3)], style)
    assert given.asked[0][4] == own
