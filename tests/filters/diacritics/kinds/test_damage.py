"""What turned one word into another: one example of each kind, and what is none."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.kinds.damage import Damage, kind_of


@pytest.mark.parametrize(
    ("damaged", "whole", "kind"),
    [
        ("một", "một", None),
        ("môt", "một", Damage.TONE),
        ("mot", "một", Damage.MARKS),
        ("ho", "hóa", Damage.LETTER),
        ("vn", "vận", Damage.LETTER),
        ("vậ", "vận", Damage.PLAIN_LETTER),
        ("xử", "sử", Damage.SOUND),
        ("ttháng", "tháng", Damage.EXTRA_LETTER),
        ("tổgn", "tổng", Damage.EXCHANGED),
        ("tbời", "thời", Damage.OTHER_LETTER),
        ("tổmk", "tổng", None),  # two other letters are no exchange
        ("tổkn", "tổng", None),
        ("tổgm", "tổng", None),
        ("vân", "dân", None),
        ("tbờix", "thờix", None),  # what was meant is no syllable
        ("tổgnx", "tổngx", None),
        ("tthángx", "thángx", None),
        ("ttháng", "tháng nay", None),
    ],
)
def test_kinds(damaged: str, whole: str, kind: Damage | None) -> None:
    assert kind_of(damaged, whole) is kind
