"""The kernel refuses what does not fit: one test for each kind of fault that was found in it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.native.recorded import Call, record
from vntextclean.lm import kernel
from vntextclean.lm.model import Model

pytestmark = pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")

HUGE = np.iinfo(np.int64).max
NO_BITS = np.zeros(0, np.uint8)


@pytest.fixture(scope="module")
def calls() -> dict[str, list[Call]]:
    return record()


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


def longs(*numbers: int) -> np.ndarray[Any, Any]:
    return np.array(numbers, np.int64)


def changed(call: Call, at: int, value: Any) -> tuple[Any, ...]:
    return (*call.arguments[:at], value, *call.arguments[at + 1 :])


def test_a_place_without_candidates_is_refused(calls: dict[str, list[Call]]) -> None:
    call = calls["opinions"][0]
    counts = call.arguments[10].copy()
    ids, gains = call.arguments[11][counts[0] :], call.arguments[12][counts[0] :]
    counts[0] = 0
    with pytest.raises(IndexError):
        kernel.native.opinions(*call.arguments[:10], counts, ids, gains)


@pytest.mark.parametrize("at", [-4, -HUGE - 1, HUGE])
def test_a_place_outside_the_text_is_refused(at: int, calls: dict[str, list[Call]]) -> None:
    call = calls["opinions"][0]
    with pytest.raises(IndexError):
        kernel.native.opinions(*changed(call, 8, np.full_like(call.arguments[8], at)))
    call = next(one for one in calls["find_lost_words"] if len(one.arguments) == 9)
    with pytest.raises(IndexError):
        kernel.native.find_lost_words(*changed(call, 1, np.full_like(call.arguments[1], at)))
    for name in ("search", "propose"):
        call = calls[name][0]
        scan, count, size = call.arguments[3]
        places = np.frombuffer(spoilt := bytearray(scan), np.int64, count, 8 * (size + 2 * count))
        places[:] = at
        with pytest.raises(IndexError):
            getattr(kernel.native, name)(*changed(call, 3, (spoilt, count, size)))


@pytest.mark.parametrize("wrong", [(-1, 0), (1, 0), (0, 1), (0, -1), (HUGE, 0), (0, HUGE), (-HUGE, -HUGE)])
def test_a_scan_of_another_size_is_refused(wrong: tuple[int, int], calls: dict[str, list[Call]]) -> None:
    for name in ("search", "propose"):
        call = calls[name][0]
        scan, count, size = call.arguments[3]
        for other in ((scan, wrong[0] + count, wrong[1] + size), (scan, *wrong), (scan[1:], count, size)):
            with pytest.raises((ValueError, OverflowError)):
                getattr(kernel.native, name)(*changed(call, 3, other))
        with pytest.raises(ValueError, match="does not fit its text"):
            getattr(kernel.native, name)(*changed(call, 2, call.arguments[2] + "a"))


@pytest.mark.parametrize("wrong", [-1, 1, 1 - 405_504])
def test_bits_that_do_not_fit_the_bigrams_are_refused(wrong: int, model: Model) -> None:
    size, slots = len(model.log_prob), len(model.ngrams.table(2).slots)
    tables = (
        np.zeros(size, np.bool_),
        np.zeros(size, np.int32),
        longs(0),
        longs(0),
        longs(),
        (1.0, -20.0, 2.0, 6.0, 7, 4),
    )
    bits = np.zeros(-(-slots // 4) + wrong, np.uint8)
    with pytest.raises(ValueError, match="do not fit"):
        kernel.native.candidates(model.ngrams.compiled, *tables, bits)
    assert kernel.native.candidates(model.ngrams.compiled, *tables, NO_BITS)


@pytest.mark.parametrize(("start", "length"), [(HUGE, 1), (1, HUGE), (HUGE, HUGE), (-1, 1), (0, -1), (HUGE - 1, 5)])
def test_a_stretch_whose_end_overflows_is_refused(start: int, length: int, model: Model) -> None:
    one, ids, size = longs(start), longs(5, 6, 7), model.size
    ngrams = model.ngrams.compiled
    thresholds = (1.0, -20.0, 2.0, 6.0, 7, 4)
    with pytest.raises(ValueError, match="do not fit"):
        kernel.native.candidates(
            ngrams, np.zeros(size, np.bool_), np.zeros(size, np.int32), one, longs(length), ids, thresholds, NO_BITS
        )


@pytest.mark.parametrize("listed", [0, 2, 4, 255])
def test_lists_of_collocates_that_are_longer_or_shorter_than_said_are_refused(listed: int, model: Model) -> None:
    counts = np.zeros(model.size, np.uint8)
    counts[20] = 3
    thresholds = (-9.0, 2.0, 4.0, 0.5, 3, 4, model.size, 25.5, 0.0)
    good, bad = ((counts, np.full(count, 9, np.uint16), np.full(count, 255, np.uint8)) for count in (3, listed))
    asked = model.ngrams.compiled, thresholds, model.log_prob
    assert kernel.native.lost_words(*asked, *good, *good)
    for sides in ((*bad, *good), (*good, *bad)):
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.lost_words(*asked, *sides)


def test_parts_of_words_are_noted_within_bounds(model: Model) -> None:
    legal, few = np.zeros(model.size, np.bool_), np.zeros(9, np.bool_)
    note = kernel.native.note_parts
    for beginning, ends in (("", ""), ("", "\n\n"), ("x" * 40, "à\ná"), ("th", "x" * 40 + "\nôi"), ("1", "2\n<s>")):
        note(model.compiled, beginning, ends, legal)
        note(model.compiled, beginning, ends, few)  # as many words as the array has room for
    assert [model.word(number) for number in legal.nonzero()[0].tolist()] == ["thôi"]
    assert not few.any()
    with pytest.raises(TypeError):
        note(model.compiled, "th", b"oi", legal)
    with pytest.raises((ValueError, BufferError)):
        note(model.compiled, "th", "ôi", bytes(9))
    with pytest.raises(ValueError, match="incorrect name"):
        note(model.ngrams.compiled, "th", "ôi", legal)


@pytest.mark.parametrize("size", [0, -1, 1 << 40, HUGE])
def test_collocates_of_more_words_than_the_model_has_are_refused(size: int, model: Model) -> None:
    none = np.zeros(model.size, np.uint8), np.zeros(0, np.uint16), np.zeros(0, np.uint8)
    thresholds = (-9.0, 2.0, 4.0, 0.5, 3, 4, size, 25.5, 0.0)
    with pytest.raises(ValueError, match=r"do not fit|size"):
        kernel.native.lost_words(model.ngrams.compiled, thresholds, model.log_prob, *none, *none)


@pytest.mark.parametrize("other", [-1, HUGE, -HUGE - 1])
def test_spellings_of_words_that_are_not_there_are_refused(other: int, calls: dict[str, list[Call]]) -> None:
    ids = np.full_like(calls["spellings"][0].arguments[1], other)
    spellings = kernel.native.spellings(*changed(calls["spellings"][0], 1, ids))
    call = calls["propose"][0]
    with pytest.raises(IndexError):
        kernel.native.propose(*changed(call, 1, spellings))


def test_a_longer_model_reads_nothing_before_the_ids() -> None:
    """The words read on each side are those of the model's order; the padding is for order 4."""
    size, top = 16, 40
    log_prob = np.full(top, -3, np.float32)
    order = np.zeros(24, np.uint16), 2, 5, 15, 8, np.zeros(1 << 15, np.float32), None  # knows every second n-gram
    seen_before_10 = np.zeros(top, np.bool_)
    keys = (10 << 15 | np.arange(top)).astype(np.uint64)
    small = kernel.native.ngrams(log_prob, log_prob, [order])
    kernel.native.find(small, 2, keys, seen_before_10, np.zeros(top, np.float32), None)
    one = seen_before_10.nonzero()[0][-1]
    side = np.ones(top, np.uint8), np.full(top, one, np.uint16), np.full(top, 255, np.uint8)
    thresholds = (-9.0, -99.0, -99.0, 0.5, 3, 4, top, 25.5, 0.0)
    lower = np.full(2, 10, np.int32)
    score, seen = np.full(size - 1, -30, np.float32), np.zeros(size - 1, np.uint8)
    words = longs(0, 4), longs(3, 7), lower, np.zeros(2, np.uint8)
    ids = np.full(size, 10, np.int64)
    for orders, first, fits in ((2, 0, True), (4, 0, False), (4, 1, True), (4, 9, True), (4, 10, False), (2, 10, True)):
        ngrams = kernel.native.ngrams(log_prob, log_prob, [order] * orders)
        held = kernel.native.lost_words(ngrams, thresholds, log_prob, *side, *side)
        arguments = held, longs(0, first), *words, ids, score, seen
        if fits:
            assert len(kernel.native.find_lost_words(*arguments)[0]) == 1
        else:
            with pytest.raises(IndexError):
                kernel.native.find_lost_words(*arguments)


@pytest.mark.parametrize("blocks", [7, 1 << 40, -1, "two"])
def test_a_net_of_too_many_blocks_is_refused(blocks: Any, calls: dict[str, list[Call]]) -> None:
    call = calls["proof"][0]
    sizes = call.arguments[0]
    with pytest.raises((ValueError, TypeError)):
        kernel.native.proof(*changed(call, 0, (*sizes[:4], blocks, *sizes[5:])))
    with pytest.raises(TypeError):  # the number after the blocks cannot be read
        kernel.native.proof(*changed(call, 0, (*sizes[:4], 99, "x", *sizes[6:])))


def test_tuples_and_lists_are_asked_for_by_name(model: Model, calls: dict[str, list[Call]]) -> None:
    for name, at in (("ngrams", 2), ("candidates", 6), ("lost_words", 1), ("proof", 0), ("proof", 10), ("proof", 11)):
        with pytest.raises(TypeError, match="was expected"):
            getattr(kernel.native, name)(*changed(calls[name][0], at, 5))


def test_arrays_of_objects_or_at_odd_places_are_refused(model: Model) -> None:
    ids, scores, seen = longs(1, 2), np.zeros(2, np.float32), np.zeros(2, np.bool_)
    odd = np.zeros(17, np.uint8)[1:].view(np.int64)
    with pytest.raises(ValueError, match="aligned"):
        kernel.native.pairs(model.ngrams.compiled, odd, ids, scores, seen)
    with pytest.raises(ValueError, match="numbers"):
        kernel.native.pairs(model.ngrams.compiled, ids.astype(object), ids, scores, seen)


def test_empty_arrays_at_odd_places_are_taken(model: Model) -> None:
    """Python 3.13 keeps empty bytes at an odd address."""
    odd = np.zeros(17, np.uint8)[1:].view(np.int64)[:0]
    kernel.native.pairs(model.ngrams.compiled, odd, odd, np.zeros(0, np.float32), np.zeros(0, np.bool_))


def test_too_many_patterns_and_other_tables_are_refused(calls: dict[str, list[Call]]) -> None:
    way = "a", False, "b", True, "c", False
    for top, ways in ((8, [way]), (1 << 40, [way]), (9000, [way] * 65)):
        for both in ((ways, []), ([], ways)):
            with pytest.raises(ValueError, match="too many"):
                kernel.native.prefilter(top, *both)
    for wrong in ([way[:5]], [("a", 0, 5, 0, "c", 0)], ["abc"], "abc"):
        for each in ((wrong, []), ([], wrong)):
            with pytest.raises(TypeError):
                kernel.native.prefilter(9000, *each)
    with pytest.raises(TypeError):
        kernel.native.prefilter(9000, [(*way, "d", False)], [])
    with pytest.raises(IndexError):
        kernel.native.distinct("abc", np.array([3, 1], np.uint64).tobytes(), 1)
    call = calls["spellings"][0]
    starts = call.arguments[3].copy()
    starts[77] = HUGE
    with pytest.raises(ValueError, match="do not fit"):
        kernel.native.spellings(*changed(call, 3, starts))
    with pytest.raises(ValueError, match="another size"):
        kernel.native.spellings(*changed(call, 5, call.arguments[5][:9]))


def test_rounds_without_end_are_refused(calls: dict[str, list[Call]]) -> None:
    for rounds in (-1, 1 << 30, 1 << 62):
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.prune(*changed(calls["prune"][0], 6, rounds))


def test_words_without_a_spelling_are_refused(calls: dict[str, list[Call]]) -> None:
    """(stands, place, bare, title, (starts, ids, frequency, title_of), rarer, most, out)"""
    call = calls["bare_candidates"][0]
    starts, ids, *rest = call.arguments[4]
    last = np.iinfo(np.int32).max
    wrong = (
        (1, np.full_like(call.arguments[1], HUGE)),
        (2, np.full_like(call.arguments[2], len(starts) - 1)),
        (2, np.full_like(call.arguments[2], last)),
        (4, (np.full_like(starts, HUGE), ids, *rest)),
        (4, (starts[::-1].copy(), ids, *rest)),
        (4, (starts, np.full_like(ids, last), *rest)),
        (6, 0),
        (6, 1 << 40),
    )
    for at, value in wrong:
        with pytest.raises(IndexError, match="not there"):
            kernel.native.bare_candidates(*changed(call, at, value))
    with pytest.raises(TypeError):
        kernel.native.bare_candidates(*changed(call, 4, list(call.arguments[4])))


def test_tables_of_steps_that_are_not_there_are_refused(calls: dict[str, list[Call]]) -> None:
    """(shapes, left, score, paid, forward, back)"""
    call = calls["best_words"][0]
    shapes, left, score, paid, forward, back = call.arguments
    wrong = []
    for column in range(3):
        for number in (-1, HUGE, len(paid) + 1, -HUGE - 1):
            spoilt = shapes.copy()
            spoilt[0, column] = number
            wrong.append((0, spoilt))
    wrong += [(1, np.full_like(left, len(paid))), (1, np.full_like(left, -2)), (1, left[:-1].copy())]
    wrong += [(2, score[:-1].copy()), (3, paid[:-1].copy()), (4, forward[:-1].copy()), (5, back[:-1].copy())]
    for at, value in wrong:
        with pytest.raises((IndexError, ValueError)):
            kernel.native.best_words(*changed(call, at, value))


def test_pieces_whose_words_do_not_follow_one_another_are_refused(calls: dict[str, list[Call]]) -> None:
    """The sizes of a position stand behind its piece: first and length, then three bytes and an empty one for each."""
    call = next(each for each in calls["posterior"] if len(each.arguments[0]) > 24)
    pieces = bytes(call.arguments[0])
    for at, size in ((16, 0), (18, 255), (20, 15), (21, 0)):
        wrong = bytearray(pieces)
        wrong[at] = size
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.posterior(*changed(call, 0, wrong))
    for length in (-1, HUGE, 1 << 40):
        wrong = bytearray(pieces)
        wrong[8:16] = int(length).to_bytes(8, sys.byteorder, signed=True)
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.posterior(*changed(call, 0, wrong))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signals on this platform")
@pytest.mark.parametrize("name", ["pairs", "scan"])
def test_signals_end_a_long_loop(name: str, model: Model, calls: dict[str, list[Call]]) -> None:
    class TimeIsUpError(Exception):
        pass

    def interrupt(*_: object) -> None:
        raise TimeIsUpError

    rng = np.random.default_rng(1)
    ids, score = rng.integers(0, model.size, (2, 8_000_000)), np.full(8_000_000, 7, np.float32)
    if name == "pairs":
        arguments: tuple[Any, ...] = model.ngrams.compiled, *ids, score, np.zeros(8_000_000, np.bool_)
    else:
        arguments = calls["scan"][0].arguments[0], "mẹ đi chợ, " * 3_000_000
    before = signal.signal(signal.SIGVTALRM, interrupt)
    try:
        # Processor time, so that the timer fires within the call however busy the machine is.
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.03)
        with pytest.raises(TimeIsUpError):
            getattr(kernel.native, name)(*arguments)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if name == "pairs":
        assert score[0] != 7
        assert score[-1] == 7  # it had not come to the end


def python(code: str, root: Path) -> str:
    """What a fresh interpreter prints."""
    begin = f"import sys; sys.path.insert(0, {str(root / 'src')!r}); from vntextclean.lm import kernel\n"
    done = subprocess.run([sys.executable, "-c", begin + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


OWNERS = (
    "import vntextclean.lm.proofreader.net, vntextclean.restoration.forward_backward, "
    "vntextclean.filters.diacritics.proposing.in_one_call, vntextclean.filters.diacritics.around_words"
)


def test_every_constant_of_the_kernel_is_compared(root: Path) -> None:
    code = f"""
asked, plain = {{"INTERFACE"}}, kernel.agree
kernel.agree = lambda **constants: (asked.update(constants), plain(**constants))
{OWNERS}
print(kernel.native is not None, sorted(asked ^ kernel.native.CONSTANTS.keys()))"""
    assert python(code, root) == "True []"


@pytest.mark.parametrize("name", sorted(getattr(kernel.native, "CONSTANTS", {})))
def test_a_kernel_of_other_constants_is_not_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = kernel.native.CONSTANTS[name]
    other = SimpleNamespace(CONSTANTS={**kernel.native.CONSTANTS, name: value + 1})
    monkeypatch.setattr(kernel, "native", other)
    kernel.agree(**{name: value})
    assert kernel.native is None


def test_a_kernel_without_constants_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "native", object())
    kernel.agree(PAD=3)
    assert kernel.native is None
