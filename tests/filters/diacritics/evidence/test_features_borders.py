"""The rows that are weighed: where each number stands, and that both ways to weigh them agree."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.features import KINDS, WIDTH, Confidence, Features, as_rows
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm import kernel

SIGNS = Features(
    gain=9.0, lead=7.5, wide=3.0, known_left=True, known_right=False, illegal=False, name=False, upper=True,
    repeated=False, vowelless=False, log_prob=-14.0, rival_log_prob=-6.0, length=3, edges=1, swap=False, foreign=0.1,
    behind_number=False, people=-9.0, scan=-7.0, usage=0.5, strange=0.25,
)  # fmt: skip
ILLEGAL = SIGNS._replace(illegal=True, gain=12.0)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_each_kind_has_two_places_behind_the_signs(kind: Damage) -> None:
    first = len(SIGNS) + 2 * KINDS.index(kind)
    legal, illegal = as_rows([kind, kind], [SIGNS, ILLEGAL]).tolist()
    assert len(legal) == WIDTH == len(SIGNS) + 22
    assert legal[: len(SIGNS)] == [float(each) for each in SIGNS]
    assert [at for at, one in enumerate(legal[len(SIGNS) :], len(SIGNS)) if one] == [first]
    assert [at for at, one in enumerate(illegal[len(SIGNS) :], len(SIGNS)) if one] == [first + 1]
    assert legal[first] == illegal[first + 1] == 1


def test_the_kernel_weighs_signs_as_numpy_weighs_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    confidence = Confidence.shipped()
    kinds, signs = [kind for kind in KINDS for _ in range(2)], [SIGNS, ILLEGAL] * len(KINDS)
    found = confidence(kinds, signs)
    monkeypatch.setattr(kernel, "native", None)
    assert confidence(kinds, signs) == pytest.approx(found, rel=1e-9)
    assert len(found) == len(kinds) and all(0 < share < 1 for share in found)
    assert len({*found}) > len(KINDS)


def test_nothing_is_weighed_where_nothing_is_asked() -> None:
    assert Confidence.shipped()([], []) == []
