"""The likeliest words of lines with letters put in: the kernel finds what numpy finds."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.moved_letters.bags import bags_of
from vntextclean.filters.moved_letters.lattice import Lattice
from vntextclean.filters.moved_letters.places import Places
from vntextclean.lm import kernel
from vntextclean.lm.model import Model

PAGE = "B u i s m bà ra v n hái rau, tr i  còn m  sng.\nTh  m c đóng cái gh .\nổ\nớ\nườ\nờ\nươ\nợ\nộ\nế\n"


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
def test_the_kernel_reads_as_numpy_does(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model.open()
    lines = [Places(model, bag.tokens, 0, told=True) for bag in bags_of(PAGE, 1) if bag.tokens]
    letters = sorted({letter for bag in bags_of(PAGE, 1) for letter in bag.letters})
    lattice = Lattice(model, lines, letters)
    rng = np.random.default_rng(3)
    for turn in range(20):
        prices = rng.normal(0, 3, len(letters)) if turn else np.zeros(len(letters))
        compiled = lattice.best(prices)
        assert compiled is not None
        without = compiled.path[turn % len(compiled.path)] if turn % 2 else None
        compiled = lattice.best(prices, without)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            reference = lattice.best(prices, without)
        assert (compiled is None) == (reference is None)
        if compiled is not None and reference is not None:
            assert (compiled.score, compiled.path) == (reference.score, reference.path)
            assert np.array_equal(compiled.forward, reference.forward)
