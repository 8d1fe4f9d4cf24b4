"""The first block of the net, from what is kept of each word, makes what its layers make of all rows."""

from __future__ import annotations

import sys
from threading import Thread
from typing import Any

import numpy as np
import pytest

from vntextclean.lm import kernel
from vntextclean.restoration import first_layer
from vntextclean.restoration.first_layer import FirstLayer
from vntextclean.restoration.layers import Layer

pytestmark = pytest.mark.skipif(kernel.native is None, reason="only the kernel keeps what words add")

WIDTH, READS, WORDS = 24, 5, 60
RNG = np.random.default_rng(5)
ENTERING = RNG.normal(size=(WORDS, WIDTH)).astype(np.float32)
TEXT = np.array([7, 3, -1, 3, 59, 0, 7, 7, -1, -1, 12, 13, 3, 40, 7], np.int64)
ALL = np.arange(len(TEXT))


def layer(inputs: int, outputs: int = WIDTH) -> Layer:
    weights = RNG.integers(-127, 128, (outputs, inputs)).astype(np.int8)
    scale = RNG.uniform(0.001, 0.002, outputs).astype(np.float32)
    return Layer(weights, scale, RNG.normal(size=outputs).astype(np.float32))


CONV, LAST = layer(READS * WIDTH), layer(WIDTH)


def made() -> FirstLayer:
    return FirstLayer(CONV, LAST, WORDS, ENTERING.__getitem__)


def added(first: FirstLayer, words: Any = TEXT, places: Any = None, step: int = 1) -> Any:
    x = np.zeros((len(words), WIDTH), np.float32)
    first.add_to(x, words, np.arange(len(words)) if places is None else places, step)
    return x


@pytest.mark.parametrize("step", [1, 3, 40])
@pytest.mark.parametrize("places", [ALL, ALL[:1], ALL[2:9:3].copy(), ALL[:0]])
def test_it_makes_what_the_layers_make(places: Any, step: int) -> None:
    near = np.where(TEXT[:, None] < 0, np.float32(0), ENTERING[TEXT])
    theirs = np.zeros_like(near)
    theirs[places] = LAST(CONV(near, places, step, positive=True))
    np.testing.assert_allclose(added(made(), TEXT, places, step), theirs, atol=2e-6)


def test_what_was_kept_before_changes_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = added(made())
    kept = made()
    added(kept, np.arange(WORDS))
    np.testing.assert_array_equal(added(kept), fresh)
    monkeypatch.setattr(first_layer, "ROOM", 9)
    small = made()
    rooms = []
    for words in (np.arange(5), np.arange(40), np.arange(40, WORDS), TEXT):
        again = added(small, words)
        rooms.append(len(small._kept.products))
    np.testing.assert_array_equal(again, fresh)
    assert rooms == [9, 41, 21, 9]  # the many of one text are forgotten with it


def test_a_thread_does_not_wait_for_another() -> None:
    """Nor does a process that was forked off while another thread had the table."""
    shared, found = made(), []
    with shared._lock:
        other = Thread(target=lambda: found.append(added(shared)))
        other.start()
        other.join(20)
    np.testing.assert_array_equal(found[0], added(made()))


def test_the_kernel_refuses_what_does_not_fit() -> None:
    products, bias = np.zeros((3, READS * WIDTH), np.float32), np.zeros(WIDTH, np.float32)
    words, places, x = np.array([0, 2]), np.array([0, 1]), np.ones((2, WIDTH), np.float32)
    good = (products, words, 1, bias, LAST.compiled, places, x)
    kernel.native.wide_net_first(*good)
    spoilt: list[tuple[int, Any]] = [
        (0, products[:0]), (0, products[:, :-1].copy()), (1, np.array([0, 3])), (1, np.array([0, -1])),
        (1, np.array([0])), (2, 0), (3, bias[1:]), (5, np.array([0, 2])), (5, np.array([-1])), (6, x[:, 1:].copy()),
    ]  # fmt: skip
    for at, wrong in spoilt:
        with pytest.raises(ValueError, match="another size"):
            kernel.native.wide_net_first(*good[:at], wrong, *good[at + 1 :])


def test_what_is_interrupted_spoils_no_answer() -> None:
    """Ctrl-C may come between any two lines: what is kept then must still be right."""
    words, fresh = np.arange(20, 40), added(made())
    right = added(made(), words)
    turn, stops = 0, True
    while stops:
        first, turn, stops = made(), turn + 1, False
        left = turn

        def trace(frame: Any, event: str, _: Any) -> Any:
            nonlocal left, stops
            if frame.f_code.co_filename != first_layer.__file__:
                return None
            left -= event == "line"
            if left == 0 and event == "line":
                stops = True
                raise KeyboardInterrupt
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            added(first, words)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(before)
        np.testing.assert_array_equal(added(first), fresh)
        np.testing.assert_array_equal(added(first, words), right)
    assert turn > 10
