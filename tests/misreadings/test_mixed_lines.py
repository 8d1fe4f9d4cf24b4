"""Words of VNI on a line of Unicode are found wherever their sign stands, at either end of a word too."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.old_encodings.mixed_lines import strays


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bác Lieân, anh Thuûy ở đội Citroën, chị Tuyeát, em Bảo", [(4, "Liên"), (15, "Thủy"), (40, "Tuyết")]),
        ("Thuûy: Maëc dù", [(0, "Thủy"), (7, "Mặc")]),
        ("em Bảo mua Citroën", []),
        ("", []),
    ],
)
@pytest.mark.parametrize("offset", [0, 7])
def test_strays_stand_at_their_places(line: str, found: list[tuple[int, str]], offset: int) -> None:
    assert [(one.start - offset, one.word) for one in strays(line, offset, "vni", is_known=False)] == found
