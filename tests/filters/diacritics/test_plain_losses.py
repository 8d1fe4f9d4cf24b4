"""Which words that lost something are plain enough for their document to decide: each condition at its border."""

from __future__ import annotations

from typing import Any

import pytest

from tests.filters.diacritics.decided import repair, signs
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.plain_losses import is_nearly_sure, is_plain


@pytest.mark.parametrize(
    ("change", "plain"),
    [
        ({}, True),
        ({"signs": None}, False),
        ({"kind": Damage.TONE}, True),
        ({"kind": Damage.MARKS}, True),
        ({"kind": Damage.SHAPE}, False),
        ({"signs": signs(illegal=False)}, False),
        ({"signs": signs(lead=2.0)}, True),
        ({"signs": signs(lead=1.99)}, False),
    ],
)
def test_what_is_plain(change: dict[str, Any], plain: bool) -> None:
    assert is_plain(repair()._replace(**change)) == plain


SIGNS = signs()._replace(length=2)


@pytest.mark.parametrize(
    ("change", "sure"),
    [
        ({}, True),
        ({"signs": None}, False),
        ({"kind": Damage.SHAPE}, False),
        ({"held": True}, False),
        ({"confidence": 0.49}, False),
        ({"usual": 0.74}, False),
        ({"usual": 0.4, "signs": SIGNS._replace(name=True)}, True),
        ({"usual": 0.39, "signs": SIGNS._replace(name=True)}, False),
        ({"most": 0.94}, False),
        ({"signs": SIGNS._replace(upper=True)}, False),
        ({"signs": SIGNS._replace(length=1)}, False),
    ],
)
def test_what_is_nearly_sure(change: dict[str, Any], sure: bool) -> None:
    one = repair(confidence=0.5, usual=0.75, most=0.95, signs=SIGNS)
    assert is_nearly_sure(one._replace(**change)) == sure
