"""The targets of fuzzing run on their seeds, and on random bytes, without atheris; ``just fuzz`` goes further."""

from __future__ import annotations

import random

import pytest
from fuzz.seeds import SEEDS, TEXTS
from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_its_seeds(name: str) -> None:
    rng = random.Random(name)
    target, seeds = TARGETS[name], SEEDS.get(name, TEXTS)
    for seed in seeds:
        target(seed)
        for _ in range(5):
            changed = bytearray(seed)
            changed[rng.randrange(len(changed))] = rng.randrange(256)
            target(bytes(changed))
    target(b"")


def test_a_broken_law_is_noticed() -> None:
    from fuzz.targets import check

    from vntextclean.cleaned import Cleaned

    with pytest.raises(AssertionError, match="replay"):
        check("a", Cleaned("a", "b", ()))
