"""The best rival of each doubtful word is the same by one call of the kernel and step by step."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vntextclean.filters.diacritics.best_rivals import _step_by_step, best_rivals
from vntextclean.filters.diacritics.kinds.channel import compiled_channel
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.proofreader import MOST_LEAD, compiled_net
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()
TEXT = """Bà con ra vườn nhan sớm, hai xoai chin đem ban ở chơ Lách. Nhà trừơng tổ chức lể khai giãng năm hoc mới;
các em mặc áo trăng, tay cầm hoa tưoi. Ông Brennan đi tahm xưởng đóng thuyn vn còn mùi sơn."""
pytestmark = pytest.mark.skipif(kernel.native is None, reason="it is the kernel that answers in one call")


def doubted(scan: Scan) -> list[Suspect]:
    search = MODEL.derived(CandidateSearch)
    return search.search(scan, search.padded(scan))


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.replace(" ", "\n"), f"{TEXT} {'a' * 50}oc"])
def test_one_call_and_the_steps_agree(text: str) -> None:
    scan = MODEL.scan(text)
    found = doubted(scan)
    lower = scan.lower.copy()
    for _ in range(2):
        one, steps = (find(MODEL, scan, found, lower, recalls=False) for find in (best_rivals, _step_by_step))
        assert len(one) == len(found) > 0
        assert [(each.rival, each.gain, each.channel) for each in one] == [
            (each.rival, each.gain, each.channel) for each in steps
        ]
        assert [number for each in one for number in (each.wide, each.lead)] == pytest.approx(
            [number for each in steps for number in (each.wide, each.lead)], abs=1e-5
        )
        lower[found[0].token] = one[0].rival  # one repair is made


def test_a_word_that_is_too_long_for_the_kernel_is_read_step_by_step() -> None:
    assert compiled_channel(["hoc", "a" * 50]) is None
    assert compiled_channel(["hoc"]) is not None


def test_what_is_not_there_is_refused() -> None:
    scan = MODEL.scan(TEXT)
    one = doubted(scan)[0]
    net = compiled_net(MODEL)
    assert net is not None
    texts: tuple[Any, ...] = ((0, MOST_LEAD), scan.lower, scan.case, scan.mark, scan.lower)
    pairs = compiled_channel(["hoc"]), MODEL.words

    def ask(spelled: list[Any], found: list[Any], texts: tuple[Any, ...] = texts) -> None:
        kernel.native.best_rivals(*net, *texts, *pairs, spelled, found)

    ask(["hoc"], [one])
    some, gains = one.candidates, one.gains
    for found, error in (
        (one._replace(token=len(scan)), IndexError),
        (one._replace(token=-1), IndexError),
        ((1 << 70, some, gains), OverflowError),
        ((one.token, some), IndexError),
        ((one.token, some, gains[:0]), ValueError),
        ((one.token, some[:0], gains[:0]), IndexError),
        ((one.token, np.full_like(some, -1), gains), IndexError),
        ((one.token, np.full_like(some, len(MODEL.words)), gains), IndexError),
        ((one.token, some.astype(np.int32), gains), ValueError),
        ([one.token, some, gains], TypeError),
    ):
        with pytest.raises(error):
            ask(["hoc"], [found])
    for spelled, error in (([], IndexError), ([None], TypeError), (["a" * 90], ValueError)):
        with pytest.raises(error):
            ask(spelled, [one])
    with pytest.raises(IndexError, match="not there"):
        ask(["hoc"], [one], (*texts[:1], scan.lower + (1 << 20), *texts[2:]))
    with pytest.raises(ValueError, match="size"):
        ask(["hoc"], [one], (*texts[:4], scan.lower[1:]))
    with pytest.raises(IndexError, match="not there"):
        ask(["hoc"], [one], ((9, MOST_LEAD), *texts[1:]))
